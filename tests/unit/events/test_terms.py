"""What is asked for or planned: a move of its own where somebody is asked to do it, else a term."""

from __future__ import annotations

import pytest

from ceasetimeline import build_timeline

SIGNED = "The truce with M23 had been signed on Friday."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The summit called on the rebels to leave the town at once.", [("withdrawal", "demanded")]),
        ("Kinshasa demanded that the rebels withdraw from Goma.", [("withdrawal", "demanded")]),
        ("The plan would see the rebels leave the town.", []),
        ("The government demands the withdrawal of the rebels from Goma.", []),
        ("Kinshasa demanded that the rebels release six prisoners.", []),
    ],
)
def test_a_withdrawal_that_somebody_is_asked_for_is_told(sentence: str, told: list[tuple[str, str]]) -> None:
    mentions = build_timeline([(f"{sentence} {SIGNED}", "2022-11-03")]).mentions
    kinds = {"withdrawal", "release"}
    assert [(mention.type, mention.realis) for mention in mentions if mention.type in kinds] == told
