"""Which time phrase of a sentence speaks of a move: by clause, not by nearness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.events.attribution import framing_clauses
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.model import Realis, Roles, TimeExpression
from ceasetimeline.text.clauses import Clause


@attrs.frozen(eq=False)
class Timed:
    """A time expression in its place: its chunk, and the preposition before it."""

    time: TimeExpression
    chunk: int
    preposition: str
    interval: Interval
    past: bool = False


def timed_phrases(scene: Scene) -> list[Timed]:
    """The dates of a sentence, each with its chunk and its preposition."""
    found = []
    for time in scene.times:
        if time.interval is None or time.type not in {"DATE", "TIME"}:
            continue
        chunk = _chunk_of(scene, time)
        if chunk is not None:
            found.append(Timed(time, chunk, _preposition(scene, time, chunk), time.interval))
    return [t for t in found if t.preposition != "to" or scene.kind(t.chunk) != "TIME"]  # "extended to 4 March"


def is_stamp_only(scene: Scene, candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a date stamps the story, and dates no move: "MOSCOW, Jan 14 (AFP) - The rebels have agreed".

    What is told in the present or the plain past is of the day of the stamp; what has happened was before.
    """
    clause = home_of(scene, candidate)
    news = clause is None or (clause.relation in _TELLING and not clause.verb.perfect)
    return not news and _is_in_dateline(scene, time)


def _is_in_dateline(scene: Scene, time: TimeExpression) -> bool:
    before = scene.text[max(scene.span.start, time.span.start - _CITY) : time.span.start]
    head = time.span.start - scene.span.start <= _CITY and _DATED_FROM.fullmatch(before) is not None
    return head and _STAMP_END.match(scene.text, time.span.stop) is not None


def _chunk_of(scene: Scene, time: TimeExpression) -> int | None:
    tokens = scene.parse.tokens
    for k, chunk in enumerate(scene.parse.chunks):
        if tokens.starts[chunk.first] < time.span.stop and time.span.start < tokens.stops[chunk.stop - 1]:
            inner = chunk.kind in {"TIME", "NP", "VG"}
            if inner:
                return k
    return None


def _preposition(scene: Scene, time: TimeExpression, k: int) -> str:
    tokens = scene.parse.tokens
    words = [tokens.lowers[i] for i in range(len(tokens)) if time.span.start <= tokens.starts[i] < time.span.stop][:1]
    if words and words[0] == "from" and _RANGE.search(time.text):
        return ""
    if words and words[0] in {"since", "by", "until", "before", "after", "from", "within", "till"}:
        return words[0]
    i = next((i for i in range(len(tokens)) if tokens.starts[i] >= time.span.start), len(tokens)) - 1
    while (
        i >= 0
        and tokens.lowers[i] in {"at", "least", "the", "about", "around", "early", "late", "just"}
        and i
        and tokens.tags[i] != "PREP"
    ):
        i -= 1
    if i >= 0 and tokens.lowers[i] == "least":
        i -= 2
    if i >= 1 and tokens.lowers[i] == "at" and tokens.lowers[i - 1] in {"until", "till", "before", "since"}:
        i -= 1
    return tokens.lowers[i] if i >= 0 and tokens.tags[i] in {"PREP", "SUB", "TO"} else ""


def own_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time phrase of a move itself: in its noun phrase, or with the verb that tells it."""
    if not timed:
        return None
    if candidate.noun is not None and _is_compound(candidate):
        return next((t for t in timed if t.chunk == candidate.noun), None)
    if candidate.noun is not None:
        return _time_of_noun(scene, candidate.noun, timed) or _time_by_clause(scene, candidate, timed)
    assert candidate.clause is not None
    told = _direct(scene, candidate.clause, timed) if candidate.themes else None
    if told is not None and told.chunk not in candidate.themes:
        return told  # "the 1994 accord, which collapsed in 1998"
    for k in candidate.themes if not candidate.row.spoken or candidate.row.group == "settle" else ():
        inside = next((t for t in timed if t.chunk == k), None)
        if inside is not None:
            return inside
    return time_of_clause(scene, candidate.clause, timed)


def _is_compound(candidate: Candidate) -> bool:
    """Whether a compound tells a move besides the clause: "an American-brokered truce held on Monday"."""
    return any(word.startswith("-") for word in candidate.frame.adjectives)


def _time_of_noun(scene: Scene, k: int, timed: Sequence[Timed]) -> Timed | None:
    """A time inside the noun phrase ("Saturday's release") or right behind it ("talks in Doha on Sunday")."""
    last = scene.parse.groups[k][-1] if k in scene.parse.groups else k
    reach = last + 1
    chunks = scene.parse.chunks
    while reach < len(chunks) and (chunks[reach].kind in _PHRASES or _joins_names(scene, reach)):
        reach += 1
    for t in timed:
        if t.chunk == k:
            return t
    over = scene.clause_of_chunk(k)
    if over is not None and over.chunk in scene.told and over.chunk < k:
        return None  # "rejected a plan on Sunday": the day is that of the verb
    for t in timed:
        if last < t.chunk < reach:
            return t
    return None


def _joins_names(scene: Scene, k: int) -> bool:
    """Whether "and" stands between two names: "a call by Russia and Turkey on Sunday"."""
    return scene.kind(k) == "CONJ" and _is_place(scene, k - 1) and _is_place(scene, k + 1)


def _time_by_clause(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the clause that says of a noun that it takes place."""
    assert candidate.noun is not None
    for clause in clauses_on(scene, candidate.noun):
        planned = clause.verb.lemma in scene.vocabulary.cue("scheduling")
        if (clause.noun == candidate.noun or planned) and (planned or clause.chunk not in scene.told):
            found = _direct(scene, clause, timed)
            if found is not None:
                return found
    return time_over_noun(scene, candidate.noun, timed)


def clauses_on(scene: Scene, k: int) -> Iterator[Clause]:
    """The participles and relative clauses on a noun phrase, with those joined to them by "and".

    "talks hosted by Kenya and held in Nakuru", "the ceremony that will be held in Bangui".
    """
    nouns, last = scene.run_of(k), None
    scheduling = scene.vocabulary.cue("scheduling")
    for clause in scene.parse.clauses:
        relative = clause.relation == "relative" and clause.verb.lemma in scheduling
        if (clause.relation == "reduced" or relative) and clause.noun in nouns:
            last = clause
            yield clause
        elif last is not None and _goes_on(scene, last, clause):
            yield clause


def _goes_on(scene: Scene, participle: Clause, clause: Clause) -> bool:
    """Whether a clause without a subject is the second participle of a noun: "brokered by China and held in May"."""
    joined = clause.number == participle.number + 1 and scene.kind(clause.chunk - 1) == "CONJ"
    return joined and not clause.subject and participle.verb.passive


def time_over_noun(scene: Scene, k: int, timed: Sequence[Timed]) -> Timed | None:
    """The time of the clause that has a noun for subject, object or place: "agreed in May at talks"."""
    clause = scene.clause_of_chunk(k)
    if clause is None or clause.verb.lemma in _ORDERING:
        return None
    place = next((phrase.preposition for phrase in clause.phrases if k in phrase.nouns), "")
    if place in _AT or place in _UNDER or (place == "with" and clause.verb.lemma in _PHASES):
        return time_of_clause(scene, clause, timed)
    saying = clause.verb.lemma in scene.vocabulary.cue("reporting")
    announced = clause.verb.lemma in scene.vocabulary.cue("announcing") and k in clause.objects
    if place or (saying and not announced):
        return None  # "announced a halt on Thursday" dates the halt, "spoke of a halt" does not
    own = time_of_clause(scene, clause, timed)
    below = (c for c in scene.children(clause.number) if c.relation == "infinitive" and clause.verb.lemma == "be")
    return own or next(filter(None, (_direct(scene, c, timed) for c in below)), None)


def time_of_clause(scene: Scene, clause: Clause, timed: Sequence[Timed]) -> Timed | None:
    """The time phrase that says when what a clause tells took place."""
    own = _direct(scene, clause, timed)
    if own is not None:
        return own
    fronted = _fronted(scene, clause, timed)
    if fronted is not None:
        return fronted
    trailing = _trailing(scene, clause, timed)
    if trailing is not None:
        return trailing
    if clause.relation in {"infinitive", "gerund"} and clause.governor is not None and clause.marker != "of":
        governor = scene.parse.clauses[clause.governor]
        scheduled = governor.verb.lemma == "be" or governor.verb.passive
        if scheduled or governor.verb.lemma in scene.vocabulary.cue("implicative") or clause.relation == "gerund":
            found = time_of_clause(scene, governor, timed)
            past = scheduled and governor.verb.past
            return attrs.evolve(found, past=past) if found is not None else None
    return None


def _trailing(scene: Scene, clause: Clause, timed: Sequence[Timed]) -> Timed | None:
    """A time behind an inner clause that tells no move: "no release of those held, before Friday"."""
    for t in timed:
        if t.chunk < clause.chunk or scene.parse.chunks[t.chunk].kind != "TIME":
            continue
        owner = next((c for c in reversed(scene.parse.clauses) if c.chunk < t.chunk), None)
        for _ in range(4):
            if owner is None or owner.relation not in {"reduced", "relative"}:
                break
            if owner.verb.lemma not in scene.vocabulary.cue("stative") or owner.verb.modal:
                break
            if owner.noun is None and owner.governor is None:
                break
            owner = scene.parse.clauses[owner.governor] if owner.governor is not None else None
            if owner is clause:
                return t
    return None


def _direct(scene: Scene, clause: Clause, timed: Sequence[Timed]) -> Timed | None:
    """A time among a verb's own phrases, or between its subject and the verb."""
    chunks = scene.parse.chunks
    following = next((c.chunk for c in scene.parse.clauses if c.chunk > clause.chunk), len(chunks))
    for t in timed:
        if any(phrase.chunk == t.chunk for phrase in clause.phrases) and t.chunk < following:
            return t
    for t in timed:
        if chunks[t.chunk].kind == "VG" and t.chunk == clause.chunk:
            return t
        if clause.relation in _TELLING and clause.chunk < t.chunk < following and _reaches(scene, t, clause):
            return t
        if chunks[t.chunk].kind != "TIME" or t.chunk > clause.chunk:
            continue
        if _opens_verb(scene, t, clause) or (clause.subject and _opens_quotation(scene, t, clause)):
            return t
        if not clause.subject:
            continue
        if clause.subject[-1] < t.chunk < clause.chunk and not any(
            clause.subject[-1] < c.chunk < clause.chunk for c in scene.parse.clauses
        ):
            return t
    return None


def _reaches(scene: Scene, t: Timed, clause: Clause) -> bool:
    """Whether only phrases, an apposition and "after that" stand between a verb and a time.

    "have been in talks in Quito, the capital, since May", "met in Nakuru, Kenya from 1 to 3 March".
    """
    begin = t.chunk - 2 if scene.kind(t.chunk - 1) == "PREP" else t.chunk - 1
    between = [scene.kind(k) for k in range(clause.chunk + 1, begin + 1)]
    if not set(between) <= _BETWEEN:
        return False
    commas = [clause.chunk + 1 + k for k, kind in enumerate(between) if kind == "COMMA"]
    that = next((k for k in range(clause.chunk + 1, begin + 1) if scene.kind(k) == "THAT"), None)
    if that is not None:
        return not commas and that == begin and scene.kind(that - 1) == "PREP"
    if len(commas) == 2:
        return commas[1] == begin
    return len(commas) == 1 and commas[0] == begin - 1 and _is_place(scene, begin) and _is_place(scene, begin - 2)


def _is_place(scene: Scene, k: int) -> bool:
    """Whether a chunk is a bare name: the town or the country of "in Nakuru, Kenya"."""
    if not 0 <= k < len(scene.parse.chunks):
        return False
    chunk, tags = scene.chunk(k), scene.parse.tokens.tags
    return chunk.kind == "NP" and all(tags[i] in {"PROPN", "DET"} for i in range(chunk.first, chunk.stop))


def _opens_verb(scene: Scene, t: Timed, clause: Clause) -> bool:
    """Whether a time stands right before a verb, behind "and" or a comma: "and on Monday handed them a draft"."""
    before = t.chunk - 2 if scene.kind(t.chunk - 1) == "PREP" else t.chunk - 1
    return t.chunk == clause.chunk - 1 and clause.verb.form == "finite" and scene.kind(before) in {"CONJ", "COMMA"}


def _opens_quotation(scene: Scene, t: Timed, clause: Clause) -> bool:
    """Whether a time stands at the head of quoted words: "he said: 'Today we signed a deal'"."""
    between = [k for k in range(t.chunk + 1, clause.subject[0]) if scene.kind(k) != "COMMA"]
    before = t.chunk - 2 if scene.kind(t.chunk - 1) == "PREP" else t.chunk - 1
    return not between and t.chunk < clause.subject[0] and scene.kind(before) == "QUOTE"


def _fronted(scene: Scene, clause: Clause, timed: Sequence[Timed]) -> Timed | None:
    """A time at the head of the sentence belongs to its main verb: "On Friday, Hamas said", "At talks on Friday,"."""
    if clause.governor is not None or clause.relation in {"relative", "reduced"}:
        return None
    first = scene.parse.clauses[0].chunk if scene.parse.clauses else 0
    for t in timed:
        if scene.parse.chunks[t.chunk].kind != "TIME" or t.chunk >= first:
            continue
        near = t.chunk < _HEAD or scene.kind(t.chunk + 1) == "COMMA"
        if near and (not clause.subject or t.chunk < clause.subject[0]):
            return t
    return None


_CITY: Final = 60  # letters
_DATED_FROM: Final = re.compile(r"\W{0,2}[A-Z][\w'’. -]{1,30}(?:,\s?[A-Z][\w'’. -]{1,24})?[,:(]?\s{1,2}\(?")
_STAMP_END: Final = re.compile(
    r",?\s{0,2}(?:\d{4},?\s{0,2})?(?:[(\[][\w/., -]{1,30}[)\]])?\)?:?\s{0,2}(?:[–—-]|--)\s?(?=\S)|[^.]{0,3}\):"
)
_TELLING: Final = frozenset({"main", "complement"})
_PHRASES: Final = frozenset({"PREP", "NP", "TIME"})
_BETWEEN: Final = frozenset({"NP", "PREP", "COMMA", "ADV", "THAT"})
_HEAD: Final = 4  # chunks; further on a time at the head is set off by a comma
_DEEPEST: Final = 6  # clauses; newspapers nest no deeper
RANGE_FROM: Final = re.compile(r"from\s", re.IGNORECASE)
OF_CONTENT: Final = frozenset({"from", "until", "till", "by", "within", "for", "of"})
"""Prepositions of a time that belongs to what is agreed or asked: "agreed to a truce from May 4"."""
_RANGE: Final = re.compile(r"\s(?:to|until|till|through)\s|[-–]", re.IGNORECASE)
_AT: Final = frozenset({"at", "during"})
_UNDER: Final = frozenset({"under", "through", "via"})
_PHASES: Final = frozenset({"begin", "start", "open", "end", "conclude", "close", "resume", "continue"})
_TOGETHER: Final = frozenset({"two", "both"})
_ORDERING: Final = frozenset({"follow", "precede", "come", "coincide"})
_REPORTING_DAY: Final = frozenset({"", "on", "in", "during", "at", "over", "earlier", "late", "early"})


def report_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> tuple[Clause | None, Timed | None]:
    """The saying that tells of a move, and its time."""
    clause = home_of(scene, candidate)
    if clause is None:
        return None, None
    reporting = scene.vocabulary.cue("reporting")
    outer = clause
    for _ in range(6):
        if outer.governor is None or outer.governor == outer.number:
            break
        relation, outer = outer.relation, scene.parse.clauses[outer.governor]
        if outer.verb.lemma in reporting and relation in {"complement", "infinitive"}:
            told = _time_of_saying(scene, outer, timed)
            if told is not None or outer.relation not in {"complement", "reduced", "gerund"}:
                return outer, told
            continue  # "said on Monday he hoped that"
        found = time_of_clause(scene, outer, timed)
        if found is not None and found.preposition in _REPORTING_DAY:
            return None, found
    for saying in framing_clauses(scene, candidate):
        return saying, _time_of_saying(scene, saying, timed)
    return None, None


def _time_of_saying(scene: Scene, saying: Clause, timed: Sequence[Timed]) -> Timed | None:
    found = time_of_clause(scene, saying, timed)
    if found is None and saying.relation == "subordinate" and saying.governor is not None:
        found = time_of_clause(scene, scene.parse.clauses[saying.governor], timed)
    return found if found is not None and found.preposition in _REPORTING_DAY else None


def home_of(scene: Scene, candidate: Candidate) -> Clause | None:
    """The clause that tells a move, or that its noun stands in."""
    if candidate.clause is not None:
        return candidate.clause
    return scene.clause_of_chunk(candidate.noun) if candidate.noun is not None else None


def upwards(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """A clause and those that govern it, up to the main clause; a relative clause hangs on the one before it."""
    for _ in range(_DEEPEST):
        yield clause
        governor = clause.governor
        if governor is None and clause.relation in {"relative", "reduced"}:
            governor = clause.number - 1 if clause.number else None
        if governor is None or governor == clause.number:
            return
        clause = scene.parse.clauses[governor]


def is_said_to_be_done(
    scene: Scene, candidate: Candidate, saying: Clause | None, roles: Roles, realis: Realis
) -> bool:
    """Whether the saying is the move: "Hamas said it accepted", "both sides announced a deal had been reached"."""
    if saying is None or candidate.clause is None or realis != "actual":
        return False
    if candidate.clause.governor is not None and not _in_own_words(scene, candidate.clause, saying, roles):
        return False
    if saying.verb.lemma in scene.vocabulary.cue("announcing"):
        return candidate.row.spoken or candidate.row.group == "settle"
    sayers = {person.name for person in scene.group_actors(saying.subject)}
    told_of_oneself = not sayers.isdisjoint(roles.acting) or _is_first_person(scene, candidate.clause)
    if candidate.clause.verb.progressive and told_of_oneself:
        return candidate.clause.governor == saying.number  # "said on Monday it was suspending the truce"
    return candidate.row.spoken and (told_of_oneself or _is_joint(scene, saying))


def _in_own_words(scene: Scene, clause: Clause, saying: Clause, roles: Roles) -> bool:
    """Whether nobody else speaks between a saying and the move: "said the group had replied, saying it agreed"."""
    for above in upwards(scene, clause):
        if above.number == saying.number:
            return True
        own = above is clause or above.relation in {"reduced", "gerund"}  # a participle may stand behind another noun
        if not own and not {person.name for person in scene.group_actors(above.subject)} <= roles.acting:
            return False
    return False


def _is_first_person(scene: Scene, clause: Clause) -> bool:
    return bool(clause.subject) and scene.lowers(clause.subject[0]) in (["we"], ["i"])


def is_of_content(scene: Scene, candidate: Candidate, time: Timed) -> bool:
    """Whether a time belongs to what is agreed or asked: "agreed to a truce from May 4", "from May 4 to May 9"."""
    if candidate.row.spoken and time.preposition in OF_CONTENT:
        return True
    clause = candidate.clause
    if clause is None or time.chunk < clause.chunk:
        return False
    ranged = RANGE_FROM.match(time.time.text) is not None
    if candidate.row.spoken:
        return ranged
    return clause.verb.lemma in scene.vocabulary.cue("announcing") and (ranged or time.preposition in OF_CONTENT)


def is_declared_not_done(scene: Scene, candidate: Candidate, saying: Clause | None, realis: Realis) -> bool:
    """Whether a failure is announced, so that it is of that day: "announced on Sunday that no deal was reached"."""
    settles = candidate.row.group == "settle" and realis == "denied"
    return settles and saying is not None and saying.verb.lemma in scene.vocabulary.cue("announcing")


def _is_joint(scene: Scene, saying: Clause) -> bool:
    """Whether the sides speak together, so that whoever acts is among them: "the two countries said"."""
    words = {word for k in saying.subject for word in scene.lowers(k)}
    return not words.isdisjoint(_TOGETHER)


def counting_words(scene: Scene, candidate: Candidate) -> tuple[int, TimeExpression] | None:
    """The "two days after" that a move stands behind: the chunk of the "after", and the time expression."""
    clause = candidate.clause
    first = min((*clause.subject, clause.chunk)) if clause is not None else candidate.noun or 0
    at = first - 1
    if at < 1 or scene.chunk(at).word not in {"after", "before"}:
        return None
    stop = scene.chunk_span(at).stop
    found = (time for time in scene.times if time.rule == "unit-beside-event" and time.span.stop == stop)
    return next(((at, time) for time in found), None)


def main_clause_time(scene: Scene, candidate: Candidate, timed: Sequence[Timed]) -> Timed | None:
    """The time of the main clause, for what it happened "after" or "when": news tells both of one day.

    "Fears grew on Monday after the army attacked": the attack is what Monday's news is about; so it is where "A said
    on Monday it would answer, after the army attacked". The past perfect says that it was earlier.
    """
    clause = home_of(scene, candidate)
    while clause is not None and clause.relation in {"complement", "reduced"} and clause.governor is not None:
        if clause.relation == "reduced" and clause.noun is not None and not clause.objects:
            talks = scene.head(clause.noun) in scene.vocabulary.cue("talks_nouns")
            if candidate.row.doer != "mediator" or not talks:  # "after talks hosted by Kenya"
                break
        clause = scene.parse.clauses[clause.governor]
    if clause is None or clause.relation != "subordinate" or clause.governor is None:
        return None
    if (
        clause.marker not in {"after", "when", "as"}
        or clause.verb.perfect
        or not clause.verb.past
        or clause.verb.modal
    ):
        return None
    if counting_words(scene, candidate) is not None:
        return None  # "on Monday, two weeks after": another day
    found = next(filter(None, (time_of_clause(scene, c, timed) for c in telling(scene, clause.governor))), None)
    return found if found is not None and found.preposition in _REPORTING_DAY | {"since"} else None


def telling(scene: Scene, number: int) -> Iterator[Clause]:
    """A clause and, where it is what somebody said, the saying."""
    clause = scene.parse.clauses[number]
    yield clause
    if clause.relation == "complement" and clause.governor is not None:
        saying = scene.parse.clauses[clause.governor]
        if saying.verb.lemma in scene.vocabulary.cue("reporting"):
            yield saying
