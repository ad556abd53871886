"""A timeline and its parts as plain HTML: escaped, no script, fit for notebooks, dark and light, and for print.

Text from sources never passes as markup: `markup.element` escapes whatever is not built here.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import singledispatch
from importlib import resources
from typing import Final, TypeVar

from ceasetimeline.model import Article, Conflict, Event, Evidence, Issue, TimeExpression
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.markup import Markup, element, joined_markup
from ceasetimeline.view.quotes import Library, Quote, link_of
from ceasetimeline.view.sequence import reading_order
from ceasetimeline.view.svg import svg_image, timeline_svg
from ceasetimeline.view.text import claim_words, head_words, subject_words
from ceasetimeline.view.wording import (
    count_words,
    printable,
    published_words,
    range_words,
    source_words,
    type_words,
    when_words,
    who_words,
)

Shown = TypeVar("Shown", Conflict, Article, Issue)
NOTEBOOK_EVENTS: Final = 60
"""Rows that a notebook shows before it says how many more there are."""


@functools.cache
def stylesheet() -> str:
    """The style that pages and notebook pieces share; it takes its colours from what is around it."""
    return (resources.files("ceasetimeline") / "view" / "style.css").read_text(encoding="utf-8")


def page(timeline: Timeline, *, title: str = "Timeline") -> str:
    """One whole page in one file: picture, table of events, conflicts, articles and issues; it loads nothing."""
    digest = base64.b64encode(hashlib.sha256(stylesheet().encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", Markup(stylesheet())),
    )
    main = element(
        "main",
        element("h1", title),
        element("p", head_words(timeline), class_="quiet"),
        element("div", timeline_svg(timeline.events, styled=False), class_="picture", tabindex=0),
        _events_section(timeline, limit=None),
        section("Sources that disagree", timeline.conflicts, lambda c: conflict_html(c, timeline)),
        section("Articles", timeline.articles, article_html),
        section("What could not be used", timeline.issues, issue_html),
        class_="ceasetimeline",
    )
    return f"<!doctype html>\n{element('html', head, element('body', main), lang='en')}\n"


def timeline_html(timeline: Timeline) -> str:
    """The timeline for a notebook: picture, the first events and the conflicts."""
    picture = timeline_svg(timeline.events)
    words = head_words(timeline)
    return notebook_piece(
        element("p", element("strong", "Timeline"), f" {words}"),
        svg_image(picture, words) if picture else None,
        _events_section(timeline, limit=NOTEBOOK_EVENTS),
        section("Sources that disagree", timeline.conflicts, lambda c: conflict_html(c, timeline)),
        section("What could not be used", timeline.issues, issue_html),
    )


@singledispatch
def part_html(part: object) -> str:
    """Any part of a timeline for a notebook, by itself: its own facts, without the words of its articles."""
    raise TypeError(f"nothing to show of {part!r}; pass an Event, Article, TimeExpression or Conflict")


def event_html(event: Event, timeline: Timeline | None = None) -> str:
    """One event for a notebook; with its quotes where the timeline it is from is given."""
    library = Library.of(timeline or Timeline())
    return notebook_piece(element("table", element("tbody", _row(event, library))))


def article_html(article: Article) -> Markup:
    """An article in one line: title, source, publication, and what it repeats."""
    link = link_of(article)
    title = article.title or article.id or "untitled"
    copied = f", repeats {article.copy_of}" if article.copy_of else ""
    return joined_markup(
        element("a", title, href=link) if link else element("bdi", title),
        element("span", f" — {source_words(article)}{copied}", class_="source"),
    )


def article_piece(article: Article) -> str:
    """An article for a notebook, with how its publication day is known and its first words."""
    publication = article.publication
    clues = [f"{'hard' if c.hard else 'soft'} clue: “{printable(c.evidence.quote)}”" for c in publication.clues]
    words = printable(article.text[:400]) + (" …" if len(article.text) > 400 else "")
    return notebook_piece(
        element("p", article_html(article)),
        element("p", f"published {published_words(publication)} ({publication.basis})", class_="quiet"),
        _list(clues),
        element("p", element("bdi", words)),
    )


def time_html(time: TimeExpression) -> str:
    """A time expression for a notebook: the words, their days, the rule and what they count from."""
    interval = time.interval
    days = range_words(interval.start, interval.last) if interval else (time.reason or "no date")
    facts = [f"{time.type} {time.value}{f' ({time.mod})' if time.mod else ''}", f"rule {time.rule}"]
    if time.anchor.kind != "none":
        anchor = time.anchor.days
        facts.append(
            f"counted from the {time.anchor.kind}{f' {range_words(anchor.start, anchor.last)}' if anchor else ''}"
        )
    facts += [f"another reading: {other.value}" for other in time.others]
    return notebook_piece(element("p", element("mark", time.text, class_="time"), f" {days}"), _list(facts))


def conflict_html(conflict: Conflict, timeline: Timeline | None = None) -> Markup:
    """A conflict with every side and the words that make it."""
    library = Library.of(timeline or Timeline())
    events = {event.id: event for event in timeline.events} if timeline else {}
    sides = (
        element(
            "li",
            claim_words(claim, events),
            *(quote_html(library.evidence(e)) for e in claim.evidence or claim.statement.evidence if e.quote),
        )
        for claim in conflict.claims
    )
    title = f"{type_words(conflict.kind)}, {conflict.status}: "
    subjects = subject_words(conflict, timeline) if timeline else ", ".join(map(printable, conflict.subjects))
    return element("div", element("p", element("strong", title), subjects), element("ul", *sides), class_="conflict")


def notebook_piece(*children: Markup | str | None) -> str:
    """Parts in one block with the style they need, to be shown by themselves."""
    return element("div", element("style", Markup(stylesheet())), *children, class_="ceasetimeline")


def section(title: str, parts: Sequence[Shown], show: Callable[[Shown], Markup]) -> Markup | None:
    """Parts under a title, or nothing where there are none."""
    if not parts:
        return None
    items = (element("li", show(part)) for part in parts)
    return element("section", element("h2", f"{title} ({len(parts)})"), element("ul", *items))


def _events_section(timeline: Timeline, limit: int | None) -> Markup | None:
    if not timeline.events:
        return None
    library = Library.of(timeline)
    shown = reading_order(timeline.events, timeline.relations)[:limit]
    more = len(timeline.events) - len(shown)
    header = element(
        "thead", element("tr", *(element("th", name, scope="col") for name in ("Date", "Move", "Words")))
    )
    rows = (_row(event, library) for event in shown)
    return joined_markup(
        element("table", header, element("tbody", *rows)),
        element("p", f"… and {count_words(more, 'event')} more", class_="quiet") if more else None,
    )


def _row(event: Event, library: Library) -> Markup:
    quotes = library.quotes(event)
    realis = None if event.realis == "actual" else element("span", event.realis, class_="realis")
    venue = f"in {event.venue}" if event.venue else ""
    counted = count_words(event.independent_sources, "independent source") if event.independent_sources else ""
    move = joined_markup(
        element("strong", type_words(event.type)),
        " " if realis else None,
        realis,
        element("div", who_words(event)),
        element("div", ", ".join(filter(None, (venue, counted))), class_="quiet"),
    )
    rest = quotes[1:]
    words = joined_markup(
        quote_html(quotes[0]) if quotes else None,
        element("details", element("summary", count_words(len(rest), "more article")), *map(quote_html, rest))
        if rest
        else None,
        reasons_html(event.bounds_because, library),
    )
    return element(
        "tr", element("td", when_words(event.bounds)), element("td", move), element("td", words), id=event.id or None
    )


def reasons_html(reasons: tuple[Evidence, ...], library: Library) -> Markup | None:
    """Why an event has its date: each reason with its words, folded away."""
    if not reasons:
        return None
    items = (
        element(
            "li",
            reason.note or reason.rule,
            joined_markup(": ", quote_html(library.evidence(reason), name="span")) if reason.quote else None,
        )
        for reason in reasons
    )
    return element("details", element("summary", "why this date"), element("ul", *items))


def quote_html(quote: Quote, *, name: str = "blockquote") -> Markup:
    """A quote with its telling words marked, and the article it is from."""
    before, told, after = quote.parts
    article = quote.article
    source: Markup | None = None
    if article is not None:
        link = link_of(article)
        words = source_words(article)
        source = element("a", words, href=link) if link else element("bdi", words)
    return element(
        name,
        element("bdi", "“", before, element("mark", told) if told else None, after, "”"),
        element("span", " — ", source, class_="source") if source else None,
    )


def issue_html(issue: Issue) -> Markup:
    """An issue in one line."""
    where = ", ".join(filter(None, (issue.article, issue.place)))
    return joined_markup(element("strong", issue.code), f" {issue.message}", f" ({where})" if where else None)


def _list(items: Iterable[str]) -> Markup | None:
    listed = [element("li", item) for item in items]
    return element("ul", *listed) if listed else None


part_html.register(Event, event_html)
part_html.register(Article, article_piece)
part_html.register(TimeExpression, time_html)
part_html.register(Conflict, lambda conflict: notebook_piece(conflict_html(conflict)))
