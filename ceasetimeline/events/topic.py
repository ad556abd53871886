"""What an article is about: whether its words are those of a conflict and of its negotiation."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_BRIEF: Final = 2  # sentences; so short a text has no room for words of war and peace
_FEW: Final = 3  # sentences with words of peace; so many a short report of a war may have
_ROOM: Final = 4  # sentences; in a shorter text two words of peace are soon together


@attrs.frozen(eq=False)
class TopicWords:
    """The word lists of ``data/topics.toml``; "phrases" are of two words each."""

    core: frozenset[str]
    soft: frozenset[str]
    dealing: frozenset[str]
    war: frozenset[str]
    strife: frozenset[str]
    ending: frozenset[str]
    text: frozenset[str]
    armed: frozenset[str]
    partisan: frozenset[str]
    bloc: frozenset[str]
    sides: frozenset[str]
    arms: frozenset[str]
    civil: frozenset[str]
    idle: frozenset[str]
    openers: frozenset[str]

    def pairs(self, words: Sequence[str]) -> Iterable[str]:
        """The phrases of two words that may be in a list."""
        return map(" ".join, pairwise(words)) if not self.openers.isdisjoint(words) else ()


@functools.lru_cache(maxsize=8)
def topic_words(lexicon: Lexicon) -> TopicWords:
    """The word lists of a lexicon, built once."""
    cue = {name: lexicon.cues.get(name, frozenset()) for name in _LISTS}
    listed = frozenset[str]().union(*cue.values())
    return TopicWords(
        core=cue["core_words"] | cue["core_phrases"],
        soft=cue["soft_core_words"] | cue["soft_phrases"],
        **{
            name: cue[f"{name}_words"]
            for name in ("dealing", "war", "strife", "ending", "text", "armed", "partisan", "bloc", "arms", "civil")
        },
        sides=cue["side_words"],
        idle=cue["idle_phrases"],
        openers=frozenset(words.split()[0] for words in listed if " " in words),
    )


_LISTS: Final = (
    *("core_words", "core_phrases", "soft_core_words", "soft_phrases", "dealing_words", "war_words"),
    *(
        "strife_words",
        "ending_words",
        "text_words",
        "armed_words",
        "partisan_words",
        "bloc_words",
        "side_words",
        "arms_words",
        "civil_words",
        "idle_phrases",
    ),
)


@attrs.frozen
class Profile:
    """Which kinds of words a sentence has: triggers, words of war and peace, and words of other business."""

    trigger: bool
    core: bool
    soft: bool
    dealing: bool
    war: bool
    civil: bool


def profile(text: str, sentence: Span, forms: Collection[str], words: TopicWords) -> Profile:
    """The profile of a sentence; ``forms`` are the words that may be triggers."""
    row = [word.lower() for word in _WORD.findall(text, sentence.start, sentence.stop)]
    single = {*row, *words.pairs(row)}
    return Profile(
        trigger=not single.isdisjoint(forms),
        core=not single.isdisjoint(words.core),
        soft=not single.isdisjoint(words.soft),
        dealing=not single.isdisjoint(words.dealing),
        war=not single.isdisjoint(words.war),
        civil=not single.isdisjoint(words.civil),
    )


@attrs.frozen(eq=False)
class Topic:
    """Whether an article is about a conflict and its negotiation: by its words, and by whom it names.

    ``groups``: it names an armed group; ``powers``: it names a state, a group or an organisation of states;
    ``opposed``: it names two rivals, or an armed group.
    """

    profiles: Sequence[Profile]
    title: Profile
    groups: bool
    powers: bool = True
    opposed: bool = False

    @functools.cached_property
    def core(self) -> int:
        """In how many sentences, the title included, stands a word that only news of war and peace uses."""
        return sum(map(self.is_core, (*self.profiles, self.title)))

    def is_core(self, profile: Profile) -> bool:
        """Whether a sentence speaks of war and peace; "peace" and "hostage" alone do so only where there is war."""
        return profile.core or (profile.soft and self.war)

    @functools.cached_property
    def is_plain(self) -> bool:
        """Whether an article is plainly about a negotiation: by its title, or by its words and whom it names."""
        told = self.is_strong and self.opposed and len(self.profiles) > _ROOM
        return self.is_core(self.title) or (told and not self.is_partly_civil)

    @functools.cached_property
    def is_sure(self) -> bool:
        """Whether an article is about a negotiation by its title, or by more than a few of its sentences."""
        return self.is_core(self.title) or self.core > _FEW

    @property
    def is_of_talks(self) -> bool:
        """Whether acts of war are told for the sake of a negotiation: more than two sentences have words of peace."""
        return self.is_core(self.title) or self.core >= _FEW

    @functools.cached_property
    def is_strong(self) -> bool:
        """Whether words of war and peace stand in a good part of the sentences of an article with room for them."""
        return self.has_room and self.core >= max(2, len(self.profiles) // 5)

    @property
    def has_room(self) -> bool:
        """Whether there are enough sentences for more than one word of peace."""
        return len(self.profiles) >= _ROOM

    @functools.cached_property
    def war(self) -> bool:
        """Whether there are words of war, or an armed group."""
        return self.groups or any(profile.war for profile in (*self.profiles, self.title))

    @functools.cached_property
    def is_of_conflict(self) -> bool:
        """Whether there is any word of peace or of war, or no room for one."""
        return (
            len(self.profiles) < _BRIEF
            or self.core > 0
            or self.war
            or any(profile.soft for profile in (*self.profiles, self.title))
        )

    @property
    def is_brief(self) -> bool:
        """Whether a text is too short to be judged by its words."""
        return len(self.profiles) <= _BRIEF

    @functools.cached_property
    def is_civil(self) -> bool:
        """Whether a text speaks of trade, sport, budgets or elections, and nowhere of peace."""
        return self.core == 0 and any(profile.civil for profile in (*self.profiles, self.title))

    @functools.cached_property
    def civil(self) -> int:
        """In how many sentences stands a word of such business."""
        return sum(profile.civil for profile in self.profiles)

    @property
    def is_mostly_civil(self) -> bool:
        """Whether half of the sentences and more speak of such business."""
        return 2 * self.civil >= len(self.profiles)

    @property
    def is_partly_civil(self) -> bool:
        """Whether a third of the sentences and more speak of such business."""
        return 3 * self.civil >= len(self.profiles)

    @functools.cached_property
    def may_negotiate(self) -> bool:
        """Whether moves of a negotiation may be looked for: the first gate, which spares most articles the parse."""
        if self.core > 0:
            return True
        if not self.powers:
            return False
        told = (*self.profiles, self.title)
        return self.is_brief or any(profile.dealing or profile.soft for profile in told)

    def is_core_near(self, number: int) -> bool:
        """Whether a sentence or one beside it has such a word."""
        return self.is_core(self.title) or any(map(self.is_core, self._beside(number)))

    def is_bargained(self, number: int) -> bool:
        """Whether parties to a conflict are named, and a word of war and peace alone stands beside a sentence."""
        return self.opposed and (self.is_strong or any(profile.core for profile in self._beside(number)))

    def _beside(self, number: int) -> Sequence[Profile]:
        return self.profiles[max(0, number - 1) : number + 2]
