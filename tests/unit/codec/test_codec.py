"""The interchange format: nothing is lost, the same values give the same bytes, faults name their place."""

from __future__ import annotations

import inspect
import json
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline import model
from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.codec import TimelineParts, mentions_from_json, timeline_from_json, timeline_to_json
from ceasetimeline.codec.passages import blacked_out
from ceasetimeline.errors import FormatError
from ceasetimeline.meaning import Meaning
from ceasetimeline.model import Article, Evidence, Mention, Publication, Span, TimeExpression
from ceasetimeline.testing import meanings, timeline_parts, values

EMPTY = json.loads(timeline_to_json({}))


@given(timeline_parts())
def test_nothing_is_lost(parts: TimelineParts) -> None:
    assert timeline_from_json(timeline_to_json(parts)) == parts


@given(timeline_parts())
def test_what_was_read_is_written_the_same(parts: TimelineParts) -> None:
    written = timeline_to_json(parts)
    assert timeline_to_json(timeline_from_json(written)) == written


@given(timeline_parts())
def test_the_keys_of_the_interchange_format_are_there(parts: TimelineParts) -> None:
    table = json.loads(timeline_to_json(parts))
    assert {"schema", "version", "lexicon", "settings", *parts} == set(table)
    for mention in table["mentions"]:
        assert set(mention["roles"]) == set(model.ROLE_NAMES)
        assert set(mention["bounds"]) == {"start", "end"}


@given(meanings(), st.text(max_size=5))
def test_time_operators_survive(meaning: Meaning, text: str) -> None:
    time = TimeExpression(
        id="t", article="a", span=Span(0, 1), text=text, type="DATE", value="", rule="r", meaning=meaning
    )
    assert timeline_from_json(timeline_to_json({"times": (time,)}))["times"] == (time,)


STRATEGIES = {
    model.Anchor: "anchors",
    model.Article: "articles",
    model.Conflict: "conflicts",
    model.Event: "events",
    model.Evidence: "evidence",
    model.Issue: "issues",
    model.Mention: "mentions",
    model.Publication: "publications",
    model.Relation: "relations",
    model.Settings: "settings",
    model.Statement: "statements",
    model.TimeExpression: "times",
}
DERIVED = {"excerpt_of"}


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_no_field_of_the_model_is_forgotten(kind: type) -> None:
    """A field added to a value must be given by its strategy, so that the law above covers it."""
    source = inspect.getsource(values).partition(f"def {STRATEGIES[kind]}(")[2].partition("\ndef ")[0]
    forgotten = [field.name for field in attrs.fields(kind) if f"{field.name}=" not in source]
    assert set(forgotten) <= DERIVED


SENTENCE = "Mediators met the two sides in Doha on Sunday."
TEXT = f"A first line that nobody cites. {SENTENCE} And a closing line."


def excerpted() -> TimelineParts:
    at = TEXT.index(SENTENCE)
    article = Article(id="a1", text=TEXT, published="2025-07-08", publication=Publication.on(739440))
    mention = Mention(
        id="m1",
        article="a1",
        span=Span(at + 10, at + 13),
        quote="met",
        sentence=Span(at, at + len(SENTENCE)),
        type="meeting",
    )
    return {"articles": (article,), "mentions": (mention,)}


def test_without_texts_the_quoted_sentences_stay_in_their_place() -> None:
    written = timeline_to_json(excerpted(), text=False)
    assert b"nobody cites" not in written
    [article] = timeline_from_json(written)["articles"]
    [mention] = timeline_from_json(written)["mentions"]
    assert mention.sentence is not None
    assert article.text[mention.sentence.start : mention.sentence.stop] == SENTENCE
    assert len(article.text) == len(TEXT)
    assert timeline_to_json(timeline_from_json(written)) == written
    assert timeline_to_json(timeline_from_json(written), text=False) == written


@given(st.text(max_size=40), st.lists(st.integers(0, 40), max_size=6))
def test_passages_keep_their_offsets(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    kept = [(start, text[start:stop]) for start, stop in zip(edges[::2], edges[1::2], strict=False)]
    shown = blacked_out(len(text), kept)
    assert len(shown) == len(text)
    assert all(shown[start : start + len(passage)] == passage for start, passage in kept)


def test_lone_surrogates_become_replacement_characters() -> None:
    article = Article(id="a", text="cease\ud800fire \U0001f54a", title="\udfff")
    [read] = timeline_from_json(timeline_to_json({"articles": (article,)}))["articles"]
    assert (read.text, read.title) == ("cease\ufffdfire \U0001f54a", "\ufffd")


MENTION = {"id": "m", "article": "a", "type": "talks"}
TIME = {"id": "t", "article": "a", "start": 0, "end": 1, "text": "x", "type": "DATE", "value": ""}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"events": [{"id": "e", "type": "talks"}, {"id": 3}]}, "$.events[1].id"),
        ({"mentions": [MENTION | {"start": "x"}]}, "$.mentions[0].start"),
        ({"mentions": [MENTION | {"bounds": {"start": ["2025-13-40", None]}}]}, "$.mentions[0].bounds.start[0]"),
        ({"mentions": [MENTION | {"bounds": {"start": ["2025-02-01", "2025-01-01"]}}]}, "$.mentions[0].bounds"),
        ({"mentions": [MENTION | {"start": 5, "end": 1}]}, "$.mentions[0].start"),
        ({"mentions": [MENTION | {"roles": {"agnet": ["Hamas"]}}]}, "$.mentions[0].roles.agnet"),
        ({"times": [TIME | {"days": ["2025-02-02", "2025-02-01"]}]}, "$.times[0].days"),
        ({"times": [TIME | {"meaning": {"op": "Never"}}]}, "$.times[0].meaning"),
        ({"times": [TIME | {"others": [TIME | {"start": -1}]}]}, "$.times[0].others[0].start"),
        (
            {"articles": [{"id": "a", "text_length": 1, "passages": [{"start": 0, "text": "xy"}]}]},
            "$.articles[0].passages",
        ),
        ({"relations": 3}, "$.relations"),
        ({"schema": "ceasetimeline/9"}, "$.schema"),
        ({"schema": None}, "$.schema"),
    ],
)
def test_a_fault_is_named_with_its_place(change: dict[str, Any], path: str) -> None:
    with pytest.raises(FormatError) as caught:
        timeline_from_json(json.dumps(EMPTY | change))
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pickle.dumps({"schema": "ceasetimeline/1"}), "pickle"),
        (b"not json", "not JSON"),
        (b"", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"schema": "ceasetimeline/1", "times": ' + b'[{"others": ' * 100_000, "nested too deeply"),
        (b"[]", "not a saved timeline"),
        (b'{"schema": "ceasetimeline/2"}', "ceasetimeline/2"),
    ],
)
def test_what_is_no_timeline_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        timeline_from_json(content)


def test_keys_of_later_versions_are_passed_over() -> None:
    table = EMPTY | {"weather": 1, "events": [{"id": "e", "type": "talks", "colour": "red"}]}
    assert timeline_from_json(json.dumps(table))["events"][0].id == "e"


def test_a_day_can_be_given_without_bounds() -> None:
    table = EMPTY | {"articles": [{"id": "a", "text": "", "published": "2025-07-08"}]}
    assert timeline_from_json(json.dumps(table))["articles"][0].publication == Publication.on(739440)


class TestGivenMentions:
    def test_bounds_that_are_given_are_hard_and_those_left_out_are_not(self) -> None:
        bounds = {"start": ["2025-07-06", None], "end": [None, None]}
        dated, undated = mentions_from_json(
            [MENTION | {"bounds": bounds}, {"article": "a", "type": "any name at all"}]
        )
        assert (dated.dated, undated.dated) == (True, False)
        assert dated.mention.bounds == TimeBounds(earliest_start=Interval.of("2025-07-06").start)
        assert dated.mention.bounds_because == (Evidence(article="a", rule="given"),)
        assert undated.mention.type == "any name at all"

    def test_ids_are_kept_and_made_where_they_are_missing(self) -> None:
        one, two = mentions_from_json([MENTION, {"article": "a", "type": "talks"}])
        assert one.mention.id == "m"
        assert two.mention.id.startswith("m-")

    def test_a_file_may_hold_a_list_or_a_timeline(self) -> None:
        rows = [
            MENTION
            | {"quote": None, "venue": None, "role_spans": {"agent": [{"name": "Hamas", "start": 0, "end": 5}]}}
        ]
        assert mentions_from_json(json.dumps(rows)) == mentions_from_json(json.dumps({"mentions": rows}).encode())

    @pytest.mark.parametrize(
        ("rows", "path"),
        [
            ([{"type": "talks"}], "$[0]"),
            ([MENTION, MENTION], "$[1].id"),
            ([MENTION | {"realis": "perhaps"}], "$[0].realis"),
            ([MENTION | {"bounds": {"start": ["soon", None]}}], "$[0].bounds.start[0]"),
            ([7], "$[0]"),
        ],
    )
    def test_faults_name_their_place(self, rows: list[Any], path: str) -> None:
        with pytest.raises(FormatError) as caught:
            mentions_from_json(rows)
        assert caught.value.path == path
