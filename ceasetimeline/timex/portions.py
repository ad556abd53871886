"""Where a stretch is cut into halves or thirds."""

from __future__ import annotations

from typing import Final

from ceasetimeline.bounds import Interval
from ceasetimeline.granularity import Granularity, shift

G = Granularity
_CUT_BY: Final = {G.YEAR: (G.MONTH, 12), G.DECADE: (G.YEAR, 10), G.CENTURY: (G.YEAR, 100), G.QUARTER: (G.MONTH, 3)}


def cuts(interval: Interval, unit: Granularity, parts: int) -> list[int]:
    """The days at which parts begin, and the end: a month is cut at its days 10 and 20, longer units at whole ones.

    "early January" ends with the tenth:

    >>> may = Interval.of("2025-05-01", "2025-05-31")
    >>> [day - may.start for day in cuts(may, G.MONTH, 3)]
    [0, 10, 20, 31]
    """
    if unit is G.MONTH:
        return [interval.start, *(interval.start + cut for cut in ((10, 20) if parts == 3 else (15,))), interval.stop]
    step, count = _CUT_BY.get(unit, (G.DAY, len(interval)))
    if count < parts:
        step, count = G.DAY, len(interval)
    inner = [shift(interval, step, count * part // parts).start for part in range(1, parts)]
    return [interval.start, *inner, interval.stop]
