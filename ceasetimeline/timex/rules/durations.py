"""Rules for lengths of time: "60-day", "for six weeks", "a year and a half", "the past three months"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Duration, Hedged, Meaning, Trailing
from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules.numbers import UNKNOWN, whole

G = Granularity
E = Example
LETTERS: Final = {
    G.SECOND: "S",
    G.MINUTE: "M",
    G.HOUR: "H",
    G.DAY: "D",
    G.WEEKEND: "WE",
    G.WEEK: "W",
    G.MONTH: "M",
    G.QUARTER: "Q",
    G.SEASON: "SE",
    G.YEAR: "Y",
    G.DECADE: "DE",
    G.CENTURY: "CE",
}
MODS: Final = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "over": "MORE_THAN",
    "more": "MORE_THAN",
    "fewer": "LESS_THAN",
    "less": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
    "no": "EQUAL_OR_LESS",
}
_HALVES: Final = {G.YEAR: "6M", G.HOUR: "30M", G.MINUTE: "30S"}
_TIME: Final = frozenset({G.SECOND, G.MINUTE, G.HOUR})


def length(unit: Granularity, number: Any = UNKNOWN) -> Meaning:
    """A duration of so many units; X for an amount that is not told."""
    told = number if isinstance(number, str) else f"{whole(number):g}" if number < 10**6 else f"{int(number)}"
    if unit is G.DECADE and isinstance(number, int):
        return Duration(f"P{10 * number}Y")
    if unit is G.CENTURY and isinstance(number, int):
        return Duration(f"P{100 * number}Y")
    if unit in _HALVES and isinstance(number, float) and number % 1 == 0.5:
        whole_part = f"{int(number)}{LETTERS[unit]}" if number >= 1 else ""
        return Duration(f"P{'T' if unit in _TIME else ''}{whole_part}{_HALVES[unit]}")
    return Duration(f"P{'T' if unit in _TIME else ''}{told}{LETTERS[unit]}")


def trailing(unit: Granularity, number: Any, sign: int) -> Meaning | None:
    """The units that end or begin with the day of writing; a mere length where the amount is not told."""
    if unit is G.DECADE and isinstance(number, int):
        unit, number = G.YEAR, 10 * number
    if unit is G.CENTURY and isinstance(number, int):
        unit, number = G.YEAR, 100 * number
    if unit is G.HOUR and isinstance(number, int) and number > 12:
        return Trailing(unit, sign * number)
    if not isinstance(number, int) or unit in _TIME or not 0 < number < 10**4:
        return length(unit, number)
    return Trailing(unit, sign * number)


def _joined(duration: Meaning, more: Meaning) -> Meaning | None:
    """Two lengths as one, the second of a finer unit: "two years and three months" is P2Y3M."""
    if not isinstance(duration, Duration) or not isinstance(more, Duration):
        return None
    first, second = duration.value, more.value
    if UNKNOWN in first + second or "." in first or _rank(first) <= _rank(second):
        return None
    if second.startswith("PT"):
        return Duration(first + second[2 if first.startswith("PT") else 1 :])
    return Duration(first + second[1:])


def _rank(value: str) -> int:
    """How long the unit of a duration value is."""
    return ("TS", "TM", "TH", "D", "W", "M", "Y").index(letter) if (letter := _letter(value)) else 0


def _letter(value: str) -> str:
    letter = ("T" if value.startswith("PT") else "") + value[-1]
    return letter if letter in {"TS", "TM", "TH", "D", "W", "M", "Y"} else ""


_SIDE: Final = "previous|preceding|first|latest|final|following|ensuing|intervening|remaining|opening"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="units",
        kind="duration",
        pattern=(
            "<number> <units:unit>",
            "<number> <unit>",
            "<number> or so <units:unit>",
            "<number> <units:unit> or so",
            "<number> more|additional|straight|consecutive|full|long|whole <units:unit>",
            "the <number> <units:unit>",
        ),
        means=lambda number, unit: None if unit is G.QUARTER and number != UNKNOWN else length(unit, number),
        yes=(
            E("The plan includes a 60-day truce.", "60-day", "2025-07-08", value="P60D"),
            E("Hamas has 48 hours to answer.", "48 hours", "2025-07-08", value="PT48H"),
        ),
        no=("They came in hours.",),
    ),
    Rule(
        name="one-unit",
        kind="one-unit",
        pattern=("a|an <unit>",),
        means=lambda unit: None if unit is G.QUARTER else length(unit, 1),
        yes=(E("It took over an hour.", "over an hour", "2025-07-08", value="PT1H"),),
        no=("An hourly bus came.",),
    ),
    Rule(
        name="a-unit",
        kind="duration",
        pattern=(
            "<one-unit>",
            "a|an full|whole|entire|additional|extra|single <unit>",
            "another <unit>",
        ),
        means=lambda unit=None, one_unit=None: one_unit if one_unit is not None else length(unit, 1),
        yes=(E("The pause held for a week.", "a week", "2025-07-08", value="P1W"),),
        no=("The weekly paper said so.",),
    ),
    Rule(
        name="fortnight",
        kind="duration",
        pattern=("a? fortnight",),
        means=lambda: length(G.WEEK, 2),
        yes=(E("The pause held for a fortnight.", "a fortnight", "2025-07-08", value="P2W"),),
        no=("The fort fell.",),
    ),
    Rule(
        name="unit-and-half",
        kind="duration",
        pattern=("a|an|one <unit> and a half",),
        means=lambda unit: length(unit, 1.5),
        yes=(E("It took a year and a half.", "a year and a half", "2025-07-08", value="P1Y6M"),),
        no=("It took a half.",),
    ),
    Rule(
        name="half-unit",
        kind="duration",
        pattern=("half a|an <unit>", "a? half <unit>"),
        means=lambda unit: length(unit, 0.5),
        yes=(E("They spoke for half an hour.", "half an hour", "2025-07-08", value="PT30M"),),
        no=("Half the hour hand broke.",),
    ),
    Rule(
        name="trailing-units",
        kind="duration",
        pattern=(
            f"the? {_SIDE} <number> <units:unit>",
            f"the? {_SIDE} <number> <unit>",
            f"the? {_SIDE} <number> or so <units:unit>",
            f"the? {_SIDE} <number> <units:unit> or so",
            "these|those <number> <units:unit>",
            "the <number> {next|following|coming:side} <units:unit>",
        ),
        means=lambda number, unit, side="": length(unit, number),
        yes=(E("They met often in the first three months.", "the first three months", "2025-07-08", value="P3M"),),
        no=("The first three were lost.",),
    ),
    Rule(
        name="units-to-now",
        kind="duration",
        pattern=(
            "the? past|last <number> <units:unit>",
            "these? past <number> <units:unit>",
            "the? past|last <number> <unit>",
        ),
        means=lambda number, unit: trailing(unit, number, -1),
        yes=(
            E(
                "They met often over the past three weeks.",
                "the past three weeks",
                "2025-07-08",
                "2025-06-17",
                "2025-07-08",
                "P3W",
            ),
        ),
        no=("The past three were lost.",),
    ),
    Rule(
        name="units-from-today",
        kind="duration",
        pattern=("the? next|coming <number> <units:unit>", "the? next|coming <number> <unit>"),
        means=lambda number, unit: trailing(unit, number, 1),
        yes=(
            E(
                "They will meet in the next two days.",
                "the next two days",
                "2025-07-08",
                "2025-07-08",
                "2025-07-10",
                "P2D",
            ),
        ),
        no=("The next three were lost.",),
    ),
    Rule(
        name="trailing-unit",
        kind="duration",
        profile="news",
        pattern=("the past|last <unit>",),
        means=lambda unit: trailing(unit, 1, -1),
        yes=(
            E(
                "The army advanced over the past week.",
                "the past week",
                "2020-10-05",
                "2020-09-28",
                "2020-10-05",
                "P1W",
            ),
        ),
        no=("The past weekly report was short.",),
    ),
    Rule(
        name="joined-lengths",
        kind="duration",
        pattern="<duration> and <duration:more>",
        means=_joined,
        yes=(E("It took two years and three months.", "two years and three months", "2025-07-08", value="P2Y3M"),),
        no=("It took two years and two rounds.",),
    ),
    Rule(
        name="bare-units",
        kind="duration",
        pattern=(
            "<units:unit>",
            "the <units:unit>",
            "the early|first|last|final|opening|closing <units:unit>",
            "<units:unit> and|or <units:more>",
        ),
        means=lambda unit, more=None: length(unit),
        yes=(E("They had talked for weeks.", "weeks", "2025-07-08", value="PXW"),),
        no=("Both weeks failed.",),
    ),
    Rule(
        name="long-lasting",
        kind="duration",
        pattern=("<units> long", "a|an? <unit> long", "<number> <unit> long"),
        means=lambda unit=None, units=None, number=1: length(unit, number) if unit else length(units),
        yes=(E("The decades-long conflict goes on.", "decades-long", "2025-07-08", value="PXDE"),),
        no=("The years ahead are long.",),
    ),
    Rule(
        name="hedged-length",
        kind="duration",
        pattern=(
            "{nearly|almost|about|around|roughly|approximately|under:hedge} <duration>",
            "at {least|most:hedge} <duration>",
            "{more|less|fewer:hedge} than <duration>",
            "{no:hedge} more than <duration>",
            "{up:hedge} to <duration>",
            "{over:hedge} <one-unit:duration>",
        ),
        means=lambda hedge, duration: Hedged(duration, MODS[hedge]),
        yes=(E("It came after nearly 10 months of war.", "nearly 10 months", "2025-07-08", value="P10M"),),
        no=("They nearly met.",),
    ),
    Rule(
        name="hedged-ago",
        kind="period",
        pattern=(
            "{nearly|almost|about|around|roughly|approximately|over|just:hedge} <ago>",
            "at {least|most:hedge} <ago>",
            "{more|less|fewer:hedge} than <ago>",
        ),
        means=lambda hedge, ago: Hedged(ago, MODS[hedge]) if hedge in MODS else None,
        yes=(E("They met about two years ago.", "about two years ago", "2025-07-08", "2023-01-01", "2023-12-31"),),
        no=("They were about to go.",),
    ),
)
