"""Corrections by an analyst apply where they fit, show as evidence of their own, and are reported where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasetimeline import build_timeline
from ceasetimeline.errors import FormatError, InputError
from ceasetimeline.overrides import read_overrides

ARTICLES = [
    {
        "id": "a",
        "source": "Wire A",
        "published": "2025-07-08",
        "text": "Hamas rejected the truce proposal on Sunday.",
    },
    {
        "id": "b",
        "source": "Daily B",
        "published": "2025-07-08",
        "text": "Hamas has rejected the truce proposal on Sunday.",
    },
    {
        "id": "c",
        "source": "Daily C",
        "published": "2025-09-20",
        "text": "Israel accepted the mediators' proposal on Friday.",
    },
]
IN_A = {"article": "a", "quote": "rejected"}
IN_B = {"article": "b", "quote": "rejected"}
IN_C = {"article": "c", "quote": "accepted"}


def test_a_dropped_mention_is_gone() -> None:
    timeline = build_timeline(ARTICLES, overrides=[{"action": "drop", "mentions": [IN_C]}])
    assert {mention.article for mention in timeline.mentions} == {"a", "b"}
    assert not timeline.issues


def test_a_date_is_replaced_and_says_why() -> None:
    row = {
        "action": "date",
        "mentions": [IN_C],
        "start": "2025-09-18",
        "end": "2025-09-18",
        "note": "the minutes say so",
    }
    timeline = build_timeline(ARTICLES, overrides=[row])
    [event] = timeline.filter(type="acceptance").events
    assert event.bounds.to_json()["start"] == ["2025-09-18", "2025-09-18"]
    assert any(evidence.quote == "the minutes say so" for evidence in event.bounds_because)


def test_a_role_and_a_realis_are_replaced() -> None:
    rows = [
        {"action": "role", "mentions": [IN_C], "role": "agent", "actors": ["Egypt"]},
        {"action": "realis", "mentions": [IN_C], "realis": "denied"},
    ]
    [event] = build_timeline(ARTICLES, overrides=rows).filter(type="acceptance").events
    assert event.roles.agent == ("Egypt",)
    assert event.realis == "denied"


def test_a_merge_is_split_and_two_events_are_joined() -> None:
    assert len(build_timeline(ARTICLES).filter(type="rejection")) == 1
    assert len(build_timeline(ARTICLES, overrides=[{"action": "split", "mentions": [IN_A, IN_B]}])) == 3
    assert len(build_timeline(ARTICLES, overrides=[{"action": "join", "mentions": [IN_A, IN_C]}])) < 3


def test_corrections_survive_an_update() -> None:
    row = {"action": "drop", "mentions": [IN_A]}
    grown = build_timeline(ARTICLES[:1], overrides=[row]).update(ARTICLES[1:])
    assert grown == build_timeline(ARTICLES, overrides=[row])


def test_a_correction_that_fits_nothing_is_reported() -> None:
    timeline = build_timeline(ARTICLES, overrides=[{"action": "drop", "mentions": ["m-none", IN_C]}])
    [issue] = timeline.issues
    assert issue.code == "override-unused"
    assert "m-none" in issue.message


def test_a_file_of_corrections_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        '[[override]]\naction = "date"\nmentions = [{article = "c", quote = "accepted"}]\nend = 2025-09-19\n',
        encoding="utf-8",
    )
    [override] = read_overrides(path)
    assert override.action == "date"
    assert build_timeline(ARTICLES, overrides=path).issues == ()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"action": "date", "mentions": ["m"]}, "a start or an end"),
        ({"action": "role", "mentions": ["m"]}, "a role"),
        ({"action": "join", "mentions": ["m"]}, "two mentions"),
        ({"action": "burn", "mentions": ["m"]}, "burn"),
        ({"action": "drop"}, "mentions"),
    ],
)
def test_a_faulty_correction_names_its_place(row: dict[str, object], fault: str) -> None:
    with pytest.raises(FormatError, match=fault) as caught:
        read_overrides([row])
    assert caught.value.path == "$.override[0]"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_overrides(tmp_path / "nothing.toml")
