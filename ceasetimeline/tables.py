"""TOML tables as checked rows: all faults are kept, and a later row is laid over an earlier one of its name."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import msgspec

from ceasetimeline.errors import InputError, LexiconError, UnknownNameError

Blocks = Mapping[str, tuple[str, type]]
"""The blocks that a file may hold, each with the field that its rows go to and the class of a row."""


@attrs.frozen
class Tables:
    """What files hold: rows by field and name, the file that each is from, word lists, a digest, and all faults."""

    rows: dict[str, dict[object, Any]]
    homes: dict[tuple[str, object], str]
    cues: dict[str, frozenset[str]]
    digest: str
    faults: list[LexiconError]


def package_files() -> list[tuple[str, bytes]]:
    """The tables that come with the package, each with its name."""
    folder = resources.files("ceasetimeline") / "data"
    files = (entry for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return [(entry.name, entry.read_bytes()) for entry in sorted(files, key=lambda entry: entry.name)]


def user_file(path: str | Path) -> tuple[str, bytes]:
    """A user's own file with its name; raises InputError for one that cannot be read."""
    try:
        return str(path), Path(path).read_bytes()
    except OSError as fault:
        raise InputError(f"the lexicon file {path} cannot be read: {fault.strerror}") from fault


def read_tables(files: Iterable[tuple[str, bytes]], blocks: Blocks) -> Tables:
    """The rows and word lists of files, in their order."""
    tables = Tables({field: {} for field, _ in blocks.values()}, {}, {}, "", [])
    digest = hashlib.blake2b(digest_size=8)
    for file, content in files:
        digest.update(content)
        try:
            table = tomllib.loads(content.decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            tables.faults.append(LexiconError(file, "the whole file", str(fault)))
            continue
        tables.cues.update({name: frozenset(words) for name, words in table.pop("cues", {}).items()})
        for block, entries in table.items():
            if block in blocks:
                _read_block(tables, (file, block), entries, blocks[block])
            else:
                known = ", ".join(blocks)
                tables.faults.append(LexiconError(file, block, f"no such block; known are {known}, cues"))
    return attrs.evolve(tables, digest=digest.hexdigest())


def _read_block(tables: Tables, place: tuple[str, str], entries: Iterable[object], target: tuple[str, type]) -> None:
    (file, block), (field, kind) = place, target
    for number, entry in enumerate(entries, start=1):
        row = _row(file, f"{block} {number}", entry, kind, tables.faults)
        if row is not None:
            tables.rows[field][_key(row)] = row
            tables.homes[field, _key(row)] = file


def _key(row: object) -> object:
    return getattr(row, "name", None) or getattr(row, "names", None)


def _row(file: str, place: str, entry: Any, kind: type, faults: list[LexiconError]) -> Any:
    label = f"{place} ({entry.get('name', '')})" if isinstance(entry, dict) and entry.get("name") else place
    known = {field.name for field in attrs.fields(kind)}
    unknown = sorted(set(entry) - known) if isinstance(entry, dict) else []
    faults.extend(LexiconError(file, label, str(UnknownNameError("field", name, known))) for name in unknown)
    try:
        return msgspec.convert(entry, kind)
    except msgspec.ValidationError as fault:
        faults.append(LexiconError(file, label, str(fault)))
        return None
