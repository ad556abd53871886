"""From meanings to time expressions: each is given its anchor, placed, and written as TIMEX3 and EDTF."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

import attrs

from ceasetimeline.bounds import FIRST_DAY, Interval
from ceasetimeline.codec import content_id
from ceasetimeline.granularity import Calendar
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.meaning import (
    Ambiguous,
    Direction,
    Duration,
    Fixed,
    Meaning,
    Month,
    MonthDay,
    Named,
    SetOf,
    Trailing,
    Vague,
    Weekday,
)
from ceasetimeline.model import Anchor, Publication, Settings, Span, TimeExpression
from ceasetimeline.timex.anchors import Page, Spoken, anchor_of, joined, names_a_day, narrated, quotations
from ceasetimeline.timex.nearest import Unplaced
from ceasetimeline.timex.place import place
from ceasetimeline.timex.plain import Placed
from ceasetimeline.timex.profiles import as_timeml, valued_as_timeml
from ceasetimeline.timex.readings import other_meanings
from ceasetimeline.timex.recognize import Found, english, leaves, recognize, rewritten, rules_of, timex_type
from ceasetimeline.timex.values import edtf, mod_of, open_value, timex_value

MOST: Final = 5_000
"""How many time expressions are read from one text; hostile text may hold more, news does not."""


def expressions(
    text: str,
    publication: Publication,
    settings: Settings,
    *,
    lexicon: Lexicon | None = None,
    vague: bool = False,
    profile: str = "news",
    trace: bool = False,
    article: str = "",
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, placed; those inside quotations last, since the day of saying may follow."""
    quotes = () if profile == "timeml" else quotations(text)
    page = Page(text=text, publication=publication, quotations=quotes, article=article, trace=trace)
    made: dict[int, TimeExpression] = {}
    spoken: list[Spoken] = []
    quoted: list[Found] = []
    for found in itertools.islice(_recognized(text, settings, profile, lexicon), MOST):
        if (isinstance(found.meaning, Vague) and not vague) or not _known_by(found.meaning, publication):
            continue
        if page.quotation(found.start) is not None:
            quoted.append(found)
        else:
            made[found.start] = _one(found, page, spoken, settings, profile)
            _remember(made[found.start], spoken)
    for found in quoted:
        made[found.start] = _one(found, page, spoken, settings, profile)
    return tuple(made[start] for start in sorted(made))


def _recognized(text: str, settings: Settings, profile: str, lexicon: Lexicon | None) -> Iterator[Found]:
    lexicon = lexicon or Lexicon.default()
    grammar = english(profile, lexicon.named_days, lexicon.time_rules)
    if tuple(settings.languages) == ("en",):
        return recognize(text, grammar)
    from ceasetimeline.timex.languages import recognize_all

    return recognize_all(text, settings.languages, grammar)


def _remember(time: TimeExpression, spoken: list[Spoken]) -> None:
    if time.meaning is None or (time.interval is None and time.reason != "no-publication-date"):
        return
    dated = any(isinstance(part, Fixed) for part in leaves(time.meaning))
    carried = time.anchor.kind == "date" and any(isinstance(part, Month | MonthDay) for part in leaves(time.meaning))
    # A day that is not known yet, or not to the day, is one all the same.
    is_day = names_a_day(time.meaning) or (time.interval is not None and len(time.interval) == 1)
    spoken.append(
        Spoken(
            span=time.span,
            days=time.interval,
            unit=time.granularity,
            is_day=is_day,
            explicit=(time.anchor.kind == "none" and dated) or carried,
            rule=time.rule,
        )
    )


def _one(found: Found, page: Page, spoken: Sequence[Spoken], settings: Settings, profile: str) -> TimeExpression:
    anchor = anchor_of(found, page, spoken)
    if isinstance(found.meaning, Ambiguous) and settings.date_order in {"DMY", "MDY"}:
        first = settings.date_order == "DMY"
        found = attrs.evolve(found, meaning=found.meaning.day_first if first else found.meaning.month_first)
    carried = narrated(found, page, spoken)
    if carried is not None:
        found, anchor = attrs.evolve(found, meaning=rewritten(found.meaning, _onwards)), carried
    beside = joined(found, page, spoken)
    if beside is not None:
        direction, anchor = beside
        found = attrs.evolve(found, meaning=rewritten(found.meaning, partial(_facing, direction)))
    if profile == "timeml":
        found, anchor = as_timeml(found, anchor, page, spoken)
    words = page.text[found.start : found.stop]
    time = TimeExpression(
        span=Span(found.start, found.stop),
        text=words,
        type=timex_type(found.meaning),
        rule=found.rule,
        meaning=found.meaning,
        article=page.article,
        id=content_id("t", page.article, found.start, found.stop, words),
        anchor=anchor,
        **_placement(found.meaning, anchor, settings.calendar, on_a_day=_is_on_a_day(anchor, spoken)),
    )
    if profile == "timeml":
        time = valued_as_timeml(time)
    others = tuple(_other_readings(time, page, settings.calendar))
    steps = _steps(time, found) if page.trace else ()
    return attrs.evolve(time, others=others, trace=steps) if others or steps else time


def _facing(direction: Direction, part: Meaning) -> Meaning:
    return attrs.evolve(part, direction=direction) if isinstance(part, Weekday) else part


def _onwards(part: Meaning) -> Meaning:
    return attrs.evolve(part, direction=Direction.FUTURE) if isinstance(part, Month | MonthDay) else part


def _other_readings(time: TimeExpression, page: Page, calendar: Calendar) -> Iterator[TimeExpression]:
    """Further readings that the text leaves open, each placed on its own."""
    for meaning, anchor in other_meanings(time, page):
        other = placed_from(attrs.evolve(time, meaning=meaning), anchor, calendar)
        if other.interval is not None and other.interval != time.interval:
            yield other


def _steps(time: TimeExpression, found: Found) -> tuple[str, ...]:
    """What led to an expression: rules, operator tree, direction, anchor, days."""
    days = "" if time.anchor.days is None else f" {time.anchor.days!r}"
    return (
        f"rule: {' < '.join(rules_of(found.node))}",
        f"meaning: {time.meaning!r}",
        f"direction: {found.choice.cue!r}" if found.choice.cue else "direction: no cue",
        f"anchor: {time.anchor.kind}{days}",
        f"placed: {time.interval!r}" if time.interval is not None else f"not placed: {time.reason or time.type}",
    )


def _known_by(meaning: Meaning, publication: Publication) -> bool:
    """Whether an article of that publication can mean a named day: it lies not before the day."""
    latest = publication.bounds[1]
    return not isinstance(meaning, Named) or latest is None or latest >= Interval.of(meaning.first).start


def _is_on_a_day(anchor: Anchor, spoken: Sequence[Spoken]) -> bool:
    """Whether the words that an expression counts from name one day."""
    return anchor.kind == "date" and any(date.span == anchor.span and date.is_day for date in spoken)


def placed_from(
    time: TimeExpression, anchor: Anchor, calendar: Calendar, *, on_a_day: bool = False
) -> TimeExpression:
    """The expression placed from an anchor, or with the reason why it cannot be.

    ``on_a_day``: the words of the anchor name one day, which may be any of its days.
    """
    if time.meaning is None:
        return time
    return attrs.evolve(time, anchor=anchor, **_placement(time.meaning, anchor, calendar, on_a_day=on_a_day))


_REASONS: Final = {"none": "no-anchor", "event": "event-anchored"}


def _placement(meaning: Meaning, anchor: Anchor, calendar: Calendar, *, on_a_day: bool) -> dict[str, Any]:
    """The fields of an expression that follow from where its meaning lies on the calendar."""
    told = open_value(meaning)
    fields: dict[str, Any] = {"interval": None, "granularity": None, "edtf": "", "mod": mod_of(meaning), "reason": ""}
    if any(isinstance(part, Duration | SetOf) for part in leaves(meaning)):
        return fields | {"value": told}
    try:
        placed = _hull(meaning, anchor, calendar, on_a_day=on_a_day)
    except Unplaced as why:
        reason = why.reason
        if reason == "no-anchor":
            reason = _REASONS.get(anchor.kind, "no-publication-date")
        return fields | {"value": told, "reason": reason}
    lasting = any(isinstance(part, Trailing) for part in leaves(meaning))
    return fields | {
        "value": told if lasting else timex_value(placed),
        "interval": placed.interval,
        "granularity": placed.unit,
        "edtf": edtf(placed),
        "mod": placed.mod,
    }


def _hull(meaning: Meaning, anchor: Anchor, calendar: Calendar, *, on_a_day: bool) -> Placed:
    """The placement from every day of the anchor: one where they agree, else the stretch that holds all."""
    days = anchor.days
    if days is None or len(days) == 1 or (anchor.kind == "date" and not on_a_day):
        return place(meaning, days, calendar)
    placements = [place(meaning, Interval(day, day + 1), calendar) for day in range(days.start, days.stop)]
    first = placements[0]
    if all(placed.interval == first.interval for placed in placements):
        return first
    hull = first.interval
    for placed in placements:
        hull = hull.hull(placed.interval)
    return attrs.evolve(first, interval=hull, ranged=True, whole=None)


def again(
    times: Sequence[TimeExpression], publication: Publication, settings: Settings
) -> tuple[TimeExpression, ...]:
    """Expressions placed anew from the publication; those that count from another one follow it."""
    written = Page(text="", publication=publication).written
    placed: dict[Span, TimeExpression] = {}
    for time in times:
        anchor, on_a_day = time.anchor, False
        if anchor.kind == "publication":
            anchor = written
        elif anchor.kind == "date" and anchor.span in placed:
            counted = placed[anchor.span]
            anchor = attrs.evolve(anchor, days=counted.interval)
            on_a_day = counted.meaning is not None and names_a_day(counted.meaning)
        elif anchor.kind == "quotation":
            anchor = _said_again(anchor, written, placed)
        placed[time.span] = placed_from(time, anchor, settings.calendar, on_a_day=on_a_day)
    return tuple(placed[time.span] for time in times)


def _said_again(anchor: Anchor, written: Anchor, placed: Mapping[Span, TimeExpression]) -> Anchor:
    """The day of a statement, where the date of its saying or the publication became known."""
    if anchor.span is not None and anchor.span in placed:
        return attrs.evolve(anchor, days=placed[anchor.span].interval)
    if written.days is None:
        return anchor
    return attrs.evolve(anchor, days=Interval(max(written.days.start - 1, FIRST_DAY), written.days.stop))
