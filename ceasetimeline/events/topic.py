"""What an article is about: whether its words are those of a conflict and of its negotiation."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from ceasetimeline.model import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_BRIEF: Final = 2  # sentences; so short a text has no room for words of war and peace


@attrs.frozen
class Profile:
    """Which kinds of words a sentence has: triggers, words of war and peace, and words of other business."""

    trigger: bool
    core: bool
    soft: bool
    dealing: bool
    war: bool
    civil: bool


def profile(text: str, sentence: Span, forms: Collection[str], topics: Mapping[str, frozenset[str]]) -> Profile:
    """The profile of a sentence; ``topics`` are word lists by name, "phrases" of two words each."""
    words = [match.group().lower() for match in _WORD.finditer(text, sentence.start, sentence.stop)]
    single = set(words)
    pairs = frozenset(map(" ".join, pairwise(words))) if not single.isdisjoint(topics["openers"]) else frozenset()
    return Profile(
        trigger=not single.isdisjoint(forms),
        core=not single.isdisjoint(topics["core"]) or not pairs.isdisjoint(topics["core_phrases"]),
        soft=not single.isdisjoint(topics["soft_core"]) or not pairs.isdisjoint(topics["soft_phrases"]),
        dealing=not single.isdisjoint(topics["dealing"]),
        war=not single.isdisjoint(topics["war"]),
        civil=not single.isdisjoint(topics["civil"]),
    )


@attrs.frozen(eq=False)
class Topic:
    """Whether an article is about a conflict and its negotiation: by its words, and by the groups it names."""

    profiles: Sequence[Profile]
    title: Profile
    groups: bool

    @functools.cached_property
    def core(self) -> int:
        """In how many sentences, the title included, stands a word that only news of war and peace uses."""
        return sum(map(self.is_core, (*self.profiles, self.title)))

    def is_core(self, profile: Profile) -> bool:
        """Whether a sentence speaks of war and peace; "peace" and "hostage" alone do so only where there is war."""
        return profile.core or (profile.soft and self.war)

    @property
    def is_strong(self) -> bool:
        """Whether such words stand in the title or in a good part of the sentences."""
        return self.is_core(self.title) or self.core >= max(2, len(self.profiles) // 5)

    @functools.cached_property
    def war(self) -> bool:
        """Whether there are words of war, or an armed group."""
        return self.groups or any(profile.war for profile in (*self.profiles, self.title))

    @property
    def is_brief(self) -> bool:
        """Whether a text is too short to be judged by its words."""
        return len(self.profiles) <= _BRIEF

    @functools.cached_property
    def is_civil(self) -> bool:
        """Whether a text speaks of trade, sport, budgets or elections, and nowhere of peace."""
        return self.core == 0 and any(profile.civil for profile in (*self.profiles, self.title))

    @property
    def is_conflict(self) -> bool:
        """Whether moves of a negotiation may be looked for."""
        if self.core > 0:
            return True
        dealing = any(profile.dealing for profile in (*self.profiles, self.title))
        return (dealing and self.war) or (self.is_brief and not self.is_civil)

    def is_core_near(self, number: int) -> bool:
        """Whether a sentence or one beside it has such a word."""
        return self.is_core(self.title) or any(
            self.is_core(profile) for profile in self.profiles[max(0, number - 1) : number + 2]
        )

    @property
    def is_told_of_war(self) -> bool:
        """Whether an article speaks of war or peace anywhere, so that a party's move over a text may belong to it."""
        return self.core > 0 or self.war
