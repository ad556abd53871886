"""A first guess at a schedule.

The guess changes only how long acceptance takes, never what is accepted. It is made from dates first, because an
arbitrary start leaves far more to repair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

import attrs

from ceasetimeline.order.statements import ORIGIN, STRUCTURE, Bond

Days = list[int | None]


@attrs.frozen(eq=False)
class _Later:
    """What comes no sooner than each node: bonds sorted by the earlier node, and where those of a node begin."""

    bonds: list[Bond]
    first: list[int]

    @classmethod
    def of(cls, bonds: Iterable[Bond], size: int) -> _Later:
        held = sorted((bond for bond in bonds if bond[0] != ORIGIN != bond[1] and bond[2] <= 0), key=itemgetter(1))
        counts = [0] * (size + 1)
        for bond in held:
            counts[bond[1] + 1] += 1
        return cls(held, list(accumulate(counts)))

    def than(self, node: int) -> list[Bond]:
        return self.bonds[self.first[node] : self.first[node + 1]]


def first_guess(bonds: Sequence[Bond], spans: Iterable[tuple[int, int]], size: int) -> tuple[list[int], list[int]]:
    """Days that fit most bonds, from dates carried along "comes before", and ranks for what they tie."""
    low: Days = [None] * size
    high: Days = [None] * size
    for u, v, most, _, _ in bonds:
        if ORIGIN in (u, v):
            _date(low, high, u, v, most)
    walls: list[Bond] = [(end, start, 0, 0, STRUCTURE) for start, end in spans]
    later = _Later.of([*walls, *bonds], size)
    sequence = _sequence(later, low, high)
    days = _carried(later, sequence, low, high)
    sequence.sort(key=days.__getitem__)
    ranks = [0] * size
    for rank, node in enumerate(sequence):
        ranks[node] = rank
    return days, ranks


def _carried(later: _Later, sequence: Sequence[int], low: Days, high: Days) -> list[int]:
    """Days carried forward from what is dated, then backward to what has nothing dated before it."""
    days = list(low)
    for node in sequence:
        day, limit = days[node], high[node]
        if day is None:
            continue
        if limit is not None and day > limit:
            day = days[node] = limit
        for other, _, most, _, _ in later.than(node):
            known = days[other]
            if known is None or known < day - most:
                days[other] = day - most
    for node in reversed(sequence):
        if days[node] is None:
            limits = [day + most for other, _, most, _, _ in later.than(node) if (day := days[other]) is not None]
            days[node] = min(limits, default=high[node])
    return [0 if day is None else day for day in days]


def _date(low: Days, high: Days, u: int, v: int, most: int) -> None:
    """Narrows the dates of a node, unless that would leave it no day."""
    if u == ORIGIN:
        wall, floor = high[v], low[v]
        if (wall is None or most < wall) and (floor is None or floor <= most):
            high[v] = most
    else:
        floor, wall = low[u], high[u]
        if (floor is None or -most > floor) and (wall is None or -most <= wall):
            low[u] = -most


def _sequence(later: _Later, low: Days, high: Days) -> list[int]:
    """The nodes, earlier ones first; where the order goes round, the node with the first date leads."""
    size = len(low)
    waiting = [0] * size
    for bond in later.bonds:
        waiting[bond[0]] += 1
    ready = [node for node, count in enumerate(waiting) if not count]
    placed = bytearray(size)
    sequence: list[int] = []
    rest: Iterator[int] | None = None
    while True:
        while ready:
            node = ready.pop()
            if placed[node]:
                continue
            placed[node] = 1
            sequence.append(node)
            for bond in later.than(node):
                other = bond[0]
                waiting[other] -= 1
                if not waiting[other]:
                    ready.append(other)
        if len(sequence) == size:
            return sequence
        if rest is None:
            rest = iter(_by_date(low, high))
        ready.append(next(node for node in rest if not placed[node]))


def _by_date(low: Days, high: Days) -> list[int]:
    """All nodes, dated ones first."""
    hints = [h if d is None else d for d, h in zip(low, high, strict=True)]
    return sorted(range(len(hints)), key=lambda node: (hints[node] is None, hints[node] or 0, node))
