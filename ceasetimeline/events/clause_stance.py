"""Whether what a clause tells has happened: read off negation, modals, governing words, conditions and purposes.

A clause is as true as the clause that governs it allows. The word that governs it may make it planned ("agreed to"),
demanded ("urged them to"), hypothetical ("is trying to") or denied ("refused to"), or leave it as it is ("began to").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

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
_UNTIL: Final = frozenset({"until", "till", "before"})
_HARDLY: Final = frozenset({"without", "never", "hardly"})
_NOT_TO: Final = _HARDLY | {"not", "yet"}
_NOT_READY: Final = frozenset({"not", "yet", "unwilling", "unable", "unlikely", "reluctant"})
_COMPARED: Final = frozenset(
    {"later", "longer", "more", "less", "fewer", "earlier", "sooner", "choice", "option", "alternative", "doubt"}
)
_WISHING: Final = frozenset({"hope", "fear", "warn", "suggest"})  # they say what may come, not what is
_BEGINNING: Final = frozenset({"begin", "start", "resume", "continue", "open"})
_NEXT: Final = 2  # words: "started to", "began slowly to"
_DEPTH: Final = 8  # governors above one another; news sentences stay far below


def clause_realis(scene: Scene, clause: Clause, depth: int = 0) -> tuple[Realis, str]:
    """The realis of what a clause says, and the name of the rule that decided it."""
    own = _own_realis(scene, clause)
    if own is not None:
        return _under_denial(scene, clause, depth) or own if own[0] == "planned" else own
    return governed(scene, clause, depth) if depth <= _DEPTH else ("actual", "asserted")


def _own_realis(scene: Scene, clause: Clause) -> tuple[Realis, str] | None:
    """What the verb group itself says: negation, modals, the infinitive of headlines."""
    cue = scene.vocabulary.cue
    if clause.marker in cue("conditionals") or clause.marker in cue("uncertain"):
        return "hypothetical", "conditional-clause"
    if _negated(scene, clause) or negated_by_object(scene, clause):
        return ("planned", "not-until") if _until(clause) else ("denied", "negation")
    if clause.verb.modal:
        return _modal_realis(scene, clause)
    return ("planned", "headline-infinitive") if clause.relation == "headline" else None


def _under_denial(scene: Scene, clause: Clause, depth: int) -> tuple[Realis, str] | None:
    """What becomes of "would resume" where it is denied, doubted or was not said: "denied that it would resume"."""
    if clause.relation != "complement" or clause.governor in {None, clause.number} or depth > _DEPTH:
        return None
    assert clause.governor is not None
    governor = scene.parse.clauses[clause.governor]
    if not any(governor.verb.lemma in scene.vocabulary.cue(name) for name in ("reporting", "denying")):
        return None
    found = _in_complement(scene, clause, governor, depth)
    return found if found[1].startswith(("denied-by", "doubted-by", "not-said")) else None


def _modal_realis(scene: Scene, clause: Clause) -> tuple[Realis, str] | None:
    modal, cue = clause.verb.modal, scene.vocabulary.cue
    if modal in cue("possible_words"):
        return "hypothetical", "modal"
    if modal in cue("should_words"):
        return "demanded", "obligation"
    if modal == "would" or modal in cue("future_words"):
        return _future_realis(scene, clause)
    return None


def _future_realis(scene: Scene, clause: Clause) -> tuple[Realis, str]:
    """Of "will" and "would": a plan, what hangs on a condition, or with nobody who says it a mere thought."""
    if _has_condition(scene, clause):
        return "conditional", "condition"
    if clause.verb.modal != "would":
        return "planned", "future"
    reported = clause.relation in {"complement", "relative"} or clause.governor is not None
    told = reported or _is_framed(scene, clause)
    return ("planned", "future-in-past") if told else ("hypothetical", "would")


def _is_framed(scene: Scene, clause: Clause) -> bool:
    """Whether the sentence ends with who said it: "they would meet again, the envoy said"."""
    behind = scene.parse.clauses[clause.number + 1 :]
    return any(
        other.verb.lemma in scene.vocabulary.cue("reporting")
        and other.relation == "main"
        and bool(other.subject)
        and scene.kind(min(*other.subject, other.chunk) - 1) in {"COMMA", "QUOTE", "DASH"}
        and not scene.children(other.number)
        for other in behind
    )


def _negated(scene: Scene, clause: Clause) -> bool:
    if clause.verb.negated or clause.verb.modal in scene.vocabulary.cue("negators"):
        return True
    subject = clause.subject[:1]
    if subject and scene.lowers(subject[0])[0] in {"no", "neither", "none"}:
        return True
    denying = _NOT_TO if clause.verb.form == "infinitive" else _HARDLY
    if clause.relation == "headline":  # "Mali not ready to sign"
        return not _NOT_READY.isdisjoint(scene.parse.tokens.lowers[: scene.chunk(clause.chunk).first])
    return _word_before(scene, clause) in denying


def _word_before(scene: Scene, clause: Clause) -> str:
    """The word before a verb group, adverbs passed over: "never" in "never formally accepted"."""
    tokens, at = scene.parse.tokens, scene.chunk(clause.chunk).first - 1
    while tokens.tag(at) == "ADV" and tokens.lowers[at].endswith("ly"):
        at -= 1
    return tokens.lowers[at] if at >= 0 else ""


def negated_by_object(scene: Scene, clause: Clause) -> bool:
    """Whether a verb has an object with "no": "held no talks"; no "start no later than May"."""
    if not clause.objects:
        return False
    words = scene.lowers(clause.objects[0])
    return words[0] == "no" and _COMPARED.isdisjoint(words[1:2])


def _until(clause: Clause) -> bool:
    return any(phrase.preposition in _UNTIL for phrase in clause.phrases)


def _has_condition(scene: Scene, clause: Clause) -> bool:
    """Whether an if-clause stands beside a clause: it governs none, or this one."""
    return any(
        other.marker in scene.vocabulary.cue("conditionals") and other.governor in {None, clause.number}
        for other in scene.parse.clauses
    )


def governed(scene: Scene, clause: Clause, depth: int) -> tuple[Realis, str]:
    """What the clause or noun that a clause depends on makes of it."""
    governor = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    if clause.noun is not None and clause.relation == "infinitive":
        return _under_noun(scene, clause.noun, governor, depth)
    if clause.relation == "gerund" and not clause.marker and _is_possible_subject(scene, clause):
        return "hypothetical", "gerund-subject"
    if (governor is None and clause.relation == "scheduled") or _is_due(scene, clause, governor):
        return "planned", "scheduled"
    rule = _BY_RELATION.get(clause.relation)
    if governor is None or governor is clause or rule is None:
        return "actual", "asserted"
    return rule(scene, clause, governor, depth)


def _scheduled(scene: Scene, _clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    outer, _ = clause_realis(scene, governor, depth + 1)
    return combined("planned", outer, "scheduled")


def _in_subordinate(scene: Scene, clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    """ "until the army leaves", "once prisoners are freed": as uncertain as what waits for it."""
    outer, rule = clause_realis(scene, governor, depth + 1)
    told = clause.verb.past
    if clause.marker in _UNTIL:
        waits = outer != "actual" or (clause.marker != "before" and not told)
        return ("hypothetical", "until-clause") if waits else ("actual", rule)
    open_ended = outer in {"planned", "conditional", "demanded"}
    if clause.marker == "once" and (open_ended or not told):
        return "hypothetical", "once-clause"
    waits = clause.marker in {"when", "after"} and not clause.verb.past and open_ended
    return ("hypothetical", "once-clause") if waits else ("actual", "asserted")


def _is_possible_subject(scene: Scene, clause: Clause) -> bool:
    """Whether a gerund is what "could lead to" something: "scrapping the deal could lead to war"."""
    if scene.kind(clause.chunk - 1) == "VG":
        return False  # "would begin deploying"
    following = [other for other in scene.parse.clauses if other.number == clause.number + 1]
    return bool(following) and following[0].verb.modal in scene.vocabulary.cue("possible_words") | {"would"}


def effect_of(scene: Scene, words: tuple[str, ...]) -> Realis | None:
    """What the first of some governing words that is in a list makes of what it governs."""
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


def _is_due(scene: Scene, clause: Clause, governor: Clause | None) -> bool:
    """Whether a clause beside another says what is due: "hours before it was due to expire"."""
    if governor is None or governor.relation != "subordinate" or clause.relation != "infinitive":
        return False
    return not _SCHEDULED.isdisjoint(scene.parse.tokens.lowers[governor.verb.head : scene.chunk(clause.chunk).first])


_SCHEDULED: Final = frozenset({"due", "set", "scheduled", "slated"})


def _under_verb(scene: Scene, clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    words, lemma = _governing_words(scene, governor, scene.chunk(clause.chunk).first), governor.verb.lemma
    known = "planned" if words[0] == "be" and clause.relation == "infinitive" else effect_of(scene, words)
    outer, rule = clause_realis(scene, governor, depth + 1)
    if clause.relation == "gerund":
        told = _under_verb_as_gerund(scene, clause, governor, (words, outer, rule), depth)
        if told is not None:
            return told
    if "but" in scene.parse.tokens.lowers[governor.verb.head : scene.chunk(clause.chunk).first]:
        return outer, rule  # "had no choice but to"
    if lemma in scene.vocabulary.cue("causative") and clause.relation == "infinitive":
        return _caused(outer, rule, lemma)
    if known is not None:
        return combined(known, outer, f"{known}-by:{lemma}")
    apart = lemma in _BEGINNING and scene.chunk(clause.chunk).first > governor.verb.head + _NEXT
    aimed = clause.relation == "purpose" or (apart and clause.relation == "infinitive")
    if aimed and (apart or lemma not in scene.vocabulary.cue("implicative")) and outer == "actual":
        meant: Realis = "planned" if lemma in scene.vocabulary.cue("gathering") else "hypothetical"
        return meant, "purpose"
    return outer, rule


def _caused(outer: Realis, rule: str, lemma: str) -> tuple[Realis, str]:
    """What one brings about in another: done if it is done, asked for where it is still to do."""
    return (outer, rule) if outer in {"actual", "denied"} else ("demanded", f"demanded-by:{lemma}")


def _under_verb_as_gerund(
    scene: Scene, clause: Clause, governor: Clause, above: tuple[tuple[str, ...], Realis, str], depth: int
) -> tuple[Realis, str] | None:
    words, outer, rule = above
    done = _gerund_object(scene, clause, governor, words)
    if done is not None:
        return combined(done, outer, f"{done}-by:{governor.verb.lemma}")
    if clause.marker in _BESIDE:
        return ("actual", "asserted") if outer == "denied" and _is_apart(scene, clause) else (outer, rule)
    if clause.marker == "before":
        at_last: Realis = "actual" if outer == "denied" else outer
        return (at_last, rule) if _is_past(scene, governor) else ("hypothetical", "before-clause")
    if clause.noun is not None and clause.marker in {"on", "for", "of"}:
        return _under_noun(scene, clause.noun, governor, depth)
    return ("denied", "without") if clause.marker == "without" else None


def _is_apart(scene: Scene, clause: Clause) -> bool:
    """Whether a comma parts a gerund from what is denied: "did not come, causing a delay"."""
    return not clause.marker and scene.kind(clause.chunk - 1) == "COMMA"


def _is_past(scene: Scene, clause: Clause) -> bool:
    """Whether a clause, or the finite one that an infinitive hangs on, is told in the past."""
    for _ in range(_DEPTH):
        if clause.verb.form != "infinitive" or clause.governor is None:
            break
        clause = scene.parse.clauses[clause.governor]
    return clause.verb.past


def _gerund_object(scene: Scene, clause: Clause, governor: Clause, words: tuple[str, ...]) -> Realis | None:
    """What a verb makes of the gerund right behind it: "denied violating", "refrained from attacking"."""
    between = scene.parse.chunks[governor.chunk + 1 : clause.chunk]
    if any(chunk.kind not in {"ADV", "ADJ", "PREP", "PART"} for chunk in between):
        return None
    if clause.marker and clause.marker not in {"from", "of", "on", "to", "against"}:
        return None
    return "denied" if governor.verb.lemma in scene.vocabulary.cue("denying") else effect_of(scene, words)


def combined(inner: Realis, outer: Realis, rule: str) -> tuple[Realis, str]:
    """The realis of what is ``inner`` under something that is ``outer`` itself."""
    if outer == "denied":
        return ("hypothetical" if inner == "denied" else "denied"), rule
    if inner == "planned" and outer in {"hypothetical", "demanded", "conditional"}:
        return outer, rule
    return inner, rule


def _under_noun(scene: Scene, noun: int, governor: Clause | None, depth: int) -> tuple[Realis, str]:
    head = scene.head(noun)
    made = effect_of(scene, (head,))
    outer: Realis = "actual"
    if governor is not None and (
        noun in governor.objects or any(noun in phrase.nouns for phrase in governor.phrases)
    ):
        outer, _ = clause_realis(scene, governor, depth + 1)
    return combined(made or "planned", outer, f"noun:{head}")


def _in_complement(scene: Scene, clause: Clause, governor: Clause, depth: int) -> tuple[Realis, str]:
    lemma, cue = governor.verb.lemma, scene.vocabulary.cue
    outer, rule = clause_realis(scene, governor, depth + 1)
    if lemma in cue("doubting") and outer != "denied":
        return "hypothetical", f"doubted-by:{lemma}"
    if lemma in cue("denying"):
        return ("hypothetical" if outer == "denied" else "denied"), f"denied-by:{lemma}"
    if outer == "denied":
        return "denied", f"not-said:{lemma}"
    if lemma in cue("reporting") and lemma not in _WISHING:
        demanded = lemma == "insist" and clause.verb.form == "bare"
        told: Realis = "actual" if outer in {"actual", "planned", "conditional"} else outer
        return ("demanded", "demanded-by:insist") if demanded else (told, "reported" if told == "actual" else rule)
    made = effect_of(scene, (lemma,))
    return (outer, rule) if made is None else combined(made, outer, f"{made}-by:{lemma}")


_BY_RELATION: Final[Mapping[str, Callable[[Scene, Clause, Clause, int], tuple[Realis, str]]]] = {
    "infinitive": _under_verb,
    "purpose": _under_verb,
    "gerund": _under_verb,
    "scheduled": _scheduled,
    "complement": _in_complement,
    "subordinate": _in_subordinate,
}
