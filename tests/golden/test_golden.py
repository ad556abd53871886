"""The timelines of the shipped samples as text, reviewed by eye: ``make golden`` rewrites them, the diff is read."""

from __future__ import annotations

from pathlib import Path

import pytest

import ceasetimeline
from ceasetimeline import build_timeline
from ceasetimeline.view.text import render

HERE = Path(__file__).parent
SAMPLES = Path(ceasetimeline.__file__).parent / "data" / "samples"


@pytest.mark.parametrize("name", ["gaza", "tigray"])
def test_sample_timeline(name: str, request: pytest.FixtureRequest) -> None:
    golden = HERE / f"{name}.txt"
    told = render(build_timeline(SAMPLES / f"{name}.jsonl"), quotes=3)
    if request.config.getoption("--rewrite-golden"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
