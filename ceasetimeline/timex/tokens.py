"""Runs of words that could tell a time: the prefilter that keeps the grammar away from most of the text.

A run is an unbroken row of words of the grammar with at least one trigger ("Friday", "ago", "2024"). Only runs are
parsed. They are cut at `LONGEST_RUN` words, which no phrase reaches, so that hostile text stays cheap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from ceasetimeline.timex.grammar import Token
from ceasetimeline.timex.rules.words import word_set

LONGEST_RUN: Final = 48
LONGEST_NUMBER: Final = 30

_TOKEN: Final = re.compile(
    r"[$€£¥#№]\s?[0-9][0-9.,]*"  # money and numbers of things: no time
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{4,15}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9])"
    r"|[0-9](?:[0-9.,:/]{0,40}[0-9])?(?:(?:st|nd|rd|th|s)(?![^\W\d_]))?"
    r"|['’‘][0-9]{2}s?(?![0-9\w])"
    r"|[AaPp]\.[Mm]\b\.?|[UuAaBb]\.[DdCcSs]\.?(?:[Ee]\.)?"
    r"|['’][sS](?![^\W_])|['’](?=\s)"
    r"|[^\W\d_]+"
    r"|[–—](?=\s{0,2}\w)|(?<=[0-9])-(?=[0-9])|[,%/()]"
)
_ABBREVIATED: Final = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no hr hrs"
)
_TELLING: Final = re.compile(r"[0-9]{4}s?|.*[:/-].*|['’‘].*|[0-9]{1,2}(?:st|nd|rd|th)|[0-9]0s", re.DOTALL)
_BREAK: Final = re.compile(r"\n\s*\n")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, in lower case, as the runs of a text hold them."""
    words = []
    for found in _TOKEN.finditer(name):
        low = found.group().lower()
        dotted = low in _ABBREVIATED and name[found.end() : found.end() + 1] == "."
        words.append(f"{low}." if dotted else low)
    return tuple(words)


def read_tokens(text: str, known: Callable[[str], bool], triggers: frozenset[str]) -> Iterator[list[Token]]:
    """The runs of ``text``: rows of known words with a trigger among them."""
    run: list[Token] = []
    hot = False
    stop = -2
    for found in _TOKEN.finditer(text):
        start = found.start()
        word = found.group()
        low = word.lower()
        first = word[0]
        numeric = "0" <= first <= "9" or (first in "'’‘" and len(word) > 2)
        if not (numeric or known(low)):
            if hot:
                yield run
            if run:
                run, hot = [], False
            continue
        gap = text[stop:start] if stop >= 0 else " "
        if run and (len(gap) > 1 or (gap and gap not in " -\n\u00a0")):
            gap = _gap(gap)
            if gap == "|" or len(run) >= LONGEST_RUN:
                if hot:
                    yield run
                run, hot = [], False
        end = found.end()
        if low in _ABBREVIATED and text[end : end + 1] == ".":
            end += 1
            low = f"{low}."
        elif numeric and len(word) > LONGEST_NUMBER:
            low = "#"
        run.append(Token(low, text[start:end] if end != found.end() else word, start, end, gap if run else ""))
        stop = end
        hot = hot or low in triggers or (numeric and _TELLING.fullmatch(low) is not None)
        if len(run) > LONGEST_RUN:
            if hot:
                yield run
            run, hot = [], False
    if hot:
        yield run


def _gap(gap: str) -> str:
    """What stands between two words: nothing, a blank, a hyphen, or "|" where a phrase cannot go on."""
    if gap.isspace():
        return "|" if _BREAK.search(gap) or len(gap) > 12 else " "
    return "-" if gap.strip() in {"-", "‐", "‑"} else "|"
