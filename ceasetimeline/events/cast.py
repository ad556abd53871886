"""Who takes part in an article: the two sides, and whom "the group", "it" or "both sides" mean at a point of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName

_BETWEEN: Final = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_JOINED: Final = re.compile(r"(?:’s|'s)?(?:,)? (?:and|or) (?:the )?|\s?[-–/]\s?|, ")
_WITH: Final = re.compile(
    r"[\w\s,'’-]{0,60}?\b(?:talks?|negotiations?|war|conflict|deal|agreement|ceasefire|truce|fighting|dialogue|clashes|treaty)\b"
    r"[\w\s]{0,20}? (?:with|against) (?:the )?$"
)
_MEDIATORS: Final = re.compile(r"mediat\w*|broker\w*|facilitat\w*|hosted|host|sponsored|go-between", re.IGNORECASE)
_PARTY_KINDS: Final = frozenset({"state", "group", "authority", "movement", "army", "government"})


@attrs.frozen
class Sides:
    """The parties of the conflict that an article is about, and those it names as mediators."""

    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()

    def rival(self, names: Sequence[str]) -> tuple[str, ...]:
        """The party opposite to ``names``; all parties where ``names`` belong to neither."""
        acting = [name for name in self.parties if name in names]
        others = tuple(name for name in self.parties if name not in names)
        if len(acting) == 1:
            return others
        return self.parties if not acting and names else ()


def find_sides(text: str, names: Sequence[ActorName]) -> Sides:
    """The parties that the text sets against one another.

    Pairs count by how the text joins them: "between A and B", "A-B war", "talks with B" more than a mere "A and B".
    """
    pairs: Counter[tuple[str, str]] = Counter()
    mediating: Counter[str] = Counter()
    single = Counter(name.party for name in names if name.party and name.how != "outlet")
    for left, right in zip(names, names[1:], strict=False):
        gap = text[left.span.stop : right.span.start]
        before = text[max(0, left.span.start - 40) : left.span.start]
        if not left.party or not right.party or left.party == right.party or len(gap) > 120:
            continue
        pair = (min(left.party, right.party), max(left.party, right.party))
        if _MEDIATORS.search(before[-30:]):
            mediating.update({left.party: 1, right.party: 1})
        elif (_BETWEEN.search(before) and _JOINED.fullmatch(gap)) or re.fullmatch(r"\s?[-–]\s?", gap):
            pairs[pair] += 4
        elif _JOINED.fullmatch(gap):
            pairs[pair] += 1
        elif _WITH.fullmatch(gap):
            pairs[pair] += 2
    for name in names:
        if name.party and _MEDIATORS.search(
            text[name.span.stop : name.span.stop + 40] + " " + text[max(0, name.span.start - 25) : name.span.start]
        ):
            mediating[name.party] += 1
    return Sides(_best_pair(pairs, single, mediating, names), tuple(sorted(n for n, c in mediating.items() if c > 1)))


def _best_pair(
    pairs: Counter[tuple[str, str]], single: Counter[str], mediating: Counter[str], names: Sequence[ActorName]
) -> tuple[str, ...]:
    groups = {
        name.party
        for name in names
        if name.kind not in {"state", "body", "person", "place", "organisation", "organization", "outlet"}
    }

    def worth(pair: tuple[str, str]) -> float:
        shares = sum(single[name] for name in pair) / (sum(single.values()) or 1)
        penalty = sum(2 * mediating[name] / single[name] for name in pair if single[name])
        return pairs[pair] + 6 * shares + 1.5 * len(groups & set(pair)) - 2 * penalty

    ranked = sorted(pairs, key=lambda pair: (-worth(pair), pair))
    if ranked:
        return _in_order(ranked[0], names)
    common = [
        name
        for name, count in sorted(single.items(), key=lambda item: (-item[1], item[0]))
        if count > 1 or len(single) == 2
    ]
    return _in_order(tuple(common[:2]), names) if len(common) > 1 else ()


def _in_order(pair: tuple[str, ...], names: Sequence[ActorName]) -> tuple[str, ...]:
    first = {}
    for name in names:
        first.setdefault(name.party, name.span.start)
    return tuple(sorted(pair, key=lambda name: first.get(name, 0)))
