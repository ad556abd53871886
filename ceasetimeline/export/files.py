"""Files are written whole or not at all: to a temporary name beside the goal, to disk, then renamed."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from ceasetimeline.errors import InputError


def write_file(path: str | Path, content: bytes, *, overwrite: bool = True) -> None:
    """Write a file whole; an old one stays as it was until the new one is safe on disk.

    Raises InputError, in one line that names the way out, where the file cannot be written.
    """
    path = Path(path)
    check_writable(path, overwrite=overwrite)
    goal = path.resolve() if path.is_symlink() else path
    part = goal.with_name(f".{goal.name[:100]}.{os.getpid()}-{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if goal.exists():
            part.chmod(goal.stat().st_mode & 0o777)
        part.replace(goal)
    except OSError as fault:
        raise InputError(f"{path}: cannot be written: {fault.strerror or fault}") from fault
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def check_writable(path: Path, *, overwrite: bool = True) -> None:
    """Refuse a path that cannot be written; raises InputError that says what to do instead."""
    if path.is_dir():
        raise InputError(f"{path}: is a folder; give the name of a file in it, such as {path / 'timeline.json'}")
    if not path.absolute().parent.is_dir():
        raise InputError(f"{path}: the folder {path.parent} does not exist; make it first")
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: is no ordinary file; give another name")
    if path.exists() and not overwrite:
        raise InputError(
            f"{path}: exists already; give another name, or use --force (overwrite=True) to overwrite it"
        )
    if path.exists() and not os.access(path, os.W_OK):
        raise InputError(f"{path}: may not be written; change its permissions or give another name")
