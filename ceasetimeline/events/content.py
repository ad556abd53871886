"""What is only the content of an open offer or of talks, and no move of its own: "the plan includes a withdrawal"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene

_CONTAINING: Final = frozenset(
    {"include", "contain", "envisage", "envision", "foresee", "comprise", "cover", "involve", "entail", "propose"}
)
_ABOUT: Final = frozenset({"over", "about", "on", "regarding"})
_DISPUTES: Final = frozenset(
    {"dispute", "row", "disagreement", "quarrel", "discussion", "debate", "talk", "difference"}
)
_MATTERS: Final = frozenset({"issue", "question", "matter", "topic", "point", "modality", "detail"})
_BINDING: Final = frozenset({"under", "according to", "as part of", "in line with"})
_AIMING: Final = frozenset(
    {
        "effort",
        "contact",
        "campaign",
        "push",
        "bid",
        "mission",
        "way",
        "hope",
        "appeal",
        "call",
        "demand",
        "request",
        "plea",
    }
)


def is_content(scene: Scene, candidate: Candidate) -> bool:
    """Whether a release, withdrawal or truce is only what an offer holds or what talks are about.

    So "the proposal includes the opening of roads", "a plan to bring home the hostages", "contacts for the return of
    captives"; the terms of a deal that is agreed are moves to come.
    """
    if not candidate.row.terms or candidate.row.group not in {"implement", "settle"}:
        return False
    if candidate.noun is not None and candidate.clause is None:
        return any(test(scene, candidate.noun) for test in (_is_listed, _is_aim, _is_matter))
    clause = candidate.clause
    if clause is None or clause.relation not in {"infinitive", "purpose", "gerund"}:
        return False
    if clause.relation == "gerund":
        return _is_in_list(scene, clause.chunk)
    return clause.noun is not None and _is_open(scene, clause.noun) and not _is_accepted(scene, clause.noun)


def is_agreed(scene: Scene, candidate: Candidate) -> bool:
    """Whether a clause tells what an agreed deal holds: "signed an accord under which prisoners will be freed"."""
    clause = candidate.clause
    if clause is None or clause.relation != "relative" or clause.marker != "which":
        return False
    cue = scene.vocabulary.cue
    texts = (k for k in range(clause.chunk - 1, -1, -1) if scene.kind(k) == "NP" and k not in clause.subject)
    named = next((k for k in texts if scene.head(k) in cue("accord_nouns") | cue("open_nouns")), None)
    return named is not None and not _is_open(scene, named)


def is_bound(scene: Scene, candidate: Candidate, rule: str, *, by_outlet: bool) -> bool:
    """Whether a deal obliges to a move: "must leave within a month", says the outlet, "under the pact would free"."""
    if not candidate.row.terms or candidate.row.group not in {"implement", "settle"} or candidate.clause is None:
        return False
    if rule == "obligation" and by_outlet:
        return True
    return rule in {"obligation", "would"} and _is_under_deal(scene)


def _is_under_deal(scene: Scene) -> bool:
    """Whether a sentence says under which deal: "under the accord", "according to the text"."""
    wanted = scene.vocabulary.cue("accord_nouns") | {"text", "terms", "term"}
    phrases = (k for k in range(len(scene.parse.chunks) - 1) if scene.kind(k) == "PREP" and scene.kind(k + 1) == "NP")
    return any(scene.chunk(k).word in _BINDING and scene.head(k + 1) in wanted for k in phrases)


def _is_open(scene: Scene, k: int) -> bool:
    """Whether a noun phrase names an offer, and no deal."""
    return any(word in scene.vocabulary.cue("open_nouns") for word in scene.themes(k))


def _is_accepted(scene: Scene, k: int) -> bool:
    """Whether the sentence says that an offer is accepted: "accepted a proposal to stop all operations"."""
    clause = scene.clause_of_chunk(k)
    return clause is not None and scene.is_in(clause.verb.lemma, ("accept_verbs",))


def _is_in_list(scene: Scene, chunk: int) -> bool:
    """Whether the finite verb before a chunk says what an open offer holds."""
    finite = [c for c in scene.parse.clauses if c.chunk < chunk and c.verb.form == "finite"]
    over = next((c for c in reversed(finite) if c.relation != "relative"), None)
    return over is not None and over.verb.lemma in _CONTAINING and any(_is_open(scene, k) for k in over.subject)


def _is_listed(scene: Scene, k: int) -> bool:
    clause = scene.clause_of_chunk(k)
    return _is_in_list(scene, k) and (clause is None or k not in clause.subject)


def _is_aim(scene: Scene, k: int) -> bool:
    first = scene.parse.groups[k][0]
    if scene.kind(first - 1) != "PREP" or scene.chunk(first - 1).word not in {"for", "towards", "toward"}:
        return False
    if scene.kind(first - 3) == "PREP" and scene.chunk(first - 3).word in {"by", "from"}:
        first -= 2  # "the call by the rebels for the withdrawal of the army"
    if scene.kind(first - 2) != "NP":
        return False
    return scene.is_in(scene.head(first - 2), ("talks_nouns", "open_nouns")) or scene.head(first - 2) in _AIMING


def _is_matter(scene: Scene, k: int) -> bool:
    """Whether a noun is only what one speaks of: "a dispute over prisoner releases", "the issue of disarmament"."""
    first = scene.parse.groups[k][0]
    told = any(clause.noun == k for clause in scene.parse.clauses)  # "a quarrel over an exchange agreed in May"
    if told or scene.kind(first - 1) != "PREP" or scene.kind(first - 2) != "NP":
        return False
    word, head = scene.chunk(first - 1).word, scene.head(first - 2)
    return (word in _ABOUT and head in _DISPUTES) or (word == "of" and head in _MATTERS)
