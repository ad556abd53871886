"""Whether a move has happened: by the clause or the noun phrase that tells it, and by the type of the move."""

from __future__ import annotations

from typing import Final

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.clause_stance import clause_realis, combined, effect_of, governed, negated_by_object
from ceasetimeline.events.scene import Scene
from ceasetimeline.model import Realis
from ceasetimeline.text.clauses import Clause

_REFUSING: Final = frozenset(
    {"unwilling", "not to", "broken off", "no object", "negated"}
)  # the negation is part of what the frame tells
_OCCASIONS: Final = frozenset({"in", "at", "amid", "during", "after", "since", "following"})
_ASIDE: Final = frozenset({"with", "despite", "by", "from", "between"})
_PARTAKING: Final = frozenset({"party", "part", "participant", "signatory"})
_MADE: Final = frozenset({"proposed", "suggested", "draft"})  # adjectives by which a proposal is there


def read_realis(scene: Scene, candidate: Candidate) -> tuple[Realis, str]:
    """The realis of a move, and the name of the rule that decided it."""
    clause = candidate.clause
    if clause is not None and (" no" in candidate.rule or candidate.frame.complement in _REFUSING):
        return governed(scene, clause, 0)
    if candidate.frame.realis:
        return candidate.frame.realis, "frame"  # type: ignore[return-value]
    if clause is not None:
        realis, rule = clause_realis(scene, clause)
        if _is_decided(scene, candidate, realis, rule) or _is_pledged(scene, candidate, rule):
            return "actual", "decided"
        ahead = clause.verb.passive and clause.verb.lemma in scene.vocabulary.cue("awaiting")
        return combined("planned", realis, "awaited") if ahead else (realis, rule)
    assert candidate.noun is not None
    return noun_realis(scene, candidate.noun, stands=candidate.row.group == "initiate")


def _is_decided(scene: Scene, candidate: Candidate, realis: Realis, rule: str) -> bool:
    """Whether deciding on a move is making it: "decided to suspend the talks", no "decided to send envoys"."""
    made, _, lemma = rule.partition("-by:")
    if not candidate.row.decided or (realis, made) != ("planned", "planned"):
        return False
    clause = candidate.clause
    if clause is None or clause.governor is None or lemma not in scene.vocabulary.cue("deciding"):
        return False
    return clause_realis(scene, scene.parse.clauses[clause.governor])[0] == "actual"


def _is_pledged(scene: Scene, candidate: Candidate, rule: str) -> bool:
    """Whether one says of oneself what one will answer, without a day: "said it would accept the plan"."""
    clause = candidate.clause
    if clause is None or not (candidate.row.decided and candidate.row.spoken) or not rule.startswith("future"):
        return False
    if clause.relation != "complement" or clause.governor is None or any(not p.nouns for p in clause.phrases):
        return False
    governor = scene.parse.clauses[clause.governor]
    says = governor.verb.lemma in scene.vocabulary.cue("reporting") and not governor.verb.negated
    speakers = {person.name for person in scene.group_actors(governor.subject)}
    return says and bool(speakers & {person.name for person in scene.group_actors(clause.subject)})


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
    told = set(words) - _MADE if stands else set(words)
    for realis, name in (("hypothetical", "possible_adjectives"), ("planned", "planned_words")):
        if told & cue(name):
            return realis, f"adjective:{name}"  # type: ignore[return-value]
    if before in _PARTAKING and clause is not None:
        return "actual", "asserted"  # "was not a party to the talks"
    if before is not None and (made := effect_of(scene, (before,))) is not None:
        opened = clause is not None and before == "way" and clause.verb.lemma in cue("opening")
        return clause_realis(scene, clause) if opened and clause is not None else (made, f"noun:{before}")
    if clause is None or (stands and clause.chunk in scene.told and k not in clause.subject):
        return "actual", "asserted"
    return _noun_in_clause(scene, k, clause)


def _governing_noun(scene: Scene, k: int) -> str | None:
    """The head of the noun phrase that a phrase hangs on: "the prospect of talks"; no "the close of the talks"."""
    first = scene.parse.groups[k][0]
    chunks = scene.parse.chunks
    if first < 2 or chunks[first - 1].kind != "PREP" or chunks[first - 2].kind != "NP":
        return None
    governs = chunks[first - 1].word in {"of", "for", "to", "at", "on"} and scene.head(first - 2) != "close"
    return scene.head(first - 2) if governs else None


def _leading_preposition(clause: Clause, k: int) -> str:
    """The preposition that a noun hangs on, "of" passed over: "after" for the talks in "after a week of talks"."""
    leading = ""
    for phrase in clause.phrases:
        if phrase.preposition != "of":
            leading = phrase.preposition
        if k in phrase.nouns:
            return leading
    return ""


def _is_provided(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what a deal holds: "the accord calls for the withdrawal of troops"."""
    cue = scene.vocabulary.cue
    if clause.verb.passive or clause.verb.lemma not in cue("providing_verbs"):
        return False
    return any(scene.head(n) in cue("deal_nouns") and scene.head(n) not in cue("open_nouns") for n in clause.subject)


def _noun_in_clause(scene: Scene, k: int, clause: Clause) -> tuple[Realis, str]:
    """What the clause that a noun is an argument of makes of it."""
    outer, rule = clause_realis(scene, clause)
    if k in clause.subject and not clause.verb.passive:
        return _of_subject(scene, clause, outer, rule)
    if _is_provided(scene, clause):
        return combined("planned", outer, f"provided-by:{clause.verb.lemma}")
    cue, lemma, preposition = scene.vocabulary.cue, clause.verb.lemma, _leading_preposition(clause, k)
    if preposition == "for" and outer == "actual" and lemma in cue("gathering"):
        return (effect_of(scene, (f"{lemma} for", lemma)) or "planned"), "purpose"
    if preposition in _OCCASIONS | _ASIDE | {"ahead of", "before"}:
        return _on_occasion(preposition, outer), rule
    made = effect_of(scene, (f"{lemma} {preposition}".strip(), lemma))
    if made is None or (lemma in cue("reporting") and k not in clause.subject):
        return outer, rule
    return combined(made, outer, f"{made}-by:{lemma}")


def _of_subject(scene: Scene, clause: Clause, outer: Realis, rule: str) -> tuple[Realis, str]:
    """Of what a noun does or is: "the next round is due to open", "the talks brought no progress"."""
    if negated_by_object(scene, clause):
        return "actual", "asserted"
    due = scene.parse.tokens.lowers[clause.verb.head + 1 : clause.verb.head + 2]
    if clause.verb.lemma == "be" and due and due[0] in scene.vocabulary.cue("impending"):
        return combined("planned", outer, f"planned-by:{due[0]}")
    return outer, rule


def _on_occasion(preposition: str, outer: Realis) -> Realis:
    """Of what is told of a time or place: "agreed at the talks", "nothing was agreed at the talks"."""
    if preposition in {"ahead of", "before"}:
        return "planned" if outer == "actual" else outer
    past = preposition in {"after", "following", "during", "since"}
    return "actual" if past or (preposition in _OCCASIONS and outer == "denied") else outer
