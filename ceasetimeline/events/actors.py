"""Who is named: states, groups, bodies, people and places, found in one pass over a text.

The names of the lexicon stand in a tree by token, so that the cost of a text does not depend on how many actors are
known. Tokens are compared without accents and with one kind of hyphen and apostrophe; offsets are those of the text.
What a seat of government stands for ("Washington said", "in Washington") is left to the clause grammar.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import attrs

from ceasetimeline.bounds import ordinal
from ceasetimeline.lexicon import ActorEntry, Lexicon
from ceasetimeline.model import Span

How = Literal["name", "adjective", "seat", "body", "office-holder", "place", "outlet"]

_HOW: Final[Mapping[str, How]] = {"body": "body", "person": "office-holder", "place": "place", "outlet": "outlet"}
_MARKS: Final = "\u0300-\u036f\u00ad\u200b-\u200d"
# A name starts with a capital that no letter, handle or underscore precedes.
_CAPITAL: Final = r"[A-Z\u00c0-\u024f\u1e00-\u1eff]"
_TOKEN: Final = rf"[\w{_MARKS}]*"
_NEXT: Final = re.compile(rf"(?:(\s{{1,4}}\(?)|([-‐‑‒–])|['’‘ʼʻʿʾ`] ?|([./,+&]) ?)([\w{_MARKS}]+)")
_WORD: Final = re.compile(r"[^\W_]+|\S")
_PIECE: Final = re.compile(rf"[\w{_MARKS}]+|\s+|[^\w\s]")
_AGAINST: Final = ("pro", "anti", "non")
_ARTICLES: Final = frozenset({"al", "el", "as", "an", "ad", "at", "de"})
# Letters that carry a stroke or lack a dot have no canonical decomposition (Unicode Standard, ch. 2.12).
_PLAIN: Final = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"})


@attrs.frozen(kw_only=True)
class ActorName:
    """An actor's name as a text has it.

    ``name`` is the canonical name of the row, ``party`` the actor that it stands for in a role on the day asked for
    ("Israel" for its prime minister; "" for a place, an outlet, or a person out of office), ``was`` the one that a
    person stood for before that day. ``place`` is the venue that the words name, "" where they name none.
    ``ambiguous``: the words may mean something else, ``others`` which other actors.
    """

    span: Span
    name: str
    kind: str
    how: How
    party: str = ""
    was: str = ""
    place: str = ""
    ambiguous: bool = False
    others: tuple[str, ...] = ()


@attrs.frozen
class _Reading:
    """What a spelling means: an actor, in which way, how surely."""

    row: ActorEntry
    how: How
    place: str = ""
    short: bool = False
    shared: bool = False


@attrs.define
class _Node:
    """A step in the tree of names: what ends here, and which token (behind its separator) goes on."""

    readings: list[_Reading] = attrs.field(factory=list)
    following: dict[str, _Node] = attrs.field(factory=dict)


_NOTHING: Final[Sequence[_Reading]] = ()


@attrs.frozen
class _Hit:
    span: Span
    readings: Sequence[_Reading]


class ActorIndex:
    """All names of a lexicon's actors, ready to be found in texts.

    >>> names = ActorIndex(Lexicon.default()).find("Doha said Israel's prime minister had not replied.")
    >>> [(name.party, name.how) for name in names]
    [('Qatar', 'seat'), ('Israel', 'name')]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows = {row.name: row for row in lexicon.actors}
        # A place that a row lists as its own is found there; a row of the place itself only adds spellings.
        self._sites = frozenset(site for row in lexicon.actors for site in (*row.seats, *row.places))
        self._known_words = lexicon.cues.get("before_names", frozenset())
        self._roots = _Node()
        for row in lexicon.actors:
            for spelling, reading in self._spellings(row):
                self._add(spelling, reading)
        self._start = self._starts()

    def _starts(self) -> re.Pattern[str]:
        """What a name may start with: a capital or, where a table has such names, the small first words of these."""
        small = [word for word in self._roots.following if not re.match(_CAPITAL, word) and word not in _ARTICLES]
        rare = "".join(rf"|\b{re.escape(word)}(?!\w)" for word in sorted(small, key=lambda word: (-len(word), word)))
        return re.compile(rf"{_CAPITAL}(?<![\w@#].){_TOKEN}{rare}")

    def find(self, text: str, day: int | None = None) -> tuple[ActorName, ...]:
        """Every actor's name in the text, in reading order; offices are those held on ``day`` (an ordinal).

        "Blinken said Hamas had answered", published on 12 June 2024:

        >>> index = ActorIndex(Lexicon.default())
        >>> [name.party for name in index.find("Blinken said Hamas had answered", ordinal("2024-06-12"))]
        ['United States', 'Hamas']
        """
        hits = list(self._hits(text))
        introduced = {reading.row.name for hit in hits for reading in hit.readings if not reading.short}
        crowded = {hit.span.start for hit in hits if self._in_longer_name(text, hit)}
        doubted = {reading.row.name for hit in hits if hit.span.start in crowded for reading in hit.readings}
        found = (
            self._name(hit, day, introduced, doubted)
            for hit in hits
            if not (hit.span.start in crowded and all(reading.short for reading in hit.readings))
        )
        return tuple(name for name in found if name is not None)

    def party(self, name: str, day: int | None = None) -> str:
        """The actor that ``name`` (canonical) stands for on a day: "Israel" for "Benjamin Netanyahu" in 2024.

        A name that the lexicon does not have stands for itself. "" for whoever held no office on that day.

        >>> ActorIndex(Lexicon.default()).party("Mossad")
        'Israel'
        """
        row = self._rows.get(name)
        return name if row is None else self._stands_for(row, day)[0]

    def _spellings(self, row: ActorEntry) -> Iterator[tuple[str, _Reading]]:
        if row.kind == "place" and row.name in self._sites:
            return
        how = _HOW.get(row.kind, "name")
        own = row.name if row.kind in ("state", "place") else ""
        shared = frozenset(row.ambiguous)
        for spelling in (row.name, *row.aliases, *row.short):
            yield spelling, _Reading(row, how, own, spelling in row.short, spelling in shared)
        for spelling in row.adjectives:
            yield spelling, _Reading(row, "adjective", shared=spelling in shared)
        sites: tuple[tuple[How, tuple[str, ...]], ...] = (("seat", row.seats), ("place", row.places))
        for kind, places in sites:
            for place in places:
                for spelling in (place, *self._other_spellings(place)):
                    yield spelling, _Reading(row, kind, place, shared=spelling in shared)

    def _other_spellings(self, place: str) -> tuple[str, ...]:
        row = self._rows.get(place)
        return row.aliases if row is not None and row.kind == "place" else ()

    def _add(self, spelling: str, reading: _Reading) -> None:
        for tokens in _token_paths(spelling):
            node = self._roots
            for token in tokens:
                node = node.following.setdefault(token, _Node())
            if all(known.row is not reading.row for known in node.readings):
                node.readings.append(reading)

    def _hits(self, text: str) -> Iterator[_Hit]:
        stop = 0
        for match in self._start.finditer(text):
            start = match.start()
            if start < stop:
                continue
            end, readings = 0, _NOTHING
            begin = _article_before(text, start, stop)
            if begin < start:
                end, readings = self._longest(text, begin, start - 1)
            if not readings:
                begin = start
                end, readings = self._longest(text, start, match.end())
            if readings:
                stop = end
                if not _is_against(text, begin) and any(reading.row.kind != "name" for reading in readings):
                    yield _Hit(Span(begin, end), readings)

    def _longest(self, text: str, start: int, stop: int) -> tuple[int, Sequence[_Reading]]:
        """Where the longest name ends whose first token is ``text[start:stop]``, and what it means."""
        token = text[start:stop]
        node = self._roots.following.get(token if token.isascii() else _fold(token))
        return (0, _NOTHING) if node is None else _walk(text, node, stop)

    def _in_longer_name(self, text: str, hit: _Hit) -> bool:
        """Whether an unsure name has a capitalised neighbour that no table knows ("Jordan Bardella", "Haim Katz")."""
        if not any(reading.shared or reading.short for reading in hit.readings):
            return False
        before = text[max(0, hit.span.start - 30) : hit.span.start]
        after = text[hit.span.stop : hit.span.stop + 30]
        words = [
            word for word in (_last_word(before), _first_word(after)) if word[:1].isupper() and word[1:].islower()
        ]
        return any(word not in self._known_words and word not in self._roots.following for word in words)

    def _name(self, hit: _Hit, day: int | None, introduced: set[str], doubted: set[str]) -> ActorName | None:
        candidates = [reading for reading in hit.readings if not reading.short or reading.row.name in introduced]
        if not candidates:
            return None
        best = max(candidates, key=lambda reading: self._fit(reading, day, introduced))
        level = self._fit(best, day, introduced)
        rivals = [reading for reading in candidates if self._fit(reading, day, introduced) == level]
        party, was = self._stands_for(best.row, day)
        return ActorName(
            span=hit.span,
            name=best.place if best.how == "place" else best.row.name,
            kind="place" if best.how == "place" else best.row.kind,
            how=best.how,
            party="" if best.how in ("place", "outlet") else party,
            was="" if party else was,
            place=best.place,
            ambiguous=len(rivals) > 1 or (best.shared and best.row.name in doubted),
            others=tuple(reading.row.name for reading in rivals if reading is not best),
        )

    def _fit(self, reading: _Reading, day: int | None, introduced: set[str]) -> tuple[bool, bool, bool]:
        """How well a reading fits: a full name, an office held on the day, a name that this text spells out."""
        in_office = bool(self._stands_for(reading.row, day)[0])
        return not reading.shared, in_office, reading.short and reading.row.name in introduced

    def _stands_for(self, row: ActorEntry, day: int | None) -> tuple[str, str]:
        """The party on the day and the one before: both the row's own name where it acts for nobody else."""
        if not row.posts:
            return row.name, ""
        held, earlier = [], []
        for post in row.posts:
            if day is not None and post.until is not None and day > ordinal(post.until):
                earlier.append(post.of)
            elif day is None or post.since is None or day >= ordinal(post.since):
                held.append(post.of)
        if day is None and len(set(held)) > 1:
            return "", ""
        return self._head(held), self._head(earlier)

    def _head(self, names: Sequence[str]) -> str:
        """The last named actor, or whoever that one acts for ("Israel" for a cabinet's minister)."""
        if not names:
            return ""
        row = self._rows.get(names[-1])
        return names[-1] if row is None or not row.of or row.of == row.name else self._head((row.of,))


@functools.lru_cache(maxsize=8)
def actor_index(lexicon: Lexicon) -> ActorIndex:
    """The index of a lexicon, built once."""
    return ActorIndex(lexicon)


@functools.lru_cache(maxsize=65536)
def _fold(token: str) -> str:
    """The token without accents and invisible characters; its case stays."""
    if token.isascii():
        return token
    plain = unicodedata.normalize("NFKD", token.translate(_PLAIN))
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Mn", "Cf"))


def _walk(text: str, node: _Node, stop: int) -> tuple[int, Sequence[_Reading]]:
    """Where the longest name from here ends, and what it means."""
    best: tuple[int, Sequence[_Reading]] = (0, ())
    dotted = False
    while True:
        if node.readings:
            best = (stop + (dotted and text[stop : stop + 1] == "."), node.readings)
        match = _NEXT.match(text, stop) if node.following else None
        if match is None:
            return best
        space, hyphen, sign, token = match.groups()
        dotted = sign == "."
        if space and space.count("\n") > 1:
            return best
        mark = sign or (" " if space else "-" if hyphen else "'")
        following = node.following.get(mark + _fold(token))
        if following is None:
            return best
        node, stop = following, match.end()


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
    elif 2 <= len(spelling) <= 5 and spelling.isalpha():
        forms.append(".".join(spelling))
    seen = set()
    for form in forms:
        for path in _paths(_PIECE.findall(form)):
            if path not in seen:
                seen.add(path)
                yield path


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
    if sign and sign in "-‐‑‒–":
        return ("-", " ")
    if sign and sign in "'’‘ʼʻʿʾ`":
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


def _is_against(text: str, start: int) -> bool:
    """Whether the name only says whom somebody is for or against ("pro-Russian", "anti-Taliban")."""
    if not start or text[start - 1] not in "-‐‑":
        return False
    word = _last_word(text[max(0, start - 9) : start - 1])
    return word.lower() in _AGAINST


def _last_word(before: str) -> str:
    """The word that ends directly before a name, "" after a sentence's end or any mark but a hyphen."""
    stripped = before.rstrip(" \t\u00a0\n")
    words = _WORD.findall(stripped[-25:])
    return words[-1] if words else ""


def _first_word(after: str) -> str:
    """The word that follows a name after a space, "" after any mark."""
    if not after[:1].isspace():
        return ""
    words = _WORD.findall(after)
    return words[0] if words else ""
