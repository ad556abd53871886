"""The shallow grammar and a spaCy pipeline read the corpus: alike in most, and neither far behind the other."""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ceasetimeline import Article, read_article
from ceasetimeline.model import ArticleReading

ROWS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))[
    "sentence"
]
# Below the figures at the time of writing (en_core_web_sm 3.8.0), see docs/howto/spacy.md.
LEAST_AGREEMENT = 0.90
LEAST_OF_OTHER = 0.90


@pytest.fixture(scope="module")
def nlp() -> Any:
    if importlib.util.find_spec("spacy") is None:
        pytest.skip("spaCy is not installed (extra spacy)")
    import spacy

    names = sorted(name for name in spacy.util.get_installed_models() if name.startswith("en_"))
    if not names:
        pytest.skip("no English pipeline of spaCy is installed")
    return spacy.load(names[0], exclude=["ner"])


@pytest.fixture(scope="module")
def readings(nlp: Any) -> list[tuple[dict[str, Any], ArticleReading, ArticleReading]]:
    def read(row: dict[str, Any], parser: Any) -> ArticleReading:
        return read_article(Article(text=row["text"], published=row["published"]), nlp=parser)

    return [(row, read(row, None), read(row, nlp)) for row in ROWS]


def moves(reading: ArticleReading) -> Iterator[tuple[str, int | None]]:
    return ((mention.type, mention.span.start if mention.span else None) for mention in reading.mentions)


def test_both_find_the_same_moves_in_most_sentences(readings: list[Any]) -> None:
    same = sum(set(moves(shallow)) == set(moves(other)) for _, shallow, other in readings)
    assert same / len(readings) >= LEAST_AGREEMENT


def test_neither_finds_far_fewer_of_the_moves_that_are_there(readings: list[Any]) -> None:
    def found(reading: ArticleReading, row: dict[str, Any]) -> int:
        kinds = [kind for kind, _ in moves(reading)]
        return sum(any(kind in kinds for kind in mention["type"]) for mention in row.get("mention", []))

    shallow = sum(found(first, row) for row, first, _ in readings)
    other = sum(found(second, row) for row, _, second in readings)
    assert min(shallow, other) >= LEAST_OF_OTHER * max(shallow, other)


def test_every_quotation_stands_in_the_text(readings: list[Any]) -> None:
    for row, _, reading in readings:
        for mention in reading.mentions:
            assert mention.span is not None
            assert row["text"][mention.span.start : mention.span.stop] == mention.quote


def test_reading_twice_gives_the_same(nlp: Any) -> None:
    article = Article(text=" ".join(row["text"] for row in ROWS[:20]), published="2025-07-08")
    assert read_article(article, nlp=nlp) == read_article(article, nlp=nlp)
