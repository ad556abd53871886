"""Who repeats whom, across groups of texts; and forty reprints of one short note."""

from __future__ import annotations

from itertools import combinations
from typing import Any, Final

import pytest

from ceasetimeline import build_timeline
from tests.corpus.linking.marked import cases, origins

CASES: Final = cases("witnesses.toml")
REPORTERS: Final = [f"{first} {last}" for first in ("Ana", "Ben", "Cleo", "Dara", "Edo") for last in ("Lund", "Moss")]
TOWNS: Final = ("Juba", "Goma", "Doha", "Oslo")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_versions_are_told_from_what_only_looks_alike(case: dict[str, Any]) -> None:
    origin = origins(case["texts"])
    wanted = {frozenset(pair) for group in case["versions"] for pair in combinations(group, 2)}
    found = {frozenset(pair) for pair in combinations(case["texts"], 2) if origin[pair[0]] == origin[pair[1]]}
    assert found == wanted


def test_forty_reprints_of_a_note_of_two_sentences_are_one_witness() -> None:
    text = CASES[0]["texts"]["a"]
    reprints = [
        {
            "id": f"r{number:02}",
            "source": f"Paper {number}",
            "published": "2024-05-07",
            "text": f"By {REPORTERS[number % 10]} in {TOWNS[number // 10]}. {text} Page {number + 1}",
        }
        for number in range(40)
    ]
    timeline = build_timeline(reprints)
    assert len({article.copy_of for article in timeline.articles}) == 2
    assert {event.independent_sources for event in timeline.events} == {1}


def test_a_correction_holds_and_what_it_corrects_is_kept() -> None:
    rest = (
        " The guns had fallen silent in the capital the night before, residents said. Aid groups hope for a road to "
        "the west. Nobody spoke to the press afterwards."
    )
    wrong = (
        "The Sudanese army and the Rapid Support Forces signed a truce agreement in Jeddah on Saturday, envoys said."
    )
    right = wrong.replace("Saturday", "Sunday").replace("Jeddah", "Manama")
    timeline = build_timeline(
        [
            {"id": "old", "source": "Wire", "published": "2024-05-14", "text": wrong + rest},
            {
                "id": "new",
                "source": "Mail",
                "published": "2024-05-15",
                "text": f"(Corrects day and place) {right}{rest}",
            },
        ]
    )
    (signing,) = [event for event in timeline.events if event.type == "signing"]
    assert (signing.bounds.to_json()["start"], signing.venue) == (["2024-05-12"] * 2, "Manama")
    assert (len(signing.mentions), signing.independent_sources) == (2, 1)
    assert not timeline.conflicts
    assert any("corrected later" in evidence.note for evidence in signing.why)


def test_without_the_word_for_it_another_day_is_no_correction() -> None:
    """Two dailies of one outlet may differ in earnest: nothing is taken back unless a text says so."""
    texts = {case["name"]: case["texts"] for case in CASES}["correction-of-a-name-and-a-day"]
    silent = {"a": texts["a"], "b": texts["b"].replace("(Corrects day in first paragraph) ", "")}
    assert len(set(origins(silent).values())) == 2
