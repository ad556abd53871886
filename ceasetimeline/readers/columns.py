"""Which column holds what: the alias table of ``columns.toml``, applied to one row."""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Final

FIELDS: Final = ("text", "published", "source", "title", "url", "id", "language", "modified")


def columns_of(names: Iterable[str], *, renamed: Mapping[str, str] | None = None) -> dict[str, str]:
    """The column for each field that ``names`` offer: the best known name wins.

    ``renamed`` says so outright: ``{"text": "Volltext"}``.

    >>> columns_of(["Date Publish", "maintext", "source_domain", "filename"])
    {'text': 'maintext', 'published': 'Date Publish', 'source': 'source_domain'}
    """
    given = {_plain(name): name for name in reversed(list(names))}
    found = {}
    for field in FIELDS:
        for alias in _aliases()[field]:
            name = given.get(_plain(alias), alias if "." in alias and _plain(alias.split(".")[0]) in given else None)
            if name is not None:
                found[field] = name
                break
    return found | dict(renamed or {})


def fields_of(row: Mapping[str, Any], *, renamed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The values of a row under the names of the fields; a column that is empty gives way to the next best.

    A field that has columns, but all of them empty, is None; one without a column is not there.
    """
    found: dict[str, Any] = {}
    for field, columns in _columns(tuple(map(str, row))).items():
        values = (_inside(row, column) for column in columns)
        found[field] = next((value for value in values if not is_missing(value)), None)
    return found | {field: row.get(name) for field, name in (renamed or {}).items()}


def articles_within(table: Mapping[str, Any]) -> list[Any] | None:
    """The list of articles that a JSON object holds under one of the usual names, None if it holds none."""
    for name in _aliases()["lists"]:
        if isinstance(table.get(name), list):
            found: list[Any] = table[name]
            return found
    return None


def is_missing(value: object) -> bool:
    """Whether a cell holds nothing: None, blank text, NaN, NaT or pandas' NA."""
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, float) and math.isnan(value)


def _inside(row: Mapping[str, Any], column: tuple[str, ...]) -> object:
    value: object = row.get(column[0])
    for name in column[1:]:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


@functools.lru_cache(maxsize=256)
def _columns(names: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """For each field the columns of a row that may hold it, most telling first; a nested one as its steps."""
    given = {_plain(name): name for name in reversed(names)}
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for field in FIELDS:
        whole = [(given[_plain(alias)],) for alias in _aliases()[field] if _plain(alias) in given]
        nested = [tuple(alias.split(".")) for alias in _aliases()[field] if alias.partition(".")[0] in names]
        if whole or nested:
            found[field] = (*whole, *(steps for steps in nested if len(steps) > 1))
    return {field: columns for field, columns in found.items() if columns}


@functools.lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "").replace("_", "").replace("-", "")


@functools.cache
def _aliases() -> Mapping[str, tuple[str, ...]]:
    content = (resources.files("ceasetimeline.readers") / "columns.toml").read_text(encoding="utf-8")
    return {field: tuple(table["names"]) for field, table in tomllib.loads(content).items()}
