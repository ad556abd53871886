"""Mentions handed in without bounds are dated by the clause that their words stand in."""

from __future__ import annotations

import pytest

from ceasetimeline import build_timeline

TEXT = (
    "Ukraine rejected the truce plan on Sunday. "
    "The Monday encounter of the envoys in Minsk was short. "
    "Russia had on Friday dropped the initiative. "
    "The envoys parted in anger."
)


@pytest.mark.parametrize(
    ("words", "type_", "days"),
    [
        ("rejected", "rejection", ("2025-07-06", "2025-07-06")),
        ("encounter", "meeting", ("2025-07-07", "2025-07-07")),
        ("dropped", "rejection", ("2025-07-04", "2025-07-04")),
        ("parted in anger", "breakdown", (None, "2025-07-08")),
    ],
)
def test_a_mention_without_bounds_takes_the_days_of_its_clause(
    words: str, type_: str, days: tuple[str | None, str | None]
) -> None:
    start = TEXT.index(words)
    row = {"article": "a", "type": type_, "start": start, "end": start + len(words)}
    timeline = build_timeline([{"id": "a", "text": TEXT, "published": "2025-07-08"}], mentions=[row])
    bounds = timeline.mentions[0].bounds.to_json()
    assert (bounds["start"][0], bounds["end"][1]) == days


def test_bounds_handed_in_stay() -> None:
    bounds = {"start": ["2025-07-01", "2025-07-01"], "end": ["2025-07-01", "2025-07-01"]}
    row = {"article": "a", "type": "rejection", "start": 8, "end": 16, "bounds": bounds}
    timeline = build_timeline([{"id": "a", "text": TEXT, "published": "2025-07-08"}], mentions=[row])
    assert timeline.mentions[0].bounds.to_json() == bounds
