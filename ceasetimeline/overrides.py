"""An analyst's corrections: a small file, kept in version control, that is applied before mentions become events.

```toml
[[override]]
action = "date"            # drop | date | role | realis | join | split
mentions = ["m-4be1…"]     # ids of mentions, or {article = "a7", quote = "rejected"}
start = 2024-02-07
end = 2024-02-07
note = "the spokesman's own statement carries this day"
```

``start`` and ``end`` are the first and last possible day; leave one out for an open side. ``join`` makes the mentions
one event, ``split`` keeps each of them apart from the others. A correction that fits nothing is reported, never lost.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Final, Literal

import attrs
import msgspec

from ceasetimeline.bounds import TimeBounds, ordinal
from ceasetimeline.errors import FormatError, InputError
from ceasetimeline.model import ROLE_NAMES, ArticleReading, Evidence, Issue, Mention, Realis

RULE: Final = "override"
Pair = tuple[str, str]


@attrs.frozen(kw_only=True)
class Place:
    """A mention named by its article and its words, for files that a person writes."""

    article: str
    quote: str


@attrs.frozen(kw_only=True)
class Override:
    """One correction; which fields it needs depends on ``action``."""

    action: Literal["drop", "date", "role", "realis", "join", "split"]
    mentions: tuple[str | Place, ...]
    start: dt.date | None = None
    end: dt.date | None = None
    role: Literal["agent", "addressee", "parties", "mediator", "conduit", "host", "guarantor"] | None = None
    actors: tuple[str, ...] = ()
    realis: Realis | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        wanting = {
            "date": self.start is None and self.end is None and "a start or an end",
            "role": self.role is None and f"a role ({', '.join(ROLE_NAMES)})",
            "realis": self.realis is None and "a realis",
            "join": len(self.mentions) < 2 and "two mentions or more",
            "split": len(self.mentions) < 2 and "two mentions or more",
        }.get(self.action)
        if wanting:
            raise ValueError(f"{self.action} needs {wanting}")


@attrs.frozen(kw_only=True)
class Corrected:
    """Readings after the corrections, the pairs of mentions to join and to keep apart, and what did not apply."""

    readings: tuple[ArticleReading, ...]
    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_overrides(given: str | Path | Iterable[Override | Mapping[str, Any]]) -> tuple[Override, ...]:
    """The corrections of a TOML file, or of rows in memory.

    Raises InputError for a file that cannot be read, FormatError with the place of the first fault.
    """
    rows = _rows(Path(given)) if isinstance(given, str | Path) else given
    return tuple(_override(number, row) for number, row in enumerate(rows))


def correct(readings: Sequence[ArticleReading], overrides: Sequence[Override]) -> Corrected:
    """The readings with every correction applied that fits them; those that fit nothing become issues."""
    known = {mention.id: mention for reading in readings for mention in reading.mentions}
    changed: dict[str, Mention | None] = {}
    together: list[Pair] = []
    apart: list[Pair] = []
    issues: list[Issue] = []
    for number, override in enumerate(overrides):
        names, lost = _named(override, known)
        issues += [_unused(number, override, place) for place in lost]
        if override.action == "join":
            together += combinations(names, 2)
        elif override.action == "split":
            apart += combinations(names, 2)
        else:
            changed |= {name: _changed(changed.get(name, known[name]), override) for name in names}
    return Corrected(
        readings=tuple(_replaced(reading, changed) for reading in readings),
        together=tuple(together),
        apart=tuple(apart),
        issues=tuple(issues),
    )


def _rows(path: Path) -> list[Mapping[str, Any]]:
    try:
        rows: list[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8")).get("override", [])
    except OSError as fault:
        raise InputError(f"the corrections {path} cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise FormatError(f"not TOML: {fault}") from fault
    return rows


def _override(number: int, row: Override | Mapping[str, Any]) -> Override:
    if isinstance(row, Override):
        return row
    try:
        return msgspec.convert(row, Override)
    except (msgspec.ValidationError, ValueError) as fault:
        raise FormatError(str(fault), path=f"$.override[{number}]") from fault


def _named(override: Override, known: Mapping[str, Mention]) -> tuple[list[str], list[str | Place]]:
    names: list[str] = []
    lost: list[str | Place] = []
    for place in override.mentions:
        found = sorted(mention.id for mention in known.values() if _is_at(mention, place))
        names += found
        if not found:
            lost.append(place)
    return sorted(set(names)), lost


def _is_at(mention: Mention, place: str | Place) -> bool:
    if isinstance(place, Place):
        return mention.article == place.article and place.quote in mention.quote
    return mention.id == place


def _unused(number: int, override: Override, place: str | Place) -> Issue:
    name = f"“{place.quote}” in {place.article}" if isinstance(place, Place) else place
    which = f"correction {number + 1} ({override.action})"
    return Issue(
        code="override-unused",
        message=f"{which} no longer applies: no mention {name}; mend or remove it",
        article=place.article if isinstance(place, Place) else "",
    )


def _changed(mention: Mention | None, override: Override) -> Mention | None:
    if mention is None or override.action == "drop":
        return None
    evidence = Evidence(
        article="", quote=override.note, rule=RULE, note=f"an analyst's correction: {override.action}"
    )
    if override.action == "date":
        first = None if override.start is None else ordinal(override.start)
        last = None if override.end is None else ordinal(override.end)
        bounds = TimeBounds(earliest_start=first, latest_start=last, earliest_end=first, latest_end=last)
        return attrs.evolve(mention, bounds=bounds, bounds_because=(evidence,), time=None)
    why = (*mention.why, evidence)
    if override.realis is not None:
        return attrs.evolve(mention, realis=override.realis, why=why)
    roles = attrs.evolve(mention.roles, **{str(override.role): override.actors})
    kept = tuple(part for part in mention.role_spans if part.role != override.role)
    return attrs.evolve(mention, roles=roles, role_spans=kept, why=why)


def _replaced(reading: ArticleReading, changed: Mapping[str, Mention | None]) -> ArticleReading:
    if not any(mention.id in changed for mention in reading.mentions):
        return reading
    gone = {name for name, mention in changed.items() if mention is None}
    statements = tuple(s for s in reading.statements if not gone & {s.source, s.target})
    return attrs.evolve(reading, mentions=tuple(_kept(reading.mentions, changed)), statements=statements)


def _kept(mentions: Iterable[Mention], changed: Mapping[str, Mention | None]) -> Iterator[Mention]:
    for mention in mentions:
        now = changed.get(mention.id, mention)
        if now is not None:
            yield now
