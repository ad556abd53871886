"""The calendar kernel against brute force: bounds as sets of days, units as tiles, directions as nearest days."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ceasetimeline.bounds import OPEN, Interval, TimeBounds, ordinal
from ceasetimeline.granularity import Calendar, Granularity, same_day, shift, unit_of
from ceasetimeline.meaning import (
    Direction,
    Fixed,
    Inside,
    Meaning,
    Month,
    MonthDay,
    Nth,
    Part,
    Portion,
    Rest,
    SoFar,
    This,
    Trailing,
    Weekday,
)
from ceasetimeline.timex.place import place

G = Granularity
D = Direction
SPAN = range(1, 8)
days = st.integers(ordinal("1900-01-01"), ordinal("2100-12-31"))
calendars = st.builds(Calendar, week_start=st.integers(1, 7))
large = st.sampled_from([G.WEEK, G.MONTH, G.QUARTER, G.HALF, G.YEAR, G.DECADE, G.CENTURY])


def fits(bounds: TimeBounds, start: int, end: int) -> bool:
    es, ls, ee, le = bounds.sides
    return (
        start <= end
        and (es is None or es <= start)
        and (ls is None or start <= ls)
        and (ee is None or ee <= end)
        and (le is None or end <= le)
    )


@st.composite
def small_bounds(draw: st.DrawFn) -> TimeBounds:
    """Bounds within a week, drawn so that at least one start and end fit them."""
    start = draw(st.integers(1, 7))
    end = draw(st.integers(start, 7))
    sides = [draw(st.none() | st.integers(1, day)) for day in (start, end)]
    tops = [draw(st.none() | st.integers(day, 7)) for day in (start, end)]
    try:
        return TimeBounds(earliest_start=sides[0], latest_start=tops[0], earliest_end=sides[1], latest_end=tops[1])
    except ValueError:
        assume(False)
        raise


@given(small_bounds(), small_bounds())
def test_the_days_that_fit_both_bounds_are_those_that_fit_their_intersection(
    one: TimeBounds, two: TimeBounds
) -> None:
    shared = one.intersection(two)
    for start, end in itertools.product(SPAN, repeat=2):
        both = fits(one, start, end) and fits(two, start, end)
        assert both == (shared is not None and fits(shared, start, end))
    assert shared == two.intersection(one)
    assert one.intersection(one) == one.intersection(OPEN) == one


@given(small_bounds(), small_bounds())
def test_bounds_overlap_where_some_choice_of_days_does(one: TimeBounds, two: TimeBounds) -> None:
    def choices(bounds: TimeBounds) -> list[tuple[int, int]]:
        return [(start, end) for start in SPAN for end in SPAN if fits(bounds, start, end)]

    shares = any(a <= d and c <= b for a, b in choices(one) for c, d in choices(two))
    assert one.overlaps(two) == two.overlaps(one) == shares


@given(small_bounds(), st.integers(0, 500), st.integers(0, 500))
def test_moving_bounds_adds_up_and_keeps_how_they_lie(one: TimeBounds, some: int, more: int) -> None:
    assert one.moved(some).moved(more) == one.moved(some + more)
    assert one.moved(some).moved(-some) == one
    assert one.moved(0) == one


@given(days, st.integers(1, 7))
def test_a_week_starts_on_the_day_that_was_chosen(day: int, week_start: int) -> None:
    week = unit_of(day, G.WEEK, Calendar(week_start=week_start))
    assert day in week
    assert len(week) == 7
    assert week.days[0].isoweekday() == week_start


@given(days, large, calendars)
def test_every_day_of_a_unit_has_that_unit(day: int, unit: Granularity, calendar: Calendar) -> None:
    held = unit_of(day, unit, calendar)
    for other in {held.start, held.last, (held.start + held.last) // 2}:
        assert unit_of(other, unit, calendar) == held
    assert unit_of(held.stop, unit, calendar) == shift(held, unit, 1, calendar)
    assert unit_of(held.start - 1, unit, calendar) == shift(held, unit, -1, calendar)


@given(days, days, st.sampled_from([G.MONTH, G.YEAR, G.QUARTER, G.WEEK, G.DAY]), st.integers(-40, 40))
def test_moving_by_units_keeps_the_order_of_days(one: int, two: int, unit: Granularity, count: int) -> None:
    assert (one <= two) <= (same_day(one, unit, count) <= same_day(two, unit, count))


@given(days, st.sampled_from([G.MONTH, G.QUARTER, G.HALF, G.YEAR]), st.integers(-400, 400))
def test_there_and_back_loses_at_most_the_days_that_were_clipped(day: int, unit: Granularity, count: int) -> None:
    back = same_day(same_day(day, unit, count), unit, -count)
    assert 0 <= day - back <= 3
    assert back == day or dt.date.fromordinal(day).day > 28


def at(meaning: Meaning, day: int, calendar: Calendar | None = None) -> Interval:
    return place(meaning, Interval(day, day + 1), calendar or Calendar()).interval


REACH = {D.PAST: (-6, 0), D.BEFORE: (-7, -1), D.FUTURE: (0, 6), D.AFTER: (1, 7), D.NEAREST: (-3, 3)}


@given(days, st.integers(1, 7), st.sampled_from(sorted(REACH, key=lambda direction: direction.name)))
def test_a_weekday_is_the_only_one_within_its_reach(day: int, weekday: int, direction: Direction) -> None:
    found = at(Weekday(weekday, direction), day)
    low, high = REACH[direction]
    assert len(found) == 1
    assert found.days[0].isoweekday() == weekday
    assert low <= found.start - day <= high
    assert at(Weekday(weekday, direction), day + 7) == found.moved(7)


@given(days, st.integers(1, 12))
def test_months_by_direction_stand_a_year_apart_at_most(day: int, month: int) -> None:
    past, before, future, after = (at(Month(month, way), day) for way in (D.PAST, D.BEFORE, D.FUTURE, D.AFTER))
    assert {one.days[0].month for one in (past, before, future, after)} == {month}
    assert past.start <= day < future.stop
    assert before.stop <= day < after.start
    assert past in {before, future}
    assert future in {past, after}


@given(days, st.integers(1, 12), st.integers(1, 28))
def test_the_nearest_day_of_a_year_has_none_nearer(day: int, month: int, number: int) -> None:
    found = at(MonthDay(month, number, D.NEAREST), day).start
    year = dt.date.fromordinal(day).year
    others = [dt.date(year + step, month, number).toordinal() for step in (-1, 0, 1)]
    assert abs(found - day) == min(abs(other - day) for other in others)


@given(st.integers(1990, 2040), st.integers(1, 12))
@pytest.mark.parametrize(
    "portions", [(Portion.EARLY, Portion.MID, Portion.LATE), (Portion.FIRST_HALF, Portion.SECOND_HALF)]
)
def test_parts_of_a_stretch_follow_one_another_and_leave_nothing_out(
    portions: tuple[Portion, ...], year: int, month: int
) -> None:
    for whole in (Fixed(year), Fixed(year, month), This(G.WEEK), This(G.QUARTER)):
        day = ordinal(f"{year}-{month:02}-15")
        stretch = at(whole, day)
        parts = [at(Part(whole, portion), day) for portion in portions]
        assert (parts[0].start, parts[-1].stop) == (stretch.start, stretch.stop)
        assert all(one.stop >= other.start for one, other in itertools.pairwise(parts))
        assert all(one.start < other.start for one, other in itertools.pairwise(parts))


@given(days, large, calendars)
def test_so_far_and_the_rest_share_only_the_day_between(day: int, unit: Granularity, calendar: Calendar) -> None:
    whole, so_far, rest = (at(one, day, calendar) for one in (This(unit), SoFar(This(unit)), Rest(This(unit))))
    assert so_far.intersection(rest) == Interval(day, day + 1)
    assert so_far.hull(rest) == whole


@given(st.integers(1990, 2040), st.sampled_from([(G.MONTH, 12), (G.QUARTER, 4), (G.HALF, 2)]))
def test_counting_units_from_the_end_is_counting_them_from_the_start(
    year: int, counted: tuple[Granularity, int]
) -> None:
    unit, number = counted
    day = ordinal(f"{year}-07-08")
    units = [at(Nth(Fixed(year), unit, at_), day) for at_ in range(1, number + 1)]
    assert units == [at(Nth(Fixed(year), unit, at_ - number - 1), day) for at_ in range(1, number + 1)]
    assert all(one.stop == other.start for one, other in itertools.pairwise(units))
    assert (units[0].start, units[-1].stop) == (at(Fixed(year), day).start, at(Fixed(year), day).stop)


@given(days, st.integers(1, 7), calendars)
def test_a_weekday_of_a_week_lies_in_that_week(day: int, weekday: int, calendar: Calendar) -> None:
    found = at(Inside(Weekday(weekday), This(G.WEEK)), day, calendar)
    week = at(This(G.WEEK), day, calendar)
    assert found.intersection(week) == found
    assert found.days[0].isoweekday() == weekday


@given(days, st.sampled_from([G.DAY, G.WEEK, G.MONTH, G.YEAR]), st.integers(1, 12))
def test_trailing_units_end_or_begin_with_the_reference(day: int, unit: Granularity, count: int) -> None:
    past, ahead = at(Trailing(unit, -count), day), at(Trailing(unit, count), day)
    assert (past.last, ahead.start) == (day, day)
    assert past.intersection(ahead) == Interval(day, day + 1)
    assert at(Trailing(unit, -count - 1), day).start < past.start
