"""Which words of a sentence tell a move: frames of the lexicon matched against clauses and noun phrases."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.events.scene import Scene
from ceasetimeline.lexicon import EventType, Frame, Lexicon
from ceasetimeline.text.clauses import Clause
from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import noun_lemma, vocabulary_of

_LONGEST: Final = 60  # characters; a longer stretch is no trigger


@attrs.frozen(eq=False)
class Candidate:
    """Words that tell a move of a type: a clause, or a noun phrase; ``themes`` are the noun phrases it is about."""

    row: EventType
    frame: Frame
    first: int
    stop: int
    score: float
    clause: Clause | None = None
    noun: int | None = None
    themes: tuple[int, ...] = ()
    rule: str = ""
    begin: int = -1

    @property
    def start(self) -> int:
        """The first word of the trigger phrase: "talks" in "talks broke down", where it is short enough."""
        return self.first if self.begin < 0 else self.begin


@attrs.frozen(eq=False)
class TriggerIndex:
    """The frames of a lexicon by the words that open them; ``forms`` are all word forms that may be a trigger."""

    verbs: Mapping[str, tuple[tuple[EventType, Frame], ...]]
    nouns: Mapping[str, tuple[tuple[EventType, Frame], ...]]
    adjectives: Mapping[str, tuple[tuple[EventType, Frame], ...]]
    forms: frozenset[str]
    core: frozenset[str]
    soft: frozenset[str]
    dealing: frozenset[str]
    war: frozenset[str]


@functools.lru_cache(maxsize=8)
def trigger_index(lexicon: Lexicon) -> TriggerIndex:
    """The index of a lexicon, built once."""
    verbs: dict[str, list[tuple[EventType, Frame]]] = {}
    nouns: dict[str, list[tuple[EventType, Frame]]] = {}
    adjectives: dict[str, list[tuple[EventType, Frame]]] = {}
    for row in lexicon.event_types:
        for frame in _frames_of(row):
            for table, words in ((verbs, frame.verbs), (nouns, frame.nouns), (adjectives, frame.adjectives)):
                for word in words:
                    table.setdefault(word, []).append((row, frame))
    forms = vocabulary_of(lexicon).forms
    heads = {verb.split()[0] for verb in verbs}
    words = {form for form, (lemma, _) in forms.items() if lemma in heads} - {
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
    }
    words |= {word.split()[-1] for word in nouns} | {word.split()[-1] + "s" for word in nouns} | set(adjectives)
    return TriggerIndex(
        {word: tuple(rows) for word, rows in verbs.items()},
        {word: tuple(rows) for word, rows in nouns.items()},
        {word: tuple(rows) for word, rows in adjectives.items()},
        frozenset(
            words
            | {"responses", "cease-fire", "ceasefires"}
            | lexicon.cues.get("talks_nouns", frozenset())
            | {w + "s" for w in lexicon.cues.get("talks_nouns", frozenset())}
            | lexicon.cues.get("deal_nouns", frozenset())
        ),
        *(
            lexicon.cues.get(name, frozenset())
            for name in ("core_words", "soft_core_words", "dealing_words", "war_words")
        ),
    )


def _frames_of(row: EventType) -> Iterator[Frame]:
    yield from row.frames
    for verb in row.verbs:
        yield Frame(verbs=(verb,))
    for verb, noun in row.light:
        yield Frame(verbs=(verb,), about=(noun,))
    for noun in row.nouns:
        if not any(noun in frame.nouns for frame in row.frames):
            yield Frame(nouns=(noun,), needs=("author", "time"))


def find_candidates(scene: Scene, index: TriggerIndex) -> list[Candidate]:
    """The moves that a sentence tells, in reading order, each stretch of words once."""
    found = [*_verb_candidates(scene, index), *_noun_candidates(scene, index), *_adjective_candidates(scene, index)]
    return _settle(scene, found)


# --- verbs


def _verb_candidates(scene: Scene, index: TriggerIndex) -> Iterator[Candidate]:
    for clause in scene.parse.clauses:
        best: Candidate | None = None
        longer = _goes_on(scene, clause, index)
        for key, stop in _keys(scene, clause):
            if longer and " " not in key:
                continue
            for row, frame in index.verbs.get(key, ()):
                candidate = _match_verb(scene, clause, row, frame, key, stop)
                if candidate is not None and (best is None or candidate.score > best.score):
                    best = candidate
        if best is not None:
            yield best


def _keys(scene: Scene, clause: Clause) -> Iterator[tuple[str, int]]:
    """The verb alone and with the words after it: "put", "put forward", "walk out of"; and where they stop."""
    tokens = scene.parse.tokens
    head = clause.verb.head
    lemma = clause.verb.lemma
    yield lemma, head + 1
    key, at = lemma, head + 1
    for _ in range(3):
        at = _past_time(tokens, at) if at == head + 1 else at
        if at >= len(tokens) or not tokens.words[at][0].isalpha():
            break
        key = f"{key} {tokens.lowers[at]}"
        at += 1
        yield key, at
    if clause.objects:
        after = scene.chunk(clause.objects[-1]).stop
        if after < len(tokens) and tokens.tags[after] in {"PART", "ADV", "PREP"}:
            yield f"{lemma} {tokens.lowers[after]}", after + 1
            if after + 1 < len(tokens):
                yield f"{lemma} {tokens.lowers[after]} {tokens.lowers[after + 1]}", after + 2


_ACTING: Final = frozenset({"actor", "party", "both", "single", "envoys", "there"})
_PARTICLES: Final = frozenset({"off", "out", "up", "down", "for", "on", "upon", "over", "back"})


def _past_time(tokens: Tokens, at: int) -> int:
    """The first word behind adverbs and a time phrase: "agreed on Thursday to" is "agreed to"."""
    while at < len(tokens):
        if tokens.tags[at] == "TIME" or (tokens.tags[at] == "ADV" and tokens.lowers[at].endswith("ly")):
            at += 1
        elif tokens.tags[at] == "PREP" and tokens.tags[at + 1 : at + 2] == ["TIME"]:
            at += 2
        else:
            break
    return at


def _goes_on(scene: Scene, clause: Clause, index: TriggerIndex) -> bool:
    """Whether the verb with its particle is another verb of the lexicon: "called off" is no "called"."""
    tokens = scene.parse.tokens
    at = clause.verb.head + 1
    return (
        at < len(tokens)
        and tokens.lowers[at] in _PARTICLES
        and f"{clause.verb.lemma} {tokens.lowers[at]}" in index.verbs
    )


def _match_verb(scene: Scene, clause: Clause, row: EventType, frame: Frame, key: str, stop: int) -> Candidate | None:
    themes = _themes(scene, clause, frame, key)
    score = 1.0 + 0.5 * key.count(" ")
    about: tuple[int, ...] = ()
    if frame.unless and any(scene.is_in(word, frame.unless) for k in themes for word in scene.themes(k)):
        return None
    if frame.unless and _near_words(scene, clause) & set().union(*(scene.vocabulary.cue(n) for n in frame.unless)):
        return None
    if frame.about:
        about = tuple(k for k in themes if _is_about(scene, k, frame.about))
        if not about:
            return None
        score += 1.0
    elif frame.prepositions and not any(p.preposition in frame.prepositions for p in clause.phrases):
        return None
    if frame.prepositions:
        score += 0.3
    if frame.subject:
        if not _fits_subject(scene, clause, frame.subject):
            return None
        score += 0.6
    if frame.complement:
        if not _fits_complement(scene, clause, frame.complement):
            return None
        score += 1.2 if frame.complement.startswith("to ") else 0.4
    if "dated" in frame.needs and not _is_dated(scene, clause.chunk):
        return None
    first = clause.verb.head
    last = _light_stop(scene, about, first, stop) if about and not frame.apart else stop
    told = about or (clause.subject if set(frame.subject) - _ACTING else ())
    begin = _subject_start(scene, clause, told, first) if last == stop else first
    return Candidate(
        row, frame, first, last, score, clause=clause, themes=about or themes, rule=f"verb:{key}", begin=begin
    )


def _themes(scene: Scene, clause: Clause, frame: Frame, key: str) -> tuple[int, ...]:
    """The noun phrases that a verb is about: object, passive or only subject, or behind its preposition."""
    if frame.prepositions:
        return tuple(n for p in clause.phrases if p.preposition in frame.prepositions for n in p.nouns)
    tail = key.rsplit(maxsplit=1)[-1]
    if " " in key:
        behind = tuple(n for p in clause.phrases if p.preposition == tail for n in p.nouns)
        if behind:
            return behind
    if clause.verb.passive:
        return clause.subject
    if clause.objects:
        return clause.objects
    if (
        " " in key
        and clause.phrases
        and clause.phrases[0].nouns
        and scene.chunk(clause.phrases[0].chunk).first < clause.verb.head + 4
        and clause.phrases[0].preposition in {"out of", "to", "of", "from", "in", "into", "on", "for"}
    ):
        return clause.phrases[0].nouns
    return clause.subject


def _is_about(scene: Scene, k: int, about: Sequence[str]) -> bool:
    if "actor" in about and (scene.actors(k) or _is_proper(scene, k)):
        return True
    if "place" in about and any(name.place for name in scene.names_in(scene.chunk_span(k))):
        return True
    return any(scene.is_in(word, about) for word in scene.themes(k))


def _light_stop(scene: Scene, about: Sequence[int], first: int, stop: int) -> int:
    """Where a verb with its noun ends: "issued a stern warning", if that is short enough for a trigger."""
    tokens = scene.parse.tokens
    head = _last_theme(scene, about[0])
    if head >= first and tokens.stops[head] - tokens.starts[first] <= _LONGEST and head - first < 7:
        return head + 1
    return stop


def _last_theme(scene: Scene, k: int) -> int:
    """The head of a noun phrase, or of what it counts: "a new round of talks"."""
    for preposition, nouns in scene.after_noun(k)[:1]:
        if preposition == "of" and len(scene.themes(k)) > 1:
            return scene.chunk(nouns[0]).head
    return scene.chunk(k).head


def _subject_start(scene: Scene, clause: Clause, about: Sequence[int], first: int) -> int:
    """Where a trigger starts that is a noun and what it does: "talks broke down", "the truce was announced"."""
    tokens = scene.parse.tokens
    if len(clause.subject) != 1 or clause.subject[0] not in about or clause.relation == "reduced":
        return first
    head = scene.chunk(about[0]).head
    verbs = sum(1 for k in range(about[0], clause.chunk) if scene.chunk(k).verb is not None)
    if head < first and not verbs and tokens.stops[first] - tokens.starts[head] <= _LONGEST:
        return head
    return first


def _near_words(scene: Scene, clause: Clause) -> set[str]:
    """The verb that an infinitive after this one has, and adverbs beside it."""
    return {child.verb.lemma for child in scene.children(clause.number) if child.relation == "infinitive"}


def _fits_subject(scene: Scene, clause: Clause, wanted: Sequence[str]) -> bool:
    subject = clause.subject
    if clause.verb.passive and not any(name in wanted for name in ("thing",)):
        subject = tuple(n for p in clause.phrases if p.preposition == "by" for n in p.nouns)
        if not subject and set(wanted) <= {"party", "actor"}:
            return True
    return any(_is_subject(scene, clause, subject, name) for name in wanted)


def _is_subject(scene: Scene, clause: Clause, subject: tuple[int, ...], wanted: str) -> bool:
    if wanted == "there":
        tokens = scene.parse.tokens
        first = scene.chunk(clause.chunk).first
        return any(tokens.tags[i] == "EX" for i in range(max(0, first - 2), first))
    if not subject:
        return False
    if wanted in {"actor", "party"}:
        return bool(scene.group_actors(subject)) or any(_is_proper(scene, k) or _is_people(scene, k) for k in subject)
    if wanted == "single":
        return len(scene.group_actors(subject)) == 1
    if wanted == "both":
        return len(scene.group_actors(subject)) > 1
    if wanted == "thing":
        return not scene.group_actors(subject)
    if wanted == "envoys":
        return any(_is_envoy(scene, k) for k in subject)
    return any(scene.is_in(word, (wanted,)) for k in subject for word in scene.themes(k))


def _is_proper(scene: Scene, k: int) -> bool:
    names = [name for name in scene.names_in(scene.chunk_span(k)) if name.party]
    return scene.parse.tokens.tags[scene.chunk(k).head] == "PROPN" and not names


def _is_people(scene: Scene, k: int) -> bool:
    """Whether a noun phrase speaks of a party or of envoys that the text names elsewhere: "the rebels", "both sides"."""
    cue = scene.vocabulary.cue
    plural = scene.parse.tokens.lowers[scene.chunk(k).head]
    return (
        " ".join(scene.lowers(k)) in cue("sides_words")
        or plural in cue("group_words")
        or scene.head(k) in cue("delegation_nouns") | {"commander", "general", "party", "side", "faction"}
    )


def _is_envoy(scene: Scene, k: int) -> bool:
    people = scene.actors(k)
    if any(person.how in {"office-holder"} for person in people):
        return True
    if scene.head(k) in scene.vocabulary.cue("delegation_nouns") or scene.lowers(k)[-1] in scene.vocabulary.cue(
        "speakers"
    ):
        return bool(people) or scene.head(k) in {"delegation", "team", "negotiator", "envoy"}
    return bool(people) and scene.lowers(k)[0] in {"he", "she"}


def _fits_complement(scene: Scene, clause: Clause, wanted: str) -> bool:
    children = scene.children(clause.number)
    infinitives = [
        child for child in children if child.relation in {"infinitive", "purpose"} and child.verb.form == "infinitive"
    ]
    if wanted == "to":
        return any(child.relation == "infinitive" for child in infinitives)
    if wanted == "other":
        asked = [child for child in infinitives if child.relation == "infinitive"]
        return any(child.subject and child.subject != clause.subject for child in asked)
    if wanted.startswith("to "):
        verbs = f"{wanted[3:]}_verbs"
        return any(
            scene.is_in(child.verb.lemma, (verbs,))
            for child in infinitives + [c for c in children if c.relation == "gerund"]
        )
    if wanted == "that":
        return any(child.relation == "complement" for child in children)
    if wanted == "obligation":
        return any(
            child.relation == "complement"
            and (child.verb.form == "bare" or child.verb.modal in {"must", "should", "will"})
            for child in children
        ) or bool(infinitives)
    if wanted == "none":
        return not children
    if wanted == "active":
        return not clause.verb.passive
    if wanted == "only":
        tokens = scene.parse.tokens
        return bool(clause.verb.modal) and "only" in tokens.lowers[scene.chunk(clause.chunk).first : clause.verb.head]
    return _fits_word(scene, clause, wanted)


def _fits_word(scene: Scene, clause: Clause, wanted: str) -> bool:
    tokens = scene.parse.tokens
    following = tokens.lowers[clause.verb.head + 1 : clause.verb.head + 8]
    if wanted == "occurrence":
        if clause.verb.lemma != "be":
            return clause.verb.lemma != "hold" or clause.verb.passive
        return bool(set(following[:3]) & scene.vocabulary.cue("occurrence_words")) or "under way" in " ".join(
            following[:3]
        )
    if wanted == "negative":
        return any(
            word in {"sceptically", "skeptically", "negatively", "coldly", "coolly", "angrily", "warily"}
            for word in following[:3]
        )
    return wanted in following


def _is_dated(scene: Scene, k: int) -> bool:
    return any(chunk.kind == "TIME" and abs(at - k) < 7 for at, chunk in enumerate(scene.parse.chunks)) or bool(
        scene.parse.tokens.tags[scene.chunk(k).first : scene.chunk(k).stop].count("TIME")
    )


# --- nouns


def _noun_candidates(scene: Scene, index: TriggerIndex) -> Iterator[Candidate]:
    for k, chunk in enumerate(scene.parse.chunks):
        if chunk.kind != "NP":
            continue
        best: Candidate | None = None
        for key, first in _noun_keys(scene, k):
            for row, frame in index.nouns.get(key, ()):
                candidate = _match_noun(scene, k, row, frame, key, first)
                if candidate is not None and (best is None or candidate.score > best.score):
                    best = candidate
        if best is not None:
            yield best


def _noun_keys(scene: Scene, k: int) -> Iterator[tuple[str, int]]:
    tokens = scene.parse.tokens
    chunk = scene.chunk(k)
    yield chunk.word, chunk.head
    if chunk.head > chunk.first:
        yield f"{tokens.lowers[chunk.head - 1]} {chunk.word}", chunk.head - 1


def _match_noun(scene: Scene, k: int, row: EventType, frame: Frame, key: str, first: int) -> Candidate | None:
    themes = _noun_themes(scene, k, frame)
    score = 0.8 + 0.5 * key.count(" ")
    about: tuple[int, ...] = ()
    if frame.about:
        about = tuple(n for n in themes if _is_about(scene, n, frame.about))
        inside = any(
            scene.is_in(noun_lemma(word), frame.about)
            for word in scene.lowers(k)[: scene.chunk(k).head - scene.chunk(k).first]
        )
        if not about and not inside:
            return None
        score += 1.0
    if frame.complement and not _noun_complement(scene, k, frame.complement):
        return None
    if frame.needs and not any(_has(scene, k, need) for need in frame.needs):
        return None
    stop = scene.chunk(k).head + 1
    return Candidate(row, frame, first, stop, score, noun=k, themes=about, rule=f"noun:{key}")


def _noun_themes(scene: Scene, k: int, frame: Frame) -> tuple[int, ...]:
    wanted = frame.prepositions or ("of", "for", "to", "in")
    clause = scene.clause_of_chunk(k)
    if clause is not None and clause.verb.lemma == "be" and k not in clause.subject and "about" in frame.needs:
        return clause.subject
    return tuple(n for preposition, nouns in scene.after_noun(k)[:2] if preposition in wanted for n in nouns)


def _noun_complement(scene: Scene, k: int, wanted: str) -> bool:
    verbs = [
        c
        for c in scene.parse.clauses
        if c.verb.form == "infinitive"
        and scene.chunk(c.chunk).first in range(scene.chunk(k).stop, scene.chunk(k).stop + 2)
    ]
    if wanted == "to":
        return bool(verbs)
    return any(scene.is_in(clause.verb.lemma, (f"{wanted[3:]}_verbs",)) for clause in verbs)


def _has(scene: Scene, k: int, need: str) -> bool:
    chunk = scene.chunk(k)
    tokens = scene.parse.tokens
    tags = tokens.tags[chunk.first : chunk.head]
    if need == "about":
        return True
    if need == "venue":
        return _has_venue(scene, k)
    if need == "adverbial":
        return _is_adverbial(scene, k)
    if need == "welcomed":
        over = scene.clause_of_chunk(k)
        return (
            over is not None
            and over.verb.lemma in {"welcome", "hail", "praise", "applaud", "celebrate"}
            and k in over.objects
        )
    if need == "accused":
        return _is_accused_of(scene, k)
    if need == "quantity":
        return "NUM" in tags
    if need == "qualifier":
        return bool(set(tokens.lowers[chunk.first : chunk.head]) & scene.vocabulary.cue("qualifiers"))
    if need == "definite":
        return tokens.tags[chunk.first] in {"DET", "PRPS"}
    if need == "time":
        return "TIME" in tags or _time_follows(scene, k)
    if need == "dated":
        return _is_dated(scene, k)
    if need == "reached":
        return False
    return _has_people(scene, k, need)


def _has_venue(scene: Scene, k: int) -> bool:
    phrases = scene.after_noun(k)[:2]
    places = [n for preposition, nouns in phrases if preposition in {"in", "at"} for n in nouns]
    return any(name.place for n in [k, *places] for name in scene.names_in(scene.chunk_span(n)))


def _is_adverbial(scene: Scene, k: int) -> bool:
    """Whether a noun stands behind a preposition of time or manner: "after talks", "at a summit", "hours of talks"."""
    chunks = scene.parse.chunks
    first = scene.parse.groups[k][0]
    if first == 0 or chunks[first - 1].kind != "PREP":
        return False
    if chunks[first - 1].word == "of" and first >= 2:
        return chunks[first - 2].word in {"hour", "day", "week", "month", "year", "round", "night", "set", "series"}
    return chunks[first - 1].word in {"after", "during", "at", "following", "in", "since"}


def _is_accused_of(scene: Scene, k: int) -> bool:
    clause = scene.clause_of_chunk(k)
    return clause is not None and clause.verb.lemma in {"accuse", "blame", "report", "denounce", "condemn", "record"}


def _time_follows(scene: Scene, k: int) -> bool:
    chunks = scene.parse.chunks
    nearby = chunks[k + 1 : k + 3]
    if nearby and nearby[0].kind == "TIME":
        return True
    return len(nearby) == 2 and nearby[0].kind == "PREP" and nearby[1].kind == "TIME"


def _has_people(scene: Scene, k: int, need: str) -> bool:
    phrases = scene.after_noun(k)
    if need == "partners":
        return any(p in {"with", "between"} and scene.group_actors(nouns) for p, nouns in phrases)
    near = [nouns for p, nouns in phrases[:3] if p in {"by", "from"}] + [
        nouns for p, nouns in phrases[:1] if p == "of" and need != "author-"
    ]
    if scene.possessor(k) or scene.modifiers(k) or any(scene.group_actors(nouns) for nouns in near):
        return True
    if need == "author":
        return bool(scene.authors(k))
    return any(p in {"with", "between", "among"} and scene.group_actors(nouns) for p, nouns in phrases)


# --- adjectives


def _adjective_candidates(scene: Scene, index: TriggerIndex) -> Iterator[Candidate]:
    tokens = scene.parse.tokens
    for i, lower in enumerate(tokens.lowers):
        for row, frame in index.adjectives.get(lower, ()):
            candidate = _match_adjective(scene, i, row, frame)
            if candidate is not None:
                yield candidate


def _match_adjective(scene: Scene, i: int, row: EventType, frame: Frame) -> Candidate | None:
    if frame.about and not frame.prepositions:
        for k, chunk in enumerate(scene.parse.chunks):
            if chunk.kind == "NP" and chunk.first <= i < chunk.head:
                fits = scene.is_in(chunk.word, frame.about) and any(_has(scene, k, need) for need in frame.needs)
                return (
                    Candidate(row, frame, i, i + 1, 1.5, noun=k, rule=f"adjective:{scene.parse.tokens.lowers[i]}")
                    if fits
                    else None
                )
        return None
    clause = next(
        (
            c
            for c in reversed(scene.parse.clauses)
            if c.verb.head < i and c.verb.lemma in {"be", "remain", "say", "seem", "appear", "stand", "become"}
        ),
        None,
    )
    if clause is None or i - clause.verb.head > 5:
        return None
    if frame.subject and not any(_is_subject(scene, clause, clause.subject, wanted) for wanted in frame.subject):
        return None
    after = [
        c
        for c in scene.parse.clauses
        if c.verb.form in {"infinitive", "gerund"} and 0 < scene.chunk(c.chunk).first - i < 4
    ]
    if frame.complement.startswith("to "):
        if not any(scene.is_in(c.verb.lemma, (f"{frame.complement[3:]}_verbs",)) for c in after):
            return None
    elif frame.complement == "to" and not after:
        return None
    if frame.unless and any(scene.is_in(c.verb.lemma, frame.unless) for c in after):
        return None
    if frame.prepositions and not any(
        scene.parse.tokens.lowers[j] in frame.prepositions for j in range(i + 1, min(i + 3, len(scene.parse.tokens)))
    ):
        return None
    stop = after[0].verb.head + 1 if after and after[0].verb.head - i < 5 else i + 1
    score = 2.0 if frame.complement.startswith("to ") else 1.4
    return Candidate(row, frame, i, stop, score, clause=clause, rule=f"adjective:{scene.parse.tokens.lowers[i]}")


# --- choosing


def _settle(scene: Scene, found: list[Candidate]) -> list[Candidate]:
    """Drop what a better reading of the same words covers, and nouns that are only the topic of a verb's move."""
    ranked = sorted(found, key=lambda c: (-c.score, c.first, c.row.name))
    kept: list[Candidate] = []
    for candidate in ranked:
        if any(candidate.start < other.stop and other.start < candidate.stop for other in kept):
            continue
        kept.append(candidate)
    kept = [c for c in kept if not _is_said_by_governor(c, kept)]
    topics = {k for c in kept if c.clause is not None and c.clause.relation != "reduced" for k in c.themes}
    topics |= {
        n
        for k in topics
        if scene.head(k) in {"participation", "involvement", "part", "role"}
        for _, nouns in scene.after_noun(k)[:1]
        for n in nouns
    }
    return sorted((c for c in kept if not _is_topic(scene, c, topics)), key=lambda c: c.first)


def _is_said_by_governor(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a verb only spells out the move above it: "offered to mediate", "refused to sign"."""
    clause = candidate.clause
    if clause is None or clause.governor is None or clause.relation not in {"infinitive", "purpose"}:
        return False
    for other in kept:
        if other.clause is not None and other.clause.number == clause.governor and other is not candidate:
            return other.frame.complement.startswith("to ") or other.clause.verb.lemma in {"refuse", "decline"}
    return False


def _is_topic(scene: Scene, candidate: Candidate, topics: set[int]) -> bool:
    if candidate.noun is None or not candidate.rule.startswith("noun:") or candidate.noun not in topics:
        return False
    if candidate.row.group == "implement":
        over = scene.clause_of_chunk(candidate.noun)
        return over is None or over.verb.lemma not in {"delay", "postpone", "suspend"}
    return not (candidate.row.group == "initiate" and _has_people(scene, candidate.noun, "author"))
