"""The algebra of temporal relations: how two events lie to one another, inverted, composed, read off their bounds.

A relation is broken into four comparisons of end points (Allen 1983; TimeML names after Pustejovsky et al. 2003).
Each comparison is a set of the signs ``<``, ``=``, ``>`` that are still possible, so vagueness is a value too:
the relation that allows every sign says nothing.
"""

from __future__ import annotations

import enum
from typing import Final

import attrs

from ceasetimeline.bounds import TimeBounds


class Sign(enum.Flag):
    """How one end point may lie to another; a union of signs is a vague comparison."""

    LT = 1
    EQ = 2
    GT = 4
    LE = LT | EQ
    GE = GT | EQ
    ANY = LT | EQ | GT


_INVERSE: Final = {Sign.LT: Sign.GT, Sign.EQ: Sign.EQ, Sign.GT: Sign.LT}


def _inverse(sign: Sign) -> Sign:
    turned = Sign(0)
    for single in sign:
        turned |= _INVERSE[single]
    return turned


def _compose(first: Sign, second: Sign) -> Sign:
    signs = Sign(0)
    for a in first:
        for b in second:
            signs |= b if a is Sign.EQ else a if b is Sign.EQ or a is b else Sign.ANY
    return signs


@attrs.frozen
class Endpoints:
    """A relation between events A and B: how the start and the end of A lie to the start and the end of B.

    ``start_end`` is the sign between the start of A and the end of B, and so on. ``~`` inverts, ``&`` intersects,
    ``|`` unites, and `then` composes. "The talks ended before the truce began, and the truce was over before the
    elections": the talks were over before the elections.

    >>> NAMED["before"].then(NAMED["before"]).name
    'before'
    """

    start_start: Sign = Sign.ANY
    start_end: Sign = Sign.ANY
    end_start: Sign = Sign.ANY
    end_end: Sign = Sign.ANY

    @property
    def signs(self) -> tuple[Sign, Sign, Sign, Sign]:
        """The four comparisons, in the order of the fields."""
        return self.start_start, self.start_end, self.end_start, self.end_end

    @property
    def is_possible(self) -> bool:
        """Whether any two events could lie like this."""
        return all(self._closed().signs)

    @property
    def name(self) -> str:
        """The first name in `NAMED` for exactly this relation, or "" where it has none."""
        closed = self._closed()
        return next((name for name, relation in NAMED.items() if relation._closed() == closed), "")

    def __invert__(self) -> Endpoints:
        ss, se, es, ee = self.signs
        return Endpoints(_inverse(ss), _inverse(es), _inverse(se), _inverse(ee))

    def __and__(self, other: Endpoints) -> Endpoints:
        return Endpoints(*(a & b for a, b in zip(self.signs, other.signs, strict=True)))

    def __or__(self, other: Endpoints) -> Endpoints:
        return Endpoints(*(a | b for a, b in zip(self.signs, other.signs, strict=True)))

    def then(self, other: Endpoints) -> Endpoints:
        """The relation of A to C, when this is that of A to B and ``other`` that of B to C."""
        ss, se, es, ee = self._closed().signs
        next_ss, next_se, next_es, next_ee = other._closed().signs
        return Endpoints(
            _compose(ss, next_ss) & _compose(se, next_es),
            _compose(ss, next_se) & _compose(se, next_ee),
            _compose(es, next_ss) & _compose(ee, next_es),
            _compose(es, next_se) & _compose(ee, next_ee),
        )._closed()

    def entails(self, other: Endpoints) -> bool:
        """Whether events that lie like this always lie like ``other`` as well."""
        return all(a & b == a for a, b in zip(self._closed().signs, other.signs, strict=True))

    def _closed(self) -> Endpoints:
        """The same relation with what follows from "an event does not end before it starts" filled in."""
        ss, se, es, ee = self.signs
        while True:
            before = ss, se, es, ee
            se &= _compose(ss, Sign.LE) & _compose(Sign.LE, ee)
            es &= _compose(Sign.GE, ss) & _compose(ee, Sign.GE)
            ss &= _compose(se, Sign.GE) & _compose(Sign.LE, es)
            ee &= _compose(es, Sign.LE) & _compose(Sign.GE, se)
            if before == (ss, se, es, ee):
                return Endpoints(ss, se, es, ee)


VAGUE: Final = Endpoints()
_LT, _EQ, _GT = Sign.LT, Sign.EQ, Sign.GT

_FORWARD: Final = {
    "before": Endpoints(end_start=_LT),
    "meets": Endpoints(start_start=_LT, end_start=_EQ, end_end=_LT),
    "overlaps": Endpoints(start_start=_LT, start_end=_LT, end_start=_GT, end_end=_LT),
    "starts": Endpoints(start_start=_EQ, end_end=_LT),
    "within": Endpoints(start_start=_GT, end_end=_LT),
    "finishes": Endpoints(start_start=_GT, end_end=_EQ),
    "same": Endpoints(start_start=_EQ, end_end=_EQ),
    "during": Endpoints(start_start=Sign.GE, end_end=Sign.LE),
    "begins_before": Endpoints(start_start=_LT),
}
_BACKWARD: Final = {
    "after": "before",
    "met_by": "meets",
    "overlapped_by": "overlaps",
    "started_by": "starts",
    "contains": "within",
    "finished_by": "finishes",
    "during_inv": "during",
    "begins_after": "begins_before",
}
NAMED: Final = {**_FORWARD, **{name: ~_FORWARD[other] for name, other in _BACKWARD.items()}}
"""Every relation that has a name here: Allen's thirteen, and three that newspapers need.

``during`` is looser than Allen's (here ``within``): the two may share a first or a last day. ``begins_before`` says
nothing of the ends: "fighting had begun before the envoys met".
"""

_INVERSES: Final = {name: name for name in NAMED} | _BACKWARD | {forth: back for back, forth in _BACKWARD.items()}

ALIASES: Final = {
    "precedes": "before",
    "preceded_by": "after",
    "ibefore": "meets",
    "iafter": "met_by",
    "includes": "contains",
    "is_included": "within",
    "simultaneous": "same",
    "identity": "same",
    "equals": "same",
    "begins": "starts",
    "begun_by": "started_by",
    "ended_by": "finished_by",
    "ENDS": "finishes",
}
"""Names of TimeML and of Allen for relations that have another name here.

TimeML's ``ENDS`` is written in capitals, because ``ends`` is a link of the ontology (a breakdown ends talks).
"""


def canonical(name: str) -> str:
    """The name used here for a relation of TimeML or Allen, in whatever case; the name itself where it is none.

    >>> canonical("IS_INCLUDED"), canonical("simultaneous"), canonical("answers")
    ('within', 'same', 'answers')
    """
    if name in NAMED:
        return name
    lower = name.lower()
    return ALIASES.get(name) or ALIASES.get(lower) or (lower if lower in NAMED else name)


def inverse(name: str) -> str:
    """The name of a relation seen from the other event: what comes ``before`` has the other ``after`` it.

    Raises KeyError for a name that is not in `NAMED`.
    """
    return _INVERSES[name]


def compose(first: str, second: str) -> Endpoints:
    """How A lies to C, when A lies to B by the ``first`` name and B to C by the ``second``.

    Talks during a truce, and the truce before the vote:

    >>> compose("during", "before").name
    'before'

    Raises KeyError for a name that is not in `NAMED`.
    """
    return NAMED[first].then(NAMED[second])


def between(a: TimeBounds, b: TimeBounds) -> Endpoints:
    """What the bounds of two events say of their order; two moments of one day may lie in any order.

    A meeting of 6 July and a walk-out of 8 July 2025:

    >>> from ceasetimeline.bounds import Interval
    >>> on = lambda day: TimeBounds.within(Interval.of(day))
    >>> between(on("2025-07-06"), on("2025-07-08")).name
    'before'
    """
    es, ls, ee, le = a.sides
    other_es, other_ls, other_ee, other_le = b.sides
    return Endpoints(
        _sign(es, ls, other_es, other_ls),
        _sign(es, ls, other_ee, other_le),
        _sign(ee, le, other_es, other_ls),
        _sign(ee, le, other_ee, other_le),
    )


def _sign(earliest: int | None, latest: int | None, other_earliest: int | None, other_latest: int | None) -> Sign:
    if latest is not None and other_earliest is not None and latest < other_earliest:
        return Sign.LT
    if earliest is not None and other_latest is not None and other_latest < earliest:
        return Sign.GT
    return Sign.ANY
