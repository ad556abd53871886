"""Which column holds what: the alias table of ``columns.toml``, applied to one row."""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Final

FIELDS: Final = ("text", "published", "source", "title", "url", "id", "language")


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
    """The values of a row under the names of the fields; a column that is empty gives way to the next best."""
    plain: dict[str, Any] = {}
    for name, value in row.items():
        plain.setdefault(_plain(str(name)), value)
    found = {}
    for field in FIELDS:
        values = (_inside(row, plain, alias) for alias in _aliases()[field])
        value = next((value for value in values if not is_missing(value)), None)
        if value is not None:
            found[field] = value
    for field, name in (renamed or {}).items():
        found[field] = row.get(name)
    return found


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


def _inside(row: Mapping[str, Any], plain: Mapping[str, Any], alias: str) -> object:
    if alias in row:
        return row[alias]
    if "." not in alias:
        return plain.get(_plain(alias))
    outer, _, inner = alias.partition(".")
    nested = row.get(outer)
    return nested.get(inner) if isinstance(nested, Mapping) else None


@functools.lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "").replace("_", "").replace("-", "")


@functools.cache
def _aliases() -> Mapping[str, tuple[str, ...]]:
    content = (resources.files("ceasetimeline.readers") / "columns.toml").read_text(encoding="utf-8")
    return {field: tuple(table["names"]) for field, table in tomllib.loads(content).items()}
