"""Whom armed groups and oppositions fight, and what each side is called where the other is at the table."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

import attrs

from ceasetimeline.lexicon import Lexicon


@attrs.frozen(eq=False)
class Rebels:
    """Armed groups, breakaway authorities and oppositions, and whom each is ``against``.

    ``forces`` are the governments and armies that stand for a state, ``fronts`` what a group is part of.
    """

    against: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    forces: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    fronts: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)

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
        for state in sorted(self.forces) if sides else ():
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
    return Rebels(
        against=against,
        forces={name: frozenset(own) for name, own in forces.items()},
        fronts={row.name: row.akin for row in groups if row.name in against},
    )
