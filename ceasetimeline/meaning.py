"""Time operators: what a phrase means before any date is known.

A meaning is a tree of frozen values, complete without a calendar: "the week before last" is
``Shift(This(WEEK), WEEK, -2)`` whatever day it was written on. `ceasetimeline.timex.place` puts it on the calendar.
The operators follow the idea of TimeNorm (Bethard 2013): few, nested, ending in a stretch of days.
"""

from __future__ import annotations

import enum

import attrs

from ceasetimeline.granularity import Granularity


class Direction(enum.Enum):
    """On which side of its anchor a word such as "Friday" lies."""

    PAST = "the last one, the anchor's own included"
    BEFORE = "the last one before the anchor"
    FUTURE = "the next one, the anchor's own included"
    AFTER = "the next one after the anchor"
    NEAREST = "the nearest one"
    RATHER_PAST = "the nearest one, the days ahead counted double"
    OPEN = "as the verb says; where it says nothing, the last one (of a day with its month: the nearest)"


class Reference(enum.Enum):
    """What a relative phrase counts from."""

    SPEECH = "the day of writing, or of a quoted statement"
    DISCOURSE = "the date the text spoke of last"
    EVENT = "an event that the text names"


class Portion(enum.Enum):
    """A part of a stretch; the value is the TIMEX3 ``mod``."""

    EARLY = "START"
    MID = "MID"
    LATE = "END"
    FIRST_HALF = "START "
    SECOND_HALF = "END "

    @property
    def mod(self) -> str:
        """The TIMEX3 ``mod`` of the part."""
        return self.value.strip()


@attrs.frozen
class Meaning:
    """Base of all operators."""


@attrs.frozen
class This(Meaning):
    """The unit that holds the reference: "this week", "today" (unit DAY)."""

    unit: Granularity
    of: Reference = Reference.SPEECH


@attrs.frozen
class Fixed(Meaning):
    """A date with its year: "2014", "January 2024", "7 October 2023"."""

    year: int
    month: int | None = None
    day: int | None = None


@attrs.frozen
class Years(Meaning):
    """A decade or a century by the year it starts with: "the 1990s"."""

    start: int
    unit: Granularity


@attrs.frozen
class Month(Meaning):
    """A month without its year: "in November"."""

    month: int
    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class MonthDay(Meaning):
    """A day of a month without its year: "Jan. 15"."""

    month: int
    day: int
    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class DayOfMonth(Meaning):
    """A day number without its month: "on the 15th"."""

    day: int
    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class Weekday(Meaning):
    """A day of the week by its ISO number, seen from the reference."""

    day: int
    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class Season(Meaning):
    """A season by its TIMEX3 name (SP, SU, FA, WI)."""

    name: str
    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class Quarter(Meaning):
    """A quarter by its number, without its year: "the third quarter"."""

    number: int
    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class Weekend(Meaning):
    """The weekend nearest in a direction."""

    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class Holiday(Meaning):
    """A feast by its name in the holiday table, in a year or nearest in a direction."""

    name: str
    direction: Direction = Direction.OPEN
    of: Reference = Reference.SPEECH


@attrs.frozen
class Named(Meaning):
    """A day or stretch of the lexicon that news calls by a name; ISO first and last day."""

    name: str
    first: str
    last: str


@attrs.frozen
class Shift(Meaning):
    """The ``unit`` so many units after the one in which ``of`` starts: "last week", "two weeks ago"."""

    of: Meaning
    unit: Granularity
    count: int


@attrs.frozen
class Moved(Meaning):
    """The same day so many units later: "a week from Friday", "three months to the day after 5 May"."""

    of: Meaning
    unit: Granularity
    count: int


@attrs.frozen
class Inside(Meaning):
    """A day, month, season, weekend or feast (``what``) within a longer stretch: "Monday of last week"."""

    what: Meaning
    of: Meaning


@attrs.frozen
class Nth(Meaning):
    """The nth unit within a stretch, from the end if negative: "the first week of May", "the third quarter"."""

    of: Meaning
    unit: Granularity
    number: int


@attrs.frozen
class NthWeekday(Meaning):
    """The nth such weekday within a stretch, from the end if negative: "the first Monday of May"."""

    of: Meaning
    day: int
    number: int


@attrs.frozen
class Part(Meaning):
    """The first, second or last third, or a half, of a stretch: "early January"."""

    of: Meaning
    portion: Portion


@attrs.frozen
class SoFar(Meaning):
    """A stretch up to and including the reference day: "earlier this week"."""

    of: Meaning


@attrs.frozen
class Rest(Meaning):
    """A stretch from the reference day on: "later this week"."""

    of: Meaning


@attrs.frozen
class PartOfDay(Meaning):
    """A part of a day by its TIMEX3 name (MO, AF, EV, NI, ...): "Monday night"."""

    of: Meaning
    part: str


@attrs.frozen
class Clock(Meaning):
    """A time of day, with the zone the text names: "06:00 GMT on Friday"."""

    of: Meaning
    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""


@attrs.frozen
class Between(Meaning):
    """From the first day of one stretch to the last day of another: "from 24 to 30 November"."""

    first: Meaning
    last: Meaning


@attrs.frozen
class Trailing(Meaning):
    """Units that end (negative: "the past three weeks") or begin ("the next two days") with the reference."""

    unit: Granularity
    count: int
    of: Reference = Reference.SPEECH


@attrs.frozen
class Duration(Meaning):
    """A length of time, as TIMEX3 value: "60-day" is P60D, "several days" PXD."""

    value: str


@attrs.frozen
class SetOf(Meaning):
    """A time that comes again, as TIMEX3 value: "every Friday" is XXXX-WXX-5."""

    value: str


@attrs.frozen
class Vague(Meaning):
    """A time that no calendar holds: PRESENT_REF, PAST_REF or FUTURE_REF."""

    ref: str


@attrs.frozen
class Hedged(Meaning):
    """A meaning that the text holds to be rough or a limit; ``mod`` as in TIMEX3 ("about a year ago")."""

    of: Meaning
    mod: str


@attrs.frozen
class Ambiguous(Meaning):
    """Words with two meanings that nothing tells apart: 03/04/2025, day first or month first."""

    day_first: Meaning
    month_first: Meaning


@attrs.frozen
class Refused(Meaning):
    """Words shaped like a date that are none, with the reason: "Feb. 30"."""

    reason: str
    value: str = ""
