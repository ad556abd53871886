"""By whose word a move is told: reporting verbs around its clause, "according to", quotations and their speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.model import Span
from ceasetimeline.text.clauses import Clause

_UNNAMED: Final = "unnamed"
_DEPTH: Final = 8
_TO_WHOM: Final = frozenset({"tell", "inform", "quote", "cite"})
_KNOWN: Final = frozenset({"after", "before", "since", "until", "till"})


def read_sayers(
    scene: Scene, candidate: Candidate, quotes: Sequence[Span], speaker: tuple[str, ...]
) -> tuple[str, ...]:
    """The chain of sayers of a move, innermost first; empty where the outlet speaks in its own voice."""
    chain: list[str] = []
    clause = _home(scene, candidate)
    for sayer in (*_sayers_of_noun(scene, candidate, clause), *_governing_sayers(scene, clause)):
        _add(chain, sayer)
    at = scene.parse.tokens.starts[candidate.first]
    frame = [c for c in framing_clauses(scene, candidate) if c is not clause]
    for saying in frame:
        for sayer in said_by(scene, saying):
            _add(chain, sayer)
    for sayer in _according_to(scene, candidate):
        _add(chain, sayer)
    if any(quote.start <= at < quote.stop for quote in quotes) and not chain:
        for sayer in _quote_speaker(scene, candidate) or speaker or (_UNNAMED,):
            _add(chain, sayer)
    if not chain and _is_hedged(scene, candidate, clause):
        chain.append(_UNNAMED)
    return tuple(chain)


def _add(chain: list[str], sayer: str) -> None:
    if sayer and sayer not in chain:
        chain.append(sayer)


def _home(scene: Scene, candidate: Candidate) -> Clause | None:
    if candidate.clause is not None:
        return candidate.clause
    assert candidate.noun is not None
    return scene.clause_of_chunk(candidate.noun)


def _sayers_of_noun(scene: Scene, candidate: Candidate, clause: Clause | None) -> tuple[str, ...]:
    """By whom a noun is told: "confirmed a truce", "accused them of breaches", "accusations of violations"."""
    noun, cue = candidate.noun, scene.vocabulary.cue
    if noun is None or clause is None:
        return ()
    first = scene.parse.groups[noun][0]
    if scene.kind(first - 1) == "PREP" and scene.kind(first - 2) == "NP":
        over = scene.head(first - 2)
        if scene.chunk(first - 1).word == "of" and over in cue("accusing_nouns"):
            return tuple(person.name for person in scene.possessor(first - 2)) or (_UNNAMED,)
    lemma = clause.verb.lemma
    told = noun in clause.objects and lemma in cue("telling")
    accused = lemma in cue("accusing") | cue("criticising") and any(
        noun in phrase.nouns and phrase.preposition in {"of", "for", "over"} for phrase in clause.phrases
    )
    return (said_by(scene, clause) or (_UNNAMED,)) if told or accused else ()


def _governing_sayers(scene: Scene, clause: Clause | None) -> Iterator[str]:
    cue = scene.vocabulary.cue
    for _ in range(_DEPTH):
        if clause is None or clause.governor is None or clause.governor == clause.number:
            return
        if _is_background(clause):
            return
        governor = scene.parse.clauses[clause.governor]
        reports = clause.relation == "complement" and governor.verb.lemma in cue("reporting") | cue("denying")
        hearsay = (
            clause.relation == "infinitive"
            and governor.verb.passive
            and governor.verb.lemma in cue("passive_reports")
        )
        gerund = clause.relation == "gerund"
        as_saying = gerund and clause.marker in {"as"} and clause.verb.lemma in cue("reporting")
        accused = gerund and clause.marker in {"of", "for"} and governor.verb.lemma in cue("accusing")
        if reports or hearsay or as_saying or accused:
            yield from said_by(scene, governor) or (_UNNAMED,)
        clause = governor


def _is_background(clause: Clause) -> bool:
    """Whether a clause is taken as known, whoever says the sentence: "said it had left after the truce failed"."""
    if clause.relation in {"relative", "reduced"}:
        return True
    return clause.relation == "subordinate" and clause.marker in _KNOWN and (clause.verb.past or clause.verb.perfect)


def said_by(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Who says what a reporting clause reports: actors by name, others by their description."""
    subject = clause.subject
    if clause.verb.lemma in {"quote", "cite"} and not clause.verb.passive:
        return sayer_names(scene, clause.objects or subject)  # "the agency quoted the minister as saying"
    if clause.verb.passive:
        agents = tuple(n for p in clause.phrases if p.preposition == "by" for n in p.nouns)
        subject = agents or (subject if clause.verb.lemma in {"quote", "cite"} else ())
    return sayer_names(scene, subject)


def sayer_names(scene: Scene, nouns: Sequence[int]) -> tuple[str, ...]:
    """Names for those who speak: "Hamas"; "Palestinian official" where no name is given."""
    names: list[str] = []
    for k in nouns:
        people = scene.actors(k)
        unnamed = people and scene.head(k) in {
            "official",
            "source",
            "diplomat",
            "officials",
            "sources",
            "person",
            "people",
        }
        if people and not unnamed:
            names.extend(person.name for person in people)
        else:
            description = _description(scene, k)
            if description:
                names.append(description)
    return tuple(dict.fromkeys(names))


def _description(scene: Scene, k: int) -> str:
    """The noun phrase without its article: "senior Palestinian official"."""
    chunk = scene.chunk(k)
    tokens = scene.parse.tokens
    first = chunk.first
    while first < chunk.head and tokens.tags[first] in {"DET", "NUM", "PRPS"}:
        first += 1
    if tokens.tags[chunk.head] == "PRON" or chunk.head - first > 6:
        return tokens.lowers[chunk.head]
    return " ".join(tokens.words[first : chunk.head + 1])


def framing_clauses(scene: Scene, candidate: Candidate) -> Iterator[Clause]:
    """Reporting clauses that frame the sentence: "…, officials said", "…, say Hamas and Qatar"."""
    cue = scene.vocabulary.cue
    for clause in scene.parse.clauses:
        if (
            clause.verb.lemma not in cue("reporting")
            or clause.verb.form not in {"finite", "bare"}
            or not clause.subject
        ):
            continue
        if clause.relation not in {"main", "relative"} and not (
            clause.relation == "subordinate" and clause.marker == "as"
        ):
            continue
        start = min(scene.chunk(k).first for k in (*clause.subject, clause.chunk))
        if start <= candidate.first or any(
            child.chunk > clause.chunk and child.relation in {"complement", "infinitive"}
            for child in scene.children(clause.number)
        ):
            continue
        if clause.objects and clause.objects != clause.subject and clause.verb.lemma not in _TO_WHOM:
            continue
        before = scene.parse.tokens.tags[start - 1] if start else ""
        if before in {"COMMA", "QUOTE", "DASH", "COLON"}:
            yield clause


def _according_to(scene: Scene, candidate: Candidate) -> Iterator[str]:
    chunks = scene.parse.chunks
    for k, chunk in enumerate(chunks[:-1]):
        if chunk.word != "according to" or scene.kind(k + 1) != "NP":
            continue
        if not chunk.first <= candidate.first < chunks[scene.parse.groups[k + 1][-1]].stop:
            names = sayer_names(scene, scene.parse.groups[k + 1])
            yield from (name for name in names if not name.endswith("developments"))


def _quote_speaker(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    for clause in scene.parse.clauses:
        if (
            clause is not candidate.clause
            and clause.verb.lemma in scene.vocabulary.cue("reporting")
            and clause.subject
        ):
            return said_by(scene, clause)
    return ()


def _is_hedged(scene: Scene, candidate: Candidate, clause: Clause | None) -> bool:
    """Whether "reportedly" or the like stands with the verb or the noun."""
    first = max(0, candidate.first - 4)
    hedges = scene.vocabulary.cue("hedges")
    tokens = scene.parse.tokens
    if any(word in hedges for word in tokens.lowers[first : candidate.first]):
        return True
    return clause is not None and any(
        word in hedges for word in tokens.lowers[scene.chunk(clause.chunk).first : clause.verb.head]
    )
