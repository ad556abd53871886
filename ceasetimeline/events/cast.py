"""Who takes part in an article: the parties of the conflict that it is about, and those who mediate."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName
from ceasetimeline.events.brokers import JOINED, MEDIATED_BY, MEDIATING, MEDIATORS, find_brokers, has_any
from ceasetimeline.events.opponents import Rebels, rival_states
from ceasetimeline.events.unnamed import UNNAMED, merged, with_rebels
from ceasetimeline.lexicon import Lexicon

_BETWEEN: Final = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_RELATIONS: Final = re.compile(
    r"\b(?:tensions?|relations?|relationship|ties|rift|trade|cooperation|links?) between (?:the )?$", re.IGNORECASE
)
_BEHIND: Final = re.compile(r"\b(?:from|to|in|into|on|over|at|near) (?:the )?$", re.IGNORECASE)
_WITHIN: Final = re.compile(r"\b(?:in|inside|across|outside) (?:the )?$", re.IGNORECASE)
_REGION: Final = re.compile(
    r"\b(?:in|inside|across|outside|from|throughout|into|to|over|around|of|near|for|on|about) (?:the )?$",
    re.IGNORECASE,
)
_FOUGHT: Final = re.compile(
    r"\b(?:war|conflict|fighting|ceasefire|truce|peace|hostilities|violence|crisis|effect|force|rebels|army)"
    r"\s{1,9}in (?:the )?$",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(r"\s?(?:[-–—(/)]|, \w{1,20}\.? ?\d{0,2} ?[-–—(])")
_WITH: Final = re.compile(
    r"[\w\s,'’-]{0,60}?\b(?:talks?|negotiations?|war|conflict|deal|agreement|ceasefire|truce|fighting|dialogue|clashes|treaty)\b"
    r"[\w\s]{0,20}? (?:with|against) (?:the )?$"
)
_VENUE: Final = re.compile(
    r"\b(?:in|at|to|from|near|into|for|via|around|outside|leaving|left|visit\w*)\s{1,9}(?:the\s{1,9})?$",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"\s{1,3}(?:[Tt]alks|[Aa]greements?|[Aa]ccords?|[Dd]eclaration|[Dd]ocument|[Dd]eal|[Pp]rocess|[Pp]latform|[Mm]emorandum"
    r"|[Pp]rotocol|[Mm]eetings?|[Ss]ummit|[Nn]egotiations|[Rr]ound|[Tt]rack)\b"
)
_RULERS: Final = re.compile(r" (?:government|army|military|authorities)\b")
_SEAT_OF: Final = re.compile(r", (?:the )?(?:(?:\w{1,20} )?capital (?:city )?of (?:the )?)?")
_EFFORT: Final = re.compile(
    r"[-‑–](?:led|brokered|mediated|facilitated)\b"
    r"|\s{1,3}(?:\w{1,12} )?(?:initiative|mediation|efforts?|sponsorship|proposal|plan|draft)\b"
)
_BESIDE: Final = re.compile(
    r"(?:[’']s?)?[-–\s]{0,2}(?:and|with|alongside|together with|as well as|or|supported by|backed by)\b[^,]*$"
    r"|\s?[-–/]\s?$"
)
_BACKED: Final = re.compile(
    r"[-‐‑–](?:backed|allied|aligned|supported|armed|funded|trained|sponsored|born|based|made)\b"
)
_TITLE: Final = re.compile(r"(?:\s{1,3}[a-z-]{2,20}){1,3}\s{1,3}")
_JOINT: Final = -2  # "the Saudi-American initiative"
_BROKERING: Final = 3  # what a party loses that is named as a broker, and an organisation of states: set by judgement
_OUTSIDE: Final = 3
_ARMED: Final = 1  # what a pair gains in which one is an armed group
_RIVALRY: Final = 4  # what a pair gains that is known to be in conflict: set by judgement
_HEAD: Final = 40  # characters in which a dateline stands
_NOT_GROUPS: Final = frozenset({"state", "body", "person", "place", "organisation", "organization", "outlet"})
_LEAST: Final = 2
_TWO: Final = 2
_OFTEN: Final = 4
_STRANGE: Final = 4  # what two states lose that are no rivals, where rivals are named: set by judgement

Rivals = frozenset[frozenset[str]]
_NO_REBELS: Final = Rebels()


@attrs.frozen
class Sides:
    """The parties of the conflict that an article is about, and those it names as mediators."""

    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()
    rebels: frozenset[str] = frozenset()
    countries: tuple[tuple[str, str], ...] = ()  # states, each with the side that it is named for

    def side_of(self, name: str) -> str:
        """The side that an actor is: its government where a state is named in the conflict of the two."""
        return next((side for country, side in self.countries if country == name), name)

    @property
    def rebelling(self) -> tuple[str, ...]:
        """The one party that fights a government: whom "the rebels" means, if there is just one."""
        own = tuple(party for party in self.parties if party in self.rebels)
        return own if len(own) == 1 else ()

    @property
    def governing(self) -> tuple[str, ...]:
        """The one party that governs where another fights it: whom "the government" means."""
        own = tuple(party for party in self.parties if party not in self.rebels)
        return own if len(own) == 1 else ()

    def rival(self, names: Sequence[str]) -> tuple[str, ...]:
        """The party opposite to ``names``; all parties where ``names`` belong to neither."""
        acting = [name for name in self.parties if name in names]
        others = tuple(name for name in self.parties if name not in names)
        if len(acting) == 1:
            return others
        return self.parties if not acting and names else ()


@attrs.frozen
class _Known:
    """What is known of those whom a text names: armed groups, organisations, who fights whom."""

    groups: frozenset[str]
    outside: frozenset[str]
    rivals: Rivals
    rebels: Rebels


@functools.lru_cache(maxsize=8)
def rivals_of(lexicon: Lexicon) -> Rivals:
    """The pairs that the lexicon knows to be in conflict, built once."""
    groups = (frozenset((row.name, other)) for row in lexicon.actors for other in row.against)
    return frozenset(pair for pair in rival_states(lexicon).union(groups) if len(pair) > 1)


def find_sides(
    text: str, names: Sequence[ActorName], rivals: Rivals = frozenset(), rebels: Rebels = _NO_REBELS
) -> Sides:
    """The parties that the text sets against one another.

    Pairs count by how the text joins them: "between A and B", "A-B war", "talks with B" more than a mere "A and B",
    by how often both are named, and where they are known ``rivals``; those that mediate count less.
    """
    told = [name for name in names if name.party and name.how != "outlet" and not _is_scenery(text, name)]
    told = [name for name in told if not _BACKED.match(text, name.span.stop, name.span.stop + _HEAD)]
    named = [name for name, after in zip_longest(told, told[1:]) if not _describes(text, name, after)]
    named = with_rebels(text, merged(text, named), rebels)
    pairs: Counter[tuple[str, str]] = Counter()
    mediating: Counter[str] = Counter()
    listed = _listed(text, named)
    for number, (left, right) in enumerate(pairwise(named)):
        weight = _weight(text, left, right)
        if weight == _JOINT or (weight < 0 and _is_joint(text, left, right)):
            mediating.update({left.party: 1, right.party: 1})
        elif weight > 0 and left.party != right.party and not (weight == 1 and number in listed):
            pairs[min(left.party, right.party), max(left.party, right.party)] += weight
    mediating.update(named[number].party for number in find_brokers(text, named))
    home = _home(names, rebels)
    groups = frozenset(name.party for name in named if name.kind not in _NOT_GROUPS)
    outside = frozenset(name.party for name in named if name.kind == "organisation")
    single = Counter(name.party for name in named for _ in range(1 if name.how == "adjective" else 2))
    known = _Known(groups, outside, rivals | {frozenset((UNNAMED, home))}, rebels)
    found = _in_order(_best_pair(_Counts(pairs, single, mediating, known)), named)
    chosen = _called(_faced(found, names, rebels), rebels, single)
    fighting = groups.union(rebels.against, rebels.unnamed.values())
    armed = frozenset(party for party in chosen if party in fighting and rebels.is_rebel(party))
    return Sides(
        parties=chosen,
        mediators=tuple(sorted(party for party in mediating if party not in {*chosen, *found})),
        groups=armed if len(armed) == 1 else groups.intersection(chosen),
        rebels=armed,
        countries=(*rebels.countries(chosen), *_unbound(names, rebels, armed)),
    )


def _unbound(names: Sequence[ActorName], rebels: Rebels, armed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What "rebel groups" stands for where a text names none of their foes: the one armed side."""
    if len(armed) == 1 and not armed.isdisjoint(rebels.unnamed.values()):
        for name in sorted(rebels.unbound(name.party for name in names)):
            yield name, min(armed)


def _home(names: Sequence[ActorName], rebels: Rebels) -> str:
    """The state that a text names most, whatever for: whose rebels "the rebels" are; "" for none."""
    counts = Counter(name.party for name in names if name.party in rebels.unnamed)
    return min(counts, key=lambda party: (-counts[party], party), default="")


def _faced(found: tuple[str, ...], names: Sequence[ActorName], rebels: Rebels) -> tuple[str, ...]:
    """Both sides: of rebels without a name, what those of their state are called; of a lone group, whom it fights."""
    if UNNAMED in found:
        own = tuple(party for party in found if party != UNNAMED)
        unnamed = rebels.unnamed.get(own[0]) if own else None
        return tuple(unnamed if party == UNNAMED else party for party in found) if unnamed else own
    if len(found) != 1 or found[0] not in rebels.against:
        return found
    foes, named = rebels.against[found[0]], {name.party for name in names}
    states = tuple(foe for foe in foes if foe in rebels.unnamed)
    faced = next((foe for foe in foes if foe in named), states[0] if len(states) == 1 else "")
    return (*found, faced) if faced else found


def _called(pair: tuple[str, ...], rebels: Rebels, named: Counter[str]) -> tuple[str, ...]:
    """Two sides by the names that they have in this conflict; by that of a front that is not rarely named."""
    if len(pair) != _TWO:
        return pair
    one, other = pair
    rare = {front for side in pair for front in rebels.fronts.get(side, ()) if _TWO * named[front] < named[side]}
    often = named.keys() - rare
    return rebels.called(one, other, often), rebels.called(other, one, often)


def _listed(text: str, named: Sequence[ActorName]) -> set[int]:
    """The places of names in a row of three and more: "Kenya, Uganda and Ethiopia" are no two sides."""
    joined = [
        bool(JOINED.fullmatch(text, left.span.stop, right.span.start)) and left.party != right.party
        for left, right in pairwise(named)
    ]
    return {k for k, (one, two) in enumerate(pairwise(joined)) for k in (k, k + 1) if one and two}


def _describes(text: str, name: ActorName, after: ActorName | None) -> bool:
    """Whether a name only says of what people the next one is: "the Palestinian group Hamas"."""
    return (
        name.how == "adjective"
        and after is not None
        and after.how != "adjective"
        and _TITLE.fullmatch(text, name.span.stop, after.span.start) is not None
    )


def is_venue(text: str, name: ActorName) -> bool:
    """Whether a seat of government or a place is named as a place: "in Minsk", "the Doha talks", "(KHARTOUM)"."""
    if name.how not in {"seat", "place"}:
        return False
    before = _VENUE.search(text, max(0, name.span.start - 22), name.span.start)
    return before is not None or _EVENT.match(text, name.span.stop, name.span.stop + 30) is not None


def _is_scenery(text: str, name: ActorName) -> bool:
    """Whether a name tells only where: a dateline, a venue, a country ("talks in Qatar") that no war is fought in."""
    if is_venue(text, name):
        return True
    if name.span.start < _HEAD and name.how in {"seat", "place"} and _DATELINE.match(text, name.span.stop):
        return True
    inside = _REGION if name.kind == "group" and name.place else _WITHIN if name.kind == "state" else None
    before = text[max(0, name.span.start - 30) : name.span.start]
    return inside is not None and inside.search(before) is not None and not _FOUGHT.search(before)


def is_placed(text: str, names: Sequence[ActorName], name: ActorName) -> bool:
    """Whether any name says where: "in Qatar", "in Doha, Qatar", "in Doha, the capital of Qatar"."""
    if _VENUE.search(text, max(0, name.span.start - 22), name.span.start) or _is_scenery(text, name):
        return True
    return any(
        other.how in {"seat", "place"} and _SEAT_OF.fullmatch(text, other.span.stop, name.span.start)
        for other in names
    )


def _is_joint(text: str, left: ActorName, right: ActorName) -> bool:
    """Whether two names stand in one phrase of mediation: "brokered by Qatar with American help"."""
    near = right.span.start - left.span.stop < _HEAD and _BESIDE.match(text, left.span.stop, right.span.start)
    return bool(near) and bool(MEDIATED_BY.search(_before(text, left)))


def _before(text: str, name: ActorName) -> str:
    """The words before a name in its paragraph."""
    return text[max(0, name.span.start - _HEAD) : name.span.start].rpartition("\n\n")[2]


def _weight(text: str, left: ActorName, right: ActorName) -> int:
    """How strongly a text joins two names that follow one another; below 0 where it joins them as mediators."""
    if right.span.start - left.span.stop > 120:
        return 0
    gap = text[left.span.stop : right.span.start]
    before = _before(text, left)
    if has_any(MEDIATING, before) and MEDIATORS.search(before[-30:]):
        return -1
    if ("-" in gap or "–" in gap) and _EFFORT.match(text, right.span.stop, right.span.stop + 30):
        return _JOINT
    if JOINED.fullmatch(gap):
        plain = "adjective" not in (left.how, right.how) or _RULERS.match(gap)
        against = (_BETWEEN.search(before) and not _RELATIONS.search(before)) or "-" in gap or "–" in gap
        return 4 if against else int(bool(plain))
    told = ("with" in gap or "against" in gap) and _WITH.fullmatch(gap)
    return 2 if told and not _BEHIND.search(before) else 0


@attrs.frozen(eq=False)
class _Counts:
    """How often a text names actors, sets two beside one another and calls one a mediator; with what is known."""

    pairs: Counter[tuple[str, str]]
    single: Counter[str]
    mediating: Counter[str]
    known: _Known

    @functools.cached_property
    def common(self) -> list[str]:
        """Those named most."""
        return sorted(self.single, key=lambda party: (-self.single[party], party))[:8]

    @functools.cached_property
    def third(self) -> frozenset[str]:
        """Mediators and organisations of states: sides only where the text sets them against one."""
        return self.known.outside.union(party for party in self.common if self.mediating[party])

    @functools.cached_property
    def candidates(self) -> list[tuple[str, str]]:
        """The pairs that may be the two sides."""
        return [(a, b) for a in self.common for b in self.common if a < b and self._may_be_sides((a, b))]

    @functools.cached_property
    def has_rivals(self) -> bool:
        """Whether two of those that may be sides are known to be in conflict."""
        return any(frozenset(pair) in self.known.rivals for pair in self.candidates)

    def _may_be_sides(self, pair: tuple[str, str]) -> bool:
        if self.known.rebels.are_allies(*pair):
            return False
        if frozenset(pair) in self.known.rivals:
            return True
        return UNNAMED not in pair and (bool(self.pairs[pair]) or self._is_armed(pair))

    def _is_armed(self, pair: tuple[str, str]) -> bool:
        """Whether one of two that the text does not join is an armed group, and neither a third party."""
        often = self.single[pair[0]] + self.single[pair[1]] >= _OFTEN
        return often and self.third.isdisjoint(pair) and not self.known.groups.isdisjoint(pair)

    def worth(self, pair: tuple[str, str]) -> float:
        """How much speaks for two as the sides: how they are joined and named, whom they fight, who mediates."""
        single, mediating, groups = self.single, self.mediating, self.known.groups
        share = math.sqrt(single[pair[0]] * single[pair[1]]) / (sum(single.values()) or 1)
        broker = sum(mediating[party] / single[party] for party in pair if single[party])
        at_war = frozenset(pair) in self.known.rivals
        less = _BROKERING * sum(mediating[party] > 0 for party in pair)
        less += _OUTSIDE * len(self.known.outside & set(pair)) * (not at_war)
        foes = _RIVALRY * at_war + _ARMED * bool(groups & set(pair))
        less += _STRANGE * bool(self.has_rivals and not foes and groups.isdisjoint(pair))
        return min(self.pairs[pair], 12) + 12 * share + foes - 4 * broker - less


def _best_pair(counts: _Counts) -> tuple[str, ...]:
    ranked = sorted(counts.candidates, key=lambda pair: (-counts.worth(pair), pair))
    if ranked and counts.worth(ranked[0]) > _LEAST:
        return ranked[0]
    alone = [party for party in counts.common if party not in counts.third and counts.single[party] >= _OFTEN]
    return tuple(alone[:1])  # the other side has no listed name


def _in_order(pair: tuple[str, ...], names: Sequence[ActorName]) -> tuple[str, ...]:
    first: dict[str, int] = {}
    for name in names:
        first.setdefault(name.party, name.span.start)
    return tuple(sorted(pair, key=lambda party: first.get(party, 0)))
