"""Rules for the days and stretches beside the day of writing: "today", "last week", "the day before yesterday"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Direction,
    Meaning,
    Moved,
    Shift,
    This,
    Weekday,
    Weekend,
)
from ceasetimeline.timex.grammar import Example, Rule

G = Granularity
E = Example

TODAY: Final = This(G.DAY)
YESTERDAY: Final = Shift(TODAY, G.DAY, -1)
TOMORROW: Final = Shift(TODAY, G.DAY, 1)
OFFSETS: Final = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_DAILY: Final = frozenset({G.DAY, G.HOUR, G.MINUTE, G.SECOND})


def _beside(unit: G, count: int) -> Meaning | None:
    if unit is G.WEEKEND:
        return Weekend(Direction.BEFORE if count < 0 else Direction.AFTER)
    if unit in _DAILY or unit is G.SEASON:
        return None
    return Shift(This(unit), unit, count)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="today",
        kind="day",
        pattern="today",
        means=lambda: TODAY,
        yes=(E("The negotiations resume today.", "today", "2025-07-08", "2025-07-08", "2025-07-08"),),
        no=("She writes for a paper of the day.",),
    ),
    Rule(
        name="yesterday",
        kind="day",
        pattern="yesterday",
        means=lambda: YESTERDAY,
        yes=(E("The group replied yesterday.", "yesterday", "2025-07-08", "2025-07-07", "2025-07-07"),),
        no=("All his yesterdays are gone.",),
    ),
    Rule(
        name="tomorrow",
        kind="day",
        pattern="tomorrow",
        means=lambda: TOMORROW,
        yes=(E("The team leaves tomorrow.", "tomorrow", "2025-07-08", "2025-07-09", "2025-07-09"),),
        no=("They sang of many tomorrows.",),
    ),
    Rule(
        name="day-before-yesterday",
        kind="day",
        pattern="the? day before yesterday",
        means=lambda: Shift(YESTERDAY, G.DAY, -1),
        yes=(
            E(
                "Talks began the day before yesterday.",
                "the day before yesterday",
                "2025-07-08",
                "2025-07-06",
                "2025-07-06",
            ),
        ),
        no=("It was a day before dawn.",),
    ),
    Rule(
        name="day-after-tomorrow",
        kind="day",
        pattern="the? day after tomorrow",
        means=lambda: Shift(TOMORROW, G.DAY, 1),
        yes=(
            E(
                "They meet the day after tomorrow.",
                "the day after tomorrow",
                "2025-07-08",
                "2025-07-10",
                "2025-07-10",
            ),
        ),
        no=("There is a day after the war.",),
    ),
    Rule(
        name="this-unit",
        kind="period",
        pattern=("this <unit>", "the? current <unit>", "this present|current <unit>"),
        means=lambda unit: None if unit in _DAILY or unit in {G.WEEKEND, G.SEASON} else This(unit),
        yes=(E("He wants a deal this month.", "this month", "2025-07-08", "2025-07-01", "2025-07-31"),),
        no=("They did this monthly.",),
    ),
    Rule(
        name="this-weekend",
        kind="period",
        pattern="this weekend",
        leans=Direction.FUTURE,
        means=Weekend,
        yes=(
            E("The teams meet this weekend.", "this weekend", "2025-07-08", "2025-07-12", "2025-07-13"),
            E("The teams met this weekend.", "this weekend", "2025-07-07", "2025-07-05", "2025-07-06"),
        ),
        no=("They rested at a weekend house.",),
    ),
    Rule(
        name="weekday-week",
        kind="day",
        pattern=("<weekday:day> week", "a week on <weekday:day>"),
        means=lambda day: Moved(Weekday(day, Direction.FUTURE), G.WEEK, 1),
        yes=(E("They will meet on Monday week.", "Monday week", "2025-07-08", "2025-07-21", "2025-07-21"),),
        no=("They met on Monday for a week.",),
    ),
    Rule(
        name="this-day",
        kind="day",
        pattern="this day",
        means=lambda: TODAY,
        yes=(E("They remember this day.", "this day", "2025-07-08", "2025-07-08", "2025-07-08"),),
        no=("They did this daily.",),
    ),
    Rule(
        name="last-unit",
        kind="period",
        pattern=("last <unit>", "this past <unit>", "the last calendar <unit>"),
        means=lambda unit: _beside(unit, -1),
        yes=(
            E("The plan was refused last week.", "last week", "2025-07-08", "2025-06-30", "2025-07-06"),
            E("The strike came last month.", "last month", "2025-07-08", "2025-06-01", "2025-06-30"),
        ),
        no=("At last, months of talks ended.",),
    ),
    Rule(
        name="next-unit",
        kind="period",
        pattern=("next <unit>", "this? coming <unit>", "the coming <unit>"),
        means=lambda unit: _beside(unit, 1),
        yes=(E("Talks will resume next week.", "next week", "2025-07-08", "2025-07-14", "2025-07-20"),),
        no=("The next round came.",),
    ),
    Rule(
        name="relative-year",
        kind="relative-year",
        pattern="{last|this|next:which} year",
        means=lambda which: Shift(This(G.YEAR), G.YEAR, OFFSETS[which]) if OFFSETS[which] else This(G.YEAR),
        yes=(E("In July last year they met.", "July last year", "2025-07-08", "2024-07-01", "2024-07-31"),),
        no=("In July they met the year's target.",),
    ),
    Rule(
        name="relative-week",
        kind="relative-week",
        pattern="{last|this|next:which} week",
        means=lambda which: Shift(This(G.WEEK), G.WEEK, OFFSETS[which]) if OFFSETS[which] else This(G.WEEK),
        yes=(E("They met on Monday last week.", "Monday last week", "2025-07-08", "2025-06-30", "2025-06-30"),),
        no=("They met on Monday for a week.",),
    ),
    Rule(
        name="unit-before-last",
        kind="period",
        pattern=("the? <unit> before last",),
        means=lambda unit: _beside(unit, -2),
        yes=(E("They met the week before last.", "the week before last", "2025-07-08", "2025-06-23", "2025-06-29"),),
        no=("They met a week before.",),
    ),
    Rule(
        name="unit-after-next",
        kind="period",
        pattern="the? <unit> after next",
        means=lambda unit: _beside(unit, 2),
        yes=(E("They meet the week after next.", "the week after next", "2025-07-08", "2025-07-21", "2025-07-27"),),
        no=("They met a week after.",),
    ),
)
