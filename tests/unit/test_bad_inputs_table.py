"""The table of bad input in the docs is whole, and every test that it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "reference" / "bad-inputs.md"
ROW = re.compile(r"^\| (\d+)(?:–(\d+))? \|(.*)\|$", re.M)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@pytest.fixture(scope="module")
def table() -> str:
    if not TABLE.exists():
        pytest.skip("the documentation is not at hand")
    return TABLE.read_text(encoding="utf-8")


def test_every_row_stands_once(table: str) -> None:
    found = [number for first, last, _ in ROW.findall(table) for number in range(int(first), int(last or first) + 1)]
    assert found == list(range(1, 81))


def test_every_row_names_a_test_or_says_how_it_differs(table: str) -> None:
    for first, _, cells in ROW.findall(table):
        assert NAMED.search(cells) or cells.rpartition("|")[2].strip() != "–", first


def test_every_test_that_is_named_exists(table: str) -> None:
    for path, name in NAMED.findall(table):
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"
