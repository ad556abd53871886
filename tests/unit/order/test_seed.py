"""The first guess: it fits all that does not go round, so that acceptance has little left to move."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.order.seed import first_guess
from ceasetimeline.order.statements import ORIGIN, Bond

SIZE = 6
links = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1), st.integers(0, 4)), max_size=12)
dates = st.dictionaries(st.integers(0, SIZE - 1), st.integers(-9, 30), max_size=SIZE)


def later(node: int, than: int, *, by: int = 0) -> Bond:
    return node, than, -by, -1, 0


def not_before(node: int, day: int) -> Bond:
    return node, ORIGIN, -day, None, 0


def not_after(node: int, day: int) -> Bond:
    return ORIGIN, node, day, None, 0


@given(links, dates, st.permutations(range(SIZE)))
def test_an_order_that_does_not_go_round_is_fitted_by_days_and_by_ranks(
    pairs: list[tuple[int, int, int]], earliest: dict[int, int], order: list[int]
) -> None:
    place = {node: at for at, node in enumerate(order)}
    bonds = [later(a, b, by=gap) if place[b] < place[a] else later(b, a, by=gap) for a, b, gap in pairs if a != b]
    days, ranks = first_guess([*bonds, *(not_before(node, day) for node, day in earliest.items())], (), SIZE)
    assert sorted(ranks) == list(range(SIZE))
    for u, v, *_ in bonds:
        assert days[v] <= days[u]
        assert ranks[v] < ranks[u]
    for node, day in earliest.items():
        assert days[node] >= day
    for node in range(SIZE):
        for other in range(SIZE):
            assert days[node] >= days[other] or ranks[node] < ranks[other], "ranks follow the days"


@given(links, dates, st.permutations(range(SIZE)))
def test_no_day_is_later_than_it_has_to_be(
    pairs: list[tuple[int, int, int]], earliest: dict[int, int], order: list[int]
) -> None:
    """A day that dates carry forward is the longest way from a date; one before all dates is as late as it may be."""
    place = {node: at for at, node in enumerate(order)}
    bonds = [later(a, b, by=gap) if place[b] < place[a] else later(b, a, by=gap) for a, b, gap in pairs if a != b]
    days, _ = first_guess([*bonds, *(not_before(node, day) for node, day in earliest.items())], (), SIZE)
    wanted: dict[int, int] = {}
    for node in order:
        ways = [wanted[v] - most for u, v, most, _, _ in bonds if u == node and v in wanted]
        ways += [earliest[node]] if node in earliest else []
        if ways:
            wanted[node] = max(ways)
    for node in reversed(order):
        if node not in wanted:
            ways = [wanted[u] + most for u, v, most, _, _ in bonds if v == node and u in wanted]
            if ways:
                wanted[node] = min(ways)
    assert days == [wanted.get(node, 0) for node in range(SIZE)]


def test_latest_days_hold_back_what_earlier_ones_carry_along() -> None:
    days, _ = first_guess([not_before(0, 9), not_after(1, 5), later(1, 0), later(2, 1, by=2)], (), 3)
    assert days == [9, 5, 7]
    days, _ = first_guess([not_before(0, 9), not_after(1, 9), later(1, 0)], (), 2)
    assert days == [9, 9]


def test_what_has_only_a_latest_day_stands_on_it() -> None:
    days, _ = first_guess([not_after(0, 5)], (), 2)
    assert days == [5, 0]


def test_the_narrowest_dates_count_and_those_that_leave_no_day_do_not() -> None:
    wide = [not_before(0, 2), not_before(0, 4), not_before(0, 3), not_after(0, 9), not_after(0, 6), not_after(0, 8)]
    assert first_guess([*wide, not_before(1, 0), later(1, 0)], (), 2)[0] == [4, 4]
    assert first_guess([not_before(0, 4), not_after(0, 3), later(0, 1, by=5)], (), 2)[0] == [4, -1]
    assert first_guess([not_after(0, 3), not_before(0, 4), later(0, 1, by=5)], (), 2)[0] == [3, -2]
    assert first_guess([not_after(0, 3), not_before(0, 3), later(0, 1, by=5)], (), 2)[0] == [3, -2]
    assert first_guess([not_before(0, 3), not_after(0, 3), later(1, 0)], (), 2)[0] == [3, 3]


def test_an_event_does_not_end_before_it_starts() -> None:
    days, ranks = first_guess([not_before(0, 7)], [(0, 1), (2, 3)], 4)
    assert days == [7, 7, 0, 0]
    assert ranks[0] < ranks[1]
    assert ranks[2] < ranks[3]


def test_where_the_order_goes_round_the_first_date_leads() -> None:
    circle = [later(0, 2), later(1, 0), later(2, 1)]
    for first, other in ((0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)):
        days, ranks = first_guess([*circle, not_before(first, 9), not_after(other, 20)], (), 3)
        assert days == [9, 9, 9]
        assert ranks[first] == 0
        days, ranks = first_guess([*circle, not_before(first, 9), not_after(other, 5)], (), 3)
        assert ranks[other] == 0
    _, ranks = first_guess([*circle, not_before(2, 9)], (), 3)
    assert ranks[2] == 0, "what has a date goes before what has none"


def test_what_goes_round_holds_up_nothing_behind_it() -> None:
    days, ranks = first_guess([later(0, 1), later(1, 0), later(2, 1, by=3), not_before(0, 5)], (), 3)
    assert days == [5, 5, 8]
    assert ranks == [0, 1, 2]


def test_a_bond_that_leaves_room_orders_nothing() -> None:
    """That one move came at most three days after another says nothing of which was first."""
    days, _ = first_guess([(0, 1, 3, None, 0), not_before(1, 9)], (), 2)
    assert days == [0, 9]
