"""JSON to values: everything is checked, and a fault is named with its place (``$.events[3].start``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeVar

import attrs
import msgspec

from ceasetimeline.bounds import OPEN, Interval, TimeBounds, ordinal
from ceasetimeline.codec import rows
from ceasetimeline.codec.ids import content_id
from ceasetimeline.codec.operators import meaning_from_row
from ceasetimeline.codec.parts import TimelineParts
from ceasetimeline.codec.passages import blacked_out
from ceasetimeline.errors import FormatError, UnknownNameError
from ceasetimeline.model import (
    NO_ANCHOR,
    ROLE_NAMES,
    Anchor,
    Article,
    Claim,
    Clue,
    Conflict,
    Event,
    Evidence,
    Issue,
    Mention,
    Publication,
    Relation,
    Roles,
    RoleSpan,
    Span,
    Statement,
    TimeExpression,
)

Value = TypeVar("Value")
Row = TypeVar("Row")

PICKLE: Final = b"\x80"
GIVEN: Final = "given"


@attrs.frozen(kw_only=True)
class GivenMention:
    """A mention that a user hands in; ``dated`` says whether its bounds were given, and so are hard."""

    mention: Mention
    dated: bool


def timeline_from_json(content: bytes | str) -> TimelineParts:
    """The parts of a saved timeline, as keyword arguments of `Timeline`.

    Raises FormatError with the place of the first fault, or with the version that the file needs.
    """
    row = _timeline_row(_json_only(content))
    return {
        "articles": _each("articles", row.articles, _article),
        "times": _each("times", row.times, _time),
        "mentions": _each("mentions", row.mentions, _mention),
        "events": _each("events", row.events, _event),
        "relations": _each("relations", row.relations, _relation),
        "conflicts": _each("conflicts", row.conflicts, _conflict),
        "issues": _each("issues", row.issues, _issue),
        "settings": row.settings,
        "lexicon": row.lexicon,
    }


def faults_of_json(content: bytes | str) -> tuple[FormatError, ...]:
    """Every fault of a saved timeline, row by row, each with its place; empty for one that can be opened."""
    try:
        with _typed_faults():
            table = msgspec.json.decode(_json_only(content))
        _check_schema(table)
        _converted({**table, **{name: [] for name in _TABLES}}, rows.TimelineRow)
    except FormatError as fault:
        return (fault,)
    return tuple(fault for name in _TABLES for fault in _faults_of_table(name, table.get(name, [])))


def mentions_from_json(given: bytes | str | Iterable[object]) -> tuple[GivenMention, ...]:
    """Mentions that a user hands in: JSON (a list of rows, or an object with ``mentions``), or rows as dicts.

    Only ``article`` and ``type`` are needed; any type name will do. ``bounds`` that are given are hard (null is an
    open side); where they are left out, `GivenMention.dated` is False and the text is to date the mention.

    >>> [given] = mentions_from_json([{"article": "a1", "type": "talks", "roles": {"parties": ["Israel", "Hamas"]}}])
    >>> given.dated, given.mention.roles.parties
    (False, ('Israel', 'Hamas'))

    Raises FormatError with the place of the first fault.
    """
    table = _decoded(_json_only(given), Any) if isinstance(given, bytes | str) else list(given)
    if isinstance(table, Mapping):
        table = table.get("mentions")
    found = _converted(table, list[rows.GivenMentionRow])
    mentions = _each("", found, _given_mention)
    seen: set[str] = set()
    for number, one in enumerate(mentions):
        if one.mention.id in seen:
            raise FormatError(
                f"the id {one.mention.id!r} is used twice; give each mention its own", path=f"$[{number}].id"
            )
        seen.add(one.mention.id)
    return mentions


def events_from_json(given: Iterable[Event | Mapping[str, object]]) -> tuple[Event, ...]:
    """Events that a user coded: values as they are, or rows of the interchange format (``id`` and ``type`` needed).

    Raises FormatError with the place of the first fault.
    """
    return tuple(
        one if isinstance(one, Event) else _built(f"[{number}]", _event, _converted(one, rows.EventRow))
        for number, one in enumerate(given)
    )


def _json_only(content: bytes | str) -> bytes:
    if isinstance(content, str):
        return content.encode("utf-8", "replace")
    if content.startswith(PICKLE):
        raise FormatError("this is a pickle, which is never opened since it can run code; save timelines as JSON")
    return content.removeprefix(b"\xef\xbb\xbf")


def _decoded(content: bytes, kind: Any) -> Any:
    with _typed_faults():
        return msgspec.json.decode(content, type=kind)


def _timeline_row(content: bytes) -> rows.TimelineRow:
    try:
        row: rows.TimelineRow = _decoded(content, rows.TimelineRow)
    except FormatError:
        # Another version's file may fail anywhere: that it is another version is what the user should hear.
        _check_schema(_decoded(content, Any))
        raise
    _check_schema({"schema": row.schema})
    return row


def _faults_of_table(name: str, table: object) -> Iterator[FormatError]:
    kind, build = _TABLES[name]
    if not isinstance(table, list):
        yield FormatError("a list is needed", path=f"$.{name}")
        return
    for number, row in enumerate(table):
        try:
            _built(f".{name}[{number}]", lambda row: build(_converted(row, kind)), row)
        except FormatError as fault:
            yield fault


def _converted(table: object, kind: Any) -> Any:
    with _typed_faults():
        return msgspec.convert(table, kind)


@contextmanager
def _typed_faults() -> Iterator[None]:
    try:
        yield
    except msgspec.ValidationError as fault:
        message, _, place = str(fault).partition(" - at `")
        raise FormatError(message, path=place.rstrip("`") or "$") from None
    except msgspec.DecodeError as fault:
        raise FormatError(f"not JSON: {fault}") from None
    except RecursionError:
        raise FormatError("nested too deeply to be a timeline") from None


def _check_schema(table: object) -> None:
    schema = table.get("schema") if isinstance(table, Mapping) else None
    if schema == rows.SCHEMA:
        return
    if isinstance(schema, str) and schema.startswith("ceasetimeline/"):
        raise FormatError(
            f"the file needs a ceasetimeline that reads {schema}; this one reads {rows.SCHEMA}",
            path="$.schema",
        )
    raise FormatError(f'not a saved timeline: it needs "schema": "{rows.SCHEMA}"', path="$.schema")


def _each(name: str, found: Sequence[Row], build: Callable[[Row], Value]) -> tuple[Value, ...]:
    place = f".{name}" if name else ""
    return tuple(_built(f"{place}[{number}]", build, row) for number, row in enumerate(found))


def _built(step: str, build: Callable[[Row], Value], row: Row) -> Value:
    """What ``build`` makes of a row; a fault inside gets the step of its path put in front."""
    try:
        return build(row)
    except FormatError as fault:
        raise FormatError(fault.message, path=f"${step}{fault.path[1:]}") from None
    except RecursionError:
        raise FormatError("nested too deeply to be a timeline", path=f"${step}") from None
    except (ValueError, TypeError, LookupError) as fault:
        raise FormatError(str(fault), path=f"${step}") from None


def _article(row: rows.ArticleRow) -> Article:
    kept = [(passage.start, passage.text) for passage in row.passages]
    excerpt = row.text is None
    length = row.text_length if row.text_length is not None else max((at + len(text) for at, text in kept), default=0)
    return Article(
        id=row.id,
        source=row.source,
        title=row.title,
        url=row.url,
        text=_built(".passages", lambda found: blacked_out(length, found), kept) if row.text is None else row.text,
        published=_iso(row.published) if row.published_given is msgspec.UNSET else row.published_given,
        publication=_publication(row),
        copy_of=row.copy_of,
        excerpt_of=row.text_sha256 if excerpt else "",
    )


def _publication(row: rows.ArticleRow) -> Publication:
    bounds, basis = row.published_bounds, row.published_basis
    if bounds == (None, None) and row.published is not None:
        bounds, basis = (row.published, row.published), "stated"
    return Publication(bounds=_ordinals(bounds), basis=basis, clues=tuple(map(_clue, row.clues)))


def _time(row: rows.TimeRow) -> TimeExpression:
    return TimeExpression(
        id=row.id,
        article=row.article,
        span=_built(".start", lambda r: Span(r.start, r.end), row),
        text=row.text,
        type=row.type,
        value=row.value,
        mod=row.mod,
        interval=_built(".days", _interval, row.days),
        granularity=row.granularity,
        edtf=row.edtf,
        anchor=_built(".anchor", _anchor, row.anchor),
        rule=row.rule,
        reason=row.reason,
        meaning=None if row.meaning is None else _built(".meaning", meaning_from_row, row.meaning),
        others=_each("others", row.others, _time),
        trace=tuple(row.trace),
    )


def _mention(row: rows.MentionRow) -> Mention:
    return Mention(
        id=row.id,
        article=row.article,
        span=_built(".start", _span, row),
        quote=row.quote or "",
        sentence=None if row.sentence is None else _built(".sentence", lambda ends: Span(*ends), row.sentence),
        type=row.type,
        mode=row.mode or "",
        realis=row.realis,
        reported_by=tuple(row.reported_by),
        roles=_built(".roles", _roles, row.roles),
        role_spans=_built(".role_spans", _role_spans, row.role_spans),
        venue=row.venue or "",
        round=row.round or "",
        duration=row.duration or "",
        deadline=row.deadline or "",
        quantity=row.quantity or "",
        topic=row.topic or "",
        condition=row.condition or "",
        time=row.time,
        bounds=_built(".bounds", _bounds, row.bounds),
        bounds_because=_each("bounds_because", row.bounds_because, _evidence),
        content=frozenset(row.content),
        confidence=row.confidence,
        rule=row.rule,
        why=_each("why", row.why, _evidence),
    )


def _given_mention(row: rows.GivenMentionRow) -> GivenMention:
    dated = row.bounds is not None
    row.id = row.id or content_id("m", row.article, row.start, row.end, row.type, row.quote)
    row.bounds = row.bounds or rows.BoundsRow()
    row.rule = row.rule or GIVEN
    mention = _mention(row)
    if dated and not mention.bounds_because:
        because = Evidence(article=mention.article, span=mention.span, quote=mention.quote, rule=GIVEN)
        mention = attrs.evolve(mention, bounds_because=(because,))
    return GivenMention(mention=mention, dated=dated)


def _event(row: rows.EventRow) -> Event:
    return Event(
        id=row.id,
        type=row.type,
        realis=row.realis,
        roles=_built(".roles", _roles, row.roles),
        venue=row.venue or "",
        round=row.round or "",
        bounds=_built(".bounds", _bounds, row.bounds),
        bounds_because=_each("bounds_because", row.bounds_because, _evidence),
        mentions=tuple(row.mentions),
        independent_sources=row.independent_sources,
        confidence=row.confidence,
        why=_each("why", row.why, _evidence),
    )


def _relation(row: rows.RelationRow) -> Relation:
    return Relation(
        id=row.id,
        source=row.source,
        target=row.target,
        kind=row.kind,
        strength=row.strength,
        evidence=_each("evidence", row.evidence, _evidence),
    )


def _conflict(row: rows.ConflictRow) -> Conflict:
    return Conflict(
        id=row.id,
        kind=row.kind,
        subjects=tuple(row.subjects),
        claims=_each("claims", row.claims, _claim),
        status=row.status,
    )


def _claim(row: rows.ClaimRow) -> Claim:
    return Claim(
        statement=_built(".statement", _statement, row.statement), evidence=_each("evidence", row.evidence, _evidence)
    )


def _statement(row: rows.StatementRow) -> Statement:
    return Statement(
        kind=row.kind,
        source=row.source,
        target=row.target,
        days=row.days,
        strength=row.strength,
        weight=row.weight,
        evidence=_each("evidence", row.evidence, _evidence),
    )


def _issue(row: rows.IssueRow) -> Issue:
    return Issue(code=row.code, message=row.message, article=row.article or "", place=row.place)


def _clue(row: rows.ClueRow) -> Clue:
    return Clue(bounds=_ordinals(row.bounds), hard=row.hard, evidence=_evidence(row.evidence))


def _evidence(row: rows.EvidenceRow) -> Evidence:
    return Evidence(article=row.article, span=_span(row), quote=row.quote, rule=row.rule, note=row.note)


def _span(row: rows.EvidenceRow | rows.AnchorRow | rows.MentionRow) -> Span | None:
    return None if row.start is None or row.end is None else Span(row.start, row.end)


def _anchor(row: rows.AnchorRow) -> Anchor:
    anchor = Anchor(kind=row.kind, days=_interval(row.days), span=_span(row))
    return NO_ANCHOR if anchor == NO_ANCHOR else anchor


def _interval(days: rows.Days | None) -> Interval | None:
    return None if days is None else Interval.of(*days)


def _bounds(row: rows.BoundsRow) -> TimeBounds:
    earliest_start, latest_start = _ordinals(row.start)
    earliest_end, latest_end = _ordinals(row.start if row.end is None else row.end)
    bounds = TimeBounds(
        earliest_start=earliest_start, latest_start=latest_start, earliest_end=earliest_end, latest_end=latest_end
    )
    return OPEN if bounds.is_open else bounds


def _roles(found: Mapping[str, list[str]]) -> Roles:
    _check_roles(found)
    return Roles(**{role: tuple(names) for role, names in found.items()})


def _role_spans(found: Mapping[str, list[rows.RoleSpanRow]]) -> tuple[RoleSpan, ...]:
    _check_roles(found)
    return tuple(
        RoleSpan(role=role, name=one.name, span=Span(one.start, one.end))
        for role, names in found.items()
        for one in names
    )


def _check_roles(found: Iterable[str]) -> None:
    for role in found:
        if role not in ROLE_NAMES:
            raise FormatError(str(UnknownNameError("role", role, ROLE_NAMES)), path=f"$.{role}")


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _ordinals(days: rows.OpenDays) -> tuple[int | None, int | None]:
    low, high = days
    return None if low is None else ordinal(low), None if high is None else ordinal(high)


_TABLES: Final[Mapping[str, tuple[Any, Callable[[Any], object]]]] = {
    "articles": (rows.ArticleRow, _article),
    "times": (rows.TimeRow, _time),
    "mentions": (rows.MentionRow, _mention),
    "events": (rows.EventRow, _event),
    "relations": (rows.RelationRow, _relation),
    "conflicts": (rows.ConflictRow, _conflict),
    "issues": (rows.IssueRow, _issue),
}
