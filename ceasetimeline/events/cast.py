"""Who takes part in an article: the parties of the conflict that it is about, and those who mediate."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName

_BETWEEN: Final = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_JOINED: Final = re.compile(r"(?:’s|'s)?(?:,)? (?:and|or) (?:the )?|\s?[-–/]\s?|, ")
_WITH: Final = re.compile(
    r"[\w\s,'’-]{0,60}?\b(?:talks?|negotiations?|war|conflict|deal|agreement|ceasefire|truce|fighting|dialogue|clashes|treaty)\b"
    r"[\w\s]{0,20}? (?:with|against) (?:the )?$"
)
_MEDIATORS: Final = re.compile(r"\b(?:mediat|broker|facilitat)\w*\b|\bhosted\b|\bgo-between", re.IGNORECASE)
_MEDIATED_BY: Final = re.compile(
    r"\b(?:mediators?|brokers?|(?:mediat|broker|facilitat|host)ed|mediation(?:\s\w{1,12}){0,2})"
    r"\s{1,9}(?:\(?(?:by|from|such as|like|including|in|of)\s{1,9})?(?:the\s{1,9})?$",
    re.IGNORECASE,
)
_MEDIATES: Final = re.compile(
    r"(?:['’]s?)?[\s-]{1,9}(?:\w{1,30}\s{1,9}){0,2}?(?:and\s{1,9}\w{1,30}\s{1,9})?"
    r"(?:mediat|broker(?!age)|facilitat)(?!\w*\sby\b)\w*"
    r"|,(?:\swhich|\swho|\sa|\san|\sthe|\sanother)\b[^.,;]{0,60}\bmediat(?!\w*\sby\b)"
    r"|,? (?:has |have |which )?acted as (?:a )?mediator"
)
_VENUE: Final = re.compile(
    r"\b(?:in|at|to|from|near|into|for|via|around|outside|leaving|left|visit\w*)\s{1,9}(?:the\s{1,9})?$",
    re.IGNORECASE,
)
_NOT_GROUPS: Final = frozenset({"state", "body", "person", "place", "organisation", "organization", "outlet"})


@attrs.frozen
class Sides:
    """The parties of the conflict that an article is about, and those it names as mediators."""

    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()

    def rival(self, names: Sequence[str]) -> tuple[str, ...]:
        """The party opposite to ``names``; all parties where ``names`` belong to neither."""
        acting = [name for name in self.parties if name in names]
        others = tuple(name for name in self.parties if name not in names)
        if len(acting) == 1:
            return others
        return self.parties if not acting and names else ()


def find_sides(text: str, names: Sequence[ActorName]) -> Sides:
    """The parties that the text sets against one another.

    Pairs count by how the text joins them: "between A and B", "A-B war", "talks with B" more than a mere "A and B",
    and by how often both are named; those that mediate count less.
    """
    named = [name for name in names if name.party and name.how != "outlet" and not is_venue(text, name)]
    pairs: Counter[tuple[str, str]] = Counter()
    mediating: Counter[str] = Counter()
    for left, right in pairwise(named):
        weight = _weight(text, left, right)
        if weight < 0 and _MEDIATED_BY.search(text, max(0, left.span.start - 30), left.span.start):
            mediating.update({left.party: 1, right.party: 1})
        elif weight > 0 and left.party != right.party:
            pairs[min(left.party, right.party), max(left.party, right.party)] += weight
    chained = -1
    for number, name in enumerate(named):
        before = text[max(0, name.span.start - 30) : name.span.start]
        joined = chained >= 0 and number == chained + 1
        if joined and _JOINED.fullmatch(text, named[chained].span.stop, name.span.start):
            mediating[name.party] += 1
            chained = number
        elif _MEDIATED_BY.search(before) or _MEDIATES.match(text, name.span.stop, name.span.stop + 45):
            mediating[name.party] += 1
            chained = number if _MEDIATED_BY.search(before) else -1
    groups = frozenset(name.party for name in named if name.kind not in _NOT_GROUPS)
    single = Counter(name.party for name in named for _ in range(1 if name.how == "adjective" else 2))
    chosen = _best_pair(pairs, single, mediating, groups)
    return Sides(
        parties=_in_order(chosen, named),
        mediators=tuple(sorted(party for party in mediating if party not in chosen)),
        groups=groups & set(chosen),
    )


def is_venue(text: str, name: ActorName) -> bool:
    """Whether a seat of government or a place is named as a place: "in Minsk", "flew to Doha"."""
    if name.how not in {"seat", "place"}:
        return False
    return bool(_VENUE.search(text, max(0, name.span.start - 22), name.span.start))


def is_placed(text: str, names: Sequence[ActorName], name: ActorName) -> bool:
    """Whether any name says where: "in Qatar", "in Doha, Qatar"."""
    if _VENUE.search(text, max(0, name.span.start - 22), name.span.start):
        return True
    return any(
        other.how in {"seat", "place"} and text[other.span.stop : name.span.start] in {", ", ", the "}
        for other in names
    )


def _weight(text: str, left: ActorName, right: ActorName) -> int:
    """How strongly a text joins two names that follow one another; below 0 where it joins them as mediators."""
    if right.span.start - left.span.stop > 120:
        return 0
    gap = text[left.span.stop : right.span.start]
    before = text[max(0, left.span.start - 40) : left.span.start]
    if _MEDIATORS.search(before[-30:]):
        return -1
    if _JOINED.fullmatch(gap):
        plain = "adjective" not in (left.how, right.how)
        return 4 if _BETWEEN.search(before) or "-" in gap or "–" in gap else int(plain)
    return 2 if _WITH.fullmatch(gap) else 0


def _best_pair(
    pairs: Counter[tuple[str, str]], single: Counter[str], mediating: Counter[str], groups: frozenset[str]
) -> tuple[str, ...]:
    total = sum(single.values()) or 1
    common = sorted(single, key=lambda party: (-single[party], party))[:8]

    def worth(pair: tuple[str, str]) -> float:
        share = math.sqrt(single[pair[0]] * single[pair[1]]) / total
        broker = sum(mediating[party] / single[party] for party in pair if single[party])
        return min(pairs[pair], 12) + 12 * share + 2 * len(groups & set(pair)) - 4 * broker

    candidates = {(a, b) for a in common for b in common if a < b and (pairs[a, b] or single[a] + single[b] >= 4)}
    ranked = sorted(candidates, key=lambda pair: (-worth(pair), pair))
    return ranked[0] if ranked and worth(ranked[0]) > 2 else ()


def _in_order(pair: tuple[str, ...], names: Sequence[ActorName]) -> tuple[str, ...]:
    first: dict[str, int] = {}
    for name in names:
        first.setdefault(name.party, name.span.start)
    return tuple(sorted(pair, key=lambda party: first.get(party, 0)))
