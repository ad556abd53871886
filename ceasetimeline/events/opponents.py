"""Whom armed groups and oppositions fight, and what each side is called where the other is at the table."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

import attrs

from ceasetimeline.lexicon import Lexicon


@attrs.frozen(eq=False)
class Rebels:
    """Armed groups, breakaway authorities and oppositions, and whom each is ``against``.

    ``forces`` are the governments and armies that stand for a state, ``fronts`` what a group is part of, ``unnamed``
    what rebels in a state are called whom a text never names; ``words`` finds the places where it speaks of such.
    ``known`` are all groups of the tables, ``loose`` those that stand for no group in particular.
    """

    against: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    forces: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    fronts: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    unnamed: Mapping[str, str] = attrs.field(factory=dict)
    words: re.Pattern[str] | None = None
    known: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()

    def is_rebel(self, party: str) -> bool:
        """Whether an actor is known to fight somebody, or is a group that no table knows."""
        return party in self.against or party not in self.known

    def unbound(self, named: Iterable[str]) -> frozenset[str]:
        """The names for any groups ("armed groups") that stand for nobody where none of their foes is named."""
        parties = set(named)
        return frozenset(name for name in self.loose & parties if parties.isdisjoint(self.against.get(name, ())))

    def called(self, side: str, other: str, named: Collection[str]) -> str:
        """The name of a side opposite ``other``: of a state also its government or army, of a group also its front.

        It is the one that the row of the other side has first, else one that is ``named`` in the text.

        >>> rebels = rebels_of(Lexicon.default())
        >>> rebels.called("Yemen", "Houthis", ()), rebels.called("Yemen", "Saudi Arabia", ())
        ('Yemeni government', 'Yemen')
        """
        own = {side, *self.forces.get(side, ())}
        names = [name for name in self.against.get(other, ()) if name in own]
        if names[:1] not in ([], [side]):
            return names[0]
        fronts = (name for name in self.fronts.get(side, ()) if other in self.against.get(name, ()))
        return next((name for name in (*names, *fronts) if name != side and name in named), side)

    def are_allies(self, one: str, other: str) -> bool:
        """Whether one of two groups is part of the other, and neither fights the other.

        >>> rebels_of(Lexicon.default()).are_allies("Arakan Army", "Three Brotherhood Alliance")
        True
        """
        if other in self.against.get(one, ()) or one in self.against.get(other, ()):
            return False
        return other in self.fronts.get(one, ()) or one in self.fronts.get(other, ())

    def countries(self, sides: Collection[str]) -> Iterator[tuple[str, str]]:
        """The states that a government or army stands for where two sides meet, each with that name.

        It is a side itself, or whom the row of a rebel that is a side names before the state.
        """
        told = {*sides, *(name for side in sides for name in self.against.get(side, ()))}
        for state in sorted(state for state, forces in self.forces.items() if not told.isdisjoint(forces)):
            own = self.forces[state] - self.against.keys()
            called = {self.called(state, other, sides) for other in sides if other in self.against} - {state}
            names = own.intersection(sides) or own & called
            if len(names) == 1 and state not in sides:
                yield state, min(names)


@functools.lru_cache(maxsize=8)
def rival_states(lexicon: Lexicon) -> frozenset[frozenset[str]]:
    """The pairs of rivals among those who govern, built once."""
    return frozenset(frozenset(pair) for row in lexicon.rivalries for pair in combinations(row.parties, 2))


@functools.lru_cache(maxsize=8)
def rebels_of(lexicon: Lexicon) -> Rebels:
    """The rebels of a lexicon, built once."""
    groups = [row for row in lexicon.actors if row.kind == "group"]
    states = {row.name for row in lexicon.actors if row.kind == "state"}
    against = {row.name: row.against for row in lexicon.actors if row.against}
    forces = defaultdict(set)
    for row in groups:
        for name in states.intersection(row.akin):
            forces[name].add(row.name)
    words = "|".join(sorted(lexicon.cues.get("unnamed_rebels", ())))
    return Rebels(
        against=against,
        forces={name: frozenset(own) for name, own in forces.items()},
        fronts={row.name: row.akin for row in groups if row.name in against},
        unnamed=_unnamed(lexicon),
        words=re.compile(rf"\b(?:{words})\b", re.IGNORECASE | re.ASCII) if words else None,
        known=frozenset(row.name for row in groups),
        loose=frozenset(row.name for row in groups if row.collective),
    )


def _unnamed(lexicon: Lexicon) -> dict[str, str]:
    """What the rebels of each state are called: the group whose other name that is, else by these words."""
    listed = {spelling: row.name for row in lexicon.actors for spelling in row.aliases}
    called = {}
    for row in lexicon.actors:
        if row.kind == "state":
            names = [f"{word} rebels" for word in (*row.adjectives[:1], row.name)]
            called[row.name] = next((listed[name] for name in names if name in listed), names[0])
    return called
