"""Which statements hold together: accepted one by one, the weightiest first.

A statement that would close a contradiction with those accepted before it is set aside, with the contradiction as its
reason. So a statement that fits displaces nothing, and no order of the input matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from ceasetimeline.order.network import STRUCTURE, Network
from ceasetimeline.order.seed import first_guess
from ceasetimeline.order.statements import ORIGIN, Bond, Weighed


@attrs.frozen(eq=False)
class Clash:
    """A statement that was set aside, and the accepted statements that it cannot stand beside (by their numbers)."""

    number: int
    against: tuple[int, ...]


class Acceptance:
    """Statements being accepted: the network of days, and the network of what comes first within a day.

    Days and order within the day can be kept apart, because any order that has no circle fits any schedule of days
    that keeps its days in that order.
    """

    def __init__(self, weighed: Sequence[Weighed], spans: Sequence[tuple[int, int]], size: int) -> None:
        self.weighed = weighed
        self.spans = spans
        guess = first_guess(weighed, spans, size)
        self.days = Network(guess.days)
        self.tangle = guess.tangle
        self.ranks = Network(range(len(guess.tangle)))
        for start, end in spans:
            self.days.add([(end, start, 0)], STRUCTURE)
            if start in self.tangle and end in self.tangle:
                self.ranks.add([(self.tangle[end], self.tangle[start], 0)], STRUCTURE)
        self.accepted: list[int] = []
        self.clashes: list[Clash] = []

    def offer(self, numbers: Iterable[int]) -> None:
        """Accepts or sets aside statements in the order of their numbers."""
        for number in numbers:
            cycle = self._try(number, self.weighed[number].bonds)
            if cycle is None:
                self.accepted.append(number)
            else:
                against = minimal(number, sorted(set(cycle) - {number, STRUCTURE}), self.weighed, self.spans)
                self.clashes.append(Clash(number, against))

    def _try(self, number: int, bonds: tuple[Bond, ...]) -> list[int] | None:
        tangle = self.tangle
        ranked = (
            []
            if not tangle
            else [
                (tangle[u], tangle[v], rank)
                for u, v, _, rank in bonds
                if rank is not None and u in tangle and v in tangle
            ]
        )
        cycle = self.ranks.add(ranked, number) if ranked else None
        if cycle is None:
            cycle = self.days.add([bond[:3] for bond in bonds], number)
            if cycle is not None and ranked:
                self.ranks.take_back(ranked)
        return cycle


def minimal(
    number: int, against: Sequence[int], weighed: Sequence[Weighed], spans: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """The statements of a contradiction without those it does not need."""
    kept = list(against)
    if len(kept) > 1:
        for candidate in reversed(against):
            rest = [other for other in kept if other != candidate]
            if not fits([weighed[other].bonds for other in (number, *rest)], spans):
                kept = rest
    return tuple(kept)


def fits(bundles: Iterable[tuple[Bond, ...]], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a few statements can all be true, looked at alone."""
    bonds = [bond for bundle in bundles for bond in bundle]
    nodes = {node for u, v, _, _ in bonds for node in (u, v) if node != ORIGIN}
    structure = [spans[event] for event in {node // 2 for node in nodes} if event < len(spans)]
    walls = [(end, start, 0) for start, end in structure]
    days = [(u, v, days) for u, v, days, _ in bonds]
    ranks = [(u, v, rank) for u, v, _, rank in bonds if rank is not None]
    return not (_goes_round(days + walls) or _goes_round(ranks + walls))


def _goes_round(bonds: Sequence[tuple[int, int, int]]) -> bool:
    reach = dict.fromkeys((node for u, v, _ in bonds for node in (u, v)), 0)
    for _ in range(len(reach) + 1):
        moved = False
        for u, v, weight in bonds:
            if reach[u] + weight < reach[v]:
                reach[v] = reach[u] + weight
                moved = True
        if not moved:
            return False
    return True
