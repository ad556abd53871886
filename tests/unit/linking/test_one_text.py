"""What one text tells of one move, and what of two."""

from __future__ import annotations

from typing import Any

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import link

SIDES = ("Sudanese Armed Forces", "Rapid Support Forces")
ARMY, RSF = SIDES
MONDAY = ("2024-05-06",)


def number_of_events(lexicon: Lexicon, *reports: Any) -> int:
    return len(link(reports, lexicon).events)


def test_a_journey_and_the_talks_it_leads_to_are_two_moves_of_one_text(
    report: Any, move: Any, lexicon: Lexicon
) -> None:
    text = "The army's envoys flew to Jeddah on Monday. In the evening the army and the RSF held talks there."
    both = report(
        "a",
        "2024-05-07",
        text,
        move("delegation", "flew", (ARMY,), days=MONDAY),
        move("talks", "held talks", SIDES, days=MONDAY),
    )
    assert number_of_events(lexicon, both) == 2


def test_talks_done_and_talks_to_come_are_two_moves_of_one_text(report: Any, move: Any, lexicon: Lexicon) -> None:
    text = "The army and the RSF met on Monday. A date for the next round of talks is not set."
    reading = report(
        "a",
        "2024-05-06",
        text,
        move("talks", "met", SIDES, days=MONDAY),
        move("talks", "talks", SIDES, more={"realis": "planned"}),
    )
    assert number_of_events(lexicon, reading) == 2


def test_a_plan_of_the_day_that_the_same_live_report_sees_done_is_one_move(
    report: Any, move: Any, lexicon: Lexicon
) -> None:
    text = "The army and the RSF are to sign a truce in Jeddah on Monday. The army and the RSF signed the truce."
    reading = report(
        "a",
        "2024-05-06",
        text,
        move("signing", "sign", SIDES, days=MONDAY, more={"realis": "planned"}),
        move("signing", "signed", SIDES, days=MONDAY),
    )
    assert number_of_events(lexicon, reading) == 1


@pytest.mark.parametrize(
    ("second", "events"),
    [
        ("It also insisted that its commanders keep their ranks.", 2),
        ("It insisted that the army leave the airport at Merowe first.", 1),
    ],
)
def test_one_text_seldom_makes_one_demand_twice(
    second: str, events: int, report: Any, move: Any, lexicon: Lexicon
) -> None:
    text = f"The RSF demanded on Monday that the army leave the airport at Merowe. {second}"
    reading = report(
        "a",
        "2024-05-06",
        text,
        move("demand", "demanded", (RSF,), (ARMY,), days=MONDAY),
        move("demand", "insisted", (RSF,), (ARMY,), days=MONDAY),
    )
    assert number_of_events(lexicon, reading) == events


def test_what_a_demand_speaks_of_is_numbered_not_the_demand(report: Any, move: Any, lexicon: Lexicon) -> None:
    one = report(
        "a",
        None,
        "The RSF insisted on food before the second release of captives.",
        move("demand", "insisted", (RSF,), (ARMY,)),
    )
    two = report(
        "b",
        None,
        "Ahead of the second phase of a lasting halt the RSF asked for guarantees.",
        move("demand", "asked", (RSF,), (ARMY,)),
    )
    assert number_of_events(lexicon, one, two) == 2


def test_one_of_several_rounds_is_not_all_of_them(report: Any, move: Any, lexicon: Lexicon) -> None:
    text = "The army and the RSF have held eight rounds of talks. At the fifth round of talks maps were shown."
    reading = report(
        "a",
        "2024-05-06",
        text,
        move("talks", "held eight rounds of talks", SIDES),
        move("talks", "fifth round of talks", SIDES),
    )
    assert number_of_events(lexicon, reading) == 2


@pytest.mark.parametrize(("kind", "events"), [("agreement", 1), ("release", 2)])
def test_in_an_undated_text_rare_moves_are_one_the_surer(
    kind: str, events: int, report: Any, move: Any, lexicon: Lexicon
) -> None:
    text = "A step of both sides came first. Rain fell over the harbour. Another word for the step followed."
    reading = report("a", None, text, move(kind, "came first", SIDES), move(kind, "Another word", SIDES))
    assert number_of_events(lexicon, reading) == events
