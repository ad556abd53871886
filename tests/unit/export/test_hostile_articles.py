"""Hostile articles go in at one end; what comes out in every format is harmless and can be read again."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from xml.etree import ElementTree as ET

import pytest

from ceasetimeline.codec import timeline_from_json
from ceasetimeline.export import EXPORTERS, export
from ceasetimeline.pipeline import build_timeline
from ceasetimeline.readers.columns import is_missing
from ceasetimeline.timeline import Timeline

MOVE = "Hamas rejected the proposal on Sunday."
TITLES = {
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "formula": '=HYPERLINK("http://x.example","click")',
    "bidi": "\u202etruce\u202c \u2066x\u2069 \u200f",
    "controls": "a\x00b\x0bc\x1b[31md\x7f\x85",
    "surrogate": "half \ud800 a sign \udfff",
    "lines": "one\r\nATTENDEE:mailto:x@x.example\rthree\u2028four",
    "markup": "]]> &amp; `x` :: #59; --> |a| [b](javascript:alert(1)) {{c}} ${d} \\",
}
FAMILY = {"graphml": "xml", "gexf": "xml", "csv": "csv", "cameo": "csv"} | dict.fromkeys(
    ("json", "node-link", "cytoscape", "timelinejs", "json-ld", "annotations", "csl-json"), "json"
)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    rows = [
        {
            "id": f"id {title}",
            "title": title,
            "source": title,
            "url": f"javascript:{title}",
            "text": f"{title}. {MOVE} “{title},” it said.\n{title}",
            "published": "2025-07-08",
        }
        for title in TITLES.values()
    ]
    return build_timeline(rows)


def read_again(name: str, content: bytes) -> int:
    """How many parts an independent reader finds."""
    match FAMILY.get(name):
        case "xml":
            return len(list(ET.fromstring(content).iter()))
        case "csv":
            return len(list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True)))
        case "json":
            return len(json.loads(content))
    if name == "timeml":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(len(list(ET.fromstring(archive.read(part)).iter("EVENT"))) for part in archive.namelist())
    return len(content.splitlines())


def test_the_moves_are_found(timeline: Timeline) -> None:
    assert {mention.quote for mention in timeline.mentions} >= {"rejected"}
    assert len(timeline.articles) == len(TITLES)
    for mention in timeline.mentions:
        [article] = [article for article in timeline.articles if article.id == mention.article]
        assert mention.span is not None
        assert article.text[mention.span.start : mention.span.stop] == mention.quote


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_is_harmless_and_can_be_read_again(name: str, timeline: Timeline) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    content = export(timeline, name).content
    assert read_again(name, content) > 0
    if name in {"html", "markdown", "timelinejs", "ical", "text", "mermaid"}:
        shown = content.decode()
        assert "<script>alert(1)" not in shown
        assert "<img src=x" not in shown
        assert not any(mark in shown for mark in "\x00\x0b\x1b\u202e\u2066")
        assert "\nATTENDEE" not in shown.replace("\r", "\n")


def test_the_saved_timeline_opens_as_it_was(timeline: Timeline) -> None:
    content = export(timeline, "json").content
    again = Timeline(**timeline_from_json(content))
    assert [event.id for event in again.events] == [event.id for event in timeline.events]
    assert export(again, "json").content == content
    assert not any(is_missing(article.text) for article in again.articles)
