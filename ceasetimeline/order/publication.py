"""Publication days of articles that came without one: own clues, dated events, and the other articles.

Each clue says which days it leaves open; hard clues are laid over one another first, soft ones narrow what is left
and never overrule them. A clue that the others leave no room for is set aside, and stays listed with that note. The
loop over the articles has a fixed number of passes, and each pass only tightens.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs
import msgspec

from ceasetimeline.errors import InputError
from ceasetimeline.lexicon import Lexicon, NamedDay
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    ArticleReading,
    Clue,
    Evidence,
    Publication,
    Settings,
    TimeExpression,
)
from ceasetimeline.order.elsewhere import Dated, hints_from, hints_from_copies
from ceasetimeline.timex import place_again
from ceasetimeline.timex.clues import Hint, clues_of

PASSES: Final = 3
"""How often the undated articles are gone through: what one of them gains may serve the next."""
WINDOW: Final = 400
"""Days up to which a stretch is looked at day by day."""

Days = tuple[int | None, int | None]


def date_undated(
    readings: Sequence[ArticleReading],
    known_events: Iterable[NamedDay | Mapping[str, Any]] = (),
    settings: Settings = DEFAULT_SETTINGS,
    lexicon: Lexicon | None = None,
    *,
    reread: Callable[[ArticleReading], ArticleReading] | None = None,
) -> tuple[ArticleReading, ...]:
    """The readings, in their order, with a publication interval for each article whose day is not known.

    A clue-less article keeps an unknown publication. ``known_events`` are dated events that the reader may rely on:
    ``{"names": ["the 12-day war"], "start": "2025-06-13", "end": "2025-06-24"}``. ``reread`` attaches the mentions
    of a reading to its times anew, after they were placed from a new interval.

    Raises InputError for a known event that cannot be read.
    """
    lexicon = Lexicon.default() if lexicon is None else lexicon
    events = (*lexicon.named_days, *map(known_event, known_events))
    given = {place: reading.article.publication for place, reading in enumerate(readings) if _is_open(reading)}
    hints = _own_hints(readings, given, events, settings)
    found = list(readings)
    for number in range(PASSES if given else 0):
        before = tuple(found)
        dated = Dated.of(before, lexicon) if number else None
        for place, publication in given.items():
            others = hints_from(dated, before[place], settings) if dated else ()
            known = attrs.evolve(publication, bounds=before[place].article.publication.bounds)
            weighed = weigh((*hints[place], *others), known if number else publication)
            found[place] = _with(before[place], weighed, settings, reread)
        if number and tuple(found) == before:
            break
    return tuple(found)


def _own_hints(
    readings: Sequence[ArticleReading], places: Iterable[int], events: Sequence[NamedDay], settings: Settings
) -> dict[int, tuple[Hint, ...]]:
    """What the undated articles tell of their day themselves, and by being versions of others, by their places."""
    reprints = hints_from_copies(readings) if places else {}
    hints = {}
    for place in places:
        reading = readings[place]
        told = clues_of(
            reading.article, reading.sentences, _told_times(reading), events=events, calendar=settings.calendar
        )
        reprint = reprints.get(reading.article.id)
        hints[place] = told if reprint is None else (*told, reprint)
    return hints


def known_event(row: NamedDay | Mapping[str, Any]) -> NamedDay:
    """A dated event as a user hands it in, checked.

    >>> known_event({"names": ["the 12-day war"], "start": "2025-06-13", "end": "2025-06-24"}).start
    datetime.date(2025, 6, 13)

    Raises InputError that names the fault.
    """
    if isinstance(row, NamedDay):
        return row
    try:
        event = msgspec.convert({"end": row.get("start"), **row}, NamedDay)
    except (msgspec.ValidationError, AttributeError) as fault:
        wanted = '{"names": ["the 12-day war"], "start": "2025-06-13", "end": "2025-06-24"}'
        raise InputError(f"a known event cannot be read ({fault}); write it as {wanted}") from fault
    if event.end < event.start or not event.names or not all(name.strip() for name in event.names):
        raise InputError(f"the known event {event.names} needs a name, and an end that is not before its start")
    return event


def weigh(hints: Iterable[Hint], given: Publication) -> Publication:
    """The publication that clues leave open: hard ones first, then soft ones, the narrow before the wide.

    ``given`` holds what is already known. Clues that leave no day are set aside, with a note on why.
    """
    bounds, kept = given.bounds, []
    weekdays: list[Hint] = []
    for hint in sorted(hints, key=_trust):
        if hint.clue.bounds == (None, None):
            weekdays.append(hint)
            continue
        both = _overlay(bounds, hint.clue.bounds)
        kept.append(hint.clue if both else _aside(hint.clue, bounds))
        bounds = both or bounds
    for hint in weekdays:
        bounds, clue = _by_weekday(hint, bounds)
        kept.append(clue)
    clues = (*given.clues, *sorted(kept, key=_place_in_text))
    basis = given.basis if given.basis in {"stated", "text"} else "unknown" if bounds == (None, None) else "inferred"
    return Publication(bounds=bounds, basis=basis, clues=clues)


def _trust(hint: Hint) -> tuple[object, ...]:
    low, high = hint.clue.bounds
    open_sides = (low is None) + (high is None)
    width = 0 if low is None or high is None else high - low
    sureness = (not hint.clue.hard, hint.rank, open_sides, width)
    return (
        *sureness,
        hint.clue.evidence.rule,
        _place_in_text(hint.clue),
        repr(hint.clue.bounds),
        sorted(hint.weekdays),
    )


def _place_in_text(clue: Clue) -> tuple[str, int, int, str]:
    span = clue.evidence.span
    return clue.evidence.article, span.start if span else -1, span.stop if span else -1, clue.evidence.rule


def _overlay(one: Days, other: Days) -> Days | None:
    lows = [day for day in (one[0], other[0]) if day is not None]
    highs = [day for day in (one[1], other[1]) if day is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return None if low is not None and high is not None and low > high else (low, high)


def _aside(clue: Clue, bounds: Days) -> Clue:
    low, high = ("open" if day is None else dt.date.fromordinal(day).isoformat() for day in bounds)
    note = f"set aside: it disagrees with {low} to {high}, which other clues give"
    return attrs.evolve(clue, evidence=_noted(clue.evidence, note))


def _noted(evidence: Evidence, note: str) -> Evidence:
    return attrs.evolve(evidence, note=f"{evidence.note}; {note}" if evidence.note else note)


def _by_weekday(hint: Hint, bounds: Days) -> tuple[Days, Clue]:
    """The bounds drawn in to the days of the week that a clue allows, where both sides are known and near."""
    low, high = bounds
    if low is None or high is None or high - low > WINDOW:
        return bounds, attrs.evolve(hint.clue, evidence=_noted(hint.clue.evidence, "of no use without other bounds"))
    days = [day for day in range(low, high + 1) if dt.date.fromordinal(day).isoweekday() in hint.weekdays]
    if not days:
        return bounds, _aside(hint.clue, bounds)
    return (days[0], days[-1]), attrs.evolve(hint.clue, bounds=(days[0], days[-1]))


def _is_open(reading: ArticleReading) -> bool:
    return reading.article.publication.day is None


def _told_times(reading: ArticleReading) -> tuple[TimeExpression, ...]:
    """The times of the story itself: a copyright line or a time of update tells nothing of it."""
    return tuple(time for time in reading.times if not any(time.span.overlaps(own) for own in reading.boilerplate))


def _with(
    reading: ArticleReading,
    publication: Publication,
    settings: Settings,
    reread: Callable[[ArticleReading], ArticleReading] | None,
) -> ArticleReading:
    moved = publication.bounds[1] != reading.article.publication.bounds[1]
    times = place_again(reading.times, publication, settings)
    moved = moved or times != reading.times
    reading = attrs.evolve(reading, article=attrs.evolve(reading.article, publication=publication), times=times)
    # An earliest day alone places no time and bounds no move: the mentions stay as they are.
    return reread(reading) if moved and reread else reading
