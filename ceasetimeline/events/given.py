"""Mentions that a user hands in, coded by hand or by a model: put in their place and dated from the text."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ceasetimeline.bounds import OPEN, TimeBounds
from ceasetimeline.codec import GivenMention
from ceasetimeline.model import Article, Evidence, Mention, Span


def complete(
    given: Sequence[GivenMention], article: Article, sentences: Sequence[Span], found: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions handed in for an article, each with its sentence, its words, and bounds.

    Bounds that were given stay as they are. A mention without any takes those of the move that the library itself
    ``found`` in the same words; where it found none there, the move is no later than the article.
    """
    return tuple(_completed(one, article, sentences, found) for one in given)


def _completed(one: GivenMention, article: Article, sentences: Sequence[Span], found: Sequence[Mention]) -> Mention:
    mention = one.mention
    span = mention.span if mention.span and mention.span.stop <= len(article.text) else None
    sentence = next((s for s in sentences if span and s.overlaps(span)), None)
    placed = attrs.evolve(
        mention,
        span=span,
        quote=article.text[span.start : span.stop] if span else mention.quote,
        sentence=mention.sentence or sentence,
    )
    if one.dated:
        return placed
    same = next((m for m in found if span and m.span and m.span.overlaps(span)), None)
    if same is not None:
        return attrs.evolve(placed, bounds=same.bounds, bounds_because=same.bounds_because, time=same.time)
    return attrs.evolve(placed, bounds=_by_publication(article, mention), bounds_because=_because(article, mention))


def _by_publication(article: Article, mention: Mention) -> TimeBounds:
    last = article.publication.bounds[1]
    return TimeBounds.until(last) if mention.realis == "actual" and last is not None else OPEN


def _because(article: Article, mention: Mention) -> tuple[Evidence, ...]:
    if _by_publication(article, mention).is_open:
        return ()
    return (Evidence(article=article.id, rule="published", note="told as past when the article was published"),)
