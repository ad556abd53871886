"""Typed decoding: whatever does not fit becomes a FormatError that names its place (``$.events[3].start``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeVar

import msgspec

from ceasetimeline.errors import FormatError

Value = TypeVar("Value")
Row = TypeVar("Row")
PICKLE: Final = b"\x80"


def json_only(content: bytes | str) -> bytes:
    """The bytes of JSON text; raises FormatError for a pickle, which could run code."""
    if isinstance(content, str):
        return content.encode("utf-8", "replace")
    if content.startswith(PICKLE):
        raise FormatError("this is a pickle, which is never opened since it can run code; save timelines as JSON")
    return content.removeprefix(b"\xef\xbb\xbf")


def decoded(content: bytes, kind: Any) -> Any:
    """JSON as a value of that type; raises FormatError with the place of the first fault."""
    with typed_faults():
        return msgspec.json.decode(content, type=kind)


def converted(table: object, kind: Any) -> Any:
    """Parsed JSON as a value of that type; raises FormatError with the place of the first fault."""
    with typed_faults():
        return msgspec.convert(table, kind)


@contextmanager
def typed_faults() -> Iterator[None]:
    """Turns every fault of decoding into a FormatError with its place."""
    try:
        yield
    except msgspec.ValidationError as fault:
        message, _, place = str(fault).partition(" - at `")
        raise FormatError(message, path=place.rstrip("`") or "$") from None
    except msgspec.DecodeError as fault:
        raise FormatError(f"not JSON: {fault}") from None
    except RecursionError:
        raise FormatError("nested too deeply to be a timeline") from None


def each(name: str, found: Sequence[Row], build: Callable[[Row], Value]) -> tuple[Value, ...]:
    """What ``build`` makes of each row of a table; a fault names the row."""
    place = f".{name}" if name else ""
    return tuple(built(f"{place}[{number}]", build, row) for number, row in enumerate(found))


def built(step: str, build: Callable[[Row], Value], row: Row) -> Value:
    """What ``build`` makes of a row; a fault inside gets the step of its path put in front."""
    try:
        return build(row)
    except FormatError as fault:
        raise FormatError(fault.message, path=f"${step}{fault.path[1:]}") from None
    except RecursionError:
        raise FormatError("nested too deeply to be a timeline", path=f"${step}") from None
    except (ValueError, TypeError, LookupError) as fault:
        raise FormatError(str(fault), path=f"${step}") from None
