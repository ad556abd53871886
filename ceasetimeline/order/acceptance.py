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
    """Statements being accepted, and the network of those that were."""

    def __init__(self, weighed: Sequence[Weighed], spans: Sequence[tuple[int, int]], size: int) -> None:
        self.weighed = weighed
        self.spans = spans
        self.network = Network(*first_guess(weighed, spans, size))
        for start, end in spans:
            self.network.add([(end, start, 0, 0)], STRUCTURE)
        self.accepted: list[int] = []
        self.clashes: list[Clash] = []

    def offer(self, numbers: Iterable[int]) -> None:
        """Accepts or sets aside statements in the order of their numbers."""
        for number in numbers:
            cycle = self.network.add(self.weighed[number].bonds, number)
            if cycle is None:
                self.accepted.append(number)
            else:
                against = minimal(number, sorted(set(cycle) - {number, STRUCTURE}), self.weighed, self.spans)
                self.clashes.append(Clash(number, against))


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
