"""What phrases of the news mean, by ceasetimeline and by others: ``python -m bench.peers``; needs no other data.

The phrases are those of ``tests/corpus/phrases.jsonl``. dateparser and chrono answer with one day: it counts as
right where that day is among the days meant, so "last month" is right with any day of that month. The phrase alone is
handed to dateparser's `parse`, the whole sentence to all others; all know the publication date. Readers that are not
installed are left out: `bench.peer_readers` says how to have them.
"""

from __future__ import annotations

import collections
import datetime as dt
import json
import sys
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import dateparser
from dateparser.search import search_dates

from bench.peer_readers import PEERS, Days, Found
from ceasetimeline import find_times

PHRASES = Path(__file__).parents[1] / "tests" / "corpus" / "phrases.jsonl"
Row = dict[str, Any]


def options(row: Row) -> dict[str, object]:
    return {"RELATIVE_BASE": dt.datetime.fromisoformat(row["published"]), "PREFER_DATES_FROM": "past"}


def parsed(row: Row) -> Iterable[Days]:
    found = dateparser.parse(row["phrase"], languages=["en"], settings=options(row))
    return [(found.date(), found.date())] if found else []


def searched(row: Row) -> Iterable[Days]:
    start = row["sentence"].index(row["phrase"])
    at = 0
    for words, found in search_dates(row["sentence"], languages=["en"], settings=options(row)) or []:
        at = max(row["sentence"].find(words, at), 0)
        if at < start + len(row["phrase"]) and start < at + len(words):
            yield found.date(), found.date()


def own(row: Row) -> Iterable[Days]:
    start = row["sentence"].index(row["phrase"])
    for time in find_times(row["sentence"], published=row["published"]):
        if time.days and time.span.start < start + len(row["phrase"]) and start < time.span.stop:
            yield time.days


def touching(row: Row, found: Iterable[Found]) -> Iterable[Days]:
    """The days of what another reader found at the phrase."""
    start = row["sentence"].index(row["phrase"])
    return [days for at, end, days in found if days and at < start + len(row["phrase"]) and start < end]


def verdict(row: Row, answers: Iterable[Days], exact: bool) -> str:
    found = list(answers)
    if row["kind"] != "date":
        return "invented" if found else "right"
    if not found:
        return "missed"
    first, last = dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"])
    fits = [days == (first, last) if exact else first <= days[0] <= last for days in found]
    return "right" if all(fits) else "wrong"


def main() -> int:
    """Prints a row for each reader: how many phrases right, with wrong days, missed, and days invented."""
    warnings.simplefilter("ignore")
    rows: list[Row] = [json.loads(line) for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if "extra" not in row]
    readers: list[tuple[str, Callable[[Row], Iterable[Days]], bool]] = [
        ("ceasetimeline, exact days", own, True),
        ("dateparser.parse, a day among them", parsed, False),
        ("dateparser search, a day among them", searched, False),
    ]
    print(f"{len(rows)} phrases, {sum(row['kind'] != 'date' for row in rows)} of them no dates")
    for name, reader, exact in readers:
        report(name, [verdict(row, reader(row), exact) for row in rows])
    for peer in PEERS:
        if peer.installed:
            answers = peer.read([(row["sentence"], row["published"]) for row in rows])
            exact = "exactly" in peer.name
            found = zip(rows, answers, strict=True)
            report(peer.name, [verdict(row, touching(row, one), exact) for row, one in found])
    return 0


def report(name: str, verdicts: Iterable[str]) -> None:
    tally = collections.Counter(verdicts)
    print(f"{name}: {', '.join(f'{tally[kind]} {kind}' for kind in ('right', 'wrong', 'missed', 'invented'))}")


if __name__ == "__main__":
    sys.exit(main())
