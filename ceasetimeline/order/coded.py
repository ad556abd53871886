"""Events and statements as people and models code them: values, dicts, triples and TimeML links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.codec import events_from_json
from ceasetimeline.errors import FormatError, UnknownNameError
from ceasetimeline.model import Event, Evidence, Statement
from ceasetimeline.order.statements import ALONE, KINDS, STRENGTHS
from ceasetimeline.relations import canonical

Triple = tuple[str, str, str]

_KIND: Final = ("kind", "relType", "relation")
_SOURCE: Final = ("source", "eventInstanceID", "timeID", "eventID")
_TARGET: Final = ("target", "relatedToEventInstance", "relatedToTime", "relatedToEvent")


def coded_events(events: Iterable[Event | Mapping[str, Any]]) -> tuple[Event, ...]:
    """Events from values, from rows of the interchange format, or from rows with plain dates.

    ``date`` is the day of a move, or the first and last day within which it happened; ``start`` and ``end`` are the
    days on which something longer began and ended. A round of talks of 6 to 8 July 2025:

    >>> [event] = coded_events([{"id": "round", "type": "talks", "start": "2025-07-06", "end": "2025-07-08"}])
    >>> event.bounds.to_json()
    {'start': ['2025-07-06', '2025-07-06'], 'end': ['2025-07-08', '2025-07-08']}

    Raises FormatError with the place of the first fault.
    """
    return events_from_json(
        one if isinstance(one, Event) else _with_bounds(one, f"$[{number}]") for number, one in enumerate(events)
    )


def _with_bounds(row: Mapping[str, Any], path: str) -> Mapping[str, object]:
    plain = {key: row[key] for key in ("date", "start", "end") if row.get(key) is not None}
    if not plain:
        return row
    rest = {key: value for key, value in row.items() if key not in {"date", "start", "end"}}
    try:
        return {**rest, "bounds": _bounds(**plain).to_json()}
    except (TypeError, ValueError) as fault:
        raise FormatError(f"ISO days are needed, the first no later than the last: {fault}", path=path) from fault


def _bounds(*, date: Any = None, start: Any = None, end: Any = None) -> TimeBounds:
    if date is not None:
        return TimeBounds.within(Interval.of(*([date] if isinstance(date, str) else date)))
    if end is None:
        first = Interval.of(start).start
        return TimeBounds(earliest_start=first, latest_start=first, earliest_end=first)
    last = Interval.of(end).start
    if start is None:
        return TimeBounds(latest_start=last, earliest_end=last, latest_end=last)
    return TimeBounds.throughout(Interval.of(start, end))


def coded_statements(statements: Iterable[Statement | Mapping[str, Any] | Triple]) -> tuple[Statement, ...]:
    """Statements from values, from dicts, from triples (source, kind, target) or from rows of TimeML links.

    All thirteen relations of TimeML are kinds, in whatever case (``ENDS`` in capitals: ``ends`` is the link of a
    breakdown to the talks it ends). A visit during the talks:

    >>> link = {"relType": "DURING", "eventInstanceID": "visit", "relatedToEventInstance": "talks"}
    >>> [said] = coded_statements([link])
    >>> said.source, said.kind, said.target
    ('visit', 'during', 'talks')

    Raises FormatError for a row that is not usable, UnknownNameError for a kind that does not exist.
    """
    return tuple(
        one if isinstance(one, Statement) else _statement(one, f"$[{number}]")
        for number, one in enumerate(statements)
    )


def _statement(given: Mapping[str, Any] | Sequence[Any], path: str) -> Statement:
    if isinstance(given, Mapping):
        return _from_row(given, path)
    if isinstance(given, str) or len(given) != 3 or not all(isinstance(part, str) for part in given):
        raise FormatError("a statement is a dict, or (source, kind, target)", path=path)
    source, kind, target = given
    return _checked(path, kind=kind, source=source, target=target)


def _from_row(row: Mapping[str, Any], path: str) -> Statement:
    kind, source, target = (_first(row, names) for names in (_KIND, _SOURCE, _TARGET))
    more = {key: row[key] for key in ("strength", "weight") if key in row}
    days = row.get("days")
    if days is not None:
        more["days"] = (days, days) if isinstance(days, str | int) else tuple(days)
    quote, article = row.get("quote", ""), row.get("article", "")
    if quote or article:
        more["evidence"] = (Evidence(article=article, quote=quote, rule=row.get("rule", "coded")),)
    if not isinstance(kind, str) or not isinstance(source, str):
        raise FormatError("a statement needs a kind and a source", path=path)
    return _checked(path, kind=kind, source=source, target=target or "", **more)


def _first(row: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)


def _checked(path: str, *, kind: str, **parts: Any) -> Statement:
    name = canonical(kind)
    if name not in KINDS:
        raise UnknownNameError("kind of statement", kind, KINDS)
    if not parts["target"] and name not in ALONE:
        raise FormatError(f"{kind!r} needs a target", path=path)
    if parts.get("strength", "asserted") not in STRENGTHS:
        raise FormatError(f"strength is one of {', '.join(STRENGTHS)}", path=path)
    try:
        return Statement(kind=name, **parts)
    except (TypeError, ValueError) as fault:
        raise FormatError(f"this statement cannot be used: {fault}", path=path) from fault
