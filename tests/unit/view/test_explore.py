"""The page to explore: whole, escaped, sealed, with everything a click away; and alive in a real browser."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import pytest

from ceasetimeline.model import Event, Relation
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.explore import explore

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028\u202e\ud800"
VENDOR = resources.files("ceasetimeline") / "view" / "vendor"


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    content: dict[str, Any] = json.loads(found[1])
    return content


def test_the_data_hold_every_event_with_its_four_days(timeline: Timeline) -> None:
    events = {event["key"]: event for event in data_of(explore(timeline))["events"]}
    assert events["e1"]["days"] == ["2025-07-06"] * 4
    assert events["e2"]["days"] == ["2025-07-07", None, "2025-07-07", None]
    assert events["e3"]["days"] == [None] * 4
    assert [events[key]["disputed"] for key in ("e1", "e2", "e3")] == [True, False, False]


def test_details_hold_roles_reasons_every_quote_and_both_sides(timeline: Timeline) -> None:
    page = explore(timeline)
    (details,) = re.findall(r'<template id="e1-details">(.*?)</template>', page, re.DOTALL)
    for part in (
        "addressee",
        "Israel",
        "the day named",
        "on Sunday",
        "Source of a1",
        "Source of a2",
        "it was 7 Jul 2025",
    ):
        assert part in details


def test_links_are_shown_from_both_ends(timeline: Timeline) -> None:
    link = Relation(id="r2", source="e2", target="e1", kind="answers", strength="asserted")
    page = explore(attrs.evolve(timeline, relations=(*timeline.relations, link)))
    assert data_of(page)["links"] == [["e2", "e1", "answers"]]
    assert 'data-goto="e1"' in page
    assert 'data-goto="e2"' in page


def test_hostile_text_ends_no_script_and_starts_none(timeline: Timeline) -> None:
    events = (*timeline.events, Event(id=HOSTILE, type=HOSTILE, venue=HOSTILE))
    page = explore(attrs.evolve(timeline, events=events), title=HOSTILE)
    assert page.count("<script") == 2
    assert page.count("</script>") == 2
    assert "<img src=x" not in page
    page.encode("utf-8")


def test_the_policy_allows_only_the_script_of_the_page(timeline: Timeline) -> None:
    page = explore(timeline)
    assert "default-src &#x27;none&#x27;; script-src &#x27;sha256-" in page
    assert "http-equiv" in page
    assert "sourceMappingURL" not in page


def test_shipped_files_are_the_pinned_ones_and_keep_their_licences() -> None:
    pinned = tomllib.loads((VENDOR / "vendor.toml").read_text(encoding="utf-8"))["file"]
    assert {row["name"] for row in pinned} == {"vis-timeline.min.js", "vis-timeline.min.css"}
    for row in pinned:
        content = (VENDOR / row["name"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["sha256"]
        assert b"</script" not in content
    assert "vis-timeline" in (VENDOR / "LICENSES.txt").read_text(encoding="utf-8")


def test_the_page_of_an_empty_timeline_is_whole() -> None:
    assert data_of(explore(Timeline())) == {"axis": [], "groups": [], "events": [], "links": []}


@pytest.fixture
def browser() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine")
    return found


def seen(browser: str, page: Path, fragment: str = "") -> str:
    """The document as it stands after its script has run in a headless browser."""
    run = subprocess.run(
        [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000", "--dump-dom",
         f"file://{page}{fragment}"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-500:]
    return run.stdout


def test_a_real_browser_draws_the_chart_and_opens_the_details(
    browser: str, timeline: Timeline, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(explore(timeline), encoding="utf-8")
    document = seen(browser, page, "#e1").split("<template", 1)[0]
    assert 'data-key="e1"' in document
    assert 'data-key="e2"' in document
    assert 'data-key="e3"' not in document
    assert 'class="sure"' in document
    assert "<dt>addressee</dt>" in document


def test_a_hostile_page_runs_nothing_in_a_real_browser(browser: str, timeline: Timeline, tmp_path: Path) -> None:
    bad = tuple(attrs.evolve(event, type=HOSTILE, venue=HOSTILE) for event in timeline.events)
    page = tmp_path / "page.html"
    page.write_text(explore(attrs.evolve(timeline, events=bad), title=HOSTILE), encoding="utf-8")
    document = seen(browser, page)
    assert 'data-key="e1"' in document
    assert "<img" not in document.split("<script", 1)[0]
