"""CSV and TSV: the delimiter is found out, ragged rows are reported, never guessed at."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ceasetimeline.errors import InputError
from ceasetimeline.model import Issue
from ceasetimeline.readers.columns import columns_of
from ceasetimeline.readers.files import encoding_of, text_lines
from ceasetimeline.readers.records import Options, Record, Records

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

DELIMITERS: Final = (",", "\t", ";", "|")
LONGEST_CELL: Final = 64 * 1024**2


def read_table(path: Path, name: str, options: Options) -> Records:
    """The rows of a CSV or TSV file as dicts; the first row names the columns.

    Yields an issue for a delimiter other than the comma or the tab that the file's name promises, for an encoding
    that was guessed, and for each row with too many cells. Raises InputError where no column is known as the text.
    """
    encoding, issues = encoding_of(path, name, options.encoding)
    yield from issues
    lines = text_lines(path, encoding)
    header = next(lines)
    if not header.strip():
        return
    delimiter = _delimiter(header)
    if delimiter != ("\t" if ".tsv" in name.lower() else ","):
        yield Issue(code="delimiter", message=f"read with the delimiter {delimiter!r}", place=name)
    yield from _rows(csv.reader(chain([header], lines), delimiter=delimiter), name, options.columns)


def _rows(reader: CsvReader, name: str, renamed: Mapping[str, str]) -> Records:
    cells = _cells(reader, name)
    header = next((row for row in cells if isinstance(row, list)), [])
    names = [cell.strip() for cell in header]
    known = columns_of(names, renamed=renamed)
    if "text" not in known and "title" not in known:
        raise InputError(
            f"{name}: none of the columns {', '.join(names)} is known to hold the text; "
            "call one of them 'text', or pass columns={'text': '…'}"
        )
    for row in cells:
        place = f"{name}, line {reader.line_num}"
        if isinstance(row, Issue):
            yield row
        elif any(cell.strip() for cell in row[len(names) :]):
            message = f"{len(row)} cells where the first row names {len(names)}; is a delimiter not quoted?"
            yield Issue(code="ragged-row", message=message, place=place)
        elif row:
            yield Record(place, dict(zip(names, row, strict=False)))


def _cells(reader: CsvReader, name: str) -> Iterator[list[str] | Issue]:
    """The rows of a table; what csv itself cannot read ends them with an issue."""
    while True:
        before = csv.field_size_limit(LONGEST_CELL)
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            place = f"{name}, line {reader.line_num}"
            yield Issue(code="broken-table", message=f"{fault}; the rows from here on are not read", place=place)
            return
        finally:
            csv.field_size_limit(before)
        yield row


def _delimiter(header: str) -> str:
    """The delimiter under which the first row names most known columns, then the most columns."""
    ways = {mark: next(csv.reader([header], delimiter=mark)) for mark in DELIMITERS}
    return max(ways, key=lambda mark: (len(columns_of(ways[mark])), len(ways[mark]), -DELIMITERS.index(mark)))
