"""Sentences of many conflicts are read as an analyst would: the rows are well formed, the figures do not fall."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any, get_args

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import ROLE_NAMES, Realis

ROOT = Path(__file__).parents[2]
# Below the figures at the time of writing, so that a change for the worse shows; raise them when the code improves.
LEAST = {"recall": 0.50, "precision": 0.82, "acting": 0.70, "realis": 0.86, "reported": 0.92, "dates": 0.58}
MOST_OVERCLAIMED = 0.15


def bench() -> Any:
    """The module that scores; ``bench`` is no part of the package."""
    spec = importlib.util.spec_from_file_location("sentences_bench", ROOT / "bench" / "sentences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BENCH = bench()
ROWS: list[dict[str, Any]] = BENCH.sentences()
MENTIONS = [(row, mention) for row in ROWS for mention in row.get("mention", [])]


def test_there_are_enough_sentences_of_enough_conflicts() -> None:
    assert len(ROWS) >= 220
    assert len({row["conflict"] for row in ROWS}) >= 18
    assert sum(not row.get("mention") for row in ROWS) >= 40


def test_no_sentence_stands_twice() -> None:
    assert len({row["text"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("row", "mention"), MENTIONS, ids=lambda value: str(value.get("trigger", ""))[:20])
def test_every_expectation_is_well_formed(row: dict[str, Any], mention: dict[str, Any]) -> None:
    known = {actor.name for actor in Lexicon.default().actors}
    assert BENCH.places(*BENCH.whole(row), mention["trigger"])
    assert set(mention["realis"]) <= set(get_args(Realis))
    assert {name for role in ROLE_NAMES for name in mention.get(role, [])} <= known
    if "start" in mention and "end" in mention:
        assert mention["start"] <= mention["end"]


def test_every_expected_type_is_one_of_the_ontology() -> None:
    types = {row.name for row in Lexicon.default().event_types}
    assert {kind for _, mention in MENTIONS for kind in mention["type"]} <= types


def test_the_figures_do_not_fall() -> None:
    figures = BENCH.score(ROWS)["all"].figures()
    fallen = {name: figures[name] for name, least in LEAST.items() if figures[name] < least}
    assert not fallen
    assert figures["overclaimed"] <= MOST_OVERCLAIMED
