"""Time expressions: found, understood, and placed on the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from ceasetimeline.errors import InputError
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    UNKNOWN_PUBLICATION,
    Article,
    Publication,
    Settings,
    Span,
    TimeExpression,
)
from ceasetimeline.timex.expressions import again, expressions
from ceasetimeline.timex.issues import time_issues

Profile = Literal["news", "timeml"]
__all__ = ["find_times", "place_again", "read_times", "resolve", "time_issues"]


def find_times(
    text: str,
    *,
    published: str | dt.date | None = None,
    vague: bool = False,
    languages: Sequence[str] = ("en",),
    lexicon: Lexicon | None = None,
    profile: Profile = "news",
    trace: bool = False,
) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, in order, with its days where the text allows them.

    >>> [(time.text, time.value) for time in find_times("They met on Sunday.", published="2025-07-08")]
    [('Sunday', '2025-07-06')]
    """
    publication = _publication(published, text)
    return expressions(
        text,
        publication,
        Settings(languages=tuple(languages)),
        lexicon=lexicon,
        vague=vague,
        profile=profile,
        trace=trace,
    )


def _publication(published: str | dt.date | None, text: str) -> Publication:
    if published is None:
        return UNKNOWN_PUBLICATION
    if isinstance(published, dt.date):
        return Publication.on(published.toordinal())
    from ceasetimeline.timex.publication import read_publication

    publication, issues = read_publication(published, text="", url="", settings=DEFAULT_SETTINGS)
    if publication.bounds == (None, None):
        raise InputError(issues[0].message if issues else f"the date {published[:80]!r} cannot be read")
    return publication


def resolve(phrase: str, *, published: str | dt.date | None = None) -> TimeExpression:
    """The time that a phrase names: its longest time expression.

    >>> resolve("last month", published="2025-07-07").value
    '2025-06'

    Raises InputError where the phrase holds no time expression.
    """
    found = find_times(phrase, published=published, vague=True)
    if not found:
        raise InputError(f"no time expression in {phrase[:80]!r}; pass a phrase such as 'last month'")
    return max(found, key=lambda time: (len(time.text), -time.span.start))


def read_times(
    article: Article, sentences: Sequence[Span], lexicon: Lexicon, settings: Settings
) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, placed as far as its publication is known."""
    return expressions(article.text, article.publication, settings, lexicon=lexicon, article=article.id)


def place_again(
    times: Sequence[TimeExpression], publication: Publication, settings: Settings
) -> tuple[TimeExpression, ...]:
    """The same expressions, placed anew from a publication that became known or tighter."""
    return again(times, publication, settings)
