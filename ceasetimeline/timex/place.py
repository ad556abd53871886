"""A meaning put on the calendar: its stretch of days, TIMEX3 value, ``mod`` and granularity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.granularity import MONDAY_WEEKS, Calendar, Granularity, same_day, shift, unit_of
from ceasetimeline.meaning import (
    Ambiguous,
    Between,
    Clock,
    Direction,
    Hedged,
    Inside,
    Meaning,
    Moved,
    Nth,
    NthWeekday,
    Part,
    PartOfDay,
    Portion,
    Refused,
    Rest,
    Season,
    Shift,
    SoFar,
    Trailing,
    Weekday,
)
from ceasetimeline.timex.nearest import Unplaced
from ceasetimeline.timex.plain import PLAIN, Placed, Scene
from ceasetimeline.timex.portions import cuts
from ceasetimeline.timex.rules.words import OFFSETS

G = Granularity
_BY_MONTHS: Final = frozenset({G.MONTH, G.QUARTER, G.HALF, G.SEASON, G.YEAR, G.DECADE, G.CENTURY})
_FINER: Final = frozenset({G.HOUR, G.MINUTE, G.SECOND})
_STEPS: Final = {G.HOUR: 24, G.MINUTE: 24 * 60, G.SECOND: 24 * 3600}


def place(meaning: Meaning, now: Interval | None, calendar: Calendar = MONDAY_WEEKS) -> Placed:
    """The days of a meaning, counted from ``now``.

    "last week", in a story of Tuesday 8 July 2025:

    >>> from ceasetimeline.meaning import This
    >>> place(Shift(This(G.WEEK), G.WEEK, -1), Interval.of("2025-07-08")).interval
    Interval.of('2025-06-30', '2025-07-06')

    Raises Unplaced, with the reason, where the meaning has no days.
    """
    try:
        return _place(meaning, Scene(now, calendar))
    except (ValueError, OverflowError) as fault:
        raise Unplaced("out-of-range") from fault


def _place(meaning: Meaning, scene: Scene) -> Placed:
    placer = _PLACERS.get(type(meaning))
    if placer is None:
        raise Unplaced("no-date")
    return placer(meaning, scene)


def _shift(meaning: Shift, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    if meaning.unit in _FINER:
        return _hours(of.interval, meaning)
    unit = meaning.unit
    return Placed(shift(of.interval, unit, meaning.count, scene.calendar), unit)


def _hours(of: Interval, meaning: Shift) -> Placed:
    """The days that so many hours away can fall on, since the hour of writing is not known."""
    whole, rest = divmod(abs(meaning.count), _STEPS[meaning.unit])
    near, far = whole, whole + (1 if rest * 24 >= _STEPS[meaning.unit] else 0)
    if meaning.count < 0:
        return Placed(Interval(of.start - far, of.stop - near), meaning.unit)
    return Placed(Interval(of.start + near, of.stop + far), meaning.unit)


def _moved(meaning: Moved, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    start = same_day(of.interval.start, meaning.unit, meaning.count)
    if of.unit in _BY_MONTHS and not of.ranged:
        return attrs.evolve(of, interval=unit_of(start, of.unit, scene.calendar))
    return attrs.evolve(of, interval=Interval(start, start + len(of.interval)))


def _inside(meaning: Inside, scene: Scene) -> Placed:
    of = _place(meaning.of, scene).interval
    what = attrs.evolve(meaning.what, direction=Direction.FUTURE)  # type: ignore[call-arg]
    placed = _place(what, attrs.evolve(scene, now=Interval(of.start, of.start + 1)))
    if placed.interval.start > of.last:
        raise Unplaced("impossible-date")
    if placed.interval.start < of.start and isinstance(what, Season):
        placed = _place(
            attrs.evolve(what, direction=Direction.AFTER), attrs.evolve(scene, now=Interval(of.start, of.start + 1))
        )
    return placed


def _nth(meaning: Nth, scene: Scene) -> Placed:
    of = _place(meaning.of, scene).interval
    if meaning.number > 0:
        first = unit_of(of.start, meaning.unit, scene.calendar)
        if meaning.unit is G.WEEK:
            first = Interval(of.start, of.start + 7)
        found = shift_from(first, meaning.unit, meaning.number - 1, scene)
    else:
        last = unit_of(of.last, meaning.unit, scene.calendar)
        if meaning.unit is G.WEEK:
            last = Interval(of.stop - 7, of.stop)
        found = shift_from(last, meaning.unit, meaning.number + 1, scene)
    if not of.overlaps(found):
        raise Unplaced("impossible-date")
    return Placed(found, meaning.unit, ranged=meaning.unit is G.WEEK)


def _nth_weekday(meaning: NthWeekday, scene: Scene) -> Placed:
    of = _place(meaning.of, scene).interval
    found = [day for day in range(of.start, of.stop) if dt.date.fromordinal(day).isoweekday() == meaning.day]
    number = meaning.number - 1 if meaning.number > 0 else meaning.number
    if not -len(found) <= number < len(found):
        raise Unplaced("impossible-date")
    return Placed(Interval(found[number], found[number] + 1), G.DAY)


def shift_from(stretch: Interval, unit: Granularity, count: int, scene: Scene) -> Interval:
    """``stretch`` moved by whole units; a week keeps its first day."""
    return stretch.moved(7 * count) if unit is G.WEEK else shift(stretch, unit, count, scene.calendar)


def _part(meaning: Part, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    interval = of.interval
    if of.unit in {G.DAY, *_FINER} and len(interval) == 1:
        return attrs.evolve(of, mod=meaning.portion.mod)
    if meaning.portion in {Portion.FIRST_HALF, Portion.SECOND_HALF}:
        edges = cuts(interval, of.unit, 2)
        start, stop = edges[:2] if meaning.portion is Portion.FIRST_HALF else edges[1:]
        if of.unit is G.YEAR:
            return Placed(Interval(start, stop), G.HALF)
    else:
        edges = cuts(interval, of.unit, 3)
        number = (Portion.EARLY, Portion.MID, Portion.LATE).index(meaning.portion)
        start, stop = edges[number], edges[number + 1]
    return attrs.evolve(of, interval=Interval(start, stop), mod=meaning.portion.mod, whole=of.whole or interval)


def _so_far(meaning: SoFar, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    stop = min(of.interval.stop, max(scene.day + 1, of.interval.start + 1))
    return attrs.evolve(of, interval=Interval(of.interval.start, stop), mod="START", whole=of.interval)


def _rest(meaning: Rest, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    start = max(of.interval.start, min(scene.day, of.interval.last))
    return attrs.evolve(of, interval=Interval(start, of.interval.stop), mod="END", whole=of.interval)


def _part_of_day(meaning: PartOfDay, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    return attrs.evolve(of, suffix=meaning.part if meaning.part.startswith("T") else f"T{meaning.part}")


def _clock(meaning: Clock, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    minute = meaning.minute if meaning.minute is not None else 0
    second = "" if meaning.second is None else f":{meaning.second:02d}"
    told = meaning.zone[:1] in {"Z", "+", "-"}
    zone = meaning.zone if told else OFFSETS.get(meaning.zone, "")
    unit = G.HOUR if meaning.minute is None else G.MINUTE
    return attrs.evolve(of, unit=unit, suffix=f"T{meaning.hour:02d}:{minute:02d}{second}{zone}")


def _between(meaning: Between, scene: Scene) -> Placed:
    first = _place(meaning.first, scene)
    last = _place(meaning.last, scene)
    if last.interval.start < first.interval.start and _is_past(meaning.first) and _is_past(meaning.last):
        first = _place(meaning.first, attrs.evolve(scene, now=Interval(last.interval.start, last.interval.start + 1)))
    if last.interval.start < first.interval.start:
        near = attrs.evolve(scene, now=Interval(first.interval.start, first.interval.start + 1))
        last = _place(_ahead(meaning.last), near)
        if last.interval.start < first.interval.start:
            raise Unplaced("impossible-date")
    return Placed(Interval(first.interval.start, last.interval.stop), last.unit, ranged=True)


def _ahead(meaning: Meaning) -> Meaning:
    """The same day or month, or part of one, as the next one of its name."""
    if isinstance(meaning, Part):
        return attrs.evolve(meaning, of=_ahead(meaning.of))
    if getattr(meaning, "direction", None) is None:
        return meaning
    return attrs.evolve(meaning, direction=Direction.FUTURE)  # type: ignore[call-arg]


def _is_past(meaning: Meaning) -> bool:
    return isinstance(meaning, Weekday) and meaning.direction in {Direction.PAST, Direction.OPEN}


def _trailing(meaning: Trailing, scene: Scene) -> Placed:
    number = -(-abs(meaning.count) // 24) if meaning.unit is G.HOUR else abs(meaning.count)
    other = same_day(scene.day, meaning.unit, number if meaning.count > 0 else -number)
    return Placed(Interval(min(other, scene.day), max(other, scene.day) + 1), G.DAY, ranged=True)


def _hedged(meaning: Hedged, scene: Scene) -> Placed:
    of = _place(meaning.of, scene)
    return attrs.evolve(of, mod=of.mod or meaning.mod)


def _ambiguous(meaning: Ambiguous, scene: Scene) -> Placed:
    raise Unplaced("ambiguous-date")


def _refused(meaning: Refused, scene: Scene) -> Placed:
    raise Unplaced(meaning.reason)


_PLACERS: Final[Mapping[type[Meaning], Callable[[Any, Scene], Placed]]] = {
    **PLAIN,
    Shift: _shift,
    Moved: _moved,
    Inside: _inside,
    Nth: _nth,
    NthWeekday: _nth_weekday,
    Part: _part,
    SoFar: _so_far,
    Rest: _rest,
    PartOfDay: _part_of_day,
    Clock: _clock,
    Between: _between,
    Trailing: _trailing,
    Hedged: _hedged,
    Refused: _refused,
    Ambiguous: _ambiguous,
}
