"""Mentions that a user hands in, coded by hand or by a model: put in their place and dated from the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from ceasetimeline.bounds import OPEN, TimeBounds
from ceasetimeline.codec import GivenMention
from ceasetimeline.events.attach import Dating, date_span
from ceasetimeline.events.scene import Scene
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article, Evidence, Mention, Span


@attrs.frozen(eq=False)
class Source:
    """Where mentions were handed in for: the article, its sentences, and what reads one as a scene."""

    article: Article
    sentences: Sequence[Span]
    scene: Callable[[Span], Scene]
    lexicon: Lexicon

    def dating(self, mention: Mention, span: Span, sentence: Span) -> Dating | None:
        """What the clause that a mention stands in says of its days."""
        row = next((row for row in self.lexicon.event_types if row.name == mention.type), None)
        if row is None:
            return None
        told = mention.realis, mention.roles
        return date_span(self.scene(sentence), span, row, told, self.article.publication)


def complete(given: Sequence[GivenMention], source: Source, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions handed in for an article, each with its sentence, its words, and bounds.

    Bounds that were given stay as they are. A mention without any takes those of the move of its type that the
    library itself ``found`` in the same words; else it is dated by the clause that its words stand in; where neither
    tells a day, the move is no later than the article.
    """
    return tuple(_completed(one, source, found) for one in given)


def _completed(one: GivenMention, source: Source, found: Sequence[Mention]) -> Mention:
    mention, article = one.mention, source.article
    span = mention.span if mention.span and mention.span.stop <= len(article.text) else None
    sentence = next((s for s in source.sentences if span and s.overlaps(span)), None)
    placed = attrs.evolve(
        mention,
        span=span,
        quote=article.text[span.start : span.stop] if span else mention.quote,
        sentence=mention.sentence or sentence,
    )
    if one.dated:
        return placed
    same = [m for m in found if span and m.span and m.span.overlaps(span) and m.realis == mention.realis]
    told = next((m for m in same if m.type == mention.type), None)
    if told is not None:
        return attrs.evolve(placed, bounds=told.bounds, bounds_because=told.bounds_because, time=told.time)
    dating = source.dating(mention, span, sentence) if span and sentence else None
    if dating is not None:
        return attrs.evolve(placed, bounds=dating.bounds, bounds_because=dating.because, time=dating.time)
    return attrs.evolve(placed, bounds=_by_publication(article, mention), bounds_because=_because(article, mention))


def _by_publication(article: Article, mention: Mention) -> TimeBounds:
    last = article.publication.bounds[1]
    return TimeBounds.until(last) if mention.realis == "actual" and last is not None else OPEN


def _because(article: Article, mention: Mention) -> tuple[Evidence, ...]:
    if _by_publication(article, mention).is_open:
        return ()
    return (Evidence(article=article.id, rule="published", note="told as past when the article was published"),)
