"""Which earlier move each move answers, ends, fulfils, breaches: across sentences and across articles.

What may be linked to what stands with each event type (`EventType.links`), how each kind of link behaves in
`LinkKind`. A link is made to the one earlier event that most speaks for: told in the same sentence or article, the
open move of the actor answered, alike in words; where little speaks for any, there is no link.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.lexicon import EventLink, Lexicon, LinkKind
from ceasetimeline.linking.matching import Rarity, Reason, points
from ceasetimeline.linking.profiles import Profile, make_profiles
from ceasetimeline.linking.reference import last_of
from ceasetimeline.linking.told import Told, tell
from ceasetimeline.model import ArticleReading, Event, Evidence, Mention, Statement

ENOUGH: Final = 3.0
"""Points from which a link is made."""
AROUND: Final = 40
"""Mentions before and after one in its article among which an earlier move is looked for."""
FAR: Final = 8
"""Earlier events of one type and actor, told only in other articles, that are looked at: the nearest."""
FRESH: Final = 3
"""Days by which an undated move may be told later than its answer: after that it would have been told with it."""
OBJECT: Final = ("its object", 2.0)
KNOWN: Final = ("the words point to it", 2.0)
"""Reasons from an answer's own words: they name the move ("agreed to a proposal"), or speak of it as known."""
BESIDE: Final = -0.5
"""What it counts at most against a move that others were asked, where the words point to that move."""
CUES: Final = frozenset({"before", "after"})
STAND: Final = -1.5
PLAIN: Final = LinkKind(name="")


_Post = tuple[int, str, Told]


@attrs.frozen
class _Found:
    """A target with what speaks for it and the two mentions that show it best."""

    target: Told
    reasons: tuple[Reason, ...]
    pair: tuple[Profile, Profile]


def link_answers(
    events: Sequence[Event], mentions: Sequence[Mention], readings: Sequence[ArticleReading], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """The links between events as statements: ``source`` is the answer, ``target`` the earlier move.

    Links told in one article are ``asserted`` where their kind is one that texts tell (`LinkKind.told`); all others,
    worked out, are ``likely``. Only the given ``mentions`` of the readings are used.
    """
    known = {mention.id for mention in mentions}
    profiles = [p for p in make_profiles(readings, {}, lexicon) if p.mention.id in known]
    return links_between(tell(events, profiles), Rarity.of(profiles), lexicon)


def links_between(told: Sequence[Told], rarity: Rarity, lexicon: Lexicon) -> tuple[Statement, ...]:
    """All links among some events, each pair at most once, by the kind that says most."""
    links = {row.name: row.links for row in lexicon.event_types}
    kinds = {row.name: row for row in lexicon.link_kinds}
    index = _Index.of(told)
    best: dict[frozenset[str], tuple[int, float, Statement]] = {}
    for source in sorted(told, key=lambda item: item.event.id):
        for link in links.get(source.event.type, ()):
            if link.mode and all(profile.mention.mode != link.mode for profile in source.profiles):
                continue
            kind = kinds.get(link.kind, attrs.evolve(PLAIN, name=link.kind))
            for found in _best(source, link, kind, index, rarity):
                pair = frozenset({source.event.id, found.target.event.id})
                offer = (kind.rank, -points(found.reasons), _statement(source, found, kind))
                if pair not in best or offer[:2] < best[pair][:2]:
                    best[pair] = offer
    statements = (statement for _, _, statement in best.values())
    return tuple(sorted(statements, key=lambda s: (s.kind, s.source, s.target)))


def unless_told_otherwise(
    links: Sequence[Statement], events: Sequence[Event], cues: Iterable[Statement]
) -> tuple[Statement, ...]:
    """The links but for those whose answer some text puts before what it would answer.

    A link is worked out, a cue ("released them before they signed") is told: what is told wins.
    """
    home = {name: event.id for event in events for name in event.mentions}
    pairs = (
        (cue.source, cue.target) if cue.kind == "before" else (cue.target, cue.source)
        for cue in cues
        if cue.kind in CUES
    )
    told = {(home.get(one, one), home.get(two, two)) for one, two in pairs}
    return tuple(link for link in links if (link.source, link.target) not in told)


@attrs.frozen
class _Index:
    """Where to look for earlier events: by place in an article, and by type and actor in order of days."""

    by_article: Mapping[str, Sequence[_Post]]
    by_actor: Mapping[tuple[str, str], Sequence[_Post]]

    @classmethod
    def of(cls, told: Sequence[Told]) -> _Index:
        by_article: dict[str, list[_Post]] = defaultdict(list)
        by_actor: dict[tuple[str, str], list[_Post]] = defaultdict(list)
        for item in told:
            for profile in item.profiles:
                by_article[profile.mention.article].append((profile.start, item.event.id, item))
            if item.day is not None:
                for actor in sorted(item.present):
                    by_actor[item.event.type, actor].append((item.day, item.event.id, item))
        for row in (*by_article.values(), *by_actor.values()):
            row.sort(key=_by_place)
        return cls(by_article, by_actor)

    def candidates(self, source: Told, link: EventLink, kind: LinkKind) -> Iterator[Told]:
        """The events of the types asked for that stand near the source in an article, or not long before it."""
        found: dict[str, Told] = {}
        for profile in source.profiles:
            row = self.by_article[profile.mention.article]
            place = bisect_left(row, (profile.start, ""), key=_by_place)
            around = row[max(0, place - AROUND) : place + AROUND]
            found |= {name: item for _, name, item in around if item.event.type in link.to}
        if kind.far and source.day is not None:
            for event_type in link.to:
                for actor in sorted(source.present):
                    row = self.by_actor.get((event_type, actor), ())
                    stop = bisect_left(row, (source.day + 1, ""), key=_by_place)
                    found |= {name: item for _, name, item in row[max(0, stop - FAR) : stop]}
        found.pop(source.event.id, None)
        return iter(found.values())


def _by_place(post: _Post) -> tuple[int, str]:
    return post[0], post[1]


def _best(source: Told, link: EventLink, kind: LinkKind, index: _Index, rarity: Rarity) -> Iterator[_Found]:
    """The target that most speaks for; one of each type where a link of the kind may have several."""
    offers: list[_Found] = []
    for target in index.candidates(source, link, kind):
        if not _is_possible(source, target, kind):
            continue
        who = _who(source, target, kind)
        if who is None:
            continue
        pointing = _pointing(source, target, index) if kind.points else []
        if pointing:
            who = [*((reason, max(value, BESIDE)) for reason, value in who), *pointing]
        where, pair = _where(source, target, kind)
        who += [("a stand on an act", STAND)] if _takes_stand(pair[0]) else []
        rank = ("type", 0.0 if pointing else -min(0.5, 0.25 * link.to.index(target.event.type)))
        offers.append(_Found(target, (*who, *where, *_about(pair, rarity), rank), pair))
    offers.sort(key=lambda found: (-points(found.reasons), found.target.event.id))
    taken: set[str] = set()
    for found in offers:
        group = found.target.event.type if kind.several else ""
        if group not in taken and points(found.reasons) >= ENOUGH:
            taken.add(group)
            yield found


def _is_possible(source: Told, target: Told, kind: LinkKind) -> bool:
    """Whether the target can be the earlier of the two, and is not too old."""
    one, two = source.event, target.event
    if two.realis == "denied" or (
        one.realis == "actual" and two.realis in {"planned", "hypothetical", "conditional"}
    ):
        return False
    end, start = one.bounds.latest_end, two.bounds.earliest_start
    if end is not None and start is not None and end < start:
        return False
    if source.day is not None and target.day is not None and target.day - source.day > FRESH:
        return False
    if not source.articles.isdisjoint(target.articles):
        return not _is_its_content(source, target)
    return source.day is None or target.day is None or source.day - target.day <= kind.within


def _is_its_content(source: Told, target: Told) -> bool:
    """Whether the one is what the other asks for ("urged them to accept"), which is no answer to it."""
    return any(
        a.mention.realis != "actual" and any(kin.asks for kin in b.kins) and _distance(a, b) == 0
        for a, b in _neighbours(source, target)
    )


def _neighbours(source: Told, target: Told) -> Iterator[tuple[Profile, Profile]]:
    """Each mention of the source with those of the target that stand next before and after it in the article."""
    for a in source.profiles:
        row = target.places.get(a.mention.article, ())
        place = bisect_left(row, (a.start, ""), key=lambda entry: entry[:2])
        yield from ((a, b) for _, _, b in row[max(0, place - 1) : place + 1])


def _together(a: Profile, b: Profile) -> bool:
    return a.mention.article == b.mention.article


def _who(source: Told, target: Told, kind: LinkKind) -> list[Reason] | None:
    """What the actors say; None where they forbid the link."""
    if kind.actors == "any":
        return [("any actors", 1.0)]
    if kind.actors == "same":
        return [("its own author", 2.0)] if source.acting and source.acting <= target.acting else None
    if kind.actors == "shared":
        return _sharers(source, target)
    return _answerer(source, target)


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


def _answerer(source: Told, target: Told) -> list[Reason] | None:
    """Nobody answers himself; who was addressed answers whoever made the move."""
    if source.acting and source.acting <= target.acting and len(target.acting) == len(source.acting):
        return None
    reasons: list[Reason] = []
    asked = target.addressed | target.acting
    if source.acting & asked:
        reasons.append((f"{', '.join(sorted(source.acting))} was asked", 1.5))
    elif source.akin & asked:
        reasons.append((f"{', '.join(sorted(source.akin & asked))} was asked", 1.0))
    elif target.addressed and source.acting:
        reasons.append(("others were asked", -1.5))
    if source.addressed & target.present:
        reasons.append((f"to {', '.join(sorted(source.addressed & target.present))}", 1.0))
    elif source.addressed and target.acting:
        reasons.append(("to others", -0.5))
    return reasons


def _pointing(source: Told, target: Told, index: _Index) -> list[Reason]:
    """That the answer's own words point to the target, if they do."""
    reasons = [*_objects(source, target), *_referents(source, target, index)]
    return [max(reasons, key=lambda reason: reason[1])] if reasons else []


def _objects(source: Told, target: Told) -> Iterator[Reason]:
    for profile in source.profiles:
        for _, _, other in target.places.get(profile.mention.article, ()):
            if profile.content.points_to.holds(other.start):
                yield OBJECT


def _referents(source: Told, target: Told, index: _Index) -> Iterator[Reason]:
    for profile in source.profiles:
        types = profile.content.points_to.types
        row = index.by_article[profile.mention.article] if types else ()
        posts = [(start, item.event.type, name) for start, name, item in row if _is_open_to(source, item)]
        if types and not any(kind in types and profile.content.points_to.holds(start) for start, kind, _ in posts):
            referent = last_of(types, profile.start, posts)
            beside = not referent and target.event.type in types and _shares_sentence(profile, target)
            if beside or referent == target.event.id:
                yield KNOWN


def _shares_sentence(profile: Profile, target: Told) -> bool:
    rows = target.places.get(profile.mention.article, ())
    return any(_distance(profile, other) == 0 for _, _, other in rows)


def _is_open_to(source: Told, item: Told) -> bool:
    """Whether an answerer may have had the move in mind: it is not his own, and was not denied."""
    own = bool(source.acting) and source.acting <= item.acting and len(item.acting) == len(source.acting)
    return not own and item.event.id != source.event.id and item.event.realis != "denied"


def _takes_stand(answer: Profile) -> bool:
    """Whether an answer is about an own act ("refused to withdraw"), which need not answer anybody's move."""
    act = answer.content.act
    return bool(act) and any(kin.acts and act not in kin.acts for kin in answer.kins)


def _where(source: Told, target: Told, kind: LinkKind) -> tuple[list[Reason], tuple[Profile, Profile]]:
    """What the places in the texts say, and the two mentions that stand closest."""
    pairs = [(_distance(a, b), a.mention.id, b.mention.id, a, b) for a, b in _neighbours(source, target)]
    if not pairs:
        gap = 0 if source.day is None or target.day is None else abs(source.day - target.day)
        return [(f"{gap} days before", round(1.0 - math.log2(1 + gap / 4), 2))], (
            source.profiles[0],
            target.profiles[0],
        )
    distance, _, _, a, b = min(pairs, key=lambda row: row[:3])
    value = next((value for reach, value in ((0, 2.0), (250, 1.5), (600, 1.25)) if distance <= reach), 1.0)
    return [("same sentence" if distance == 0 else "same article", value)], (a, b)


def _distance(a: Profile, b: Profile) -> int:
    one, two = a.mention.span, b.mention.span
    if one is None or two is None:
        return 10**6
    if a.content.sentence is not None and a.content.sentence == b.content.sentence:
        return 0
    return max(one.start - two.stop, two.start - one.stop, 1)


def _about(pair: tuple[Profile, Profile], rarity: Rarity) -> list[Reason]:
    one, two = (profile.content for profile in pair)
    reasons = []
    if one.sentence is None or one.sentence != two.sentence or not _together(*pair):
        reasons.append(("likeness of words", round(3 * rarity.likeness(one.words, two.words), 2)))
        if one.durations & two.durations:
            reasons.append(("same duration", 1.0))
    return reasons


def _statement(source: Told, found: _Found, kind: LinkKind) -> Statement:
    note = "; ".join(f"{reason} ({value:+g})" for reason, value in found.reasons if value)
    evidence = tuple(
        Evidence(
            article=profile.mention.article,
            span=profile.mention.span,
            quote=profile.mention.quote,
            rule=f"link.{kind.name}",
            note=note if place == 0 else "",
        )
        for place, profile in enumerate(found.pair)
    )
    return Statement(
        kind=kind.name,
        source=source.event.id,
        target=found.target.event.id,
        strength="asserted" if kind.told and _together(*found.pair) else "likely",
        weight=float(len({profile.witness for profile in source.profiles})),
        evidence=evidence,
    )
