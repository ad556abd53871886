"""Words as data: the TOML tables under ``data/`` become checked, frozen rows.

All faults of all files are reported together, each with its file and entry. A user's own file uses the same blocks
and is laid over the package's tables: a row with a known name replaces it, a new name is added.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal

import attrs

from ceasetimeline.errors import LexiconError, LexiconErrors, UnknownNameError
from ceasetimeline.tables import package_files, read_tables, user_file

ActorKind = Literal["state", "group", "organisation", "body", "person", "place", "outlet", "name"]


@attrs.frozen(kw_only=True)
class Office:
    """A post that a person held for an actor, with its first and last day where those were checked."""

    of: str
    title: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


@attrs.frozen(kw_only=True)
class ActorEntry:
    """A state, group, organisation, body or person that takes part in negotiations, or a place they meet in.

    ``aliases`` are further names; ``short`` those that count only in a text that also has a longer one ("Katz") or
    names an actor or place of its ``context`` ("RSF" beside Sudan); ``ambiguous`` those of all names that mean
    something else besides ("Jordan", also a given name); ``adjectives`` the words that speak of it ("Israeli",
    "Israelis"); ``seats`` the places whose name stands for it as a subject ("Washington"); ``places`` other places
    of it. ``of`` is the actor that a person or body acts for, from ``since`` to ``until`` where those days were
    checked; whoever served several has ``offices``. ``akin`` are actors that reports name in its place (an army and
    its state). ``against`` are those whom a group, a breakaway authority or an opposition fights or bargains with; of
    a state and its government or army the first is what that side is called then. ``collective`` rows stand for
    parties left without a name ("14 armed groups"), and count only where the text names no group more often. Rows of
    kind "name" are no actors: they only hold another's name ("Washington Post"). ``source`` says where the row is
    from, ``checked`` when.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    of: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    offices: tuple[Office, ...] = ()
    akin: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    collective: bool = False
    source: str = ""
    checked: dt.date | None = None
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def posts(self) -> tuple[Office, ...]:
        """Whom it acts for and when, earliest first, however the row says it."""
        own = (Office(of=self.of, since=self.since, until=self.until),) if self.of else ()
        return tuple(sorted((*own, *self.offices), key=lambda post: post.since or dt.date.min))


@attrs.frozen(kw_only=True)
class EventLink:
    """Which earlier types an event may be linked to, and how.

    ``mode``: only where it is in this mode of its type, or has the facet of this name; ``unless``: only where not;
    ``named``: only to what its words have as their object ("object"), name by its noun ("noun": not who brokered "a
    truce brokered by"), or point to in any way ("pointed"); ``wished``: only to what was asked for, and has not
    happened as far as its own words go: a visit fulfils talks that were called for, not talks that were held.
    """

    kind: str
    to: tuple[str, ...]
    mode: str = ""
    unless: str = ""
    named: Literal["", "object", "noun", "pointed"] = ""
    wished: bool = False


@attrs.frozen(kw_only=True)
class Frame:
    """One way in which words tell a move: a verb, noun or adjective and what must, or must not, stand around it.

    ``verbs`` are lemmas, with their particle where they have one ("break down"). ``markers`` are conjunctions that
    tell a move under a refusal ("will not come unless"). ``about``: the noun that the verb or
    noun is about (its object, its subject if nothing else, or what follows one of ``prepositions``) is one of these
    words or word lists of `Lexicon.cues`; ``unless``: it is none of these. ``subject``: what the subject is
    ("actor", a word list). ``complement``: "to" or "that" must follow. ``needs``: of these clues that a noun speaks
    of an event one must be there (actor, time, quantity, qualifier ...). ``roles``: places that fill other roles
    than usual, as pairs ("subject", "addressee"). ``apart``: the noun is no part of the trigger, it may tell a move
    of its own; ``yields``: it counts only where its infinitive tells none ("promised to withdraw"). ``mode`` and
    ``realis`` are given to the mention. `ceasetimeline.events.conditions` says what each
    name means.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    complement: str = ""
    needs: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    apart: bool = False
    yields: bool = False
    mode: str = ""
    realis: str = ""


@attrs.frozen(kw_only=True)
class EventType:
    """A type of move: what it means, who takes part, which words name it, what it answers.

    ``reciprocal`` moves have parties instead of an agent. ``verbs`` and ``nouns`` are lemmas or short phrases;
    ``light`` pairs of a light verb and a noun ("make a proposal"); ``frames`` say more of what must stand around a
    word. ``yes`` and ``no`` are example sentences. Columns of behaviour:

    ``doer`` and ``other``: the roles of those who do it and those it is done to; ``absent``: who is meant where the
    text names nobody ("sides": the parties of the conflict, "holders": those who hold the captives); ``facing``:
    whom it is addressed to where the text does not say ("rival": the other party, all where a third acts, "opponent":
    only where a party acts, "proposer": who offered last, "asker": that or the rival, "sides").
    ``spoken``: saying it is doing it, so that the day of the saying is its day; ``awaited``: an answer to it is
    expected, and addressed to its author; ``brokered``: third parties named beside it have a hand in it as mediators;
    ``faint``: its words are told of much else, so that it counts only close to words of war and peace;
    ``matter``: how plainly its own words must speak of a conflict or of a text to agree on (0 to 3, see
    `ceasetimeline.events.bearing`) in an article that is not plainly about a negotiation.
    ``terms``: inside a plan, a wish or a demand it is a term of that, and no move of its own, but, where ``asked``,
    if somebody is asked to do it ("called on the rebels to leave the town"); ``ongoing``: it goes on
    for long, so that an article tells it once if it gives no day; ``decided``: deciding on it is making it.
    ``single``: a side that does it binds nobody else ("declared a truce"), unless its words tell of both.
    ``by_party``: the type of the same words from a party to the conflict, ``by_outsider``: from others who only ask,
    ``among_parties``: between the parties alone.
    """

    name: str
    group: str
    definition: str
    roles: tuple[str, ...]
    reciprocal: bool = False
    modes: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    light: tuple[tuple[str, str], ...] = ()
    frames: tuple[Frame, ...] = ()
    doer: str = "agent"
    other: str = "addressee"
    absent: str = ""
    facing: str = ""
    spoken: bool = False
    brokered: bool = False
    faint: bool = False
    matter: int = 1
    awaited: bool = False
    terms: bool = False
    asked: bool = False
    single: bool = False
    ongoing: bool = False
    decided: bool = False
    by_party: str = ""
    by_outsider: str = ""
    among_parties: str = ""
    links: tuple[EventLink, ...] = ()
    cameo: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Kin:
    """Event types by which two reports may call one move ("meeting", "talks"), and how such a move behaves.

    ``pace``: the days that mostly lie between two moves of this kind by the same actors (a release a day, a round
    every other day, an agreement a season): the smaller, the surer the date must be for two reports to be of one.
    ``said``: moves made of words, of which one article tells two where they are about different things; ``asks``:
    moves that ask for another's act ("urged them to accept"); ``one_way``: moves that two sides do not both make to
    each other in a day, so that swapped roles are a contradiction; ``leaves_open``: answers that settle nothing;
    ``lasts``: moves that may go on after a report of them; ``opposes``: kins that say the contrary;
    ``acts``: acts by which one answers ("refused to sign"); of any other act the words state a stand.
    """

    name: str
    types: tuple[str, ...]
    pace: int = 14
    said: bool = False
    asks: bool = False
    one_way: bool = False
    leaves_open: bool = False
    lasts: bool = False
    acts: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class LinkKind:
    """How an event finds the earlier event that it answers, ends, fulfils ...

    ``actors``: who must appear in both ("other": one that the earlier move did not come from, "same": its own author,
    "shared": anybody, "any": nobody need); ``within``: at most so many days later; ``far``: whether the earlier event
    may be known from another article only; ``several``: whether one of each type may be linked; ``points``: whether
    its words may point to the earlier event ("rejected the offer"); ``told``: whether a text that tells both says so,
    rather than leaves it to be inferred; ``rank``: of several kinds that fit, the lowest is taken.
    """

    name: str
    actors: Literal["other", "same", "shared", "any"] = "shared"
    within: int = 60
    far: bool = True
    several: bool = False
    points: bool = False
    told: bool = False
    rank: int = 9


@attrs.frozen(kw_only=True)
class Reference:
    """Nouns that point back to a move told before ("the offer"), and the types of move that they may stand for."""

    name: str
    words: tuple[str, ...]
    types: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Facet:
    """What a move does that others of its kind do not, by its type or its own words: prolonging an agreement.

    A move with a facet is rarely the same as one without. ``types`` have it always; those ``among`` which it tells
    moves apart have it where their trigger or its object holds one of ``words``.
    """

    name: str
    types: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Rivalry:
    """Actors in conflict with one another, so that talks, deals and offers between them are likely to be about it.

    Every two of ``parties`` (canonical names) are rivals. An armed group needs no row; one that has a row, as an
    authority that governs a country, is in conflict with its rivals there alone.
    """

    name: str
    parties: tuple[str, ...]
    source: str = ""
    checked: dt.date | None = None


@attrs.frozen(kw_only=True)
class NamedDay:
    """A day or stretch that news calls by a name: "the Oct. 7 attack", "the 12-day war".

    ``names`` match as written, whatever their case; only articles published on or after the first day can mean it.
    """

    names: tuple[str, ...]
    start: dt.date
    end: dt.date
    source: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TimeRule:
    """A way to say a time, told by a phrase that is already understood.

    ``pattern`` is a row of words and slots ("<number> sleeps ago"), ``means`` the same time in plain words ("<number>
    days ago"). Slots are number, weekday, month and year.
    """

    name: str
    pattern: str
    means: str
    source: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, cache_hash=True)
class Lexicon:
    """All word tables, checked; `Lexicon.load` lays a user's files over them.

    ``cues`` are plain word lists by name ("reporting", "hedges" ...). ``digest`` identifies the whole content.
    """

    actors: tuple[ActorEntry, ...] = ()
    event_types: tuple[EventType, ...] = ()
    named_days: tuple[NamedDay, ...] = ()
    time_rules: tuple[TimeRule, ...] = ()
    kins: tuple[Kin, ...] = ()
    link_kinds: tuple[LinkKind, ...] = ()
    references: tuple[Reference, ...] = ()
    facets: tuple[Facet, ...] = ()
    rivalries: tuple[Rivalry, ...] = ()
    cues: Mapping[str, frozenset[str]] = attrs.field(factory=dict, hash=False)
    digest: str = ""

    @classmethod
    def default(cls) -> Lexicon:
        """The tables that come with the package."""
        return _default()

    @classmethod
    def load(cls, *paths: str | Path) -> Lexicon:
        """The package's tables with the files of ``paths`` laid over them, in that order.

        Raises InputError for a file that is not there, LexiconErrors with every fault of every file.
        """
        return _read([*package_files(), *map(user_file, paths)])

    def event_type(self, name: str) -> EventType:
        """The type called ``name``; raises UnknownNameError with the nearest names."""
        for row in self.event_types:
            if row.name == name:
                return row
        raise UnknownNameError("event type", name, (row.name for row in self.event_types))


_BLOCKS: Final[Mapping[str, tuple[str, type]]] = {
    "actor": ("actors", ActorEntry),
    "event": ("event_types", EventType),
    "named_day": ("named_days", NamedDay),
    "time_rule": ("time_rules", TimeRule),
    "kin": ("kins", Kin),
    "link_kind": ("link_kinds", LinkKind),
    "reference": ("references", Reference),
    "facet": ("facets", Facet),
    "rivalry": ("rivalries", Rivalry),
}


@functools.cache
def _default() -> Lexicon:
    return _read(package_files())


def _read(files: Iterable[tuple[str, bytes]]) -> Lexicon:
    tables = read_tables(files, _BLOCKS)
    actors = tables.rows["actors"]
    doubts = (
        LexiconError(tables.homes["actors", row.name], row.name, fault)
        for row in actors.values()
        for fault in _doubts(row, actors)
    )
    if faults := [*tables.faults, *doubts]:
        raise LexiconErrors(f"{len(faults)} faults in the lexicon", faults)
    return Lexicon(
        **{field: tuple(found.values()) for field, found in tables.rows.items()},
        cues=tables.cues,
        digest=tables.digest,
    )


def _doubts(row: ActorEntry, known: Mapping[object, ActorEntry]) -> Iterable[str]:
    """What is wrong with a row beside the others: unknown actors, blank names, an office that ends too early."""
    names = (row.name, *row.aliases, *row.short, *row.adjectives, *row.seats, *row.places)
    if not all(any(letter.isalnum() for letter in name) for name in names):
        yield "a name without a letter"
    for name in sorted(set(row.ambiguous) - set(names)):
        yield str(UnknownNameError("name of this actor (in its column ambiguous)", name, names))
    for name in (*(post.of for post in row.posts), *row.akin, *row.against, *row.context):
        if name not in known:
            yield str(UnknownNameError("actor", name, map(str, known)))
    for post in row.posts:
        if post.since and post.until and post.until < post.since:
            yield f"the office ends on {post.until}, before it starts"
