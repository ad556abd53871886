"""Actors by any of their names: those that mentions handed in use, and those that stand before or behind a noun.

Only names that mean one actor count. Who is named as the author of what a mention answers ("the Egyptian plan", "an
offer from Ankara") is read here.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from ceasetimeline.lexicon import ActorEntry, Lexicon

_CAPITALS: Final = re.compile(r"\b[A-Z][\w.]{0,24}(?:[\s-](?:of\s)?[A-Z][\w.]{0,24}){0,5}")
"""Words with a capital in a row: names, or parts of names."""


@attrs.frozen
class Names:
    """Whom each name means; ``full`` names stand for the actor itself, ``others`` (adjectives, seats) speak of it."""

    full: Mapping[str, str]
    others: Mapping[str, str]

    def canonical(self, name: str) -> str:
        """The name that the lexicon gives to an actor; a name that it does not know stays as it is."""
        return self.full.get(name, name)

    def found(self, text: str) -> frozenset[str]:
        """The actors that some words name or speak of: "the Egyptian plan" speaks of Egypt."""
        runs = (re.split(r"([\s-])", match[0]) for match in _CAPITALS.finditer(text))
        return frozenset(actor for run in runs for actor in self._in(run))

    def _in(self, run: list[str]) -> Iterable[str]:
        """The actors in a row of words and the gaps between them: the longest name from each word on."""
        at = 0
        while at < len(run):
            stops = range(len(run), at, -2)
            known = ((stop, self._known("".join(run[at:stop]))) for stop in stops)
            stop, actor = next(((stop, actor) for stop, actor in known if actor), (at + 1, ""))
            if actor:
                yield actor
            at = stop + 1

    def _known(self, name: str) -> str:
        return self.others.get(name) or self.others.get(name.replace(".", ""), "")


@functools.lru_cache(maxsize=8)
def names_of(lexicon: Lexicon) -> Names:
    """The names of a lexicon that mean one actor each; a person's mean whoever the person acts for."""
    rows = [row for row in lexicon.actors if row.kind not in {"name", "place", "outlet"}]
    full = _unique((name, row.name) for row in rows for name in (row.name, *row.aliases) if _is_sure(name, row))
    spoken = ((name, _side(row)) for row in rows for name in _spoken_of(row) if _is_sure(name, row))
    return Names(full, _unique(spoken))


def _side(row: ActorEntry) -> str:
    return row.of or row.name


def _spoken_of(row: ActorEntry) -> Iterable[str]:
    return (row.name, *row.aliases, *row.short, *row.adjectives, *row.seats)


def _is_sure(name: str, row: ActorEntry) -> bool:
    return name not in row.ambiguous


def _unique(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The names that mean one actor, with that actor."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for name, actor in pairs:
        meanings[name].add(actor)
    return {name: min(actors) for name, actors in meanings.items() if len(actors) == 1}
