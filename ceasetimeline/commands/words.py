"""Time expressions and differences in words, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ceasetimeline.codec.encode import conflict_row, event_row
from ceasetimeline.difference import Change, Difference
from ceasetimeline.model import Event, TimeExpression
from ceasetimeline.view.wording import printable, type_words, when_words, who_words


def highlighted(text: str, found: Iterable[TimeExpression], marks: tuple[str, str]) -> str:
    """The text with each time expression between two marks."""
    before, after = marks
    pieces, done = [], 0
    for time in sorted(found, key=lambda time: time.span):
        if time.span.start >= done:
            pieces += [_within(text[done : time.span.start]), before, printable(time.text), after]
            done = time.span.stop
    return "".join([*pieces, _within(text[done:])])


def time_line(time: TimeExpression) -> str:
    """A time expression on one line: words, type, value, days and rule."""
    if time.days is None:
        days = f"no days ({time.reason})" if time.reason else "no days"
    else:
        days = " to ".join(dict.fromkeys(day.isoformat() for day in time.days))
    return f"{printable(time.text):<28} {time.type:<8} {time.value:<16} {days}  [{time.rule}]"


def difference_rows(found: Difference) -> dict[str, Any]:
    """A difference as JSON rows."""
    return {
        "added": [event_row(event) for event in found.added],
        "removed": [event_row(event) for event in found.removed],
        "changed": [
            {
                "event": c.event,
                "field": c.field,
                "old": _plain(c.old),
                "new": _plain(c.new),
                "because": [*c.because, *(printable(item.quote) for item in c.evidence)],
            }
            for c in found.changed
        ],
        "conflicts_added": [conflict_row(conflict) for conflict in found.conflicts_added],
        "conflicts_removed": [conflict_row(conflict) for conflict in found.conflicts_removed],
    }


def difference_lines(found: Difference) -> list[str]:
    """A difference in lines: ``+`` new, ``-`` gone, ``~`` changed."""
    lines = [f"+ {_event_line(event)}" for event in found.added]
    lines += [f"- {_event_line(event)}" for event in found.removed]
    lines += [
        f"~ {change.event} {change.field}: {_words(change, 'old')} -> {_words(change, 'new')}{_why(change)}"
        for change in found.changed
    ]
    lines += [f"+ conflict {conflict.id} ({conflict.kind})" for conflict in found.conflicts_added]
    return [*lines, *(f"- conflict {conflict.id} ({conflict.kind})" for conflict in found.conflicts_removed)]


def _event_line(event: Event) -> str:
    return f"{event.id} {when_words(event.bounds)}: {type_words(event.type)} {who_words(event)}".rstrip()


def _why(change: Change) -> str:
    """What changed it, where that is a mention come or gone or other words for its days."""
    came = [f"{len(change.because)} mentions more"] if change.because else []
    went = [f"{len(change.gone)} mentions fewer"] if change.gone else []
    quotes = [f"says {printable(item.quote)!r}" for item in change.evidence[:1] if item.quote]
    reasons = "; ".join((*came, *went, *quotes))
    return f" ({reasons})" if reasons else ""


def _words(change: Change, side: str) -> str:
    value = getattr(change, side)
    if change.field == "bounds":
        return when_words(value)
    shown = _plain(value)
    if isinstance(shown, dict):
        shown = "; ".join(f"{role} {', '.join(names)}" for role, names in shown.items() if names)
    return printable(str(shown)) or "nothing"


def _plain(value: Any) -> Any:
    return value.to_json() if hasattr(value, "to_json") else value


def _within(text: str) -> str:
    """Text made printable, with the blanks around it kept."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text.strip() and text[-1:].isspace() else ""
    return f"{lead}{printable(text)}{tail}"
