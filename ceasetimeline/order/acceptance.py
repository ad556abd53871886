"""Which statements hold together: accepted one by one, the weightiest first.

A statement that would close a contradiction with those accepted before it is set aside, with the contradiction as its
reason. So a statement that fits displaces nothing, and no order of the input matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from ceasetimeline.order.network import Network
from ceasetimeline.order.seed import first_guess
from ceasetimeline.order.statements import ORIGIN, STRUCTURE, Bond, Weighed


@attrs.frozen(eq=False)
class Clash:
    """A statement that was set aside, and the accepted statements that it cannot stand beside (by their numbers)."""

    number: int
    against: tuple[int, ...]


class Acceptance:
    """Statements being accepted, and the network of those that were."""

    def __init__(self, weighed: Weighed, spans: Sequence[tuple[int, int]], size: int) -> None:
        self.weighed = weighed
        self.spans = spans
        self.network = Network(*first_guess(weighed.bonds, spans, size), spans)
        self.accepted: list[int] = []
        self.clashes: list[Clash] = []

    def offer(self, numbers: Iterable[int]) -> None:
        """Accepts or sets aside statements in the order of their numbers."""
        add, bonds_of, accept = self.network.add, self.weighed.bonds_of, self.accepted.append
        for number in numbers:
            cycle = add(bonds_of(number))
            if cycle is None:
                accept(number)
            else:
                against = minimal(number, sorted(set(cycle) - {number, STRUCTURE}), self.weighed, self.spans)
                self.clashes.append(Clash(number, against))


def minimal(
    number: int, against: Sequence[int], weighed: Weighed, spans: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """The statements of a contradiction without those it does not need."""
    kept = list(against)
    for candidate in reversed(against):
        rest = [other for other in kept if other != candidate]
        if not fits([weighed.bonds_of(other) for other in (number, *rest)], spans):
            kept = rest
    return tuple(kept)


def fits(bundles: Iterable[Sequence[Bond]], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a few statements can all be true, looked at alone."""
    bonds = [bond for bundle in bundles for bond in bundle]
    nodes = {node for u, v, *_ in bonds for node in (u, v) if node != ORIGIN}
    structure = [spans[event] for event in {node // 2 for node in nodes} if event < len(spans)]
    walls = [(end, start, 0) for start, end in structure]
    days = [(u, v, days) for u, v, days, _, _ in bonds]
    ranks = [(u, v, rank) for u, v, _, rank, _ in bonds if rank is not None]
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
