"""The laws of the ordering: what changes no answer, what every answer holds, what contradictions become."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence

import attrs
import networkx as nx
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ceasetimeline.bounds import OPEN, Interval, TimeBounds
from ceasetimeline.model import Event, Publication, Relation, Statement
from ceasetimeline.order import Solution, solve
from ceasetimeline.order.graph import build_graph
from ceasetimeline.order.query import earlier_and_later
from ceasetimeline.order.statements import FOLLOWS, canonical_form
from ceasetimeline.testing import ordering_problems, told, true_stories

Problem = tuple[tuple[Event, ...], tuple[Statement, ...]]
Story = tuple[tuple[Event, ...], tuple[Statement, ...], dict[str, tuple[int, int]]]

DAY = 739_440
problems = ordering_problems()
stories = true_stories()


def firm(statements: Iterable[Statement]) -> list[Statement]:
    return [one for one in statements if one.strength != "likely"]


def content(statement: Statement) -> tuple[object, ...]:
    one = canonical_form(statement)
    return one.kind, one.source, one.target, one.days, one.strength == "likely"


def edges(solution: Solution) -> set[tuple[str, str, str, str]]:
    return {(one.source, one.target, one.kind, one.strength) for one in solution.relations}


def shape(solution: Solution) -> tuple[object, ...]:
    """All of a solution except which articles it cites."""
    return (
        dict(solution.bounds),
        edges(solution),
        [content(one) for one in solution.accepted],
        [(content(one.statement), [content(other) for other in one.against]) for one in solution.set_aside],
        sorted((one.kind, one.subjects, one.status) for one in solution.conflicts),
        solution.sequence,
    )


def verdicts(solution: Solution) -> dict[tuple[str, str], str]:
    names = sorted(solution.bounds)
    return {(a, b): solution.order(a, b).relation for a in names for b in names}


def moved(problem: Problem, days: int) -> Problem:
    moves, said = problem
    return (
        tuple(attrs.evolve(one, bounds=one.bounds.moved(days)) for one in moves),
        tuple(
            attrs.evolve(one, days=tuple(None if day is None else day + days for day in one.days))
            if one.kind.endswith("date")
            else one
            for one in said
        ),
    )


# -- what comes in ---------------------------------------------------------------------------------------


@given(problems, st.data())
def test_the_order_of_events_and_statements_is_irrelevant(problem: Problem, data: st.DataObject) -> None:
    moves, said = problem
    mixed = data.draw(st.permutations(moves)), data.draw(st.permutations(said))
    assert solve(*mixed) == solve(moves, said)


@given(problems, st.data())
def test_repeating_one_statement_of_a_source_changes_nothing(problem: Problem, data: st.DataObject) -> None:
    moves, said = problem
    assume(said)
    repeated = data.draw(st.sampled_from(said))
    assert solve(moves, [*said, repeated]) == solve(moves, said)


def test_a_source_that_repeats_itself_does_not_outweigh_two() -> None:
    moves = [Event(id=name, type="talks") for name in "xy"]
    loud = [told("a1", "before", "x", "y")] * 5
    solution = solve(moves, [*loud, told("a2", "after", "x", "y"), told("a3", "before", "y", "x")])
    assert solution.order("x", "y").relation == "after"
    assert solution.conflicts[0].status == "outweighed"


def test_copies_of_one_text_count_once() -> None:
    moves = [Event(id=name, type="talks") for name in "xy"]
    said = [told(f"copy{number}", "before", "x", "y") for number in range(4)]
    said += [told("b", "after", "x", "y"), told("c", "after", "x", "y")]
    assert solve(moves, said).order("x", "y").relation == "before"
    copies = dict.fromkeys(("copy0", "copy1", "copy2", "copy3"), "wire")
    solution = solve(moves, said, witnesses=copies)
    assert solution.order("x", "y").relation == "after"
    assert {one.statement.weight for one in solution.conflicts[0].claims} == {1.0, 2.0}


@given(problems)
def test_solving_the_accepted_statements_again_changes_nothing(problem: Problem) -> None:
    moves, said = problem
    solution = solve(moves, said)
    again = solve([attrs.evolve(one, bounds=OPEN) for one in moves], solution.accepted)
    assert again.accepted == solution.accepted
    assert (again.bounds, edges(again), again.conflicts) == (solution.bounds, edges(solution), ())


@given(problems, st.integers(-5000, 5000))
def test_moving_all_dates_moves_the_answer(problem: Problem, days: int) -> None:
    expected, solution = solve(*problem), solve(*moved(problem, days))
    assert {name: one.moved(days) for name, one in expected.bounds.items()} == solution.bounds
    assert verdicts(solution) == verdicts(expected)
    assert edges(solution) == edges(expected)


@given(problems)
def test_names_of_sources_decide_nothing(problem: Problem) -> None:
    moves, said = problem
    turned = [
        attrs.evolve(one, evidence=tuple(attrs.evolve(e, article=f"a{9 - int(e.article[1])}") for e in one.evidence))
        for one in said
    ]
    assert shape(solve(moves, turned)) == shape(solve(moves, said))


def test_turning_the_names_of_two_equal_sources_changes_nothing() -> None:
    moves = [Event(id=name, type="talks") for name in "xy"]
    one, two = (
        solve(moves, [told("a", "before", "x", "y"), told("z", "after", "x", "y")]),
        solve(moves, [told("z", "before", "x", "y"), told("a", "after", "x", "y")]),
    )
    assert shape(one) == shape(two)
    assert one.order("x", "y").relation == "contested"


@given(stories)
def test_renaming_events_renames_the_answer(story: Story) -> None:
    moves, said, _ = story
    name = {one.id: f"f{9 - int(one.id[1])}" for one in moves} | {"": ""}
    renamed = solve(
        [attrs.evolve(one, id=name[one.id]) for one in moves],
        [attrs.evolve(one, source=name[one.source], target=name[one.target]) for one in said],
    )
    expected = solve(moves, said)
    assert {name[key]: value for key, value in expected.bounds.items()} == renamed.bounds
    assert {(name[a], name[b], kind, strength) for a, b, kind, strength in edges(expected)} == edges(renamed)


@given(stories)
def test_time_runs_backward_in_the_mirror(story: Story) -> None:
    moves, said, _ = story
    said = tuple(one for one in said if one.kind in {"before", "gap", "during", "lasts", "start_date"})

    def mirrored(days: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
        low, high = days
        return None if high is None else 2 * DAY - high, None if low is None else 2 * DAY - low

    def turned(bounds: TimeBounds) -> TimeBounds:
        es, ls, ee, le = bounds.sides
        (es, ls), (ee, le) = mirrored((ee, le)), mirrored((es, ls))
        return TimeBounds(earliest_start=es, latest_start=ls, earliest_end=ee, latest_end=le)

    mirror = [
        attrs.evolve(one, source=one.target, target=one.source)
        if one.kind in {"before", "gap"}
        else attrs.evolve(one, kind="end_date", days=mirrored(one.days))
        if one.kind == "start_date"
        else one
        for one in said
    ]
    expected = solve(moves, said)
    solution = solve([attrs.evolve(one, bounds=turned(one.bounds)) for one in moves], mirror)
    assert {name: turned(one) for name, one in expected.bounds.items()} == solution.bounds
    opposite = {"before": "after", "after": "before"}
    assert {pair: opposite.get(one, one) for pair, one in verdicts(expected).items()} == verdicts(solution)


@given(problems, problems)
def test_separate_stories_are_solved_separately(one: Problem, two: Problem) -> None:
    far = {"": "", **{event.id: f"far-{event.id}" for event in two[0]}}
    other = (
        [attrs.evolve(event, id=far[event.id]) for event in two[0]],
        [attrs.evolve(s, source=far[s.source], target=far[s.target]) for s in two[1]],
    )
    both = solve([*one[0], *other[0]], [*one[1], *other[1]])
    apart = solve(*one), solve(*other)
    assert both.bounds == {**apart[0].bounds, **apart[1].bounds}
    assert set(both.accepted) == {*apart[0].accepted, *apart[1].accepted}
    assert set(both.conflicts) == {*apart[0].conflicts, *apart[1].conflicts}


# -- what is accepted ------------------------------------------------------------------------------------


@given(problems)
def test_nothing_is_dropped(problem: Problem) -> None:
    moves, said = problem
    solution = solve(moves, said)
    kept = {content(one) for one in solution.accepted} | {content(one.statement) for one in solution.set_aside}
    assert {content(one) for one in said} <= kept
    given_evidence = {item for one in said for item in one.evidence}
    cited = {item for one in solution.accepted for item in one.evidence}
    cited |= {item for one in solution.set_aside for item in one.statement.evidence}
    assert given_evidence <= cited
    assert len(kept) == len(solution.accepted) + len(solution.set_aside)


@given(problems, st.data())
def test_more_weight_on_an_accepted_statement_keeps_it_accepted(problem: Problem, data: st.DataObject) -> None:
    moves, said = problem
    solution = solve(moves, said)
    own = {content(one) for one in solution.accepted}
    able = [number for number, one in enumerate(said) if content(one) in own]
    assume(able)
    number = data.draw(st.sampled_from(able))
    heavier = [attrs.evolve(one, weight=one.weight + 5) if at == number else one for at, one in enumerate(said)]
    assert content(said[number]) in {content(one) for one in solve(moves, heavier).accepted}


@given(problems)
def test_removing_what_was_set_aside_changes_nothing(problem: Problem) -> None:
    moves, said = problem
    solution = solve(moves, said)
    own = {content(one) for one in solution.accepted}
    kept = solve(moves, [one for one in said if content(one) in own])
    assert (kept.bounds, edges(kept), kept.accepted) == (solution.bounds, edges(solution), solution.accepted)
    gone = {e.article for one in said for e in one.evidence} - {
        e.article for one in solution.accepted for e in one.evidence
    }
    rest = solve(moves, [one for one in said if not {e.article for e in one.evidence} & gone])
    assert edges(rest) == edges(solution), "an article without an accepted statement orders nothing"


@given(problems)
def test_narrative_order_moves_no_bound(problem: Problem) -> None:
    moves, said = problem
    solution = solve(moves, said)
    without = solve(moves, firm(said))
    assert without.bounds == solution.bounds
    assert firm(solution.accepted) == list(without.accepted)
    assert edges(without) <= edges(solution)
    assert verdicts(without) == verdicts(solution)


# -- bounds ----------------------------------------------------------------------------------------------


@given(problems, st.data())
def test_pinning_an_event_to_either_end_fits_and_one_day_beyond_does_not(
    problem: Problem, data: st.DataObject
) -> None:
    moves, said = problem
    known = solve(moves, firm(said)).bounds
    name = data.draw(st.sampled_from(sorted(known)))
    low, high = known[name].earliest_start, known[name].latest_start
    for day, fits in ((low, True), (high, True), (low and low - 1, False), (high and high + 1, False)):
        if day is not None:
            pin = told("pin", "start_date", name, days=(day, day), weight=0.01)
            accepted = {content(one) for one in solve(moves, [*firm(said), pin]).accepted}
            assert (content(pin) in accepted) == fits


@given(stories)
def test_bounds_hold_the_truth(story: Story) -> None:
    moves, said, truth = story
    solution = solve(moves, said)
    assert not solution.set_aside
    for name, (first, last) in truth.items():
        es, ls, ee, le = solution.bounds[name].sides
        assert all(side is None or side <= day for side, day in ((es, first), (ee, last)))
        assert all(side is None or day <= side for side, day in ((ls, first), (le, last)))


@given(problems)
def test_bounds_grow_along_every_edge(problem: Problem) -> None:
    solution = solve(*problem)
    for relation in solution.relations:
        pair = earlier_and_later(relation)
        if pair is None or relation.strength == "likely":
            continue
        (es, ls, ee, _), (next_es, next_ls, *_) = (solution.bounds[name].sides for name in pair)
        least = ee if relation.kind == "before" else es
        assert least is None or (next_es is not None and least <= next_es)
        assert next_ls is None or (ls is not None and ls <= next_ls)


@given(stories, st.data())
def test_widening_a_date_narrows_nothing(story: Story, data: st.DataObject) -> None:
    moves, said, _ = story
    chosen = data.draw(st.sampled_from(moves))
    es, ls, ee, le = chosen.bounds.sides
    wide = TimeBounds(
        earliest_start=es and es - 2, latest_start=ls and ls + 1, earliest_end=ee and ee - 1, latest_end=le and le + 3
    )
    before = solve(moves, said)
    after = solve([attrs.evolve(one, bounds=wide) if one is chosen else one for one in moves], said)
    for name, known in before.bounds.items():
        assert known.intersection(after.bounds[name]) == known


@given(st.integers(0, 9), st.integers(0, 5), st.integers(0, 14))
def test_a_publication_date_intersects_with_the_inferred_one(start: int, length: int, day: int) -> None:
    moves = [Event(id="x", type="talks", bounds=TimeBounds.within(Interval(DAY + start, DAY + start + 1)))]
    said = [told("a", "gap", "x", "a", days=(0, length))]
    inferred = solve(moves, said, publications={"a": Publication()})
    assert inferred.publications["a"] == (DAY + start, DAY + start + length)
    stated = solve(moves, said, publications={"a": Publication.on(DAY + day)})
    inside = start <= day <= start + length
    assert bool(stated.conflicts) != inside
    if inside:
        assert stated.publications["a"] == (DAY + day, DAY + day)


def test_an_undated_article_is_dated_by_what_it_tells() -> None:
    moves = [Event(id="strike", type="attack"), Event(id="offer", type="proposal")]
    said = [
        told("known", "date", "strike", days=(DAY, DAY + 11)),
        told("a", "gap", "strike", "a", days=(1, 20)),
        told("a", "gap", "offer", "a", days=(2, 2)),
    ]
    solution = solve(moves, said, publications={"a": Publication()})
    assert solution.publications["a"] == (DAY + 1, DAY + 31)
    assert solution.bounds["offer"].sides == (None, DAY + 29, DAY - 1, DAY + 29)


# -- order -----------------------------------------------------------------------------------------------


@given(problems)
def test_the_graph_is_acyclic(problem: Problem) -> None:
    solution = solve(*problem)
    graph = build_graph(solution.events, solution.relations, solution.conflicts)
    assert nx.is_directed_acyclic_graph(graph)
    for pair in graph.edges:
        assert {earlier_and_later(one) for one in graph.edges[pair]["kinds"].values()} == {pair}
    rank = {name: number for number, name in enumerate(solution.sequence)}
    assert all(rank[a] < rank[b] for a, b in graph.edges)
    assert sorted(rank) == sorted(solution.bounds)


@given(problems)
def test_relations_say_all_that_statements_and_dates_order_and_no_more(problem: Problem) -> None:
    solution = solve(*problem)
    stated: nx.DiGraph[str] = nx.DiGraph()
    stated.add_nodes_from(solution.bounds)
    for one in firm(solution.accepted):
        if one.kind in {"before", "meets", "begins_before"} or (one.kind == "gap" and (one.days[0] or 0) > 0):
            stated.add_edge(one.source, one.target)
        elif one.kind in FOLLOWS:
            stated.add_edge(one.target, one.source)
    for a, b in itertools.permutations(solution.bounds, 2):
        end, start = solution.bounds[a].latest_end, solution.bounds[b].earliest_start
        if end is not None and start is not None and end < start:
            stated.add_edge(a, b)
    shown: nx.DiGraph[str] = nx.DiGraph()
    shown.add_nodes_from(solution.bounds)
    ordering = [one for one in solution.relations if one.strength != "likely" and earlier_and_later(one)]
    shown.add_edges_from(step_ends(one) for one in ordering)
    whole, reduced = nx.transitive_closure(stated), nx.transitive_closure(shown)
    assert set(whole.edges) <= set(reduced.edges)
    plain = {"during", "same", "within", "contains", "starts", "finishes", "overlaps"}
    if not any(one.kind in plain for one in solution.accepted):
        assert set(whole.edges) == set(reduced.edges)
        fewest = set(nx.transitive_reduction(reduced).edges)
        assert {(one.source, one.target) for one in ordering if one.kind == "before"} <= fewest
        links = {earlier_and_later(one) for one in ordering if one.kind != "before"}
        assert fewest <= {earlier_and_later(one) for one in ordering}
        assert set(shown.edges) <= fewest | links


@given(problems)
def test_before_is_an_order_and_after_its_inverse(problem: Problem) -> None:
    solution = solve(*problem)
    answer = verdicts(solution)
    inverse = {"before": "after", "after": "before"}
    for (a, b), relation in answer.items():
        assert answer[b, a] == inverse.get(relation, relation)
        assert (relation == "same") if a == b else True
    for a, b, c in itertools.permutations(solution.bounds, 3):
        if answer[a, b] == answer[b, c] == "before":
            assert answer[a, c] == "before"


@given(stories)
@settings(max_examples=150)
def test_order_is_true(story: Story) -> None:
    moves, said, truth = story
    for (a, b), relation in verdicts(solve(moves, said)).items():
        if relation in {"before", "after"}:
            assert (truth[a] < truth[b]) == (relation == "before")


@given(problems)
def test_every_proof_replays(problem: Problem) -> None:
    solution = solve(*problem)
    ordering = {one.id: one for one in solution.relations}
    for a, b in itertools.permutations(solution.bounds, 2):
        answer = solution.order(a, b)
        assert bool(answer.path) == (answer.relation != "unknown")
        if answer.relation in {"before", "after"}:
            first, second = (a, b) if answer.relation == "before" else (b, a)
            chain = [step_ends(step) for step in answer.path]
            assert chain[0][0] == first
            assert chain[-1][1] == second
            assert all(x[1] == y[0] for x, y in itertools.pairwise(chain))
            assert all(follows(solution, step, ordering) for step in answer.path)
            assert answer.strength in {"asserted", "entailed"}


def step_ends(step: Relation) -> tuple[str, str]:
    pair = earlier_and_later(step)
    assert pair is not None
    return pair


def follows(solution: Solution, step: Relation, ordering: dict[str, Relation]) -> bool:
    end, start = solution.bounds[step.source].latest_end, solution.bounds[step.target].earliest_start
    by_date = step.kind == "before" and end is not None and start is not None and end < start
    return bool(step.evidence) and (by_date or ordering.get(step.id) == step)


@given(problems)
def test_everything_cites_something(problem: Problem) -> None:
    solution = solve(*problem)
    assert all(relation.evidence for relation in solution.relations)
    assert all(bool(one.bounds_because) != one.bounds.is_open for one in solution.events)
    assert len({one.id for one in solution.relations}) == len(solution.relations)
    known = {item for one in solution.accepted for item in one.evidence}
    assert {item for relation in solution.relations for item in relation.evidence} <= known


@given(problems)
def test_bounds_rest_on_what_they_cite(problem: Problem) -> None:
    solution = solve(*problem)
    for event in solution.events:
        cited = [one for one in firm(solution.accepted) if set(one.evidence) & set(event.bounds_because)]
        alone = solve([attrs.evolve(one, bounds=OPEN, bounds_because=()) for one in problem[0]], cited)
        assert alone.bounds[event.id] == event.bounds


@given(problems)
def test_inverse_spelling_says_the_same(problem: Problem) -> None:
    moves, said = problem
    turned = [
        attrs.evolve(one, kind={"before": "after", "after": "before"}[one.kind], source=one.target, target=one.source)
        if one.kind in {"before", "after"}
        else one
        for one in said
    ]
    assert shape(solve(moves, turned)) == shape(solve(moves, said))


@given(problems)
def test_repeating_an_order_that_is_known_adds_no_order(problem: Problem) -> None:
    moves, said = problem
    solution = solve(moves, said)
    known = [one for one in solution.relations if one.kind == "before" and one.strength == "entailed"]
    more = [told("new", "before", one.source, one.target, weight=0.01) for one in known]
    again = solve(moves, [*said, *more])
    assert again.bounds == solution.bounds
    assert {edge[:3] for edge in edges(again)} == {edge[:3] for edge in edges(solution)}
    assert again.conflicts == solution.conflicts


# -- contradictions --------------------------------------------------------------------------------------


@given(st.booleans(), st.sampled_from([(1.0, 1.0), (2.0, 1.0), (1.0, 3.0)]))
def test_a_contradiction_of_two_sources_cites_both(turned: bool, weights: tuple[float, float]) -> None:
    moves = [Event(id=name, type="talks") for name in "xy"]
    said = [told("a", "before", "x", "y", weight=weights[0]), told("b", "before", "y", "x", weight=weights[1])]
    [conflict] = solve(moves, said[::-1] if turned else said).conflicts
    assert conflict.kind == "order"
    assert conflict.subjects == ("x", "y")
    assert [claim.evidence[0].article for claim in conflict.claims] == (
        ["a", "b"] if weights[0] >= weights[1] else ["b", "a"]
    )
    assert conflict.status == ("contested" if weights[0] == weights[1] else "outweighed")


def test_two_dates_for_one_event_are_a_conflict_of_dates() -> None:
    said = [told("a", "date", "x", days=(DAY, DAY)), told("b", "date", "x", days=(DAY + 1, DAY + 1))]
    said.append(told("c", "date", "x", days=(DAY + 1, DAY + 1)))
    solution = solve([Event(id="x", type="talks")], said)
    [conflict] = solution.conflicts
    assert (conflict.kind, conflict.status) == ("date", "outweighed")
    assert solution.bounds["x"] == TimeBounds.within(Interval(DAY + 1, DAY + 2))
    assert solve([Event(id="x", type="talks")], said[:2]).conflicts[0].status == "contested"


def test_three_articles_that_go_round_set_the_weakest_aside() -> None:
    moves = [Event(id=name, type="talks") for name in "xyz"]
    said = [
        told("a", "after", "y", "x", weight=2),
        told("b", "after", "z", "y", weight=2),
        told("c", "after", "x", "z"),
    ]
    solution = solve(moves, said)
    [conflict] = solution.conflicts
    assert {claim.evidence[0].article for claim in conflict.claims} == {"a", "b", "c"}
    assert conflict.status == "outweighed"
    assert solution.order("x", "z").relation == "before"


def test_order_within_a_day_may_not_go_round() -> None:
    on = TimeBounds.within(Interval(DAY, DAY + 1))
    moves = [Event(id=name, type="talks", bounds=on) for name in "xyz"]
    assert solve(moves, []).order("x", "y").relation == "unknown"
    solution = solve(moves, [told("a", "before", "x", "y"), told("a", "before", "y", "z")])
    assert solution.order("x", "z").relation == "before"
    assert not solution.conflicts
    [conflict] = solve(moves, [told("a", "before", "x", "y"), told("b", "before", "y", "x")]).conflicts
    assert conflict.kind == "order"


def test_a_disputed_date_disputes_the_order_that_rests_on_it() -> None:
    moves = [Event(id=name, type="talks") for name in "xyz"]
    said = [
        told("a", "date", "x", days=(DAY, DAY)),
        told("b", "date", "x", days=(DAY + 9, DAY + 9)),
        told("c", "date", "y", days=(DAY + 5, DAY + 5)),
        told("d", "date", "z", days=(DAY + 20, DAY + 20)),
    ]
    solution = solve(moves, said)
    assert solution.order("x", "y").relation == "contested"
    assert solution.order("y", "z").relation == "before"
    path = solution.order("x", "y").path
    assert {item.article for step in path for item in step.evidence} >= {"a", "c"}


def test_a_statement_that_fails_alone_is_an_issue_and_no_conflict() -> None:
    moves = [Event(id=name, type="talks") for name in "xy"]
    said = [
        told("a", "date", "x", days=(DAY + 1, DAY)),
        told("a", "before", "y", "y"),
        told("a", "before", "x", "nobody"),
    ]
    solution = solve(moves, said)
    assert not solution.conflicts
    assert sorted(issue.code for issue in solution.issues) == [
        "impossible-statement",
        "impossible-statement",
        "unknown-event",
    ]
    assert len(solution.set_aside) == 3


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=120))
@example([(n, (n * 7 + 3) % 31) for n in range(31)])
def test_contradictory_gold_never_fails(pairs: Sequence[tuple[int, int]]) -> None:
    moves = [Event(id=f"t{number:02}", type="anything") for number in range(31)]
    solution = solve(moves, [told(f"a{n % 5}", "BEFORE", f"t{a:02}", f"t{b:02}") for n, (a, b) in enumerate(pairs)])
    assert nx.is_directed_acyclic_graph(build_graph(solution.events, solution.relations))
    assert all(len({claim.statement for claim in one.claims}) >= 2 for one in solution.conflicts)


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "from ceasetimeline.model import *; from ceasetimeline.order import solve\n"
        "said = [Statement(kind='before', source=f'e{n % 7}', target=f'e{(n * 3 + 1) % 7}', "
        "evidence=(Evidence(article=f'a{n % 3}', rule='r'),)) for n in range(20)]\n"
        "print(solve([Event(id=f'e{n}', type='t') for n in range(7)], said))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
