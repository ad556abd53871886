"""What each relative time counts from: publication, a date of the text, a quoted statement's own day, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.granularity import Granularity
from ceasetimeline.model import NO_ANCHOR, Anchor, Span
from ceasetimeline.timex.place import Placed

G = Granularity

NEAR: Final = 500
_PARAGRAPH: Final = re.compile(r"\n\s*\n")


@attrs.frozen
class Spoken:
    """A date that the text has named, placed."""

    span: Span
    placed: Placed


def discourse_anchor(text: str, start: int, spoken: Sequence[Spoken], unit: G) -> Anchor:
    """The date the text spoke of last, as anchor; NO_ANCHOR where none stands near."""
    for date in reversed(spoken):
        if start - date.span.stop > NEAR:
            break
        if len(_PARAGRAPH.findall(text, date.span.stop, start)) > 2:
            break
        if unit in {G.DAY, G.HOUR, G.MINUTE, G.SECOND} and len(date.placed.interval) > 1:
            continue
        return Anchor(kind="date", days=date.placed.interval, span=date.span)
    return NO_ANCHOR
