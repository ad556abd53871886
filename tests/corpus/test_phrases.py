"""News phrases and the days they mean: 22 publication dates, own sentences, expected days by the conventions of news.

The first 230 rows were written before any rule; the last 74 afterwards but unseen: of those, 69 were right at once.

A row is right when the days agree exactly, or when nothing dated was found where the phrase is no date (a duration, a
set, a phrase whose event is not told, a vague phrase, a word that only looks like a date). Rows that need the
``calendars`` extra may be a day off, because those months begin with a sighting. A row that is not right yet shows as
an expected failure (``pytest -rx``); the tally below keeps the table from getting worse.
"""

from __future__ import annotations

import collections
import datetime as dt
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from ceasetimeline.timex import find_times

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "phrases.jsonl").read_text(encoding="utf-8").splitlines()
]
AT_LEAST_RIGHT = 304
AT_MOST_INVENTED = 0


def has_calendars() -> bool:
    return all(find_spec(name) for name in ("hijridate", "pyluach"))


def agrees(row: dict[str, Any], days: tuple[dt.date, dt.date]) -> bool:
    slack = 1 if row.get("extra") == "calendars" else 0
    wanted = (dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"]))
    return all(abs((found - want).days) <= slack for found, want in zip(days, wanted, strict=True))


def verdict(row: dict[str, Any]) -> tuple[str, set[tuple[dt.date, dt.date]]]:
    """right, wrong (other days), missed (no days where there are some), invented (days where there are none)."""
    start = row["sentence"].index(row["phrase"])
    stop = start + len(row["phrase"])
    times = find_times(row["sentence"], published=row["published"])
    days = {time.days for time in times if time.days and time.span.start < stop and start < time.span.stop}
    if row["kind"] != "date":
        return ("invented" if days else "right"), days
    if not days:
        return "missed", days
    return ("right" if all(agrees(row, found) for found in days) else "wrong"), days


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['published']}-{row['phrase']}")
def test_phrase(row: dict[str, Any]) -> None:
    if row.get("extra") == "calendars" and not has_calendars():
        pytest.skip("needs the calendars extra (hijridate, pyluach)")
    outcome, days = verdict(row)
    if outcome != "right":
        pytest.xfail(f"{outcome}: want {row['start']}..{row['end']}, got {sorted(days)}")


def test_the_table_does_not_get_worse() -> None:
    tally = collections.Counter(verdict(row)[0] for row in ROWS if row.get("extra") != "calendars" or has_calendars())
    assert tally["right"] >= AT_LEAST_RIGHT, tally
    assert tally["invented"] <= AT_MOST_INVENTED, tally


def test_the_table_is_wide_enough() -> None:
    assert len(ROWS) >= 150
    assert len({row["published"] for row in ROWS}) >= 12
    assert all(row["sentence"].count(row["phrase"]) == 1 for row in ROWS)
