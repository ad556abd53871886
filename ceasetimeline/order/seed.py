"""A first guess at a schedule, and the part of the order that may go round in a circle.

The guess changes only how long acceptance takes, never what is accepted. It is made from dates first, because an
arbitrary start leaves far more to repair.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from ceasetimeline.order.statements import ORIGIN, Weighed

Spans = Sequence[tuple[int, int]]


def first_guess(weighed: Sequence[Weighed], spans: Spans, size: int) -> list[int]:
    """A day for every node that fits most statements."""
    low, high = _dates(weighed, size)
    later: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for start, end in spans:
        later[start].append((end, 0))
    for item in weighed:
        for u, v, most, _ in item.bonds:
            if most <= 0 and ORIGIN not in {u, v}:
                later[v].append((u, -most))
    sequence = _sequence(later, low, high)
    days: list[int | None] = list(low)
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


def _dates(weighed: Sequence[Weighed], size: int) -> tuple[list[int | None], list[int | None]]:
    low: list[int | None] = [None] * size
    high: list[int | None] = [None] * size
    for item in weighed:
        for u, v, days, _ in item.bonds:
            if u == ORIGIN:
                wall, floor = high[v], low[v]
                if (wall is None or days < wall) and (floor is None or floor <= days):
                    high[v] = days
            elif v == ORIGIN:
                floor, wall = low[u], high[u]
                if (floor is None or -days > floor) and (wall is None or -days <= wall):
                    low[u] = -days
    return low, high


def _sequence(
    later: Sequence[Sequence[tuple[int, int]]], low: Sequence[int | None], high: Sequence[int | None]
) -> list[int]:
    """The nodes, earlier ones first; where the order goes round, the node with the earliest date comes first."""
    waiting = [0] * len(later)
    for edges in later:
        for other, _ in edges:
            waiting[other] += 1
    hints = [h if d is None else d for d, h in zip(low, high, strict=True)]
    dated = [node for node, hint in enumerate(hints) if hint is not None]
    dated.sort(key=lambda node: (hints[node] or 0, node))
    rest = iter([*dated, *compress(range(len(later)), (hint is None for hint in hints))])
    placed = bytearray(len(later))
    ready = [node for node, count in enumerate(waiting) if not count]
    sequence = []
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
        stuck = next((node for node in rest if not placed[node]), None)
        if stuck is None:
            return sequence
        ready.append(stuck)


def tangled(weighed: Sequence[Weighed], spans: Spans, size: int) -> dict[int, int]:
    """The nodes that may lie on a circle of "comes before", numbered; all others cannot contradict within a day."""
    later: list[list[int]] = [[] for _ in range(size)]
    sooner: list[list[int]] = [[] for _ in range(size)]
    for start, end in spans:
        later[start].append(end)
        sooner[end].append(start)
    for item in weighed:
        for u, v, _, rank in item.bonds:
            if rank is not None:
                later[v].append(u)
                sooner[u].append(v)
    left = bytearray(b"\1") * size
    for ahead, behind in ((later, sooner), (sooner, later)):
        _peel(ahead, behind, left)
    return {node: number for number, node in enumerate(compress(range(size), left))}


def _peel(ahead: list[list[int]], behind: list[list[int]], left: bytearray) -> None:
    waiting = [sum(left[other] for other in others) for others in behind]
    ready = [node for node, count in enumerate(waiting) if left[node] and not count]
    while ready:
        node = ready.pop()
        left[node] = 0
        for other in ahead[node]:
            waiting[other] -= 1
            if left[other] and not waiting[other]:
                ready.append(other)
