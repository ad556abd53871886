"""What acceptance leaves, turned into values that cite their evidence: events with bounds, relations, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

import attrs

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, TimeBounds
from ceasetimeline.codec import content_id
from ceasetimeline.model import Conflict, Event, Evidence, Issue, Relation, Statement, Strength
from ceasetimeline.order.acceptance import Acceptance, Clash
from ceasetimeline.order.conflicts import conflict_of
from ceasetimeline.order.precedence import Steps, Trail, steps
from ceasetimeline.order.query import OrderIndex, entailed_step, sort_key
from ceasetimeline.order.reduction import reduce_order, sequence
from ceasetimeline.order.statements import METRIC, STRENGTHS, Weighed
from ceasetimeline.order.tighten import Horizon

MOST_DATE_EDGES: Final = 20
"""So many edges an event, on average, may follow from dates alone before they are left to the dates themselves."""


@attrs.frozen(kw_only=True)
class SetAside:
    """A statement that could not be used, and the accepted statements that stand against it."""

    statement: Statement
    against: tuple[Statement, ...]
    conflict: str = ""


@attrs.frozen(eq=False, slots=False)
class Outcome:
    """What acceptance left, turned into values that cite their evidence."""

    given: tuple[Event, ...]
    acceptance: Acceptance
    early: Horizon
    late: Horizon

    @cached_property
    def weighed(self) -> Weighed:
        """All statements, by falling weight."""
        return self.acceptance.weighed

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements by their numbers."""
        return self.weighed.statements

    @cached_property
    def first_days(self) -> list[int | None]:
        """The earliest day of every node, as far as the calendar goes."""
        return _on_calendar(self.early.days)

    @cached_property
    def last_days(self) -> list[int | None]:
        """The latest day of every node, as far as the calendar goes."""
        return _on_calendar(self.late.days)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events with their tightest bounds and what these rest on."""
        return tuple(self._placed(number, event) for number, event in enumerate(self.given))

    def _placed(self, number: int, event: Event) -> Event:
        start, end = 2 * number, 2 * number + 1
        first, last = self.first_days, self.last_days
        es, ls, ee, le = first[start], last[start], first[end], last[end]
        if (es, ls, ee, le) == event.bounds.sides and event.bounds_because:
            return event
        early, late = self.early.owners, self.late.owners
        because = self._evidence([*early(start), *late(start), *early(end), *late(end)])
        bounds = TimeBounds(earliest_start=es, latest_start=ls, earliest_end=ee, latest_end=le)
        return attrs.evolve(event, bounds=bounds, bounds_because=because)

    def _evidence(self, numbers: Sequence[int]) -> tuple[Evidence, ...]:
        if len(numbers) == 1:
            return self.statements[numbers[0]].evidence
        cited = [self.statements[number].evidence for number in dict.fromkeys(numbers)]
        return cited[0] if len(cited) == 1 else tuple(dict.fromkeys(chain.from_iterable(cited)))

    def disagreements(self) -> tuple[list[Conflict], list[SetAside], list[Issue]]:
        """What was set aside: as conflicts between sources, or as issues where a statement fails by itself."""
        conflicts, aside, issues = [], [], []
        for clash in self.acceptance.clashes:
            statement = self.statements[clash.number]
            conflict = ""
            if not clash.against:
                issues.append(_impossible(statement))
            elif statement.strength != "likely":
                conflicts.append(conflict_of(clash, self.weighed))
                conflict = conflicts[-1].id
            aside.append(SetAside(statement=statement, against=self._against(clash), conflict=conflict))
        return conflicts, aside, issues

    def _against(self, clash: Clash) -> tuple[Statement, ...]:
        return tuple(self.statements[number] for number in clash.against)

    @cached_property
    def firm(self) -> list[int]:
        """The accepted statements that are more than likely."""
        return [n for n in self.acceptance.accepted if self.statements[n].strength != "likely"]

    @cached_property
    def firm_steps(self) -> Steps:
        """What comes before what by statements that are more than likely."""
        return steps(self.firm, self.weighed, len(self.events))

    @cached_property
    def _firm_order(self) -> list[int]:
        keys = [(*sort_key(event), number) for number, event in enumerate(self.events)]
        return sequence(self.firm_steps, keys)

    @cached_property
    def _all_steps(self) -> Steps:
        return steps(self.acceptance.accepted, self.weighed, len(self.events))

    @cached_property
    def _order(self) -> list[int]:
        """The events in timeline order; what is only likely breaks ties."""
        if len(self.firm) == len(self.acceptance.accepted):
            return self._firm_order
        rank = {event: position for position, event in enumerate(self._firm_order)}
        keys = [(*sort_key(event), rank[number]) for number, event in enumerate(self.events)]
        return sequence(self._all_steps, keys)

    @property
    def sequence(self) -> tuple[str, ...]:
        """The ids of the events in timeline order."""
        return tuple(self.events[number].id for number in self._order)

    def relations(self) -> tuple[tuple[Relation, ...], bool]:
        """All relations, those that only repeat others left out; and whether dates could be shown as relations."""
        starts = [event.bounds.earliest_start for event in self.events]
        ends = [event.bounds.latest_end for event in self.events]
        most = max(10_000, MOST_DATE_EDGES * len(starts))
        reduced = reduce_order(self.firm_steps, self._firm_order, starts, ends, most)
        found = [relation for u, v in reduced.edges if (relation := self._edge(u, v))]
        found += self._links()
        found += self._likely_edges(found)
        found.sort(key=lambda relation: (relation.source, relation.target, relation.kind))
        return tuple(found), reduced.complete

    def _edge(self, u: int, v: int) -> Relation | None:
        """The relation "before" of two events: by the words that say so, else by their dates."""
        trail = self.firm_steps.get(u, {}).get(v)
        if trail is not None and (len(trail) > 1 or self.statements[trail[0]].kind in {"before", "gap"}):
            return self._stated(u, v, trail, "asserted")
        first, second = self.events[u], self.events[v]
        end, start = first.bounds.latest_end, second.bounds.earliest_start
        if end is None or start is None or end >= start:
            return None
        step = entailed_step(first, second)
        return step if self._is_metric(u, v) else attrs.evolve(step, strength="asserted")

    def _is_metric(self, u: int, v: int) -> bool:
        """Whether the dates that order two events follow from statements that count days, and from no cue."""
        owners = self.late.owners(2 * u + 1) + self.early.owners(2 * v)
        return all(self.statements[owner].kind in METRIC for owner in owners)

    def _stated(self, u: int, v: int, trail: Trail, strength: Strength) -> Relation:
        source, target = self.events[u].id, self.events[v].id
        return Relation(
            id=content_id("r", "before", source, target),
            source=source,
            target=target,
            kind="before",
            strength=strength,
            evidence=self._evidence(trail),
        )

    def _links(self) -> list[Relation]:
        links: dict[str, Relation] = {}
        for number in sorted(self.acceptance.accepted):
            statement, u, v = self.statements[number], self.weighed.sources[number], self.weighed.targets[number]
            kind = statement.kind
            if kind in METRIC or kind == "before" or u == v:
                continue
            if max(u, v) < len(self.events):
                source, target = statement.source, statement.target
                name = content_id("r", kind, source, target)
                strength, evidence = statement.strength, statement.evidence
                known = links.get(name)
                if known is not None:
                    strength = min(strength, known.strength, key=STRENGTHS.__getitem__)
                    evidence = tuple(dict.fromkeys(known.evidence + evidence))
                links[name] = Relation(
                    id=name, source=source, target=target, kind=kind, strength=strength, evidence=evidence
                )
        return list(links.values())

    def _likely_edges(self, firm: Sequence[Relation]) -> list[Relation]:
        """What is only likely to come before what, as far as nothing else orders the two and no longer way does."""
        numbers = [n for n in self.acceptance.accepted if self.statements[n].strength == "likely"]
        if not numbers:
            return []
        index = OrderIndex(self.events, firm)
        open_sides: list[int | None] = [None] * len(self.events)
        kept = set(reduce_order(self._all_steps, self._order, open_sides, open_sides, 0).edges)
        return [
            self._stated(u, v, trail, "likely")
            for u, follows in steps(numbers, self.weighed, len(self.events)).items()
            for v, trail in follows.items()
            if self.statements[trail[0]].kind == "before"
            and (u, v) in kept
            and index.order(self.events[u].id, self.events[v].id).relation == "unknown"
        ]


def _on_calendar(days: Iterable[int | None]) -> list[int | None]:
    return [None if day is None or not FIRST_DAY <= day <= LAST_DAY else day for day in days]


def _impossible(statement: Statement) -> Issue:
    subject = " and ".join(dict.fromkeys(filter(None, (statement.source, statement.target))))
    message = f"the statement {statement.kind!r} about {subject} contradicts itself; it was set aside"
    return Issue(code="impossible-statement", message=message)
