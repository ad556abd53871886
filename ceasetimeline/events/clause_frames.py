"""Moves that a conjunction tells: "will not attend unless their men are freed" is a demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasetimeline.events.candidates import Candidate, TriggerIndex
from ceasetimeline.events.conditions import is_acting
from ceasetimeline.events.scene import Scene
from ceasetimeline.text.clauses import Clause

_REFUSING: Final = frozenset({"refuse", "decline", "rule", "reject", "suspend", "vow", "continue", "delay"})
_SCORE: Final = 1.2
_NEAR: Final = 6  # chunks between a conjunction and its verb


def clause_candidates(scene: Scene, index: TriggerIndex) -> Iterator[Candidate]:
    """The readings of conjunctions under a refusal: "unless", "until"."""
    if index.markers.keys().isdisjoint(scene.parse.tokens.lowers):
        return
    for clause in scene.parse.clauses:
        over = scene.parse.clauses[clause.governor] if clause.governor is not None else None
        if over is None or not clause.subject or not _is_refusal(scene, over):
            continue
        for row, frame in index.markers.get(clause.marker, ()):
            first = _place(scene, clause)
            if first is not None and is_acting(scene, over.subject, frame.subject):
                yield Candidate(
                    row=row,
                    frame=frame,
                    rule=f"clause:{clause.marker}",
                    score=_SCORE,
                    first=first,
                    stop=first + 1,
                    begin=first,
                    clause=over,
                )


def _is_refusal(scene: Scene, clause: Clause) -> bool:
    negated = clause.verb.negated or clause.verb.modal in scene.vocabulary.cue("negators")
    return negated or clause.verb.lemma in _REFUSING


def _place(scene: Scene, clause: Clause) -> int | None:
    """The word of the conjunction in front of a clause."""
    for k in range(clause.subject[0] - 1, max(-1, clause.subject[0] - _NEAR), -1):
        if scene.chunk(k).word == clause.marker or scene.words(k).lower() == clause.marker:
            return scene.chunk(k).first
    return None
