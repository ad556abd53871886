"""The sample articles that come with the package."""

from __future__ import annotations

import json
from importlib import resources

import pytest

FIELDS = {"id", "source", "title", "url", "published", "text"}


def rows(name: str) -> list[dict[str, str | None]]:
    path = resources.files("ceasetimeline") / "data" / "samples" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", ["gaza", "tigray"])
def test_samples_are_whole_and_of_newspaper_length(name: str) -> None:
    found = rows(name)
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        assert set(row) == FIELDS
        assert 80 <= len(str(row["text"]).split()) <= 220
        assert str(row["url"]).startswith("https://example.org/")


def test_the_main_sample_has_many_articles_from_several_sources_and_one_without_a_date() -> None:
    found = rows("gaza")
    assert len(found) >= 24
    assert len({row["source"] for row in found}) >= 4
    assert sum(row["published"] is None for row in found) == 1
