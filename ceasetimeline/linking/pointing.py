"""Whether an answer's own words point to a move: as their object, as the last of its kind told, or as known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import takewhile
from typing import Final

import attrs

from ceasetimeline.linking.content import stem
from ceasetimeline.linking.matching import Reason
from ceasetimeline.linking.profiles import Profile
from ceasetimeline.linking.ties import distance, is_own
from ceasetimeline.linking.told import Told
from ceasetimeline.model import Span

NAMED: Final = ("named as its object", 2.0)
OBJECT: Final = ("its object", 2.0)
KNOWN: Final = ("the words point to it", 2.0)
"""Reasons from an answer's own words: they name the move ("agreed to a proposal"), or speak of it as known."""
BY_NAME: Final = {"object": {NAMED, OBJECT}, "noun": {NAMED}, "pointed": {NAMED, OBJECT, KNOWN}}
"""Of which reasons a link asks for one that is only for what the words name (`EventLink.named`)."""
LATER: Final = ("the words point to it, told later", 1.5)
UNNAMED: Final = ("settled, and not named", -0.5)
ELSEWHERE: Final = ("spoken of as known, told elsewhere", 0.5)
SO_CALLED: Final = ("spoken of as known, so called elsewhere", 1.0)
OTHER: Final = ("the words name another kind of move", -1.0)
STAND: Final = ("a stand on an act", -1.5)

NEARBY: Final = 600
"""Letters within which a demonstrative points ("that proposal")."""

Post = tuple[int, str, Told]
Posts = Mapping[str, Sequence[Post]]
"""The moves of each article with their starts, in the order of its text."""


@attrs.frozen
class Aim:
    """Where the words of one mention of an answer point, worked out once for all moves that it may answer.

    ``named``: its object is a move told by itself; ``referent``: the move that a noun or pronoun stands for, the last
    of its kind told before; ``later``: the first told behind, where none stands before; ``tells_one``: whether any
    article of the answer tells a move that the words may mean.
    """

    profile: Profile
    named: bool = False
    referent: str = ""
    later: str = ""
    tells_one: bool = False

    def at(self, target: Told) -> Iterator[Reason]:
        """That the words point to a target, in one way or none."""
        points_to = self.profile.content.points_to
        fits = target.event.type in points_to.types
        if self.named:
            return
        beside = not self.referent and fits and _shares_sentence(self.profile, target)
        if beside or self.referent == target.event.id:
            yield KNOWN
        elif points_to.noun and self.later == target.event.id:
            yield LATER
        elif fits and not self.tells_one:
            yield SO_CALLED if _is_called(target, points_to.noun) else ELSEWHERE


def aims_of(source: Told, posts: Posts, mutual: Set[str]) -> tuple[Aim, ...]:
    """Where the words of an answer point, by each of its mentions that speaks of a move as known."""
    return tuple(
        _aim(source, profile, posts, mutual) for profile in source.profiles if profile.content.points_to.types
    )


def _aim(source: Told, profile: Profile, posts: Posts, mutual: Set[str]) -> Aim:
    points_to = profile.content.points_to
    row = posts[profile.mention.article]
    place = bisect_left(row, profile.start, key=lambda post: post[0])

    def meant(found: Iterable[Post]) -> Iterator[Post]:
        kept = takewhile(lambda post: abs(post[0] - profile.start) <= NEARBY, found) if points_to.near else found
        return (post for post in kept if _may_mean(source, points_to.types, post[2], mutual))

    referent = next((name for _, name, _ in meant(row[at] for at in range(place - 1, -1, -1))), "")
    later = "" if referent else next((name for _, name, _ in meant(row[at] for at in range(place, len(row)))), "")
    return Aim(
        profile,
        named=any(_within(row, points_to.places, source, points_to.types, mutual)),
        referent=referent,
        later=later,
        tells_one=bool(referent or later) or _tells_one(source, points_to.types, posts, mutual),
    )


def pointing(source: Told, target: Told, aims: Sequence[Aim]) -> list[Reason]:
    """That the answer's own words point to the target, if they do: the strongest reason."""
    reasons = [*_objects(source, target), *(reason for aim in aims for reason in aim.at(target))]
    return [max(reasons, key=lambda reason: reason[1])] if reasons else []


def other_kind(source: Told, target: Told, nameable: Set[str]) -> list[Reason]:
    """That the words name a known thing that the target cannot be ("rejected that proposal" answers no demand).

    Only types that some noun names (``nameable``) can be named otherwise.
    """
    if target.event.type not in nameable:
        return []
    named = [profile.content.points_to.types for profile in source.profiles]
    return [OTHER] if all(types and target.event.type not in types for types in named) else []


def _objects(source: Told, target: Told) -> Iterator[Reason]:
    for profile in source.profiles:
        for _, _, other in target.places.get(profile.mention.article, ()):
            if profile.content.points_to.holds(other.start):
                named = other.mention.span is not None and profile.content.points_to.names(other.mention.span)
                yield NAMED if named else OBJECT


def _may_mean(source: Told, types: Set[str], item: Told, mutual: Set[str]) -> bool:
    """Whether an answerer may mean a move by words that stand for some types."""
    return item.event.type in types and _is_open_to(source, item, mutual)


def _within(
    row: Sequence[Post], places: Iterable[Span], source: Told, types: Set[str], mutual: Set[str]
) -> Iterator[Post]:
    """The moves that the words may mean and that are told in some places of an article."""
    for place in places:
        first, last = (bisect_left(row, at, key=lambda post: post[0]) for at in (place.start, place.stop))
        yield from (post for post in row[first:last] if _may_mean(source, types, post[2], mutual))


def _tells_one(source: Told, types: Set[str], posts: Posts, mutual: Set[str]) -> bool:
    """Whether any article of the answer tells a move that its words may mean."""
    rows = (posts[article] for article in sorted(source.articles))
    return any(_may_mean(source, types, item, mutual) for row in rows for _, _, item in row)


def _is_called(target: Told, noun: str) -> bool:
    """Whether a report of the move has the noun that points to it in its sentence."""
    return bool(noun) and any(stem(noun) in profile.content.words for profile in target.profiles)


def _shares_sentence(profile: Profile, target: Told) -> bool:
    rows = target.places.get(profile.mention.article, ())
    return any(distance(profile, other) == 0 for _, _, other in rows)


def _is_open_to(source: Told, item: Told, mutual: Set[str]) -> bool:
    """Whether an answerer may have had the move in mind: it is not his own, and was not denied."""
    return not is_own(source, item, mutual) and item.event.id != source.event.id and item.event.realis != "denied"


def points_away(source: Told) -> bool:
    """Whether all that an answer's words name is something that cannot be answered so ("rejected the charge")."""
    return all(profile.content.points_to.elsewhere for profile in source.profiles)


def stand(answer: Profile) -> list[Reason]:
    """That an answer is about an own act ("refused to withdraw"), which need not answer anybody's move."""
    act = answer.content.act
    return [STAND] if act and any(kin.acts and act not in kin.acts for kin in answer.kins) else []
