"""Chunks of a sentence: noun phrases, verb groups, prepositions and the marks between them."""

from __future__ import annotations

from typing import Final

import attrs

from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import noun_lemma

_NOMINAL: Final = frozenset({"DET", "PRPS", "ADJ", "NUM", "NOUN", "PROPN"})
_HEADS: Final = frozenset({"NOUN", "PROPN", "NUM"})
_FINITE_FORMS: Final = frozenset({"VBZ", "VBD", "VED"})
_AUXILIARIES: Final = frozenset({"BE", "HAVE", "DO", "MODAL"})
_PREPOSITIONS: Final = {
    ("according", "to"): "according to", ("because", "of"): "because of", ("ahead", "of"): "ahead of",
    ("instead", "of"): "instead of", ("out", "of"): "out of", ("prior", "to"): "prior to", ("along", "with"): "with",
    ("together", "with"): "with", ("as", "part", "of"): "as part of", ("in", "exchange", "for"): "in exchange for",
    ("in", "return", "for"): "in exchange for", ("in", "response", "to"): "in response to", ("on", "behalf", "of"): "on behalf of",
    ("under", "pressure", "from"): "under pressure from", ("due", "to"): "due to", ("as", "well", "as"): "as well as",
    ("in", "front", "of"): "before", ("rather", "than"): "rather than", ("such", "as"): "such as", ("in", "line", "with"): "in line with",
}  # fmt: skip
_SUBORDINATORS: Final = {("so", "that"): "so that", ("provided", "that"): "if", ("as", "soon", "as"): "when", ("even", "if"): "if",
                         ("on", "condition", "that"): "if", ("as", "long", "as"): "if", ("in", "order", "to"): "to", ("only", "if"): "if",
                         ("if", "only"): "if", ("on", "the", "condition", "that"): "if", ("even", "though"): "though"}  # fmt: skip
PARTICLES: Final = frozenset(
    [
        "up",
        "down",
        "out",
        "off",
        "over",
        "on",
        "back",
        "forward",
        "through",
        "away",
        "in",
        "apart",
        "aside",
        "into",
        "for",
        "to",
        "upon",
    ]
)


@attrs.frozen(eq=False)
class VerbGroup:
    """A verb with its auxiliaries: "has not been agreed", "to release", "rejecting"."""

    head: int
    lemma: str
    form: str  # finite, infinitive, gerund, participle, bare
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


def chunk(tokens: Tokens) -> list[Chunk]:
    """The chunks of a sentence, in order."""
    chunks: list[Chunk] = []
    at = 0
    while at < len(tokens):
        found = (
            _fixed(tokens, at)
            or _verb_group(tokens, at, chunks)
            or _noun_phrase(tokens, at)
            or Chunk(_kind(tokens, at), at, at + 1, at, tokens.lowers[at])
        )
        chunks.append(found)
        at = found.stop
    return chunks


def _kind(tokens: Tokens, at: int) -> str:
    tag = tokens.tags[at]
    if tag == "TO":
        return "PREP"
    return "ADV" if tag in {"ADV", "PART", "NEG", "EX"} else tag


def _fixed(tokens: Tokens, at: int) -> Chunk | None:
    """A preposition or conjunction of several words, or a time phrase."""
    if tokens.tags[at] == "TIME" and not _inside_noun_phrase(tokens, at):
        stop = at
        while stop < len(tokens) and tokens.tags[stop] == "TIME":
            stop += 1
        return Chunk("TIME", at, stop, at)
    for size in (4, 3, 2):
        words = tuple(tokens.lowers[at : at + size])
        if words in _PREPOSITIONS and not (words == ("due", "to") and _verb_follows(tokens, at + 2)):
            return Chunk("PREP", at, at + size, at, _PREPOSITIONS[words])
        if words in _SUBORDINATORS:
            return Chunk(
                "TO" if words[-1] == "to" else "SUB", at, at + size - (words[-1] == "to"), at, _SUBORDINATORS[words]
            )
    return None


def _verb_follows(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.tags[at] in {"VB", "BE", "HAVE", "ADV"}


def _inside_noun_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a time phrase stands before a noun that it qualifies: "Saturday's release", "the Oct. 7 attack"."""
    stop = at
    while stop < len(tokens) and tokens.tags[stop] == "TIME":
        stop += 1
    return stop < len(tokens) and tokens.tags[stop] == "POSS"


def _verb_group(tokens: Tokens, at: int, chunks: list[Chunk]) -> Chunk | None:
    tag = tokens.tags[at]
    if tag not in _AUXILIARIES and tag != "TO" and not tag.startswith("VB") and tag != "VED":
        return None
    modal, aux, negated = "", [], False
    infinitive = False
    i = at
    while i < len(tokens):
        tag = tokens.tags[i]
        if tag == "TO":
            if infinitive or aux or modal:
                break
            infinitive = True
        elif tag == "MODAL":
            modal = tokens.lowers[i]
        elif tag in {"BE", "HAVE", "DO"}:
            aux.append(i)
        elif tag == "NEG" or tokens.lowers[i] == "no":
            negated = True
        elif (
            tag == "ADV"
            or (tag == "TIME" and i > at)
            or (tag == "DET" and tokens.lowers[i] in {"both", "all"} and i > at)
        ):
            pass
        elif tag == "NP":
            break
        else:
            break
        i += 1
    main = i if i < len(tokens) and (tokens.tags[i].startswith("VB") or tokens.tags[i] == "VED") else -1
    if main < 0 or (aux and tokens.tags[main] in {"VBZ", "VBD"}):
        return _auxiliary_alone(tokens, at, aux, modal, negated, infinitive)
    if infinitive and not aux and tokens.tags[main] not in {"VB", "VBZ"}:
        return None
    return _group(tokens, at, main, aux, modal, negated, infinitive)


def _auxiliary_alone(
    tokens: Tokens, at: int, aux: list[int], modal: str, negated: bool, infinitive: bool
) -> Chunk | None:
    if not aux:
        return None
    head = aux[-1]
    form = "infinitive" if infinitive else "gerund" if tokens.lowers[aux[0]] in {"being", "having"} else "finite"
    past = any(tokens.lowers[k] in {"was", "were", "had", "did", "been"} for k in aux)
    verb = VerbGroup(head, tokens.lemmas[head], form, negated=negated, modal=modal, past=past)
    stop = head + 1
    while stop < len(tokens) and tokens.tags[stop] == "NEG":
        stop += 1
    return Chunk("VG", at, stop, head, verb.lemma, verb)


def _group(tokens: Tokens, at: int, main: int, aux: list[int], modal: str, negated: bool, infinitive: bool) -> Chunk:
    tag = tokens.tags[main]
    last = tokens.tags[aux[-1]] if aux else ""
    passive = last == "BE" and tag in {"VBN", "VED", "VBD"}
    first = tokens.lowers[aux[0]] if aux else ""
    if infinitive:
        form = "infinitive"
    elif first in {"being", "having"} or (tag == "VBG" and not aux):
        form = "gerund"
    elif tag == "VBN" and not aux:
        form = "participle"
    elif tag == "VB" and not aux and not modal:
        form = "infinitive" if _is_bare_infinitive(tokens, at) else "bare"
    else:
        form = "finite"
    verb = VerbGroup(
        main,
        tokens.lemmas[main],
        form,
        passive=passive or form == "participle",
        negated=negated,
        modal=modal,
        past=(tag in {"VBD", "VED"} and not aux) or first in {"was", "were", "had", "did"},
        perfect=any(tokens.tags[k] == "HAVE" for k in aux),
        progressive=tag == "VBG" and last == "BE",
    )
    return Chunk("VG", at, main + 1, main, verb.lemma, verb)


def _is_bare_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether a verb like "help" or "see" stands before a bare verb: "helped broker", "would see Hamas free"."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if tokens.tags[i].startswith("VB"):
            return tokens.lemmas[i] in {"help", "let", "make", "see", "have", "watch"}
        if tokens.tags[i] in {"COMMA", "STOP", "SUB", "THAT", "WH", "CONJ"}:
            return False
    return False


def _noun_phrase(tokens: Tokens, at: int) -> Chunk | None:
    tag = tokens.tags[at]
    if tag == "PRON":
        return Chunk("NP", at, at + 1, at, tokens.lowers[at])
    if tag not in _NOMINAL and tag != "TIME" and not (tag == "NEG" and tokens.lowers[at] == "no"):
        return None
    i, head, possessor = at, -1, None
    while i < len(tokens):
        tag = tokens.tags[i]
        if tag in {"DET", "PRPS"} and i > at and tokens.tags[i - 1] not in {"DET", "TIME"} and head >= 0:
            break
        if tag == "POSS" and head >= 0:
            possessor, head = (at, i), -1
        elif tag == "POSS" and i > at and tokens.tags[i - 1] == "TIME":
            pass
        elif tag == "TIME" and (i == at or head < 0):
            head = -1 if _noun_after_time(tokens, i) else head
        elif (
            tag == "ADV"
            and i > at
            and head < 0
            and i + 1 < len(tokens)
            and tokens.tags[i + 1] in {"ADJ", "VED", "NUM"}
        ):
            pass
        elif tag in _HEADS:
            head = i
        elif tag not in _NOMINAL or (tag == "ADJ" and head >= 0 and not _noun_after(tokens, i)):
            break
        if tag == "POSS" and possessor is None and tokens.tags[i - 1] != "TIME":
            break
        i += 1
    if possessor is not None and head < 0 and i > possessor[1] + 1:
        head = i - 1
    if head < 0:
        head = _elliptic(tokens, at, i)
    if head < 0:
        return None
    stop = max(head + 1, at + 1)
    return Chunk("NP", at, stop, head, noun_lemma(tokens.lowers[head]), possessor=possessor)


def _noun_after_time(tokens: Tokens, i: int) -> bool:
    while i < len(tokens) and tokens.tags[i] == "TIME":
        i += 1
    return i < len(tokens) and tokens.tags[i] in {"POSS", "NOUN", "ADJ", "PROPN", "NUM"}


def _noun_after(tokens: Tokens, i: int) -> bool:
    while i < len(tokens) and tokens.tags[i] in {"ADJ", "ADV"}:
        i += 1
    return i < len(tokens) and tokens.tags[i] in _HEADS


def _elliptic(tokens: Tokens, at: int, stop: int) -> int:
    """The head of a phrase without a noun: "this", "the latest", "both"."""
    if stop > at and tokens.tags[at] == "DET" and (stop == at + 1 or tokens.tags[stop - 1] == "ADJ"):
        return stop - 1
    return -1
