"""What readers hand on: one thing that may be an article, with its place, or an issue where nothing could be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import attrs

from ceasetimeline.model import Issue
from ceasetimeline.readers.stamps import Clock


@attrs.frozen
class Record:
    """Something that stands where an article should, and where it stands ("news.jsonl, line 17")."""

    place: str
    value: object


Records = Iterator[Record | Issue]


@attrs.frozen(kw_only=True)
class Options:
    """What a user may say about files: their encoding, which column holds which field, how their times are told."""

    encoding: str | None = None
    columns: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    clock: Clock = attrs.field(factory=Clock)


Reader = Callable[[Path, str, Options], Records]
"""Reads a file, under the name that issues and ids call it by."""
