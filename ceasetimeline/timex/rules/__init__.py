"""The rules of English, one table a topic; `RULES` is what the grammar is made of."""

from __future__ import annotations

from typing import Final

from ceasetimeline.timex.grammar import Rule
from ceasetimeline.timex.rules import (
    calendar,
    discourse,
    durations,
    feasts,
    numbers,
    parts,
    ranges,
    relative,
    sets,
    timeml,
    vague,
)

RULES: Final[tuple[Rule, ...]] = (
    *numbers.RULES,
    *timeml.RULES,
    *feasts.RULES,
    *calendar.RULES,
    *relative.RULES,
    *parts.RULES,
    *discourse.RULES,
    *sets.RULES,
    *durations.RULES,
    *ranges.RULES,
    *vague.RULES,
)


def rules_for(profile: str) -> tuple[Rule, ...]:
    """The rules of a profile ("news" or "timeml")."""
    return tuple(rule for rule in RULES if rule.profile in {"", profile})
