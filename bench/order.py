"""Speed of the ordering: generated events with conflicts, beside networkx on the sizes that networkx can do.

    python -m bench.order [SIZE ...]

A generated corpus has a true order of events; 35 % are dated, within a few days; each event is said to come before
four that are near to it; 15 % also have a gap in days; 3 % of all statements are wrong.
"""

from __future__ import annotations

import random
import resource
import sys
import time

import networkx as nx

from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.model import Event, Evidence, Statement
from ceasetimeline.order import Solution, solve
from ceasetimeline.order.graph import build_graph

FIRST_DAY = 738_000


def corpus(size: int, seed: int = 7, wrong: float = 0.03) -> tuple[list[Event], list[Statement]]:
    chance = random.Random(seed)
    days = sorted(FIRST_DAY + chance.randrange(max(2, size // 5)) for _ in range(size))
    evidence = [Evidence(article=f"a{number}", rule="generated") for number in range(max(1, size // 10))]
    events = []
    for number, day in enumerate(days):
        first = day - chance.randrange(3)
        known = TimeBounds.within(Interval(first, day + 1 + chance.randrange(3))) if chance.random() < 0.35 else None
        because = (chance.choice(evidence),) if known else ()
        name = f"e{number:06}"
        events.append(
            Event(id=name, type="talks", bounds=known, bounds_because=because)
            if known
            else Event(id=name, type="talks")
        )
    statements = []
    for number, event in enumerate(events):
        for _ in range(4):
            other = min(size - 1, number + 1 + chance.randrange(20))
            if other != number:
                pair = (
                    (event.id, events[other].id) if days[number] < days[other] or chance.random() < 0.5 else ("", "")
                )
                if not pair[0]:
                    continue
                if chance.random() < wrong:
                    pair = pair[::-1]
                statements.append(
                    Statement(
                        kind="before",
                        source=pair[0],
                        target=pair[1],
                        weight=float(chance.choice((1, 1, 1, 2, 3))),
                        evidence=(chance.choice(evidence),),
                    )
                )
        if chance.random() < 0.15:
            other = min(size - 1, number + 1 + chance.randrange(20))
            if other != number:
                gap = days[other] - days[number] + (chance.randrange(9) - 4 if chance.random() < wrong else 0)
                statements.append(
                    Statement(
                        kind="gap",
                        source=event.id,
                        target=events[other].id,
                        days=(gap - 1, gap + 1),
                        evidence=(chance.choice(evidence),),
                    )
                )
    chance.shuffle(statements)
    return events, statements


def queries(solution: Solution, count: int = 2000) -> float:
    """Mean microseconds of an order query between random events."""
    chance = random.Random(3)
    names = [event.id for event in solution.events]
    pairs = [(chance.choice(names), chance.choice(names)) for _ in range(count)]
    solution.order(*pairs[0])
    start = time.process_time()
    for a, b in pairs:
        solution.order(a, b)
    return (time.process_time() - start) / count * 1e6


def peer(solution: Solution) -> tuple[float, float]:
    """Seconds that networkx takes for the reduction alone, and microseconds for one order query."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(event.id for event in solution.events)
    for statement in solution.accepted:
        if statement.kind == "before":
            graph.add_edge(statement.source, statement.target)
    start = time.perf_counter()
    nx.transitive_reduction(graph)
    reduction = time.perf_counter() - start
    chance = random.Random(3)
    names = list(graph)
    start = time.perf_counter()
    for _ in range(50):
        a, b = chance.choice(names), chance.choice(names)
        nx.has_path(graph, a, b) or nx.has_path(graph, b, a)
    return reduction, (time.perf_counter() - start) / 50 * 1e6


def main(sizes: list[int]) -> None:
    for size in sizes:
        events, statements = corpus(size)
        start = time.process_time()
        solution = solve(events, statements)
        seconds = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start = time.process_time()
        _ = solution.index
        index = time.process_time() - start
        print(
            f"{size:7} events {len(statements):7} statements: {seconds:6.2f} s of one core, {memory:5.0f} MB; "
            f"{len(solution.relations)} relations, {len(solution.conflicts)} conflicts; "
            f"index {index:.2f} s, query {queries(solution):.0f} us"
        )
        if size <= 2000:
            reduction, query = peer(solution)
            start = time.perf_counter()
            build_graph(solution.events, solution.relations, solution.conflicts)
            graph = time.perf_counter() - start
            print(f"        networkx: reduction {reduction:.2f} s, query {query:.0f} us; our DiGraph {graph:.2f} s")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 2000, 10_000, 100_000])
