"""Asides between commas that part a subject from its verb: "M23, which took the town, demands"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.tokens import Tokens

_LONGEST: Final = 25  # words; what stands between two commas further apart is no aside
_NOUNS: Final = frozenset({"NOUN", "PROPN", "NUM", "CLOSE", "QUOTE"})
_OPENERS: Final = frozenset({"WH", "TO", "VED", "VBN", "VBG", "DET", "PRPS", "ADJ", "PREP"})
_VERBS: Final = frozenset(
    {"BE", "HAVE", "DO", "MODAL", "VBZ", "VBD", "VBP", "VED", "VB", "THAT", "SUB", "COLON", "STOP"}
)


def noun_before_aside(tokens: Tokens, i: int) -> int | None:
    """The noun that a word behind an aside may be the verb of, None where no aside ends before the word ``i``.

    The aside stands between the comma before ``i`` and one behind a noun, and no verb comes before that noun.
    """
    if tokens.tag(i - 1) != "COMMA":
        return None
    for k in range(i - 2, max(0, i - _LONGEST), -1):
        if tokens.tags[k] in {"STOP", "COLON"}:
            return None
        if tokens.tags[k] == "COMMA":
            alone = tokens.tags[k + 1] == "ADV" and k + 3 == i  # "the rebels, meanwhile, attacked"
            opener = k + 2 if tokens.tags[k + 1] == "ADV" else k + 1  # ", unanimously adopted in May,"
            opens = (alone or tokens.tags[opener] in _OPENERS) and tokens.tags[k - 1] in _NOUNS
            return k - 1 if opens and (_VERBS.isdisjoint(tokens.tags[:k]) or _is_framing(tokens, k)) else None
    return None


def _is_framing(tokens: Tokens, k: int) -> bool:
    """Whether a name behind a comma stands before the comma ``k``: "they agreed, Norway, which hosts them, said"."""
    first = k - 1
    while first > 0 and tokens.tags[first] in {"PROPN", "NOUN", "ADJ", "DET"}:
        first -= 1
    return tokens.tags[first] == "COMMA" and tokens.tags[k + 1] == "WH"
