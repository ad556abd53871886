"""RSS and Atom feeds, and WARC archives of pages (extra ``feeds``): the one door to feedparser and warcio."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from ceasetimeline.errors import InputError
from ceasetimeline.model import Issue
from ceasetimeline.readers.files import read_bytes
from ceasetimeline.readers.pages import LARGEST, page_article
from ceasetimeline.readers.records import Options, Record, Records

_MISSING: Final = "need pip install 'ceasetimeline[feeds]'"
_ENTITY: Final = b"<!ENTITY"


def read_feed(path: Path, name: str, options: Options) -> Records:
    """The entries of an RSS or Atom feed; a day of last change is not taken for the day of publication.

    Raises InputError for a file that is no feed, that defines XML entities (no feed needs any, attacks do), or where
    feedparser is missing.
    """
    del options  # feeds declare their encoding themselves
    try:
        import feedparser
    except ImportError:
        raise InputError(f"{name}: feeds {_MISSING}") from None
    content = read_bytes(path)
    if _ENTITY in content:
        raise InputError(f"{name}: defines XML entities, which no feed needs and attacks use [unsafe-archive]")
    feed = feedparser.parse(io.BytesIO(content))
    if not feed.entries and not feed.get("version"):
        raise InputError(f"{name}: is no RSS or Atom feed")
    for number, entry in enumerate(feed.entries, start=1):
        yield Record(f"{name}, entry {number}", _fields(entry, feed.feed.get("title", "")))


def read_warc(path: Path, name: str, options: Options) -> Records:
    """The articles of the HTML pages in a WARC archive; other records are passed over.

    Raises InputError for a file that is no WARC archive, or where warcio is missing.
    """
    del options
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise InputError(f"{name}: WARC archives {_MISSING}") from None
    try:
        with path.open("rb") as file:
            yield from _pages(ArchiveIterator(file), name)
    except (ArchiveLoadFailed, OSError) as fault:
        raise InputError(f"{name}: cannot be read as a WARC archive: {' '.join(str(fault).split())}") from None


def _pages(records: Any, name: str) -> Iterator[Record | Issue]:
    for number, record in enumerate(records, start=1):
        kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
        if record.rec_type == "response" and "html" in kind:
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            yield page_article(record.content_stream().read(LARGEST + 1), f"{name}, record {number}", url)


def _fields(entry: Any, feed: str) -> dict[str, str | None]:
    contents = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    link = entry.get("link", "")
    return {
        "id": entry.get("id") or link,
        "text": _plain_text(max(contents, key=len)) or entry.get("title", ""),
        "title": entry.get("title", ""),
        "url": link,
        "source": entry.get("source", {}).get("title") or feed,
        "published": entry.get("published"),
        "modified": entry.get("updated") if "updated" in entry else None,
    }


def _plain_text(markup: str) -> str:
    """The text of an entry without its tags."""
    if "<" not in markup:
        return markup
    import trafilatura

    text: str = trafilatura.html2txt(f"<html><body>{markup}</body></html>", clean=False)
    return text
