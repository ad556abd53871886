"""What a timeline is made of, for rooms that stand below the `Timeline` itself."""

from __future__ import annotations

from typing import TypedDict

from ceasetimeline.model import (
    Article,
    Conflict,
    Event,
    Issue,
    Mention,
    Relation,
    Settings,
    TimeExpression,
)


class TimelineParts(TypedDict, total=False):
    """The parts of a timeline by the names of its fields: ``Timeline(**parts)``."""

    articles: tuple[Article, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    issues: tuple[Issue, ...]
    settings: Settings
    lexicon: str
