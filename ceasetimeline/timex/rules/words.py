"""The lexical entries of English time words: what a single word or number can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from ceasetimeline.granularity import Granularity
from ceasetimeline.timex.grammar import Token

G = Granularity


def word_set(*rows: str) -> frozenset[str]:
    """The words of rows in which blanks part them."""
    return frozenset(word for row in rows for word in row.split())


def _numbered(row: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: step * number for number, word in enumerate(row.split(), start=first)}


WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
UNITS: Final = {
    "second": G.SECOND,
    "minute": G.MINUTE,
    "hour": G.HOUR,
    "day": G.DAY,
    "weekend": G.WEEKEND,
    "week": G.WEEK,
    "month": G.MONTH,
    "quarter": G.QUARTER,
    "season": G.SEASON,
    "year": G.YEAR,
    "decade": G.DECADE,
    "century": G.CENTURY,
}
SEASONS: Final = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
ONES: Final = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS: Final = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2, 10)
ORDINALS: Final = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
) | {"thirtieth": 30}
DAY_PARTS: Final = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "DA",
    "daybreak": "DA",
    "sunrise": "DA",
    "dusk": "DU",
    "sunset": "DU",
    "nightfall": "DU",
    "lunchtime": "MI",
}
# Zones whose offset all of English news agrees on; CST and IST stand for several, so they keep their name alone.
OFFSETS: Final = {"GMT": "Z", "UTC": "Z"} | {
    **dict.fromkeys(("CET",), "+01:00"),
    **dict.fromkeys(("CEST", "EET"), "+02:00"),
    **dict.fromkeys(("EEST", "MSK", "IDT"), "+03:00"),
    **dict.fromkeys(("EDT",), "-04:00"),
    **dict.fromkeys(("EST", "CDT"), "-05:00"),
    **dict.fromkeys(("MDT",), "-06:00"),
    **dict.fromkeys(("MST", "PDT"), "-07:00"),
    **dict.fromkeys(("PST",), "-08:00"),
}
ZONES: Final = word_set("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist idt et")
DECADES: Final = {f"{word[:-1]}ies": value for word, value in TENS.items()}
CASED: Final = frozenset({"may", "march", "august", "sun", "sat", "mar", "jan", "dec", "wed", "mon", "apr", "nov"})

_DIGITS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}")
_DECIMAL: Final = re.compile(r"[0-9]{1,4}\.[0-9]{1,2}")
_ORDINAL: Final = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)")
_DECADE: Final = re.compile(r"['’‘]?((?:[12][0-9])?[0-9]0)s")
_CLOCK: Final = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2}))?")
_ISO: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:t([0-9]{2}):?([0-9]{2})[0-9:.]*(z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_SLASHED: Final = re.compile(r"([0-9]{1,4})([/.])([0-9]{1,2})\2([0-9]{2,4})")
_YEARS: Final = re.compile(r"([12][0-9]{3})/([0-9]{2,4})")
_HALF: Final = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


def _words() -> dict[str, list[tuple[str, Any]]]:
    """Every word with its categories, spelled out and in its usual short forms."""
    entries: dict[str, list[tuple[str, Any]]] = {}

    def add(kind: str, value: Any, *forms: str) -> None:
        for form in forms:
            entries.setdefault(form, []).append((kind, value))

    for number, name in enumerate(WEEKDAYS, start=1):
        short = {"tuesday": ("tue", "tues"), "thursday": ("thu", "thur", "thurs")}.get(name, (name[:3],))
        add("weekday", number, name, *(f"{form}." for form in short), *short)
        add("weekdays", number, f"{name}s")
    for number, name in enumerate(MONTHS, start=1):
        short = ("sept", "sep") if name == "september" else () if name == "may" else (name[:3],)
        add("month", number, name, *(f"{form}." for form in short), *short)
    for name, unit in UNITS.items():
        add("unit", unit, name)
        add("units", unit, "centuries" if name == "century" else f"{name}s")
    add("units", G.HOUR, "hrs", "hr", "hrs.")
    add("units", G.MINUTE, "mins")
    for table, kind in ((ONES, "one"), (TENS, "ten"), (ORDINALS, "ordinal"), (SEASONS, "season")):
        for word, value in table.items():
            add(kind, value, word)
    for word, part in DAY_PARTS.items():
        add("day-part", part, word)
    for word, part in DAY_PARTS.items():
        add("day-parts", part, f"{word}s")
    for word, start in DECADES.items():
        add("decade-word", start, word)
    for zone in ZONES:
        add("zone", zone.upper(), zone)
    return entries


WORDS: Final = _words()


def lexical(token: Token) -> Sequence[tuple[str, Any]]:
    """What a single word or number can be, as pairs of category and value."""
    low = token.low
    if "0" <= low[0] <= "9" or low[0] in "'’‘":
        return _numeric(low)
    if len(low) == 2 and "1" <= low[1] <= "4":
        return [("quarter-code" if low[0] == "q" else "half-code", int(low[1]))]
    entries = WORDS.get(low, ())
    if entries and low in CASED and not token.text[0].isupper():
        return [entry for entry in entries if entry[0] not in {"month", "weekday"}]
    return entries


def _numeric(low: str) -> list[tuple[str, Any]]:
    if _DIGITS.fullmatch(low):
        return _integer(low)
    if found := _ORDINAL.fullmatch(low):
        return [("ordinal", int(found[1]))]
    if low in _HALF:
        return [("fraction", _HALF[low])]
    if found := _DECADE.fullmatch(low):
        return [("decade", int(found[1]))]
    if found := _ISO.fullmatch(low):
        numbers = (None if part is None else int(part) for part in found.groups()[:5])
        return [("iso", (*numbers, _offset(found[6] or "")))]
    made: list[tuple[str, Any]] = []
    if found := _CLOCK.fullmatch(low):
        kind = "clock-digits" if ":" in low else "clock-dotted"
        made.append((kind, (int(found[1]), int(found[2]), int(found[3]) if found[3] else None)))
    if _DECIMAL.fullmatch(low):
        made.append(("decimal", float(low)))
    if found := _SLASHED.fullmatch(low):
        made.append(("slashed", (found[1], found[3], found[4], found[2])))
    if found := _YEARS.fullmatch(low):
        made.append(("year-pair", (int(found[1]), found[2])))
    if low[0] in "'’‘" and len(low) == 3:
        made.append(("short-year", int(low[1:])))
    return made


def _offset(zone: str) -> str:
    """The zone of an ISO time, in the long form: "Z" or "+03:00"."""
    return zone.upper() if len(zone) < 5 or ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _integer(low: str) -> list[tuple[str, Any]]:
    value = int(low.replace(",", ""))
    made: list[tuple[str, Any]] = [("integer", value)]
    if len(low) <= 2 and 1 <= value <= 31:
        made.append(("dom", value))
    if len(low) <= 2:
        made.append(("two-digits", value))
    if len(low) == 4 and "," not in low:
        made.append(("military", (value // 100, value % 100)))
        if 1000 <= value <= 2199:
            made.append(("year", value))
    return made


_TELLING: Final = frozenset({"weekday", "weekdays", "month", "unit", "units", "day-parts"})
TRIGGERS: Final = frozenset(
    [word for word, entries in WORDS.items() if {kind for kind, _ in entries} & _TELLING]
    + [*SEASONS, *DAY_PARTS, *DECADES, *(ZONES - {"et"})]
    + [
        *word_set(
            "today yesterday tomorrow tonight overnight nineteen fortnight fy hourly daily nightly weekly "
            "fortnightly monthly "
            "quarterly yearly annually now currently nowadays presently current recently lately recent past "
            "future term date noon midday midnight period half a.m. p.m. am pm a.m p.m"
        )
    ]
) - {"second"}
