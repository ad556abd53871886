"""What a verb is said of: its objects and the phrases behind it."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.clauses import Phrase
from ceasetimeline.text.ground import CLAUSAL_PREPOSITIONS, Ground
from ceasetimeline.text.phrases import VerbGroup

_STRETCHES: Final = frozenset({"minute", "hour", "day", "week", "month", "year", "night"})


def find_arguments(ground: Ground, k: int, verb: VerbGroup) -> tuple[tuple[int, ...], tuple[Phrase, ...]]:
    """The objects of the verb in chunk ``k``, and the prepositional and time phrases behind it."""
    objects: list[int] = []
    phrases: list[Phrase] = []
    at = k + 1
    while at < len(ground.chunks):
        kind = ground.kind(at)
        free = not phrases or (not objects and not verb.passive and _is_put_last(ground, at, phrases))
        named = kind == "NP" and not _counts_time(ground, at)
        if named and free and len(objects) < 3 and not opens_clause(ground, at, verb):
            if objects and ground.kind(at - 1) == "NP" and ground.is_finite(ground.groups[at][-1] + 1):
                break  # "resume the ceasefire it broke"
            objects.extend(ground.groups[at])
            at = ground.groups[at][-1] + 1
        elif kind == "NP" and not objects and _counts_time(ground, at):
            phrases.append(Phrase("", (), at))
            at += 1
        elif kind == "PREP":
            step = _phrase(ground, at)
            if step is None:
                break
            phrases.append(step[0])
            at = step[1]
        elif kind == "TIME":
            phrases.append(Phrase("", (), at))
            at += 1
        elif kind in {"ADV", "ADJ", "QUOTE", "OPEN"} or (kind == "COMMA" and _goes_on(ground, at + 1)):
            at += 1
        else:
            break
    return tuple(objects), tuple(phrases)


def _counts_time(ground: Ground, at: int) -> bool:
    """Whether a noun phrase says how long before or after: "adjourned a few hours after they began"."""
    return ground.word(at) in _STRETCHES and ground.word(at + 1) in {"after", "before", "ago", "earlier", "later"}


def _is_put_last(ground: Ground, at: int, phrases: list[Phrase]) -> bool:
    """Whether an object stands behind a time: "launched Monday their fifth round", "declared on Monday a truce"."""
    bare = all(not phrase.nouns and ground.kind(phrase.chunk) == "TIME" for phrase in phrases)
    opens = ground.kind(at) == "NP" and ground.tokens.tags[ground.chunks[at].first] in {"DET", "PRPS"}
    return bare and opens and not ground.is_finite(ground.following(ground.groups[at][-1] + 1))


def _goes_on(ground: Ground, at: int) -> bool:
    """Whether a phrase of the same verb follows a comma: "in Doha, on Monday"."""
    if ground.kind(at) == "PREP":
        return ground.word(at) not in CLAUSAL_PREPOSITIONS and ground.word(at) != "according to"
    return ground.kind(at) == "TIME"


def opens_clause(ground: Ground, at: int, verb: VerbGroup) -> bool:
    """Whether a noun phrase behind a verb is the subject of a clause: "said Israel had agreed"."""
    cue = ground.vocabulary.cue
    if not any(verb.lemma in cue(name) for name in ("reporting", "makes_hypothetical", "denying")):
        return False
    after = ground.following(ground.groups[at][-1] + 1)
    while after is not None and ground.kind(after) == "PREP" and ground.kind(after + 1) in {"NP", "TIME"}:
        if ground.word(after) in CLAUSAL_PREPOSITIONS and ground.kind(after + 1) == "NP":
            break  # "announced a truce as talks began"
        after = ground.following(ground.groups.get(after + 1, (after + 1,))[-1] + 1)
    return ground.is_finite(after)


def _phrase(ground: Ground, at: int) -> tuple[Phrase, int] | None:
    """The phrase that starts at a preposition, and where it stops; None where a clause follows."""
    preposition, noun = ground.word(at), at + 1
    while ground.kind(noun) in {"ADV", "QUOTE"}:
        noun += 1
    kind = ground.kind(noun)
    if kind == "TIME":
        return Phrase(preposition, (), noun), noun + 1
    if kind == "PREP":
        return Phrase(preposition, (), noun), noun
    if kind != "NP":
        return None
    members = ground.groups[noun]
    stop = members[-1] + 1
    if preposition in CLAUSAL_PREPOSITIONS and ground.is_finite(ground.following(stop)):
        return None
    return Phrase(preposition, members, at), stop
