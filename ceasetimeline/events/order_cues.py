"""What a sentence says of the order of the moves it tells: "A after B", "followed by B", "after A but before B"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article, Evidence, Mention, Span, Statement, TimeExpression
from ceasetimeline.text.clauses import Clause, Parse
from ceasetimeline.text.parsing import shallow_parser
from ceasetimeline.text.vocabulary import Vocabulary, vocabulary_of

_AFTER: Final = frozenset({"after", "following", "since", "once", "in response to"})
_BEFORE: Final = frozenset({"before", "ahead of", "until", "till", "prior to"})
_LATER: Final = frozenset({"later", "then", "subsequently", "eventually", "afterwards", "thereafter"})
_CUES: Final = (*_AFTER, *_BEFORE, *_LATER, "followed", "follows", "follow")
_PLACED: Final = frozenset({"DATE", "TIME"})
_TOLD: Final = frozenset({"actual", "planned", "denied"})
_DEEPEST: Final = 4  # clauses; what hangs deeper is seldom what a cue orders
_INSIDE: Final = frozenset({"reduced", "gerund"})


@attrs.frozen
class _Cue:
    """A cue before a move: its chunk, the order it tells, where the other move is looked for, and in which clause."""

    chunk: int
    kind: str
    scope: frozenset[int]
    clause: int


def order_cues(
    article: Article, mentions: Sequence[Mention], times: Sequence[TimeExpression], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """What an article says of the order of its mentions; source and target are mention ids.

    "before": the source is the earlier move; "after": the source is the later one.
    """
    vocabulary = vocabulary_of(lexicon)
    parse = shallow_parser(vocabulary)
    found: list[Statement] = []
    for sentence, told in _by_sentence(mentions).items():
        words = article.text[sentence.start : sentence.stop].lower()
        if len(told) > 1 and any(cue in words for cue in _CUES):
            spans = [t.span for t in times if t.type in _PLACED and sentence.start <= t.span.start < sentence.stop]
            tree = parse(article.text, sentence, spans)
            found.extend(_statements(article, tree, told, vocabulary))
    return tuple(dict.fromkeys(found))


def _by_sentence(mentions: Sequence[Mention]) -> Mapping[Span, list[Mention]]:
    rows: dict[Span, list[Mention]] = {}
    for mention in mentions:
        if mention.sentence is not None and mention.span is not None and mention.realis in _TOLD:
            rows.setdefault(mention.sentence, []).append(mention)
    return rows


def _statements(
    article: Article, tree: Parse, told: Sequence[Mention], vocabulary: Vocabulary
) -> Iterator[Statement]:
    at = {mention.id: _chunks_of(tree, mention) for mention in told}
    cues = {mention.id: tuple(_governed(tree, at[mention.id], vocabulary)) for mention in told}
    for later in told:
        for cue in cues[later.id]:
            other = next((m for m in told if m is not later and at[m.id] & cue.scope), None)
            if other is not None:
                yield _statement(article, tree, cue.chunk, (other, cue.kind, later))
    for first in told:
        for second in told:
            both = _between(cues[first.id], cues[second.id]) if first is not second else None
            if both is not None:
                yield _statement(article, tree, both, (first, "before", second))


def _between(first: Sequence[_Cue], second: Sequence[_Cue]) -> int | None:
    """The cue that puts a move behind another: "spoke after A but before B"."""
    shared = (
        two.chunk
        for one in first
        for two in second
        if (one.kind, two.kind) == ("after", "before") and one.clause == two.clause
    )
    return next(shared, None)


def _chunks_of(tree: Parse, mention: Mention) -> frozenset[int]:
    """The chunks that a mention's trigger shares words with."""
    assert mention.span is not None
    starts, stops = tree.tokens.starts, tree.tokens.stops
    return frozenset(
        k
        for k, chunk in enumerate(tree.chunks)
        if starts[chunk.first] < mention.span.stop and mention.span.start < stops[chunk.stop - 1]
    )


def _governed(tree: Parse, own: frozenset[int], vocabulary: Vocabulary) -> Iterator[_Cue]:
    """The cues that stand before a move."""
    for clause in tree.clauses:
        if clause.chunk in own:
            yield from _by_marker(tree, clause, vocabulary)
            yield from _later(tree, clause)
        if clause.verb.lemma == "follow" and clause.chunk not in own:
            yield from _followed(clause, own)
    for k, chunk in enumerate(tree.chunks):
        kind = _kind(chunk.word) if chunk.kind == "PREP" else ""
        if kind and own & _behind(tree, k):
            clause_of = _clause_of_phrase(tree, k)
            if clause_of is not None:
                yield _Cue(k, kind, _scope(tree, clause_of, vocabulary), clause_of.number)


def _by_marker(tree: Parse, clause: Clause, vocabulary: Vocabulary) -> Iterator[_Cue]:
    """The conjunction over a move's clause, or over the one whose noun it describes: "after a call urging"."""
    for _ in range(_DEEPEST):
        if clause.marker and clause.governor is not None and _kind(clause.marker):
            cue = _cue_before(tree, clause)
            over = tree.clauses[clause.governor]
            if cue is not None:
                yield _Cue(cue, _kind(clause.marker), _scope(tree, over, vocabulary), over.number)
            return
        if clause.relation not in _INSIDE or clause.governor is None or clause.governor == clause.number:
            return
        clause = tree.clauses[clause.governor]


def _later(tree: Parse, clause: Clause) -> Iterator[_Cue]:
    """ "launched talks in May and later agreed to": what comes later follows the verb before."""
    adverb = next((k for k in (clause.chunk - 1, clause.chunk + 1) if _is_later(tree, k)), None)
    first = tree.clauses[clause.number - 1] if clause.number else None
    if adverb is None or first is None or first.relation != clause.relation or first.governor != clause.governor:
        return
    yield _Cue(adverb, "before", _own(first), first.number)


def _is_later(tree: Parse, k: int) -> bool:
    chunk = tree.chunks[k] if 0 <= k < len(tree.chunks) else None
    return chunk is not None and chunk.kind in {"ADV", "ADJ"} and chunk.word.lower() in _LATER


def _behind(tree: Parse, k: int) -> frozenset[int]:
    """The noun phrases that a preposition governs, with what they are counted or made of: "two weeks of talks"."""
    chunks, found, at = tree.chunks, set(), k + 1
    while at < len(chunks) and chunks[at].kind == "NP":
        found.add(at)
        joined = at + 2 < len(chunks) and (
            (chunks[at + 1].kind == "PREP" and chunks[at + 1].word == "of")
            or (chunks[at + 1].kind == "CONJ" and chunks[at + 2].kind == "NP")
        )
        at = at + 2 if joined else len(chunks)
    return frozenset(found)


def _clause_of_phrase(tree: Parse, k: int) -> Clause | None:
    """The clause that a phrase belongs to: its own verb's, behind a comma the one before, at the head the next."""
    for clause in tree.clauses:
        if any(phrase.chunk == k for phrase in clause.phrases):
            return clause
    before = [clause for clause in tree.clauses if clause.chunk < k and clause.relation != "relative"]
    if not before:
        return next((clause for clause in tree.clauses if clause.governor is None), None)
    clause = before[-1]
    if clause.marker and _kind(clause.marker) and clause.governor is not None:
        return tree.clauses[clause.governor]  # "spoke after meeting A but before talks with B"
    return clause


def _kind(cue: str) -> str:
    word = cue.lower()
    return "after" if word in _AFTER else "before" if word in _BEFORE else ""


def _own(clause: Clause) -> frozenset[int]:
    """The verb and the arguments of a clause."""
    nouns = {n for phrase in clause.phrases for n in phrase.nouns if not _kind(phrase.preposition)}
    return frozenset({clause.chunk, *clause.objects, *clause.subject, *nouns})


def _scope(tree: Parse, clause: Clause, vocabulary: Vocabulary) -> frozenset[int]:
    """What "after" orders against its own move: a clause, what it announces, what it agrees to do."""
    found = _own(clause)
    if clause.verb.lemma in vocabulary.cue("announcing"):
        told = (c for c in tree.clauses if c.relation == "complement" and c.governor == clause.number)
        found = frozenset().union(found, *(_own(c) for c in told))
    if clause.relation == "infinitive" and clause.governor is not None:
        found |= {tree.clauses[clause.governor].chunk}  # "agreed to meet after"
    return found


def _cue_before(tree: Parse, clause: Clause) -> int | None:
    for k in range(clause.chunk - 1, -1, -1):
        if tree.chunks[k].word == clause.marker:
            return k
    return None


def _followed(clause: Clause, own: frozenset[int]) -> Iterator[_Cue]:
    """ "A, followed by B" and "B follows A"."""
    by = {n for phrase in clause.phrases if phrase.preposition == "by" for n in phrase.nouns}
    if clause.verb.passive and own & by:
        nouns = {clause.noun} if clause.noun is not None else set()
        yield _Cue(clause.chunk, "before", frozenset(nouns | set(clause.subject)), clause.number)
    elif not clause.verb.passive and own & set(clause.objects):
        yield _Cue(clause.chunk, "after", frozenset(clause.subject), clause.number)


def _statement(article: Article, tree: Parse, cue: int, said: tuple[Mention, str, Mention]) -> Statement:
    source, kind, target = said
    chunk = tree.chunks[cue]
    span = tree.tokens.span(chunk.first, chunk.stop)
    quote = article.text[span.start : span.stop]
    evidence = Evidence(article=article.id, span=span, quote=quote, rule=f"cue:{quote.lower()}")
    return Statement(kind=kind, source=source.id, target=target.id, evidence=(evidence,))
