"""What speaks for a link between a move and an earlier one: actors, places in the texts, days and words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from typing import Final

from ceasetimeline.lexicon import LinkKind
from ceasetimeline.linking.matching import Rarity, Reason
from ceasetimeline.linking.profiles import Profile
from ceasetimeline.linking.told import Told

ASIDE: Final = 0.5
OUTSIDE: Final = "no party to it"
AUTHOR: Final = 1.5
"""Points where an answer names whose the move is ("the Egyptian plan"), as much as for being asked."""

SAME_SENTENCE: Final = ("same sentence", 2.0)
UNDATED: Final = ("may be older", -1.25)
"""What it counts against a link that one article tells both but gives the later one no day: it may look back."""


def neighbours(source: Told, target: Told) -> Iterator[tuple[Profile, Profile]]:
    """Each mention of the source with those of the target that stand next before and after it in the article."""
    for a in source.profiles:
        row = target.places.get(a.mention.article, ())
        place = bisect_left(row, (a.start, ""), key=lambda entry: entry[:2])
        yield from ((a, b) for _, _, b in row[max(0, place - 1) : place + 1])


def together(a: Profile, b: Profile) -> bool:
    """Whether both stand in one article."""
    return a.mention.article == b.mention.article


def who(source: Told, target: Told, kind: LinkKind, mutual: Set[str]) -> list[Reason] | None:
    """What the actors say; None where they forbid the link. Moves of ``mutual`` types have no author but parties."""
    if kind.actors == "any":
        return [("any actors", 1.0)]
    if kind.actors == "same":
        return [("its own author", 2.0)] if source.acting and source.acting <= target.acting else None
    if kind.actors == "shared":
        return _sharers(source, target)
    return _answerer(source, target, mutual)


def _sharers(source: Told, target: Told) -> list[Reason] | None:
    """The more of those whom it concerns are the same, the surer the two belong together."""
    one, two = (item.acting | item.addressed for item in (source, target))
    if not one or not two:
        return []
    common = one & two
    if not common and not source.present & target.present:
        return None
    share = len(common) / max(len(one), len(two))
    return [
        (f"actors in common: {', '.join(sorted(common or source.present & target.present))}", round(2.5 * share, 2))
    ]


def is_own(source: Told, target: Told, mutual: Set[str]) -> bool:
    """Whether a move is by those who made the earlier one; a party may still answer what the parties did together."""
    if not source.acting or not source.acting <= target.acting:
        return False
    return target.event.type not in mutual or len(source.acting) == len(target.acting)


def _answerer(source: Told, target: Told, mutual: Set[str]) -> list[Reason] | None:
    """Nobody answers himself; who was addressed answers whoever made the move."""
    if is_own(source, target, mutual):
        return None
    return [*_asked(source, target, mutual), *_replied(source, target), *_named(source, target)]


def _asked(source: Told, target: Told, mutual: Set[str]) -> Iterator[Reason]:
    shared = target.event.type in mutual and len(target.acting) > 1
    own = frozenset() if target.event.type in mutual else source.acting & target.acting
    if own:
        yield f"{', '.join(sorted(own))} made it", -1.0
    asked = (target.addressed | target.acting) - own
    if source.acting & asked:
        yield f"{', '.join(sorted(source.acting))} was asked", 1.5
    elif source.akin & asked:
        yield f"{', '.join(sorted(source.akin & asked))} was asked", 1.0
    elif target.addressed and source.acting:
        yield "others were asked", -1.5
    elif source.acting and target.acting and shared:
        yield OUTSIDE, -1.0
    elif source.acting and source.addressed & target.acting and target.event.type in mutual:
        yield f"{', '.join(sorted(target.acting))} did it alone", 1.0


def _replied(source: Told, target: Told) -> Iterator[Reason]:
    """An answer goes to whoever made the move, less surely to another who was asked besides."""
    if source.addressed & target.acting:
        yield f"to {', '.join(sorted(source.addressed & target.acting))}", 1.0
    elif source.addressed & target.present:
        yield f"to {', '.join(sorted(source.addressed & target.present))}, asked besides", ASIDE
    elif source.addressed and target.acting:
        yield "to others", -0.5


def _named(source: Told, target: Told) -> Iterator[Reason]:
    """Whose the move is by the answer's own words: "the Egyptian plan" is Egypt's."""
    named = frozenset().union(*(profile.content.points_to.authors for profile in source.profiles)) - source.acting
    if named & target.acting:
        yield f"names {', '.join(sorted(named & target.acting))} as its author", AUTHOR
    elif named and target.acting and not named & target.present:
        yield "names another author", -1.0


def where(source: Told, target: Told, kind: LinkKind) -> tuple[list[Reason], tuple[Profile, Profile]]:
    """What the places in the texts say, and the two mentions that stand closest."""
    pairs = [(distance(a, b), a.mention.id, b.mention.id, a, b) for a, b in neighbours(source, target)]
    if not pairs:
        gap = 0 if source.day is None or target.day is None else abs(source.day - target.day)
        pair = source.profiles[0], target.profiles[0]
        return [(f"{gap} days before", round(1.0 - 2 * gap / kind.within, 2))], pair
    gap, _, _, a, b = min(pairs, key=lambda row: row[:3])
    value = next((value for reach, value in ((250, 1.5), (600, 1.25)) if gap <= reach), 1.0)
    reasons = [SAME_SENTENCE if gap == 0 else ("same article", value)]
    if gap and not kind.points and source.event.bounds.earliest_start is None:
        reasons.append(UNDATED)
    return reasons, (a, b)


def distance(a: Profile, b: Profile) -> int:
    """The letters between two mentions of an article; 0 in one sentence."""
    one, two = a.mention.span, b.mention.span
    if one is None or two is None:
        return 10**6
    if a.content.sentence is not None and a.content.sentence == b.content.sentence:
        return 0
    return max(one.start - two.stop, two.start - one.stop, 1)


def about(pair: tuple[Profile, Profile], rarity: Rarity) -> list[Reason]:
    """What the words of two mentions have in common; within one sentence that tells nothing."""
    one, two = (profile.content for profile in pair)
    reasons = []
    if one.sentence is None or one.sentence != two.sentence or not together(*pair):
        reasons.append(("likeness of words", round(3 * rarity.likeness(one.words, two.words), 2)))
        if one.durations & two.durations:
            reasons.append(("same duration", 1.0))
    return reasons
