"""Words that speak of a move without telling one: hopes, what might be, plans and answers about something else.

Outside texts that are plainly about a negotiation a move is left out where one of these holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.topic import TopicWords
from ceasetimeline.model import Mention
from ceasetimeline.text.clauses import Clause

_HANGING: Final = frozenset({"of", "for", "on", "about", "over", "towards", "toward", "to", "at", "in"})
_GATHERINGS: Final = frozenset({"summit", "conference", "gathering", "forum"})
_TRYING: Final = frozenset({"try", "seek", "attempt", "strive", "work", "help", "bid", "effort"})
_FOLLOWERS: Final = frozenset({"member", "supporter", "follower", "citizen", "people", "minister", "aide", "voter"})
_POINTED: Final = frozenset({"DET", "PRPS", "NUM", "TIME"})
_BROKERED: Final = ("-brokered", "-mediated", "-facilitated", "-sponsored", "-backed")
_WEIGHTY: Final = 2  # the column ``matter`` of types whose words are told of much else
_DEPTH: Final = 4  # clauses above one another


@attrs.frozen(eq=False)
class Told:
    """A move, and the words that tell it and say what it is about, single and in pairs.

    ``rivals``: it is between rivals; ``beside``: a word of peace stands in its sentence; ``sure``: its own words, or
    what they point back to, are of war and peace alone.
    """

    scene: Scene
    mention: Mention
    candidate: Candidate
    words: TopicWords
    told: frozenset[str]
    rivals: bool
    beside: bool
    sure: bool

    def is_of(self, *lists: str) -> bool:
        """Whether a word of a list of the vocabulary is among them."""
        return any(self.scene.is_in(word.removesuffix("s"), lists) for word in self.told)

    @property
    def is_of_peace(self) -> bool:
        """Whether they speak of war and peace: a truce, strife and its end, captives."""
        words = self.words
        return any(not self.told.isdisjoint(found) for found in (words.core, words.soft, words.strife))

    @property
    def is_of_dealing(self) -> bool:
        """Whether they speak of talks, a truce, a deal or captives."""
        return self.is_of("talks_nouns", "truce_nouns", "accord_nouns", "captive_core")


def is_hoped(told: Told) -> bool:
    """Whether somebody only hopes for what a clause tells."""
    clause = told.candidate.clause
    return clause is not None and _is_hoped(told.scene, clause, _DEPTH)


def _is_hoped(scene: Scene, clause: Clause, deep: int) -> bool:
    if clause.governor is None or clause.relation not in {"complement", "infinitive"} or not deep:
        return False
    over = scene.parse.clauses[clause.governor]
    return scene.is_in(over.verb.lemma, ("hoping_verbs",)) or _is_hoped(scene, over, deep - 1)


def is_spoken_about(told: Told) -> bool:
    """Whether a noun of talks or of a deal hangs on one of hope, doubt or opinion."""
    scene, k = told.scene, told.candidate.noun
    if k is None or told.candidate.clause is not None or told.candidate.row.group not in {"talk", "settle"}:
        return False
    first = scene.parse.groups[k][0]
    if (
        scene.kind(first - 1) != "PREP"
        or scene.kind(first - 2) != "NP"
        or scene.chunk(first - 1).word not in _HANGING
    ):
        return False
    return scene.is_in(scene.head(first - 2), ("idle_nouns",))


def is_supposed(told: Told) -> bool:
    """Whether talks, a deal or an answer only might be: "could lead to talks", "if he agrees to negotiations"."""
    row, mention = told.candidate.row, told.mention
    thought = mention.realis in {"hypothetical", "conditional"} and row.group in {"talk", "settle", "respond"}
    rule = mention.why[-1].rule
    tried = rule == "purpose" or rule.rpartition(":")[2] in _TRYING
    return thought and (row.ongoing or row.spoken) and not tried


def is_other_plan(told: Told) -> bool:
    """Whether a plan or an offer is about neither talks nor a truce, a deal or strife."""
    return told.candidate.row.awaited and not told.sure and not told.is_of_peace and not told.is_of_dealing


def is_other_quarrel(told: Told) -> bool:
    """Whether a threat or an accusation speaks neither of war nor of a deal."""
    lists = ("negotiable_nouns", "talks_nouns")
    return told.candidate.row.matter == _WEIGHTY and not told.is_of_peace and not told.is_of(*lists)


def is_other_fight(told: Told) -> bool:
    """Whether a breach is one of no truce or deal that the sentence names."""
    if told.candidate.row.group != "breach" or told.beside:
        return False
    return not told.is_of("truce_nouns", "accord_nouns", "deal_nouns", "negotiable_nouns")


def is_allowed_by_deal(told: Told) -> bool:
    """Whether a deal itself, or what a relative clause says of it, lets something in: "the pact allows exports"."""
    clause, scene = told.candidate.clause, told.scene
    if clause is None or clause.verb.form != "finite" or not told.candidate.row.faint:
        return False
    if told.candidate.row.group != "implement":
        return False
    return any(scene.is_in(scene.head(k), ("accord_nouns",)) for k in clause.subject)


def is_own_order(told: Told) -> bool:
    """Whether somebody asks something of their own people: "asked its members", "ordered his forces"."""
    clause, scene = told.candidate.clause, told.scene
    if clause is None or told.candidate.row.group != "initiate" or told.candidate.row.awaited:
        return False
    return any(
        scene.parse.tokens.tags[scene.chunk(k).first] == "PRPS" and _is_following(scene, k) for k in clause.objects
    )


def _is_following(scene: Scene, k: int) -> bool:
    return scene.is_in(scene.head(k), ("force_nouns",)) or scene.head(k) in _FOLLOWERS


def is_lone_gathering(told: Told) -> bool:
    """Whether only one side is at a meeting: "attended a meeting with reporters"."""
    row, scene = told.candidate.row, told.scene
    if row.group != "talk" or not row.reciprocal or len(told.mention.roles.parties) != 1:
        return False
    return any(scene.kind(k) == "NP" and scene.head(k) == "meeting" for k in told.candidate.themes)


def is_general(told: Told) -> bool:
    """Whether a noun speaks of disarming or exchanges at large: "arms control, disarmament", "in prisoner swaps"."""
    candidate, scene = told.candidate, told.scene
    k = candidate.noun
    if candidate.clause is not None or k is None or candidate.row.group != "implement":
        return False
    chunk, tokens = scene.chunk(k), scene.parse.tokens
    if not _POINTED.isdisjoint(tokens.tags[chunk.first : chunk.head]) or told.mention.roles.acting:
        return False
    return candidate.row.asked or tokens.lowers[chunk.head].endswith("s")


def is_speech(told: Told) -> bool:
    """Whether "talks" is what somebody does: "the doctor talks about the flood"."""
    k, scene = told.candidate.noun, told.scene
    if k is None or told.candidate.clause is not None or told.candidate.row.group != "talk":
        return False
    chunk, tokens = scene.chunk(k), scene.parse.tokens
    named = "PROPN" in tokens.tags[chunk.first : chunk.head]
    return (
        named and tokens.lowers[chunk.head] == "talks" and tokens.lowers[chunk.head + 1 : chunk.head + 2] == ["about"]
    )


def is_named_by_broker(told: Told) -> bool:
    """Whether words only name a known deal by its broker: "the UN-brokered deal", "the Omani-mediated initiative"."""
    candidate, scene = told.candidate, told.scene
    k = candidate.noun
    if candidate.clause is not None or k is None:
        return False
    chunk, tokens = scene.chunk(k), scene.parse.tokens
    brokered = any(word.endswith(_BROKERED) for word in tokens.lowers[chunk.first : chunk.head])
    known = tokens.lowers[chunk.first] in {"the", "this", "that"} or candidate.row.awaited
    return brokered and known and not scene.is_in(scene.head(k), ("talks_nouns",))


def is_phase_of_war(told: Told) -> bool:
    """Whether it is a war that begins or enters a phase, and no truce."""
    row, clause, scene = told.candidate.row, told.candidate.clause, told.scene
    if clause is None or row.group != "implement" or not row.reciprocal:
        return False
    return any(scene.is_in(scene.head(k), ("fighting_nouns",)) for k in clause.subject)


def is_return_to_deal(told: Told) -> bool:
    """Whether one goes to a deal and to no place: "urged Moscow to return to the Black Sea grain deal"."""
    row, scene = told.candidate.row, told.scene
    if row.group != "talk" or not row.faint or row.reciprocal or told.candidate.clause is None:
        return False
    return any(scene.is_in(scene.head(k), ("accord_nouns",)) for k in told.candidate.themes if scene.kind(k) == "NP")


def is_described(told: Told) -> bool:
    """Whether a participle only describes a noun: "a negotiated peace"."""
    clause, tokens = told.candidate.clause, told.scene.parse.tokens
    if clause is None or clause.subject or told.candidate.row.group != "talk" or clause.verb.form != "finite":
        return False
    head = clause.verb.head
    bare = head == told.scene.chunk(clause.chunk).first and tokens.lowers[head].endswith("ed")
    return bare and tokens.tag(head + 1) == "NOUN"


def is_nobodys(told: Told) -> bool:
    """Whether something is asked for and nobody asks: "guarantees are needed"."""
    row, clause = told.candidate.row, told.candidate.clause
    if clause is None or row.group != "initiate" or row.awaited or told.mention.roles.agent:
        return False
    return clause.verb.passive and clause.relation != "reduced" and bool(clause.subject)


def is_asked_for(told: Told) -> bool:
    """Whether it is what somebody asks others to do: "urged him to press for talks"; the asking is told by itself."""
    if told.mention.realis != "demanded" or told.candidate.row.group not in {"talk", "settle", "initiate"}:
        return False
    return told.mention.why[-1].rule.startswith("demanded-by")


def is_unarmed(told: Told) -> bool:
    """Whether what is given up or withdrawn is neither a force nor arms nor a siege."""
    row = told.candidate.row
    if row.group != "implement" or not row.asked:
        return False
    return not told.is_of("force_nouns", "arms_nouns", "blockade_nouns", "side_nouns", "monitor_nouns")


def is_gathering(told: Told) -> bool:
    """Whether a summit or a conference is one of a bloc, or none of rivals, and its words say nothing of peace."""
    row, scene = told.candidate.row, told.scene
    if row.group != "talk" or told.is_of_peace:
        return False
    if not told.told.isdisjoint(told.words.bloc):
        return True
    if not row.reciprocal or told.rivals:
        return False
    k = told.candidate.noun
    if k is not None and told.candidate.clause is None:
        return scene.head(k) == "meeting" or scene.head(k) in _GATHERINGS
    return any(scene.kind(n) == "NP" and scene.head(n) in _GATHERINGS for n in told.candidate.themes)


ASIDES: Final[Mapping[str, Callable[[Told], bool]]] = {
    "hoped": is_hoped,
    "spoken about": is_spoken_about,
    "supposed": is_supposed,
    "another plan": is_other_plan,
    "another quarrel": is_other_quarrel,
    "another fight": is_other_fight,
    "allowed by a deal": is_allowed_by_deal,
    "own people": is_own_order,
    "in general": is_general,
    "speech": is_speech,
    "unarmed": is_unarmed,
    "lone gathering": is_lone_gathering,
    "name": is_named_by_broker,
    "phase of war": is_phase_of_war,
    "return to a deal": is_return_to_deal,
    "described": is_described,
    "nobody": is_nobodys,
    "gathering": is_gathering,
    "asked for": is_asked_for,
}


def aside(told: Told, spared: Sequence[str] = ()) -> str:
    """The name of the first aside that holds, those ``spared`` left out; "" for none."""
    return next((name for name, holds in ASIDES.items() if name not in spared and holds(told)), "")
