"""The text of an article with its time expressions and mentions marked in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceasetimeline.model import Article, Mention, Span, TimeExpression
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.html import article_html, notebook_piece
from ceasetimeline.view.markup import Markup, element, escaped, joined_markup
from ceasetimeline.view.wording import printable, range_words, type_words, when_words, who_words


class Highlighted(str):
    """HTML that a notebook shows as such."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def show_times(timeline: Timeline, article: str | Article) -> Highlighted:
    """The article's text with marks: times with their days, triggers with what was read there.

    Raises UnknownNameError for an article that is not in the timeline.
    """
    part = timeline[article if isinstance(article, str) else article.id]
    if not isinstance(part, Article):
        raise TypeError(f"{article!r} is no article of the timeline; pass one of timeline.articles or its id")
    marks = [
        *((time.span, "time", time_words(time)) for time in timeline.times if time.article == part.id),
        *((m.span, "move", mention_words(m)) for m in timeline.mentions if m.article == part.id and m.span),
    ]
    body = marked(part.text, marks)
    return Highlighted(notebook_piece(element("p", article_html(part)), *body))


def time_words(time: TimeExpression) -> str:
    """What a time expression was read as: "4 Jan 2025 (weekday)"; the reason where it has no days."""
    interval = time.interval
    days = range_words(interval.start, interval.last) if interval else time.reason or f"{time.type} {time.value}"
    return f"{days} ({time.rule})"


def mention_words(mention: Mention) -> str:
    """What a mention was read as: type, stance, actors and date."""
    realis = "" if mention.realis == "actual" else f" ({mention.realis})"
    said = f"as told by {', who cites '.join(map(printable, mention.reported_by))}" if mention.reported_by else ""
    parts = (f"{type_words(mention.type)}{realis}", who_words(mention), when_words(mention.bounds), said)
    return " · ".join(filter(None, parts))


def marked(text: str, marks: Iterable[tuple[Span, str, str]]) -> Iterator[Markup]:
    """The text as paragraphs, each mark around its words; of marks that overlap, the first and longest is kept."""
    pieces: list[Markup] = []
    at = 0
    for span, name, words in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].stop, mark[1:])):
        if span.start < at or span.stop > len(text) or span.start == span.stop:
            continue
        pieces += _lines(text[at : span.start])
        pieces.append(element("mark", text[span.start : span.stop], class_=name, title=words))
        pieces.append(element("small", f" {words}", class_="quiet"))
        at = span.stop
    pieces += _lines(text[at:])
    yield element("p", *pieces)


def _lines(text: str) -> list[Markup]:
    lines = text.split("\n")
    shown = [escaped(line) if line.strip() else Markup(" " if line else "") for line in lines]
    return [
        joined_markup(line, element("br") if number < len(lines) - 1 else None) for number, line in enumerate(shown)
    ]
