"""What time words of other languages say in English, so that one grammar understands them all.

The names of months and days and the plainest relative words come from dateparser's own language data; what news
needs beyond that (case forms, prepositions, "last Monday", number words) stands in ``data/languages/*.toml``. Any
language that dateparser knows can be read; the ones with a table of ours are read better.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Final

import attrs

from ceasetimeline.errors import UnknownNameError
from ceasetimeline.timex.rules.words import MONTHS, WEEKDAYS

_UNITS: Final = ("day", "week", "month", "year")
_RELATIVE: Final = {
    "0 day ago": "today",
    "1 day ago": "yesterday",
    "2 day ago": "the day before yesterday",
    "in 1 day": "tomorrow",
    "in 2 day": "the day after tomorrow",
    **{f"0 {unit} ago": f"this {unit}" for unit in _UNITS[1:]},
    **{f"1 {unit} ago": f"last {unit}" for unit in _UNITS[1:]},
    **{f"in 1 {unit}": f"next {unit}" for unit in _UNITS[1:]},
}
_COUNTED: Final = {
    **{rf"\1 {unit} ago": f"{{n}} {unit}s ago" for unit in _UNITS},
    **{rf"in \1 {unit}": f"{{n}} {unit}s from now" for unit in _UNITS},
}
# For languages without a table of ours: forms that are hardly anything but dates.
_PLAIN: Final = (
    (r"{weekday},? {day}\.? {month} {year}", "{weekday} {day} {month} {year}"),
    (r"{day}\.? (?:de )?{month} (?:de )?{year}", "{day} {month} {year}"),
    (r"{day}\.? (?:de )?{month}", "{day} {month}"),
    (r"{month} (?:de )?{year}", "{month} {year}"),
    (r"{weekday}", "{weekday}"),
)
_NUMBER_GROUP: Final = re.compile(r"\(\\d[^)]*\)")
_SLOT: Final = re.compile(r"\{(\w+)\}")
_KINDS: Final = ("month", "weekday", "number", "unit", "season", "day")
_SHORTEST: Final = {"month": 3, "weekday": 4}


@attrs.frozen(eq=False)
class Phrase:
    """One way to say a time in a language, and its English: a pattern with slots and a template with the same."""

    pattern: re.Pattern[str]
    english: str


@attrs.frozen(eq=False)
class Phrasebook:
    """The time phrases of a language; ``scan`` finds any of them, ``future`` words after which a day lies ahead."""

    language: str
    scan: re.Pattern[str]
    phrases: tuple[Phrase, ...]
    words: Mapping[str, Mapping[str, str]]
    future: re.Pattern[str] | None

    def english(self, words: str) -> str:
        """What a match of ``scan`` says in English; "" where its parts do not go together (a month 13)."""
        for phrase in self.phrases:
            found = phrase.pattern.fullmatch(words)
            if found:
                return self._filled(phrase.english, found.groupdict())
        return ""

    def _filled(self, template: str, slots: Mapping[str, str | None]) -> str:
        parts = {slot: self._word(slot, text) for slot, text in slots.items()}
        if parts.get("monthnumber"):
            parts["month"] = parts["monthnumber"]
        if "" in parts.values():
            return ""
        english = _SLOT.sub(lambda slot: parts.get(slot[1]) or "", template)
        return re.sub(r"\b(1|one) (\w+?)s (ago|from)\b", r"\1 \2 \3", english).strip()

    def _word(self, slot: str, text: str | None) -> str | None:
        if text is None:
            return None
        if slot == "monthnumber":
            return MONTHS[int(text) - 1].capitalize() if 1 <= int(text) <= 12 else ""
        low = re.sub(r"\s+", " ", text.lower()).split("/")[0].strip()
        if low.isdecimal():
            return str(int(low))
        word = self.words["number" if slot == "n" else slot.rstrip("2")].get(low, "")
        return f"{word}s" if slot == "unit" else word


@functools.cache
def phrasebook(language: str) -> Phrasebook:
    """The phrasebook of a language by its ISO 639-1 code.

    >>> phrasebook("es").english("4 de enero de 2025")
    '4 January 2025'

    Raises UnknownNameError for a language that dateparser does not know.
    """
    base, table = _dateparser_words(language), read_table(language)
    dropped = frozenset(table.get("drop", ()))
    words = {kind: _merged(kind, base, table, dropped) for kind in _KINDS}
    pairs = [*table.get("patterns", _PLAIN), *_fixed_phrases(base, table, dropped), *_counted_phrases(base)]
    phrases = tuple(
        Phrase(re.compile(_regex(pattern, words, named=True), re.IGNORECASE), english) for pattern, english in pairs
    )
    glued = table.get("glued", "")
    choices = "|".join(f"(?:{_regex(pattern, words, named=False)})" for pattern, _ in pairs)
    # A combining sign (an Arabic vowel mark) belongs to the word before it.
    scan = re.compile(rf"(?<!\w){glued}(?P<phrase>{choices})(?![\w\u0591-\u05c7\u064b-\u0652])", re.IGNORECASE)
    future = re.compile(table["future"], re.IGNORECASE) if "future" in table else None
    return Phrasebook(language, scan, phrases, words, future)


@functools.cache
def read_table(language: str) -> Mapping[str, Any]:
    """Our own table of a language; empty where there is none."""
    file = resources.files("ceasetimeline") / "data" / "languages" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if language.isalpha() and file.is_file() else {}


@functools.cache
def tables() -> tuple[str, ...]:
    """The languages that have a table of ours."""
    folder = resources.files("ceasetimeline") / "data" / "languages"
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    )


def _dateparser_words(language: str) -> Mapping[str, Any]:
    from dateparser.data.languages_info import language_order
    from dateparser.languages.loader import default_loader

    if language not in language_order:
        raise UnknownNameError("language", language, language_order)
    info: Mapping[str, Any] = default_loader.get_locale(language).info
    return info


def _merged(kind: str, base: Mapping[str, Any], table: Mapping[str, Any], dropped: frozenset[str]) -> dict[str, str]:
    """Every form of a kind of word, in lower case, with its English."""
    names = {"month": MONTHS, "weekday": WEEKDAYS}.get(kind, ())
    words = {
        form.lower(): name.capitalize()
        for name in names
        for form in base.get(name, ())
        if len(form) >= _SHORTEST[kind] and form not in dropped
    }
    for name, forms in table.get("words", {}).get(kind, {}).items():
        words |= {form.lower(): name.capitalize() if kind in _SHORTEST else name for form in forms}
    return words


def _fixed_phrases(
    base: Mapping[str, Any], table: Mapping[str, Any], dropped: frozenset[str]
) -> list[tuple[str, str]]:
    own = {form: english for english, forms in table.get("phrases", {}).items() for form in forms}
    known = {
        form: _RELATIVE[key]
        for key, forms in base.get("relative-type", {}).items()
        if key in _RELATIVE
        for form in forms
        if form not in dropped and len(form) > 2
    }
    both = known | own
    return [(pattern, both[form]) for form, pattern in _longest_first(both)]


def _counted_phrases(base: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (_NUMBER_GROUP.sub("{n}", form), english)
        for key, english in _COUNTED.items()
        for form in base.get("relative-type-regex", {}).get(key, ())
    ]


def _regex(pattern: str, words: Mapping[str, Mapping[str, str]], *, named: bool) -> str:
    """A pattern as regular expression: blanks match any blanks, slots their words, by name where that is asked."""

    def slot(found: re.Match[str]) -> str:
        inside = _slot_regex(found[1], words)
        return f"(?P<{found[1]}>{inside})" if named else f"(?:{inside})"

    return _SLOT.sub(slot, pattern).replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def _slot_regex(name: str, words: Mapping[str, Mapping[str, str]]) -> str:
    match name:
        case "day" | "day2":
            return rf"\d{{1,2}}(?!\d)|{_any_of(words['day'])}"
        case "year" | "year2":
            return r"\d{4}(?!\d)"
        case "monthnumber":
            return r"\d{1,2}"
        case "n":
            return rf"\d{{1,3}}|{_any_of(words['number'])}"
        case "month":
            names = _any_of(words["month"])
            return rf"(?:{names})(?!\w)(?:\s?/\s?(?:{names}))?"
        case _:
            return _any_of(words[name.rstrip("2")])


def _longest_first(forms: Iterable[str]) -> list[tuple[str, str]]:
    """Forms with their patterns, so that no form hides a longer one that it begins."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return [(form, re.escape(form).replace("\\ ", " ")) for form in ordered]


def _any_of(words: Mapping[str, str]) -> str:
    return "|".join(pattern for _, pattern in _longest_first(words)) or r"(?!)"
