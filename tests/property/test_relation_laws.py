"""The relation algebra against brute force on small intervals, and calendar arithmetic against clipping."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import Interval, TimeBounds, ordinal
from ceasetimeline.granularity import Granularity, same_day
from ceasetimeline.relations import ALIASES, NAMED, VAGUE, Endpoints, Sign, between, canonical, compose, inverse

SPANS = [(start, end) for start in range(6) for end in range(start, 6)]
PROPER = [(start, end) for start, end in SPANS if start < end]
ALLEN = {
    "before": lambda a, b: a[1] < b[0],
    "meets": lambda a, b: a[1] == b[0],
    "overlaps": lambda a, b: a[0] < b[0] < a[1] < b[1],
    "starts": lambda a, b: a[0] == b[0] and a[1] < b[1],
    "within": lambda a, b: b[0] < a[0] and a[1] < b[1],
    "finishes": lambda a, b: a[1] == b[1] and b[0] < a[0],
    "same": lambda a, b: a == b,
}
TIMEML = {
    "BEFORE": "before",
    "AFTER": "after",
    "IBEFORE": "meets",
    "IAFTER": "met_by",
    "INCLUDES": "contains",
    "IS_INCLUDED": "within",
    "DURING": "during",
    "DURING_INV": "during_inv",
    "SIMULTANEOUS": "same",
    "IDENTITY": "same",
    "BEGINS": "starts",
    "BEGUN_BY": "started_by",
    "ENDS": "finishes",
    "ENDED_BY": "finished_by",
}
names = st.sampled_from(sorted(NAMED))
signs = st.sampled_from([Sign(value) for value in range(1, 8)])
anything = st.builds(Endpoints, signs, signs, signs, signs)
days = st.integers(0, 8)


def sign(x: int, y: int) -> Sign:
    return Sign.LT if x < y else Sign.GT if x > y else Sign.EQ


def holds(relation: Endpoints, a: tuple[int, int], b: tuple[int, int]) -> bool:
    return all(sign(x, y) in allowed for (x, y), allowed in zip(itertools.product(a, b), relation.signs, strict=True))


@pytest.mark.parametrize("name", sorted(ALLEN))
def test_names_mean_what_allen_says(name: str) -> None:
    for a, b in itertools.product(PROPER, repeat=2):
        assert holds(NAMED[name], a, b) == ALLEN[name](a, b)
        assert holds(NAMED[inverse(name)], b, a) == ALLEN[name](a, b)


def test_the_thirteen_relations_are_disjoint_and_leave_nothing_out() -> None:
    thirteen = {*ALLEN, *map(inverse, ALLEN)}
    assert len(thirteen) == 13
    for a, b in itertools.product(PROPER, repeat=2):
        assert sum(holds(NAMED[name], a, b) for name in thirteen) == 1


@pytest.mark.parametrize(("link", "name"), sorted(TIMEML.items()))
def test_timeml_links_have_a_name_here(link: str, name: str) -> None:
    assert canonical(link) == name
    assert name in NAMED
    if link != "ENDS":
        assert canonical(link.lower()) == name


def test_links_of_the_ontology_are_not_relations() -> None:
    assert canonical("ends") == "ends"
    assert canonical("answers") == "answers"
    assert set(ALIASES.values()) <= set(NAMED)


@given(anything)
def test_inversion_undoes_itself(relation: Endpoints) -> None:
    assert ~~relation == relation
    for a, b in itertools.product(SPANS, repeat=2):
        assert holds(relation, a, b) == holds(~relation, b, a)


@given(names)
def test_inverse_names_are_inverse_relations(name: str) -> None:
    assert ~NAMED[name] == NAMED[inverse(name)]
    assert inverse(inverse(name)) == name
    assert NAMED[name].name == name


@given(anything, anything)
def test_intersection_and_union_are_those_of_cases(one: Endpoints, two: Endpoints) -> None:
    for a, b in itertools.product(SPANS, repeat=2):
        assert holds(one & two, a, b) == (holds(one, a, b) and holds(two, a, b))
        assert holds(one | two, a, b) or not (holds(one, a, b) or holds(two, a, b))


@given(anything)
def test_what_is_impossible_has_no_case(relation: Endpoints) -> None:
    cases = [pair for pair in itertools.product(SPANS, repeat=2) if holds(relation, *pair)]
    if cases:
        assert relation.is_possible
    if not relation.is_possible:
        assert not cases


@given(names, names)
def test_composition_holds_in_every_case_and_claims_no_more(first: str, second: str) -> None:
    composed = compose(first, second)
    cases = {
        (a, c)
        for a, b, c in itertools.product(SPANS, repeat=3)
        if holds(NAMED[first], a, b) and holds(NAMED[second], b, c)
    }
    assert all(holds(composed, a, c) for a, c in cases)
    for at, signs_allowed in enumerate(composed.signs):
        seen = Sign(0)
        for a, c in cases:
            seen |= sign(*list(itertools.product(a, c))[at])
        assert seen == signs_allowed


@given(names)
def test_composition_with_nothing_known_says_nothing_but_what_points_force(name: str) -> None:
    assert VAGUE.then(NAMED[name]).start_start is Sign.ANY
    assert NAMED[name].then(NAMED["same"]).entails(NAMED[name])
    assert not VAGUE.name


@given(st.tuples(days, days, days), st.tuples(days, days, days))
def test_bounds_entail_only_what_every_choice_of_days_agrees_on(
    one: tuple[int, int, int], two: tuple[int, int, int]
) -> None:
    (a1, a2, _), (b1, b2, _) = sorted(one), sorted(two)
    first, second = (TimeBounds.within(Interval(100 + x, 100 + y + 1)) for x, y in ((a1, a2), (b1, b2)))
    relation = between(first, second)
    choices = itertools.product(range(a1, a2 + 1), range(b1, b2 + 1))
    seen = {sign(x, y) for x, y in choices}
    assert (relation.name == "before") == (seen == {Sign.LT})
    assert (relation.name == "after") == (seen == {Sign.GT})
    assert relation == ~between(second, first)


def test_open_bounds_say_nothing() -> None:
    assert between(TimeBounds(), TimeBounds()) == VAGUE
    assert between(TimeBounds.until(100), TimeBounds.since(101)).name == "before"
    assert between(TimeBounds.since(101), TimeBounds.until(100)).name == "after"
    assert between(TimeBounds.until(100), TimeBounds.since(100)) == VAGUE


@given(st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31)), st.integers(-500, 500))
def test_month_arithmetic_commutes_with_clipping(date: dt.date, months: int) -> None:
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    expected = dt.date(year, month + 1, min(date.day, last))
    assert same_day(date.toordinal(), Granularity.MONTH, months) == expected.toordinal()
    if months % 12 == 0:
        assert same_day(date.toordinal(), Granularity.YEAR, months // 12) == expected.toordinal()


def test_the_year_rolls_over() -> None:
    assert same_day(ordinal("2024-12-31"), Granularity.DAY, 1) == ordinal("2025-01-01")
    assert same_day(ordinal("2024-02-29"), Granularity.YEAR, 1) == ordinal("2025-02-28")
