"""Which move answers which."""

from __future__ import annotations

from typing import Any

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import Linking, link
from ceasetimeline.linking.answers import link_answers
from ceasetimeline.linking.rounds import open_moves, tracks
from ceasetimeline.model import Relation

GOV, ELN, CUBA = "Colombian government", "ELN", "Cuba"


def told(linking: Linking) -> set[tuple[str, str, str]]:
    """Links by the types of the two events; the mere order of reports left out."""
    types = {event.id: event.type for event in linking.events}
    return {(types[s.source], s.kind, types[s.target]) for s in linking.statements if s.target and s.kind != "before"}


def test_a_rejection_answers_the_offer_of_the_same_sentence(report: Any, move: Any, lexicon: Lexicon) -> None:
    text = "The government offered a three-month truce on Monday, but the ELN rejected the offer."
    reading = report(
        "a",
        "2023-01-03",
        text,
        move("proposal", "offered", (GOV,), (ELN,), days=("2023-01-02",)),
        move("rejection", "rejected", (ELN,), (GOV,)),
    )
    assert told(link([reading], lexicon)) == {("rejection", "answers", "proposal")}


def test_an_offer_known_from_another_article_is_answered(report: Any, move: Any, lexicon: Lexicon) -> None:
    offer = report(
        "a",
        "2023-01-02",
        "The government put a three-month truce to the rebels on Monday.",
        move("proposal", "put", (GOV,), (ELN,), days=("2023-01-02",)),
    )
    answer = report(
        "b",
        "2023-01-04",
        "The ELN said yes on Wednesday to a three-month truce.",
        move("acceptance", "said yes", (ELN,), (GOV,), days=("2023-01-04",)),
    )
    linking = link([answer, offer], lexicon)
    assert told(linking) == {("acceptance", "answers", "proposal")}
    assert {s.strength for s in linking.statements if s.target} == {"likely"}


@pytest.mark.parametrize(
    ("agent", "addressee", "day"),
    [((GOV,), (ELN,), "2023-01-04"), ((ELN,), (GOV,), "2022-12-01")],
    ids=["nobody answers himself", "no answer comes before the question"],
)
def test_what_is_no_answer_is_not_linked(
    agent: tuple[str, ...], addressee: tuple[str, ...], day: str, *, report: Any, move: Any, lexicon: Lexicon
) -> None:
    reading = report(
        "a",
        "2023-01-05",
        "A truce was offered. A truce was also accepted.",
        move("proposal", "offered", (GOV,), (ELN,), days=("2023-01-02",)),
        move("acceptance", "accepted", agent, addressee, days=(day,)),
    )
    assert told(link([reading], lexicon)) == set()


def test_what_is_asked_for_is_no_answer_to_the_asking(report: Any, move: Any, lexicon: Lexicon) -> None:
    reading = report(
        "a",
        "2023-01-05",
        "Cuba urged the ELN to accept the truce.",
        move("appeal", "urged", (CUBA,), (ELN,)),
        move("acceptance", "accept", (ELN,), more={"realis": "demanded"}),
    )
    assert told(link([reading], lexicon)) == set()


def test_links_are_the_same_from_the_parts(report: Any, move: Any, lexicon: Lexicon) -> None:
    reading = report(
        "a",
        "2023-01-03",
        "The government offered a truce on Monday, but the ELN rejected the offer.",
        move("proposal", "offered", (GOV,), (ELN,), days=("2023-01-02",)),
        move("rejection", "rejected", (ELN,), (GOV,)),
    )
    linking = link([reading], lexicon)
    assert link_answers(linking.events, reading.mentions, [reading], lexicon) == tuple(
        s for s in linking.statements if s.target and s.kind != "before"
    )


def test_a_move_is_open_until_it_is_answered_with_a_stand(report: Any, move: Any, lexicon: Lexicon) -> None:
    reading = report(
        "a",
        "2023-01-05",
        "The government offered a truce. The ELN is studying it. The ELN accepted.",
        move("proposal", "offered", (GOV,), (ELN,)),
        move("deferral", "studying", (ELN,)),
        move("acceptance", "accepted", (ELN,)),
    )
    events = {event.type: event for event in link([reading], lexicon).events}

    def relation(source: str) -> Relation:
        return Relation(
            id=source, source=events[source].id, target=events["proposal"].id, kind="answers", strength="asserted"
        )

    assert open_moves(events.values(), [], lexicon) == (events["proposal"],)
    assert open_moves(events.values(), [relation("deferral")], lexicon) == (events["proposal"],)
    assert open_moves(events.values(), [relation("acceptance")], lexicon) == ()


def test_talks_of_the_same_parties_form_tracks(report: Any, move: Any, lexicon: Lexicon) -> None:
    days = ("2023-01-02", "2023-01-05", "2023-06-01")
    readings = [
        report(
            f"a{day}", day, "The second round of talks took place.", move("talks", "talks", (GOV, ELN), days=(day,))
        )
        for day in days
    ]
    found = tracks(link(readings, lexicon).events, lexicon)
    assert [[event.bounds.to_json()["start"][0] for _, event in track.rounds] for track in found] == [
        ["2023-01-02", "2023-01-05"],
        ["2023-06-01"],
    ]
