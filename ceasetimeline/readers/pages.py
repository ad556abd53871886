"""HTML pages (extra ``html``): the one door to trafilatura and htmldate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from ceasetimeline.model import Issue
from ceasetimeline.readers.files import read_bytes
from ceasetimeline.readers.records import Options, Record, Records

LARGEST: Final = 2_000_000
"""Bytes of a page that are worth reading: extraction takes minutes on pages of ten times the size."""


def read_page(path: Path, name: str, options: Options) -> Records:
    """The article of an HTML page: its main text, its title, and the day its publisher states.

    Yields an issue in its place for a page that is too large, that has no main text, or where trafilatura is missing.
    """
    del options  # a page declares its encoding itself
    try:
        import htmldate
        import trafilatura
    except ImportError:
        yield Issue(code="extra-missing", message="HTML pages need pip install 'ceasetimeline[html]'", place=name)
        return
    content = read_bytes(path)
    if len(content) > LARGEST:
        message = f"the page has {len(content)} bytes, more than {LARGEST}; cut it, or extract its text yourself"
        yield Issue(code="html-too-large", message=message, place=name)
        return
    tree = trafilatura.load_html(content)
    found = (
        None
        if tree is None
        else trafilatura.extract(
            tree, output_format="json", with_metadata=True, include_comments=False, favor_precision=True
        )
    )
    if not found:
        yield Issue(code="no-main-text", message="no main text was found in the page", place=name)
        return
    fields = json.loads(found)
    published = htmldate.find_date(content.decode("utf-8", "replace"), original_date=True, extensive_search=False)
    yield Record(
        name,
        {
            "id": name,
            "text": fields.get("text"),
            "title": fields.get("title"),
            "url": fields.get("source"),
            "source": fields.get("source-hostname") or fields.get("hostname"),
            "published": published,
        },
    )
