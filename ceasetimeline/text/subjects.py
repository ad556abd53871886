"""The subject of a finite verb: back over phrases, relative clauses and what stands between commas."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.arguments import opens_clause
from ceasetimeline.text.ground import REACH, Ground

_CLAUSE_OPENERS: Final = frozenset({"after", "before", "since", "until", "as", "once", "than", "like"})
_ASIDE: Final = 24  # chunks; a longer aside is one the reader has lost too
_EDGES: Final = frozenset({"STOP", "QUOTE", "CONJ", "SUB", "THAT", "COLON"})


def subject_before(ground: Ground, k: int) -> int | None:
    """The noun phrase in front of the verb in chunk ``k`` that is its subject: any member of its list."""
    j = ground.before(k)
    for _ in range(REACH):
        kind = ground.kind(j)
        if j is None or kind == "NP":
            return phrase_head(ground, j) if j is not None else None
        if kind in {"COMMA", "DASH", "CLOSE"}:
            j = _before_parenthesis(ground, j)
        elif kind in {"QUOTE", "OPEN"}:
            j = ground.before(j)
        elif kind == "VG" and _qualifies(ground, j):
            j = _antecedent_of(ground, j)
        else:
            return None
    return None


def subject_behind(ground: Ground, k: int) -> tuple[int, ...]:
    """The subject after a verb of saying: "say Hamas and Qatar"."""
    after, verb = ground.following(k + 1), ground.chunks[k].verb
    if after is None or verb is None or ground.kind(after) != "NP" or not ground.is_saying(k):
        return ()
    return () if opens_clause(ground, after, verb) else ground.groups[after]


def phrase_head(ground: Ground, j: int) -> int | None:
    """The noun phrase that a chain of phrases ending in chunk ``j`` hangs on: "the leaders of Sudan in Cairo"."""
    for _ in range(REACH):
        before = ground.before(ground.groups[j][0])
        if before is None:
            return j
        onto = before
        if ground.kind(before) == "PREP" and (
            ground.word(before) not in _CLAUSE_OPENERS or _is_capacity(ground, before)
        ):
            stands_on = ground.before(before)
            if stands_on is None or ground.kind(stands_on) in _EDGES:
                return j
            onto = stands_on
        elif ground.kind(before) != "VG":
            return j
        step = _step_back(ground, onto, direct=onto == before)
        if step is None:
            return None if onto != before else j
        j = step
    return j


def _is_capacity(ground: Ground, k: int) -> bool:
    """Whether "as" tells in what part a subject acts: "said that Oman as host is ready"."""
    if ground.word(k) != "as" or ground.kind(k - 1) != "NP":
        return False
    before = ground.groups[k - 1][0] - 1
    return ground.kind(before) in {"", "THAT", "COMMA", "SUB", "QUOTE"} or (before >= 0 and ground.is_saying(before))


def _step_back(ground: Ground, onto: int, *, direct: bool) -> int | None:
    """The noun phrase that a phrase or a qualifying clause hangs on, None where it hangs on a verb.

    ``direct``: no preposition between, so that a verb of saying is followed by what is said.
    """
    if ground.kind(onto) == "CLOSE":  # "the Movement (SPLM-N) under the leadership of"
        opening = next((m for m in range(onto - 1, max(-1, onto - REACH), -1) if ground.kind(m) == "OPEN"), 0)
        return opening - 1 if ground.kind(opening - 1) == "NP" else None
    if ground.kind(onto) == "NP":
        return onto
    if ground.kind(onto) != "VG" or not _qualifies(ground, onto):
        return None
    relative = ground.clause_at[onto].relation == "relative" and not direct
    if ground.is_saying(onto) and (ground.is_finite(onto) or direct) and not relative:
        return None
    noun = _antecedent_of(ground, onto)
    return noun if noun is not None and ground.kind(noun) == "NP" else None


def _qualifies(ground: Ground, j: int) -> bool:
    """Whether a verb only qualifies a noun: "the plan put forward", "talks that began"."""
    clause = ground.clause_at.get(j)
    if clause is None:
        return False
    of_noun = clause.noun is not None and clause.relation in {"infinitive", "scheduled"}  # "efforts to revive it"
    return of_noun or clause.relation in {"reduced", "relative", "gerund"}


def _antecedent_of(ground: Ground, j: int) -> int | None:
    clause, before = ground.clause_at[j], ground.before(j)
    if clause.noun is not None or before is None or ground.kind(before) != "PREP":
        return clause.noun if clause.noun is not None else before
    over = ground.before(before)  # "talks aimed at ending the war collapsed"
    above = ground.clause_at.get(over) if over is not None and _qualifies(ground, over) else None
    return above.noun if above is not None and above.noun is not None else before


def _before_parenthesis(ground: Ground, j: int) -> int | None:
    """What stands before a stretch between commas that ends at ``j``: "Hamas, which rules Gaza, said"."""
    opening = "OPEN" if ground.kind(j) == "CLOSE" else ground.kind(j)
    for m in range(j - 1, max(0, j - _ASIDE), -1):
        if ground.kind(m) == opening and (j - m < REACH or ground.kind(m + 1) == "WH"):
            return m - 1 if m + 1 < j and ground.kind(m - 1) in {"NP", "TIME", "CLOSE"} else None
    return j - 1 if opening == "COMMA" and _opens_sentence(ground, j) else None


def _opens_sentence(ground: Ground, j: int) -> bool:
    """Whether only nouns stand before a comma, and the verb behind it is theirs: "Talks between A and B, started"."""
    if ground.kind(j - 1) != "NP" or ground.is_saying(j + 1) or ground.word(j + 2) == "by":
        return False
    return not any(ground.kind(m) == "VG" for m in range(j))
