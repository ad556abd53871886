"""Rules that count from a date of the text: "two days later", "the previous day", "a week after Oct. 7"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Direction,
    Fixed,
    Meaning,
    Moved,
    Named,
    Part,
    PartOfDay,
    Portion,
    Reference,
    Shift,
    This,
    Weekday,
    Years,
)
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.numbers import UNKNOWN

G = Granularity
E = Example

SIGNS: Final = {
    "before": -1,
    "earlier": -1,
    "previously": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "after": 1,
    "later": 1,
    "following": 1,
    "next": 1,
    "subsequent": 1,
    "ensuing": 1,
    "same": 0,
    "that": 0,
    "very": 0,
}
_FINE: Final = frozenset({G.HOUR, G.MINUTE, G.SECOND})


def counted(of: Meaning, unit: G, number: Any, sign: int) -> Meaning | None:
    """So many units before or after something, at the grain of the unit; None for an amount that is not told."""
    if number == UNKNOWN or not 0 < number < 10**4:
        return None
    if unit in {G.DECADE, G.CENTURY}:
        number, unit = int(number * (10 if unit is G.DECADE else 100)), G.YEAR
    return Shift(of, unit, sign * int(number))


def from_date(date: Meaning, unit: G, number: Any, sign: int) -> Meaning | None:
    """So many units from a date: the same day in another week, month or year if it is a day."""
    if number == UNKNOWN or not 0 < number < 10**4:
        return None
    if unit in _FINE or isinstance(date, Years) or (isinstance(date, Fixed) and date.day is None):
        return counted(date, unit, number, sign)
    if unit in {G.DAY, G.WEEK, G.MONTH, G.YEAR}:
        return Moved(date, unit, sign * int(number))
    return counted(date, unit, number, sign)


def _from(unit: G, sign: int, of: Reference, number: Any = 1) -> Meaning | None:
    return counted(This(G.DAY if unit in _FINE else unit, of), unit, number, sign)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="units-later",
        kind="period",
        pattern=(
            "<number> <units:unit> {later|earlier|previously:which}",
            "<number> <unit> {later|earlier|previously:which}",
            "a|an <unit> {later|earlier|previously:which}",
            "<number> <units:unit> {after|before:which} that",
            "a|an <unit> {after|before:which} that",
        ),
        means=lambda unit, which, number=1: _from(unit, SIGNS[which], Reference.DISCOURSE, number),
        yes=(
            E(
                "It was signed on Jan. 15. Four days after that, it began.",
                "Four days after that",
                "2025-07-08",
                "2025-01-19",
                "2025-01-19",
            ),
            E(
                "It was signed on Jan. 15. Four days later it began.",
                "Four days later",
                "2025-07-08",
                "2025-01-19",
                "2025-01-19",
            ),
        ),
        no=("Two days later, the draft was refused.",),
    ),
    Rule(
        name="adjacent-unit",
        kind="period",
        pattern=(
            "the {previous|preceding|prior|following|next|subsequent|ensuing:which} <unit>",
            "the {previous|following:which} calendar <unit>",
        ),
        means=lambda unit, which: _from(unit, SIGNS[which], Reference.DISCOURSE),
        yes=(
            E(
                "They met on Monday, a day after a strike the previous day.",
                "the previous day",
                "2025-07-08",
                "2025-07-06",
                "2025-07-06",
            ),
        ),
        no=("The plan was refused the previous day.",),
    ),
    Rule(
        name="adjacent-weekday",
        kind="day",
        pattern="the {previous|preceding|following|next:which} <weekday>",
        means=lambda weekday, which: Weekday(
            weekday, Direction.BEFORE if SIGNS[which] < 0 else Direction.AFTER, Reference.DISCOURSE
        ),
        yes=(
            E(
                "They met on June 3. The following Friday they left.",
                "The following Friday",
                "2025-07-08",
                "2025-06-06",
                "2025-06-06",
            ),
        ),
        no=("The following Friday they left.",),
    ),
    Rule(
        name="week-of-day",
        kind="period",
        pattern=("the? week of|beginning|starting|ending <day>",),
        means=lambda day: Shift(day, G.WEEK, 0),
        yes=(E("They met in the week of June 3.", "the week of June 3", "2025-07-08", "2025-06-02", "2025-06-08"),),
        no=("It was a week of talks.",),
    ),
    Rule(
        name="weekend-of-day",
        kind="period",
        pattern=("the? weekend of|beginning|starting <day>",),
        means=lambda day: Shift(day, G.WEEKEND, 0),
        yes=(
            E(
                "They met over the weekend of June 7.",
                "the weekend of June 7",
                "2025-07-08",
                "2025-06-07",
                "2025-06-08",
            ),
        ),
        no=("It was a weekend of talks.",),
    ),
    Rule(
        name="same-unit",
        kind="period",
        pattern=("the|that same|very <unit>", "that <unit>", "on the same <unit>"),
        means=lambda unit: None if unit in _FINE else This(unit, Reference.DISCOURSE),
        yes=(
            E(
                "They met on June 3. The same day a strike came.",
                "The same day",
                "2025-07-08",
                "2025-06-03",
                "2025-06-03",
            ),
        ),
        no=("The same day a strike came.",),
    ),
    Rule(
        name="later-that-day",
        kind="day",
        profile="news",
        pattern=("{later|earlier:which} in the day", "{later|earlier:which} that|the same day"),
        means=lambda which: Part(
            This(G.DAY, Reference.DISCOURSE), Portion.LATE if which == "later" else Portion.EARLY
        ),
        yes=(
            E(
                "They met on June 3. Later in the day they left.",
                "Later in the day",
                "2025-07-08",
                "2025-06-03",
                "2025-06-03",
            ),
        ),
        no=("Later in the day they left.",),
    ),
    Rule(
        name="that-part-of-day",
        kind="time",
        pattern=(
            "that|the same <day-part:part>",
            "that <day-part:part>",
            "{later|earlier:which} that <day-part:part>",
        ),
        means=lambda part, which="": PartOfDay(This(G.DAY, Reference.DISCOURSE), part),
        yes=(
            E(
                "They met on June 3. That night a strike came.",
                "That night",
                "2025-07-08",
                "2025-06-03",
                "2025-06-03",
            ),
        ),
        no=("That night a strike came.",),
    ),
    Rule(
        name="adjacent-part-of-day",
        kind="time",
        pattern="the {previous|following|next:which} <day-part:part>",
        means=lambda part, which: PartOfDay(Shift(This(G.DAY, Reference.DISCOURSE), G.DAY, SIGNS[which]), part),
        yes=(
            E(
                "They met on June 3. The next morning they left.",
                "The next morning",
                "2025-07-08",
                "2025-06-04",
                "2025-06-04",
            ),
        ),
        no=("The next morning they left.",),
    ),
    Rule(
        name="unit-beside-event",
        kind="event-date",
        profile="news",
        pattern=(
            "the <unit> {before|after:which}",
            "a|one <unit> {before|after:which}",
            "<number> <units:unit> {before|after:which}",
            "<number> <unit> {before|after:which}",
        ),
        means=lambda unit, which, number=1: _from(unit, SIGNS[which], Reference.EVENT, number),
        yes=(E("A strike came the day after the talks failed.", "the day after", "2025-07-08", value="XXXX-XX-XX"),),
        no=("A strike came after the talks failed.",),
    ),
    Rule(
        name="units-from-date",
        kind="period",
        pattern=(
            "<number> <units:unit> {before|after:which} <day>",
            "<number> <unit> {before|after:which} <day>",
            "a|an|the|one <unit> {before|after:which} <day>",
            "<number> <units:unit> {before|after:which} <period:day>",
            "a|an|the <unit> {before|after:which} <period:day>",
        ),
        means=lambda unit, which, day, number=1: from_date(day, unit, number, SIGNS[which]),
        yes=(
            E("It began two days after Jan. 15.", "two days after Jan. 15", "2025-07-08", "2025-01-17", "2025-01-17"),
        ),
        no=("It began two days after the vote.",),
    ),
    Rule(
        name="anniversary",
        kind="day",
        pattern="the? <ordinal> anniversary of <day>",
        means=lambda ordinal, day: Moved(day, G.YEAR, ordinal) if isinstance(day, Fixed | Named) else None,
        yes=(
            E(
                "It was the first anniversary of the Oct. 7 attack.",
                "the first anniversary of the Oct. 7 attack",
                "2024-10-08",
                "2024-10-07",
                "2024-10-07",
            ),
        ),
        no=("It was the first anniversary of the pact.",),
    ),
    Rule(
        name="eve-of-day",
        kind="day",
        pattern="the? eve of <day>",
        means=lambda day: Shift(day, G.DAY, -1),
        yes=(E("They met on the eve of Ramadan.", "the eve of Ramadan", "2025-07-08", "2025-02-28", "2025-02-28"),),
        no=("They met on the eve of the vote.",),
    ),
    Rule(
        name="unit-from-day",
        kind="day",
        pattern=("a <unit> from <day>", "<number> <units:unit> from <day>"),
        means=lambda unit, day, number=1: from_date(day, unit, number, 1),
        yes=(
            E("They will meet a week from Friday.", "a week from Friday", "2025-07-08", "2025-07-18", "2025-07-18"),
        ),
        no=("They are a week from a deal.",),
    ),
)
