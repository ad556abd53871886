"""The order in which moves came into the news: a hint to the order in which they happened.

News tells what is new in its first sentences. What one article tells in its head happened, as a rule, after all that
older articles had told already: on the development articles this held for 98 of 100 pairs of dated events, where the
order within one text held for 51. It is kept as ``likely``: it moves no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ceasetimeline.linking.profiles import Profile
from ceasetimeline.linking.told import Told
from ceasetimeline.model import Evidence, Statement

HEAD: Final = 3
"""Sentences that tell the news of an article; what follows may look back."""
STALE: Final = 7
"""Days by which a move is older than its report, from which on it is no news even in the head of an article."""
NEXT: Final = 3
"""Moves of one actor, new on one day, that an older one is linked to."""


def reporting_order(told: Sequence[Told]) -> tuple[Statement, ...]:
    """What was news before, and what after: each event before those of its actors that were news next."""
    news: dict[str, dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for item in told:
        day = _first_told(item, head=HEAD)
        if day is not None and not any(kin.lasts for profile in item.profiles for kin in profile.kins):
            for actor in sorted(item.present):
                news[actor][day].append(item)
    days = {actor: sorted(row) for actor, row in news.items()}
    found: dict[tuple[str, str], Statement] = {}
    for item in told:
        first = _first_told(item)
        for actor in sorted(item.present) if first is not None else ():
            after = next((day for day in days.get(actor, ()) if first is not None and day > first), None)
            for later in news[actor][after][:NEXT] if after is not None else ():
                if later.event.id != item.event.id:
                    found.setdefault((item.event.id, later.event.id), _before(item, later))
    return tuple(found[pair] for pair in sorted(found))


def _first_told(item: Told, head: int | None = None) -> int | None:
    """The first day on which the event was told as a fact: anywhere, or within the head of an article."""
    days = [
        profile.published[1]
        for profile in item.profiles
        if profile.mention.realis == "actual" and (head is None or _is_news(profile, head))
    ]
    return min((day for day in days if day is not None), default=None)


def _is_news(profile: Profile, head: int) -> bool:
    """Whether a report stands in the head of its article, and is not itself of a day long before."""
    done, published = profile.window[1], profile.published[1]
    stale = done is not None and published is not None and published - done > STALE
    return 0 <= profile.place_in_text < head and not stale


def _before(one: Told, two: Told) -> Statement:
    evidence = (_evidence(one.profiles[0], "told earlier"), _evidence(two.profiles[0], "news later"))
    return Statement(
        kind="before", source=one.event.id, target=two.event.id, strength="likely", weight=0.5, evidence=evidence
    )


def _evidence(profile: Profile, note: str) -> Evidence:
    mention = profile.mention
    return Evidence(
        article=mention.article, span=mention.span, quote=mention.quote, rule="order.reporting", note=note
    )
