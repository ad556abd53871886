"""Graphs as text that draws itself: DOT for Graphviz, Mermaid for Markdown pages."""

from __future__ import annotations

import re
from typing import Final

from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.export.network import Node, edges_of, nodes_of
from ceasetimeline.export.plain import storable
from ceasetimeline.timeline import Timeline

_NOT_PLAIN: Final = re.compile(r"[^\w .,()–/-]")


def dot(timeline: Timeline, options: ExportOptions) -> Exported:
    """The event graph for Graphviz; labels are plain text, never HTML or escapes."""
    lines = [f"digraph {_dot_text(options.title)} {{", "  node [shape=box];"]
    for node in nodes_of(timeline):
        label = "\\n".join(map(_dot_inner, (node.label, str(node.fields.get("when", "")))))
        fields = ", ".join(f"{name}={_dot_text(str(node.fields[name]))}" for name in _SHOWN if name in node.fields)
        lines.append(f'  {_dot_text(node.id)} [label="{label}"{f", {fields}" if fields else ""}];')
    for edge in edges_of(timeline):
        lines.append(
            f"  {_dot_text(edge.source)} -> {_dot_text(edge.target)} "
            f"[label={_dot_text(edge.label)}, strength={_dot_text(edge.strength)}];"
        )
    return Exported("\n".join([*lines, "}", ""]).encode("utf-8", "replace"))


def mermaid(timeline: Timeline, options: ExportOptions) -> Exported:
    """The event graph as a Mermaid flowchart; every character that Mermaid could act on is an entity."""
    del options
    nodes = nodes_of(timeline)
    names = {node.id: f"e{number}" for number, node in enumerate(nodes, start=1)}
    lines = ["flowchart TD"]
    lines += [f'  {names[node.id]}["{_mermaid_label(node)}"]' for node in nodes]
    lines += [
        f'  {names[edge.source]} -->|"{_mermaid_text(edge.label)}"| {names[edge.target]}'
        for edge in edges_of(timeline)
    ]
    return Exported("\n".join([*lines, ""]).encode("utf-8", "replace"))


_SHOWN: Final = ("type", "realis", "earliest_start", "latest_start", "earliest_end", "latest_end", "quote")


def _dot_inner(text: str) -> str:
    return storable(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def _dot_text(text: str) -> str:
    return f'"{_dot_inner(text)}"'


def _mermaid_label(node: Node) -> str:
    return "<br/>".join(map(_mermaid_text, (node.label, str(node.fields.get("when", "")))))


def _mermaid_text(text: str) -> str:
    return _NOT_PLAIN.sub(lambda mark: f"#{ord(mark[0])};", storable(text))
