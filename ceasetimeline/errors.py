"""Every exception and warning of the package.

Bad input raises (or, inside a run, becomes an entry of ``timeline.issues``); bad news does not: what the
articles leave open is a value (`Unresolved`, an open bound, a `Conflict`), never an exception.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class CeasetimelineError(Exception):
    """Base of all errors raised by ceasetimeline."""


class CeasetimelineWarning(UserWarning):
    """Base of all warnings given by ceasetimeline."""


class ArticleError(CeasetimelineError):
    """An article cannot be used as it was given.

    ``code`` is the stable name of the fault ("no-text", "bad-date", ...); ``article`` its id or its place in
    the input; ``field`` the part that is at fault.
    """

    def __init__(self, code: str, message: str, *, article: str = "", field: str = "") -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.article = article
        self.field = field

    def __str__(self) -> str:
        where = f"article {self.article}: " if self.article else ""
        return f"{where}{self.message} [{self.code}]"


class InputError(CeasetimelineError):
    """A file, a path or an argument cannot be used; the message says what to pass instead."""


class ArgumentError(InputError, TypeError):
    """An argument is of a kind that the library does not take; the message says what to pass instead."""


class FormatError(CeasetimelineError):
    """A saved file does not hold what it should; ``path`` is the place inside it (``$.events[3].start``)."""

    def __init__(self, message: str, *, path: str = "$") -> None:
        super().__init__(message, path)
        self.message = message
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class LexiconError(CeasetimelineError):
    """One fault of a lexicon file: which file, which entry, which field."""

    def __init__(self, file: str, entry: str, message: str) -> None:
        super().__init__(file, entry, message)
        self.file = file
        self.entry = entry
        self.message = message

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.message}"


class LexiconErrors(ExceptionGroup[LexiconError], CeasetimelineError):  # noqa: N818 - a group of errors
    """All faults of a lexicon, found in one pass."""

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  {fault}" for fault in self.exceptions)])


class UnknownNameError(CeasetimelineError, KeyError):
    """A name that the lexicon or the timeline does not hold, with the nearest names that it does."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(kind, name)
        self.kind = kind
        self.name = name
        self.suggestions = tuple(get_close_matches(name, sorted(known), n=3))

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.suggestions)}?" if self.suggestions else ""
        return f"no {self.kind} is called {self.name!r}{hint}"


class CalendarError(CeasetimelineError):
    """A feast cannot be placed: its calendar is not known for that year, or not installed; ``code`` says which."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message
