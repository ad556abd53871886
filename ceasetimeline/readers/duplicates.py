"""Articles that share an id: the same one twice is one article, another text gets an id of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

import attrs

from ceasetimeline.codec import content_id
from ceasetimeline.model import Article, Issue

_FIELDS: Final = ("published", "source", "title", "url")


def settle_ids(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Issue, ...]]:
    """The articles, each with an id of its own, and an issue for each id that had to be changed.

    Which of several texts keeps the id depends on their content, not on their order. The same text given twice is
    one article, with the fields of both where they do not clash.
    """
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[article.id].append(article)
    settled: list[Article] = []
    issues: list[Issue] = []
    for name, group in groups.items():
        first, *others = _distinct(group)
        settled.append(first)
        for other in others:
            renamed = f"{name}-{content_id('x', *_content(other))[2:10]}"
            settled.append(attrs.evolve(other, id=renamed))
            message = f"the id {name!r} is used for different articles; this one is now called {renamed!r}"
            issues.append(Issue(code="duplicate-id", message=message, article=renamed))
    return tuple(settled), tuple(issues)


def _distinct(group: list[Article]) -> list[Article]:
    """The articles of a group that differ, those with one text and no clash made one, in an order of their own."""
    by_text: defaultdict[str, set[Article]] = defaultdict(set)
    for article in group:
        by_text[article.text].add(article)
    found = [one for same in by_text.values() for one in _united(same)]
    return sorted(found, key=lambda article: content_id("x", *_content(article)))


def _united(same: set[Article]) -> Iterable[Article]:
    if len(same) == 1:
        return same
    given = {field: {getattr(one, field) or "" for one in same} - {""} for field in _FIELDS}
    if any(len(values) > 1 for values in given.values()):
        return same
    known: dict[str, Any] = {field: min(values) for field, values in given.items() if values}
    known["modified"] = max((str(one.modified) for one in same if one.modified), default=None)
    return [attrs.evolve(min(same, key=_content), **known)]


def _content(article: Article) -> tuple[str, ...]:
    return (article.text, *(str(getattr(article, field) or "") for field in (*_FIELDS, "modified")))
