"""Times beside a move's own phrase: a second day, midnight, the first of two verbs, what the deal is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.timing import Timed, clauses_on, telling, time_of_clause, time_over_noun
from ceasetimeline.granularity import Granularity
from ceasetimeline.text.clauses import Clause

_AND: Final = re.compile(r",? and (?:on |in )?(?:the )?|, (?:on |in )?")
_WEEK: Final = 7
_AFTERWARDS: Final = {Granularity.MONTH: 300, Granularity.YEAR: 7300}
_COUNTED: Final = re.compile(
    r"\b(?:after|following|end(?:s|ed|ing)|clos(?:es|ed|ing)|conclud(?:es|ed|ing)|finish(?:es|ed|ing)"
    r"|wrap(?:s|ped|ping) up|w(?:ound|inds?|inding) up|complet(?:es|ed|ing)) (?:the |some |about |their ){0,2}"
    r"(\w{1,8}) (day|hour)s of (?:[\w-]{1,20} ){0,2}[\w-]{1,20}$",
    re.IGNORECASE,
)
_NEAR: Final = 70  # letters
_NUMBERS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_LONG: Final = 100  # days; longer talks are no longer counted in days
_RIGHT_AFTER: Final = frozenset({"after", "following"})
_DAY: Final = 2
_PLAIN: Final = frozenset({"", "on"})
_JOINS: Final = frozenset({"and", "but", "while"})
_AT: Final = frozenset({"at", "during"})
_SEEING: Final = frozenset({"see", "witness", "bring"})
_STARTING: Final = frozenset({"begin", "start", "take", "come", "enter"})
_DECIDING: Final = frozenset({"decide", "vote", "resolve", "choose", "opt"})
_AT_ONCE: Final = frozenset({"when", "as"})
_MIDNIGHT: Final = re.compile(r"\bmidnight\b(?!.{0,20}\b(?:until|to)\b)", re.IGNORECASE)


def widened(scene: Scene, own: Timed, timed: Sequence[Timed]) -> Timed:
    """A time with what belongs to it: "on Wednesday and Thursday" are two days; midnight lies between two."""
    start, stop = own.time.span.start, own.time.span.stop
    if _MIDNIGHT.search(scene.text, max(0, start - 13), stop) and len(own.interval) == 1:
        return attrs.evolve(own, interval=Interval(own.interval.start, own.interval.stop + 1))
    interval = own.interval
    for other in timed:
        begin = other.time.span.start
        joined = begin > stop and bool(_AND.fullmatch(scene.text, stop, begin))
        if joined and own.time.granularity is other.time.granularity and _is_soon(own, interval, other.interval):
            interval, stop = interval.hull(other.interval), other.time.span.stop
    return attrs.evolve(own, interval=interval) if interval is not own.interval else own


def _is_soon(own: Timed, before: Interval, after: Interval) -> bool:
    """Whether a stretch goes on from one before it: days of one week, months of one year, years."""
    unit = own.time.granularity
    reach = _AFTERWARDS.get(unit, _WEEK) if unit is not None else _WEEK
    return before.stop <= after.start <= before.stop + reach


def lengthened(scene: Scene, candidate: Candidate, own: Timed, timed: Sequence[Timed]) -> Timed:
    """The days that talks took up to their end: "wound up two days of talks on Saturday" are Friday and Saturday."""
    named = (*candidate.themes, *((candidate.noun,) if candidate.noun is not None else ()))
    counted = (n for k in named for word, nouns in scene.after_noun(k)[:1] if word == "of" for n in nouns)
    for k in (*named, *counted) if candidate.row.group == "talk" else ():
        found = _lasting(scene, k, timed)
        if found is not None and found.time is own.time and len(found.interval) > len(own.interval):
            return found
    return own


def conjunct_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the verb before: "met on Sunday and called for a truce", "A signed on Monday, but B declined".

    A second subject needs a plain past on both sides; an auxiliary is shared by one subject only ("had met on Sunday
    and called for a truce").
    """
    clause = candidate.clause
    if clause is None or clause.relation == "infinitive" or clause.verb.perfect or not clause.verb.past:
        return None
    for first in reversed(scene.parse.clauses[: clause.number]):
        if first.relation != clause.relation or first.governor != clause.governor:
            continue
        shared = bool(clause.subject) and first.subject == clause.subject
        if not first.verb.past or (first.verb.perfect and not shared) or not _is_joined(scene, clause, first):
            return None
        found = time_of_clause(scene, first, timed)
        if found is not None:
            return found if found.preposition in _PLAIN else None
    return None


def _is_joined(scene: Scene, clause: Clause, first: Clause) -> bool:
    """Whether "and" or "but" stands before a clause that goes on from another."""
    begin = min((*clause.subject, clause.chunk)) if clause.subject != first.subject else clause.chunk
    return begin > 0 and scene.words(begin - 1).lower() in _JOINS and first.chunk < begin


def participle_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the verb that a participle goes with: "ended the exchange on Sunday, each side freeing 300"."""
    clause = candidate.clause
    if clause is not None and clause.relation == "infinitive" and clause.governor is not None:
        clause = scene.parse.clauses[clause.governor]  # "with a delegation failing to arrive"
    if clause is None or clause.relation not in {"reduced", "gerund"} or clause.governor is None:
        return None
    if clause.verb.passive or clause.verb.form != "gerund" or clause.marker not in {"", "with"}:
        return None
    above = scene.parse.clauses[clause.governor]
    found = next(filter(None, (time_of_clause(scene, c, timed) for c in telling(scene, above.number))), None)
    return found if found is not None and found.preposition in _PLAIN | {"in"} else None


def place_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the talks at which something was done: "at talks held in Kunming in May the two sides agreed"."""
    clause = candidate.clause
    if clause is None:
        return None
    for k in talks_at(scene, clause):
        found = (time_of_clause(scene, inner, timed) for inner in clauses_on(scene, k))
        time = next(filter(None, found), None) or _behind_noun(scene, k, timed)
        if time is not None:
            return time
    return None


def _behind_noun(scene: Scene, k: int, timed: Sequence[Timed]) -> Timed | None:
    """The time right behind talks: "during talks on Monday"."""
    at = k + 2 if scene.kind(k + 1) == "PREP" else k + 1
    return next((t for t in timed if t.chunk == at and scene.kind(at) == "TIME"), None)


def talks_at(scene: Scene, clause: Clause) -> list[int]:
    """The talks that a clause places something at: "at talks", "During the fifth round, negotiators said"."""
    talks = scene.vocabulary.cue("talks_nouns")
    places = [n for phrase in clause.phrases if phrase.preposition in _AT for n in phrase.nouns]
    if clause.governor is None and scene.chunk(0).word.lower() in _AT and scene.kind(1) == "NP":
        places.append(1)
    return [n for n in places if scene.head(n) in talks]


def talks_before(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The day of what was done right after talks: "said on Monday after talks with", "spoke after meeting".

    Of days or rounds of talks, and of talks told in the past perfect, it is only the last or none.
    """
    if candidate.row.group != "talk":
        return None
    clause, k = candidate.clause, candidate.noun
    if clause is not None and clause.relation == "gerund" and clause.governor is not None:
        if clause.marker not in _RIGHT_AFTER or clause.verb.perfect:
            return None
        over = scene.parse.clauses[clause.governor]
    elif k is not None:
        first = scene.parse.groups[k][0] if k in scene.parse.groups else k
        before = (c for c in reversed(scene.parse.clauses) if c.chunk < first)
        over_noun = scene.clause_of_chunk(k) or next(before, None)
        if over_noun is None or first < 1 or scene.chunk(first - 1).word not in _RIGHT_AFTER:
            return None
        over = over_noun
    else:
        return None
    found = next(filter(None, (time_of_clause(scene, c, timed) for c in telling(scene, over.number))), None)
    return found if found is not None and found.preposition in _PLAIN and len(found.interval) <= _DAY else None


def container_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """Since when something has brought what happened: "The pause that began on Friday has seen hostages freed"."""
    begin = candidate.first
    for clause in scene.parse.clauses:
        seen = clause.verb.lemma in _SEEING and clause.verb.perfect and scene.chunk(clause.chunk).first < begin
        inner = scene.parse.clauses[clause.number - 1] if seen and clause.number else None
        if inner is None or inner.relation != "relative" or inner.verb.lemma not in _STARTING:
            continue
        found = time_of_clause(scene, inner, timed)
        if found is not None:
            return attrs.evolve(found, preposition="since")
    return None


def participle_of_noun(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the talks or the deal that a participle belongs to: "talks brokered by China and held in May"."""
    clause = candidate.clause
    if clause is None or clause.relation != "reduced" or clause.noun is None or not clause.verb.passive:
        return None
    if scene.head(clause.noun) not in scene.vocabulary.cue("talks_nouns"):
        return None
    found = (time_of_clause(scene, inner, timed) for inner in clauses_on(scene, clause.noun))
    own = next(filter(None, found), None) or time_over_noun(scene, clause.noun, timed)
    return own or _lasting(scene, clause.noun, timed)


def decided_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the decision that is the move: "decided on Wednesday to pull out of the truce"."""
    clause = candidate.clause
    if clause is None or clause.relation != "infinitive" or clause.governor is None:
        return None
    above = scene.parse.clauses[clause.governor]
    found = time_of_clause(scene, above, timed) if above.verb.lemma in _DECIDING and above.verb.past else None
    return found if found is not None and found.preposition in _PLAIN else None


def object_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time with the verb's own gerund: "agreed to stop fighting in January"."""
    clause = candidate.clause
    inner = scene.children(clause.number)[:1] if clause is not None else []
    if clause is None or not inner or inner[0].relation != "gerund" or inner[0].marker:
        return None
    found = time_of_clause(scene, inner[0], timed) if inner[0].chunk == clause.chunk + 1 else None
    return found if found is not None and found.preposition in _PLAIN | {"in"} else None


def document_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The day of the text by which something was agreed: "was signed on 28 March, in which the sides agreed"."""
    clause = candidate.clause
    if clause is None or clause.relation != "relative" or clause.marker not in {"which", "where"}:
        return None
    if candidate.row.group not in {"settle", "respond"} or clause.governor is None:
        return None
    first = min((*clause.subject, clause.chunk)) - 1
    inside = clause.marker == "where" or (scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word == "in")
    return time_of_clause(scene, scene.parse.clauses[clause.governor], timed) if inside else None


def clause_beside(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the clause that says when: "collapsed when fighting resumed on 24 August"."""
    clause = candidate.clause
    if clause is None:
        return None
    for inner in scene.children(clause.number):
        if inner.relation == "subordinate" and inner.marker in _AT_ONCE and not inner.verb.perfect:
            found = time_of_clause(scene, inner, timed)
            if found is not None and found.preposition in _PLAIN:
                return found
    return None


def behind_content(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The day behind what a deal is about: "reached an agreement to end the war on Sunday", "mediated by Oman on"."""
    clause = candidate.clause
    told = clause is not None and (clause.verb.past or clause.verb.perfect or bool(clause.verb.modal))
    if clause is None or candidate.row.group != "settle" or not told:
        return None
    for inner in _contents(scene, candidate, clause):
        found = time_of_clause(scene, inner, timed)
        if found is not None and found.preposition in _PLAIN:
            return found
    return None


def _contents(scene: Scene, candidate: Candidate, clause: Clause) -> list[Clause]:
    """The clauses behind a deal that say what it is about, or who brought it about."""
    nouns, brokering = {*candidate.themes, *clause.objects}, scene.vocabulary.cue("bridge_verbs")
    return [
        inner
        for inner in scene.parse.clauses
        if (inner.relation == "infinitive" and (inner.noun in nouns or inner.chunk - 1 in nouns))
        or (inner.relation == "purpose" and inner.governor == clause.number)
        or (inner.relation == "reduced" and inner.noun in nouns and inner.verb.lemma in brokering)
    ]


def lasting_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The days up to an outcome that something took: "after five days of talks the sides signed on Friday"."""
    return _lasting(scene, candidate.noun, timed) if candidate.noun is not None else None


def _lasting(scene: Scene, k: int, timed: Sequence[Timed]) -> Timed | None:
    begin = scene.chunk_span(k).stop
    match = _COUNTED.search(scene.text, max(scene.span.start, begin - _NEAR), begin)
    if match is None:
        return None
    count = _number(match[1].lower()) if match[2].lower() == "day" else 1  # hours of talks may run into the night
    behind = (c for c in scene.parse.clauses if c.relation == "main" and c.chunk > k)
    clause = scene.clause_of_chunk(k) or next(behind, None)
    outcome = time_of_clause(scene, clause, timed) if clause is not None and count else None
    first = scene.parse.clauses[clause.number - 1] if clause is not None and clause.number else None
    if outcome is None and count and first is not None and first.relation == "main" == (clause and clause.relation):
        outcome = time_of_clause(scene, first, timed)  # "agreed on Tuesday, but failed after 17 days of talks to"
    if outcome is None or len(outcome.interval) > 2 or outcome.preposition not in _PLAIN:
        return None
    days = count if match[2].lower() == "day" else 2
    return attrs.evolve(outcome, interval=Interval(outcome.interval.stop - days, outcome.interval.stop))


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word) if int(word) < _LONG else 0
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else 0
