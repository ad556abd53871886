"""Clauses read off dependency trees: who does what in hand-made Docs, and laws that hold for any tree.

The trees stand in ``tests/corpus/trees.toml``. Each is read as a Doc of spaCy where that is installed, and as a
stand-in with the same attributes everywhere.
"""

from __future__ import annotations

import importlib.util
import itertools
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline import build_timeline
from ceasetimeline.errors import ArgumentError
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span
from ceasetimeline.text.clauses import Clause, Parse
from ceasetimeline.text.parsing import parser_of
from ceasetimeline.text.spacy_clauses import is_spacy, spacy_parser
from ceasetimeline.text.vocabulary import vocabulary_of

VOCABULARY = vocabulary_of(Lexicon.default())
CORPUS = tomllib.loads((Path(__file__).parents[2] / "corpus" / "trees.toml").read_text(encoding="utf-8"))
TREES: dict[str, str] = {row["text"]: row["tree"] for rows in CORPUS.values() for row in rows}
HAS_SPACY = importlib.util.find_spec("spacy") is not None
LEMMAS = {"was": "be", "were": "be", "is": "be", "been": "be", "has": "have", "had": "have", "having": "have"}


@attrs.frozen
class Row:
    """A word of a tree: "plan:NN:nsubj:4" hangs as subject on the fourth word, 0 is the root."""

    text: str
    tag: str
    dep: str
    head: int

    @classmethod
    def read(cls, cell: str) -> Row:
        text, tag, dep, head = cell.rsplit(":", 3) if cell.count(":") == 3 else _with_subtype(cell)
        return cls(text, tag, dep, int(head))


def _with_subtype(cell: str) -> tuple[str, str, str, str]:
    """A cell whose label has a colon of its own: "plan:NN:nsubj:pass:7"."""
    text, tag, dep, subtype, head = cell.split(":")
    return text, tag, f"{dep}:{subtype}", head


@attrs.define(eq=False)
class StandInToken:
    """What the adapter reads of a spaCy token."""

    i: int
    idx: int
    text: str
    tag_: str
    dep_: str
    lemma_: str
    head: StandInToken = attrs.field(init=False)
    doc: list[StandInToken] = attrs.field(repr=False)

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def children(self) -> Iterator[StandInToken]:
        return (token for token in self.doc if token.head is self and token is not self)

    @property
    def ancestors(self) -> Iterator[StandInToken]:
        token = self
        while token.head is not token:
            token = token.head
            yield token


class StandInDoc(list[StandInToken]):
    """What the adapter reads of a spaCy Doc."""

    def has_annotation(self, name: str) -> bool:
        return name in {"TAG", "DEP"}


def lemma(row: Row) -> str:
    """The lemma as a tagger gives it, as far as the tests need it."""
    lower = row.text.lower()
    if lower in LEMMAS or not row.tag.startswith("V"):
        return LEMMAS.get(lower, lower)
    for ending in ("ing", "ed", "s"):
        if lower.endswith(ending) and not lower.endswith("ss"):
            return lower[: -len(ending)]
    return lower


def places(text: str, rows: Sequence[Row]) -> list[int]:
    """Where each word stands in the text."""
    found, at = [], 0
    for row in rows:
        at = text.index(row.text, at)
        found.append(at)
        at += len(row.text)
    return found


def stand_in(text: str, rows: Sequence[Row]) -> StandInDoc:
    doc = StandInDoc()
    for i, (row, at) in enumerate(zip(rows, places(text, rows), strict=True)):
        doc.append(StandInToken(i, at, row.text, row.tag, row.dep, lemma(row), doc))
    for token, row in zip(doc, rows, strict=True):
        token.head = doc[row.head - 1] if row.head else token
    return doc


def doc_of_spacy(text: str, rows: Sequence[Row]) -> Any:
    """The same tree as a Doc of spaCy."""
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    starts = places(text, rows)
    stops = [start + len(row.text) for row, start in zip(rows, starts, strict=True)]
    following = [*starts[1:], stops[-1]]
    return Doc(
        Vocab(),
        words=[row.text for row in rows],
        spaces=[after > stop for stop, after in zip(stops, following, strict=True)],
        tags=[row.tag for row in rows],
        deps=[row.dep for row in rows],
        heads=[row.head - 1 if row.head else i for i, row in enumerate(rows)],
        lemmas=[lemma(row) for row in rows],
    )


Maker = Callable[[str, Sequence[Row]], Any]
MAKERS: dict[str, Maker] = {"stand-in": stand_in, "spacy": doc_of_spacy}


@attrs.define
class Pipeline:
    """A pipeline that knows the trees of some texts: all that tells a spaCy Language from another function."""

    make: Maker
    trees: dict[str, str]
    vocab: str = "any"
    seen: list[str] = attrs.field(factory=list)

    def make_doc(self, text: str) -> Any:
        return self(text)

    def __call__(self, text: str) -> Any:
        self.seen.append(text)
        return self.make(text, [Row.read(cell) for cell in self.trees[text].split()])


@pytest.fixture(params=sorted(MAKERS))
def make(request: pytest.FixtureRequest) -> Maker:
    if request.param == "spacy" and not HAS_SPACY:
        pytest.skip("spaCy is not installed (extra spacy)")
    return MAKERS[request.param]


def parse(make: Maker, start: str, times: Sequence[str] = ()) -> tuple[str, Parse]:
    text = next(text for text in TREES if text.startswith(start))
    spans = [Span(text.index(time), text.index(time) + len(time)) for time in times]
    return text, spacy_parser(Pipeline(make, TREES), VOCABULARY)(text, Span(0, len(text)), spans)


def clause(tree: Parse, lemma: str) -> Clause:
    return next(clause for clause in tree.clauses if clause.verb.lemma == lemma)


def words(tree: Parse, chunks: Sequence[int]) -> list[str]:
    return [" ".join(tree.tokens.words[tree.chunks[k].first : tree.chunks[k].stop]) for k in chunks]


def phrases(tree: Parse, found: Clause) -> list[tuple[str, list[str]]]:
    return [(phrase.preposition, words(tree, phrase.nouns)) for phrase in found.phrases]


def test_a_passive_has_its_subject_its_agent_and_its_sayer(make: Maker) -> None:
    _, tree = parse(make, "The plan put forward", ["Sunday"])
    rejected = clause(tree, "reject")
    assert rejected.verb.passive
    assert words(tree, rejected.subject) == ["The plan"]
    assert phrases(tree, rejected) == [("by", ["Mali"]), ("on", [])]
    assert rejected.relation == "complement"
    assert rejected.governor == clause(tree, "say").number


def test_a_reduced_relative_qualifies_its_noun(make: Maker) -> None:
    _, tree = parse(make, "The plan put forward")
    put = clause(tree, "put")
    assert (put.relation, words(tree, put.subject), phrases(tree, put)) == (
        "reduced",
        ["The plan"],
        [("by", ["Oman"])],
    )


def test_who_is_called_on_is_to_act_and_lists_are_whole(make: Maker) -> None:
    _, tree = parse(make, "They called on")
    accept = clause(tree, "accept")
    assert (accept.relation, words(tree, accept.subject)) == ("infinitive", ["Mali"])
    assert phrases(tree, clause(tree, "broker")) == [("by", ["Oman", "Qatar", "Togo"])]


def test_a_denied_gerund_has_the_subject_of_its_verb(make: Maker) -> None:
    _, tree = parse(make, "Mali denied")
    accept = clause(tree, "accept")
    assert (accept.relation, accept.governor, words(tree, accept.subject)) == ("gerund", 0, ["Mali"])


def test_an_object_relative_has_its_antecedent_as_object(make: Maker) -> None:
    _, tree = parse(make, "Mali denied")
    offer = clause(tree, "offer")
    assert (offer.relation, offer.marker) == ("relative", "which")
    assert (words(tree, offer.subject), words(tree, offer.objects)) == (["Oman"], ["the draft"])


def test_a_relative_clause_ends_no_main_clause_and_and_shares_auxiliaries(make: Maker) -> None:
    _, tree = parse(make, "Rebels, who")
    assert words(tree, clause(tree, "hold").subject) == ["Rebels"]
    meet, discuss = clause(tree, "meet"), clause(tree, "discuss")
    assert (meet.relation, words(tree, meet.subject)) == ("main", ["Rebels"])
    assert (discuss.verb.modal, discuss.verb.form, words(tree, discuss.subject)) == ("will", "finite", ["Rebels"])


def test_a_condition_is_marked(make: Maker) -> None:
    _, tree = parse(make, "Rebels, who")
    resume = clause(tree, "resume")
    assert (resume.relation, resume.marker, resume.governor) == ("subordinate", "if", clause(tree, "meet").number)


def test_the_accused_is_the_one_who_acts(make: Maker) -> None:
    _, tree = parse(make, "Oman accused")
    breaking = clause(tree, "break")
    assert (breaking.relation, breaking.marker, words(tree, breaking.subject)) == ("gerund", "of", ["Mali"])


def test_negation_and_what_is_still_to_begin(make: Maker) -> None:
    _, tree = parse(make, "A truce to begin")
    assert clause(tree, "agree").verb.negated
    begin = clause(tree, "begin")
    assert begin.relation == "scheduled"
    assert begin.noun is not None
    assert words(tree, [begin.noun]) == ["A truce"]


def test_the_owner_of_a_refusal_is_the_one_who_refuses(make: Maker) -> None:
    _, tree = parse(make, "Mali's refusal")
    sign = clause(tree, "sign")
    assert (sign.relation, words(tree, sign.subject)) == ("infinitive", ["Mali 's refusal"])


def test_words_parted_by_the_pipeline_are_whole_again(make: Maker) -> None:
    text, tree = parse(make, "The U.S.-backed")
    assert tree.tokens.words == ["The", "U.S.-backed", "60-day", "truce", "wo", "n't", "last", "."]
    assert [text[a:b] for a, b in zip(tree.tokens.starts, tree.tokens.stops, strict=True)] == tree.tokens.words
    last = clause(tree, "last")
    assert (words(tree, last.subject), last.verb.negated) == (["The U.S.-backed 60-day truce"], True)


def test_labels_of_universal_dependencies_are_read_as_well() -> None:
    _, tree = parse(stand_in, "The plan was rejected")
    rejected = clause(tree, "reject")
    assert rejected.verb.passive
    assert (words(tree, rejected.subject), phrases(tree, rejected)) == (
        ["The plan"],
        [("by", ["Mali"]), ("in", ["Cairo"])],
    )
    _, tree = parse(stand_in, "Oman is ready")
    host = clause(tree, "host")
    assert (host.relation, host.governor, words(tree, host.subject)) == ("infinitive", 0, ["Oman"])
    _, tree = parse(stand_in, "They studied")
    assert words(tree, clause(tree, "offer").objects) == ["a plan"]


# --- any tree


@st.composite
def any_doc(draw: st.DrawFn) -> tuple[str, StandInDoc]:
    """A text with a tree over its words that no grammar would give: cut anywhere, hung up anyhow."""
    vocabulary = [
        "Mali",
        "said",
        "the",
        "truce",
        "was",
        "to",
        "accept",
        "and",
        ",",
        "of",
        "talks",
        "that",
        "who",
        "not",
    ]
    chosen = draw(st.lists(st.sampled_from([*vocabulary, "60-day", "U.S.-led", "won't", "'s", "“"]), max_size=14))
    text = " ".join(chosen)
    doc, order = StandInDoc(), draw(st.permutations(range(len(text))))
    cuts = sorted({0, len(text), *draw(st.sets(st.integers(0, max(0, len(text))), max_size=30))})
    pieces = [(a, text[a:b]) for a, b in itertools.pairwise(cuts) if text[a:b]]
    tags = ["NN", "NNP", "VBD", "VB", "VBN", "VBG", "IN", "TO", "DT", "CC", ",", "RB", "WDT", "MD", "XYZ", ""]
    labels = [
        "nsubj",
        "dobj",
        "prep",
        "pobj",
        "conj",
        "relcl",
        "acl",
        "xcomp",
        "ccomp",
        "advcl",
        "pcomp",
        "case",
        "cop",
        "",
    ]
    for i, (at, piece) in enumerate(pieces):
        doc.append(StandInToken(i, at, piece, draw(st.sampled_from(tags)), draw(st.sampled_from(labels)), piece, doc))
    rank = {i: order[i] for i in range(len(doc))}
    for token in doc:
        above = [other for other in doc if rank[other.i] < rank[token.i]]
        token.head = draw(st.sampled_from(above)) if above else token
    return text, doc


@given(any_doc())
def test_any_tree_gives_a_parse_whose_parts_fit_the_text(drawn: tuple[str, StandInDoc]) -> None:
    text, doc = drawn
    tree = spacy_parser(Pipeline(lambda *_: doc, {text: ""}), VOCABULARY)(text, Span(0, len(text)))
    assert [text[a:b] for a, b in zip(tree.tokens.starts, tree.tokens.stops, strict=True)] == tree.tokens.words
    assert [i for chunk in tree.chunks for i in range(chunk.first, chunk.stop)] == list(range(len(tree.tokens)))
    phrases_of_nouns = {k for k, chunk in enumerate(tree.chunks) if chunk.kind == "NP"}
    assert set(tree.groups) == phrases_of_nouns
    for n, found in enumerate(tree.clauses):
        assert found.number == n
        assert tree.chunks[found.chunk].verb is not None
        assert {*found.subject, *found.objects, *(k for p in found.phrases for k in p.nouns)} <= phrases_of_nouns
        assert found.noun is None or found.noun in phrases_of_nouns
        assert found.governor is None or found.governor in range(len(tree.clauses))


# --- as an argument


def test_a_pipeline_reads_a_timeline() -> None:
    text = "The plan was rejected by Mali in Cairo."
    pipeline = Pipeline(stand_in, TREES | {"Rebels and Mali agreed a ceasefire.": BEFORE})
    timeline = build_timeline([(f"Rebels and Mali agreed a ceasefire. {text}", "2025-07-08")], nlp=pipeline)
    assert [event.roles.agent for event in timeline.events if event.type == "rejection"] == [("Mali",)]
    assert text in pipeline.seen


BEFORE = "Rebels:NNS:nsubj:4 and:CC:cc:1 Mali:NNP:conj:1 agreed:VBD:ROOT:0 a:DT:det:6 ceasefire:NN:dobj:4 .:.:punct:4"


def test_a_line_break_inside_a_sentence_is_no_word() -> None:
    text = "Oman accused Mali of breaking the truce."
    broken = text.replace("of breaking", "of\nbreaking")
    pipeline = Pipeline(stand_in, TREES)
    tree = spacy_parser(pipeline, VOCABULARY)(broken, Span(0, len(broken)))
    assert pipeline.seen == [text]
    assert clause(tree, "break").relation == "gerund"


def test_what_is_and_is_not_a_pipeline() -> None:
    assert is_spacy(Pipeline(stand_in, {}))
    assert not is_spacy(parser_of(None, VOCABULARY))
    assert not is_spacy("en_core_web_sm")


def test_a_name_of_a_pipeline_is_no_pipeline() -> None:
    with pytest.raises(ArgumentError, match=r"spacy\.load"):
        build_timeline([("Mali rejected the truce.", "2025-07-08")], nlp="en_core_web_sm")


def test_a_pipeline_without_a_parser_says_what_is_missing() -> None:
    class Bare(StandInDoc):
        def has_annotation(self, name: str) -> bool:
            return name == "TAG"

    def make(text: str, rows: Sequence[Row]) -> Bare:
        return Bare(stand_in(text, rows))

    with pytest.raises(ArgumentError, match="dependency parser"):
        parse(make, "Oman accused")
