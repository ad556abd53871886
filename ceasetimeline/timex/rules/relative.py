"""Rules that count from the day of writing: "today", "last week", "two weeks ago", "the day before yesterday"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Between,
    Direction,
    Fixed,
    Inside,
    Meaning,
    Month,
    Moved,
    PartOfDay,
    Season,
    Shift,
    This,
    Vague,
    Weekday,
    Weekend,
)
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.numbers import UNKNOWN

G = Granularity
E = Example

TODAY: Final = This(G.DAY)
YESTERDAY: Final = Shift(TODAY, G.DAY, -1)
TOMORROW: Final = Shift(TODAY, G.DAY, 1)
LAST_YEAR: Final = Shift(This(G.YEAR), G.YEAR, -1)
OFFSETS: Final = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
SIDES: Final = {
    "last": Direction.BEFORE,
    "past": Direction.BEFORE,
    "next": Direction.AFTER,
    "coming": Direction.AFTER,
}
_DAILY: Final = frozenset({G.DAY, G.HOUR, G.MINUTE, G.SECOND})


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


def _beside(unit: G, count: int) -> Meaning | None:
    if unit is G.WEEKEND:
        return Weekend(Direction.BEFORE if count < 0 else Direction.AFTER)
    if unit in _DAILY or unit is G.SEASON:
        return None
    return Shift(This(unit), unit, count)


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
