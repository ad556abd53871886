"""Rules for feasts and named days: "Christmas Eve", "last Ramadan", "Easter 2024"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.meaning import Direction, Fixed, Holiday, Inside
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.named import SIDES

E = Example

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="feast",
        kind="day",
        pattern=("<feast>", "{last|past|this|next|coming:which} <feast>", "the <feast> holiday|holidays?"),
        means=lambda feast, which="": Holiday(feast, SIDES.get(which, Direction.OPEN)),
        yes=(E("They met on Christmas Eve.", "Christmas Eve", "2025-01-08", "2024-12-24", "2024-12-24"),),
        no=("They met on the eve of battle.",),
    ),
    Rule(
        name="feast-year",
        kind="day",
        pattern=("<feast> of? ,? <year>", "<feast> of? ,? <relative-year:of>"),
        means=lambda feast, year=None, of=None: Inside(Holiday(feast), of or Fixed(year)),
        yes=(E("They met on Christmas Day 2023.", "Christmas Day 2023", "2025-01-08", "2023-12-25", "2023-12-25"),),
        no=("Christmas trees sold 2023 times.",),
    ),
    Rule(
        name="named-day",
        kind="day",
        pattern=("the? <named-day>",),
        means=lambda named_day: named_day,
        yes=(
            E("Since the Oct. 7 attack they fight.", "the Oct. 7 attack", "2025-07-08", "2023-10-07", "2023-10-07"),
        ),
        no=("The attack was on a Monday in 7 towns.",),
    ),
)
