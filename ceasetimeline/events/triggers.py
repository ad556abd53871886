"""Which words of a sentence tell a move: the best readings of its verbs, nouns and adjectives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ceasetimeline.events.candidates import Candidate, TriggerIndex
from ceasetimeline.events.clause_frames import clause_candidates
from ceasetimeline.events.clues import has_author
from ceasetimeline.events.conditions import ACTING
from ceasetimeline.events.noun_frames import adjective_candidates, noun_candidates
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.trigger_spans import parted, with_infinitives
from ceasetimeline.events.verb_frames import verb_candidates

_PUTTING_OFF: Final = frozenset({"delay", "postpone", "suspend"})
_BETWEEN: Final = 3  # words between a noun and the verb it is completed by: "efforts to help revive"
_REFUSING: Final = frozenset({"refuse", "decline"})


def find_candidates(scene: Scene, index: TriggerIndex) -> list[Candidate]:
    """The moves that a sentence tells, in reading order, each stretch of words once."""
    found = [*verb_candidates(scene, index), *noun_candidates(scene, index), *adjective_candidates(scene, index)]
    found.extend(clause_candidates(scene, index))
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.score, c.first, c.row.name)):
        if not _overlaps(candidate, kept):
            kept.append(candidate)
        elif candidate.begin < candidate.first and not _overlaps(bare := _without_subject(candidate), kept):
            kept.append(bare)
        elif parted(scene, candidate, kept):
            kept.append(candidate)
    kept = [candidate for candidate in kept if not _is_turned(candidate, kept)]
    topics = _topics(scene, kept)
    kept = [candidate for candidate in kept if not _spells_out(candidate, kept)]
    kept = [candidate for candidate in kept if not _yields(scene, candidate, kept)]
    kept = _named_by_infinitive(kept)
    kept = [candidate for candidate in kept if not _is_topic(scene, candidate, topics)]
    return sorted(with_infinitives(scene, kept), key=lambda c: c.first)


def _overlaps(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    return any(candidate.begin < other.stop and other.begin < candidate.stop for other in kept)


def _without_subject(candidate: Candidate) -> Candidate:
    """A trigger without the noun in front of its verb: in "a truce that expired" another verb may hold the noun."""
    return attrs.evolve(candidate, begin=candidate.first)


def _yields(scene: Scene, candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a promise is told better by what is promised: "undertook to withdraw"."""
    if not candidate.frame.yields:
        return False
    inner = {other.clause.number for other in kept if other.clause is not None and other is not candidate}
    if candidate.clause is not None:
        return any(child.number in inner for child in scene.children(candidate.clause.number))
    return any(clause.noun == candidate.noun and clause.number in inner for clause in scene.parse.clauses)


def _spells_out(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a verb only spells out the move above it: "offered to mediate", "refused to sign"."""
    clause = candidate.clause
    if clause is None or clause.relation not in {"infinitive", "purpose", "gerund"}:
        return False
    told = (c for c in kept if c.noun is not None and c.clause is None and not c.frame.yields)
    nouns = (c for c in told if c.frame.complement.startswith("to ") or (c.frame.complement and c.row.awaited))
    if any(noun.stop <= candidate.first <= noun.stop + _BETWEEN for noun in nouns):
        return True
    for other in kept:
        if other.clause is not None and other.clause.number == clause.governor and other is not candidate:
            wanted = other.frame.complement
            if candidate.row is other.row and candidate.row.doer == "mediator":
                return True  # "played a role in mediating the truce"
            if clause.relation == "gerund":  # "suggested holding talks"
                return wanted == "gerund" and other.row.group == "initiate" and not clause.marker
            promised = wanted.startswith("to ") and not other.frame.yields
            return promised or other.clause.verb.lemma in _REFUSING
    return False


def _named_by_infinitive(kept: Sequence[Candidate]) -> list[Candidate]:
    """The readings with one for a settlement and what it settles: "agreed to extend the truce" is an extension."""
    inner = {c.clause.governor: c for c in kept if _is_settled(c, "infinitive") and c.clause is not None}

    def named(candidate: Candidate) -> Candidate | None:
        clause = candidate.clause
        found = inner.get(clause.number) if clause is not None and _is_settled(candidate) else None
        return found if found is not None and found.row.doer == candidate.row.doer else None

    told = [(candidate, named(candidate)) for candidate in kept]
    gone = {id(found) for _, found in told if found is not None}
    return [
        candidate
        if found is None
        else attrs.evolve(candidate, row=found.row, themes=(*candidate.themes, *found.themes))
        for candidate, found in told
        if id(candidate) not in gone
    ]


def _is_settled(candidate: Candidate, relation: str = "") -> bool:
    clause = candidate.clause
    return candidate.row.group == "settle" and clause is not None and relation in {"", clause.relation}


def _is_turned(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a refusal is one of a refusal: in "refused to rule out" only the second verb tells the move."""
    clause = candidate.clause
    if clause is None or clause.verb.lemma not in _REFUSING:
        return False
    governed = (other for other in kept if other.clause is not None and other.clause.governor == clause.number)
    return any(other.row is candidate.row for other in governed)


def _topics(scene: Scene, kept: Sequence[Candidate]) -> set[int]:
    """The noun phrases that verbs of the sentence are about: no moves of their own, unless they say who made them."""
    telling = [c for c in kept if (c.clause is None or c.clause.relation != "reduced") and not _leaves(c)]
    topics = {k for c in telling for k in c.themes if k != c.noun and not _is_hosted(scene, c, k)}
    inside = (clause for clause in scene.parse.clauses for c in telling if c.first < clause.verb.head < c.stop)
    topics.update(k for clause in inside for k in clause.objects)  # "ready to reconvene the talks"
    named = {*ACTING, "there"}
    topics.update(k for c in telling if c.clause and set(c.frame.subject) - named for k in c.clause.subject)
    holding = scene.vocabulary.cue("sharing_nouns") | scene.vocabulary.cue("act_nouns")
    sharing = [k for k in topics if scene.head(k) in holding]
    topics.update(k for c in telling if c.row.group == "talk" and c.row.reciprocal for k in _met_for(c))
    counting = [k for k in topics if scene.head(k) in scene.vocabulary.cue("counting_nouns")]
    topics.update(n for k in counting for word, nouns in scene.after_noun(k)[:1] if word == "of" for n in nouns)
    return topics.union(n for k in sharing for _, nouns in scene.after_noun(k)[:1] for n in nouns)


def _met_for(candidate: Candidate) -> Iterator[int]:
    """What talks or a meeting are held for: "met for a second round of talks" tells one move."""
    phrases = candidate.clause.phrases if candidate.clause is not None else ()
    return (k for phrase in phrases if phrase.preposition == "for" for k in phrase.nouns)


def _leaves(candidate: Candidate) -> bool:
    """Whether the noun of a verb may tell a move of its own: "Kenya hosted the fifth round"."""
    return candidate.frame.apart and candidate.row.group == "talk"


def _is_hosted(scene: Scene, candidate: Candidate, k: int) -> bool:
    """Whether a third party hosts talks that are told with their parties: "hosted talks between A and B"."""
    if candidate.row.doer != "mediator" or not candidate.frame.apart:
        return False
    return any(word in {"between", "among"} and scene.group_actors(nouns) for word, nouns in scene.after_noun(k))


def _is_topic(scene: Scene, candidate: Candidate, topics: set[int]) -> bool:
    if candidate.noun is None or not candidate.rule.startswith("noun:") or candidate.noun not in topics:
        return False
    if candidate.row.group == "implement":  # "delayed the release": the release is still to come
        over = scene.clause_of_chunk(candidate.noun)
        return over is None or over.verb.lemma not in _PUTTING_OFF
    return candidate.row.group != "initiate" or not _is_new(scene, candidate.noun)


def _is_new(scene: Scene, k: int) -> bool:
    """Whether a noun phrase tells who made an offer, and does not just take it up: "a Russian proposal"."""
    tokens = scene.parse.tokens
    taken_up = tokens.tags[scene.chunk(k).first] == "DET" and tokens.lowers[scene.chunk(k).first] not in {"a", "an"}
    return not taken_up and has_author(scene, k)
