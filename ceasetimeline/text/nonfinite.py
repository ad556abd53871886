"""How infinitives, gerunds and participles hang on their sentence, and who is their subject."""

from __future__ import annotations

from typing import Final

import attrs

from ceasetimeline.text.clauses import Clause, Link
from ceasetimeline.text.ground import Ground
from ceasetimeline.text.phrases import VerbGroup
from ceasetimeline.text.subjects import phrase_head, subject_before

_DUE: Final = frozenset({"due", "set", "likely", "scheduled", "expected", "bound"})
_TO_WHOM: Final = frozenset({"on", "upon", "for", "to"})


def share_auxiliaries(ground: Ground, k: int, verb: VerbGroup) -> VerbGroup:
    """A verb after "and" with the auxiliaries of the one before: "will meet and discuss", "were held and seen"."""
    if ground.kind(ground.before(k)) != "CONJ" or not ground.clauses:
        return verb
    return with_auxiliaries(verb, ground.clauses[-1].verb)


def with_auxiliaries(verb: VerbGroup, first: VerbGroup) -> VerbGroup:
    """A verb with the auxiliaries of the one it is joined to, where its form lacks them."""
    if verb.form == "bare" and (first.modal or first.form == "infinitive"):
        return attrs.evolve(verb, form=first.form, modal=first.modal, negated=first.negated or verb.negated)
    if verb.form == "participle" and first.form == "finite" and (first.passive or first.perfect):
        shared = attrs.evolve(verb, form="finite", modal=first.modal, past=first.past, perfect=first.perfect)
        return attrs.evolve(shared, passive=first.passive)
    return verb


def link_infinitive(ground: Ground, k: int) -> Link:
    """The link of the infinitive in chunk ``k``: of a verb, of a noun, or telling a purpose."""
    j = ground.before(k)
    if j is None:
        return Link()
    shared = ground.conjunct(k, j)
    if shared is not None:
        return shared
    clause = ground.governor_over(k)
    noun = _still_to_come(ground, k, j, clause)
    if noun is not None:
        return Link(ground.groups[noun], clause.number if clause is not None else None, noun, "scheduled", "to")
    if clause is not None and clause.noun is not None and _is_accompanied(ground, k, clause):
        return Link(clause.subject, clause.governor, clause.noun, "scheduled", "to")
    if clause is None:
        return _without_verb_before(ground, k, j)
    return _behind_noun(ground, k, j, clause) if ground.kind(j) == "NP" else _behind_verb(ground, j, clause)


def _without_verb_before(ground: Ground, k: int, j: int) -> Link:
    """An infinitive that opens a sentence: of a headline, "Mali to send team", or a noun, "Efforts to end it"."""
    told = any(ground.is_finite(at) for at in range(k + 1, len(ground.chunks)))
    if told and ground.kind(j) == "NP" and ground.vocabulary.takes_infinitive(ground.word(j)):
        return Link((j,), None, j, "infinitive", "to")
    subject = subject_before(ground, k)
    return Link(ground.groups[subject] if subject is not None else (), None, None, "headline", "to")


def _behind_verb(ground: Ground, j: int, clause: Clause) -> Link:
    """An infinitive behind a verb or its adjective: "agreed to", "is ready to", "was urged on Monday to"."""
    controlled = clause.verb.passive and clause.verb.lemma in ground.vocabulary.cue("object_control")
    adjacent = j == clause.chunk or ground.kind(j) == "ADJ" or controlled or _awaits_infinitive(ground, clause)
    return Link(clause.subject, clause.number, None, "infinitive" if adjacent else "purpose", "to")


def _still_to_come(ground: Ground, k: int, j: int, clause: Clause | None) -> int | None:
    """The noun whose time is still to come: "the accord, to be signed in Doha,", "talks due to begin on Friday"."""
    due = ground.word(j) in _DUE and (clause is None or clause.verb.lemma != "be" or clause.chunk < j - 2)
    at = j - 1 if due else j
    aside = ground.kind(at) == "COMMA"
    at -= aside
    verb = ground.chunks[k].verb
    if ground.kind(at) != "NP" or not (due or aside) or verb is None:
        return None
    alone = ground.kind(ground.following(k + 1)) in {"PREP", "COMMA", "STOP", ""}
    if aside and not due and not verb.passive and not alone:  # "met in Doha, to discuss the truce"
        return None
    noun = phrase_head(ground, at)
    return noun if noun is not None and (clause is None or noun > clause.chunk) else None


def _is_accompanied(ground: Ground, k: int, clause: Clause) -> bool:
    """Whether an infinitive tells what is to become of those named: "with men taken in the raid to be released"."""
    verb = ground.chunks[k].verb
    before = ground.before(ground.groups[clause.noun][0]) if clause.noun is not None else None
    return clause.relation == "reduced" and ground.word(before) == "with" and verb is not None and verb.passive


def _awaits_infinitive(ground: Ground, clause: Clause) -> bool:
    """Whether a verb without an object is completed by an infinitive: "agreed in Istanbul to exchange"."""
    return not clause.objects and ground.vocabulary.takes_infinitive(clause.verb.lemma)


def _behind_noun(ground: Ground, k: int, j: int, clause: Clause) -> Link:
    """An infinitive behind a noun phrase: "urged Hamas to accept", "refusal to release", "a truce to begin"."""
    addressed = _addressed(clause)
    if clause.verb.lemma in ground.vocabulary.cue("object_control") and addressed:
        return Link(addressed, clause.number, None, "infinitive", "to")
    cue, coming = ground.vocabulary.cue, _comes_about(ground, k)
    if ground.word(j) in cue("truce_nouns") | cue("talks_nouns") | cue("accord_nouns") and coming:
        return Link(ground.groups[j], clause.number, j, "scheduled", "to")
    if ground.word(ground.before(ground.groups[j][0])) == "for":  # "provides for the rebels to disarm"
        awaited = ground.vocabulary.takes_infinitive(clause.verb.lemma)
        return Link(ground.groups[j], clause.number, None, "infinitive" if awaited else "purpose", "to")
    if clause.chunk < j and _awaits_infinitive(ground, clause):
        return Link(clause.subject, clause.number, None, "infinitive", "to")
    if ground.vocabulary.takes_infinitive(ground.word(ground.groups[j][0])):
        owner = (j,) if ground.chunks[j].possessor is not None else clause.subject
        return Link(owner, clause.number, j, "infinitive", "to")
    return Link(clause.subject, clause.number, None, "purpose", "to")


def _comes_about(ground: Ground, k: int) -> bool:
    """Whether a verb has no object, or one that only goes with it: "to begin", "to take effect"."""
    behind, verb = ground.word(ground.following(k + 1)), ground.chunks[k].verb
    whole = verb is not None and verb.lemma == "take" and behind in {"effect", "place", "hold"}
    return whole or not ground.has_object(k)


def _addressed(clause: Clause) -> tuple[int, ...]:
    """Whom an order or a request goes to: the object, or the phrase "on Israel", "for Hamas", "to both sides"."""
    if clause.objects and not clause.phrases:
        return clause.objects
    return next((p.nouns for p in clause.phrases if p.preposition in _TO_WHOM and p.nouns), clause.objects)


def link_gerund(ground: Ground, k: int) -> Link:
    """The link of the form in -ing in chunk ``k``."""
    j = ground.before(k)
    shared = ground.conjunct(k, j)
    if j is None or shared is not None:
        return shared or Link(relation="gerund")
    clause = ground.governor_over(k)
    number, subject = (clause.number, clause.subject) if clause is not None else (None, ())
    word = ground.word(j)
    if ground.kind(j) in {"PREP", "SUB"}:
        target = _accused(clause) if word in {"of", "from", "for"} else ()
        noun = ground.before(j)
        qualified = noun if ground.kind(noun) == "NP" and not target else None
        return Link(target or subject, number, qualified, "gerund", word)
    if ground.kind(j) == "NP":
        marker = ground.word(ground.before(ground.groups[j][0]))
        if marker in {"with", "despite", "without"}:
            return Link(ground.groups[j], number, None, "gerund", "with")
        return Link(ground.groups[j], number, j, "reduced")
    return Link(subject, number, None, "gerund")


def _accused(clause: Clause | None) -> tuple[int, ...]:
    """The one who is said to act: "accused Israel of violating"."""
    if clause is None:
        return ()
    return clause.subject if clause.verb.passive else clause.objects[:1]


def link_participle(ground: Ground, k: int) -> Link:
    """The link of the past participle in chunk ``k``: "a plan put forward by Qatar"."""
    j = ground.before(k)
    shared = ground.conjunct(k, j)
    if j is None or shared is not None:
        return shared or Link(relation="reduced")
    while j is not None and ground.kind(j) in {"COMMA", "DASH", "QUOTE", "OPEN", "TIME"}:
        j = ground.before(j)
    clause = ground.governor_over(k)
    number = clause.number if clause is not None else None
    if j is None or ground.kind(j) != "NP":
        return Link((), number, None, "reduced")
    noun = _qualified(ground, j, clause, apart=ground.kind(k - 1) == "COMMA")
    return Link(ground.groups[noun], number, noun, "reduced")


def _qualified(ground: Ground, nearest: int, clause: Clause | None, *, apart: bool) -> int:
    """The noun that a participle qualifies: behind a comma the whole phrase, else the nearest that is no name.

    Where nothing but names is near, "talks opened in Juba, hosted by Kenya" speaks of the subject.
    """
    j = nearest
    for _ in range(4):
        if not apart and not ground.is_name(j):
            return j
        first = ground.groups[j][0]
        if ground.kind(first - 1) != "PREP" or ground.kind(first - 2) != "NP":
            break
        if apart and not ground.is_name(j) and ground.is_name(first - 2):
            return j  # "visited Sanaa for talks on a truce, mediated by"
        j = first - 2
    if apart and ground.is_name(j) and clause is not None and clause.subject and clause.chunk < j:
        return clause.subject[0]
    return j if apart or not ground.is_name(j) else nearest
