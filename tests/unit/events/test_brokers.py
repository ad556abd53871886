"""Mediators, hosts and carriers: named with a move, in another sentence, or not at all."""

from __future__ import annotations

import pytest

from ceasetimeline import read_article
from ceasetimeline.model import Article, Mention

WAR = "The war between Israel and Hamas goes on. "


def told(text: str, type_: str) -> Mention:
    article = Article(text=WAR + text, title="Truce talks in the war", published="2025-07-08")
    found = [mention for mention in read_article(article).mentions if mention.type == type_]
    assert found, text
    return found[-1]


def helpers(mention: Mention) -> set[str]:
    roles = mention.roles
    return {*roles.mediator, *roles.host, *roles.conduit}


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Kenya hosted a round of talks between Israel and Hamas in May.", "talks", {"Kenya"}),
        ("Talks between Israel and Hamas, hosted in Kenya, began on Monday.", "talks", {"Kenya"}),
        ("Israel and Hamas held talks in Kenya on Monday.", "talks", set()),
        # a move made at talks that somebody hosts
        ("Hamas put forward a truce proposal at talks hosted by Kenya.", "proposal", {"Kenya"}),
        ("Hamas put forward a truce proposal in a message to Kenya.", "proposal", set()),
        # by whose help
        ("Hamas agreed to the truce after the intervention of Kenya and Ghana.", "acceptance", {"Kenya", "Ghana"}),
        ("Hamas agreed to the truce after an attack on Kenya.", "acceptance", set()),
        ("The truce between Israel and Hamas was brokered through intensive Omani mediation.", "mediation", {"Oman"}),
        # those who carry an offer do not make it, nor are they who are handed one asked to answer
        ("Kenya will deliver the truce proposal to Hamas.", "proposal", {"Kenya"}),
        ("Israel handed the mediators a truce proposal.", "proposal", {"mediators"}),
        ("Israel handed Hamas a truce proposal.", "proposal", set()),
        # those who work on a side to accept; not a side that does so
        ("Egypt is trying to persuade Hamas to accept a truce.", "acceptance", {"Egypt"}),
        ("Israel is trying to persuade Hamas to accept a truce.", "acceptance", set()),
        # third parties that sign with both sides
        ("Israel and Hamas signed a truce deal with Kenya.", "signing", {"Kenya"}),
        ("Israel signed a truce deal with Hamas.", "signing", set()),
        # who tells of a deal has no hand in it, unless he is called a mediator
        ("Kenya mediates. Israel and Hamas reached a truce deal, Kenya said.", "agreement", set()),
        ("Israel and Hamas reached a truce deal, said Kenya, which mediates between them.", "agreement", {"Kenya"}),
        ("Kenya mediates. Israel and Hamas reached a truce deal, Kenyan negotiators said.", "agreement", {"Kenya"}),
        # the subject above a participle, or of the sentence
        (
            "Norway's foreign ministry, hosting the talks between Israel and Hamas, spoke on Monday.",
            "mediation",
            {"Norway"},
        ),
        # a mediator who calls on a side
        ("Kenya mediates. Kenya's foreign minister met the Hamas leader on Monday.", "meeting", {"Kenya"}),
        ("Kenya is near. Kenya's foreign minister met the Hamas leader on Monday.", "meeting", set()),
        # an armed group that declares a truce is no broker
        (
            "Truce talks go on between Israel and Hamas. A ceasefire was declared by Hezbollah in May.",
            "ceasefire",
            set(),
        ),
        # no party to the conflict mediates in it
        ("Talks with the rival movement, mediated by Hamas, began in Israel.", "talks", set()),
    ],
)
def test_helpers(text: str, type_: str, expected: set[str]) -> None:
    assert helpers(told(text, type_)) == expected


def test_who_carries_an_offer_is_not_its_author() -> None:
    offer = told("Kenya will deliver the truce proposal to Hamas.", "proposal")
    assert not offer.roles.agent
    assert offer.roles.addressee == ("Hamas",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel and Hamas held talks on Monday. They were mediated by Oman.", {"Oman"}),
        ("Israel and Hamas held talks on Monday. The talks were mediated by Oman.", {"Oman"}),
        ("Israel and Hamas held talks on Monday. Talks in Sudan were mediated by Oman.", set()),
        ("Israel and Hamas held talks on Monday. Both were tired. The talks were mediated by Oman.", set()),
    ],
)
def test_mediators_told_in_the_next_sentence(text: str, expected: set[str]) -> None:
    first = next(m for m in read_article(Article(text=WAR + text, published="2025-07-08")).mentions)
    assert helpers(first) == expected
    named = {span.name for span in first.role_spans if span.role == "mediator"}
    assert named == expected


def test_a_later_round_has_the_mediators_of_the_talks() -> None:
    text = "The talks between Israel and Hamas were mediated by Oman. Hamas left during the third round of talks."
    assert helpers(told(text, "talks")) == {"Oman"}


def test_talks_between_two_that_nobody_breaks_off_are_of_both() -> None:
    stalled = told("Talks between Israel and Hamas have collapsed.", "breakdown")
    assert set(stalled.roles.agent) == {"Israel", "Hamas"}
    assert not stalled.roles.addressee
    broken = told("Kenya suspended the talks between Israel and Hamas.", "suspension")
    assert broken.roles.agent == ("Kenya",)


def test_those_who_are_blamed_did_it() -> None:
    breach = told("Kenya criticised Israel for its violations of the truce with Hamas.", "violation")
    assert breach.roles.agent == ("Israel",)
