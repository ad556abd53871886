"""When a move happened, as far as its own article says: what a time phrase and its preposition make of its bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import OPEN, Interval, TimeBounds
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.counting import counted_time, last_day, near_future, soon_after, term
from ceasetimeline.events.discourse import day_before, told_before
from ceasetimeline.events.neighbours import (
    behind_content,
    clause_beside,
    conjunct_time,
    container_time,
    decided_time,
    document_time,
    lasting_time,
    lengthened,
    object_time,
    participle_of_noun,
    participle_time,
    place_time,
    talks_before,
    widened,
)
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.timing import (
    Timed,
    is_declared_not_done,
    is_of_content,
    is_said_to_be_done,
    is_stamp_only,
    main_clause_time,
    own_time,
    report_time,
    timed_phrases,
)
from ceasetimeline.granularity import Granularity, same_day
from ceasetimeline.lexicon import EventType, Frame
from ceasetimeline.model import Evidence, Publication, Realis, Roles, Span

_UNHAPPENED: Final = frozenset({"planned", "demanded", "hypothetical", "conditional"})
_UP_TO: Final = frozenset({"by", "within"})
_WEEK: Final = 7
_YEAR_DAYS: Final = 366
_YEAR: Final = re.compile(r"\d{4}|\byear\b", re.IGNORECASE)


@attrs.frozen
class Dating:
    """Bounds of a move, the evidence for them, the time expression that gave them, and a corrected realis."""

    bounds: TimeBounds
    because: tuple[Evidence, ...] = ()
    time: str | None = None
    realis: Realis = "actual"


@attrs.frozen(eq=False)
class _Told:
    """What is being dated: a candidate in its sentence, as it was understood."""

    scene: Scene
    candidate: Candidate
    realis: Realis
    roles: Roles
    publication: Publication

    def words(self, rule: str) -> Evidence:
        """The trigger itself as evidence."""
        span = self.scene.parse.tokens.span(self.candidate.first, self.candidate.stop)
        quote = self.scene.text[span.start : span.stop]
        return Evidence(article=self.scene.article, span=span, quote=quote, rule=rule)


def date_mention(
    scene: Scene, candidate: Candidate, realis: Realis, roles: Roles, publication: Publication
) -> Dating:
    """The bounds of a move: by its own phrase, by the phrase of its report, or by publication alone."""
    told = _Told(scene, candidate, realis, roles, publication)
    timed = timed_phrases(scene)
    saying, report = report_time(scene, candidate, timed)
    stamp = next((t for t in timed if is_stamp_only(scene, candidate, t.time)), None)
    if stamp is not None:
        timed, report = [t for t in timed if t is not stamp], report or stamp
    apart = [t for t in timed if realis != "actual" or not is_of_content(scene, candidate, t)]
    own = own_time(scene, candidate, apart) or (None if candidate.row.spoken else own_time(scene, candidate, timed))
    timed = apart
    if own is not None and realis == "demanded" and report is None and _is_over(own, publication):
        own = None  # nobody asks for what is past: "before the war that broke out last Friday"
    if own is not None:
        stretch = lengthened(scene, candidate, widened(scene, _behind(told, _ahead(told, own)), timed), timed)
        dating = _by_phrase(told, stretch, "own-phrase")
        return _not_before(told, dating, report) if own.preposition in _UP_TO else dating
    counted = _in_term(told, report)
    if counted is not None:
        return counted
    if report is not None and is_said_to_be_done(scene, candidate, saying, roles, realis):
        return _by_phrase(told, attrs.evolve(report, preposition=""), "day-of-saying")
    if report is not None and is_declared_not_done(scene, candidate, saying, realis):
        return _by_phrase(told, attrs.evolve(report, preposition=""), "day-of-saying")
    return _undated(told, timed, report) if realis == "actual" else _to_come(told, timed)


def date_span(
    scene: Scene, span: Span, row: EventType, told: tuple[Realis, Roles], publication: Publication
) -> Dating | None:
    """The bounds of a move that the words of ``span`` tell; None where they hold neither verb nor noun."""
    tokens, chunks = scene.parse.tokens, scene.parse.chunks
    inside = [i for i in range(len(tokens)) if tokens.starts[i] < span.stop and span.start < tokens.stops[i]]
    if not inside:
        return None
    first, stop = inside[0], inside[-1] + 1
    within = [k for k, chunk in enumerate(chunks) if chunk.first < stop and first < chunk.stop]
    clause = next((c for c in scene.parse.clauses if c.chunk in within and first <= c.verb.head < stop), None)
    noun = next((k for k in within if chunks[k].kind == "NP"), None) if clause is None else None
    if clause is None and noun is None:
        return None
    candidate = Candidate(
        row=row, frame=Frame(), rule="given", score=1.0, first=first, stop=stop, begin=first, clause=clause, noun=noun
    )
    return date_mention(scene, candidate, *told, publication)


Rule = Callable[[Scene, Candidate, Sequence[Timed]], Timed | None]
_BESIDE: Final[tuple[tuple[Rule, str], ...]] = (
    (main_clause_time, "main-clause-phrase"),
    (lasting_time, "days-up-to"),
    (behind_content, "behind-content"),
    (conjunct_time, "verb-before"),
    (clause_beside, "clause-of-time"),
    (participle_time, "participle-of"),
    (place_time, "at-talks"),
    (talks_before, "after-talks"),
    (participle_of_noun, "talks-of"),
    (decided_time, "day-of-decision"),
    (object_time, "own-gerund"),
    (document_time, "day-of-text"),
)
"""Where the words beside a move tell its day, the surest first."""


def _undated(told: _Told, timed: Sequence[Timed], report: Timed | None) -> Dating:
    """Bounds of what has happened, where no phrase is its own."""
    scene, candidate, publication = told.scene, told.candidate, told.publication
    for found, rule in (
        (counted_time(scene, candidate, timed, publication.day), "counted-from"),
        (container_time(scene, candidate, timed), "told-since"),
    ):
        if found is not None:
            return _by_phrase(told, found, rule)
    for read, rule in _BESIDE:
        beside = read(scene, candidate, timed)
        if beside is not None and (read is not behind_content or _has_been(beside, publication)):
            return _by_phrase(told, _behind(told, attrs.evolve(beside, preposition="")), rule)
    if report is not None:
        bounds = TimeBounds.until(report.interval.last)
        return Dating(_capped(bounds, publication), (_evidence(told, report, "report-phrase"),))
    before = told_before(scene, candidate, (told.roles, told.realis), publication.bounds[1])
    if before is not None:
        return Dating(_capped(TimeBounds.within(before[0]), publication), (before[1],))
    return _by_publication(told)


_AHEAD: Final[Mapping[str, tuple[tuple[Rule, str], ...]]] = {
    "planned": ((behind_content, "behind-content"),),
    "denied": ((participle_time, "participle-of"),),
}
"""Where the words beside a move that did not happen, or has yet to, tell its day."""


def _to_come(told: _Told, timed: Sequence[Timed]) -> Dating:
    """Bounds of what has not happened: open, or from publication on where it is near: "in the coming days"."""
    for read, rule in _AHEAD.get(told.realis, ()):
        beside = read(told.scene, told.candidate, timed)
        if beside is not None:
            return _by_phrase(told, _ahead(told, attrs.evolve(beside, preposition="")), rule)
    earliest = told.publication.bounds[0]
    near = near_future(told.scene, told.candidate) if told.realis == "planned" and earliest is not None else None
    if near is None or earliest is None:
        return Dating(OPEN, realis=told.realis)
    words = Evidence(
        article=told.scene.article, span=near, quote=told.scene.text[near.start : near.stop], rule="soon"
    )
    return Dating(TimeBounds.since(earliest), (words,), realis=told.realis)


def _had_been_planned(told: _Told) -> bool:
    """Whether a plan is told as an old one: "had been expected to begin this summer"."""
    clause, clauses = told.candidate.clause, told.scene.parse.clauses
    while clause is not None and clause.governor is not None and clause.governor < clause.number:
        clause = clauses[clause.governor]
        if clause.verb.perfect and clause.verb.past:
            return True
    return False


def _is_over(timed: Timed, publication: Publication) -> bool:
    """Whether days were over when a text appeared."""
    earliest = publication.bounds[0]
    return earliest is not None and timed.interval.last < earliest


def _has_been(timed: Timed, publication: Publication) -> bool:
    """Whether days are over: a day still to come that stands with what a deal is about belongs to that."""
    published = publication.bounds[1]
    return published is not None and timed.interval.last <= published


def _in_term(told: _Told, report: Timed | None) -> Dating | None:
    """Bounds of a move that a text gives a length of time, or puts hours after what it told before.

    What is to come counts from the day of the deal whose term it is, else from the day of its telling.
    """
    scene, candidate = told.scene, told.candidate
    to_come = told.realis in _UNHAPPENED
    time = term(scene, candidate, to_come=to_come)
    if time is None and told.realis == "actual":
        time = soon_after(scene, candidate)
    if time is None:
        return None
    base, because = _start_of_term(told, report) if to_come else _told_last(told)
    end = last_day(time, base.last) if base is not None else None
    if base is None or end is None:
        return None
    bounds = TimeBounds.within(Interval(base.start, end + 1))
    bounds = bounds if to_come else _capped(bounds, told.publication)
    own = Evidence(article=scene.article, span=time.span, quote=time.text, rule="within-term")
    return Dating(bounds, (own, *because), time.id or None, told.realis)


def _start_of_term(told: _Told, report: Timed | None) -> tuple[Interval | None, tuple[Evidence, ...]]:
    settled, (earliest, latest) = told.scene.memory.settled, told.publication.bounds
    if report is not None and len(report.interval) == 1:
        return report.interval, (_evidence(told, report, "day-of-telling"),)
    if settled is not None and settled.interval is not None and settled.because is not None:
        return settled.interval, (attrs.evolve(settled.because, rule="day-of-deal"),)
    return (None if earliest is None or latest is None else Interval(earliest, latest + 1)), ()


def _told_last(told: _Told) -> tuple[Interval | None, tuple[Evidence, ...]]:
    act = day_before(told.scene)
    if act is None or act.interval is None or act.because is None:
        return None, ()
    return act.interval, (attrs.evolve(act.because, rule="counted-on"),)


def _not_before(told: _Told, dating: Dating, report: Timed | None) -> Dating:
    """What is still to come by a day comes after its telling: "said on Friday a truce was possible by next week"."""
    base, because = _start_of_term(told, report)
    to_come = dating.realis in _UNHAPPENED and dating.bounds.earliest_start is None
    if base is None or not to_come or dating.bounds.latest_end is None or dating.bounds.latest_end < base.last:
        return dating
    bounds = dating.bounds.intersection(TimeBounds.since(base.start))
    return attrs.evolve(dating, bounds=bounds, because=(*dating.because, *because)) if bounds is not None else dating


def _evidence(told: _Told, timed: Timed, rule: str) -> Evidence:
    return Evidence(article=told.scene.article, span=timed.time.span, quote=timed.time.text, rule=rule)


def _by_phrase(told: _Told, timed: Timed, rule: str) -> Dating:
    """Bounds from a phrase; what is told as done but lies after publication is planned ("talks resume Thursday")."""
    if timed.preposition == "from" and told.realis in _UNHAPPENED and told.candidate.row.group == "settle":
        timed = attrs.evolve(timed, preposition="")  # "a truce from 23 December" begins on that day
    bounds, realis = _bounded(timed, told.realis), told.realis
    earliest, latest = told.publication.bounds
    coming = realis == "planned" and not _had_been_planned(told)
    if coming and earliest is not None and timed.interval.start < earliest <= timed.interval.last:
        bounds = bounds.intersection(TimeBounds.since(earliest)) or bounds  # "will meet this month"
    ahead = (
        latest is not None and timed.interval.start > latest and timed.preposition not in {"until", "by", "before"}
    )
    if realis == "actual" and ahead:
        realis = "planned"
    elif realis == "actual":
        bounds = _capped(bounds, told.publication)
    named = f"{rule}:{timed.preposition}" if timed.preposition else rule
    return Dating(bounds, (_evidence(told, timed, named),), timed.time.id or None, realis)


def _ahead(told: _Told, timed: Timed) -> Timed:
    """A bare weekday of something still to come is the next one, unless its verb is past ("was due to meet")."""
    earliest = told.publication.bounds[0]
    to_come = told.realis in _UNHAPPENED or told.realis == "denied"
    if not to_come or earliest is None or timed.past or timed.time.rule != "weekday":
        return timed
    if told.realis == "denied" and not _is_to_come(told):
        return timed  # "did not meet on Friday", "did not bring about Friday's truce"
    behind = timed.interval.stop <= earliest <= timed.interval.start + _WEEK
    return attrs.evolve(timed, interval=timed.interval.moved(_WEEK)) if behind else timed


def _behind(told: _Told, timed: Timed) -> Timed:
    """A day without week or year is the last such one where the verb is past: "extended on 2 August", told in May."""
    latest = told.publication.bounds[1]
    if (
        told.realis not in {"actual", "denied"}
        or latest is None
        or timed.interval.start <= latest
        or not (_is_past(told) or (told.realis == "denied" and not _is_to_come(told)))
    ):
        return timed
    if timed.time.rule == "weekday":
        return attrs.evolve(timed, interval=timed.interval.moved(-_WEEK))
    if (
        timed.interval.start > latest + _YEAR_DAYS
        or timed.time.granularity not in {Granularity.DAY, Granularity.MONTH}
        or _YEAR.search(timed.time.text)
    ):
        return timed
    return attrs.evolve(
        timed,
        interval=Interval(
            *(same_day(day, Granularity.YEAR, -1) for day in (timed.interval.start, timed.interval.stop))
        ),
    )


def _is_to_come(told: _Told) -> bool:
    """Whether the verb of a move says that it lies ahead: "will not attend on Friday"."""
    clause = told.candidate.clause
    return clause is not None and bool(clause.verb.modal) and not clause.verb.perfect


def _is_past(told: _Told) -> bool:
    """Whether the verb of a move, or a participle, puts it behind the speaker."""
    clause = told.candidate.clause
    if clause is None:
        return False
    verb = clause.verb
    if clause.relation in {"infinitive", "gerund"} and told.realis == "actual":
        return True  # "agreed to stop fighting in January"
    return verb.past or verb.perfect or (clause.relation == "reduced" and verb.passive)


def _bounded(timed: Timed, realis: Realis) -> TimeBounds:
    """What a preposition makes of a stretch of days."""
    interval, word = timed.interval, timed.preposition
    if word in {"since", "from"} and realis == "actual":
        return TimeBounds(earliest_start=interval.start, latest_start=interval.last, earliest_end=interval.start)
    if word in {"after", "from", "since"} or (word in {"until", "till"} and realis != "actual"):
        return TimeBounds.since(interval.start)  # "not until Friday": no sooner
    if word in {"by", "until", "till"}:
        return TimeBounds.until(interval.last)
    return TimeBounds.until(interval.start - 1) if word in {"before", "ahead of"} else TimeBounds.within(interval)


def _capped(bounds: TimeBounds, publication: Publication) -> TimeBounds:
    """What happened was over by the day of publication."""
    latest = publication.bounds[1]
    if latest is None:
        return bounds
    return bounds.intersection(TimeBounds.until(latest)) or bounds


def _by_publication(told: _Told) -> Dating:
    """Over by publication; on its day, where the text is the act itself."""
    earliest, latest = told.publication.bounds
    if latest is None:
        return Dating(OPEN)
    if earliest is not None and _is_act_itself(told):
        return Dating(TimeBounds.within(Interval(earliest, latest + 1)), (told.words("performative"),))
    return Dating(TimeBounds.until(latest), (told.words("before-publication"),))


def _is_act_itself(told: _Told) -> bool:
    """Whether the text is the act: "We call on the parties to stop"."""
    clause = told.candidate.clause
    if clause is None or not clause.subject or clause.relation != "main" or not told.candidate.row.spoken:
        return False
    present = not (clause.verb.past or clause.verb.perfect or clause.verb.progressive)
    return present and told.scene.lowers(clause.subject[0]) in (["we"], ["i"])
