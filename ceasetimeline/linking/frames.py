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
BYLINE: Final = 8
LETTERS: Final = 4
HEAD: Final = 200
"""Letters at either end of a text within which it says that it corrects another."""
SPARED: Final = 60
"""Words of a block for each name that may differ in it (the day of a stamp); a brief note has none to spare."""
FRAME: Final = 7
CORRECTING: Final = 14
"""Words of four letters or more that a frame may have of its own: a byline and a closing line, no news."""

_OPENING: Final = re.compile(r"\A\Z|[.!?)\]\n\"“”–—][^\w\n]{0,3}\Z|\s-\s\Z")
"""What stands before the first word of a sentence, or of a text."""
_WORD: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")

Shingle = tuple[str, ...]


@attrs.frozen
class Framed:
    """A short text as its words, which of them open a sentence, and whether it says that it corrects another.

    ``opens`` has one place more than there are words: the end of the text, where a sentence could open.
    """

    words: Sequence[str]
    opens: Sequence[bool] = (True,)
    corrects: bool = False

    @classmethod
    def of(cls, text: str, corrections: re.Pattern[str]) -> Framed:
        """The words of a text; none of one that is too long to be compared so."""
        found = list(itertools.islice(_WORD.finditer(text), LONGEST + 3))
        if len(found) > LONGEST + 2:
            return cls(())
        before = (text[max(0, match.start() - 4) : match.start()] for match in found)
        opens = [_OPENING.search(gap) is not None for gap in before]
        return cls([match[0] for match in found], [*opens, True], corrects(text, corrections))

    def shingles(self) -> list[Shingle]:
        """Every three words in a row, without their case."""
        words = [word.lower() for word in self.words]
        return list(zip(words, words[1:], words[2:], strict=False))


def corrects(text: str, corrections: re.Pattern[str]) -> bool:
    """Whether a text says, at its head or end, that it corrects another."""
    return corrections.search(f"{text[:HEAD]}\n{text[-HEAD:]}") is not None


def are_one_block(a: Framed, b: Framed) -> bool:
    """Whether both hold one block, hardly broken, that covers most of the shorter.

    Within it numbers are the same, and names but for one; a text that corrects another may change more.
    """
    one, two = a.shingles(), b.shingles()
    common = set(one) & set(two)
    least = max(LEAST, BLOCK * min(len(one), len(two)))
    if len(common) < least:
        return False
    first, second = _block(a, one, common), _block(b, two, common)
    held, kept = (
        sum(s in common for s in side[part.start : part.stop - 2]) for side, part in ((one, first), (two, second))
    )
    if min(held, kept) < least:
        return False
    unbroken = min(held / (first.stop - 2 - first.start), kept / (second.stop - 2 - second.start))
    return _is_kept(a, first, b, second, unbroken)


def _is_kept(a: Framed, first: slice, b: Framed, second: slice, unbroken: float) -> bool:
    frame = max(_own(a.words, a.words[first]), _own(b.words, b.words[second]))
    if a.corrects != b.corrects and unbroken >= CORRECTED and frame <= CORRECTING:
        return True
    return unbroken >= UNBROKEN and frame <= FRAME and _agree(a.words[first], b.words[second])


def _block(text: Framed, shingles: Sequence[Shingle], common: Set[Shingle]) -> slice:
    """The words from the first to the last shingle that is in both, cut to whole sentences, if there are any."""
    places = [place for place, shingle in enumerate(shingles) if shingle in common]
    first, last = places[0], places[-1] + 3
    opening = [place for place in range(first, last + 1) if text.opens[place]]
    while len(opening) > 1 and _is_byline(opening[0], opening[1], shingles, common):
        del opening[0]
    while len(opening) > 1 and _is_byline(opening[-2], opening[-1], shingles, common):
        del opening[-1]
    return slice(opening[0], opening[-1]) if opening else slice(first, first)


def _is_byline(start: int, stop: int, shingles: Sequence[Shingle], common: Set[Shingle]) -> bool:
    """Whether a brief sentence differs, so that it is rather part of the frame."""
    return stop - start <= BYLINE and not common >= set(shingles[start : max(start, stop - 2)])


def _own(words: Sequence[str], block: Sequence[str]) -> int:
    """The words of a text that its block does not have; short ones tell nothing."""
    told = {word.lower() for word in block}
    return len({word.lower() for word in words if len(word) >= LETTERS} - told)


def _agree(one: Sequence[str], two: Sequence[str]) -> bool:
    numbers = [{word for word in words if word[0].isdigit()} for words in (one, two)]
    names = [{word for word in words if word[0].isupper()} for words in (one, two)]
    spare = min(len(one), len(two)) // SPARED
    return numbers[0] == numbers[1] and max(len(names[0] - names[1]), len(names[1] - names[0])) <= spare
