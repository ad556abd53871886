"""Sentences of a news text, as spans.

Feeds glue titles to bodies, wrap lines at some column, or put one paragraph on a line; a line end is therefore a
sentence end only where the layout says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ceasetimeline.model import Span

_ABBREVIATIONS: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "cmdr",
        "brig",
        "sen",
        "rep",
        "gov",
        "pres",
        "rev",
        "hon",
        "st",
        "mt",
        "ft",
        "no",
        "nos",
        "vs",
        "etc",
        "approx",
        "dept",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "al",
        "e.g",
        "i.e",
        "cf",
        "art",
        "sec",
        "fig",
        "vol",
        "eds",
    ]
)
_OPENERS: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "to",
        "but",
        "and",
        "so",
        "as",
        "if",
        "when",
        "while",
        "after",
        "before",
        "since",
        "this",
        "that",
        "these",
        "those",
        "there",
        "his",
        "her",
        "their",
        "our",
        "my",
        "both",
        "all",
        "some",
        "many",
        "most",
        "more",
        "no",
        "not",
        "one",
        "two",
        "earlier",
        "later",
        "meanwhile",
        "however",
        "according",
        "asked",
        "what",
        "who",
        "how",
        "why",
        "last",
        "next",
        "under",
        "over",
        "with",
        "during",
        "despite",
        "although",
        "though",
    ]
)
_END: Final = re.compile(r"""[.!?…]{1,4}[)\]"'”’»]{0,3}(?=\s|$)""")
_BULLETS: Final = "-•*–—·"
_WRAPPED: Final = 120  # no line of a text wrapped for reading on a screen or on paper is longer
_LAST_WORD: Final = re.compile(r"[^\s(\[“\"‘']{1,24}$")
_NEXT_WORD: Final = re.compile(r"""\s{0,20}[("'“‘\[]{0,3}(\w{1,24})""")


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text``, in order, without the white space around them.

    Titles and abbreviations do not end a sentence; a blank line always does:

    >>> text = "Gen. Burhan met envoys on Jan. 4. The U.S. welcomed it.\\n\\nTalks go on"
    >>> [text[s.start : s.stop] for s in split_sentences(text)]
    ['Gen. Burhan met envoys on Jan. 4.', 'The U.S. welcomed it.', 'Talks go on']
    """
    return tuple(
        sentence
        for start, stop in _blocks(text)
        for first, last in _pieces(text, start, stop)
        for sentence in _trimmed(text, first, last)
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between line ends that end a sentence by layout."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        lines.append((at, at + len(line)))
        at += len(line)
    longest = max((stop - start for start, stop in lines), default=0)
    begin = 0
    for (start, stop), following in zip(lines, [*lines[1:], None][: len(lines)], strict=True):
        if following is None or _breaks(text, (start, stop), following, longest):
            yield begin, stop
            begin = stop


def _breaks(text: str, line: tuple[int, int], following: tuple[int, int], longest: int) -> bool:
    own, after = text[line[0] : line[1]].strip(), text[following[0] : following[1]].strip()
    if not own or not after:
        return True
    if after[0] in _BULLETS and after[1:2].isspace():
        return True
    if own[-1] in ",;" or after[0].islower():
        return False
    if longest > _WRAPPED or (own[0] in _BULLETS and own[1:2].isspace()):
        return True
    return len(own) + 1 + len(after.split(maxsplit=1)[0]) <= longest - 8 and len(own) < longest * 0.8


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, stop):
        if _ends(text, match, stop):
            yield begin, match.end()
            begin = match.end()
    yield begin, stop


def _ends(text: str, match: re.Match[str], stop: int) -> bool:
    following = _NEXT_WORD.match(text, match.end(), stop)
    if following is None:
        return True
    word = following.group(1)
    if word[0].islower():
        return False
    last = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    return match.group() != "." or _ends_word(last.group() if last else "", word)


def _ends_word(before: str, word: str) -> bool:
    """Whether a full stop behind one word and before a capitalised one ends a sentence."""
    if before.lower() in _ABBREVIATIONS:
        return before.lower() in {"etc", "no"} and not word[0].isdigit()
    initial = len(before) == 1 and before.isalpha() and before.isupper()
    dotted = "." in before and before.replace(".", "").isalpha() and len(before) <= 6
    return word.lower() in _OPENERS if initial or dotted else True


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Span(start, stop)
