"""GraphML and GEXF, for Gephi, yEd, igraph and networkx."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.export.network import Edge, Node, Plain, edges_of, nodes_of
from ceasetimeline.export.plain import storable
from ceasetimeline.timeline import Timeline

_GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
_GEXF: Final = "http://gexf.net/1.3"
_TYPES: Final[Mapping[type, str]] = {int: "long", float: "double", str: "string"}


def graphml(timeline: Timeline, options: ExportOptions) -> Exported:
    """The event graph as GraphML."""
    del options
    nodes, edges = nodes_of(timeline), edges_of(timeline)
    root = ET.Element("graphml", xmlns=_GRAPHML)
    keys = {"node": _columns(node_fields(node) for node in nodes), "edge": _columns(map(edge_fields, edges))}
    for kind, columns in keys.items():
        for name, type_ in columns.items():
            ET.SubElement(
                root, "key", {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": _TYPES[type_]}
            )
    graph = ET.SubElement(root, "graph", id="timeline", edgedefault="directed")
    for node in nodes:
        _data(ET.SubElement(graph, "node", id=storable(node.id)), "node", node_fields(node))
    for edge in edges:
        ends = {"source": storable(edge.source), "target": storable(edge.target)}
        _data(ET.SubElement(graph, "edge", ends), "edge", edge_fields(edge))
    return Exported(_bytes(root))


def gexf(timeline: Timeline, options: ExportOptions) -> Exported:
    """The event graph as GEXF 1.3; the file carries no date of its own."""
    del options
    nodes, edges = nodes_of(timeline), edges_of(timeline)
    root = ET.Element("gexf", xmlns=_GEXF, version="1.3")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    columns = {"node": _columns(node_fields(node) for node in nodes), "edge": _columns(map(edge_fields, edges))}
    for kind, names in columns.items():
        table = ET.SubElement(graph, "attributes", {"class": kind})
        for name, type_ in names.items():
            ET.SubElement(table, "attribute", id=name, title=name, type=_TYPES[type_])
    bag = ET.SubElement(graph, "nodes")
    for node in nodes:
        one = ET.SubElement(bag, "node", id=storable(node.id), label=storable(node.label))
        _values(one, node_fields(node))
    bag = ET.SubElement(graph, "edges")
    for number, edge in enumerate(edges):
        ends = {
            "id": str(number),
            "source": storable(edge.source),
            "target": storable(edge.target),
            "label": edge.label,
        }
        _values(ET.SubElement(bag, "edge", ends), edge_fields(edge))
    return Exported(_bytes(root))


def node_fields(node: Node) -> dict[str, Plain]:
    """The fields of a node, its label among them."""
    return {"label": node.label, **node.fields}


def edge_fields(edge: Edge) -> dict[str, Plain]:
    """The fields of an edge."""
    fields: dict[str, Plain] = {"kinds": edge.label, "strength": edge.strength}
    return fields | ({"quotes": " | ".join(edge.quotes)} if edge.quotes else {})


def _columns(found: Iterable[Mapping[str, Plain]]) -> dict[str, type]:
    columns: dict[str, type] = {}
    for fields in found:
        for name, value in fields.items():
            columns.setdefault(name, type(value))
    return columns


def _data(parent: ET.Element, kind: str, fields: Mapping[str, Plain]) -> None:
    for name, value in fields.items():
        ET.SubElement(parent, "data", key=f"{kind}-{name}").text = storable(str(value))


def _values(parent: ET.Element, fields: Mapping[str, Plain]) -> None:
    bag = ET.SubElement(parent, "attvalues")
    for name, value in fields.items():
        ET.SubElement(bag, "attvalue", {"for": name, "value": storable(str(value))})


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
