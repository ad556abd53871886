"""Node-link JSON (networkx, D3) and Cytoscape JSON."""

from __future__ import annotations

from ceasetimeline.codec import to_json
from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.export.graph_xml import edge_fields, node_fields
from ceasetimeline.export.network import edges_of, nodes_of
from ceasetimeline.timeline import Timeline


def node_link(timeline: Timeline, options: ExportOptions) -> Exported:
    """The event graph as node-link JSON: ``networkx.node_link_graph(json.load(file), edges="edges")`` opens it."""
    del options
    table = {
        "directed": True,
        "multigraph": False,
        "graph": {},
        "nodes": [{"id": node.id, **node_fields(node)} for node in nodes_of(timeline)],
        "edges": [{"source": edge.source, "target": edge.target, **edge_fields(edge)} for edge in edges_of(timeline)],
    }
    return Exported(to_json(table) + b"\n")


def cytoscape(timeline: Timeline, options: ExportOptions) -> Exported:
    """The event graph as Cytoscape JSON, for Cytoscape and cytoscape.js."""
    del options
    nodes = [{"data": {**node_fields(n), "id": n.id, "name": n.label, "value": n.id}} for n in nodes_of(timeline)]
    edges = [
        {"data": {**edge_fields(e), "id": f"{e.source}->{e.target}", "source": e.source, "target": e.target}}
        for e in edges_of(timeline)
    ]
    table = {"data": [], "directed": True, "multigraph": False, "elements": {"nodes": nodes, "edges": edges}}
    return Exported(to_json(table) + b"\n")
