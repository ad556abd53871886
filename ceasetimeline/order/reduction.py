"""The fewest edges that still say all that comes before what (transitive reduction), for display and JSON.

Events are numbered by their place in a sequence that follows every edge and whose earliest starts never fall. What
dates alone order is then a tail of the sequence, and what statements order a set of bits in a Python integer.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

Key = tuple[int, int, int]


def sequence(follows: Mapping[int, Collection[int]], keys: Sequence[Key]) -> list[int]:
    """The events in an order that every edge agrees with, by their keys where the edges leave it open.

    Raises ValueError where the edges go round in a circle.
    """
    waiting = [0] * len(keys)
    for others in follows.values():
        for other in others:
            waiting[other] += 1
    heap = [(key, event) for event, key in enumerate(keys) if not waiting[event]]
    heapq.heapify(heap)
    result = []
    while heap:
        event = heapq.heappop(heap)[1]
        result.append(event)
        for other in follows.get(event, ()):
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(heap, (keys[other], other))
    if len(result) < len(keys):
        raise ValueError("the edges go round in a circle")
    return result


@attrs.frozen(eq=False)
class Reduced:
    """Edges by place in the sequence; ``complete`` is false where the edges that dates alone give were left out."""

    edges: list[tuple[int, int]]
    complete: bool


def reduce_order(
    follows: Mapping[int, Collection[int]],
    order: Sequence[int],
    starts: Sequence[int | None],
    ends: Sequence[int | None],
    most: int,
) -> Reduced:
    """The reduction of "comes before" by statements (``follows``) and by dates.

    ``starts`` and ``ends`` are the earliest first and the latest last day of every event. Edges that follow from
    dates alone are left out when there would be more than ``most``: many events on each of many days.
    """
    place = {event: at for at, event in enumerate(order)}
    floors = [-1 if (day := starts[event]) is None else day for event in order]
    tails = [len(order) if (day := ends[event]) is None else bisect_right(floors, day) for event in order]
    onward = [sorted(place[other] for other in follows.get(event, ())) for event in order]
    reach = _tails_reached(onward, tails)
    nearest = _suffix_minimum(reach)
    dated = [range(tail, nearest[tail]) for tail in tails]
    complete = sum(map(len, dated)) <= most
    if not complete:
        size = len(order)
        dated = [range(size, size)] * size
        reach = [size] * size
    edges = [(order[u], order[v]) for u, v in _reduced(onward, dated, reach)]
    return Reduced(edges, complete)


def _tails_reached(onward: Sequence[Sequence[int]], tails: Sequence[int]) -> list[int]:
    """From which place on everything comes after an event, by its own dates or those of what follows it."""
    reach = list(tails)
    for at in range(len(reach) - 1, -1, -1):
        for other in onward[at]:
            reach[at] = min(reach[at], reach[other])
    return reach


def _suffix_minimum(values: Sequence[int]) -> list[int]:
    best = len(values)
    result = [best] * (len(values) + 1)
    for at in range(len(values) - 1, -1, -1):
        best = min(best, values[at])
        result[at] = best
    return result


def _reduced(
    onward: Sequence[Sequence[int]], dated: Sequence[range], reach: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Edges that no longer way replaces; bit k of ``known[u]`` stands for place u + 1 + k.

    The nearest candidates come first: only they can lead to those behind them.
    """
    known = [0] * len(onward)
    for at in range(len(onward) - 1, -1, -1):
        candidates = sorted({*onward[at], *dated[at]}) if dated[at] else onward[at]
        found = 0
        tail = len(onward)
        for other in candidates:
            if other >= tail:
                break
            bit = other - at - 1
            if not found >> bit & 1:
                yield at, other
                found |= (known[other] << 1 | 1) << bit
                tail = min(tail, reach[other])
        known[at] = found & ((1 << (reach[at] - at - 1)) - 1)
