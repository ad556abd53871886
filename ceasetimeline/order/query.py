"""Which of two events came first, with the steps that prove it.

The index is made from what a timeline shows (events, relations, conflicts), so it serves a solution just made and a
timeline loaded from a file alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final, Literal

import attrs

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY
from ceasetimeline.codec import content_id
from ceasetimeline.errors import UnknownNameError
from ceasetimeline.model import Conflict, Event, Evidence, Relation, Strength
from ceasetimeline.order.reduction import Key, sequence
from ceasetimeline.order.statements import FOLLOWS, PRECEDES, STRENGTHS

Verdict = Literal["before", "after", "same", "unknown", "contested"]

_OPPOSITE: Final[dict[Verdict, Verdict]] = {"before": "after", "after": "before"}
_EARLY, _LATE = FIRST_DAY - 1, LAST_DAY + 1


@attrs.frozen(kw_only=True)
class Answer:
    """How one event lies to another, and why.

    ``path``: the steps from the earlier to the later event; a step that follows from dates alone is a relation
    "before" of strength "entailed" that cites what both dates rest on. The path of a "contested" answer is the one
    that sources of equal weight dispute.
    """

    source: str
    target: str
    relation: Verdict
    path: tuple[Relation, ...] = ()

    @property
    def strength(self) -> Strength | None:
        """The strength of the weakest step, None where there is no path."""
        return max((step.strength for step in self.path), key=STRENGTHS.__getitem__, default=None)


def sort_key(event: Event) -> tuple[int, int]:
    """Earliest and latest start, open sides first and last: events sort by it where nothing else orders them."""
    low, high = event.bounds.earliest_start, event.bounds.latest_start
    return _EARLY if low is None else low, _LATE if high is None else high


def earlier_and_later(relation: Relation) -> tuple[str, str] | None:
    """The earlier and the later event of a relation that orders its events, else None."""
    if relation.kind in PRECEDES:
        return relation.source, relation.target
    return (relation.target, relation.source) if relation.kind in FOLLOWS else None


def entailed_step(first: Event, second: Event) -> Relation:
    """The relation between two events whose dates alone order them."""
    return Relation(
        id=content_id("r", "before", first.id, second.id),
        source=first.id,
        target=second.id,
        kind="before",
        strength="entailed",
        evidence=tuple(dict.fromkeys(first.bounds_because + second.bounds_because)),
    )


Edges = list[list[tuple[int, Relation]]]


class OrderIndex:
    """Answers questions of order about events with relations and conflicts.

    Relations of strength "likely" prove nothing and are left out.
    """

    def __init__(
        self, events: Sequence[Event], relations: Iterable[Relation], conflicts: Iterable[Conflict] = ()
    ) -> None:
        self.events = tuple(events)
        self.place = {event.id: number for number, event in enumerate(self.events)}
        self._later: Edges = [[] for _ in self.events]
        self._sooner: Edges = [[] for _ in self.events]
        self._twins: Edges = [[] for _ in self.events]
        disputed = frozenset(
            item
            for conflict in conflicts
            if conflict.status == "contested" and conflict.kind in {"date", "order"}
            for claim in conflict.claims
            for item in claim.evidence
        )
        self._shaken_edges: set[str] = set()
        for relation in relations:
            self._add(relation, disputed)
        self._shaken = [bool(disputed) and _rests_on(event.bounds_because, disputed) for event in self.events]
        self._start = [day if (day := event.bounds.earliest_start) is not None else _EARLY for event in self.events]
        self._end = [day if (day := event.bounds.latest_end) is not None else _LATE for event in self.events]
        self._position = self._positions()

    def _add(self, relation: Relation, disputed: frozenset[Evidence]) -> None:
        if relation.strength == "likely" or not {relation.source, relation.target} <= self.place.keys():
            return
        u, v = self.place[relation.source], self.place[relation.target]
        if relation.kind == "same":
            self._twins[u].append((v, relation))
            self._twins[v].append((u, relation))
        elif earlier_and_later(relation):
            if relation.kind in FOLLOWS:
                u, v = v, u
            self._later[u].append((v, relation))
            self._sooner[v].append((u, relation))
        if disputed and _rests_on(relation.evidence, disputed):
            self._shaken_edges.add(relation.id)

    def _positions(self) -> list[int] | None:
        """The place of every event in a sequence that all relations agree with; None where they go round.

        A solution never goes round; a file that was edited may.
        """
        keys: list[Key] = [(*sort_key(event), number) for number, event in enumerate(self.events)]
        follows = {number: [other for other, _ in edges] for number, edges in enumerate(self._later) if edges}
        positions = [0] * len(keys)
        try:
            order = sequence(follows, keys)
        except ValueError:
            return None
        for position, event in enumerate(order):
            positions[event] = position
        return positions

    def order(self, a: str, b: str) -> Answer:
        """Whether the event ``a`` came before, after or at the same time as ``b``.

        "unknown" where nothing orders the two, "contested" where only a statement does that sources of equal weight
        dispute. Raises UnknownNameError for an id that no event has.
        """
        u, v = (self._number(name) for name in (a, b))
        if u == v:
            return Answer(source=a, target=b, relation="same")
        if self._position is None:
            return self._order_in_a_circle(a, b)
        first, second = (u, v) if self._position[u] < self._position[v] else (v, u)
        ways: tuple[tuple[Verdict, bool], ...] = (("before", False), ("contested", True))
        for relation, shaken in ways:
            path = self._path(first, second, shaken=shaken)
            if path:
                turned = _OPPOSITE.get(relation, relation) if first == v else relation
                return Answer(source=a, target=b, relation=turned, path=path)
            twins = self._search(u, v, self._twins, shaken=shaken)
            if twins:
                return Answer(source=a, target=b, relation="contested" if shaken else "same", path=twins)
        return Answer(source=a, target=b, relation="unknown")

    def _order_in_a_circle(self, a: str, b: str) -> Answer:
        """The answer where relations go round: contested if there is a way from each event to the other."""
        u, v = self.place[a], self.place[b]
        there, back = self._path(u, v, shaken=True), self._path(v, u, shaken=True)
        if there and back:
            return Answer(source=a, target=b, relation="contested", path=there)
        if there or back:
            return Answer(source=a, target=b, relation="before" if there else "after", path=there or back)
        return Answer(source=a, target=b, relation="unknown")

    def _number(self, name: str) -> int:
        try:
            return self.place[name]
        except KeyError:
            raise UnknownNameError("event", name, self.place) from None

    def _path(self, first: int, second: int, *, shaken: bool) -> tuple[Relation, ...]:
        """The steps that prove one event earlier than another; ``shaken`` steps count only if asked for."""
        arrivals = [second] if shaken or not self._shaken[second] else self._firm_arrivals(second)
        best = max(arrivals, key=self._start.__getitem__, default=None)
        floor = _EARLY if best is None else self._start[best]

        def by_date(node: int) -> bool:
            return self._end[node] < floor and (shaken or not self._shaken[node])

        steps = self._search(first, second, self._later, shaken=shaken, arrived=by_date)
        if steps is None or best is None:
            return steps or ()
        last = first if not steps else self.place[_later_end(steps[-1])]
        if last == second:
            return steps
        rest = self._search(best, second, self._later, shaken=shaken) if best != second else ()
        return (*steps, entailed_step(self.events[last], self.events[best]), *(rest or ()))

    def _firm_arrivals(self, node: int) -> list[int]:
        """Events that come before a node by undisputed steps and whose own dates nobody disputes."""
        seen, stack = {node}, [node]
        while stack:
            for other, relation in self._sooner[stack.pop()]:
                if other not in seen and relation.id not in self._shaken_edges:
                    seen.add(other)
                    stack.append(other)
        return [other for other in sorted(seen) if not self._shaken[other]]

    def _search(
        self,
        first: int,
        second: int,
        edges: Edges,
        *,
        shaken: bool,
        arrived: Callable[[int], bool] | None = None,
    ) -> tuple[Relation, ...] | None:
        """The relations from one event to another, or to one that has ``arrived``; None where there is no way."""
        if arrived is not None and arrived(first):
            return ()
        position = self._position if edges is self._later else None
        came: dict[int, tuple[int, Relation | None]] = {first: (first, None)}
        queue = [first]
        for node in queue:
            for other, relation in edges[node]:
                if other in came or (position is not None and position[other] > position[second]):
                    continue
                if not shaken and relation.id in self._shaken_edges:
                    continue
                came[other] = node, relation
                if other == second or (arrived is not None and arrived(other)):
                    return _way_back(came, other)
                queue.append(other)
        return None


def _rests_on(evidence: Iterable[Evidence], disputed: frozenset[Evidence]) -> bool:
    return any(item in disputed for item in evidence)


def _later_end(relation: Relation) -> str:
    return relation.source if relation.kind in FOLLOWS else relation.target


def _way_back(came: dict[int, tuple[int, Relation | None]], node: int) -> tuple[Relation, ...]:
    steps: list[Relation] = []
    while True:
        node, relation = came[node]
        if relation is None:
            return tuple(reversed(steps))
        steps.append(relation)


def evidence_of(path: Iterable[Relation]) -> tuple[Evidence, ...]:
    """All that a path cites, each once, in the order of the path."""
    return tuple(dict.fromkeys(chain.from_iterable(step.evidence for step in path)))
