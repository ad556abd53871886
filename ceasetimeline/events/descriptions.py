"""What a noun phrase without a name describes: both sides, the armed group, the government, the other side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

Description = Literal["", "sides", "other side", "rebels", "government", "speaker"]
Cue = Callable[[str], frozenset[str]]

_SPEAKERS: Final = frozenset({"we", "us", "i"})
_EACH: Final = frozenset({"both", "two", "each", "either"})
_OWN: Final = frozenset({"its", "their", "his", "her"})
_OTHER: Final = frozenset({"other", "opposing", "opposite"})


def describe(words: Sequence[str], head: str, cue: Cue) -> Description:
    """What the words of a noun phrase describe, "" where they may mean anybody; ``words`` in lower case, in order.

    >>> from ceasetimeline.lexicon import Lexicon
    >>> from ceasetimeline.text.vocabulary import vocabulary_of
    >>> cue = vocabulary_of(Lexicon.default()).cue
    >>> describe(["the", "rebels"], "rebel", cue), describe(["other", "rebels"], "rebel", cue)
    ('rebels', '')
    """
    phrase = " ".join(words)
    if phrase in _SPEAKERS:
        return "speaker"
    if _is_both(phrase, words, cue):
        return "sides"
    if _is_other(words, head, cue):
        return "other side"
    if not cue("unbound_words").isdisjoint(words) or any(word.isdigit() for word in words):
        return ""
    speaks = head in cue("person_words") or words[-1] in cue("speakers")
    leads = speaks or words[-1] in cue("rebel_heads")
    if words[-1] in cue("rebel_words") or (leads and not cue("rebel_adjectives").isdisjoint(words)):
        return "rebels"
    governs = not cue("governing_words").isdisjoint({words[-1], " ".join(words[-2:])}) or (
        speaks and not cue("governing_words").isdisjoint(words)
    )
    return "government" if governs else ""


def _is_both(phrase: str, words: Sequence[str], cue: Cue) -> bool:
    """Whether words speak of all sides: "both parties", "the rival generals"."""
    if phrase in cue("sides_words") or " ".join(words[-2:]) in cue("sides_words"):
        return True
    if words[-2:-1] and words[-2] in _EACH and words[-1] in cue("paired_heads"):
        return True
    return words[-1] in cue("opposed_heads") and not cue("opposed_words").isdisjoint(words)


def _is_other(words: Sequence[str], head: str, cue: Cue) -> bool:
    """Whether words speak of who stands against the subject: "the other side", "its rival"."""
    if words[-2:-1] and words[-2] in _OTHER:
        return words[-1] in cue("side_heads")
    return head in cue("rival_words") and (words[-1] == head or words[0] in _OWN)
