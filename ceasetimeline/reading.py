"""From articles to readings: all that each article tells by itself."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final

import attrs

from ceasetimeline.bounds import iso
from ceasetimeline.codec import GivenMention, content_id
from ceasetimeline.events.given import Source, complete
from ceasetimeline.events.mentions import LONGEST_SENTENCE, find_mentions, scenes_of
from ceasetimeline.events.order_cues import order_cues
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.syndication import sketch
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    UNKNOWN_PUBLICATION,
    Article,
    ArticleReading,
    Issue,
    Settings,
    Span,
)
from ceasetimeline.text.boilerplate import find_boilerplate
from ceasetimeline.text.parsing import check_parser
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times
from ceasetimeline.timex.issues import time_issues
from ceasetimeline.timex.languages import language_issue
from ceasetimeline.timex.publication import read_publication

CHUNK: Final = 32
"""Articles that a worker process takes at a time: enough that handing them over costs little."""

NO_DATE: Final = "no-publication-date"
UNREMARKABLE: Final = 2
"""Days within which an outlet still corrects a story that it has put out."""

Progress = Callable[[Iterable[ArticleReading]], Iterable[ArticleReading]]
Watch = Callable[[Issue], None]


def progress_bar() -> Progress | None:
    """A bar of tqdm around the readings; None where tqdm is not installed."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    bar: Progress = functools.partial(tqdm, desc="reading", unit=" articles")
    return bar


@attrs.frozen(kw_only=True)
class Reader:
    """How articles are read: words, settings, and mentions that replace extraction (by article id)."""

    lexicon: Lexicon
    settings: Settings = DEFAULT_SETTINGS
    mentions: Mapping[str, tuple[GivenMention, ...]] = attrs.field(factory=dict)
    nlp: Any = None

    def __attrs_post_init__(self) -> None:
        check_parser(self.nlp)

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
        issues = (*issues, *_changed_late(article, settings), *_overlong(prose(reading)))
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
            scenes = scenes_of(article, reading.times, self.lexicon, self.nlp)
            source = Source(article, reading.sentences, scenes, self.lexicon)
            found = complete(self.mentions[article.id], source, found)
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
    watch: Watch | None = None,
) -> tuple[ArticleReading, ...]:
    """The readings of all articles, sorted by id, so that no later stage sees the order of the input.

    An article that ``known`` holds a reading of is not read again. With several ``workers`` the rest is read in so
    many processes; ``progress`` wraps the readings as they come; ``watch`` sees the issues of each at once.
    """
    read = {as_given(reading.article): reading for reading in known}
    new = [article for article in articles if as_given(article) not in read]
    watched = functools.partial(_watched, progress=progress, watch=watch)
    if workers > 1 and len(new) > CHUNK:
        fresh = list(watched(Readings(_in_processes(new, reader, workers), len(new))))
    else:
        fresh = list(watched(Readings(map(reader.read, new), len(new))))
    read |= {as_given(article): reading for article, reading in zip(new, fresh, strict=True)}
    return tuple(sorted((read[as_given(article)] for article in articles), key=lambda r: r.article.id))


def _overlong(sentences: Sequence[Span]) -> tuple[Issue, ...]:
    found = [span for span in sentences if span.stop - span.start > LONGEST_SENTENCE]
    if not found:
        return ()
    message = (
        f"{len(found)} stretches without a sentence end are longer than {LONGEST_SENTENCE} characters (the first at "
        f"{found[0].start}): their times are read, their moves are not; break the text into sentences"
    )
    return (Issue(code="long-sentence", message=message),)


def _changed_late(article: Article, settings: Settings) -> tuple[Issue, ...]:
    """A report where an article was changed days from its publication: parts of it may be as young as the change."""
    published = article.publication.day
    if article.modified is None or published is None:
        return ()
    changed, _ = read_publication(article.modified, text="", url="", settings=settings)
    if changed.day is None or abs(changed.day - published) <= UNREMARKABLE:
        return ()
    days = changed.day - published
    message = (
        f"the article was last changed on {iso(changed.day)}, {abs(days)} days {'after' if days > 0 else 'before'} "
        "its publication; relative dates count from the publication, check them"
    )
    return (Issue(code="modified-date", message=message),)


@attrs.frozen
class Readings:
    """Readings as they come, and how many there will be: what a progress bar asks for."""

    found: Iterable[ArticleReading]
    count: int

    def __iter__(self) -> Iterator[ArticleReading]:
        return iter(self.found)

    def __len__(self) -> int:
        return self.count


def _in_processes(articles: Sequence[Article], reader: Reader, workers: int) -> Iterator[ArticleReading]:
    """The readings of the articles, in their order; if a process dies, the rest is read one article at a time."""
    done = 0
    try:
        with ProcessPoolExecutor(workers) as pool:
            for reading in pool.map(reader.read, articles, chunksize=CHUNK):
                yield reading
                done += 1
    except BrokenProcessPool:
        yield from _one_by_one(articles[done:], reader)


def _one_by_one(articles: Sequence[Article], reader: Reader) -> Iterator[ArticleReading]:
    """The readings of the articles; one that kills the process that reads it is reported and has no reading."""
    rest = iter(articles)
    for article in rest:
        with ProcessPoolExecutor(1) as pool:
            try:
                yield pool.submit(reader.read, article).result()
                for following in rest:
                    article = following  # noqa: PLW2901 - the one that is being read when the process dies
                    yield pool.submit(reader.read, article).result()
            except BrokenProcessPool:
                message = (
                    "the process that read this article died, likely for want of memory; the article is left out"
                )
                issue = Issue(code="worker-died", message=message, article=article.id)
                yield ArticleReading(article=article, issues=(issue,))


def _watched(found: Readings, progress: Progress | None, watch: Watch | None) -> Iterator[ArticleReading]:
    for reading in progress(found) if progress else found:
        if watch is not None:
            for issue in reading.issues:
                watch(issue)
        yield reading


def as_given(article: Article) -> Article:
    """The article as its source gave it, without what the library found out about it."""
    return attrs.evolve(article, publication=UNKNOWN_PUBLICATION, copy_of=None)


def prose(reading: ArticleReading) -> tuple[Span, ...]:
    """The sentences of an article that are not boilerplate."""
    furniture = reading.boilerplate
    return tuple(span for span in reading.sentences if not any(span.overlaps(other) for other in furniture))
