"""How a finite clause hangs on its sentence: main, reported, relative, subordinate."""

from __future__ import annotations

from typing import Final

import attrs

from ceasetimeline.text.clauses import Clause, Link
from ceasetimeline.text.ground import CLAUSAL_PREPOSITIONS, REACH, Ground
from ceasetimeline.text.subjects import subject_before, subject_behind

_HEARD: Final = frozenset(
    {
        "tell",
        "inform",
        "warn",
        "assure",
        "remind",
        "convince",
        "persuade",
        "notify",
        "promise",
        "brief",
        "advise",
        "show",
    }
)
_HAPPENING: Final = frozenset(
    {"begin", "start", "open", "end", "last", "resume", "expire", "continue", "collapse", "follow"}
)
_SHARES: Final = frozenset({"all", "both", "most", "some", "none", "each", "neither", "many", "several"})
_BETWEEN: Final = frozenset({"COMMA", "DASH", "ADV", "QUOTE", "PREP", "TIME"})


def link_finite(ground: Ground, k: int) -> Link:
    """The link of the finite verb in chunk ``k``."""
    j = ground.before(k)
    if j is None:
        return Link(subject=subject_behind(ground, k))
    shared = ground.conjunct(k, j)
    if shared is not None:
        return shared
    if _is_existential(ground, k, j):
        return Link(governor=ground.clause_at[j].number, relation="complement")
    if ground.kind(j) in {"WH", "THAT"}:
        return _relative(ground, j)
    subject = subject_before(ground, k)
    if subject is None:
        return Link(subject=subject_behind(ground, k))
    members = ground.groups[subject]
    link = _marked(ground, members[0])
    return Link(members, link.governor, link.noun, link.relation, link.marker)


def _is_existential(ground: Ground, k: int, j: int) -> bool:
    """Whether "there" stands between a verb of saying and this one: "said there would be"."""
    return ground.kind(k - 1) == "ADV" and j in ground.clause_at and (ground.is_denying(j) or ground.is_saying(j))


def _relative(ground: Ground, j: int) -> Link:
    """The link of a clause whose subject is "which", "who" or "that"."""
    noun = j - 1
    if ground.kind(noun) == "CONJ":  # "a truce that was agreed on and which took effect"
        first = next((c for c in reversed(ground.clauses) if c.relation == "relative" and c.noun is not None), None)
        noun = first.noun if first is not None and first.noun is not None else noun
    while noun >= 0 and ground.kind(noun) in _BETWEEN:
        noun -= 1
    if ground.word(j - 1) == "of" and ground.word(noun) in _SHARES and ground.kind(noun - 1) == "COMMA":
        noun = noun - 2 if ground.kind(noun - 2) == "NP" else noun  # "earlier truces, all of which collapsed"
    if ground.kind(noun) == "VG":
        return Link(governor=ground.clause_at[noun].number, relation="complement", marker=ground.word(j) or "that")
    if ground.kind(noun) != "NP":
        return Link(relation="relative")
    noun = _of_event(ground, noun, j)
    governor = ground.governor_over(noun)
    members = ground.groups[_whom(ground, noun) if ground.word(j) == "who" else noun]
    return Link(members, governor.number if governor else None, noun, "relative", ground.word(j))


def _of_event(ground: Ground, noun: int, j: int) -> int:
    """The event that "which began" speaks of, and not its place: "talks in Juba, which began on Monday"."""
    near = range(j + 1, min(j + 4, len(ground.chunks)))
    verb = next((ground.chunks[m].verb for m in near if ground.kind(m) == "VG"), None)
    if ground.word(j) != "which" or verb is None or verb.lemma not in _HAPPENING or not ground.is_name(noun):
        return noun
    behind = ground.word(noun - 1) in {"in", "at"} and ground.kind(noun - 2) == "NP"
    return noun - 2 if behind and not ground.is_name(noun - 2) else noun


def _whom(ground: Ground, noun: int) -> int:
    """The people that "who" speaks of: "officials of Qatar who"."""
    behind = ground.word(noun - 1) in {"of", "from"} and ground.kind(noun - 2) == "NP"
    return noun - 2 if behind and ground.is_name(noun) and not ground.is_name(noun - 2) else noun


def _marked(ground: Ground, first: int) -> Link:
    """The link of a clause whose subject starts at chunk ``first``, by what stands before the subject."""
    j = ground.before(first)
    while j is not None and ground.kind(j) in {"QUOTE", "DET"}:
        j = ground.before(j)
    if ground.kind(j) == "COMMA":
        j = _before_fronted(ground, j)
    kind, word = ground.kind(j), ground.word(j)
    if j is None:
        return Link()
    if kind == "THAT":
        return _that(ground, j)
    if kind == "SUB" or (kind == "PREP" and word in CLAUSAL_PREPOSITIONS | {"with", "despite", "without"}):
        relation = "complement" if word == "whether" else "subordinate"
        return Link((), _main_before(ground, j), None, relation, word)
    if kind == "WH":
        return _object_relative(ground, j)
    if ground.is_saying(j) or ground.is_denying(j):
        return Link(governor=ground.clause_at[j].number, relation="complement")
    return _bare_complement(ground, j, first) if kind in {"NP", "TIME"} else Link()


def _before_fronted(ground: Ground, j: int | None) -> int | None:
    """The "that" before what stands in front of a clause: "said that after talks in Juba, both would leave"."""
    assert j is not None
    for m in range(j - 1, max(-1, j - REACH), -1):
        if ground.kind(m) in {"STOP", "COLON", "CONJ", "WH"}:
            break
        if ground.kind(m) == "THAT":
            after = m + 2 if ground.kind(m + 1) == "COMMA" else m + 1
            return m if ground.kind(after) in {"PREP", "SUB", "TIME", "ADV"} else j
    return j


def _object_relative(ground: Ground, j: int) -> Link:
    """ "the plan, which Hamas rejected": the relative word has a subject of the clause behind it."""
    noun = ground.before(j)
    while noun is not None and ground.kind(noun) in {"COMMA", "DASH"}:
        noun = ground.before(noun)
    governor = ground.governor_over(j)
    qualified = noun if ground.kind(noun) == "NP" else None
    return Link((), governor.number if governor else None, qualified, "relative", ground.word(j))


def _bare_complement(ground: Ground, j: int, first: int) -> Link:
    """The link of a clause whose subject starts at ``first`` behind another noun phrase or a time at ``j``.

    "told reporters it would" and "said on Tuesday it had" complete the verb of saying; "the ceasefire it broke"
    qualifies a noun; "in Doha envoys met" is a clause of its own.
    """
    clause = ground.governor_over(first)
    touches = ground.kind(first - 1) == "NP"
    said = clause is not None and ground.is_saying(clause.chunk)
    apart = clause is None or any(ground.kind(m) in {"COMMA", "STOP", "COLON"} for m in range(clause.chunk, j))
    told = clause is not None and j in clause.objects and clause.verb.lemma not in _HEARD
    if clause is not None and said and not apart and not (touches and told):
        return Link(governor=clause.number, relation="complement")
    if not touches or _opens_with_phrase(ground, j):
        return Link(relation="relative" if touches else "main")
    return Link((), clause.number if clause is not None else None, j, "relative")


def _opens_with_phrase(ground: Ground, j: int) -> bool:
    """Whether a noun phrase is that of a phrase before a main clause: "in Doha", "after talks in Doha"."""
    for _ in range(4):
        before = ground.groups[j][0] - 1
        if ground.kind(before) != "PREP":
            return False
        if ground.kind(before - 1) != "NP":
            return ground.kind(before - 1) in {"", "COMMA", "STOP", "CONJ", "QUOTE", "THAT", "DASH"}
        j = before - 1
    return True


def _that(ground: Ground, j: int) -> Link:
    """The link behind "that": what is said, what a noun like "claim" says, or a relative clause with a subject."""
    if ground.kind(j - 1) == "CONJ" and (first := _first_that(ground, j)) is not None:
        return attrs.evolve(first.link, subject=())
    nearest = ground.governor_over(j)
    saying = next((c for c in reversed(ground.clauses) if c.chunk < j and ground.is_saying(c.chunk)), None)
    if saying is not None and not _follows_object(saying, j) and not _is_said_of_object(saying, nearest, j):
        return Link(governor=saying.number, relation="complement", marker="that")
    noun = ground.before(j)
    qualified = noun if ground.kind(noun) == "NP" else None
    tells = qualified is None or ground.word(qualified) in ground.vocabulary.cue("reporting_nouns")
    return Link((), nearest.number if nearest else None, qualified, "complement" if tells else "relative", "that")


def _is_said_of_object(saying: Clause, nearest: Clause | None, j: int) -> bool:
    """Whether "that" qualifies the object of what is said: "said it welcomed the plan that Oman proposed"."""
    if nearest is None or nearest.governor != saying.number or nearest.relation != "complement":
        return False
    return _follows_object(nearest, j)


def _first_that(ground: Ground, j: int) -> Clause | None:
    """The clause that a second "that" goes on from: "said that it had left and that it would return"."""
    return next((c for c in reversed(ground.clauses) if c.chunk < j and c.marker == "that"), None)


def _follows_object(clause: Clause, j: int) -> bool:
    """Whether "that" follows the thing reported, and no hearer: "reviewed a plan that", against "told them that"."""
    return bool(clause.objects) and clause.objects[-1] == j - 1 and clause.verb.lemma not in _HEARD


def _main_before(ground: Ground, j: int) -> int | None:
    forms = {"finite", "bare", "infinitive"}
    return next((c.number for c in reversed(ground.clauses) if c.chunk < j and c.verb.form in forms), None)
