"""Runs of words that could tell a time: the prefilter that keeps the grammar away from most of the text.

A run is an unbroken row of words of the grammar with at least one trigger ("Friday", "ago", "2024"). Only runs are
parsed. They are cut at `LONGEST_RUN` words, which no phrase reaches, so that hostile text stays cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ceasetimeline.timex.grammar import Token
from ceasetimeline.timex.rules.words import word_set

LONGEST_RUN: Final = 48
LONGEST_NUMBER: Final = 30

_TOKEN: Final = re.compile(
    r"(?![\s.;:!?\"“”])(?:"  # what opens none of those below, asked once for all of them
    r"([^\W\d_]{3,})"  # most words, first because they are most
    r"|[$€£¥#№]\s?[0-9][0-9.,]*"  # money and numbers of things: no time
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{4,15}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9])"
    r"|[0-9](?:[0-9.,:/]{0,40}[0-9])?(?:(?:st|nd|rd|th|s)(?![^\W\d_]))?"
    r"|['’‘][0-9]{2}s?(?![0-9\w])"
    r"|[AaPp]\.[Mm]\b\.?|[UuAaBb]\.[DdCcSs]\.?(?:[Ee]\.)?"
    r"|['’][sS](?![^\W_])|['’](?=\s)"
    r"|[QqHh][1-4](?![0-9])"
    r"|[^\W\d_]+"
    r"|[–—](?=\s{0,2}\w)|(?<=[0-9])-(?=[0-9])|(?<=\s)-(?=\s[0-9])|[,%/()])"
)
_ABBREVIATED: Final = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no hr hrs"
)
_TELLING: Final = re.compile(
    r"[qh][1-4]|[0-9]{4}s?|.{0,40}[:/-].{0,40}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{2,4}|['’‘].{0,40}|[0-9]{1,2}(?:st|nd|rd|th)|[0-9]0s",
    re.DOTALL,
)
_Raw = tuple[str, str, int, int, str]
_BREAK: Final = re.compile(r"\n\s*\n")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, in lower case, as the runs of a text hold them."""
    words = []
    for found in _TOKEN.finditer(name):
        low = found.group().lower()
        dotted = low in _ABBREVIATED and name[found.end() : found.end() + 1] == "."
        words.append(f"{low}." if dotted else low)
    return tuple(words)


def read_tokens(text: str, known: frozenset[str], triggers: frozenset[str]) -> Iterator[list[Token]]:
    """The runs of ``text``: rows of known words with a trigger among them."""
    run: list[_Raw] = []
    hot = False
    stop = 0
    for found in _TOKEN.finditer(text):
        word = found.group()
        low = word.lower()
        if low not in known and (found.lastindex or not _numeric(word)):
            if run:
                if hot:
                    yield [Token(*raw) for raw in run]
                run, hot = [], False
            continue
        start, end = found.span()
        gap = text[stop:start]
        if run and gap != " " and (gap := _gap(gap)) == "|":
            if hot:
                yield [Token(*raw) for raw in run]
            run, hot = [], False
        if low in _ABBREVIATED and text[end : end + 1] == ".":
            end += 1
            low, word = f"{low}.", f"{word}."
        hot = hot or low in triggers or (low not in known and _TELLING.fullmatch(low) is not None)
        run.append((low if len(low) <= LONGEST_NUMBER else "#", word, start, end, gap if run else ""))
        stop = end
        if len(run) > LONGEST_RUN:
            if hot:
                yield [Token(*raw) for raw in run]
            run, hot = [], False
    if hot:
        yield [Token(*raw) for raw in run]


def _numeric(word: str) -> bool:
    return "0" <= word[0] <= "9" or (word[0] in "'’‘" and len(word) > 2) or (len(word) == 2 and "1" <= word[1] <= "4")


def _gap(gap: str) -> str:
    """What stands between two words: nothing, a blank, a hyphen, or "|" where a phrase cannot go on."""
    if not gap or gap == "-":
        return gap
    if gap.isspace():
        return "|" if _BREAK.search(gap) or len(gap) > 12 else " "
    return "-" if gap.strip() in {"-", "‐", "‑"} else "|"
