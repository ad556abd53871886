"""TIMEX3 values and EDTF strings (ISO 8601-2) of placed and of unplaced meanings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Ambiguous,
    DayOfMonth,
    Duration,
    Hedged,
    Meaning,
    Month,
    MonthDay,
    PartOfDay,
    Refused,
    Season,
    SetOf,
    Shift,
    This,
    Trailing,
    Vague,
    Weekday,
    Weekend,
)
from ceasetimeline.timex.plain import Placed
from ceasetimeline.timex.rules.durations import LETTERS

G = Granularity

SEASONS: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_EDTF_SEASONS: Final = {3: 21, 6: 22, 9: 23, 12: 24}
_OPEN_VALUES: Final = {
    G.SECOND: "XXXX-XX-XXTXX:XX:XX",
    G.MINUTE: "XXXX-XX-XXTXX:XX",
    G.HOUR: "XXXX-XX-XXTXX",
    G.DAY: "XXXX-XX-XX",
    G.WEEK: "XXXX-WXX",
    G.WEEKEND: "XXXX-WXX-WE",
    G.MONTH: "XXXX-XX",
    G.QUARTER: "XXXX-QX",
    G.HALF: "XXXX-HX",
    G.SEASON: "XXXX-XX",
    G.YEAR: "XXXX",
    G.DECADE: "XXX",
    G.CENTURY: "XX",
}


def timex_value(placed: Placed) -> str:
    """The TIMEX3 value: "2025-07-06", "2025-W27", "2025-06", "2025-07-07TNI"."""
    interval = placed.whole or placed.interval
    first, last = interval.days
    if placed.suffix and len(interval) > 1:
        day = first.isoformat()
    elif placed.ranged:
        day = f"{first.isoformat()}/{last.isoformat()}"
    else:
        day = _unit_value(first, placed.unit)
    return f"{day}{placed.suffix}"


_VALUES: Final[Mapping[Granularity, Callable[[dt.date], str]]] = {
    G.WEEK: lambda first: _week(first + dt.timedelta(days=3)),
    G.WEEKEND: lambda first: f"{_week(first)}-WE",
    G.MONTH: lambda first: f"{first.year:04d}-{first.month:02d}",
    G.QUARTER: lambda first: f"{first.year:04d}-Q{(first.month + 2) // 3}",
    G.HALF: lambda first: f"{first.year:04d}-H{1 if first.month < 7 else 2}",
    G.SEASON: lambda first: f"{first.year:04d}-{SEASONS[first.month]}",
    G.YEAR: lambda first: f"{first.year:04d}",
    G.DECADE: lambda first: f"{first.year // 10:03d}",
    G.CENTURY: lambda first: f"{first.year // 100:02d}",
}
_EDTF: Final[Mapping[Granularity, Callable[[dt.date], str]]] = {
    G.MONTH: _VALUES[G.MONTH],
    G.QUARTER: lambda first: f"{first.year:04d}-{33 + (first.month - 1) // 3}",
    G.HALF: lambda first: f"{first.year:04d}-{40 if first.month < 7 else 41}",
    G.SEASON: lambda first: f"{first.year:04d}-{_EDTF_SEASONS[first.month]}",
    G.YEAR: _VALUES[G.YEAR],
    G.DECADE: lambda first: f"{first.year // 10:03d}X",
    G.CENTURY: lambda first: f"{first.year // 100:02d}XX",
}


def _week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _unit_value(first: dt.date, unit: Granularity) -> str:
    return _VALUES.get(unit, dt.date.isoformat)(first)


def edtf(placed: Placed) -> str:
    """The EDTF form: a day, month, season or year, else the stretch from day to day; "~" where it is rough."""
    first, last = placed.interval.days
    rough = "~" if placed.mod == "APPROX" else ""
    if placed.unit in _EDTF and not placed.ranged and placed.whole is None:
        return f"{_EDTF[placed.unit](first)}{rough}"
    if first == last:
        return f"{first.isoformat()}{rough}"
    return f"{first.isoformat()}{rough}/{last.isoformat()}{rough}"


def open_value(meaning: Meaning) -> str:  # noqa: PLR0911 - one line an operator
    """The TIMEX3 value of a meaning without its anchor, X for what is not known: "XXXX-WXX-5" for "Friday"."""
    match meaning:
        case Duration(value) | SetOf(value) | Refused(_, value):
            return value
        case Trailing(unit, count):
            return f"P{'T' if unit is G.HOUR else ''}{abs(count)}{LETTERS[unit]}"
        case Ambiguous():
            return "XXXX-XX-XX"
        case Vague(ref):
            return ref
        case Weekday(day):
            return f"XXXX-WXX-{day}"
        case MonthDay(month, day):
            return f"XXXX-{month:02d}-{day:02d}"
        case DayOfMonth(day):
            return f"XXXX-XX-{day:02d}"
        case Month(month):
            return f"XXXX-{month:02d}"
        case Season(name):
            return f"XXXX-{name}"
        case Weekend():
            return "XXXX-WXX-WE"
        case This(unit) | Shift(_, unit):
            return _OPEN_VALUES[unit]
        case PartOfDay(of, part):
            return f"{open_value(of)}T{part.removeprefix('T')}"
    inner = [
        value for field in attrs.fields(type(meaning)) if isinstance(value := getattr(meaning, field.name), Meaning)
    ]
    return open_value(inner[0]) if inner else "XXXX"


def mod_of(meaning: Meaning) -> str:
    """The TIMEX3 ``mod`` that the words tell of an amount: "nearly 10 months" is LESS_THAN."""
    return meaning.mod if isinstance(meaning, Hedged) else ""
