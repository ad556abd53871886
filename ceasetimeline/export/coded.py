"""CAMEO rows, with the PLOVER type of each code beside it, as event-data tools read them."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import combinations
from typing import Final

from ceasetimeline.bounds import iso
from ceasetimeline.errors import UnknownNameError
from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.export.tables import Row, csv_bytes
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Event
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.quotes import Library, link_of

COLUMNS: Final = (
    "event",
    "earliest",
    "latest",
    "source_actor",
    "target_actor",
    "cameo",
    "plover",
    "type",
    "realis",
    "venue",
    "sources",
    "quote",
    "link",
)


def cameo(timeline: Timeline, options: ExportOptions) -> Exported:
    """One row for each actor and addressee of an event, or each pair of its parties, once.

    The code is the one that the lexicon gives for the type; a type without one is left out, and so are events that
    did not happen as far as the texts say (CAMEO has no column for that).
    """
    codes = _codes(timeline)
    coded = [event for event in timeline.events if codes.get(event.type) and event.realis == "actual"]
    kept = {event.id for event in coded}
    library = Library.of(timeline)
    rows = [row for event in coded for row in _rows(event, codes[event.type], library)]
    left_out = tuple(event.id for event in timeline.events if event.id not in kept)
    reason = "their type has no CAMEO code, or they are not told as having happened"
    return Exported(csv_bytes(rows, COLUMNS, csv_safe=options.csv_safe), left_out, reason)


def plover_type(cameo: str) -> str:
    """The PLOVER type of a CAMEO code; "" for statements, which PLOVER does not code.

    >>> plover_type("0871"), plover_type("0841"), plover_type("120"), plover_type("014")
    ('RETREAT', 'CONCEDE', 'REJECT', '')
    """
    roots = _roots()
    fitting = [root for root in roots if cameo.startswith(root)]
    return roots[max(fitting, key=len)] if fitting else ""


@functools.cache
def _roots() -> Mapping[str, str]:
    table = (resources.files("ceasetimeline.export") / "plover.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(table)["roots"]
    return found


def _codes(timeline: Timeline) -> dict[str, str]:
    lexicon = Lexicon.default()
    codes = {}
    for name in sorted({event.type for event in timeline.events}):
        try:
            codes[name] = lexicon.event_type(name).cameo
        except UnknownNameError:  # a type that a user's own file or mentions brought in
            codes[name] = ""
    return codes


def _rows(event: Event, code: str, library: Library) -> Iterator[Row]:
    quotes = library.quotes(event)
    article = quotes[0].article if quotes else None
    for source, target in _pairs(event):
        yield {
            "event": event.id,
            "earliest": iso(event.bounds.earliest_start),
            "latest": iso(event.bounds.latest_end),
            "source_actor": source,
            "target_actor": target,
            "cameo": code,
            "plover": plover_type(code),
            "type": event.type,
            "realis": event.realis,
            "venue": event.venue,
            "sources": event.independent_sources,
            "quote": quotes[0].words if quotes else "",
            "link": link_of(article) if article else "",
        }


def _pairs(event: Event) -> list[tuple[str, str]]:
    roles = event.roles
    if len(roles.parties) > 1:
        return list(combinations(roles.parties, 2))
    acting = roles.agent + roles.parties or ("",)
    return [(source, target) for source in acting for target in roles.addressee or ("",)]
