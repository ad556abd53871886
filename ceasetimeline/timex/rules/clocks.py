"""Rules for clock times: "6 p.m.", "noon", "18:30 GMT", "10 in the morning"."""

from __future__ import annotations

from typing import Any, Final

import attrs

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Clock, Meaning, PartOfDay, Reference, This
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.words import OFFSETS

G = Granularity
E = Example


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
