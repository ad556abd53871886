"""Whether an answer's own words point to a move: as their object, as the last of its kind told, or as known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from ceasetimeline.linking.content import stem
from ceasetimeline.linking.matching import Reason
from ceasetimeline.linking.profiles import Profile
from ceasetimeline.linking.reference import last_of
from ceasetimeline.linking.ties import distance, is_own
from ceasetimeline.linking.told import Told

OBJECT: Final = ("its object", 2.0)
KNOWN: Final = ("the words point to it", 2.0)
"""Reasons from an answer's own words: they name the move ("agreed to a proposal"), or speak of it as known."""
ELSEWHERE: Final = ("spoken of as known, told elsewhere", 0.5)
SO_CALLED: Final = ("spoken of as known, so called elsewhere", 1.0)
OTHER: Final = ("the words name another kind of move", -1.0)
STAND: Final = ("a stand on an act", -1.5)

Post = tuple[int, str, Told]
Posts = Mapping[str, Sequence[Post]]
"""The moves of each article with their starts, in the order of its text."""


def pointing(source: Told, target: Told, posts: Posts, mutual: Set[str]) -> list[Reason]:
    """That the answer's own words point to the target, if they do: the strongest reason."""
    reasons = [*_objects(source, target), *_referents(source, target, posts, mutual)]
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
                yield OBJECT


def _referents(source: Told, target: Told, posts: Posts, mutual: Set[str]) -> Iterator[Reason]:
    for profile in source.profiles:
        types = profile.content.points_to.types
        told = _told(source, profile.mention.article, posts, mutual) if types else []
        if types and not any(kind in types and profile.content.points_to.holds(start) for start, kind, _ in told):
            referent = last_of(types, profile.start, told)
            beside = not referent and target.event.type in types and _shares_sentence(profile, target)
            if beside or referent == target.event.id:
                yield KNOWN
            elif target.event.type in types and not _tells_one(source, types, posts, mutual):
                yield SO_CALLED if _is_called(target, profile.content.points_to.noun) else ELSEWHERE


def _told(source: Told, article: str, posts: Posts, mutual: Set[str]) -> list[tuple[int, str, str]]:
    """The moves of an article that an answerer may have had in mind."""
    row = posts[article]
    return [(start, item.event.type, name) for start, name, item in row if _is_open_to(source, item, mutual)]


def _tells_one(source: Told, types: Set[str], posts: Posts, mutual: Set[str]) -> bool:
    """Whether any article of the answer tells a move that its words may mean."""
    rows = (_told(source, article, posts, mutual) for article in sorted(source.articles))
    return any(kind in types for row in rows for _, kind, _ in row)


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
