"""What an article has told so far, for moves that are told on: "He also urged ...", "the talks", a second report."""

from __future__ import annotations

from typing import Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.memory import Act, Saying
from ceasetimeline.events.neighbours import talks_at
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.timing import time_of_clause, timed_phrases
from ceasetimeline.model import Evidence, Realis, Roles

_PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
_DEFINITE: Final = frozenset({"the", "these", "those"})
_BRIEF: Final = 10  # days; of longer talks each round has days of its own
_BESIDE: Final = 2  # sentences
_SURE: Final = 2  # days; a longer stretch is no day to count from
_OF_DEALS: Final = ("truce_nouns", "accord_nouns")
_REACH: Final = 3  # sentences; what was told longer ago is no longer "the talks"


def told_before(
    scene: Scene, candidate: Candidate, told: tuple[Roles, Realis], published: int | None
) -> tuple[Interval, Evidence] | None:
    """The days of an earlier sentence that an undated move takes over, with the words that gave them.

    So do the same speaker's next words ("He also urged"), a second report of one move, and talks named again.
    """
    roles, realis = told
    if realis != "actual" or any(time.interval is not None for time in scene.times):
        return None
    placed = _at_talks_told(scene, candidate)
    if placed is not None:
        return placed
    doers, said = set(roles.acting), scene.memory.said
    speaks_on = candidate.row.spoken and _has_pronoun(scene, candidate)
    if said is not None and speaks_on and said.number == scene.memory.number - 1 and doers.intersection(said.names):
        return said.interval, attrs.evolve(said.because, rule="sentence-before")
    for act in reversed(scene.memory.acts):
        back = scene.memory.number - act.number
        if not 1 <= back <= _REACH or act.because is None or act.interval is None:
            continue
        shared = doers & set(act.names)
        goes_on = back == 1 and bool(shared) and act.spoken and speaks_on
        goes_on = goes_on or (back == 1 and doers == set(act.names) and _speaks_on(candidate, act))
        brief = len(act.interval) <= _BRIEF
        again = back == 1 and bool(shared) and act.type == candidate.row.name and brief
        named = (
            brief
            and act.group == candidate.row.group == "talk"
            and (is_named_again(scene, candidate) or (back == 1 and _is_pronoun_of_talks(scene, candidate)))
        )
        if goes_on or again or named:
            return act.interval, attrs.evolve(act.because, rule="sentence-before")
    return _day_of_news(scene, candidate, published)


def _day_of_news(scene: Scene, candidate: Candidate, published: int | None) -> tuple[Interval, Evidence] | None:
    """The day of the news, for who speaks in the plain past beside it: "They met on Sunday. Norway urged calm"."""
    clause, act = candidate.clause, day_before(scene)
    if clause is None or act is None or act.interval is None or act.because is None or published is None:
        return None
    plain = clause.verb.past and not clause.verb.perfect and clause.relation == "main"
    fresh = published - 1 <= act.interval.last and scene.memory.number - act.number <= _BESIDE
    if not (plain and fresh and candidate.row.spoken) or candidate.row.group == "settle":
        return None
    return act.interval, attrs.evolve(act.because, rule="day-of-news")


def _at_talks_told(scene: Scene, candidate: Candidate) -> tuple[Interval, Evidence] | None:
    """The days of talks told before, for what was done at them: "During the fifth round, negotiators handed over"."""
    talks, clause = scene.memory.talks, candidate.clause
    if talks is None or talks.interval is None or talks.because is None or clause is None:
        return None
    known = any(scene.lowers(k)[0] in _DEFINITE for k in talks_at(scene, clause))
    return (talks.interval, attrs.evolve(talks.because, rule="at-talks")) if known else None


def _is_pronoun_of_talks(scene: Scene, candidate: Candidate) -> bool:
    """Whether a move is told of talks by a pronoun: "They have been facilitated by"."""
    themes = {word for k in candidate.themes for word in scene.lowers(k)}
    return not themes.isdisjoint(_PRONOUNS) and scene.memory.topic in scene.vocabulary.cue("talks_nouns")


def note_saying(scene: Scene) -> Saying | None:
    """Who says something in a sentence on what day."""
    timed = timed_phrases(scene)
    for clause in scene.parse.clauses if timed else ():
        if clause.relation == "main" and clause.verb.lemma in scene.vocabulary.cue("reporting"):
            people = scene.group_actors(clause.subject)
            time = time_of_clause(scene, clause, timed) if people else None
            if time is not None and time.preposition in {"", "on"}:
                words = Evidence(article=scene.article, span=time.time.span, quote=time.time.text, rule="said")
                names = tuple(person.name for person in people)
                return Saying(scene.memory.number, names, time.interval, words)
    return None


def _speaks_on(candidate: Candidate, act: Act) -> bool:
    """Whether the same actors go on speaking in the plain past: "They announced a pause. The two called on ...".

    Standing demands are told in the present or the perfect, and are of no day.
    """
    clause = candidate.clause
    if clause is None or clause.verb.passive or not (candidate.row.spoken and act.spoken):
        return False
    return clause.verb.past and not clause.verb.perfect and clause.relation == "main"


def is_settled(act: Act) -> bool:
    """Whether an act is a deal or truce of a sure day, from which its terms may be counted."""
    return act.group == "settle" and act.interval is not None and len(act.interval) <= _SURE


def day_before(scene: Scene) -> Act | None:
    """The act of a sure day that was told last, within reach: what "hours later" counts from."""
    near = (a for a in reversed(scene.memory.acts) if 1 <= scene.memory.number - a.number <= _REACH)
    return next((act for act in near if act.interval is not None and len(act.interval) <= _SURE), None)


def _has_pronoun(scene: Scene, candidate: Candidate) -> bool:
    clause = candidate.clause
    if (
        clause is None
        or not clause.subject
        or clause.verb.perfect
        or not (clause.verb.past or clause.verb.form == "gerund")
    ):
        return False
    return scene.lowers(clause.subject[0])[0] in _PRONOUNS


def is_named_again(scene: Scene, candidate: Candidate) -> bool:
    """Whether a noun takes up what was told before: "the talks", with nobody named beside it."""
    k = candidate.noun if candidate.noun is not None else next(iter(candidate.themes), None)
    if k is None or scene.lowers(k)[0] not in _DEFINITE or scene.is_in(scene.head(k), _OF_DEALS):
        return False  # "the truce, brokered by Oman" is not of the day of the talks
    return scene.chunk(k).head - scene.chunk(k).first <= 1 and not any(
        preposition in {"between", "with"} for preposition, _ in scene.after_noun(k)
    )
