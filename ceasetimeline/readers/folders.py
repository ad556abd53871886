"""Text files and folders of them: one file an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ceasetimeline.model import Issue
from ceasetimeline.readers.files import decoded, read_bytes
from ceasetimeline.readers.records import Options, Reader, Record, Records

_DAY_IN_NAME: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_FRONT_MATTER: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*\r?\n", re.DOTALL)
_HEADER_LINE: Final = re.compile(r"([A-Za-z][\w -]{0,30}):[ \t]*(.*)")


def read_text(path: Path, name: str, options: Options) -> Records:
    """One article from a text or Markdown file, under its name as id.

    Front matter between two ``---`` lines gives the fields of the article; a day in the file's name
    (``2025-07-08-doha.txt``) its publication date.
    """
    text, issues = decoded(read_bytes(path), name, options.encoding)
    yield from issues
    fields: dict[str, Any] = {"id": name}
    if day := _DAY_IN_NAME.search(path.stem):
        fields["published"] = "-".join(day.groups())
    head = _FRONT_MATTER.match(text)
    if head:
        fields |= _header(head.group(1))
        text = text[head.end() :]
    yield Record(name, fields | {"text": text})


def read_folder(folder: Path, readers: Mapping[str, Reader], options: Options) -> Records:
    """The articles of all files in a folder and the folders below, in the order of their names.

    A file of a kind that is not known is an issue; hidden files are left alone.
    """
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_dir() or any(part.startswith(".") for part in inside.parts):
            continue
        reader = readers.get(path.suffix.lower())
        if reader is None:
            message = (
                f"files of the kind {path.suffix or 'without a suffix'} are not read; known are {', '.join(readers)}"
            )
            yield Issue(code="unknown-file", message=message, place=inside.as_posix())
        else:
            yield from reader(path, inside.as_posix(), options)


def _header(lines: str) -> dict[str, str]:
    found = (_HEADER_LINE.fullmatch(line.strip()) for line in lines.splitlines())
    return {match.group(1).strip(): match.group(2).strip().strip("\"'") for match in found if match}
