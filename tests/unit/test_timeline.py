"""Questions put to a timeline, and the answers that a reader of the articles would give."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from ceasetimeline import Statement, Timeline, build_timeline, order_events
from ceasetimeline.errors import (
    ArgumentError,
    ArticleError,
    CeasetimelineWarning,
    FormatError,
    InputError,
    UnknownNameError,
)

ARTICLES = [
    {
        "id": "a",
        "source": "Wire A",
        "published": "2025-07-08",
        "text": "Israel proposed a truce of sixty days on Friday. Hamas rejected the proposal on Sunday.",
    },
    {
        "id": "b",
        "source": "Daily B",
        "published": "2025-07-09",
        "text": "Hamas rejected the Israeli proposal on Sunday.",
    },
    {
        "id": "c",
        "source": "Daily B",
        "published": "2025-07-20",
        "text": "Qatar announced a ceasefire between the two on Friday.",
    },
]


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return build_timeline(ARTICLES)


def test_events_stand_in_order_and_reports_of_one_move_are_one(timeline: Timeline) -> None:
    assert [event.type for event in timeline] == ["proposal", "rejection", "ceasefire"]
    rejection = timeline.events[1]
    assert rejection.independent_sources == 2
    assert rejection.bounds.to_json()["start"] == ["2025-07-06", "2025-07-06"]


def test_an_answer_is_linked_to_what_it_answers(timeline: Timeline) -> None:
    proposal, rejection, _ = timeline.events
    [answer] = [relation for relation in timeline.relations if relation.kind == "answers"]
    assert (answer.source, answer.target) == (rejection.id, proposal.id)
    assert answer.evidence


def test_order_is_answered_both_ways_with_a_proof(timeline: Timeline) -> None:
    first, _, last = timeline.events
    assert timeline.order(first, last).relation == "before"
    assert timeline.order(last.id, first.id).relation == "after"
    assert timeline.order(first, first).relation == "same"
    assert timeline.order(first, last).path
    with pytest.raises(UnknownNameError, match="no event"):
        timeline.order(first, "e-nothing")


def test_filters_keep_what_fits_and_what_lies_between(timeline: Timeline) -> None:
    assert [event.type for event in timeline.filter(actor="Hamas")] == ["proposal", "rejection"]
    assert [event.type for event in timeline.filter(actor="Qatar")] == ["ceasefire"]
    assert [event.type for event in timeline.filter(since="2025-07-10")] == ["ceasefire"]
    assert [event.type for event in timeline.filter(until=dt.date(2025, 7, 5))] == ["proposal"]
    assert len(timeline.filter(source="Daily B")) == 2
    assert timeline.filter(source="Daily B", type="proposal").events == ()
    assert timeline.filter(type="proposal").relations == ()


def test_an_undated_event_is_never_lost_by_a_range_of_days() -> None:
    undated = build_timeline([("Hamas rejected the truce proposal.", None)])
    assert undated.filter(since="2030-01-01", until="2030-12-31").events == undated.events != ()


def test_parts_are_found_by_id_and_near_misses_suggested(timeline: Timeline) -> None:
    event = timeline.events[0]
    assert timeline[event.id] is event
    assert timeline["a"].id == "a"
    with pytest.raises(UnknownNameError, match="did you mean"):
        timeline[event.id[:-1] + "x"]


def test_explanations_lead_down_to_the_words(timeline: Timeline) -> None:
    rejection = timeline.events[1]
    told = str(timeline.explain(rejection))
    for piece in ("Sunday", "2025-07-06", "Hamas rejected the proposal on Sunday.", "Wire A", "2025-07-08"):
        assert piece in told
    parts: tuple[Any, ...] = (
        *timeline.relations,
        *timeline.times,
        *timeline.mentions,
        *timeline.articles,
        *timeline.conflicts,
    )
    assert all(timeline.explain(part.id).steps for part in parts)
    assert timeline.explain(rejection.id) == timeline.explain(rejection)


def test_an_answer_is_explained_by_the_words_that_order_the_two(timeline: Timeline) -> None:
    first, second, _ = timeline.events
    told = str(timeline.explain(timeline.order(first, second)))
    names = "proposal by Israel -> Hamas (2025-07-04)", "rejection by Hamas -> Israel (2025-07-06)"
    assert told.startswith(f"{names[0]} came before {names[1]} [entailed]")
    assert "Hamas rejected the proposal on Sunday.  (Wire A, 2025-07-08)" in told
    turned = timeline.explain(timeline.order(second, first))
    assert turned.subject == f"{names[1]} came after {names[0]} [entailed]"
    assert turned.steps == timeline.explain(timeline.order(first, second)).steps


def test_a_contested_order_is_explained_by_both_sides() -> None:
    """Two outlets that nobody can ask any more: a reader sees who says what, and that neither has more sources."""
    articles = [
        {"source": "Wire A", "text": "Norway suspended its mediation after Sudan rejected its truce proposal."},
        {
            "source": "Daily B",
            "text": "Norway suspended its mediation in the war in Sudan. "
            "Sudan rejected the Norwegian truce proposal after Norway suspended its mediation.",
        },
    ]
    timeline = build_timeline([{**article, "published": "2031-05-12"} for article in articles])
    [refusal] = timeline.filter(type="rejection")
    [halt] = timeline.filter(type="suspension")
    answer = timeline.order(refusal, halt)
    assert answer.relation == timeline.order(halt, refusal).relation == "contested"
    told = str(timeline.explain(answer))
    assert told.startswith("sources disagree whether rejection by Sudan")
    for source, article in zip(("Wire A", "Daily B"), articles, strict=True):
        assert f"{article['text'].split('. ')[-1]}  ({source}, 2031-05-12)" in told
    [proposal] = timeline.filter(type="proposal")
    assert str(timeline.explain(timeline.order(proposal, halt))).startswith("nothing orders proposal by")


def test_a_day_that_many_articles_name_is_a_key_date(timeline: Timeline) -> None:
    [(day, weight), *_] = timeline.key_dates(3)
    assert day == dt.date(2025, 7, 6)
    assert weight == 4  # two articles name the day, two independent sources tell of an event on it


def test_a_summary_is_in_order_and_quotes(timeline: Timeline) -> None:
    summary = timeline.summary(2)
    assert [event.type for event, _ in summary] == [e.type for e in timeline.events if e in {s[0] for s in summary}]
    assert all(sentence for _, sentence in summary)


def test_the_graph_is_acyclic_and_cites(timeline: Timeline) -> None:
    assert nx.is_directed_acyclic_graph(timeline.graph)
    assert set(timeline.graph) == {event.id for event in timeline.events}


def test_order_events_needs_no_articles() -> None:
    coded = order_events(
        [{"id": "talks", "type": "talks"}, {"id": "deal", "type": "agreement"}],
        [Statement(kind="before", source="talks", target="deal")],
    )
    assert coded.order("deal", "talks").relation == "after"
    assert coded.articles == ()


def test_hand_coded_mentions_replace_extraction_in_their_article() -> None:
    row = {"article": "c", "type": "cultural_festival", "quote": "ceasefire", "roles": {"agent": ["Qatar"]}}
    timeline = build_timeline(ARTICLES, mentions=[row])
    assert "cultural_festival" in {event.type for event in timeline}
    assert "ceasefire" not in {event.type for event in timeline}
    assert "rejection" in {event.type for event in timeline}


@pytest.mark.parametrize(
    "row",
    [None, 7, {"source": "Wire A"}, {"text": "   "}, {"text": None}, ("Talks resumed.", "2025-13-40")],
    ids=["none", "int", "no-text", "blank", "null", "impossible-date"],
)
def test_a_bad_article_is_reported_and_the_rest_is_kept(row: object) -> None:
    timeline = build_timeline([*ARTICLES, row])
    assert len(timeline.events) >= 3
    [issue] = timeline.issues
    assert issue.code
    assert issue.message
    with pytest.raises(ArticleError):
        build_timeline([*ARTICLES, row], on_error="raise")
    with pytest.warns(CeasetimelineWarning):
        build_timeline([*ARTICLES, row], on_error="warn")


def test_nothing_in_nothing_out() -> None:
    assert build_timeline([]).events == ()
    assert repr(build_timeline([])) == "<Timeline: 0 articles, 0 events, 0 relations, 0 conflicts, 0 issues>"


def test_a_number_of_articles_in_is_a_number_out_or_reported() -> None:
    rows: list[object] = [*ARTICLES, None, ARTICLES[0], {"id": "a", "text": "Another text about talks."}, "x" * 5]
    with pytest.raises((ArgumentError, InputError)):
        build_timeline("no-such-file.jsonl")
    timeline = build_timeline(rows[:-1])
    assert len(timeline.articles) == 4  # the repeated one is merged, its namesake keeps a name of its own
    assert {issue.code for issue in timeline.issues} >= {"not-an-article", "duplicate-id"}


@pytest.mark.parametrize(("name", "value"), [("week_start", "friday"), ("date_order", "dmy"), ("on_error", "ignore")])
def test_a_setting_that_does_not_exist_lists_those_that_do(name: str, value: str) -> None:
    with pytest.raises(ArgumentError, match=f"{name} is one of"):
        build_timeline([], **{name: value})  # type: ignore[arg-type]


def test_a_broken_line_is_named_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "Talks resumed.", "published": "2025-07-08"}\n{"text": \n', encoding="utf-8")
    timeline = build_timeline(path)
    assert len(timeline.articles) == 1
    [issue] = timeline.issues
    assert "line 2" in issue.place


def test_a_file_that_is_no_timeline_is_refused_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"schema": "ceasetimeline/1", "articles": [{"id": 3}]}', encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        Timeline.load(path)
    assert caught.value.path.startswith("$.articles[0]")


def test_a_difference_says_what_brought_it() -> None:
    before, after = build_timeline(ARTICLES[1:2]), build_timeline(ARTICLES)
    changes = before.diff(after).changed
    known = {mention.id for mention in before.mentions}
    assert changes
    assert all(change.because and not known & set(change.because) for change in changes)
    assert all(set(change.because) <= {mention.id for mention in after.mentions} for change in changes)


def test_a_stretch_too_long_to_be_a_sentence_is_reported() -> None:
    rows = "Hamas rejected the truce proposal and " * 100
    [issue] = build_timeline([(rows, "2025-07-08")]).issues
    assert issue.code == "long-sentence"
