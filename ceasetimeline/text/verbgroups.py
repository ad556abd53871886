"""Verb groups: a verb with its auxiliaries, negation and modality; and the chunks of a whole sentence."""

from __future__ import annotations

from typing import Final

import attrs

from ceasetimeline.text.phrases import (
    FIXED_OPENERS,
    Chunk,
    VerbGroup,
    fixed_phrase,
    noun_phrase,
    single_word,
    time_phrase,
)
from ceasetimeline.text.tokens import Tokens

_OPENERS: Final = frozenset({"BE", "HAVE", "DO", "MODAL", "TO", "VED"})
_PAST: Final = frozenset({"was", "were", "had", "did"})
_NO_DENIAL: Final = (["choice"], ["option"], ["alternative"], ["doubt"], ["later"], ["less"], ["fewer"], ["sooner"])
_ATTACHES_BARE: Final = frozenset({"help", "let", "make", "see", "have", "watch"})


def chunk(tokens: Tokens) -> list[Chunk]:
    """The chunks of a sentence, in order."""
    chunks: list[Chunk] = []
    tags, lowers, at = tokens.tags, tokens.lowers, 0
    while at < len(tags):
        tag = tags[at]
        found = time_phrase(tokens, at) if tag == "TIME" else None
        if found is None and lowers[at] in FIXED_OPENERS:
            found = fixed_phrase(tokens, at)
        if found is None and (tag in _OPENERS or tag.startswith("VB")):
            found = _verb_group(tokens, at)
        found = found or noun_phrase(tokens, at) or single_word(tokens, at)
        chunks.append(found)
        at = found.stop
    return chunks


@attrs.define(eq=False)
class _Auxiliaries:
    """What stands before a main verb."""

    words: list[int] = attrs.field(factory=list)
    modal: str = ""
    negated: bool = False
    infinitive: bool = False
    parted: bool = False


def _verb_group(tokens: Tokens, at: int) -> Chunk | None:
    before, main = _Auxiliaries(), at
    while main < len(tokens) and _takes(tokens, main, before, opens=main == at):
        main += 1
    tag = tokens.tag(main)
    is_verb = tag.startswith("VB") or tag == "VED"
    finite = tag == "VBZ" or (tag == "VBD" and not before.parted)
    if not is_verb or (before.words and finite):
        return _auxiliary_alone(tokens, at, before)
    if before.infinitive and not before.words and tag not in {"VB", "VBZ"}:
        return None
    verb = _group(tokens, at, main, before)
    return Chunk("VG", at, main + 1, main, verb.lemma, verb)


def _takes(tokens: Tokens, i: int, before: _Auxiliaries, *, opens: bool) -> bool:
    """Whether a word belongs in front of the main verb; notes what it says."""
    tag, lower = tokens.tags[i], tokens.lowers[i]
    if tag == "TO":
        taken = not (before.infinitive or before.words or before.modal)
        before.infinitive = before.infinitive or taken
        return taken
    if tag == "MODAL":
        before.modal = lower
    elif tag in {"BE", "HAVE", "DO"}:
        before.words.append(i)
    elif tag == "NEG" or (lower == "no" and tokens.lowers[i + 1 : i + 2] not in _NO_DENIAL):
        before.negated = True
    elif tag == "PREP":  # "had on Wednesday accepted"
        before.parted = bool(before.words) and tokens.tag(i + 1) == "TIME"
        return before.parted
    else:
        return tag == "ADV" or (not opens and (tag == "TIME" or lower in {"both", "all"}))
    return True


def _auxiliary_alone(tokens: Tokens, at: int, before: _Auxiliaries) -> Chunk | None:
    """ "is", "would have", "did not": an auxiliary that is the verb itself."""
    if not before.words:
        return None
    head, first = before.words[-1], tokens.lowers[before.words[0]]
    form = "infinitive" if before.infinitive else "gerund" if first in {"being", "having"} else "finite"
    past = any(tokens.lowers[k] in _PAST | {"been"} for k in before.words)
    verb = VerbGroup(
        head=head, lemma=tokens.lemmas[head], form=form, negated=before.negated, modal=before.modal, past=past
    )
    stop = head + 1
    while tokens.tag(stop) == "NEG":
        stop += 1
    return Chunk("VG", at, stop, head, verb.lemma, verb)


def _group(tokens: Tokens, at: int, main: int, before: _Auxiliaries) -> VerbGroup:
    tag, words = tokens.tags[main], before.words
    last = tokens.tags[words[-1]] if words else ""
    first = tokens.lowers[words[0]] if words else ""
    form = _form(tokens, at, main, before)
    return VerbGroup(
        head=main,
        lemma=tokens.lemmas[main],
        form=form,
        passive=form == "participle" or (last == "BE" and tag in {"VBN", "VED", "VBD"}),
        negated=before.negated,
        modal=before.modal,
        past=(tag in {"VBD", "VED"} and not words) or first in _PAST,
        perfect=any(tokens.tags[k] == "HAVE" for k in words),
        progressive=tag == "VBG" and last == "BE",
    )


def _form(tokens: Tokens, at: int, main: int, before: _Auxiliaries) -> str:
    if before.infinitive:
        return "infinitive"
    if before.words:
        return "gerund" if tokens.lowers[before.words[0]] in {"being", "having"} else "finite"
    if tokens.tags[main] == "VB" and not before.modal:
        return "infinitive" if _follows_help(tokens, at) else "bare"
    return {"VBG": "gerund", "VBN": "participle"}.get(tokens.tags[main], "finite")


def _follows_help(tokens: Tokens, at: int) -> bool:
    """Whether a verb like "help" or "see" stands before a bare verb: "helped broker", "would see Hamas free"."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if tokens.tags[i].startswith("VB"):
            return tokens.lemmas[i] in _ATTACHES_BARE
        if tokens.tags[i] in {"COMMA", "STOP", "SUB", "THAT", "WH", "CONJ"}:
            return False
    return False
