"""The rules of English, one table a topic; `RULES` is what the grammar is made of."""

from __future__ import annotations

from typing import Final

from ceasetimeline.timex.grammar import Rule
from ceasetimeline.timex.rules import (
    ago,
    calendar,
    clocks,
    discourse,
    durations,
    feasts,
    named,
    numbers,
    parts,
    ranges,
    relative,
    sets,
    stretches,
    timeml,
    vague,
)

TOPICS: Final[tuple[tuple[str, tuple[Rule, ...]], ...]] = (
    ("Amounts", numbers.RULES),
    ("Habits of TimeBank", timeml.RULES),
    ("Feasts and named days", feasts.RULES),
    ("Dates of the calendar", calendar.RULES),
    ("Quarters, decades and counted stretches", stretches.RULES),
    ("Days and stretches beside the day of writing", relative.RULES),
    ("So long before or after it", ago.RULES),
    ("Weekdays, months and seasons beside it", named.RULES),
    ("Parts of stretches and of days", parts.RULES),
    ("Clock times", clocks.RULES),
    ("Counted from a date of the text", discourse.RULES),
    ("Times that come again", sets.RULES),
    ("Lengths of time", durations.RULES),
    ("Stretches told by both ends", ranges.RULES),
    ("Times that no calendar holds", vague.RULES),
)
"""The rules by topic; where two rules read the same words as the same category, the first one counts."""
RULES: Final[tuple[Rule, ...]] = tuple(rule for _, rules in TOPICS for rule in rules)


def rules_for(profile: str) -> tuple[Rule, ...]:
    """The rules of a profile ("news" or "timeml")."""
    return tuple(rule for rule in RULES if rule.profile in {"", profile})
