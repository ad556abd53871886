"""Rules for parts of stretches and of days: "early January", "later this week", "Monday night", "6 p.m."."""

from __future__ import annotations

from typing import Any, Final

import attrs

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Clock,
    Meaning,
    Month,
    Part,
    PartOfDay,
    Portion,
    Reference,
    Rest,
    SoFar,
    This,
)
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.relative import TODAY, TOMORROW, YESTERDAY
from ceasetimeline.timex.rules.words import OFFSETS

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


def _hour(hour: int, half: str) -> int | None:
    if not 0 <= hour <= 12:
        return None
    return hour % 12 + (12 if half.startswith("p") else 0)


def _clock(half: str = "", dom: int = 0, digits: tuple[int, int, int | None] | None = None, zone: str = "") -> Any:
    hour, minute, second = digits if digits is not None else (dom, None, None)
    if half:
        told = _hour(hour, half)
        if told is None:
            return None
        hour = told
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return Clock(This(G.DAY), hour, minute, second, zone)


def _at(clock: Clock, day: Meaning) -> Meaning:
    return Clock(day, clock.hour, clock.minute, clock.second, clock.zone)


def _twice(clock: Clock, other: Clock) -> Clock:
    """A local time beside the same in GMT: the difference is the offset of its zone."""
    if clock.zone in OFFSETS or other.zone not in {"GMT", "UTC"}:
        return clock
    minutes = (clock.hour - other.hour) * 60 + (clock.minute or 0) - (other.minute or 0)
    minutes = (minutes + 11 * 60) % (24 * 60) - 11 * 60
    sign = "-" if minutes < 0 else "+"
    return attrs.evolve(clock, zone=f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}")


_PLACES: Final = (
    "local|kyiv|kiev|moscow|gaza|israel|israeli|jerusalem|beirut|doha|cairo|damascus|tehran|baghdad|khartoum|bogota|kabul"
    "|minsk|istanbul|ankara|geneva|vienna|eastern|central|pacific|british|european|greenwich|beijing|washington"
)
_HALVES: Final = "{a.m.|a.m|am|p.m.|p.m|pm:half}"

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
    Rule(
        name="clock",
        kind="clock",
        pattern=(
            f"<dom> {_HALVES} <zone>?",
            f"<dom> {_HALVES} ( <zone> )",
            f"<clock-digits:digits> {_HALVES}? <zone>?",
            f"<clock-digits:digits> {_HALVES}? ( <zone> )",
            f"<clock-digits:digits> {_HALVES}? local time",
            f"<clock-dotted:digits> {_HALVES} <zone>?",
            "<clock-dotted:digits> <zone>",
            f"<dom> {_HALVES} local time",
        ),
        means=_clock,
        yes=(E("It began at 7:30 a.m. Friday.", "7:30 a.m. Friday", "2025-07-08", "2025-07-04", "2025-07-04"),),
        no=("The score was 3:2.",),
    ),
    Rule(
        name="noon",
        kind="clock",
        pattern=("12? {noon|midday|midnight:word} <zone>?",),
        means=lambda word, zone="": _clock(digits=(24 if word == "midnight" else 12, 0, None), zone=zone),
        yes=(
            E("It began at noon Friday.", "noon Friday", "2025-07-08", "2025-07-04", "2025-07-04"),
            E("It began at noon GMT on Friday.", "noon GMT on Friday", "2025-07-08", "2025-07-04", "2025-07-04"),
        ),
        no=("It began in Noonan.",),
    ),
    Rule(
        name="clock-of-place",
        kind="clock",
        pattern=(f"<clock> {{{_PLACES}:place}} time", f"<clock> {{{_PLACES}:place}} standard|daylight|summer time"),
        means=lambda clock, place: attrs.evolve(clock, zone=clock.zone or f"{place} time"),
        yes=(
            E(
                "It begins at 00:00 Kyiv time on July 10.",
                "00:00 Kyiv time on July 10",
                "2025-07-08",
                "2025-07-10",
                "2025-07-10",
            ),
        ),
        no=("It begins in Kyiv in time.",),
    ),
    Rule(
        name="clock-twice",
        kind="clock",
        profile="news",
        pattern="<clock> ( <clock:other> )",
        means=_twice,
        yes=(
            E(
                "It is set for 10:00 (0700 GMT) on July 10.",
                "10:00 (0700 GMT) on July 10",
                "2025-07-08",
                "2025-07-10",
                "2025-07-10",
            ),
        ),
        no=("It is set for hall 10 (07).",),
    ),
    Rule(
        name="clock-military",
        kind="clock",
        pattern=("<military> <zone>", "<military> hours", "<military> hours <zone>", "<military> hours? local time"),
        means=lambda military, zone="": _clock(digits=(*military, None), zone=zone),
        yes=(
            E("It began at 0600 GMT on Friday.", "0600 GMT on Friday", "2025-07-08", "2025-07-04", "2025-07-04"),
            E(
                "It began at 1530 local time on Friday.",
                "1530 local time on Friday",
                "2025-07-08",
                "2025-07-04",
                "2025-07-04",
            ),
        ),
        no=("Some 0600 cases.",),
    ),
    Rule(
        name="clock-in-part",
        kind="clock",
        pattern=("<dom> in the {morning|afternoon|evening:half}", "<dom> at {night:half}"),
        means=lambda dom, half: _clock("a.m." if half == "morning" else "p.m.", dom),
        yes=(
            E(
                "It began at 4 in the morning Friday.",
                "4 in the morning Friday",
                "2025-07-08",
                "2025-07-04",
                "2025-07-04",
            ),
        ),
        no=("It began at 4 in the list.",),
    ),
    Rule(
        name="clock-alone",
        kind="time",
        pattern=("<clock>", "around <clock>"),
        means=lambda clock: _at(clock, This(G.DAY, Reference.DISCOURSE)),
        yes=(E("They met on June 3. At 6 p.m. they left.", "6 p.m.", "2025-07-08", "2025-06-03", "2025-06-03"),),
        no=("At 6 p.m. they left.",),
    ),
    Rule(
        name="clock-and-day",
        kind="time",
        pattern=(
            "<clock> ,? on? <day>",
            "<clock> ,? <time>",
            "<day> ,? at? <clock>",
            "<clock> 's|’s <day>",
            "around <clock> on? <day>",
        ),
        means=lambda clock, day=None, time=None: (
            _at(clock, day if day is not None else time.of)
            if day is not None or isinstance(time, PartOfDay)
            else None
        ),
        yes=(E("It began at 7 a.m. on Friday.", "7 a.m. on Friday", "2025-07-08", "2025-07-04", "2025-07-04"),),
        no=("It began at 7 on the list.",),
    ),
)
