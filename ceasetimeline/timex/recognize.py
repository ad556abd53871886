"""Time expressions of a text as spans with meanings, before any date is known."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

import attrs

from ceasetimeline.errors import LexiconError, LexiconErrors
from ceasetimeline.granularity import Granularity
from ceasetimeline.lexicon import NamedDay, TimeRule
from ceasetimeline.meaning import (
    Clock,
    Direction,
    Duration,
    Holiday,
    Meaning,
    MonthDay,
    Named,
    PartOfDay,
    Quarter,
    Reference,
    SetOf,
    Shift,
    Trailing,
    Vague,
)
from ceasetimeline.timex.direction import UNDECIDED, Choice, choose
from ceasetimeline.timex.grammar import Grammar, Node, Phrase, Rule, Token, read_pattern
from ceasetimeline.timex.guards import allowed, part_of_name
from ceasetimeline.timex.holidays import BY_NAME
from ceasetimeline.timex.rules import rules_for
from ceasetimeline.timex.rules.words import MONTHS, TRIGGERS, WEEKDAYS, WORDS, lexical, word_set
from ceasetimeline.timex.tokens import read_tokens, words_of

G = Granularity

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
ROOTS: Final = frozenset({"day", "period", "time", "duration", "set", "vague", "event-date", "range", "list"})


@attrs.frozen(kw_only=True)
class Found:
    """Words that name a time, what they mean, the rule, and what decided the direction."""

    start: int
    stop: int
    meaning: Meaning
    node: Node
    choice: Choice = UNDECIDED

    @property
    def rule(self) -> str:
        """The name of the rule that made the whole."""
        return self.node.rule


@functools.lru_cache(maxsize=16)
def english(
    profile: str = "news", named_days: tuple[NamedDay, ...] = (), own_rules: tuple[TimeRule, ...] = ()
) -> Grammar:
    """The grammar of English for a profile, with the named days and the time rules of a lexicon; compiled once."""
    feasts = [Phrase(words_of(name), "feast", feast.name) for name, feast in BY_NAME.items()]
    days = [
        Phrase(
            words_of(name.removeprefix("the ")),
            "named-day",
            Named(row.names[0], row.start.isoformat(), row.end.isoformat()),
        )
        for row in named_days
        for name in row.names
    ]
    rules = [_own(row, profile) for row in own_rules]
    own_words = [word for row in own_rules for word in words_of(row.pattern) if word not in _COMMON]
    return Grammar((*rules, *rules_for(profile)), lexical, (*days, *feasts), WORDS, (*TRIGGERS, *own_words))


def _own(row: TimeRule, profile: str) -> Rule:
    """A rule of a user's lexicon: it means what the grammar reads in its plain words, slots filled in."""

    def means(**slots: object) -> Meaning | None:
        plain = row.means
        for name, value in slots.items():
            plain = plain.replace(f"<{name}>", _SPOKEN.get(name, str)(value))
        for found in recognize(plain, english(profile)):
            if (found.start, found.stop) == (0, len(plain)):
                return found.meaning
        return None

    try:
        rule = Rule(name=row.name, kind="period", pattern=row.pattern.lower(), means=means)
        for part in read_pattern(rule.patterns[0]):
            if any(item.kind and item.kind not in _SLOTS for item in part):
                raise ValueError(f"known slots are {', '.join(sorted(_SLOTS))}")
    except ValueError as fault:
        raise LexiconErrors("1 fault in the lexicon", [LexiconError("time_rule", row.name, str(fault))]) from fault
    return rule


_SPOKEN: Final[Mapping[str, Callable[[Any], str]]] = {
    "weekday": lambda day: WEEKDAYS[day - 1].capitalize(),
    "month": lambda month: MONTHS[month - 1].capitalize(),
}
_SLOTS: Final = frozenset({"number", "weekday", "month", "year"})
_COMMON: Final = word_set("the a an of in on to and number weekday month year")


def recognize(text: str, grammar: Grammar | None = None) -> Iterator[Found]:
    """Every time expression of ``text``, from left to right, none inside another."""
    grammar = grammar or english()
    for run in read_tokens(text, grammar.words, grammar.triggers):
        yield from _longest(text, run, grammar)


def _longest(text: str, run: list[Token], grammar: Grammar) -> Iterator[Found]:
    chart = grammar.parse(run)
    at = 0
    while at < len(run):
        nodes = [node for node in chart[at] if node.kind in ROOTS and node.rule]
        nodes.sort(key=lambda node: -node.stop)
        for node in nodes:
            tokens = run[at : node.stop]
            if part_of_name(text, tokens, node):
                at = node.stop
                break
            if allowed(text, tokens, node):
                if node.kind == "list":
                    yield from _listed(text, tokens, node, grammar)
                    at = node.stop
                    break
                yield _found(text, tokens, node, grammar.rules[node.rule].leans)
                at = node.stop
                break
        else:
            at += 1


def _listed(text: str, tokens: list[Token], node: Node, grammar: Grammar) -> Iterator[Found]:
    """The days of a list, each with its own words: "May 3", "5" and "9" of "May 3, 5 and 9"."""
    rows: list[list[Token]] = [[]]
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        year = after is not None and len(after.low) == 4 and after.low.isdecimal()
        if token.low in {"and", "or"} or (token.low == "," and not year):
            rows.append([])
        else:
            rows[-1].append(token)
    leaning = grammar.rules[node.rule].leans
    for row, day in zip([row for row in rows if row], node.value, strict=True):
        yield _found(text, row, Node("day", node.stop, day, node.rule, node.parts), leaning)


def _found(text: str, tokens: list[Token], node: Node, leaning: Direction | None) -> Found:
    start, stop = tokens[0].start, tokens[-1].stop
    meaning: Meaning = node.value
    if not any(True for leaf in leaves(meaning) if getattr(leaf, "direction", None) is Direction.OPEN):
        return Found(start=start, stop=stop, meaning=meaning, node=node)
    choice = choose(text, start, stop)
    if choice.direction is None and leaning is not None:
        choice = Choice(leaning, "as the rule leans")
    if choice.direction is not None:
        meaning = directed(meaning, choice.direction)
    return Found(start=start, stop=stop, meaning=meaning, node=node, choice=choice)


def leaves(meaning: Meaning) -> Iterator[Meaning]:
    """Every operator of a tree, from the root down."""
    yield meaning
    for field in attrs.fields(type(meaning)):
        value = getattr(meaning, field.name)
        if isinstance(value, Meaning):
            yield from leaves(value)


def rewritten(meaning: Meaning, change: Callable[[Meaning], Meaning]) -> Meaning:
    """The tree with every operator changed, the innermost first."""
    parts: dict[str, Any] = {}
    for field in attrs.fields(type(meaning)):
        value = getattr(meaning, field.name)
        if isinstance(value, Meaning):
            parts[field.name] = rewritten(value, change)
    return change(attrs.evolve(meaning, **parts) if parts else meaning)


def directed(meaning: Meaning, direction: Direction) -> Meaning:
    """The tree with its open directions settled: a day with its month stays the nearest under a past verb."""

    def settle(part: Meaning) -> Meaning:
        if getattr(part, "direction", None) is not Direction.OPEN:
            return part
        if isinstance(part, MonthDay | Holiday) and direction is Direction.PAST:
            return attrs.evolve(part, direction=Direction.RATHER_PAST)
        if isinstance(part, Quarter):
            return attrs.evolve(part, direction=Direction.NEAREST)
        return attrs.evolve(part, direction=direction)  # type: ignore[call-arg]

    return rewritten(meaning, settle)


def references(meaning: Meaning) -> frozenset[Reference]:
    """What the tree counts from: nothing for "7 October 2023"."""
    return frozenset(of for part in leaves(meaning) if isinstance(of := getattr(part, "of", None), Reference))


def timex_type(meaning: Meaning) -> TimexType:
    """The TIMEX3 type of a meaning."""
    for part in leaves(meaning):
        match part:
            case Clock() | PartOfDay():
                return "TIME"
            case Shift(_, unit) if unit in {G.HOUR, G.MINUTE, G.SECOND}:
                return "TIME"
            case Duration() | Trailing():
                return "DURATION"
            case SetOf():
                return "SET"
            case Vague():
                return "DATE"
    return "DATE"


def rules_of(node: Node) -> Iterator[str]:
    """The names of the rules that made a node, from the whole to its parts."""
    if node.rule:
        yield node.rule
    for part in node.parts:
        yield from rules_of(part)
