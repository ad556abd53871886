"""A simple temporal network that grows by one bond at a time and always holds a schedule that fits.

Dechter, Meiri and Pearl, "Temporal constraint networks" (1991). A bond ``(u, v, w)`` says that node v is at most w
after node u; the bonds fit together exactly when no cycle of them has a negative sum. The schedule serves as
potential: a bond that it fits costs nothing to add, another one moves only the nodes that have to move (after Cotton
and Maler, "Fast and flexible difference constraint propagation", 2006), and the search for a contradiction never
leaves the surroundings of the new bond: day zero of the calendar is a node that is never expanded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from ceasetimeline.order.statements import ORIGIN, STRUCTURE, Bond


class _Wave:
    """A search from one node along bonds, by the slack that the schedule leaves, up to a limit.

    ``forward`` follows bonds as they point; nodes reached within the limit are those that move with the start.
    ``origin`` is the slack at which day zero is reached, over the date of the node ``origin_from``.
    """

    __slots__ = (
        *("by_days", "edges", "forward", "heap", "limit", "origin", "origin_from", "parent", "schedule", "slack"),
        *("start", "wall_owners", "walls"),
    )

    def __init__(self, network: Network, start: int, limit: int, *, by_days: bool, forward: bool) -> None:
        self.start, self.limit, self.by_days, self.forward = start, limit, by_days, forward
        self.schedule = network.days if by_days else network.ranks
        self.edges = network.out if forward else network.into
        self.walls = network.low if forward else network.high
        self.wall_owners = network.low_owner if forward else network.high_owner
        self.slack = {start: 0}
        self.parent: dict[int, tuple[int, int]] = {}
        self.heap = [(0, start)]
        self.origin: int | None = None
        self.origin_from = ORIGIN
        if by_days:
            self._touch_origin(start, 0)

    def _touch_origin(self, node: int, slack: int) -> None:
        wall = self.walls[node]
        if wall is not None:
            total = slack + abs(self.schedule[node] - wall)
            if total < self.limit and (self.origin is None or total < self.origin):
                self.origin, self.origin_from = total, node

    @property
    def is_free(self) -> bool:
        """Whether all within the limit was searched, and no date stands in the way."""
        return not self.heap and self.origin is None

    def step(self) -> int | None:
        """Settles the nearest open node and returns it; None when nothing is left within the limit."""
        heap, slacks, limit, schedule = self.heap, self.slack, self.limit, self.schedule
        by_days, forward = self.by_days, self.forward
        sign = 1 if forward else -1
        while heap:
            slack, node = heappop(heap)
            if slack > slacks[node]:
                continue
            here = slack + sign * schedule[node]
            for u, v, days, rank, owner in self.edges[node]:
                weight, other = days if by_days else rank, v if forward else u
                if weight is None:
                    continue
                total = here + weight - sign * schedule[other]
                if total < limit and total < slacks.get(other, limit):
                    slacks[other] = total
                    self.parent[other] = node, owner
                    heappush(heap, (total, other))
                    if by_days:
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
        return [*self.owners_to(self.origin_from), self.wall_owners[self.origin_from]]

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
    days that keeps the days in that order. Both lists end with day zero, so that ORIGIN is a place in them.

    ``spans`` are the points at which each event starts and ends: it does not end before it starts. Most points have
    no other bond on that side, so a row of bonds is a tuple until one is added: a list for each would be work for
    the garbage collector.
    """

    def __init__(self, days: Sequence[int], ranks: Sequence[int], spans: Iterable[tuple[int, int]] = ()) -> None:
        size = len(days)
        self.days = [*days, 0]
        self.ranks = [*ranks, 0]
        self.out: list[Sequence[Bond]] = [()] * size
        self.into: list[Sequence[Bond]] = [()] * size
        for start, end in spans:
            self.out[end] = self.into[start] = ((end, start, 0, 0, STRUCTURE),)
            self.days[start] = min(self.days[start], self.days[end])
            self.ranks[start] = min(self.ranks[start], self.ranks[end])
        self.low: list[int | None] = [None] * size
        self.high: list[int | None] = [None] * size
        self.low_owner = [STRUCTURE] * size
        self.high_owner = [STRUCTURE] * size

    def add(self, bonds: Sequence[Bond]) -> list[int] | None:
        """Adds all bonds of one owner and returns None; or adds none and returns the owners of a negative cycle."""
        days, ranks = self.days, self.ranks
        walls: list[tuple[int | None, int]] = []
        for at, bond in enumerate(bonds):
            u, v, most, rank, owner = bond
            late = days[v] - days[u] - most
            cycle = self._room(bond, late, by_days=True) if late > 0 else None
            if rank is not None and cycle is None and ranks[v] - ranks[u] > rank:
                cycle = self._room(bond, ranks[v] - ranks[u] - rank, by_days=False)
            if cycle is not None:
                self._take_back(bonds[:at], walls)
                return cycle
            if u != ORIGIN != v:
                _hold(self.out, u, bond)
                _hold(self.into, v, bond)
            else:
                walls.append(self._wall(u, v, most, owner))
        return None

    def _take_back(self, bonds: Sequence[Bond], walls: list[tuple[int | None, int]]) -> None:
        """Removes the bonds that were added last; ``walls`` are the dates that those about dates replaced."""
        for u, v, *_ in reversed(bonds):
            if u == ORIGIN:
                self.high[v], self.high_owner[v] = walls.pop()
            elif v == ORIGIN:
                self.low[u], self.low_owner[u] = walls.pop()
            else:
                self.out[u] = self.out[u][:-1]
                self.into[v] = self.into[v][:-1]

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

    def _room(self, bond: Bond, excess: int, *, by_days: bool) -> list[int] | None:
        """Moves the schedule so that a bond fits, and returns None; or returns the owners of the cycle it closes.

        ``excess`` is by how much the schedule breaks the bond.
        """
        u, v, _, _, owner = bond
        if u == v:
            return [owner]
        ahead = None if v == ORIGIN else _Wave(self, v, excess, by_days=by_days, forward=True)
        behind = None if u == ORIGIN else _Wave(self, u, excess, by_days=by_days, forward=False)
        cycle = _explore(ahead, behind, excess)
        if cycle is not None:
            return [owner, *cycle]
        forward = _share(ahead, behind, excess)
        if ahead is not None:
            ahead.move(forward)
        if behind is not None:
            behind.move(excess - forward)
        return None


def _hold(rows: list[Sequence[Bond]], node: int, bond: Bond) -> None:
    row = rows[node]
    if isinstance(row, list):
        row.append(bond)
    else:
        rows[node] = [*row, bond]


def _share(ahead: _Wave | None, behind: _Wave | None, excess: int) -> int:
    """How far the nodes ahead of a bond give way; those behind it do the rest."""
    if ahead is None or (behind is not None and behind.is_free):
        return 0
    return excess if ahead.origin is None else min(excess, ahead.origin)


def _explore(ahead: _Wave | None, behind: _Wave | None, excess: int) -> list[int] | None:
    """The owners of a cycle that a bond would close, other than its own, or None when one side has room."""
    waves = [wave for wave in (ahead, behind) if wave is not None]
    running = list(waves)
    while running:
        at_origin = [wave.origin for wave in waves]
        if None not in at_origin and sum(filter(None, at_origin)) < excess:
            return [owner for wave in waves for owner in wave.owners_to_origin()]
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
