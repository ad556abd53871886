"""Whom the noun phrases of a sentence stand for: names, pronouns, "the group", "both sides", "Israel's offer"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName
from ceasetimeline.events.cast import is_venue
from ceasetimeline.events.descriptions import Description, describe
from ceasetimeline.events.stage import Stage
from ceasetimeline.model import Span
from ceasetimeline.text.clauses import Clause
from ceasetimeline.text.vocabulary import noun_lemma

_QUALIFIES: Final = frozenset(
    {"backed", "brokered", "mediated", "sponsored", "run", "held", "controlled", "based", "born", "designated"}
    | {"occupied", "allied", "aligned", "proposed", "drafted", "administered", "funded", "made", "supported", "bound"}
)
_AUTHORED: Final = frozenset({"proposed", "drafted", "led", "brokered", "mediated", "backed", "sponsored"})
_NOT_GROUPS: Final = frozenset({"state", "person", "body", "organisation", "outlet", "place"})
_THINGS_OR_GROUPS: Final = frozenset({"it", "they", "them", "itself", "themselves"})
_PEOPLE: Final = frozenset({"he", "she", "him", "her", "himself", "herself"})
_POINTING: Final = frozenset({"the", "this", "that", "its", "his"})
_OWNING: Final = frozenset({"my", "our", "its", "their", "his", "her"})
_TAIL: Final = 14  # characters; the second part of "US-brokered" is no longer

_TITLES: Final = re.compile(r"\b(president|premier|chancellor|emir|king|envoy|chairman|minister)\b", re.IGNORECASE)

Fits = Callable[[str, str], bool]


@attrs.frozen
class Person:
    """An actor in a noun phrase: its name, the words, and how they mean it ("name", "pronoun", "absent" ...)."""

    name: str
    span: Span
    how: str = "name"


@attrs.frozen(eq=False)
class Scene(Stage):
    """A sentence whose noun phrases are understood; ``understood`` keeps what was found out about them."""

    understood: dict[tuple[int, bool], tuple[Person, ...]] = attrs.field(factory=dict)
    descriptions: dict[int, Description] = attrs.field(factory=dict)

    def actors(self, k: int, *, meant: bool = True) -> tuple[Person, ...]:
        """The actors that a noun phrase stands for; with ``meant`` also those of pronouns and descriptions."""
        known = self.understood.get((k, meant))
        if known is None:
            self.understood[k, meant] = ()  # a phrase that points back to itself points to nobody
            found = self._named(k) or self._named_behind(k) or self._apposed(k) or (self._meant(k) if meant else [])
            found = [*self._joined(k), *found] if meant else found
            if meant and found and self._is_of_states(k):
                what = self._describes(k)
                found = (self._side(what, self.chunk_span(k)) if what in {"sides", "rebels"} else []) or found
            known = self.understood[k, meant] = _each_once(found)
        return known

    def group_actors(self, nouns: Sequence[int], *, meant: bool = True) -> tuple[Person, ...]:
        """The actors of several noun phrases; an adjective alone speaks through the phrase it is joined to."""
        if len(nouns) == 1:
            return self.actors(nouns[0], meant=meant)

        def of(k: int) -> Iterable[Person]:
            people = self.actors(k, meant=meant)
            return people or self._modifying(k, plain=True)

        return _each_once([person for k in nouns for person in of(k)])

    def person(self, name: ActorName) -> Person:
        """The actor that a name stands for."""
        return Person(self.sides.side_of(name.party), name.span, name.how)

    def possessor(self, k: int) -> tuple[Person, ...]:
        """The actor in the possessive of a noun phrase: "Hamas's refusal", "its offer"."""
        chunk, tokens = self.chunk(k), self.parse.tokens
        if chunk.possessor is not None:
            named = self._holder(k)
            return (self.person(named[-1]),) if named else tuple(self._owning(*chunk.possessor))
        return self._owner(k) if tokens.lowers[chunk.first] in _OWNING else ()

    def _owner(self, k: int) -> tuple[Person, ...]:
        """Whom the pronoun that opens a noun phrase speaks of: "its offer", "our demands"."""
        chunk, tokens = self.chunk(k), self.parse.tokens
        word, span = tokens.lowers[chunk.first], tokens.span(chunk.first, chunk.first + 1)
        if word in {"my", "our"}:
            return tuple(Person(name, span, "pronoun") for name in self._speaker(k))
        if tokens.tags[chunk.first] != "PRPS":
            return ()
        blamed = self._blamed(k)
        if blamed:
            return blamed
        return tuple(self._latest(span, _is_person) if word in {"his", "her"} else self._pronoun(span))

    def _blamed(self, k: int) -> tuple[Person, ...]:
        """The object whose deed a phrase with "for" names: "criticised both for their violations"."""
        for clause in self.parse.clauses:
            if clause.objects and any(p.preposition == "for" and k in p.nouns for p in clause.phrases):
                return self.group_actors(clause.objects)
        return ()

    def modifiers(self, k: int) -> tuple[Person, ...]:
        """Actors named before the head of a noun phrase: "the Israel-Hamas truce", "an Egyptian proposal"."""
        chunk = self.chunk(k)
        start = chunk.possessor[1] + 1 if chunk.possessor is not None else chunk.first
        if start >= chunk.head or not self.names_at(k):
            return ()
        names = self.names_in(self.parse.tokens.span(start, chunk.head))
        return tuple(self.person(n) for n in names if n.party and n.how != "place" and self._counts(n))

    def authors(self, k: int) -> tuple[Person, ...]:
        """Those whom "a US-backed plan" or "the Russian-led mission" names."""
        names = self.names_at(k)
        return tuple(self.person(name) for name in names if name.party and self._tail(name) in _AUTHORED)

    def people_of(self, k: int) -> tuple[Person, ...]:
        """The actors whose people a noun phrase speaks of: "Thai hostages", "13 Israelis"."""
        return tuple(self.person(name) for name in self.names_at(k) if name.party)

    # --- named

    def _named(self, k: int) -> list[Person]:
        """Actors named inside a noun phrase, those that only qualify it left out."""
        names = [name for name in self.names_at(k) if self._counts(name)]
        return self._chosen(k, names) if names or self.chunk(k).possessor is not None else []

    def _chosen(self, k: int, names: Sequence[ActorName]) -> list[Person]:
        head = self.parse.tokens.span(self.chunk(k).head, self.chunk(k).head + 1)
        own = [name for name in names if name.how != "adjective" and name.span.overlaps(head)]
        if own:
            return [self.person(name) for name in own if name.party]
        people = self._people_of_side(k, names)
        if people:
            return people
        holder = self._holder(k)
        if holder:
            return [self.person(holder[-1])] if self._speaks(k) else []
        if not self._speaks(k):
            return []
        only_adjectives = bool(names) and all(name.how == "adjective" for name in names)
        if only_adjectives and self.sides.groups and self.head(k) in self.vocabulary.cue("group_words"):
            return [Person(min(self.sides.groups), self.chunk_span(k), "description")]
        return self._modifying(k)

    def _people_of_side(self, k: int, names: Sequence[ActorName]) -> list[Person]:
        """A side called by its people: "the Moroccans", "Serbs"; no "200 Moroccans", "Moroccan hostages"."""
        chunk = self.chunk(k)
        last = next((name for name in names if name.span.stop == self.chunk_span(k).stop), None)
        bare = chunk.head - chunk.first == (self.parse.tokens.tags[chunk.first] == "DET")
        if last is None or last.how != "adjective" or not bare or not self.words(k).endswith("s"):
            return []
        person = self.person(last)
        return [person] if person.name in self.sides.parties else []

    def _modifying(self, k: int, *, plain: bool = False) -> list[Person]:
        """The actors that qualify a noun phrase: proper names before adjectives ("Palestinian group Hamas")."""
        names = [name for name in self.names_at(k) if name.party and self._counts(name)]
        proper = [name for name in names if name.how != "adjective"]
        return [self.person(name) for name in (proper if proper and not plain else names)]

    def _named_behind(self, k: int) -> list[Person]:
        """The actors behind one who speaks for them: "the leaders of Sudan", "officials from both sides"."""
        unknown = self.parse.tokens.tags[self.chunk(k).head] == "PROPN"
        if not unknown and not self._speaks(k):
            return []
        wanted = {"of"} if unknown else {"of", "from", "for"}
        if self.kind(k + 1) == "VG" and self.chunk(k + 1).word == "represent" and self.kind(k + 2) == "NP":
            return list(self.actors(k + 2))
        after = self.after_noun(k)[: 2 if unknown else 1]  # "the Ministry of Defence of Kenya"
        if after and self._is_torn(after[0][1]):
            after = [(after[0][0], tuple(n for _, nouns in self.after_noun(k)[:2] for n in nouns))]
        if self.lowers(k)[-1] in self.vocabulary.cue("seated_words") and any(word == "in" for word, _ in after):
            return self._seated(k)
        for word, nouns in after:
            people = [person for n in nouns for person in self._named(n) or self._modifying(n) or self._told(n)]
            if word not in wanted or people:
                return people if word in wanted else []
        return []

    def _apposed(self, k: int) -> list[Person]:
        """The actors of a name set beside one who speaks for them: "the splinter group, X, said"."""
        between = [self.kind(n) for n in (k + 1, k + 2, k + 3)]
        if between != ["COMMA", "NP", "COMMA"] or self.parse.groups[k] != (k,) or not self._speaks(k):
            return []
        head = self.parse.tokens.span(self.chunk(k + 2).head, self.chunk(k + 2).head + 1)
        return [self.person(name) for name in self.names_in(head) if name.party and name.how != "place"]

    def _joined(self, k: int) -> list[Person]:
        """The side of a bare word joined to one who speaks: both of "rebel and government leaders"."""
        if self.kind(k - 1) != "CONJ" or self.kind(k - 2) != "ADJ" or not self._speaks(k):
            return []
        words = self.lowers(k - 2)
        if words[-1:] and words[-1] in self.vocabulary.cue("rebel_adjectives"):
            return self._side("rebels", self.chunk_span(k - 2))
        return []

    def _is_torn(self, nouns: Sequence[int]) -> bool:
        """Whether a name goes on behind a noun phrase: "the Democratic Republic | of Congo"."""
        return any(name.span.stop > self.chunk_span(n).stop for n in nouns for name in self.names_at(n))

    def _seated(self, k: int) -> list[Person]:
        """Those who rule what stands behind them: "the authorities in the region of X"."""
        spans = [self.chunk_span(n) for _, nouns in self.after_noun(k)[:2] for n in nouns]
        return [self.person(name) for span in spans for name in self.names_in(span) if name.party][:1]

    def _holder(self, k: int) -> list[ActorName]:
        """The names in the possessive of a noun phrase."""
        possessor = self.chunk(k).possessor
        if possessor is None:
            return []
        names = [name for name in self.names_in(self.parse.tokens.span(*possessor)) if name.party]
        return [name for name in names if name.how != "adjective"] or names

    def _speaks(self, k: int) -> bool:
        """Whether a noun phrase acts for the actor that it names: "Israeli officials", no "Israeli hostages"."""
        speakers = self.vocabulary.cue("speakers")
        return self.head(k) in speakers or not speakers.isdisjoint(self.lowers(k))

    def _tail(self, name: ActorName) -> str:
        """The second part of a compound: "brokered" behind "US"."""
        following = self.text[name.span.stop : name.span.stop + _TAIL].lower().replace("‑", "-").replace("–", "-")
        return following[1:].partition(" ")[0] if following.startswith("-") else ""

    def _counts(self, name: ActorName) -> bool:
        """Whether a name stands for an actor, and neither for a place nor in "US-backed"."""
        tail = self._tail(name)
        return tail not in _QUALIFIES and not tail.endswith("ed") and not is_venue(self.text, name)

    # --- meant

    def _meant(self, k: int) -> list[Person]:
        """Whom a pronoun or a description stands for."""
        cue, words, span = self.vocabulary.cue, self.lowers(k), self.chunk_span(k)
        phrase = " ".join(words)
        told = self._told(k)
        if told:
            return told
        if not _PAIR.isdisjoint(words) and self.head(k) in cue("person_words"):
            return self._pair(span)
        if self.head(k) in cue("mediator_words") or words[-1] in cue("mediator_words"):
            return [Person("mediators", span, "unnamed")]
        if phrase in _THINGS_OR_GROUPS:
            return self._pronoun(span)
        return self._somebody(k, phrase)

    def _somebody(self, k: int, phrase: str) -> list[Person]:
        """Whom "he" or "the president" means: who says it, who was told of, or the latest that fits."""
        span = self.chunk_span(k)
        telling = self._telling_person(span) if phrase in _PEOPLE else []
        if telling:
            return telling
        one = self._person_meant(k, phrase)
        if one:
            return [Person(one, span, "description")]
        fits = _is_person if phrase in _PEOPLE else self._described(k)
        return self._latest(span, fits) if fits is not None else []

    def _describes(self, k: int) -> Description:
        known = self.descriptions.get(k)
        if known is None:
            known = self.descriptions[k] = describe(self.lowers(k), self.head(k), self.vocabulary.cue)
        return known

    def _is_of_states(self, k: int) -> bool:
        """Whether a noun phrase names nothing but a country: "Sudan's warring parties"."""
        return all(name.kind == "state" for name in self.names_at(k))

    def _told(self, k: int) -> list[Person]:
        """The side of the conflict that a description tells of."""
        what, span = self._describes(k), self.chunk_span(k)
        if what == "speaker":
            return [Person(name, span, "description") for name in self._speaker(k)]
        if what == "government" and self._is_capitalised(k):
            return []
        if what == "sides" and self.lowers(k)[-1] in _NEUTRAL:
            pair = self._named_pair(span)
            if pair:
                return pair
        return self._side(what, span)

    def _named_pair(self, span: Span) -> list[Person]:
        """The two states that the sentence names before a phrase, if they are two and not the sides."""
        before = (name for name in self.names if name.party and name.kind == "state" and name.span.stop <= span.start)
        parties = tuple(dict.fromkeys(name.party for name in before))
        if len(parties) != 2 or set(parties) <= set(self.sides.parties):
            return []
        return [Person(party, span, "description") for party in parties]

    def _owning(self, first: int, stop: int) -> list[Person]:
        """The side of the conflict in a possessive without a name: "the army's offer", "both sides' demands"."""
        words, tokens = self.parse.tokens.lowers[first:stop], self.parse.tokens
        what = describe(words, noun_lemma(words[-1]), self.vocabulary.cue)
        return self._side(what, tokens.span(first, stop))

    def _side(self, what: Description, span: Span) -> list[Person]:
        sides = self.sides
        names: tuple[str, ...] = ()
        if what == "sides":
            return [Person(name, span, "sides") for name in sides.parties]
        if what == "other side":
            names = sides.rival([person.name for person in self._pronoun(span)])
            names = names if len(names) == 1 else ()
        elif what == "government":
            names = sides.governing
        elif what == "rebels":
            names = sides.rebelling
        return [Person(name, span, "description") for name in names]

    def _is_capitalised(self, k: int) -> bool:
        """Whether a noun phrase holds a name that no table knows: "the Ruritanian government"."""
        chunk, tokens = self.chunk(k), self.parse.tokens
        opens = chunk.first == 0 or tokens.tags[chunk.first] == "DET" or tokens.tags[chunk.first - 1] == "QUOTE"
        capitals = (i for i in range(chunk.first + opens, chunk.head) if tokens.words[i][:1].isupper())
        return any(not self.names_in(tokens.span(i, i + 1)) for i in capitals)

    def _speaker(self, k: int) -> tuple[str, ...]:
        """Who says "we": the subject of what is said around it, else who spoke last."""
        for clause in self.parse.clauses:
            mine = {self.lowers(n)[0] for n in clause.subject} & {"we", "i"}
            if clause.subject and not mine and clause.verb.lemma in self.vocabulary.cue("reporting"):
                people = self.group_actors(clause.subject)
                if people:
                    return tuple(person.name for person in people)
        return self.memory.speaker

    def said_by(self, clause: Clause) -> tuple[Person, ...]:
        """Who says a clause: its governing verb's subject, else who frames it or spoke last, if it is a side."""
        governor = self.parse.clauses[clause.governor] if clause.governor is not None else None
        if governor is not None and governor.verb.lemma in self.vocabulary.cue("reporting"):
            return self.group_actors(governor.subject)
        span = self.chunk_span(clause.chunk)
        own = {person.name for person in self.group_actors(clause.subject)}
        return tuple(Person(name, span, "description") for name in self._speaker(clause.chunk) if name not in own)

    def is_side(self, k: int) -> bool:
        """Whether a noun phrase without a name describes a side: "the rebels", "both sides"."""
        return bool(self._describes(k))

    def _person_meant(self, k: int, phrase: str) -> str:
        """The party of the person meant by "the president", "he": by title, or the last subject; "" if not known."""
        if phrase.startswith("the "):
            return self.memory.titled.get(self.head(k), "")
        alone = phrase in _PEOPLE and not self._names_person_before(self.chunk_span(k))
        return self.memory.person if alone else ""

    def _telling_person(self, span: Span) -> list[Person]:
        """ "he" in what somebody says: whoever says it, "President X announced beside Y that he signed"."""
        for clause in self.parse.clauses:
            if clause.governor is None or not any(self.chunk_span(k) == span for k in clause.subject):
                continue
            saying = self.parse.clauses[clause.governor]
            if saying.verb.lemma in self.vocabulary.cue("reporting") and len(saying.subject) == 1:
                people = self.actors(saying.subject[0], meant=False)
                if len(people) == 1 and self.is_person(saying.subject[0], people[0]):
                    return [Person(people[0].name, span, "pronoun")]
        return []

    def _names_person_before(self, span: Span) -> bool:
        return any(_is_person(name.kind, name.how) and name.span.stop <= span.start for name in self.names)

    def is_person(self, k: int, person: Person) -> bool:
        """Whether a noun phrase speaks of one person: a name, "the president", "he"."""
        named = any(name.party == person.name and _is_person(name.kind, name.how) for name in self.names_at(k))
        return named or self.head(k) in self.vocabulary.cue("person_words") or self.lowers(k)[0] in _PEOPLE

    def _described(self, k: int) -> Fits | None:
        """What kind of actor a description points back to: "the group", "the president", "the government"."""
        cue, words = self.vocabulary.cue, self.lowers(k)
        if words[0] not in _POINTING:
            return None
        if self.parse.tokens.lowers[self.chunk(k).head] in cue("group_words"):
            return _is_group
        if self.head(k) in cue("person_words") or words[-2:] == ["prime", "minister"]:
            return _is_person
        return _is_state if self.head(k) in cue("state_words") else None

    def _pronoun(self, span: Span) -> list[Person]:
        """ "it", "they": the subject last spoken of in this sentence, else the last subject of the text."""
        before = self._subject_before(span.start)
        names = [person.name for person in before] or self.memory.subject
        return [Person(name, span, "pronoun") for name in names]

    def _subject_before(self, at: int) -> tuple[Person, ...]:
        own = [clause.subject for clause in self.parse.clauses if self._has_within(clause, at)]
        for clause in reversed(self.parse.clauses):
            if clause.subject and self.chunk_span(clause.subject[0]).start < at and clause.subject not in own:
                pronoun = any(self.parse.tokens.tags[self.chunk(k).head] == "PRON" for k in clause.subject)
                people = self.group_actors(clause.subject, meant=not pronoun)
                named = tuple(person for person in people if person.how != "unnamed")
                if named:
                    return named
        return ()

    def _has_within(self, clause: Clause, at: int) -> bool:
        """Whether a plain pronoun is an object of a clause, and so not its subject again: "engages with them"."""
        nouns = (*clause.objects, *(n for phrase in clause.phrases for n in phrase.nouns))
        own = [k for k in nouns if self.chunk_span(k).start == at and k not in clause.subject]
        return any(self.lowers(k) in ([["them"], ["it"]]) for k in own)

    def _latest(self, span: Span, fits: Fits) -> list[Person]:
        """The actor of a kind that was named last before a stretch."""
        found = next((party for party, kind, how in self._back_from(span) if fits(kind, how)), None)
        return [Person(found, span, "description")] if found is not None else []

    def _pair(self, span: Span) -> list[Person]:
        """ "the two leaders", "both presidents": those whose office-holders were named last, if there are two."""
        named = dict.fromkeys(party for party, kind, how in self._back_from(span) if _is_person(kind, how))
        return [Person(party, span, "description") for party in list(named)[:2]] if len(named) > 1 else []

    def _back_from(self, span: Span) -> Iterator[tuple[str, str, str]]:
        for name in reversed(self.names):
            if name.span.stop <= span.start and name.party:
                yield name.party, name.kind, name.how
        yield from reversed(self.memory.recent)


_NEUTRAL: Final = frozenset(
    {"two", "countries", "nations", "states", "neighbours", "neighbors", "governments", "capitals"}
)
_PAIR: Final = frozenset({"two", "both"})


def titles_of(text: str, span: Span) -> set[str]:
    """The titles with which a person is named: "President Biden", "Sergei Lavrov, the foreign minister" has none."""
    return {word.lower() for word in _TITLES.findall(text[max(0, span.start - _TAIL) : span.stop])}


def _is_person(kind: str, how: str) -> bool:
    return how == "office-holder" or kind == "person"


def _is_group(kind: str, how: str) -> bool:
    return kind not in _NOT_GROUPS


def _is_state(kind: str, how: str) -> bool:
    return kind in {"state", "body"}


def _each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    unique: dict[str, Person] = {}
    for person in people:
        unique.setdefault(person.name, person)
    return tuple(unique.values())
