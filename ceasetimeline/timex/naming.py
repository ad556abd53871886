"""Whether words of a text name a dated event: by its very name, or in words of like meaning."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.lexicon import NamedDay
from ceasetimeline.model import Span

REACH: Final = 90
"""How many characters beside a time may hold the name of the event that it dates."""

# Words that news takes for one another when it names a stretch of violence, a pause, an agreement, a meeting again.
ALIKE: Final = (
    frozenset({"war", "wars", "assault", "attack", "attacks", "offensive", "campaign", "conflict", "operation"})
    | {"strikes", "airstrikes", "bombardment", "fighting", "hostilities", "invasion", "incursion", "clashes"},
    frozenset({"truce", "ceasefire", "cease-fire", "pause", "lull", "armistice"}),
    frozenset({"agreement", "deal", "accord", "pact", "treaty"}),
    frozenset({"talks", "negotiations", "meeting", "summit", "conference", "session", "round"}),
)
_EMPTY: Final = frozenset({"the", "a", "an", "of", "in", "on", "at", "and", "or", "to", "for", "with", "between"})
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+){0,3}")
_OWNED: Final = re.compile(r"['’]s?\s")
_HALT: Final = re.compile(r"[.;:()]|,\s(?:which|who|where|when|while|as|and|but)\b")
_ARTICLE: Final = re.compile(r"\Athe\s+", re.IGNORECASE)


def mentioned(text: str, events: Sequence[NamedDay]) -> dict[NamedDay, Span]:
    """Where a text first calls each event by one of its names; events that it does not name are left out."""
    named = {_key(name): event for event in reversed(events) for name in event.names}
    found: dict[NamedDay, Span] = {}
    for match in _names_pattern(tuple(named)).finditer(text) if named else ():
        event = named.get(_key(match[0]))
        if event is not None:
            found.setdefault(event, Span(match.start(), match.end()))
    return found


def told_with(event: NamedDay, before: str, time: str, after: str) -> bool | None:
    """Whether the words next to a time name the event: by its very name (True), in like words (False), or not (None).

    "last month's 12-day assault" is the war of 13 to 24 June 2025, by its kind and its length:

    >>> import datetime as dt
    >>> war = NamedDay(names=("the 12-day war",), start=dt.date(2025, 6, 13), end=dt.date(2025, 6, 24))
    >>> told_with(war, "It follows ", "last month", "’s 12-day assault on the country")
    False
    """
    near = _HALT.split(after[:REACH])[0]
    if _OWNED.match(after) or time.endswith(("'s", "’s", "'", "’")):
        passages, told = [near], near
    else:
        left = re.split(r"[.;:()]", before[-REACH:])[-1]
        passages, told = [left, near], f"{left} {time} {near}"
    if any(mentioned(words, (event,)) for words in passages):
        return True
    return False if may_tell(Wording.of(told), event) else None


@attrs.frozen
class Wording:
    """The words of a passage in lower case, and what is left of them without a short ending."""

    words: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Wording:
        """The wording of a text."""
        words = frozenset(word.lower() for word in _WORD.findall(text))
        return cls(words, frozenset(stem for word in words for stem in _stems(word)))

    def has(self, word: str) -> bool:
        """Whether the word stands here, or one that differs by a short ending, as "Israeli" from "Israel"."""
        return word in self.stems or any(stem in self.words for stem in _stems(word))


def may_tell(wording: Wording, event: NamedDay) -> bool:
    """Whether a passage is of the kind of an event, and has what tells the event from others of its kind.

    That is its length ("12-day"), or every word of a name that stands for no kind; its year is left out, because who
    says "in November" leaves it out.
    """
    return any(_has_traits(wording, *_traits(name, event)) for name in event.names)


def _has_traits(wording: Wording, kinds: Sequence[frozenset[str]], distinct: Sequence[str], length: str) -> bool:
    if not kinds or not all(group & wording.words for group in kinds):
        return False
    return length in wording.words or (bool(distinct) and all(map(wording.has, distinct)))


def _stems(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without its last one to three letters, never less than four."""
    return (word, *(word[:-cut] for cut in (1, 2, 3) if len(word) - cut >= 4))


@functools.lru_cache(maxsize=4096)
def _traits(name: str, event: NamedDay) -> tuple[tuple[frozenset[str], ...], tuple[str, ...], str]:
    """What a name says of its event: kinds, words that stand for no kind, and the event's length as a word."""
    own = [word.lower() for word in _WORD.findall(name) if word.lower() not in _EMPTY]
    kinds = tuple(group for group in ALIKE if group & set(own))
    years = {str(event.start.year), str(event.end.year)}
    distinct = tuple(word for word in own if word not in years and not any(word in group for group in kinds))
    return kinds, distinct, f"{(event.end - event.start).days + 1}-day"


@functools.lru_cache(maxsize=256)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names, the longest first, with whatever blanks between their words."""
    forms = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in forms)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _key(name: str) -> str:
    return " ".join(_ARTICLE.sub("", name.strip(), count=1).lower().split())
