"""Forms in -ed behind a noun: "hostages held in Gaza were freed" against "Hamas held them"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.asides import noun_before_aside
from ceasetimeline.text.tokens import Tokens

_REACH: Final = 14  # words; a finite verb further away is that of another clause
_FINITE: Final = frozenset({"MODAL", "BE", "HAVE", "VBZ", "VBD", "VED", "VBP"})
_REPORTS: Final = frozenset({"say", "tell", "report", "announce", "add", "write"})
_EDGES: Final = frozenset({"COMMA", "SUB", "THAT", "WH", "STOP", "COLON", "PRON", "DASH", "QUOTE"})
_CLAUSE_OPENERS: Final = frozenset({"after", "before", "since", "until", "as"})


def settle_participles(tokens: Tokens, transitive: frozenset[str]) -> None:
    """Decide every form in -ed; ``transitive`` are verbs that need an object, without which they are participles."""
    for i, tag in enumerate(tokens.tags):
        if tag == "VED":
            tokens.tags[i] = "VBN" if _is_reduced(tokens, i, transitive) else "VBD"


def _is_reduced(tokens: Tokens, i: int, transitive: frozenset[str]) -> bool:
    before = tokens.tags[i - 1] if i else ""
    after = tokens.tags[i + 1] if i + 1 < len(tokens) else ""
    if _has_agent(tokens, i):
        return True
    if noun_before_aside(tokens, i) is not None and not _verb_later(tokens, i + 1):
        return False
    if before in {"COMMA", "DASH", "PREP", "SUB"}:
        return after in {"PREP", "TO", "ADV", "TIME"} and tokens.lemmas[i] not in {"say", "tell", "add"}
    if before in {"NOUN", "PROPN"} and after in {"PREP", "TIME", "TO"} and tokens.lemmas[i] in transitive:
        return True
    joined = before in {"PRON", "WH", "CONJ"} or after not in {"PREP", "ADV", "TIME", "TO"}
    return not joined and _finite_follows(tokens, i + 1)


def _verb_later(tokens: Tokens, at: int) -> bool:
    """Whether another verb follows that the sentence may have for its main one; "officials said" is none."""
    for k in range(at, len(tokens)):
        tag = tokens.tags[k]
        if tag in {"SUB", "THAT", "WH", "STOP"}:
            return False
        reports = tokens.lemmas[k] in _REPORTS and tokens.tag(k - 1) in {"NOUN", "PROPN", "PRON"}
        if tag in _FINITE and not reports and not _has_agent(tokens, k):
            return True
    return False


def _has_agent(tokens: Tokens, i: int) -> bool:
    """Whether "by" and a noun follow: "proposed by Qatar", no "began by saying"."""
    return tokens.lowers[i + 1 : i + 2] == ["by"] and tokens.tags[i + 2 : i + 3] != ["VBG"]


def _finite_follows(tokens: Tokens, at: int) -> bool:
    """Whether a finite verb comes before any fresh noun phrase: it takes the noun in front as its subject."""
    fresh = False
    for k in range(at, min(len(tokens), at + _REACH)):
        tag = tokens.tags[k]
        if tag in _FINITE:
            return not fresh
        opens = tokens.lowers[k] in _CLAUSE_OPENERS and tokens.tags[k + 1 : k + 2] != ["TIME"]
        if tag in _EDGES or opens:
            return False
        fresh = fresh or (tag == "CONJ" and not _joins_nouns(tokens, k))
    return False


def _joins_nouns(tokens: Tokens, k: int) -> bool:
    return 0 < k < len(tokens) - 1 and tokens.tags[k - 1] in {"NOUN", "PROPN", "ADJ"} and tokens.tags[k + 1] != "VBG"
