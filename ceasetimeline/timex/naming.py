"""Whether words of a text name a dated event: by its very name, or in words of like meaning."""

from __future__ import annotations

import re
from typing import Final

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
_ARTICLE: Final = re.compile(r"the\s+", re.IGNORECASE)


def mentioned(text: str, event: NamedDay) -> Span | None:
    """Where a text first calls an event by one of its names; None where it does not."""
    for name in event.names:
        found = _find(name, text)
        if found:
            return Span(found.start(), found.end())
    return None


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
    if any(_find(name, words) for name in event.names for words in passages):
        return True
    return False if any(_alike(name, told, event) for name in event.names) else None


def _find(name: str, text: str) -> re.Match[str] | None:
    words = r"\s{1,3}".join(map(re.escape, _ARTICLE.sub("", name.strip(), count=1).split()))
    return re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)


def _alike(name: str, told: str, event: NamedDay) -> bool:
    """Whether ``told`` is of the kind of a name, and has what tells the event from others of its kind.

    That is its length ("12-day"), or every word of the name that stands for no kind, as itself or a derived form; its
    year is left out, because who says "in November" leaves it out.
    """
    words = [word.lower() for word in _WORD.findall(told)]
    own = [word.lower() for word in _WORD.findall(name) if word.lower() not in _EMPTY]
    kinds = [group for group in ALIKE if group & set(own)]
    if not kinds or not all(group & set(words) for group in kinds):
        return False
    if f"{(event.end - event.start).days + 1}-day" in words:
        return True
    years = {str(event.start.year), str(event.end.year)}
    distinct = [word for word in own if word not in years and not any(word in group for group in kinds)]
    return bool(distinct) and all(any(_derived(word, other) for other in words) for word in distinct)


def _derived(one: str, other: str) -> bool:
    """Whether one is the other with a short ending, as "Israeli" is of "Israel"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 3
