"""Bounds in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import TimeBounds, ordinal
from ceasetimeline.model import Publication
from ceasetimeline.view.wording import count_words, joined, published_words, range_words, when_words


def bounds(*sides: str | None) -> TimeBounds:
    es, ls, ee, le = (None if side is None else ordinal(side) for side in sides)
    return TimeBounds(earliest_start=es, latest_start=ls, earliest_end=ee, latest_end=le)


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (("2025-01-04", "2025-01-04", "2025-01-04", "2025-01-04"), "4 Jan 2025"),
        (("2025-05-01", "2025-05-10", "2025-05-01", "2025-05-10"), "1–10 May 2025"),
        (("2025-06-13", "2025-06-13", "2025-06-24", "2025-06-24"), "from 13 to 24 Jun 2025"),
        (("2023-11-24", "2023-11-24", "2023-12-01", "2023-12-01"), "from 24 Nov 2023 to 1 Dec 2023"),
        ((None, "2025-01-04", None, "2025-01-04"), "by 4 Jan 2025"),
        ((None, "2025-01-04", None, "2025-01-09"), "by 9 Jan 2025"),
        (("2025-10-10", None, "2025-10-10", None), "10 Oct 2025 or later"),
        (("2025-10-10", "2025-10-10", "2025-10-10", None), "from 10 Oct 2025"),
        (("2025-10-10", "2025-10-12", None, None), "from 10–12 Oct 2025"),
        ((None, "2025-10-12", None, None), "start by 12 Oct 2025"),
        (("2025-10-12", None, None, None), "12 Oct 2025 or later"),
        ((None, None, "2025-10-12", "2025-10-12"), "until 12 Oct 2025"),
        ((None, None, "2025-10-12", None), "until 12 Oct 2025 or later"),
        (("2025-10-01", "2025-10-03", "2025-10-07", "2025-10-09"), "start 1–3 Oct 2025, end 7–9 Oct 2025"),
        ((None, None, None, None), "date unknown"),
    ],
)  # fmt: skip
def test_bounds_in_words(sides: tuple[str | None, ...], words: str) -> None:
    assert when_words(bounds(*sides)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-07-08", "2025-07-08", "8 Jul 2025"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2025-04-01", "2025-06-30", "Apr–Jun 2025"),
        ("2025-04-28", "2025-05-03", "28 Apr – 3 May 2025"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2023-01-01", "2024-12-31", "1 Jan 2023 – 31 Dec 2024"),
    ],
)
def test_a_range_in_as_few_words_as_it_takes(first: str, last: str, words: str) -> None:
    assert range_words(ordinal(first), ordinal(last)) == words


days = st.none() | st.integers(738000, 741000)


@given(st.tuples(days, days, days, days))
def test_every_known_bound_can_be_worded_and_only_open_ones_are_unknown(sides: tuple[int | None, ...]) -> None:
    es, ls, ee, le = sides
    try:
        known = TimeBounds(earliest_start=es, latest_start=ls, earliest_end=ee, latest_end=le)
    except ValueError:
        return
    assert (when_words(known) == "date unknown") == known.is_open


def test_publication_in_words() -> None:
    assert published_words(Publication()) == "undated"
    assert published_words(Publication.on(739440)) == "8 Jul 2025"
    assert published_words(Publication(bounds=(739439, 739440), basis="inferred")) == "about 7–8 Jul 2025"


def test_lists_and_counts() -> None:
    assert [joined(tuple("ABC"[:n])) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert (count_words(1, "source"), count_words(2, "source")) == ("1 source", "2 sources")
