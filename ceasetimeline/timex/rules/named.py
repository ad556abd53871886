"""Rules for weekdays, months and seasons by their place beside the day of writing: "last Friday", "next spring"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Between,
    Direction,
    Fixed,
    Inside,
    Month,
    PartOfDay,
    Season,
    This,
    Weekday,
    Weekend,
)
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.relative import TODAY, YESTERDAY

G = Granularity
E = Example

SIDES: Final = {
    "last": Direction.BEFORE,
    "past": Direction.BEFORE,
    "next": Direction.AFTER,
    "coming": Direction.AFTER,
}

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="last-weekday",
        kind="day",
        pattern=("last|past <weekday>", "this past <weekday>", "<weekday> last"),
        means=lambda weekday: Weekday(weekday, Direction.BEFORE),
        yes=(E("The group replied last Friday.", "last Friday", "2025-07-08", "2025-07-04", "2025-07-04"),),
        no=("On Friday the last team left.",),
    ),
    Rule(
        name="next-weekday",
        kind="day",
        pattern=("next|coming <weekday>", "this coming <weekday>", "<weekday> next", "the coming <weekday>"),
        means=lambda weekday: Weekday(weekday, Direction.AFTER),
        yes=(E("The mediators will meet next Monday.", "next Monday", "2025-07-08", "2025-07-14", "2025-07-14"),),
        no=("Next, Monday's talks failed.",),
    ),
    Rule(
        name="this-weekday",
        kind="day",
        pattern="this <weekday>",
        means=lambda weekday: Inside(Weekday(weekday), This(G.WEEK)),
        yes=(E("They meet this Friday.", "this Friday", "2025-07-08", "2025-07-11", "2025-07-11"),),
        no=("They did this Fridays.",),
    ),
    Rule(
        name="weekday-of-week",
        kind="day",
        pattern=(
            "<weekday> of? <relative-week:week>",
            "<relative-week:week> on? <weekday>",
            "<relative-week:week> 's|’s <weekday>",
        ),
        means=lambda weekday, week: Inside(Weekday(weekday), week),
        yes=(E("They met on Monday last week.", "Monday last week", "2025-07-08", "2025-06-30", "2025-06-30"),),
        no=("They met on Monday for a week.",),
    ),
    Rule(
        name="last-month-name",
        kind="period",
        pattern=("last|past <month>", "this past <month>", "<month> last"),
        means=lambda month: Month(month, Direction.BEFORE),
        yes=(E("The truce last November held.", "last November", "2025-07-08", "2024-11-01", "2024-11-30"),),
        no=("The truce may last.",),
    ),
    Rule(
        name="next-month-name",
        kind="period",
        pattern=("next|coming <month>", "this coming <month>"),
        means=lambda month: Month(month, Direction.AFTER),
        yes=(E("A vote is due next March.", "next March", "2025-07-08", "2026-03-01", "2026-03-31"),),
        no=("Next they march.",),
    ),
    Rule(
        name="this-month-name",
        kind="period",
        pattern="this <month>",
        means=lambda month: Inside(Month(month), This(G.YEAR)),
        yes=(E("A vote is due this September.", "this September", "2025-07-08", "2025-09-01", "2025-09-30"),),
        no=("They did this in march step.",),
    ),
    Rule(
        name="season",
        kind="period",
        pattern=("{last|past|this|next|coming:which} <season>", "this {past|coming:which} <season>", "the <season>"),
        means=lambda season, which="the": Season(
            season, Direction.NEAREST if which == "this" else SIDES.get(which, Direction.OPEN)
        ),
        yes=(E("The talks failed last winter.", "last winter", "2025-07-08", "2024-12-01", "2025-02-28"),),
        no=("They fall apart.",),
    ),
    Rule(
        name="season-year",
        kind="period",
        pattern=("the? <season> of? <year>", "the? <season> of <relative-year:of>", "<season> <relative-year:of>"),
        means=lambda season, year=None, of=None: (
            Inside(Season(season), of) if of else Inside(Season(season), Fixed(year))
        ),
        yes=(
            E("Talks failed in the spring of 2024.", "the spring of 2024", "2025-07-08", "2024-03-01", "2024-05-31"),
        ),
        no=("They spring from 2024 hopes.",),
    ),
    Rule(
        name="weekend",
        kind="period",
        pattern=("the weekend",),
        means=Weekend,
        yes=(E("They met over the weekend.", "the weekend", "2025-07-08", "2025-07-05", "2025-07-06"),),
        no=("They had a weekend off.",),
    ),
    Rule(
        name="overnight",
        kind="time",
        pattern="overnight",
        means=lambda: PartOfDay(Between(YESTERDAY, TODAY), "NI"),
        yes=(E("Gaza was struck overnight.", "overnight", "2025-07-08", "2025-07-07", "2025-07-08"),),
        no=("They stayed for a night.",),
    ),
)
