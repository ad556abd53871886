"""Rebels whom a text never names: "the government and the rebels" has two sides all the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName
from ceasetimeline.events.opponents import Rebels
from ceasetimeline.model import Span

UNNAMED: Final = "?"
"""The party of rebels who are only called so, until it is known whom they fight."""
_LEAST: Final = 2  # places; a text that speaks of rebels once is about others


def with_rebels(text: str, names: Sequence[ActorName], rebels: Rebels) -> list[ActorName]:
    """The names with every "rebels" of the text: the one group that it names, else `UNNAMED`.

    Where it names several groups, "rebels" may mean any of them and is left out.
    """
    loose = rebels.unbound(name.party for name in names)
    groups = _groups(names, rebels, loose)
    spans = [] if groups else [name.span for name in names if name.party in loose]
    places = sorted([*spans, *(span for span in _places(text, rebels) if not _is_named(names, span))])
    if not places:
        return list(names)
    if len(groups) > 1 or (not groups and len(places) < _LEAST):
        return list(names)
    party = min(groups, default=UNNAMED)
    names = [name for name in names if groups or name.party not in loose]
    meant = [ActorName(span=span, name=party, kind="group", how="name", party=party) for span in places]
    return sorted((*names, *meant), key=lambda name: name.span)


def _groups(names: Sequence[ActorName], rebels: Rebels, loose: Collection[str]) -> set[str]:
    """The rebels that a text names."""
    named = (name for name in names if name.party not in loose)
    return {
        name.party
        for name in named
        if name.party in rebels.against or (name.kind == "group" and rebels.is_rebel(name.party))
    }


def _places(text: str, rebels: Rebels) -> Iterator[Span]:
    if rebels.words is not None:
        yield from (Span(match.start(), match.end()) for match in rebels.words.finditer(text))


def _is_named(names: Sequence[ActorName], span: Span) -> bool:
    at = bisect_left(names, span.stop, key=lambda name: name.span.start)
    return at > 0 and names[at - 1].span.overlaps(span)


def merged(text: str, names: Sequence[ActorName]) -> list[ActorName]:
    """The names, a short form in brackets joined to the name it stands for: "the Red Front (RF)" is one."""
    found: list[ActorName] = []
    for name in names:
        before = found[-1] if found else None
        if before is not None and before.party == name.party and text[before.span.stop : name.span.start] == " (":
            stop = name.span.stop + text.startswith(")", name.span.stop)
            found[-1] = attrs.evolve(before, span=Span(before.span.start, stop))
        else:
            found.append(name)
    return found
