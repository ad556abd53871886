"""Bounds, types and outside text in words that are safe to show: the same in the terminal and on the page.

Month names are our own table: the words must not change with the locale of the machine.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

from ceasetimeline.bounds import TimeBounds
from ceasetimeline.model import Article, Event, Mention, Publication

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN: Final = "date unknown"
BESIDE_THE_ACTING: Final = (
    ("mediator", "mediated by"),
    ("conduit", "passed on by"),
    ("host", "hosted by"),
    ("guarantor", "guaranteed by"),
)

# Characters that would steer a terminal, or turn the direction of the text around them (Unicode TR9, TR36).
_STEERING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def day_words(day: int) -> str:
    """A day in words: ``day_words(739440)`` is "8 Jul 2025"."""
    date = dt.date.fromordinal(day)
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def range_words(first: int, last: int) -> str:
    """The stretch between two days, in as few words as it takes.

    >>> from ceasetimeline.bounds import ordinal
    >>> range_words(ordinal("2025-05-01"), ordinal("2025-05-10"))
    '1–10 May 2025'
    >>> range_words(ordinal("2025-02-01"), ordinal("2025-02-28"))
    'Feb 2025'
    >>> range_words(ordinal("2024-12-30"), ordinal("2025-01-02"))
    '30 Dec 2024 – 2 Jan 2025'
    """
    one, two = dt.date.fromordinal(first), dt.date.fromordinal(last)
    if one == two:
        return day_words(first)
    whole = one.day == 1 and two.day == calendar.monthrange(two.year, two.month)[1]
    if one.year != two.year:
        return f"{day_words(first)} – {day_words(last)}"
    if whole and (one.month, two.month) == (1, 12):
        return str(one.year)
    if one.month == two.month:
        month = f"{MONTHS[one.month - 1]} {one.year}"
        return month if whole else f"{one.day}–{two.day} {month}"
    if whole:
        return f"{MONTHS[one.month - 1]}–{MONTHS[two.month - 1]} {one.year}"
    return f"{one.day} {MONTHS[one.month - 1]} – {day_words(last)}"


def between_words(low: int | None, high: int | None) -> str:
    """A day that is only known to lie within limits: "1–10 May 2025", "by 4 Jan 2025", "4 Jan 2025 or later"."""
    if low is None:
        return UNKNOWN if high is None else f"by {day_words(high)}"
    return f"{day_words(low)} or later" if high is None else range_words(low, high)


def when_words(bounds: TimeBounds) -> str:
    """Bounds in words; a dash stands for "some time in", "from … to" for "all the time between".

    The truce that held from 24 to 30 November 2023, and a reply given some time in these days:

    >>> from ceasetimeline.bounds import Interval
    >>> days = Interval.of("2023-11-24", "2023-11-30")
    >>> when_words(TimeBounds.throughout(days))
    'from 24 to 30 Nov 2023'
    >>> when_words(TimeBounds.within(days))
    '24–30 Nov 2023'
    """
    es, ls, ee, le = bounds.sides
    start, end = (es, ls), (ee, le)
    if start == end or (ls is None and (ee, le) == (None, None)):
        return between_words(es, ls)
    if es is None and ee is None and le is not None:
        return between_words(None, le)
    if start == (None, None):
        return f"until {between_words(ee, le)}"
    if le is None:
        return f"start {between_words(*start)}" if None in start else f"from {between_words(*start)}"
    if es == ls and ee == le and es is not None:
        first, last = (dt.date.fromordinal(day) for day in (es, le))
        alike = first.month == last.month and first.year == last.year
        return f"from {first.day if alike else day_words(es)} to {day_words(le)}"
    return f"start {between_words(es, ls)}, end {between_words(ee, le)}"


def published_words(publication: Publication) -> str:
    """The publication day in words; "undated" where nothing is known, "about …" where it was worked out.

    >>> published_words(Publication.on(739440))
    '8 Jul 2025'
    """
    low, high = publication.bounds
    if (low, high) == (None, None):
        return "undated"
    words = between_words(low, high)
    return f"about {words}" if publication.basis == "inferred" else words


def source_words(article: Article) -> str:
    """The outlet and the day of an article, fit to show: "Wire A, 8 Jul 2025"."""
    return f"{printable(article.source or article.title or article.id)}, {published_words(article.publication)}"


def type_words(name: str) -> str:
    """An event type as words: "entry_into_force" reads "entry into force"."""
    return printable(name).replace("_", " ")


def who_words(move: Event | Mention) -> str:
    """Who takes part in a move, the acting ones first: "Hamas to Israel, mediated by Qatar and Egypt"."""
    roles = move.roles
    words = joined(roles.agent + roles.parties)
    if roles.addressee:
        # A mediator works between those addressed: "Hamas and Israel, mediated by Qatar" needs no agent besides.
        toward = "" if not words and roles.mediator else f"{words or 'somebody'} to "
        words = toward + joined(roles.addressee)
    beside = (f"{phrase} {joined(roles.named(role))}" for role, phrase in BESIDE_THE_ACTING if roles.named(role))
    return ", ".join(part for part in (words, *beside) if part)


def joined(names: tuple[str, ...]) -> str:
    """Names as a list in words: "Israel, Hamas and Qatar"."""
    shown = [printable(name) for name in names]
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def count_words(count: int, noun: str) -> str:
    """A number with its noun: "1 source", "3 sources"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def printable(text: str) -> str:
    """The text on one line with every control and bidi character shown by its number, so that it steers nothing.

    >>> printable("truce" + chr(0x202E) + "ecurt")
    'truce[U+202E]ecurt'
    """
    return _STEERING.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", " ".join(text.split()))
