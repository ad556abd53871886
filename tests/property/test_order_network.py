"""The network of bonds accepts just what can be true, and always holds days and ranks that fit."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.order.acceptance import minimal
from ceasetimeline.order.network import Network
from ceasetimeline.order.statements import ORIGIN, Bond, Weighed

Arc = tuple[int, int, int]


def drawn_bond(draw: random.Random, size: int, owner: int) -> Bond:
    """A date, a gap between two nodes, or an order of two nodes."""
    u, v = draw.sample(range(size), 2)
    shape = draw.randrange(4)
    if shape == 0:
        return (ORIGIN, v, draw.randint(-4, 9), None, owner)
    if shape == 1:
        return (u, ORIGIN, draw.randint(-9, 4), None, owner)
    if shape == 2:
        return (u, v, draw.randint(-5, 6), None, owner)
    return (u, v, 0, draw.choice([0, -1]), owner)


def is_possible(bonds: Sequence[Bond]) -> bool:
    """Whether days fit all bonds, and ranks all that order: what is put off again and again goes round."""
    days = [(u, v, most) for u, v, most, _, _ in bonds]
    ranks = [(u, v, rank) for u, v, _, rank, _ in bonds if rank is not None]
    return _settles(days) and _settles(ranks)


def _settles(arcs: Sequence[Arc]) -> bool:
    latest = dict.fromkeys((node for u, v, _ in arcs for node in (u, v)), 0)
    for _ in range(len(latest) + 1):
        before = dict(latest)
        for u, v, weight in arcs:
            latest[v] = min(latest[v], latest[u] + weight)
        if latest == before:
            return True
    return False


def holds(network: Network, bonds: Sequence[Bond]) -> bool:
    days, ranks = network.days, network.ranks
    return days[ORIGIN] == 0 and all(
        days[v] - days[u] <= most and (rank is None or ranks[v] - ranks[u] <= rank) for u, v, most, rank, _ in bonds
    )


@given(st.randoms(use_true_random=False), st.integers(2, 7))
def test_what_can_be_true_is_accepted_and_what_cannot_is_told_why(draw: random.Random, size: int) -> None:
    guess = [draw.randint(-9, 9) for _ in range(size)]
    network = Network(guess, [0] * size)
    accepted: list[Bond] = []
    for owner in range(5 * size):
        bundle = [drawn_bond(draw, size, owner) for _ in range(draw.choice([1, 1, 2]))]
        cycle = network.add(bundle)
        assert (cycle is None) == is_possible([*accepted, *bundle])
        if cycle is None:
            accepted += bundle
        else:
            named = {owner, *cycle}
            assert not is_possible([bond for bond in [*accepted, *bundle] if bond[4] in named])
        assert holds(network, accepted)


@given(st.randoms(use_true_random=False), st.integers(2, 5))
def test_the_guess_changes_nothing_that_is_accepted(draw: random.Random, size: int) -> None:
    bundles = [[drawn_bond(draw, size, owner)] for owner in range(4 * size)]
    guesses = [[0] * size, [draw.randint(-20, 20) for _ in range(size)], list(range(size))]
    answers = []
    for guess in guesses:
        network = Network(guess, [draw.randint(0, size) for _ in range(size)])
        answers.append([network.add(bundle) is None for bundle in bundles])
    assert answers[0] == answers[1] == answers[2]


@given(st.randoms(use_true_random=False), st.integers(2, 5))
def test_a_reason_holds_nothing_that_it_does_not_need(draw: random.Random, size: int) -> None:
    spans = [(2 * event, 2 * event + 1) for event in range(size)]
    bonds = [drawn_bond(draw, 2 * size, owner) for owner in range(4 * size)]
    structure: list[Bond] = [(end, start, 0, 0, -1) for start, end in spans]
    weighed = Weighed([], [], [], [], bonds, list(range(len(bonds) + 1)))
    accepted: list[int] = []
    for number in range(len(bonds)):
        beside = [*structure, *(bonds[other] for other in accepted), bonds[number]]
        if is_possible(beside):
            accepted.append(number)
        if is_possible(beside) or not is_possible([*structure, bonds[number]]):
            continue
        kept = minimal(number, accepted, weighed, spans)
        assert set(kept) <= set(accepted)
        for left_out in (None, *kept):
            rest = [bonds[other] for other in (*kept, number) if other != left_out]
            assert is_possible([*structure, *rest]) == (left_out is not None)
