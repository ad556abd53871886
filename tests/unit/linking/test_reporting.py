"""The order in which moves came into the news is a hint, no more."""

from __future__ import annotations

from typing import Any

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import Linking, link

GOV, REBELS = "Philippine government", "MILF"


def hints(linking: Linking) -> set[tuple[str, str]]:
    types = {event.id: event.type for event in linking.events}
    found = [s for s in linking.statements if s.kind == "before"]
    assert all(s.strength == "likely" for s in found)
    return {(types[s.source], types[s.target]) for s in found}


def test_what_is_news_later_likely_happened_later(report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report("a", "2014-01-20", "The rebels rejected the annex.", move("rejection", "rejected", (REBELS,))),
        report("b", "2014-01-26", "The rebels handed in a new text.", move("proposal", "handed in", (REBELS,))),
    ]
    assert hints(link(readings, lexicon)) == {("rejection", "proposal")}


def test_background_is_no_news(report: Any, move: Any, lexicon: Lexicon) -> None:
    text = "Rain fell on the island. Roads were closed. Boats stayed in port. The rebels had handed in a text."
    readings = [
        report("a", "2014-01-20", "The rebels rejected the annex.", move("rejection", "rejected", (REBELS,))),
        report("b", "2014-01-26", text, move("proposal", "handed in", (REBELS,))),
    ]
    assert hints(link(readings, lexicon)) == set()


def test_what_others_did_is_not_compared(report: Any, move: Any, lexicon: Lexicon) -> None:
    readings = [
        report("a", "2014-01-20", "The rebels rejected the annex.", move("rejection", "rejected", (REBELS,))),
        report("b", "2014-01-26", "Manila handed in a new text.", move("proposal", "handed in", (GOV,))),
    ]
    assert hints(link(readings, lexicon)) == set()


def test_what_is_dated_long_before_its_report_is_no_news(report: Any, move: Any, lexicon: Lexicon) -> None:
    old = ("2013-12-01", "2013-12-31")
    readings = [
        report("a", "2014-01-20", "The rebels rejected the annex.", move("rejection", "rejected", (REBELS,))),
        report(
            "b", "2014-02-26", "The rebels named envoys in December.", move("delegation", "named", (REBELS,), (), old)
        ),
    ]
    assert hints(link(readings, lexicon)) == set()
