"""The nouns of the library: frozen values that every room shares.

Offsets are indices into ``article.text``, half-open; days inside values are ordinals (see `bounds`). A value never
holds what can be computed from it, and nothing derived exists without `Evidence`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

import attrs

from ceasetimeline.bounds import OPEN, Interval, TimeBounds, ordinal
from ceasetimeline.granularity import Calendar, Granularity
from ceasetimeline.meaning import Meaning

Realis = Literal["actual", "planned", "conditional", "hypothetical", "demanded", "denied"]
Strength = Literal["entailed", "asserted", "likely"]
Status = Literal["outweighed", "contested"]
PublicationBasis = Literal["stated", "text", "inferred", "unknown"]
AnchorKind = Literal["none", "publication", "date", "event", "quotation"]
ROLE_NAMES: Final = ("agent", "addressee", "parties", "mediator", "conduit", "host", "guarantor")


def _ordinals(days: Iterable[str | dt.date | int | None]) -> tuple[int | None, int | None]:
    low, high = (ordinal(day) if isinstance(day, str | dt.date) else day for day in days)
    return low, high


class Shown:
    """Base of the values that a notebook shows as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from ceasetimeline.view.html import part_html

        return part_html(self)


@attrs.frozen(order=True)
class Span:
    """A half-open stretch of characters of an article's text."""

    start: int
    stop: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a span: {self.start}..{self.stop}")

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.stop and other.start < self.stop


@attrs.frozen(kw_only=True, cache_hash=True)
class Evidence:
    """The words that something rests on, and the rule that read them.

    ``article`` is "" for evidence that is no article (an analyst's correction, a known event); ``span`` is None
    where the words have no place in a text.
    """

    article: str
    span: Span | None = None
    quote: str = ""
    rule: str
    note: str = ""


@attrs.frozen(kw_only=True)
class Clue:
    """One clue to the day on which an undated article was written, with the bound it gives."""

    bounds: tuple[int | None, int | None]
    hard: bool
    evidence: Evidence


@attrs.frozen(kw_only=True)
class Publication:
    """When an article was published, as far as is known (field's term: DCT).

    ``bounds``: earliest and latest day, None for an open side; ``basis``: "stated" by the source, found in the
    "text", "inferred" from clues, or "unknown".
    """

    bounds: tuple[int | None, int | None] = (None, None)
    basis: PublicationBasis = "unknown"
    clues: tuple[Clue, ...] = ()

    @classmethod
    def on(cls, day: int, basis: PublicationBasis = "stated") -> Publication:
        """Publication on one known day."""
        return cls(bounds=(day, day), basis=basis)

    @property
    def day(self) -> int | None:
        """The day, where it is exactly known."""
        first, last = self.bounds
        return first if first == last else None


UNKNOWN_PUBLICATION: Final = Publication()


@attrs.frozen(kw_only=True)
class Article(Shown):
    """One news article: its text, and what the source says of it.

    ``published`` is kept as the source gave it (ISO text, a date, an RFC 822 line ...); ``publication`` is how the
    library understood it, filled in by `read_article` and `build_timeline`. ``id`` may be left empty: it is then
    a digest of the content. ``modified``, the day of the last change as the source gave it, is kept apart
    and dates nothing. ``copy_of`` names the article that this one repeats. ``excerpt_of`` is the SHA-256 of the full
    text where ``text`` holds only the quoted passages, each in its place, and blanks elsewhere.
    """

    text: str
    published: str | dt.date | None = None
    source: str = ""
    title: str = ""
    url: str = ""
    id: str = ""
    publication: Publication = UNKNOWN_PUBLICATION
    copy_of: str | None = None
    excerpt_of: str = ""
    modified: str | dt.date | None = None

    @classmethod
    def from_bytes(
        cls,
        content: bytes,
        *,
        encoding: str,
        published: str | dt.date | None = None,
        source: str = "",
        id: str = "",  # noqa: A002
    ) -> Article:
        """An article whose text is bytes in a known encoding; raises UnicodeDecodeError where it is not."""
        return cls(text=content.decode(encoding), published=published, source=source, id=id)


@attrs.frozen(kw_only=True)
class Anchor:
    """What a relative time counts from.

    ``kind``: the publication day, an explicit "date" or an "event" in the discourse, the "quotation" whose
    statement has a day of its own, or "none"; ``days``: the anchor's own stretch where it is known; ``span``: the
    words that name it.
    """

    kind: AnchorKind
    days: Interval | None = None
    span: Span | None = None


NO_ANCHOR: Final = Anchor(kind="none")


@attrs.frozen(kw_only=True)
class TimeExpression(Shown):
    """A time expression of a text, as TIMEX3 (``type``, ``value``, ``mod``) and as a stretch of days.

    ``interval`` is None where the phrase is no date, or is one that cannot be placed; ``reason`` then says why.
    ``others`` holds further readings that the text leaves open; ``trace`` the steps that led here, where asked for.
    """

    span: Span
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str = ""
    interval: Interval | None = None
    granularity: Granularity | None = None
    edtf: str = ""
    anchor: Anchor = NO_ANCHOR
    rule: str
    reason: str = ""
    meaning: Meaning | None = None
    others: tuple[TimeExpression, ...] = ()
    article: str = ""
    id: str = ""
    trace: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day, both included; None where the phrase has no days."""
        return None if self.interval is None else self.interval.days


@attrs.frozen(kw_only=True)
class Roles:
    """Who takes part in a move, by canonical name ("Hamas", "United States")."""

    agent: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    mediator: tuple[str, ...] = ()
    conduit: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    guarantor: tuple[str, ...] = ()

    def named(self, role: str) -> tuple[str, ...]:
        """The actors in a role of ROLE_NAMES."""
        names: tuple[str, ...] = getattr(self, role)
        return names

    @property
    def actors(self) -> frozenset[str]:
        """Everybody who takes part, in whatever role."""
        return frozenset(name for role in ROLE_NAMES for name in self.named(role))

    @property
    def acting(self) -> frozenset[str]:
        """Those who make the move: agents and parties."""
        return frozenset(self.agent + self.parties)

    def to_json(self) -> dict[str, list[str]]:
        """Every role with its actors, as lists."""
        return {role: list(self.named(role)) for role in ROLE_NAMES}


NOBODY: Final = Roles()


@attrs.frozen(kw_only=True)
class RoleSpan:
    """The words that put an actor into a role ("its prime minister" -> Qatar, agent)."""

    role: str
    name: str
    span: Span


@attrs.frozen(kw_only=True)
class Mention:
    """One move as one sentence tells it.

    ``span`` is the trigger; ``quote`` its words; ``sentence`` the stretch it stands in. ``reported_by`` is the chain
    of sayers, innermost first, empty when the outlet speaks in its own voice. ``bounds`` follow from this article
    alone, and ``bounds_because`` says from which words. ``why`` lists the evidence of type, roles and realis.
    """

    id: str
    article: str
    span: Span | None = None
    quote: str = ""
    sentence: Span | None = None
    type: str
    mode: str = ""
    realis: Realis = "actual"
    reported_by: tuple[str, ...] = ()
    roles: Roles = NOBODY
    role_spans: tuple[RoleSpan, ...] = ()
    venue: str = ""
    round: str = ""
    duration: str = ""
    deadline: str = ""
    quantity: str = ""
    topic: str = ""
    condition: str = ""
    time: str | None = None
    bounds: TimeBounds = OPEN
    bounds_because: tuple[Evidence, ...] = ()
    content: frozenset[str] = frozenset()
    confidence: float = 1.0
    rule: str = ""
    why: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class Event(Shown):
    """One move in the world, as told by one mention or many; ``why`` says of each merge what spoke for it."""

    id: str
    type: str
    realis: Realis = "actual"
    roles: Roles = NOBODY
    venue: str = ""
    round: str = ""
    bounds: TimeBounds = OPEN
    bounds_because: tuple[Evidence, ...] = ()
    mentions: tuple[str, ...] = ()
    independent_sources: int = 0
    confidence: float = 1.0
    why: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class Statement:
    """Something that a source, or a person, says about the time or the relation of events.

    ``kind``: "date" (``source`` lies within ``days``), "gap" (``target`` starts between ``days`` days after
    ``source``), "before", "after", "same", "during" and the other TimeML relations, or a link kind of the ontology
    ("answers": the ``source`` is the later event). ``weight``: how many independent sources say so.

    The truce ended on 1 December 2023:

    >>> Statement(kind="date", source="truce-ends", days=("2023-12-01", "2023-12-01")).days
    (738855, 738855)
    """

    kind: str
    source: str
    target: str = ""
    days: tuple[int | None, int | None] = attrs.field(default=(None, None), converter=_ordinals)
    strength: Strength = "asserted"
    weight: float = 1.0
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class Relation:
    """A link between two events of a timeline.

    For ``before`` the source is the earlier event; for all other kinds ("answers", "ends" ...) the later one.
    """

    id: str
    source: str
    target: str
    kind: str
    strength: Strength
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class Claim:
    """One side of a conflict, with the words that make it."""

    statement: Statement
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class Conflict(Shown):
    """Sources that cannot all be right; every side is kept.

    ``kind``: date, order, role, realis, quantity, place or round; ``status``: "outweighed" where one side has more
    independent sources, else "contested".
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    claims: tuple[Claim, ...]
    status: Status = "contested"


@attrs.frozen(kw_only=True)
class Issue:
    """Something the library could not use, and what to do about it; ``code`` is stable.

    ``place``: where the input stood ("news.jsonl, line 17"), when it came from a file or a list.
    """

    code: str
    message: str
    article: str = ""
    place: str = ""


@attrs.frozen(kw_only=True)
class Settings:
    """What a user may choose about reading: the same for every article of a run.

    ``week_start``: "monday" or "sunday"; ``date_order``: how ``03/04/2025`` reads ("DMY", "MDY", "YMD"), None to
    report it as ambiguous; ``languages``: ISO 639-1 codes of the languages whose dates are read.
    """

    languages: tuple[str, ...] = ("en",)
    week_start: Literal["monday", "sunday"] = "monday"
    date_order: Literal["DMY", "MDY", "YMD"] | None = None

    @property
    def calendar(self) -> Calendar:
        """The calendar settings that time operators need."""
        return Calendar(week_start=7 if self.week_start == "sunday" else 1)


DEFAULT_SETTINGS: Final = Settings()


@attrs.frozen(kw_only=True)
class ArticleReading:
    """All that one article alone tells: the value that is cached, and that the stages across articles read.

    ``sketch`` serves to find copies of the text; ``statements`` are cues between its mentions ("after the talks").
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    sketch: frozenset[int] = frozenset()
    issues: tuple[Issue, ...] = ()
