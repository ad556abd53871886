"""What coreference compares: mentions with their days, actors, content and witness made plain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import chain
from typing import Final

import attrs

from ceasetimeline.lexicon import Kin, Lexicon
from ceasetimeline.linking.content import Content, read_contents
from ceasetimeline.linking.names import Names, names_of
from ceasetimeline.linking.syndication import credited_outlets, known_outlets
from ceasetimeline.model import ROLE_NAMES, ArticleReading, Mention, Span

WEAK: Final = frozenset({"demanded", "conditional", "hypothetical"})
"""Realis of moves that nobody says will happen."""
NEWS_DAYS: Final = 3
"""A stretch of so many days still counts as one date."""

REMEMBERED: Final = 30
"""Days for which an undated report of a rare move may still mean it."""
NO_COPIES: Final[Mapping[str, str]] = {}

Window = tuple[int | None, int | None]
Scene = Sequence[Mention]


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """A mention made ready to compare.

    ``window``: the days the move may touch, an open side None; ``soft``: the same, with open sides closed by how long
    news speaks of such a move (None where the publication day is unknown too); ``acting`` and ``present``: named
    actors who make the move, and all whom it concerns; ``witness``: whose testimony it is; ``version``: the article
    whose text this one repeats, itself if none; ``place_in_text``: the number of its sentence, -1 if not known;
    ``akin``: names that reports may give to those who act (an army and its state); ``retracted``: whether a later
    version of its article says that it corrects it.
    """

    mention: Mention
    kins: tuple[Kin, ...]
    content: Content
    witness: str
    version: str
    window: Window
    soft: tuple[int, int] | None
    published: Window
    acting: frozenset[str]
    addressed: frozenset[str]
    present: frozenset[str]
    place: str
    place_in_text: int = -1
    akin: frozenset[str] = frozenset()
    retracted: bool = False

    @property
    def start(self) -> int:
        """Where the mention starts in its article, -1 if it has no place there."""
        return self.mention.span.start if self.mention.span is not None else -1

    @property
    def is_dated(self) -> bool:
        """Whether the window is closed on both sides."""
        return self.window[0] is not None and self.window[1] is not None

    @property
    def is_precise(self) -> bool:
        """Whether the window is as short as a date."""
        low, high = self.window
        return low is not None and high is not None and high - low < NEWS_DAYS

    @property
    def pace(self) -> int:
        """The days that mostly lie between two such moves."""
        return min(kin.pace for kin in self.kins)

    @property
    def order(self) -> tuple[bool, bool, bool, bool, tuple[int, int], str, int, str]:
        """The place among all mentions, whatever order the articles came in: the surest first."""
        mention = self.mention
        start = mention.span.start if mention.span else -1
        late = (10**9, 10**9)
        return (
            self.retracted,
            not self.is_precise,
            not self.is_dated,
            mention.realis != "actual",
            self.soft or late,
            mention.article,
            start,
            mention.id,
        )


@attrs.frozen
class Kinship:
    """Which types may name one move; a type that no row names is kin to itself alone."""

    by_type: Mapping[str, tuple[Kin, ...]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Kinship:
        """The kinship that the lexicon's rows state."""
        rows: dict[str, list[Kin]] = {}
        for kin in lexicon.kins:
            for name in kin.types:
                rows.setdefault(name, []).append(kin)
        return cls({name: tuple(kins) for name, kins in rows.items()})

    def kins_of(self, event_type: str) -> tuple[Kin, ...]:
        """The kins of a type, never none."""
        return self.by_type.get(event_type) or (Kin(name=event_type, types=(event_type,)),)


@attrs.frozen
class Places:
    """Which places lie in which: "Doha" in Qatar, so that two reports may name either."""

    region: Mapping[str, str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Places:
        """The seats and places of the lexicon's actors, each with the actor whose it is."""
        region: dict[str, str] = {}
        for row in lexicon.actors:
            for place in (row.name, *row.aliases, *row.seats, *row.places):
                region.setdefault(bare_place(place), row.of or row.name)
        return cls(region)

    def region_of(self, venue: str) -> str:
        """The region of a venue: itself where the lexicon does not know it."""
        bare = bare_place(venue)
        return bare_place(self.region.get(bare, bare))


_PART_OF: Final = re.compile(
    r"\A(?:the\s|(?:(?:north|south)?-?(?:east|west|north|south)ern|central)\s|occupied\s"
    r"|the\scapital\s|(?:city|capital|town|port|outskirts)\sof\s){1,3}"
)


def bare_place(venue: str) -> str:
    """A venue without case, article and quarter: "the White House" is "white house", "southern Israel" "israel"."""
    return _PART_OF.sub("", venue.strip().lower())


def make_profiles(
    readings: Sequence[ArticleReading],
    witnesses: Mapping[str, str],
    lexicon: Lexicon,
    copies: Mapping[str, str] = NO_COPIES,
    corrected: Set[str] = frozenset(),
) -> tuple[Profile, ...]:
    """The profiles of all mentions, the surest first, in an order that does not depend on that of the articles.

    ``corrected``: articles that a later version corrects.
    """
    contents = read_contents(readings, lexicon)
    tables = _Tables.of(readings, lexicon)
    profiles = []
    for reading in readings:
        name = reading.article.id
        witness, version = witnesses.get(name, name), copies.get(name, name)
        scenes = _scenes(reading, contents)
        for mention in reading.mentions:
            scene = scenes.get(contents[mention.id].sentence, ())
            profile = _profile(mention, reading.article.publication.bounds, contents[mention.id], scene, tables)
            credited = _credit(mention, reading, contents[mention.id], tables.outlets)
            retracted = name in corrected
            profiles.append(attrs.evolve(profile, witness=credited or witness, version=version, retracted=retracted))
    return tuple(sorted(profiles, key=lambda profile: profile.order))


@attrs.frozen
class _Tables:
    """What the lexicon says that profiles need, looked up once."""

    kinship: Kinship
    places: Places
    doers: Mapping[str, str]
    answered: Mapping[str, frozenset[str]]
    outlets: Mapping[str, str]
    akin: Mapping[str, frozenset[str]]
    names: Names

    @classmethod
    def of(cls, readings: Sequence[ArticleReading], lexicon: Lexicon) -> _Tables:
        return cls(
            kinship=Kinship.of(lexicon),
            places=Places.of(lexicon),
            doers={row.name: row.doer for row in lexicon.event_types},
            answered={
                row.name: frozenset(name for link in row.links if link.kind == "answers" for name in link.to)
                for row in lexicon.event_types
            },
            outlets=known_outlets(readings, lexicon),
            akin=_akin(lexicon),
            names=names_of(lexicon),
        )

    def acting(self, mention: Mention) -> frozenset[str]:
        """Who makes the move: agents, parties, and whoever does moves of this type (the mediators of a mediation)."""
        doer = self.doers.get(mention.type, "agent")
        others = mention.roles.named(doer) if doer in ROLE_NAMES else ()
        return self.named(mention.roles.agent + mention.roles.parties + others)

    def named(self, names: Sequence[str]) -> frozenset[str]:
        """Actors that have a name, by the one the lexicon gives them.

        "mediators" or "a senior official" tell nobody apart.
        """
        return frozenset(self.names.canonical(name) for name in names if any(char.isupper() for char in name))


def _akin(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """The names that may stand for an actor's: both ways, but not from one side of a state to another."""
    pairs = [(row.name, name) for row in lexicon.actors for name in row.akin]
    near: dict[str, set[str]] = defaultdict(set)
    for one, two in pairs:
        near[one].add(two)
        near[two].add(one)
    return {name: frozenset(names) for name, names in near.items()}


def _profile(mention: Mention, published: Window, content: Content, scene: Scene, tables: _Tables) -> Profile:
    kins = tables.kinship.kins_of(mention.type)
    window = window_of(mention, published)
    memory = min(REMEMBERED, 2 * max(kin.pace for kin in kins) + 2)
    acting = tables.acting(mention)
    addressed = tables.named(mention.roles.addressee) or _authors(mention, scene, tables) - acting
    return Profile(
        mention=mention,
        kins=kins,
        content=content,
        witness=mention.article,
        version=mention.article,
        window=window,
        soft=_soften(window, published, memory),
        published=published,
        acting=acting,
        addressed=addressed,
        present=acting | addressed,
        akin=frozenset(chain.from_iterable(tables.akin.get(name, ()) for name in acting)),
        place_in_text=content.place,
        place=tables.places.region_of(mention.venue) if mention.venue else "",
    )


def _authors(mention: Mention, scene: Scene, tables: _Tables) -> frozenset[str]:
    """Who made what a mention answers in its own sentence ("accepted an offer from …"): the answer goes to them."""
    answered = tables.answered.get(mention.type, frozenset())
    others = (tables.acting(other) for other in scene if other.type in answered)
    return frozenset(chain.from_iterable(others))


def _scenes(reading: ArticleReading, contents: Mapping[str, Content]) -> Mapping[Span | None, Scene]:
    """The mentions of each sentence."""
    scenes: dict[Span | None, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        sentence = contents[mention.id].sentence
        if sentence is not None:
            scenes[sentence].append(mention)
    return scenes


def window_of(mention: Mention, published: Window) -> Window:
    """First and last day that the mention may touch; what is told as done was done by the publication day."""
    low, high = mention.bounds.earliest_start, mention.bounds.latest_end
    if high is None and mention.realis == "actual":
        high = published[1]
        if low is not None and high is not None and high < low:
            high = None
    return low, high


def _soften(window: Window, published: Window, memory: int) -> tuple[int, int] | None:
    low, high = window
    if low is None and high is None:
        low, high = published
        if low is None or high is None:
            return None
        return low - memory, high + memory
    if low is None and high is not None:
        return high - memory, high
    if high is None and low is not None:
        return low, low + memory
    return (low, high) if low is not None and high is not None else None


def _credit(mention: Mention, reading: ArticleReading, content: Content, outlets: Mapping[str, str]) -> str:
    """The outlet that the sentence credits with what it says, if it is not the article's own."""
    if content.sentence is None:
        return ""
    sentence = reading.article.text[content.sentence.start : content.sentence.stop]
    credited = credited_outlets(sentence, outlets)
    return credited[0] if len(credited) == 1 else ""
