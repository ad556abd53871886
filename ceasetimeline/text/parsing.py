"""The shallow grammar: words, chunks and clauses of a sentence from word lists alone; and which parser is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import attrs

from ceasetimeline.errors import ArgumentError
from ceasetimeline.model import Span
from ceasetimeline.text.arguments import find_arguments
from ceasetimeline.text.clauses import Clause, Link, Parse, Parser
from ceasetimeline.text.coordination import coordinate
from ceasetimeline.text.finite import link_finite
from ceasetimeline.text.fronted import settle_fronted
from ceasetimeline.text.ground import Ground
from ceasetimeline.text.nonfinite import link_gerund, link_infinitive, link_participle, share_auxiliaries
from ceasetimeline.text.participles import settle_participles
from ceasetimeline.text.phrases import Chunk, VerbGroup
from ceasetimeline.text.spacy_clauses import is_spacy, spacy_parser
from ceasetimeline.text.tagging import tag
from ceasetimeline.text.tokens import Tokens, tokenize
from ceasetimeline.text.verbgroups import chunk
from ceasetimeline.text.vocabulary import Vocabulary


def parser_of(nlp: object, vocabulary: Vocabulary) -> Parser:
    """The parser that ``nlp=`` asks for: None is the shallow grammar, a spaCy pipeline is read through its Docs.

    Any other function is taken as a `Parser` as it is. Raises ArgumentError for what cannot be called.

    >>> from ceasetimeline.lexicon import Lexicon
    >>> from ceasetimeline.text.vocabulary import vocabulary_of
    >>> parse = parser_of(None, vocabulary_of(Lexicon.default()))
    >>> [clause.verb.lemma for clause in parse("Oman put forward a plan.", Span(0, 24)).clauses]
    ['put']
    """
    if nlp is None:
        return shallow_parser(vocabulary)
    check_parser(nlp)
    return spacy_parser(nlp, vocabulary) if is_spacy(nlp) else cast("Parser", nlp)


def check_parser(nlp: object) -> None:
    """Nothing if ``nlp`` can be a parser; raises ArgumentError if it cannot."""
    if nlp is not None and not callable(nlp):
        raise ArgumentError(
            f"nlp= is a spaCy pipeline (what spacy.load gives) or a function that parses a sentence, not {nlp!r}"
        )


def shallow_parser(vocabulary: Vocabulary) -> Parser:
    """A parser that needs nothing but word lists."""

    def parse(text: str, sentence: Span, times: Sequence[Span] = ()) -> Parse:
        tokens = tokenize(text, sentence, times)
        tag(tokens, vocabulary)
        settle_participles(tokens, vocabulary)
        ground = Ground(tokens, [_named_whole(tokens, found, vocabulary) for found in chunk(tokens)], vocabulary)
        coordinate(ground)
        for k, found in enumerate(ground.chunks):
            if found.verb is not None:
                ground.clause_at[k] = _clause(ground, k, found.verb)
                ground.clauses.append(ground.clause_at[k])
        settle_fronted(ground)
        return Parse(tokens, ground.chunks, ground.clauses, ground.groups)

    return parse


def _named_whole(tokens: Tokens, found: Chunk, vocabulary: Vocabulary) -> Chunk:
    """A noun phrase by its last two words where these name a thing apart: a "press conference" is no conference."""
    if found.kind != "NP" or found.head <= found.first:
        return found
    pair = f"{tokens.lowers[found.head - 1]} {found.word}"
    return attrs.evolve(found, word=pair) if pair in vocabulary.cue("compounds_apart") else found


def _clause(ground: Ground, k: int, verb: VerbGroup) -> Clause:
    verb = share_auxiliaries(ground, k, verb)
    objects, phrases = find_arguments(ground, k, verb)
    link = _link(ground, k, verb)
    noun = link.noun
    lacks_object = link.relation == "relative" and bool(link.subject) and not objects and not verb.passive
    if lacks_object and noun is not None and noun not in link.subject:  # "a plan that Hamas received"
        objects = ground.groups.get(noun, ())
    return Clause(len(ground.clauses), k, verb, objects, phrases, link)


def _link(ground: Ground, k: int, verb: VerbGroup) -> Link:
    if verb.form in {"finite", "bare"}:
        return link_finite(ground, k)
    if verb.form == "infinitive":
        return link_infinitive(ground, k)
    return link_gerund(ground, k) if verb.form == "gerund" else link_participle(ground, k)
