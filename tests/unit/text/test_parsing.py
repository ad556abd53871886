"""The shallow grammar: subjects, objects, governors, and what a form in -ed or -s is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span
from ceasetimeline.text.clauses import Clause, Parse
from ceasetimeline.text.parsing import shallow_parser
from ceasetimeline.text.vocabulary import inflections, noun_lemma, vocabulary_of

PARSE = shallow_parser(vocabulary_of(Lexicon.default()))


def parse(text: str) -> Parse:
    return PARSE(text, Span(0, len(text)))


def clause(tree: Parse, lemma: str) -> Clause:
    return next(clause for clause in tree.clauses if clause.verb.lemma == lemma)


def words(tree: Parse, chunks: tuple[int, ...]) -> list[str]:
    return [" ".join(tree.tokens.words[tree.chunks[k].first : tree.chunks[k].stop]) for k in chunks]


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Juba, which hosted the talks, rejected the draft.", "reject", ["Juba"]),
        ("The leaders of Sudan in Cairo rejected the draft.", "reject", ["The leaders"]),
        ("Kenya and Uganda rejected the draft.", "reject", ["Kenya", "Uganda"]),
        ("Envoys met and rejected the draft.", "reject", ["Envoys"]),
        ("A plan put forward by Oman collapsed.", "collapse", ["A plan"]),
        ("Norway urged the rebels to accept the draft.", "accept", ["the rebels"]),
        ("The rebels promised Norway to accept the draft.", "accept", ["The rebels"]),
        ("They accused the army of violating the truce.", "violate", ["the army"]),
        ("With Oman accusing the rebels, talks ended.", "accuse", ["Oman"]),
        ("The pause, say Norway and Oman, failed.", "say", ["Norway", "Oman"]),
    ],
)
def test_subjects(text: str, lemma: str, subject: list[str]) -> None:
    tree = parse(text)
    assert words(tree, clause(tree, lemma).subject) == subject


@pytest.mark.parametrize(
    ("text", "lemma", "relation", "governor"),
    [
        ("Oman said it accepted.", "accept", "complement", "say"),
        ("Oman told reporters that it accepted.", "accept", "complement", "tell"),
        ("Oman agreed in March to release them.", "release", "infinitive", "agree"),
        ("Talks failed after the army refused.", "refuse", "subordinate", "fail"),
        ("They studied a plan that Oman offered.", "offer", "relative", "study"),
        ("They agreed to a truce to begin on Friday.", "begin", "scheduled", "agree"),
    ],
)
def test_governors(text: str, lemma: str, relation: str, governor: str) -> None:
    tree = parse(text)
    found = clause(tree, lemma)
    assert found.relation == relation
    assert found.governor is not None
    assert tree.clauses[found.governor].verb.lemma == governor


def test_an_object_relative_has_its_antecedent_as_object() -> None:
    tree = parse("They studied a plan that Oman offered.")
    assert words(tree, clause(tree, "offer").objects) == ["a plan"]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The prisoner release followed.", {"follow"}),
        ("Both sides demand guarantees.", {"demand"}),
        ("The talks collapsed.", {"collapse"}),
        ("Hostages held in Gaza were freed.", {"hold", "free"}),
        ("Army walks out of talks", {"walk"}),
    ],
)
def test_nouns_are_no_verbs(text: str, verbs: set[str]) -> None:
    assert {clause.verb.lemma for clause in parse(text).clauses} == verbs


def test_passive_negation_and_modality() -> None:
    verb = clause(parse("The truce could not have been extended."), "extend").verb
    assert (verb.passive, verb.negated, verb.modal, verb.perfect) == (True, True, "could", True)


@given(st.text(alphabet="abcT ,.'\"-\n’1İß", max_size=120))
def test_offsets_are_exact_on_any_text(text: str) -> None:
    tokens = parse(text).tokens
    for i, word in enumerate(tokens.words):
        assert text[tokens.starts[i] : tokens.stops[i]] == word
    assert "".join(tokens.words) == "".join(text.split())


@given(st.text(alphabet="the to of and said that Oman army's talks agreed , . \"", max_size=160))
def test_clauses_point_backwards_into_the_sentence(text: str) -> None:
    tree = parse(text)
    for found in tree.clauses:
        assert found.governor is None or 0 <= found.governor < len(tree.clauses)
        assert all(tree.chunks[k].kind == "NP" for k in (*found.subject, *found.objects))


def test_inflections() -> None:
    assert dict(inflections("scrap", doubled=True))["scrapped"] == "DN"
    assert dict(inflections("withdraw", ["withdraw", "withdrew", "withdrawn"]))["withdrew"] == "D"
    assert [noun_lemma(word) for word in ("talks", "parties", "ceasefires", "crisis")] == [
        "talk",
        "party",
        "ceasefire",
        "crisis",
    ]
