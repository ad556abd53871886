"""Chunks of a sentence: noun phrases, verb groups, prepositions and the marks between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import noun_lemma

_NOMINAL: Final = frozenset({"DET", "PRPS", "ADJ", "NUM", "NOUN", "PROPN"})
_HEADS: Final = frozenset({"NOUN", "PROPN", "NUM"})
_BEFORE_HEAD: Final = frozenset({"ADJ", "VED", "NUM"})
_WRITTEN: Final[Mapping[str, str]] = {
    "along with": "with",
    "together with": "with",
    "in return for": "in exchange for",
    "in front of": "before",
}
_NAMED: Final = frozenset(
    {"Republic", "Front", "Army", "Forces", "Movement", "Union", "Party", "Tigers", "Council", "Alliance", "Group"}
    | {"Government", "Authority", "Organisation", "Organization", "Coalition", "League", "Congress", "Parliament"}
)
_SHORT_FORM: Final = 3  # words: the brackets and what they hold
_PREPOSITIONS: Final[Mapping[tuple[str, ...], str]] = {
    tuple(words.split()): _WRITTEN.get(words, words)
    for words in (
        "according to", "because of", "ahead of", "instead of", "out of", "prior to", "along with", "together with",
        "as part of", "in exchange for", "in return for", "in response to", "on behalf of", "under pressure from",
        "due to", "as well as", "in front of", "rather than", "such as", "in line with",
    )
}  # fmt: skip
_SUBORDINATORS: Final[Mapping[tuple[str, ...], str]] = {
    ("so", "that"): "so that",
    ("provided", "that"): "if",
    ("as", "soon", "as"): "once",
    ("now", "that"): "as",
    ("as", "long", "as"): "if",
    ("even", "if"): "if",
    ("only", "if"): "if",
    ("if", "only"): "if",
    ("on", "condition", "that"): "if",
    ("on", "the", "condition", "that"): "if",
    ("even", "though"): "though",
}
FIXED_OPENERS: Final = frozenset(words[0] for words in (*_PREPOSITIONS, *_SUBORDINATORS))
"""The first words of prepositions and conjunctions of several words."""


@attrs.frozen(eq=False, kw_only=True)
class VerbGroup:
    """A verb with its auxiliaries: "has not been agreed", "to release", "rejecting".

    ``form``: finite, infinitive, gerund, participle, or bare (a base form without "to").
    """

    head: int
    lemma: str
    form: str
    passive: bool = False
    negated: bool = False
    modal: str = ""
    past: bool = False
    perfect: bool = False
    progressive: bool = False


@attrs.frozen(eq=False)
class Chunk:
    """A stretch of words, ``first`` up to ``stop``, that acts as one: kinds NP, VG, PREP, SUB, WH, THAT, COMMA ..."""

    kind: str
    first: int
    stop: int
    head: int
    word: str = ""
    verb: VerbGroup | None = None
    possessor: tuple[int, int] | None = None


class Kinds(dict[int | None, str]):
    """The kinds of the chunks of a sentence by their numbers, "" for what is no chunk."""

    @classmethod
    def of(cls, chunks: Iterable[Chunk]) -> Kinds:
        """The kinds of some chunks in their order."""
        return cls(enumerate(chunk.kind for chunk in chunks))

    def __missing__(self, k: int | None) -> str:
        return ""


def time_phrase(tokens: Tokens, at: int) -> Chunk | None:
    """The time phrase that starts at a word, if it does not qualify a noun ("Saturday's release")."""
    if tokens.tags[at] != "TIME":
        return None
    stop = _past_time(tokens, at)
    return None if tokens.tag(stop) == "POSS" else Chunk("TIME", at, stop, at)


def fixed_phrase(tokens: Tokens, at: int) -> Chunk | None:
    """A preposition or conjunction of several words."""
    for size in (4, 3, 2):
        words = tuple(tokens.lowers[at : at + size])
        if words in _SUBORDINATORS:
            return Chunk("SUB", at, at + size, at, _SUBORDINATORS[words])
        if words in _PREPOSITIONS and not (
            words == ("due", "to") and tokens.tag(at + 2) in {"VB", "BE", "HAVE", "ADV"}
        ):
            return Chunk("PREP", at, at + size, at, _PREPOSITIONS[words])
    return None


def single_word(tokens: Tokens, at: int) -> Chunk:
    """A word that stands for itself: a preposition, a conjunction, an adverb, a mark."""
    tag = tokens.tags[at]
    kind = "PREP" if tag == "TO" else "ADV" if tag in {"ADV", "PART", "NEG", "EX"} else tag
    return Chunk(kind, at, at + 1, at, tokens.lowers[at])


@attrs.define(eq=False)
class _NounPhrase:
    """A noun phrase while it is read."""

    first: int
    head: int = -1
    possessor: tuple[int, int] | None = None


def noun_phrase(tokens: Tokens, at: int) -> Chunk | None:
    """The noun phrase that starts at a word, None where none does."""
    if tokens.tags[at] == "PRON":
        return Chunk("NP", at, at + 1, at, tokens.lowers[at])
    if tokens.tags[at] not in _NOMINAL and tokens.tags[at] != "TIME":
        return None
    phrase, i = _NounPhrase(at), at
    closed = 0  # behind the short form of the name
    while i < len(tokens.tags):
        if _takes(tokens, i, phrase):
            i += 1
        elif not closed and phrase.head == i - 1 and _is_short_form(tokens, i):
            i = closed = i + _SHORT_FORM
        elif not closed and phrase.head == i - 1 and _names_on(tokens, i):
            closed = _past_name(tokens, i)
            i = closed = closed + _SHORT_FORM * _is_short_form(tokens, closed)
            break
        else:
            break
    head = phrase.head if phrase.head >= 0 else _elliptic(tokens, phrase, i)
    if head < 0:
        return None
    stop = max(head + 1, at + 1, closed)
    return Chunk("NP", at, stop, head, noun_lemma(tokens.lowers[head]), possessor=phrase.possessor)


def _names_on(tokens: Tokens, i: int) -> bool:
    """Whether the name of a body goes on behind a preposition: "the Democratic Republic of Congo"."""
    if tokens.tags[i - 1] != "PROPN" or tokens.lowers[i] not in {"of", "for"}:
        return False
    return tokens.words[i - 1] in _NAMED and tokens.tag(i + 1 + (tokens.tag(i + 1) == "DET")) == "PROPN"


def _past_name(tokens: Tokens, i: int) -> int:
    i += 1 + (tokens.tag(i + 1) == "DET")
    while tokens.tag(i) == "PROPN":
        i += 1
    return i


def _is_short_form(tokens: Tokens, i: int) -> bool:
    """Whether the short form of a name stands in brackets behind it: "the National Liberation Army (ELN)"."""
    if tokens.tag(i) != "OPEN" or tokens.tag(i + 1) != "PROPN" or tokens.tag(i + 2) != "CLOSE":
        return False
    capitals = sum(letter.isupper() for letter in tokens.words[i + 1])
    return tokens.tags[i - 1] == "PROPN" and capitals > 1


def _takes(tokens: Tokens, i: int, phrase: _NounPhrase) -> bool:
    """Whether the phrase goes on with a word; notes its head and its possessor."""
    tag, first = tokens.tags[i], i == phrase.first
    if tag == "POSS":
        return _takes_genitive(tokens, i, phrase)
    if tag in {"DET", "PRPS"}:
        return first or phrase.head < 0 or tokens.tags[i - 1] in {"DET", "TIME"}
    if tag == "TIME":
        return first or phrase.head < 0
    if tag == "ADV":
        return not first and phrase.head < 0 and tokens.tag(i + 1) in _BEFORE_HEAD
    if tag in _HEADS:
        phrase.head = i
        return True
    return tag == "ADJ" and (phrase.head < 0 or _noun_after(tokens, i))


def _takes_genitive(tokens: Tokens, i: int, phrase: _NounPhrase) -> bool:
    if phrase.head >= 0:
        phrase.possessor, phrase.head = (phrase.first, i), -1
        return True
    return i > phrase.first and tokens.tags[i - 1] == "TIME"


def _elliptic(tokens: Tokens, phrase: _NounPhrase, stop: int) -> int:
    """The head of a phrase without a noun: "this", "the latest", "Hamas's"."""
    if phrase.possessor is not None and stop > phrase.possessor[1] + 1:
        return stop - 1
    determined = stop > phrase.first and tokens.tags[phrase.first] == "DET"
    return stop - 1 if determined and (stop == phrase.first + 1 or tokens.tags[stop - 1] == "ADJ") else -1


def _past_time(tokens: Tokens, i: int) -> int:
    while tokens.tag(i) == "TIME":
        i += 1
    return i


def _noun_after(tokens: Tokens, i: int) -> bool:
    while tokens.tag(i) in {"ADJ", "ADV"}:
        i += 1
    return tokens.tag(i) in _HEADS
