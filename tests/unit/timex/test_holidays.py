"""Feasts: their days in a year, by the calendar each belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import Interval
from ceasetimeline.errors import CalendarError, UnknownNameError
from ceasetimeline.timex.holidays import BY_NAME, FEASTS, Feast, feast_named, holiday

PLAIN = [feast for feast in FEASTS if feast.reckoning not in {"hijri", "hebrew"}]


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("New Year's Eve", 2023, "2023-12-31", "2023-12-31"),
        ("New Year’s Day", 2024, "2024-01-01", "2024-01-01"),
        ("christmas day", 2018, "2018-12-25", "2018-12-25"),
        ("Good Friday", 1998, "1998-04-10", "1998-04-10"),
        ("Easter", 2024, "2024-03-31", "2024-03-31"),
        ("Orthodox Easter", 2024, "2024-05-05", "2024-05-05"),
        ("Holy Week", 2025, "2025-04-13", "2025-04-19"),
        ("Thanksgiving", 2023, "2023-11-23", "2023-11-23"),
        ("Memorial Day", 2024, "2024-05-27", "2024-05-27"),
        ("Labor Day", 2025, "2025-09-01", "2025-09-01"),
    ],
)
def test_feasts_of_the_common_calendar(name: str, year: int, first: str, last: str) -> None:
    assert holiday(name, year) == (Interval.of(first, last),)


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("Ramadan", 2024, "2024-03-11", "2024-04-09"),
        ("Eid al-Fitr", 2025, "2025-03-30", "2025-04-01"),
        ("Eid al-Adha", 2025, "2025-06-06", "2025-06-09"),
        ("Ashura", 2024, "2024-07-16", "2024-07-16"),
    ],
)
def test_muslim_feasts_within_a_day(name: str, year: int, first: str, last: str) -> None:
    pytest.importorskip("hijridate", reason="needs the calendars extra")
    (stretch,) = holiday(name, year)
    wanted = Interval.of(first, last)
    assert abs(stretch.start - wanted.start) <= feast_named(name).slack == 1
    assert abs(stretch.stop - wanted.stop) <= 1


def test_a_year_may_hold_two_ramadans() -> None:
    pytest.importorskip("hijridate", reason="needs the calendars extra")
    assert [stretch.days[0].month for stretch in holiday("Ramadan", 2030)] == [1, 12]


@pytest.mark.parametrize("year", [1900, 2078, 2100])
def test_years_that_the_muslim_calendar_is_not_known_for(year: int) -> None:
    pytest.importorskip("hijridate", reason="needs the calendars extra")
    with pytest.raises(CalendarError, match="known from 1924 to 2077") as refusal:
        holiday("Ramadan", year)
    assert refusal.value.code == "calendar-out-of-range"


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("Yom Kippur", 1973, "1973-10-06", "1973-10-06"),
        ("Simchat Torah", 2023, "2023-10-07", "2023-10-07"),
        ("Passover", 2024, "2024-04-23", "2024-04-29"),
        ("Rosh Hashanah", 2025, "2025-09-23", "2025-09-24"),
        ("Purim", 2024, "2024-03-24", "2024-03-24"),
        ("Hanukkah", 2024, "2024-12-26", "2025-01-02"),
        ("Shavuot", 2025, "2025-06-02", "2025-06-02"),
    ],
)
def test_jewish_feasts(name: str, year: int, first: str, last: str) -> None:
    pytest.importorskip("pyluach", reason="needs the calendars extra")
    assert holiday(name, year) == (Interval.of(first, last),)


def test_a_feast_nobody_listed_is_refused_with_suggestions() -> None:
    with pytest.raises(UnknownNameError, match="ramadan"):
        holiday("Ramadann", 2024)


def test_no_two_feasts_share_a_name() -> None:
    assert len(BY_NAME) == sum(1 + len(feast.aliases) for feast in FEASTS)


@given(st.sampled_from(PLAIN), st.integers(1583, 4099))
def test_each_feast_comes_once_a_year(feast: Feast, year: int) -> None:
    (stretch,) = holiday(feast.name, year)
    assert stretch.days[0].year == year
    assert len(stretch) == feast.length


@given(st.sampled_from(PLAIN), st.sampled_from([0, 10000]))
def test_years_that_no_date_holds_are_refused(feast: Feast, year: int) -> None:
    with pytest.raises(CalendarError, match="outside the years 1 to 9999"):
        holiday(feast.name, year)


@given(st.sampled_from([feast for feast in PLAIN if "easter" not in feast.reckoning]), st.sampled_from([1, 9999]))
def test_the_first_and_the_last_year_are_kept(feast: Feast, year: int) -> None:
    assert all(stretch.days[0].year == year for stretch in holiday(feast.name, year))
