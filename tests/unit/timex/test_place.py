"""Meanings on the calendar: month ends, leap days, weeks over the turn of the year, seasons, thirds, edges."""

from __future__ import annotations

import datetime as dt

import pytest

from ceasetimeline.bounds import Interval
from ceasetimeline.granularity import Calendar, Granularity
from ceasetimeline.meaning import (
    Between,
    Clock,
    DayOfMonth,
    Direction,
    Duration,
    Fixed,
    Holiday,
    Inside,
    Meaning,
    Month,
    MonthDay,
    Moved,
    Named,
    Nth,
    NthWeekday,
    Part,
    PartOfDay,
    Portion,
    Quarter,
    Refused,
    Rest,
    Season,
    Shift,
    SoFar,
    This,
    Trailing,
    Weekday,
    Weekend,
    Years,
)
from ceasetimeline.timex.nearest import Unplaced
from ceasetimeline.timex.place import place

G = Granularity
D = Direction
TUESDAY = "2025-07-08"


def days(meaning: Meaning, day: str = TUESDAY, calendar: Calendar | None = None) -> tuple[str, str]:
    first, last = place(meaning, Interval.of(day), calendar or Calendar()).interval.days
    return first.isoformat(), last.isoformat()


@pytest.mark.parametrize(
    ("direction", "friday", "tuesday"),
    [
        (D.OPEN, "2025-07-04", "2025-07-08"),
        (D.PAST, "2025-07-04", "2025-07-08"),
        (D.BEFORE, "2025-07-04", "2025-07-01"),
        (D.FUTURE, "2025-07-11", "2025-07-08"),
        (D.AFTER, "2025-07-11", "2025-07-15"),
        (D.NEAREST, "2025-07-11", "2025-07-08"),
    ],
)
def test_weekdays_by_direction(direction: Direction, friday: str, tuesday: str) -> None:
    assert days(Weekday(5, direction))[0] == friday
    assert days(Weekday(2, direction))[0] == tuesday


@pytest.mark.parametrize(
    ("direction", "first"),
    [(D.PAST, "2025-07-05"), (D.BEFORE, "2025-07-05"), (D.FUTURE, "2025-07-12"), (D.AFTER, "2025-07-12")],
)
def test_weekends_from_a_tuesday(direction: Direction, first: str) -> None:
    assert days(Weekend(direction))[0] == first


@pytest.mark.parametrize(
    ("direction", "first"),
    [(D.PAST, "2025-07-05"), (D.BEFORE, "2025-06-28"), (D.FUTURE, "2025-07-05"), (D.AFTER, "2025-07-12")],
)
def test_weekends_from_a_sunday(direction: Direction, first: str) -> None:
    assert days(Weekend(direction), "2025-07-06")[0] == first


@pytest.mark.parametrize(
    ("meaning", "first", "last"),
    [
        (This(G.DAY), "2025-07-08", "2025-07-08"),
        (Fixed(2024, 2), "2024-02-01", "2024-02-29"),
        (Fixed(2024), "2024-01-01", "2024-12-31"),
        (Years(1990, G.DECADE), "1990-01-01", "1999-12-31"),
        (Years(1900, G.CENTURY), "1900-01-01", "1999-12-31"),
        (Month(11), "2024-11-01", "2024-11-30"),
        (Month(7), "2025-07-01", "2025-07-31"),
        (Month(7, D.BEFORE), "2024-07-01", "2024-07-31"),
        (Month(7, D.AFTER), "2026-07-01", "2026-07-31"),
        (Month(9, D.FUTURE), "2025-09-01", "2025-09-30"),
        (MonthDay(1, 15), "2025-01-15", "2025-01-15"),
        (MonthDay(1, 15, D.FUTURE), "2026-01-15", "2026-01-15"),
        (MonthDay(12, 15), "2025-12-15", "2025-12-15"),
        (MonthDay(12, 15, D.RATHER_PAST), "2024-12-15", "2024-12-15"),
        (MonthDay(2, 29), "2024-02-29", "2024-02-29"),
        (MonthDay(2, 29, D.FUTURE), "2028-02-29", "2028-02-29"),
        (DayOfMonth(8), "2025-07-08", "2025-07-08"),
        (DayOfMonth(9), "2025-06-09", "2025-06-09"),
        (DayOfMonth(9, D.FUTURE), "2025-07-09", "2025-07-09"),
        (DayOfMonth(31), "2025-05-31", "2025-05-31"),
        (Season("SP"), "2025-03-01", "2025-05-31"),
        (Season("WI"), "2024-12-01", "2025-02-28"),
        (Season("SU", D.BEFORE), "2024-06-01", "2024-08-31"),
        (Quarter(2), "2025-04-01", "2025-06-30"),
        (Quarter(4), "2024-10-01", "2024-12-31"),
        (Named("x", "2025-06-13", "2025-06-24"), "2025-06-13", "2025-06-24"),
        (Holiday("Easter"), "2025-04-20", "2025-04-20"),
        (Shift(This(G.WEEK), G.WEEK, -2), "2025-06-23", "2025-06-29"),
        (Shift(This(G.MONTH), G.MONTH, -5), "2025-02-01", "2025-02-28"),
        (Shift(This(G.HOUR), G.HOUR, -6), "2025-07-07", "2025-07-08"),
        (Shift(This(G.HOUR), G.HOUR, -48), "2025-07-06", "2025-07-06"),
        (Shift(This(G.HOUR), G.HOUR, 30), "2025-07-09", "2025-07-10"),
        (Shift(This(G.MINUTE), G.MINUTE, -5), "2025-07-08", "2025-07-08"),
        (Moved(Weekday(5, D.FUTURE), G.WEEK, 1), "2025-07-18", "2025-07-18"),
        (Moved(Fixed(2024, 1, 31), G.MONTH, 1), "2024-02-29", "2024-02-29"),
        (Moved(Quarter(2), G.YEAR, -1), "2024-04-01", "2024-06-30"),
        (Inside(Weekday(1), Shift(This(G.WEEK), G.WEEK, -1)), "2025-06-30", "2025-06-30"),
        (Inside(Month(7), Shift(This(G.YEAR), G.YEAR, -1)), "2024-07-01", "2024-07-31"),
        (Inside(Season("WI"), Fixed(2024)), "2024-12-01", "2025-02-28"),
        (Nth(Fixed(2024), G.QUARTER, 3), "2024-07-01", "2024-09-30"),
        (Nth(Fixed(2025, 5), G.WEEK, 1), "2025-05-01", "2025-05-07"),
        (Nth(Fixed(2025, 5), G.WEEK, -1), "2025-05-25", "2025-05-31"),
        (NthWeekday(Fixed(2025, 6), 5, -1), "2025-06-27", "2025-06-27"),
        (NthWeekday(Fixed(2025, 5), 1, 1), "2025-05-05", "2025-05-05"),
        (Part(Fixed(2025, 1), Portion.EARLY), "2025-01-01", "2025-01-10"),
        (Part(Fixed(2025, 2), Portion.MID), "2025-02-11", "2025-02-20"),
        (Part(Fixed(2025, 2), Portion.LATE), "2025-02-21", "2025-02-28"),
        (Part(Fixed(2025, 7), Portion.SECOND_HALF), "2025-07-16", "2025-07-31"),
        (Part(Fixed(2024), Portion.FIRST_HALF), "2024-01-01", "2024-06-30"),
        (Part(Fixed(2024), Portion.LATE), "2024-09-01", "2024-12-31"),
        (Part(This(G.WEEK), Portion.EARLY), "2025-07-07", "2025-07-08"),
        (Part(This(G.WEEK), Portion.LATE), "2025-07-11", "2025-07-13"),
        (SoFar(This(G.WEEK)), "2025-07-07", "2025-07-08"),
        (Rest(This(G.WEEK)), "2025-07-08", "2025-07-13"),
        (PartOfDay(This(G.DAY), "NI"), "2025-07-08", "2025-07-08"),
        (Clock(This(G.DAY), 6, 30), "2025-07-08", "2025-07-08"),
        (Between(MonthDay(11, 24), MonthDay(11, 30)), "2025-11-24", "2025-11-30"),
        (Between(Weekday(1), Weekday(4)), "2025-06-30", "2025-07-03"),
        (Between(MonthDay(12, 30, D.PAST), MonthDay(1, 2, D.PAST)), "2024-12-30", "2025-01-02"),
        (Trailing(G.WEEK, -3), "2025-06-17", "2025-07-08"),
        (Trailing(G.DAY, 2), "2025-07-08", "2025-07-10"),
        (Trailing(G.HOUR, -24), "2025-07-07", "2025-07-08"),
    ],
    ids=repr,
)
def test_days(meaning: Meaning, first: str, last: str) -> None:
    assert days(meaning) == (first, last)


@pytest.mark.parametrize(
    ("meaning", "day", "reason"),
    [
        (Refused("impossible-date"), TUESDAY, "impossible-date"),
        (Duration("P1D"), TUESDAY, "no-date"),
        (Shift(This(G.YEAR), G.YEAR, 1), "9999-05-01", "out-of-range"),
        (Shift(This(G.DAY), G.DAY, -1), "0001-01-01", "out-of-range"),
        (Inside(DayOfMonth(31), Fixed(2025, 6)), TUESDAY, "impossible-date"),
        (Nth(Fixed(2025, 5), G.WEEK, 6), TUESDAY, "impossible-date"),
        (NthWeekday(Fixed(2025, 5), 1, 5), TUESDAY, "impossible-date"),
        (Between(Fixed(2025), Fixed(2024)), TUESDAY, "impossible-date"),
    ],
    ids=repr,
)
def test_reasons(meaning: Meaning, day: str, reason: str) -> None:
    with pytest.raises(Unplaced) as raised:
        place(meaning, Interval.of(day))
    assert raised.value.reason == reason


def test_nothing_is_placed_without_an_anchor_but_dates_of_their_own() -> None:
    assert place(Fixed(2024), None).interval == Interval.of("2024-01-01", "2024-12-31")
    with pytest.raises(Unplaced, match="no-anchor"):
        place(Weekday(1), None)


def test_settings_of_the_calendar() -> None:
    assert days(This(G.WEEK), calendar=Calendar(week_start=7)) == ("2025-07-06", "2025-07-12")
    assert days(Weekend(), calendar=Calendar(weekend=(5, 6))) == ("2025-07-04", "2025-07-05")
    assert days(Season("SP"), calendar=Calendar(southern=True)) == ("2024-09-01", "2024-11-30")


def test_the_week_over_the_turn_of_a_year() -> None:
    assert days(This(G.WEEK), "2025-01-01") == ("2024-12-30", "2025-01-05")


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024])
def test_feb_29_falls_into_a_leap_year(year: int) -> None:
    first, _ = days(MonthDay(2, 29), f"{year}-03-01")
    assert dt.date.fromisoformat(first).month == 2
