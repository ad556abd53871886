"""What statements say before they are ordered: their one spelling, their weight, what they cite, how they queue."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, TimeBounds, ordinal
from ceasetimeline.model import Event, Evidence, Span, Statement
from ceasetimeline.order.statements import (
    FOLLOWS,
    KINDS,
    METRIC,
    REMARKS,
    Numbering,
    Weights,
    bonds,
    canonical_form,
    dated,
    evidence_key,
    merged,
)
from ceasetimeline.relations import NAMED, Sign, canonical, inverse

EVENTS = ("a", "b", "c")
NUMBERING = Numbering(3, {name: number for number, name in enumerate(EVENTS)}, {"m1": "a", "m2": "b"})
EVEN = Weights({}, {})
DAY = ordinal("2025-07-01")
POINTS = {name: (2 * number, 2 * number + 1) for number, name in enumerate(EVENTS)}

open_days = st.tuples(st.none() | st.integers(1, 4), st.none() | st.integers(5, 9))


def said(kind: str, source: str = "a", target: str = "b", *articles: str, **more: object) -> Statement:
    cited = tuple(Evidence(article=name, rule="told") for name in articles)
    return Statement(kind=kind, source=source, target=target, evidence=cited, **more)  # type: ignore[arg-type]


# --- one spelling


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(("source", "target"), [("a", "b"), ("b", "a")])
def test_a_statement_has_one_spelling_that_says_the_same(kind: str, source: str, target: str) -> None:
    given = said(kind, source, target)
    spelt = canonical_form(given)
    assert canonical_form(spelt) == spelt
    if (spelt.source, spelt.target) == (source, target):
        assert spelt.kind == canonical(kind)
    else:
        assert (spelt.source, spelt.target) == (target, source)
        assert spelt.kind == (inverse(canonical(kind)) if canonical(kind) in NAMED else canonical(kind))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_seen_from_either_event_a_relation_is_spelt_alike(kind: str) -> None:
    relation = canonical(kind)
    if relation in NAMED:
        assert canonical_form(said(kind)) == canonical_form(said(inverse(relation), "b", "a"))


@pytest.mark.parametrize("kind", sorted({canonical_form(said(kind)).kind for kind in KINDS} - METRIC - REMARKS))
def test_the_bonds_of_a_relation_hold_just_where_it_does(kind: str) -> None:
    relation = NAMED["begins_after" if kind in FOLLOWS else kind]
    made = bonds(kind, (None, None), POINTS["a"], POINTS["b"], 7)
    assert all((days, owner) == (0, 7) for *_, days, _, owner in made)
    stretches = list(combinations(range(4), 2))
    for points in (one + other for one in stretches for other in stretches):
        pairs = ((points[i], points[j]) for i, j in ((0, 2), (0, 3), (1, 2), (1, 3)))
        signs = [Sign.LT if one < other else Sign.EQ if one == other else Sign.GT for one, other in pairs]
        holds = all(sign in allowed for sign, allowed in zip(signs, relation.signs, strict=True))
        kept = all({0: points[v] <= points[u], -1: points[v] < points[u]}[rank or 0] for u, v, _, rank, _ in made)
        assert kept == holds


@pytest.mark.parametrize(("source", "target"), [("m1", "b"), ("a", "m2"), ("m1", "m2"), ("a", "b")])
def test_a_mention_stands_for_its_event_on_either_side(source: str, target: str) -> None:
    weighed, lost = merged([said("before", source, target, "x")], NUMBERING, EVEN)
    assert [(one.source, one.target) for one in weighed.statements] == [("a", "b")]
    assert not lost


def test_what_names_nobody_known_is_kept_apart() -> None:
    strange = [said("before", "a", "z"), said("before", "z", "a"), said("before", "a", ""), said("date", "z", "")]
    weighed, lost = merged([*strange, said("date", "a", "", days=(DAY, DAY))], NUMBERING, EVEN)
    assert lost == strange
    assert [one.kind for one in weighed.statements] == ["date"]


# --- weight


@given(
    st.lists(st.sampled_from("uvwxyz"), min_size=1, max_size=6),
    st.dictionaries(st.sampled_from("uvwxyz"), st.sampled_from("uvST")),
    st.dictionaries(st.sampled_from("uvwxyzST"), st.sampled_from([0.5, 1.0, 2.0])),
)
def test_each_independent_source_speaks_once_with_its_greatest_weight(
    articles: list[str], witnesses: dict[str, str], sources: dict[str, float]
) -> None:
    expected: dict[str, float] = {}
    for article in articles:
        voice = witnesses.get(article, article)
        weight = sources.get(article, sources.get(voice, 1.0))
        expected[voice] = max(weight, expected.get(voice, weight))
    evidence = [Evidence(article=article, rule="told", quote=str(place)) for place, article in enumerate(articles)]
    assert Weights(witnesses, sources).voices(evidence) == expected


@pytest.mark.parametrize("weight", [0.5, 3.0])
@pytest.mark.parametrize("articles", ["x", "z", "xz", "zx", "xx", "xyz", "zzy"])
def test_one_statement_of_many_articles_weighs_what_its_voices_weigh_on_average(articles: str, weight: float) -> None:
    sources = {"x": 1.0, "y": 2.0, "z": 4.0}
    weighed, _ = merged([said("before", "a", "b", *articles, weight=weight)], NUMBERING, Weights({}, sources))
    voices = set(articles)
    assert weighed.weights == [pytest.approx(weight * sum(sources[name] for name in voices) / len(voices))]


@given(st.lists(st.sampled_from("xyz"), min_size=1, max_size=6))
def test_many_who_say_the_same_weigh_together_each_once(articles: list[str]) -> None:
    weighed, _ = merged([said("before", "a", "b", article) for article in articles], NUMBERING, EVEN)
    assert weighed.weights == [pytest.approx(len(set(articles)))]
    (told,) = weighed.statements
    assert [one.article for one in told.evidence] == sorted(set(articles))


def test_of_many_who_say_the_same_the_surest_counts() -> None:
    group = [said("before", "a", "b", name, strength=how) for name, how in (("x", "asserted"), ("y", "entailed"))]
    for statements in (group, group[::-1]):
        (told,) = merged(statements, NUMBERING, EVEN)[0].statements
        assert told.strength == "entailed"


# --- what is cited


@pytest.mark.parametrize(
    ("statement", "note"),
    [
        (said("date", "a", "", days=(DAY, DAY + 1)), "a date 2025-07-01/2025-07-02"),
        (said("start_date", "a", "", days=(None, DAY)), "a start_date ../2025-07-01"),
        (said("date", "a", "", days=(FIRST_DAY, LAST_DAY)), "a date 0001-01-01/9999-12-31"),
        (said("date", "a", "", days=(FIRST_DAY - 1, LAST_DAY + 1)), f"a date {FIRST_DAY - 1}/{LAST_DAY + 1}"),
        (said("gap", "a", "b", days=(2, None)), "a gap b 2/.."),
        (said("before", "a", "b"), "a before b"),
    ],
)
def test_a_statement_without_evidence_is_its_own(statement: Statement, note: str) -> None:
    (told,) = merged([statement], NUMBERING, EVEN)[0].statements
    assert told.evidence == (Evidence(article="", rule="stated", note=note),)


def test_evidence_stands_by_article_and_place_what_has_no_place_first() -> None:
    rows = [
        Evidence(article="x", rule="r"),
        Evidence(article="x", span=Span(0, 2), rule="r"),
        Evidence(article="x", span=Span(0, 3), rule="r"),
        Evidence(article="x", span=Span(4, 5), rule="r"),
        Evidence(article="x", span=Span(4, 5), rule="s"),
        Evidence(article="y", rule="r"),
    ]
    for known in (rows, rows[::-1]):
        assert sorted(known, key=evidence_key) == rows


@pytest.mark.parametrize("es", [None, DAY])
@pytest.mark.parametrize("ls", [None, DAY + 2, DAY + 6])
@pytest.mark.parametrize("ee", [None, DAY, DAY + 4])
@pytest.mark.parametrize("le", [None, DAY + 6])
def test_the_bounds_of_an_event_are_told_side_by_side_or_as_one(
    es: int | None, ls: int | None, ee: int | None, le: int | None
) -> None:
    bounds = TimeBounds(earliest_start=es, latest_start=ls, earliest_end=ee, latest_end=le)
    es, ls, ee, le = bounds.sides
    found = {one.kind: one.days for one in dated(Event(id="a", type="talks", bounds=bounds), EVEN)}
    told = {"start_date": (es, ls), "end_date": (ee, le)}
    one = {"date": (es, le)} if (es, ls) == (ee, le) else told
    assert found == {kind: days for kind, days in one.items() if days != (None, None)}


# --- the queue


@given(st.lists(open_days, min_size=2, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_statements_of_one_weight_queue_by_days_open_sides_last(
    days: list[tuple[int | None, int | None]], shuffler: random.Random
) -> None:
    statements = [said("gap", source, target, "x", days=pair) for source in "ab" for target in "bc" for pair in days]
    shuffler.shuffle(statements)
    weighed, _ = merged([one for one in statements if one.source != one.target], NUMBERING, EVEN)
    keys = [
        (one.source, one.target, *(math.inf if day is None else day for day in one.days))
        for one in weighed.statements
    ]
    assert keys == sorted(keys)


@given(st.permutations(["heavy", "sure", "plain", "likely"]))
def test_the_heaviest_stand_first_then_the_surest(order: list[str]) -> None:
    rows = {
        "heavy": said("before", "a", "b", "x", weight=2.0, strength="likely"),
        "sure": said("before", "b", "c", "x", strength="entailed"),
        "plain": said("before", "a", "c", "x"),
        "likely": said("before", "c", "a", "x", strength="likely"),
    }
    weighed, _ = merged([rows[name] for name in order], NUMBERING, EVEN)
    assert weighed.statements == list(rows.values())


@given(st.lists(st.sampled_from(["before", "same", "gap", "date", "answers", "comments"]), max_size=6))
def test_the_bonds_of_a_statement_are_those_that_it_owns(kinds: list[str]) -> None:
    rows = [
        said(kind, "a", "" if kind == "date" else "b", "x", days=(place, place + 1))
        for place, kind in enumerate(kinds)
    ]
    weighed, _ = merged(rows, NUMBERING, EVEN)
    for number in range(len(weighed.statements)):
        assert {owner for *_, owner in weighed.bonds_of(number)} <= {number}
    assert [bond for number in range(len(rows)) for bond in weighed.bonds_of(number)] == weighed.bonds
