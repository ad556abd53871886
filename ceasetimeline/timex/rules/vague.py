"""Rules for times that no calendar holds: "now", "recently", "in recent weeks". Reported only with ``vague=True``."""

from __future__ import annotations

from typing import Final

from ceasetimeline.meaning import Vague
from ceasetimeline.timex.grammar import Example, Rule

E = Example
SIDES: Final = {"recent": "PAST_REF", "past": "PAST_REF", "coming": "FUTURE_REF", "future": "FUTURE_REF"}

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="now",
        kind="vague",
        pattern=("right? now", "currently|nowadays|presently", "these days", "at present"),
        means=lambda: Vague("PRESENT_REF"),
        yes=(E("Talks are now in Doha.", "now", "2025-07-08", value="PRESENT_REF"),),
        no=("Nobody knows.",),
    ),
    Rule(
        name="current",
        kind="vague",
        pattern=("current",),
        means=lambda: Vague("PRESENT_REF"),
        yes=(E("The current round goes on.", "current", "2025-07-08", value="PRESENT_REF"),),
        no=("The currents are strong.",),
    ),
    Rule(
        name="recently",
        kind="vague",
        pattern=("more|most? recently", "lately", "recent", "the recent past"),
        means=lambda: Vague("PAST_REF"),
        yes=(E("They met recently.", "recently", "2025-07-08", value="PAST_REF"),),
        no=("Regents met.",),
    ),
    Rule(
        name="recent-units",
        kind="vague",
        pattern=(
            "{recent|past|coming|future:side} <units>",
            "the {recent|past|coming:side} <units>",
            "the <units> {ahead:side}",
            "{recent|coming:side} <units> and|or <units:more>",
        ),
        means=lambda side, units, more=None: Vague(SIDES.get(side, "FUTURE_REF")),
        yes=(E("Fighting grew in recent weeks.", "recent weeks", "2025-07-08", value="PAST_REF"),),
        no=("The weeks were long.",),
    ),
    Rule(
        name="the-past",
        kind="vague",
        pattern=("the past",),
        means=lambda: Vague("PAST_REF"),
        yes=(E("They failed in the past.", "the past", "2025-07-08", value="PAST_REF"),),
        no=("They went past.",),
    ),
    Rule(
        name="the-future",
        kind="vague",
        pattern=("the near|foreseeable? future", "the near|short term", "a later date"),
        means=lambda: Vague("FUTURE_REF"),
        yes=(E("They hope for the near future.", "the near future", "2025-07-08", value="FUTURE_REF"),),
        no=("Futures fell.",),
    ),
)
