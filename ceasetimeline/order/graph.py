"""The timeline as a networkx graph: the one module that uses networkx, which is imported when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ceasetimeline.bounds import iso
from ceasetimeline.model import Conflict, Event, Relation
from ceasetimeline.order.query import earlier_and_later

if TYPE_CHECKING:
    from typing import TypeAlias

    import networkx as nx

    EventGraph: TypeAlias = nx.DiGraph[str]


def build_graph(
    events: Iterable[Event], relations: Iterable[Relation], conflicts: Iterable[Conflict] = ()
) -> nx.DiGraph[str]:
    """The events as a directed graph whose edges all run from the earlier to the later event.

    Nodes are event ids with ``event`` (the value), ``type``, ``realis``, ``start`` and ``end`` (pairs of ISO days);
    links that order nothing ("comments", "denies", "same" ...) and ``conflicts`` are node attributes that list ids.
    An edge stands for all relations of a pair: ``kinds`` maps each kind to the relation, with its strength and its
    evidence. ``graph.graph["conflicts"]`` holds all conflicts.

    A proposal of 5 July 2025 and its rejection:

    >>> moves = [Event(id="offer", type="proposal"), Event(id="no", type="rejection")]
    >>> link = Relation(id="r", source="no", target="offer", kind="answers", strength="asserted")
    >>> [(first, second, *kinds) for first, second, kinds in build_graph(moves, [link]).edges(data="kinds")]
    [('offer', 'no', 'answers')]
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for event in events:
        graph.add_node(event.id, **_attributes(event))
    for relation in relations:
        if relation.source in graph and relation.target in graph:
            _add(graph, relation)
    graph.graph["conflicts"] = tuple(conflicts)
    for conflict in graph.graph["conflicts"]:
        for name in conflict.subjects:
            if name in graph:
                _note(graph, name, "conflicts", conflict.id)
    return graph


def _attributes(event: Event) -> dict[str, Any]:
    es, ls, ee, le = map(iso, event.bounds.sides)
    return {"event": event, "type": event.type, "realis": event.realis, "start": (es, ls), "end": (ee, le)}


def _add(graph: nx.DiGraph[str], relation: Relation) -> None:
    pair = earlier_and_later(relation)
    if pair is None:
        _note(graph, relation.source, relation.kind, relation.target)
    elif graph.has_edge(*pair):
        graph.edges[pair]["kinds"][relation.kind] = relation
    else:
        graph.add_edge(*pair, kinds={relation.kind: relation})


def _note(graph: nx.DiGraph[str], name: str, attribute: str, value: str) -> None:
    node = graph.nodes[name]
    node[attribute] = (*node.get(attribute, ()), value)
