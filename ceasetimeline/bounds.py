"""Stretches of days: what a text names (`Interval`) and what is known about an event (`TimeBounds`).

Days are proleptic Gregorian ordinals (`datetime.date.toordinal`), because ordering needs integers and because
the day after 9999-12-31 has an ordinal but no `datetime.date`.
"""

from __future__ import annotations

import datetime as dt

import attrs

FIRST_DAY = dt.date.min.toordinal()
LAST_DAY = dt.date.max.toordinal()


def ordinal(day: str | dt.date) -> int:
    """The ordinal of a day given as ISO text or date: ``ordinal("2025-07-08")`` is 739440."""
    if isinstance(day, str):
        day = dt.date.fromisoformat(day)
    return day.toordinal()


def iso(day: int | None) -> str | None:
    """The ISO form of an ordinal; None (an open side) stays None."""
    return None if day is None else dt.date.fromordinal(day).isoformat()


@attrs.frozen(order=True)
class Interval:
    """A half-open stretch of days, ``start <= day < stop``, never empty.

    "the weekend", in a story of Tuesday 8 July 2025:

    >>> Interval.of("2025-07-05", "2025-07-06")
    Interval.of('2025-07-05', '2025-07-06')

    Raises ValueError for a stretch that is empty or that leaves the years 1 to 9999.
    """

    start: int
    stop: int

    def __attrs_post_init__(self) -> None:
        if not FIRST_DAY <= self.start < self.stop <= LAST_DAY + 1:
            raise ValueError(f"not a stretch of days within the years 1 to 9999: {self.start}..{self.stop}")

    @classmethod
    def of(cls, first: str | dt.date, last: str | dt.date | None = None) -> Interval:
        """The stretch from ``first`` to ``last``, both included; one day when ``last`` is left out."""
        start = ordinal(first)
        return cls(start, (start if last is None else ordinal(last)) + 1)

    def __repr__(self) -> str:
        first, last = self.days
        return f"Interval.of({first.isoformat()!r}{'' if first == last else f', {last.isoformat()!r}'})"

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, day: int) -> bool:
        return self.start <= day < self.stop

    @property
    def last(self) -> int:
        """The ordinal of the last day inside."""
        return self.stop - 1

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day, both inside."""
        return dt.date.fromordinal(self.start), dt.date.fromordinal(self.stop - 1)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day."""
        return self.start < other.stop and other.start < self.stop

    def intersection(self, other: Interval) -> Interval | None:
        """The days that both hold, or None where they share none."""
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        return Interval(start, stop) if start < stop else None

    def hull(self, other: Interval) -> Interval:
        """The shortest stretch that holds both."""
        return Interval(min(self.start, other.start), max(self.stop, other.stop))

    def moved(self, days: int) -> Interval:
        """The same stretch, so many days later (earlier if negative)."""
        return Interval(self.start + days, self.stop + days)


@attrs.frozen(kw_only=True)
class TimeBounds:
    """What is known about the first and the last day of an event; None is an open side.

    "agreed in early May" bounds a day-long event: it started, and ended, between 1 and 10 May.

    >>> TimeBounds.within(Interval.of("2025-05-01", "2025-05-10")).to_json()
    {'start': ['2025-05-01', '2025-05-10'], 'end': ['2025-05-01', '2025-05-10']}

    Raises ValueError where the sides contradict one another.
    """

    earliest_start: int | None = None
    latest_start: int | None = None
    earliest_end: int | None = None
    latest_end: int | None = None

    def __attrs_post_init__(self) -> None:
        es, ls, ee, le = self.sides
        for low, high in ((es, ls), (ee, le), (es, ee), (ls, le), (es, le)):
            if low is not None and high is not None and low > high:
                raise ValueError(f"bounds contradict themselves: {self.to_json()}")

    @classmethod
    def within(cls, interval: Interval) -> TimeBounds:
        """Bounds of a move that happened some time inside ``interval``: it may have taken only part of it."""
        return cls(
            earliest_start=interval.start,
            latest_start=interval.last,
            earliest_end=interval.start,
            latest_end=interval.last,
        )

    @classmethod
    def throughout(cls, interval: Interval) -> TimeBounds:
        """Bounds of something that began on the first and ended on the last day of ``interval``."""
        return cls(
            earliest_start=interval.start,
            latest_start=interval.start,
            earliest_end=interval.last,
            latest_end=interval.last,
        )

    @classmethod
    def until(cls, day: int) -> TimeBounds:
        """Bounds of a move that was over by ``day``; nothing says how early it was."""
        return cls(latest_start=day, latest_end=day)

    @classmethod
    def since(cls, day: int) -> TimeBounds:
        """Bounds of a move not begun before ``day``; nothing says how late it is."""
        return cls(earliest_start=day, earliest_end=day)

    @property
    def sides(self) -> tuple[int | None, int | None, int | None, int | None]:
        """Earliest start, latest start, earliest end, latest end."""
        return self.earliest_start, self.latest_start, self.earliest_end, self.latest_end

    @property
    def is_open(self) -> bool:
        """Whether nothing at all is known."""
        return self.sides == (None, None, None, None)

    def overlaps(self, other: TimeBounds) -> bool:
        """Whether the two could speak of one day; open sides overlap with everything."""
        return not (
            _precedes(self.latest_end, other.earliest_start) or _precedes(other.latest_end, self.earliest_start)
        )

    def intersection(self, other: TimeBounds) -> TimeBounds | None:
        """What holds when both hold, or None where they contradict one another.

        Talks that began on 8 July 2025 or later, by one report, and ended on the 6th or later, by another, ended on
        the 8th or later:

        >>> began = TimeBounds(earliest_start=ordinal("2025-07-08"))
        >>> began.intersection(TimeBounds(earliest_end=ordinal("2025-07-06"))).to_json()
        {'start': ['2025-07-08', None], 'end': ['2025-07-08', None]}
        """
        es, ls = _later(self.earliest_start, other.earliest_start), _sooner(self.latest_start, other.latest_start)
        ee, le = _later(self.earliest_end, other.earliest_end), _sooner(self.latest_end, other.latest_end)
        try:
            return TimeBounds(
                earliest_start=es,
                latest_start=ls if ls is None else _sooner(ls, le),
                earliest_end=ee if ee is None else _later(ee, es),
                latest_end=le,
            )
        except ValueError:
            return None

    def moved(self, days: int) -> TimeBounds:
        """The same bounds, so many days later."""
        es, ls, ee, le = (None if side is None else side + days for side in self.sides)
        return TimeBounds(earliest_start=es, latest_start=ls, earliest_end=ee, latest_end=le)

    def to_json(self) -> dict[str, list[str | None]]:
        """The interchange form: inclusive ISO days, null for an open side."""
        es, ls, ee, le = map(iso, self.sides)
        return {"start": [es, ls], "end": [ee, le]}


OPEN = TimeBounds()


def _precedes(latest: int | None, earliest: int | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def _later(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else max(a, b)


def _sooner(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)
