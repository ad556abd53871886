"""The page of laws names a test for each of them, and the tests are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_law_of_the_ordering_names_tests_that_exist() -> None:
    page = (ROOT / "docs" / "reference" / "laws-of-order.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \|.*\| (.*) \|$", page, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 36))
    files = [*(ROOT / "tests").rglob("test_*.py")]
    there = {name for file in files for name in re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))}
    for number, tests in rows:
        named = re.findall(r"`(test_\w+)`", tests)
        assert named, f"law {number} has no test"
        assert set(named) <= there, f"law {number} names {sorted(set(named) - there)}"
