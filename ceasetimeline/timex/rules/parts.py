"""Rules for parts of stretches and of days: "early January", "later this week", "Monday night"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Meaning,
    Month,
    Part,
    PartOfDay,
    Portion,
    Rest,
    SoFar,
    This,
)
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.relative import TODAY, TOMORROW, YESTERDAY

G = Granularity
E = Example

PORTIONS: Final = {
    "early": Portion.EARLY,
    "earlier": Portion.EARLY,
    "beginning": Portion.EARLY,
    "start": Portion.EARLY,
    "mid": Portion.MID,
    "middle": Portion.MID,
    "midst": Portion.MID,
    "late": Portion.LATE,
    "later": Portion.LATE,
    "end": Portion.LATE,
    "close": Portion.LATE,
    "first": Portion.FIRST_HALF,
    "second": Portion.SECOND_HALF,
    "latter": Portion.SECOND_HALF,
    "last": Portion.SECOND_HALF,
}
LONG: Final = frozenset({G.WEEK, G.MONTH, G.QUARTER, G.SEASON, G.YEAR, G.DECADE, G.CENTURY})


def _so_far_or_part(which: str, period: Meaning) -> Meaning:
    if isinstance(period, This):
        return SoFar(period) if which == "earlier" else Rest(period)
    return Part(period, PORTIONS[which])


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="part-of-period",
        kind="period",
        pattern=("{early|mid|late:which} in? <period>", "the {early|mid|middle|late:which} <period>"),
        means=lambda which, period: Part(period, PORTIONS[which]),
        yes=(
            E("A deal was reached in early January.", "early January", "2025-07-08", "2025-01-01", "2025-01-10"),
            E("The round collapsed in mid-May.", "mid-May", "2025-07-08", "2025-05-11", "2025-05-20"),
        ),
        no=("They were late for talks.",),
    ),
    Rule(
        name="edge-of-period",
        kind="period",
        pattern=("the? {beginning|start|middle|midst|end|close:which} of <period>",),
        means=lambda which, period: Part(period, PORTIONS[which]),
        yes=(E("It fell at the end of March.", "the end of March", "2025-07-08", "2025-03-21", "2025-03-31"),),
        no=("It is the end of talks.",),
    ),
    Rule(
        name="edge-of-this-unit",
        kind="period",
        pattern=(
            "the? {beginning|start|middle|end|close:which} of the <unit>",
            "the? <unit> {end|start:which}",
            "the? <unit> 's|’s {end|start|close:which}",
            "the {beginning|start|middle|end|close:which} of the calendar|current <unit>",
        ),
        means=lambda which, unit: Part(This(unit), PORTIONS[which]) if unit in LONG else None,
        yes=(
            E(
                "A deal is due by the end of the month.",
                "the end of the month",
                "2025-07-08",
                "2025-07-21",
                "2025-07-31",
            ),
            E("A deal is due by year's end.", "year's end", "2025-07-08", "2025-09-01", "2025-12-31"),
        ),
        no=("It is the end of the day for them.",),
    ),
    Rule(
        name="earlier-in-the-unit",
        kind="period",
        pattern="{earlier|later:which} in the <unit>",
        means=lambda which, unit: _so_far_or_part(which, This(unit)) if unit in LONG else None,
        yes=(E("They met earlier in the month.", "earlier in the month", "2025-07-08", "2025-07-01", "2025-07-08"),),
        no=("They met earlier in the talks.",),
    ),
    Rule(
        name="earlier-today",
        kind="day",
        pattern="{earlier|later:which} today",
        means=lambda which: Part(TODAY, PORTIONS[which]),
        yes=(E("They met earlier today.", "earlier today", "2025-07-08", "2025-07-08", "2025-07-08"),),
        no=("They met earlier.",),
    ),
    Rule(
        name="end-month",
        kind="period",
        pattern="{end:which} <month>",
        means=lambda which, month: Part(Month(month), PORTIONS[which]),
        yes=(E("It fell in end-March.", "end-March", "2025-07-08", "2025-03-21", "2025-03-31"),),
        no=("Ends march on.",),
    ),
    Rule(
        name="half-of-period",
        kind="period",
        pattern=(
            "the? {first|second|latter|last:which} half of <period>",
            "the? {first|second|latter|last:which} half <period>",
        ),
        means=lambda which, period: Part(period, PORTIONS[which]),
        yes=(
            E(
                "Aid fell in the first half of 2024.",
                "the first half of 2024",
                "2025-07-08",
                "2024-01-01",
                "2024-06-30",
            ),
        ),
        no=("They left in the second half.",),
    ),
    Rule(
        name="half-of-this-unit",
        kind="period",
        pattern="the? {first|second|latter|last:which} half of the <unit>",
        means=lambda which, unit: Part(This(unit), PORTIONS[which]) if unit in LONG else None,
        yes=(
            E(
                "The vote moves to the second half of the year.",
                "the second half of the year",
                "2019-03-01",
                "2019-07-01",
                "2019-12-31",
            ),
        ),
        no=("They left in the second half of the game.",),
    ),
    Rule(
        name="earlier-later-period",
        kind="period",
        pattern=("{earlier|later:which} in? <period>",),
        means=_so_far_or_part,
        yes=(
            E("Earlier this week a plan was made.", "Earlier this week", "2025-07-08", "2025-07-07", "2025-07-08"),
            E("The envoy is to return later this week.", "later this week", "2025-07-08", "2025-07-08", "2025-07-13"),
        ),
        no=("They met later.",),
    ),
    Rule(
        name="part-of-day-named",
        kind="day",
        pattern=("{early|earlier|late|later:which} on? <day>", "{early|earlier|late|later:which} in the <day>"),
        means=lambda which, day: Part(day, PORTIONS[which]),
        yes=(
            E("The offer was refused late Thursday.", "late Thursday", "2025-07-08", "2025-07-03", "2025-07-03"),
            E("Earlier on Wednesday he spoke.", "Earlier on Wednesday", "2025-07-08", "2025-07-02", "2025-07-02"),
        ),
        no=("They came late.",),
    ),
    Rule(
        name="day-and-part",
        kind="time",
        pattern=(
            "<day> ,? <day-part:part>",
            "<day> 's|’s <day-part:part>",
            "<day> at <day-part:part>",
            "the? <day-part:part> of <day>",
            "<day-part:part> on <day>",
            "<day> in the <day-part:part>",
            "<day> {early|mid|late:which} <day-part:part>",
        ),
        means=lambda day, part, which="": PartOfDay(Part(day, PORTIONS[which]) if which else day, part),
        yes=(
            E("Negotiators met Tuesday evening.", "Tuesday evening", "2025-07-08", "2025-07-08", "2025-07-08"),
            E("It began at dawn on Saturday.", "dawn on Saturday", "2025-07-08", "2025-07-05", "2025-07-05"),
        ),
        no=("A morning paper came.",),
    ),
    Rule(
        name="hours-of-day",
        kind="day",
        profile="news",
        pattern=("the? {early|small|wee:which} hours of <day>", "the? {early|small|wee:which} hours of <time:day>"),
        means=lambda which, day: Part(day, Portion.EARLY),
        yes=(
            E(
                "In the early hours of Sunday they struck.",
                "the early hours of Sunday",
                "2025-07-08",
                "2025-07-06",
                "2025-07-06",
            ),
        ),
        no=("They struck in the early hours of the war.",),
    ),
    Rule(
        name="late-day-and-part",
        kind="time",
        pattern=("{early|earlier|mid|late|later:which} on? <time>",),
        means=lambda which, time: Part(time, PORTIONS[which]),
        yes=(E("They met late Tuesday night.", "late Tuesday night", "2025-07-08", "2025-07-08", "2025-07-08"),),
        no=("They came late at night.",),
    ),
    Rule(
        name="this-part-of-day",
        kind="time",
        pattern=("this {early|mid|late:which}? <day-part:part>",),
        means=lambda part, which="": PartOfDay(Part(TODAY, PORTIONS[which]) if which else TODAY, part),
        yes=(E("They met this morning.", "this morning", "2025-07-08", "2025-07-08", "2025-07-08"),),
        no=("They did this at night.",),
    ),
    Rule(
        name="part-then-day",
        kind="time",
        pattern=("{early|mid|late:which}? <day-part:part> <relative-day:day>",),
        means=lambda part, day, which="": PartOfDay(Part(day, PORTIONS[which]) if which else day, part),
        yes=(
            E(
                "It began in mid-afternoon yesterday.",
                "mid-afternoon yesterday",
                "2025-07-08",
                "2025-07-07",
                "2025-07-07",
            ),
        ),
        no=("It began in the afternoon.",),
    ),
    Rule(
        name="relative-day",
        kind="relative-day",
        pattern="{yesterday|today:word}",
        means=lambda word: YESTERDAY if word == "yesterday" else TODAY,
        yes=(
            E(
                "It began in mid-afternoon yesterday.",
                "mid-afternoon yesterday",
                "2025-07-08",
                "2025-07-07",
                "2025-07-07",
            ),
        ),
        no=("It began in the afternoon.",),
    ),
    Rule(
        name="tonight",
        kind="time",
        pattern="tonight",
        means=lambda: PartOfDay(TODAY, "NI"),
        yes=(E("They meet tonight.", "tonight", "2025-07-08", "2025-07-08", "2025-07-08"),),
        no=("To night watchmen it was calm.",),
    ),
    Rule(
        name="last-night",
        kind="time",
        pattern=("{last|yesterday:which} night", "last {evening:which}"),
        means=lambda which: PartOfDay(YESTERDAY, "EV" if which == "evening" else "NI"),
        yes=(E("They met last night.", "last night", "2025-07-08", "2025-07-07", "2025-07-07"),),
        no=("The last nights were calm.",),
    ),
    Rule(
        name="tomorrow-part",
        kind="time",
        pattern="{tomorrow:which} <day-part:part>",
        means=lambda which, part: PartOfDay(TOMORROW, part),
        yes=(E("They meet tomorrow morning.", "tomorrow morning", "2025-07-08", "2025-07-09", "2025-07-09"),),
        no=("They meet in the morning light.",),
    ),
)
