"""The dated news items of ``../shared/data/scale``, and samples of them that are the same on every machine."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from ceasetimeline.model import Article

ROOT: Final = Path(__file__).resolve().parent.parent
SHARED: Final = Path(os.environ.get("CEASETIMELINE_SHARED", ROOT.parent / "shared"))
ITEMS: Final = SHARED / "data" / "scale" / "news_items.jsonl.gz"

Drawn = TypeVar("Drawn", bound="tuple[object, ...]")


def stretch(text: str) -> tuple[int, int]:
    """The first item and the one behind the last, of ``0:20000``."""
    first, _, stop = text.partition(":")
    return int(first), int(stop)


def items(first: int, stop: int) -> Iterator[Article]:
    """The news items of a stretch of the file."""
    with gzip.open(ITEMS, "rt", encoding="utf-8") as lines:
        for line in islice(lines, first, stop):
            row = json.loads(line)
            yield Article(id=row["id"], text=row["text"], source=row["source"], published=row["published"])


def drawn(keys: Iterable[Drawn], count: int) -> list[Drawn]:
    """``count`` of the keys, chosen by their digests, in the order of the keys."""
    ranked = sorted(keys, key=lambda key: (hashlib.sha256(repr(key).encode()).digest(), key))
    return sorted(ranked[:count])
