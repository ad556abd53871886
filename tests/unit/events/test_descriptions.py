"""Who is meant without a name: both sides, the rebels, the government, the other side, "we"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.events.descriptions import describe
from ceasetimeline.events.mentions import find_mentions
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Mention
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.text.vocabulary import vocabulary_of

LEXICON = Lexicon.default()
CUE = vocabulary_of(LEXICON).cue
OPENING = (
    "Peace talks between the Colombian government and the ELN rebels went on in Quito, with Ecuador as host. "
    "The war has killed thousands of people."
)


def last(text: str, opening: str = OPENING) -> Mention:
    article = Article(id="a", text=f"{opening} {text}")
    return find_mentions(article, split_sentences(article.text), (), LEXICON, DEFAULT_SETTINGS)[-1]


def actors(text: str, opening: str = OPENING) -> set[str]:
    roles = last(text, opening).roles
    return {*roles.agent, *roles.parties}


@pytest.mark.parametrize(
    ("phrase", "head", "what"),
    [
        ("the warring parties", "party", "sides"),
        ("sudan's rival generals", "general", "sides"),
        ("both sides", "side", "sides"),
        ("the other side", "side", "other side"),
        ("its rival", "rival", "other side"),
        ("maoist-led rebels", "rebel", "rebels"),
        ("a rebel spokesman", "spokesman", "rebels"),
        ("mali's tuareg-led rebel alliance", "alliance", "rebels"),
        ("the government delegation", "delegation", "government"),
        ("the army", "army", "government"),
        ("the armed forces", "force", "government"),
        ("both groups", "group", "sides"),
        ("each country", "country", "sides"),
        ("either camp", "camp", "sides"),
        ("we", "we", "speaker"),
        # no
        ("other rebels", "rebel", ""),
        ("450 jailed rebels", "rebel", ""),
        ("14 rebel leaders", "leader", ""),
        ("a local government", "government", ""),
        ("the rebel-held town", "town", ""),
        ("the sides of the road", "road", ""),
        ("rival claims", "claim", ""),
        ("the president", "president", ""),
        ("each prisoner", "prisoner", ""),
        ("two leaders", "leader", ""),
    ],
)
def test_what_a_phrase_describes(phrase: str, head: str, what: str) -> None:
    assert describe(phrase.split(), head, CUE) == what


WORDS = ["the", "a", "rebel", "rebels", "other", "side", "government", "two", "14", "we", "army", "talks"]


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_an_excluded_word_never_leaves_a_side(words: list[str]) -> None:
    assert describe(["another", *words], words[-1], CUE) not in {"rebels", "government"}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The government accepted the ceasefire proposal.", {"Colombia"}),
        ("Ecuador's minister said the army had violated the truce.", {"Colombia"}),
        ("A rebel spokesman rejected the offer.", {"ELN"}),
        ("Insurgents have accepted the offer.", {"ELN"}),
        ("A splinter group, the ELN, rejected the offer.", {"ELN"}),
        ("The leaders of the Republic of Colombia and the ELN rejected the offer.", {"Colombia", "ELN"}),
        ("Colombia's main rebel group rejected the offer.", {"ELN"}),
        ("The warring parties signed a ceasefire.", {"Colombia", "ELN"}),
        ("Colombia's warring parties signed a ceasefire.", {"Colombia", "ELN"}),
        ("The ELN accused the other side of violating the truce.", {"Colombia"}),
        ('"We reject the offer," the ELN said.', {"ELN"}),
    ],
)
def test_descriptions_mean_the_sides_of_the_conflict(sentence: str, who: set[str]) -> None:
    assert actors(sentence) & {"Colombia", "ELN", "Ecuador"} == who


@pytest.mark.parametrize(
    ("sentence", "not_who"),
    [
        ("Other rebels rejected the offer.", "ELN"),
        ("The Ruritanian government rejected the offer.", "Colombia"),
        ("Ecuador's army accepted the proposal.", "Colombia"),
    ],
)
def test_descriptions_of_others_do_not(sentence: str, not_who: str) -> None:
    assert not_who not in actors(sentence)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The ELN declared a unilateral ceasefire.", {"ELN"}),
        ("The ELN has extended its truce by a month.", {"ELN"}),
        ("The rebels announced a ceasefire.", {"ELN"}),
        ("The government declared a truce.", {"Colombia"}),
        # both
        ("The ELN and the government agreed a ceasefire.", {"Colombia", "ELN"}),
        ("The ELN announced a bilateral ceasefire.", {"Colombia", "ELN"}),
        ("The ELN announced a ceasefire with the government.", {"Colombia", "ELN"}),
        ("The two sides declared a ceasefire.", {"Colombia", "ELN"}),
    ],
)
def test_who_declares_a_truce_binds_nobody_else(sentence: str, who: set[str]) -> None:
    assert actors(sentence) == who


@pytest.mark.parametrize("opener", ["Senegal", "Nepal", "Portugal"])
def test_a_country_that_ends_like_an_adjective_opens_a_sentence(opener: str) -> None:
    assert actors(f"{opener} rejected the truce.") == {opener}
    assert actors(f"{opener}'s army rejected the truce.") == {opener}
