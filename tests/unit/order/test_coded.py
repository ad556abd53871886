"""Events and statements that people and models code."""

from __future__ import annotations

from typing import Any

import pytest

from ceasetimeline.bounds import Interval, TimeBounds, ordinal
from ceasetimeline.errors import FormatError, UnknownNameError
from ceasetimeline.model import Event, Statement
from ceasetimeline.order import coded_events, coded_statements, solve

FIRST, LAST = ordinal("2025-07-06"), ordinal("2025-07-08")


@pytest.mark.parametrize(
    ("row", "bounds"),
    [
        ({"date": "2025-07-06"}, TimeBounds.within(Interval(FIRST, FIRST + 1))),
        ({"date": ["2025-07-06", "2025-07-08"]}, TimeBounds.within(Interval(FIRST, LAST + 1))),
        ({"start": "2025-07-06", "end": "2025-07-08"}, TimeBounds.throughout(Interval(FIRST, LAST + 1))),
        ({"start": "2025-07-06"}, TimeBounds(earliest_start=FIRST, latest_start=FIRST, earliest_end=FIRST)),
        ({"end": "2025-07-08"}, TimeBounds(latest_start=LAST, earliest_end=LAST, latest_end=LAST)),
        ({}, TimeBounds()),
    ],
)
def test_plain_dates_become_bounds(row: dict[str, Any], bounds: TimeBounds) -> None:
    [event] = coded_events([{"id": "x", "type": "a kind of my own", **row}])
    assert event.bounds == bounds
    assert event.type == "a kind of my own"


def test_values_and_interchange_rows_pass() -> None:
    value = Event(id="x", type="talks")
    row = {"id": "y", "type": "talks", "bounds": {"start": ["2025-07-06", None], "end": ["2025-07-06", None]}}
    assert coded_events([value, row]) == (value, Event(id="y", type="talks", bounds=TimeBounds.since(FIRST)))


@pytest.mark.parametrize(
    "date", ["6 July", ["2025-07-08", "2025-07-06"], 5, ["2025-07-06", "2025-07-07", "2025-07-08"]]
)
def test_a_bad_date_names_its_row(date: object) -> None:
    with pytest.raises(FormatError, match=r"\$\[1\]: ISO days"):
        coded_events([{"id": "x", "type": "talks"}, {"id": "y", "type": "talks", "date": date}])


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (("x", "before", "y"), "before"),
        (("x", "BEFORE", "y"), "before"),
        (("x", "ends", "y"), "ends"),
        (("x", "ENDS", "y"), "finishes"),
        ({"kind": "after", "source": "x", "target": "y"}, "after"),
        ({"relType": "IS_INCLUDED", "eventInstanceID": "x", "relatedToTime": "y"}, "within"),
    ],
)
def test_every_spelling_of_a_statement(given: Any, kind: str) -> None:
    assert coded_statements([given]) == (Statement(kind=kind, source="x", target="y"),)


def test_rows_may_say_more() -> None:
    row = {
        "kind": "gap",
        "source": "x",
        "target": "y",
        "days": 2,
        "weight": 3,
        "strength": "entailed",
        "quote": "two days later",
    }
    [said] = coded_statements([row])
    assert (said.days, said.weight, said.strength, said.evidence[0].quote) == (
        (2, 2),
        3,
        "entailed",
        "two days later",
    )
    [dated] = coded_statements([{"kind": "date", "source": "x", "days": ["2025-07-06", None], "article": "a1"}])
    assert (dated.days, dated.evidence[0].article, dated.evidence[0].rule) == ((FIRST, None), "a1", "coded")
    value = Statement(kind="before", source="x", target="y")
    assert coded_statements([value]) == (value,)


@pytest.mark.parametrize(
    "given",
    [
        "x before y",
        ("x", "before"),
        ("x", "before", 3),
        {"source": "x", "target": "y"},
        {"kind": "before", "target": "y"},
        {"kind": "before", "source": "x"},
        {"kind": "before", "source": "x", "target": "y", "strength": "sure"},
        {"kind": "date", "source": "x", "days": ("yesterday", None)},
        {"kind": "date", "source": "x", "days": ("2025-07-06", None, None)},
    ],
)
def test_a_bad_statement_names_its_row(given: Any) -> None:
    with pytest.raises(FormatError, match=r"\$\[0\]"):
        coded_statements([given])


def test_an_unknown_kind_is_met_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean before"):
        coded_statements([("x", "befor", "y")])


def test_all_thirteen_relations_order_events() -> None:
    events = coded_events(
        [{"id": "war", "type": "war", "start": "2025-07-06", "end": "2025-07-08"}, {"id": "x", "type": "talks"}]
    )
    expected = {
        "BEFORE": (None, FIRST, None, FIRST),
        "AFTER": (LAST, None, LAST, None),
        "IBEFORE": (None, FIRST, FIRST, FIRST),
        "IAFTER": (LAST, LAST, LAST, None),
        "INCLUDES": (None, FIRST, LAST, None),
        "IS_INCLUDED": (FIRST, LAST, FIRST, LAST),
        "DURING": (FIRST, LAST, FIRST, LAST),
        "SIMULTANEOUS": (FIRST, FIRST, LAST, LAST),
        "BEGINS": (FIRST, FIRST, FIRST, LAST),
        "BEGUN_BY": (FIRST, FIRST, LAST, None),
        "ENDS": (FIRST, LAST, LAST, LAST),
        "ENDED_BY": (None, FIRST, LAST, LAST),
    }
    for kind, sides in expected.items():
        solution = solve(events, coded_statements([("x", kind, "war")]))
        assert solution.bounds["x"].sides == sides, kind
        assert not solution.conflicts
