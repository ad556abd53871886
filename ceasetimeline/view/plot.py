"""A chart by Altair (extra ``plot``): for papers, as PNG or SVG without a browser."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from ceasetimeline.errors import InputError
from ceasetimeline.model import Event
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.bars import axis_days
from ceasetimeline.view.svg import groups_of, legend
from ceasetimeline.view.wording import type_words, when_words, who_words

FORMATS: Final = (".png", ".svg", ".pdf", ".html", ".json")


def plot(timeline: Timeline, path: str | Path | None = None, *, width: int = 760) -> Any:
    """An Altair chart of the events that have a date, also written to ``path`` if one is given.

    A pale bar covers all days on which an event may lie, a dot the days that are sure; an open side ends at the edge.
    Raises InputError where Altair is missing, no event has a date, or the suffix of ``path`` is unknown.
    """
    try:
        alt: Any = import_module("altair")
    except ImportError:
        raise InputError("charts need Altair: pip install 'ceasetimeline[plot]'") from None
    if path is not None and Path(path).suffix.lower() not in FORMATS:
        raise InputError(f"{path} should end in one of {', '.join(FORMATS)}")
    rows = chart_rows(timeline)
    if not rows:
        raise InputError("no event of this timeline has a date that could be drawn")
    colours = legend(timeline.events)
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("row:O", axis=None),
        color=alt.Color(
            "group:N",
            scale=alt.Scale(domain=list(colours), range=list(colours.values())),
            legend=alt.Legend(title=None),
        ),
        tooltip=[alt.Tooltip(f"{name}:N") for name in ("when", "move", "who", "sources")],
    )
    may = base.mark_bar(opacity=0.35, height=7).encode(x=alt.X("first:T", title=None), x2="last:T")
    sure = (
        base.transform_filter("datum.sure_first != null")
        .mark_bar(height=7, minBandSize=3)
        .encode(x="sure_first:T", x2="sure_last:T")
    )
    chart = alt.layer(may, sure).properties(width=width, height=max(60, 9 * len(rows)))
    if path is not None:
        chart.save(str(path))
    return chart


def chart_rows(timeline: Timeline) -> list[dict[str, Any]]:
    """One row a dated event: its days as ISO text, clipped to the axis, the sure part, and what to show of it."""
    dated = [event for event in timeline.events if not event.bounds.is_open]
    if not dated:
        return []
    low, high = axis_days(dated)
    rows: list[dict[str, Any]] = []
    for group, events in groups_of(dated).items():
        for event in events:
            rows.append(_row(event, low, high) | {"row": len(rows), "group": group})
    return rows


def _row(event: Event, low: int, high: int) -> dict[str, Any]:
    es, ls, ee, le = (None if day is None else min(max(day, low), high) for day in event.bounds.sides)
    sure = ls is not None and ee is not None and ls <= ee and event.realis == "actual"
    realis = "" if event.realis == "actual" else f" ({event.realis})"
    return {
        "first": _day(low if es is None else es),
        "last": _day((high if le is None else le) + 1),
        "sure_first": _day(ls) if sure and ls is not None else None,
        "sure_last": _day(ee + 1) if sure and ee is not None else None,
        "when": when_words(event.bounds),
        "move": f"{type_words(event.type)}{realis}",
        "who": who_words(event),
        "sources": event.independent_sources,
    }


def _day(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()
