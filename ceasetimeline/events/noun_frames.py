"""Moves that a noun or an adjective tells: "Hamas's refusal", "indirect talks", "ready to accept"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasetimeline.events.candidates import Candidate, TriggerIndex
from ceasetimeline.events.clues import NEEDS
from ceasetimeline.events.conditions import is_subject, makes_peace
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.verb_frames import is_about
from ceasetimeline.lexicon import EventType, Frame
from ceasetimeline.text.clauses import Clause
from ceasetimeline.text.vocabulary import noun_lemma

_POINTING: Final = frozenset({"this", "that", "it", "these", "those"})  # "this is not the end" says of nothing
_COPULAS: Final = frozenset({"be", "remain", "say", "seem", "appear", "stand", "become"})
_BY_COMPLEMENT: Final = {"to": 3.0, "not": 3.2}  # an adjective tells more than the verb behind it: "ready to sign"
_SHORT: Final = 5  # words between a noun and what it is about, in one trigger
_NEAR: Final = 5  # words between "is" and its adjective, or between the adjective and its verb


def noun_candidates(scene: Scene, index: TriggerIndex) -> Iterator[Candidate]:
    """The best reading of every noun phrase that some frame fits."""
    for k, chunk in enumerate(scene.parse.chunks):
        if chunk.kind != "NP":
            continue
        found = [
            candidate
            for key, first in _keys(scene, k)
            for row, frame in index.nouns.get(key, ())
            if (candidate := _match(scene, k, (row, frame), (key, first))) is not None
        ]
        if found:
            yield max(found, key=lambda candidate: candidate.score)


def _keys(scene: Scene, k: int) -> Iterator[tuple[str, int]]:
    """The head alone and with the word before it: "response", "positive response"; and where they start."""
    chunk = scene.chunk(k)
    if chunk.word in scene.vocabulary.cue("plural_events") and scene.parse.tokens.lowers[chunk.head] == chunk.word:
        return  # "talk of a lull" is no talks
    yield chunk.word, chunk.head
    if chunk.head > chunk.first:
        yield f"{scene.parse.tokens.lowers[chunk.head - 1]} {chunk.word}", chunk.head - 1


def _match(scene: Scene, k: int, told: tuple[EventType, Frame], words: tuple[str, int]) -> Candidate | None:
    (row, frame), (key, first) = told, words
    about = tuple(n for n in _themes(scene, k, frame) if is_about(scene, n, frame.about)) if frame.about else ()
    if frame.about and not about and (frame.prepositions or not _is_inside(scene, k, frame)):
        return None
    if frame.complement and not _is_completed(scene, k, frame.complement):
        return None
    if frame.needs and not any(NEEDS[need](scene, k) for need in frame.needs):
        return None
    if frame.unless and _is_undone(scene, k, frame):
        return None
    return Candidate(
        row=row,
        frame=frame,
        rule=f"noun:{key}",
        score=0.8 + 0.5 * key.count(" ") + bool(frame.about) + 0.4 * frame.complement.startswith("to "),
        first=first,
        stop=_stop(scene, k, row, about),
        begin=first,
        noun=k,
        themes=about,
    )


def _stop(scene: Scene, k: int, row: EventType, about: tuple[int, ...]) -> int:
    """Where a trigger ends: with the talks of "the start of a new round", else with the noun."""
    stop = scene.chunk(k).head + 1
    if row.group != "talk" or not row.reciprocal or not about or about[0] < k:
        return stop
    head = scene.chunk(about[0]).head
    return head + 1 if head - stop < _SHORT else stop


def _is_undone(scene: Scene, k: int, frame: Frame) -> bool:
    """Whether a verb of the list takes back what a noun says: "broke the deadlock", "averted a collapse"."""
    clause = scene.clause_of_chunk(k)
    return clause is not None and k in clause.objects and scene.is_in(clause.verb.lemma, frame.unless)


def _themes(scene: Scene, k: int, frame: Frame) -> tuple[int, ...]:
    """What a noun is about: the nouns behind "of"; a subject, if said of one ("are on the verge of collapse")."""
    clause = scene.clause_of_chunk(k)
    wanted = frame.prepositions or ("of", "for", "to", "in")
    behind = tuple(n for word, nouns in scene.after_noun(k)[:3] if word in wanted for n in nouns)
    said = clause is not None and clause.verb.lemma == "be" and k not in clause.subject and "about" in frame.needs
    if said and not behind and clause is not None:
        return tuple(n for n in clause.subject if scene.head(n) not in _POINTING)
    return behind


def _is_inside(scene: Scene, k: int, frame: Frame) -> bool:
    """Whether what a noun is about stands before it: "hostage release", "truce violations"."""
    chunk = scene.chunk(k)
    words = scene.parse.tokens.lowers[chunk.first : chunk.head]
    return any(scene.is_in(noun_lemma(word), frame.about) for word in words)


def _is_completed(scene: Scene, k: int, wanted: str) -> bool:
    """Whether an infinitive follows a noun: any ("to"), or one of a word list ("to mediate")."""
    stops = [scene.chunk(k).stop, *(scene.chunk(n[-1]).stop for word, n in scene.after_noun(k)[:1] if word == "by")]
    found = (c for c in scene.parse.clauses if c.verb.form == "infinitive")
    behind = [c for c in found if any(stop <= c.verb.head <= stop + 2 for stop in stops)]
    if wanted == "to make peace":
        return any(makes_peace(scene, clause) for clause in behind)
    return any(wanted == "to" or scene.is_in(c.verb.lemma, (f"{wanted[3:]}_verbs",)) for c in behind)


def adjective_candidates(scene: Scene, index: TriggerIndex) -> Iterator[Candidate]:
    """The readings of adjectives that some frame fits."""
    for i, lower in enumerate(scene.parse.tokens.lowers):
        known = index.adjectives.get(lower) or ("-" in lower and index.adjectives.get(_tail(lower)))
        for row, frame in known or ():
            qualifies = bool(frame.about) and not frame.prepositions
            candidate = _qualifying(scene, i, row, frame) if qualifies else _predicative(scene, i, row, frame)
            if candidate is not None:
                yield candidate


def _tail(lower: str) -> str:
    """The second part of a compound: "-brokered"."""
    return f"-{lower.rpartition('-')[2]}"


def _qualifying(scene: Scene, i: int, row: EventType, frame: Frame) -> Candidate | None:
    """An adjective before its noun: "the proposed US-backed plan"."""
    for k, chunk in enumerate(scene.parse.chunks):
        if chunk.kind == "NP" and chunk.first <= i < chunk.head:
            fits = not frame.needs or any(NEEDS[need](scene, k) for need in frame.needs)
            if not fits or not (scene.is_in(chunk.word, frame.about) or is_about(scene, k, frame.about)):
                return None
            rule = f"adjective:{scene.parse.tokens.lowers[i]}"
            return Candidate(row=row, frame=frame, rule=rule, score=1.5, first=i, stop=i + 1, begin=i, noun=k)
    return None


def _predicative(scene: Scene, i: int, row: EventType, frame: Frame) -> Candidate | None:
    """An adjective said of a subject: "is ready to accept", "unacceptable to Israel"."""
    copulas = (c for c in reversed(scene.parse.clauses) if c.verb.head < i and c.verb.lemma in _COPULAS)
    clause = next(copulas, None)
    if clause is None or i - clause.verb.head > _NEAR or not _fits(scene, i, clause, frame):
        return None
    verbs = _verbs_behind(scene, i)
    stop = verbs[0].verb.head + 1 if verbs and verbs[0].verb.head - i < _NEAR else i + 1
    return Candidate(
        row=row,
        frame=frame,
        rule=f"adjective:{scene.parse.tokens.lowers[i]}",
        score=_BY_COMPLEMENT.get(frame.complement.partition(" ")[0], 1.4) + 0.2 * (" " in frame.complement),
        first=i,
        stop=stop,
        begin=i,
        clause=clause,
    )


def _verbs_behind(scene: Scene, i: int) -> list[Clause]:
    nonfinite = (c for c in scene.parse.clauses if c.verb.form in {"infinitive", "gerund"})
    return [c for c in nonfinite if 0 < scene.chunk(c.chunk).first - i < 4]


def _fits(scene: Scene, i: int, clause: Clause, frame: Frame) -> bool:
    """Whether all that a frame asks for stands around an adjective."""
    tokens = scene.parse.tokens
    if frame.subject and not any(is_subject(scene, clause, clause.subject, wanted) for wanted in frame.subject):
        return False
    if not _fits_verbs(scene, _verbs_behind(scene, i), clause, frame):
        return False
    if frame.about and not any(is_about(scene, k, frame.about) for k in _behind(scene, i)):
        return False
    return not frame.prepositions or any(word in frame.prepositions for word in tokens.lowers[i + 1 : i + 3])


def _fits_verbs(scene: Scene, verbs: list[Clause], clause: Clause, frame: Frame) -> bool:
    """Whether the infinitive or gerund behind an adjective is what a frame asks for."""
    if frame.unless and any(scene.is_in(c.verb.lemma, frame.unless) for c in verbs):
        return False
    if frame.complement.startswith("to "):
        named = (f"{frame.complement[3:]}_verbs",)
        return any(scene.is_in(c.verb.lemma, named) for c in verbs)
    if frame.complement == "not to":
        return bool(verbs) and _is_negated(scene, clause)
    return frame.complement != "to" or bool(verbs)


def _is_negated(scene: Scene, clause: Clause) -> bool:
    return clause.verb.negated or clause.verb.modal in scene.vocabulary.cue("negators")


def _behind(scene: Scene, i: int) -> tuple[int, ...]:
    """The noun phrases in the first phrase behind an adjective, gerunds and their objects included."""
    chunks = scene.parse.chunks
    near = (k for k, chunk in enumerate(chunks) if i < chunk.first <= i + _NEAR and chunk.kind == "NP")
    return tuple(n for k in near for n in scene.parse.groups[k])[:3]
