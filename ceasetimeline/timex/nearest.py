"""Which of the yearly occurrences of a stretch is meant: the one on the wanted side of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ceasetimeline.bounds import Interval
from ceasetimeline.meaning import Direction


class Unplaced(Exception):  # noqa: N818 - not a fault: the text gives no day
    """The meaning has no days from this anchor; ``reason`` is a stable name."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def nearest(
    in_year: Callable[[int], Interval], year: int, direction: Direction, day: int, default: Direction
) -> Interval:
    """The one of a yearly stretch that lies on the wanted side of ``day``; years that lack it are passed over."""
    fits = _FITS[default if direction is Direction.OPEN else direction]
    for reach in (1, 8):
        found = [
            stretch for stretch in _in_years(in_year, range(year - reach, year + reach + 1)) if fits(stretch, day)
        ]
        if found:
            ahead = 2 if direction is Direction.RATHER_PAST else 1
            return min(found, key=lambda stretch: (_distance(stretch, day, ahead), -stretch.start))
    raise Unplaced("out-of-range")


_FITS: Final[Mapping[Direction, Callable[[Interval, int], bool]]] = {
    Direction.PAST: lambda stretch, day: stretch.start <= day,
    Direction.BEFORE: lambda stretch, day: stretch.stop <= day,
    Direction.FUTURE: lambda stretch, day: stretch.last >= day,
    Direction.AFTER: lambda stretch, day: stretch.start > day,
    Direction.NEAREST: lambda stretch, day: True,
    Direction.RATHER_PAST: lambda stretch, day: True,
}


def _in_years(in_year: Callable[[int], Interval], years: range) -> Iterator[Interval]:
    for year in years:
        try:
            yield in_year(year)
        except ValueError:
            continue


def _distance(stretch: Interval, day: int, ahead: int) -> int:
    return max((stretch.start - day) * ahead, day - stretch.last, 0)
