"""Whether a move has happened: read off negation, modals, governing words, conditionals and purpose clauses.

A clause is as true as the clause that governs it allows. The word that governs it may make it planned ("agreed to"),
demanded ("urged them to"), hypothetical ("is trying to") or denied ("refused to"), or leave it as it is ("began to").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.model import Realis
from ceasetimeline.text.clauses import Clause

_EFFECTS: Final[tuple[tuple[str, Realis], ...]] = (
    ("makes_denied", "denied"),
    ("makes_demanded", "demanded"),
    ("makes_planned", "planned"),
    ("makes_hypothetical", "hypothetical"),
)
_BESIDE: Final = frozenset({"after", "by", "since", "in", "with", "while", "when", "following", ""})
_DEPTH: Final = 8  # governors above one another; news sentences stay far below


def read_realis(scene: Scene, candidate: Candidate) -> tuple[Realis, str]:
    """The realis of a move, and the name of the rule that decided it."""
    if candidate.clause is not None and (" no" in candidate.rule or candidate.frame.complement == "unwilling"):
        return _governed(scene, candidate.clause, 0)
    if candidate.frame.realis:
        return candidate.frame.realis, "frame"  # type: ignore[return-value]
    if candidate.clause is not None:
        return clause_realis(scene, candidate.clause)
    assert candidate.noun is not None
    return noun_realis(scene, candidate.noun, stands=candidate.row.group == "initiate")


def clause_realis(scene: Scene, clause: Clause, depth: int = 0) -> tuple[Realis, str]:
    """The realis of what a clause says."""
    own = _own_realis(scene, clause)
    if own is not None:
        return own
    if depth > _DEPTH:
        return "actual", "asserted"
    return _governed(scene, clause, depth)


def _own_realis(scene: Scene, clause: Clause) -> tuple[Realis, str] | None:
    """What the verb group itself says: negation, modals, the infinitive of headlines."""
    cue = scene.vocabulary.cue
    if clause.marker in cue("conditionals") or clause.marker in cue("uncertain"):
        return "hypothetical", "conditional-clause"
    if _negated(scene, clause):
        return ("planned", "not-until") if _until(clause) else ("denied", "negation")
    if clause.verb.modal:
        return _modal_realis(scene, clause)
    return ("planned", "headline-infinitive") if clause.relation == "headline" else None


def _modal_realis(scene: Scene, clause: Clause) -> tuple[Realis, str] | None:
    modal, cue = clause.verb.modal, scene.vocabulary.cue
    if modal in cue("possible_words"):
        return "hypothetical", "modal"
    if modal in cue("should_words"):
        return "demanded", "obligation"
    if modal != "would" and modal not in cue("future_words"):
        return None
    if _has_condition(scene, clause):
        return "conditional", "condition"
    if modal != "would":
        return "planned", "future"
    reported = clause.relation in {"complement", "relative"} or clause.governor is not None
    return ("planned", "future-in-past") if reported else ("hypothetical", "would")


def _negated(scene: Scene, clause: Clause) -> bool:
    if clause.verb.negated or clause.verb.modal in scene.vocabulary.cue("negators"):
        return True
    subject = clause.subject[:1]
    if subject and scene.lowers(subject[0])[0] in {"no", "neither", "none"}:
        return True
    if clause.objects and scene.lowers(clause.objects[0])[0] == "no":
        return True
    first = scene.chunk(clause.chunk).first
    return any(
        word in {"without", "never", "hardly"} for word in scene.parse.tokens.lowers[max(0, first - 1) : first]
    )


def _until(clause: Clause) -> bool:
    return any(phrase.preposition in {"until", "till", "before"} for phrase in clause.phrases)


def _has_condition(scene: Scene, clause: Clause) -> bool:
    """Whether an if-clause stands beside a clause: it governs none, or this one."""
    return any(
        other.marker in scene.vocabulary.cue("conditionals") and other.governor in {None, clause.number}
        for other in scene.parse.clauses
    )


def _governed(scene: Scene, clause: Clause, depth: int) -> tuple[Realis, str]:
    """What the clause or noun that a clause depends on makes of it."""
    governor = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    if clause.noun is not None and clause.relation == "infinitive":
        return _under_noun(scene, clause.noun, governor, depth)
    if clause.relation == "gerund" and not clause.marker and _is_possible_subject(scene, clause):
        return "hypothetical", "gerund-subject"
    rule = _BY_RELATION.get(clause.relation)
    if governor is None and clause.relation == "scheduled":
        return "planned", "scheduled"
    if governor is None or governor is clause or rule is None:
        return "actual", "asserted"
    return rule(scene, clause, governor, depth)


def _scheduled(scene: Scene, _clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    outer, _ = clause_realis(scene, governor, depth + 1)
    return _combined("planned", outer, "scheduled")


def _in_subordinate(scene: Scene, clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    """ "until the army leaves", "once prisoners are freed": as uncertain as what waits for it."""
    outer, rule = clause_realis(scene, governor, depth + 1)
    if clause.marker in {"until", "till", "before"}:
        waits = outer != "actual" or clause.marker != "before"
        return ("hypothetical", "until-clause") if waits else ("actual", rule)
    ahead = clause.marker == "once" or (clause.marker in {"when", "after"} and not clause.verb.past)
    waits = ahead and outer in {"planned", "conditional"}
    return ("hypothetical", "once-clause") if waits else ("actual", "asserted")


def _is_possible_subject(scene: Scene, clause: Clause) -> bool:
    """Whether a gerund is what "could lead to" something: "scrapping the deal could lead to war"."""
    following = [other for other in scene.parse.clauses if other.number == clause.number + 1]
    return bool(following) and following[0].verb.modal in scene.vocabulary.cue("possible_words") | {"would"}


def _effect(scene: Scene, words: tuple[str, ...]) -> Realis | None:
    cue = scene.vocabulary.cue
    for word in words:
        if word in cue("implicative"):
            return None
        for name, realis in _EFFECTS:
            if word in cue(name):
                return realis
    return None


def _governing_words(scene: Scene, governor: Clause, before: int) -> tuple[str, ...]:
    """The words that govern an infinitive: the predicate of "is due to", the verb with its particle, the verb."""
    tokens = scene.parse.tokens
    words: list[str] = []
    between = tokens.lowers[governor.verb.head + 1 : before]
    if governor.verb.lemma in {"be", "remain", "become", "seem"}:
        words.extend(reversed(between))
    if between:
        words.append(f"{governor.verb.lemma} {between[0]}")
    words.append(governor.verb.lemma)
    return tuple(words)


def _under_verb(scene: Scene, clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    words = _governing_words(scene, governor, scene.chunk(clause.chunk).first)
    known = "planned" if words[0] == "be" and clause.relation == "infinitive" else _effect(scene, words)
    outer, rule = clause_realis(scene, governor, depth + 1)
    lemma = governor.verb.lemma
    if clause.relation == "gerund":
        told = _under_verb_as_gerund(scene, clause, governor, (words, outer, rule), depth)
        if told is not None:
            return told
    if known is None:
        if clause.relation == "purpose" and lemma not in scene.vocabulary.cue("implicative"):
            meant: Realis = "planned" if lemma in scene.vocabulary.cue("gathering") else "hypothetical"
            return (meant, "purpose") if outer == "actual" else (outer, rule)
        return outer, rule
    return _combined(known, outer, f"{known}-by:{lemma}")


def _under_verb_as_gerund(
    scene: Scene, clause: Clause, governor: Clause, above: tuple[tuple[str, ...], Realis, str], depth: int
) -> tuple[Realis, str] | None:
    words, outer, rule = above
    done = _gerund_object(scene, clause, governor, words)
    if done is not None:
        return _combined(done, outer, f"{done}-by:{governor.verb.lemma}")
    if clause.marker in _BESIDE:
        return outer, rule
    if clause.noun is not None and clause.marker in {"on", "for", "of"}:
        return _under_noun(scene, clause.noun, governor, depth)
    return ("denied", "without") if clause.marker == "without" else None


def _gerund_object(scene: Scene, clause: Clause, governor: Clause, words: tuple[str, ...]) -> Realis | None:
    """What a verb makes of the gerund right behind it: "denied violating", "refrained from attacking"."""
    between = scene.parse.chunks[governor.chunk + 1 : clause.chunk]
    if any(chunk.kind not in {"ADV", "ADJ", "PREP", "PART"} for chunk in between):
        return None
    if clause.marker and clause.marker not in {"from", "of", "on", "to", "against"}:
        return None
    return "denied" if governor.verb.lemma in scene.vocabulary.cue("denying") else _effect(scene, words)


def _combined(inner: Realis, outer: Realis, rule: str) -> tuple[Realis, str]:
    if outer == "denied":
        return ("hypothetical" if inner == "denied" else "denied"), rule
    if inner == "planned" and outer in {"hypothetical", "demanded", "conditional"}:
        return outer, rule
    return inner, rule


def _under_noun(scene: Scene, noun: int, governor: Clause | None, depth: int) -> tuple[Realis, str]:
    head = scene.head(noun)
    effect = _effect(scene, (head,))
    outer: Realis = "actual"
    if governor is not None and (
        noun in governor.objects or any(noun in phrase.nouns for phrase in governor.phrases)
    ):
        outer, _ = clause_realis(scene, governor, depth + 1)
    return _combined(effect or "planned", outer, f"noun:{head}")


def _in_complement(scene: Scene, clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    lemma, cue = governor.verb.lemma, scene.vocabulary.cue
    outer, rule = clause_realis(scene, governor, depth + 1)
    if lemma in cue("denying"):
        return ("hypothetical" if outer == "denied" else "denied"), f"denied-by:{lemma}"
    if outer == "denied":
        return "denied", f"not-said:{lemma}"
    if lemma in cue("reporting") and lemma not in {"insist", "hope", "fear", "warn", "suggest"}:
        return ("actual", "reported") if outer in {"actual", "planned", "conditional"} else (outer, rule)
    if lemma == "insist":
        return ("demanded", "demanded-by:insist") if clause.verb.form == "bare" else ("actual", "reported")
    effect = _effect(scene, (lemma,))
    if effect is None:
        return outer, rule
    return _combined(effect, outer, f"{effect}-by:{lemma}")


_BY_RELATION: Final[Mapping[str, Callable[[Scene, Clause, Clause, int], tuple[Realis, str]]]] = {
    "infinitive": _under_verb,
    "purpose": _under_verb,
    "gerund": _under_verb,
    "scheduled": _scheduled,
    "complement": _in_complement,
    "subordinate": _in_subordinate,
}


def noun_realis(scene: Scene, k: int, *, stands: bool = False) -> tuple[Realis, str]:
    """The realis of a move that a noun tells: "no pause", "the expected release", "on the verge of collapse".

    A move that ``stands`` for itself is there whatever is done with it: a rejected proposal has been made.
    """
    words = scene.lowers(k)
    cue = scene.vocabulary.cue
    if "no" in words or "not" in words[:1]:
        return "denied", "negation"
    clause = scene.clause_of_chunk(k)
    before = _governing_noun(scene, k)
    for realis, name in (("hypothetical", "possible_adjectives"), ("planned", "planned_words")):
        if set(words) & cue(name):
            return realis, f"adjective:{name}"  # type: ignore[return-value]
    if before is not None:
        effect = _effect(scene, (before,))
        if effect is not None:
            return effect, f"noun:{before}"
    if clause is None or (stands and clause.chunk in scene.told and k not in clause.subject):
        return "actual", "asserted"
    return _noun_in_clause(scene, k, clause)


def _governing_noun(scene: Scene, k: int) -> str | None:
    """The head of the noun phrase that a phrase hangs on: "the prospect of talks"."""
    first = scene.parse.groups[k][0]
    chunks = scene.parse.chunks
    if (
        first >= 2
        and chunks[first - 1].kind == "PREP"
        and chunks[first - 2].kind == "NP"
        and chunks[first - 1].word in {"of", "for", "to", "at", "on"}
    ):
        return scene.head(first - 2)
    return None


def _leading_preposition(clause: Clause, k: int) -> str:
    """The preposition that a noun hangs on, "of" passed over: "after" for the talks in "after a week of talks"."""
    leading = ""
    for phrase in clause.phrases:
        if phrase.preposition != "of":
            leading = phrase.preposition
        if k in phrase.nouns:
            return leading
    return ""


def _noun_in_clause(scene: Scene, k: int, clause: Clause) -> tuple[Realis, str]:
    outer, rule = clause_realis(scene, clause)
    if k in clause.subject and not clause.verb.passive:
        return outer, rule
    preposition = _leading_preposition(clause, k)
    if preposition == "for" and outer == "actual" and clause.verb.lemma in scene.vocabulary.cue("gathering"):
        words: tuple[str, ...] = (f"{clause.verb.lemma} for", clause.verb.lemma)
        effect = _effect(scene, words)
        return (effect or "planned"), "purpose"
    if preposition in {"ahead of", "before"} and outer == "actual":
        return "planned", "ahead-of"
    if preposition in {
        "after",
        "since",
        "following",
        "during",
        "in",
        "at",
        "amid",
        "with",
        "despite",
        "by",
        "from",
        "between",
    }:
        return ("actual" if preposition in {"after", "following", "during", "since"} else outer), rule
    particle = f"{clause.verb.lemma} {preposition}".strip()
    effect = _effect(scene, (particle, clause.verb.lemma))
    if effect is None or clause.verb.lemma in scene.vocabulary.cue("reporting"):
        return outer, rule
    return _combined(effect, outer, f"{effect}-by:{clause.verb.lemma}")
