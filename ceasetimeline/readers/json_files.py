"""JSON and JSON Lines: a broken line is an issue, the others are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ceasetimeline.errors import InputError
from ceasetimeline.model import Issue
from ceasetimeline.readers.columns import articles_within
from ceasetimeline.readers.files import decoded, is_wide, lines, read_bytes
from ceasetimeline.readers.records import Options, Record, Records


def read_json_lines(path: Path, name: str, options: Options) -> Records:
    """The objects of a JSON Lines file, one a line, read as they are needed."""
    if options.encoding is None and not is_wide(path):
        yield from json_lines(lines(path), name)
    else:
        text, _ = decoded(read_bytes(path), name, options.encoding)
        yield from json_lines(text.encode("utf-8", "surrogatepass").split(b"\n"), name)


def json_lines(found: Iterable[bytes], name: str) -> Records:
    """The objects of JSON lines; an issue for each line that is none."""
    for number, line in enumerate(found, start=1):
        place = f"{name}, line {number}"
        content = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not content:
            continue
        try:
            yield Record(place, parse(content))
        except ValueError as fault:
            yield Issue(code="broken-line", message=f"not JSON: {_short(fault)}", place=place)


def read_json(path: Path, name: str, options: Options) -> Records:
    """The articles of a JSON file: a list, an object that holds one ("articles", "posts" ...), or one article.

    A file of JSON lines under this name is read as such. Raises InputError for a file that is no JSON.
    """
    content = read_bytes(path)
    text, issues = decoded(content, name, options.encoding)
    yield from issues
    try:
        table = parse(text.encode("utf-8", "surrogatepass"))
    except ValueError as fault:
        rows = text.encode("utf-8", "surrogatepass").split(b"\n")
        if len(rows) < 2 or not _is_json(rows[0]):
            raise InputError(f"{name}: not JSON: {_short(fault)}") from None
        yield from json_lines(rows, name)
        return
    yield from from_json(table, name)


def from_json(table: object, name: str) -> Records:
    """The articles within parsed JSON."""
    found = articles_within(table) if isinstance(table, Mapping) else table
    if isinstance(found, list):
        yield from (Record(f"{name}, item {number}", item) for number, item in enumerate(found, start=1))
    else:
        yield Record(name, table)


def parse(content: bytes) -> Any:
    """The value of JSON text; raises ValueError for what is none. Lone surrogates and NaN are let through."""
    try:
        return msgspec.json.decode(content)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except msgspec.DecodeError:
        try:
            return json.loads(content)
        except RecursionError:
            raise ValueError("nested too deeply") from None


def _is_json(content: bytes) -> bool:
    try:
        parse(content)
    except ValueError:
        return False
    return True


def _short(fault: Exception) -> str:
    return str(fault)[:120]
