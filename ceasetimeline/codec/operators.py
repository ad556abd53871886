"""Trees of time operators as nested objects: ``{"op": "Shift", "of": {"op": "This", ...}, ...}``."""

from __future__ import annotations

import enum
import functools
import inspect
from collections.abc import Mapping
from typing import Any, get_type_hints

import attrs
import msgspec

from ceasetimeline import meaning as operators
from ceasetimeline.errors import UnknownNameError
from ceasetimeline.meaning import Meaning


def meaning_row(meaning: Meaning) -> dict[str, Any]:
    """A tree of time operators as nested objects: ``{"op": "Shift", ...}`` with the fields of the operator."""
    fields = {field.name: _written(getattr(meaning, field.name)) for field in attrs.fields(type(meaning))}
    return {"op": type(meaning).__name__, **fields}


def meaning_from_row(row: Mapping[str, Any]) -> Meaning:
    """The tree of time operators that `meaning_row` wrote; raises ValueError for one that this version lacks."""
    kinds = _operators()
    kind = kinds.get(str(row.get("op")))
    if kind is None:
        raise ValueError(str(UnknownNameError("time operator", str(row.get("op")), kinds)))
    hints = _hints(kind.__name__)
    return kind(**{name: _read(value, hints.get(name, Any)) for name, value in row.items() if name != "op"})


def _written(value: Any) -> Any:
    if isinstance(value, Meaning):
        return meaning_row(value)
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    return value.name if isinstance(value, enum.Enum) else value


@functools.cache
def _operators() -> Mapping[str, type[Meaning]]:
    return {
        name: kind
        for name, kind in vars(operators).items()
        if inspect.isclass(kind) and issubclass(kind, Meaning) and kind is not Meaning
    }


@functools.cache
def _hints(name: str) -> Mapping[str, Any]:
    return get_type_hints(_operators()[name], vars(operators))


def _read(value: Any, kind: Any) -> Any:
    if isinstance(value, Mapping) and "op" in value:
        return meaning_from_row(value)
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        return tuple(_read(item, Any) for item in value)
    if inspect.isclass(kind) and issubclass(kind, enum.Enum):
        return kind[value]
    return msgspec.convert(value, kind)
