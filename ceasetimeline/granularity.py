"""Calendar units: the unit that holds a day, the one after, and moving by units.

The one module that uses dateutil's ``relativedelta``. Week start is a setting (`Calendar`), because "last week"
in an Israeli or American paper may run from Sunday.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

import attrs
from dateutil.relativedelta import relativedelta

from ceasetimeline.bounds import Interval


class Granularity(enum.Enum):
    """How finely a time expression speaks; the value is the name used in JSON."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_MONTHS: Final = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}
_FINER_THAN_DAY: Final = {Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR}


@attrs.frozen
class Calendar:
    """The settings that a calendar word depends on.

    ``week_start``: ISO weekday on which a week begins (1 Monday … 7 Sunday); ``weekend``: ISO weekdays of its
    two days; ``southern``: whether spring is September to November.
    """

    week_start: int = 1
    weekend: tuple[int, int] = (6, 7)
    southern: bool = False


MONDAY_WEEKS: Final = Calendar()


def unit_of(day: int, unit: Granularity, calendar: Calendar = MONDAY_WEEKS) -> Interval:
    """The calendar unit that holds a day.

    The week of Tuesday 8 July 2025, and with weeks from Sunday:

    >>> unit_of(ordinal("2025-07-08"), Granularity.WEEK)
    Interval.of('2025-07-07', '2025-07-13')
    >>> unit_of(ordinal("2025-07-08"), Granularity.WEEK, Calendar(week_start=7))
    Interval.of('2025-07-06', '2025-07-12')

    Raises ValueError where the unit does not lie within the years 1 to 9999.
    """
    if unit in _FINER_THAN_DAY or unit is Granularity.DAY:
        return Interval(day, day + 1)
    date = dt.date.fromordinal(day)
    if unit is Granularity.WEEK:
        start = day - (date.isoweekday() - calendar.week_start) % 7
        return Interval(start, start + 7)
    if unit is Granularity.WEEKEND:
        start = day - (date.isoweekday() - calendar.weekend[0]) % 7
        return Interval(start, start + 2)
    if unit is Granularity.SEASON:
        return _months_from(date.replace(day=1), 3, offset=-(date.month % 3))
    size = _MONTHS[unit]
    months = date.year * 12 + date.month - 1
    return _months_from(dt.date(date.year, date.month, 1), size, offset=-(months % size))


def shift(stretch: Interval, unit: Granularity, count: int, calendar: Calendar = MONDAY_WEEKS) -> Interval:
    """The unit that lies ``count`` units after the one in which ``stretch`` starts (before it, if negative).

    "three months ago", counted from 31 May 2025, is the calendar month of February:

    >>> shift(Interval.of("2025-05-31"), Granularity.MONTH, -3)
    Interval.of('2025-02-01', '2025-02-28')

    Raises ValueError where that unit does not lie within the years 1 to 9999.
    """
    held = unit_of(stretch.start, unit, calendar)
    if unit in _FINER_THAN_DAY or unit is Granularity.DAY:
        return held.moved(count)
    if unit in {Granularity.WEEK, Granularity.WEEKEND}:
        return held.moved(7 * count)
    size = 3 if unit is Granularity.SEASON else _MONTHS[unit]
    return _months_from(dt.date.fromordinal(held.start), size, offset=size * count)


def same_day(day: int, unit: Granularity, count: int) -> int:
    """The day so many units later, clipped to the end of a shorter month.

    "a month after 31 January 2024":

    >>> same_day(ordinal("2024-01-31"), Granularity.MONTH, 1) == ordinal("2024-02-29")
    True

    Raises ValueError where that day does not lie within the years 1 to 9999.
    """
    date = dt.date.fromordinal(day)
    months = 3 if unit is Granularity.SEASON else _MONTHS.get(unit)
    try:
        if months is not None:
            return (date + relativedelta(months=months * count)).toordinal()
        step = 7 if unit in {Granularity.WEEK, Granularity.WEEKEND} else 1
        return (date + dt.timedelta(days=step * count)).toordinal()
    except (OverflowError, ValueError) as overflow:
        raise ValueError(f"{count} {unit.value}s from {date} leave the years 1 to 9999") from overflow


def _months_from(first: dt.date, size: int, *, offset: int) -> Interval:
    try:
        start = first + relativedelta(months=offset)
        last = start + relativedelta(months=size - 1, day=31)
    except (OverflowError, ValueError) as overflow:
        raise ValueError(f"{offset} months from {first}: outside the years 1 to 9999") from overflow
    return Interval(start.toordinal(), last.toordinal() + 1)
