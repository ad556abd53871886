"""Marks inside a phrase, which part nothing: a "humanitarian pause", would “begin”, a full, immediate truce."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.tokens import Tokens

_OPENS_NOUN: Final = frozenset({"DET", "PRPS", "NUM", "ADJ"})
_OPENS_VERB: Final = frozenset({"MODAL", "TO", "BE", "HAVE"})
_NOMINAL: Final = frozenset({"NOUN", "ADJ", "NUM"})
_LONGEST: Final = 6  # adjectives in a row


def pass_over_marks(tokens: Tokens) -> None:
    """Give quotation marks inside a phrase, and commas between its adjectives, the class of what they stand among.

    Done before ambiguous forms are decided, so that these see the words on both sides.
    """
    for i in range(1, len(tokens) - 1):
        if tokens.tags[i] == "QUOTE":
            tokens.tags[i] = _inside(tokens, i)
        elif tokens.tags[i] == "COMMA" and _parts_adjectives(tokens, i):
            tokens.tags[i] = "ADJ"


def _inside(tokens: Tokens, i: int) -> str:
    before, after = tokens.tags[i - 1], tokens.tags[i + 1]
    if before in _OPENS_NOUN and (after in _NOMINAL or _is_form(after)):
        return "ADJ"
    opens = not tokens.is_attached(i)  # a closing mark stands at its word
    return "ADV" if before in _OPENS_VERB and opens and _is_form(after) else "QUOTE"


def _is_form(tag: str) -> bool:
    return tag.startswith("V?")


def _parts_adjectives(tokens: Tokens, i: int) -> bool:
    """Whether a comma stands between adjectives of one noun: "a comprehensive, lasting truce"."""
    if tokens.tags[i - 1] != "ADJ" or tokens.tags[i + 1] != "ADJ":
        return False
    for k in range(i + 2, min(len(tokens), i + 2 + _LONGEST)):
        if tokens.tags[k] not in {"ADJ", "COMMA", "CONJ"}:
            return tokens.tags[k] == "NOUN"
    return False
