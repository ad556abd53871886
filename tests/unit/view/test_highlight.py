"""Marks in the text of an article."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.errors import UnknownNameError
from ceasetimeline.model import Span
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.highlight import marked, show_times
from ceasetimeline.view.wording import printable


def test_times_and_moves_are_marked_with_what_was_read(timeline: Timeline) -> None:
    shown = show_times(timeline, "a1")
    assert '<mark class="time" title="6 Jul 2025 (weekday)">on Sunday</mark>' in shown
    assert '<mark class="move" title="rejection · Hamas · 6 Jul 2025">rejected</mark>' in shown
    assert "talks (planned)" in shown
    assert shown._repr_html_() == shown
    assert show_times(timeline, timeline.articles[0]) == shown


def test_an_unknown_article_is_an_error_that_helps(timeline: Timeline) -> None:
    with pytest.raises(UnknownNameError):
        show_times(timeline, "no-such")
    with pytest.raises(TypeError, match="no article"):
        show_times(timeline, "e1")


spans = st.tuples(st.integers(0, 40), st.integers(0, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.text(max_size=50), st.lists(spans))
def test_marks_lose_no_words_and_add_no_markup(text: str, found: list[Span]) -> None:
    shown = "".join(marked(text, [(span, "time", "<words>") for span in found]))
    bare = re.sub(r"<small.*?</small>", "", shown)
    words = html.unescape(re.sub(r"</?(p|br|mark)( [^<>]*)?>", "", bare))
    assert "<words>" not in shown
    assert printable(words).replace(" ", "") == printable(text).replace(" ", "")
