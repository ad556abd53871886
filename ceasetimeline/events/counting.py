"""Days that are counted: from another move ("a day after the deal was signed"), up to a term ("within 72 hours")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ceasetimeline.bounds import Interval
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.timing import Timed, counting_words, home_of, time_of_clause, upwards
from ceasetimeline.granularity import Granularity, same_day
from ceasetimeline.meaning import Shift
from ceasetimeline.model import Span, TimeExpression

_OF: Final = re.compile(r"\s{1,9}of\b")
_TERM: Final = re.compile(r"\b(?:within|over|inside|in)\s{1,9}(?:(?:a|the)\s)?(?:next\s|first\s)?\Z", re.IGNORECASE)
_COMING: Final = re.compile(
    r"\b(?:in|over|during|within)\sthe\s(?:coming|next(?:\s(?:few|couple\sof))?)\s"
    r"(?:(?:few|couple\sof|several)\s)?(?:hours|days|weeks|months)\b",
    re.IGNORECASE,
)
_LENGTH: Final = re.compile(r"P(T?)(\d{1,4})([HDWMY])")
_UNITS: Final = {
    "D": Granularity.DAY,
    "W": Granularity.WEEK,
    "M": Granularity.MONTH,
    "Y": Granularity.YEAR,
}
_SOON: Final = re.compile(r"(?:hours?|minutes?)\s{1,9}(?:later|afterwards|after)\b", re.IGNORECASE)
_UNCOUNTED: Final = frozenset({"PTXH", "PTXM"})
_HOURS: Final = 24


def counted_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed], published: int | None) -> Timed | None:
    """The day counted back from what came after it: "The visit comes two days after the talks".

    Counted from the day of the clause in front; where that is told in the present, from publication.
    """
    at, counting = counting_words(scene, candidate) or (0, None)
    if counting is None or not isinstance(counting.meaning, Shift):
        return None
    over = next((clause for clause in reversed(scene.parse.clauses) if clause.chunk < at), None)
    if over is None or counting.meaning.unit is not Granularity.DAY:
        return None
    base, above = None, over
    for above in upwards(scene, over):
        base = base or time_of_clause(scene, above, timed)
    if base is None:
        earlier = (c for c in scene.parse.clauses if c.chunk < over.chunk and c.relation == "main")
        base = next(filter(None, (time_of_clause(scene, c, timed) for c in earlier)), None)
    interval = base.interval if base is not None else None
    if interval is None and published is not None and not (above.verb.past or above.verb.perfect):
        interval = Interval(published, published + 1)
    return Timed(counting, at, "", interval.moved(-counting.meaning.count)) if interval is not None else None


def term(scene: Scene, candidate: Candidate, *, to_come: bool) -> TimeExpression | None:
    """The length of time within which a move is to come: "within 72 hours", "over 60 days".

    Of what has come it speaks only in front ("Within a day they accepted"); behind, it is a term of what was agreed.
    """
    clause = home_of(scene, candidate)
    if clause is None:
        return None
    for time in scene.times:
        if time.type == "DURATION" and _is_term(scene, time):
            inside = (n for phrase in clause.phrases for n in phrase.nouns)
            if to_come and any(scene.chunk_span(n).overlaps(time.span) for n in inside):
                return time
            before_all = (
                not scene.parse.clauses or time.span.start < scene.chunk_span(scene.parse.clauses[0].chunk).start
            )
            if before_all and clause.governor is None and clause.number == 0:
                return time
    return None


def _is_term(scene: Scene, time: TimeExpression) -> bool:
    """Whether a length of time is one in which something is to come, and not one of something: "in years of war"."""
    led = _TERM.search(scene.text, max(0, time.span.start - 24), time.span.start)
    lasting = _OF.match(scene.text, time.span.stop) is not None
    return led is not None and not (lasting and led.group().lower().startswith(("in ", "over ")))


def near_future(scene: Scene, candidate: Candidate) -> Span | None:
    """The words that put a move soon after the telling: "in the coming days", at the head or with its verb."""
    clause = home_of(scene, candidate)
    if clause is None:
        return None
    for match in _COMING.finditer(scene.text, scene.span.start, scene.span.stop):
        span = Span(match.start(), match.end())
        if any(scene.chunk_span(phrase.chunk).overlaps(span) for phrase in clause.phrases):
            return span
        if clause.number == 0 and span.stop <= scene.chunk_span(clause.chunk).start:
            return span
    return None


def last_day(time: TimeExpression, day: int) -> int | None:
    """The last day of a length of time that begins on a day: "72 hours" end on the third day after.

    Uncounted hours end by the next day. None where the text gives no number of days, or one beyond the calendar.
    """
    match = _LENGTH.fullmatch(time.value)
    if time.value in _UNCOUNTED:
        return day + 1
    if match is None or time.type != "DURATION":
        return None
    number = int(match[2])
    if match[1]:
        return day + -(-number // _HOURS) if match[3] == "H" else day
    try:
        return same_day(day, _UNITS[match[3]], number) if match[3] in _UNITS else None
    except ValueError:
        return None


def soon_after(scene: Scene, candidate: Candidate) -> TimeExpression | None:
    """The words that put a move hours after what was told before: "Hours later he accused"."""
    clause = home_of(scene, candidate)
    if clause is None or clause.governor is not None:
        return None
    start = scene.chunk_span(min((*clause.subject, clause.chunk))).start
    times = (time for time in scene.times if scene.span.start <= time.span.start < start)
    return next((time for time in times if _SOON.match(scene.text, time.span.start)), None)
