"""The event graph as plain nodes and edges, from which each graph format is written.

Every edge runs from the earlier to the later event, as in `Timeline.graph`; relations that order nothing ("denies",
"comments") are fields of the event that makes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import attrs

from ceasetimeline.export.tables import event_rows
from ceasetimeline.model import Relation
from ceasetimeline.order.query import earlier_and_later
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.wording import printable, type_words, who_words

Plain = str | int | float


@attrs.frozen
class Node:
    """An event with its fields as text and numbers; a field that is not known is not there."""

    id: str
    label: str
    fields: Mapping[str, Plain]


@attrs.frozen
class Edge:
    """Why one event comes before another: the kinds of relation, and the words that say so."""

    source: str
    target: str
    kinds: tuple[str, ...]
    strength: str
    quotes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The kinds in words: "before, answers"."""
        return ", ".join(self.kinds)


def nodes_of(timeline: Timeline) -> list[Node]:
    """The events in order, with everything a graph file can hold of them."""
    beside = _beside(timeline)
    found = []
    for event, row in zip(timeline.events, event_rows(timeline), strict=True):
        label = " ".join(filter(None, (type_words(event.type), who_words(event))))
        fields = {name: _plain(value) for name, value in row.items() if name != "id" and value not in (None, "")}
        found.append(Node(event.id, label, fields | beside.get(event.id, {})))
    return found


def edges_of(timeline: Timeline) -> list[Edge]:
    """One edge for each pair of events that a relation orders, the earlier event first."""
    places = {event.id: number for number, event in enumerate(timeline.events)}
    pairs: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in timeline.relations:
        pair = earlier_and_later(relation)
        if pair is not None and relation.source in places and relation.target in places:
            pairs[pair].append(relation)
    ordered = sorted(pairs.items(), key=lambda item: (places[item[0][0]], places[item[0][1]]))
    return [_edge(*pair, relations) for pair, relations in ordered]


_STRENGTHS = ("entailed", "asserted", "likely")


def _edge(source: str, target: str, relations: list[Relation]) -> Edge:
    strongest = min((relation.strength for relation in relations), key=_STRENGTHS.index)
    quotes = dict.fromkeys(printable(one.quote) for relation in relations for one in relation.evidence if one.quote)
    kinds = sorted({relation.kind for relation in relations}, key=lambda kind: (kind != "before", kind))
    return Edge(source, target, tuple(kinds), strongest, tuple(quotes))


def _beside(timeline: Timeline) -> dict[str, dict[str, Plain]]:
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for relation in timeline.relations:
        if earlier_and_later(relation) is None:
            found[relation.source][relation.kind].append(relation.target)
    for conflict in timeline.conflicts:
        for subject in conflict.subjects:
            found[subject]["conflicts"].append(conflict.id)
    return {name: {kind: "; ".join(sorted(ids)) for kind, ids in kinds.items()} for name, kinds in found.items()}


def _plain(value: object) -> Plain:
    return value if isinstance(value, int | float) else printable(str(value))
