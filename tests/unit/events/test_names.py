"""The tree of names finds the longest name as written, wherever it stands."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.events.names import NameTree

NAMES = ("Sudan", "South Sudan", "US", "Sana'a", "Sharm el-Sheikh", "Workers' Party", "AFC/M23", "P5+1", "St. Lucia")
TREE = NameTree((name, name) for name in NAMES)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.stop], hit.meanings[0]) for hit in TREE.hits(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South Sudan", "South Sudan"),
        ("SOUTH SUDAN", "South Sudan"),
        ("South\nSudan", "South Sudan"),
        ("South  Sudan", "South Sudan"),
        ("Sana’a", "Sana'a"),
        ("Sanaa", "Sana'a"),
        ("Şana'a", "Sana'a"),
        ("Sharm El-Sheikh", "Sharm el-Sheikh"),
        ("Sharm el‑Sheikh", "Sharm el-Sheikh"),
        ("Workers’ Party", "Workers' Party"),
        ("AFC/M23", "AFC/M23"),
        ("P5+1", "P5+1"),
        ("St. Lucia", "St. Lucia"),
        ("U.S.", "US"),
        ("Su\u00addan", "Sudan"),
    ],
)
def test_a_name_is_found_in_the_ways_it_is_written(text: str, name: str) -> None:
    assert found(text) == [(text, name)]


@pytest.mark.parametrize("text", ["us", "Sudanese", "XSudan", "@Sudan", "P5", "St Lucia-less", "sharm el-sheikh"])
def test_what_is_no_name_is_not_found(text: str) -> None:
    assert not found(text)


def test_a_paragraph_ends_a_name() -> None:
    assert found("South\n\nSudan") == [("Sudan", "Sudan")]


def test_the_stop_of_a_sentence_is_no_part_of_a_plain_name() -> None:
    assert found("He left Sudan. US talks") == [("Sudan", "Sudan"), ("US", "US")]


def test_a_blank_spelling_is_no_name() -> None:
    assert not list(NameTree([("—", 1), ("", 2)]).hits("— and nothing"))


def test_one_word_is_known_only_if_it_is_a_name_by_itself() -> None:
    assert TREE.meanings("Sudan") == ["Sudan"]
    assert not TREE.meanings("South")


@given(st.text(max_size=30), st.sampled_from(NAMES), st.text(max_size=30))
def test_a_name_between_lines_is_found_whatever_surrounds_it(before: str, name: str, after: str) -> None:
    text = f"{before}\n\n{name}\n\n{after}"
    start = len(before) + 2
    assert any((hit.start, hit.stop) == (start, start + len(name)) for hit in TREE.hits(text))


@given(st.lists(st.sampled_from([*NAMES, "talks", "-", "’s", "."]), max_size=12))
def test_hits_stand_in_order_and_apart(words: list[str]) -> None:
    hits = list(TREE.hits(" ".join(words)))
    assert all(left.stop <= right.start for left, right in itertools.pairwise(hits))
