"""A first guess at a schedule.

The guess changes only how long acceptance takes, never what is accepted. It is made from dates first, because an
arbitrary start leaves far more to repair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceasetimeline.order.statements import ORIGIN, Weighed

Spans = Sequence[tuple[int, int]]
Edges = list[list[tuple[int, int]]]
Days = list[int | None]


def first_guess(weighed: Sequence[Weighed], spans: Spans, size: int) -> tuple[list[int], list[int]]:
    """Days that fit most statements, from dates carried along "comes before", and ranks for what they tie."""
    low: Days = [None] * size
    high: Days = [None] * size
    later: Edges = [[] for _ in range(size)]
    for start, end in spans:
        later[start].append((end, 0))
    for item in weighed:
        for u, v, most, _ in item.bonds:
            if min(u, v) == ORIGIN:
                _date(low, high, u, v, most)
            elif most <= 0:
                later[v].append((u, -most))
    sequence = _sequence(later, low, high)
    days = _carried(later, sequence, low, high)
    sequence.sort(key=days.__getitem__)
    ranks = [0] * size
    for rank, node in enumerate(sequence):
        ranks[node] = rank
    return days, ranks


def _carried(later: Edges, sequence: Sequence[int], low: Days, high: Days) -> list[int]:
    """Days carried forward from what is dated, then backward to what has nothing dated before it."""
    days = list(low)
    for node in sequence:
        day, limit = days[node], high[node]
        if day is None:
            continue
        if limit is not None and day > limit:
            day = days[node] = limit
        for other, gap in later[node]:
            known = days[other]
            if known is None or known < day + gap:
                days[other] = day + gap
    for node in reversed(sequence):
        if days[node] is None:
            limits = [day - gap for other, gap in later[node] if (day := days[other]) is not None]
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


def _sequence(later: Edges, low: Days, high: Days) -> list[int]:
    """The nodes, earlier ones first; where the order goes round, the node with the first date leads."""
    waiting = [0] * len(later)
    for edges in later:
        for other, _ in edges:
            waiting[other] += 1
    ready = [node for node, count in enumerate(waiting) if not count]
    placed = bytearray(len(later))
    sequence: list[int] = []
    rest: Iterator[int] | None = None
    while True:
        while ready:
            node = ready.pop()
            if placed[node]:
                continue
            placed[node] = 1
            sequence.append(node)
            for other, _ in later[node]:
                waiting[other] -= 1
                if not waiting[other]:
                    ready.append(other)
        if len(sequence) == len(later):
            return sequence
        if rest is None:
            rest = iter(_by_date(low, high))
        ready.append(next(node for node in rest if not placed[node]))


def _by_date(low: Days, high: Days) -> list[int]:
    """All nodes, dated ones first."""
    hints = [h if d is None else d for d, h in zip(low, high, strict=True)]
    return sorted(range(len(hints)), key=lambda node: (hints[node] is None, hints[node] or 0, node))
