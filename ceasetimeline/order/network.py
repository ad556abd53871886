"""A simple temporal network that grows by one bond at a time and always holds a schedule that fits.

Dechter, Meiri and Pearl, "Temporal constraint networks" (1991). A bond ``(u, v, w)`` says that node v is at most w
after node u; the bonds fit together exactly when no cycle of them has a negative sum. The schedule serves as
potential: a bond that it fits costs nothing to add, another one moves only the nodes that have to move (after Cotton
and Maler, "Fast and flexible difference constraint propagation", 2006), and the search for a contradiction never
leaves the surroundings of the new bond: day zero of the calendar is a node that is never expanded.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.order.statements import ORIGIN, Bond

STRUCTURE: Final = -1
"""The owner of bonds that no statement makes: an event does not end before it starts."""

Edge = tuple[int, int, int, int | None]
"""Neighbour, days, owner, rank."""

DAYS: Final = 1
RANK: Final = 3
"""Where an edge holds the weight that is asked for."""


@attrs.define(eq=False)
class _Wave:
    """A search from one node along bonds, by the slack that the schedule leaves, up to a limit.

    ``forward`` follows bonds as they point; nodes reached within the limit are those that move with the start.
    """

    network: Network
    weight: int
    start: int
    limit: int
    forward: bool
    slack: dict[int, int] = attrs.field(factory=dict)
    parent: dict[int, tuple[int, int]] = attrs.field(factory=dict)
    origin: int | None = None
    origin_from: int = ORIGIN
    heap: list[tuple[int, int]] = attrs.field(factory=list)
    settled: set[int] = attrs.field(factory=set)

    def __attrs_post_init__(self) -> None:
        self.slack[self.start] = 0
        self.heap.append((0, self.start))
        self._touch_origin(self.start, 0)

    @property
    def schedule(self) -> list[int]:
        """What the wave measures slack by, and moves."""
        return self.network.days if self.weight == DAYS else self.network.ranks

    def _touch_origin(self, node: int, slack: int) -> None:
        wall = self.network.low[node] if self.forward else self.network.high[node]
        if wall is None or self.weight == RANK:
            return
        total = slack + abs(self.network.days[node] - wall)
        if total < self.limit and (self.origin is None or total < self.origin):
            self.origin, self.origin_from = total, node

    @property
    def is_free(self) -> bool:
        """Whether all within the limit was searched, and no date stands in the way."""
        return not self.heap and self.origin is None

    def step(self) -> int | None:
        """Settles the nearest open node and returns it; None when nothing is left within the limit."""
        schedule, limit, slacks, place = self.schedule, self.limit, self.slack, self.weight
        sign = 1 if self.forward else -1
        edges = self.network.out if self.forward else self.network.into
        while self.heap:
            slack, node = heapq.heappop(self.heap)
            if node in self.settled:
                continue
            self.settled.add(node)
            here = schedule[node]
            for edge in edges[node]:
                weight, other = edge[place], edge[0]
                if weight is None:
                    continue
                total = slack + weight + sign * (here - schedule[other])
                if total < limit and total < slacks.get(other, limit):
                    slacks[other] = total
                    self.parent[other] = node, edge[2]
                    heapq.heappush(self.heap, (total, other))
                    self._touch_origin(other, total)
            return node
        return None

    def owners_to(self, node: int) -> list[int]:
        """Who made the bonds on the way from the start to a node that was reached."""
        owners = []
        while node != self.start:
            node, owner = self.parent[node]
            owners.append(owner)
        return owners

    def owners_to_origin(self) -> list[int]:
        """Who made the bonds on the way from the start to day zero."""
        walls = self.network.low_owner if self.forward else self.network.high_owner
        return [*self.owners_to(self.origin_from), walls[self.origin_from]]

    def move(self, amount: int) -> None:
        """Moves every node that is nearer than ``amount`` by what is missing."""
        schedule = self.schedule
        for node, slack in self.slack.items():
            if slack < amount:
                schedule[node] += slack - amount if self.forward else amount - slack


class Network:
    """Bonds between nodes and dates on nodes, with a schedule that fits them all.

    ``days`` and ``ranks`` (order within a day) start as any guess; a good one makes adding cheap, and none changes
    what is accepted. Days and ranks can be kept apart: ranks that fit all that was said of order fit any schedule of
    days that keeps the days in that order.
    """

    def __init__(self, days: Sequence[int], ranks: Sequence[int]) -> None:
        self.days = list(days)
        self.ranks = list(ranks)
        self.out: list[list[Edge]] = [[] for _ in self.days]
        self.into: list[list[Edge]] = [[] for _ in self.days]
        self.low: list[int | None] = [None] * len(self.days)
        self.high: list[int | None] = [None] * len(self.days)
        self.low_owner = [STRUCTURE] * len(self.days)
        self.high_owner = [STRUCTURE] * len(self.days)

    def add(self, bonds: Sequence[Bond], owner: int) -> list[int] | None:
        """Adds all bonds of one owner and returns None; or adds none and returns the owners of a negative cycle."""
        days, ranks = self.days, self.ranks
        walls: list[tuple[int | None, int]] = []
        for at, (u, v, weight, rank) in enumerate(bonds):
            excess = (days[v] if v != ORIGIN else 0) - (days[u] if u != ORIGIN else 0) - weight
            cycle = self._room(DAYS, u, v, excess, owner) if excess > 0 else None
            if cycle is None and rank is not None and ranks[v] - ranks[u] > rank:
                cycle = self._room(RANK, u, v, ranks[v] - ranks[u] - rank, owner)
            if cycle is not None:
                self._take_back(bonds[:at], walls)
                return cycle
            if u != ORIGIN != v:
                self.out[u].append((v, weight, owner, rank))
                self.into[v].append((u, weight, owner, rank))
            else:
                walls.append(self._wall(u, v, weight, owner))
        return None

    def _take_back(self, bonds: Sequence[Bond], walls: list[tuple[int | None, int]]) -> None:
        """Removes the bonds that were added last; ``walls`` are the dates that those about dates replaced."""
        for u, v, _, _ in reversed(bonds):
            if u == ORIGIN:
                self.high[v], self.high_owner[v] = walls.pop()
            elif v == ORIGIN:
                self.low[u], self.low_owner[u] = walls.pop()
            else:
                self.out[u].pop()
                self.into[v].pop()

    def _wall(self, u: int, v: int, weight: int, owner: int) -> tuple[int | None, int]:
        """Sets the latest day of v, or the earliest of u, if it is nearer than before; returns what it was."""
        if u == ORIGIN:
            before = self.high[v], self.high_owner[v]
            if before[0] is None or weight < before[0]:
                self.high[v], self.high_owner[v] = weight, owner
        else:
            before = self.low[u], self.low_owner[u]
            if before[0] is None or -weight > before[0]:
                self.low[u], self.low_owner[u] = -weight, owner
        return before

    def _room(self, weight: int, u: int, v: int, excess: int, owner: int) -> list[int] | None:
        """Moves the schedule so that a bond fits, and returns None; or returns the owners of the cycle it closes.

        ``excess`` is by how much the schedule breaks the bond.
        """
        if u == v:
            return [owner]
        ahead = None if v == ORIGIN else _Wave(self, weight, v, excess, forward=True)
        behind = None if u == ORIGIN else _Wave(self, weight, u, excess, forward=False)
        cycle = _explore(ahead, behind, excess)
        if cycle is not None:
            return [owner, *cycle]
        forward = _share(ahead, behind, excess)
        if ahead is not None:
            ahead.move(forward)
        if behind is not None:
            behind.move(excess - forward)
        return None


def _share(ahead: _Wave | None, behind: _Wave | None, excess: int) -> int:
    """How far the nodes ahead of a bond give way; those behind it do the rest."""
    if ahead is None or (behind is not None and behind.is_free):
        return 0
    return excess if ahead.origin is None else min(excess, ahead.origin)


def _explore(ahead: _Wave | None, behind: _Wave | None, excess: int) -> list[int] | None:
    """The owners of a cycle that a bond would close, other than its own, or None when one side has room."""
    running = [wave for wave in (ahead, behind) if wave is not None]
    while running:
        at_origin = [wave.origin for wave in (ahead, behind) if wave is not None]
        if None not in at_origin and sum(filter(None, at_origin)) < excess:
            return [owner for wave in (ahead, behind) if wave is not None for owner in wave.owners_to_origin()]
        for wave in list(running):
            node = wave.step()
            other = behind if wave is ahead else ahead
            if wave.is_free and (other is None or node not in other.slack):
                return None
            if node is None:
                running.remove(wave)
            elif other is not None and node in other.slack and wave.slack[node] + other.slack[node] < excess:
                return [*wave.owners_to(node), *other.owners_to(node)]
    return None
