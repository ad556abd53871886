"""Rows to values: every span, stretch and bound is checked as it is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import msgspec

from ceasetimeline.bounds import OPEN, Interval, TimeBounds, ordinal
from ceasetimeline.codec import rows
from ceasetimeline.codec.operators import meaning_from_row
from ceasetimeline.codec.passages import blacked_out
from ceasetimeline.codec.typed import built, each
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


def article_from(row: rows.ArticleRow) -> Article:
    """An article from its row."""
    kept = [(passage.start, passage.text) for passage in row.passages]
    excerpt = row.text is None
    length = row.text_length if row.text_length is not None else max((at + len(text) for at, text in kept), default=0)
    return Article(
        id=row.id,
        source=row.source,
        title=row.title,
        url=row.url,
        text=built(".passages", lambda found: blacked_out(length, found), kept) if row.text is None else row.text,
        published=_iso(row.published) if row.published_given is msgspec.UNSET else row.published_given,
        modified=row.modified,
        publication=_publication(row),
        copy_of=row.copy_of,
        excerpt_of=row.text_sha256 if excerpt else "",
    )


def _publication(row: rows.ArticleRow) -> Publication:
    bounds, basis = row.published_bounds, row.published_basis
    if bounds == (None, None) and row.published is not None:
        bounds, basis = (row.published, row.published), "stated"
    return Publication(bounds=_ordinals(bounds), basis=basis, clues=tuple(map(_clue, row.clues)))


def time_from(row: rows.TimeRow) -> TimeExpression:
    """A time expression from its row."""
    return TimeExpression(
        id=row.id,
        article=row.article,
        span=built(".start", lambda r: Span(r.start, r.end), row),
        text=row.text,
        type=row.type,
        value=row.value,
        mod=row.mod,
        interval=built(".days", _interval, row.days),
        granularity=row.granularity,
        edtf=row.edtf,
        anchor=built(".anchor", _anchor, row.anchor),
        rule=row.rule,
        reason=row.reason,
        meaning=None if row.meaning is None else built(".meaning", meaning_from_row, row.meaning),
        others=each("others", row.others, time_from),
        trace=tuple(row.trace),
    )


def mention_from(row: rows.MentionRow) -> Mention:
    """A mention from its row."""
    return Mention(
        id=row.id,
        article=row.article,
        span=built(".start", _span, row),
        quote=row.quote or "",
        sentence=None if row.sentence is None else built(".sentence", lambda ends: Span(*ends), row.sentence),
        type=row.type,
        mode=row.mode or "",
        realis=row.realis,
        reported_by=tuple(row.reported_by),
        roles=built(".roles", _roles, row.roles),
        role_spans=built(".role_spans", _role_spans, row.role_spans),
        venue=row.venue or "",
        round=row.round or "",
        duration=row.duration or "",
        deadline=row.deadline or "",
        quantity=row.quantity or "",
        topic=row.topic or "",
        condition=row.condition or "",
        time=row.time,
        bounds=built(".bounds", _bounds, row.bounds),
        bounds_because=each("bounds_because", row.bounds_because, evidence_from),
        content=frozenset(row.content),
        confidence=row.confidence,
        rule=row.rule,
        why=each("why", row.why, evidence_from),
    )


def event_from(row: rows.EventRow) -> Event:
    """An event from its row."""
    return Event(
        id=row.id,
        type=row.type,
        realis=row.realis,
        roles=built(".roles", _roles, row.roles),
        venue=row.venue or "",
        round=row.round or "",
        bounds=built(".bounds", _bounds, row.bounds),
        bounds_because=each("bounds_because", row.bounds_because, evidence_from),
        mentions=tuple(row.mentions),
        independent_sources=row.independent_sources,
        confidence=row.confidence,
        why=each("why", row.why, evidence_from),
    )


def relation_from(row: rows.RelationRow) -> Relation:
    """A relation from its row."""
    return Relation(
        id=row.id,
        source=row.source,
        target=row.target,
        kind=row.kind,
        strength=row.strength,
        evidence=each("evidence", row.evidence, evidence_from),
    )


def conflict_from(row: rows.ConflictRow) -> Conflict:
    """A conflict from its row."""
    return Conflict(
        id=row.id,
        kind=row.kind,
        subjects=tuple(row.subjects),
        claims=each("claims", row.claims, _claim),
        status=row.status,
    )


def _claim(row: rows.ClaimRow) -> Claim:
    return Claim(
        statement=built(".statement", _statement, row.statement),
        evidence=each("evidence", row.evidence, evidence_from),
    )


def _statement(row: rows.StatementRow) -> Statement:
    return Statement(
        kind=row.kind,
        source=row.source,
        target=row.target,
        days=row.days,
        strength=row.strength,
        weight=row.weight,
        evidence=each("evidence", row.evidence, evidence_from),
    )


def issue_from(row: rows.IssueRow) -> Issue:
    """An issue from its row."""
    return Issue(code=row.code, message=row.message, article=row.article or "", place=row.place)


def _clue(row: rows.ClueRow) -> Clue:
    return Clue(bounds=_ordinals(row.bounds), hard=row.hard, evidence=evidence_from(row.evidence))


def evidence_from(row: rows.EvidenceRow) -> Evidence:
    """Evidence from its row."""
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


TABLES: Final[Mapping[str, tuple[Any, Callable[[Any], object]]]] = {
    "articles": (rows.ArticleRow, article_from),
    "times": (rows.TimeRow, time_from),
    "mentions": (rows.MentionRow, mention_from),
    "events": (rows.EventRow, event_from),
    "relations": (rows.RelationRow, relation_from),
    "conflicts": (rows.ConflictRow, conflict_from),
    "issues": (rows.IssueRow, issue_from),
}
"""The type of the rows of each table, and what makes values of them."""
