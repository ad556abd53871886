"""What the words of an answer point to."""

from __future__ import annotations

from typing import Any

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import link
from ceasetimeline.linking.reference import Pointers
from ceasetimeline.model import Span

GOV, ELN, UN = "Colombian government", "ELN", "United Nations"


@pytest.fixture(scope="module")
def pointers() -> Pointers:
    return Pointers.of(Lexicon.default())


@pytest.mark.parametrize(
    ("text", "trigger", "types"),
    [
        ("The ELN rejected the proposal.", "rejected", {"proposal", "agreement"}),
        ("The ELN rejected it at once.", "rejected", {"proposal", "demand", "ceasefire"}),
        ("The council accepted the terms.", "accepted", {"demand"}),
        ("The truce was rejected by the ELN.", "rejected", {"ceasefire"}),
        ("It was rejected by the ELN, and the offer lapsed.", "rejected", {"proposal"}),
        ("The ELN rejected mediation.", "rejected", set()),
    ],
)
def test_definite_nouns_and_pronouns_point(
    text: str, trigger: str, types: set[str], *, report: Any, move: Any, pointers: Pointers
) -> None:
    kind = "acceptance" if trigger == "accepted" else "rejection"
    [mention] = report("a", "2023-01-20", text, move(kind, trigger, (ELN,))).mentions
    found = pointers.read(mention, text, Span(0, len(text))).types
    assert types <= found
    assert bool(types) == bool(found)


def answered(linking: Any) -> set[str]:
    agents = {event.id: event.roles.agent for event in linking.events}
    return {agents[s.target][0] for s in linking.statements if s.kind == "answers"}


def test_a_definite_noun_points_to_the_last_move_of_its_kind(report: Any, move: Any, lexicon: Lexicon) -> None:
    text = (
        "The government offered a truce of three months. The United Nations submitted a plan of its own in May. "
        "The ELN rejected the plan."
    )
    reading = report(
        "a",
        "2023-01-20",
        text,
        move("proposal", "offered", (GOV,), (ELN,)),
        move("proposal", "submitted", (UN,), (GOV,)),
        move("rejection", "rejected", (ELN,)),
    )
    assert answered(link([reading], lexicon)) == {UN}


def test_the_object_of_an_answer_wins_over_whom_the_move_was_made_to(
    report: Any, move: Any, lexicon: Lexicon
) -> None:
    text = "The ELN has agreed to a U.N. proposal for a truce with the government, both said."
    reading = report(
        "a",
        "2023-01-20",
        text,
        move("acceptance", "agreed to", (ELN,)),
        move("proposal", "proposal", (UN,), (GOV,)),
    )
    assert answered(link([reading], lexicon)) == {UN}


@pytest.mark.parametrize("noun", ["propo\u017fal", "ver\u017fion", "accusat\u0131on", "vers\u0130on"])
def test_letters_that_match_others_without_case_point_nowhere(
    noun: str, *, report: Any, move: Any, pointers: Pointers
) -> None:
    text = f"The ELN rejected the {noun}."
    [mention] = report("a", "2023-01-20", text, move("rejection", "rejected", (ELN,))).mentions
    assert pointers.read(mention, text, Span(0, len(text))).types == set()
