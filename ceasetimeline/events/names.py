"""A tree of names: the longest that a text has at each place, in one pass whatever the number of names.

Names are compared token by token, without accents and with one kind of hyphen and apostrophe; case counts, but a name
may stand all in capitals. Offsets are those of the text.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, TypeVar

import attrs

Meaning = TypeVar("Meaning")

_MARKS: Final = "\u0300-\u036f\u00ad\u200b-\u200d"
_CAPITALS: Final = r"A-Z\u00c0-\u024f\u1e00-\u1eff"
_CAPITAL: Final = rf"[{_CAPITALS}]"
_NEXT: Final = re.compile(rf"(?:(\s{{1,4}}\(?)|([-‐‑‒–])|['’‘ʼʻʿʾ`] ?|([./,+&]) ?)([\w{_MARKS}]+)")
_PIECE: Final = re.compile(rf"[\w{_MARKS}]+|\s+|[^\w\s]")
_HYPHENS: Final = "-‐‑‒–"
_APOSTROPHES: Final = "'’‘ʼʻʿʾ`"
# Arabic particles that papers write small or large ("el-Sheikh", "El Sheikh").
_PARTICLES: Final = {
    form: form.lower() for name in ("al", "el", "bin", "ibn") for form in (name.title(), name.upper())
}
_ARTICLES: Final = frozenset({"al", "el", "as", "an", "ad", "at", "de"})
# Letters that carry a stroke or lack a dot have no canonical decomposition (Unicode Standard, ch. 2.12).
_PLAIN: Final = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"})


@attrs.define
class _Node(Generic[Meaning]):
    """A step in the tree: what the name that ends here means, and which token (behind its separator) goes on."""

    meanings: list[Meaning] = attrs.field(factory=list)
    following: dict[str, _Node[Meaning]] = attrs.field(factory=dict)


@attrs.frozen
class Hit(Generic[Meaning]):
    """A name in a text, with all that it may mean."""

    start: int
    stop: int
    meanings: Sequence[Meaning]


class NameTree(Generic[Meaning]):
    """Names and what they mean.

    >>> tree = NameTree([("Sharm el-Sheikh", "a town"), ("US", "a state")])
    >>> [(hit.start, hit.stop, hit.meanings) for hit in tree.hits("At Sharm El Sheikh the U.S. told us so")]
    [(3, 18, ['a town']), (23, 27, ['a state'])]
    """

    def __init__(self, names: Iterable[tuple[str, Meaning]]) -> None:
        self._root: _Node[Meaning] = _Node()
        for spelling, meaning in names:
            for tokens in _token_paths(spelling):
                node = self._root
                for token in tokens:
                    node = node.following.setdefault(token, _Node())
                if meaning not in node.meanings:
                    node.meanings.append(meaning)
        self._start = self._starts()

    def meanings(self, word: str) -> Sequence[Meaning]:
        """What the word means as a name by itself; empty for none."""
        node = self._root.following.get(_fold(word))
        return () if node is None else node.meanings

    def hits(self, text: str) -> Iterator[Hit[Meaning]]:
        """The longest names of the text, from left to right; none overlaps another."""
        stop = 0
        first = self._root.following
        for match in self._start.finditer(text):
            start, token = match.start(), match.group()
            if start < stop:
                continue
            if (
                token not in first
                and token.isascii()
                and token not in _PARTICLES
                and text[start - 3 : start - 1] not in _ARTICLES
            ):
                continue  # most capitals of a text start no name: say so at once
            begin = _article_before(text, start, stop)
            hit = self._longest(text, begin, start - 1) if begin < start else None
            hit = hit or self._longest(text, start, match.end())
            if hit is not None:
                stop = hit.stop
                yield hit

    def _starts(self) -> re.Pattern[str]:
        """What a name may start with: a capital or, where a table has such names, the small first words of these."""
        small = [word for word in self._root.following if not re.match(_CAPITAL, word) and word not in _ARTICLES]
        small.sort(key=lambda word: (-len(word), word))
        rare = "".join(rf"|(?<={re.escape(word[0])}){re.escape(word[1:])}(?!\w)" for word in small)
        first = "".join(sorted({re.escape(word[0]) for word in small}))
        # No letter, handle or underscore stands before a name. One class opens all: a text is then searched for it.
        return re.compile(rf"[{_CAPITALS}{first}](?<!\w.)(?:(?<=[{_CAPITALS}])(?<![@#].)[\w{_MARKS}]*{rare})")

    def _longest(self, text: str, start: int, stop: int) -> Hit[Meaning] | None:
        """The longest name whose first token is ``text[start:stop]``."""
        node = self._root.following.get(_fold(text[start:stop]))
        best: Hit[Meaning] | None = None
        dotted = False
        while node is not None:
            if node.meanings:
                best = Hit(start, stop + (dotted and text[stop : stop + 1] == "."), node.meanings)
            match = _NEXT.match(text, stop) if node.following else None
            if match is None:
                return best
            space, hyphen, sign, token = match.groups()
            if space and space.count("\n") > 1:
                return best
            dotted = sign == "."
            mark = sign or (" " if space else "-" if hyphen else "'")
            node, stop = node.following.get(mark + _fold(token)), match.end()
        return best


@functools.lru_cache(maxsize=65536)
def _fold(token: str) -> str:
    """The token without accents and invisible characters; its case stays, but for the particles of names."""
    if token.isascii():
        return _PARTICLES.get(token, token)
    plain = unicodedata.normalize("NFKD", token.translate(_PLAIN))
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf"))


def _token_paths(spelling: str) -> Iterator[tuple[str, ...]]:
    """The ways a text may write a name: tokens, each behind its separator."""
    spelling = spelling.strip()
    if spelling.startswith("the "):  # not "The": The Hague is no Hague
        spelling = spelling[4:].lstrip()
    forms = [spelling]
    if spelling[:1].islower():
        forms.append(spelling[:1].upper() + spelling[1:])
    if not spelling.isupper():
        forms.append(spelling.upper())
    elif spelling.isalpha():
        # "U.N." in American papers; "Nato", "Unrwa" in British ones where the letters are spoken as a word.
        forms.append(".".join(spelling) if len(spelling) <= 3 else spelling.capitalize())
    yield from dict.fromkeys(path for form in forms for path in _paths(_PIECE.findall(form)))


def _paths(pieces: Sequence[str]) -> Iterator[tuple[str, ...]]:
    tokens: list[str] = []
    gaps: list[tuple[str | None, ...]] = []
    between = ""
    for piece in pieces:
        if piece[0].isalnum():
            if tokens:
                gaps.append(_gap(between))
            tokens.append(_fold(piece))
            between = ""
        else:
            between += piece
    for choice in itertools.product(*gaps) if tokens else ():
        yield _joined(tokens, choice)


def _gap(between: str) -> tuple[str | None, ...]:
    """What a text may have where a table has ``between``; None writes the two tokens as one word."""
    sign = between.strip()[:1]
    if sign and sign in _HYPHENS:
        return ("-", " ")
    if sign and sign in _APOSTROPHES:
        return ("'", " ") if between[-1:].isspace() else ("'", None)
    return (sign,) if sign and sign in "./,+&" else (" ",)


def _joined(tokens: Sequence[str], choice: Iterable[str | None]) -> tuple[str, ...]:
    path = [tokens[0]]
    for mark, token in zip(choice, tokens[1:], strict=True):
        if mark is None:
            path[-1] += token
        else:
            path.append(mark + token)
    return tuple(path)


def _article_before(text: str, start: int, low: int) -> int:
    """Where the article of a name starts ("al-Qassam"), ``start`` without one."""
    if start > 2 and text[start - 3 : start - 1] in _ARTICLES and text[start - 1] in "-‐‑ ":
        begin = start - 3
        if begin >= low and not (begin and text[begin - 1].isalnum()):
            return begin
    return start
