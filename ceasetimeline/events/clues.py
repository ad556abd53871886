"""Clues that a noun speaks of an event: who is named with it, when and where it is, what is done with it.

Each name that a `Frame` may need stands in the table at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ceasetimeline.events.conditions import acts, is_outside
from ceasetimeline.events.scene import Scene

_NEAR: Final = 7  # chunks; a time further off belongs to another clause


def _before_head(scene: Scene, k: int, *, tags: bool = False) -> list[str]:
    chunk, tokens = scene.chunk(k), scene.parse.tokens
    return (tokens.tags if tags else tokens.lowers)[chunk.first : chunk.head]


def _has_venue(scene: Scene, k: int) -> bool:
    places = [n for word, nouns in scene.after_noun(k)[:2] if word in {"in", "at"} for n in nouns]
    return any(name.place for n in [k, *places] for name in scene.names_at(n))


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


def _is_hosted(scene: Scene, k: int) -> bool:
    """Whether somebody hosts or chairs what a noun says, and it is not just "the talks"."""
    words = scene.lowers(k)
    known = len(words) == 2 and words[0] == "the"
    return not known and _is_object_of(scene, k, _HOSTING, direct=True)


def _is_provided(scene: Scene, k: int) -> bool:
    """Whether the text of an agreed deal holds what a noun says: "the accord provides for the withdrawal of"."""
    clause = scene.clause_of_chunk(k)
    if clause is None or k in clause.subject or clause.verb.lemma not in scene.vocabulary.cue("providing"):
        return False
    return any(scene.is_in(word, ("accord_nouns",)) for n in clause.subject for word in scene.themes(n))


def _is_terms(scene: Scene, k: int) -> bool:
    """Whether a noun stands behind "under" and tells whose it is: "under the Ukrainian plan"."""
    return _is_under(scene, k) and _has_actor(scene, k)


def _is_attended(scene: Scene, k: int) -> bool:
    """Whether somebody is party to what a noun says, or hosts it: "no party to the talks", "the sponsors of"."""
    first = scene.parse.groups[k][0]
    if first < 2 or scene.kind(first - 1) != "PREP" or scene.chunk(first - 1).word not in {"to", "of", "in", "at"}:
        return False
    return scene.head(first - 2) in scene.vocabulary.cue("attending_nouns")


def _has_subject_matter(scene: Scene, k: int) -> bool:
    """Whether a noun tells what it is about: "negotiations on an extension"."""
    return any(word in {"on", "over"} for word, _ in scene.after_noun(k)[:1])


def _is_outcome(scene: Scene, k: int) -> bool:
    """Whether a noun is what talks or fighting ended with: "ended with an agreement", "ended in a truce"."""
    first, clause = scene.parse.groups[k][0], scene.clause_of_chunk(k)
    after = scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word in {"with", "in"}
    return after and clause is not None and clause.verb.lemma in _ENDING


def _is_predicate(scene: Scene, k: int) -> bool:
    """Whether a noun is what an actor is or acts as: "Qatar is the mediator", "has a role as facilitator"."""
    clause = scene.clause_of_chunk(k)
    if clause is None or k in clause.subject or not acts(scene, clause.subject):
        return False
    if k in clause.objects:
        return clause.verb.lemma == "be"
    return clause.verb.lemma in {"act", "have", "serve", "work"} and scene.chunk(k - 1).word == "as"


def _is_between(scene: Scene, k: int) -> bool:
    return any(word == "between" and acts(scene, nouns) for word, nouns in scene.after_noun(k)[:2])


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
    return named or any(acts(scene, nouns) for nouns in near)


def _is_held(scene: Scene, k: int) -> bool:
    """Whether an unnamed side is the possessor: "the rebels' demand"."""
    sides = scene.vocabulary.cue("group_words") | scene.vocabulary.cue("held_by_words")
    return not sides.isdisjoint(_before_head(scene, k))


def _is_voiced(scene: Scene, k: int) -> bool:
    """Whether an actor expresses what a noun says: "signalled readiness to", "voiced support for"."""
    clause = scene.clause_of_chunk(k)
    if clause is None or k not in clause.objects or clause.verb.lemma not in scene.vocabulary.cue("voicing"):
        return False
    return acts(scene, clause.subject)


def _is_measured(scene: Scene, k: int) -> bool:
    """Whether a noun phrase says how long or how many: "a 48-hour ultimatum", "a three-day truce"."""
    words = _before_head(scene, k)
    numbers = scene.vocabulary.cue("number_words")
    return any(word[0].isdigit() or word.partition("-")[0] in numbers for word in words if "-" in word)


def _is_purpose(scene: Scene, k: int) -> bool:
    """Whether a noun is what something is for, or stands around it: "arrived in Juba for talks", "amid talks"."""
    first = scene.parse.groups[k][0]
    return scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word in {"for", "amid", "before", "throughout"}


def has_author(scene: Scene, k: int) -> bool:
    """Whether somebody is named whose offer, demand or refusal it is, "a US-backed plan" included."""
    return _has_actor(scene, k) or bool(scene.authors(k))


def _has_parties(scene: Scene, k: int) -> bool:
    among = any(word in {"with", "between", "among"} and scene.group_actors(n) for word, n in scene.after_noun(k))
    return among or _has_actor(scene, k)


def _is_third(scene: Scene, k: int) -> bool:
    """Whether a noun speaks of what outsiders do: "the Saudi-led attempt", "Norway met both in an effort to"."""
    own = (*scene.possessor(k), *scene.modifiers(k), *scene.authors(k))
    own = own or tuple(
        p for word, n in scene.after_noun(k)[:2] if word in {"by", "from"} for p in scene.group_actors(n)
    )
    clause = scene.clause_of_chunk(k)
    if clause is not None and k not in clause.subject:
        if clause.verb.lemma in _WELCOMING and k in clause.objects:
            return False
        own = own or scene.group_actors(clause.subject)
    return is_outside(scene, own)


def _is_reason(scene: Scene, k: int) -> bool:
    """Whether a noun is what somebody goes somewhere for: "came to Juba for peace talks", no "hopes for talks"."""
    at = scene.parse.groups[k][0] - 1
    if scene.kind(at) != "PREP" or scene.chunk(at).word not in {"for", "to"}:
        return False
    placed = scene.kind(at - 1) == "NP" and any(name.place for name in scene.names_at(at - 1))
    verb = scene.chunk(at - 1).verb if scene.kind(at - 1) == "VG" else None
    return placed or (verb is not None and verb.lemma in _GOING)


def _is_cast(scene: Scene, k: int) -> bool:
    """Whether a noun is said of an outsider: "Qatar is a mediator", "its role as facilitator"."""
    first = scene.parse.groups[k][0]
    if scene.kind(first - 1) == "PREP" and scene.chunk(first - 1).word in {"as", "of"}:
        held = scene.kind(first - 2) == "NP" and scene.head(first - 2) in _PARTS
        verb = scene.chunk(first - 2).verb if scene.kind(first - 2) == "VG" else None
        serves = verb is not None and verb.lemma in _SERVING and scene.chunk(first - 1).word == "as"
        if not held and not serves:
            return False
        clause = scene.clause_of_chunk(k) or scene.clause_of_chunk(first - 2)
    else:
        clause = scene.clause_of_chunk(k)
        if clause is None or clause.verb.lemma not in _BECOMING or k not in clause.objects:
            return False
    return clause is not None and acts(scene, clause.subject)


def _is_by_help(scene: Scene, k: int) -> bool:
    """Whether a noun says by whose help: "with the help of Oman's facilitation", "with Swiss facilitation"."""
    at = scene.parse.groups[k][0] - 1
    words = {"with", "through", "under", "via", "thanks"}
    behind = scene.kind(at) == "PREP" and scene.chunk(at).word == "of" and scene.kind(at - 2) == "PREP"
    return scene.kind(at) == "PREP" and (
        scene.chunk(at).word in words or (behind and scene.chunk(at - 2).word in words)
    )


def _is_starting(scene: Scene, k: int) -> bool:
    """Whether a sentence says from when a truce holds: "a truce in the east starting from Saturday"."""
    tokens, at = scene.parse.tokens, scene.chunk(k).stop
    for i in range(at, min(len(tokens), at + _REACH)):
        if tokens.lowers[i] in _STARTING:
            return "TIME" in tokens.tags[i + 1 : i + 3]
        if tokens.tags[i] in {"MODAL", "VBD", "VBZ", "SUB", "STOP"}:
            return False
    return False


_GOING: Final = frozenset(
    {"come", "go", "arrive", "travel", "fly", "head", "return", "gather", "leave", "opt", "sit"}
)
_REACH: Final = 14  # words between a truce and what says when it starts
_STARTING: Final = frozenset({"starting", "beginning", "effective", "commencing"})
_PARTS: Final = frozenset({"role", "part", "function", "capacity"})
_SERVING: Final = frozenset({"act", "serve", "function", "work", "operate", "emerge"})
_BECOMING: Final = frozenset({"be", "become", "remain"})
_ENDING: Final = frozenset({"end", "conclude", "close", "finish", "wrap", "emerge", "return", "come"})
_HOSTING: Final = frozenset({"host", "chair", "convene", "sponsor", "facilitate", "organise", "organize"})
_WELCOMING: Final = frozenset({"welcome", "hail", "praise", "applaud", "celebrate", "appreciate", "thank", "commend"})
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
    "provided": _is_provided,
    "terms": _is_terms,
    "attended": _is_attended,
    "matter": _has_subject_matter,
    "hosted": _is_hosted,
    "predicate": _is_predicate,
    "under": _is_under,
    "pondered": lambda scene, k: _is_under(scene, k) and scene.chunk(k).stop - scene.chunk(k).first == 1,
    "from": _starts_at,
    "between": _is_between,
    "ordinal": _is_counted,
    "voiced": _is_voiced,
    "third": _is_third,
    "starting": _is_starting,
    "helping": _is_by_help,
    "cast": _is_cast,
    "measured": _is_measured,
    "purpose": _is_purpose,
    "reason": _is_reason,
}
"""Clues of which one must be there for a noun to speak of an event."""
