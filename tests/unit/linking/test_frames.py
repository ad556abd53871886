"""Short texts laid side by side: one block in different frames, or another text."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.linking import frames
from ceasetimeline.linking.frames import Framed, are_one_block, corrects

MARKS: Final = re.compile(r"\bcorrects\b", re.IGNORECASE)
NEVER: Final = re.compile(r"(?!)")
NOTE: Final = (
    "The army and the rebels agreed on Monday to a truce of 10 days, a mediator said. It starts on Wednesday and "
    "covers the port and the road to the hills."
)
WORDS: Final = st.lists(
    st.sampled_from(["alpha", "bravo", "cairn", "delta", "ember", "frost", "grove", "haven"]), max_size=3
)


def is_one(a: str, b: str) -> bool:
    one, two = Framed.of(a, MARKS), Framed.of(b, MARKS)
    found = are_one_block(one, two)
    assert found == are_one_block(two, one)
    return found


@pytest.mark.parametrize(
    "version",
    [
        NOTE,
        f"By our own reporter. {NOTE}",
        f"PORT (Wire) - {NOTE}",
        f"{NOTE} Write to us.",
        f"By Ana Lund in Juba. {NOTE} All rights kept.",
    ],
)
def test_another_frame_makes_no_other_text(version: str) -> None:
    assert is_one(NOTE, version)


@pytest.mark.parametrize(
    "other",
    [
        NOTE.replace("10", "12"),
        NOTE.replace("Monday", "Tuesday"),
        NOTE.replace("mediator", "general in the capital"),
        f"{NOTE} Prices of bread doubled again, traders reported from every town between coast and border.",
        NOTE.split(". ", maxsplit=1)[0]
        + ". Shots fell again by Thursday in spite of all that the envoys had promised.",
        "The army fled.",
        "",
    ],
)
def test_other_numbers_names_or_news_make_another_text(other: str) -> None:
    assert not is_one(NOTE, other)


def test_the_place_in_which_one_sentence_ends_is_no_frame() -> None:
    told = "The government and the rebels signed the agreement on peace and land in "
    assert not is_one(f"{told}Manila on Thursday.", f"{told}Kuala Lumpur on Thursday.")


def test_a_correction_may_change_more() -> None:
    changed = NOTE.replace("10", "12").replace("Monday", "Tuesday")
    assert not is_one(NOTE, changed)
    assert is_one(NOTE, f"(Corrects day and length) {changed}")
    assert not is_one(f"(Corrects a name) {NOTE}", f"(Corrects day and length) {changed}")


def test_a_correction_says_so_at_its_head_or_end() -> None:
    long = "word " * 100
    assert corrects(f"Corrects a name. {long}", MARKS)
    assert corrects(f"{long} This corrects a name.", MARKS)
    assert not corrects(f"{long} This corrects a name. {long}", MARKS)
    assert not corrects(NOTE, MARKS)


def test_a_stamp_of_another_day_in_a_longer_text_is_no_difference() -> None:
    more = (
        "Families waited at the gates of two prisons for the lists and went home without a word after dark. "
        "Aid groups hope to bring flour and fuel to towns that nobody has reached since spring."
    )
    friday, sunday = (f"{NOTE} The page was last seen to on {day} evening. {more}" for day in ("Friday", "Sunday"))
    assert is_one(friday, sunday)
    assert not is_one(friday, sunday.replace("Monday", "Tuesday"))


def test_long_texts_are_left_to_their_sketches() -> None:
    words = " ".join(f"w{number}" for number in range(frames.LONGEST + 2))
    assert len(Framed.of(words, NEVER).words) == frames.LONGEST + 2
    assert Framed.of(f"{words} more", NEVER) == Framed(())
    assert not is_one(f"{words} more", f"{words} more")


def test_the_words_know_where_sentences_open() -> None:
    text = Framed.of('He left. "They stay," she said - Then\nnight fell', NEVER)
    opening = [word for word, opens in zip(text.words, text.opens, strict=False) if opens]
    assert opening == ["He", "They", "she", "Then", "night"]
    assert len(text.opens) == len(text.words) + 1
    assert text.opens[-1]


@given(WORDS, WORDS)
def test_whatever_short_frame_stands_around_a_note_it_stays_the_note(before: list[str], after: list[str]) -> None:
    framed = f"{' '.join(before)}. {NOTE} {' '.join(after)}"
    assert is_one(NOTE, framed)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_laid_side_by_side(a: str, b: str) -> None:
    assert is_one(a, b) in (True, False)
