"""How far a move bears on a conflict: its own words, its parties, its setting; each tells the same words apart."""

from __future__ import annotations

import pytest

from ceasetimeline import Article, Lexicon, read_article
from ceasetimeline.events.bearing import ENOUGH, Bearing, standing
from ceasetimeline.events.topic import topic_words

LEXICON = Lexicon.default()


def types_in(text: str, title: str = "") -> list[str]:
    return [
        mention.type for mention in read_article(Article(text=text, title=title, published="2025-07-09")).mentions
    ]


@pytest.mark.parametrize(
    ("near", "far", "type_"),
    [
        # whom: rivals talk about their conflict, others about anything
        (
            "India and China held a ninth round of talks on Sunday.",
            "India and Brazil held a ninth round of talks on Sunday.",
            "talks",
        ),
        ("The ELN and Colombia signed a deal in Quito.", "Chile and Colombia signed a deal in Quito.", "signing"),
        (
            "U.S. officials met leaders of the Taliban in Doha.",
            "U.S. officials met leaders of the bank in Doha.",
            "talks",
        ),
        # what: a swap of prisoners, and one of players
        ("He came home in a prisoner swap with Russia.", "He came home in a house swap with Russia.", "release"),
        (
            "The pope called for an end to the war in Ukraine.",
            "The pope called for an end to the waste in Ukraine.",
            "appeal",
        ),
        # whom an armed group lets go was its captive, whatever he is called
        ("The ELN freed two sailors.", "The bank freed two sailors.", "release"),
        # what: a deal to stop fighting, and one to send weapons
        (
            "Germany agreed to the truce. The war in Ukraine goes on.",
            "Germany agreed to send tanks. The war in Ukraine goes on.",
            "acceptance",
        ),
        # how: an assertion, and a question
        ("Russia and Ukraine held talks on grain.", "Did Russia and Ukraine hold talks on grain?", "talks"),
    ],
)
def test_what_makes_the_difference(near: str, far: str, type_: str) -> None:
    assert type_ in types_in(near)
    assert type_ not in types_in(far)


@pytest.mark.parametrize(
    "text",
    [
        "The minister called on veterans to rejoin the army as rebels advanced on the capital of Ethiopia.",
        "The White House will hold a press conference on the war in Ukraine.",
        "Rumours and talk of a lull in Ukraine came to nothing, and the war goes on.",
        "The broadcaster called for a truce in the war over accents.",
        "Poland would be willing to send tanks to Ukraine, its prime minister said.",
    ],
)
def test_news_of_war_is_no_negotiation(text: str) -> None:
    assert types_in(text) == []


def test_a_title_of_peace_talks_lets_any_words_of_a_party_count() -> None:
    text = "Officials spoke for hours. Ankara accused Athens of bad faith."
    assert "accusation" in types_in(text, "Peace talks go on")
    assert "accusation" not in types_in(text, "Neighbours")


@pytest.mark.parametrize(
    ("bearing", "least", "enough"),
    [
        (Bearing(3, 1, 0), 1, True),
        (Bearing(1, 3, 0), 1, True),
        (Bearing(0, 3, 3), 1, False),
        (Bearing(1, 3, 0), 2, True),  # rivals
        (Bearing(1, 3, 0, faint=True), 2, False),
        (Bearing(1, 2, 1, here=True), 2, True),
        (Bearing(1, 1, ENOUGH - 3), 1, False),
    ],
)
def test_points_have_to_be_enough_and_the_words_plain_enough(bearing: Bearing, least: int, enough: bool) -> None:
    assert bearing.is_enough(least) is enough


def test_close_to_words_of_peace_a_hint_of_matter_and_parties_is_enough() -> None:
    assert Bearing(0, 2, 2).is_enough(1, lenient=True)
    assert not Bearing(0, 2, 2).is_enough(1)
    assert not Bearing(0, 1, 4).is_enough(1, lenient=True)


def test_rivals_are_listed_actors_with_a_source() -> None:
    known = {actor.name for actor in LEXICON.actors}
    for row in LEXICON.rivalries:
        assert set(row.parties) <= known, row.name
        assert len(set(row.parties)) == len(row.parties) > 1, row.name
        assert row.source, row.name
        assert row.checked, row.name


@pytest.mark.parametrize(
    ("names", "opposed"),
    [
        (["Russia", "Ukraine"], True),
        (["Colombia", "ELN"], True),
        (["ELN"], True),
        (["Colombia", "Norway"], False),
        (["Taiwan", "Switzerland"], False),
        (["Taiwan", "China"], True),
        ([], False),
    ],
)
def test_who_is_opposed(names: list[str], opposed: bool) -> None:
    assert standing(LEXICON).are_opposed(names) is opposed


def test_no_word_of_peace_is_also_one_of_other_business() -> None:
    words = topic_words(LEXICON)
    assert not (words.core | words.soft) & (words.civil | words.arms | words.idle)
    assert not words.core & words.soft
