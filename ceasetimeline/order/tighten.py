"""The tightest days that accepted statements allow, and the statements that each day rests on.

Two shortest-path passes from day zero of the calendar (Dechter, Meiri and Pearl 1991), with the schedule of the
network as potential, so that Dijkstra's algorithm serves although weights are negative.
"""

from __future__ import annotations

import heapq
from typing import Final

import attrs

from ceasetimeline.order.network import STRUCTURE, Edge, Network
from ceasetimeline.order.statements import ORIGIN

_UNREACHED: Final = -2


@attrs.frozen(eq=False)
class Horizon:
    """One side of what is known: for every node the latest (or the earliest) day, None where nothing limits it.

    ``parent`` is the node that a day was counted from, ``owner`` the statement that counts.
    """

    days: list[int | None]
    parent: list[int]
    owner: list[int]

    def owners(self, node: int) -> list[int]:
        """The statements that the day of a node rests on, from the node back to the date."""
        owners = []
        while node >= 0 and self.parent[node] != _UNREACHED:
            if self.owner[node] != STRUCTURE:
                owners.append(self.owner[node])
            node = self.parent[node]
        return owners


def latest(network: Network) -> Horizon:
    """The latest day of every node."""
    slack, parent, owner = _spread(network, network.high, network.high_owner, network.out, 1)
    schedule = network.days
    days = [None if s is None else day + s for s, day in zip(slack, schedule, strict=True)]
    return Horizon(days, parent, owner)


def earliest(network: Network) -> Horizon:
    """The earliest day of every node."""
    slack, parent, owner = _spread(network, network.low, network.low_owner, network.into, -1)
    schedule = network.days
    days = [None if s is None else day - s for s, day in zip(slack, schedule, strict=True)]
    return Horizon(days, parent, owner)


def _spread(
    network: Network,
    walls: list[int | None],
    wall_owner: list[int],
    edges: list[list[Edge]],
    sign: int,
) -> tuple[list[int | None], list[int], list[int]]:
    schedule = network.days
    parent, owner = [_UNREACHED] * len(schedule), [STRUCTURE] * len(schedule)
    slacks: list[int | None] = [None] * len(schedule)
    heap = []
    for node, wall in enumerate(walls):
        if wall is not None:
            slacks[node] = slack = abs(wall - schedule[node])
            parent[node], owner[node] = ORIGIN, wall_owner[node]
            heap.append((slack, node))
    heapq.heapify(heap)
    pop, push = heapq.heappop, heapq.heappush
    while heap:
        slack, node = pop(heap)
        if slack != slacks[node]:
            continue
        here = slack + sign * schedule[node]
        for other, weight, by, _ in edges[node]:
            total = here + weight - sign * schedule[other]
            known = slacks[other]
            if known is None or total < known:
                slacks[other] = total
                parent[other], owner[other] = node, by
                push(heap, (total, other))
    return slacks, parent, owner
