"""From whatever a user points at to records: paths, frames, lists, generators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from ceasetimeline.errors import ArgumentError, InputError
from ceasetimeline.model import Article, Issue
from ceasetimeline.readers.columns import articles_within
from ceasetimeline.readers.feeds import read_feed, read_warc
from ceasetimeline.readers.folders import read_folder, read_text
from ceasetimeline.readers.frames import is_frame, read_frame, read_parquet
from ceasetimeline.readers.json_files import from_json, read_json, read_json_lines
from ceasetimeline.readers.pages import read_page
from ceasetimeline.readers.records import Options, Reader, Record, Records
from ceasetimeline.readers.tables import read_table

READERS: Final[Mapping[str, Reader]] = {
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".csv": read_table,
    ".tsv": read_table,
    ".parquet": read_parquet,
    ".txt": read_text,
    ".md": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".warc": read_warc,
}
_WANTED: Final = "pass a list of articles, or a path to a file or folder of articles"


def records_of(articles: object, options: Options) -> Records:
    """The records of whatever was given; raises ArgumentError or InputError where that cannot hold articles."""
    if isinstance(articles, str | Path):
        return _at_path(articles, options)
    if isinstance(articles, Article):
        return iter([Record("the article", articles)])
    if is_frame(articles):
        return read_frame(articles, options)
    if isinstance(articles, Mapping):
        whole = articles_within(articles) is None
        return iter([Record("the article", articles)]) if whole else from_json(articles, "the object")
    if isinstance(articles, bytes | bytearray | memoryview) or not isinstance(articles, Iterable):
        raise ArgumentError(f"{type(articles).__name__} cannot hold articles: {_WANTED}")
    return _from_items(articles, options)


def _at_path(given: str | Path, options: Options) -> Records:
    path = Path(given)
    if not _exists(path):
        shown = str(given) if len(str(given)) <= 80 else f"{str(given)[:80]}…"
        raise ArgumentError(f"no file or folder is called {shown!r}; {_WANTED}")
    if path.is_dir():
        return read_folder(path, READERS, options)
    suffix = Path(path.stem if path.suffix.lower() == ".gz" else path.name).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise InputError(f"{path}: files of this kind are not read; known are {', '.join(READERS)}")
    return reader(path, path.name, options)


def _exists(path: Path) -> bool:
    try:
        return path.parts != () and path.exists()
    except (OSError, ValueError):  # longer than a file name may be, or with a NUL in it
        return False


def _from_items(articles: Iterable[object], options: Options) -> Iterator[Record | Issue]:
    for number, item in enumerate(articles):
        if isinstance(item, Path):
            yield from _at_path(item, options)
        elif isinstance(item, Issue):
            yield item
        else:
            yield Record(f"item {number}", item)
