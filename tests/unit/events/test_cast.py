"""Who is set against whom in an article, and who mediates."""

from __future__ import annotations

import pytest

from ceasetimeline.events.actors import actor_index
from ceasetimeline.events.cast import Rivals, Sides, find_sides, rivals_of
from ceasetimeline.lexicon import ActorEntry, Lexicon, Rivalry

LEXICON = Lexicon.default()
NOBODY: Rivals = frozenset()


def sides(text: str, rivals: Rivals | None = None) -> Sides:
    names = tuple(actor_index(LEXICON).find(text, None))
    return find_sides(text, names, rivals_of(LEXICON) if rivals is None else rivals)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Talks between Kenya and Ghana resumed. Kenya and Ghana met.", {"Kenya", "Ghana"}),
        # two third states that act together are no sides where known foes are named, however often they are named
        (
            "The United States and Saudi Arabia paused the talks. Saudi Arabia and the United States urged the army "
            "of Sudan and the Rapid Support Forces to stop. The United States and Saudi Arabia will meet the RSF.",
            {"Sudan", "Rapid Support Forces"},
        ),
        # an adjective before another name tells of what people it is
        (
            "The truce between Israel and the Palestinian group Hamas held. Israel and the Palestinian group Hamas "
            "accused one another.",
            {"Israel", "Hamas"},
        ),
        # foes named seldom go before hosts named often
        (
            "Turkey hosts them in Istanbul, Turkey said. Turkish officials and the Turkish minister welcomed "
            "Ukrainian and Russian envoys. Turkey, Turkey and Turkey again: Ukraine and Russia agreed.",
            {"Ukraine", "Russia"},
        ),
        # the other side has no listed name
        ("Burundi and the rebels signed. Burundi will free prisoners.", {"Burundi"}),
        ("Norway praised Burundi.", set()),
    ],
)
def test_parties(text: str, parties: set[str]) -> None:
    assert set(sides(text).parties) == parties


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("Kenya and Uganda host the talks between Sudan and the Rapid Support Forces.", {"Kenya", "Uganda"}),
        (
            "This was the Saudi-US-led attempt to end the war between Sudan and the RSF.",
            {"Saudi Arabia", "United States"},
        ),
        (
            "Sudan and the SPLM-N fight. The draft of the SPLM-N, handed over by the mediators, is with Sudan.",
            set(),
        ),
    ],
)
def test_mediators(text: str, mediators: set[str]) -> None:
    assert set(sides(text).mediators) == mediators


def test_without_a_table_the_text_alone_counts() -> None:
    assert set(sides("A deal between Kenya and Ghana was signed by Kenya and Ghana.", NOBODY).parties) == {
        "Kenya",
        "Ghana",
    }


def test_rivals_are_every_two_of_a_row_and_a_group_with_each_it_faces() -> None:
    row = Rivalry(name="y", parties=("D", "E", "F"))
    group = ActorEntry(name="A", kind="group", against=("B", "C"))
    found = rivals_of(Lexicon(rivalries=(row,), actors=(group,)))
    assert found == {frozenset(pair) for pair in ("AB", "AC", "DE", "DF", "EF")}


def test_who_fights_somebody_is_a_group_and_never_its_own_foe() -> None:
    fighting = [row for row in LEXICON.actors if row.against]
    assert all(row.kind == "group" and row.source and row.name not in row.against for row in fighting)
    assert all(len(set(row.against)) == len(row.against) for row in fighting)
