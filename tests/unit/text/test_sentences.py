"""Sentences: layouts of feeds, abbreviations, quotations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.text.boilerplate import find_boilerplate
from ceasetimeline.text.sentences import split_sentences


def pieces(text: str) -> list[str]:
    return [text[span.start : span.stop] for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Envoys met. They agreed.", ["Envoys met.", "They agreed."]),
        ("Gen. Haftar left the U.S. on Jan. 4.", ["Gen. Haftar left the U.S. on Jan. 4."]),
        ("The plan of the U.S. The army refused.", ["The plan of the U.S.", "The army refused."]),
        ('"We accept." He left.', ['"We accept."', "He left."]),
        ('"We accept it." said the envoy.', ['"We accept it." said the envoy.']),
        ("Truce holds\n\nTalks resume", ["Truce holds", "Talks resume"]),
        ("President Joseph R. Biden spoke.", ["President Joseph R. Biden spoke."]),
        ("A pause was\nannounced on Friday.", ["A pause was\nannounced on Friday."]),
        (
            "Standfirst without stop\n- live updates\nThe story.",
            ["Standfirst without stop", "- live updates", "The story."],
        ),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert pieces(text) == wanted


def test_lines_wrapped_at_a_column_are_joined() -> None:
    text = (
        "The negotiators of the two parties met for six hours on the shore of the\n"
        "lake and agreed to a pause of three days, the mediators said after them.\n"
        "Nothing was signed."
    )
    assert len(pieces(text)) == 2


@given(st.text(alphabet="Ab. \n\"'“”?!…U1-", max_size=200))
def test_sentences_are_in_order_apart_and_trimmed(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.stop <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.stop] == text[s.start : s.stop].strip() != "" for s in spans)
    assert "".join(text.split()) == "".join("".join(text[s.start : s.stop].split()) for s in spans)


@pytest.mark.parametrize(
    "line", ["Leave a Reply", "Continue reading...", "- Sudan war: live updates", "The post X appeared first on Y."]
)
def test_furniture(line: str) -> None:
    assert len(find_boilerplate(line, split_sentences(line))) == 1


@pytest.mark.parametrize(
    "line", ["Tags were cut from the fence.", "They continue reading the draft.", "Leave now, he said."]
)
def test_no_furniture(line: str) -> None:
    assert not find_boilerplate(line, split_sentences(line))
