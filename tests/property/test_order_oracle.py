"""The ordering, judged by an oracle: what statements mean, written down a second time and slowly."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from hypothesis import assume, given, settings

from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.model import Event, Statement
from ceasetimeline.order import solve
from ceasetimeline.order.statements import canonical_form
from ceasetimeline.testing import ordering_problems, told

Problem = tuple[tuple[Event, ...], tuple[Statement, ...]]
DAY = 739_440
problems = ordering_problems()

Point = tuple[str, str]
ZERO: Point = ("calendar", "zero")
LATER_SOURCE = {
    "answers",
    "continues",
    "ends",
    "concludes",
    "formalises",
    "fulfils",
    "breaches",
    "supersedes",
    "retracts",
}
ENDPOINTS = {
    "before": [("Xe", "<", "Ys")],
    "meets": [("Xe", "=", "Ys"), ("Xs", "<", "Ys"), ("Xe", "<", "Ye")],
    "overlaps": [("Xs", "<", "Ys"), ("Ys", "<", "Xe"), ("Xe", "<", "Ye"), ("Xs", "<", "Ye")],
    "starts": [("Xs", "=", "Ys"), ("Xe", "<", "Ye")],
    "within": [("Ys", "<", "Xs"), ("Xe", "<", "Ye")],
    "contains": [("Xs", "<", "Ys"), ("Ye", "<", "Xe")],
    "finishes": [("Ys", "<", "Xs"), ("Xe", "=", "Ye")],
    "same": [("Xs", "=", "Ys"), ("Xe", "=", "Ye")],
    "during": [("Ys", "<=", "Xs"), ("Xe", "<=", "Ye")],
    "begins_before": [("Xs", "<", "Ys")],
    "after": [("Ye", "<", "Xs")],
}


def days_of(statement: Statement) -> list[tuple[Point, Point, int]]:
    """Triples (x, y, w): y is at most w days after x."""
    source, target = statement.source, statement.target
    low, high = statement.days
    start, end = (source, "s"), (source, "e")
    pairs = {
        "gap": [(end, (target, "s"), low, high)],
        "lasts": [(start, end, low and low - 1, high and high - 1)],
        "date": [(ZERO, start, low, None), (ZERO, end, None, high)],
        "start_date": [(ZERO, start, low, high)],
        "end_date": [(ZERO, end, low, high)],
    }.get(statement.kind, [])
    found = []
    for x, y, least, most in pairs:
        found += [] if least is None else [(y, x, -least)]
        found += [] if most is None else [(x, y, most)]
    for x, sign, y in order_of(statement):
        found.append((y, x, 0))
        if sign == "=":
            found.append((x, y, 0))
    return found


def order_of(statement: Statement) -> list[tuple[Point, str, Point]]:
    """Triples of point, sign, point; "<" and "=" hold within a day as well."""
    names = {"X": statement.source, "Y": statement.target}
    pattern = [("Ys", "<", "Xs")] if statement.kind in LATER_SOURCE else ENDPOINTS.get(statement.kind, [])
    return [((names[a[0]], a[1]), sign, (names[b[0]], b[1])) for a, sign, b in pattern]


def given_dates(events: Iterable[Event]) -> list[Statement]:
    dates = []
    for event in events:
        es, ls, ee, le = event.bounds.sides
        dates += [
            Statement(kind="start_date", source=event.id, days=(es, ls)),
            Statement(kind="end_date", source=event.id, days=(ee, le)),
        ]
    return dates


def distances(statements: Iterable[Statement]) -> dict[tuple[Point, Point], int] | None:
    """The tightest most-days-after between all points (Floyd and Warshall), None where the days contradict."""
    statements = list(statements)
    names = {name for one in statements for name in (one.source, one.target) if name}
    points = [ZERO, *((name, side) for name in sorted(names) for side in "se")]
    best = {(point, point): 0 for point in points}
    edges = [edge for one in statements for edge in days_of(one)]
    edges += [((name, "e"), (name, "s"), 0) for name in names]
    for x, y, weight in edges:
        best[x, y] = min(weight, best.get((x, y), weight))
    for middle in points:
        for x in points:
            if (x, middle) in best:
                for y in points:
                    if (middle, y) in best:
                        through = best[x, middle] + best[middle, y]
                        best[x, y] = min(through, best.get((x, y), through))
    return None if any(best[point, point] < 0 for point in points) else best


def circular(statements: Iterable[Statement]) -> bool:
    """Whether what is said of order goes round, with a "<" on the way."""
    weak: set[tuple[Point, Point]] = set()
    strict: set[tuple[Point, Point]] = set()
    for statement in statements:
        weak |= {((name, "s"), (name, "e")) for name in (statement.source, statement.target)}
        for x, sign, y in order_of(statement):
            (strict if sign == "<" else weak).add((x, y))
            if sign == "=":
                weak.add((y, x))
    points = sorted({point for pair in weak | strict for point in pair})
    reach = weak | strict
    for middle in points:
        for x in points:
            if (x, middle) in reach:
                reach |= {(x, y) for y in points if (middle, y) in reach}
    return any((y, x) in reach or x == y for x, y in strict)


def possible(statements: Iterable[Statement]) -> bool:
    statements = list(statements)
    return not circular(statements) and distances(statements) is not None


def firm(statements: Iterable[Statement]) -> list[Statement]:
    return [one for one in statements if one.strength != "likely"]


def content(statement: Statement) -> tuple[object, ...]:
    one = canonical_form(statement)
    return one.kind, one.source, one.target, one.days, one.strength == "likely"


@given(problems)
def test_a_statement_that_fits_is_accepted_and_displaces_nothing(problem: Problem) -> None:
    moves, said = problem
    after = solve(moves, said)
    for new in said:
        before = solve(moves, [one for one in said if content(one) != content(new)])
        if not possible([*before.accepted, canonical_form(new)]):
            continue
        assert {content(one) for one in before.accepted} | {content(new)} == {content(one) for one in after.accepted}
        for name, known in after.bounds.items():
            assert known.intersection(before.bounds[name]) == known, "a consistent statement never widens an interval"


@given(problems)
@settings(max_examples=3 * settings().max_examples)  # one contradiction in thirty needs to be made smaller
def test_every_reason_is_a_real_and_a_minimal_conflict(problem: Problem) -> None:
    solution = solve(*problem)
    assert possible(solution.accepted)
    for aside in solution.set_aside:
        members = [aside.statement, *aside.against]
        assert not possible(members)
        for member in members:
            assert possible([one for one in members if one is not member])
        assert set(aside.against) <= set(solution.accepted)
        if aside.statement.strength != "likely" and aside.against:
            [conflict] = [one for one in solution.conflicts if one.id == aside.conflict]
            assert {claim.statement for claim in conflict.claims} == set(members)
            assert all(claim.evidence for claim in conflict.claims)
            weakest = min(one.weight for one in aside.against)
            assert weakest >= aside.statement.weight
            assert (conflict.status == "contested") == (weakest == aside.statement.weight)


@given(problems)
def test_what_is_set_aside_is_no_heavier_than_what_it_clashes_with(problem: Problem) -> None:
    solution = solve(*problem)
    for aside in solution.set_aside:
        if aside.statement.strength != "likely":
            heavier = [one for one in firm(solution.accepted) if one.weight >= aside.statement.weight]
            assert not possible([*heavier, aside.statement])
        else:
            assert not possible([*solution.accepted, aside.statement])


@given(problems)
def test_bounds_are_exactly_attainable(problem: Problem) -> None:
    solution = solve(*problem)
    best = distances([*firm(solution.accepted), *given_dates(Event(id=name, type="") for name in solution.bounds)])
    assert best is not None
    for name, known in solution.bounds.items():
        for side, (low, high) in (("s", known.sides[:2]), ("e", known.sides[2:])):
            assert high == best.get((ZERO, (name, side)))
            assert low == (None if (back := best.get(((name, side), ZERO))) is None else -back)


@given(problems)
def test_the_earliest_and_the_latest_days_are_solutions(problem: Problem) -> None:
    moves = [
        attrs.evolve(one, bounds=TimeBounds.within(Interval(DAY + 3 * n, DAY + 3 * n + 30)))
        for n, one in enumerate(problem[0])
    ]
    solution = solve(moves, problem[1])
    assume(all(None not in one.sides for one in solution.bounds.values()))
    for pick in (0, 1):
        days = [
            told("x", kind, name, days=(one.sides[at + pick], one.sides[at + pick]))
            for name, one in solution.bounds.items()
            for kind, at in (("start_date", 0), ("end_date", 2))
        ]
        assert distances([*firm(solution.accepted), *days]) is not None
