"""The reduction of an order by statements and dates, beside networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.order.reduction import reduce_order, sequence

days = st.integers(0, 12)


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[int | None], list[int | None], dict[int, set[int]]]:
    """Earliest starts, latest ends, and edges that agree with the starts."""
    count = draw(st.integers(1, 9))
    starts = sorted(
        draw(st.lists(st.none() | days, min_size=count, max_size=count)), key=lambda day: -1 if day is None else day
    )
    ends = [draw(st.none() | st.integers(day or 0, 14)) for day in starts]
    pairs = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=14))
    follows: dict[int, set[int]] = {}
    for u, v in pairs:
        if u < v:
            follows.setdefault(u, set()).add(v)
    return starts, ends, follows


def by_dates(starts: list[int | None], ends: list[int | None]) -> list[tuple[int, int]]:
    return [
        (u, v)
        for u, end in enumerate(ends)
        for v, start in enumerate(starts)
        if end is not None and start is not None and end < start
    ]


@given(orders())
def test_the_reduction_is_the_one_of_networkx(
    order: tuple[list[int | None], list[int | None], dict[int, set[int]]],
) -> None:
    starts, ends, follows = order
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(starts)))
    stated = [(u, v) for u, others in follows.items() for v in others]
    graph.add_edges_from(stated)
    alone = set(nx.transitive_reduction(graph).edges)
    graph.add_edges_from(by_dates(starts, ends))
    reduced = reduce_order(follows, range(len(starts)), starts, ends, 1000)
    assert reduced.complete
    assert len(reduced.edges) == len(set(reduced.edges))
    assert set(reduced.edges) == set(nx.transitive_reduction(graph).edges)
    bare = reduce_order(follows, range(len(starts)), starts, ends, -1)
    assert not bare.complete
    assert set(bare.edges) == alone
    again: dict[int, set[int]] = {}
    for u, v in reduced.edges:
        again.setdefault(u, set()).add(v)
    assert set(reduce_order(again, range(len(starts)), starts, ends, 1000).edges) == set(reduced.edges)


@pytest.mark.parametrize(
    ("starts", "ends", "follows"),
    [
        ([None, 3, 5, 12], [None, None, 7, None], {1: {2, 3}, 2: {3}, 0: {1, 3}}),
        ([3, 3, 4, 5, 7, 10], [None, 10, None, 9, None, None], {2: {3, 5}, 1: {3, 5}, 3: {4}, 0: {2, 5}}),
    ],
)
def test_dates_far_behind_a_statement_replace_an_edge(
    starts: list[int | None], ends: list[int | None], follows: dict[int, set[int]]
) -> None:
    """The last event follows the first over a chain whose last link only dates give."""
    graph: nx.DiGraph[int] = nx.DiGraph([(u, v) for u, others in follows.items() for v in others])
    graph.add_edges_from(by_dates(starts, ends))
    reduced = reduce_order(follows, range(len(starts)), starts, ends, 1000)
    assert set(reduced.edges) == set(nx.transitive_reduction(graph).edges)


@pytest.mark.parametrize("count", [1, 2, 9, 40])
def test_a_chain_of_days_needs_one_edge_a_step(count: int) -> None:
    """What days far apart would add is not even looked at: it would grow with the square of the events."""
    reduced = reduce_order({}, range(count), range(count), range(count), count - 1)
    assert reduced.complete
    assert reduced.edges == [(at, at + 1) for at in range(count - 2, -1, -1)]


def test_date_edges_are_left_out_when_there_are_too_many() -> None:
    starts: list[int | None] = [*[1] * 5, *[2] * 5]
    dated = reduce_order({0: {9}}, range(10), starts, starts, 25)
    assert dated.complete
    assert len(dated.edges) == 25
    bare = reduce_order({0: {9}}, range(10), starts, starts, 24)
    assert (bare.edges, bare.complete) == ([(0, 9)], False)


@given(orders(), st.data())
def test_the_numbers_of_events_need_not_follow_the_sequence(
    order: tuple[list[int | None], list[int | None], dict[int, set[int]]], data: st.DataObject
) -> None:
    starts, ends, follows = order
    name = data.draw(st.permutations(range(len(starts))))
    place = {new: old for old, new in enumerate(name)}
    renamed = reduce_order(
        {name[u]: {name[v] for v in others} for u, others in follows.items()},
        name,
        [starts[place[new]] for new in range(len(starts))],
        [ends[place[new]] for new in range(len(starts))],
        1000,
    )
    plain = reduce_order(follows, range(len(starts)), starts, ends, 1000)
    assert set(renamed.edges) == {(name[u], name[v]) for u, v in plain.edges}


@given(orders())
def test_the_sequence_follows_every_edge_and_else_the_keys(
    order: tuple[list[int | None], list[int | None], dict[int, set[int]]],
) -> None:
    starts, _, follows = order
    keys = [(-(number % 3), 0, number) for number in range(len(starts))]
    found = sequence(follows, keys)
    place = {event: at for at, event in enumerate(found)}
    assert sorted(found) == list(range(len(starts)))
    assert all(place[u] < place[v] for u, others in follows.items() for v in others)
    free = [event for event in found if not any(event in {u, *others} for u, others in follows.items())]
    assert free == sorted(free, key=keys.__getitem__)
    if not follows:
        assert found == sorted(found, key=keys.__getitem__)


def test_a_circle_has_no_sequence() -> None:
    with pytest.raises(ValueError, match="circle"):
        sequence({0: [1], 1: [0]}, [(0, 0, 0), (0, 0, 1)])
