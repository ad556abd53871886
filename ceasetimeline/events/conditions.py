"""What must stand around a verb for it to tell a move: its subject, and what follows it.

Each name that a `Frame` may use stands in one of the tables at the end of its part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from ceasetimeline.events.scene import Person, Scene
from ceasetimeline.text.clauses import Clause

_MANNERS: Final = frozenset({"sceptically", "skeptically", "negatively", "coldly", "coolly", "angrily", "warily"})
_GLADLY: Final = frozenset({"positively", "favourably", "favorably", "warmly", "enthusiastically"})
_OPENING: Final = frozenset({"begin", "close", "conclude", "continue", "end", "open", "start"})
_SEEN: Final = 4000  # characters; who was named longer ago is named again in full
_SOON: Final = frozenset({"minutes", "hours", "soon", "shortly", "hour", "moments", "immediately"})
_STRETCHES: Final = frozenset({"minute", "hour", "day", "week", "month", "year", "time"})
_ENVOYS: Final = frozenset(
    {"delegation", "team", "negotiator", "envoy", "mediator", "minister", "diplomat", "emissary", "delegate"}
)  # they come to talk, whosever they are
_STANDING: Final = frozenset({"thing", "expletive"})  # what a passive verb may be said of
_OWING: Final = frozenset({"have", "need"})
_OWN: Final = frozenset({"it", "they", "he", "she", "we", "i"})
_GOVERNED: Final = frozenset({"complement", "infinitive", "purpose"})
_THREATENING: Final = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_MENACING: Final = frozenset({"warn", "threaten", "vow", "swear", "caution"})
_DENIED: Final = frozenset({"this", "that", "it", "these", "them"})
_TROOPS: Final = frozenset({"troop", "troops", "soldier", "force", "unit", "fighter", "brigade", "contingent"})
_FIRM: Final = frozenset({"will", "wo", "would", "can", "ca", "cannot", "could", "shall"})

# --- subjects


def is_proper(scene: Scene, k: int) -> bool:
    """Whether a noun phrase is a name that no table knows."""
    if any(name.party for name in scene.names_at(k)):
        return False
    return scene.parse.tokens.tags[scene.chunk(k).head] == "PROPN" or _is_surname(scene, k)


def _is_surname(scene: Scene, k: int) -> bool:
    """Whether the first word of a sentence is a name that the text wrote before behind another: "Jan Petersen"."""
    chunk, span = scene.chunk(k), scene.chunk_span(k)
    word = scene.words(k)
    if chunk.first or chunk.stop - chunk.first > 1 or not word[0].isupper():
        return False
    before = scene.text[max(0, span.start - _SEEN) : span.start]
    at = before.rfind(f" {word}")
    return at > 0 and before[:at].rpartition(" ")[2][:1].isupper() and not before[at + 1 + len(word) :][:1].isalpha()


def _is_people(scene: Scene, k: int) -> bool:
    """Whether a noun phrase speaks of parties or envoys named elsewhere: "the rebels", "both sides"."""
    cue = scene.vocabulary.cue
    return (
        scene.lowers(k)[0] in {"they", "he", "she", "we", "him", "them", "us", "those"}
        or " ".join(scene.lowers(k)) in cue("sides_words")
        or scene.lowers(k)[-1] in cue("group_words")
        or scene.head(k) in cue("delegation_nouns") | cue("side_nouns")
    )


def _is_envoy(scene: Scene, k: int) -> bool:
    people, cue = scene.actors(k), scene.vocabulary.cue
    if scene.head(k) in _TROOPS:
        return False
    if any(person.how == "office-holder" for person in people):
        return True
    if scene.head(k) in cue("delegation_nouns") or scene.lowers(k)[-1] in cue("speakers"):
        sent = any(scene.group_actors(nouns) for _, nouns in scene.after_noun(k)[:1])  # "advisers to President Kir"
        return bool(people) or sent or scene.head(k) in _ENVOYS
    return bool(people) and scene.lowers(k)[0] in {"he", "she"}


def acts(scene: Scene, subject: Sequence[int]) -> bool:
    """Whether a subject is somebody who can act: an actor, an unknown name, "the rebels"."""
    if scene.group_actors(subject) or any(_is_a_people(scene, k) for k in subject):
        return True
    return any(is_proper(scene, k) or _is_people(scene, k) or _is_plural(scene, k) for k in subject)


def _is_a_people(scene: Scene, k: int) -> bool:
    """Whether a noun phrase names a people: "the Albanians", "Bosnian Serbs"."""
    head = scene.chunk(k).head
    return scene.parse.tokens.tags[head] == "PROPN" and scene.parse.tokens.lowers[head].endswith(
        ("ans", "rbs", "rds", "oats", "sis")
    )


def _is_plural(scene: Scene, k: int) -> bool:
    """Whether a noun phrase speaks of all sides at once: "the rivals", "both presidents", "the two armies"."""
    near = [k, *(n for word, nouns in scene.after_noun(k)[:1] if word in {"of", "from"} for n in nouns)]
    words = {word for n in near for word in scene.lowers(n)}
    if " ".join(scene.lowers(k)) in scene.vocabulary.cue("sides_words"):
        return True
    return not words.isdisjoint(scene.vocabulary.cue("all_sides_words"))


def is_side(scene: Scene, k: int) -> bool:
    """Whether a noun phrase names a side of a conflict, or speaks of one: "Oromia", "the rebels", "the other"."""
    return bool(scene.actors(k)) or is_proper(scene, k) or _is_people(scene, k) or scene.lowers(k)[-1] == "other"


def _is_third_party(scene: Scene, subject: Sequence[int]) -> bool:
    people = scene.group_actors(subject)
    if people:
        return is_outside(scene, people)
    cue = scene.vocabulary.cue
    return any(
        scene.head(k) in cue("third_nouns") or not cue("outside_words").isdisjoint(scene.lowers(k)) for k in subject
    )


def is_outside(scene: Scene, people: Iterable[Person]) -> bool:
    """Whether actors are named and none of them is a party to the conflict."""
    names = {person.name for person in people}
    return bool(names) and names.isdisjoint(scene.sides.parties)


def is_of_sides(scene: Scene, k: int) -> bool:
    """Whether a noun phrase speaks of the parties to the conflict: "both sides", "the rebels", "them"."""
    return _is_plural(scene, k) or any(person.name in scene.sides.parties for person in scene.actors(k))


def is_outside_force(scene: Scene, k: int) -> bool:
    """Whether a noun phrase names troops of third parties: "NATO troops", "an international force"."""
    if not scene.is_in(scene.head(k), ("force_nouns", "monitor_nouns")):
        return False
    foreign = not scene.vocabulary.cue("outside_force_words").isdisjoint(scene.lowers(k))
    return foreign or is_outside(scene, scene.people_of(k))


def _are_both(scene: Scene, subject: Sequence[int]) -> bool:
    """Whether several sides are the subject: two actors, "the rivals", "government and rebels"."""
    if len(scene.group_actors(subject)) > 1 or any(_is_plural(scene, k) for k in subject):
        return True
    return len(subject) > 1 and all(is_side(scene, k) for k in subject)


def _is_unnamed_side(scene: Scene, k: int) -> bool:
    return not scene.actors(k) and scene.lowers(k)[-1] in scene.vocabulary.cue("group_words")


def _asks(scene: Scene, subject: Sequence[int]) -> bool:
    """Whether a subject is somebody who asks for something, and no text: "it called for" may speak of an accord."""
    texts = ("accord_nouns", "plan_nouns", "talks_nouns", "text_words")
    return acts(scene, subject) and not any(scene.is_in(w, texts) for k in subject for w in scene.themes(k))


ACTING: Final[Mapping[str, Callable[[Scene, Sequence[int]], bool]]] = {
    "actor": acts,
    "party": acts,
    "asker": _asks,
    "undealt": lambda scene, subject: (
        not any(scene.is_in(word, ("accord_nouns", "talks_nouns")) for k in subject for word in scene.themes(k))
    ),
    "belligerent": lambda scene, subject: any(is_of_sides(scene, k) or _is_unnamed_side(scene, k) for k in subject),
    "expletive": lambda scene, subject: [scene.lowers(k) for k in subject] == [["it"]],
    "outside force": lambda scene, subject: any(is_outside_force(scene, k) for k in subject),
    "lone": lambda scene, subject: acts(scene, subject) and not _are_both(scene, subject),
    "single": lambda scene, subject: len(scene.group_actors(subject)) == 1,
    "both": _are_both,
    "thing": lambda scene, subject: bool(subject) and not scene.group_actors(subject),
    "third": _is_third_party,
    "envoys": lambda scene, subject: any(_is_envoy(scene, k) for k in subject),
}
"""What the subject of a frame may have to be, besides the noun of a word list."""


def fits_subject(scene: Scene, clause: Clause, wanted: tuple[str, ...]) -> bool:
    """Whether the one who does what a verb says is one of ``wanted``; a passive without "by" leaves parties open."""
    key = (clause.number, wanted)  # many frames ask the same
    known = scene.fitting.get(key)
    if known is None:
        known = scene.fitting[key] = _fits_subject(scene, clause, wanted)
    return known


def _fits_subject(scene: Scene, clause: Clause, wanted: Sequence[str]) -> bool:
    subject = clause.subject
    if clause.verb.passive and _STANDING.isdisjoint(wanted):
        subject = tuple(n for p in clause.phrases if p.preposition == "by" for n in p.nouns)
        if not subject and set(wanted) <= {"party", "actor"}:
            return True
    return any(is_subject(scene, clause, subject, name) for name in wanted)


def is_acting(scene: Scene, subject: Sequence[int], wanted: Sequence[str]) -> bool:
    """Whether a subject is one of the kinds of ACTING that a frame asks for, if it asks for any."""
    return not wanted or any(ACTING[name](scene, subject) for name in wanted)


def is_subject(scene: Scene, clause: Clause, subject: Sequence[int], wanted: str) -> bool:
    """Whether a subject is of one kind: of ACTING, "there", or a noun of the word list that ``wanted`` names."""
    if wanted == "there":
        first = scene.chunk(clause.chunk).first
        return "EX" in scene.parse.tokens.tags[max(0, first - 2) : first]
    known = ACTING.get(wanted)
    if known is not None:
        return known(scene, subject)
    return any(scene.is_in(word, (wanted,)) for k in subject for word in scene.themes(k))


# --- complements


def _infinitives(scene: Scene, clause: Clause, *relations: str) -> list[Clause]:
    children = scene.children(clause.number)
    return [child for child in children if child.verb.form == "infinitive" and child.relation in relations]


def _asks_other(scene: Scene, clause: Clause) -> bool:
    asked = _infinitives(scene, clause, "infinitive")
    return any(child.subject and child.subject != clause.subject for child in asked)


def _reports(scene: Scene, clause: Clause) -> bool:
    return any(child.relation == "complement" for child in scene.children(clause.number))


def _told(scene: Scene, clause: Clause) -> list[Clause]:
    return [child for child in scene.children(clause.number) if child.relation == "complement"]


def _obliges(scene: Scene, clause: Clause) -> bool:
    """ "insists that the army must leave", "insists that the army leave": a subjunctive has the form of a base."""
    said = [child.verb for child in _told(scene, clause)]
    if not said and "that" in _following(scene, clause, 2):
        return True  # a subjunctive that looks like a noun: "insists that the army first free them"
    base = any(scene.parse.tokens.tags[verb.head] in {"VB", "VBP"} and not verb.modal for verb in said)
    base = base or any(
        scene.parse.tokens.lowers[scene.chunk(child.chunk).first] == "be" for child in _told(scene, clause)
    )
    must = base or any(verb.modal in {"must", "should", "will"} for verb in said)
    return must or bool(_infinitives(scene, clause, "infinitive", "purpose"))


def _occurs(scene: Scene, clause: Clause) -> bool:
    """Whether a verb says that something takes place: "are under way", "were held"."""
    if clause.verb.lemma in _OPENING and clause.objects and not clause.verb.passive:
        return False  # "talks that end a war"
    if clause.verb.lemma != "be":
        done = clause.verb.passive or not set(clause.objects) - set(clause.subject)
        return clause.verb.passive if clause.verb.lemma == "hold" else done or _takes_place(scene, clause)
    following = _following(scene, clause, 3)
    if following[:2] == ["due", "to"]:
        return False
    return not scene.vocabulary.cue("occurrence_words").isdisjoint(following) or following[:2] == ["under", "way"]


def _takes_place(scene: Scene, clause: Clause) -> bool:
    return clause.verb.lemma == "take" and _following(scene, clause, 1) == ["place"]


def makes_peace(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive says what third parties work for: "to revive", "to secure a truce", "to end the war"."""
    if scene.is_in(clause.verb.lemma, ("bridge_verbs",)):
        return True
    inner = (child for child in scene.children(clause.number) if child.verb.form in {"infinitive", "bare"})
    if clause.verb.lemma == "help" and any(makes_peace(scene, child) for child in inner):
        return True
    about = (*clause.objects, *(n for p in clause.phrases for n in p.nouns))
    lists = ("truce_nouns", "talks_nouns", "deal_nouns", "fighting_nouns", "peace_nouns", "side_nouns")
    told = any(scene.is_in(word, lists) for k in about for word in scene.themes(k))
    return told and scene.is_in(clause.verb.lemma, ("push_verbs",))


def _works_for_peace(scene: Scene, clause: Clause) -> bool:
    return any(makes_peace(scene, child) for child in _infinitives(scene, clause, "infinitive", "purpose"))


def _only(scene: Scene, clause: Clause) -> bool:
    words = scene.parse.tokens.lowers[scene.chunk(clause.chunk).first : clause.verb.head]
    return bool(clause.verb.modal) and "only" in words


def _refuses(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what somebody will not do: "will not sign", "cannot accept", "has never accepted"."""
    verb, tokens = clause.verb, scene.parse.tokens
    words = tokens.lowers[scene.chunk(clause.chunk).first : verb.head]
    never = "never" in words or tokens.lowers[max(0, scene.chunk(clause.chunk).first - 1)] == "never"
    negated = verb.negated or verb.modal in scene.vocabulary.cue("negators") or never
    if clause.relation == "gerund" and tokens.lowers[max(0, scene.chunk(clause.chunk).first - 1)] == "without":
        return True
    firm = never or verb.modal in _FIRM or verb.progressive
    return negated and firm and "yet" not in words


def _is_obliged(scene: Scene, clause: Clause) -> bool:
    """Whether somebody says that others have to do what a verb tells: "said that Renamo must disarm"."""
    owed = _owed(scene, clause)
    asked = owed or clause
    over = scene.parse.clauses[asked.governor] if asked.governor is not None else None
    told = over is not None and asked.relation == "complement" and acts(scene, over.subject)
    under = scene.parse.tokens.lowers[0] in {"under", "according", "by", "as"}  # "under the deal, they must leave"
    said = told or (asked.relation == "main" and not under and any(is_side(scene, k) for k in asked.subject))
    return said and (owed is not None or asked.verb.modal == "must") and not asked.verb.negated


def _owed(scene: Scene, clause: Clause) -> Clause | None:
    """The clause by which others have to do something: "troops have to leave", no "they have yet to leave"."""
    over = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    if over is None or clause.relation != "infinitive" or over.verb.lemma not in _OWING or over.objects:
        return None
    own = any(scene.lowers(k)[0] in {"we", "i"} for k in over.subject)
    return None if own or "yet" in _following(scene, over, 1) else over


def _wants_done(scene: Scene, clause: Clause) -> bool:
    """Whether somebody wants something done: "wants the siege lifted", "wants a new deal drawn up"."""
    done = (c for c in scene.children(clause.number) if c.relation == "reduced" and c.verb.passive)
    return any(child.noun in clause.objects for child in done)


def _tells_own_act(scene: Scene, clause: Clause) -> bool:
    """Whether somebody says what they themselves will do: "warned that it would resume the war"."""
    told = (child for child in _told(scene, clause) if child.verb.modal in {"will", "would", "shall"})
    return any(not _OWN.isdisjoint(scene.lowers(k)[:1]) or k in clause.subject for c in told for k in c.subject)


def _is_decided(scene: Scene, clause: Clause) -> bool:
    """Whether a verb tells what is done or will be done, and no mere aim: "will end its raids", no "talks to end"."""
    over = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    chosen = over is not None and scene.is_in(over.verb.lemma, ("deciding_verbs",))
    return clause.relation in {"main", "complement", "subordinate", "relative"} or (
        chosen and clause.relation == "infinitive"
    )


def _tells_of_ruin(scene: Scene, clause: Clause) -> bool:
    """Whether somebody says what may become of talks, a truce or the war: "warned that the talks would collapse"."""
    lists = ("deal_nouns", "talks_nouns", "truce_nouns", "fighting_nouns")
    about = (k for child in _told(scene, clause) for k in (*child.subject, *child.objects))
    return any(scene.is_in(word, lists) for k in about for word in scene.themes(k))


def _is_alleged(scene: Scene, clause: Clause) -> bool:
    """Whether a gerund says of what somebody is accused: "accused the army of shelling the town"."""
    over = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    of_it = clause.relation == "gerund" and clause.marker in {"of", "for"}
    return over is not None and of_it and over.verb.lemma in {"accuse", "blame"}


def _threatens(scene: Scene, clause: Clause) -> bool:
    """Whether a verb says what will be done on a condition: "would attack if they came back"."""
    over = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    if clause.verb.negated or (over is not None and over.verb.lemma in _MENACING):
        return False  # "warned that it would attack if"
    hung = (child for child in scene.children(clause.number) if child.relation == "subordinate")
    return clause.verb.modal in _THREATENING and any(child.marker in {"if", "unless"} for child in hung)


def _names(scene: Scene, clause: Clause) -> bool:
    """Whether something else stands right behind an object: "called the envoy a liar", "calls it 'unacceptable'"."""
    behind = clause.objects[-1] + 1 if clause.objects else clause.chunk
    return bool(clause.objects) and scene.kind(behind) in {"NP", "QUOTE", "ADJ"}


def _is_somebody(scene: Scene, clause: Clause) -> bool:
    """Whether the one object is a person or a party: "called the Omani envoy", no "called Oman's offer unjust"."""
    if len(clause.objects) != 1:
        return False
    k = clause.objects[0]
    if scene.head(k) in scene.vocabulary.cue("delegation_nouns"):
        return True
    head = scene.parse.tokens.span(scene.chunk(k).head, scene.chunk(k).head + 1)
    return any(name.span.overlaps(head) for name in scene.names_at(k)) or scene.is_side(k)


def _is_pronoun(scene: Scene, subject: Sequence[int]) -> bool:
    return any(scene.parse.tokens.tags[scene.chunk(k).head] == "PRON" for k in subject)


def _is_bare(scene: Scene, clause: Clause) -> bool:
    """Whether a verb has no object and no clause of its own: "the group signed on Friday"."""
    governed = (child for child in scene.children(clause.number) if child.relation in _GOVERNED)
    return not clause.objects and not clause.verb.passive and not any(governed)


def _comes(scene: Scene, clause: Clause) -> bool:
    """Whether something named came about: "a deal came on Friday", no "the deal comes after"."""
    verb = clause.verb
    happened = verb.past or verb.perfect or bool(verb.modal)
    return happened and _is_bare(scene, clause) and not _is_pronoun(scene, clause.subject)


def _goes_away(scene: Scene, clause: Clause) -> bool:
    """Whether somebody leaves a place, and nothing is left: "left Doha", no "left hundreds dead"."""
    left = [*clause.objects, *(n for p in clause.phrases if p.preposition == "from" for n in p.nouns)]
    placed = all(any(name.place for name in scene.names_at(k)) for k in left)
    return not clause.verb.passive and placed and _following(scene, clause, 1) != ["that"]


def _is_under_truce(scene: Scene, clause: Clause) -> bool:
    """Whether a truce has just begun: "shelled the town hours after the ceasefire took effect"."""
    beside = (child for child in scene.children(clause.number) if child.relation == "subordinate")
    truces = [child for child in beside if child.marker == "after" and _is_said_of_truce(scene, child)]
    words = (scene.parse.tokens.lowers[clause.verb.head : scene.chunk(child.chunk).first] for child in truces)
    return any(not _SOON.isdisjoint(found) for found in words)


def _is_said_of_truce(scene: Scene, clause: Clause) -> bool:
    return any(scene.is_in(word, ("truce_nouns",)) for k in clause.subject for word in scene.themes(k))


def _is_intransitive(scene: Scene, clause: Clause) -> bool:
    """Whether a verb has no object but a stretch of time: "fell apart days after"."""
    stretches = all(scene.head(k) in _STRETCHES and not scene.after_noun(k) for k in clause.objects)
    return not clause.verb.passive and stretches


def _following(scene: Scene, clause: Clause, count: int) -> list[str]:
    return scene.parse.tokens.lowers[clause.verb.head + 1 : clause.verb.head + 1 + count]


def _followed_by(word: str) -> Callable[[Scene, Clause], bool]:
    return lambda scene, clause: word in _following(scene, clause, 7)


COMPLEMENTS: Final[Mapping[str, Callable[[Scene, Clause], bool]]] = {
    "to": lambda scene, clause: bool(_infinitives(scene, clause, "infinitive")),
    "to make peace": _works_for_peace,
    "other": _asks_other,
    "that": _reports,
    "obligation": _obliges,
    "occurrence": _occurs,
    "only": _only,
    "none": lambda scene, clause: not scene.children(clause.number) and not _names(scene, clause),
    "intransitive": _is_intransitive,
    "under truce": _is_under_truce,
    "away": _goes_away,
    "object": lambda _, clause: clause.verb.passive or bool(clause.objects),
    "active": lambda _, clause: not clause.verb.passive,
    "gerund": lambda scene, clause: any(child.relation == "gerund" for child in scene.children(clause.number)),
    **{word: _followed_by(word) for word in ("by", "until", "bound", "home", "together")},
    **{word: _followed_by(word) for word in ("out", "over", "responsible", "hold")},
    "inconclusive": _followed_by("inconclusively"),
    "accused": _is_alleged,
    "done": _wants_done,
    "own act": _tells_own_act,
    "decided": _is_decided,
    "of ruin": _tells_of_ruin,
    "negated": lambda scene, clause: clause.verb.negated or clause.verb.modal in scene.vocabulary.cue("negators"),
    "broken off": lambda _, clause: clause.verb.negated and not clause.verb.modal,
    "no object": lambda scene, clause: any(scene.lowers(k)[0] == "no" for k in clause.objects),
    "go": _followed_by("go"),
    **{f"open {word}": _followed_by(word) for word in ("to", "over")},
    "with": _followed_by("with"),
    "must": _is_obliged,
    "passive": lambda _, clause: clause.verb.passive,
    "passive alone": lambda scene, clause: (
        clause.verb.passive and not _infinitives(scene, clause, "infinitive", "purpose", "scheduled")
    ),
    "lone object": lambda scene, clause: len(clause.objects) == 1 and not scene.children(clause.number),
    "person": lambda scene, clause: _is_somebody(scene, clause) and not scene.children(clause.number),
    "bare object": lambda scene, clause: _is_somebody(scene, clause) and not _names(scene, clause),
    "if": _threatens,
    "intent": lambda _, clause: clause.verb.modal in _THREATENING and not clause.verb.negated,
    "pointing": lambda scene, clause: any(scene.lowers(k)[0] in _DENIED for k in clause.objects[:1]),
    "positive": lambda scene, clause: not _GLADLY.isdisjoint(_following(scene, clause, 7)),
    "relative": lambda _, clause: clause.relation == "relative",
    "unwilling": _refuses,
    "bare": _is_bare,
    "bare named": _comes,
    "negative": lambda scene, clause: not _MANNERS.isdisjoint(_following(scene, clause, 3)),
}
"""What may have to follow a verb, besides "to" with a verb of a word list."""


def fits_complement(scene: Scene, clause: Clause, wanted: str) -> bool:
    """Whether what follows a verb is what a frame asks for."""
    key = (clause.number, wanted)
    known = scene.fitting.get(key)
    if known is None:
        known = scene.fitting[key] = _fits_complement(scene, clause, wanted)
    return known


def _fits_complement(scene: Scene, clause: Clause, wanted: str) -> bool:
    known = COMPLEMENTS.get(wanted)
    if known is not None:
        return known(scene, clause)
    gerunds = [child for child in scene.children(clause.number) if child.relation == "gerund"]
    governed = [*_infinitives(scene, clause, "infinitive", "purpose"), *gerunds]
    return any(scene.is_in(child.verb.lemma, (f"{wanted[3:]}_verbs",)) for child in governed)
