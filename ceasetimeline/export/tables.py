"""Flat rows: one an event or one a mention, for CSV, data frames and Parquet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ceasetimeline.bounds import TimeBounds
from ceasetimeline.errors import InputError
from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.export.plain import formula_safe
from ceasetimeline.model import ROLE_NAMES, Event, Mention
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.quotes import Library, link_of
from ceasetimeline.view.wording import printable, when_words

BETWEEN: Final = "; "

Row = dict[str, Any]


def event_rows(timeline: Timeline) -> Iterator[Row]:
    """One row an event: its bounds as four days (None where a side is open), its roles, its best quote."""
    library = Library.of(timeline)
    for event in timeline.events:
        quotes = library.quotes(event)
        articles = [quote.article for quote in quotes if quote.article is not None]
        yield {
            **_move(event),
            "independent_sources": event.independent_sources,
            "quote": quotes[0].words if quotes else "",
            "sources": BETWEEN.join(dict.fromkeys(article.source or article.id for article in articles)),
            "links": BETWEEN.join(filter(None, map(link_of, articles))),
            "mentions": BETWEEN.join(event.mentions),
        }


def mention_rows(timeline: Timeline) -> Iterator[Row]:
    """One row a mention: the event it tells of, its own bounds, its place in the article."""
    library = Library.of(timeline)
    events = {name: event.id for event in timeline.events for name in event.mentions}
    for mention in timeline.mentions:
        article = library.articles.get(mention.article)
        yield {
            "event": events.get(mention.id, ""),
            **_move(mention),
            "reported_by": BETWEEN.join(mention.reported_by),
            "quote": mention.quote,
            "sentence": _sentence(mention, library),
            "article": mention.article,
            "start": None if mention.span is None else mention.span.start,
            "end": None if mention.span is None else mention.span.stop,
            "source": article.source if article else "",
            "published": _day(article.publication.day) if article else None,
            "link": link_of(article) if article else "",
        }


def csv_file(timeline: Timeline, options: ExportOptions) -> Exported:
    """The rows as CSV in UTF-8; cells that would run as formulas are made safe unless ``csv_safe`` is off."""
    rows = list(rows_of(timeline, options))
    return Exported(csv_bytes(rows, columns_of_rows(timeline, options), csv_safe=options.csv_safe))


def csv_bytes(rows: Iterable[Row], columns: Iterable[str], *, csv_safe: bool = True) -> bytes:
    """Rows as CSV with a first line of columns; numbers and days are written as they are."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    columns = list(columns)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name], csv_safe) for name in columns])
    return file.getvalue().encode("utf-8")


def rows_of(timeline: Timeline, options: ExportOptions) -> Iterator[Row]:
    """The rows that the options ask for; raises InputError for an unknown kind of row."""
    kinds = {"events": event_rows, "mentions": mention_rows}
    if options.rows not in kinds:
        raise InputError(f"no rows are called {options.rows!r}; choose events or mentions")
    return kinds[options.rows](timeline)


def columns_of_rows(timeline: Timeline, options: ExportOptions) -> list[str]:
    """The names of the columns, also of a timeline without events."""
    del timeline
    empty = Timeline(events=(Event(id="", type=""),), mentions=(Mention(id="", article="", type=""),))
    return list(next(rows_of(empty, options)))


def _move(move: Event | Mention) -> Row:
    return {
        "id": move.id,
        "type": move.type,
        "realis": move.realis,
        "when": when_words(move.bounds),
        **_bounds(move.bounds),
        **{role: BETWEEN.join(move.roles.named(role)) for role in ROLE_NAMES},
        "venue": move.venue,
        "round": move.round,
        "confidence": move.confidence,
    }


def _bounds(bounds: TimeBounds) -> Mapping[str, dt.date | None]:
    names = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    return {name: _day(side) for name, side in zip(names, bounds.sides, strict=True)}


def _day(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)


def _sentence(mention: Mention, library: Library) -> str:
    article = library.articles.get(mention.article)
    if article is None or mention.sentence is None:
        return mention.quote
    return article.text[mention.sentence.start : mention.sentence.stop]


def _cell(value: object, csv_safe: bool) -> object:
    if not isinstance(value, str):
        return "" if value is None else value
    return formula_safe(printable(value)) if csv_safe else value.encode("utf-8", "replace").decode("utf-8")
