"""From events and statements to bounds, order and contradictions: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final

import attrs

from ceasetimeline.bounds import TimeBounds
from ceasetimeline.errors import InputError
from ceasetimeline.model import Conflict, Event, Evidence, Issue, Publication, Relation, Statement
from ceasetimeline.order.acceptance import Acceptance
from ceasetimeline.order.outcome import Outcome, SetAside
from ceasetimeline.order.query import Answer, OrderIndex
from ceasetimeline.order.statements import Numbering, Weights, dated, merged, published
from ceasetimeline.order.tighten import earliest, latest

_NOTHING: Final[Mapping[str, Publication]] = MappingProxyType({})
_NO_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType({})
_NO_WITNESSES: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen(kw_only=True, slots=False)
class Solution:
    """What the statements say when the weightiest that fit together are believed.

    ``bounds``: the tightest days of every event; ``publications``: those of every article; ``relations``: what came
    before what, reduced, and all other links; ``sequence``: the events in timeline order; ``accepted`` and
    ``set_aside`` hold every statement, equal ones as one.
    """

    events: tuple[Event, ...]
    bounds: Mapping[str, TimeBounds]
    publications: Mapping[str, tuple[int | None, int | None]]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    accepted: tuple[Statement, ...]
    set_aside: tuple[SetAside, ...]
    sequence: tuple[str, ...]
    issues: tuple[Issue, ...] = ()

    @cached_property
    def index(self) -> OrderIndex:
        """The index that questions of order are put to."""
        return OrderIndex(self.events, self.relations, self.conflicts)

    def order(self, a: str, b: str) -> Answer:
        """Whether one event came before another, with the proof; see `OrderIndex.order`."""
        return self.index.order(a, b)

    def because(self, event: str) -> tuple[Evidence, ...]:
        """What the bounds of an event rest on."""
        return self.events[self.index.place[event]].bounds_because


def solve(
    events: Sequence[Event],
    statements: Iterable[Statement] = (),
    *,
    publications: Mapping[str, Publication] = _NOTHING,
    source_weights: Mapping[str, float] = _NO_WEIGHTS,
    witnesses: Mapping[str, str] = _NO_WITNESSES,
) -> Solution:
    """Bounds, order and contradictions of events, by what the statements about them say.

    Statements name events, mentions of events, or articles (by id; an article is the day of its publication).
    ``source_weights`` says how much an article or a source counts (1.0 if not given), ``witnesses`` for which
    independent source an article speaks (itself if not given).

    A walk-out on 5 July 2025, talks on the 8th, and a mediator's visit between the two:

    >>> from ceasetimeline.bounds import Interval
    >>> def move(name, *days):
    ...     return Event(id=name, type="talks", bounds=TimeBounds.within(Interval.of(*days)))
    >>> events = [move("walk-out", "2025-07-05"), Event(id="visit", type="delegation"), move("talks", "2025-07-08")]
    >>> said = [Statement(kind="after", source="visit", target="walk-out"),
    ...         Statement(kind="before", source="visit", target="talks")]
    >>> solve(events, said).bounds["visit"].to_json()
    {'start': ['2025-07-05', '2025-07-08'], 'end': ['2025-07-05', '2025-07-08']}

    Raises InputError where two events have one id.
    """
    return _Solver.of(events, publications).solve(statements, source_weights, witnesses)


@attrs.frozen(eq=False)
class _Solver:
    """The events, the articles, and the numbers they have in the network."""

    events: tuple[Event, ...]
    publications: Mapping[str, Publication]
    numbering: Numbering

    @classmethod
    def of(cls, events: Sequence[Event], publications: Mapping[str, Publication]) -> _Solver:
        ordered = tuple(sorted(events, key=lambda event: event.id))
        for one, other in pairwise(ordered):
            if one.id == other.id:
                raise InputError(f"two events have the id {one.id!r}; give every event an id of its own")
        numbers = {event.id: number for number, event in enumerate(ordered)}
        for article in sorted(publications.keys() - numbers.keys()):
            numbers[article] = len(numbers)
        aliases = {
            mention: event.id for event in reversed(ordered) for mention in event.mentions if mention not in numbers
        }
        return cls(ordered, publications, Numbering(len(ordered), numbers, aliases))

    def solve(
        self, statements: Iterable[Statement], source_weights: Mapping[str, float], witnesses: Mapping[str, str]
    ) -> Solution:
        weights = Weights(witnesses, source_weights)
        given = [item for event in self.events for item in dated(event, weights)]
        days = [
            item for article in sorted(self.publications) for item in published(article, self.publications[article])
        ]
        weighed, lost = merged(chain(given, days, statements), self.numbering, weights)
        acceptance = Acceptance(weighed, self.numbering.spans, self.numbering.size)
        firm = [number for number, one in enumerate(weighed.statements) if one.strength != "likely"]
        likely = [number for number, one in enumerate(weighed.statements) if one.strength == "likely"]
        acceptance.offer(firm)
        early, late = earliest(acceptance.network), latest(acceptance.network)
        acceptance.offer(likely)
        return self._solution(Outcome(self.events, acceptance, early, late), lost)

    def _solution(self, outcome: Outcome, lost: Sequence[Statement]) -> Solution:
        statements = outcome.statements
        conflicts, aside, issues = outcome.disagreements()
        aside += [SetAside(statement=statement, against=()) for statement in lost]
        issues += [_unknown(statement, self.numbering.numbers) for statement in lost]
        relations, complete = outcome.relations()
        if not complete:
            issues.append(Issue(code="date-edges-left-out", message=_LEFT_OUT))
        events = outcome.events
        return Solution(
            events=events,
            bounds={event.id: event.bounds for event in events},
            publications={
                article: (outcome.first_days[point], outcome.last_days[point])
                for point, article in enumerate(self.numbering.articles, 2 * self.numbering.events)
            },
            relations=relations,
            conflicts=tuple(sorted(conflicts, key=lambda conflict: (conflict.kind, conflict.subjects, conflict.id))),
            accepted=tuple(statements[number] for number in sorted(outcome.acceptance.accepted)),
            set_aside=tuple(aside),
            sequence=outcome.sequence,
            issues=tuple(dict.fromkeys(issues)),
        )


_LEFT_OUT: Final = (
    "so many events share days that the order their dates give is not repeated as relations; "
    "questions of order still answer from the dates"
)


def _unknown(statement: Statement, known: Mapping[str, object]) -> Issue:
    strangers = [name for name in (statement.source, statement.target) if name not in known]
    names = " and ".join(repr(name) for name in strangers)
    message = f"a statement {statement.kind!r} names {names}, which is no event and no article here; check the id"
    return Issue(code="unknown-event", message=message)
