"""What `ceasetimeline.testing` promises: values that hold together, and laws that tell a broken pipeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceasetimeline import Article, Timeline, build_timeline, find_times
from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.model import Event, Evidence, Relation, Span
from ceasetimeline.testing import (
    assert_acyclic,
    assert_cited,
    assert_copies_add_nothing,
    assert_laws,
    assert_order_does_not_matter,
    assert_weeks_move_days,
    bounds,
    conflicts,
    mentions,
    news_articles,
    statements,
    timelines,
    true_stories,
)

STORY = [
    Article(text="Hamas released six prisoners on Monday.", published="2025-07-09", source="Wire A"),
    Article(text="Israel rejected the ceasefire proposal last week.", published="2025-07-10", source="Daily B"),
]
stories = st.lists(
    news_articles(), min_size=1, max_size=3, unique_by=lambda article: (article.text, article.published)
)


@given(timelines(), bounds(), st.one_of(mentions(), statements(), conflicts()))
@settings(max_examples=20)
def test_values_can_be_compared_and_hashed(timeline: Timeline, some: TimeBounds, value: object) -> None:
    assert timeline == attrs.evolve(timeline)
    assert some.moved(3).moved(-3) == some
    assert hash(value) == hash(value)


@given(true_stories())
@settings(max_examples=20)
def test_true_stories_name_the_days_of_each_event(story: tuple[Sequence[Event], object, dict[str, object]]) -> None:
    events, _, truth = story
    assert {event.id for event in events} == set(truth)


@given(news_articles())
@settings(max_examples=20)
def test_news_articles_name_days_that_can_be_read(article: Article) -> None:
    times = find_times(article.text, published=str(article.published))
    assert any(time.days for time in times)


@given(stories)
@settings(max_examples=8)
def test_the_pipeline_keeps_all_laws(articles: list[Article]) -> None:
    assert_laws(articles, build_timeline)
    assert_weeks_move_days(articles, build_timeline)


def test_a_misplaced_quote_and_a_link_without_evidence_are_told() -> None:
    timeline = build_timeline(STORY)
    mention = attrs.evolve(timeline.mentions[0], span=Span(0, 3))
    with pytest.raises(AssertionError, match="quotes"):
        assert_cited(attrs.evolve(timeline, mentions=(mention,)))
    link = Relation(id="r", source="a", target="b", kind="answers", strength="asserted")
    with pytest.raises(AssertionError, match="rests on nothing"):
        assert_cited(attrs.evolve(timeline, relations=(link,)))


def test_a_circle_is_told_and_a_diamond_is_none() -> None:
    def before(*pairs: str) -> Timeline:
        cited = (Evidence(article="a", quote="then", rule="told"),)
        return Timeline(
            relations=tuple(
                Relation(id=pair, source=pair[0], target=pair[1], kind="before", strength="asserted", evidence=cited)
                for pair in pairs
            )
        )

    assert_acyclic(before("ab", "ac", "bd", "cd"))
    with pytest.raises(AssertionError, match="circle of before: a → b → c → a"):
        assert_acyclic(before("ab", "bc", "ca"))


def first_only(articles: Sequence[Article]) -> Timeline:
    return build_timeline(articles[:1])


def copies_count(articles: Sequence[Article]) -> Timeline:
    timeline = build_timeline(articles)
    events = tuple(attrs.evolve(event, independent_sources=len(articles)) for event in timeline.events)
    return attrs.evolve(timeline, events=events)


def stuck(articles: Sequence[Article]) -> Timeline:
    day = TimeBounds.within(Interval(730000, 730001))
    timeline = build_timeline(articles)
    return attrs.evolve(timeline, events=tuple(attrs.evolve(event, bounds=day) for event in timeline.events))


@pytest.mark.parametrize(
    ("law", "pipeline"),
    [
        (assert_order_does_not_matter, first_only),
        (assert_copies_add_nothing, copies_count),
        (assert_weeks_move_days, stuck),
    ],
)
def test_a_pipeline_that_breaks_a_law_is_told(
    law: Callable[[Sequence[Article], object], None], pipeline: Callable[[Sequence[Article]], Timeline]
) -> None:
    law(STORY, build_timeline)
    with pytest.raises(AssertionError, match="change the timeline"):
        law(STORY, pipeline)
