"""What comes before what, event by event, as the accepted statements say or imply.

A statement that X is over before Y starts also orders whatever X holds and whatever Y holds; these steps are worked
out here, each with the statements it rests on. Dates add their own order in `reduction`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ceasetimeline.order.statements import FOLLOWS, PRECEDES, Bond, Weighed

Trail = tuple[int, ...]
"""Numbers of the statements that a step rests on, in the order of the proof."""

Steps = dict[int, dict[int, Trail]]
"""For every event the events that follow it by a statement, each with the shortest trail."""


@attrs.define(eq=False)
class _Links:
    """Who hangs on whom, each with the number of the statement that says so."""

    ends_no_later: dict[int, list[tuple[int, int]]] = attrs.field(factory=dict)
    starts_no_sooner: dict[int, list[tuple[int, int]]] = attrs.field(factory=dict)
    twins: dict[int, list[tuple[int, int]]] = attrs.field(factory=dict)

    def add(self, number: int, kind: str, bonds: Iterable[Bond]) -> None:
        for later, earlier, _, rank, _ in bonds:
            a, b = earlier // 2, later // 2
            if rank is None or a == b or earlier % 2 != later % 2:
                continue
            if earlier % 2:
                self.ends_no_later.setdefault(b, []).append((a, number))
            else:
                self.starts_no_sooner.setdefault(a, []).append((b, number))
                if kind == "same":
                    self.twins.setdefault(a, []).append((b, number))


def steps(numbers: Iterable[int], weighed: Weighed, events: int) -> Steps:
    """What each event is followed by, as the statements of these numbers say or imply.

    ``events`` is how many events there are: a statement about an article orders none.
    """
    stated: list[tuple[int, int, int, bool]] = []
    links = _Links()
    for number in numbers:
        u, v = weighed.sources[number], weighed.targets[number]
        if not (u < events and 0 <= v < events):
            continue
        statement = weighed.statements[number]
        kind = statement.kind
        if kind in FOLLOWS:
            stated.append((v, u, number, False))
        elif kind in PRECEDES or (kind == "gap" and (statement.days[0] or 0) > 0):
            stated.append((u, v, number, kind in {"before", "gap"}))
        else:
            links.add(number, kind, weighed.bonds_of(number))
    found: Steps = {}
    for u, v, number, whole in stated:
        leads = links.ends_no_later if whole else links.twins
        if u not in leads and v not in links.starts_no_sooner:
            _note(found, u, v, (number,))
            continue
        for first, lead in _hanging(u, leads):
            for last, tail in _hanging(v, links.starts_no_sooner):
                _note(found, first, last, (*reversed(lead), number, *tail))
    return found


def _note(found: Steps, first: int, last: int, trail: Trail) -> None:
    follows = found.setdefault(first, {})
    known = follows.get(last)
    if known is None or (len(trail), trail) < (len(known), known):
        follows[last] = trail


def _hanging(event: int, links: Mapping[int, Sequence[tuple[int, int]]]) -> list[tuple[int, Trail]]:
    """The event and all that hang on it, each with its trail counted from the event, nearest first."""
    found: dict[int, Trail] = {event: ()}
    queue = deque([event])
    while queue:
        node = queue.popleft()
        for other, number in links.get(node, ()):
            if other not in found:
                found[other] = (*found[node], number)
                queue.append(other)
    return list(found.items())
