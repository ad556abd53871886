"""Whether two short texts are one text in different frames: other bylines, stamps and closing lines around one block.

A sketch holds no order, so it cannot tell a reprint with a new frame from a bulletin filled in anew. Here the words
themselves are laid side by side: a reprint changes what stands before and after, a template what stands inside.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence, Set
from typing import Final

import attrs

BLOCK: Final = 0.66
"""Share of the shorter text that the block must cover: two thirds, more than a paragraph of background does."""
UNBROKEN: Final = 0.9
"""Share of the block that must stand in both, word by word: one changed word in thirty breaks a tenth."""
CORRECTED: Final = 0.75
"""The same in a text that says that it corrects an earlier one."""
LONGEST: Final = 256
"""Shingles of the longest text that is laid side by side; in a longer one a frame weighs little."""
LEAST: Final = 8
LETTERS: Final = 4
HEAD: Final = 200
"""Letters at either end of a text within which it says that it corrects another."""
SPARED: Final = 1
"""Names that may differ within a block: the day of a stamp."""
FRAME: Final = 7
CORRECTING: Final = 14
"""Words of four letters or more that a frame may have of its own: a byline and a closing line, no news."""

_WORD: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")

Shingle = tuple[str, ...]


@attrs.frozen
class Framed:
    """A short text as its words, and whether it says that it corrects another."""

    words: Sequence[str]
    corrects: bool = False

    @classmethod
    def of(cls, text: str, corrections: re.Pattern[str]) -> Framed:
        """The words of a text; none of one that is too long to be compared so."""
        found = list(itertools.islice(_WORD.finditer(text), LONGEST + 3))
        if len(found) > LONGEST + 2:
            return cls(())
        ends = f"{text[:HEAD]}\n{text[-HEAD:]}"
        return cls([match[0] for match in found], corrections.search(ends) is not None)

    def shingles(self) -> list[Shingle]:
        """Every three words in a row, without their case."""
        words = [word.lower() for word in self.words]
        return list(zip(words, words[1:], words[2:], strict=False))


def are_one_block(a: Framed, b: Framed) -> bool:
    """Whether both hold one block, hardly broken, that covers most of the shorter.

    Within it numbers are the same, and names but for one; a text that corrects another may change more.
    """
    one, two = a.shingles(), b.shingles()
    common = set(one) & set(two)
    if len(common) < max(LEAST, BLOCK * min(len(one), len(two))):
        return False
    (first, held), (second, kept) = _block(one, common), _block(two, common)
    return _is_kept(a, first, b, second, min(held, kept))


def _is_kept(a: Framed, first: slice, b: Framed, second: slice, unbroken: float) -> bool:
    frame = max(_own(a.words, a.words[first]), _own(b.words, b.words[second]))
    if a.corrects != b.corrects and unbroken >= CORRECTED and frame <= CORRECTING:
        return True
    return unbroken >= UNBROKEN and frame <= FRAME and _agree(a.words[first], b.words[second])


def _block(shingles: Sequence[Shingle], common: Set[Shingle]) -> tuple[slice, float]:
    """From the first to the last word that is in both, and how much of that is in both."""
    places = [place for place, shingle in enumerate(shingles) if shingle in common]
    start, stop = places[0], places[-1] + 1
    return slice(start, stop + 2), len(places) / (stop - start)


def _own(words: Sequence[str], block: Sequence[str]) -> int:
    """The words of a text that its block does not have; short ones tell nothing."""
    told = {word.lower() for word in block}
    return len({word.lower() for word in words if len(word) >= LETTERS} - told)


def _agree(one: Sequence[str], two: Sequence[str]) -> bool:
    numbers = [{word for word in words if word[0].isdigit()} for words in (one, two)]
    names = [{word for word in words if word[0].isupper()} for words in (one, two)]
    return numbers[0] == numbers[1] and max(len(names[0] - names[1]), len(names[1] - names[0])) <= SPARED
