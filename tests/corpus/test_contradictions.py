"""Planted contradictions are reported, and pairs that only seem to contradict each other are not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from ceasetimeline import build_timeline

PAIRS: Final = tomllib.loads(Path(__file__).with_name("contradictions.toml").read_text("utf-8"))["pair"]


def kinds_found(pair: dict[str, Any]) -> set[str]:
    reports = [{"id": name, "source": name, **pair[name]} for name in ("one", "two")]
    return {conflict.kind for conflict in build_timeline(reports).conflicts}


@pytest.mark.parametrize("pair", [pytest.param(p, id=p["name"]) for p in PAIRS if "conflict" in p])
def test_a_planted_contradiction_is_reported(pair: dict[str, Any]) -> None:
    assert pair["conflict"] in kinds_found(pair)


@pytest.mark.parametrize("pair", [pytest.param(p, id=p["name"]) for p in PAIRS if "conflict" not in p])
def test_what_goes_together_is_no_contradiction(pair: dict[str, Any]) -> None:
    assert kinds_found(pair) == set()


def test_the_set_is_large_enough() -> None:
    assert sum("conflict" in pair for pair in PAIRS) >= 30
    assert sum("conflict" not in pair for pair in PAIRS) >= 30
