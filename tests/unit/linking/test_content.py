"""What mentions are about, as read from their sentences."""

from __future__ import annotations

import pytest

from ceasetimeline.linking.content import counts, durations, exact_counts, round_number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a 60-day truce", {60.0}),
        ("a two-day pause", {2.0}),
        ("a 48-hour truce", {2.0}),
        ("a week-long lull", {7.0}),
        ("for six weeks", {42.0}),
        ("two weeks ago", set()),
        ("a 12-year-old", set()),
        ("the truce", set()),
        ("zero days of calm", {0.0}),
    ],
)
def test_durations_are_read_in_days(text: str, days: set[float]) -> None:
    assert durations(text) == days


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("24 hostages", {("hostag", 24)}),
        ("two dozen hostages", {("hostag", 24)}),
        ("ten more captives", {("captiv", 10)}),
        ("1,500 prisoners of war", {("prisoner", 1500)}),
        ("13 Israeli hostages", {("israeli hostag", 13)}),
        ("three days", set()),
        ("a captive", set()),
    ],
)
def test_counts_are_read_with_what_they_count(text: str, counted: set[tuple[str, int]]) -> None:
    assert counts(text) == counted


def test_vague_and_repeated_counts_are_not_exact() -> None:
    assert exact_counts("They freed 24 captives.") == {"captives": 24}
    assert exact_counts("They freed at least 24 captives.") == {}
    assert exact_counts("They freed 24 captives, then 3 captives.") == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [("sixth round", 6), ("2nd", 2), ("Round 3", 3), ("12th", 12), ("latest round", None), ("", None)],
)
def test_rounds_have_numbers(text: str, number: int | None) -> None:
    assert round_number(text) == number


def test_zero_is_a_number_as_a_word_too() -> None:
    assert counts("zero hostages were freed") == {("hostag", 0)}


@pytest.mark.parametrize(
    "text", ["a f\u0131ve-day truce", "\u017fix hostages", "the \u017fixth round", "a f\u0130ve-week-long lull"]
)
def test_letters_that_match_others_without_case_count_nothing(text: str) -> None:
    assert not durations(text) - {7.0}
    assert not counts(text)
    assert round_number(text) is None
