"""Laws of the whole: from articles to a timeline."""

from __future__ import annotations

import ast
import datetime as dt
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn, cast

import attrs
import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import ceasetimeline
from ceasetimeline import Article, Timeline, build_timeline, read_article, read_articles
from ceasetimeline.bounds import ordinal
from ceasetimeline.codec import TimelineParts, timeline_to_json
from ceasetimeline.testing import news_articles

PACKAGE = Path(ceasetimeline.__file__).parent
SAMPLES = PACKAGE / "data" / "samples" / "gaza.jsonl"
corpora = st.lists(news_articles(), max_size=5, unique_by=lambda article: (article.text, article.published))


def saved(timeline: Timeline, tmp_path: Path) -> bytes:
    path = tmp_path / "timeline.json"
    timeline.save(path)
    return path.read_bytes()


def shape(timeline: Timeline) -> list[tuple[object, ...]]:
    return sorted((e.type, e.realis, e.roles, e.bounds.sides, len(e.mentions)) for e in timeline.events)


@given(st.text(max_size=300), st.dates().map(str))
def test_offsets_are_exact_on_any_text(text: str, published: str) -> None:
    reading = read_article(Article(text=text, published=published))
    for time in reading.times:
        assert text[time.span.start : time.span.stop] == time.text
    for mention in reading.mentions:
        assert mention.span is not None
        assert text[mention.span.start : mention.span.stop] == mention.quote


@given(news_articles(), st.sampled_from(["İstanbul ", "ﬁre ", "\u200b", "e\u0301 ", "\r\n", "😀 ", "\ufeff"]))
def test_offsets_are_exact_behind_odd_characters(article: Article, odd: str) -> None:
    text = odd + article.text.replace(". ", ". " + odd)
    reading = read_article(attrs.evolve(article, text=text))
    assert reading.times
    for time in reading.times:
        assert text[time.span.start : time.span.stop] == time.text
    for mention in reading.mentions:
        assert mention.span is not None
        assert text[mention.span.start : mention.span.stop] == mention.quote


@settings(max_examples=25)
@given(corpora, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(articles: list[Article], random: object) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = build_timeline(articles), build_timeline(shuffled)
    assert timeline_to_json(parts(one)) == timeline_to_json(parts(other))


def parts(timeline: Timeline) -> TimelineParts:
    names = ("articles", "times", "mentions", "events", "relations", "conflicts", "issues", "settings", "lexicon")
    return cast("TimelineParts", {name: getattr(timeline, name) for name in names})


@settings(max_examples=25)
@given(corpora)
def test_the_graph_is_acyclic_and_every_part_is_cited(articles: list[Article]) -> None:
    timeline = build_timeline(articles)
    assert nx.is_directed_acyclic_graph(timeline.graph)
    assert all(relation.evidence for relation in timeline.relations)
    assert all(event.mentions for event in timeline.events)
    told = {mention.id for mention in timeline.mentions}
    assert sorted(name for event in timeline.events for name in event.mentions) == sorted(told)


@settings(max_examples=25)
@given(corpora, st.integers(-60, 60))
def test_moving_all_publications_by_weeks_moves_all_days_by_as_many(articles: list[Article], weeks: int) -> None:
    days = 7 * weeks
    moved = [
        attrs.evolve(article, published=_moved(str(article.published), days), id=f"a{number}")
        for number, article in enumerate(articles)
    ]
    placed = [attrs.evolve(article, id=f"a{number}") for number, article in enumerate(articles)]
    before, after = build_timeline(placed), build_timeline(moved)
    assert {m.id: m.bounds.moved(days) for m in before.mentions} == {m.id: m.bounds for m in after.mentions}
    assert sorted(e.bounds.moved(days).sides for e in before.events) == sorted(e.bounds.sides for e in after.events)


def _moved(day: str, by: int) -> str:
    return dt.date.fromordinal(ordinal(day) + by).isoformat()


@settings(max_examples=25)
@given(corpora)
def test_a_second_copy_of_an_article_adds_evidence_not_events(articles: list[Article]) -> None:
    assume(articles)
    first = [attrs.evolve(article, id=f"a{number}") for number, article in enumerate(articles)]
    copy = attrs.evolve(first[0], id="z-copy")
    once, twice = build_timeline(first), build_timeline([*first, copy])
    told = sum(mention.article == "a0" for mention in once.mentions)
    assert len(twice.mentions) == len(once.mentions) + told
    strip = [(e.type, e.realis, e.roles, e.bounds.sides, e.independent_sources) for e in once.events]
    again = [(e.type, e.realis, e.roles, e.bounds.sides, e.independent_sources) for e in twice.events]
    assert sorted(map(repr, strip)) == sorted(map(repr, again))


@pytest.mark.parametrize("number", [0, 6, 13, 20])
def test_a_second_copy_of_a_sample_article_changes_no_event(number: int) -> None:
    articles = read_articles(SAMPLES)
    copy = attrs.evolve(articles[number], id="z-copy")
    once, twice = build_timeline(articles), build_timeline([*articles, copy])
    assert [(e.type, e.realis, e.roles, e.bounds) for e in once] == [
        (e.type, e.realis, e.roles, e.bounds) for e in twice
    ]


@settings(max_examples=15)
@given(corpora, corpora)
def test_update_equals_a_full_rebuild(articles: list[Article], more: list[Article]) -> None:
    assert build_timeline(articles).update(more) == build_timeline([*articles, *more])


def test_a_saved_timeline_loads_as_it_was(tmp_path: Path) -> None:
    timeline = build_timeline(SAMPLES)
    timeline.save(tmp_path / "saved.json")
    loaded = Timeline.load(tmp_path / "saved.json")
    loaded.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "saved.json").read_bytes()
    assert loaded.events == timeline.events


BUILD = "import sys; from ceasetimeline import build_timeline; build_timeline(sys.argv[1]).save(sys.argv[2])"


@pytest.mark.parametrize(
    "world",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "7", "LC_ALL": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "PYTHONHASHSEED": "99", "PYTHONUTF8": "0"},
    ],
    ids=["far-east", "turkish", "plain"],
)
def test_time_zone_locale_and_hash_seed_do_not_matter(world: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.json"
    environment = {**os.environ, **world}
    subprocess.run([sys.executable, "-c", BUILD, str(SAMPLES), str(path)], env=environment, check=True)
    assert path.read_bytes() == saved(build_timeline(SAMPLES), tmp_path)


def test_the_number_of_workers_does_not_matter(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    many = [{**row, "id": f"{row['id']}-{copy}"} for copy in range(2) for row in rows]
    one, two = build_timeline(many), build_timeline(many, workers=2)
    assert saved(one, tmp_path) == saved(two, tmp_path)


def test_nothing_reads_the_clock_or_rolls_dice() -> None:
    banned = re.compile(r"(?:\.|^)(?:now|today|utcnow|time\.time(?:_ns)?|urandom|uuid[14]|random\.\w+)$")
    calls = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {ast.unparse(node.func)}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and banned.search(ast.unparse(node.func))
    ]
    assert not calls


def test_nothing_opens_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> NoReturn:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    assert build_timeline(SAMPLES).events
