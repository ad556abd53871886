"""What an article has told so far: who was named, what "it" speaks of, which moves were told when."""

from __future__ import annotations

import attrs

from ceasetimeline.bounds import Interval
from ceasetimeline.model import Evidence


@attrs.frozen
class Act:
    """A move told in an earlier sentence: who, what, when."""

    number: int
    type: str
    group: str
    spoken: bool
    names: tuple[str, ...]
    interval: Interval | None = None
    because: Evidence | None = None


@attrs.frozen
class Saying:
    """Who spoke in a sentence, and on what day."""

    number: int
    names: tuple[str, ...]
    interval: Interval
    because: Evidence


@attrs.define(eq=False)
class Memory:
    """What the article has told so far: actors, the latest last, each with its kind; what "it" speaks of; moves."""

    recent: list[tuple[str, str, str]] = attrs.field(factory=list)  # party, kind, how
    subject: tuple[str, ...] = ()
    person: str = ""  # the party of the person who was the last subject
    topic: str = ""
    speaker: tuple[str, ...] = ()  # whose words were told last
    number: int = 0
    acts: list[Act] = attrs.field(factory=list)
    proposers: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()  # the one side that keeps the truce told of last, if no other does
    ongoing: set[tuple[str, frozenset[str]]] = attrs.field(factory=set)
    settled: Act | None = None  # the last deal or truce that was told with its day
    talks: Act | None = None  # the last talks that were told with their days
    said: Saying | None = None
    titled: dict[str, str] = attrs.field(factory=dict)  # "president": the party of whoever was last named with it
