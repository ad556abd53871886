"""Words of a sentence with their offsets, and room for their word classes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

from ceasetimeline.model import Span

_WORD: Final = re.compile(
    r"""(?!\s)(?:[^\W\d_]++(?=[\s,])                                                   # most words: only letters
      | (?:[^\W\d_]\.){2,6}(?:[-‑–][^\W\d_]+)?                                  # U.S., U.S.-backed
      | (?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Jr|Sr|St|Gov|Maj|Capt|Adm|Prof|Brig)\.(?=\s)
      | [A-Z]\.(?=\s[A-Z])                                                      # Joseph R. Biden
      | \d+[-–+]\d+(?![\w-])                                                    # 10-1, 5+5
      | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[ap]m|km|m|%)?(?:[-‑–][^\W\d_]+){0,3}   # 60-day, 1,200, 21st
      | [^\W\d_]{1,4}\d{1,4}(?!\w)                                              # M23, G7
      | n['’]t\b | ['’](?:s|re|ve|ll|d|m)\b
      | [^\W\d_]+?(?=n['’]t\b)
      | [^\W\d_]+(?:[-‑–](?:[^\W\d_]\.){2,4}|[-‑–'’](?!s\b|re\b|ve\b|ll\b|d\b|m\b)[^\W_]+){0,5}
      | \.{2,4}
      | \S)""",
    re.VERBOSE,
)
_APOSTROPHES: Final = frozenset({"'s", "’s", "'", "’"})


@attrs.frozen(eq=False)
class Tokens:
    """The words of one sentence: parallel lists, offsets counted in the article's text."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    stops: list[int]
    tags: list[str]
    lemmas: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, stop: int) -> Span:
        """The characters of the words from ``first`` up to, not including, ``stop``."""
        return Span(self.starts[first], self.stops[stop - 1])

    def tag(self, i: int) -> str:
        """The class of a word, "" outside the sentence."""
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def is_attached(self, i: int) -> bool:
        """Whether no space stands before a word."""
        return i > 0 and self.stops[i - 1] == self.starts[i]


def tokenize(text: str, sentence: Span, times: Iterable[Span] = ()) -> Tokens:
    """The words of ``sentence``; those of a time expression get the class TIME, the others none yet.

    >>> tokenize("Israel's U.S.-backed 60-day truce", Span(0, 33)).words
    ['Israel', "'s", 'U.S.-backed', '60-day', 'truce']
    """
    matches = list(_WORD.finditer(text, sentence.start, sentence.stop))
    words = [match.group() for match in matches]
    lowers = [word.lower() for word in words]
    for i, lower in enumerate(lowers):
        if "-" in lower:
            lowers[i] = lower.replace("cease-fire", "ceasefire")
    starts, stops = [match.start() for match in matches], [match.end() for match in matches]
    tokens = Tokens(words, lowers, starts, stops, [""] * len(words), list(lowers))
    _mark_times(tokens, times)
    return tokens


def _mark_times(tokens: Tokens, times: Iterable[Span]) -> None:
    at = 0
    for span in times:
        while at < len(tokens) and tokens.stops[at] <= span.start:
            at += 1
        i = at
        while i < len(tokens) and tokens.starts[i] < span.stop:
            if tokens.lowers[i] not in _APOSTROPHES:
                tokens.tags[i] = "TIME"
            i += 1
