"""Answers about events whose relations were handed in: disputes, circles, and what stands in a graph."""

from __future__ import annotations

import pytest

from ceasetimeline.bounds import Interval, TimeBounds, ordinal
from ceasetimeline.model import Claim, Conflict, Event, Evidence, Publication, Relation, Statement
from ceasetimeline.order import OrderIndex, solve
from ceasetimeline.order.graph import build_graph

DAY = ordinal("2025-07-01")
DOUBTED = Evidence(article="x", rule="told", quote="doubted")
FIRM = Evidence(article="y", rule="told", quote="firm")
DISPUTE = Conflict(
    id="k",
    kind="order",
    subjects=("a", "nobody"),
    claims=(Claim(statement=Statement(kind="before", source="a", target="b"), evidence=(DOUBTED,)),),
    status="contested",
)


def event(name: str, day: int | None = None, *, doubted: bool = False) -> Event:
    bounds = TimeBounds() if day is None else TimeBounds.within(Interval(DAY + day, DAY + day + 1))
    return Event(id=name, type="talks", bounds=bounds, bounds_because=(DOUBTED if doubted else FIRM,))


def link(source: str, target: str, kind: str = "before", *, doubted: bool = False) -> Relation:
    cited = (DOUBTED if doubted else FIRM,)
    return Relation(
        id=f"{source}{target}", source=source, target=target, kind=kind, strength="asserted", evidence=cited
    )


def answer(events: list[Event], relations: list[Relation], a: str = "a", b: str = "b") -> tuple[str, list[str]]:
    found = OrderIndex(events, relations, [DISPUTE]).order(a, b)
    return found.relation, [step.source + step.target for step in found.path]


def test_a_disputed_statement_alone_orders_nothing_for_sure() -> None:
    two = [event("a"), event("b")]
    assert answer(two, [link("a", "b", doubted=True)]) == ("contested", ["ab"])
    assert answer(two, [link("a", "b")]) == ("before", ["ab"])
    assert answer(two, [link("a", "b", "same", doubted=True)]) == ("contested", ["ab"])
    assert answer(two, [link("a", "b", "same")]) == ("same", ["ab"])


@pytest.mark.parametrize("doubted_first", [True, False])
def test_a_firm_way_is_taken_before_a_disputed_one(doubted_first: bool) -> None:
    names = ["a", "b", "c", "d"]
    firm, doubted = [link("a", "c"), link("c", "b")], [link("a", "d", doubted=True), link("d", "b")]
    relations = [*doubted, *firm] if doubted_first else [*firm, *doubted]
    assert answer([event(name) for name in names], relations) == ("before", ["ac", "cb"])


@pytest.mark.parametrize("doubted", [True, False])
def test_what_goes_round_is_contested(doubted: bool) -> None:
    two = [event("a"), event("b"), event("c")]
    circle = [link("a", "b", doubted=doubted), link("b", "a", doubted=doubted)]
    assert answer(two, circle)[0] == "contested"
    assert answer(two, [*circle, link("b", "c", doubted=doubted)], "a", "c") == ("before", ["ab", "bc"])
    assert answer(two, [*circle, link("b", "c", doubted=doubted)], "c", "a") == ("after", ["ab", "bc"])
    assert answer(two, circle, "a", "c") == ("unknown", [])


def test_disputed_dates_order_nothing_for_sure() -> None:
    for first, second in ((True, False), (False, True)):
        two = [event("a", 0, doubted=first), event("b", 4, doubted=second)]
        assert answer(two, [])[0] == "contested"
    assert answer([event("a", 0), event("b", 4)], []) == ("before", ["ab"])


def test_a_firm_date_of_what_comes_before_stands_in_for_a_disputed_one() -> None:
    """B's own day is disputed; that of D, which C and so B came after, is not."""
    events = [event("a", 0), event("b", 9, doubted=True), event("c"), event("d", 4)]
    assert answer(events, [link("d", "c"), link("c", "b")]) == ("before", ["ad", "dc", "cb"])
    assert answer(events, [link("d", "c", doubted=True), link("c", "b")])[0] == "contested"
    assert answer(events, [link("d", "c"), link("c", "b", doubted=True)])[0] == "contested"


@pytest.mark.parametrize("kind", ["answers", "same", "during", "comments", "before"])
def test_what_is_said_of_an_article_is_no_relation_of_events(kind: str) -> None:
    said = Statement(kind=kind, source="a", target="paper", evidence=(FIRM,))
    solution = solve([event("a"), event("b")], [said], publications={"paper": Publication.on(DAY)})
    assert not solution.relations
    assert [one for one in solution.accepted if one.target == "paper"]


def test_the_graph_holds_the_events_and_nothing_else() -> None:
    strange = [link("a", "nobody"), link("nobody", "b"), link("nobody", "noone"), link("a", "b")]
    graph = build_graph([event("a"), event("b")], strange, [DISPUTE])
    assert sorted(graph.nodes) == ["a", "b"]
    assert list(graph.edges) == [("a", "b")]
    assert graph.nodes["a"]["conflicts"] == ("k",)
    assert "conflicts" not in graph.nodes["b"]
