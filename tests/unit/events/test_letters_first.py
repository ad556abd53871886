"""Letters that are looked for before a costly pattern stand in all that it reads: asking first loses nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.events import attributes, brokers, introduced
from ceasetimeline.events.brokers import has_any
from ceasetimeline.events.introduced import introductions
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.text import boilerplate

ASKED: dict[str, tuple[re.Pattern[str], Sequence[str]]] = {
    "duration": (attributes._DURATION, attributes._UNITS),
    "deadline": (attributes._DEADLINE, attributes._UNITS),
    "quantity": (attributes._QUANTITY, attributes._COUNTED),
    "round": (attributes._ROUND, attributes._MEETINGS),
    "mediated by": (brokers.MEDIATED_BY, brokers._LEADING),
    "mediates": (brokers._MEDIATES, brokers._FOLLOWING),
    "mediators": (brokers.MEDIATORS, brokers.MEDIATING),
    "page furniture": (boilerplate._INSIDE, boilerplate._TELLING),
}


@pytest.mark.parametrize("name", ASKED)
@given(data=st.data())
def test_what_a_pattern_reads_has_the_letters_that_are_asked_for_first(name: str, data: st.DataObject) -> None:
    pattern, letters = ASKED[name]
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))
    assert has_any(letters, text)


@given(st.from_regex(introductions(Lexicon.default()).group, alphabet=st.characters(codec="ascii")))
def test_a_group_that_is_called_one_has_the_word_for_it(text: str) -> None:
    assert any(band in text for band in introductions(Lexicon.default()).bands)


@given(st.lists(st.sampled_from(["Mediat", "HOST", "ran", "led", ""]), max_size=4).map(" ".join))
def test_letters_count_in_any_case(text: str) -> None:
    assert has_any(("mediat", "host"), text) == ("mediat" in text.lower() or "host" in text.lower())
    assert not has_any((), text)


def test_group_words_have_both_their_forms() -> None:
    assert introduced._forms(["front", "Army"]) == {"front", "Front", "Army"}
