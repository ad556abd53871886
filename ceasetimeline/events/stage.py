"""A sentence on the stage: its words, the phrases on its nouns, its clauses, the names in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName
from ceasetimeline.events.cast import Sides
from ceasetimeline.events.memory import Memory
from ceasetimeline.model import Span, TimeExpression
from ceasetimeline.text.clauses import Clause, Parse
from ceasetimeline.text.phrases import Chunk, Kinds
from ceasetimeline.text.vocabulary import Vocabulary

_SHARES: Final = frozenset({"one", "ones", "some", "many", "most", "several", "others"})
_POINTING: Final = frozenset({"it", "they", "this", "these", "both"})
_PARTICLES: Final = frozenset({"over", "down", "in", "up", "out", "off"})


@attrs.frozen(eq=False)
class Stage:
    """A sentence with its parse, the actor names and times in it, and the discourse before it.

    ``kind`` gives the kind of a chunk, "" outside the sentence.
    """

    article: str
    text: str
    span: Span
    parse: Parse
    names: Sequence[ActorName]
    times: Sequence[TimeExpression]
    sides: Sides
    memory: Memory
    vocabulary: Vocabulary
    meanings: dict[int, frozenset[str]] = attrs.field(factory=dict)
    followers: dict[int, list[tuple[str, tuple[int, ...]]]] = attrs.field(factory=dict)
    spans: dict[int, Span] = attrs.field(factory=dict)
    named: dict[int, Sequence[ActorName]] = attrs.field(factory=dict)
    heads: dict[int, list[str]] = attrs.field(factory=dict)
    owners: dict[int, Clause | None] = attrs.field(factory=dict)
    # What was asked of a clause before: the subjects that a frame wants, or the complement.
    fitting: dict[tuple[int, str | tuple[str, ...]], bool] = attrs.field(factory=dict)
    told: set[int] = attrs.field(factory=set)  # chunks of verbs that tell a move of their own

    kind: Callable[[int | None], str] = attrs.field(init=False, repr=False)

    @kind.default
    def _kinds(self) -> Callable[[int | None], str]:
        return Kinds.of(self.parse.chunks).__getitem__

    # --- words

    def chunk(self, k: int) -> Chunk:
        """A chunk by its number."""
        return self.parse.chunks[k]

    def words(self, k: int) -> str:
        """The words of a chunk as the text has them."""
        found = self.parse.chunks[k]
        tokens = self.parse.tokens
        return self.text[tokens.starts[found.first] : tokens.stops[found.stop - 1]]

    def chunk_span(self, k: int) -> Span:
        """The characters of a chunk."""
        span = self.spans.get(k)
        if span is None:
            found = self.parse.chunks[k]
            span = self.spans[k] = self.parse.tokens.span(found.first, found.stop)
        return span

    def head(self, k: int) -> str:
        """The singular of a noun phrase's head."""
        return self.parse.chunks[k].word

    def lowers(self, k: int) -> list[str]:
        """The words of a chunk up to its head in lower case."""
        words = self.heads.get(k)
        if words is None:
            found = self.parse.chunks[k]
            words = self.heads[k] = self.parse.tokens.lowers[found.first : max(found.first, found.head) + 1]
        return words

    def is_in(self, word: str, lists: Sequence[str]) -> bool:
        """Whether a word is one of ``lists``, or in a word list that they name."""
        return word in self.vocabulary.listed(tuple(lists))

    # --- phrases on a noun

    def after_noun(self, k: int) -> list[tuple[str, tuple[int, ...]]]:
        """The prepositional phrases that follow a noun phrase directly: (preposition, noun phrases)."""
        if k not in self.followers:
            self.followers[k] = self._after_noun(k)
        return self.followers[k]

    def _after_noun(self, k: int) -> list[tuple[str, tuple[int, ...]]]:
        found: list[tuple[str, tuple[int, ...]]] = []
        at = k + 1 if self.kind(k + 1) == "PREP" else self.parse.groups[k][-1] + 1
        while at + 1 < len(self.parse.chunks):
            noun = at + 2 if self.kind(at + 1) in {"ADV", "QUOTE"} else at + 1
            if self.kind(at) == "PREP" and self.kind(noun) == "NP":
                members = self.parse.groups[noun]
                found.append((self.parse.chunks[at].word, members))
                at = members[-1] + 1
            elif self.kind(at) == "PREP" and self.kind(at + 1) == "PREP" and self.chunk(at).word in _PARTICLES:
                at += 1  # "the handing over of weapons"
            elif self._is_passed(at):
                at += 1
            else:
                break
        return found

    def _is_passed(self, at: int) -> bool:
        """Whether a chunk may stand between a noun and its phrases: a time, an adverb, the dash before "with"."""
        if self.kind(at) in {"COMMA", "DASH"}:
            return self.parse.chunks[at + 1].word in {"with", "between"}
        return self.kind(at) in {"TIME", "QUOTE", "ADV"} or (self.kind(at) == "PREP" and self.kind(at + 1) == "TIME")

    def meant_words(self, k: int) -> frozenset[str]:
        """What a noun phrase is about, and its last two words: "office", "good offices"."""
        words = self.meanings.get(k)
        if words is None:
            head = self.parse.chunks[k].head
            pair = " ".join(self.parse.tokens.lowers[max(0, head - 1) : head + 1])
            words = self.meanings[k] = frozenset((*self.themes(k), pair))
        return words

    def themes(self, k: int) -> list[str]:
        """The heads of a noun phrase and, behind "a number of", of what it counts."""
        head = self.head(k)
        if head in _POINTING and (topic := self._pointed_at(k)):
            return [topic]
        if head in _SHARES and not (self.kind(k + 1) == "PREP" and self.chunk(k + 1).word == "of"):
            return [self.head(n) for n in range(k) if self.kind(n) == "NP"] or [head]
        if head not in self.vocabulary.cue("counting_nouns") and not head.isdigit():
            return [head]
        shares = head in self.vocabulary.cue("sharing_nouns")
        counted = (nouns for word, nouns in self.after_noun(k)[:1] if word == "of" or (word == "in" and shares))
        return [head, *(self.head(n) for nouns in counted for n in nouns)]

    def _pointed_at(self, k: int) -> str:
        """What "it" or "they" speaks of: the talks, truce or plan named last, in this sentence or before."""
        cue = self.vocabulary.cue
        wanted = cue("talks_nouns") | cue("deal_nouns") | cue("plan_nouns")
        before = (self.head(n) for n in range(k - 1, -1, -1) if self.kind(n) == "NP")
        return next((head for head in before if head in wanted), self.memory.topic)

    # --- names and clauses

    def names_in(self, span: Span) -> list[ActorName]:
        """The actor names that share characters with a stretch."""
        return [name for name in self.names if name.span.overlaps(span)]

    def names_at(self, k: int) -> Sequence[ActorName]:
        """The actor names that share characters with a chunk."""
        names = self.named.get(k)
        if names is None:
            names = self.named[k] = self.names_in(self.chunk_span(k))
        return names

    def run_of(self, k: int) -> set[int]:
        """A noun phrase and those in the phrases behind it: "a plan", "the talks" in "a plan for the talks"."""
        return {k}.union(*(nouns for _, nouns in self.after_noun(k)))

    def clause_of_chunk(self, k: int) -> Clause | None:
        """The clause that has a noun phrase among its arguments."""
        if k not in self.owners:
            self.owners[k] = self._clause_of_chunk(k)
        return self.owners[k]

    def _clause_of_chunk(self, k: int) -> Clause | None:
        for clause in reversed(self.parse.clauses):
            if clause.chunk > k:
                continue
            if k in clause.objects or any(k in phrase.nouns for phrase in clause.phrases):
                return clause
        for clause in self.parse.clauses:
            if k in clause.subject and clause.relation != "reduced":
                return clause
        return None

    def children(self, number: int) -> list[Clause]:
        """The clauses that a clause governs."""
        return [clause for clause in self.parse.clauses if clause.governor == number]
