"""What a careful reader gets out of the four seed articles, where the development data are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasetimeline import Article, Timeline, build_timeline, read_articles
from ceasetimeline.bounds import iso
from ceasetimeline.model import Mention


@pytest.fixture(scope="module")
def articles(shared: Path) -> dict[str, Article]:
    return {article.id: article for article in read_articles(shared / "data" / "gaza" / "articles.jsonl")}


@pytest.fixture(scope="module")
def together(articles: dict[str, Article]) -> Timeline:
    return build_timeline(list(articles.values()))


def days(mention: Mention) -> tuple[str | None, str | None]:
    return iso(mention.bounds.earliest_start), iso(mention.bounds.latest_end)


@pytest.mark.parametrize("name", ["seed-000", "seed-001"])
def test_nothing_is_dated_that_the_text_does_not_date(articles: dict[str, Article], name: str) -> None:
    timeline = build_timeline([articles[name]])
    assert [(m.quote, days(m)) for m in timeline.mentions if m.bounds.earliest_start is not None] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("warning", ("2025-01-01", "2025-01-01")),
        ("sent a delegation", (None, "2025-01-02")),
        ("proposed", (None, "2025-01-04")),
        ("negotiations resume", ("2025-01-03", "2025-01-04")),
        ("attack", ("2023-10-07", "2023-10-07")),
    ],
)
def test_a_dated_story_is_dated_as_its_words_go(
    articles: dict[str, Article], words: str, expected: tuple[str | None, str | None]
) -> None:
    timeline = build_timeline([articles["seed-003"]])
    assert {days(mention) for mention in timeline.mentions if words in mention.quote} == {expected}


def test_sunday_comes_before_monday_in_an_undated_story(together: Timeline) -> None:
    events = {name: event for event in together for name in event.mentions}
    told = [mention for mention in together.mentions if mention.article == "seed-002"]
    [sunday] = {events[m.id].id for m in told if days(m) == ("2025-07-06", "2025-07-06")}
    [monday] = {events[m.id].id for m in told if days(m) == ("2025-07-07", "2025-07-07")}
    assert together.order(sunday, monday).relation == "before"
