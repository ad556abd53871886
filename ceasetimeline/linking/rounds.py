"""Talks in rounds and tracks, and moves that wait for an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.content import round_number
from ceasetimeline.model import Event, Relation

SETTLES: Final = frozenset({"answers", "retracts", "supersedes", "fulfils", "concludes"})
"""Links after which a move no longer waits."""
BREAK: Final = 21
"""Days without talks after which talks of the same parties begin a new track."""


@attrs.frozen(kw_only=True)
class Track:
    """Talks of the same parties that follow one another, with the number of each where a text gives it.

    ``rounds`` pairs a number (None where no text numbers it) with the event, in order of time.
    """

    parties: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    rounds: tuple[tuple[int | None, Event], ...] = ()


def open_moves(
    events: Iterable[Event], relations: Iterable[Relation], lexicon: Lexicon | None = None
) -> tuple[Event, ...]:
    """The moves that ask for an answer and that no event answers, retracts, supersedes or settles.

    A reply that takes no stand ("is studying the offer") leaves a move open.
    """
    lexicon = Lexicon.default() if lexicon is None else lexicon
    events = tuple(events)
    types = {event.id: event.type for event in events}
    evasive = {name for kin in lexicon.kins if kin.leaves_open for name in kin.types}
    settled = {r.target for r in relations if r.kind in SETTLES and types.get(r.source) not in evasive}
    waiting = awaited_types(lexicon)
    return tuple(e for e in events if e.type in waiting and e.realis == "actual" and e.id not in settled)


def awaited_types(lexicon: Lexicon) -> frozenset[str]:
    """The types of moves that ask for an answer: those that others answer, but for what is settled already.

    A stand (an acceptance, a rejection) may be answered by the other side, but settles what it is about.
    """
    stands = {name for kin in lexicon.kins if kin.said and kin.opposes for name in kin.types}
    groups = {row.name: row.group for row in lexicon.event_types}
    answered = {
        name for row in lexicon.event_types for link in row.links if link.kind == "answers" for name in link.to
    }
    return frozenset(name for name in answered - stands if groups.get(name) in {"initiate", "respond"})


def tracks(events: Sequence[Event], lexicon: Lexicon | None = None) -> tuple[Track, ...]:
    """Talks that took place, grouped into tracks: the same parties, without a long break between.

    Which types are talks stands in the lexicon: the reciprocal ones of the group "talk".
    """
    lexicon = Lexicon.default() if lexicon is None else lexicon
    talks = {row.name for row in lexicon.event_types if row.group == "talk" and row.reciprocal}
    by_parties: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in sorted(events, key=_when):
        if event.type in talks and event.realis == "actual" and len(event.roles.acting) > 1:
            by_parties[tuple(sorted(event.roles.acting))].append(event)
    found = [_track(parties, run) for parties, row in by_parties.items() for run in _runs(row)]
    return tuple(sorted(found, key=lambda track: (_when(track.rounds[0][1]), track.parties)))


def _runs(events: Sequence[Event]) -> Iterable[list[Event]]:
    run: list[Event] = []
    for event in events:
        if run and _when(event)[0] - _when(run[-1])[0] > BREAK:
            yield run
            run = []
        run.append(event)
    if run:
        yield run


def _track(parties: tuple[str, ...], run: Sequence[Event]) -> Track:
    return Track(
        parties=parties,
        mediators=tuple(sorted({name for event in run for name in event.roles.mediator})),
        venues=tuple(dict.fromkeys(event.venue for event in run if event.venue)),
        rounds=tuple((round_number(event.round) if event.round else None, event) for event in run),
    )


def _when(event: Event) -> tuple[int, str]:
    first, last = event.bounds.earliest_start, event.bounds.latest_end
    day = last if first is None else first
    return (10**9 if day is None else day, event.id)
