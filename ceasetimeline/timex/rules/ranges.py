"""Rules for stretches told by both ends: "from 24 to 30 November", "July 6-7", "2023-24"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.meaning import Between, DayOfMonth, Fixed, Hedged, Meaning, Month, MonthDay, Part, Refused, Weekday
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.calendar import day_of

E = Example
LONGEST_SHORT: Final = 30
"""Years between the ends of "1992-95"; numbers farther apart are hardly two years."""
LISTS: Final = (
    "<month> <dom:first> and|or <dom:last>",
    "<month> <dom:first> and|or <dom:last> ,? <year>",
    "<dom:first> and|or <dom:last> <month>",
    "<dom:first> and|or <dom:last> <month> ,? <year>",
    "<month> <dom:first> , <dom:middle> ,? and|or <dom:last>",
    "<month> <dom:first> , <dom:middle> ,? and|or <dom:last> ,? <year>",
    "<dom:first> , <dom:middle> ,? and|or <dom:last> <month>",
    "<dom:first> , <dom:middle> ,? and|or <dom:last> <month> ,? <year>",
    "the? <ordinal:first> and|or the? <ordinal:last> of? <month>",
    "the? <ordinal:first> and|or the? <ordinal:last> of? <month> ,? <year>",
)
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
    """Two months or two years, or parts of them: "late May to early June"."""
    if isinstance(first, Part | Hedged) or isinstance(last, Part | Hedged):
        ends = [end.of if isinstance(end, Part | Hedged) else end for end in (first, last)]
        alike = isinstance(ends[0], Fixed | Month) and type(ends[0]) is type(ends[1])
        return Between(first, last) if alike else None
    if isinstance(first, Month) and isinstance(last, Fixed) and last.month is not None:
        return Between(Fixed(last.year, first.month), last)
    if isinstance(first, Fixed | Month) and type(first) is type(last):
        return Between(first, last)
    return None


def _short_years(year: int, two_digits: int) -> Meaning | None:
    last = year // 100 * 100 + two_digits
    return Between(Fixed(year), Fixed(last)) if year >= 1400 and year < last <= year + LONGEST_SHORT else None


def listed(month: int, first: int, last: int, middle: int | None = None, year: int | None = None) -> Any:
    """The days of a list, one meaning each: "May 3, 5 and 9"."""
    numbers = [first, last] if middle is None else [first, middle, last]
    days = tuple(day_of(year, month, number) for number in numbers)
    if numbers != sorted(set(numbers)) or any(isinstance(day, Refused) for day in days):
        return None
    return days


def _apart(month: int, first: int, last: int, middle: int | None = None, year: int | None = None) -> Any:
    """The days of a list that do not follow one another; those that do are a stretch."""
    run = last - first == (1 if middle is None else 2)
    return None if run else listed(month, first, last, middle, year)


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
            "the? <ordinal:first> and the? <ordinal:last> of? <month>",
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
        name="listed-days",
        kind="list",
        profile="news",
        pattern=LISTS,
        means=_apart,
        yes=(
            E("Strikes on May 3, 5 and 9 killed many.", "May 3", "2025-07-08", "2025-05-03", "2025-05-03"),
            E("Strikes on May 3, 5 and 9 killed many.", "9", "2025-07-08", "2025-05-09", "2025-05-09"),
            E("They met on April 24 and 27, 2024.", "27, 2024", "2025-07-08", "2024-04-27", "2024-04-27"),
        ),
        no=("They met on August 15 and 26 envoys spoke.", "On May 9 and 3 were killed."),
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
            E(
                "Talks ran from late May to early June.",
                "from late May to early June",
                "2025-07-08",
                "2025-05-21",
                "2025-06-10",
            ),
            E(
                "Aid fell from fiscal 2020 to fiscal 2022.",
                "from fiscal 2020 to fiscal 2022",
                "2025-07-08",
                "2020-01-01",
                "2022-12-31",
            ),
        ),
        no=("They met in March and left in May.",),
    ),
    Rule(
        name="short-year-range",
        kind="range",
        pattern=("<year> -|–|— <two-digits>",),
        means=_short_years,
        yes=(
            E("The war of 2023-24 was long.", "2023-24", "2025-07-08", "2023-01-01", "2024-12-31"),
            E("The 1992-95 war was long.", "1992-95", "2025-07-08", "1992-01-01", "1995-12-31"),
        ),
        no=("They won 2023-54.", "It was the 2024/25 season.", "They boarded flight 1993-95."),
    ),
)
__all__ = ["RULES", "Weekday"]
