"""Which earlier move each move answers, ends, fulfils, breaches: across sentences and across articles.

What may be linked to what stands with each event type (`EventType.links`), how each kind of link behaves in
`LinkKind`. A link is made to the one earlier event that most speaks for: told in the same sentence or article, the
open move of the actor answered, alike in words; where little speaks for any, there is no link.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

import attrs

from ceasetimeline.lexicon import EventLink, Lexicon, LinkKind
from ceasetimeline.linking.matching import Rarity, Reason, points
from ceasetimeline.linking.pointing import (
    BY_NAME,
    UNNAMED,
    Aim,
    Post,
    Posts,
    aims_of,
    other_kind,
    pointing,
    points_away,
    stand,
)
from ceasetimeline.linking.profiles import Profile, make_profiles
from ceasetimeline.linking.ties import OUTSIDE, SAME_SENTENCE, about, distance, neighbours, together, where, who
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
BESIDE: Final = -0.5
"""What it counts at most against a move that others were asked, where the words point to that move."""
CUES: Final = frozenset({"before", "after"})
PLAIN: Final = LinkKind(name="")


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
    index = _Index.of(told, lexicon)
    best: dict[frozenset[str], tuple[int, float, Statement]] = {}
    for source in sorted(told, key=lambda item: item.event.id):
        for link in links.get(source.event.type, ()):
            kind = kinds.get(link.kind, attrs.evolve(PLAIN, name=link.kind))
            for found in _allowed(source, link, _best(source, link, kind, index, rarity)):
                pair = frozenset({source.event.id, found.target.event.id})
                offer = (kind.rank, -points(found.reasons), _statement(source, found, kind))
                if pair not in best or offer[:2] < best[pair][:2]:
                    best[pair] = offer
    statements = (statement for _, _, statement in best.values())
    return tuple(sorted(statements, key=lambda s: (s.kind, s.source, s.target)))


def _allowed(source: Told, link: EventLink, offers: Iterable[_Found]) -> Iterator[_Found]:
    """The offers of a link that is for moves in the mode of the source; a facet of its words counts as mode.

    In a mode that the link is not for, only what the words have as their object: "the plan, which they rejected".
    """
    modes = {mode for profile in source.profiles for mode in (profile.mention.mode, *profile.content.facets) if mode}
    if not link.mode or link.mode in modes:
        named = link.named or ("object" if link.unless in modes else "")
        yield from (found for found in offers if not named or not BY_NAME[named].isdisjoint(found.reasons))


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
    """Where to look for earlier events: by place in an article, and by type and actor in order of days.

    ``mutual``: types of moves that parties make together; ``nameable``: types that some noun stands for; ``settled``:
    types of moves that close a matter, which an answer that does not name them seldom means.
    """

    by_article: Posts
    by_actor: Mapping[tuple[str, str], Sequence[Post]]
    mutual: Set[str]
    nameable: Set[str]
    settled: Set[str]

    @classmethod
    def of(cls, told: Sequence[Told], lexicon: Lexicon) -> _Index:
        by_article: dict[str, list[Post]] = defaultdict(list)
        by_actor: dict[tuple[str, str], list[Post]] = defaultdict(list)
        for item in told:
            for profile in item.profiles:
                by_article[profile.mention.article].append((profile.start, item.event.id, item))
            if item.day is not None:
                for actor in sorted(item.present):
                    by_actor[item.event.type, actor].append((item.day, item.event.id, item))
        for row in (*by_article.values(), *by_actor.values()):
            row.sort(key=_by_place)
        mutual = frozenset(row.name for row in lexicon.event_types if row.reciprocal)
        nameable = frozenset(name for row in lexicon.references for name in row.types)
        settled = frozenset(row.name for row in lexicon.event_types if row.group == "settle")
        return cls(by_article, by_actor, mutual, nameable, settled)

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


def _by_place(post: Post) -> tuple[int, str]:
    return post[0], post[1]


def _best(source: Told, link: EventLink, kind: LinkKind, index: _Index, rarity: Rarity) -> Iterator[_Found]:
    """The target that most speaks for; one of each type where a link of the kind may have several."""
    if kind.points and points_away(source):
        return
    aims = aims_of(source, index.by_article, index.mutual) if kind.points else ()
    offers: list[_Found] = []
    for target in index.candidates(source, link, kind):
        if not _is_possible(source, target, kind) or (link.wished and target.event.realis == "actual"):
            continue
        by_actors = who(source, target, kind, index.mutual)
        if by_actors is None:
            continue
        by_place, pair = where(source, target, kind)
        by_words = _by_words(source, target, aims, index, SAME_SENTENCE in by_place) if kind.points else []
        if points(by_words) > 0:
            by_actors = [(why, value if why == OUTSIDE else max(value, BESIDE)) for why, value in by_actors]
        rank = ("type", 0.0 if points(by_words) > 0 else -min(0.5, 0.25 * link.to.index(target.event.type)))
        reasons = (*by_actors, *by_words, *by_place, *stand(pair[0]), *about(pair, rarity), rank)
        offers.append(_Found(target, reasons, pair))
    offers.sort(key=lambda found: (-points(found.reasons), found.target.event.id))
    taken: set[str] = set()
    for found in offers:
        group = found.target.event.type if kind.several else ""
        if group not in taken and points(found.reasons) >= ENOUGH:
            taken.add(group)
            yield found


def _by_words(source: Told, target: Told, aims: Sequence[Aim], index: _Index, beside: bool) -> list[Reason]:
    """What the answer's own words say of a target, or that they do not name it."""
    found = pointing(source, target, aims)
    if not found:
        unnamed = [UNNAMED] if target.event.type in index.settled and not beside else []
        return [*other_kind(source, target, index.nameable), *unnamed]
    return found


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
    if two.realis != "actual":
        return False
    return source.day is None or target.day is None or source.day - target.day <= kind.within


def _is_its_content(source: Told, target: Told) -> bool:
    """Whether the one is what the other asks for ("urged them to accept"), which is no answer to it."""
    return any(
        a.mention.realis != "actual" and any(kin.asks for kin in b.kins) and distance(a, b) == 0
        for a, b in neighbours(source, target)
    )


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
        strength="asserted" if kind.told and together(*found.pair) else "likely",
        weight=float(len({profile.witness for profile in source.profiles})),
        evidence=evidence,
    )
