"""Events together with the profiles of the mentions that tell of them."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from ceasetimeline.linking.profiles import Profile
from ceasetimeline.model import Event


@attrs.frozen(eq=False)
class Told:
    """An event with the profiles of its mentions."""

    event: Event
    profiles: tuple[Profile, ...]

    @functools.cached_property
    def acting(self) -> frozenset[str]:
        """Who makes the move, by any of its mentions."""
        return frozenset().union(*(profile.acting for profile in self.profiles))

    @functools.cached_property
    def akin(self) -> frozenset[str]:
        """Names that reports may give to those who make the move."""
        return frozenset().union(*(profile.akin for profile in self.profiles))

    @functools.cached_property
    def addressed(self) -> frozenset[str]:
        """Whom the move is addressed to."""
        return frozenset().union(*(profile.addressed for profile in self.profiles)) - self.acting

    @functools.cached_property
    def present(self) -> frozenset[str]:
        """Everybody named, mediators included."""
        roles = self.event.roles
        return self.acting | self.addressed | frozenset(roles.mediator)

    @functools.cached_property
    def articles(self) -> frozenset[str]:
        """The articles that tell it."""
        return frozenset(profile.mention.article for profile in self.profiles)

    @functools.cached_property
    def places(self) -> Mapping[str, Sequence[tuple[int, str, Profile]]]:
        """Its mentions by article, in the order of the text: start, id, profile."""
        rows: dict[str, list[tuple[int, str, Profile]]] = defaultdict(list)
        for profile in self.profiles:
            rows[profile.mention.article].append((profile.start, profile.mention.id, profile))
        return {article: sorted(row, key=lambda place: place[:2]) for article, row in rows.items()}

    @functools.cached_property
    def day(self) -> int | None:
        """The day on which it is put to find what came before: its first, or else that of its first report."""
        low, high = self.event.bounds.earliest_start, self.event.bounds.latest_end
        if low is not None or high is not None:
            return high if low is None else low
        return min((p.published[1] for p in self.profiles if p.published[1] is not None), default=None)


def tell(events: Sequence[Event], profiles: Sequence[Profile]) -> tuple[Told, ...]:
    """The events with their profiles; an event none of whose mentions is here is left out."""
    by_id = {profile.mention.id: profile for profile in profiles}
    members = ((event, tuple(by_id[name] for name in event.mentions if name in by_id)) for event in events)
    return tuple(Told(event, found) for event, found in members if found)
