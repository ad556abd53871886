"""The order in which to read events: never against a known order, each where a reader looks for it."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence

from ceasetimeline.model import Event, Relation


def reading_order(events: Sequence[Event], relations: Sequence[Relation]) -> tuple[Event, ...]:
    """The events as one list that no ``before`` relation contradicts.

    An event stands at its earliest possible day; one that is only known to have happened *by* a day stands at that
    day, since its articles speak of it then; events without any day come last, after those with one. Should relations
    read from elsewhere go round in a circle, its events follow at the end.
    """
    by_id = {event.id: event for event in events}
    waiting: Counter[str] = Counter()
    after: dict[str, list[str]] = defaultdict(list)
    for relation in relations:
        if relation.kind == "before" and relation.source in by_id and relation.target in by_id:
            waiting[relation.target] += 1
            after[relation.source].append(relation.target)
    ready = [(*_place(event), event.id) for event in events if not waiting[event.id]]
    heapq.heapify(ready)
    read: list[Event] = []
    while ready:
        name = heapq.heappop(ready)[-1]
        read.append(by_id[name])
        for other in after[name]:
            waiting[other] -= 1
            if not waiting[other]:
                heapq.heappush(ready, (*_place(by_id[other]), other))
    seen = {event.id for event in read}
    return (*read, *(event for event in events if event.id not in seen))


def _place(event: Event) -> tuple[bool, int, int]:
    es, ls, _, le = event.bounds.sides
    last = le if le is not None else ls
    first = es if es is not None else last
    return first is None, first or 0, last if last is not None else first or 0
