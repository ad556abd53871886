"""When a plan and a fact are one move, and when the fact was over before the plan was told."""

from __future__ import annotations

import pytest

from ceasetimeline import build_timeline

PLAN = ("Israel and Hamas will begin talks on a second phase by February 3, the mediators said.", "2025-01-19")


@pytest.mark.parametrize(
    ("fact", "published", "same"),
    [
        (
            "A week ago nobody would say aloud that the talks of Israel and Hamas were near their end.",
            "2025-01-20",
            False,
        ),
        ("Israel and Hamas began talks on a second phase on February 3.", "2025-02-04", True),
    ],
)
def test_talks_that_went_on_before_are_not_those_planned(fact: str, published: str, same: bool) -> None:
    events = build_timeline([PLAN, (fact, published)]).events
    assert any(len(event.mentions) > 1 for event in events) is same
