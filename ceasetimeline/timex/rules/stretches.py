"""Rules for longer and for counted stretches of the calendar: quarters, decades, "the first week of May"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Between,
    Fixed,
    Hedged,
    Meaning,
    Nth,
    NthWeekday,
    Part,
    Portion,
    Quarter,
    Shift,
    This,
    Years,
)
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.calendar import full_year

G = Granularity
E = Example
_BESIDE: Final = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_NESTED: Final = frozenset({G.DAY, G.WEEK, G.WEEKEND, G.MONTH, G.QUARTER, G.YEAR, G.DECADE})


def _decade(decade: int) -> Meaning:
    """The decade; a round hundred before our own is the century: "the 1800s"."""
    if decade % 100 == 0 and 1000 <= decade < 2000:
        return Years(decade, G.CENTURY)
    return Years(decade if decade >= 1000 else 1900 + decade if decade >= 30 else 2000 + decade, G.DECADE)


def _fiscal_years(year: int = 0, short: int = 0, pair: tuple[int, str] | None = None) -> Meaning | None:
    """Both years that a fiscal year touches, since its first month is not told."""
    year, short = (year, short) if pair is None else (pair[0], int(pair[1]) % 100)
    return Between(Fixed(year), Fixed(year + 1)) if (year + 1) % 100 == short else None


def _century(ordinal: int) -> Meaning | None:
    return Years((ordinal - 1) * 100, G.CENTURY) if 2 <= ordinal <= 21 else None


def _run(period: Meaning, unit: Granularity, number: Any, forward: bool) -> Meaning | None:
    """The first or the last so many units of a stretch."""
    if unit not in _NESTED or not isinstance(number, int) or not 1 <= number <= 100:
        return None
    near, far = (1, number) if forward else (-number, -1)
    return Between(Nth(period, unit, near), Nth(period, unit, far))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="year-two-thousand",
        kind="period",
        pattern="the year two thousand",
        means=lambda: Fixed(2000),
        yes=(
            E(
                "They feared the year two thousand.",
                "the year two thousand",
                "1999-07-08",
                "2000-01-01",
                "2000-12-31",
            ),
        ),
        no=("Two thousand left.",),
    ),
    Rule(
        name="fiscal-year",
        kind="period",
        pattern=(
            "the? fiscal|financial year? <year>",
            "fy <year>",
            "fy <two-digits:short>",
            "fy <short-year:short>",
            "the? <year> fiscal|financial year",
        ),
        means=lambda year=None, short=0: Hedged(Fixed(year if year is not None else full_year(short)), "APPROX"),
        yes=(
            E("Aid rose in fiscal 2024.", "fiscal 2024", "2025-07-08", "2024-01-01", "2024-12-31"),
            E("Aid rose in FY24.", "FY24", "2025-07-08", "2024-01-01", "2024-12-31"),
        ),
        no=("Fiscal policy failed.",),
    ),
    Rule(
        name="fiscal-years",
        kind="range",
        pattern=(
            "the? fiscal|financial year? <year> -|–|— <two-digits:short>",
            "the? <year> -|–|— <two-digits:short> fiscal|financial year",
            "the? fiscal|financial year? <year-pair:pair>",
            "the? <year-pair:pair> fiscal|financial year",
        ),
        means=_fiscal_years,
        yes=(
            E("The 2023-24 fiscal year was lean.", "2023-24 fiscal year", "2025-07-08", "2023-01-01", "2024-12-31"),
            E("Aid rose in fiscal 2023/24.", "fiscal 2023/24", "2025-07-08", "2023-01-01", "2024-12-31"),
        ),
        no=("It was the 2024/25 season.",),
    ),
    Rule(
        name="this-fiscal-year",
        kind="period",
        profile="news",
        pattern=(
            "the? {this|last|next|past|coming|current|previous:which} fiscal|financial year",
            "this {past|coming:which} fiscal|financial year",
        ),
        means=lambda which: Hedged(Shift(This(G.YEAR), G.YEAR, _BESIDE[which]), "APPROX"),
        yes=(E("Aid fell last fiscal year.", "last fiscal year", "2025-07-08", "2024-01-01", "2024-12-31"),),
        no=("They lasted a fiscal year.",),
    ),
    Rule(
        name="decade",
        kind="period",
        pattern=("the? <decade>", "the? <decade-word:decade>"),
        means=_decade,
        yes=(
            E("They fought in the 1990s.", "the 1990s", "2025-07-08", "1990-01-01", "1999-12-31"),
            E("They fought in the 1800s.", "the 1800s", "2025-07-08", "1800-01-01", "1899-12-31"),
            E("They fought in the 2000s.", "the 2000s", "2025-07-08", "2000-01-01", "2009-12-31"),
        ),
        no=("He drove in the 90 zone.",),
    ),
    Rule(
        name="century",
        kind="period",
        pattern="the? <ordinal> century",
        means=_century,
        yes=(E("It dates to the 19th century.", "the 19th century", "2025-07-08", "1800-01-01", "1899-12-31"),),
        no=("A century of strife.",),
    ),
    Rule(
        name="quarter-code",
        kind="period",
        pattern=("<quarter-code> of? <year>", "<year> <quarter-code>", "<quarter-code>"),
        means=lambda quarter_code, year=None: (
            Quarter(quarter_code) if year is None else Nth(Fixed(year), G.QUARTER, quarter_code)
        ),
        yes=(E("Aid fell in Q3 2024.", "Q3 2024", "2025-07-08", "2024-07-01", "2024-09-30"),),
        no=("They asked Q and A.",),
    ),
    Rule(
        name="half-code",
        kind="period",
        pattern=("<half-code> of? <year>", "<year> <half-code>"),
        means=lambda half_code, year: (
            Part(Fixed(year), Portion.FIRST_HALF if half_code == 1 else Portion.SECOND_HALF)
            if half_code <= 2
            else None
        ),
        yes=(E("Aid fell in H1 2024.", "H1 2024", "2025-07-08", "2024-01-01", "2024-06-30"),),
        no=("They took H2 and O.",),
    ),
    Rule(
        name="quarter-of-year",
        kind="period",
        pattern=(
            "the? <ordinal> quarter of? ,? <year>",
            "<year> 's|’s <ordinal> quarter",
            "<year> <ordinal> quarter",
        ),
        means=lambda ordinal, year: Nth(Fixed(year), G.QUARTER, ordinal) if ordinal <= 4 else None,
        yes=(
            E(
                "Exports fell in the third quarter of 2024.",
                "the third quarter of 2024",
                "2025-07-08",
                "2024-07-01",
                "2024-09-30",
            ),
        ),
        no=("They live in the Old Quarter.",),
    ),
    Rule(
        name="quarter",
        kind="period",
        pattern=("the? fiscal|latest|current? <ordinal> fiscal? quarter", "this year 's|’s <ordinal> quarter"),
        means=lambda ordinal: Quarter(ordinal) if ordinal <= 4 else None,
        yes=(
            E("Exports fell in the third quarter.", "the third quarter", "2025-10-28", "2025-07-01", "2025-09-30"),
            E("Fourth-quarter exports fell.", "Fourth-quarter", "2025-01-28", "2024-10-01", "2024-12-31"),
        ),
        no=("They live in the fifth quarter.",),
    ),
    Rule(
        name="quarter-of-relative-year",
        kind="period",
        pattern=("the? <ordinal> quarter of? <relative-year:of>", "<relative-year:of> 's|’s <ordinal> quarter"),
        means=lambda ordinal, of: Nth(of, G.QUARTER, ordinal) if ordinal <= 4 else None,
        yes=(
            E(
                "Exports fell in last year's third quarter.",
                "last year's third quarter",
                "2025-07-08",
                "2024-07-01",
                "2024-09-30",
            ),
        ),
        no=("They live in the Old Quarter.",),
    ),
    Rule(
        name="nth-unit-of-period",
        kind="period",
        pattern=(
            "the? <ordinal> <unit> of <period>",
            "the {last|final:which} <unit> of <period>",
            "the {first|opening:which} <unit> of <period>",
        ),
        means=lambda unit, period, ordinal=None, which="": (
            Nth(period, unit, ordinal or (-1 if which in {"last", "final"} else 1)) if unit in _NESTED else None
        ),
        yes=(
            E(
                "They met in the first week of May.",
                "the first week of May",
                "2025-07-08",
                "2025-05-01",
                "2025-05-07",
            ),
        ),
        no=("It was the first week of talks.",),
    ),
    Rule(
        name="nth-units-of-period",
        kind="range",
        profile="news",
        pattern="the? {first|opening|last|final|closing:which} <number> <units:unit> of <period>",
        means=lambda which, number, unit, period: _run(period, unit, number, which in {"first", "opening"}),
        yes=(
            E(
                "They met in the last two weeks of June.",
                "the last two weeks of June",
                "2025-07-08",
                "2025-06-17",
                "2025-06-30",
            ),
            E(
                "Aid fell in the first two months of 2025.",
                "the first two months of 2025",
                "2025-07-08",
                "2025-01-01",
                "2025-02-28",
            ),
        ),
        no=("They met in the last two weeks of talks.",),
    ),
    Rule(
        name="nth-weekday-of-month",
        kind="day",
        pattern=("the <ordinal> <weekday> of|in <period>", "the {last|final:which} <weekday> of|in <period>"),
        means=lambda weekday, period, ordinal=None, which="": NthWeekday(period, weekday, ordinal or -1),
        yes=(
            E(
                "They met on the first Monday of May.",
                "the first Monday of May",
                "2025-07-08",
                "2025-05-05",
                "2025-05-05",
            ),
        ),
        no=("It was the first Monday of talks.",),
    ),
)
