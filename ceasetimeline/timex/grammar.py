"""The engine: rules over words and categories, matched bottom-up by their left corner. It knows no language.

A rule's pattern is a row of items: ``word|word`` matches words, ``<category>`` something that a lexical entry or
another rule has made, a trailing ``?`` makes an item optional, ``<category:name>`` hands it to the production
under that name, as ``{word|word:name}`` hands over the word itself. The chart is filled from right to left, so
that whatever a rule needs to its right is already there: each stretch is built once, and the cost grows with the
length of the text (the idea is that of a left-corner parser).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from ceasetimeline.meaning import Direction

Production = Callable[..., Any]
_ITEM: Final = re.compile(
    r"<(?P<kind>[\w-]+)(?::(?P<name>\w+))?>\??|\{(?P<told>[^:}]+):(?P<label>\w+)\}\??|(?P<words>[^\s<>{}?]+)\??"
)


@attrs.frozen
class Example:
    """A phrase in a sentence of ours, published on a day, and the days it names (None: no days)."""

    sentence: str
    phrase: str
    published: str
    first: str | None = None
    last: str | None = None
    value: str = ""


@attrs.frozen(kw_only=True)
class Rule:
    """One way to say a time: a pattern, what it means, and examples that must (``yes``) and must not (``no``) match.

    ``kind`` is the category of what the rule makes; ``profile`` limits it to one profile. A production returns None
    where the words do not go together. ``leans`` is the direction taken where no verb or cue decides.
    """

    name: str
    kind: str
    pattern: str | tuple[str, ...]
    means: Production
    profile: str = ""
    leans: Direction | None = None
    yes: tuple[Example, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns, also where there is only one."""
        return (self.pattern,) if isinstance(self.pattern, str) else self.pattern


@attrs.frozen
class Token:
    """A word or number of the text; ``gap`` is what stands before it: "" , " " or "-"."""

    low: str
    text: str
    start: int
    stop: int
    gap: str


@attrs.frozen(eq=False)
class Node:
    """Something recognized: its category, where it ends (token index), its value, and the rules that made it."""

    kind: str
    stop: int
    value: Any
    rule: str
    parts: tuple[Node, ...] = ()


@attrs.frozen
class Phrase:
    """Several words that a lexicon holds as one entry, in lower case: the name of a feast or of a named day."""

    words: tuple[str, ...]
    kind: str
    value: Any


@attrs.frozen
class Item:
    """One place of a pattern: a set of words, or a category with the name it is handed over by."""

    words: frozenset[str]
    kind: str = ""
    name: str = ""


@attrs.frozen
class _Row:
    number: int
    rule: Rule
    rest: tuple[Item, ...]
    names: tuple[str, ...]


def read_pattern(pattern: str) -> Iterator[tuple[Item, ...]]:
    """Every row of items that a pattern stands for, optional items once with and once without.

    >>> [len(row) for row in read_pattern("<number> <unit> ago now?")]
    [4, 3]
    """
    choices: list[tuple[Item | None, ...]] = []
    for part in pattern.split():
        found = _ITEM.fullmatch(part)
        if found is None:
            raise ValueError(f"the item {part!r} of the pattern {pattern!r} cannot be read")
        if found["kind"]:
            item = Item(frozenset(), found["kind"], found["name"] or found["kind"].replace("-", "_"))
        else:
            item = Item(frozenset((found["told"] or found["words"]).split("|")), name=found["label"] or "")
        choices.append((item, None) if part.endswith("?") else (item,))
    for row in itertools.product(*choices):
        yield tuple(item for item in row if item is not None)


class _Shelf:
    """The rows that begin with one word or category, by what must come next."""

    def __init__(self) -> None:
        self.alone: list[_Row] = []
        self.by_word: dict[str, list[_Row]] = {}
        self.by_kind: dict[str, list[_Row]] = {}
        self.asked: dict[tuple[str, frozenset[str]], list[_Row]] = {}

    def put(self, row: _Row) -> None:
        """File a row under its second item."""
        if not row.rest:
            self.alone.append(row)
        elif row.rest[0].kind:
            self.by_kind.setdefault(row.rest[0].kind, []).append(row)
        for word in row.rest[0].words if row.rest else ():
            self.by_word.setdefault(word, []).append(row)

    def fitting(self, low: str, kinds: frozenset[str]) -> list[_Row]:
        """The rows that can go on with a word, or with one of the categories that start there, in order."""
        asked = (low if low in self.by_word else "", kinds)
        rows = self.asked.get(asked)
        if rows is None:
            rows = [*self.alone, *self.by_word.get(low, ())]
            for kind in kinds & self.by_kind.keys():
                rows += self.by_kind[kind]
            rows.sort(key=_in_order)
            self.asked[asked] = rows
        return rows


def _in_order(row: _Row) -> int:
    return row.number


_EMPTY_SHELF: Final = _Shelf()


class Grammar:
    """Rules and words, compiled: `parse` gives what each stretch of a run of tokens can be.

    ``lexical`` tells what a single token can be; ``vocabulary`` and ``triggers`` are further words that a run may
    hold, and those one of which it must hold.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        lexical: Callable[[Token], Sequence[tuple[str, Any]]],
        phrases: Iterable[Phrase] = (),
        vocabulary: Iterable[str] = (),
        triggers: Iterable[str] = (),
    ) -> None:
        self.rules: Mapping[str, Rule] = {rule.name: rule for rule in rules}
        self._lexical = lexical
        self._shelves: dict[str, _Shelf] = {}
        self._phrases: dict[str, list[Phrase]] = {}
        words: set[str] = set(vocabulary)
        for phrase in phrases:
            words.update(phrase.words)
            self._phrases.setdefault(phrase.words[0], []).append(phrase)
        for number, (rule, items) in enumerate(_rows_of(self.rules.values())):
            row = _Row(number, rule, items[1:], tuple(item.name for item in items))
            words.update(*(item.words for item in items))
            for first in items[0].words or (f"<{items[0].kind}>",):
                self._shelves.setdefault(first, _Shelf()).put(row)
        self.words: frozenset[str] = frozenset(words)
        self.triggers: frozenset[str] = frozenset(self._phrases) | frozenset(triggers)

    def parse(self, tokens: Sequence[Token]) -> list[list[Node]]:
        """For each token, the nodes that start there, in the order in which they were made."""
        chart: list[list[Node]] = [[] for _ in range(len(tokens) + 1)]
        kinds: list[frozenset[str]] = [frozenset()] * (len(tokens) + 1)
        for start in range(len(tokens) - 1, -1, -1):
            chart[start] = self._starting(start, tokens, chart, kinds)
            kinds[start] = frozenset([node.kind for node in chart[start]])
        return chart

    def _starting(
        self, start: int, tokens: Sequence[Token], chart: list[list[Node]], kinds: list[frozenset[str]]
    ) -> list[Node]:
        token = tokens[start]
        nodes = [Node(kind, start + 1, value, "") for kind, value in self._lexical(token)]
        nodes += self._named(token, start, tokens)
        seen = {(node.kind, node.stop) for node in nodes}
        opened = [(token.low, Node("", start + 1, token.low, ""))]
        done = 0
        while opened:
            for key, first in opened:
                here = first.stop
                low = tokens[here].low if here < len(tokens) else ""
                for row in self._shelves.get(key, _EMPTY_SHELF).fitting(low, kinds[here]):
                    for parts in _rest(row.rest, here, tokens, chart):
                        made = _made(row, (first, *parts), seen)
                        if made is not None:
                            nodes.append(made)
            opened = [(f"<{node.kind}>", node) for node in nodes[done:]]
            done = len(nodes)
        return nodes

    def _named(self, token: Token, start: int, tokens: Sequence[Token]) -> Iterator[Node]:
        for phrase in self._phrases.get(token.low, ()):
            stop = start + len(phrase.words)
            if tuple(token.low for token in tokens[start:stop]) == phrase.words:
                yield Node(phrase.kind, stop, phrase.value, "")


def _rows_of(rules: Iterable[Rule]) -> Iterator[tuple[Rule, tuple[Item, ...]]]:
    for rule in rules:
        for items in itertools.chain.from_iterable(map(read_pattern, rule.patterns)):
            yield rule, items


def _made(row: _Row, parts: tuple[Node, ...], seen: set[tuple[str, int]]) -> Node | None:
    """What a rule makes of parts, or None; a stretch has one reading of a kind, that of the first rule."""
    stop = parts[-1].stop
    if (row.rule.kind, stop) in seen:
        return None
    value = row.rule.means(**{name: part.value for name, part in zip(row.names, parts, strict=True) if name})
    if value is None:
        return None
    seen.add((row.rule.kind, stop))
    return Node(row.rule.kind, stop, value, row.rule.name, parts)


def _rest(
    items: tuple[Item, ...], at: int, tokens: Sequence[Token], chart: list[list[Node]]
) -> Iterator[tuple[Node, ...]]:
    if not items:
        yield ()
        return
    if at >= len(tokens):
        return
    item, later = items[0], items[1:]
    if not item.kind:
        if tokens[at].low in item.words:
            word = Node("", at + 1, tokens[at].low, "")
            for parts in _rest(later, at + 1, tokens, chart):
                yield (word, *parts)
        return
    for node in chart[at]:
        if node.kind == item.kind:
            for parts in _rest(later, node.stop, tokens, chart):
                yield (node, *parts)
