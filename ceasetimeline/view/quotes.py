"""The words an event rests on: its mentions as quotes, one an article, the best first."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import attrs

from ceasetimeline.model import Article, Event, Evidence, Mention, Span
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timeline import Timeline

LINKED: Final = frozenset({"http", "https"})
AROUND: Final = 240
"""Characters shown on either side of the telling words; few sentences are longer, hostile texts are."""


@attrs.frozen(kw_only=True)
class Quote:
    """A sentence of an article with the stretch inside it that tells the move.

    ``told`` is half-open within ``sentence``; ``article`` is None for words from outside the timeline's articles.
    """

    sentence: str
    told: Span
    article: Article | None
    mention: Mention | None = None

    @property
    def parts(self) -> tuple[str, str, str]:
        """The words before the stretch, the stretch itself and the words after it."""
        start, stop = self.told.start, self.told.stop
        before, told, after = self.sentence[:start], self.sentence[start:stop], self.sentence[stop:]
        if len(before) > AROUND:
            before = f"… {before[-AROUND:]}"
        if len(after) > AROUND:
            after = f"{after[:AROUND]} …"
        return before, told[: 2 * AROUND], after

    @property
    def words(self) -> str:
        """The sentence, cut around its telling words where it is very long."""
        return "".join(self.parts)


@attrs.frozen
class Library:
    """The mentions and articles of a timeline by id, for looking up quotes."""

    mentions: dict[str, Mention]
    articles: dict[str, Article]
    sentences: dict[str, tuple[Span, ...]] = attrs.field(factory=dict, eq=False, repr=False)
    """The sentences of the articles that were looked into so far."""

    @classmethod
    def of(cls, timeline: Timeline) -> Library:
        """The library of one timeline."""
        return cls(
            mentions={mention.id: mention for mention in timeline.mentions},
            articles={article.id: article for article in timeline.articles},
        )

    def quotes(self, event: Event) -> tuple[Quote, ...]:
        """One quote from each article that tells of an event: originals before copies, sure ones before unsure."""
        mentions = [self.mentions[name] for name in event.mentions if name in self.mentions]
        best: dict[str, Mention] = {}
        for mention in sorted(mentions, key=lambda m: (-m.confidence, m.span or Span(0, 0), m.id)):
            best.setdefault(mention.article, mention)
        rank = functools.partial(self._rank, event.realis)
        return tuple(map(self._quote, sorted(best.values(), key=rank)))

    def evidence(self, evidence: Evidence) -> Quote:
        """The words that a piece of evidence cites, with the sentence or line they stand in."""
        article = self.articles.get(evidence.article)
        if article is None or evidence.span is None:
            return Quote(sentence=evidence.quote, told=Span(0, len(evidence.quote)), article=article)
        span = evidence.span
        touched = [span, *(sentence for sentence in self._sentences(article) if sentence.overlaps(span))]
        whole = Span(min(one.start for one in touched), max(one.stop for one in touched))
        return _within(article, span, whole)

    def _sentences(self, article: Article) -> tuple[Span, ...]:
        if article.id not in self.sentences:
            self.sentences[article.id] = split_sentences(article.text)
        return self.sentences[article.id]

    def _rank(self, realis: str, mention: Mention) -> tuple[bool, bool, float, float, str]:
        article = self.articles.get(mention.article)
        day = article.publication.bounds[1] if article else None
        copied = article is None or article.copy_of is not None
        return mention.realis != realis, copied, -mention.confidence, day or float("inf"), mention.id

    def _quote(self, mention: Mention) -> Quote:
        article = self.articles.get(mention.article)
        if article is None or mention.span is None:
            return Quote(sentence=mention.quote, told=Span(0, len(mention.quote)), article=article, mention=mention)
        sentence = mention.sentence if mention.sentence and mention.span in mention.sentence else mention.span
        return attrs.evolve(_within(article, mention.span, sentence), mention=mention)


def link_of(article: Article) -> str:
    """The address of an article if it is one that may be followed (http or https), else ""."""
    try:
        scheme = urlsplit(article.url).scheme
    except ValueError:
        return ""
    return article.url if scheme.lower() in LINKED else ""


def witnesses(quotes: tuple[Quote, ...]) -> Iterator[str]:
    """The names of the outlets behind some quotes, each once, in their order."""
    yield from dict.fromkeys(quote.article.source or quote.article.id for quote in quotes if quote.article)


def _within(article: Article, span: Span, sentence: Span) -> Quote:
    told = Span(span.start - sentence.start, span.stop - sentence.start)
    return Quote(sentence=article.text[sentence.start : sentence.stop], told=told, article=article)
