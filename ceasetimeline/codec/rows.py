"""The shape of the interchange format: one row type for each kind of value.

These types are the schema: msgspec checks a file against them and names the place of what does not fit. Days are
inclusive ISO dates; null is an open side, or something the text does not state. Keys that a row does not name are
passed over, so that files of later 0.x versions open.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Literal

import msgspec

from ceasetimeline.granularity import Granularity
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    AnchorKind,
    PublicationBasis,
    Realis,
    Settings,
    Status,
    Strength,
)

SCHEMA: Final = "ceasetimeline/1"

OpenDays = tuple[dt.date | None, dt.date | None]
Days = tuple[dt.date, dt.date]
Place = tuple[int, int]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class EvidenceRow(msgspec.Struct, gc=False):
    """The words that something rests on; ``start`` and ``end`` are null where they have no place in a text."""

    article: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    rule: str = ""
    note: str = ""


class ClueRow(msgspec.Struct, gc=False):
    """A clue to the publication day of an article."""

    bounds: OpenDays
    hard: bool
    evidence: EvidenceRow


class PassageRow(msgspec.Struct, gc=False):
    """A stretch of an article's text that stays in a file saved without texts."""

    start: int
    text: str


class ArticleRow(msgspec.Struct, gc=False):
    """An article; ``text`` is null in a file saved without texts, which has ``passages`` instead."""

    id: str
    source: str = ""
    title: str = ""
    url: str = ""
    text: str | None = None
    text_sha256: str = ""
    text_length: int | None = None
    passages: list[PassageRow] = []
    published: dt.date | None = None
    published_given: str | msgspec.UnsetType | None = msgspec.UNSET
    modified: str | None = None
    published_bounds: OpenDays = (None, None)
    published_basis: PublicationBasis = "unknown"
    clues: list[ClueRow] = []
    copy_of: str | None = None


class AnchorRow(msgspec.Struct, gc=False):
    """What a relative time counts from."""

    kind: AnchorKind = "none"
    days: Days | None = None
    start: int | None = None
    end: int | None = None


class TimeRow(msgspec.Struct, gc=False):
    """A time expression; ``days`` is null where it is no date or cannot be placed, and ``reason`` says why."""

    id: str
    article: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str = ""
    days: Days | None = None
    granularity: Granularity | None = None
    edtf: str = ""
    rule: str = ""
    anchor: AnchorRow = msgspec.field(default_factory=AnchorRow)
    reason: str = ""
    others: list[TimeRow] = []
    meaning: dict[str, Any] | None = None
    trace: list[str] = []


class BoundsRow(msgspec.Struct, gc=False):
    """Earliest and latest possible first day, earliest and latest possible last day (as ``start`` if left out)."""

    start: OpenDays = (None, None)
    end: OpenDays | None = None


class RoleSpanRow(msgspec.Struct, gc=False):
    """The words that put an actor into a role."""

    name: str
    start: int
    end: int


class MentionRow(msgspec.Struct, kw_only=True, gc=False):
    """One move as one sentence tells it."""

    id: str
    article: str
    type: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    sentence: Place | None = None
    mode: str | None = None
    realis: Realis = "actual"
    reported_by: list[str] = []
    roles: dict[str, list[str]] = {}
    role_spans: dict[str, list[RoleSpanRow]] = {}
    venue: str | None = None
    round: str | None = None
    duration: str | None = None
    deadline: str | None = None
    quantity: str | None = None
    topic: str | None = None
    condition: str | None = None
    time: str | None = None
    bounds: BoundsRow = msgspec.field(default_factory=BoundsRow)
    bounds_because: list[EvidenceRow] = []
    content: list[str] = []
    confidence: float = 1.0
    rule: str = ""
    why: list[EvidenceRow] = []


class GivenMentionRow(MentionRow, kw_only=True, gc=False):
    """A mention that a user hands in: only ``article`` and ``type`` are needed."""

    id: str = ""
    bounds: BoundsRow | None = None  # type: ignore[assignment]


class EventRow(msgspec.Struct, gc=False):
    """One move in the world, as told by one mention or many."""

    id: str
    type: str
    realis: Realis = "actual"
    roles: dict[str, list[str]] = {}
    venue: str | None = None
    round: str | None = None
    bounds: BoundsRow = msgspec.field(default_factory=BoundsRow)
    bounds_because: list[EvidenceRow] = []
    mentions: list[str] = []
    independent_sources: int = 0
    confidence: float = 1.0
    why: list[EvidenceRow] = []


class RelationRow(msgspec.Struct, gc=False):
    """A link between two events."""

    id: str
    source: str
    target: str
    kind: str
    strength: Strength = "asserted"
    evidence: list[EvidenceRow] = []


class StatementRow(msgspec.Struct, gc=False):
    """What one side of a conflict says; ``days`` are ISO days, or numbers of days for a "gap"."""

    kind: str
    source: str
    target: str = ""
    days: tuple[dt.date | int | None, dt.date | int | None] = (None, None)
    strength: Strength = "asserted"
    weight: float = 1.0
    evidence: list[EvidenceRow] = []


class ClaimRow(msgspec.Struct, gc=False):
    """One side of a conflict."""

    statement: StatementRow
    evidence: list[EvidenceRow] = []


class ConflictRow(msgspec.Struct, gc=False):
    """Sources that cannot all be right."""

    id: str
    kind: str
    subjects: list[str] = []
    claims: list[ClaimRow] = []
    status: Status = "contested"


class IssueRow(msgspec.Struct, gc=False):
    """Something that could not be used."""

    code: str
    article: str | None = None
    message: str = ""
    place: str = ""


class TimelineRow(msgspec.Struct, gc=False):
    """A whole timeline."""

    schema: str
    version: str = ""
    lexicon: str = ""
    settings: Settings = DEFAULT_SETTINGS
    articles: list[ArticleRow] = []
    times: list[TimeRow] = []
    mentions: list[MentionRow] = []
    events: list[EventRow] = []
    relations: list[RelationRow] = []
    conflicts: list[ConflictRow] = []
    issues: list[IssueRow] = []
