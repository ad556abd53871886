"""What must stand around a word for it to tell a move: subjects, complements, and clues that a noun is an event.

Each name that a `Frame` may use stands in one of the tables at the end of its part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ceasetimeline.events.scene import Scene
from ceasetimeline.text.clauses import Clause

_MANNERS: Final = frozenset({"sceptically", "skeptically", "negatively", "coldly", "coolly", "angrily", "warily"})
_GLADLY: Final = frozenset({"positively", "favourably", "favorably", "warmly", "enthusiastically"})
_FIRM: Final = frozenset({"will", "wo", "would", "can", "ca", "cannot", "could", "shall"})
_NEAR: Final = 7  # chunks; a time further off belongs to another clause

# --- subjects


def is_proper(scene: Scene, k: int) -> bool:
    """Whether a noun phrase is a name that no table knows."""
    named = any(name.party for name in scene.names_in(scene.chunk_span(k)))
    return scene.parse.tokens.tags[scene.chunk(k).head] == "PROPN" and not named


def _is_people(scene: Scene, k: int) -> bool:
    """Whether a noun phrase speaks of parties or envoys named elsewhere: "the rebels", "both sides"."""
    cue = scene.vocabulary.cue
    return (
        scene.lowers(k)[0] in {"they", "he", "she", "we"}
        or " ".join(scene.lowers(k)) in cue("sides_words")
        or scene.lowers(k)[-1] in cue("group_words")
        or scene.head(k) in cue("delegation_nouns") | cue("side_nouns")
    )


def _is_envoy(scene: Scene, k: int) -> bool:
    people, cue = scene.actors(k), scene.vocabulary.cue
    if any(person.how == "office-holder" for person in people):
        return True
    if scene.head(k) in cue("delegation_nouns") or scene.lowers(k)[-1] in cue("speakers"):
        return bool(people) or scene.head(k) in {"delegation", "team", "negotiator", "envoy"}
    return bool(people) and scene.lowers(k)[0] in {"he", "she"}


def _acts(scene: Scene, subject: Sequence[int]) -> bool:
    return bool(scene.group_actors(subject)) or any(is_proper(scene, k) or _is_people(scene, k) for k in subject)


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


def _are_both(scene: Scene, subject: Sequence[int]) -> bool:
    """Whether several sides are the subject: two actors, "the rivals", "government and rebels"."""
    if len(scene.group_actors(subject)) > 1 or any(_is_plural(scene, k) for k in subject):
        return True
    return len(subject) > 1 and all(is_side(scene, k) for k in subject)


ACTING: Final[Mapping[str, Callable[[Scene, Sequence[int]], bool]]] = {
    "actor": _acts,
    "party": _acts,
    "lone": lambda scene, subject: _acts(scene, subject) and not _are_both(scene, subject),
    "single": lambda scene, subject: len(scene.group_actors(subject)) == 1,
    "both": _are_both,
    "thing": lambda scene, subject: bool(subject) and not scene.group_actors(subject),
    "envoys": lambda scene, subject: any(_is_envoy(scene, k) for k in subject),
}
"""What the subject of a frame may have to be, besides the noun of a word list."""


def fits_subject(scene: Scene, clause: Clause, wanted: Sequence[str]) -> bool:
    """Whether the one who does what a verb says is one of ``wanted``; a passive without "by" leaves parties open."""
    subject = clause.subject
    if clause.verb.passive and "thing" not in wanted:
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


def _obliges(scene: Scene, clause: Clause) -> bool:
    """ "insists that the army must leave", "insists that the army leave": a subjunctive has the form of a base."""
    said = [child.verb for child in scene.children(clause.number) if child.relation == "complement"]
    base = any(scene.parse.tokens.tags[verb.head] in {"VB", "VBP"} and not verb.modal for verb in said)
    must = base or any(verb.modal in {"must", "should", "will"} for verb in said)
    return must or bool(_infinitives(scene, clause, "infinitive", "purpose"))


def _occurs(scene: Scene, clause: Clause) -> bool:
    """Whether a verb says that something takes place: "are under way", "were held"."""
    if clause.verb.lemma in _OPENING and clause.objects and not clause.verb.passive:
        return False  # "talks that end a war"
    if clause.verb.lemma != "be":
        return clause.verb.lemma != "hold" or clause.verb.passive
    following = _following(scene, clause, 3)
    if following[:2] == ["due", "to"]:
        return False
    return not scene.vocabulary.cue("occurrence_words").isdisjoint(following) or following[:2] == ["under", "way"]


def _only(scene: Scene, clause: Clause) -> bool:
    words = scene.parse.tokens.lowers[scene.chunk(clause.chunk).first : clause.verb.head]
    return bool(clause.verb.modal) and "only" in words


def _refuses(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what somebody will not do: "will not sign", "cannot accept", "has never accepted"."""
    verb, tokens = clause.verb, scene.parse.tokens
    words = tokens.lowers[scene.chunk(clause.chunk).first : verb.head]
    never = "never" in words or tokens.lowers[max(0, scene.chunk(clause.chunk).first - 1)] == "never"
    negated = verb.negated or verb.modal in scene.vocabulary.cue("negators") or never
    return negated and (never or verb.modal in _FIRM) and "yet" not in words


def _is_obliged(scene: Scene, clause: Clause) -> bool:
    """Whether somebody says that others have to do what a verb tells: "said that Renamo must disarm"."""
    over = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    said = over is not None and clause.relation == "complement" and _acts(scene, over.subject)
    return said and clause.verb.modal in {"must", "should"} and not clause.verb.negated


def _is_bare(scene: Scene, clause: Clause) -> bool:
    """Whether a verb has no object and no clause of its own: "the group signed on Friday"."""
    governed = (child for child in scene.children(clause.number) if child.relation in {"complement", "infinitive"})
    return not clause.objects and not clause.verb.passive and not any(governed)


def _following(scene: Scene, clause: Clause, count: int) -> list[str]:
    return scene.parse.tokens.lowers[clause.verb.head + 1 : clause.verb.head + 1 + count]


def _followed_by(word: str) -> Callable[[Scene, Clause], bool]:
    return lambda scene, clause: word in _following(scene, clause, 7)


COMPLEMENTS: Final[Mapping[str, Callable[[Scene, Clause], bool]]] = {
    "to": lambda scene, clause: bool(_infinitives(scene, clause, "infinitive")),
    "other": _asks_other,
    "that": _reports,
    "obligation": _obliges,
    "occurrence": _occurs,
    "only": _only,
    "none": lambda scene, clause: not scene.children(clause.number),
    "active": lambda _, clause: not clause.verb.passive,
    "gerund": lambda scene, clause: any(child.relation == "gerund" for child in scene.children(clause.number)),
    **{word: _followed_by(word) for word in ("by", "until", "bound", "home")},
    **{word: _followed_by(word) for word in ("out", "over", "responsible", "hold")},
    "inconclusive": _followed_by("inconclusively"),
    "with": _followed_by("with"),
    "must": _is_obliged,
    "passive": lambda _, clause: clause.verb.passive,
    "passive alone": lambda scene, clause: clause.verb.passive and not _infinitives(scene, clause, "infinitive"),
    "bare object": lambda scene, clause: bool(clause.objects) and len(clause.objects) == 1,
    "positive": lambda scene, clause: not _GLADLY.isdisjoint(_following(scene, clause, 3)),
    "relative": lambda _, clause: clause.relation == "relative",
    "unwilling": _refuses,
    "bare": _is_bare,
    "negative": lambda scene, clause: not _MANNERS.isdisjoint(_following(scene, clause, 3)),
}
"""What may have to follow a verb, besides "to" with a verb of a word list."""


def fits_complement(scene: Scene, clause: Clause, wanted: str) -> bool:
    """Whether what follows a verb is what a frame asks for."""
    known = COMPLEMENTS.get(wanted)
    if known is not None:
        return known(scene, clause)
    gerunds = [child for child in scene.children(clause.number) if child.relation == "gerund"]
    governed = [*_infinitives(scene, clause, "infinitive", "purpose"), *gerunds]
    return any(scene.is_in(child.verb.lemma, (f"{wanted[3:]}_verbs",)) for child in governed)


# --- clues that a noun speaks of an event


def _before_head(scene: Scene, k: int, *, tags: bool = False) -> list[str]:
    chunk, tokens = scene.chunk(k), scene.parse.tokens
    return (tokens.tags if tags else tokens.lowers)[chunk.first : chunk.head]


def _has_venue(scene: Scene, k: int) -> bool:
    places = [n for word, nouns in scene.after_noun(k)[:2] if word in {"in", "at"} for n in nouns]
    return any(name.place for n in [k, *places] for name in scene.names_in(scene.chunk_span(n)))


def _is_adverbial(scene: Scene, k: int) -> bool:
    """Whether a noun stands behind a preposition of time: "after talks", "at a session", "hours of talks"."""
    first = scene.parse.groups[k][0]
    if scene.kind(first - 1) != "PREP":
        return False
    word = scene.chunk(first - 1).word
    if word == "of" and first >= 2:
        return scene.chunk(first - 2).word in scene.vocabulary.cue("counting_nouns")
    return word in {"after", "during", "at", "following", "in", "since"}


def _is_object_of(scene: Scene, k: int, verbs: frozenset[str], *, direct: bool) -> bool:
    clause = scene.clause_of_chunk(k)
    return clause is not None and clause.verb.lemma in verbs and (not direct or k in clause.objects)


def _has_time(scene: Scene, k: int) -> bool:
    follows = scene.kind(k + 1) == "TIME" or (scene.kind(k + 1) == "PREP" and scene.kind(k + 2) == "TIME")
    return follows or "TIME" in _before_head(scene, k, tags=True)


def _has_when(scene: Scene, k: int) -> bool:
    """Whether a time stands inside a noun phrase: "Saturday's ceasefire", "the October accord", no bare year."""
    words = zip(_before_head(scene, k), _before_head(scene, k, tags=True), strict=True)
    return any(tag == "TIME" and not word.isdigit() for word, tag in words)


def _starts_at(scene: Scene, k: int) -> bool:
    """Whether a noun says from when it holds: "a ceasefire from midnight"."""
    return scene.kind(k + 1) == "PREP" and scene.chunk(k + 1).word == "from" and scene.kind(k + 2) == "TIME"


def _is_under(scene: Scene, k: int) -> bool:
    """Whether a noun stands behind "under" or "through": "under Omani mediation", "through the good offices"."""
    first = scene.parse.groups[k][0]
    return scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word in {"under", "through", "via"}


def _is_outcome(scene: Scene, k: int) -> bool:
    """Whether a noun is what talks ended with: "ended with an agreement", "emerged with a deal"."""
    first, clause = scene.parse.groups[k][0], scene.clause_of_chunk(k)
    after = scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word == "with"
    return after and clause is not None and clause.verb.lemma in _ENDING


def _is_predicate(scene: Scene, k: int) -> bool:
    """Whether a noun is what an actor is or acts as: "Qatar is the mediator", "has a role as facilitator"."""
    clause = scene.clause_of_chunk(k)
    if clause is None or k in clause.subject or not _acts(scene, clause.subject):
        return False
    as_such = scene.chunk(k - 1).word == "as" if k else False
    return clause.verb.lemma == "be" if k in clause.objects else as_such


def _is_between(scene: Scene, k: int) -> bool:
    return any(word == "between" and scene.group_actors(nouns) for word, nouns in scene.after_noun(k)[:2])


def _is_counted(scene: Scene, k: int) -> bool:
    """Whether a noun alone is one of a row: "another round", "a second round", and no "second round of drinks"."""
    told = not scene.vocabulary.cue("qualifiers").isdisjoint(_before_head(scene, k))
    return told and all(word != "of" for word, _ in scene.after_noun(k)[:1])


def is_dated(scene: Scene, k: int) -> bool:
    """Whether a time stands in or near a chunk."""
    chunk = scene.chunk(k)
    near = any(scene.kind(at) == "TIME" for at in range(k - _NEAR + 1, k + _NEAR))
    return near or "TIME" in scene.parse.tokens.tags[chunk.first : chunk.stop]


def _has_partners(scene: Scene, k: int) -> bool:
    return any(word in {"with", "between"} and scene.group_actors(nouns) for word, nouns in scene.after_noun(k))


def _has_actor(scene: Scene, k: int) -> bool:
    """Whether somebody is named as the one who does it: "Hamas's refusal", "a visit by", "the rebels' offer"."""
    phrases = scene.after_noun(k)
    near = [nouns for word, nouns in phrases[:3] if word in {"by", "from"}]
    near += [nouns for word, nouns in phrases[:1] if word == "of"]
    named = bool(scene.possessor(k) or scene.modifiers(k)) or _is_held(scene, k)
    return named or any(_acts(scene, nouns) for nouns in near)


def _is_held(scene: Scene, k: int) -> bool:
    """Whether an unnamed side is the possessor: "the rebels' demand"."""
    sides = scene.vocabulary.cue("group_words") | scene.vocabulary.cue("side_words")
    return not sides.isdisjoint(_before_head(scene, k))


def _is_voiced(scene: Scene, k: int) -> bool:
    """Whether an actor expresses what a noun says: "signalled readiness to", "voiced support for"."""
    clause = scene.clause_of_chunk(k)
    if clause is None or k not in clause.objects or clause.verb.lemma not in scene.vocabulary.cue("voicing"):
        return False
    return _acts(scene, clause.subject)


def _is_measured(scene: Scene, k: int) -> bool:
    """Whether a noun phrase says how long or how many: "a 48-hour ultimatum", "a three-day truce"."""
    words = _before_head(scene, k)
    numbers = scene.vocabulary.cue("number_words")
    return any(word[0].isdigit() or word.partition("-")[0] in numbers for word in words if "-" in word)


def _is_purpose(scene: Scene, k: int) -> bool:
    """Whether a noun stands behind "for" or "to": "arrived in Juba for talks", "the road to talks"."""
    first = scene.parse.groups[k][0]
    return scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word in {"for", "amid", "before", "throughout"}


def has_author(scene: Scene, k: int) -> bool:
    """Whether somebody is named whose offer, demand or refusal it is, "a US-backed plan" included."""
    return _has_actor(scene, k) or bool(scene.authors(k))


def _has_parties(scene: Scene, k: int) -> bool:
    among = any(word in {"with", "between", "among"} and scene.group_actors(n) for word, n in scene.after_noun(k))
    return among or _has_actor(scene, k)


_ENDING: Final = frozenset({"end", "conclude", "close", "finish", "wrap", "emerge", "return", "come"})
_OPENING: Final = frozenset({"begin", "close", "conclude", "continue", "end", "open", "start"})
_HOSTING: Final = frozenset({"host", "chair", "convene", "sponsor", "facilitate", "organise", "organize"})
_WELCOMING: Final = frozenset({"welcome", "hail", "praise", "applaud", "celebrate"})
_ACCUSING: Final = frozenset({"accuse", "blame", "report", "denounce", "condemn", "record"})

NEEDS: Final[Mapping[str, Callable[[Scene, int], bool]]] = {
    "about": lambda _scene, _k: True,
    "actor": _has_parties,
    "author": has_author,
    "partners": _has_partners,
    "venue": _has_venue,
    "adverbial": _is_adverbial,
    "welcomed": lambda scene, k: _is_object_of(scene, k, _WELCOMING, direct=True),
    "accused": lambda scene, k: _is_object_of(scene, k, _ACCUSING, direct=False),
    "quantity": lambda scene, k: "NUM" in _before_head(scene, k, tags=True),
    "qualifier": lambda scene, k: not scene.vocabulary.cue("qualifiers").isdisjoint(_before_head(scene, k)),
    "definite": lambda scene, k: scene.parse.tokens.tags[scene.chunk(k).first] in {"DET", "PRPS"},
    "time": _has_time,
    "dated": is_dated,
    "when": _has_when,
    "outcome": _is_outcome,
    "hosted": lambda scene, k: _is_object_of(scene, k, _HOSTING, direct=True),
    "predicate": _is_predicate,
    "under": _is_under,
    "from": _starts_at,
    "between": _is_between,
    "ordinal": _is_counted,
    "voiced": _is_voiced,
    "measured": _is_measured,
    "purpose": _is_purpose,
}
"""Clues of which one must be there for a noun to speak of an event."""
