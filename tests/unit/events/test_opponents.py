"""By which name a side is called: a state or its government, a group or its front."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.events.actors import actor_index
from ceasetimeline.events.cast import find_sides, rivals_of
from ceasetimeline.events.opponents import rebels_of
from ceasetimeline.lexicon import Lexicon

LEXICON = Lexicon.default()
REBELS = rebels_of(LEXICON)
NAMES = sorted({*REBELS.against, *(name for row in REBELS.against.values() for name in row)})


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Yemen and the Houthis met. The Houthis accused Yemen.", ("Yemeni government", "Houthis")),
        (
            "The Philippines and the Communist Party of the Philippines met. The Philippines and the Communist Party "
            "of the Philippines, under the National Democratic Front, will meet again.",
            ("Philippines", "National Democratic Front of the Philippines"),
        ),
        # no
        ("Yemen and Saudi Arabia met. Saudi Arabia and Yemen will meet again.", ("Yemen", "Saudi Arabia")),
        ("Sudan and the Justice and Equality Movement met.", ("Sudan", "Justice and Equality Movement")),
    ],
)
def test_a_side_is_called_as_the_conflict_calls_it(text: str, parties: tuple[str, ...]) -> None:
    names = actor_index(LEXICON).find(text)
    assert find_sides(text, names, rivals_of(LEXICON), REBELS).parties == parties


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES), max_size=5))
def test_a_name_is_kept_once_it_is_found(side: str, other: str, named: set[str]) -> None:
    called = REBELS.called(side, other, named)
    assert REBELS.called(called, other, named) == called


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_a_side_is_called_by_its_own_or_its_kin(side: str, other: str) -> None:
    called = REBELS.called(side, other, NAMES)
    assert called in {side, *REBELS.forces.get(side, ()), *REBELS.fronts.get(side, ())}


@pytest.mark.parametrize(
    ("text", "country", "side"),
    [
        ("Yemen and the Houthis met. The Houthis accused Yemen.", "Yemen", "Yemeni government"),
        ("The Sudanese army and the Rapid Support Forces met.", "Sudan", "Sudanese Armed Forces"),
        ("The Taliban and the United States met.", "Afghanistan", "Afghan government"),
        ("Saudi Arabia and the Houthis met.", "Yemen", "Yemeni government"),
        ("Hezbollah and Israel met.", "Lebanon", "Lebanon"),
    ],
)
def test_a_state_is_its_government_where_that_is_a_side(text: str, country: str, side: str) -> None:
    sides = find_sides(text, actor_index(LEXICON).find(text), rivals_of(LEXICON), REBELS)
    assert sides.side_of(country) == side
