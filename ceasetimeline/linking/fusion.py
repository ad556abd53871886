"""One event out of the mentions that tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ceasetimeline.bounds import OPEN, TimeBounds
from ceasetimeline.codec import content_id
from ceasetimeline.linking.matching import Reason
from ceasetimeline.linking.profiles import Profile
from ceasetimeline.model import ROLE_NAMES, Event, Evidence, Realis, Roles

STRENGTH: Final[tuple[Realis, ...]] = ("actual", "planned", "demanded", "conditional", "hypothetical", "denied")
"""From what has happened to what has not: an event is as real as its most real mention."""


def fuse(members: Sequence[Profile], merges: Sequence[Sequence[Reason]]) -> Event:
    """The event that some mentions tell of; ``merges`` are the reasons for taking in all but the first.

    What a corrected report says counts only where no other tells the event.
    """
    mentions = sorted((profile.mention for profile in members), key=lambda mention: mention.id)
    names = tuple(mention.id for mention in mentions)
    standing = [profile for profile in members if not profile.retracted] or members
    told = sorted((profile.mention for profile in standing), key=lambda mention: mention.id)
    bounds, because = shared_bounds(members)
    return Event(
        id=content_id("e", *names),
        type=_commonest([profile.mention.type for profile in standing]),
        realis=min((mention.realis for mention in told), key=STRENGTH.index),
        roles=_roles(standing),
        venue=_commonest([mention.venue for mention in told if mention.venue]),
        round=_commonest([mention.round for mention in told if mention.round]),
        bounds=bounds,
        bounds_because=because,
        mentions=names,
        independent_sources=len({profile.witness for profile in members}),
        confidence=max(mention.confidence for mention in mentions),
        why=tuple(_why(profile, reasons) for profile, reasons in zip(members[1:], merges, strict=True)),
    )


def shared_bounds(members: Sequence[Profile]) -> tuple[TimeBounds, tuple[Evidence, ...]]:
    """What holds when all mentions hold, with the words that say so.

    Where some contradict the others, what the surest say (members come the surest first); the rest is left to the
    statements about dates, so that the contradiction is weighed and shown.
    """
    bounds = OPEN
    because: list[Evidence] = []
    for profile in members:
        mention = profile.mention
        both = None if mention.bounds.is_open else bounds.intersection(mention.bounds)
        if both is not None:
            bounds = both
            because.extend(mention.bounds_because or [_given(profile)])
    return bounds, tuple(dict.fromkeys(because))


def _given(profile: Profile) -> Evidence:
    mention = profile.mention
    return Evidence(article=mention.article, span=mention.span, quote=mention.quote, rule="bounds.given")


def _roles(members: Sequence[Profile]) -> Roles:
    """Everybody in the role that most mentions give them; whoever acts is not also addressed."""
    filled = {}
    for role in ROLE_NAMES:
        votes = Counter(name for profile in members for name in profile.mention.roles.named(role))
        filled[role] = tuple(sorted(votes, key=lambda name: (-votes[name], name)))
    acting = Counter(name for profile in members for name in profile.mention.roles.acting)
    addressed = Counter(name for profile in members for name in profile.mention.roles.addressee)
    filled["addressee"] = tuple(name for name in filled["addressee"] if addressed[name] > acting[name])
    filled["agent"] = tuple(
        name for name in filled["agent"] if name not in filled["parties"] and name not in filled["addressee"]
    )
    return Roles(**filled)


def _why(profile: Profile, reasons: Sequence[Reason]) -> Evidence:
    mention = profile.mention
    note = "; ".join(f"{reason} ({value:+g})" for reason, value in reasons if value)
    return Evidence(article=mention.article, span=mention.span, quote=mention.quote, rule="coreference", note=note)


def _commonest(values: Sequence[str]) -> str:
    votes = Counter(values)
    return min(votes, key=lambda value: (-votes[value], values.index(value)), default="")
