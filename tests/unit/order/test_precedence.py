"""What hangs on what: how a statement about one event orders others too, and on which statements that rests."""

from __future__ import annotations

import pytest

from ceasetimeline.model import Event, Publication, Statement
from ceasetimeline.order import Solution, solve
from ceasetimeline.testing import told


def undated(*names: str) -> list[Event]:
    return [Event(id=name, type="talks") for name in names]


def cited(solution: Solution, first: str, second: str) -> set[str]:
    """The articles that the order of two events rests on."""
    answer = solution.order(first, second)
    assert answer.relation == "before"
    return {item.article for step in answer.path for item in step.evidence}


@pytest.mark.parametrize(
    ("kind", "starts", "ends"),
    [
        ("during", True, True),
        ("within", True, True),
        ("starts", True, True),
        ("finishes", True, True),
        ("overlaps", False, True),
        ("overlapped_by", True, False),
        ("contains", False, False),
    ],
)
def test_what_one_event_lends_another(kind: str, starts: bool, ends: bool) -> None:
    """X overlaps Y: what comes after the end of Y comes after X as well, but X may start before Y."""
    moves = undated("first", "x", "y", "last")
    said = [told("a", "before", "first", "y"), told("b", "before", "y", "last"), told("c", kind, "x", "y")]
    solution = solve(moves, said)
    assert (solution.order("first", "x").relation == "before") == starts
    assert (solution.order("x", "last").relation == "before") == ends
    if starts:
        assert cited(solution, "first", "x") == {"a", "c"}
    if ends:
        assert cited(solution, "x", "last") == {"b", "c"}


def test_what_hangs_on_what_hangs_is_ordered_too() -> None:
    said = [told("a", "during", "x", "y"), told("b", "during", "y", "z"), told("c", "before", "z", "last")]
    said += [told("d", "before", "first", "z")]
    solution = solve(undated("first", "x", "y", "z", "last"), said)
    assert cited(solution, "x", "last") == {"a", "b", "c"}
    assert cited(solution, "first", "x") == {"a", "b", "d"}


@pytest.mark.parametrize("weight", [0.5, 5.0])
def test_the_shortest_proof_is_the_one_that_is_shown(weight: float) -> None:
    said = [
        told("direct", "before", "x", "last", weight=weight),
        told("a", "during", "x", "y"),
        told("b", "before", "y", "last"),
    ]
    assert cited(solve(undated("x", "y", "last"), said), "x", "last") == {"direct"}


def test_of_two_proofs_as_short_the_weightier_is_shown() -> None:
    said = [
        *(told("a", "during", "x", "y"), told("b", "before", "y", "last")),
        *(told("c", "during", "x", "z", weight=2), told("d", "before", "z", "last", weight=2)),
    ]
    assert cited(solve(undated("x", "y", "z", "last"), said), "x", "last") == {"c", "d"}


def test_events_at_one_time_lend_each_other_how_they_start() -> None:
    """An answer starts later than what it answers, and so than all that happened at that time."""
    said = [told("a", "answers", "no", "offer"), told("b", "same", "offer", "meeting")]
    solution = solve(undated("no", "offer", "meeting"), said)
    assert cited(solution, "meeting", "no") == {"a", "b"}
    said = [told("a", "answers", "no", "offer"), told("b", "during", "meeting", "offer")]
    assert solve(undated("no", "offer", "meeting"), said).order("meeting", "no").relation == "unknown"


@pytest.mark.parametrize(
    ("days", "ordered"), [((1, 3), True), ((0, 3), False), ((None, 3), False), ((2, None), True)]
)
def test_a_gap_of_days_orders_what_it_keeps_apart(days: tuple[int | None, int | None], ordered: bool) -> None:
    solution = solve(undated("x", "y"), [told("a", "gap", "x", "y", days=days)])
    assert (solution.order("x", "y").relation == "before") == ordered


@pytest.mark.parametrize("source", ["report", "x"])
def test_a_statement_about_an_article_orders_no_events(source: str) -> None:
    """That a move came before an article was published bounds its days; an article is no event of the order."""
    moves = [Event(id="x", type="talks"), Event(id="y", type="talks")]
    said = Statement(kind="before", source=source, target="x" if source == "report" else "report")
    solution = solve(moves, [said], publications={"report": Publication.on(739_440)})
    assert not solution.relations
    assert sorted(solution.sequence) == ["x", "y"]
    sides = solution.bounds["x"].sides
    assert sides == ((739_440, None, 739_440, None) if source == "report" else (None, 739_440, None, 739_440))
