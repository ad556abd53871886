"""Events for calendars (iCalendar) and for the web (TimelineJS3): only those whose days are known."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator
from typing import Final

from ceasetimeline.codec import to_json
from ceasetimeline.export.exporters import NO_DAYS, Exported, ExportOptions, dated
from ceasetimeline.model import Event
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.quotes import Library, Quote, link_of
from ceasetimeline.view.wording import printable, source_words, type_words, when_words, who_words

_FOLD: Final = 73


def ical(timeline: Timeline, options: ExportOptions) -> Exported:
    """The events as an iCalendar of whole days; a stretch in which something happened is shown as that stretch."""
    library = Library.of(timeline)
    kept, left_out = dated(timeline.events)
    known = [article.publication.bounds[1] for article in timeline.articles]
    stamp = max((day for day in known if day is not None), default=dt.date(1970, 1, 1).toordinal())
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ceasetimeline//EN", f"X-WR-CALNAME:{_ical(options.title)}"]
    for event, first, last in kept:
        lines += _vevent(event, first, last, stamp, library)
    content = "\r\n".join(folded for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)) + "\r\n"
    return Exported(content.encode("utf-8", "replace"), left_out, NO_DAYS)


def timelinejs(timeline: Timeline, options: ExportOptions) -> Exported:
    """The events as TimelineJS3 JSON; all text is escaped, since TimelineJS shows it as HTML."""
    library = Library.of(timeline)
    kept, left_out = dated(timeline.events)
    table = {
        "title": {"text": {"headline": html.escape(printable(options.title))}},
        "events": [
            {
                "unique_id": event.id,
                "start_date": _date(first),
                "end_date": _date(last),
                "display_date": when_words(event.bounds),
                "group": html.escape(type_words(event.type)),
                "text": {
                    "headline": html.escape(headline(event)),
                    "text": "".join(_html_quote(quote) for quote in library.quotes(event)[:3]),
                },
            }
            for event, first, last in kept
        ],
    }
    return Exported(to_json(table) + b"\n", left_out, NO_DAYS)


def headline(event: Event) -> str:
    """A move in a few words: "rejection (planned): Hamas to Israel"."""
    hedge = "" if event.realis == "actual" else f" ({event.realis})"
    who = who_words(event)
    return f"{type_words(event.type)}{hedge}{f': {who}' if who else ''}"


def _vevent(event: Event, first: int, last: int, stamp: int, library: Library) -> Iterator[str]:
    quotes = library.quotes(event)[:3]
    cited = [f"“{printable(q.words)}”{f' ({source_words(q.article)})' if q.article else ''}" for q in quotes]
    description = "\n".join([when_words(event.bounds), *cited])
    links = [link_of(quote.article) for quote in quotes if quote.article is not None]
    yield from (
        "BEGIN:VEVENT",
        f"UID:{_ical(event.id)}@ceasetimeline",
        f"DTSTAMP:{_compact(stamp)}T000000Z",
        f"DTSTART;VALUE=DATE:{_compact(first)}",
        f"DTEND;VALUE=DATE:{_compact(last + 1)}",
        f"SUMMARY:{_ical(headline(event))}",
        f"DESCRIPTION:{_ical(description)}",
        f"CATEGORIES:{_ical(type_words(event.type))}",
        "TRANSP:TRANSPARENT",
    )
    if event.venue:
        yield f"LOCATION:{_ical(printable(event.venue))}"
    yield from (f"URL:{_uri(link)}" for link in links[:1] if link)
    yield "END:VEVENT"


def _ical(text: str) -> str:
    """Text as RFC 5545 writes it: backslash, semicolon, comma and line ends escaped."""
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(mark, written)
    return text


def _uri(link: str) -> str:
    return "".join(mark for mark in printable(link) if not mark.isspace())


def _folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 bytes, each but the first begun with a blank."""
    piece = ""
    size = 0
    for mark in line:
        length = len(mark.encode("utf-8", "replace"))
        if size + length > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += mark
        size += length
    yield piece


def _compact(day: int) -> str:
    return dt.date.fromordinal(day).isoformat().replace("-", "")


def _date(day: int) -> dict[str, int]:
    date = dt.date.fromordinal(day)
    return {"year": date.year, "month": date.month, "day": date.day}


def _html_quote(quote: Quote) -> str:
    said = f"<blockquote>{html.escape(printable(quote.words))}</blockquote>"
    if quote.article is None:
        return said
    source, link = html.escape(source_words(quote.article)), html.escape(link_of(quote.article))
    linked = f'<a href="{link}">{source}</a>' if link else source
    return f"{said}<p>{linked}</p>"
