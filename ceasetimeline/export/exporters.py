"""What an exporter is: a format's name, its file suffixes, and a function from a timeline to bytes."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ceasetimeline.codec import TimelineParts
from ceasetimeline.model import Event
from ceasetimeline.timeline import Timeline


@attrs.frozen(kw_only=True)
class ExportOptions:
    """What a user may choose about a file.

    ``text``: whether whole article texts go into it (quotes always do); ``csv_safe``: whether cells that a
    spreadsheet would run as a formula get a ``'`` in front; ``rows``: "events" or "mentions" in tables; ``title``:
    its heading.
    """

    text: bool = True
    csv_safe: bool = True
    rows: str = "events"
    title: str = "Timeline"


@attrs.frozen
class Exported:
    """A file's content, and the ids of the events that the format cannot hold, with the reason."""

    content: bytes
    left_out: tuple[str, ...] = ()
    reason: str = ""


@attrs.frozen(kw_only=True)
class Exporter:
    """One format: how it is called, what its files end in, who reads it, and what it cannot hold."""

    name: str
    suffixes: tuple[str, ...]
    make: Callable[[Timeline, ExportOptions], Exported]
    for_whom: str
    cannot_hold: str = ""


def dated(events: tuple[Event, ...]) -> tuple[list[tuple[Event, int, int]], tuple[str, ...]]:
    """The events whose first and last possible day are known, with these days, and the ids of the others."""
    kept, left_out = [], []
    for event in events:
        first, last = event.bounds.earliest_start, event.bounds.latest_end
        if first is None or last is None:
            left_out.append(event.id)
        else:
            kept.append((event, first, last))
    return kept, tuple(left_out)


NO_DAYS = "no first or no last day is known, and none is made up"


def parts_of(timeline: Timeline) -> TimelineParts:
    """The parts of a timeline that are saved, by the names of its fields."""
    return {
        "articles": timeline.articles,
        "times": timeline.times,
        "mentions": timeline.mentions,
        "events": timeline.events,
        "relations": timeline.relations,
        "conflicts": timeline.conflicts,
        "issues": timeline.issues,
        "settings": timeline.settings,
        "lexicon": timeline.lexicon,
    }
