"""The tightest days that accepted statements allow, and the statements that each day rests on.

Two shortest-path passes from day zero of the calendar (Dechter, Meiri and Pearl 1991), with the schedule of the
network as potential, so that Dijkstra's algorithm serves although weights are negative.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

import attrs

from ceasetimeline.order.network import Network
from ceasetimeline.order.statements import ORIGIN, STRUCTURE, Bond


@attrs.frozen(eq=False)
class Horizon:
    """One side of what is known: for every node the latest (or the earliest) day, None where nothing limits it.

    ``parent`` is the node that a day was counted from, ORIGIN for a date or for none; ``owner`` the statement that
    counts.
    """

    days: list[int | None]
    parent: list[int]
    owner: list[int]

    def owners(self, node: int) -> list[int]:
        """The statements that the day of a node rests on, from the node back to the date."""
        parent, owner = self.parent, self.owner
        owners = []
        while node != ORIGIN:
            if owner[node] != STRUCTURE:
                owners.append(owner[node])
            node = parent[node]
        return owners


def latest(network: Network) -> Horizon:
    """The latest day of every node."""
    slack, parent, owner = _spread(network, network.high, network.high_owner, network.out, forward=True)
    days = [None if s is None else day + s for s, day in zip(slack, network.days, strict=False)]
    return Horizon(days, parent, owner)


def earliest(network: Network) -> Horizon:
    """The earliest day of every node."""
    slack, parent, owner = _spread(network, network.low, network.low_owner, network.into, forward=False)
    days = [None if s is None else day - s for s, day in zip(slack, network.days, strict=False)]
    return Horizon(days, parent, owner)


def _spread(
    network: Network, walls: list[int | None], wall_owner: list[int], edges: list[Sequence[Bond]], *, forward: bool
) -> tuple[list[int | None], list[int], list[int]]:
    """The slack of every node, and whence it comes; a heap entry is a slack and a node in one number."""
    schedule, size = network.days, len(walls)
    parent, owner = [ORIGIN] * size, [STRUCTURE] * size
    slacks: list[int | None] = [None] * size
    heap = []
    for node, wall in enumerate(walls):
        if wall is not None:
            slacks[node] = slack = abs(wall - schedule[node])
            owner[node] = wall_owner[node]
            heap.append(slack * size + node)
    heapify(heap)
    sign = 1 if forward else -1
    while heap:
        slack, node = divmod(heappop(heap), size)
        if slack != slacks[node]:
            continue
        here = slack + sign * schedule[node]
        for u, v, most, _, by in edges[node]:
            other = v if forward else u
            total = here + most - sign * schedule[other]
            known = slacks[other]
            if known is None or total < known:
                slacks[other] = total
                parent[other], owner[other] = node, by
                heappush(heap, total * size + other)
    return slacks, parent, owner
