"""Mentions of one move become one event, with the reason for every merge.

Mentions are taken the surest first (dated, actual) and compared with the events they could belong to, found by
shared kin, actor and week or by a rare word: never with all others. An event takes a mention in when they match and
nothing forbids it with any of its mentions, so recurring moves do not run together through a middle one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.fusion import fuse
from ceasetimeline.linking.matching import ENOUGH, Rarity, Reason, match, points
from ceasetimeline.linking.profiles import NO_COPIES, Profile, make_profiles
from ceasetimeline.model import ArticleReading, Event

COMPARED: Final = 12
"""Mentions of an event that a further one is compared with: the surest."""
CANDIDATES: Final = 60
"""Events that a mention is compared with at most, those nearest in time first."""
LONG: Final = 6
"""Weeks from which a window is too long to be looked up by its weeks."""
RARE_WORDS: Final = 6


Pair = tuple[str, str]
CORRECTED: Final[tuple[Reason, ...]] = (("an analyst's correction", ENOUGH),)


@attrs.frozen
class Bonds:
    """Mentions that an analyst has joined or kept apart, by mention."""

    together: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, together: Iterable[Pair], apart: Iterable[Pair]) -> Bonds:
        """The bonds that pairs of mentions make; each pair binds both ways."""
        return cls(_both_ways(together), _both_ways(apart))


def _both_ways(pairs: Iterable[Pair]) -> Mapping[str, frozenset[str]]:
    bound: dict[str, set[str]] = defaultdict(set)
    for one, two in pairs:
        bound[one].add(two)
        bound[two].add(one)
    return {name: frozenset(others) for name, others in bound.items()}


@attrs.define
class Group:
    """An event in the making: its mentions, and why each but the first was taken in."""

    members: list[Profile] = attrs.field(factory=list)
    reasons: list[tuple[Reason, ...]] = attrs.field(factory=list)


def cluster(
    readings: Sequence[ArticleReading],
    witnesses: Mapping[str, str],
    lexicon: Lexicon,
    copies: Mapping[str, str] = NO_COPIES,
) -> tuple[Event, ...]:
    """The events that the mentions tell of; each mention is in exactly one.

    ``Event.why`` says of every merge what spoke for it. The result does not depend on the order of the articles.
    """
    profiles = make_profiles(readings, witnesses, lexicon, copies)
    return events_of(profiles, Rarity.of(profiles))


def events_of(
    profiles: Sequence[Profile], rarity: Rarity, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> tuple[Event, ...]:
    """The events that some profiles, the surest first, tell of.

    ``together`` and ``apart`` are pairs of mentions that an analyst joins or keeps apart, whatever speaks against it.
    """
    groups = _group(profiles, rarity, Bonds.of(together, apart))
    events = (fuse(group.members, group.reasons) for group in groups)
    return tuple(sorted(events, key=lambda event: (_first_day(event), event.id)))


def _first_day(event: Event) -> int:
    days = [day for day in event.bounds.sides if day is not None]
    return min(days, default=10**9)


def _group(profiles: Sequence[Profile], rarity: Rarity, bonds: Bonds) -> list[Group]:
    groups: list[Group] = []
    home: dict[str, int] = {}
    index: dict[object, list[int]] = defaultdict(list)
    for profile in profiles:
        keys = list(_keys(profile, rarity))
        bound = [home[name] for name in sorted(bonds.together.get(profile.mention.id, ())) if name in home]
        near = sorted({number for key in keys for number in index[key][-CANDIDATES:]})
        number, reasons = (bound[0], CORRECTED) if bound else _best(profile, near, groups, rarity, bonds)
        if number is None:
            number = len(groups)
            groups.append(Group())
        else:
            groups[number].reasons.append(reasons)
        groups[number].members.append(profile)
        home[profile.mention.id] = number
        for key in keys:
            if number not in index[key][-CANDIDATES:]:
                index[key].append(number)
    return groups


def _best(
    profile: Profile, near: Iterable[int], groups: Sequence[Group], rarity: Rarity, bonds: Bonds
) -> tuple[int | None, tuple[Reason, ...]]:
    """The group that a mention fits best and why; None where it fits none well enough."""
    kept_apart = bonds.apart.get(profile.mention.id, frozenset())
    offers = []
    for number in near:
        if kept_apart and any(member.mention.id in kept_apart for member in groups[number].members):
            continue
        found = _fits(profile, groups[number], rarity)
        if found is not None and points(found) >= ENOUGH:
            offers.append((-points(found), number, found))
    _, number, reasons = min(offers, default=(0.0, -1, ()))
    return (None, ()) if number < 0 else (number, reasons)


def _fits(profile: Profile, group: Group, rarity: Rarity) -> tuple[Reason, ...] | None:
    """The best match with a mention of the group; None where any of them forbids it."""
    best: tuple[Reason, ...] | None = None
    for member in group.members[:COMPARED]:
        found = match(profile, member, rarity)
        if found is None:
            return None
        if best is None or points(found) > points(best):
            best = found
    return best


def _keys(profile: Profile, rarity: Rarity) -> Iterator[object]:
    """What an event must share with a mention to be compared with it: kin, actor, and a week or a rare word."""
    actors = sorted(profile.present | profile.akin) or [""]
    kins = [kin.name for kin in profile.kins]
    weeks = _weeks(profile)
    rare = sorted(profile.content.words, key=lambda word: (-rarity.weights.get(word, 0.0), word))[:RARE_WORDS]
    for kin in kins:
        for actor in actors:
            for week in weeks:
                yield kin, actor, week
        for word in rare:
            yield kin, word
        yield kin, "version", profile.version


def _weeks(profile: Profile) -> Iterable[int]:
    if profile.soft is None:
        return ()
    first, last = profile.soft[0] // 7, profile.soft[1] // 7
    return range(first, last + 1) if last - first < LONG else range(last - LONG, last + 1)
