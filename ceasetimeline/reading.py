"""From articles to readings: all that each article tells by itself."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Final

import attrs

from ceasetimeline.codec import GivenMention, content_id
from ceasetimeline.events.given import complete
from ceasetimeline.events.mentions import find_mentions
from ceasetimeline.events.order_cues import order_cues
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.syndication import sketch
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    UNKNOWN_PUBLICATION,
    Article,
    ArticleReading,
    Settings,
    Span,
)
from ceasetimeline.text.boilerplate import find_boilerplate
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times
from ceasetimeline.timex.issues import time_issues
from ceasetimeline.timex.languages import language_issue
from ceasetimeline.timex.publication import read_publication

CHUNK: Final = 32
"""Articles that a worker process takes at a time: enough that handing them over costs little."""

NO_DATE: Final = "no-publication-date"

Progress = Callable[[Iterable[ArticleReading]], Iterable[ArticleReading]]


@attrs.frozen(kw_only=True)
class Reader:
    """How articles are read: words, settings, and mentions that replace extraction (by article id)."""

    lexicon: Lexicon
    settings: Settings = DEFAULT_SETTINGS
    mentions: Mapping[str, tuple[GivenMention, ...]] = attrs.field(factory=dict)
    nlp: Any = None

    def read(self, article: Article) -> ArticleReading:
        """All that one article tells by itself."""
        settings = self.settings
        name = article.id or content_id("a", article.text, article.published, article.source)
        publication, issues = read_publication(
            article.published, text=article.text, url=article.url, settings=settings, article=name
        )
        article = attrs.evolve(article, id=name, publication=publication)
        sentences = split_sentences(article.text)
        reading = ArticleReading(
            article=article,
            sentences=sentences,
            boilerplate=find_boilerplate(article.text, sentences),
            sketch=sketch(article.text),
        )
        times = read_times(article, prose(reading), self.lexicon, settings)
        found = (*issues, language_issue(article.text, settings.languages), *time_issues(times))
        # Both the missing date and the times that miss it are reported: once is enough.
        by_code = {
            (issue.code, issue.message if issue.code != NO_DATE else ""): issue for issue in found[::-1] if issue
        }
        told = tuple(attrs.evolve(issue, article=name) for issue in reversed(by_code.values()))
        return self.read_mentions(attrs.evolve(reading, times=times, issues=told))

    def read_mentions(self, reading: ArticleReading) -> ArticleReading:
        """The reading with its mentions, and the cues to their order, found from its times as they now stand."""
        article, sentences = reading.article, prose(reading)
        found = find_mentions(article, sentences, reading.times, self.lexicon, self.settings, self.nlp)
        if article.id in self.mentions:
            found = complete(self.mentions[article.id], article, reading.sentences, found)
        cues = order_cues(article, found, reading.times, self.lexicon)
        return attrs.evolve(reading, mentions=found, statements=cues)


def read_article(
    article: Article, *, lexicon: Lexicon | None = None, settings: Settings = DEFAULT_SETTINGS, nlp: Any = None
) -> ArticleReading:
    """All that one article tells by itself: its sentences, times, mentions, and cues to their order.

    Pure and picklable: no other article is needed, and the same article always gives the same reading.

    >>> reading = read_article(Article(text="Hamas rejected the proposal on Sunday.", published="2025-07-08"))
    >>> [(mention.type, mention.roles.agent, mention.bounds.to_json()["start"]) for mention in reading.mentions]
    [('rejection', ('Hamas',), ['2025-07-06', '2025-07-06'])]
    """
    return Reader(lexicon=lexicon or Lexicon.default(), settings=settings, nlp=nlp).read(article)


def read_all(
    articles: Sequence[Article],
    reader: Reader,
    *,
    known: Sequence[ArticleReading] = (),
    workers: int = 1,
    progress: Progress | None = None,
) -> tuple[ArticleReading, ...]:
    """The readings of all articles, sorted by id, so that no later stage sees the order of the input.

    An article that ``known`` holds a reading of is not read again. With several ``workers`` the rest is read in so
    many processes; ``progress`` wraps the readings as they come.
    """
    read = {as_given(reading.article): reading for reading in known}
    new = [article for article in articles if as_given(article) not in read]
    watched = progress or iter
    if workers > 1 and len(new) > CHUNK:
        with ProcessPoolExecutor(workers) as pool:
            fresh = list(watched(pool.map(functools.partial(Reader.read, reader), new, chunksize=CHUNK)))
    else:
        fresh = list(watched(map(reader.read, new)))
    read |= {as_given(article): reading for article, reading in zip(new, fresh, strict=True)}
    return tuple(sorted((read[as_given(article)] for article in articles), key=lambda r: r.article.id))


def as_given(article: Article) -> Article:
    """The article as its source gave it, without what the library found out about it."""
    return attrs.evolve(article, publication=UNKNOWN_PUBLICATION, copy_of=None)


def prose(reading: ArticleReading) -> tuple[Span, ...]:
    """The sentences of an article that are not boilerplate."""
    furniture = reading.boilerplate
    return tuple(span for span in reading.sentences if not any(span.overlaps(other) for other in furniture))
