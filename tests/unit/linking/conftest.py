"""Reports written for the tests: a text with the moves it tells, without any extraction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import attrs
import pytest

from ceasetimeline.bounds import OPEN, Interval, TimeBounds
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.syndication import sketch
from ceasetimeline.model import UNKNOWN_PUBLICATION, Article, ArticleReading, Mention, Publication, Roles, Span
from ceasetimeline.text.sentences import split_sentences

Report = Callable[..., ArticleReading]


@attrs.frozen
class Move:
    """A move as a report tells it: its type, the words that do, who acts on whom, and when."""

    type: str
    quote: str
    agent: Sequence[str] = ()
    addressee: Sequence[str] = ()
    days: tuple[str, ...] = ()
    more: dict[str, Any] = attrs.field(factory=dict)


def make_report(
    name: str, published: str | None, text: str, *moves: Move, source: str | None = None
) -> ArticleReading:
    day = None if published is None else dt.date.fromisoformat(published).toordinal()
    article = Article(
        id=name,
        text=text,
        source=name if source is None else source,
        publication=UNKNOWN_PUBLICATION if day is None else Publication.on(day),
    )
    return ArticleReading(
        article=article,
        sentences=split_sentences(text),
        mentions=tuple(_mention(name, number, text, move) for number, move in enumerate(moves)),
        sketch=sketch(text),
    )


def _mention(name: str, number: int, text: str, move: Move) -> Mention:
    start = text.index(move.quote)
    bounds = TimeBounds.within(Interval.of(*move.days)) if move.days else OPEN
    several = len(move.agent) > 1
    roles = Roles(
        agent=() if several else tuple(move.agent),
        parties=tuple(move.agent) if several else (),
        addressee=tuple(move.addressee),
    )
    return Mention(
        id=f"{name}-{number}",
        article=name,
        span=Span(start, start + len(move.quote)),
        quote=move.quote,
        type=move.type,
        roles=roles,
        bounds=bounds,
        **move.more,
    )


@pytest.fixture(scope="session")
def report() -> Report:
    return make_report


@pytest.fixture(scope="session")
def move() -> type[Move]:
    return Move


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.default()
