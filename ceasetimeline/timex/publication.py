"""When an article was published, read from whatever its source gives.

Order of trust: what the source states, a date line at the head of the text, a date in the path of the URL. The day
is the calendar day of the zone the date was given in. Nothing is guessed: a date that reads two ways is reported and
kept as the stretch that holds both readings, one that cannot be read is reported with its words. One of the modules
that may import dateparser, and only for what its own patterns do not know.
"""

from __future__ import annotations

import datetime as dt
import functools
import numbers
import re
import warnings
from collections.abc import Iterator
from typing import Final

from ceasetimeline.model import DEFAULT_SETTINGS, UNKNOWN_PUBLICATION, Issue, Publication, Settings
from ceasetimeline.timex.datelines import local_day, naive_clue, unknown_zone

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# The day with ordinal 7 was a Sunday. Own names, because those of strftime follow the locale of the machine.
_WEEKDAYS: Final = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
# ASCII alone: "ſ" matches "s" without case, but is in no name of a month.
_MONTH: Final = (
    r"(?P<month>(?a:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))"
)
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>\d{4})"
_WEEKDAY: Final = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?\b", re.IGNORECASE)
_DAY_FIRST: Final = rf"(?<!\d){_DAY}[\s\-]{{1,3}}(?:of\s)?{_MONTH}\.?,?[\s\-]{{1,3}}{_YEAR}(?!\d)"
_MONTH_FIRST: Final = rf"\b{_MONTH}\.?\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}(?!\d)"
_YEAR_FIRST: Final = r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
_WRITTEN: Final = tuple(re.compile(form, re.IGNORECASE) for form in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST))
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_PARTIAL: Final = re.compile(rf"(?:{_MONTH}\.?,?\s)?{_YEAR}(?:-(?P<number>\d\d))?", re.IGNORECASE)
_COMPACT: Final = re.compile(r"(?:19|20)\d{6}(?:T?\d{4,6}Z?)?")
_EPOCH: Final = re.compile(r"(\d{1,16})\s?(s|secs?|seconds?|ms|milliseconds?)", re.IGNORECASE)
_NOTHING: Final = {
    "",
    "-",
    "--",
    "?",
    "unknown",
    "undated",
    "none",
    "null",
    "nan",
    "nat",
    "n/a",
    "na",
    "no date",
    "n.d.",
}
_LONGEST: Final = 120

_ANY_DATE: Final = "|".join(re.sub(r"\?P<\w+>", "?:", form) for form in (_DAY_FIRST, _MONTH_FIRST))
_ISO_DATE: Final = r"\d{4}-\d{2}-\d{2}"
_LABELLED: Final = re.compile(
    rf"\s{{0,40}}(?:date|dated|published|posted|publication date)(?:\son)?\s{{0,3}}:?\s{{0,3}}"
    rf"(?P<date>(?:[a-z]{{3,9}},?\s)?(?:{_ISO_DATE}|{_ANY_DATE}))",
    re.IGNORECASE,
)
_FIRST_LINE: Final = re.compile(
    rf"\s{{0,40}}(?P<date>(?:[a-z]{{3,9}},?\s)?(?:{_ISO_DATE}|{_ANY_DATE}))[^\n\w]{{0,5}}"
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s{0,2}(?:[ap]\.?m\.?)?\s{0,2}[A-Z]{0,4})?\s{0,5}\n",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    rf"\s{{0,40}}[A-Z][^\n,:;.]{{1,40}},\s(?P<date>(?:{_ANY_DATE}))\s{{0,3}}(?:[(/–—]|--?\s)",
    re.IGNORECASE,
)
_HEAD: Final = 400
_URL_DATE: Final = re.compile(
    r"(?<![\d])(?P<year>(?:19|20)\d\d)(?P<mark>[-/_])"
    r"(?P<month>\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:(?P=mark)(?P<day>\d{1,2}))?(?=[^\da-z]|$)",
    re.IGNORECASE,
)
_URL_COMPACT: Final = re.compile(r"/(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=/|$)")
# A text that reads otherwise from another day is relative ("yesterday"), in another order ambiguous: no date.
_BASES: Final = ((dt.datetime(2000, 2, 29), "DMY"), (dt.datetime(2013, 11, 12), "MDY"))


def read_publication(
    published: object, *, text: str = "", url: str = "", settings: Settings = DEFAULT_SETTINGS, article: str = ""
) -> tuple[Publication, tuple[Issue, ...]]:
    """When the article was published, and what about its date has to be reported.

    ``published`` may be a date, a datetime (its own calendar day counts; of one in universal time the day where the
    dateline of the text is), text in any usual shape and language, or None; a number is no date without its unit
    ("1736030000 s"). Where it gives nothing, the head of the text and the path of the URL are asked, and the basis
    is then "text". ``article`` is the id that clues cite.

    >>> from ceasetimeline.bounds import iso
    >>> publication, issues = read_publication("Saturday 4 January 2025 18.30 GMT")
    >>> iso(publication.day), issues
    ('2025-01-04', ())
    >>> publication, issues = read_publication("03/04/2025")
    >>> [iso(day) for day in publication.bounds], issues[0].code
    (['2025-03-04', '2025-04-03'], 'ambiguous-date')

    Codes of issues: no-publication-date, bad-date, ambiguous-date, dates-disagree, unknown-zone.
    """
    days, issues = _stated(published, settings)
    issues += _zone_fault(published)
    fallback = _head_days(text, settings) or url_days(url)
    if days and fallback:
        days, more = _compared(days, fallback)
        issues = tuple(issue for issue in issues if issue.code != "ambiguous-date" or len(days) > 1) + more
    if len(days) == 1:
        moved = local_day(published, days[0], text, article)
        remark = moved.clue if moved else naive_clue(published, days[0], article)
        clues = (remark,) if remark else ()
        day = moved.day if moved else days[0]
        return Publication(bounds=(day, day), basis="stated", clues=clues), issues
    if days:
        return Publication(bounds=(days[0], days[-1]), basis="stated"), issues
    if fallback:
        return Publication(bounds=(fallback[0], fallback[-1]), basis="text"), issues
    return UNKNOWN_PUBLICATION, issues or (_NO_DATE,)


def url_days(url: str) -> tuple[int, ...]:
    """The first and last day that the path of a URL names: a day, or a month where it names no more; else nothing.

    "/world/2023/nov/21/…" is the path of a story of 21 November 2023:

    >>> from ceasetimeline.bounds import iso
    >>> [iso(day) for day in url_days("https://news.example/world/2023/nov/21/hostage-deal")]
    ['2023-11-21']
    """
    for pattern in (_URL_DATE, _URL_COMPACT):
        for found in pattern.finditer(url[:2000]):
            days = _url_match(found)
            if days:
                return days
    return ()


_NO_DATE: Final = Issue(
    code="no-publication-date",
    message="the article has no publication date: relative dates in it are placed only as far as its own words and "
    "the other articles allow; pass `published=`",
)


def _bad(shown: str, why: str) -> Issue:
    quote = shown if len(shown) <= 80 else shown[:79] + "…"
    return Issue(code="bad-date", message=f"the publication date {quote!r} {why}")


def _zone_fault(published: object) -> tuple[Issue, ...]:
    name = unknown_zone(published) if isinstance(published, str) else None
    if name is None:
        return ()
    message = (
        f"the publication date {published!r:.90} names the time zone {name!r}, which nobody knows; its day is used "
        "as written; pass a zone of the IANA list such as 'Asia/Gaza'"
    )
    return (Issue(code="unknown-zone", message=message),)


def _stated(published: object, settings: Settings) -> tuple[tuple[int, ...], tuple[Issue, ...]]:
    if published is None:
        return (), ()
    if isinstance(published, numbers.Number):
        if published != published:  # noqa: PLR0124 - a missing cell of a table is a NaN
            return (), ()
        return (), (_bad(str(published)[:90], "is a bare number; write its unit, as in '1736030000 s' or '… ms'"),)
    shown = _shown(published)
    if shown.lower() in _NOTHING:
        return (), ()
    if isinstance(published, dt.date):
        return (published.toordinal(),), ()
    return _read(shown, settings)


def _shown(published: object) -> str:
    return (published if isinstance(published, str) else str(published)).strip()


def _read(shown: str, settings: Settings) -> tuple[tuple[int, ...], tuple[Issue, ...]]:
    """The days that a stated text may mean, in order, with what has to be reported."""
    if len(shown) > _LONGEST:
        return (), (_bad(shown, "is too long for a date"),)
    written = _written_day(shown)
    if written is not None:
        return (written,) if written else (), _weekday_fault(shown, written)
    numeric = _NUMERIC.search(shown)
    if numeric:
        return _numeric_days(shown, numeric, settings)
    days = _partial_days(shown) or (
        _epoch_day(shown) or _compact_day(shown) or _parsed_day(shown, settings.languages),
    )
    return (days, ()) if days[0] else ((), (_bad(shown, "cannot be read; write it as 2025-01-04"),))


def _written_day(shown: str) -> int | None:
    """The day of the first date with a four-digit year and no doubt about its month; 0 for one that is no day."""
    found = min(
        (match for pattern in _WRITTEN if (match := pattern.search(shown))),
        key=lambda match: match.start(),
        default=None,
    )
    if found is None:
        return None
    return _day(int(found["year"]), _month(found["month"]), int(found["day"]))


def _month(word: str) -> int:
    return int(word) if word.isdecimal() else _MONTHS.index(word[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> int:
    """The ordinal of a day, 0 where there is no such day (ordinals count from 1)."""
    try:
        return dt.date(year, month, day).toordinal()
    except ValueError:
        return 0


def _weekday_fault(shown: str, day: int) -> tuple[Issue, ...]:
    if not day:
        return (_bad(shown, "names a day that does not exist"),)
    named = _WEEKDAY.search(shown)
    actual = _WEEKDAYS[day % 7]
    if named and not actual.lower().startswith(named[1].lower()):
        return (_bad(shown, f"names a weekday that does not fit: that day was a {actual}; the date is used"),)
    return ()


def _numeric_days(shown: str, found: re.Match[str], settings: Settings) -> tuple[tuple[int, ...], tuple[Issue, ...]]:
    """``03/04/2025`` by the order of the settings; with dots the day stands first (DIN 5008, GOST R 7.0.97)."""
    first, mark, second, third = found.groups()
    order = settings.date_order or ("DMY" if mark == "." else None)
    days = tuple(
        sorted(
            {day for name in ([order] if order else ["DMY", "MDY"]) if (day := _ordered(name, first, second, third))}
        )
    )
    if not days:
        return (), (_bad(shown, "names a day that does not exist" + (f" in the order {order}" if order else "")),)
    if len(days) == 1:
        return days, ()
    readings = " or ".join(dt.date.fromordinal(day).isoformat() for day in days)
    message = f"the publication date {shown!r} may be {readings}; pass date_order='DMY' or 'MDY'"
    return days, (Issue(code="ambiguous-date", message=message),)


def _ordered(order: str, first: str, second: str, third: str) -> int:
    parts = dict(zip(order, (first, second, third), strict=True))
    year = int(parts["Y"])
    # Two-digit years by the pivot of POSIX strptime.
    year += 0 if len(parts["Y"]) == 4 else 2000 if year < 69 else 1900
    return _day(year, int(parts["M"]), int(parts["D"]))


def _epoch_day(shown: str) -> int:
    found = _EPOCH.fullmatch(shown)
    if not found:
        return 0
    seconds = int(found[1]) // (1000 if found[2].lower().startswith("m") else 1)
    day = dt.date(1970, 1, 1).toordinal() + seconds // 86400
    return day if day <= dt.date.max.toordinal() else 0


def _compact_day(shown: str) -> int:
    if not _COMPACT.fullmatch(shown):
        return 0
    return _day(int(shown[:4]), int(shown[4:6]), int(shown[6:8]))


def _partial_days(shown: str) -> tuple[int, ...]:
    """All days of ``May 2025``, ``2025-05`` or ``2025``, as first and last; nothing for any other text."""
    found = _PARTIAL.fullmatch(shown)
    if not found or (found["month"] and found["number"]):
        return ()
    year, part = int(found["year"]), found["month"] or found["number"]
    ends = _month_days(year, _month(part)) if part else (_day(year, 1, 1), _day(year, 12, 31))
    return ends if all(ends) else ()


def _month_days(year: int, month: int) -> tuple[int, int]:
    return _day(year, month, 1), next((day for last in (31, 30, 29, 28) if (day := _day(year, month, last))), 0)


@functools.lru_cache(maxsize=4096)
def _parsed_day(shown: str, languages: tuple[str, ...]) -> int:
    """The day as dateparser reads it in the languages of the run, then in any; 0 where it depends on the base."""
    if shown.isdecimal() or not any(map(str.isdecimal, shown)):
        return 0
    return next((day for tried in (languages, None) if (day := _same_from_all_bases(shown, tried))), 0)


def _same_from_all_bases(shown: str, languages: tuple[str, ...] | None) -> int:
    days = set(_dateparser_days(shown, languages))
    return days.pop() if len(days) == 1 else 0


def _dateparser_days(shown: str, languages: tuple[str, ...] | None) -> Iterator[int]:
    from dateparser.date import DateDataParser

    for base, order in _BASES:
        settings = {
            "RELATIVE_BASE": base,
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
            "PARSERS": ["absolute-time"],
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
            "REQUIRE_PARTS": ["year", "month", "day"],
        }
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                parser = DateDataParser(languages=list(languages) if languages else None, settings=settings)
                date = parser.get_date_data(shown).date_obj
        except (ValueError, OverflowError):
            date = None
        yield date.toordinal() if date else 0


def _head_days(text: str, settings: Settings) -> tuple[int, ...]:
    head = text[:_HEAD]
    for pattern in (_LABELLED, _FIRST_LINE, _DATELINE):
        found = pattern.match(head)
        if found:
            days, _ = _read(found["date"], settings)
            if days:
                return days
    return ()


def _url_match(found: re.Match[str]) -> tuple[int, ...]:
    year, month = int(found["year"]), _month(found["month"])
    if found["day"]:
        day = _day(year, month, int(found["day"]))
        return (day,) if day else ()
    ends = _month_days(year, month)
    # "/2023-11-some-slug" is as likely a range of years or a number as a month; "/2023/11/" is a folder of a month.
    return ends if all(ends) and found["mark"] == "/" else ()


def _compared(days: tuple[int, ...], fallback: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[Issue, ...]]:
    """The stated days: one of two readings where text or URL decide, with a report where they are far apart."""
    if len(days) > 1:
        fitting = tuple(day for day in days if fallback[0] <= day <= fallback[-1])
        return (fitting if len(fitting) == 1 else days), ()
    apart = max(fallback[0] - days[0], days[0] - fallback[-1], 0)
    if apart <= 2:
        return days, ()
    stated, other = (dt.date.fromordinal(day).isoformat() for day in (days[0], fallback[0]))
    message = f"published on {stated} as stated, but its text or URL says {other}; the stated day is used"
    return days, (Issue(code="dates-disagree", message=message),)
