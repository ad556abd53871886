"""Bars on a picture."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.model import Event
from ceasetimeline.view.bars import FADE, LANE_LABEL, MOST_ROWS, Scale, axis_days, bar_of, packed
from ceasetimeline.view.svg import timeline_svg

DAY = 739440
stretches = st.tuples(st.integers(DAY, DAY + 700), st.integers(1, 60)).map(
    lambda pair: Interval(pair[0], pair[0] + pair[1])
)
known = st.one_of(
    stretches.map(TimeBounds.within),
    stretches.map(TimeBounds.throughout),
    st.integers(DAY, DAY + 700).map(TimeBounds.until),
    st.integers(DAY, DAY + 700).map(TimeBounds.since),
)


def events_of(found: list[TimeBounds]) -> list[Event]:
    return [Event(id=f"e{number}", type="talks", bounds=bounds) for number, bounds in enumerate(found)]


@given(st.lists(known, min_size=1, max_size=40))
def test_every_bar_lies_on_the_picture_and_none_overlaps_another(found: list[TimeBounds]) -> None:
    events = events_of(found)
    scale = Scale(*axis_days(events), 900)
    rows, left_out = packed([bar_of(event, scale) for event in events])
    assert sum(map(len, rows)) + left_out == len(events)
    assert len(rows) <= MOST_ROWS
    for row in rows:
        assert all(LANE_LABEL <= bar.left < bar.right <= 900 + FADE + 10 for bar in row)
        assert all(one.right <= two.left for one, two in pairwise(row))


def test_one_remark_about_long_ago_does_not_stretch_the_axis() -> None:
    events = events_of([TimeBounds.within(Interval(DAY + n, DAY + n + 1)) for n in range(100)])
    old = attrs.evolve(events[0], id="old", bounds=TimeBounds.within(Interval(DAY - 5000, DAY - 4000)))
    assert axis_days([*events, old])[0] > DAY - 100
    assert "1 event may lie beyond the axis" in timeline_svg([*events, old])
    assert bar_of(old, Scale(DAY, DAY + 100, 900)).open_left


def test_few_events_are_all_on_the_axis() -> None:
    assert axis_days(events_of([TimeBounds.until(DAY), TimeBounds.until(DAY + 4000)])) == (DAY, DAY + 4000)
    with pytest.raises(ValueError, match="no event has a day"):
        axis_days([Event(id="e", type="talks")])


def test_what_more_sources_tell_of_is_drawn_first() -> None:
    crowd = [
        Event(id=f"e{n}", type="talks", bounds=TimeBounds.until(DAY), independent_sources=n)
        for n in range(MOST_ROWS + 2)
    ]
    rows, left_out = packed([bar_of(event, Scale(DAY - 1, DAY, 900)) for event in crowd])
    assert left_out == 2
    assert {bar.event.id for row in rows for bar in row} == {f"e{n}" for n in range(2, MOST_ROWS + 2)}
