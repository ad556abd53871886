"""Property tests for your own code that uses the library: pytest examples/property_tests.py

The strategies of `ceasetimeline.testing` make articles and timelines of every kind, also such as nobody thought of.
State what must hold for all of them.
"""

from itertools import pairwise

from hypothesis import given, settings

from ceasetimeline import Timeline, build_timeline
from ceasetimeline.model import Article
from ceasetimeline.testing import news_articles, timelines


def days_of_silence(timeline: Timeline) -> int:
    """The code under test: the longest stretch, in days, between two dated events."""
    days = sorted(day for event in timeline for day in event.bounds.sides if day is not None)
    return max((later - earlier for earlier, later in pairwise(days)), default=0)


@given(timelines())
@settings(deadline=None)  # how long a test takes depends on the machine
def test_silence_is_never_negative(timeline: Timeline) -> None:
    assert days_of_silence(timeline) >= 0


@given(news_articles())
@settings(deadline=None)
def test_a_second_copy_of_an_article_makes_no_new_event(article: Article) -> None:
    once, twice = build_timeline([article]), build_timeline([article, article])
    assert [event.type for event in twice] == [event.type for event in once]
