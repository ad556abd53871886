"""Clauses of a sentence: who does what to whom, under which verb, with which negation and tense.

`Clause` is the one shape that the event rules read. The shallow grammar (`ceasetimeline.text.parsing`) fills it from
word classes alone; another parser may fill the same shape, see `Parser`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

import attrs

from ceasetimeline.model import Span
from ceasetimeline.text.phrases import Chunk, VerbGroup
from ceasetimeline.text.tokens import Tokens


@attrs.frozen(eq=False)
class Phrase:
    """A prepositional phrase: the preposition and its noun phrases (chunk numbers), or a time phrase."""

    preposition: str
    nouns: tuple[int, ...]
    chunk: int


@attrs.frozen(eq=False)
class Link:
    """How a clause hangs together with the rest of its sentence; numbers are chunk numbers, but for ``governor``.

    ``relation`` says how it hangs on its ``governor`` (a clause number) or on a ``noun``: main, complement,
    infinitive, purpose, scheduled ("a truce to begin on Friday"), gerund, relative, reduced, subordinate, headline;
    ``marker`` is the conjunction or preposition in between ("that", "if", "after").
    """

    subject: tuple[int, ...] = ()
    governor: int | None = None
    noun: int | None = None
    relation: str = "main"
    marker: str = ""


@attrs.frozen(eq=False)
class Clause:
    """One verb with its arguments; numbers are chunk numbers of the `Parse`.

    What its ``link`` says stands on the clause as well, since rules ask for little else.
    """

    number: int
    chunk: int
    verb: VerbGroup
    objects: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    link: Link
    subject: tuple[int, ...] = attrs.field(init=False, repr=False)
    governor: int | None = attrs.field(init=False, repr=False)
    noun: int | None = attrs.field(init=False, repr=False)
    relation: str = attrs.field(init=False, repr=False)
    marker: str = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for name in _OF_LINK:
            object.__setattr__(self, name, getattr(self.link, name))


_OF_LINK: Final = tuple(field.name for field in attrs.fields(Link))


@attrs.frozen(eq=False)
class Parse:
    """A sentence as words, chunks and clauses; ``groups`` are the members of each coordinated noun phrase."""

    tokens: Tokens
    chunks: list[Chunk]
    clauses: list[Clause]
    groups: dict[int, tuple[int, ...]]


class Parser(Protocol):
    """What turns a sentence of a text into a `Parse`."""

    def __call__(self, text: str, sentence: Span, times: Sequence[Span] = ()) -> Parse:
        """The parse of one sentence; ``times`` are its time expressions."""
