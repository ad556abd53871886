"""Which reports are of one move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import link
from ceasetimeline.linking.coreference import cluster
from ceasetimeline.linking.syndication import find_copies, witnesses
from ceasetimeline.model import Article, ArticleReading, Event, Mention, Roles

SIDES = ("Sudanese Armed Forces", "Rapid Support Forces")
ARMY, RSF = SIDES


def events_of(readings: Sequence[ArticleReading], lexicon: Lexicon) -> tuple[Event, ...]:
    copies = find_copies(readings)
    return cluster(readings, witnesses(readings, copies), lexicon, copies)


def test_one_signing_told_by_two_outlets_is_one_event_with_two_sources(
    report: Any, move: Any, lexicon: Lexicon
) -> None:
    day = ("2024-05-11",)
    one = report(
        "a",
        "2024-05-12",
        "The army and the RSF signed a seven-day truce in Jeddah on Saturday.",
        move("signing", "signed", SIDES, days=day),
    )
    two = report(
        "b",
        "2024-05-11",
        "In Jeddah, Sudan's warring sides put their names to a truce of seven days.",
        move("signing", "put their names", SIDES, days=day),
    )
    (event,) = events_of([one, two], lexicon)
    assert event.independent_sources == 2
    assert event.mentions == ("a-0", "b-0")
    assert "same day" in event.why[0].note


def test_a_copy_adds_evidence_but_no_source(report: Any, move: Any, lexicon: Lexicon) -> None:
    text = "The army rejected the offer of talks on Monday, its spokesman said in Port Sudan."
    readings = [
        report(name, day, text, move("rejection", "rejected", (ARMY,), (RSF,), days=("2024-05-06",)))
        for name, day in (("a", "2024-05-06"), ("b", "2024-05-07"))
    ]
    (event,) = events_of(readings, lexicon)
    assert (len(event.mentions), event.independent_sources) == (2, 1)


@pytest.mark.parametrize("kind", ["release", "talks"])
def test_moves_that_recur_from_day_to_day_stay_apart(kind: str, report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report(
            f"a{day}",
            f"2024-05-0{day}",
            f"They met again on day {day}.",
            move(kind, "met", SIDES, days=(f"2024-05-0{day}",)),
        )
        for day in (1, 2, 3)
    ]
    assert len(events_of(readings, lexicon)) == 3


def test_numbered_rounds_stay_apart_even_on_one_day(report: Any, move: Any, lexicon: Lexicon) -> None:
    text = "The fifth round of talks was held on Monday. The sixth round of talks followed in the evening."
    reading = report(
        "a",
        "2024-05-06",
        text,
        move("talks", "fifth round of talks", SIDES, days=("2024-05-06",)),
        move("talks", "sixth round of talks", SIDES, days=("2024-05-06",)),
    )
    assert len(events_of([reading], lexicon)) == 2


def test_a_plan_that_came_true_is_one_event_with_its_fulfilment(report: Any, move: Any, lexicon: Lexicon) -> None:
    plan = report(
        "a",
        "2024-05-08",
        "The truce is due to begin on Friday, the mediators said.",
        move("ceasefire", "begin", SIDES, days=("2024-05-10",), more={"realis": "planned"}),
    )
    fact = report(
        "b",
        "2024-05-10",
        "The truce began at dawn on Friday.",
        move("ceasefire", "began", SIDES, days=("2024-05-10",)),
    )
    (event,) = events_of([plan, fact], lexicon)
    assert event.realis == "actual"


def test_a_superseded_plan_stays_apart_from_what_happened(report: Any, move: Any, lexicon: Lexicon) -> None:
    plan = report(
        "a",
        "2024-05-08",
        "The truce is due to begin on Thursday, the mediators said.",
        move("ceasefire", "begin", SIDES, days=("2024-05-09",), more={"realis": "planned"}),
    )
    fact = report(
        "b",
        "2024-05-10",
        "The truce began at dawn on Friday.",
        move("ceasefire", "began", SIDES, days=("2024-05-10",)),
    )
    assert [event.realis for event in events_of([plan, fact], lexicon)] == ["planned", "actual"]


def test_a_denial_is_an_event_of_its_own_that_denies(report: Any, move: Any, lexicon: Lexicon) -> None:
    claim = report(
        "a",
        "2024-05-06",
        "The RSF has accepted the truce offer, its adviser said on Monday.",
        move("acceptance", "accepted", (RSF,), days=("2024-05-06",)),
    )
    denial = report(
        "b",
        "2024-05-06",
        "An RSF spokesman denied on Monday that it had accepted the truce offer.",
        move("acceptance", "accepted", (RSF,), days=("2024-05-06",), more={"realis": "denied"}),
    )
    linking = link([claim, denial], lexicon)
    kinds = {event.realis: event.id for event in linking.events}
    assert [(s.kind, s.source, s.target) for s in linking.statements if s.target] == [
        ("denies", kinds["denied"], kinds["actual"])
    ]
    assert [conflict.kind for conflict in linking.conflicts] == ["realis"]


def test_other_actors_make_other_events(report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report(
            "a",
            "2024-05-06",
            "The army accepted the plan.",
            move("acceptance", "accepted", (ARMY,), days=("2024-05-06",)),
        ),
        report(
            "b",
            "2024-05-06",
            "The RSF accepted the plan.",
            move("acceptance", "accepted", (RSF,), days=("2024-05-06",)),
        ),
    ]
    assert len(events_of(readings, lexicon)) == 2


def test_a_credited_outlet_counts_once(report: Any, move: Any, lexicon: Lexicon) -> None:
    signed = move("signing", "signed", SIDES, days=("2024-05-11",))
    readings = [
        report("a", "2024-05-11", "The army and the RSF signed a truce in Jeddah.", signed, source="reuters.com"),
        report(
            "b",
            "2024-05-12",
            "Reuters reported that the RSF and the army signed a truce.",
            signed,
            source="Daily Harbour",
        ),
    ]
    (event,) = events_of(readings, lexicon)
    assert event.independent_sources == 1


def test_an_analyst_may_join_and_split(report: Any, move: Any, lexicon: Lexicon) -> None:
    same = [
        report(name, "2024-05-11", text, move("signing", "signed", SIDES, days=("2024-05-11",)))
        for name, text in (
            ("a", "Both sides signed a truce in Jeddah."),
            ("b", "A truce was signed by the two in Jeddah."),
        )
    ]
    assert len(link(same, lexicon).events) == 1
    assert len(link(same, lexicon, apart=[("a-0", "b-0")]).events) == 2
    other = report("c", "2024-08-01", "The sides signed.", move("signing", "signed", SIDES, days=("2024-08-01",)))
    assert len(link([*same, other], lexicon, together=[("a-0", "c-0")]).events) == 1


def test_moves_without_a_place_in_a_text_are_linked_too(lexicon: Lexicon) -> None:
    coded = [
        ArticleReading(
            article=Article(id=name, text=""),
            mentions=(
                Mention(
                    id=f"{name}-0",
                    article=name,
                    type="signing",
                    roles=Roles(parties=SIDES),
                    bounds=TimeBounds.within(Interval.of("2024-05-11")),
                    quantity="40 captives",
                ),
            ),
        )
        for name in ("a", "b")
    ]
    (event,) = events_of(coded, lexicon)
    assert event.independent_sources == 2


def test_a_state_and_its_army_may_be_one_side(report: Any, move: Any, lexicon: Lexicon) -> None:
    """Two names for those who act are one move, and no contradiction; two parties of one state are not."""

    def merged(one: str, two: str) -> tuple[int, int]:
        text = "On Monday {} rejected the plan to open the crossing at Adre for relief convoys."
        reports = [
            report(name, "2024-08-13", text.format(who), move("rejection", "rejected", (who,), days=("2024-08-12",)))
            for name, who in (("a", one), ("b", two))
        ]
        linking = link(reports, lexicon)
        return len(linking.events), len(linking.conflicts)

    assert merged("Sudan", "Sudanese Armed Forces") == (1, 0)
    assert merged("Houthis", "Yemeni government")[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        "agreed on Monday to prolong the truce",
        "agreed on an extension of the truce",
        "agreed to renew their truce for another month",
    ],
)
def test_an_agreement_to_extend_is_not_the_agreement_that_it_extends(
    words: str, report: Any, move: Any, lexicon: Lexicon
) -> None:
    first = report(
        "a",
        "2024-05-12",
        "The army and the RSF agreed on a truce, the mediators in Jeddah said.",
        move("agreement", "agreed on a truce", SIDES, days=("2024-05-11",)),
    )
    later = report(
        "b",
        "2024-05-15",
        f"The army and the RSF {words}, the mediators in Jeddah said.",
        move("agreement", "agreed", SIDES),
    )
    assert len(events_of([first, later], lexicon)) == 2


def test_two_reports_of_one_extension_are_one_event(report: Any, move: Any, lexicon: Lexicon) -> None:
    day = ("2024-05-15",)
    one = report(
        "a",
        "2024-05-15",
        "A deal to extend the truce by two days has been agreed, the mediators said.",
        move("agreement", "agreed", SIDES, days=day),
    )
    two = report(
        "b",
        "2024-05-16",
        "Envoys met in Jeddah to speak of the two-day extension of the truce.",
        move("agreement", "two-day extension", SIDES),
    )
    assert len(events_of([one, two], lexicon)) == 1


def test_a_facet_tells_apart_only_moves_of_its_types(report: Any, move: Any, lexicon: Lexicon) -> None:
    day = ("2024-05-15",)
    one = report(
        "a",
        "2024-05-15",
        "The sides met in Jeddah to discuss an extension of the truce.",
        move("talks", "met", SIDES, days=day),
    )
    two = report("b", "2024-05-15", "The sides met in Jeddah.", move("talks", "met", SIDES, days=day))
    assert len(events_of([one, two], lexicon)) == 1


def test_a_name_handed_in_short_is_the_actor_of_that_name(report: Any, move: Any, lexicon: Lexicon) -> None:
    one = report(
        "a", "2024-05-31", "Washington outlined a plan.", move("proposal", "outlined", ("US",), days=("2024-05-31",))
    )
    two = report(
        "b",
        "2024-05-31",
        "The plan was outlined by the United States.",
        move("proposal", "outlined", ("United States",), days=("2024-05-31",)),
    )
    (event,) = events_of([one, two], lexicon)
    assert "same actors: United States" in event.why[0].note
