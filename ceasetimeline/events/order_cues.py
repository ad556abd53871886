"""What a sentence says of the order of the moves it tells: "A after B", "A, followed by B", "hours before B"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article, Evidence, Mention, Span, Statement, TimeExpression
from ceasetimeline.text.clauses import Clause, Parse
from ceasetimeline.text.parsing import shallow_parser
from ceasetimeline.text.vocabulary import vocabulary_of

_AFTER: Final = frozenset({"after", "following", "since", "once", "in response to"})
_BEFORE: Final = frozenset({"before", "ahead of", "until", "till", "prior to"})
_TOLD: Final = frozenset({"actual", "planned", "denied"})


def order_cues(
    article: Article, mentions: Sequence[Mention], times: Sequence[TimeExpression], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """What an article says of the order of its mentions; source and target are mention ids.

    "before": the source is the earlier move; "after": the source is the later one.
    """
    parse = shallow_parser(vocabulary_of(lexicon))
    found: list[Statement] = []
    for sentence, told in _by_sentence(mentions).items():
        words = article.text[sentence.start : sentence.stop].lower()
        if len(told) > 1 and any(cue in words for cue in (*_AFTER, *_BEFORE, "followed", "follows")):
            spans = [time.span for time in times if sentence.start <= time.span.start < sentence.stop]
            tree = parse(article.text, sentence, spans)
            found.extend(_statements(article, tree, told))
    return tuple(dict.fromkeys(found))


def _by_sentence(mentions: Sequence[Mention]) -> Mapping[Span, list[Mention]]:
    rows: dict[Span, list[Mention]] = {}
    for mention in mentions:
        if mention.sentence is not None and mention.span is not None and mention.realis in _TOLD:
            rows.setdefault(mention.sentence, []).append(mention)
    return rows


def _statements(article: Article, tree: Parse, told: Sequence[Mention]) -> Iterator[Statement]:
    at = {mention.id: _chunks_of(tree, mention) for mention in told}
    for later in told:
        for cue, kind, governed in _governed(tree, at[later.id]):
            other = next((m for m in told if m is not later and at[m.id] & governed), None)
            if other is not None:
                yield _statement(article, tree, cue, (other, kind, later))


def _chunks_of(tree: Parse, mention: Mention) -> frozenset[int]:
    """The chunks that a mention's trigger shares words with."""
    assert mention.span is not None
    starts, stops = tree.tokens.starts, tree.tokens.stops
    return frozenset(
        k
        for k, chunk in enumerate(tree.chunks)
        if starts[chunk.first] < mention.span.stop and mention.span.start < stops[chunk.stop - 1]
    )


def _governed(tree: Parse, own: frozenset[int]) -> Iterator[tuple[int, str, frozenset[int]]]:
    """Cues that stand before a move: the cue's chunk, the kind of order, and where the other move is looked for."""
    for clause in tree.clauses:
        if clause.chunk in own and clause.marker and clause.governor is not None:
            kind = _kind(clause.marker)
            cue = _cue_before(tree, clause)
            if kind and cue is not None:
                yield cue, kind, _scope(tree, tree.clauses[clause.governor])
        for phrase in clause.phrases:
            kind = _kind(phrase.preposition)
            if kind and own & set(phrase.nouns):
                yield phrase.chunk, kind, _scope(tree, clause)
        if clause.verb.lemma == "follow" and clause.chunk not in own:
            yield from _followed(clause, own)


def _kind(cue: str) -> str:
    return "after" if cue in _AFTER else "before" if cue in _BEFORE else ""


def _scope(tree: Parse, clause: Clause) -> frozenset[int]:
    """The verb and the arguments of a clause: what "after" orders against its own move."""
    nouns = {n for phrase in clause.phrases for n in phrase.nouns if not _kind(phrase.preposition)}
    return frozenset({clause.chunk, *clause.objects, *clause.subject, *nouns})


def _cue_before(tree: Parse, clause: Clause) -> int | None:
    for k in range(clause.chunk - 1, -1, -1):
        if tree.chunks[k].word == clause.marker:
            return k
    return None


def _followed(clause: Clause, own: frozenset[int]) -> Iterator[tuple[int, str, frozenset[int]]]:
    """ "A, followed by B" and "B follows A"."""
    by = {n for phrase in clause.phrases if phrase.preposition == "by" for n in phrase.nouns}
    if clause.verb.passive and own & by:
        nouns = {clause.noun} if clause.noun is not None else set()
        yield clause.chunk, "before", frozenset(nouns | set(clause.subject))
    elif not clause.verb.passive and own & set(clause.objects):
        yield clause.chunk, "after", frozenset(clause.subject)


def _statement(article: Article, tree: Parse, cue: int, said: tuple[Mention, str, Mention]) -> Statement:
    source, kind, target = said
    chunk = tree.chunks[cue]
    span = tree.tokens.span(chunk.first, chunk.stop)
    quote = article.text[span.start : span.stop]
    evidence = Evidence(article=article.id, span=span, quote=quote, rule=f"cue:{quote.lower()}")
    return Statement(kind=kind, source=source.id, target=target.id, evidence=(evidence,))
