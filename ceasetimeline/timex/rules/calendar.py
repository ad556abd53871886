"""Rules for dates of the calendar: years, months, days of months, decades, quarters, numeric dates."""

from __future__ import annotations

import calendar
from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Ambiguous,
    Clock,
    DayOfMonth,
    Direction,
    Fixed,
    Inside,
    Meaning,
    Month,
    MonthDay,
    Refused,
    Shift,
    This,
    Weekday,
)
from ceasetimeline.timex.grammar import Example, Rule

G = Granularity
E = Example

IMPOSSIBLE: Final = "impossible-date"


def day_of(year: int | None, month: int, day: int) -> Meaning:
    """A day of a month, or `Refused` where that month has no such day."""
    longest = calendar.monthrange(2000 if year is None else max(year, 1), month)[1]
    if not 1 <= day <= longest:
        return Refused(IMPOSSIBLE, f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}-{day:02d}")
    return MonthDay(month, day) if year is None else Fixed(year, month, day)


def full_year(short: int) -> int:
    """The year that two digits stand for: '98 is 1998, '24 is 2024 (pivot of POSIX: 69)."""
    return short + (1900 if short >= 69 else 2000)


def _month_day(month: int, dom: int | None = None, ordinal: int | None = None) -> Meaning:
    return day_of(None, month, dom if dom is not None else ordinal or 0)


def _month_day_year(month: int, year: int, dom: int | None = None, ordinal: int | None = None) -> Meaning:
    return day_of(year, month, dom if dom is not None else ordinal or 0)


def _iso(iso: tuple[int, int, int, int | None, int | None, str]) -> Meaning:
    """An ISO day, with its time where one is told."""
    day = _iso_day(*iso[:3])
    return day if iso[3] is None or isinstance(day, Refused) else Clock(day, iso[3], iso[4], zone=iso[5])


def _iso_day(year: int, month: int, day: int) -> Meaning:
    if not (year >= 1 and 1 <= month <= 12):
        return Refused(IMPOSSIBLE, f"{year:04d}-{month:02d}-{day:02d}")
    return day_of(year, month, day)


def slashed_date(parts: tuple[str, str, str, str]) -> Meaning | None:
    """A numeric date: refused as ambiguous where day and month could change places; with dots the day is first."""
    first, second, third = map(int, parts[:3])
    if len(parts[0]) == 4:
        return _numeric(first, second, third)
    if len(parts[0]) > 2 or len(parts[2]) == 3:
        return None
    year = third if len(parts[2]) == 4 else full_year(third)
    dotted = parts[3] == "."
    if first <= 12 and second <= 12 and first != second and not dotted:
        return (
            Ambiguous(Fixed(year, second, first), Fixed(year, first, second)) if first and second and year else None
        )
    return _numeric(year, second, first) if dotted or second <= 12 else _numeric(year, first, second)


def _numeric(year: int, month: int, day: int) -> Meaning | None:
    return day_of(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 and year else None


def _dated_weekday(day: Any, weekday: int) -> Meaning | None:
    return day if isinstance(day, MonthDay | Fixed | Refused | DayOfMonth) else None


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="month-day-year",
        kind="day",
        pattern=(
            "<month> <dom> ,? <year>",
            "<month> the? <ordinal> ,? <year>",
            "<month> <dom> ,? <short-year>",
            "the? <ordinal> of? <month> ,? <year>",
            "the? <ordinal> day? of <month> ,? <year>",
            "<dom> <month> ,? <year>",
            "<dom> <month> <short-year>",
        ),
        means=lambda month, year=None, short_year=0, dom=None, ordinal=None: _month_day_year(
            month, year if year is not None else full_year(short_year), dom, ordinal
        ),
        yes=(
            E("The war began on 7 October 2023.", "7 October 2023", "2025-07-08", "2023-10-07", "2023-10-07"),
            E("It was signed on January 15, 2025.", "January 15, 2025", "2025-07-08", "2025-01-15", "2025-01-15"),
        ),
        no=("It was signed on 29 February 2023.", "It was signed on 31 June 2024."),
    ),
    Rule(
        name="month-day",
        kind="day",
        pattern=(
            "<month> <dom>",
            "<month> the? <ordinal>",
            "<dom> <month>",
            "<dom> of <month>",
            "the? <ordinal> of? <month>",
            "the <ordinal> day of <month>",
        ),
        means=_month_day,
        yes=(
            E("The deal announced Jan. 15 held.", "Jan. 15", "2025-07-08", "2025-01-15", "2025-01-15"),
            E("They met on the 3rd of June.", "the 3rd of June", "2025-07-08", "2025-06-03", "2025-06-03"),
        ),
        no=("They were to meet on Feb 30.", "They may 5 times decline."),
    ),
    Rule(
        name="dated-weekday",
        kind="day",
        pattern=(
            "<weekday> ,? the? <day>",
            "<weekday> ( <day> )",
            "this|last|next coming|past? <weekday> ,? <day>",
            "<weekday> the? <ordinal>",
        ),
        means=lambda weekday, day=None, ordinal=None: (
            _dated_weekday(day, weekday) if day is not None else DayOfMonth(ordinal) if ordinal <= 31 else None
        ),
        yes=(E("They met on Tuesday, June 3.", "Tuesday, June 3", "2025-07-08", "2025-06-03", "2025-06-03"),),
        no=("On Tuesday, 3 envoys came.",),
    ),
    Rule(
        name="iso-date",
        kind="day",
        pattern="<iso>",
        means=_iso,
        yes=(E("Signed: 2025-01-15", "2025-01-15", "2025-07-08", "2025-01-15", "2025-01-15"),),
        no=("Case 2025-13-40 was filed.",),
    ),
    Rule(
        name="numeric-date",
        kind="day",
        pattern=("<slashed:parts>",),
        means=slashed_date,
        yes=(E("Signed on 15/01/2025.", "15/01/2025", "2025-07-08", "2025-01-15", "2025-01-15"),),
        no=("Signed on 03/04/2025.",),
    ),
    Rule(
        name="month-year",
        kind="period",
        pattern=(
            "<month> ,? <year>",
            "<month> of <year>",
            "<month> <short-year>",
            "the month of <month> ,? <year>",
        ),
        means=lambda month, year=None, short_year=0: Fixed(
            year if year is not None else full_year(short_year), month
        ),
        yes=(E("It was drafted in January 2024.", "January 2024", "2025-07-08", "2024-01-01", "2024-01-31"),),
        no=("January brought 2024 complaints.",),
    ),
    Rule(
        name="month",
        kind="period",
        pattern=("<month>", "the month of <month>"),
        means=Month,
        yes=(E("A truce was reached in November.", "November", "2025-07-08", "2024-11-01", "2024-11-30"),),
        no=("The parties may agree.", "Theresa May spoke.", "They march on."),
    ),
    Rule(
        name="month-relative-year",
        kind="period",
        pattern=("<month> of? <relative-year:period>", "<relative-year:period> 's|’s <month>"),
        means=lambda month, period: Inside(Month(month), period),
        yes=(E("In July last year they met.", "July last year", "2025-07-08", "2024-07-01", "2024-07-31"),),
        no=("In July they met the year's target.",),
    ),
    Rule(
        name="day-relative-year",
        kind="day",
        pattern="<day> of? ,? <relative-year:period>",
        means=lambda day, period: Inside(day, period) if isinstance(day, MonthDay) else None,
        yes=(E("On July 3 last year they met.", "July 3 last year", "2025-07-08", "2024-07-03", "2024-07-03"),),
        no=("On July 3 they met the year's target.",),
    ),
    Rule(
        name="on-the-ordinal",
        kind="day",
        pattern="on|by|until|from the <ordinal>",
        means=lambda ordinal: DayOfMonth(ordinal) if ordinal <= 31 else None,
        yes=(E("On the 15th the sides will meet again.", "On the 15th", "2024-02-01", "2024-02-15", "2024-02-15"),),
        no=("On the 15th floor they met.", "On the first day they met."),
    ),
    Rule(
        name="last-month-day",
        kind="day",
        pattern="last <day>",
        means=lambda day: MonthDay(day.month, day.day, Direction.BEFORE) if isinstance(day, MonthDay) else None,
        yes=(E("He was killed last Oct. 23 at home.", "last Oct. 23", "2025-04-19", "2024-10-23", "2024-10-23"),),
        no=("He was the last on Oct. 23 to leave.",),
    ),
    Rule(
        name="day-of-month",
        kind="day",
        pattern="the <ordinal> of this|the|that month",
        means=lambda ordinal: Inside(DayOfMonth(ordinal), This(G.MONTH)) if ordinal <= 31 else None,
        yes=(
            E(
                "It began on the 3rd of this month.",
                "the 3rd of this month",
                "2025-07-08",
                "2025-07-03",
                "2025-07-03",
            ),
        ),
        no=("It was the third of this kind.",),
    ),
    Rule(
        name="day-of-last-month",
        kind="day",
        pattern="the <ordinal> of last|next month",
        means=lambda ordinal: (
            Inside(DayOfMonth(ordinal), Shift(This(G.MONTH), G.MONTH, -1)) if ordinal <= 31 else None
        ),
        yes=(
            E(
                "It began on the 3rd of last month.",
                "the 3rd of last month",
                "2025-07-08",
                "2025-06-03",
                "2025-06-03",
            ),
        ),
        no=("It was the third of last kind.",),
    ),
    Rule(
        name="year",
        kind="period",
        pattern=("<year>", "the year <year>"),
        means=Fixed,
        yes=(E("A truce was reached in 2014.", "2014", "2025-07-08", "2014-01-01", "2014-12-31"),),
        no=("Resolution 2014 was adopted.", "Some 2014 people fled.", "It cost $2014."),
    ),
    Rule(
        name="short-year",
        kind="period",
        pattern="in|since|of|by|until|from <short-year>",
        means=lambda short_year: Fixed(full_year(short_year)),
        yes=(E("The accord of '93 failed.", "'93", "2025-07-08", "1993-01-01", "1993-12-31"),),
        no=("They were the '93 of them.",),
    ),
    Rule(
        name="spelled-year",
        kind="year",
        pattern=("nineteen <ten>", "nineteen <ten> <one>", "two thousand and? <one>"),
        means=lambda ten=None, one=0: 1900 + ten + one if ten is not None else 2000 + one,
        yes=(
            E("It ended in nineteen ninety-six.", "nineteen ninety-six", "2025-07-08", "1996-01-01", "1996-12-31"),
            E(
                "It ended in June nineteen ninety-six.",
                "June nineteen ninety-six",
                "2025-07-08",
                "1996-06-01",
                "1996-06-30",
            ),
        ),
        no=("Nineteen people left.",),
    ),
    Rule(
        name="weekday",
        kind="day",
        pattern="<weekday:day>",
        means=Weekday,
        yes=(
            E("Talks held on Sunday ended.", "Sunday", "2025-07-08", "2025-07-06", "2025-07-06"),
            E("Hamas said Tuesday it had replied.", "Tuesday", "2025-07-08", "2025-07-08", "2025-07-08"),
            E("The sides will meet Thursday.", "Thursday", "2025-07-08", "2025-07-10", "2025-07-10"),
        ),
        no=("They sat in the sun.", "Black Friday sales rose."),
    ),
)
