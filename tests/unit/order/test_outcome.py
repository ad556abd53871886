"""What a solution shows: which sources it cites, which dates it repeats as relations, how far the calendar goes."""

from __future__ import annotations

import itertools

import pytest

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, Interval, TimeBounds
from ceasetimeline.model import Event, Relation
from ceasetimeline.order import OrderIndex, solve
from ceasetimeline.order.network import Network
from ceasetimeline.order.statements import ORIGIN
from ceasetimeline.testing import told

DAY = 739_440


def on(name: str, day: int) -> Event:
    return Event(id=name, type="talks", bounds=TimeBounds.within(Interval(day, day + 1)))


def undated(*names: str) -> list[Event]:
    return [Event(id=name, type="talks") for name in names]


def test_of_two_statements_that_say_as_much_the_weightier_is_cited() -> None:
    said = [
        *(
            told("light", "date", "x", days=(DAY, DAY + 5)),
            told("heavy", "start_date", "x", days=(DAY, None), weight=3),
        ),
        told("heavy", "end_date", "x", days=(None, DAY + 5), weight=3),
    ]
    [event] = solve(undated("x"), said).events
    assert {item.article for item in event.bounds_because} == {"heavy"}


def test_the_first_of_two_equal_dates_owns_the_wall() -> None:
    network = Network([0], [0])
    for owner in (1, 2):
        assert network.add([(ORIGIN, 0, 5, None, owner), (0, ORIGIN, -3, None, owner)]) is None
    assert (network.high, network.high_owner, network.low, network.low_owner) == ([5], [1], [3], [1])
    assert network.add([(ORIGIN, 0, 4, None, 3), (0, ORIGIN, -4, None, 3)]) is None
    assert (network.high, network.high_owner, network.low, network.low_owner) == ([4], [3], [4], [3])


def test_an_answer_of_the_same_day_is_a_link_and_no_order_of_dates() -> None:
    solution = solve([on("offer", DAY), on("no", DAY)], [told("a", "answers", "no", "offer")])
    assert [(one.kind, one.source, one.target) for one in solution.relations] == [("answers", "no", "offer")]
    assert solution.order("offer", "no").relation == "before"
    later = solve([on("offer", DAY), on("no", DAY + 1)], [told("a", "answers", "no", "offer")])
    assert {one.kind for one in later.relations} == {"answers", "before"}


@pytest.mark.parametrize("names", list(itertools.permutations("abcd")))
def test_an_order_of_dates_is_asserted_where_a_date_rests_on_a_cue(names: tuple[str, ...]) -> None:
    """Whatever the ids: the end of the first comes from "before", the start of the second from its date."""
    plain, cued, wall, last = names
    moves = [on(plain, DAY), *undated(cued), on(wall, DAY + 3), on(last, DAY + 9)]
    relations = solve(moves, [told("a", "during", cued, wall)]).relations
    strengths = {(one.source, one.target): one.strength for one in relations if one.kind == "before"}
    assert strengths == {
        (plain, cued): "asserted",
        (plain, wall): "entailed",
        (cued, last): "asserted",
        (wall, last): "entailed",
    }


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_calendar_holds_its_first_and_its_last_day(day: int) -> None:
    [event] = solve([on("x", day)]).events
    assert event.bounds.sides == (day, day, day, day)
    [event] = solve(undated("x"), [told("a", "date", "x", days=(day, day))]).events
    assert event.bounds.sides == (day, day, day, day)


@pytest.mark.parametrize("names", list(itertools.permutations("abc")))
def test_what_happened_at_one_time_as_a_third_did_happened_at_one_time(names: tuple[str, ...]) -> None:
    one, middle, other = names
    solution = solve(undated(*names), [told("x", "same", one, middle), told("y", "same", middle, other)])
    answer = solution.order(one, other)
    assert answer.relation == "same"
    assert {item.article for step in answer.path for item in step.evidence} == {"x", "y"}


@pytest.mark.parametrize("names", list(itertools.permutations("abcd")))
def test_an_undisputed_way_to_a_disputed_date_is_found_over_several_steps(names: tuple[str, ...]) -> None:
    """The date of the last is disputed; that it came after an event whose date nobody disputes is not."""
    early, dated, middle, last = names
    said = [
        *(told("p", "date", last, days=(DAY + 7, DAY + 7)), told("q", "date", last, days=(DAY + 9, DAY + 9))),
        *(told("r", "before", dated, middle), told("s", "before", middle, last)),
    ]
    solution = solve([on(early, DAY), on(dated, DAY + 5), *undated(middle, last)], said)
    answer = solution.order(early, last)
    assert answer.relation == "before"
    assert [step.target for step in answer.path] == [dated, middle, last]


def test_a_way_over_a_disputed_step_is_no_undisputed_one() -> None:
    """A walkout that only one of two equal sources puts behind the talks is not proved later by the talks' date."""
    said = [
        *(told("p", "before", "talks", "walkout"), told("q", "before", "walkout", "talks")),
        *(
            told("r", "date", "walkout", days=(DAY + 9, DAY + 9)),
            told("s", "date", "walkout", days=(DAY + 8, DAY + 8)),
        ),
    ]
    solution = solve([on("early", DAY), on("talks", DAY + 5), *undated("walkout")], said)
    assert solution.order("talks", "walkout").relation == "contested"
    assert solution.order("early", "walkout").relation == "contested"
    assert solution.order("early", "talks").relation == "before"


def test_in_a_circle_the_way_is_found_over_disputed_steps_too() -> None:
    def before(a: str, b: str) -> Relation:
        return Relation(id=a + b, source=a, target=b, kind="before", strength="asserted")

    index = OrderIndex(undated(*"vwxyz"), [before("x", "y"), before("y", "x"), before("y", "z"), before("v", "x")])
    assert index.order("v", "z").relation == "before"
    assert [step.source for step in index.order("v", "z").path] == ["v", "x", "y"]
    assert index.order("z", "v").relation == "after"
    assert index.order("w", "z").relation == "unknown"
