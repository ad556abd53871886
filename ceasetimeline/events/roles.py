"""Who does what to whom in a move: grammatical places turned into roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.discourse import is_named_again
from ceasetimeline.events.scene import Person, Scene
from ceasetimeline.events.third_parties import (
    BY_HELP,
    MEDIATING,
    Filled,
    call_on_sides,
    fill_third_parties,
    helps,
)
from ceasetimeline.model import ROLE_NAMES, Roles, RoleSpan
from ceasetimeline.text.clauses import Clause
from ceasetimeline.text.vocabulary import noun_lemma

_POINTING: Final = frozenset({"the", "this", "that", "these", "those"})
_OF_TWO: Final = frozenset({"talk", "implement", "breach"})
_DEEP: Final = 3  # clauses between a breach and the verb that blames somebody for it
_TOWARDS: Final = frozenset({"to", "on", "upon", "with", "against", "from", "for", "towards", "at"})


def read_roles(scene: Scene, candidate: Candidate) -> tuple[Roles, tuple[RoleSpan, ...], bool]:
    """The roles of a move with the words behind them, and whether its doer stands in the sentence."""
    filled = Filled()
    if candidate.clause is not None:
        _from_clause(scene, candidate, candidate.clause, filled)
    elif candidate.noun is not None:
        _from_noun(scene, candidate, candidate.noun, filled)
    fill_third_parties(scene, candidate, filled)
    _tidy(scene, candidate, filled)
    call_on_sides(scene, candidate, filled)
    found = bool(filled.names(candidate.row.doer))
    _fill_absent(scene, candidate, filled)
    spans = tuple(
        RoleSpan(role=role, name=person.name, span=person.span)
        for role in ROLE_NAMES
        for person in filled.people.get(role, {}).values()
        if person.how != "absent"
    )
    roles = Roles(**{role: filled.names(role) for role in ROLE_NAMES})
    return roles, spans, found


def _places(candidate: Candidate) -> dict[str, str]:
    row = candidate.row
    places = {"subject": row.doer, "object": row.other, "by": row.doer, "towards": row.other}
    places.update(candidate.frame.roles)
    return places


def _from_clause(scene: Scene, candidate: Candidate, clause: Clause, filled: Filled) -> None:
    places = _places(candidate)
    by = tuple(n for p in clause.phrases if p.preposition == "by" for n in p.nouns)
    theme = set(candidate.themes)
    subject_is_theme = bool(theme & set(clause.subject)) and not clause.objects
    placed = subject_is_theme and all(_is_country_of_war(scene, candidate, k) for k in clause.subject)
    if clause.verb.passive:
        filled.add(places["by"], scene.group_actors(by))
        if not subject_is_theme or candidate.row.doer == "mediator":
            filled.add(places["object"], scene.group_actors(clause.subject))
    elif not placed and (not subject_is_theme or candidate.row.doer != "parties"):
        people = scene.group_actors(clause.subject)
        filled.add(places["subject"], people or _unlisted(scene, clause.subject))
    if "speaker" in places:  # "the army must leave, the rebels said"
        filled.add(places["speaker"], scene.said_by(clause))
    _objects(scene, candidate, clause, places, filled)
    for k in candidate.themes:
        _around_noun(scene, candidate, k, filled, is_theme=True)


def _objects(scene: Scene, candidate: Candidate, clause: Clause, places: dict[str, str], filled: Filled) -> None:
    for k in clause.objects:
        about = candidate.frame.about
        if k not in candidate.themes or not about or "actor" in about or scene.is_side(k):
            filled.add(places["object"], scene.actors(k))
    for phrase in clause.phrases:
        role = candidate.frame.roles and dict(candidate.frame.roles).get(phrase.preposition)
        people = scene.group_actors(phrase.nouns)
        if role:
            filled.add(role, people)
        elif phrase.preposition in BY_HELP and helps(scene, phrase.nouns):
            behind = [
                p for n in phrase.nouns for _, inner in scene.after_noun(n)[:1] for p in scene.group_actors(inner)
            ]
            named = [person for n in phrase.nouns for person in scene.modifiers(n)]
            filled.add("mediator", named or list(people) or behind)
        elif candidate.row.group == "settle" and phrase.preposition == "with" and _is_of_talks(scene, phrase.nouns):
            continue  # "announced a truce after talks with Russia"
        elif phrase.preposition in {"between", "with"} and candidate.row.group == "settle":
            filled.add(candidate.row.doer, people)
        elif candidate.row.single and phrase.preposition in _TOWARDS:
            continue  # "a truce towards the army" is kept by who declares it
        elif phrase.preposition == "between" and people:
            filled.add(_shared(candidate, filled), people)
        elif phrase.preposition == "with" and _is_inside(scene, candidate, phrase.nouns):
            continue  # "rejected a truce with Russia" says it to nobody
        elif phrase.preposition in _TOWARDS and not _is_place(scene, phrase.preposition, phrase.nouns):
            filled.add(places["towards"], people)
    filled.add(places["towards"], _spoken_to(scene, candidate, clause, filled.names(places["towards"])))


def _spoken_to(scene: Scene, candidate: Candidate, clause: Clause, known: Sequence[str]) -> Sequence[Person]:
    """Who made what is answered; who is to do what is asked, where nobody is addressed by name."""
    if candidate.row.group == "respond":
        return _makers(scene, candidate)
    return _asked(scene, clause) if candidate.row.group == "initiate" and not known else ()


def _asked(scene: Scene, clause: Clause) -> tuple[Person, ...]:
    """Who is to do what is asked: "demanded that Armenia withdraw", "wants the rebels to disarm"."""
    for child in scene.children(clause.number):
        own = set(child.subject) - set(clause.subject)
        if child.relation == "complement" and child.marker == "that" and own and not child.verb.passive:
            return scene.group_actors([k for k in child.subject if k in own])
    return ()


def _shared(candidate: Candidate, filled: Filled) -> str:
    """The role of both of "between A and B": they do what two do, unless somebody else does it to them."""
    row = candidate.row
    by_two = row.group == "settle" or (row.group in _OF_TWO and row.doer != "mediator" and not filled.names(row.doer))
    return row.doer if by_two else row.other


def _is_of_talks(scene: Scene, nouns: Sequence[int]) -> bool:
    """Whether a phrase hangs on talks in another phrase: "after a call with the president"."""
    before = min(nouns, default=0) - 1
    while scene.kind(before) in {"PREP", "ADV"}:
        before -= 1
    return scene.kind(before) == "NP" and scene.is_in(scene.head(before), ("talks_nouns", "contact_nouns"))


def _is_inside(scene: Scene, candidate: Candidate, nouns: Sequence[int]) -> bool:
    """Whether a phrase belongs to what is answered, and not to the answer: "a plan for a truce with Russia"."""
    if candidate.row.group != "respond":
        return False
    return any(n in scene.run_of(k) for k in candidate.themes for n in nouns)


def _makers(scene: Scene, candidate: Candidate) -> list[Person]:
    """Who made what is answered: "accepted a text drawn up by Kenya", "accepted the mediators' proposal"."""
    found: list[Person] = []
    nouns = {n for k in candidate.themes for n in scene.run_of(k)}
    for clause in scene.parse.clauses:
        if clause.relation == "reduced" and clause.noun in nouns and clause.verb.passive:
            found.extend(scene.group_actors([n for p in clause.phrases if p.preposition == "by" for n in p.nouns]))
    if found:
        scene.memory.proposers = tuple(person.name for person in found)
    cue = scene.vocabulary.cue
    for k in (_plan_of(scene, k) for k in candidate.themes):
        if cue("mediator_words").intersection(scene.lowers(k)):
            found.extend(Person(name, scene.chunk_span(k), "description") for name in scene.sides.mediators)
        elif scene.head(k) in cue("plan_nouns") and not found:
            found.extend(scene.possessor(k) or scene.modifiers(k) or scene.authors(k) or _proposers(scene, k))
    return found


def _plan_of(scene: Scene, k: int) -> int:
    """The plan whose infinitive has a noun as its object: "the plan" of "the plan to extend the truce"."""
    verb = scene.chunk(k - 1).verb if scene.kind(k - 1) == "VG" else None
    infinitive = verb is not None and verb.form == "infinitive" and scene.kind(k - 2) == "NP"
    return k - 2 if infinitive and scene.head(k - 2) in scene.vocabulary.cue("plan_nouns") else k


def _proposers(scene: Scene, k: int) -> list[Person]:
    """Who made "the offer" that an answer points back to."""
    if scene.lowers(k)[0] not in _POINTING:
        return []
    return [Person(name, scene.chunk_span(k), "description") for name in scene.memory.proposers]


def _is_place(scene: Scene, preposition: str, nouns: Sequence[int]) -> bool:
    """Whether a phrase names where a move takes place, and nobody it is addressed to: "to Doha", "from Gaza"."""
    if preposition in {"by", "with", "between"}:
        return False
    return any(name.how in {"seat", "place"} for n in nouns for name in scene.names_at(n))


def _unlisted(scene: Scene, nouns: Sequence[int]) -> tuple[Person, ...]:
    """A capitalised name that no table knows, kept as it is written."""
    found = []
    for k in nouns:
        chunk = scene.chunk(k)
        tokens = scene.parse.tokens
        if tokens.tags[chunk.head] != "PROPN" or scene.names_at(k):
            continue
        first = chunk.head
        while first > chunk.first and tokens.tags[first - 1] == "PROPN":
            first -= 1
        span = tokens.span(first, chunk.head + 1)
        found.append(Person(scene.text[span.start : span.stop], span, "unlisted"))
    return tuple(found)


def _from_noun(scene: Scene, candidate: Candidate, k: int, filled: Filled) -> None:
    if candidate.row.group == "breach":
        filled.add(candidate.row.doer, _blamed(scene, k))
        if filled.names(candidate.row.doer):
            return
    _around_noun(scene, candidate, k, filled, is_theme=False)
    clause = scene.clause_of_chunk(k)
    row = candidate.row
    announced = row.spoken and clause is not None and clause.verb.lemma in scene.vocabulary.cue("announcing")
    said = row.doer == "parties" or announced or not {"cast", "third"}.isdisjoint(candidate.frame.needs)
    if (
        said
        and not filled.names(row.doer)
        and clause is not None
        and k not in clause.subject
        and _does(scene, clause)
    ):
        filled.add(row.doer, scene.group_actors(clause.subject))
    if row.doer == "parties" and len(filled.names(row.doer)) == 1:
        filled.add(row.doer, _partner(scene, k))
    for other in scene.parse.clauses:
        if other.relation == "reduced" and other.noun in scene.run_of(k) and other.verb.passive:
            by = tuple(n for p in other.phrases if p.preposition == "by" for n in p.nouns)
            role = "mediator" if other.verb.lemma in MEDIATING else row.doer
            filled.add(role, scene.group_actors(by))


def _blamed(scene: Scene, k: int) -> tuple[Person, ...]:
    """On whom a breach is blamed: "criticised both armies for their violations", "accused it of a violation"."""
    clause = scene.clause_of_chunk(k)
    for _ in range(_DEEP):
        if clause is None:
            return ()
        if clause.verb.lemma in scene.vocabulary.cue("blaming") and k not in (*clause.subject, *clause.objects):
            return scene.group_actors(clause.subject if clause.verb.passive else clause.objects)
        clause = scene.parse.clauses[clause.governor] if clause.governor not in (None, clause.number) else None
    return ()


def _does(scene: Scene, clause: Clause) -> bool:
    """Whether the subject of a clause does something, and does not just say it."""
    return not clause.verb.passive and clause.verb.lemma not in scene.vocabulary.cue("reporting")


def _partner(scene: Scene, k: int) -> tuple[Person, ...]:
    """The other party of "a meeting with X": whose visit it is for, or the subject of the clause."""
    first = scene.parse.groups[k][0]
    onto = first - 2
    while onto >= 0 and scene.parse.chunks[onto + 1].kind == "PREP" and scene.parse.chunks[onto].kind == "NP":
        holder = scene.possessor(onto)
        if holder:
            return holder
        onto -= 2
    clause = scene.clause_of_chunk(k)
    return scene.group_actors(clause.subject) if clause is not None and k not in clause.subject else ()


def _around_noun(scene: Scene, candidate: Candidate, k: int, filled: Filled, *, is_theme: bool) -> None:
    """Actors in a noun phrase and in the phrases behind it: "Hamas's offer to Israel", "talks between A and B"."""
    row = candidate.row
    reciprocal = row.doer == "parties"
    if not is_theme or reciprocal:
        if not _is_country_of_war(scene, candidate, k):
            filled.add(row.doer, scene.possessor(k))
        modifiers = scene.modifiers(k) or scene.authors(k)
        filled.add("mediator" if row.doer == "parties" and scene.authors(k) else row.doer, modifiers)
    for preposition, nouns in scene.after_noun(k):
        people = scene.group_actors(nouns)
        if preposition == "between" or (preposition == "among" and reciprocal):
            filled.add(_shared(candidate, filled), people)
        elif row.single and preposition == "with" and _is_of_talks(scene, nouns):
            continue
        elif preposition == "with" and reciprocal:
            if helps(scene, nouns) or any(scene.head(n) in scene.vocabulary.cue("mediator_words") for n in nouns):
                filled.add("mediator", people)
            else:
                filled.add(row.other, people)
        elif (preposition in {"by", "from"} and not is_theme and not _is_place(scene, preposition, nouns)) or (
            preposition == "of" and not is_theme and row.name and not candidate.themes
        ):
            filled.add(row.doer, people)
        elif preposition in {"to", "on", "against"} and not is_theme and not _is_place(scene, preposition, nouns):
            filled.add(row.other, people)


def _is_country_of_war(scene: Scene, candidate: Candidate, k: int) -> bool:
    """Whether a possessive tells where a truce is kept, and not by whom alone: "Yemen's truce expired"."""
    if candidate.row.absent != "sides" or any(word in {"with", "between"} for word, _ in scene.after_noun(k)):
        return False
    holder = scene.possessor(k)
    return bool(holder) and all(person.how == "name" and person.name in scene.sides.governing for person in holder)


def _tidy(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """Nobody is addressed by himself; a mediator is no party, and a party to the conflict no mediator."""
    row = candidate.row
    if row.doer != row.other:
        filled.drop(row.other, filled.names(row.doer))
    if len(scene.sides.parties) > 1:
        for role in ("mediator", "host"):
            filled.drop(role, scene.sides.parties)
    if row.doer == "parties":
        filled.drop("parties", filled.names("mediator"))


def _holders(scene: Scene, candidate: Candidate) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who lets captives go, and to whom, where the text leaves it to the reader.

    By whom they are held ("held by"), whose people they are ("Israeli hostages"), else what they are called: states
    hold prisoners, others hostages.
    """
    sides = scene.sides
    nouns = _captives(scene, candidate)
    for k in nouns:
        for clause in scene.parse.clauses:
            if clause.relation == "reduced" and clause.noun == k and clause.verb.passive:
                by = [n for p in clause.phrases if p.preposition == "by" for n in p.nouns]
                held = tuple(person.name for person in scene.group_actors(by) if person.name in sides.parties)
                if held:
                    return held, sides.rival(held)
    words = {word for k in nouns for word in (*scene.themes(k), *map(noun_lemma, scene.lowers(k)))}
    if candidate.clause is not None:
        words.add(candidate.clause.verb.lemma)
    own = tuple(person.name for k in nouns for person in scene.people_of(k) if person.name in sides.parties)
    if own and len(sides.parties) == 2:
        return sides.rival(own[:1]), own[:1]
    if words & scene.vocabulary.cue("exchange_words"):
        return sides.parties, sides.parties
    groups = tuple(name for name in sides.parties if name in sides.groups)
    states = tuple(name for name in sides.parties if name not in sides.groups)
    if len(groups) == len(states) == 1:
        if words & scene.vocabulary.cue("group_captives"):
            return groups, states
        if words & scene.vocabulary.cue("state_captives"):
            return states, groups
    return (), ()


def _captives(scene: Scene, candidate: Candidate) -> tuple[int, ...]:
    nouns = list(candidate.themes)
    if candidate.noun is not None:
        nouns.append(candidate.noun)
    for k in list(nouns):
        nouns.extend(n for preposition, inner in scene.after_noun(k)[:1] if preposition == "of" for n in inner)
    return tuple(dict.fromkeys(nouns))


def _fill_absent(scene: Scene, candidate: Candidate, filled: Filled) -> None:
    """Those whom the sentence leaves to the reader, by the columns of the type."""
    row, span = candidate.row, scene.parse.tokens.span(candidate.first, candidate.stop)

    def fill(role: str, names: Iterable[str]) -> None:
        filled.add(role, [Person(name, span, "absent") for name in names])

    if not filled.names(row.doer):
        givers, takers = _left_out(scene, candidate)
        fill(row.doer, givers)
        fill(row.other, () if filled.names(row.other) else takers)
    doers, parties = filled.names(row.doer), scene.sides.parties
    if row.absent == "holders" and len(doers) > 1:
        fill(row.other, doers)
    alone = row.doer == "parties" and len(doers) == 1 and doers[0] in parties and not _is_one_sided(scene, candidate)
    if ((row.absent == "sides" or _is_done_by_nobody(candidate)) and (alone or not doers)) or (
        not doers and _meets(scene, candidate)
    ):
        fill(row.doer, (not doers and _keeps_alone(scene, candidate)) or parties)
    if row.doer != row.other and not filled.names(row.other):
        fill(row.other, _faced(scene, candidate, filled.names(row.doer)))


def _is_done_by_nobody(candidate: Candidate) -> bool:
    """Whether a clause leaves its doer out: "the truce was violated" blames nobody alone, "the talks adjourned"."""
    clause = candidate.clause
    if clause is None or candidate.row.group == "breach":
        return clause is not None and clause.verb.passive
    ended = candidate.row.group == "talk" and candidate.row.doer == "agent" and not clause.objects
    return ended and not set(candidate.themes).isdisjoint(clause.subject)


def _is_one_sided(scene: Scene, candidate: Candidate) -> bool:
    """Whether who does it binds nobody else: "declared a truce", "extended its ceasefire", no "agreed a truce"."""
    clause, cue = candidate.clause, scene.vocabulary.cue
    if not candidate.row.single or clause is None:
        return False
    verbs = {clause.verb.lemma}
    if clause.governor is not None and clause.relation == "infinitive":
        verbs.add(scene.parse.clauses[clause.governor].verb.lemma)
    words = {word for k in (*candidate.themes, *clause.objects) for word in scene.lowers(k)}
    if not verbs.isdisjoint(cue("mutual_verbs")) or not words.isdisjoint(cue("mutual_words")):
        return False
    return bool(clause.phrases if clause.verb.passive else clause.subject)


def _meets(scene: Scene, candidate: Candidate) -> bool:
    """Whether unnamed people of both sides meet: "the delegations met", "senior commanders are to meet"."""
    clause = candidate.clause
    if clause is None or candidate.row.doer != "parties" or candidate.row.group != "talk" or clause.objects:
        return False
    if clause.verb.form != "finite" and clause.relation != "infinitive":
        return False
    lists = ("delegation_nouns", "side_nouns", "committee_nouns", "all_sides_words")
    return any(scene.is_in(scene.head(k), lists) and scene.lowers(k)[-1] != scene.head(k) for k in clause.subject)


def _keeps_alone(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """The side that alone keeps the truce of which an act without a doer speaks: "the truce was extended"."""
    row = candidate.row
    return scene.memory.alone if row.single or row.group == "implement" else ()


def _left_out(scene: Scene, candidate: Candidate) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts, and towards whom, where nobody is named: holders of captives, those of "the talks" told before."""
    row = candidate.row
    if row.absent == "holders":
        return _holders(scene, candidate)
    if row.doer == "parties" and row.group == "talk" and is_named_again(scene, candidate):
        talks = (act.names for act in reversed(scene.memory.acts) if act.group == "talk" and len(act.names) > 1)
        return next(talks, ()), ()
    again = candidate.clause is None and not row.absent and is_named_again(scene, candidate)
    if row.doer == "agent" and again:  # "the suspension"
        return next((act.names for act in reversed(scene.memory.acts) if act.type == row.name), ()), ()
    return (), ()


def _faced(scene: Scene, candidate: Candidate, doers: Sequence[str]) -> tuple[str, ...]:
    """Whom a move is addressed to where the text does not say."""
    facing, sides = candidate.row.facing, scene.sides
    proposers = tuple(name for name in scene.memory.proposers if name not in doers)
    if facing == "proposer" or (facing == "asker" and proposers):
        return proposers
    if facing in {"rival", "asker"} or (facing == "opponent" and len(set(doers) & set(sides.parties)) == 1):
        return sides.rival(doers)
    return tuple(name for name in sides.parties if name not in doers) if facing == "sides" else ()
