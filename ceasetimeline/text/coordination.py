"""Which noun phrases are members of one list: "Qatar, Egypt and the United States"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.ground import CLAUSAL_PREPOSITIONS, Ground

_LONGEST: Final = 12  # members; longer lists are tables


def coordinate(ground: Ground) -> None:
    """Fill in, for every noun phrase, the list that it is a member of."""
    k = 0
    while k < len(ground.chunks):
        if ground.kind(k) != "NP":
            k += 1
            continue
        members = _members(ground, k)
        ground.groups.update(dict.fromkeys(members, members))
        k = members[-1] + 1


def _members(ground: Ground, k: int) -> tuple[int, ...]:
    pending: list[int] = []
    at = k + 1
    while ground.kind(at) == "COMMA" and ground.kind(at + 1) == "NP" and len(pending) < _LONGEST:
        pending.append(at + 1)
        at += 2
    if k == 0 and pending and _heads_line(ground, at):
        return (k, *pending)
    if ground.word(at) == "as well as" and ground.kind(at + 1) == "NP":
        return k, at + 1
    comma = ground.kind(at) == "COMMA" and ground.kind(at + 1) == "CONJ"
    if not comma and ground.kind(at) != "CONJ":
        return (k,)
    last = at + 2 if comma else at + 1
    last += ground.kind(last) == "ADV"
    if pending and _frames(ground, k, last):
        return (k,)
    joined = ground.kind(last) == "NP" and _joins(ground, k, last, plain=not comma, listed=bool(pending))
    return (k, *pending, last) if joined else (k,)


def _heads_line(ground: Ground, at: int) -> bool:
    """Whether names with commas alone are the subject of a headline: "Mali, Oman sign pact", "Mali, Oman to meet"."""
    verb = ground.chunks[at].verb if at < len(ground.chunks) else None
    names = all(ground.is_name(k) for k in range(at) if ground.kind(k) == "NP")
    plural = verb is not None and ground.tokens.tags[verb.head] in {"VBP", "VB"}
    return names and plural


def _frames(ground: Ground, k: int, last: int) -> bool:
    """Whether those behind the comma say the sentence: "years of war, Oman and Mali announced"."""
    said = ground.following(last + 1)
    behind_verb = ground.kind(k - 1) == "PREP" and _has_verb(ground, k)
    return behind_verb and ground.kind(last) == "NP" and ground.is_saying(said) and ground.is_finite(said)


def _joins(ground: Ground, first: int, last: int, *, plain: bool, listed: bool) -> bool:
    """Whether a noun phrase after a conjunction belongs to the list, and does not open a clause of its own.

    ``plain``: no comma stands before the conjunction; ``listed``: other members stand between.
    """
    if not ground.is_finite(ground.following(last + 1)):
        return plain or listed or not _has_verb(ground, first)
    before = ground.before(first)
    if ground.kind(before) == "VG" and ground.is_name(last) and not ground.is_name(first):
        return False  # "declared a halt and Colombo followed suit"
    if before is None or ground.kind(before) in {"THAT", "SUB", "COMMA", "QUOTE", "STOP", "COLON", "WH", "DASH"}:
        return plain or listed
    if ground.word(before) == "between":
        return True  # "warned that an accord between Mali and the rebels may fail"
    if ground.kind(before) == "PREP":
        opens = ground.word(before) in CLAUSAL_PREPOSITIONS or not _has_main_verb(ground, first)
        return listed or (plain and opens)
    return plain and ground.is_saying(before)


def _has_verb(ground: Ground, k: int) -> bool:
    return any(chunk.verb is not None for chunk in ground.chunks[:k])


def _has_main_verb(ground: Ground, k: int) -> bool:
    """Whether a finite verb stands before a chunk that is not that of a relative clause."""
    relatives = 0
    for at in range(k):
        relatives += ground.kind(at) == "WH" or (ground.kind(at) == "THAT" and ground.kind(at - 1) == "NP")
        if ground.is_finite(at):
            if not relatives:
                return True
            relatives -= 1
    return False
