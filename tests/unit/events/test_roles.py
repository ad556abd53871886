"""Who does what to whom: sides and addressees that a sentence gives in its own ways, or leaves to the reader."""

from __future__ import annotations

import pytest

from ceasetimeline.events.mentions import find_mentions
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Mention
from ceasetimeline.text.sentences import split_sentences

LEXICON = Lexicon.default()
OPENING = (
    "Peace talks between the Colombian government and the ELN rebels went on in Quito, with Ecuador as host. "
    "The war between the rebels and the army has killed thousands of people in fighting and attacks."
)


def told(text: str, kind: str) -> Mention:
    """The last mention of a type in an article on the talks between Colombia and the ELN."""
    article = Article(id="a", text=f"{OPENING} {text}")
    found = find_mentions(article, split_sentences(article.text), (), LEXICON, DEFAULT_SETTINGS)
    return [mention for mention in found if mention.type == kind][-1]


@pytest.mark.parametrize(
    ("kind", "sentence", "to"),
    [
        ("suspension", "The ELN suspended the talks.", {"Colombia"}),
        ("rejection", "The ELN rejected the ceasefire.", {"Colombia"}),
        ("rejection", "Mexico put forward a ceasefire plan. The ELN rejected the plan.", {"Mexico"}),
        ("acceptance", "Mexico put forward a ceasefire plan. The ELN accepted it.", {"Mexico"}),
        ("acceptance", "The ELN accepted Mexico's ceasefire plan.", {"Mexico"}),
        ("rejection", "Mexico's plan to extend the truce was rejected by the ELN.", {"Mexico"}),
        ("demand", "Mexico demanded that the ELN stop its attacks.", {"ELN"}),
        ("demand", "The ELN demands that Mexico stop the fighting.", {"Mexico"}),
        ("demand", "The ELN demands that it be heard at the peace talks.", {"Colombia"}),
        # nobody
        ("suspension", "Ecuador suspended the talks.", set()),
        ("acceptance", "The ELN agreed to a truce.", set()),
    ],
)
def test_whom_a_move_is_addressed_to(kind: str, sentence: str, to: set[str]) -> None:
    assert set(told(sentence, kind).roles.addressee) == to


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Ecuador criticised the army and the ELN for their violations of the truce.", {"Colombia", "ELN"}),
        ("Ecuador accused the rebels of a violation of the truce.", {"ELN"}),
        ("The ELN was criticised for violations of the truce.", {"ELN"}),
        # nobody is blamed: it is the owner's
        ("The army's violations of the truce worried Ecuador.", {"Colombia"}),
    ],
)
def test_a_breach_is_of_those_it_is_blamed_on(sentence: str, by: set[str]) -> None:
    assert set(told(sentence, "violation").roles.agent) == by


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Ecuador and Mexico announced a suspension of the peace talks with the ELN.", {"Ecuador", "Mexico"}),
        ("The suspension of the peace talks with the ELN was deplored.", set()),
    ],
)
def test_who_announces_what_saying_does_has_done_it(sentence: str, by: set[str]) -> None:
    assert set(told(sentence, "suspension").roles.agent) == by


@pytest.mark.parametrize(
    ("kind", "sentence", "who"),
    [
        ("extension", "The ELN declared a ceasefire. The truce in Colombia was extended by a month.", {"ELN"}),
        (
            "extension",
            "The two sides declared a ceasefire. The truce in Colombia was extended by a month.",
            {"Colombia", "ELN"},
        ),
        ("ceasefire", "The ELN declared a truce after talks with President Gustavo Petro.", {"ELN"}),
        ("ceasefire", "The ELN declared a truce with the government.", {"Colombia", "ELN"}),
        ("ceasefire", "The ELN announced a ceasefire towards the army.", {"ELN"}),
    ],
)
def test_who_keeps_a_truce(kind: str, sentence: str, who: set[str]) -> None:
    assert set(told(sentence, kind).roles.parties) == who


@pytest.mark.parametrize(
    ("kind", "sentence", "by", "to"),
    [
        (
            "suspension",
            "Talks between the government and the ELN have stalled for months.",
            {"Colombia", "ELN"},
            set(),
        ),
        ("suspension", "Ecuador suspended the talks between the two sides.", {"Ecuador"}, {"Colombia", "ELN"}),
        ("suspension", "The army suspended the talks. The suspension of the talks was deplored.", {"Colombia"}, None),
        ("violation", "The truce in Colombia was violated.", {"Colombia", "ELN"}, set()),
        ("violation", "The truce was violated by the ELN.", {"ELN"}, {"Colombia"}),
        ("termination", "A truce between the government and the ELN expired.", {"Colombia", "ELN"}, set()),
        ("termination", "Colombia's truce collapsed.", {"Colombia", "ELN"}, set()),
    ],
)
def test_what_two_do_is_done_to_nobody(kind: str, sentence: str, by: set[str], to: set[str] | None) -> None:
    roles = told(sentence, kind).roles
    assert {*roles.agent, *roles.parties} == by
    assert to is None or set(roles.addressee) == to


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides completed a prisoner exchange.",
        "Colombia and the ELN reached an agreement to exchange 100 prisoners each.",
        "The talks ended with the release of 100 prisoners by each side.",
    ],
)
def test_an_exchange_frees_people_of_both_sides(sentence: str) -> None:
    roles = told(sentence, "release").roles
    assert set(roles.agent) == set(roles.addressee) == {"Colombia", "ELN"}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The National Liberation Army (ELN) and the government signed a ceasefire.", {"Colombia", "ELN"}),
        ("The government and the National Liberation Army (ELN) guerrillas signed a ceasefire.", {"Colombia", "ELN"}),
    ],
)
def test_a_short_form_in_brackets_parts_no_sides(sentence: str, who: set[str]) -> None:
    assert set(told(sentence, "signing").roles.agent) == who


def test_a_name_that_agrees_to_act_is_the_subject() -> None:
    mention = told("Mexico agreed to back the peace talks in the region held before fighting erupted.", "acceptance")
    assert mention.roles.agent == ("Mexico",)


@pytest.mark.parametrize(
    ("kind", "sentence", "by", "to"),
    [
        # who must do something is asked to, by whoever says so
        ("demand", "The ELN said that the army must respect the truce.", {"ELN"}, {"Colombia"}),
        ("demand", "The army must respect the truce, the ELN said.", {"ELN"}, {"Colombia"}),
        # who is asked is no mere theme
        ("appeal", "Mexico urged the rebels to extend the truce.", {"Mexico"}, {"ELN"}),
    ],
)
def test_who_asks_whom(kind: str, sentence: str, by: set[str], to: set[str]) -> None:
    roles = told(sentence, kind).roles
    assert (set(roles.agent), set(roles.addressee)) == (by, to)
