"""One sentence on the stage: its parse, the actors that its noun phrases name, and the discourse so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.events.actors import ActorName
from ceasetimeline.events.cast import Sides, is_venue
from ceasetimeline.model import Evidence, Span, TimeExpression
from ceasetimeline.text.clauses import Clause, Parse
from ceasetimeline.text.phrases import Chunk
from ceasetimeline.text.vocabulary import Vocabulary

_BEHIND: Final = (
    "-backed", "-brokered", "-mediated", "-sponsored", "-run", "-held", "-controlled", "-based", "-born", "-designated",
    "-occupied", "-allied", "-aligned", "-proposed", "-drafted", "-administered", "-funded", "-made", "-supported", "-bound",
)  # fmt: skip
_AUTHORED: Final = ("-proposed", "-drafted", "-led", "-brokered", "-mediated", "-backed", "-sponsored")
_PARTITIVE: Final = frozenset(
    [
        "day",
        "week",
        "month",
        "hour",
        "night",
        "year",
        "group",
        "number",
        "dozen",
        "batch",
        "half",
        "rest",
        "some",
        "all",
        "most",
        "hundred",
        "thousand",
        "score",
        "round",
        "series",
        "detail",
        "term",
        "text",
        "phase",
        "set",
        "list",
        "part",
        "participation",
        "involvement",
        "one",
        "two",
        "three",
        "total",
        "remainder",
        "version",
        "handful",
        "outline",
        "couple",
        "majority",
        "lot",
        "end",
        "of",
        "range",
        "stage",
        "exchange",
        "first",
    ]
)


@attrs.frozen
class Person:
    """An actor in a noun phrase: its name, the words, and whether the text names it or only means it."""

    name: str
    span: Span
    how: str = "name"


@attrs.frozen
class Act:
    """A move told in an earlier sentence: who, what, when."""

    number: int
    type: str
    group: str
    spoken: bool
    names: tuple[str, ...]
    interval: Interval | None = None
    because: Evidence | None = None


@attrs.define(eq=False)
class Memory:
    """What the article has told so far: actors, the latest last, each with its kind; what "it" speaks of; moves."""

    recent: list[tuple[str, str, str]] = attrs.field(factory=list)  # party, kind, how
    subject: tuple[str, ...] = ()
    topic: str = ""
    number: int = 0
    acts: list[Act] = attrs.field(factory=list)
    proposers: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Scene:
    """A sentence with all that its event rules need."""

    article: str
    text: str
    span: Span
    parse: Parse
    names: Sequence[ActorName]
    times: Sequence[TimeExpression]
    sides: Sides
    memory: Memory
    vocabulary: Vocabulary
    told: set[int] = attrs.field(factory=set)  # chunks of verbs that tell a move of their own

    # --- words

    def words(self, k: int) -> str:
        """The words of a chunk as the text has them."""
        found = self.parse.chunks[k]
        tokens = self.parse.tokens
        return self.text[tokens.starts[found.first] : tokens.stops[found.stop - 1]]

    def chunk_span(self, k: int) -> Span:
        """The characters of a chunk."""
        found = self.parse.chunks[k]
        return self.parse.tokens.span(found.first, found.stop)

    def head(self, k: int) -> str:
        """The singular of a noun phrase's head."""
        return self.parse.chunks[k].word

    def lowers(self, k: int) -> list[str]:
        """The words of a chunk in lower case."""
        found = self.parse.chunks[k]
        return self.parse.tokens.lowers[found.first : found.stop]

    def is_in(self, word: str, lists: Sequence[str]) -> bool:
        """Whether a word is one of ``lists``, or in a word list that they name."""
        return any(word == name or word in self.vocabulary.cue(name) for name in lists)

    # --- phrases on a noun

    def after_noun(self, k: int) -> list[tuple[str, tuple[int, ...]]]:
        """The prepositional phrases that follow a noun phrase directly: (preposition, noun phrases)."""
        found: list[tuple[str, tuple[int, ...]]] = []
        chunks, groups = self.parse.chunks, self.parse.groups
        at = groups.get(k, (k,))[-1] + 1 if k in groups else k + 1
        if at > k + 1 and k + 1 < len(chunks) and chunks[k + 1].kind == "PREP":
            at = k + 1
        while at + 1 < len(chunks):
            if chunks[at].kind == "TIME":
                at += 1
                continue
            if chunks[at].kind in {"QUOTE", "ADV"}:
                at += 1
                continue
            if (
                chunks[at].kind in {"COMMA", "DASH"}
                and chunks[at + 1].kind == "PREP"
                and chunks[at + 1].word in {"with", "between"}
            ):
                at += 1
                continue
            if chunks[at].kind != "PREP":
                break
            if chunks[at + 1].kind == "TIME":
                at += 2
                continue
            noun = at + 2 if chunks[at + 1].kind == "ADV" and at + 2 < len(chunks) else at + 1
            if chunks[noun].kind != "NP":
                break
            members = groups[noun]
            found.append((chunks[at].word, members))
            at = members[-1] + 1
        return found

    def themes(self, k: int) -> list[str]:
        """The heads of a noun phrase and, behind "a number of", of what it counts."""
        heads = [self.head(k)]
        if heads[0] in {"it", "they", "this", "these", "both"} and self.memory.topic:
            return [self.memory.topic]
        if heads[0] in {"one", "ones"}:
            return [self.head(n) for n in range(k) if self.parse.chunks[n].kind == "NP"] or heads
        if heads[0] in _PARTITIVE or heads[0].isdigit():
            for preposition, nouns in self.after_noun(k)[:1]:
                if preposition == "of" or (
                    preposition == "in" and heads[0] in {"participation", "involvement", "part"}
                ):
                    heads.extend(self.head(n) for n in nouns)
        return heads

    # --- actors

    def names_in(self, span: Span) -> list[ActorName]:
        """The actor names that share characters with a stretch."""
        starts = [name.span.start for name in self.names]
        at = max(0, bisect_left(starts, span.start) - 1)
        found = []
        for name in self.names[at:]:
            if name.span.start >= span.stop:
                break
            if name.span.overlaps(span):
                found.append(name)
        return found

    def actors(self, k: int, *, meant: bool = True, follow: bool = True) -> tuple[Person, ...]:
        """The actors that a noun phrase stands for; with ``meant`` also those of pronouns and descriptions."""
        found = self._named(k)
        unknown = self.parse.tokens.tags[self.parse.chunks[k].head] == "PROPN"
        if not found and follow and (unknown or self._speaks(k)):
            for preposition, nouns in self.after_noun(k)[:1]:
                if preposition == "of" or (preposition in {"from", "for"} and not unknown):
                    found = [person for n in nouns for person in self._named(n, plain=True)]
        if not found and meant:
            found = self._meant(k)
        unique: dict[str, Person] = {}
        for person in found:
            unique.setdefault(person.name, person)
        return tuple(unique.values())

    def group_actors(self, nouns: Sequence[int], *, meant: bool = True) -> tuple[Person, ...]:
        """The actors of several noun phrases, each once; an adjective alone speaks through the phrase it is joined to."""
        unique: dict[str, Person] = {}
        for k in nouns:
            people = self.actors(k, meant=meant)
            if not people and len(nouns) > 1:
                people = tuple(self._named(k, plain=True, adjectives=True))
            for person in people:
                unique.setdefault(person.name, person)
        return tuple(unique.values())

    def _speaks(self, k: int) -> bool:
        return self.head(k) in self.vocabulary.cue("speakers") or bool(
            set(self.lowers(k)) & self.vocabulary.cue("speakers")
        )

    def _named(self, k: int, *, plain: bool = False, adjectives: bool = False) -> list[Person]:
        """Actors named inside a noun phrase, those that only qualify it left out."""
        chunk = self.parse.chunks[k]
        span = self.chunk_span(k)
        names = [name for name in self.names_in(span) if self._counts(name)]
        tokens = self.parse.tokens
        head_start, head_stop = tokens.starts[chunk.head], tokens.stops[chunk.head]
        own = [n for n in names if n.how != "adjective" and n.span.start < head_stop and head_start < n.span.stop]
        if own:
            return [self.person(name) for name in own if name.party]
        speaks = self._speaks(k)
        if chunk.possessor is not None:
            edge = tokens.stops[chunk.possessor[1] - 1]
            holders = [n for n in names if n.span.start < edge and n.party]
            if holders and (speaks or plain):
                named = [n for n in holders if n.how != "adjective"] or holders
                return [self.person(named[-1])]
            if holders:
                return []
        if speaks and self.head(k) in self.vocabulary.cue("group_words") and names and self.sides.groups:
            if all(n.how == "adjective" for n in names):
                return [Person(group, span, "description") for group in sorted(self.sides.groups)][:1]
        if plain or speaks:
            proper = [n for n in names if n.party and n.how != "adjective"]
            if proper and any(n.how == "adjective" for n in names) and self._is_apposed(k):
                return [self.person(name) for name in proper]
            return [
                self.person(name)
                for name in names
                if name.party and (name.how != "adjective" or speaks or adjectives)
            ]
        return []

    def _is_apposed(self, k: int) -> bool:
        return True

    def _counts(self, name: ActorName) -> bool:
        following = self.text[name.span.stop : name.span.stop + 14].lower().replace("‑", "-").replace("–", "-")
        return not following.startswith(_BEHIND) and not is_venue(self.text, name)

    def person(self, name: ActorName) -> Person:
        """The actor that a name stands for."""
        return Person(name.party, name.span, name.how)

    def _meant(self, k: int) -> list[Person]:
        """Whom a pronoun or a description stands for."""
        cue = self.vocabulary.cue
        words = self.lowers(k)
        phrase = " ".join(words)
        span = self.chunk_span(k)
        head = self.head(k)
        if phrase in cue("sides_words") or " ".join(words[-2:]) in cue("sides_words"):
            return [Person(name, span, "sides") for name in self.sides.parties]
        if head in cue("mediator_words") or (words and words[-1] in cue("mediator_words")):
            return [Person("mediators", span, "unnamed")]
        if phrase in {"it", "they", "them", "itself", "themselves"}:
            return self._pronoun(span)
        if phrase in {"he", "she", "him", "her", "himself", "herself"}:
            return self._latest(span, lambda kind, how: how == "office-holder" or kind == "person")
        if words and words[0] in {"the", "this", "that", "its", "his"}:
            if self.parse.tokens.lowers[self.parse.chunks[k].head] in cue("group_words"):
                return self._latest(
                    span, lambda kind, how: kind not in {"state", "person", "body", "organisation", "outlet", "place"}
                )
            if head in cue("person_words") or phrase.endswith("prime minister"):
                return self._latest(span, lambda kind, how: how == "office-holder" or kind == "person")
            if head in cue("state_words"):
                return self._latest(span, lambda kind, how: kind == "state" or kind == "body")
        return []

    def _pronoun(self, span: Span) -> list[Person]:
        """ "it", "they": the subject last spoken of in this sentence, else the last subject of the text."""
        before = [p for p in self._subjects_before(span.start)]
        if before:
            return [Person(person.name, span, "pronoun") for person in before]
        return [Person(name, span, "pronoun") for name in self.memory.subject]

    def _subjects_before(self, at: int) -> tuple[Person, ...]:
        for clause in reversed(self.parse.clauses):
            if not clause.subject or self.chunk_span(clause.subject[0]).start >= at:
                continue
            described = self.parse.tokens.tags[self.parse.chunks[clause.subject[0]].head] != "PRON"
            people = self.group_actors(clause.subject, meant=described)
            if people:
                return people
        return ()

    def _latest(self, span: Span, fits: object) -> list[Person]:
        assert callable(fits)
        for name in reversed([n for n in self.names if n.span.stop <= span.start and n.party]):
            if fits(name.kind, name.how):
                return [Person(name.party, span, "description")]
        for party, kind, how in reversed(self.memory.recent):
            if fits(kind, how):
                return [Person(party, span, "description")]
        return []

    def possessor(self, k: int) -> tuple[Person, ...]:
        """The actor in the possessive or adjective of a noun phrase: "Hamas's refusal", "its offer"."""
        chunk = self.parse.chunks[k]
        tokens = self.parse.tokens
        if chunk.possessor is not None:
            edge = Span(tokens.starts[chunk.possessor[0]], tokens.stops[chunk.possessor[1] - 1])
            names = [n for n in self.names_in(edge) if n.party]
            named = [n for n in names if n.how != "adjective"] or names
            if named:
                return (self.person(named[-1]),)
        if tokens.tags[chunk.first] == "PRPS" and tokens.lowers[chunk.first] in {"its", "their", "his", "her"}:
            word = tokens.lowers[chunk.first]
            span = tokens.span(chunk.first, chunk.first + 1)
            if word in {"his", "her"}:
                return tuple(self._latest(span, lambda kind, how: how == "office-holder" or kind == "person"))
            return tuple(self._pronoun(span))
        return ()

    def modifiers(self, k: int) -> tuple[Person, ...]:
        """Actors named before the head of a noun phrase: "the Israel-Hamas truce", "an Egyptian proposal"."""
        chunk = self.parse.chunks[k]
        tokens = self.parse.tokens
        if chunk.first == chunk.head:
            return ()
        start = chunk.possessor[1] + 1 if chunk.possessor is not None else chunk.first
        if start >= chunk.head:
            return ()
        span = tokens.span(start, chunk.head)
        return tuple(self.person(n) for n in self.names_in(span) if n.party and n.how != "place" and self._counts(n))

    def authors(self, k: int) -> tuple[Person, ...]:
        """Those whom "a US-backed plan" or "the Russian-led mission" names."""
        span = self.chunk_span(k)
        found = []
        for name in self.names_in(span):
            following = self.text[name.span.stop : name.span.stop + 14].lower()
            if name.party and following.startswith(_AUTHORED):
                found.append(self.person(name))
        return tuple(found)

    def people_of(self, k: int) -> tuple[Person, ...]:
        """The actors whose people a noun phrase speaks of: "Thai hostages", "13 Israelis"."""
        return tuple(self.person(name) for name in self.names_in(self.chunk_span(k)) if name.party)

    # --- clauses

    def run_of(self, k: int) -> set[int]:
        """A noun phrase and those in the phrases behind it: "a plan", "the talks" in "a plan for the talks"."""
        return {k}.union(*(nouns for _, nouns in self.after_noun(k)))

    def clause_of_chunk(self, k: int) -> Clause | None:
        """The clause that has a noun phrase among its arguments."""
        for clause in reversed(self.parse.clauses):
            if clause.chunk > k:
                continue
            if k in clause.objects or any(k in phrase.nouns for phrase in clause.phrases):
                return clause
        for clause in self.parse.clauses:
            if k in clause.subject and clause.relation != "reduced":
                return clause
        return None

    def children(self, number: int) -> list[Clause]:
        """The clauses that a clause governs."""
        return [clause for clause in self.parse.clauses if clause.governor == number]

    def chunk(self, k: int) -> Chunk:
        """A chunk by its number."""
        return self.parse.chunks[k]
