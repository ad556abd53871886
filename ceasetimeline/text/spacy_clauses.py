"""Clauses from a spaCy pipeline: the one door to spaCy, which is not imported here.

Word classes and dependencies come from the pipeline; the words, their offsets and the chunks built on the classes
are ours, so that every rule of `ceasetimeline.events` reads either grammar alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs

from ceasetimeline.errors import ArgumentError
from ceasetimeline.model import Span
from ceasetimeline.text.clauses import Clause, Link, Parse, Parser, Phrase
from ceasetimeline.text.nonfinite import with_auxiliaries
from ceasetimeline.text.phrases import Chunk, VerbGroup
from ceasetimeline.text.spacy_words import ROOT, Tree, read_words
from ceasetimeline.text.tokens import Tokens, tokenize
from ceasetimeline.text.verbgroups import chunk
from ceasetimeline.text.vocabulary import Vocabulary

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})
_OBJECTS: Final = frozenset({"dobj", "dative", "attr", "oprd"})
_PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
_OF_NOUNS: Final = frozenset({"acl", "relcl"})
_SIMPLE: Final = {"ROOT": "main", "ccomp": "complement", "relcl": "relative", "pcomp": "gerund", "csubj": "gerund"}
_MARKING: Final = frozenset({"SUB", "THAT", "PREP"})
_ACCUSING: Final = frozenset({"of", "from", "for"})
_NEEDED: Final = (("TAG", "a tagger"), ("DEP", "a dependency parser"))


def is_spacy(nlp: object) -> bool:
    """Whether ``nlp`` is a spaCy pipeline, told by what it can do: no import of spaCy is needed to ask."""
    return callable(nlp) and hasattr(nlp, "make_doc") and hasattr(nlp, "vocab")


def spacy_parser(nlp: Any, vocabulary: Vocabulary) -> Parser:
    """A parser that asks a spaCy pipeline for the word classes and dependencies of each sentence.

    The pipeline needs a tagger and a dependency parser, as ``en_core_web_sm`` has. Raises ArgumentError where its
    Docs lack either.
    """

    def parse(text: str, sentence: Span, times: Sequence[Span] = ()) -> Parse:
        tokens = tokenize(text, sentence, times)
        # A line break inside a sentence is no word of it; one character for another keeps every offset.
        doc = nlp("".join(" " if c.isspace() else c for c in text[sentence.start : sentence.stop]))
        for annotation, component in _NEEDED:
            if len(doc) and not doc.has_annotation(annotation):
                raise ArgumentError(
                    f"nlp= is a spaCy pipeline without {component}; pass one that has it, en_core_web_sm say"
                )
        tree = read_words(doc, tokens, sentence.start, vocabulary)
        return parse_of(tokens, tree, vocabulary)

    return parse


def parse_of(tokens: Tokens, tree: Tree, vocabulary: Vocabulary) -> Parse:
    """The parse that a dependency tree over classified words gives."""
    ground = _Ground(tokens, tree, chunk(tokens), vocabulary)
    ground.coordinate()
    numbers = {
        found.verb.head: n for n, found in enumerate(c for c in ground.chunks if c.verb is not None) if found.verb
    }
    ground.numbers.update(numbers)
    clauses = [_clause(ground, k, found.verb) for k, found in enumerate(ground.chunks) if found.verb is not None]
    return Parse(tokens, ground.chunks, clauses, ground.groups)


@attrs.define(eq=False)
class _Ground:
    """A sentence while its tree is read; ``at`` is the chunk of each word, ``numbers`` the clause of each verb."""

    tokens: Tokens
    tree: Tree
    chunks: list[Chunk]
    vocabulary: Vocabulary
    groups: dict[int, tuple[int, ...]] = attrs.field(factory=dict)
    numbers: dict[int, int] = attrs.field(factory=dict)
    at: list[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.at = [k for k, found in enumerate(self.chunks) for _ in range(found.first, found.stop)]

    def kind(self, word: int) -> str:
        """The kind of the chunk that a word is in."""
        return self.chunks[self.at[word]].kind

    def coordinate(self) -> None:
        """Fill in, for every noun phrase, the list that it is a member of."""
        phrases = [k for k, found in enumerate(self.chunks) if found.kind == "NP"]
        lists: dict[int, list[int]] = {}
        for k in phrases:
            lists.setdefault(self._first_of_list(k), []).append(k)
        for members in lists.values():
            self.groups.update(dict.fromkeys(members, tuple(members)))

    def _first_of_list(self, k: int) -> int:
        word, tree = self.chunks[k].head, self.tree
        while tree.labels[word] == "conj" and tree.heads[word] != ROOT and self.kind(tree.heads[word]) == "NP":
            word = tree.heads[word]
        return self.at[word]

    def nouns(self, word: int) -> tuple[int, ...]:
        """The noun phrases that a word heads with those joined to it, none where it is in no noun phrase."""
        return self.groups.get(self.at[word], ())

    def verb_above(self, word: int) -> int | None:
        """The nearest verb that a word hangs on."""
        above = self.tree.heads[word]
        while above != ROOT and above not in self.numbers:
            above = self.tree.heads[above]
        return above if above != ROOT else None

    def verb(self, word: int) -> VerbGroup:
        """The verb group that a verb heads."""
        found = self.chunks[self.at[word]].verb
        assert found is not None
        return found

    def number(self, word: int | None) -> int | None:
        """The number of a verb's clause."""
        return self.numbers[word] if word is not None else None


def _clause(ground: _Ground, k: int, verb: VerbGroup) -> Clause:
    shared = _shared(ground, verb)
    objects, link = _objects(ground, verb.head), _link(ground, verb.head)
    if link.relation == "relative" and link.noun is not None and not objects and not shared.passive:
        objects = ground.groups[link.noun] if link.noun not in link.subject else ()  # "a plan that Hamas received"
    return Clause(ground.numbers[verb.head], k, shared, objects, _phrases(ground, verb.head), link)


def _shared(ground: _Ground, verb: VerbGroup) -> VerbGroup:
    """A verb with its own negation and passive, and behind "and" with the auxiliaries of the verb it is joined to."""
    tree, word = ground.tree, verb.head
    negated = verb.negated or tree.find(word, ("neg",)) is not None
    verb = attrs.evolve(verb, negated=negated, passive=verb.passive or tree.find(word, ("auxpass",)) is not None)
    above = tree.heads[word]
    if tree.labels[word] != "conj" or above not in ground.numbers or tree.find(word, (*_SUBJECTS, "aux", "auxpass")):
        return verb
    return with_auxiliaries(verb, _shared(ground, ground.verb(above)))


# --- what a verb is said of


def _objects(ground: _Ground, verb: int) -> tuple[int, ...]:
    tree = ground.tree
    heads = [child for child in tree.children[verb] if tree.labels[child] in _OBJECTS and child > verb]
    return tuple(dict.fromkeys(k for child in heads for k in ground.nouns(child)))


def _phrases(ground: _Ground, verb: int) -> tuple[Phrase, ...]:
    """The phrases behind a verb, those on its nouns included, as the shallow grammar has them."""
    found: dict[int, Phrase] = {}
    for word in _below(ground, verb):
        kind = ground.kind(word)
        if kind == "TIME":
            found.setdefault(ground.at[word], _time(ground, ground.at[word]))
        elif kind == "PREP" and ground.tree.labels[word] in _PREPOSITIONS and (phrase := _phrase(ground, word)):
            found.setdefault(phrase.chunk, phrase)
    return tuple(found[k] for k in sorted(found))


def _below(ground: _Ground, verb: int) -> list[int]:
    """The words behind a verb that hang on it and on no other verb between."""
    pending, found = [verb], []
    while pending:
        for child in ground.tree.children[pending.pop()]:
            if child not in ground.numbers:
                pending.append(child)
                found.append(child)
    return sorted(word for word in found if word > verb)


def _phrase(ground: _Ground, preposition: int) -> Phrase | None:
    tree, k = ground.tree, ground.at[preposition]
    noun = tree.find(preposition, ("pobj",))
    deeper = tree.find(preposition, ("prep",))
    if noun is None and deeper is not None:  # "out of talks"
        noun = tree.find(deeper, ("pobj",))
    if noun is None or ground.kind(noun) == "TIME":
        return None
    nouns = ground.nouns(noun)
    return Phrase(ground.chunks[k].word, nouns, k) if nouns else None


def _time(ground: _Ground, k: int) -> Phrase:
    """The phrase of a time, with the first preposition above it: "until at least Friday"."""
    preposition, above = "", ground.tree.heads[ground.chunks[k].head]
    while above != ROOT and (ground.at[above] == k or ground.kind(above) in {"PREP", "ADV", "ADJ"}):
        found = ground.chunks[ground.at[above]]
        preposition = found.word if found.kind == "PREP" else preposition
        above = ground.tree.heads[above]
    return Phrase(preposition, (), k)


# --- how a clause hangs on its sentence


def _link(ground: _Ground, verb: int) -> Link:
    tree, label = ground.tree, ground.tree.labels[verb]
    above = tree.heads[verb]
    if label == "conj" and above in ground.numbers:
        return attrs.evolve(_link(ground, above), subject=_subject(ground, verb))
    subject, governor = _subject(ground, verb), ground.verb_above(verb)
    noun = next(iter(ground.nouns(above)), None) if above != ROOT and ground.kind(above) == "NP" else None
    noun = ground.at[above] if noun is not None else None
    relation, marker = _relation(ground, verb, noun), _marker(ground, verb)
    if relation == "main":
        headline = governor is None and ground.verb(verb).form == "infinitive"
        return Link(subject=subject, relation="headline" if headline else "main")
    qualified = (
        noun if relation in {"relative", "reduced", "scheduled", "infinitive", "gerund", "complement"} else None
    )
    return Link(subject, ground.number(governor), qualified, relation, marker)


def _relation(ground: _Ground, verb: int, noun: int | None) -> str:
    label, form = ground.tree.labels[verb], ground.verb(verb).form
    if label in {"xcomp", "advcl", "acl", "relcl"} and form == "infinitive":
        return _of_infinitive(ground, verb, noun)
    if label == "xcomp":
        return "gerund" if form == "gerund" else "complement"
    if label == "acl":
        return "complement" if form == "finite" and ground.tree.find(verb, ("mark",)) is not None else "reduced"
    if label == "advcl":
        unmarked = not _marker(ground, verb)
        return {"gerund": "gerund", "participle": "reduced"}.get(form, "subordinate") if unmarked else "subordinate"
    return _SIMPLE.get(label, "main")


def _of_infinitive(ground: _Ground, verb: int, noun: int | None) -> str:
    if noun is None:
        return "purpose" if ground.tree.labels[verb] == "advcl" or _stands_apart(ground, verb) else "infinitive"
    cue = ground.vocabulary.cue
    dated = ground.chunks[noun].word in cue("truce_nouns") | cue("talks_nouns") | cue("accord_nouns")
    return "scheduled" if dated and ground.tree.find(verb, ("dobj",)) is None else "infinitive"


def _stands_apart(ground: _Ground, verb: int) -> bool:
    """Whether a noun phrase parts an infinitive from a verb that asks for none: "it is up to Oman to accept"."""
    above, cue = ground.verb_above(verb), ground.vocabulary.cue
    if above is None:
        return False
    lemma = ground.verb(above).lemma
    if lemma in cue("object_control") or ground.vocabulary.takes_infinitive(lemma):
        return False
    return any(found.kind == "NP" for found in ground.chunks[ground.at[above] + 1 : ground.at[verb]])


def _marker(ground: _Ground, verb: int) -> str:
    """The word that joins a clause: "if", "that", "after", "when", "which"."""
    tree = ground.tree
    if tree.labels[verb] == "pcomp":
        return ground.chunks[ground.at[tree.heads[verb]]].word
    for child in tree.children[verb]:
        joins = tree.labels[child] == "mark" or (tree.labels[child] == "advmod" and ground.kind(child) == "SUB")
        if child < verb and (joins and ground.kind(child) in _MARKING):
            return ground.chunks[ground.at[child]].word
        if child < verb and ground.kind(child) == "WH":
            return ground.chunks[ground.at[child]].word
    return "to" if ground.verb(verb).form == "infinitive" else ""


def _subject(ground: _Ground, verb: int) -> tuple[int, ...]:
    """The noun phrases of which a verb is said, whether they stand with it or with the verb it hangs on."""
    tree = ground.tree
    own = tree.find(verb, _SUBJECTS)
    relative = own is not None and ground.kind(own) in {"WH", "THAT"}
    if own is not None and not relative:
        return ground.nouns(own)
    label, above = tree.labels[verb], tree.heads[verb]
    if label in _OF_NOUNS and (relative or label == "acl"):
        infinitive = ground.verb(verb).form == "infinitive" and not relative
        return _owner(ground, verb, above) if infinitive else ground.nouns(above)
    governor = ground.verb_above(verb)
    if governor is None or relative:
        return ()
    if label == "xcomp" and (target := _controlled(ground, verb, governor)):
        return target
    if label == "pcomp" and _marker(ground, verb) in _ACCUSING and (accused := _accused(ground, governor)):
        return accused
    return _subject(ground, governor) if label in {"conj", "xcomp", "advcl", "pcomp"} else ()


def _owner(ground: _Ground, verb: int, noun: int) -> tuple[int, ...]:
    """Who is to do what an infinitive behind a noun says: "Hamas's refusal to", "took steps to"."""
    above, k = ground.verb_above(verb), ground.at[noun]
    owned = ground.kind(noun) == "NP" and ground.chunks[k].possessor is not None
    return (k,) if owned or above is None else _subject(ground, above)


def _controlled(ground: _Ground, verb: int, governor: int) -> tuple[int, ...]:
    """The one who is told to act: "urged Hamas to accept", "called on Israel to"."""
    group = ground.verb(governor)
    if group.lemma not in ground.vocabulary.cue("object_control") or group.passive:
        return ()
    objects = tuple(k for k in _objects(ground, governor) if k < ground.at[verb])
    if objects:
        return objects
    asked = (p for p in _phrases(ground, governor) if p.preposition in {"on", "upon", "for", "to"} and p.nouns)
    return next((p.nouns for p in asked if p.chunk < ground.at[verb]), ())


def _accused(ground: _Ground, governor: int) -> tuple[int, ...]:
    """The one who is said to act: "accused Israel of violating"."""
    if ground.verb(governor).passive:
        return _subject(ground, governor)
    return _objects(ground, governor)[:1]
