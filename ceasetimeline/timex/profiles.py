"""Profiles of annotation: "news" follows the calendar; "timeml" adds the habits of TimeBank where they differ.

In TimeBank, a phrase without an anchor in the text counts from publication, and "a year ago" beside figures of a
quarter means that quarter of the year before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Fixed, Meaning, Moved, Nth, Reference, Shift, This
from ceasetimeline.model import Anchor, TimeExpression
from ceasetimeline.timex.anchors import Page, Spoken
from ceasetimeline.timex.recognize import Found

G = Granularity
_COMPARED: Final = Moved(This(G.QUARTER, Reference.DISCOURSE), G.YEAR, -1)
_REMEMBERED: Final = 200
"""Among how many dates before it a comparison looks for its quarter: a text of any length costs the same a word."""
_OFFSET: Final = re.compile(r"(?<=[0-9])[+-][0-9]{2}:[0-9]{2}$")
_COMPARING: Final = frozenset({"ago", "units-later", "timeml-year-ago"})


def as_timeml(found: Found, anchor: Anchor, page: Page, spoken: Sequence[Spoken]) -> tuple[Found, Anchor]:
    """An expression with the meaning and the anchor that TimeBank's annotators gave it."""
    compared = found.rule in _COMPARING or found.rule == "timeml-year-period"
    quarter = _last_quarter(page, spoken) if compared else None
    days = None if quarter is None else quarter.days
    if quarter is not None and found.rule in _COMPARING and _is_year_before(found.meaning):
        return attrs.evolve(found, meaning=_COMPARED), Anchor(kind="date", days=days, span=quarter.span)
    if days is not None and found.rule == "timeml-year-period" and isinstance(found.meaning, Fixed):
        number = (days.days[0].month + 2) // 3
        return attrs.evolve(found, meaning=Nth(found.meaning, G.QUARTER, number)), anchor
    if anchor.kind == "none" and anchor.days is None:
        return found, page.written
    return found, anchor


def _last_quarter(page: Page, spoken: Sequence[Spoken]) -> Spoken | None:
    """The quarter spoken of last, if it lies not more than a year back and not too far up in the text."""
    written = page.written.days
    recent = 0 if written is None else written.start - 366
    quarters = (date for date in reversed(spoken[-_REMEMBERED:]) if date.unit is G.QUARTER)
    return next((date for date in quarters if date.days is not None and date.days.start > recent), None)


def valued_as_timeml(time: TimeExpression) -> TimeExpression:
    """An expression with its clock time as TimeBank writes it: without the offset of the zone that the words name."""
    return attrs.evolve(time, value=_OFFSET.sub("", time.value)) if time.type == "TIME" else time


def _is_year_before(meaning: Meaning) -> bool:
    match meaning:
        case Shift(This(), G.YEAR, -1):
            return True
        case Moved(Shift(This(), G.QUARTER, -1), G.YEAR, -1):
            return True
    return False
