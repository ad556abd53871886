"""A Markdown report, and the sources as CSL-JSON for reference managers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final

from ceasetimeline.codec import to_json
from ceasetimeline.export.calendars import headline
from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.export.plain import storable
from ceasetimeline.model import Article, Conflict, Event
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.quotes import Library, Quote, link_of
from ceasetimeline.view.text import claim_words, head_words
from ceasetimeline.view.wording import count_words, printable, source_words, when_words

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$=:^\"'@/])")


def markdown(timeline: Timeline, options: ExportOptions) -> Exported:
    """A report in Markdown: the events with their quotes, then what the sources disagree on and what is missing.

    Text from sources is escaped: none of it is markup, a link or HTML.
    """
    library = Library.of(timeline)
    blocks = [f"# {_md(options.title)}", _md(head_words(timeline))]
    for event in timeline.events:
        blocks += _event(event, library)
    if timeline.conflicts:
        events = {event.id: event for event in timeline.events}
        blocks.append("## Sources that disagree")
        blocks += [_conflict(conflict, events, library) for conflict in timeline.conflicts]
    if timeline.issues:
        blocks.append("## What could not be used")
        blocks.append(
            "\n".join(f"- {_md(issue.place or issue.article)}: {_md(issue.message)}" for issue in timeline.issues)
        )
    return Exported(("\n\n".join(blocks) + "\n").encode("utf-8", "replace"))


def csl_json(timeline: Timeline, options: ExportOptions) -> Exported:
    """The articles as CSL-JSON; an article whose day is not exactly known has no date."""
    del options
    return Exported(to_json([_reference(article) for article in timeline.articles]) + b"\n")


def _event(event: Event, library: Library) -> Iterator[str]:
    quotes = library.quotes(event)
    yield f"## {_md(when_words(event.bounds))}: {_md(headline(event))}"
    facts = [count_words(event.independent_sources, "independent source")]
    facts += [f"in {_md(event.venue)}"] if event.venue else []
    facts += [f"round {_md(event.round)}"] if event.round else []
    yield "; ".join(facts)
    yield from (_quote(quote) for quote in quotes[:3])


def _quote(quote: Quote) -> str:
    said = f"> {_md(quote.words)}"
    if quote.article is None:
        return said
    words, link = _md(source_words(quote.article)), link_of(quote.article)
    return f"{said}\n>\n> — {f'[{words}](<{_address(link)}>)' if link else words}"


def _conflict(conflict: Conflict, events: dict[str, Event], library: Library) -> str:
    lines = [f"- {_md(conflict.kind)} ({conflict.status})"]
    for claim in conflict.claims:
        lines.append(f"  - {_md(claim_words(claim, events))}")
        for evidence in claim.evidence[:2]:
            quote = library.evidence(evidence)
            source = f" ({_md(source_words(quote.article))})" if quote.article else ""
            lines.append(f"    - “{_md(quote.words)}”{source}")
    return "\n".join(lines)


def _reference(article: Article) -> dict[str, Any]:
    reference: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "title": _rich(article.title)}
    if article.source:
        reference["container-title"] = _rich(article.source)
    if article.publication.day is not None:
        day = dt.date.fromordinal(article.publication.day)
        reference["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if link := link_of(article):
        reference["URL"] = link
    return reference


def _rich(text: str) -> str:
    """Text as CSL reads it, which takes ``<i>`` and the like for markup."""
    return printable(text).replace("<", "‹").replace(">", "›")


def _md(text: str) -> str:
    return _MARKUP.sub(r"\\\1", storable(printable(text)))


def _address(link: str) -> str:
    found = "".join(mark for mark in link if mark.isprintable() and not mark.isspace())
    return found.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
