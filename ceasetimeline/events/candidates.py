"""Words that may tell a move, and the frames of the lexicon by the words that open them."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from ceasetimeline.lexicon import EventType, Frame, Lexicon
from ceasetimeline.text.clauses import Clause
from ceasetimeline.text.vocabulary import vocabulary_of

Rows = Mapping[str, tuple[tuple[EventType, Frame], ...]]
_BE: Final = frozenset({"be", "is", "are", "was", "were", "been", "being", "am"})


@attrs.frozen(eq=False, kw_only=True)
class Candidate:
    """Words that tell a move of a type: a clause or a noun phrase; ``themes`` are the noun phrases it is about.

    ``first`` is the word that opens the frame; the trigger phrase runs from ``begin`` (that word, or the noun in
    front of it: "talks broke down") up to ``stop``.
    """

    row: EventType
    frame: Frame
    rule: str
    score: float
    first: int
    stop: int
    begin: int
    clause: Clause | None = None
    noun: int | None = None
    themes: tuple[int, ...] = ()


@attrs.frozen(eq=False)
class TriggerIndex:
    """The frames of a lexicon by their words; ``forms`` are all word forms that may be a trigger."""

    verbs: Rows
    nouns: Rows
    adjectives: Rows
    markers: Rows
    forms: frozenset[str]


@functools.lru_cache(maxsize=8)
def trigger_index(lexicon: Lexicon) -> TriggerIndex:
    """The index of a lexicon, built once."""
    frames = [(row, frame) for row in lexicon.event_types for frame in _frames_of(row)]
    verbs = _by_word((word, row, frame) for row, frame in frames for word in frame.verbs)
    nouns = _by_word((word, row, frame) for row, frame in frames for word in frame.nouns)
    adjectives = _by_word((word, row, frame) for row, frame in frames for word in frame.adjectives)
    markers = _by_word((word, row, frame) for row, frame in frames for word in frame.markers)
    heads = {verb.split()[0] for verb in verbs}
    forms = {form for form, (lemma, _) in vocabulary_of(lexicon).forms.items() if lemma in heads} - _BE
    named = {noun.split()[-1] for noun in nouns} | _cue(lexicon, "talks_nouns") | _cue(lexicon, "deal_nouns")
    plurals = {noun + "s" for noun in named}
    return TriggerIndex(
        verbs=verbs,
        nouns=nouns,
        adjectives=adjectives,
        markers=markers,
        forms=frozenset(forms | named | plurals | set(adjectives) | set(markers) | {"cease-fire", "cease-fires"}),
    )


def _cue(lexicon: Lexicon, name: str) -> frozenset[str]:
    return lexicon.cues.get(name, frozenset())


def _by_word(rows: Iterator[tuple[str, EventType, Frame]]) -> Rows:
    table: dict[str, list[tuple[EventType, Frame]]] = {}
    for word, row, frame in rows:
        table.setdefault(word, []).append((row, frame))
    return {word: tuple(found) for word, found in table.items()}


def _frames_of(row: EventType) -> Iterator[Frame]:
    """All frames of a type: those that are spelled out, and those of its plain lists."""
    yield from row.frames
    yield from (Frame(verbs=(verb,)) for verb in row.verbs)
    yield from (Frame(verbs=(verb,), about=(noun,), needs=("object",)) for verb, noun in row.light)
    spelled = {noun for frame in row.frames for noun in frame.nouns}
    yield from (Frame(nouns=(noun,), needs=("author", "time")) for noun in row.nouns if noun not in spelled)
