"""Rules for lengths of time and for times that come again: "60-day", "for six weeks", "every Friday"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Duration, Meaning
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.numbers import UNKNOWN, whole

G = Granularity
E = Example

LETTERS: Final = {
    G.SECOND: "S",
    G.MINUTE: "M",
    G.HOUR: "H",
    G.DAY: "D",
    G.WEEKEND: "WE",
    G.WEEK: "W",
    G.MONTH: "M",
    G.QUARTER: "Q",
    G.SEASON: "SE",
    G.YEAR: "Y",
    G.DECADE: "DE",
    G.CENTURY: "CE",
}
_TIME: Final = frozenset({G.SECOND, G.MINUTE, G.HOUR})


def length(unit: G, number: Any = UNKNOWN) -> Meaning:
    """A duration of so many units; X for an amount that is not told."""
    told = number if isinstance(number, str) else f"{whole(number):g}" if number < 10**6 else f"{int(number)}"
    return Duration(f"P{'T' if unit in _TIME else ''}{told}{LETTERS[unit]}")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="units",
        kind="duration",
        pattern=("<number> <units:unit>", "<number> <unit>", "<number> or so <units:unit>"),
        means=lambda number, unit: length(unit, number),
        yes=(
            E("The plan includes a 60-day truce.", "60-day", "2025-07-08", value="P60D"),
            E("Hamas has 48 hours to answer.", "48 hours", "2025-07-08", value="PT48H"),
        ),
        no=("They came in hours.",),
    ),
    Rule(
        name="a-unit",
        kind="duration",
        pattern=("a|an <unit>",),
        means=lambda unit: length(unit, 1),
        yes=(E("The pause held for a week.", "a week", "2025-07-08", value="P1W"),),
        no=("The weekly paper said so.",),
    ),
)
