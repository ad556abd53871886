"""The sketch of a text: hashes of its words in threes, its names, and its numbers, written in figures or words."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.linking.syndication import PARTICULARS_KEPT, SHINGLES_KEPT, _mix, _shingles, sketch

KINDS = {"shingle": 0, "name": 1, "opener": 2, "number": 3}
WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=6)


def mixed(*codes: int) -> int:
    """One hash of several, by its definition."""
    found = 0
    for code in codes:
        found = ((found ^ code) * 0x9E3779B1 + 0x7F4A7C15) % 2**48
    return found >> 12


def count(text: str, kind: str) -> int:
    return sum(code & 3 == KINDS[kind] for code in sketch(text))


@given(st.lists(st.integers(0, 2**32 - 1), max_size=12))
def test_a_shingle_is_three_words_mixed_in_turn(codes: list[int]) -> None:
    assert _shingles(codes) == {mixed(*codes[at : at + 3]) for at in range(len(codes) - 2)}
    assert [_mix(code) for code in codes] == [mixed(code) for code in codes]


@given(st.lists(WORDS, max_size=30))
def test_marks_blanks_and_capitals_of_plain_words_change_no_shingle(words: list[str]) -> None:
    plain, marked = (
        {code for code in sketch(joined) if code & 3 == KINDS["shingle"]}
        for joined in (" ".join(words), "  “" + ", ".join(words).upper() + "”…")
    )
    assert plain == marked


@given(st.lists(WORDS, min_size=3, max_size=40), st.lists(WORDS, max_size=10))
def test_what_is_added_at_the_end_takes_nothing_away(words: list[str], more: list[str]) -> None:
    assert sketch(" ".join(words)) <= sketch(" ".join([*words, *more]))


@pytest.mark.parametrize("number", ["7", "1,200", "3.5", "two", "Nineteen", "DOZENS", "fifty", "half", "5th"])
def test_numbers_count_as_such_in_words_and_figures(number: str) -> None:
    assert count(f"some said {number} came", "number") == 1
    assert count(f"some said {number} came", "name") == 0


@pytest.mark.parametrize("word", ["tent", "often", "weight", "someone", "thousandfold"])
def test_words_that_only_hold_a_number_do_not(word: str) -> None:
    assert count(f"some said {word} came", "number") == 0


@pytest.mark.parametrize(
    ("text", "names", "openers"),
    [
        ("Envoys met Ruritania in Zenda.", 2, 1),
        ("they met. Ruritania left! Zenda stayed", 0, 2),
        ('they said "Ruritania left" in Zenda', 2, 0),
        ("“Envoys” met", 0, 1),
    ],
)
def test_capitals_that_open_a_sentence_are_kept_apart_from_names(text: str, names: int, openers: int) -> None:
    assert (count(text, "name"), count(text, "opener")) == (names, openers)


def test_a_long_text_keeps_a_sample() -> None:
    text = " ".join(f"Name{chr(97 + k % 26)}{chr(97 + k // 26)} word{k}x said {k}" for k in range(600))
    assert count(text, "shingle") == SHINGLES_KEPT
    assert count(text, "name") == count(text, "number") == PARTICULARS_KEPT
