"""When an article's day becomes known or narrower, its times are those that would have been read from the start."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from ceasetimeline.bounds import iso, ordinal
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Publication, TimeExpression
from ceasetimeline.reading import Reader
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import place_again, read_times

ARTICLES = Path(__file__).parent / "processes" / "articles.jsonl"


def rows() -> Iterator[tuple[Article, int]]:
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("published"):
            yield Article(id=row["id"], text=row["text"]), ordinal(row["published"][:10])


ROWS = {article.id: (article, day) for article, day in rows()}


@functools.cache
def read(name: str, low: int | None, high: int | None) -> tuple[TimeExpression, ...]:
    """The times of an article that was written so many days around its day; None leaves a side open."""
    article, day = ROWS[name]
    return read_times(
        written(article, day, low, high), split_sentences(article.text), Lexicon.default(), DEFAULT_SETTINGS
    )


def written(article: Article, day: int, low: int | None, high: int | None) -> Article:
    bounds = (None if low is None else day + low, None if high is None else day + high)
    return attrs.evolve(article, publication=Publication(bounds=bounds, basis="inferred"))


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("around", [(None, None), (-400, None), (-3, 3), (-40, 0)])
def test_times_placed_again_are_those_read_at_once(name: str, around: tuple[int | None, int | None]) -> None:
    article, day = ROWS[name]
    placed = place_again(read(name, *around), written(article, day, 0, 0).publication, DEFAULT_SETTINGS)
    direct = {time.span: time for time in read(name, 0, 0)}
    for time in placed:
        if time.span in direct:
            assert (time.interval, time.value, time.edtf, time.mod) == (
                direct[time.span].interval,
                direct[time.span].value,
                direct[time.span].edtf,
                direct[time.span].mod,
            ), time.text


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("around", [(-3, 3), (-40, 0)])
def test_a_wider_publication_gives_days_that_hold_the_narrower(name: str, around: tuple[int, int]) -> None:
    direct = {time.span: time.interval for time in read(name, 0, 0)}
    for time in read(name, *around):
        narrow = direct.get(time.span)
        if narrow is not None and time.interval is not None:
            assert time.interval.start <= narrow.start, time.text
            assert narrow.stop <= time.interval.stop, time.text


@pytest.mark.parametrize("name", ROWS)
def test_without_a_day_only_what_needs_none_is_placed(name: str) -> None:
    direct = {time.span: time.interval for time in read(name, 0, 0)}
    for time in read(name, None, None):
        if time.interval is not None:
            assert direct.get(time.span, time.interval) == time.interval, time.text
        elif direct.get(time.span) is not None:
            assert time.reason, time.text


@pytest.mark.parametrize("name", ROWS)
def test_the_moves_of_an_article_dated_later_are_those_of_one_dated_from_the_start(name: str) -> None:
    article, day = ROWS[name]
    reader = Reader(lexicon=Lexicon.default())
    direct = reader.read(attrs.evolve(article, published=iso(day)))
    undated = reader.read(article)
    dated = attrs.evolve(undated.article, publication=direct.article.publication)
    times = place_again(undated.times, dated.publication, DEFAULT_SETTINGS)
    later = reader.read_mentions(attrs.evolve(undated, article=dated, times=times))
    told, again = ({mention.id: mention for mention in reading.mentions} for reading in (direct, later))
    assert told.keys() == again.keys()
    for key, mention in told.items():
        assert (again[key].bounds, again[key].realis, again[key].roles) == (
            mention.bounds,
            mention.realis,
            mention.roles,
        )
