"""Ids that are digests of content.

Ids never come from ``hash()``: the same content has the same id in every process and on every machine.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def content_id(prefix: str, *parts: object) -> str:
    """A short id that depends on nothing but its parts: ``content_id("m", "a1", 10, 16)`` is the same everywhere."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{prefix}-{digest.hexdigest()}"


def text_digest(text: str) -> str:
    """The SHA-256 of a text, by which two files can be told to speak of the same article."""
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError:
        content = encodable(text).encode("utf-8")
    return hashlib.sha256(content).hexdigest()


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no file can hold; offsets stay right."""
    return _SURROGATE.sub("\ufffd", text)
