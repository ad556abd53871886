"""How far a move bears on a conflict: what its words are about, who takes part in it, and in what text it stands.

Each of the three gives points; which sum is enough was measured on news of all kinds (``docs/decisions``). In an
article that is plainly about a negotiation the words of a move may speak of anything.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

import attrs

from ceasetimeline.events.asides import Told, aside
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.opponents import rival_states
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.topic import Topic, TopicWords
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Mention
from ceasetimeline.text.clauses import Clause

_POWERS: Final = frozenset({"state", "group", "organisation"})
_ASKED: Final = frozenset({"infinitive", "purpose", "gerund", "complement"})
_OFFERED: Final = frozenset({"initiate", "respond", "settle"})
_OWN_FORCES: Final = frozenset({"implement", "breach", "anchor"})
_ABOUT: Final = frozenset(
    {"of", "on", "over", "about", "for", "to", "in", "at", "with", "between", "among", "from", "towards", "toward"}
)
_AFTER: Final = 8  # words behind a verb whose object the grammar did not find
_UNSURE: Final = {"hypothetical": 2, "conditional": 2, "denied": 1}
_ENDS: Final = frozenset({"COMMA", "STOP", "SUB", "DASH", "WH"})
_HELD: Final = 2  # those whom an armed group lets go were its captives, whatever they are called
_DEEP: Final = 2  # clauses under a verb: "called on Israel to agree to stop fighting"
_SURE: Final = 3
_RIVALS: Final = 3
_NEW: Final = frozenset({"a", "an", "any", "no", "some", "another"})
_DESCRIBING: Final = frozenset({"TO", "PREP", "VBN", "VBG", "WH"})
_TOLD: Final = 3  # points that matter and parties must have between them
_HINTED: Final = 2  # the same, close to words of peace in a text that names the parties to a conflict
ENOUGH: Final = 4
"""Points from which a move is taken for one of a negotiation."""


@attrs.frozen(eq=False)
class Standing:
    """Who is who in conflicts: listed powers, armed groups, and pairs of rivals."""

    powers: frozenset[str]
    groups: frozenset[str]
    rivals: frozenset[frozenset[str]]

    def are_opposed(self, names: Iterable[str]) -> bool:
        """Whether two of the names are rivals, or one is an armed group."""
        told = sorted(set(names))
        return not self.groups.isdisjoint(told) or any(frozenset(two) in self.rivals for two in combinations(told, 2))


@functools.lru_cache(maxsize=8)
def standing(lexicon: Lexicon) -> Standing:
    """The standing of a lexicon's actors, built once."""
    rivals = rival_states(lexicon)
    paired = frozenset[str]().union(*rivals)
    return Standing(
        powers=frozenset(actor.name for actor in lexicon.actors if actor.kind in _POWERS),
        groups=frozenset(actor.name for actor in lexicon.actors if actor.kind == "group") - paired,
        rivals=rivals,
    )


@attrs.frozen
class Bearing:
    """Points for the matter of a move, its parties and its setting; ``here``: a word of peace stands beside it."""

    matter: int
    parties: int
    setting: int
    here: bool = False
    faint: bool = False

    def is_enough(self, least: int, *, lenient: bool = False) -> bool:
        """Whether a move is one of a negotiation; ``least`` is what its type asks of its own words.

        One state with any text, and a party with nothing to bargain about, are not enough wherever they stand.
        """
        told = self.matter + self.parties
        total = told + self.setting + self.here
        if lenient and not self.faint:
            return told >= _HINTED and total >= ENOUGH
        asked = least if self.faint else max(1, least - (self.parties == _RIVALS) - self.here)
        return self.matter >= asked and told >= _TOLD and total >= ENOUGH


@attrs.frozen(eq=False)
class Scales:
    """What weighs the moves of an article."""

    topic: Topic
    words: TopicWords
    standing: Standing

    def weigh(self, scene: Scene, mention: Mention, candidate: Candidate, number: int) -> Bearing:
        """The bearing of a mention in the sentence of this number."""
        own = list(_own_words(scene, candidate))
        told = {*own, *self.words.pairs(own)}
        matter = self._matter(scene, candidate, told, number)
        if candidate.row.absent == "holders" and not self.standing.groups.isdisjoint(mention.roles.agent):
            matter = max(matter, _HELD)
        parties, setting = (
            self._parties(scene, mention, told, candidate),
            self._setting(scene, mention, candidate, number),
        )
        other = self._other_business(matter, number)
        less = min(other, 1) if parties == _RIVALS else other
        return Bearing(matter, parties, setting - less, self.topic.profiles[number].core, candidate.row.faint)

    def aside(
        self, scene: Scene, mention: Mention, candidate: Candidate, number: int, spared: Sequence[str] = ()
    ) -> str:
        """Why a mention only speaks of a move without telling one; "" where it tells one."""
        own = list(_own_words(scene, candidate))
        told = frozenset((*own, *self.words.pairs(own)))
        powers = sorted({span.name for span in mention.role_spans} & self.standing.powers)
        rivals = any(frozenset(pair) in self.standing.rivals for pair in combinations(powers, 2))
        beside, sure = self.topic.profiles[number].core, self._matter(scene, candidate, set(told), number) == _SURE
        return aside(Told(scene, mention, candidate, self.words, told, rivals, beside, sure), spared)

    def _matter(self, scene: Scene, candidate: Candidate, told: set[str], number: int) -> int:
        """3 for words of war and peace alone, 2 for those shared with other news, 1 for a text or for strife.

        Arms and other business take away from it.
        """
        words = self.words
        told = told - words.armed
        if not told.isdisjoint(words.core):
            return _SURE
        strife, points = not told.isdisjoint(words.strife), int(_is_text(scene, candidate, told))
        if candidate.row.group in _OWN_FORCES and not candidate.row.spoken:
            points += strife or (self.topic.is_core_near(number) and not told.isdisjoint(words.war))
        elif strife and points:
            points += 1
        sought = (strife and not told.isdisjoint(words.ending)) or not told.isdisjoint(words.soft)
        if sought:
            points = max(points, 2)
        if (
            not self.topic.is_civil
            and self.topic.is_of_conflict
            and any(_is_pointed_at(scene, k) for k in _texts(scene, candidate))
        ):
            return _SURE
        if not sought and candidate.row.group in _OFFERED and not told.isdisjoint(words.arms):
            points -= 2
        civil = not told.isdisjoint(words.civil) or not told.isdisjoint(words.idle)
        return points - civil * (1 if self.topic.profiles[number].core else 3)

    def _parties(self, scene: Scene, mention: Mention, told: set[str], candidate: Candidate) -> int:
        """3 for rivals, or an armed side and another power; 2 for an armed side, 1 for any power, -2 for nobody."""
        names = {span.name for span in mention.role_spans}
        if candidate.row.group == "initiate":  # "urged Russia to hold talks with Ukraine"
            names = names | {name.party for name in scene.names if name.party}
        powers = names & self.standing.powers
        if any(frozenset(pair) in self.standing.rivals for pair in combinations(sorted(powers), 2)):
            return 3
        armed = not self.words.armed.isdisjoint(told) and self.words.partisan.isdisjoint(told)
        if not powers.isdisjoint(self.standing.groups) or armed:
            return 3 if len(powers) + armed > 1 else 2
        named = {name.party for name in scene.names} & self.standing.powers
        return 1 if named or powers or not self.words.sides.isdisjoint(told) else -2

    def _other_business(self, matter: int, number: int) -> int:
        """What words of other business in sentence and text take off; less where a move is surely of peace."""
        if matter == _SURE:
            return int(self.topic.is_mostly_civil)
        return int(self.topic.profiles[number].civil) + self.topic.is_civil

    def _setting(self, scene: Scene, mention: Mention, candidate: Candidate, number: int) -> int:
        """Words of peace in the sentence or beside it, words of war in the text, less what is faint or unsure."""
        topic = self.topic
        points = int(topic.is_core_near(number)) + int(topic.war) + 2 * topic.is_strong
        points += topic.opposed and ((topic.has_room and topic.core > 0) or topic.is_bargained(number))
        supposed = _UNSURE.get(mention.realis, 0)
        asked = scene.text[scene.span.start : scene.span.stop].rstrip("\"'”’) ").endswith("?")
        return points - candidate.row.faint - supposed - 2 * asked


def _own_words(scene: Scene, candidate: Candidate) -> Iterator[str]:
    """The words that a move is told by and that say what it is about, in reading order."""
    tokens = scene.parse.tokens
    chunks, heads = set(candidate.themes), set[int]()
    if candidate.noun is not None:
        chunks |= {candidate.noun, *scene.run_of(candidate.noun)}
    if candidate.clause is not None:
        for under in _under(scene, candidate.clause, _DEEP):
            heads.add(under.verb.head)
            chunks.update(under.objects, (n for p in under.phrases if p.preposition in _ABOUT for n in p.nouns))
            chunks.update(k for k in under.subject if not scene.actors(k, meant=False))
    chunks |= {n for k in candidate.themes for _, nouns in scene.after_noun(k)[:2] for n in nouns}
    spans = (range(scene.chunk(k).first, scene.chunk(k).stop) for k in chunks)
    clause = candidate.clause
    lone = clause is not None and not clause.objects and set(candidate.themes) <= set(clause.subject)
    stop = _clause_end(tokens.tags, candidate.stop) if lone else candidate.stop
    places = {*range(candidate.begin, stop), *heads, *(i for span in spans for i in span)}
    meant = (word for k in sorted(chunks) if scene.kind(k) == "NP" for word in scene.themes(k))
    yield from (tokens.lowers[i] for i in sorted(places))
    yield from meant  # "it": the plan named before


def _clause_end(tags: Sequence[str], at: int) -> int:
    """Where the words behind a verb without an object end: at a comma or a conjunction, or soon."""
    last = min(at + _AFTER, len(tags))
    return next((i for i in range(at, last) if tags[i] in _ENDS), last)


def _under(scene: Scene, clause: Clause, deep: int) -> Iterator[Clause]:
    """A clause and what it asks, offers or agrees to do."""
    yield clause
    if deep:
        for child in scene.children(clause.number):
            if child.relation in _ASKED:
                yield from _under(scene, child, deep - 1)


def _is_text(scene: Scene, candidate: Candidate, told: set[str]) -> bool:
    """Whether a move is one of talking, or speaks of talks or of a text to agree on."""
    if candidate.row.group == "talk" and candidate.row.reciprocal:
        return True
    lists = ("negotiable_nouns", "talks_nouns", "text_words")
    return any(scene.is_in(word, lists) or scene.is_in(word.removesuffix("s"), lists) for word in told)


def _texts(scene: Scene, candidate: Candidate) -> Sequence[int]:
    """The noun phrases of a move that name a text or talks."""
    clauses = [*_under(scene, candidate.clause, 1)] if candidate.clause is not None else []
    chunks = {*candidate.themes, *(k for clause in clauses for k in (*clause.objects, *clause.subject))}
    return [k for k in sorted(chunks) if scene.is_in(scene.head(k), ("negotiable_nouns",))]


def _is_pointed_at(scene: Scene, k: int) -> bool:
    """Whether a noun phrase is "the plan" or "its terms" alone, without words that say what it is about."""
    chunk, tags = scene.chunk(k), scene.parse.tokens.tags
    lowers, plural = scene.parse.tokens.lowers, scene.vocabulary.cue("plural_events")
    pointing = (
        tags[chunk.first] in {"DET", "PRPS"} and lowers[chunk.first] not in _NEW and lowers[chunk.head] not in plural
    )
    alone = pointing and chunk.head == chunk.first + 1
    described = chunk.stop < len(tags) and tags[chunk.stop] in _DESCRIBING and scene.kind(k + 2) != "TIME"
    return alone and not described
