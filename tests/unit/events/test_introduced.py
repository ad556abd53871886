"""Actors that a text introduces itself."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.events.actors import ActorName, actor_index
from ceasetimeline.events.introduced import bound, introductions
from ceasetimeline.lexicon import Lexicon

LEXICON = Lexicon.default()
INTRODUCTIONS = introductions(LEXICON)


def learnt(text: str) -> tuple[ActorName, ...]:
    return INTRODUCTIONS.learnt(text, actor_index(LEXICON).find(text))


def parties(text: str) -> list[tuple[str, str]]:
    return [(text[name.span.start : name.span.stop], name.party) for name in learnt(text)]


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        # a short form is the group whose letters it has, and nothing of the words before
        (
            "Fighters of the Ruritanian Liberation Front (RLF) met. The RLF refused.",
            "RLF",
            "Ruritanian Liberation Front",
        ),
        (
            "Zendans for Peace and Order, or ZPO, a rebel band, fired. ZPO denied it.",
            "ZPO",
            "Zendans for Peace and Order",
        ),
        (
            "The Lake States Peace Commission (LSPC) urged calm. LSPC envoys left.",
            "LSPC",
            "Lake States Peace Commission",
        ),
        # a short form that no table has, of a group that one has
        ("The Free Aceh Movement (FAMV) met them. FAMV said no.", "FAMV", "Free Aceh Movement"),
        # a group that is only called so
        ("The rebel group Red Lantern refused. Red Lantern wants more.", "Red Lantern", "Red Lantern"),
        (
            "The Zenda Hill Alliance, an armed group, signed. Zenda Hill Alliance men left.",
            "Zenda Hill Alliance",
            "Zenda Hill Alliance",
        ),
        # people stand for whom they speak for, by their last name too
        ("UNITA's chief of staff, General Rudolf Rassendyll, signed. Rassendyll left.", "Rassendyll", "UNITA"),
        ("Ugandan defence minister Rudolf Rassendyll spoke. Rassendyll left.", "Rassendyll", "Uganda"),
        ("Rudolf Rassendyll, a spokesman for the LTTE, spoke. Mr. Rassendyll left.", "Rassendyll", "LTTE"),
        ("Rudolf Rassendyll, Kenya's chief negotiator, spoke. Rassendyll left.", "Rassendyll", "Kenya"),
        ("Rebel leader Rudolf Rassendyll spoke. Rassendyll left.", "Rassendyll", "?rebels"),
        ("The government spokesman Rudolf Rassendyll spoke. Rassendyll left.", "Rassendyll", "?rulers"),
    ],
)
def test_who_is_introduced(text: str, words: str, party: str) -> None:
    assert (words, party) in parties(text)
    assert text.rindex(words) in [name.span.start for name in learnt(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan officials met on Tuesday (EAT).",
        "The former Kenyan president Rudolf Rassendyll spoke.",  # he no longer acts for Kenya
        "Kenya's minister left. On Tuesday Ruritania replied.",
        "Kenya thanked the envoy of Ruritania. Prime Minister Nobody left.",
        "The Annual Report (AR) was read in Kenya.",
    ],
)
def test_what_introduces_nobody(text: str) -> None:
    assert learnt(text) == actor_index(LEXICON).find(text)


def test_two_people_of_one_last_name_share_none() -> None:
    text = "Kenyan minister Ann Zenda and Ugandan minister Bob Zenda met. Zenda left."
    assert "Zenda" not in [words for words, _ in parties(text)]


def test_who_speaks_for_a_side_has_it_where_there_is_one() -> None:
    found = learnt("Rebel leader Rudolf Rassendyll met Kenya.")
    assert [name.party for name in bound(found, ("Reds",), ())] == ["Reds", "Kenya"]
    assert [name.party for name in bound(found, (), ())] == ["Kenya"]


@given(st.text(alphabet="ABab ()-.,'’é\n", max_size=300))
def test_names_stay_in_order_and_apart(text: str) -> None:
    found = learnt("The Ruritanian Liberation Front (RLF). " + text)
    assert all(one.span.stop <= other.span.start for one, other in itertools.pairwise(found))
