"""Third parties to a move: who mediates, hosts or carries it, and who works on a side to accept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName
from ceasetimeline.events.brokers import find_brokers
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.cast import is_placed
from ceasetimeline.events.scene import Person, Scene
from ceasetimeline.events.timing import home_of, upwards
from ceasetimeline.text.clauses import Clause

_CARRYING: Final = frozenset({"deliver", "convey", "relay", "carry", "transmit", "pass", "pass on", "bring"})
_PERSUADING: Final = frozenset({"convince", "persuade", "secure", "obtain", "win over"})
_NEGOTIATING: Final = frozenset({"negotiator", "envoy"})
_AT: Final = frozenset({"at", "during", "for", "in"})
BY_HELP: Final = frozenset({"with", "through", "under", "after", "following", "thanks to", "via"})
"""Prepositions of those by whose help something came about."""
MEDIATING: Final = frozenset({"mediate", "broker", "facilitate", "host", "sponsor", "convene", "lead"})
"""Verbs of those who bring about talks or a deal of others."""


@attrs.define(eq=False)
class Filled:
    """Roles being filled, each actor once in a role."""

    people: dict[str, dict[str, Person]] = attrs.field(factory=dict)

    def add(self, role: str, people: Iterable[Person]) -> None:
        """Puts people into a role."""
        own = self.people.setdefault(role, {})
        for person in people:
            own.setdefault(person.name, person)

    def names(self, role: str) -> tuple[str, ...]:
        """The names in a role."""
        return tuple(self.people.get(role, {}))

    def drop(self, role: str, names: Iterable[str]) -> None:
        """Takes names out of a role."""
        for name in names:
            self.people.get(role, {}).pop(name, None)


def fill_third_parties(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """Puts mediators, hosts and those who carry an offer into their roles."""
    _mediators(scene, candidate, filled)
    _brokers(scene, candidate, filled)
    _carriers(scene, candidate, filled)
    _persuaders(scene, candidate, filled)


def call_on_sides(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """A mediator who meets a side does so as a mediator, and is a party to the meeting all the same."""
    met = filled.people.get("parties", {}) if candidate.row.among_parties else {}
    if not set(scene.sides.parties).isdisjoint(met):
        filled.add("mediator", [person for name, person in met.items() if name in scene.sides.mediators])


def _mediators(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """Brokers named with a move: "talks mediated by A and B", "a truce brokered by C", "D hosted the talks"."""
    if candidate.row.doer == "mediator":
        filled.add("mediator", _helpers(scene, candidate) or _workers(scene, candidate, filled))
        return
    if candidate.row.group == "breach":
        return
    if candidate.row.brokered and scene.sides.mediators:
        taken = set(filled.names(candidate.row.doer)) | set(filled.names(candidate.row.other))
        filled.add("mediator", [person for person in _brokers_beside(scene) if person.name not in taken])
    nouns = _nouns_of(scene, candidate)
    if candidate.row.brokered:
        taken = {*filled.names(candidate.row.doer), *scene.sides.parties}
        authors = [person for k in sorted(nouns) for n in sorted(scene.run_of(k)) for person in _hosts_of(scene, n)]
        filled.add("mediator", [person for person in authors if person.name not in taken])
    for clause in scene.parse.clauses:
        if clause.verb.lemma not in MEDIATING or clause.chunk == _chunk_of(candidate):
            continue
        by = tuple(n for p in clause.phrases if p.preposition == "by" for n in p.nouns)
        role = "host" if clause.verb.lemma == "host" else "mediator"
        if clause.verb.passive and _hangs_on(scene, clause, nouns):
            filled.add(role, scene.group_actors(by) or (_hosts(scene, clause) if role == "host" else ()))
        elif not clause.verb.passive and nouns & set(clause.objects) and candidate.noun is not None:
            own = scene.sides.parties  # "agreed to facilitate the release" brokers nothing
            filled.add(role, [person for person in scene.group_actors(clause.subject) if person.name not in own])


def _hosts(scene: Scene, clause: Clause) -> list[Person]:
    """Whose place it is that talks are "hosted in"."""
    places = (n for phrase in clause.phrases if phrase.preposition == "in" for n in phrase.nouns)
    return [scene.person(name) for n in places for name in scene.names_at(n) if name.party]


def _chunk_of(candidate: Candidate) -> int:
    return candidate.clause.chunk if candidate.clause is not None else -1


def _nouns_of(scene: Scene, candidate: Candidate) -> set[int]:
    """The noun phrases of a move, and those of the talks that it is made at: "put forward a draft at talks"."""
    nouns = set(candidate.themes) | ({candidate.noun} if candidate.noun is not None else set())
    clause = candidate.clause
    if clause is not None:
        nouns |= set(clause.subject) | set(clause.objects)
        talks = scene.vocabulary.cue("talks_nouns")
        places = (n for phrase in clause.phrases if phrase.preposition in _AT for n in phrase.nouns)
        nouns |= {n for n in places if not talks.isdisjoint(scene.themes(n))}
    return nouns


def _hosts_of(scene: Scene, k: int) -> tuple[Person, ...]:
    """Those who bring talks or a deal about: "UN-brokered talks"; no "an Egyptian-drafted plan"."""
    known = (
        scene.vocabulary.cue("talks_nouns")
        | scene.vocabulary.cue("accord_nouns")
        | scene.vocabulary.cue("truce_nouns")
    )
    return scene.authors(k) if scene.head(k) in known else ()


def _brokers_beside(scene: Scene) -> list[Person]:
    """The mediators of the article that a sentence names, neither as a place nor only as those who tell of it.

    Who tells of it counts where the sentence itself calls him a mediator: "Kenya, which mediates, said".
    """
    called = {scene.names[number].span for number in find_brokers(scene.text, scene.names)}
    return [
        scene.person(name)
        for name in scene.names
        if name.party in scene.sides.mediators
        and not is_placed(scene.text, scene.names, name)
        and (name.span in called or not _only_tells(scene, name))
    ]


def _only_tells(scene: Scene, name: ActorName) -> bool:
    """Whether a name is the subject of a saying, and not as one who negotiates ("Kenyan negotiators said")."""
    for clause in scene.parse.clauses:
        for k in clause.subject if clause.verb.lemma in scene.vocabulary.cue("reporting") else ():
            if name.span.overlaps(scene.chunk_span(k)):
                return scene.head(k) not in scene.vocabulary.cue("mediator_words") | _NEGOTIATING
    return False


def _helpers(scene: Scene, candidate: Candidate) -> list[Person]:
    """By whose help something was mediated: "brokered through intensive Omani mediation"."""
    clause = candidate.clause
    found = (phrase for phrase in clause.phrases if phrase.preposition in BY_HELP) if clause is not None else ()
    helping = [n for phrase in found if helps(scene, phrase.nouns) for n in phrase.nouns]
    return [person for n in helping for person in (*scene.modifiers(n), *scene.possessor(n))]


def _workers(scene: Scene, candidate: Candidate, filled: Filled) -> list[Person]:
    """Who mediates by the subject above: "Norway's ministry, hosting the talks", "Kenya met them in efforts to"."""
    clause, sides = home_of(scene, candidate), scene.sides.parties
    if clause is None or filled.names("mediator"):
        return []
    behind = (c for c in scene.parse.clauses if c.number > clause.number and c.relation == "main")
    for above in (*upwards(scene, clause), *([next(behind, clause)] if clause.governor is None else ())):
        people = [person for person in scene.group_actors(above.subject) if person.name not in sides]
        tells = above.verb.lemma in scene.vocabulary.cue("reporting") and clause.relation not in {"gerund", "reduced"}
        if people or tells or above.verb.passive:
            return [] if tells or above.verb.passive else people
    return []


def _hangs_on(scene: Scene, clause: Clause, nouns: set[int]) -> bool:
    """Whether a participle belongs to one of the nouns, directly or at the end of its phrases."""
    return clause.noun is not None and any(clause.noun in scene.run_of(k) for k in nouns)


def _brokers(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """Who brings about an agreement of others is no party to it: "Qatar negotiated a truce"."""
    row, sides = candidate.row, set(scene.sides.parties)
    if row.group != "settle" or len(sides) < 2:
        return
    doers = filled.people.get(row.doer, {})
    strangers = [p for name, p in doers.items() if name not in sides and not _is_armed(scene, name)]
    third = len(strangers) == len(doers) or any(p.name in scene.sides.mediators for p in strangers)
    if strangers and (third if row.doer == "parties" else sides <= doers.keys()):
        filled.add("mediator", strangers)
        filled.drop(row.doer, [person.name for person in strangers])


def _is_armed(scene: Scene, party: str) -> bool:
    return any(name.party == party and name.kind == "group" for name in scene.names)


def _carriers(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """Mediators only carry: "Qatar will deliver the proposal" offers nothing, nor do they who are handed one."""
    row, sides = candidate.row, set(scene.sides.parties)
    if not row.awaited or len(sides) < 2:
        return
    handed = [p for p in filled.people.get(row.other, {}).values() if p.how == "unnamed"]
    if handed and sides.intersection(filled.names(row.doer)):
        filled.add("conduit", handed)
        filled.drop(row.other, [person.name for person in handed])
    clause = candidate.clause
    if clause is None or clause.verb.passive or clause.verb.lemma not in _CARRYING:
        return
    carriers = [p for p in filled.people.get(row.doer, {}).values() if p.name not in sides]
    if carriers:
        filled.add("conduit", carriers)
        filled.drop(row.doer, [person.name for person in carriers])


def _persuaders(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """Third parties who work on a side to accept mediate: "Egypt is trying to convince the group to accept"."""
    doers, sides = set(filled.names(candidate.row.doer)), set(scene.sides.parties)
    clause = home_of(scene, candidate)
    if candidate.row.group != "respond" or clause is None or not doers or not doers <= sides:
        return
    for above in upwards(scene, clause):
        if above.verb.lemma in _PERSUADING and not above.verb.passive:
            filled.add("mediator", [p for p in scene.group_actors(above.subject) if p.name not in sides])
            return


def helps(scene: Scene, nouns: Sequence[int]) -> bool:
    """Whether a phrase tells by whose help: "with the support of Kenya", "through Omani mediation"."""
    return any(scene.head(n) in scene.vocabulary.cue("helping_nouns") for n in nouns)
