"""Which stretches of the articles a timeline quotes: all that stays in a file saved without texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from ceasetimeline.codec.ids import text_digest
from ceasetimeline.codec.parts import TimelineParts
from ceasetimeline.model import Article, Evidence, Mention, Span, TimeExpression

BLANK = " "


def passages(parts: TimelineParts) -> Mapping[str, list[Span]]:
    """For each article the stretches that the timeline quotes, in order and apart from one another."""
    found: defaultdict[str, set[Span]] = defaultdict(set)
    for mention in parts.get("mentions", ()):
        found[mention.article].update(_of_mention(mention))
    for time in parts.get("times", ()):
        found[time.article].update(_of_time(time))
    for evidence in _cited(parts):
        if evidence.span is not None:
            found[evidence.article].add(evidence.span)
    return defaultdict(list, {article: _merged(spans) for article, spans in found.items()})


def excerpt(article: Article, kept: Iterable[Span]) -> Article:
    """The article with nothing of its text but the passages in ``kept``, each in its place."""
    found = [(span.start, article.text[span.start : span.stop]) for span in kept]
    digest = article.excerpt_of or text_digest(article.text)
    return attrs.evolve(article, text=blacked_out(len(article.text), found), excerpt_of=digest)


def blacked_out(length: int, kept: Iterable[tuple[int, str]]) -> str:
    """A text of that length with the kept passages in their places, and blanks elsewhere.

    Raises ValueError for a passage that overlaps another or leaves the text.

    >>> blacked_out(18, [(0, "talks"), (13, "Doha")])
    'talks        Doha '
    """
    pieces: list[str] = []
    done = 0
    for start, passage in sorted(kept):
        if start < done or start + len(passage) > length:
            raise ValueError(f"the passage at {start} overlaps another or leaves the text of {length} characters")
        pieces += [BLANK * (start - done), passage]
        done = start + len(passage)
    return "".join([*pieces, BLANK * (length - done)])


def _of_mention(mention: Mention) -> Iterator[Span]:
    yield from (span for span in (mention.span, mention.sentence) if span is not None)
    yield from (role.span for role in mention.role_spans)


def _of_time(time: TimeExpression) -> Iterator[Span]:
    yield time.span
    if time.anchor.span is not None:
        yield time.anchor.span


def _cited(parts: TimelineParts) -> Iterator[Evidence]:
    for article in parts.get("articles", ()):
        yield from (clue.evidence for clue in article.publication.clues)
    for mention in parts.get("mentions", ()):
        yield from (*mention.bounds_because, *mention.why)
    for event in parts.get("events", ()):
        yield from (*event.bounds_because, *event.why)
    for relation in parts.get("relations", ()):
        yield from relation.evidence
    for conflict in parts.get("conflicts", ()):
        for claim in conflict.claims:
            yield from (*claim.evidence, *claim.statement.evidence)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].stop:
            merged[-1] = Span(merged[-1].start, max(merged[-1].stop, span.stop))
        else:
            merged.append(span)
    return merged
