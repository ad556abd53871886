"""Times as tables hold them: instants of a zone, numbers of a unit, days; brought to text that names a day.

A zone is that of the outlets: their readers live in its civil day. Nothing is guessed: a bare number stays a number,
and is then reported, unless the user says its unit.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re
import zoneinfo
from collections.abc import Mapping
from typing import Final

import attrs

from ceasetimeline.errors import ArgumentError, UnknownNameError
from ceasetimeline.readers.columns import is_missing

UNITS: Final[Mapping[str, int]] = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
"""Units of numbers since 1970-01-01 00:00 UTC, by the names that pandas gives them: how many make a second."""

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_NUMBER: Final = re.compile(r"-?\d{1,20}(?:\.\d{1,9})?")


def _known_unit(_: object, __: object, unit: str | None) -> None:
    if unit is not None and unit not in UNITS:
        raise ArgumentError(f"unit={unit!r}: give one of {', '.join(map(repr, UNITS))}")


def _zone(name: str | None) -> zoneinfo.ZoneInfo | None:
    if name is None:
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownNameError("time zone", name, zoneinfo.available_timezones()) from None


@attrs.frozen(kw_only=True)
class Clock:
    """How the times of a source are told: the ``unit`` of its numbers, and the ``zone`` its outlets live in.

    Raises UnknownNameError for a zone that the zone database does not hold, ArgumentError for another unit.
    """

    unit: str | None = attrs.field(default=None, validator=_known_unit)
    zone: zoneinfo.ZoneInfo | None = attrs.field(default=None, converter=_zone)


def stamp(value: object, clock: Clock = Clock()) -> str | None:
    """The time as text: ISO for dates, instants and numbers of a known unit, else as it was given; None for nothing.

    Half past ten in the evening of 7 July 2025 by universal time is the 8th in Gaza:

    >>> stamp("2025-07-07T22:30:00Z", Clock(zone="Asia/Gaza"))
    '2025-07-08T01:30:00+03:00'
    >>> stamp(1751927400, Clock(unit="s")), stamp(1751927400)
    ('2025-07-07T22:30:00+00:00', '1751927400')
    """
    if is_missing(value):
        return None
    if hasattr(value, "to_pydatetime"):  # pandas' Timestamp, whose nanoseconds ISO text cannot hold
        value = value.to_pydatetime(warn=False)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if _is_day(value) else _there(value, clock).isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    text = str(value)
    counted = _counted(text, clock)
    return _there(counted, clock).isoformat() if counted is not None else _moved(text, clock)


def _counted(text: str, clock: Clock) -> dt.datetime | None:
    if clock.unit is None or not _NUMBER.fullmatch(text.strip()):
        return None
    whole, _, part = text.strip().partition(".")
    try:
        return _EPOCH + dt.timedelta(microseconds=int(whole + part.ljust(9, "0")) // (1_000 * UNITS[clock.unit]))
    except OverflowError:
        return None


def _moved(text: str, clock: Clock) -> str:
    """The text, or the moment it tells by the clocks of the zone."""
    if clock.zone is None or _NUMBER.fullmatch(text.strip()):
        return text  # digits alone may look like year, month, day, hour and minute
    moment = _moment(text.strip())
    return text if moment is None or _is_day(moment) else _there(moment, clock).isoformat()


def _is_day(moment: dt.datetime) -> bool:
    """Midnight sharp without a zone is how tables write a day alone."""
    return moment.tzinfo is None and moment.time() == dt.time()


def _moment(text: str) -> dt.datetime | None:
    for read in (dt.datetime.fromisoformat, email.utils.parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _there(moment: dt.datetime, clock: Clock) -> dt.datetime:
    """The moment by the clocks of the zone; one without a zone is taken to be told by those clocks."""
    if clock.zone is None:
        return moment
    if moment.tzinfo is None:
        return moment.replace(tzinfo=clock.zone)
    try:
        return moment.astimezone(clock.zone)
    except OverflowError:  # the first and last hours of the calendar
        return moment
