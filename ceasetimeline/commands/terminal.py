"""What a command prints: data to standard output, messages to standard error, in whatever the terminal knows."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def say(text: str) -> None:
    """Print data to standard output; a character that the terminal lacks becomes "?"."""
    _put(sys.stdout, text)


def say_bytes(content: bytes) -> None:
    """Print UTF-8 to standard output as it is."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(content.decode("utf-8").rstrip("\n") + "\n")
    else:
        sys.stdout.flush()
        buffer.write(content.rstrip(b"\n") + b"\n")
        buffer.flush()


def note(text: str) -> None:
    """Print a message to standard error, on one line."""
    _put(sys.stderr, f"ceasetimeline: {' '.join(text.split())}")


def emphasis() -> tuple[str, str]:
    """What stands before and after words to be seen: bold on a terminal, brackets elsewhere."""
    bold = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return ("\x1b[1m", "\x1b[0m") if bold else ("[", "]")


def _put(stream: TextIO, text: str) -> None:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    shown = text.encode(encoding, "replace").decode(encoding)
    stream.write(f"{shown}\n")
