"""Bytes from disk to text: existing paths or a clear error, encodings found out and reported."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from ceasetimeline.errors import InputError
from ceasetimeline.model import Issue

FALLBACK: Final = "cp1252"
LARGEST: Final = 4 * 1024**3
SWELLING: Final = 500
"""A gzip file that grows by more than this factor is no text: repetitive news grows by a tenth of it."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path) -> bytes:
    """The content of a file, unpacked if it is a gzip file; raises InputError that says what is wrong with it."""
    with opened(path) as file:
        return b"".join(_measured(path, file))


def lines(path: Path) -> Iterator[bytes]:
    """The lines of a file with their ends, one at a time, unpacked if it is a gzip file."""
    with opened(path) as file:
        yield from _measured(path, file)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """A file open for reading; whatever goes wrong with it becomes an InputError that names it."""
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            yield file  # type: ignore[misc]
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except (OSError, EOFError, zlib.error) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise InputError(f"{path}: cannot be read: {reason}") from fault


def decoded(content: bytes, place: str, encoding: str | None = None) -> tuple[str, tuple[Issue, ...]]:
    """The text of a file, and an issue where its encoding had to be guessed.

    UTF-8, or what a byte order mark says; else Windows Western, which is reported since it may be wrong. Raises
    InputError for an ``encoding`` that does not exist or does not fit.

    >>> decoded("Türkiye".encode("utf-16"), "a.txt")
    ('Türkiye', ())
    >>> decoded("Türkiye".encode("cp1252"), "a.txt")[0]
    'Türkiye'
    """
    if encoding is not None:
        return _as_asked(content, place, encoding), ()
    marked = _marked(content)
    try:
        return content.decode(marked), ()
    except UnicodeDecodeError as fault:
        return content.decode(FALLBACK, "replace"), (_guessed(marked, fault.start, place),)


def is_wide(path: Path) -> bool:
    """Whether a file begins with the mark of UTF-16 or UTF-32, whose lines are no lines of bytes."""
    with opened(path) as file:
        return _marked(file.read(4)) in {"utf-16", "utf-32"}


def encoding_of(path: Path, name: str, asked: str | None = None) -> tuple[str, tuple[Issue, ...]]:
    """The encoding of a file, found in one pass without holding it, and an issue where it had to be guessed."""
    done, decoder = 0, None
    encoding = asked or "utf-8"
    with opened(path) as file:
        for chunk in _measured(path, file):
            if decoder is None:
                encoding = asked or _marked(chunk)
                decoder = codecs.getincrementaldecoder(_known(encoding))()
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as fault:
                if asked:
                    raise InputError(f"{name}: is not {asked}: {fault.reason} at byte {done + fault.start}") from None
                return FALLBACK, (_guessed(encoding, done + fault.start, name),)
            done += len(chunk)
    return encoding, ()


def text_lines(path: Path, encoding: str) -> Iterator[str]:
    """The lines of a file with their ends as they are, one at a time, without a byte order mark."""
    with opened(path) as file, io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="") as text:
        yield next(text, "").removeprefix("\ufeff")
        yield from text


def _as_asked(content: bytes, place: str, encoding: str) -> str:
    try:
        return content.decode(_known(encoding)).removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        raise InputError(f"{place}: is not {encoding}: {fault.reason} at byte {fault.start}") from None


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        raise InputError(f"no encoding is called {encoding!r}; try 'utf-8', 'cp1252', 'cp1256' or 'utf-16'") from None


def _marked(content: bytes) -> str:
    """The encoding that a byte order mark says, else UTF-8."""
    return next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")


def _guessed(encoding: str, byte: int, place: str) -> Issue:
    message = (
        f"not {encoding.removesuffix('-sig').upper()} (byte {byte}); read as Windows Western ({FALLBACK}). "
        "If letters look wrong, pass the right encoding, such as encoding='cp1256' for Arabic"
    )
    return Issue(code="encoding", message=message, place=place)


def _measured(path: Path, file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file, stopped when an archive swells beyond any news text."""
    packed = path.stat().st_size
    limit = min(LARGEST, max(1, packed) * SWELLING) if path.suffix.lower() == ".gz" else None
    taken = 0
    while line := file.readline(LARGEST if limit is None else limit + 1):
        taken += len(line)
        if limit is not None and taken > limit:
            raise InputError(
                f"{path}: unpacks to more than {limit} bytes, which no news archive does [unsafe-archive]"
            )
        yield line
