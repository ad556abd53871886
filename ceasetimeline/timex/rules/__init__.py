"""The rules of English, one table a topic; `RULES` is what the grammar is made of."""

from __future__ import annotations

from typing import Final

from ceasetimeline.timex.grammar import Rule
from ceasetimeline.timex.rules import calendar, discourse, durations, numbers, parts, relative

RULES: Final[tuple[Rule, ...]] = (
    *numbers.RULES,
    *calendar.RULES,
    *relative.RULES,
    *parts.RULES,
    *discourse.RULES,
    *durations.RULES,
)
