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
        ("A truce that both camps declared at the urging of Mali and Oman was broken.", "break", ["A truce"]),
        ("A truce that both camps declared in Mopti held.", "declare", ["both camps"]),
        ("Envoys went to Juba and Oman rejected the draft.", "reject", ["Oman"]),
        ("Union-led talks in Juba, due to be held in May, have been put off.", "put", ["Union-led talks"]),
        ("Talks on a final peace deal start this week.", "start", ["Talks"]),
        ("Talks on a final peace deal with Oman failed.", "fail", ["Talks"]),
        ("They have waited since fighting restarted.", "restart", ["fighting"]),
        ("Mali insists that Oman first change its position.", "change", ["Oman"]),
        ("First agreed in May, the truce was renewed.", "agree", ["the truce"]),
        ("Brokered by Oman and backed by Mali, the pact collapsed.", "back", ["the pact"]),
        ("After accepting the draft, the rebels left.", "accept", ["the rebels"]),
        ("The rebels will parley on Monday.", "parley", ["The rebels"]),
        ("The last of four annexes, on arms, had been concluded.", "conclude", ["The last"]),
        ("Half a dozen truces have failed.", "fail", ["Half a dozen truces"]),
        ("The truce, which held in May, ended without being extended.", "end", ["The truce"]),
        ("Oman, Mali and Togo hold talks and call on both to stop.", "call", ["Oman", "Mali", "Togo"]),
        ("Oman and Mali, both preparing for talks, agreed.", "prepare", ["both"]),
        ("A round of talks opened in Juba, hosted by Oman.", "host", ["A round"]),
        ("Envoys visited Juba for talks on a truce, mediated by Oman.", "mediate", ["talks"]),
        ("It includes a version of the terms signed in Juba.", "sign", ["the terms"]),
        ("The army said talks in Juba collapsed on Monday.", "collapse", ["talks"]),
        ("The talks go on when they open in Juba.", "open", ["they"]),
        ("Mali renewed its demand.", "renew", ["Mali"]),
        ("They ended years of war, Oman and Mali announced.", "announce", ["Oman", "Mali"]),
        ("They signed a pact, Oman, which hosts them, announced on Monday.", "announce", ["Oman"]),
        ("They say Oman as host is ready.", "be", ["Oman"]),
        ("A note to mediators saying it agreed to the pact came.", "agree", ["it"]),
        ("Efforts to revive the process had failed.", "fail", ["Efforts"]),
        ("He said that after signing the draft, Mali would disarm.", "sign", ["Mali"]),
        ("According to state media, Mali signed.", "sign", ["Mali"]),
        ("Talks went on in response to renewed efforts.", "go", ["Talks"]),
        ("M23 and Mali sign the pact.", "sign", ["M23", "Mali"]),
        ("Mali, Oman sign pact in Juba", "sign", ["Mali", "Oman"]),
        ("Mali, Oman to meet in Juba", "meet", ["Mali", "Oman"]),
        ("In Mali, Oman signed the pact.", "sign", ["Oman"]),
        ("Efforts to free captives", "free", ["Efforts"]),
        ("Accusing Mali of deceit, the rebels left.", "accuse", ["the rebels"]),
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
        ("Oman denies it accepted.", "accept", "complement", "deny"),
        ("Oman said on Monday it accepted.", "accept", "complement", "say"),
        ("Oman will resume the truce it broke.", "break", "relative", "resume"),
        ("Oman says a pact it signed has lapsed.", "sign", "relative", "say"),
        ("Oman met in Juba, to discuss the draft.", "discuss", "purpose", "meet"),
    ],
)
def test_governors(text: str, lemma: str, relation: str, governor: str) -> None:
    tree = parse(text)
    found = clause(tree, lemma)
    assert found.relation == relation
    assert found.governor is not None
    assert tree.clauses[found.governor].verb.lemma == governor


@pytest.mark.parametrize("text", ["They studied a plan that Oman offered.", "They studied a plan it offered."])
def test_an_object_relative_has_its_antecedent_as_object(text: str) -> None:
    tree = parse(text)
    assert words(tree, clause(tree, "offer").objects) == ["a plan"]
    assert words(tree, clause(tree, "study").objects) == ["a plan"]


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("A truce announced on Monday by the army failed.", True),
        ("The army announced on Monday by radio a truce.", False),
        ("A pact was first concluded in May and has been broken since.", True),
        ("The first concluded pact was broken.", False),
    ],
)
def test_who_announced_what(text: str, passive: bool) -> None:
    monday = text.find("on Monday")
    tree = PARSE(text, Span(0, len(text)), [Span(monday + 3, monday + 9)] if monday >= 0 else [])
    found = [clause.verb for clause in tree.clauses if clause.verb.lemma in {"announce", "conclude"}]
    assert [verb.passive for verb in found] == ([passive] if passive or monday >= 0 else [])


@pytest.mark.parametrize(
    ("text", "lemma", "objects"),
    [
        ("The cabinet voted 10-1 for the draft.", "vote", []),
        ("Oman hosted the 5+5 commission.", "host", ["the 5+5 commission"]),
        ("Oman played host to talks.", "play", ["host"]),
        ("They signed the renewed truce.", "sign", ["the renewed truce"]),
    ],
)
def test_objects(text: str, lemma: str, objects: list[str]) -> None:
    tree = parse(text)
    assert words(tree, clause(tree, lemma).objects) == objects
    assert {found.verb.lemma for found in tree.clauses} == {lemma}


def test_an_object_may_stand_behind_a_bare_day() -> None:
    text = "They opened Monday their fifth round."
    tree = PARSE(text, Span(0, len(text)), [Span(12, 18)])
    assert words(tree, clause(tree, "open").objects) == ["their fifth round"]


def test_what_is_to_become_of_captives_is_still_to_come() -> None:
    tree = parse("A truce came into effect, with captives held in Juba to be freed.")
    freed = clause(tree, "free")
    assert (freed.relation, words(tree, freed.subject)) == ("scheduled", ["captives"])


def test_what_is_still_to_be_signed_stands_in_an_aside() -> None:
    tree = parse("The accord, to be signed in Doha in May, ends the war.")
    signed, ends = clause(tree, "sign"), clause(tree, "end")
    assert (signed.relation, words(tree, signed.subject)) == ("scheduled", ["The accord"])
    assert (ends.relation, words(tree, ends.subject), words(tree, ends.objects)) == (
        "main",
        ["The accord"],
        ["the war"],
    )


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
