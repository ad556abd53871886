"""Mediators told in one sentence and meant in others: "They met eight times. The talks were mediated by Oman"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.model import Mention

_DEFINITE: Final = frozenset({"the", "this", "these", "those", "it", "they"})
_ROUNDS: Final = frozenset({"round", "session", "cycle", "sitting"})
_GROUPS: Final = (("talk", "talks_nouns"), ("settle", "accord_nouns"), ("settle", "truce_nouns"))


@attrs.frozen
class Note:
    """A mention in its sentence.

    ``points``: the group of moves that its nouns are of, where they point to one told before; ``part``: whether it is
    a round of talks spoken of as known.
    """

    mention: Mention
    number: int
    group: str
    brokered: bool
    points: str = ""
    part: bool = False


def note(scene: Scene, candidate: Candidate, mention: Mention) -> Note:
    """What is to be known of a mention for sharing mediators."""
    row = candidate.row
    k = candidate.noun
    part = k is not None and scene.head(k) in _ROUNDS and scene.lowers(k)[0] in _DEFINITE
    return Note(mention, scene.memory.number, row.group, row.brokered, _points_to(scene, candidate), part)


def _points_to(scene: Scene, candidate: Candidate) -> str:
    """The group of moves that "the talks", "the deal" or "they" may stand for; "" where nothing points back."""
    clause = candidate.clause
    nouns = [*candidate.themes, *((candidate.noun,) if candidate.noun is not None else ())]
    if clause is not None:
        nouns += [*clause.subject, *((clause.noun,) if clause.noun is not None else ())]
    for k in nouns:
        if scene.lowers(k)[0] in _DEFINITE:
            words = scene.themes(k)
            found = (group for group, cue in _GROUPS if not scene.vocabulary.cue(cue).isdisjoint(words))
            return next(found, "")
    return ""


def shared(notes: Sequence[Note]) -> tuple[Mention, ...]:
    """The mentions, with the mediators that another sentence names for the talks or the deal that they tell of."""
    given: dict[int, Mention] = {}
    for at, teller in enumerate(notes):
        if teller.points and not teller.brokered and _names_mediators(teller):
            for other in (*_before(notes, at), *_after(notes, at)):
                given.setdefault(other, _with_mediators(notes[other].mention, teller.mention))
    return tuple(given.get(at, known.mention) for at, known in enumerate(notes))


def _names_mediators(teller: Note) -> bool:
    named = {span.name for span in teller.mention.role_spans if span.role == "mediator"}
    return teller.group == "talk" and not named.isdisjoint(teller.mention.roles.mediator)


def _before(notes: Sequence[Note], at: int) -> Iterable[int]:
    """The last move of the group in the sentence before, which the words point back to."""
    before = [k for k in range(at) if notes[k].number == notes[at].number - 1]
    return [k for k in before if _lacks(notes[k], notes[at].points)][-1:]


def _after(notes: Sequence[Note], at: int) -> Iterable[int]:
    """Later rounds of the talks."""
    later = (k for k in range(at + 1, len(notes)) if notes[k].part)
    return [k for k in later if _lacks(notes[k], notes[at].points)]


def _lacks(told: Note, group: str) -> bool:
    roles = told.mention.roles
    own = told.brokered and told.group == group and told.mention.realis == "actual"
    return own and not (roles.mediator or roles.host)


def _with_mediators(mention: Mention, teller: Mention) -> Mention:
    """A mention with the mediators of another, with the words that name them there."""
    names = tuple(name for name in teller.roles.mediator if name not in mention.roles.acting)
    spans = tuple(span for span in teller.role_spans if span.role == "mediator" and span.name in names)
    return attrs.evolve(
        mention,
        roles=attrs.evolve(mention.roles, mediator=names),
        role_spans=(*mention.role_spans, *spans),
    )
