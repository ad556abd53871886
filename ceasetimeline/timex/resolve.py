"""From meanings to time expressions: each is given its anchor, placed, and written as TIMEX3 and EDTF."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.codec import content_id
from ceasetimeline.granularity import Calendar, Granularity
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.meaning import Meaning, Named, Reference, Shift, This, Vague
from ceasetimeline.model import NO_ANCHOR, Anchor, Publication, Settings, Span, TimeExpression
from ceasetimeline.timex.anchors import Spoken, discourse_anchor
from ceasetimeline.timex.place import Placed, Unplaced, place
from ceasetimeline.timex.recognize import Found, english, leaves, recognize, references, timex_type
from ceasetimeline.timex.values import edtf, open_value, timex_value

G = Granularity

WIDEST: Final = 400


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
    """The time expressions of a text, placed."""
    made: list[TimeExpression] = []
    spoken: list[Spoken] = []
    grammar = english(profile, (lexicon or Lexicon.default()).named_days)
    for found in recognize(text, grammar):
        if isinstance(found.meaning, Vague) and not vague:
            continue
        if isinstance(found.meaning, Named) and not _known_by(found.meaning, publication):
            continue
        anchor = _anchor(text, found, publication, spoken)
        time = _expression(text, found, anchor, settings.calendar, article)
        made.append(time)
        if time.interval is not None and time.granularity is not None:
            spoken.append(Spoken(time.span, Placed(time.interval, time.granularity)))
    return tuple(made)


def _anchor(text: str, found: Found, publication: Publication, spoken: Sequence[Spoken]) -> Anchor:
    wanted = references(found.meaning)
    if Reference.EVENT in wanted:
        return Anchor(kind="event")
    if Reference.DISCOURSE in wanted:
        return discourse_anchor(text, found.start, spoken, _unit(found.meaning))
    if Reference.SPEECH in wanted:
        return Anchor(kind="publication", days=_days(publication))
    return NO_ANCHOR


def _known_by(named: Named, publication: Publication) -> bool:
    """Whether an article of that publication can mean the named day: it lies not before the day."""
    latest = publication.bounds[1]
    return latest is None or latest >= Interval.of(named.first).start


def _unit(meaning: Meaning) -> G:
    return next((part.unit for part in leaves(meaning) if isinstance(part, Shift | This)), G.DAY)


def _days(publication: Publication) -> Interval | None:
    first, last = publication.bounds
    if first is None or last is None or not first <= last <= first + WIDEST:
        return None
    return Interval(first, last + 1)


def _expression(text: str, found: Found, anchor: Anchor, calendar: Calendar, article: str) -> TimeExpression:
    words = text[found.start : found.stop]
    time = TimeExpression(
        span=Span(found.start, found.stop),
        text=words,
        type=timex_type(found.meaning),  # type: ignore[arg-type]
        value=open_value(found.meaning),
        rule=found.rule,
        meaning=found.meaning,
        anchor=anchor,
        article=article,
        id=content_id("t", article, found.start, found.stop, words),
    )
    return placed_from(time, anchor, calendar)


def placed_from(time: TimeExpression, anchor: Anchor, calendar: Calendar) -> TimeExpression:
    """The expression placed from an anchor, or with the reason why it cannot be."""
    if time.meaning is None or time.type in {"DURATION", "SET"}:
        return time
    try:
        placed = _hull(time.meaning, anchor, calendar)
    except Unplaced as why:
        reason = why.reason
        if reason == "no-anchor":
            reason = {"publication": "no-publication-date", "event": "event-anchored"}.get(anchor.kind, "no-anchor")
        return attrs.evolve(
            time,
            anchor=anchor,
            interval=None,
            granularity=None,
            edtf="",
            mod="",
            value=open_value(time.meaning),
            reason=reason,
        )
    return attrs.evolve(
        time,
        anchor=anchor,
        interval=placed.interval,
        granularity=placed.unit,
        value=timex_value(placed),
        mod=placed.mod,
        edtf=edtf(placed),
        reason="",
    )


def _hull(meaning: Meaning, anchor: Anchor, calendar: Calendar) -> Placed:
    """The placement from every day of the anchor: one where they agree, else the stretch that holds all."""
    days = anchor.days
    if days is None or len(days) == 1 or anchor.kind == "date":
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
    placed: dict[Span, TimeExpression] = {}
    for time in times:
        anchor = time.anchor
        if anchor.kind == "publication":
            anchor = attrs.evolve(anchor, days=_days(publication))
        elif anchor.kind == "date" and anchor.span in placed:
            anchor = attrs.evolve(anchor, days=placed[anchor.span].interval)
        placed[time.span] = placed_from(time, anchor, settings.calendar)
    return tuple(placed[time.span] for time in times)
