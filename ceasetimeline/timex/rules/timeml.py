"""Rules for habits of TimeBank annotation, used with ``profile="timeml"`` alone: "the quarter", "
""the latest period"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Fixed, Moved, Part, Portion, Quarter, Shift, This
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.durations import length
from ceasetimeline.timex.rules.ranges import LISTS, listed

G = Granularity
E = Example
LONG: Final = frozenset({G.WEEK, G.MONTH, G.QUARTER, G.YEAR})
LAST_QUARTER: Final = Shift(This(G.QUARTER), G.QUARTER, -1)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="timeml-listed-days",
        kind="list",
        profile="timeml",
        pattern=LISTS,
        means=listed,
        yes=(E("They met on June 24 and 25.", "25", "1999-07-26", "1999-06-25", "1999-06-25"),),
        no=("They met on June 24 and 25 envoys spoke.",),
    ),
    Rule(
        name="timeml-the-quarter",
        kind="period",
        profile="timeml",
        pattern=("the quarter", "the latest quarter|period", "the most recent quarter"),
        means=lambda: LAST_QUARTER,
        yes=(E("Sales rose in the quarter.", "the quarter", "1989-10-26", "1989-07-01", "1989-09-30"),),
        no=("Sales rose in a quarter of shops.",),
    ),
    Rule(
        name="timeml-the-year-ended",
        kind="duration",
        profile="timeml",
        pattern="the fiscal? year",
        means=lambda: length(G.YEAR, 1),
        yes=(E("Sales for the year ended July 2 rose.", "the year", "1989-10-26", value="P1Y"),),
        no=("Sales rose in a year.",),
    ),
    Rule(
        name="timeml-the-unit",
        kind="period",
        profile="timeml",
        pattern=(
            "the? full|fiscal|current|entire fiscal? {year:unit}",
            "the {year|week:unit}",
            "{this:side} fiscal {year:unit}",
        ),
        means=lambda unit, side="": This(G.YEAR if unit == "year" else G.WEEK),
        yes=(E("Sales rose in the full year.", "the full year", "1989-10-26", "1989-01-01", "1989-12-31"),),
        no=("Sales rose in a full yearly round.",),
    ),
    Rule(
        name="timeml-year-ago",
        kind="period",
        profile="timeml",
        pattern=(
            "the? comparable? year ago|earlier quarter|period?",
            "the year ago|earlier quarter|period|figure",
        ),
        means=lambda: Moved(LAST_QUARTER, G.YEAR, -1),
        yes=(E("It beat the year-ago quarter.", "the year-ago quarter", "1989-10-26", "1988-07-01", "1988-09-30"),),
        no=("It was years ago.",),
    ),
    Rule(
        name="timeml-year-ago-quarter",
        kind="period",
        profile="timeml",
        pattern="the year ago|earlier <ordinal> quarter",
        means=lambda ordinal: Moved(Quarter(ordinal), G.YEAR, -1) if ordinal <= 4 else None,
        yes=(
            E(
                "It beat the year-ago third quarter.",
                "the year-ago third quarter",
                "1989-10-26",
                "1988-07-01",
                "1988-09-30",
            ),
        ),
        no=("It was a third of a year ago.",),
    ),
    Rule(
        name="timeml-year-period",
        kind="period",
        profile="timeml",
        pattern="the <year> period|quarter",
        means=Fixed,
        yes=(E("It beat the 1988 period.", "the 1988 period", "1989-10-26", "1988-01-01", "1988-12-31"),),
        no=("It was a period of 1988 days.",),
    ),
    Rule(
        name="timeml-past-unit",
        kind="period",
        profile="timeml",
        pattern="the past|last <unit>",
        means=lambda unit: (
            Shift(This(unit), unit, -1)
            if unit in LONG
            else length(unit, 1)
            if unit in {G.DAY, G.DECADE, G.CENTURY}
            else None
        ),
        yes=(E("Sales rose in the past year.", "the past year", "1989-10-26", "1988-01-01", "1988-12-31"),),
        no=("Sales rose past a year.",),
    ),
    Rule(
        name="timeml-half",
        kind="period",
        profile="timeml",
        pattern="the? {first|second:which} half",
        means=lambda which: Part(This(G.YEAR), Portion.FIRST_HALF if which == "first" else Portion.SECOND_HALF),
        yes=(E("Sales rose in the first half.", "the first half", "1989-10-26", "1989-01-01", "1989-06-30"),),
        no=("Half the shops closed first.",),
    ),
)
