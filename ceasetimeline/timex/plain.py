"""Meanings that stand by themselves put on the calendar: days, months, weekdays, seasons, feasts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.errors import CalendarError
from ceasetimeline.granularity import MONDAY_WEEKS, Calendar, Granularity, shift, unit_of
from ceasetimeline.meaning import (
    DayOfMonth,
    Direction,
    Fixed,
    Holiday,
    Meaning,
    Month,
    MonthDay,
    Named,
    Quarter,
    Season,
    This,
    Weekday,
    Weekend,
    Years,
)
from ceasetimeline.timex.holidays import feast_named, holiday
from ceasetimeline.timex.nearest import Unplaced, nearest

G = Granularity
SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@attrs.frozen
class Placed:
    """A stretch of days with the granularity of the words; ``suffix`` is the part below a day of a TIMEX3 value."""

    interval: Interval
    unit: Granularity
    mod: str = ""
    suffix: str = ""
    ranged: bool = False
    whole: Interval | None = None


@attrs.frozen
class Scene:
    """What a meaning is placed in: the days counted from, and the calendar settings."""

    now: Interval | None
    calendar: Calendar = MONDAY_WEEKS

    @property
    def day(self) -> int:
        """The first day of what is counted from; raises Unplaced where that is not known."""
        if self.now is None:
            raise Unplaced("no-anchor")
        return self.now.start


def _this(meaning: This, scene: Scene) -> Placed:
    return Placed(unit_of(scene.day, meaning.unit, scene.calendar), meaning.unit)


def _fixed(meaning: Fixed, scene: Scene) -> Placed:
    if meaning.day is not None and meaning.month is not None:
        return Placed(Interval.of(dt.date(meaning.year, meaning.month, meaning.day)), G.DAY)
    first = dt.date(meaning.year, meaning.month or 1, 1).toordinal()
    unit = G.MONTH if meaning.month else G.YEAR
    return Placed(unit_of(first, unit), unit)


def _years(meaning: Years, scene: Scene) -> Placed:
    first = dt.date(max(meaning.start, 1), 1, 1).toordinal()
    return Placed(unit_of(first, meaning.unit), meaning.unit)


def _month(meaning: Month, scene: Scene) -> Placed:
    def in_year(year: int) -> Interval:
        return unit_of(dt.date(year, meaning.month, 1).toordinal(), G.MONTH)

    return Placed(nearest(in_year, _year_of(scene.day), meaning.direction, scene.day, Direction.PAST), G.MONTH)


def _season(meaning: Season, scene: Scene) -> Placed:
    start = SEASON_MONTHS[meaning.name]
    if scene.calendar.southern:
        start = (start + 5) % 12 + 1

    def in_year(year: int) -> Interval:
        return unit_of(dt.date(year, start, 1).toordinal(), G.SEASON)

    return Placed(nearest(in_year, _year_of(scene.day), meaning.direction, scene.day, Direction.PAST), G.SEASON)


def _quarter(meaning: Quarter, scene: Scene) -> Placed:
    def in_year(year: int) -> Interval:
        return unit_of(dt.date(year, 3 * meaning.number - 2, 1).toordinal(), G.QUARTER)

    return Placed(nearest(in_year, _year_of(scene.day), meaning.direction, scene.day, Direction.PAST), G.QUARTER)


def _month_day(meaning: MonthDay, scene: Scene) -> Placed:
    def in_year(year: int) -> Interval:
        return Interval.of(dt.date(year, meaning.month, meaning.day))

    return Placed(nearest(in_year, _year_of(scene.day), meaning.direction, scene.day, Direction.NEAREST), G.DAY)


def _year_of(day: int) -> int:
    return dt.date.fromordinal(day).year


def _weekday(meaning: Weekday, scene: Scene) -> Placed:
    day = scene.day
    back = (dt.date.fromordinal(day).isoweekday() - meaning.day) % 7
    match meaning.direction:
        case Direction.PAST | Direction.OPEN | Direction.RATHER_PAST:
            day -= back
        case Direction.BEFORE:
            day -= back or 7
        case Direction.FUTURE:
            day += -back % 7
        case Direction.AFTER:
            day += -back % 7 or 7
        case Direction.NEAREST:
            day += -back if back <= 3 else 7 - back
    return Placed(Interval(day, day + 1), G.DAY)


def _weekend(meaning: Weekend, scene: Scene) -> Placed:
    calendar = scene.calendar
    back = (dt.date.fromordinal(scene.day).isoweekday() - calendar.weekend[0]) % 7
    start = scene.day - back
    inside = back < 2
    match meaning.direction:
        case Direction.BEFORE if inside:
            start -= 7
        case Direction.AFTER:
            start += 7
        case Direction.FUTURE if not inside:
            start += 7
        case Direction.NEAREST if back > 4:
            start += 7
        case _:
            pass
    return Placed(Interval(start, start + 2), G.WEEKEND)


def _day_of_month(meaning: DayOfMonth, scene: Scene) -> Placed:
    month = unit_of(scene.day, G.MONTH)
    found = []
    for count in range(-3, 4):
        held = shift(month, G.MONTH, count)
        if meaning.day <= len(held):
            found.append(held.start + meaning.day - 1)
    if meaning.direction in {Direction.FUTURE, Direction.AFTER}:
        day = min(day for day in found if day >= scene.day)
    else:
        day = max(day for day in found if day <= scene.day)
    return Placed(Interval(day, day + 1), G.DAY)


def _named(meaning: Named, scene: Scene) -> Placed:
    interval = Interval.of(meaning.first, meaning.last)
    return Placed(interval, G.DAY, ranged=len(interval) > 1)


def _holiday(meaning: Holiday, scene: Scene) -> Placed:
    def in_year(year: int) -> Interval:
        found = holiday(meaning.name, year)
        if not found:
            raise ValueError(f"{meaning.name} does not fall into {year}")
        return found[0]

    try:
        found = nearest(in_year, _year_of(scene.day), meaning.direction, scene.day, Direction.NEAREST)
    except CalendarError as fault:
        raise Unplaced(fault.code) from fault
    mod = "APPROX" if feast_named(meaning.name).slack else ""
    return Placed(found, G.DAY, mod=mod, ranged=len(found) > 1)


PLAIN: Final[Mapping[type[Meaning], Callable[[Any, Scene], Placed]]] = {
    This: _this,
    Fixed: _fixed,
    Years: _years,
    Month: _month,
    MonthDay: _month_day,
    DayOfMonth: _day_of_month,
    Weekday: _weekday,
    Season: _season,
    Quarter: _quarter,
    Weekend: _weekend,
    Holiday: _holiday,
    Named: _named,
}
"""How each is placed; all others are made of other meanings, see `ceasetimeline.timex.place`."""
