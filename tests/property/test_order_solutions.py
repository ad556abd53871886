"""The ordering against whole solutions: days drawn for every event that fit all that was accepted."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from ceasetimeline.model import Event, Statement
from ceasetimeline.order import Solution, solve
from ceasetimeline.order.acceptance import fits
from ceasetimeline.order.network import Network
from ceasetimeline.order.statements import ORIGIN, Bond
from ceasetimeline.order.tighten import earliest, latest
from ceasetimeline.testing import ordering_problems, told

Problem = tuple[tuple[Event, ...], tuple[Statement, ...]]
Days = dict[str, tuple[int, int]]

DAY = 739_440
SIZE = 6
problems = ordering_problems(most=4)
nodes = st.integers(0, SIZE - 1)
weights = st.integers(-6, 12)
bonds = st.lists(
    st.tuples(st.just(ORIGIN) | nodes, nodes, weights, st.sampled_from([None, None, 0, -1]), st.integers(0, 99))
    | st.tuples(nodes, st.just(ORIGIN), weights, st.none(), st.integers(0, 99)),
    max_size=16,
).map(lambda drawn: [(u, v, most, None if u == ORIGIN else rank, owner) for u, v, most, rank, owner in drawn])


def firm(problem: Problem) -> list[Statement]:
    return [one for one in problem[1] if one.strength != "likely"]


def sampled(data: st.DataObject, problem: Problem) -> tuple[Days, Solution]:
    """A first and last day for every event, each drawn from the bounds that the ones before it leave."""
    moves, said = problem[0], firm(problem)
    expected = solve(moves, said)
    pins: list[Statement] = []
    for name in data.draw(st.permutations([one.id for one in moves])):
        for kind, at in (("start_date", 0), ("end_date", 2)):
            low, high = solve(moves, [*said, *pins]).bounds[name].sides[at : at + 2]
            low = (high or DAY) - 9 if low is None else low
            high = low + 9 if high is None else high
            day = data.draw(st.integers(low, high))
            pins.append(told("pin", kind, name, days=(day, day), weight=0.01))
    solution = solve(moves, [*said, *pins])
    assert len(solution.set_aside) == len(expected.set_aside), "a day within the bounds contradicts nothing"
    return {one.id: (one.bounds.sides[0] or 0, one.bounds.sides[2] or 0) for one in solution.events}, expected


@given(problems, st.data())
@settings(max_examples=40)
def test_an_order_that_was_answered_holds_in_every_solution(problem: Problem, data: st.DataObject) -> None:
    days, solution = sampled(data, problem)
    for a, b in itertools.permutations(days, 2):
        answer = solution.order(a, b)
        if answer.relation == "before":
            assert days[a][0] <= days[b][0]
            if answer.strength == "entailed":
                assert days[a][1] < days[b][0], "dates alone order whole days"


@given(problems, st.data())
@settings(max_examples=40)
def test_every_accepted_statement_that_counts_days_holds_in_every_solution(
    problem: Problem, data: st.DataObject
) -> None:
    days, solution = sampled(data, problem)
    for one in solution.accepted:
        low, high = (-(10**9) if one.days[0] is None else one.days[0], 10**9 if one.days[1] is None else one.days[1])
        start, end = days[one.source]
        if one.kind == "gap":
            assert low <= days[one.target][0] - end <= high
        elif one.kind == "lasts":
            assert low <= end - start + 1 <= high
        elif one.kind == "date":
            assert low <= start <= end <= high
        elif one.kind in {"start_date", "end_date"}:
            assert low <= (start if one.kind == "start_date" else end) <= high


@given(ordering_problems())
def test_the_closure_of_an_order_is_closed(problem: Problem) -> None:
    """Saying aloud all that is known to come before what teaches nothing."""
    moves, said = problem
    solution = solve(moves, said)
    names = sorted(solution.bounds)
    known = {pair: solution.order(*pair).relation for pair in itertools.permutations(names, 2)}
    more = [
        told("z", "begins_before", *pair, weight=0.01) for pair, relation in known.items() if relation == "before"
    ]
    again = solve(moves, [*said, *more])
    assert again.bounds == solution.bounds
    assert again.conflicts == solution.conflicts
    assert {pair: again.order(*pair).relation for pair in known} == known


@given(bonds, st.lists(st.integers(0, 20), min_size=SIZE, max_size=SIZE), st.permutations(range(SIZE)))
def test_a_network_that_grows_is_the_one_built_at_once(
    offered: list[Bond], guess: list[int], ranks: list[int]
) -> None:
    grown = Network(guess, ranks)
    kept = [bond for bond in offered if grown.add([bond]) is None]
    at_once = Network([0] * SIZE, range(SIZE))
    assert at_once.add(kept) is None
    assert latest(grown).days == latest(at_once).days
    assert earliest(grown).days == earliest(at_once).days
    for u, v, most, rank, _ in kept:
        assert grown.days[v] - grown.days[u] <= most, "the schedule fits every bond"
        assert rank is None or grown.ranks[v] - grown.ranks[u] <= rank


@given(bonds, st.lists(st.integers(0, 20), min_size=SIZE, max_size=SIZE), st.data())
def test_no_guess_changes_what_a_network_accepts(offered: list[Bond], guess: list[int], data: st.DataObject) -> None:
    ranks = data.draw(st.permutations(range(SIZE)))
    one, two = Network([0] * SIZE, range(SIZE)), Network(guess, ranks)
    assert [one.add([bond]) is None for bond in offered] == [two.add([bond]) is None for bond in offered]


@given(bonds, st.lists(st.integers(0, 20), min_size=SIZE, max_size=SIZE), st.permutations(range(SIZE)))
@settings(max_examples=3 * settings().max_examples)
def test_a_bond_is_refused_only_where_no_days_fit(offered: list[Bond], guess: list[int], ranks: list[int]) -> None:
    grown, kept = Network(guess, ranks), list[Bond]()
    for bond in offered:
        is_accepted = grown.add([bond]) is None
        assert is_accepted == fits([[*kept, bond]], ())
        kept += [bond] * is_accepted


@given(bonds, st.permutations(range(SIZE)))
def test_the_cycle_of_a_refused_bond_contradicts_itself(offered: list[Bond], ranks: list[int]) -> None:
    """The bonds of the owners that a refusal names cannot all be added to an empty network."""
    offered = [(*bond[:4], owner) for owner, bond in enumerate(offered)]
    grown = Network([0] * SIZE, ranks)
    for owner, bond in enumerate(offered):
        cycle = grown.add([bond])
        if cycle is not None:
            assert owner in cycle
            assert Network([0] * SIZE, range(SIZE)).add([offered[one] for one in sorted(set(cycle))]) is not None
