"""The doors out: a timeline in the forms that other tools read."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from ceasetimeline.codec import timeline_to_json
from ceasetimeline.errors import CeasetimelineWarning, InputError, UnknownNameError
from ceasetimeline.export.calendars import ical, timelinejs
from ceasetimeline.export.coded import cameo
from ceasetimeline.export.diagrams import dot, mermaid
from ceasetimeline.export.exporters import Exported, Exporter, ExportOptions, parts_of
from ceasetimeline.export.files import check_writable, write_file
from ceasetimeline.export.frames import parquet, to_frame
from ceasetimeline.export.graph_json import cytoscape, node_link
from ceasetimeline.export.graph_xml import gexf, graphml
from ceasetimeline.export.linked import json_ld, web_annotations
from ceasetimeline.export.report import csl_json, markdown
from ceasetimeline.export.tables import csv_file
from ceasetimeline.export.timeml import timeml
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.explore import explore
from ceasetimeline.view.html import page
from ceasetimeline.view.text import render as render_text

__all__ = [
    "EXPORTERS",
    "Exported",
    "Exporter",
    "check_goal",
    "export",
    "format_of",
    "left_out_words",
    "to_frame",
    "write",
    "write_file",
]


def _json(timeline: Timeline, options: ExportOptions) -> Exported:
    return Exported(timeline_to_json(parts_of(timeline), text=options.text))


def _html(timeline: Timeline, options: ExportOptions) -> Exported:
    return Exported(explore(timeline, title=options.title).encode("utf-8", "replace"))


def _plain_html(timeline: Timeline, options: ExportOptions) -> Exported:
    return Exported(page(timeline, title=options.title).encode("utf-8", "replace"))


def _text(timeline: Timeline, options: ExportOptions) -> Exported:
    del options
    return Exported(render_text(timeline).encode("utf-8", "replace"))


_TABLE: Final = (
    Exporter(name="json", suffixes=(".json",), make=_json, for_whom="ceasetimeline itself, any program"),
    Exporter(name="html", suffixes=(".html", ".htm"), make=_html, for_whom="a browser: chart, filters, every quote"),
    Exporter(name="plain-html", suffixes=(), make=_plain_html, for_whom="a browser without scripts, print, archives"),
    Exporter(name="text", suffixes=(".txt",), make=_text, for_whom="people"),
    Exporter(
        name="csv",
        suffixes=(".csv",),
        make=csv_file,
        for_whom="spreadsheets, R, pandas",
        cannot_hold="relations and conflicts; lists are joined by semicolons",
    ),
    Exporter(
        name="parquet",
        suffixes=(".parquet",),
        make=parquet,
        for_whom="pandas, polars, DuckDB, R",
        cannot_hold="relations and conflicts; lists are joined by semicolons",
    ),
    Exporter(
        name="graphml",
        suffixes=(".graphml",),
        make=graphml,
        for_whom="Gephi, yEd, igraph, networkx",
        cannot_hold="control characters (U+FFFD instead), whole articles",
    ),
    Exporter(
        name="gexf",
        suffixes=(".gexf",),
        make=gexf,
        for_whom="Gephi",
        cannot_hold="control characters (U+FFFD instead), whole articles",
    ),
    Exporter(
        name="dot", suffixes=(".dot", ".gv"), make=dot, for_whom="Graphviz", cannot_hold="whole articles, conflicts"
    ),
    Exporter(name="node-link", suffixes=(".node-link.json",), make=node_link, for_whom="networkx, D3"),
    Exporter(name="cytoscape", suffixes=(".cyjs",), make=cytoscape, for_whom="Cytoscape, cytoscape.js"),
    Exporter(
        name="timelinejs",
        suffixes=(".timelinejs.json",),
        make=timelinejs,
        for_whom="TimelineJS3",
        cannot_hold="events whose first or last possible day is unknown; relations",
    ),
    Exporter(
        name="ical",
        suffixes=(".ics",),
        make=ical,
        for_whom="calendars",
        cannot_hold="events whose first or last possible day is unknown; relations",
    ),
    Exporter(
        name="timeml",
        suffixes=(".tml.zip", ".timeml.zip"),
        make=timeml,
        for_whom="TimeML tools: tieval, CAEVO, TempEval scorers",
        cannot_hold="events across articles, roles, bounds; the later of two that overlap",
    ),
    Exporter(name="json-ld", suffixes=(".jsonld",), make=json_ld, for_whom="RDF stores, knowledge graphs"),
    Exporter(
        name="annotations",
        suffixes=(".annotations.json",),
        make=web_annotations,
        for_whom="Hypothes.is and other W3C annotation tools",
        cannot_hold="mentions without a place in a text",
    ),
    Exporter(
        name="cameo",
        suffixes=(".cameo.csv",),
        make=cameo,
        for_whom="event-data tools",
        cannot_hold="what did not happen (plans, denials), types without a code; PLOVER modes and contexts",
    ),
    Exporter(name="mermaid", suffixes=(".mmd", ".mermaid"), make=mermaid, for_whom="Markdown pages, wikis"),
    Exporter(name="markdown", suffixes=(".md",), make=markdown, for_whom="people"),
    Exporter(
        name="csl-json",
        suffixes=(".csl.json",),
        make=csl_json,
        for_whom="Zotero, pandoc",
        cannot_hold="anything but the sources",
    ),
)
EXPORTERS: Final[Mapping[str, Exporter]] = {exporter.name: exporter for exporter in _TABLE}
"""Every format by its name."""


def export(timeline: Timeline, format: str, **options: Any) -> Exported:  # noqa: A002 - the word users know
    """The timeline in a format of `EXPORTERS`, and what that format could not hold.

    ``options`` are those of `ExportOptions`. Raises UnknownNameError for a format that does not exist.
    """
    if format not in EXPORTERS:
        raise UnknownNameError("format", format, EXPORTERS)
    return EXPORTERS[format].make(timeline, _options(options))


def write(
    timeline: Timeline,
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word users know
    overwrite: bool = True,
    **options: Any,
) -> Exported:
    """Write the timeline to a file, whole or not at all; the format follows from the suffix where it is not given.

    Events that the format cannot hold are told in a CeasetimelineWarning. Raises InputError for a path that cannot be
    written, or whose suffix says nothing.
    """
    made = export(timeline, format or format_of(path), **options)
    write_file(path, made.content, overwrite=overwrite)
    if made.left_out:
        warnings.warn(f"{path}: {left_out_words(made)}", CeasetimelineWarning, stacklevel=2)
    return made


def check_goal(path: str | Path, *, format: str | None = None, force: bool = False) -> None:  # noqa: A002
    """Refuse a file that cannot be written, before any work is done for it.

    Without ``force`` only a saved timeline is overwritten: no other file is lost by a slip. Raises InputError.
    """
    name = format or format_of(path)
    if name not in EXPORTERS:
        raise UnknownNameError("format", name, EXPORTERS)
    check_writable(Path(path), overwrite=force or _holds_timeline(Path(path)))


def _holds_timeline(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(64).replace(b" ", b"").startswith(b'{"schema":"ceasetimeline/')


def format_of(path: str | Path) -> str:
    """The format that a file's name stands for; the longest suffix wins: ``a.csl.json`` is "csl-json"."""
    name = Path(path).name.lower()
    suffixes = {suffix: exporter.name for exporter in _TABLE for suffix in exporter.suffixes}
    fitting = [suffix for suffix in suffixes if name.endswith(suffix)]
    if not fitting:
        raise InputError(f"{path}: no format has this suffix; known are {', '.join(suffixes)}")
    return suffixes[max(fitting, key=len)]


def left_out_words(made: Exported) -> str:
    """What a file leaves out, in words: "3 left out (e1, e2, e3): no first or no last day is known"."""
    shown = ", ".join(made.left_out[:5]) + (" …" if len(made.left_out) > 5 else "")
    return f"{len(made.left_out)} left out ({shown}): {made.reason}"


def _options(given: Mapping[str, Any]) -> ExportOptions:
    known = {field.name for field in attrs.fields(ExportOptions)}
    for name in given:
        if name not in known:
            raise UnknownNameError("option", name, known)
    return ExportOptions(**given)
