"""Clues to the day on which an undated article was written, from its own words and from dated events.

A clue is hard where the words leave no other reading (the article tells of a dated event as past, or ties a relative
date to an event with its name), soft where writers round or the reading is a guess ("now in its 21st month"). How
clues are weighed against one another, and against other articles, is the work of `ceasetimeline.order.publication`.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, Interval, iso
from ceasetimeline.granularity import MONDAY_WEEKS, Calendar, Granularity, same_day
from ceasetimeline.lexicon import NamedDay
from ceasetimeline.meaning import Meaning, Month, Named, PartOfDay, Reference, Weekday
from ceasetimeline.model import Article, Clue, Evidence, Span, TimeExpression
from ceasetimeline.timex.naming import Wording, may_tell, mentioned, told_with
from ceasetimeline.timex.nearest import Unplaced
from ceasetimeline.timex.place import place
from ceasetimeline.timex.recognize import references
from ceasetimeline.timex.rules.words import ONES, ORDINALS, TENS, UNITS

REACH: Final = 12 * 366
"""How many days after an event a relative date that names it is still tried ("ten years ago")."""

BESIDE: Final = 400
"""How many characters on either side of a time may tell its tense."""
NEAR: Final = 250
"""How many characters may lie between two weekdays that the text puts in order."""

_VAST: Final = frozenset({Granularity.DECADE, Granularity.CENTURY})
EVERY_DAY: Final = frozenset(range(1, 8))
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|went|came|began|broke|fell|held|hit|kept|killed|led|left|lost|made|met|put|ran|said|saw"
    r"|sent|set off|shot|signed|spoke|stood|struck|took|told|won|[a-z]{2,20}ed)\b"
)
_FUTURE: Final = re.compile(
    r"\b(?:will|would|shall|due|scheduled|slated|upcoming|going to|(?:is|are) (?:set )?to|hopes? to|plans? to)\b",
    re.IGNORECASE,
)
# Words of forecasts, options and limits: a date beside them may lie ahead even where the verb is past.
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|could|may|might|should|due|scheduled|slated|upcoming|going to|hop(?:es?|ed|ing)"
    r"|(?:expect|predict|project|forecast|estimat|anticipat|plan|aim|target|budget|intend|pledg|promis)[a-z]{0,7}"
    r"|expir[a-z]{1,5}|redeem[a-z]{0,5}|matur[a-z]{1,4}|options?|outlook|deadline|until|till|beyond|fiscal|ending|confident"
    r"|(?:is|are|was|were) (?:set )?to)\b",
    re.IGNORECASE,
)
_NOT_YET: Final = re.compile(
    r"\b(?:by|until|till|before|ahead of|expires?|through|throughout|to|into|for|after)\s{1,20}"
    r"(?:the\s)?(?:end of\s)?$",
    re.I,
)
_SINCE: Final = re.compile(r"\b(?:since|ever since)\s{1,20}(?:the\s)?$", re.IGNORECASE)
_IN_YEAR: Final = re.compile(r"\b(?:in|from|during|of|early|mid|late|as of)[\s-]$", re.IGNORECASE)
_NUMBER_WORD: Final = "|".join(sorted({*ONES, *ORDINALS, *TENS}, key=lambda word: (-len(word), word)))
_COUNT: Final = rf"(?P<count>\d{{1,4}}(?:st|nd|rd|th)?|(?:(?:{'|'.join(TENS)})-)?(?:{_NUMBER_WORD}))"
_CONFLICT: Final = r"(?:war|conflict|fighting|offensive|campaign|hostilities|uprising|insurgency|siege|crisis)"
# "in its 21st month", "entered a fourth year": the unit that is running. "20-month war", "after 21 months of war",
# "has lasted for two years": units that are over. Both are rounded by writers to the unit before or after.
_RUNNING: Final = re.compile(
    rf"\b(?:in(?:to)?|enter(?:s|ed|ing)?)\s(?:its|their|an?|the)\s{_COUNT}\s(?P<unit>day|week|month|year)\b"
    rf"|\b(?P<unit2>day)\s(?P<count2>\d{{1,4}})\sof\sthe\s{_CONFLICT}",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    # A "12-day war" is a name, as of a war that is over; a "20-month war" goes on.
    rf"\b{_COUNT}[- ](?P<unit>month|year)(?:-old|-long)?\s{_CONFLICT}\b"
    rf"|\b{_COUNT.replace('count', 'count2')}\s(?P<unit2>day|week|month|year)s?\sof\s(?:the\s)?{_CONFLICT}\b"
    rf"|\b(?:lasted|raged|continued|dragged on)\s(?:for\s)?(?:about\s|nearly\s|almost\s|more\sthan\s|over\s)?"
    rf"{_COUNT.replace('count', 'count3')}\s(?P<unit3>day|week|month|year)s?\b",
    re.IGNORECASE,
)
_BEGINNING: Final = re.compile(
    r"\b(?:began|begun|start(?:s|ed)?|broke out|erupted|ignited|sparked|triggered|launched|since|outbreak|invaded"
    r"|attack(?:ed)?|invasion)\b",
    re.IGNORECASE,
)
_SEQUEL: Final = re.compile(
    r"\b(?:resum\w{1,5}|continued|reconven\w{1,4}|returned|(?:was|were) followed|then|the next (?:round|session|day)"
    r"|(?:a )?second (?:round|session|day|meeting))\b",
    re.IGNORECASE,
)
_OPENER: Final = re.compile(
    r"\b(?:initial(?:ly)?|(?:a|the) first (?:round|session|day|meeting)|opened|began|started)\b", re.I
)


@attrs.frozen(kw_only=True)
class Hint:
    """A clue as it is found: the bound it gives, and the ISO weekdays that it leaves open (all, mostly).

    ``rank``: 0 for what the article itself says, 1 for what is concluded from other articles.
    """

    clue: Clue
    rank: int = 0
    weekdays: frozenset[int] = EVERY_DAY


@attrs.frozen
class _Page:
    """An article to look for clues in; ``named`` events it calls by name, ``told`` ones it may speak of at all."""

    article: Article
    sentences: Sequence[Span]
    times: Sequence[TimeExpression]
    named: Mapping[NamedDay, Span]
    told: Sequence[NamedDay]
    calendar: Calendar

    def sentence(self, span: Span) -> Span:
        """The sentence that a span stands in, cut at `BESIDE` characters on either side of it."""
        place = bisect.bisect_right(self.sentences, span.start, key=lambda own: own.start) - 1
        own = self.sentences[place] if place >= 0 else Span(0, len(self.article.text))
        if span not in own:
            own = Span(0, len(self.article.text))
        return Span(max(own.start, span.start - BESIDE), min(own.stop, span.stop + BESIDE))

    def words(self, start: int, stop: int) -> str:
        """The text between two offsets."""
        return self.article.text[max(start, 0) : stop]

    def around(self, span: Span) -> tuple[str, str, str]:
        """What its sentence says before a span, its words, and what the sentence says after it."""
        sentence = self.sentence(span)
        before, own = self.words(sentence.start, span.start), self.words(span.start, span.stop)
        return before, own, self.words(span.stop, sentence.stop)

    def hint(
        self,
        span: Span,
        low: int | None,
        high: int | None,
        *,
        hard: bool,
        rule: str,
        note: str = "",
        weekdays: frozenset[int] = EVERY_DAY,
    ) -> Hint:
        quote = self.words(span.start, span.stop)
        evidence = Evidence(article=self.article.id, span=span, quote=quote, rule=rule, note=note)
        return Hint(clue=Clue(bounds=(low, high), hard=hard, evidence=evidence), weekdays=weekdays)


def clues_of(
    article: Article,
    sentences: Sequence[Span],
    times: Sequence[TimeExpression],
    *,
    events: Iterable[NamedDay] = (),
    calendar: Calendar = MONDAY_WEEKS,
) -> tuple[Hint, ...]:
    """The clues to an article's day of writing, in the order of the text.

    ``times`` are the article's expressions, read without a publication day; ``events`` the dated events that the
    reader may rely on. "last month's 12-day assault", with the twelve-day war of 13 to 24 June 2025 known, was
    written in July 2025; "the truce has held since 19 January 2025" not before that day.
    """
    events = tuple(events)
    named, wording = mentioned(article.text, events), Wording.of(article.text)
    told = [event for event in events if event in named or may_tell(wording, event)]
    page = _Page(article, sentences, times, named, told, calendar)
    found: dict[object, Hint] = {}
    for hint in sorted((hint for finder in _FINDERS for hint in finder(page)), key=_order):
        clue = hint.clue
        # What is told again adds nothing: the first place where a text tells it is kept.
        found.setdefault((clue.bounds, clue.hard, clue.evidence.rule, clue.evidence.note, hint.weekdays), hint)
    return tuple(found.values())


def _order(hint: Hint) -> tuple[int, int, str, bool]:
    span = hint.clue.evidence.span or Span(0, 0)
    return span.start, span.stop, hint.clue.evidence.rule, hint.clue.hard


@functools.lru_cache(maxsize=4096)
def allowed_days(
    meaning: Meaning, days: Interval, calendar: Calendar, *, first: int, last: int
) -> tuple[int, int] | None:
    """The first and last day of writing, of those from ``first`` to ``last``, for which a meaning names ``days``."""
    fitting = [
        day for day in range(max(first, FIRST_DAY), min(last, LAST_DAY) + 1) if _names(meaning, day, days, calendar)
    ]
    return (fitting[0], fitting[-1]) if fitting else None


def _names(meaning: Meaning, day: int, days: Interval, calendar: Calendar) -> bool:
    try:
        placed = place(meaning, Interval(day, day + 1), calendar).interval
    except Unplaced:
        return False
    # In November nobody writes "in November" of the same month: it is "this month", or a day.
    return placed.overlaps(days) and not (isinstance(meaning, Month) and day in placed)


def _told_dates(page: _Page) -> Iterator[Hint]:
    """A date with its year, told as past, was over or begun; told as to come, it lay ahead."""
    for time in page.times:
        if time.interval is None or time.granularity in _VAST or not _is_full(time):
            continue
        before, _, after = page.around(time.span)
        if isinstance(time.meaning, Named) or _SINCE.search(before):
            yield page.hint(time.span, time.interval.start, None, hard=True, rule="past-date")
        elif _NOT_YET.search(before[-24:]):
            continue
        elif _FUTURE.search(before[-60:]):
            yield page.hint(time.span, None, time.interval.last, hard=False, rule="planned-date")
        elif _is_past(time, before, after):
            # Measured on 311 dated texts: every day or month so told was past, a bare year in two cases of forty not.
            sure = time.granularity is not Granularity.YEAR
            yield page.hint(time.span, time.interval.start, None, hard=sure, rule="past-date")


def _is_past(time: TimeExpression, before: str, after: str) -> bool:
    """Whether a sentence tells of a date in the past tense, with no word in it that looks ahead."""
    if time.granularity is Granularity.YEAR and not _IN_YEAR.search(before):
        return False
    return _PAST.search(before + after) is not None and not _AHEAD.search(before + after)


def _is_full(time: TimeExpression) -> bool:
    """Whether the words alone name the days: they count from nothing."""
    return time.meaning is not None and not references(time.meaning)


def is_relative(time: TimeExpression) -> bool:
    """Whether the words count from the day of writing: "last month", "Sunday", but not "two days later"."""
    return time.meaning is not None and references(time.meaning) == {Reference.SPEECH}


def _anniversaries(page: _Page) -> Iterator[Hint]:
    """ "now in its 21st month" and "the 20-month war" of a conflict whose first day the article names."""
    start = _first_day(page)
    if start is None:
        return
    for pattern, running in ((_RUNNING, 1), (_OVER, 0)):
        for found in pattern.finditer(page.article.text):
            words = [part for part in found.groups() if part]
            count, unit = _count_and_unit(words)
            count -= running
            try:
                low = same_day(start, unit, count - 1)
                high = same_day(start, unit, count + 2) - 1
            except ValueError:
                continue
            note = f"counted from {iso(start)}, one {unit.value} more or less"
            span = Span(found.start(), found.end())
            yield page.hint(span, low, high, hard=False, rule="age-of-conflict", note=note)


def _count_and_unit(words: Sequence[str]) -> tuple[int, Granularity]:
    """The two groups of a match, whichever comes first: a number and a unit."""
    unit = next(word for word in words if word.lower() in UNITS and word.lower() != "second")
    number = next(word for word in words if word is not unit)
    return read_count(number), UNITS[unit.lower()]


def _first_day(page: _Page) -> int | None:
    """The day on which the article says that the conflict began: its earliest day next to such a word."""
    found = []
    for time in page.times:
        if time.interval is None or len(time.interval) > 1 or not _is_full(time):
            continue
        sentence = page.sentence(time.span)
        if isinstance(time.meaning, Named) or _BEGINNING.search(page.words(sentence.start, sentence.stop)):
            found.append(time.interval)
    found += [Interval.of(event.start) for event in page.named if event.start == event.end]
    return min(found).start if found else None


def _named_events(page: _Page) -> Iterator[Hint]:
    """An event that goes by its name has begun; where its name was read as a date, that clue is there already."""
    dates = [time.span for time in page.times if isinstance(time.meaning, Named)]
    for event, span in page.named.items():
        if not any(span.overlaps(date) for date in dates):
            yield page.hint(span, event.start.toordinal(), None, hard=True, rule="named-event", note=_when(event))


def _when(event: NamedDay) -> str:
    return f"{event.names[0]}: {event.start.isoformat()} to {event.end.isoformat()}"


def _dated_by_event(page: _Page) -> Iterator[Hint]:
    """ "last month's 12-day assault": a relative date with a dated event, from which it can have been written."""
    for time in page.times:
        if time.meaning is None or not is_relative(time):
            continue
        for event in page.told:
            exact = told_with(event, *page.around(time.span))
            if exact is None:
                continue
            first, last = event.start.toordinal(), event.end.toordinal()
            bounds = allowed_days(
                time.meaning, Interval(first, last + 1), page.calendar, first=first, last=last + REACH
            )
            if bounds:
                yield page.hint(time.span, *bounds, hard=exact, rule="dated-by-event", note=_when(event))


def _pairs(page: _Page) -> Iterator[Hint]:
    """ "yesterday, 4 January 2025" and "today, Friday": two names of one day, one seen from the writing."""
    for one, two in itertools.pairwise(page.times):
        between = page.words(one.span.stop, two.span.start)
        if len(between) > 3 or between.strip() not in {"", ",", "(", "-", "–", "—"}:
            continue
        for relative, other in ((one, two), (two, one)):
            if relative.meaning is None or other.meaning is None or not is_relative(relative):
                continue
            span = Span(one.span.start, two.span.stop)
            if other.interval is not None and _is_full(other):
                day = other.interval
                bounds = allowed_days(
                    relative.meaning, day, page.calendar, first=day.start - 400, last=day.last + 400
                )
                if bounds:
                    yield page.hint(span, *bounds, hard=True, rule="same-day-twice")
            elif isinstance(other.meaning, Weekday) and not isinstance(relative.meaning, Weekday):
                days = _fitting_weekdays(functools.partial(_same, page, relative.meaning, other.meaning))
                if days and len(days) < 7:
                    yield page.hint(span, None, None, hard=True, rule="same-day-twice", weekdays=days)


def _fitting_weekdays(fits: Callable[[int], bool]) -> frozenset[int]:
    monday = dt.date(2024, 1, 1).toordinal()
    return frozenset(number + 1 for number in range(7) if fits(monday + number))


def _same(page: _Page, one: Meaning, two: Meaning, day: int) -> bool:
    try:
        return _on(page, one, day) == _on(page, two, day)
    except Unplaced:
        return False


def _on(page: _Page, meaning: Meaning, day: int) -> Interval:
    return place(meaning, Interval(day, day + 1), page.calendar).interval


def _weekdays_in_order(page: _Page) -> Iterator[Hint]:
    """ "initial talks on Sunday … resumed Monday": written when the last Sunday lay before the last Monday.

    Only where the words themselves put the two in order: news tells the newest first as often as not.
    """
    days = [time for time in page.times if isinstance(_bare(time.meaning), Weekday)]
    for one, two in itertools.pairwise(days):
        first, second = page.sentence(one.span), page.sentence(two.span)
        if two.span.start - one.span.stop > NEAR or one.meaning is None or two.meaning is None:
            continue
        opened = _OPENER.search(page.words(first.start, two.span.start))
        resumed = _SEQUEL.search(page.words(max(second.start, one.span.stop), second.stop))
        if not (opened and resumed):
            continue
        fitting = _fitting_weekdays(functools.partial(_before, page, one.meaning, two.meaning))
        if fitting and len(fitting) < 7:
            span = Span(one.span.start, two.span.stop)
            yield page.hint(span, None, None, hard=False, rule="weekdays-in-order", weekdays=fitting)


def _bare(meaning: Meaning | None) -> Meaning | None:
    return meaning.of if isinstance(meaning, PartOfDay) else meaning


def _before(page: _Page, one: Meaning, two: Meaning, day: int) -> bool:
    try:
        return _on(page, one, day).last < _on(page, two, day).start <= day
    except Unplaced:
        return False


def read_count(words: str) -> int:
    """A number as digits or words: ``read_count("21st")`` and ``read_count("twenty-first")`` are 21."""
    low = words.lower()
    if low[0].isdecimal():
        return int(re.sub(r"\D", "", low))
    return sum(ONES.get(part) or TENS.get(part) or ORDINALS.get(part, 0) for part in low.split("-"))


_FINDERS: Final[tuple[Callable[[_Page], Iterator[Hint]], ...]] = (
    _told_dates,
    _anniversaries,
    _named_events,
    _dated_by_event,
    _pairs,
    _weekdays_in_order,
)
