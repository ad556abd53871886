"""A denial of a report is no refusal: it contradicts no acceptance."""

from __future__ import annotations

import pytest

from ceasetimeline import Article, build_timeline

ACCEPTED = Article(text="Hamas accepted the plan on Tuesday.", source="Wire A", published="2024-06-12")


@pytest.mark.parametrize(
    ("text", "contradicts"),
    [
        ("Hamas denied on Tuesday that it had rejected the plan.", False),
        ("Hamas rejected the plan on Tuesday.", True),
    ],
)
def test_only_a_refusal_contradicts_an_acceptance(text: str, contradicts: bool) -> None:
    timeline = build_timeline([ACCEPTED, Article(text=text, source="Daily B", published="2024-06-12")])
    assert bool(timeline.conflicts) is contradicts
