"""How far the words of a trigger run: two moves in one stretch part, a verb and its infinitive make one trigger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene

_LONGEST: Final = 60  # characters; a longer stretch is no trigger
_REACH: Final = 6  # words between a verb and the infinitive that completes it


def parted(scene: Scene, adjective: Candidate, kept: list[Candidate]) -> bool:
    """Whether an adjective got its words out of the one trigger that held them: "began | UN-led | talks".

    The trigger keeps what stands in front of the adjective, and is changed in place.
    """
    if not adjective.rule.startswith("adjective:") or adjective.noun is None:
        return False
    over = [c for c in kept if adjective.begin < c.stop and c.begin < adjective.stop]
    if len(over) != 1 or over[0].row is adjective.row or not over[0].first < adjective.first < over[0].stop:
        return False
    stop = adjective.first
    while stop > over[0].first + 1 and scene.parse.tokens.tags[stop - 1] in {"DET", "PRPS", "ADJ", "NUM"}:
        stop -= 1
    kept[kept.index(over[0])] = attrs.evolve(over[0], stop=stop)
    return True


def with_infinitives(scene: Scene, kept: Sequence[Candidate]) -> list[Candidate]:
    """The triggers, each with the infinitive that its frame asks for: "trying to broker", "effort to end"."""
    return [_with_infinitive(scene, candidate, kept) for candidate in kept]


def _with_infinitive(scene: Scene, candidate: Candidate, kept: Sequence[Candidate]) -> Candidate:
    if not candidate.frame.complement.startswith("to "):
        return candidate
    tokens, last = scene.parse.tokens, candidate.stop + _REACH
    heads = (c.verb.head for c in scene.parse.clauses if c.verb.form == "infinitive")
    stop = next((head + 1 for head in heads if candidate.stop <= head <= last), 0)
    if not stop or tokens.stops[stop - 1] - tokens.starts[candidate.begin] > _LONGEST:
        return candidate
    if any(other.begin < stop and candidate.stop < other.stop for other in kept if other is not candidate):
        return candidate
    return attrs.evolve(candidate, stop=stop)


def opened_by(scene: Scene, promise: Candidate, inner: Candidate) -> Candidate:
    """What is promised with the word of the promise in front: "vowed to abide by"."""
    tokens = scene.parse.tokens
    near = promise.first < inner.begin and tokens.stops[inner.stop - 1] - tokens.starts[promise.first] <= _LONGEST
    return attrs.evolve(inner, begin=promise.first) if near else inner
