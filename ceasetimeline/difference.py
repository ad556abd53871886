"""What changed between two timelines: events that are new, gone, or told otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from ceasetimeline.model import Conflict, Event, Evidence

COMPARED: Final = ("type", "realis", "roles", "venue", "round", "bounds", "independent_sources")


@attrs.frozen
class Change:
    """One field of an event that both timelines hold: what it was, and what it is now.

    ``because``: the mentions that only the newer event has, and the evidence that only its bounds rest on; both empty
    where other events' statements or corrections changed it. ``gone``: mentions that only the older event had.
    """

    event: str
    field: str
    old: Any
    new: Any
    because: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    gone: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Difference:
    """What one timeline has that another has not; events are the same when they share most mentions, or their id."""

    added: tuple[Event, ...] = ()
    removed: tuple[Event, ...] = ()
    changed: tuple[Change, ...] = ()
    conflicts_added: tuple[Conflict, ...] = ()
    conflicts_removed: tuple[Conflict, ...] = ()

    def __bool__(self) -> bool:
        return any(attrs.astuple(self, recurse=False))


def difference(
    old: Sequence[Event],
    new: Sequence[Event],
    *,
    old_conflicts: Iterable[Conflict] = (),
    new_conflicts: Iterable[Conflict] = (),
) -> Difference:
    """What has to change in the old events to make them the new ones.

    A day that a later report brought, for a rejection known before:

    >>> from ceasetimeline.bounds import TimeBounds, ordinal
    >>> day = TimeBounds.until(ordinal("2025-07-08"))
    >>> before = Event(id="e1", type="rejection", mentions=("m1",))
    >>> after = Event(id="e9", type="rejection", mentions=("m1", "m2"), bounds=day)
    >>> [(change.event, change.field) for change in difference([before], [after]).changed]
    [('e9', 'bounds')]
    >>> difference([before], [after]).changed[0].because
    ('m2',)
    """
    partners = _partners(old, new)
    known = {event.id: event for event in old}
    was, now = {c.id: c for c in old_conflicts}, {c.id: c for c in new_conflicts}
    return Difference(
        added=tuple(event for event in new if event.id not in partners),
        removed=tuple(event for event in old if event.id not in set(partners.values())),
        changed=tuple(c for event in new if event.id in partners for c in _changes(known[partners[event.id]], event)),
        conflicts_added=tuple(conflict for name, conflict in now.items() if name not in was),
        conflicts_removed=tuple(conflict for name, conflict in was.items() if name not in now),
    )


def _partners(old: Sequence[Event], new: Sequence[Event]) -> dict[str, str]:
    """The old event of each new one: the pairs that share most mentions first, each event in one pair."""
    owners = {mention: event.id for event in old for mention in event.mentions}
    ids = {event.id for event in old}
    shared: Counter[tuple[str, str]] = Counter()
    for event in new:
        shared.update((event.id, owners[mention]) for mention in event.mentions if mention in owners)
        if event.id in ids:
            shared[event.id, event.id] += 1
    partners: dict[str, str] = {}
    taken: set[str] = set()
    for (one, other), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if one not in partners and other not in taken:
            partners[one] = other
            taken.add(other)
    return partners


def _changes(old: Event, new: Event) -> Iterator[Change]:
    added = tuple(name for name in new.mentions if name not in old.mentions)
    gone = tuple(name for name in old.mentions if name not in new.mentions)
    evidence = tuple(item for item in new.bounds_because if item not in old.bounds_because)
    for field in COMPARED:
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield Change(new.id, field, was, now, added, evidence if field == "bounds" else (), gone)
