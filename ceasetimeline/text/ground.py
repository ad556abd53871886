"""A sentence while it is parsed: its chunks, the clauses built so far, and the ways to move over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from ceasetimeline.text.clauses import Clause, Link
from ceasetimeline.text.phrases import Chunk, Kinds, VerbGroup
from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import Vocabulary

CLAUSAL_PREPOSITIONS: Final = frozenset(
    {"after", "before", "since", "until", "till", "as", "once", "for", "than", "like", "except"}
)
"""Prepositions that open a clause as well: "after the talks", "after the talks failed"."""
REACH: Final = 14
"""How many chunks away a subject is looked for."""
_SKIPPED: Final = frozenset({"ADV", "TIME", "NEG"})
_LIST: Final = 8  # chunks from one verb of a list to the "and" before its last
_THEN: Final = frozenset({"then", "later", "subsequently", "afterwards", "eventually"})


@attrs.define(eq=False)
class Ground:
    """Chunks of one sentence, noun phrases that are coordinated, and clauses from left to right.

    ``kind`` gives the kind of a chunk, "" where there is none.
    """

    tokens: Tokens
    chunks: list[Chunk]
    vocabulary: Vocabulary
    groups: dict[int, tuple[int, ...]] = attrs.field(factory=dict)
    clauses: list[Clause] = attrs.field(factory=list)
    clause_at: dict[int, Clause] = attrs.field(factory=dict)
    kind: Callable[[int | None], str] = attrs.field(init=False, repr=False)

    @kind.default
    def _kinds(self) -> Callable[[int | None], str]:
        return Kinds.of(self.chunks).__getitem__

    def word(self, k: int | None) -> str:
        """The word of a chunk, "" where there is none."""
        return self.chunks[k].word if k is not None and 0 <= k < len(self.chunks) else ""

    def is_name(self, k: int) -> bool:
        """Whether the head of a noun phrase is a proper name."""
        return self.tokens.tags[self.chunks[k].head] == "PROPN"

    def following(self, k: int) -> int | None:
        """The first chunk from ``k`` on that is neither adverb nor time."""
        while k < len(self.chunks) and self.chunks[k].kind in _SKIPPED:
            k += 1
        return k if k < len(self.chunks) else None

    def before(self, k: int) -> int | None:
        """The last chunk before ``k`` that is neither adverb nor time phrase."""
        k -= 1
        while k >= 0 and (self.chunks[k].kind in _SKIPPED or (self.kind(k) == "PREP" and self.kind(k + 1) == "TIME")):
            k -= 1
        return k if k >= 0 else None

    def is_finite(self, k: int | None) -> bool:
        """Whether a chunk is a finite verb group."""
        verb = self.chunks[k].verb if k is not None and k < len(self.chunks) else None
        return verb is not None and verb.form == "finite"

    def is_saying(self, k: int | None) -> bool:
        """Whether a chunk is a verb of saying."""
        verb = self.chunks[k].verb if k is not None else None
        return verb is not None and verb.lemma in self.vocabulary.cue("reporting")

    def is_denying(self, k: int | None) -> bool:
        """Whether a chunk is a verb that says something is not so."""
        verb = self.chunks[k].verb if k is not None else None
        return verb is not None and verb.lemma in self.vocabulary.cue("denying")

    def has_object(self, k: int) -> bool:
        """Whether a noun phrase follows a verb directly."""
        return self.kind(self.following(k + 1)) == "NP"

    def governor_over(self, k: int) -> Clause | None:
        """The clause in whose scope a chunk stands: the last one that begins before it."""
        return next((clause for clause in reversed(self.clauses) if clause.chunk < k), None)

    def conjunct(self, k: int, j: int | None) -> Link | None:
        """The link that a verb after "and", or ", then", shares with the verb it is joined to."""
        verb = self.chunks[k].verb
        if verb is None or j is None or not self._is_joint(j, k):
            return None
        before = [c for c in reversed(self.clauses) if c.chunk < j]
        if self.kind(j) == "COMMA" and before and before[0].link.relation != "main":
            return None  # "the rebels, who hold the town, said and did"
        return next((c.link for c in before if _is_shared(c.verb, verb)), None)

    def _is_joint(self, j: int, k: int) -> bool:
        """Whether what stands before a verb joins it to the one before: "and", ", then", the comma of a list."""
        if self.kind(j) != "COMMA":
            return self.kind(j) == "CONJ"
        then = any(self.word(m) in _THEN for m in range(j + 1, k))
        return then or any(self.kind(m) == "CONJ" and self.kind(m + 1) == "VG" for m in range(k + 1, k + _LIST))


def _is_shared(first: VerbGroup, verb: VerbGroup) -> bool:
    """Whether a verb may go on from the first of two: "will lift the siege and end", "was seized and held"."""
    if verb.form == "bare":
        return first.form in {"bare", "infinitive"} or bool(first.modal)
    if verb.form == "participle" and first.form == "finite":
        return first.passive or first.perfect
    return first.form == verb.form
