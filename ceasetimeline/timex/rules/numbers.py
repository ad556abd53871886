"""Rules for amounts: "twenty-five", "two and a half", "several", "a couple of"."""

from __future__ import annotations

from typing import Any, Final

from ceasetimeline.timex.grammar import Example, Rule

E = Example

UNKNOWN: Final = "X"


def whole(number: float) -> float | int:
    """The number, as an int where it is one."""
    return int(number) if float(number).is_integer() else number


def _spelled_year(tens: int, number: int | None = None, teen: int | None = None) -> int | None:
    low = number if number is not None else teen
    year = tens * 100 + (low or 0)
    return year if 1100 <= year <= 2099 else None


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        name="number-digits",
        kind="number",
        pattern=("<integer:number>", "<decimal:number>"),
        means=lambda number: number,
        yes=(E("The truce would last 60 days.", "60 days", "2025-07-08", value="P60D"),),
        no=("The vote was 60 to 40.",),
    ),
    Rule(
        name="number-fraction",
        kind="number",
        pattern=("<integer> <fraction>", "<integer> and <fraction>"),
        means=lambda integer, fraction: integer + fraction,
        yes=(E("They spoke for 5 1/2 hours.", "5 1/2 hours", "2025-07-08", value="PT5H30M"),),
        no=("A 1/2 share was sold.",),
    ),
    Rule(
        name="number-word",
        kind="number",
        pattern="<one:number>",
        means=lambda number: number,
        yes=(E("The pause held for six weeks.", "six weeks", "2025-07-08", value="P6W"),),
        no=("All six agreed.",),
    ),
    Rule(
        name="number-tens",
        kind="number",
        pattern=("<ten>", "<ten> <one>", "<ten> and <one>"),
        means=lambda ten, one=0: ten + one if one < 10 else None,
        yes=(E("They have twenty-four hours to reply.", "twenty-four hours", "2025-07-08", value="PT24H"),),
        no=("Twenty-four delegates came.",),
    ),
    Rule(
        name="number-hundred",
        kind="number",
        pattern=("a|an hundred", "<one> hundred", "<one> hundred and? <ten>", "<one> hundred and? <ten> <one:last>"),
        means=lambda one=1, ten=0, last=0: one * 100 + ten + last,
        yes=(E("The blockade lasted a hundred days.", "a hundred days", "2025-07-08", value="P100D"),),
        no=("A hundred people met.",),
    ),
    Rule(
        name="number-thousand",
        kind="number",
        pattern=("a thousand", "<one> thousand"),
        means=lambda one=1: one * 1000,
        yes=(E("It is a feud of two thousand years.", "two thousand years", "2025-07-08", value="P2000Y"),),
        no=("Two thousand people marched.",),
    ),
    Rule(
        name="number-half",
        kind="number",
        pattern=("<one> and a half", "<integer> and a half"),
        means=lambda one=0, integer=0: one + integer + 0.5,
        yes=(E("Talks went on for two and a half weeks.", "two and a half weeks", "2025-07-08", value="P2.5W"),),
        no=("Two and a half points were left.",),
    ),
    Rule(
        name="number-range",
        kind="number",
        pattern=("<one> to|or <one:more>", "<integer:one> to|or|-|– <integer:more>"),
        means=lambda one, more: one if one < more else None,
        yes=(E("It would take two to three weeks.", "two to three weeks", "2025-07-08", value="P2W"),),
        no=("Two to three people came.",),
    ),
    Rule(
        name="number-dozen",
        kind="number",
        pattern=("a dozen", "half a|an dozen"),
        means=lambda: 12,
        yes=(E("The siege lasted a dozen days.", "a dozen days", "2025-07-08", value="P12D"),),
        no=("A dozen mediators came.",),
    ),
    Rule(
        name="number-couple",
        kind="number",
        pattern=("a|the couple of?", "couple of"),
        means=lambda: 2,
        yes=(E("It would take a couple of years.", "a couple of years", "2025-07-08", value="P2Y"),),
        no=("A couple of delegates stayed.",),
    ),
    Rule(
        name="number-vague",
        kind="number",
        pattern=(
            "several|many|few|some|numerous|various|multiple",
            "a few|number",
            "a|the number of",
            "dozens|scores|hundreds|thousands|tens of",
            "dozens of",
        ),
        means=lambda: UNKNOWN,
        yes=(E("The delegation stayed for several days.", "several days", "2025-07-08", value="PXD"),),
        no=("Several delegates stayed.",),
    ),
)


def amount(number: Any, letter: str, time: bool = False) -> str:
    """The TIMEX3 value of so many units."""
    return f"P{'T' if time else ''}{number}{letter}"
