"""What each relative time counts from: publication, a date of the text, a quoted statement's own day, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import FIRST_DAY, Interval
from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Clock,
    Direction,
    Inside,
    Meaning,
    Month,
    MonthDay,
    Part,
    PartOfDay,
    Reference,
    Shift,
    This,
    Weekday,
)
from ceasetimeline.model import NO_ANCHOR, Anchor, Publication, Span
from ceasetimeline.timex.recognize import Found, leaves, references
from ceasetimeline.timex.rules.words import word_set

G = Granularity
NEAR: Final = 500
"""How many characters back a date may stand that "two days later" counts from."""
NARRATED: Final = 400
"""How many characters an explicit past date carries on to the months and days after it."""
WIDEST: Final = 400
"""The widest stretch of publication days from which a relative time is still placed."""
SPEECH_REACH: Final = 500
SHORTEST_QUOTE: Final = 20

_FINE: Final = frozenset({G.DAY, G.HOUR, G.MINUTE, G.SECOND})
_MARK: Final = re.compile(r"[“”\"]|``|''|\n\s*\n")
_APPOSED: Final = frozenset({"today", "yesterday", "tomorrow"})
_JOINT: Final = re.compile(r",?\s(?:and|or)\s(?:on\s)?|,\s")
_SENTENCE: Final = re.compile(r"[.!?][\"'”’]?\s|\n\s*\n")
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_TOLD: Final = frozenset({Direction.FUTURE, Direction.BEFORE, Direction.AFTER})
_TELLERS: Final = word_set("in on during early late mid from")
_RELATIVE: Final = re.compile(r"\b(?:who|whose|which|where|whom)\b[^.!?;]{0,200}$", re.IGNORECASE)
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)\W{0,2}$")


@attrs.frozen(kw_only=True)
class Spoken:
    """A date that the text has named: where, its days as far as they are known, its grain, and whether it is a day.

    ``explicit``: it tells its own year.
    """

    span: Span
    days: Interval | None
    unit: Granularity | None
    is_day: bool
    explicit: bool = False
    rule: str = ""


@attrs.frozen(kw_only=True)
class Page:
    """What the anchors of one text are chosen from."""

    text: str
    publication: Publication
    quotations: tuple[Span, ...] = ()
    article: str = ""
    trace: bool = False

    @property
    def written(self) -> Anchor:
        """The publication day as anchor, its days where they are known closely enough."""
        first, last = self.publication.bounds
        close = first is not None and last is not None and first <= last <= first + WIDEST
        return Anchor(kind="publication", days=Interval(first, last + 1) if close else None)  # type: ignore[arg-type, operator]

    def quotation(self, start: int) -> Span | None:
        """The quotation in which a place lies."""
        return next((quote for quote in self.quotations if quote.start < start < quote.stop), None)


def quotations(text: str) -> tuple[Span, ...]:
    """The stretches of direct speech: between quotation marks, of some length, within a paragraph.

    >>> quotations('He said: "We resume the talks today." They did.')
    (Span(start=9, stop=37),)
    """
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if mark.group() in {"“", "``"} or (mark.group() == '"' and opened is None):
            opened = mark.start()
            continue
        if opened is not None and mark.end() - opened >= SHORTEST_QUOTE:
            found.append(Span(opened, mark.end()))
        opened = None
    return tuple(found)


def anchor_of(found: Found, page: Page, spoken: Sequence[Spoken]) -> Anchor:
    """What an expression counts from; NO_ANCHOR for a date of its own or where the text gives nothing."""
    wanted = references(found.meaning)
    if Reference.EVENT in wanted:
        return Anchor(kind="event")
    if Reference.DISCOURSE in wanted:
        return spoken_before(page, found.start, spoken, fine=_unit(found.meaning) in _FINE)
    if Reference.SPEECH not in wanted:
        return NO_ANCHOR
    quote = page.quotation(found.start)
    if quote is not None and _of_the_day(found.meaning):
        return _statement_day(page, quote, spoken)
    return page.written


def spoken_before(page: Page, start: int, spoken: Sequence[Spoken], *, fine: bool) -> Anchor:
    """The date the text spoke of last, as anchor; for a count of days only a day will do.

    What was "three days ago" only explains what the sentence tells of its own day.
    """
    known: Spoken | None = None
    for date in reversed(spoken):
        if date.span.stop > start:
            continue
        if start - date.span.stop > NEAR or len(_PARAGRAPH.findall(page.text, date.span.stop, start)) > 2:
            break
        if known is not None and _SENTENCE.search(page.text, date.span.stop, known.span.start):
            break
        if date.is_day or (not fine and known is None):
            known = date
            if not page.text[date.span.start : date.span.stop].endswith(" ago"):
                break
    return NO_ANCHOR if known is None else Anchor(kind="date", days=known.days, span=known.span)


def _statement_day(page: Page, quote: Span, spoken: Sequence[Spoken]) -> Anchor:
    """The day of a quoted statement: that of its saying where told, else publication or the day before."""
    for date in _beside(quote, spoken):
        between = page.text[min(date.span.stop, quote.stop) : max(date.span.start, quote.start)]
        if date.is_day and len(between) <= SPEECH_REACH and not _PARAGRAPH.search(between):
            return Anchor(kind="quotation", days=date.days, span=date.span)
    days = page.written.days
    if days is not None:
        days = Interval(max(days.start - 1, FIRST_DAY), days.stop)
    return Anchor(kind="quotation", days=days, span=quote)


def _beside(quote: Span, spoken: Iterable[Spoken]) -> list[Spoken]:
    """The days named outside a quotation, the nearest first."""
    outside = [date for date in spoken if date.span.stop <= quote.start or date.span.start >= quote.stop]
    return sorted(outside, key=lambda date: max(quote.start - date.span.stop, date.span.start - quote.stop))


def narrated(found: Found, page: Page, spoken: Sequence[Spoken]) -> Anchor | None:
    """The explicit past date whose story an expression goes on with: "In 2014 war broke out. In July …".

    None where the expression tells its own direction, or where no such date carries it.
    """
    months = [part for part in leaves(found.meaning) if isinstance(part, Month | MonthDay)]
    if not months or any(part.direction in _TOLD for part in months):
        return None
    date = next((date for date in reversed(spoken) if date.span.stop <= found.start), None)
    found_text = page.text[found.start : found.stop]
    if date is None or date.days is None or not date.explicit or found.start - date.span.stop > NARRATED:
        return None
    if _PARAGRAPH.search(page.text, date.span.stop, found.start) or not _long_before(date, page):
        return None
    if _RELATIVE.search(page.text, max(date.span.start - NARRATED, 0), date.span.start):
        return None  # told by the way: "where he hid in 2014"
    if any(page.text[other.span.start : other.span.stop] == found_text for other in spoken):
        return None  # a month that was told of before that story
    return Anchor(kind="date", days=date.days, span=date.span)


def joined(found: Found, page: Page, spoken: Sequence[Spoken]) -> tuple[Direction, Anchor] | None:
    """How a weekday hangs on the day before it: "will meet Monday and Tuesday", "July 10 (Thursday)"."""
    written = page.written.days
    weekday = next((part for part in leaves(found.meaning) if isinstance(part, Weekday)), None)
    if weekday is None or not spoken or written is None:
        return None
    date = spoken[-1]
    if date.days is None:
        return None
    between = page.text[date.span.stop : found.start][:12]
    anchor = Anchor(kind="date", days=date.days, span=date.span)
    if date.is_day and (between == " (" or (date.rule in _APPOSED and between == ", ")):
        return Direction.NEAREST, anchor
    ahead = weekday.direction is Direction.FUTURE and date.days.start >= written.start
    return (Direction.AFTER, anchor) if ahead and date.rule == "weekday" and _JOINT.fullmatch(between) else None


def _long_before(date: Spoken, page: Page) -> bool:
    """Whether a date opens a story of its own: well before publication, and told with "in" or "on"."""
    written = page.written.days
    word = _LAST_WORD.search(page.text[max(0, date.span.start - 20) : date.span.start])
    told = word is not None and word[1].lower() in _TELLERS
    return told and date.days is not None and (written is None or date.days.stop <= written.start - 180)


def names_a_day(meaning: Meaning) -> bool:
    """Whether a meaning is one day, also before any date is known."""
    match meaning:
        case Weekday() | MonthDay() | This(G.DAY) | Shift(_, G.DAY) | Inside(Weekday()):
            return True
        case Part(of) | PartOfDay(of) | Clock(of):
            return names_a_day(of)
    return False


def _of_the_day(meaning: Meaning) -> bool:
    """Whether the meaning is a day counted from today, so that the day of a statement matters."""
    return any(isinstance(part, This) and part.unit is G.DAY for part in leaves(meaning))


def _unit(meaning: Meaning) -> Granularity:
    return next((part.unit for part in leaves(meaning) if isinstance(part, Shift | This)), G.DAY)
