"""Who is named: states, groups, bodies, people and places, found in one pass over a text.

What a seat of government stands for ("Washington said", "in Washington") is left to the clause grammar; here it is
only said that the words name a seat.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

import attrs

from ceasetimeline.bounds import ordinal
from ceasetimeline.events.names import Hit, NameTree
from ceasetimeline.lexicon import ActorEntry, Lexicon
from ceasetimeline.model import Span

How = Literal["name", "adjective", "seat", "body", "office-holder", "place", "outlet"]

_HOW: Final[Mapping[str, How]] = {"body": "body", "person": "office-holder", "place": "place", "outlet": "outlet"}
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|\S")
_AGAINST: Final = ("pro", "anti", "non")
_ETHNIC: Final = re.compile(r"\bethnic(?:ally)?[\s-]$", re.IGNORECASE)
_NEAR: Final = 30
"""Characters around a name in which its neighbours are looked for: room for two words."""


@attrs.frozen(kw_only=True)
class ActorName:
    """An actor's name as a text has it.

    ``name`` is the canonical name of the row, ``party`` the actor that it stands for in a role on the day asked for
    ("Israel" for its prime minister; "" for a place or an outlet). A person out of office stands for whom the last
    office was held for, because news that names him tells of that time, and for himself where the text says "former"
    or there was none; ``was`` is that last one, "" for whoever is in office. ``place`` is the venue that the words
    name, "" where they name none. ``ambiguous``: the words may mean something else, ``others`` which other actors.
    """

    span: Span
    name: str
    kind: str
    how: How
    party: str = ""
    was: str = ""
    place: str = ""
    ambiguous: bool = False
    others: tuple[str, ...] = ()


@attrs.frozen
class _Reading:
    """What a spelling means: an actor (or a place of it), in which way, how surely; one for each actor.

    ``lone``: the last name of a person, which others of that family bear too.
    """

    row: ActorEntry = attrs.field(eq=lambda row: row.name)
    how: How = attrs.field(eq=False)
    place: str = attrs.field(default="", eq=False)
    short: bool = attrs.field(default=False, eq=False)
    shared: bool = attrs.field(default=False, eq=False)
    lone: bool = attrs.field(default=False, eq=False)

    @property
    def spelt_out(self) -> bool:
        """Whether this is a name of the actor long enough to tell what its short names mean."""
        return not (self.short or self.lone) and self.how not in ("adjective", "seat", "place")

    @functools.cached_property
    def around(self) -> frozenset[str]:
        """The actors and places that a sure name brings to mind: its own, whom it acts for, and the akin."""
        row = self.row
        own = (row.name, self.place, *row.akin, row.of, *(post.of for post in row.offices))
        return frozenset() if self.short else frozenset(own)


@attrs.frozen
class _Scene:
    """What the whole text says about its unsure names: who is spelt out, who is named at all, who is in doubt."""

    spelt_out: frozenset[str]
    named: frozenset[str]
    doubted: frozenset[str]

    def allows(self, reading: _Reading) -> bool:
        """Whether a short name counts here: a longer one, or an actor of its context, is in the text."""
        row = reading.row
        return not reading.short or row.name in self.spelt_out or not self.named.isdisjoint(row.context)


class ActorIndex:
    """All names of a lexicon's actors, ready to be found in texts.

    >>> names = ActorIndex(Lexicon.default()).find("Doha said Israel's prime minister had not replied.")
    >>> [(name.party, name.how) for name in names]
    [('Qatar', 'seat'), ('Israel', 'name')]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows = {row.name: row for row in lexicon.actors}
        self._posts = {row.name: row.posts for row in lexicon.actors}
        # A place that a row lists as its own is found there; a row of the place itself only adds spellings.
        self._sites = frozenset(site for row in lexicon.actors for site in (*row.seats, *row.places))
        self._before = lexicon.cues.get("before_names", frozenset())
        self._no_longer = lexicon.cues.get("no_longer", frozenset())
        self._offices = lexicon.cues.get("offices", frozenset())
        holders = "|".join(sorted(lexicon.cues.get("place_holders", ()))) or r"(?!)"
        self._holders_after = re.compile(rf"(?:['’]s)?\s(?:[a-z-]{{2,20}}\s){{0,2}}(?:{holders})\b")
        self._holders_before = re.compile(rf"\b(?:{holders})\s(?:from|of)\s(?:the\s)?$")
        self._tree = NameTree(pair for row in lexicon.actors for pair in self._spellings(row))

    def find(self, text: str, day: int | None = None) -> tuple[ActorName, ...]:
        """Every actor's name in the text, in reading order; offices are those held on ``day`` (an ordinal).

        "Blinken said Hamas had answered", published on 12 June 2024:

        >>> index = ActorIndex(Lexicon.default())
        >>> [name.party for name in index.find("Blinken said Hamas had answered", ordinal("2024-06-12"))]
        ['United States', 'Hamas']
        """
        hits = [hit for hit in self._tree.hits(text) if self._is_actor(text, hit)]
        crowded = {hit.start for hit in hits if self._in_longer_name(text, hit)}
        spelt_out = frozenset(reading.row.name for hit in hits for reading in hit.meanings if reading.spelt_out)
        scene = _Scene(
            spelt_out=spelt_out,
            named=frozenset[str]().union(*(reading.around for hit in hits for reading in hit.meanings)),
            doubted=frozenset(r.row.name for hit in hits if hit.start in crowded for r in hit.meanings),
        )
        sure = (hit for hit in hits if hit.start not in crowded or not self._is_somebody_else(text, hit, scene))
        found = [name for name in (self._name(text, hit, day, scene) for hit in sure) if name is not None]
        kept = [name for before, name in zip([None, *found], found, strict=False) if not _is_of(before, name, text)]
        return tuple(self._without_collectives(kept))

    def _without_collectives(self, names: list[ActorName]) -> Iterator[ActorName]:
        """The names without "the armed groups" where the text rather speaks of groups by their names."""
        groups = Counter(name.name for name in names if name.kind == "group")
        loose = {name for name in groups if self._rows[name].collective}
        often = max((count for name, count in groups.items() if name not in loose), default=0)
        return (name for name in names if name.name not in loose or groups[name.name] > often)

    def party(self, name: str, day: int | None = None) -> str:
        """The actor that ``name`` (canonical) stands for on a day: "Israel" for "Benjamin Netanyahu" in 2024.

        Out of office a person stands for whom the last office was held for; a name that the lexicon does not have, or
        whose offices it cannot tell apart without a day, stands for itself.

        >>> ActorIndex(Lexicon.default()).party("Mossad")
        'Israel'
        """
        row = self._rows.get(name)
        if row is None:
            return name
        party, was = self._stands_for(row, day)
        return party or was or name

    def _spellings(self, row: ActorEntry) -> Iterator[tuple[str, _Reading]]:
        if row.kind == "place" and row.name in self._sites:
            return
        how = _HOW.get(row.kind, "name")
        for spelling in (row.name, *row.aliases, *row.short):
            is_place = row.kind in ("state", "place") or spelling in row.places
            lone = row.kind == "person" and " " not in spelling
            shared = spelling in row.ambiguous
            yield spelling, _Reading(row, how, row.name if is_place else "", spelling in row.short, shared, lone)
        for spelling in row.adjectives:
            yield spelling, _Reading(row, "adjective", shared=spelling in row.ambiguous)
        own = {row.name, *row.aliases}
        sites: tuple[tuple[How, tuple[str, ...]], ...] = (("seat", row.seats), ("place", row.places))
        for kind, places in sites:
            for place in (place for place in places if place not in own):
                for spelling in (place, *self._other_spellings(place)):
                    yield spelling, _Reading(row, kind, place, shared=spelling in row.ambiguous)

    def _other_spellings(self, place: str) -> tuple[str, ...]:
        row = self._rows.get(place)
        return row.aliases if row is not None and row.kind == "place" else ()

    def _is_actor(self, text: str, hit: Hit[_Reading]) -> bool:
        """Not a name that only holds an actor's, nor one that says whom others are for or against ("pro-Russian")."""
        if all(reading.row.kind == "name" for reading in hit.meanings):
            return False
        told_of = all(reading.how == "adjective" for reading in hit.meanings)
        if told_of and _ETHNIC.search(text[max(0, hit.start - _NEAR) : hit.start]):
            return False
        if not hit.start or text[hit.start - 1] not in "-‐‑":
            return True
        return _words(text[max(0, hit.start - 9) : hit.start - 1])[-1:] not in [[word] for word in _AGAINST]

    def _in_longer_name(self, text: str, hit: Hit[_Reading]) -> bool:
        """Whether an unsure name has a capitalised neighbour that no table knows ("Jordan Bardella", "Haim Katz")."""
        if not any(reading.shared or reading.short or reading.lone for reading in hit.meanings):
            return False
        before, after = self._neighbours(text, hit)
        alone = all(reading.lone for reading in hit.meanings)
        return self._is_stray(before) or (not alone and self._is_stray(after))

    def _is_somebody_else(self, text: str, hit: Hit[_Reading], scene: _Scene) -> bool:
        """Whether the longer name is another's: an acronym's, or a person's whom this text never spells out.

        In a headline all in capitals at the start of words ("Envoys Press Katz Again") neighbours tell nothing.
        """
        if all(reading.short for reading in hit.meanings):
            return True
        if not all(reading.lone and reading.row.name not in scene.spelt_out for reading in hit.meanings):
            return False
        words = _words(text[max(0, hit.start - _NEAR) : hit.start])
        _, after = self._neighbours(text, hit)
        return not after[:1].isupper() and not (len(words) > 1 and self._is_stray(words[-2]))

    def _is_stray(self, word: str) -> bool:
        """Whether the word looks like part of a name, and is no other name that the tables know."""
        looks = word[:1].isupper() and word[1:].islower() and not word.endswith("ing")
        known = any(not reading.lone for reading in self._tree.meanings(word))
        return looks and word not in self._before and not known

    def _neighbours(self, text: str, hit: Hit[_Reading]) -> tuple[str, str]:
        """The words directly before and after a name; a mark where one stands between, "" at the end of the text."""
        before = _words(text[max(0, hit.start - _NEAR) : hit.start])
        after = text[hit.stop : hit.stop + _NEAR]
        return (before[-1] if before else ""), (_words(after)[:1] or [""])[0] if after[:1].isspace() else ""

    def _name(self, text: str, hit: Hit[_Reading], day: int | None, scene: _Scene) -> ActorName | None:
        candidates = [reading for reading in hit.meanings if scene.allows(reading)]
        if not candidates:
            return None
        rivals = candidates if len(candidates) == 1 else self._best(candidates, day, scene)
        best = rivals[0]
        if best.how == "place" and best.row.kind == "group" and self._is_ruled(text, hit):
            best = attrs.evolve(best, how="name", place="")
        party, was = self._stands_for(best.row, day)
        if best.row.kind == "person" and self._is_former(text, hit) and not self._surely_serves(best.row, day):
            party, was = best.row.name, was or party
        return ActorName(
            span=Span(hit.start, hit.stop),
            name=best.place if best.how == "place" else best.row.name,
            kind="place" if best.how == "place" else best.row.kind,
            how=best.how,
            party="" if best.how in ("place", "outlet") else party or was or best.row.name,
            was="" if party and party != best.row.name else was,
            place=best.place,
            ambiguous=len(rivals) > 1 or (best.shared and best.row.name in scene.doubted),
            others=tuple(reading.row.name for reading in rivals[1:]),
        )

    def _is_ruled(self, text: str, hit: Hit[_Reading]) -> bool:
        """Whether a place speaks of those who hold it: "Tigray's regional forces", "forces from Tigray"."""
        after = self._holders_after.match(text, hit.stop, hit.stop + _NEAR)
        return (
            after is not None or self._holders_before.search(text[max(0, hit.start - _NEAR) : hit.start]) is not None
        )

    def _best(self, candidates: Sequence[_Reading], day: int | None, scene: _Scene) -> list[_Reading]:
        """The readings that fit best: more than one where nothing decides."""
        fits = [self._fit(reading, day, scene) for reading in candidates]
        return [reading for reading, fit in zip(candidates, fits, strict=True) if fit == max(fits)]

    def _fit(self, reading: _Reading, day: int | None, scene: _Scene) -> tuple[bool, bool, bool]:
        """How well a reading fits: a name of its own, one that this text spells out, an office held on the day."""
        in_office = bool(self._stands_for(reading.row, day)[0])
        return not reading.shared, reading.row.name in scene.spelt_out, in_office

    def _is_former(self, text: str, hit: Hit[_Reading]) -> bool:
        """Whether the words before a name say that its office is over, or has not begun ("former US President")."""
        words = _words(text[max(0, hit.start - 2 * _NEAR) : hit.start])[-7:]
        for place in range(len(words) - 1, -1, -1):
            if not words[place][0].isalnum() and words[place] not in "-‐‑.":
                return False
            if words[place] in self._no_longer:
                title = (*words[place:], *_words(text[hit.start : hit.stop]))
                return any(word.lower() in self._offices for word in title)
        return False

    def _surely_serves(self, row: ActorEntry, day: int | None) -> bool:
        """Whether a dated office is held on the day, whatever else the words before the name are about."""
        return day is not None and any(
            post.since and ordinal(post.since) <= day and not (post.until and ordinal(post.until) < day)
            for post in self._posts[row.name]
        )

    def _stands_for(self, row: ActorEntry, day: int | None) -> tuple[str, str]:
        """The party on the day and the one before: both the row's own name where it acts for nobody else."""
        posts = self._posts[row.name]
        if not posts:
            return row.name, ""
        held, earlier = [], []
        for post in posts:
            if day is not None and post.until is not None and day > ordinal(post.until):
                earlier.append(post.of)
            elif day is None or post.since is None or day >= ordinal(post.since):
                held.append(post.of)
        if day is None and len(set(held)) > 1:
            return "", ""
        return self._head(held), self._head(earlier)

    def _head(self, names: Sequence[str]) -> str:
        """The last named actor, or whoever that one acts for ("Israel" for a cabinet's minister)."""
        name, seen = (names[-1] if names else ""), set(names[-1:])
        while (row := self._rows.get(name)) is not None and row.of and row.of not in seen:
            name = row.of
            seen.add(name)
        return name


@functools.lru_cache(maxsize=8)
def actor_index(lexicon: Lexicon) -> ActorIndex:
    """The index of a lexicon, built once."""
    return ActorIndex(lexicon)


def _is_of(owner: ActorName | None, body: ActorName, text: str) -> bool:
    """Whether a body's name speaks of another state's body of that name ("Armenia's Security Council")."""
    if owner is None or body.how != "body" or owner.kind not in ("state", "group") or owner.party in ("", body.party):
        return False
    return text[owner.span.stop : body.span.start] in (" ", "'s ", "’s ")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
