"""Rules for what lies so long before or after the day of writing: "two weeks ago", "in three days"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Inside,
    Meaning,
    Moved,
    Shift,
    This,
    Vague,
    Weekday,
)
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.numbers import UNKNOWN
from ceasetimeline.timex.rules.relative import OFFSETS, TODAY

G = Granularity
E = Example

LAST_YEAR: Final = Shift(This(G.YEAR), G.YEAR, -1)


def shifted(unit: G, number: Any, sign: int = 1) -> Meaning | None:
    """So many units from now, or a vague reference where the amount is not told."""
    if number == UNKNOWN:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    if not 0 < number < 10**4:
        return None
    if not float(number).is_integer():
        number = number + 0.5 if unit is not G.YEAR else number
        if unit is G.YEAR:
            return Shift(This(G.MONTH), G.MONTH, sign * int(number * 12))
    if unit is G.CENTURY:
        return Shift(This(G.YEAR), G.YEAR, sign * int(number) * 100)
    if unit is G.DECADE:
        return Shift(This(G.YEAR), G.YEAR, sign * int(number) * 10)
    return Shift(This(unit), unit, sign * int(number))


def _ago_on(ago: Meaning, weekday: int) -> Meaning | None:
    """A weekday of the week so long ago; with months and years, the day that many before the weekday near us."""
    if isinstance(ago, Shift) and ago.unit in {G.MONTH, G.YEAR}:
        return Moved(Weekday(weekday), ago.unit, ago.count)
    return Inside(Weekday(weekday), ago)


def _ago_this(unit: G, which: str, ago: Meaning = LAST_YEAR) -> Meaning | None:
    """The month, week or day that lies so long before this one: "a year ago this month"."""
    if not isinstance(ago, Shift) or ago.unit not in {G.MONTH, G.YEAR} or unit not in {G.DAY, G.WEEK, G.MONTH}:
        return None
    if unit is ago.unit or (unit is G.DAY and which != "this"):
        return None
    return Shift(Moved(TODAY, ago.unit, ago.count), unit, OFFSETS[which])


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="units-ago",
        kind="ago",
        pattern=("<number> <units:unit> ago", "<number> <unit> ago", "<number> <units:unit> back"),
        means=lambda number, unit: shifted(unit, number, -1),
        yes=(
            E("The plan was tabled two weeks ago.", "two weeks ago", "2025-07-08", "2025-06-23", "2025-06-29"),
            E("It was agreed three days ago.", "three days ago", "2025-07-08", "2025-07-05", "2025-07-05"),
        ),
        no=("The weeks went on.",),
    ),
    Rule(
        name="unit-ago",
        kind="ago",
        pattern=("a|an|one <unit> ago", "a|an <unit> or so ago"),
        means=lambda unit: shifted(unit, 1, -1),
        yes=(E("A deal was near a month ago.", "a month ago", "2025-07-08", "2025-06-01", "2025-06-30"),),
        no=("A month is long.",),
    ),
    Rule(
        name="unit-and-half-ago",
        kind="ago",
        pattern=("a|an|one <unit> and a half ago",),
        means=lambda unit: shifted(unit, 1.5, -1),
        yes=(
            E("A year and a half ago they met.", "A year and a half ago", "2025-07-08", "2024-01-01", "2024-01-31"),
        ),
        no=("It took a year and a half.",),
    ),
    Rule(
        name="ago",
        kind="period",
        pattern="<ago>",
        means=lambda ago: ago,
        yes=(E("They met four years ago.", "four years ago", "2025-07-08", "2021-01-01", "2021-12-31"),),
        no=("They met for years.",),
    ),
    Rule(
        name="units-ago-weekday",
        kind="day",
        pattern=("<ago> <weekday>", "<ago> on <weekday>", "<ago> this|last <weekday>"),
        means=_ago_on,
        yes=(
            E("They met two weeks ago Friday.", "two weeks ago Friday", "2025-07-08", "2025-06-27", "2025-06-27"),
            E("A year ago on Sunday they met.", "A year ago on Sunday", "2025-07-08", "2024-07-06", "2024-07-06"),
        ),
        no=("They met on Friday.",),
    ),
    Rule(
        name="units-ago-today",
        kind="day",
        pattern=("<ago> today", "<ago> to the day"),
        means=lambda ago: Moved(TODAY, ago.unit, ago.count) if isinstance(ago, Shift) else None,
        yes=(E("A year ago today they met.", "A year ago today", "2025-07-08", "2024-07-08", "2024-07-08"),),
        no=("They met today.",),
    ),
    Rule(
        name="units-ago-this-unit",
        kind="period",
        pattern=(
            "<ago> {this|last|next:which} <unit>",
            "{this:which} <unit> <ago>",
            "{this:which} <unit> last year",
        ),
        means=_ago_this,
        yes=(
            E("A year ago this month they met.", "A year ago this month", "2024-11-09", "2023-11-01", "2023-11-30"),
            E(
                "Two years ago this week it fell.",
                "Two years ago this week",
                "2025-07-08",
                "2023-07-03",
                "2023-07-09",
            ),
            E("It fell this week last year.", "this week last year", "2025-07-08", "2024-07-08", "2024-07-14"),
        ),
        no=("It ended long ago; this month it began.", "They met years ago this way."),
    ),
    Rule(
        name="units-from-now",
        kind="period",
        pattern=(
            "<number> <units:unit> from now|today",
            "<number> <unit> from now|today",
            "a|an <unit> from now|today",
            "<number> <units:unit> hence",
            "a|an <unit> hence",
        ),
        means=lambda unit, number=1: shifted(unit, number),
        yes=(E("They meet two weeks from now.", "two weeks from now", "2025-07-08", "2025-07-21", "2025-07-27"),),
        no=("They are weeks from a deal.",),
    ),
    Rule(
        name="in-units",
        kind="period",
        pattern=("in <number> <units:unit>", "in a|an|one <unit>", "in <number> <unit>"),
        means=lambda unit, number=1: None if number == UNKNOWN or unit is G.QUARTER else shifted(unit, number),
        yes=(E("The envoy will be back in two weeks.", "in two weeks", "2023-11-24", "2023-12-04", "2023-12-10"),),
        no=("The army advanced twice in two weeks.", "It was the first time in a year."),
    ),
    Rule(
        name="in-units-time",
        kind="period",
        pattern=("in <number> <units:unit> '|’ time", "in a|an|one <unit> 's|’s time"),
        means=lambda unit, number=1: shifted(unit, number) if number != UNKNOWN else None,
        yes=(
            E("The envoy is back in three days' time.", "three days' time", "2023-11-24", "2023-11-27", "2023-11-27"),
        ),
        no=("The army advanced in time.",),
    ),
)
