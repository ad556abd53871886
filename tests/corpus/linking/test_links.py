"""What answers what, and what follows from what, across short reports with their moves marked."""

from __future__ import annotations

from typing import Any, Final

import pytest

from tests.corpus.linking.marked import cases, homes, linking_of, links

CASES: Final = cases("answers.toml")


def told(case: dict[str, Any]) -> Any:
    """A case; one that is known to be missed may fail, and says why."""
    marks = [pytest.mark.xfail(reason=case["missed"], strict=True)] if "missed" in case else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [told(case) for case in CASES])
def test_moves_are_linked_to_what_they_answer_and_follow(case: dict[str, Any]) -> None:
    linking = linking_of(case["reports"])
    home, made = homes(linking), links(linking)
    answers = {("answers", home[a], home[b]) for a, b in case.get("answers", ())}
    chain = {(kind, home[a], home[b]) for kind, a, b in case.get("chain", ())}
    silent = {home[name] for name in case.get("silent", ())}
    apart = {frozenset((home[a], home[b])) for a, b in case.get("apart", ())}
    assert answers | chain <= made
    assert not [row for row in made if frozenset(row[1:]) in apart]
    assert not [row for row in made if row[0] == "answers" and row[1] in silent]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases("planted.toml")])
def test_contradictions_are_found_once_their_moves_are(case: dict[str, Any]) -> None:
    linking = linking_of(case["reports"])
    home = homes(linking)
    kinds = {conflict.kind for conflict in linking.conflicts}
    if case["conflict"] == "date":
        days = {s.days for s in linking.statements if s.kind == "date" and s.source == home["a"] == home["b"]}
        assert days, "a date that contradicts the event's is a statement against it"
    else:
        assert case["conflict"] in kinds
