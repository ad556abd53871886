"""Stretches of days and what is known about the days of an event."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, OPEN, Interval, TimeBounds, iso, ordinal

MAY = Interval.of("2025-05-01", "2025-05-10")
stretches = st.tuples(st.integers(FIRST_DAY, LAST_DAY), st.integers(1, 400)).map(
    lambda pair: Interval(pair[0], min(pair[0] + pair[1], LAST_DAY + 1))
)
days = st.integers(FIRST_DAY, LAST_DAY)


def test_days_and_ordinals() -> None:
    assert ordinal("2025-07-08") == ordinal(dt.date(2025, 7, 8)) == 739440
    assert iso(739440) == "2025-07-08"
    assert iso(None) is None


def test_a_stretch_tells_its_days() -> None:
    assert MAY.days == (dt.date(2025, 5, 1), dt.date(2025, 5, 10))
    assert (len(MAY), MAY.last, MAY.stop) == (10, ordinal("2025-05-10"), ordinal("2025-05-11"))
    assert repr(MAY) == "Interval.of('2025-05-01', '2025-05-10')"
    assert repr(Interval.of("2025-05-01")) == "Interval.of('2025-05-01')"
    assert MAY.start in MAY
    assert MAY.stop not in MAY
    assert MAY.start - 1 not in MAY


@pytest.mark.parametrize(("start", "stop"), [(5, 5), (6, 5), (0, 5), (LAST_DAY, LAST_DAY + 2)])
def test_no_empty_stretch_and_none_outside_the_calendar(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="not a stretch of days"):
        Interval(start, stop)


def test_the_last_day_is_a_stretch() -> None:
    assert Interval(LAST_DAY, LAST_DAY + 1).days == (dt.date.max, dt.date.max)
    assert Interval(FIRST_DAY, FIRST_DAY + 1).days == (dt.date.min, dt.date.min)


@given(stretches, stretches)
def test_intersection_and_overlap_agree(one: Interval, two: Interval) -> None:
    shared = one.intersection(two)
    assert (shared is not None) == one.overlaps(two) == two.overlaps(one)
    if shared is not None:
        assert shared.start in one
        assert shared.start in two
        assert shared.last in one
        assert shared.last in two
        assert shared == two.intersection(one)


@given(stretches, stretches)
def test_the_hull_is_the_shortest_that_holds_both(one: Interval, two: Interval) -> None:
    hull = one.hull(two)
    assert hull.start == min(one.start, two.start)
    assert hull.stop == max(one.stop, two.stop)


def test_touching_stretches_share_nothing() -> None:
    assert not Interval(5, 7).overlaps(Interval(7, 9))
    assert not Interval(7, 9).overlaps(Interval(5, 7))
    assert Interval(5, 7).intersection(Interval(7, 9)) is None
    assert Interval(5, 8).intersection(Interval(7, 9)) == Interval(7, 8)
    assert Interval(5, 7).moved(3) == Interval(8, 10)


def test_the_ways_to_make_bounds() -> None:
    first, last = MAY.start, MAY.last
    assert TimeBounds.within(MAY).sides == (first, last, first, last)
    assert TimeBounds.throughout(MAY).sides == (first, first, last, last)
    assert TimeBounds.until(last).sides == (None, last, None, last)
    assert TimeBounds.since(first).sides == (first, None, first, None)
    assert OPEN.sides == (None, None, None, None)
    assert OPEN.is_open
    assert not TimeBounds.until(last).is_open


@pytest.mark.parametrize(
    "sides",
    [
        {"earliest_start": 5, "latest_start": 4},
        {"earliest_end": 5, "latest_end": 4},
        {"earliest_start": 5, "earliest_end": 4},
        {"latest_start": 5, "latest_end": 4},
        {"earliest_start": 5, "latest_end": 4},
    ],
)
def test_bounds_that_contradict_themselves(sides: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="contradict themselves"):
        TimeBounds(**sides)
    assert TimeBounds(**dict.fromkeys(sides, 5)).sides.count(5) == 2


def test_bounds_overlap_unless_one_ends_before_the_other_can_start() -> None:
    may, june = TimeBounds.within(MAY), TimeBounds.within(Interval.of("2025-06-01", "2025-06-10"))
    assert not may.overlaps(june)
    assert not june.overlaps(may)
    assert may.overlaps(OPEN)
    assert OPEN.overlaps(may)
    assert may.overlaps(TimeBounds.since(MAY.last))
    assert not may.overlaps(TimeBounds.since(MAY.last + 1))
    assert not TimeBounds.since(MAY.last + 1).overlaps(may)


def test_what_holds_when_both_hold() -> None:
    may = TimeBounds.within(MAY)
    assert may.intersection(TimeBounds.since(MAY.start + 2)) == TimeBounds.within(Interval(MAY.start + 2, MAY.stop))
    assert may.intersection(TimeBounds.until(MAY.start + 2)) == TimeBounds.within(Interval(MAY.start, MAY.start + 3))
    assert may.intersection(TimeBounds.since(MAY.last + 1)) is None
    assert may.intersection(OPEN) == OPEN.intersection(may) == may


@given(days, days)
def test_since_and_until_meet_or_do_not(first: int, last: int) -> None:
    both = TimeBounds.since(first).intersection(TimeBounds.until(last))
    assert (both is None) == (first > last)


def test_moving_and_writing() -> None:
    assert TimeBounds.within(MAY).moved(7) == TimeBounds.within(MAY.moved(7))
    assert TimeBounds.until(MAY.last).moved(-7).sides == (None, MAY.last - 7, None, MAY.last - 7)
    assert TimeBounds.throughout(MAY).to_json() == {
        "start": ["2025-05-01", "2025-05-01"],
        "end": ["2025-05-10", "2025-05-10"],
    }
    assert OPEN.to_json() == {"start": [None, None], "end": [None, None]}
