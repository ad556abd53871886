"""Rebels whom a text never names."""

from __future__ import annotations

import pytest

from ceasetimeline.events.actors import actor_index
from ceasetimeline.events.cast import Sides, find_sides, rivals_of
from ceasetimeline.events.opponents import rebels_of
from ceasetimeline.events.unnamed import UNNAMED, merged, with_rebels
from ceasetimeline.lexicon import Lexicon

LEXICON = Lexicon.default()
REBELS = rebels_of(LEXICON)
INDEX = actor_index(LEXICON)


def sides(text: str) -> Sides:
    return find_sides(text, INDEX.find(text), rivals_of(LEXICON), REBELS)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # the rebels of the state that the text is about
        (
            "Burundi's government and the rebels signed. The rebels will leave Burundi.",
            ("Burundi", "Burundian rebels"),
        ),
        # what a table says that these rebels are called
        ("Syria's army and the rebels signed. The rebels left Syria.", ("Syrian government", "Syrian opposition")),
        # the one group that is named
        ("Rwanda's government and the rebels met. The rebels of M23 signed with Rwanda.", ("Rwanda", "M23")),
        # a group alone has the state that it fights on the other side
        ("UNITA will sign. UNITA rebels wait. UNITA agreed with the government.", ("UNITA", "Angola")),
        (
            "Maoists in Nepal signed. The Maoists left. The Maoists wait.",
            ("Communist Party of Nepal (Maoist)", "Nepal"),
        ),
        # a backer is no side
        (
            "Congo and Rwanda-backed M23 rebels signed. Congo and the Rwanda-backed M23 will meet.",
            ("DR Congo", "M23"),
        ),
        # who holds a place speaks for it
        ("Ethiopia and forces from Tigray met. Ethiopia thanked Tigray's leaders.", ("Ethiopia", "TPLF")),
        # no
        ("Kenya and Uganda met. A rebel was jailed in 1990.", ("Kenya", "Uganda")),
    ],
)
def test_both_sides(text: str, parties: tuple[str, ...]) -> None:
    assert set(sides(text).parties) == set(parties)


def test_unnamed_rebels_are_the_rebelling_side() -> None:
    found = sides("Burundi's government and the rebels signed. The rebels will leave Burundi.")
    assert (found.rebelling, found.governing) == (("Burundian rebels",), ("Burundi",))


def test_several_groups_share_no_word() -> None:
    text = "The rebels of M23 and UNITA met other rebels."
    assert UNNAMED not in [name.party for name in with_rebels(text, INDEX.find(text), REBELS)]


def test_a_short_form_in_brackets_is_no_second_name() -> None:
    text = "The African Union (AU) and Kenya met the AU."
    assert [text[name.span.start : name.span.stop] for name in merged(text, INDEX.find(text))] == [
        "African Union (AU)",
        "Kenya",
        "AU",
    ]
