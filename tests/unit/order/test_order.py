"""Examples of the ordering that a reader can follow."""

from __future__ import annotations

import copy
import random

import pytest

from ceasetimeline.bounds import Interval, TimeBounds, ordinal
from ceasetimeline.errors import InputError, UnknownNameError
from ceasetimeline.model import Conflict, Event, Evidence, Publication, Relation, Statement
from ceasetimeline.order import OrderIndex, solve
from ceasetimeline.order.graph import build_graph
from ceasetimeline.order.network import Network
from ceasetimeline.order.query import evidence_of
from ceasetimeline.order.statements import ORIGIN
from ceasetimeline.order.tighten import earliest, latest
from ceasetimeline.testing import told

DAY = ordinal("2025-07-01")


def on(name: str, first: int, last: int | None = None, **more: object) -> Event:
    stretch = Interval(DAY + first, DAY + (first if last is None else last) + 1)
    return Event(id=name, type="talks", bounds=TimeBounds.within(stretch), **more)  # type: ignore[arg-type]


def undated(*names: str) -> list[Event]:
    return [Event(id=name, type="talks") for name in names]


def test_statements_about_mentions_are_about_their_event() -> None:
    moves = [on("x", 3, mentions=("m1", "m2")), *undated("y")]
    solution = solve(moves, [told("a", "after", "y", "m2")])
    assert solution.bounds["y"].earliest_start == DAY + 3
    assert solution.accepted[-1].source == "x"
    assert not solution.issues


def test_two_events_may_not_share_an_id() -> None:
    with pytest.raises(InputError, match="'x'"):
        solve(undated("x", "y", "x"))


def test_a_gap_counts_from_the_end_of_the_first_event() -> None:
    war = Event(id="war", type="attack", bounds=TimeBounds.throughout(Interval(DAY, DAY + 12)))
    solution = solve([war, *undated("truce")], [told("a", "gap", "war", "truce", days=(2, 3))])
    assert solution.bounds["truce"].sides[:2] == (DAY + 13, DAY + 14)
    assert solution.order("truce", "war").relation == "after"


def test_how_long_an_event_lasted_counts_both_its_days() -> None:
    said = [told("a", "start_date", "war", days=(DAY, DAY)), told("a", "lasts", "war", days=(12, 12))]
    assert solve(undated("war"), said).bounds["war"] == TimeBounds.throughout(Interval(DAY, DAY + 12))


def test_links_order_starts_and_stay_beside_before() -> None:
    moves = undated("no", "offer", "talks")
    said = [
        told("a", "answers", "no", "offer"),
        told("a", "before", "talks", "offer"),
        told("a", "comments", "no", "talks"),
    ]
    solution = solve(moves, said)
    assert {(one.source, one.target, one.kind) for one in solution.relations} == {
        ("no", "offer", "answers"),
        ("talks", "offer", "before"),
        ("no", "talks", "comments"),
    }
    answer = solution.order("talks", "no")
    assert answer.relation == "before"
    assert [step.kind for step in answer.path] == ["before", "answers"]
    assert {item.quote for item in evidence_of(answer.path)} == {"no answers offer", "talks before offer"}
    assert solution.order("no", "talks").path == answer.path
    assert solution.sequence == ("talks", "offer", "no")


def test_a_remark_orders_nothing() -> None:
    solution = solve(undated("x", "y"), [told("a", "comments", "x", "y"), told("a", "comments", "y", "x")])
    assert solution.order("x", "y").relation == "unknown"
    assert len(solution.relations) == 2
    assert not solution.conflicts


def test_what_happens_during_an_event_shares_its_order() -> None:
    said = [
        told("a", "during", "visit", "truce"),
        told("a", "before", "truce", "vote"),
        told("a", "after", "truce", "talks"),
    ]
    solution = solve(undated("visit", "truce", "vote", "talks"), said)
    assert solution.order("visit", "vote").relation == "before"
    assert solution.order("talks", "visit").relation == "before"
    assert solution.order("truce", "visit").relation == "unknown"


def test_what_happens_at_one_time_is_the_same() -> None:
    said = [
        told("a", "same", "y", "x"),
        told("b", "same", "x", "y"),
        told("a", "answers", "z", "x"),
        told("c", "before", "v", "y"),
    ]
    solution = solve(undated("v", "x", "y", "z"), said)
    assert solution.order("x", "y").relation == solution.order("y", "x").relation == "same"
    assert solution.order("y", "z").relation == "before"
    assert solution.order("v", "x").relation == "before"
    [link] = [one for one in solution.relations if one.kind == "same"]
    assert [item.article for item in link.evidence] == ["a", "b"]


def test_the_order_of_two_containing_events_is_unknown() -> None:
    moves = [on("talks", 5, 23), on("offer", 9)]
    assert solve(moves).order("talks", "offer").relation == "unknown"


def test_dates_prove_an_order_by_what_both_rest_on() -> None:
    first = on("x", 1, bounds_because=(Evidence(article="a", rule="date"),))
    second = on("y", 2, bounds_because=(Evidence(article="b", rule="date"),))
    solution = solve([first, second])
    [step] = solution.relations
    assert (step.kind, step.strength) == ("before", "entailed")
    assert [item.article for item in step.evidence] == ["a", "b"]
    assert solution.order("x", "y").path == (step,)
    assert solution.order("x", "y").strength == "entailed"
    assert solution.because("x") == first.bounds_because


def test_an_order_that_rests_on_a_cue_is_asserted() -> None:
    moves = [on("x", 1), *undated("y"), on("z", 9)]
    said = [told("a", "before", "y", "x")]
    relations = {(one.source, one.target): one.strength for one in solve(moves, said).relations}
    assert relations == {("y", "x"): "asserted", ("x", "z"): "entailed"}
    gap = solve(undated("x", "y"), [told("a", "gap", "x", "y", days=(2, 2))])
    assert [(one.kind, one.strength) for one in gap.relations] == [("before", "asserted")]
    touching = solve(undated("x", "y"), [told("a", "gap", "x", "y", days=(0, 2))])
    assert touching.order("x", "y").relation == "unknown"


def test_only_likely_order_is_shown_but_proves_nothing() -> None:
    moves = undated("x", "y", "z")
    said = [told("a", "before", "y", "x", strength="likely"), told("a", "before", "x", "y", strength="likely")]
    said.append(told("a", "before", "x", "z"))
    solution = solve(moves, said)
    assert {(one.source, one.target, one.strength) for one in solution.relations} == {
        ("x", "z", "asserted"),
        ("x", "y", "likely"),
    }
    assert solution.order("x", "y").relation == "unknown"
    assert solution.sequence == ("x", "y", "z")
    assert not solution.conflicts
    assert [one.statement.source for one in solution.set_aside] == ["y"]
    turned = solve(undated("x", "y"), [told("a", "before", "y", "x", strength="likely")])
    assert turned.sequence == ("y", "x")


def test_likely_order_that_is_known_already_is_not_repeated() -> None:
    said = [
        told("a", "before", "x", "y"),
        told("a", "before", "y", "z"),
        told("b", "before", "x", "z", strength="likely"),
    ]
    assert len(solve(undated("x", "y", "z"), said).relations) == 2


def test_a_source_may_weigh_more() -> None:
    said = [told("a", "before", "x", "y"), told("b", "after", "x", "y")]
    for heavy, relation in (("a", "before"), ("b", "after")):
        solution = solve(undated("x", "y"), said, source_weights={heavy: 2.5})
        assert solution.order("x", "y").relation == relation
        assert solution.conflicts[0].status == "outweighed"
    by_name = solve(undated("x", "y"), said, witnesses={"b": "wire"}, source_weights={"wire": 3.0})
    assert by_name.order("x", "y").relation == "after"


def test_a_statement_that_two_articles_share_is_shared_between_them() -> None:
    both = Statement(
        kind="before",
        source="x",
        target="y",
        weight=2.0,
        evidence=(Evidence(article="a", rule="r"), Evidence(article="b", rule="r")),
    )
    solution = solve(undated("x", "y"), [both, told("a", "before", "x", "y"), told("c", "after", "x", "y", weight=2)])
    assert solution.conflicts[0].status == "contested"


def test_dates_from_several_articles_weigh_as_many_witnesses() -> None:
    three = tuple(Evidence(article=name, rule="date") for name in "abc")
    said = [told("d", "date", "x", days=(DAY + 5, DAY + 5), weight=2)]
    assert solve([on("x", 1, bounds_because=three)], said).bounds["x"].earliest_start == DAY + 1
    copies = dict.fromkeys("abc", "wire")
    assert solve([on("x", 1, bounds_because=three)], said, witnesses=copies).bounds["x"].earliest_start == DAY + 5


def test_bounds_beyond_the_calendar_are_open() -> None:
    said = [
        told("a", "gap", "x", "y", days=(10_000_000, 10_000_001)),
        told("a", "gap", "z", "x", days=(10_000_000, None)),
    ]
    solution = solve([on("x", 1), *undated("y", "z")], said)
    assert solution.bounds["y"].sides == solution.bounds["z"].sides == (None, None, None, None)


def test_an_article_is_a_day_as_well() -> None:
    said = [told("a", "before", "x", "a"), told("a", "gap", "y", "a", days=(1, 1))]
    solution = solve(undated("x", "y"), said, publications={"a": Publication.on(DAY), "b": Publication()})
    assert solution.bounds["x"].latest_end == DAY
    assert solution.bounds["y"].latest_end == DAY - 1
    assert solution.publications == {"a": (DAY, DAY), "b": (None, None)}
    assert {item.article for item in solution.because("x")} == {"a"}
    assert not solution.relations


def test_unknown_names_are_issues_that_say_which() -> None:
    solution = solve(
        undated("x"), [told("a", "before", "x", "ghost"), told("a", "gap", "spirit", "ghost"), told("a", "gap", "x")]
    )
    assert [issue.code for issue in solution.issues] == ["unknown-event"] * 3
    assert "'ghost'" in solution.issues[0].message
    assert "'spirit' and 'ghost'" in solution.issues[1].message
    with pytest.raises(UnknownNameError):
        solution.order("x", "ghost")


def test_so_many_date_edges_are_left_to_the_dates() -> None:
    moves = [on(f"x{number:03}", number // 110) for number in range(330)]
    solution = solve(moves, [told("a", "before", "x000", "x001")])
    assert [issue.code for issue in solution.issues] == ["date-edges-left-out"]
    assert [(one.source, one.target) for one in solution.relations] == [("x000", "x001")]
    assert solution.order("x000", "x329").relation == "before"


def test_a_graph_holds_links_as_edges_and_remarks_as_attributes() -> None:
    moves = [on("offer", 1), on("no", 3), on("word", 3)]
    said = [
        told("a", "answers", "no", "offer"),
        told("b", "comments", "word", "no"),
        told("b", "comments", "word", "offer"),
    ]
    said += [told("a", "date", "no", days=(DAY + 9, DAY + 9))]
    solution = solve(moves, said)
    graph = build_graph(solution.events, solution.relations, solution.conflicts)
    assert set(graph.edges["offer", "no"]["kinds"]) == {"answers", "before"}
    assert graph.nodes["word"]["comments"] == ("no", "offer")
    assert graph.nodes["no"]["conflicts"] == (solution.conflicts[0].id,)
    assert graph.graph["conflicts"] == solution.conflicts
    assert graph.nodes["offer"]["start"] == ("2025-07-02", "2025-07-02")
    assert graph.nodes["offer"]["event"].id == "offer"


def test_an_index_of_parts_that_do_not_fit_still_answers() -> None:
    stray = Relation(id="r", source="x", target="gone", kind="before", strength="asserted")
    index = OrderIndex(undated("x", "y"), [stray], [Conflict(id="c", kind="role", subjects=("x",), claims=())])
    assert index.order("x", "y").relation == "unknown"
    assert index.order("x", "x").relation == "same"


def test_relations_that_go_round_in_an_edited_file_are_contested() -> None:
    def before(a: str, b: str) -> Relation:
        return Relation(id=a + b, source=a, target=b, kind="before", strength="asserted")

    index = OrderIndex(undated(*"wxyz"), [before("x", "y"), before("y", "x"), before("y", "z")])
    assert index.order("x", "y").relation == "contested"
    assert index.order("x", "z").relation == "before"
    assert index.order("z", "x").relation == "after"
    assert [step.target for step in index.order("z", "x").path] == ["y", "z"]
    assert index.order("w", "x").relation == "unknown"


def test_an_undisputed_way_is_preferred_to_a_disputed_one() -> None:
    said = [
        told("a", "before", "x", "y"),
        told("b", "before", "y", "x"),
        told("c", "before", "x", "w", weight=2),
        told("d", "before", "w", "z", weight=2),
        told("e", "before", "y", "z"),
    ]
    solution = solve(undated("w", "x", "y", "z"), said)
    assert solution.order("x", "y").relation == "contested"
    assert solution.order("x", "z").relation == "before"
    assert solution.order("y", "z").relation == "before"


def test_a_disputed_arrival_is_reached_by_an_undisputed_way() -> None:
    said = [
        told("a", "date", "y", days=(DAY + 7, DAY + 7)),
        told("b", "date", "y", days=(DAY + 9, DAY + 9)),
        told("c", "before", "x", "y"),
    ]
    solution = solve([on("early", 1), on("x", 5), *undated("y")], said)
    assert solution.order("early", "y").relation == "before"
    assert [step.target for step in solution.order("early", "y").path] == ["x", "y"]


def test_a_network_grows_to_what_it_is_when_built_at_once() -> None:
    chance = random.Random(5)
    for _ in range(60):
        size = 6
        guess = [chance.randrange(20) for _ in range(size)]
        grown, bonds = Network(guess, range(size)), []
        for owner in range(14):
            u, v = chance.sample([ORIGIN, *range(size)], 2)
            bond = (u, v, chance.randrange(-6, 12), None, owner)
            if grown.add([bond]) is None:
                bonds.append(bond)
            at_once = Network([0] * size, range(size))
            assert at_once.add(bonds) is None
            assert latest(grown).days == latest(at_once).days
            assert earliest(grown).days == earliest(at_once).days
            for x, y, most, _, _ in bonds:
                days = [0 if node == ORIGIN else grown.days[node] for node in (x, y)]
                assert days[1] - days[0] <= most


def test_a_refused_bundle_leaves_no_trace() -> None:
    network = Network([0, 0, 0], [0, 1, 2])
    assert network.add([(ORIGIN, 0, 5, None, 1), (0, ORIGIN, -5, None, 1)]) is None
    before = network.out, network.into, network.low, network.high, network.low_owner, network.high_owner
    copies = copy.deepcopy(before)
    cycle = network.add([(ORIGIN, 1, 3, None, 2), (0, 1, 4, 0, 2), (1, 0, 1, 0, 2), (ORIGIN, 0, 4, None, 2)])
    assert cycle is not None
    assert set(cycle) == {1, 2}
    assert [list(map(list, part)) for part in before[:2]] == [list(map(list, part)) for part in copies[:2]]
    assert before[2:] == copies[2:]
