"""The order in which events are read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import OPEN, TimeBounds
from ceasetimeline.model import Event, Relation
from ceasetimeline.view.sequence import reading_order

days = st.integers(739000, 739050)
bounds = st.one_of(days.map(TimeBounds.until), days.map(TimeBounds.since), st.just(OPEN))


def events_of(found: list[TimeBounds]) -> tuple[Event, ...]:
    return tuple(Event(id=f"e{number}", type="talks", bounds=each) for number, each in enumerate(found))


def test_an_event_known_by_a_day_is_read_at_that_day_and_undated_ones_last() -> None:
    events = events_of([OPEN, TimeBounds.until(739020), TimeBounds.since(739010), TimeBounds.since(739030)])
    assert [event.id for event in reading_order(events, ())] == ["e2", "e1", "e3", "e0"]


@given(st.lists(bounds, max_size=12), st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11))))
def test_every_event_is_read_once_and_never_before_what_precedes_it(
    found: list[TimeBounds], pairs: set[tuple[int, int]]
) -> None:
    events = events_of(found)
    relations = tuple(
        Relation(id=f"r{a}-{b}", source=f"e{a}", target=f"e{b}", kind="before", strength="asserted")
        for a, b in sorted(pairs)
        if a < b < len(found)
    )
    read = [event.id for event in reading_order(events, relations)]
    assert sorted(read) == sorted(event.id for event in events)
    assert all(read.index(relation.source) < read.index(relation.target) for relation in relations)


@given(st.lists(bounds, max_size=12))
def test_a_relation_to_an_event_that_was_filtered_away_hides_nothing(found: list[TimeBounds]) -> None:
    events = events_of(found)
    lost = tuple(
        Relation(id=event.id, source="gone", target=event.id, kind="before", strength="asserted") for event in events
    )
    assert len(reading_order(events, lost)) == len(events)


def test_a_circle_read_from_elsewhere_loses_no_event() -> None:
    events = events_of([OPEN, OPEN])
    circle = tuple(
        Relation(id=a, source=a, target=b, kind="before", strength="asserted")
        for a, b in (("e0", "e1"), ("e1", "e0"))
    )
    assert set(reading_order(events, circle)) == set(events)
