"""The scorer that measures timelines, held to laws: gold against itself, entailed relations, inverted ones."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TYPES = ("proposal", "rejection", "acceptance", "agreement", "release", "withdrawal", "attack")
ANSWERS = {"rejection", "acceptance"}

Rows = list[dict[str, Any]]
Score = dict[str, Any]
Scorer = Callable[[dict[str, Rows], dict[str, Rows]], Score]

# The scorer is a script that leaves closing its files to the end.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def score(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Scorer:
    """Scores a timeline, given as its JSON, against gold, given as the rows of its files."""
    place = shared / "score" / "timeline.py"
    if not place.is_file():
        pytest.skip("the scorer is not here")
    spec = importlib.util.spec_from_file_location("timeline_scorer", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = tmp_path_factory.mktemp("gold")

    def scored(gold: dict[str, Rows], timeline: dict[str, Rows]) -> Score:
        for name, rows in gold.items():
            (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        (folder / "timeline.json").write_text(json.dumps(timeline), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            printed: list[str] = []
            patch.setitem(module.__dict__, "print", printed.append)
            module.main([str(folder / "timeline.json"), str(folder), "--json"])
        result: Score = json.loads(printed[0])
        return result

    return scored


@st.composite
def golds(draw: st.DrawFn) -> tuple[dict[str, Rows], dict[str, Rows]]:
    """Gold in which every move is told by one to three articles, and the timeline that says exactly the same."""
    types = draw(st.lists(st.sampled_from(TYPES), min_size=2, max_size=6))
    days = sorted(draw(st.lists(st.integers(1, 28), min_size=len(types), max_size=len(types))))
    told = [draw(st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True)) for _ in types]
    texts, events, clusters, mentions = ["", "", ""], [], [], []
    for number, (kind, day, articles) in enumerate(zip(types, days, told, strict=True)):
        members = []
        for at in articles:
            name, date = f"m{number}-{at}", f"2031-05-{day:02}"
            sentence = f"Report {number} tells of a move by the North."
            start = len(texts[at]) + sentence.index("move")
            texts[at] += sentence + "\n"
            members.append(name)
            people = {"actors": ["North"], "targets": ["South"], "mediators": ["East"]}
            place = {"article_id": f"a{at}", "event_id": name, "sentence": sentence, "trigger": "move", "type": kind}
            events.append({**place, **people, "start": date, "end": date, "status": "asserted", "time_text": ""})
            roles = {"agent": ["North"], "addressee": ["South"], "mediator": ["East"]}
            bounds = {"start": [date, date], "end": [date, date]}
            mention = {"id": name, "article": f"a{at}", "start": start, "end": start + 4, "type": kind}
            mentions.append({**mention, "realis": "actual", "reported_by": [], "roles": roles, "bounds": bounds})
        clusters.append({"cluster_id": f"c{number}", "members": members})
    pairs = [(a, b) for b in range(len(types)) for a in range(b)]
    replies = [(b, a) for a, b in pairs if types[b] in ANSWERS and types[a] == "proposal"][:1]
    gold: dict[str, Rows] = {
        "articles": [{"id": f"a{at}", "text": text} for at, text in enumerate(texts)],
        "events": events,
        "clusters": clusters,
        "order": [{"before": f"c{a}", "after": f"c{b}"} for a, b in pairs],
        "rejects": [
            {"rejection": clusters[b]["members"][0], "proposal": clusters[a]["members"][0]} for b, a in replies
        ],
    }
    steps = [relation("before", number, number + 1) for number in range(len(types) - 1)]
    timeline: dict[str, Rows] = {
        "mentions": mentions,
        "events": [{"id": one["cluster_id"], "mentions": one["members"], "bounds": None} for one in clusters],
        "relations": [*steps, *(relation("answers", b, a) for b, a in replies)],
    }
    return gold, timeline


def relation(kind: str, source: int, target: int) -> dict[str, Any]:
    return {"kind": kind, "source": f"c{source}", "target": f"c{target}"}


laws = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)


@laws
@given(golds())
def test_gold_against_itself_has_full_marks(score: Scorer, case: tuple[dict[str, Rows], dict[str, Rows]]) -> None:
    gold, timeline = case
    result = score(gold, timeline)
    for key in ("mentions", "mentions_sentence", "actors", "targets", "mediators", "clusters_b3"):
        assert result[key] == [1.0, 1.0, 1.0], key
    assert (result["status"], result["dates"]["exact"], result["dates"]["disordered"]) == (1.0, 1.0, 0)
    assert result["order"]["right"] == result["order"]["pairs"]
    assert not result["order"]["cyclic"]
    assert result["answers"] == ([1.0, 1.0, 1.0] if gold["rejects"] else [0.0, 0.0, 0.0])


@laws
@given(golds(), st.data())
def test_a_relation_that_others_entail_changes_no_mark(
    score: Scorer, case: tuple[dict[str, Rows], dict[str, Rows]], data: st.DataObject
) -> None:
    gold, timeline = case
    a, b = data.draw(st.sampled_from([(a, b) for b in range(len(timeline["events"])) for a in range(b)]))
    more = {**timeline, "relations": [*timeline["relations"], relation("before", a, b)]}
    assert score(gold, more) == score(gold, timeline)


@laws
@given(golds(), st.data())
def test_the_inverse_spelling_of_a_relation_has_the_same_marks(
    score: Scorer, case: tuple[dict[str, Rows], dict[str, Rows]], data: st.DataObject
) -> None:
    """What comes before is the target of a link whose source comes later."""
    gold, timeline = case
    turned = [
        {"kind": "continues", "source": one["target"], "target": one["source"]}
        if one["kind"] == "before" and data.draw(st.booleans())
        else one
        for one in timeline["relations"]
    ]
    assert score(gold, {**timeline, "relations": turned}) == score(gold, timeline)


@laws
@given(golds(), st.data())
def test_marks_fall_where_a_step_is_turned_round(
    score: Scorer, case: tuple[dict[str, Rows], dict[str, Rows]], data: st.DataObject
) -> None:
    gold, timeline = case
    at = data.draw(st.integers(0, len(timeline["events"]) - 2))
    turned = list(timeline["relations"])
    turned[at] = relation("before", at + 1, at)
    order = score(gold, {**timeline, "relations": turned})["order"]
    assert order["right"] < order["pairs"]
    assert order["reversed"] + order["contradictory"] >= 1
