"""Rules for times that come again: "every Friday", "daily", "twice a week"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Meaning, SetOf
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.durations import length

G = Granularity
E = Example
ADVERBS: Final = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
}


def _every(unit: Granularity, number: Any = 1) -> Meaning | None:
    made = length(unit, number)
    return SetOf(getattr(made, "value", ""))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="set-adverb",
        kind="set",
        pattern="{hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually:word}",
        means=lambda word: SetOf(ADVERBS[word]),
        yes=(E("Aid trucks cross daily.", "daily", "2025-07-08", value="P1D"),),
        no=("A day passed.",),
    ),
    Rule(
        name="set-quarterly",
        kind="set",
        profile="news",
        pattern="{quarterly:word}",
        means=lambda word: SetOf(ADVERBS[word]),
        yes=(E("The board meets quarterly.", "quarterly", "2025-07-08", value="P3M"),),
        no=("A quarter left.",),
    ),
    Rule(
        name="every-unit",
        kind="set",
        pattern=("every|each <unit>", "every other <unit>", "every <number> <units:unit>"),
        means=_every,
        yes=(E("The committee meets every month.", "every month", "2025-07-08", value="P1M"),),
        no=("Every monthly report counts.",),
    ),
    Rule(
        name="times-a-unit",
        kind="set",
        pattern=("once|twice a|each|every|per <unit>", "<number> times a|each|every|per <unit>"),
        means=lambda unit, number=1: _every(unit),
        yes=(E("They speak twice a week.", "twice a week", "2025-07-08", value="P1W"),),
        no=("They spoke twice that week.",),
    ),
    Rule(
        name="every-weekday",
        kind="set",
        pattern=("every|each <weekday>", "every other <weekday>", "every|each <weekday> and|or <weekday:other>"),
        means=lambda weekday, other=0: SetOf(f"XXXX-WXX-{weekday}"),
        yes=(
            E("They march every Friday.", "every Friday", "2025-07-08", value="XXXX-WXX-5"),
            E("They meet every Monday and Friday.", "every Monday and Friday", "2025-07-08", value="XXXX-WXX-1"),
        ),
        no=("They marched on Friday.",),
    ),
    Rule(
        name="weekdays",
        kind="set",
        pattern=("<weekdays>", "on <weekdays>"),
        means=lambda weekdays: SetOf(f"XXXX-WXX-{weekdays}"),
        yes=(E("They march on Fridays.", "Fridays", "2025-07-08", value="XXXX-WXX-5"),),
        no=("They marched on Friday.",),
    ),
    Rule(
        name="every-weekday-part",
        kind="set",
        pattern=("every|each <weekday> <day-part:part>", "<weekday> <day-parts:part>"),
        means=lambda weekday, part: SetOf(f"XXXX-WXX-{weekday}T{part}"),
        yes=(E("They march every Friday night.", "every Friday night", "2025-07-08", value="XXXX-WXX-5TNI"),),
        no=("They marched on Friday night.",),
    ),
    Rule(
        name="every-part",
        kind="set",
        pattern=("every|each <day-part:part>",),
        means=lambda part: SetOf(f"XXXX-XX-XXT{part}"),
        yes=(E("Shelling comes every night.", "every night", "2025-07-08", value="XXXX-XX-XXTNI"),),
        no=("Shelling came at night.",),
    ),
    Rule(
        name="every-month-name",
        kind="set",
        pattern=("every|each <month>",),
        means=lambda month: SetOf(f"XXXX-{month:02d}"),
        yes=(E("They march each July.", "each July", "2025-07-08", value="XXXX-07"),),
        no=("They marched in July.",),
    ),
    Rule(
        name="every-season",
        kind="set",
        pattern=("every|each <season>",),
        means=lambda season: SetOf(f"XXXX-{season}"),
        yes=(E("Fighting flares every summer.", "every summer", "2025-07-08", value="XXXX-SU"),),
        no=("Fighting flared last summer.",),
    ),
)
