"""Moves that a verb tells, alone or with its particle, object or subject: "put forward", "hold talks"."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from ceasetimeline.events.candidates import Candidate, TriggerIndex
from ceasetimeline.events.clues import is_dated
from ceasetimeline.events.conditions import (
    ACTING,
    fits_complement,
    fits_subject,
    is_of_sides,
    is_outside_force,
    is_proper,
    is_side,
)
from ceasetimeline.events.scene import Scene
from ceasetimeline.lexicon import EventType, Frame
from ceasetimeline.text.clauses import Clause
from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import Vocabulary

_LONGEST: Final = 60  # characters; a longer stretch is no trigger
_LONGEST_KEY: Final = 4  # words behind a verb that may belong to it: "be out of the question"
_NEAR: Final = 7  # words between a verb and the noun that makes one trigger with it
_ADVERBS: Final = frozenset({"also", "again", "then", "once", "finally", "later", "already"})
_PARTICLES: Final = frozenset({"off", "out", "up", "down", "for", "on", "upon", "over", "back"})
_TURNING: Final = frozenset(
    {"unwilling", "only", "must", "accused", "broken off", "negated", "inconclusive", "under truce", "if"}
)  # they turn any verb into another move
_DOING: Final = frozenset(
    {"actor", "side", "party", "lone", "single"}
)  # a subject that does is not what a verb is about
_STARTING: Final = frozenset(
    {"begin", "start", "open", "commence", "conclude", "end", "close"}
)  # they tell more than "be"
_KNOWN: Final = frozenset({"the", "this", "that", "its", "their", "his", "her", "these", "those"})
_RECESS: Final = "talks pause"  # what frames call a pause of talks
_COMPLETING: Final = frozenset({"out of", "to", "of", "from", "in", "into", "on", "for"})


def verb_candidates(scene: Scene, index: TriggerIndex) -> Iterator[Candidate]:
    """The best reading of every verb that some frame fits."""
    asked = _asked(scene.vocabulary)
    for clause in scene.parse.clauses:
        longer = _goes_on(scene, clause, index)
        keys = [(key, stop) for key, stop in _keys(scene, clause) if " " in key or not longer]
        if not any(key in index.verbs for key, _ in keys):
            continue
        words = _words_of(scene, clause)
        found = [
            candidate
            for key, stop in keys
            for row, frame in index.verbs.get(key, ())
            if ((wanted := asked[frame.about]) is None or not wanted.isdisjoint(words))
            and _stands(scene, clause, frame)
            and (candidate := _match(scene, clause, (row, frame), (key, stop))) is not None
        ]
        if found:
            yield max(found, key=lambda candidate: candidate.score)


def _words_of(scene: Scene, clause: Clause) -> frozenset[str]:
    """What all noun phrases of a clause are about."""
    nouns = {*clause.subject, *clause.objects, *_held(scene, clause)}.union(
        *(phrase.nouns for phrase in clause.phrases)
    )
    return frozenset[str]().union(*map(scene.meant_words, nouns))


class _Asked(dict[tuple[str, ...], frozenset[str] | None]):
    """The words of which a frame wants one, by what it is about; None where it may do without.

    They are looked for first, since most clauses have none of them.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, about: tuple[str, ...]) -> frozenset[str] | None:
        free = not about or _RECESS in about or not KINDS.keys().isdisjoint(about)
        words = self[about] = None if free else self.vocabulary.listed(about)
        return words


@functools.lru_cache(maxsize=8)
def _asked(vocabulary: Vocabulary) -> _Asked:
    return _Asked(vocabulary)


def _keys(scene: Scene, clause: Clause) -> Iterator[tuple[str, int]]:
    """The verb alone and with the words after it: "put", "put forward", "walk out of"; and where they stop."""
    tokens, head, key = scene.parse.tokens, clause.verb.head, clause.verb.lemma
    yield key, head + 1
    at = _past_time(tokens, head + 1)
    for word in range(at, min(at + _LONGEST_KEY, len(tokens))):
        if not tokens.words[word][0].isalpha():
            break
        key = f"{key} {tokens.lowers[word]}"
        yield key, word + 1
    behind = scene.chunk(clause.objects[-1]).stop if clause.objects else len(tokens)
    if tokens.tag(behind) in {"PART", "ADV", "PREP"}:  # "tore the deal up", "walked them out of"
        key = f"{clause.verb.lemma} {tokens.lowers[behind]}"
        yield key, behind + 1
        if behind + 1 < len(tokens):
            yield f"{key} {tokens.lowers[behind + 1]}", behind + 2


def _past_time(tokens: Tokens, at: int) -> int:
    """The first word behind adverbs and a time phrase: "agreed on Thursday to" is "agreed to"."""
    while at < len(tokens):
        adverb = tokens.tags[at] == "ADV" and (tokens.lowers[at].endswith("ly") or tokens.lowers[at] in _ADVERBS)
        if tokens.tags[at] == "TIME" or adverb:
            at += 1
        elif _is_passed(tokens, at):
            at += 2
        else:
            break
    return at


def _is_passed(tokens: Tokens, at: int) -> bool:
    timed = tokens.tags[at] == "PREP" and tokens.tag(at + 1) == "TIME"
    return timed or tokens.lowers[at : at + 2] in (["in", "principle"], ["in", "writing"])


def _goes_on(scene: Scene, clause: Clause, index: TriggerIndex) -> bool:
    """Whether the verb with its particle is another verb of the lexicon: "called off" is no "called"."""
    at = _past_time(scene.parse.tokens, clause.verb.head + 1)  # "agreed on Monday to" is no "agree on"
    particle = scene.parse.tokens.lowers[at : at + 1]
    if scene.parse.tokens.lowers[at : at + 2] in (["on", "time"], ["on", "schedule"]):
        return False
    if not _PARTICLES.intersection(particle):
        return False
    key = f"{clause.verb.lemma} {particle[0]}"
    return key in index.verbs or key in scene.vocabulary.cue("phrasal_verbs")


def _match(scene: Scene, clause: Clause, told: tuple[EventType, Frame], words: tuple[str, int]) -> Candidate | None:
    (row, frame), (key, stop) = told, words
    themes = _themes(scene, clause, frame, key)
    about = tuple(k for k in themes if is_about(scene, k, frame.about)) if frame.about else ()
    if not _fits(scene, clause, frame, themes, about):
        return None
    first = clause.verb.head
    last = _light_stop(scene, about, first, stop) if about and not frame.apart else stop
    opened = about or (clause.subject if set(frame.subject) - {*ACTING, "there"} else ())
    begin = _subject_start(scene, clause, opened, first) if last == stop else first
    if clause.relation == "reduced" and row.doer == "mediator":
        begin = first  # "talks hosted by Oman" tells of the talks besides
    lasting = frame.complement == "occurrence" and clause.verb.lemma not in _STARTING
    if begin == first and lasting and len(clause.subject) == 1:
        # The verb says only that it is: of "negotiations between A and B, … , have been under way" the noun tells it.
        begin = first = scene.chunk(clause.subject[0]).head
        last = _noun_stop(scene, clause.subject[0])
    return Candidate(
        row=row,
        frame=frame,
        rule=f"verb:{key}",
        score=_score(frame, key),
        first=first,
        stop=last,
        begin=begin,
        clause=clause,
        themes=about or themes,
    )


def _score(frame: Frame, key: str) -> float:
    """How specific a frame is: the more had to fit, the surer the reading."""
    complement = 2.0 if frame.complement in _TURNING else 1.2 if frame.complement.startswith("to ") else 0.0
    complement = complement or 0.4 * bool(frame.complement)
    conditions = 1.0 * bool(frame.about) + 0.3 * bool(frame.prepositions) + 0.6 * bool(frame.subject)
    return 1.0 + 0.5 * key.count(" ") + conditions + complement


def _stands(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether a verb has the preposition, complement and subject of a frame: asked first."""
    if frame.prepositions:
        for phrase in clause.phrases:
            if phrase.preposition in frame.prepositions:
                break
        else:
            return False
    if frame.complement and not fits_complement(scene, clause, frame.complement):
        return False
    return not frame.subject or fits_subject(scene, clause, frame.subject)


def _fits(scene: Scene, clause: Clause, frame: Frame, themes: Sequence[int], about: Sequence[int]) -> bool:
    """Whether a verb is about what a frame asks for, with the clues that it needs."""
    if (frame.about and not about) or (frame.unless and _is_excluded(scene, clause, frame, themes)):
        return False
    return all(_meets(scene, clause, need, about) for need in frame.needs)


def _meets(scene: Scene, clause: Clause, need: str, about: Sequence[int]) -> bool:
    """Whether a verb has the clue that its frame needs: an object, or a time beside it."""
    if need == "object":
        return clause.verb.passive or _has_object(scene, clause, about)
    return is_dated(scene, clause.chunk)


def _has_object(scene: Scene, clause: Clause, about: Sequence[int]) -> bool:
    """Whether a noun completes a light verb: "hold talks", neither its subject nor a mere "they"."""
    return any(k not in clause.subject and scene.parse.tokens.tags[scene.chunk(k).head] != "PRON" for k in about)


def _is_excluded(scene: Scene, clause: Clause, frame: Frame, themes: Sequence[int]) -> bool:
    if any(KINDS[name](scene, k) for name in frame.unless if name in KINDS for k in themes):
        return True
    if any(scene.is_in(word, frame.unless) for k in themes for word in scene.themes(k)):
        return True
    governed = (child for child in scene.children(clause.number) if child.relation == "infinitive")
    named = [name for name in frame.unless if not name.endswith("_nouns")]
    return any(scene.is_in(child.verb.lemma, named) and not _is_dealing(scene, child) for child in governed)


def _is_dealing(scene: Scene, clause: Clause) -> bool:
    """Whether a verb is none of comment: "refused to speak with the rebels", "refused to give its consent"."""
    if clause.verb.lemma == "give" and clause.objects:
        return not any(scene.is_in(scene.head(k), ("comment_nouns",)) for k in clause.objects)
    return any(p.preposition in {"to", "with"} and any(is_side(scene, k) for k in p.nouns) for p in clause.phrases)


def _themes(scene: Scene, clause: Clause, frame: Frame, key: str) -> tuple[int, ...]:
    """The noun phrases that a verb is about: object, passive or only subject, or behind its preposition."""
    wanted = frame.prepositions or ((key.rsplit(maxsplit=1)[-1],) if " " in key else ())
    behind = tuple(n for p in clause.phrases if p.preposition in wanted for n in p.nouns)
    if behind or frame.prepositions:
        return behind
    if clause.verb.passive:  # "was given access": an object may stand behind a passive
        return (*clause.subject, *_held(scene, clause), *clause.objects) if frame.about else clause.subject
    if clause.objects:
        return clause.objects
    found = _completing(scene, clause) if " " in key else ()
    return found or (() if _DOING.intersection((*frame.about, *frame.subject)) else clause.subject)


def _held(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The noun phrases that a participle may qualify besides: "a declaration of principles signed in Juba"."""
    if clause.relation != "reduced" or len(clause.subject) != 1:
        return ()
    first = clause.subject[0]
    near = [n for word, nouns in scene.after_noun(first)[:2] if word == "of" for n in nouns]
    if scene.kind(first - 2) == "NP" and scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word == "of":
        near.append(first - 2)
    return tuple(n for n in near if scene.is_in(scene.head(n), ("accord_nouns",)))


def _completing(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The noun that completes a verb with its particle: "walked out of the talks"."""
    if not clause.phrases:
        return ()
    phrase = clause.phrases[0]
    near = scene.chunk(phrase.chunk).first < clause.verb.head + 4
    return phrase.nouns if near and phrase.preposition in _COMPLETING else ()


def is_about(scene: Scene, k: int, about: Sequence[str]) -> bool:
    """Whether a noun phrase is one of words, word lists, or kinds of KINDS: "actor", "place" ..."""
    if not KINDS.keys().isdisjoint(about) and any(KINDS[name](scene, k) for name in about if name in KINDS):
        return True
    if _is_recess(scene, k):
        return _RECESS in about
    return not scene.meant_words(k).isdisjoint(scene.vocabulary.listed(tuple(about)))


def _is_place(scene: Scene, k: int) -> bool:
    return any(name.place for name in scene.names_at(k))


def _is_new_truce(scene: Scene, k: int) -> bool:
    """Whether a truce is spoken of that is not known yet: "a ceasefire", no "the ceasefire"."""
    known = scene.parse.tokens.lowers[scene.chunk(k).first] in _KNOWN
    return not known and scene.is_in(scene.head(k), ("truce_nouns",))


KINDS: Final[Mapping[str, Callable[[Scene, int], bool]]] = {
    "actor": lambda scene, k: bool(scene.actors(k)) or is_proper(scene, k),
    "side": is_side,
    "of sides": is_of_sides,
    "place": _is_place,
    "spot": lambda scene, k: _is_place(scene, k) or is_proper(scene, k),
    "a truce": _is_new_truce,
    "outside force": is_outside_force,
}
"""What a verb may have to be about, besides the words of a list."""


def _is_recess(scene: Scene, k: int) -> bool:
    """Whether a stop is one of talks, and none of fighting: "a pause in the negotiations"."""
    if not scene.is_in(scene.head(k), ("truce_nouns", "recess_nouns")):
        return False
    behind = [n for word, nouns in scene.after_noun(k)[:1] if word in {"in", "of", "to"} for n in nouns]
    return any(scene.is_in(scene.head(n), ("talks_nouns",)) for n in behind)


def _light_stop(scene: Scene, about: Sequence[int], first: int, stop: int) -> int:
    """Where a verb with its noun ends: "issued a stern warning", if that is short enough for a trigger."""
    tokens, heads = scene.parse.tokens, [scene.chunk(about[0]).head]
    for word, nouns in scene.after_noun(about[0])[:1]:
        if word == "of" and len(scene.themes(about[0])) > 1:
            heads.insert(0, scene.chunk(nouns[0]).head)  # "a new round of talks"
    for head in heads:
        if first <= head < first + _NEAR and tokens.stops[head] - tokens.starts[first] <= _LONGEST:
            return head + 1
    return stop


def _noun_stop(scene: Scene, k: int) -> int:
    """Where a noun ends that is counted by another: "another round of talks"."""
    for word, nouns in scene.after_noun(k)[:1]:
        if word == "of" and len(scene.themes(k)) > 1:
            return scene.chunk(nouns[0]).head + 1
    return scene.chunk(k).head + 1


def _subject_start(scene: Scene, clause: Clause, about: Sequence[int], first: int) -> int:
    """Where a trigger starts that is a noun and what it does: "talks broke down", "the truce was announced"."""
    if len(clause.subject) != 1 or clause.subject[0] not in about:
        return first
    if clause.relation == "reduced" and clause.subject[0] != clause.chunk - 1:
        return first
    tokens, head = scene.parse.tokens, scene.chunk(clause.subject[0]).head
    verbs = any(scene.chunk(k).verb is not None for k in range(clause.subject[0], clause.chunk))
    short = head < first and tokens.stops[first] - tokens.starts[head] <= _LONGEST
    return head if short and not verbs else first
