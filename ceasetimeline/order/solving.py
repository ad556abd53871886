"""From events and statements to bounds, order and contradictions: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final

import attrs

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, TimeBounds
from ceasetimeline.codec import content_id
from ceasetimeline.errors import InputError
from ceasetimeline.model import Conflict, Event, Evidence, Issue, Publication, Relation, Statement, Strength
from ceasetimeline.order.acceptance import Acceptance, Clash
from ceasetimeline.order.conflicts import conflict_of
from ceasetimeline.order.precedence import Steps, Trail, steps
from ceasetimeline.order.query import Answer, OrderIndex, entailed_step, sort_key
from ceasetimeline.order.reduction import reduce_order, sequence
from ceasetimeline.order.statements import METRIC, STRENGTHS, Numbering, Weighed, Weights, dated, merged, published
from ceasetimeline.order.tighten import Horizon, earliest, latest

MOST_DATE_EDGES: Final = 20
"""So many edges an event, on average, may follow from dates alone before they are left to the dates themselves."""

_NOTHING: Final[Mapping[str, Publication]] = MappingProxyType({})
_NO_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType({})
_NO_WITNESSES: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class SetAside:
    """A statement that could not be used, and the accepted statements that stand against it."""

    statement: Statement
    against: tuple[Statement, ...]
    conflict: str = ""


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
        firm = [number for number, item in enumerate(weighed) if item.statement.strength != "likely"]
        likely = [number for number, item in enumerate(weighed) if item.statement.strength == "likely"]
        acceptance.offer(firm)
        early, late = earliest(acceptance.network), latest(acceptance.network)
        acceptance.offer(likely)
        return self._solution(_Outcome(self, acceptance, early, late), lost)

    def _solution(self, outcome: _Outcome, lost: Sequence[Statement]) -> Solution:
        weighed, acceptance = outcome.weighed, outcome.acceptance
        conflicts, aside, issues = outcome.disagreements()
        aside += [SetAside(statement=statement, against=()) for statement in lost]
        issues += [_unknown(statement, self.numbering.numbers) for statement in lost]
        relations, complete = outcome.relations()
        if not complete:
            issues.append(Issue(code="date-edges-left-out", message=_LEFT_OUT))
        events = outcome.events
        numbers = self.numbering.numbers
        return Solution(
            events=events,
            bounds={event.id: event.bounds for event in events},
            publications={
                article: outcome.days(self.numbering.points(numbers[article])[0])
                for article in self.numbering.articles
            },
            relations=relations,
            conflicts=tuple(sorted(conflicts, key=lambda conflict: (conflict.kind, conflict.subjects, conflict.id))),
            accepted=tuple(weighed[number].statement for number in sorted(acceptance.accepted)),
            set_aside=tuple(aside),
            sequence=outcome.sequence(),
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


@attrs.frozen(eq=False, slots=False)
class _Outcome:
    """What acceptance left, turned into values that cite their evidence."""

    solver: _Solver
    acceptance: Acceptance
    early: Horizon
    late: Horizon

    @property
    def weighed(self) -> Sequence[Weighed]:
        return self.acceptance.weighed

    def days(self, node: int) -> tuple[int | None, int | None]:
        """Earliest and latest day of a node, as far as the calendar goes."""
        low, high = self.early.days[node], self.late.days[node]
        return (
            None if low is None or not FIRST_DAY <= low <= LAST_DAY else low,
            None if high is None or not FIRST_DAY <= high <= LAST_DAY else high,
        )

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events with their tightest bounds and what these rest on."""
        return tuple(self._placed(number, event) for number, event in enumerate(self.solver.events))

    def _placed(self, number: int, event: Event) -> Event:
        (es, ls), (ee, le) = self.days(2 * number), self.days(2 * number + 1)
        if (es, ls, ee, le) == event.bounds.sides and event.bounds_because:
            return event
        bounds = TimeBounds(earliest_start=es, latest_start=ls, earliest_end=ee, latest_end=le)
        owners = [
            owner
            for horizon, node in (
                (self.early, 2 * number),
                (self.late, 2 * number),
                (self.early, 2 * number + 1),
                (self.late, 2 * number + 1),
            )
            for owner in horizon.owners(node)
        ]
        return attrs.evolve(event, bounds=bounds, bounds_because=self._evidence(owners))

    def _evidence(self, numbers: Iterable[int]) -> tuple[Evidence, ...]:
        cited = [self.weighed[number].statement.evidence for number in dict.fromkeys(numbers)]
        return cited[0] if len(cited) == 1 else tuple(dict.fromkeys(chain.from_iterable(cited)))

    def disagreements(self) -> tuple[list[Conflict], list[SetAside], list[Issue]]:
        """What was set aside: as conflicts between sources, or as issues where a statement fails by itself."""
        conflicts, aside, issues = [], [], []
        for clash in self.acceptance.clashes:
            statement = self.weighed[clash.number].statement
            conflict = ""
            if not clash.against:
                issues.append(_impossible(statement))
            elif statement.strength != "likely":
                conflicts.append(conflict_of(clash, self.weighed))
                conflict = conflicts[-1].id
            aside.append(SetAside(statement=statement, against=self._against(clash), conflict=conflict))
        return conflicts, aside, issues

    def _against(self, clash: Clash) -> tuple[Statement, ...]:
        return tuple(self.weighed[number].statement for number in clash.against)

    @cached_property
    def firm(self) -> list[int]:
        """The accepted statements that are more than likely."""
        return [n for n in self.acceptance.accepted if self.weighed[n].statement.strength != "likely"]

    @cached_property
    def firm_steps(self) -> Steps:
        return steps(self.firm, self.weighed, len(self.events))

    @cached_property
    def _firm_order(self) -> list[int]:
        keys = [(*sort_key(event), number) for number, event in enumerate(self.events)]
        return sequence(self.firm_steps, keys)

    def sequence(self) -> tuple[str, ...]:
        """The events in timeline order; what is only likely breaks ties."""
        if len(self.firm) == len(self.acceptance.accepted):
            return tuple(self.events[number].id for number in self._firm_order)
        follows = steps(self.acceptance.accepted, self.weighed, len(self.events))
        rank = {event: position for position, event in enumerate(self._firm_order)}
        keys = [(*sort_key(event), rank[number]) for number, event in enumerate(self.events)]
        return tuple(self.events[number].id for number in sequence(follows, keys))

    def relations(self) -> tuple[tuple[Relation, ...], bool]:
        """All relations, those that only repeat others left out; and whether dates could be shown as relations."""
        starts = [event.bounds.earliest_start for event in self.events]
        ends = [event.bounds.latest_end for event in self.events]
        most = max(10_000, MOST_DATE_EDGES * len(starts))
        reduced = reduce_order(self.firm_steps, self._firm_order, starts, ends, most)
        found = [relation for u, v in reduced.edges if (relation := self._edge(u, v)) is not None]
        found += self._links()
        found += self._likely_edges(found)
        found.sort(key=lambda relation: (relation.source, relation.target, relation.kind))
        return tuple(found), reduced.complete

    def _edge(self, u: int, v: int) -> Relation | None:
        """The relation "before" of two events: by the words that say so, else by their dates."""
        trail = self.firm_steps.get(u, {}).get(v)
        if trail is not None and (len(trail) > 1 or self.weighed[trail[0]].kind in {"before", "gap"}):
            return self._stated(u, v, trail, "asserted")
        first, second = self.events[u], self.events[v]
        end, start = first.bounds.latest_end, second.bounds.earliest_start
        if end is None or start is None or end >= start:
            return None
        step = entailed_step(first, second)
        return step if self._is_metric(u, v) else attrs.evolve(step, strength="asserted")

    def _is_metric(self, u: int, v: int) -> bool:
        """Whether the dates that order two events follow from statements that count days, and from no cue."""
        owners = self.late.owners(2 * u + 1) + self.early.owners(2 * v)
        return all(self.weighed[owner].kind in METRIC for owner in owners)

    def _stated(self, u: int, v: int, trail: Trail, strength: Strength) -> Relation:
        source, target = self.events[u].id, self.events[v].id
        return Relation(
            id=content_id("r", "before", source, target),
            source=source,
            target=target,
            kind="before",
            strength=strength,
            evidence=self._evidence(trail),
        )

    def _links(self) -> list[Relation]:
        links: dict[str, Relation] = {}
        for number in sorted(self.acceptance.accepted):
            statement, _, kind, u, v, _ = self.weighed[number]
            if kind in METRIC or kind == "before" or u == v:
                continue
            if max(u, v) < len(self.events):
                source, target = statement.source, statement.target
                name = content_id("r", kind, source, target)
                strength, evidence = statement.strength, statement.evidence
                known = links.get(name)
                if known is not None:
                    strength = min(strength, known.strength, key=STRENGTHS.__getitem__)
                    evidence = tuple(dict.fromkeys(known.evidence + evidence))
                links[name] = Relation(
                    id=name, source=source, target=target, kind=kind, strength=strength, evidence=evidence
                )
        return list(links.values())

    def _likely_edges(self, firm: Sequence[Relation]) -> list[Relation]:
        numbers = [n for n in self.acceptance.accepted if self.weighed[n].statement.strength == "likely"]
        if not numbers:
            return []
        index = OrderIndex(self.events, firm)
        return [
            self._stated(u, v, trail, "likely")
            for u, follows in steps(numbers, self.weighed, len(self.events)).items()
            for v, trail in follows.items()
            if self.weighed[trail[0]].kind == "before"
            and index.order(self.events[u].id, self.events[v].id).relation == "unknown"
        ]


def _impossible(statement: Statement) -> Issue:
    subject = " and ".join(dict.fromkeys(filter(None, (statement.source, statement.target))))
    message = f"the statement {statement.kind!r} about {subject} contradicts itself; it was set aside"
    return Issue(code="impossible-statement", message=message)
