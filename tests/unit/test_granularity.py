"""Calendar units: the one that holds a day, the one after, and moving by units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, Interval, ordinal
from ceasetimeline.granularity import Calendar, Granularity, same_day, shift, unit_of

G = Granularity
COARSE = [G.DAY, G.WEEK, G.MONTH, G.QUARTER, G.SEASON, G.HALF, G.YEAR, G.DECADE, G.CENTURY]
days = st.integers(ordinal("0200-01-01"), ordinal("9700-01-01"))
small = st.integers(-1, 1)
units = st.sampled_from(COARSE)


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        (G.SECOND, "2025-07-08", "2025-07-08"),
        (G.HOUR, "2025-07-08", "2025-07-08"),
        (G.DAY, "2025-07-08", "2025-07-08"),
        (G.WEEK, "2025-07-07", "2025-07-13"),
        (G.WEEKEND, "2025-07-05", "2025-07-06"),
        (G.MONTH, "2025-07-01", "2025-07-31"),
        (G.QUARTER, "2025-07-01", "2025-09-30"),
        (G.SEASON, "2025-06-01", "2025-08-31"),
        (G.HALF, "2025-07-01", "2025-12-31"),
        (G.YEAR, "2025-01-01", "2025-12-31"),
        (G.DECADE, "2020-01-01", "2029-12-31"),
        (G.CENTURY, "2000-01-01", "2099-12-31"),
    ],
)
def test_the_unit_that_holds_a_day(unit: Granularity, first: str, last: str) -> None:
    assert unit_of(ordinal("2025-07-08"), unit) == Interval.of(first, last)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2025-01-31", "2024-12-01"),
        ("2025-02-28", "2024-12-01"),
        ("2025-03-01", "2025-03-01"),
        ("2024-12-01", "2024-12-01"),
    ],
)
def test_winter_spans_the_turn_of_the_year(day: str, first: str) -> None:
    assert unit_of(ordinal(day), G.SEASON).start == ordinal(first)


def test_weeks_and_weekends_follow_the_calendar() -> None:
    assert unit_of(ordinal("2025-07-08"), G.WEEK, Calendar(week_start=7)) == Interval.of("2025-07-06", "2025-07-12")
    assert unit_of(ordinal("2025-07-06"), G.WEEK, Calendar(week_start=7)).start == ordinal("2025-07-06")
    assert unit_of(ordinal("2025-07-05"), G.WEEKEND) == Interval.of("2025-07-05", "2025-07-06")
    assert unit_of(ordinal("2025-07-08"), G.WEEKEND, Calendar(weekend=(5, 6))) == Interval.of(
        "2025-07-04", "2025-07-05"
    )


@pytest.mark.parametrize(
    ("unit", "count", "first", "last"),
    [
        (G.HOUR, 2, "2025-06-02", "2025-06-02"),
        (G.DAY, -1, "2025-05-30", "2025-05-30"),
        (G.WEEK, -1, "2025-05-19", "2025-05-25"),
        (G.WEEKEND, 1, "2025-06-07", "2025-06-08"),
        (G.MONTH, -3, "2025-02-01", "2025-02-28"),
        (G.MONTH, 1, "2025-06-01", "2025-06-30"),
        (G.QUARTER, -1, "2025-01-01", "2025-03-31"),
        (G.SEASON, 1, "2025-06-01", "2025-08-31"),
        (G.HALF, 1, "2025-07-01", "2025-12-31"),
        (G.YEAR, -1, "2024-01-01", "2024-12-31"),
        (G.DECADE, -1, "2010-01-01", "2019-12-31"),
        (G.CENTURY, -1, "1900-01-01", "1999-12-31"),
    ],
)
def test_shift_from_the_end_of_may(unit: Granularity, count: int, first: str, last: str) -> None:
    assert shift(Interval.of("2025-05-31"), unit, count) == Interval.of(first, last)


@pytest.mark.parametrize(
    ("day", "unit", "count", "wanted"),
    [
        ("2024-01-31", G.MONTH, 1, "2024-02-29"),
        ("2025-01-31", G.MONTH, 1, "2025-02-28"),
        ("2024-02-29", G.YEAR, 1, "2025-02-28"),
        ("2024-02-29", G.YEAR, -4, "2020-02-29"),
        ("2025-05-31", G.QUARTER, 1, "2025-08-31"),
        ("2025-05-31", G.HALF, 1, "2025-11-30"),
        ("2025-05-31", G.DECADE, -1, "2015-05-31"),
        ("2025-05-31", G.CENTURY, -1, "1925-05-31"),
        ("2025-05-31", G.SEASON, 1, "2025-08-31"),
        ("2025-05-31", G.WEEKEND, 1, "2025-06-07"),
        ("2025-05-31", G.WEEK, 2, "2025-06-14"),
        ("2025-05-31", G.DAY, 2, "2025-06-02"),
    ],
)
def test_the_same_day_units_away(day: str, unit: Granularity, count: int, wanted: str) -> None:
    assert same_day(ordinal(day), unit, count) == ordinal(wanted)


@given(days, units)
def test_a_unit_holds_its_day_and_touches_the_next(day: int, unit: Granularity) -> None:
    held = unit_of(day, unit)
    assert day in held
    assert shift(held, unit, 1).start == held.stop
    assert shift(held, unit, -1).stop == held.start


@given(days, units, small, small)
def test_shifts_add_up(day: int, unit: Granularity, one: int, two: int) -> None:
    held = unit_of(day, unit)
    assert shift(shift(held, unit, one), unit, two) == shift(held, unit, one + two)


@pytest.mark.parametrize("unit", [*COARSE, G.WEEKEND])
def test_the_edges_of_the_calendar_raise(unit: Granularity) -> None:
    with pytest.raises(ValueError, match="years 1 to 9999"):
        shift(unit_of(ordinal("9999-06-01"), unit), unit, 600)
    with pytest.raises(ValueError, match="years 1 to 9999"):
        shift(unit_of(ordinal("0150-06-01"), unit), unit, -100_000)
    with pytest.raises(ValueError, match="years 1 to 9999"):
        same_day(LAST_DAY, unit, 10**4)


def test_the_first_and_the_last_day_have_their_units() -> None:
    assert unit_of(FIRST_DAY, G.YEAR).start == FIRST_DAY
    assert unit_of(LAST_DAY, G.YEAR).stop == LAST_DAY + 1
    assert unit_of(LAST_DAY, G.MONTH).last == LAST_DAY
    with pytest.raises(ValueError, match="years 1 to 9999"):
        unit_of(FIRST_DAY, G.DECADE)
