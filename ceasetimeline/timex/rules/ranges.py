"""Rules for stretches told by both ends: "from 24 to 30 November", "July 6-7", "2023-24"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.meaning import Between, DayOfMonth, Fixed, Meaning, Month, MonthDay, Refused, Weekday
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.calendar import day_of

E = Example
_TO: Final = "to|until|till|through|-|–|—"


def _days(month: int, first: Any, last: Any, year: int | None = None) -> Meaning | None:
    if not first < last:
        return None
    ends = day_of(year, month, first), day_of(year, month, last)
    return next((end for end in ends if isinstance(end, Refused)), None) or Between(*ends)


def _consecutive(month: int, first: int, last: int, year: int | None = None) -> Meaning | None:
    return _days(month, first, last, year) if last == first + 1 else None


def _alike(first: Meaning, last: Meaning) -> Meaning | None:
    """Two days that tell the same parts of a date; the year of the last counts for both."""
    if isinstance(first, MonthDay) and isinstance(last, Fixed) and last.day is not None:
        return Between(day_of(last.year, first.month, first.day), last)
    if type(first) is not type(last) or isinstance(first, Refused | DayOfMonth):
        return None
    return Between(first, last)


def _months(first: Meaning, last: Meaning) -> Meaning | None:
    if isinstance(first, Month) and isinstance(last, Fixed) and last.month is not None:
        return Between(Fixed(last.year, first.month), last)
    if isinstance(first, Fixed | Month) and type(first) is type(last):
        return Between(first, last)
    return None


def _short_years(year: int, two_digits: int) -> Meaning | None:
    last = year // 100 * 100 + two_digits
    return Between(Fixed(year), Fixed(last)) if last == year + 1 else None


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="days-of-month-range",
        kind="range",
        profile="news",
        pattern=(
            f"from? <month> <dom:first> {_TO} <dom:last>",
            f"from? <month> <dom:first> {_TO} <dom:last> ,? <year>",
            f"from? <dom:first> {_TO} <dom:last> <month>",
            f"from? <dom:first> {_TO} <dom:last> <month> ,? <year>",
            f"from? the? <ordinal:first> {_TO} the? <ordinal:last> of? <month>",
            "between <month> <dom:first> and <dom:last>",
            "between <dom:first> and <dom:last> <month>",
            "between <dom:first> and <dom:last> <month> <year>",
        ),
        means=_days,
        yes=(
            E(
                "The truce held from 24 to 30 November.",
                "24 to 30 November",
                "2024-01-10",
                "2023-11-24",
                "2023-11-30",
            ),
            E("They met on July 6-7.", "July 6-7", "2025-07-08", "2025-07-06", "2025-07-07"),
        ),
        no=("They met in July and 6 to 7 times later.",),
    ),
    Rule(
        name="two-days-of-month",
        kind="range",
        profile="news",
        pattern=(
            "<month> <dom:first> and <dom:last>",
            "<month> <dom:first> and <dom:last> ,? <year>",
            "<dom:first> and <dom:last> <month>",
            "<dom:first> and <dom:last> <month> <year>",
        ),
        means=_consecutive,
        yes=(E("They met on August 15 and 16.", "August 15 and 16", "2024-08-20", "2024-08-15", "2024-08-16"),),
        no=("They met on August 15 and 26.",),
    ),
    Rule(
        name="three-days-of-month",
        kind="range",
        profile="news",
        pattern=(
            "<month> <dom:first> , <dom:middle> and <dom:last>",
            "<month> <dom:first> , <dom:middle> and <dom:last> ,? <year>",
            "<dom:first> , <dom:middle> and <dom:last> <month>",
        ),
        means=lambda month, first, middle, last, year=None: (
            _days(month, first, last, year) if first + 2 == middle + 1 == last else None
        ),
        yes=(E("They met on June 3, 4 and 5.", "June 3, 4 and 5", "2025-07-08", "2025-06-03", "2025-06-05"),),
        no=("They met on June 3, 4 and 9 times more.",),
    ),
    Rule(
        name="day-range",
        kind="range",
        profile="news",
        pattern=(
            f"from <day:first> {_TO} <day:last>",
            "between <day:first> and <day:last>",
            f"<day:first> {_TO} <day:last>",
        ),
        means=_alike,
        yes=(
            E(
                "They met between Monday and Thursday.",
                "Monday and Thursday",
                "2025-07-11",
                "2025-07-07",
                "2025-07-10",
            ),
        ),
        no=("They met on Monday and left Thursday.",),
    ),
    Rule(
        name="month-range",
        kind="range",
        profile="news",
        pattern=(
            f"from <period:first> {_TO} <period:last>",
            "between <period:first> and <period:last>",
            "<period:first> -|–|—|through <period:last>",
        ),
        means=_months,
        yes=(
            E("They met between March and May.", "March and May", "2025-07-08", "2025-03-01", "2025-05-31"),
            E("They fought from 2014 to 2021.", "2014 to 2021", "2025-07-08", "2014-01-01", "2021-12-31"),
        ),
        no=("They met in March and left in May.",),
    ),
    Rule(
        name="short-year-range",
        kind="range",
        pattern=("<year> -|–|— <two-digits>",),
        means=_short_years,
        yes=(E("The war of 2023-24 was long.", "2023-24", "2025-07-08", "2023-01-01", "2024-12-31"),),
        no=("They won 2023-54.", "It was the 2024/25 season."),
    ),
)
__all__ = ["RULES", "Weekday"]
