"""Mermaid and TimelineJS files are read by the code of their own makers, where it is installed.

``npm install`` in a copy of ``tests/node`` makes the folder that CEASETIMELINE_NODE_MODULES names; without it these
are skipped.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ceasetimeline.export import export
from ceasetimeline.timeline import Timeline

MODULES = os.environ.get("CEASETIMELINE_NODE_MODULES", "")
SCRIPT = Path(__file__).parents[2] / "node" / "read.mjs"
pytestmark = pytest.mark.skipif(
    not (MODULES and shutil.which("node") and Path(MODULES, "mermaid").is_dir()),
    reason="needs node, and the packages of tests/node in the folder CEASETIMELINE_NODE_MODULES",
)


def read(timeline: Timeline, name: str, folder: Path) -> Any:
    path = folder / name
    path.write_bytes(export(timeline, name).content)
    done = subprocess.run(
        ["node", str(SCRIPT), MODULES, name, str(path)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-500:]
    return json.loads(done.stdout)


def test_mermaid_is_read_by_mermaid(timeline: Timeline, hostile: Timeline, tmp_path: Path) -> None:
    found = read(timeline, "mermaid", tmp_path)
    names = {text.replace("<", " ").partition(" ")[0]: name for name, text in found["nodes"].items()}
    assert set(names) == {"talks", "rejection", "proposal", "ceasefire"}
    assert sorted(map(tuple, found["edges"])) == sorted(
        [(names["talks"], names["rejection"], "before"), (names["proposal"], names["rejection"], "answers")]
    )
    found = read(hostile, "mermaid", tmp_path)
    assert (len(found["nodes"]), len(found["edges"])) == (4, 2)
    assert not any("<script" in html.unescape(text) for text in found["nodes"].values())


def test_timelinejs_is_read_by_timelinejs(timeline: Timeline, hostile: Timeline, tmp_path: Path) -> None:
    found = read(timeline, "timelinejs", tmp_path)
    assert found["errors"] == []
    assert {event["id"]: (event["start"], event["end"]) for event in found["events"]} == {
        "e1": ("Sun Jul 06 2025", None),  # it drops an end that repeats the start
        "e2": ("Sun Jul 06 2025", "Tue Jul 08 2025"),
    }
    found = read(hostile, "timelinejs", tmp_path)
    assert (found["errors"], len(found["events"])) == ([], 2)
    for event in found["events"]:
        assert "<script" not in event["headline"] + event["text"]
