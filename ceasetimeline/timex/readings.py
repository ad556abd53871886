"""Further readings of an expression that its words leave open; the first reading stands in the expression itself."""

from __future__ import annotations

from collections.abc import Iterator

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Ambiguous, Direction, Inside, Meaning, Shift, This, Weekday
from ceasetimeline.model import NO_ANCHOR, Anchor, TimeExpression
from ceasetimeline.timex.anchors import Page

G = Granularity


def other_meanings(time: TimeExpression, page: Page) -> Iterator[tuple[Meaning, Anchor]]:
    """What else the words can mean, with what it counts from.

    "next Friday", said on a Tuesday, is the coming one for some writers and that of the week after for others;
    "today" in a quotation is the day of the statement, or the day of publication.
    """
    meaning = time.meaning
    if meaning is None:
        return
    if time.anchor.kind == "quotation":
        yield meaning, page.written
    match meaning:
        case Ambiguous(day_first, month_first):
            yield day_first, NO_ANCHOR
            yield month_first, NO_ANCHOR
        case Weekday(day, Direction.AFTER) if time.rule == "next-weekday":
            yield Inside(Weekday(day), Shift(This(G.WEEK), G.WEEK, 1)), page.written
        case Weekday(day, Direction.BEFORE) if time.rule == "last-weekday":
            yield Inside(Weekday(day), Shift(This(G.WEEK), G.WEEK, -1)), page.written
