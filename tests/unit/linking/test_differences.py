"""Contradictions between reports are reported; differences that contradict nothing are not."""

from __future__ import annotations

from typing import Any

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import link
from ceasetimeline.model import Conflict

KYIV, MOSCOW = "Ukraine", "Russia"
DAY = ("2025-05-16",)


def kinds(conflicts: tuple[Conflict, ...]) -> list[str]:
    return [conflict.kind for conflict in conflicts]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Kyiv freed 390 captives on Friday.", "On Friday Kyiv freed 370 captives.", ["quantity"]),
        ("Kyiv freed 390 captives on Friday.", "On Friday Kyiv freed about 400 captives.", []),
        ("Kyiv freed 390 captives on Friday.", "On Friday Kyiv freed 120 civilians.", []),
        ("Kyiv freed 390 captives on Friday.", "On Friday Kyiv freed captives.", []),
    ],
)
def test_counts(one: str, two: str, expected: list[str], *, report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report(name, "2025-05-16", text, move("release", "freed", (KYIV,), (MOSCOW,), days=DAY))
        for name, text in (("a", one), ("b", two))
    ]
    linking = link(readings, lexicon)
    assert len(linking.events) == 1
    assert kinds(linking.conflicts) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Istanbul", "Geneva", ["place"]),
        ("Istanbul", "Turkey", []),
        ("Istanbul", "central Istanbul", []),
        ("Istanbul", "", []),
    ],
)
def test_places(one: str, two: str, expected: list[str], *, report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report(
            name,
            "2025-05-16",
            "Envoys of the two countries sat down for direct talks on Friday.",
            move("talks", "talks", (KYIV, MOSCOW), days=DAY, more={"venue": venue}),
        )
        for name, venue in (("a", one), ("b", two))
    ]
    for number, reading in enumerate(readings):
        assert reading.mentions[0].venue == (one, two)[number]
    assert kinds(link(readings[:1], lexicon).conflicts) == []
    assert kinds(link([readings[0], _elsewhere(readings[1])], lexicon).conflicts) == expected


def _elsewhere(reading: Any) -> Any:
    """The same report by an outlet of its own, not a copy."""
    import attrs

    return attrs.evolve(reading, sketch=frozenset(range(100, 140)))


def test_rounds(report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report(name, "2025-05-16", text, move("talks", "talks", (KYIV, MOSCOW), days=DAY))
        for name, text in (
            ("a", "The second round of talks between the envoys was held in Istanbul on Friday."),
            ("b", "The envoys held the third round of talks in Istanbul on Friday."),
        )
    ]
    linking = link(readings, lexicon)
    assert len(linking.events) == 1
    assert kinds(linking.conflicts) == ["round"]


def test_yes_and_no_of_one_day_contradict_each_other(report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report("a", "2025-05-16", "Kyiv accepted the truce plan.", move("acceptance", "accepted", (KYIV,), days=DAY)),
        report("b", "2025-05-16", "Kyiv turned the truce plan down.", move("rejection", "turned", (KYIV,), days=DAY)),
    ]
    (conflict,) = link(readings, lexicon).conflicts
    assert conflict.kind == "realis"
    assert {evidence.article for claim in conflict.claims for evidence in claim.evidence} == {"a", "b"}


@pytest.mark.parametrize(
    ("actor", "day"), [(MOSCOW, "2025-05-16"), (KYIV, "2025-05-24")], ids=["the other side", "a change of mind"]
)
def test_yes_and_no_that_go_together(actor: str, day: str, report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report("a", "2025-05-16", "Kyiv accepted the truce plan.", move("acceptance", "accepted", (KYIV,), days=DAY)),
        report("b", day, "The truce plan was turned down.", move("rejection", "turned", (actor,), days=(day,))),
    ]
    assert link(readings, lexicon).conflicts == ()


def test_swapped_roles_are_one_event_and_a_conflict(report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report(
            "a",
            "2025-05-16",
            "Kyiv proposed a 30-day truce to Moscow on Friday.",
            move("proposal", "proposed", (KYIV,), (MOSCOW,), days=DAY),
        ),
        report(
            "b",
            "2025-05-16",
            "Moscow on Friday proposed a 30-day truce to Kyiv.",
            move("proposal", "proposed", (MOSCOW,), (KYIV,), days=DAY),
        ),
    ]
    linking = link(readings, lexicon)
    assert len(linking.events) == 1
    assert kinds(linking.conflicts) == ["role"]


def test_dates_that_differ_become_statements_to_be_weighed(report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report(name, "2025-05-18", text, move("signing", "signed", (KYIV, MOSCOW), days=(day,)))
        for name, text, day in (
            ("a", "The two sides signed the prisoner deal in Istanbul on Friday.", "2025-05-16"),
            ("b", "The prisoner deal was signed in Istanbul by the two sides on Saturday.", "2025-05-17"),
        )
    ]
    linking = link(readings, lexicon)
    assert len(linking.events) == 1
    dates = [s for s in linking.statements if s.kind == "date" and s.days[0] is not None]
    assert len(dates) == 1
    assert linking.events[0].bounds.earliest_start not in dates[0].days
