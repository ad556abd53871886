"""Where each event lies on a picture: days to pixels, open sides, rows without overlap."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.model import Event

LANE_LABEL: Final = 92
FADE: Final = 28
MOST_ROWS: Final = 8
LEAST_WIDTH: Final = 5
OUTLIERS: Final = 20
"""One day in so many, at either end, may be cut off the axis if it would stretch it by half."""


@attrs.frozen(kw_only=True)
class Bar:
    """One event on the picture: where its days lie, in pixels, and which sides have no limit in sight."""

    event: Event
    left: float
    right: float
    sure: tuple[float, float] | None
    open_left: bool
    open_right: bool


@attrs.frozen
class Scale:
    """Days to pixels."""

    first: int
    last: int
    width: int

    def x(self, day: float) -> float:
        """The place of the start of a day."""
        return round(LANE_LABEL + FADE + (day - self.first) * self._step, 1)

    @property
    def _step(self) -> float:
        return (self.width - LANE_LABEL - 2 * FADE) / max(self.last + 1 - self.first, 1)


def axis_days(events: Sequence[Event]) -> tuple[int, int]:
    """First and last day of the axis: all days of the events, but for a few that lie far off.

    A remark such as "who has hosted the group since 2012" must not press two years of talks into an inch.
    Raises ValueError where no event has a day.
    """
    days = sorted(day for event in events for day in event.bounds.sides if day is not None)
    if not days:
        raise ValueError("no event has a day")
    cut = len(days) // OUTLIERS
    low, high = days[cut], days[-1 - cut]
    room = max((high - low) // 2, 1)
    return max(days[0], low - room), min(days[-1], high + room)


def bar_of(event: Event, scale: Scale) -> Bar:
    """The bar of an event that has a day; days beyond the axis count as open sides."""
    es, ls, ee, le = (None if day is None else min(max(day, scale.first), scale.last) for day in event.bounds.sides)
    known = [day for day in (es, ls, ee, le) if day is not None]
    first, last = (min(known) if es is None else es), (max(known) if le is None else le)
    sure = None
    if ls is not None and ee is not None and ls <= ee and _within(event, scale):
        sure = (scale.x(ls), max(scale.x(ee + 1), scale.x(ls) + LEAST_WIDTH))
    open_left = es is None or es != event.bounds.earliest_start
    open_right = le is None or le != event.bounds.latest_end
    return Bar(
        event=event,
        left=scale.x(first) - FADE * open_left,
        right=max(scale.x(last + 1), scale.x(first) + LEAST_WIDTH) + FADE * open_right,
        sure=sure,
        open_left=open_left,
        open_right=open_right,
    )


def packed(bars: Sequence[Bar]) -> tuple[list[list[Bar]], int]:
    """The bars in at most eight rows without overlap, and how many found no room.

    What happened, and what more sources tell of, is placed first.
    """
    rows: list[list[Bar]] = []
    left_out = 0
    for bar in sorted(bars, key=_importance):
        row = next((row for row in rows if _fits(bar, row)), None)
        if row is not None:
            row.insert(bisect(row, bar.left, key=_left), bar)
        elif len(rows) < MOST_ROWS:
            rows.append([bar])
        else:
            left_out += 1
    return rows, left_out


def _within(event: Event, scale: Scale) -> bool:
    return all(day is None or scale.first <= day <= scale.last for day in event.bounds.sides[1:3])


def _importance(bar: Bar) -> tuple[bool, int, float, str]:
    return bar.event.realis != "actual", -bar.event.independent_sources, bar.left, bar.event.id


def _left(bar: Bar) -> float:
    return bar.left


def _fits(bar: Bar, row: Sequence[Bar]) -> bool:
    place = bisect(row, bar.left, key=_left)
    before, after = row[:place][-1:], row[place : place + 1]
    return all(other.right + 2 <= bar.left for other in before) and all(bar.right + 2 <= o.left for o in after)
