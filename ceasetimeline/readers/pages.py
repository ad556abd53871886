"""HTML pages (extra ``html``): the one door to trafilatura and htmldate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from ceasetimeline.model import Issue
from ceasetimeline.readers.files import read_bytes
from ceasetimeline.readers.records import Options, Record, Records

LARGEST: Final = 2_000_000
"""Bytes of a page that are worth reading: extraction takes minutes on pages of ten times the size."""
DEEPEST: Final = 250
"""Levels of elements: no article is nested deeper, and extraction is recursive."""


def read_page(path: Path, name: str, options: Options) -> Records:
    """The article of an HTML page: its main text, its title, and the day its publisher states.

    Yields an issue in its place for a page that is too large, that has no main text, or where trafilatura is missing.
    """
    del options  # a page declares its encoding itself
    yield page_article(read_bytes(path), name)


def page_article(content: bytes, name: str, url: str = "") -> Record | Issue:
    """The article of a page's bytes; the publication date is kept apart from the day of the last change."""
    try:
        import htmldate
        import trafilatura
    except ImportError:
        return Issue(code="extra-missing", message="HTML pages need pip install 'ceasetimeline[html]'", place=name)
    if len(content) > LARGEST:
        message = f"the page has {len(content)} bytes, more than {LARGEST}; cut it, or extract its text yourself"
        return Issue(code="html-too-large", message=message, place=name)
    tree = trafilatura.load_html(content)
    if tree is None or _depth(tree) > DEEPEST:
        return Issue(code="no-main-text", message="no main text was found in the page", place=name)
    found = trafilatura.extract(
        tree, output_format="json", with_metadata=True, include_comments=False, url=url or None
    )
    if not found:
        return Issue(code="no-main-text", message="no main text was found in the page", place=name)
    fields = json.loads(found)
    published, modified = (
        htmldate.find_date(
            trafilatura.load_html(content), original_date=first, extensive_search=False, url=url or None
        )
        for first in (True, False)
    )
    return Record(
        name,
        {
            "id": url or name,
            "text": fields.get("text"),
            "title": fields.get("title"),
            "url": url or fields.get("source"),
            "source": fields.get("source-hostname") or fields.get("hostname"),
            "published": published,
            "modified": modified if modified != published else None,
        },
    )


def _depth(tree: Any) -> int:
    """How deeply the elements of a page are nested, up to one more than is read."""
    level, depth = [tree], 0
    while level and depth <= DEEPEST:
        level = [child for element in level for child in element]
        depth += 1
    return depth
