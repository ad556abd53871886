"""Values to JSON: the same values give the same bytes, one row a line."""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from typing import Any, Final

import msgspec

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, TimeBounds
from ceasetimeline.codec import rows
from ceasetimeline.codec.ids import encodable, text_digest
from ceasetimeline.codec.operators import meaning_row
from ceasetimeline.codec.parts import TimelineParts
from ceasetimeline.codec.passages import passages
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
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
    Relation,
    Span,
    Statement,
    TimeExpression,
)

COUNTS: Final = frozenset({"gap", "lasts"})
"""Kinds of statement whose days are numbers of days, not days of the calendar."""


def timeline_to_json(parts: TimelineParts, *, text: bool = True) -> bytes:
    """The interchange form of a timeline, in UTF-8: the same parts give the same bytes.

    ``text=False`` leaves out the texts of the articles but keeps the sentences and words that the timeline quotes.
    Lone surrogates, which no file can hold, become U+FFFD; offsets stay right.
    """
    kept = passages(parts)
    tables: dict[str, Iterator[object]] = {
        "articles": (article_row(a, kept[a.id], text=text) for a in parts.get("articles", ())),
        "times": map(time_row, parts.get("times", ())),
        "mentions": map(mention_row, parts.get("mentions", ())),
        "events": map(event_row, parts.get("events", ())),
        "relations": map(relation_row, parts.get("relations", ())),
        "conflicts": map(conflict_row, parts.get("conflicts", ())),
        "issues": map(issue_row, parts.get("issues", ())),
    }
    header = {
        "schema": rows.SCHEMA,
        "version": _version(),
        "lexicon": parts.get("lexicon", ""),
        "settings": parts.get("settings", DEFAULT_SETTINGS),
    }
    lines = [f'"{name}": '.encode() + to_json(value) for name, value in header.items()]
    lines += [f'"{name}": '.encode() + _one_a_line(table) for name, table in tables.items()]
    return b"{" + b",\n ".join(lines) + b"}\n"


def to_json(value: object) -> bytes:
    """The JSON of rows, attrs values, lists and dicts, with U+FFFD for lone surrogates."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(value)))


def article_row(article: Article, kept: Sequence[Span] = (), *, text: bool = True) -> rows.ArticleRow:
    """An article as a row: with its text, or with nothing of it but the passages in ``kept``."""
    whole = text and not article.excerpt_of
    ends = [(span.start, min(span.stop, len(article.text))) for span in kept if span.start < len(article.text)]
    day = article.publication.day
    return rows.ArticleRow(
        id=article.id,
        source=article.source,
        title=article.title,
        url=article.url,
        text=article.text if whole else None,
        text_sha256=article.excerpt_of or text_digest(article.text),
        text_length=None if whole else len(article.text),
        passages=[] if whole else [rows.PassageRow(start, article.text[start:end]) for start, end in ends],
        published=_date(day),
        published_given=_as_given(article.published),
        modified=_as_given(article.modified),
        published_bounds=_dates(article.publication.bounds),
        published_basis=article.publication.basis,
        clues=[_clue_row(clue) for clue in article.publication.clues],
        copy_of=article.copy_of,
    )


def _as_given(day: str | dt.date | None) -> str | None:
    return day.isoformat() if isinstance(day, dt.date) else day


def time_row(time: TimeExpression) -> rows.TimeRow:
    """A time expression as a row."""
    return rows.TimeRow(
        id=time.id,
        article=time.article,
        start=time.span.start,
        end=time.span.stop,
        text=time.text,
        type=time.type,
        value=time.value,
        mod=time.mod,
        days=time.days,
        granularity=time.granularity,
        edtf=time.edtf,
        rule=time.rule,
        anchor=_anchor_row(time.anchor),
        reason=time.reason,
        others=[time_row(other) for other in time.others],
        meaning=None if time.meaning is None else meaning_row(time.meaning),
        trace=list(time.trace),
    )


def mention_row(mention: Mention) -> rows.MentionRow:
    """A mention as a row."""
    start, end = _ends(mention.span)
    return rows.MentionRow(
        id=mention.id,
        article=mention.article,
        type=mention.type,
        start=start,
        end=end,
        quote=None if mention.span is None and not mention.quote else mention.quote,
        sentence=None if mention.sentence is None else (mention.sentence.start, mention.sentence.stop),
        mode=mention.mode or None,
        realis=mention.realis,
        reported_by=list(mention.reported_by),
        roles=mention.roles.to_json(),
        role_spans=_role_spans(mention),
        venue=mention.venue or None,
        round=mention.round or None,
        duration=mention.duration or None,
        deadline=mention.deadline or None,
        quantity=mention.quantity or None,
        topic=mention.topic or None,
        condition=mention.condition or None,
        time=mention.time,
        bounds=_bounds_row(mention.bounds),
        bounds_because=_evidence_rows(mention.bounds_because),
        content=sorted(mention.content),
        confidence=mention.confidence,
        rule=mention.rule,
        why=_evidence_rows(mention.why),
    )


def event_row(event: Event) -> rows.EventRow:
    """An event as a row."""
    return rows.EventRow(
        id=event.id,
        type=event.type,
        realis=event.realis,
        roles=event.roles.to_json(),
        venue=event.venue or None,
        round=event.round or None,
        bounds=_bounds_row(event.bounds),
        bounds_because=_evidence_rows(event.bounds_because),
        mentions=list(event.mentions),
        independent_sources=event.independent_sources,
        confidence=event.confidence,
        why=_evidence_rows(event.why),
    )


def relation_row(relation: Relation) -> rows.RelationRow:
    """A relation as a row."""
    return rows.RelationRow(
        id=relation.id,
        source=relation.source,
        target=relation.target,
        kind=relation.kind,
        strength=relation.strength,
        evidence=_evidence_rows(relation.evidence),
    )


def conflict_row(conflict: Conflict) -> rows.ConflictRow:
    """A conflict as a row."""
    return rows.ConflictRow(
        id=conflict.id,
        kind=conflict.kind,
        subjects=list(conflict.subjects),
        claims=[_claim_row(claim) for claim in conflict.claims],
        status=conflict.status,
    )


def issue_row(issue: Issue) -> rows.IssueRow:
    """An issue as a row."""
    return rows.IssueRow(code=issue.code, article=issue.article or None, message=issue.message, place=issue.place)


@functools.cache
def _version() -> str:
    return metadata.version("ceasetimeline")


def _one_a_line(table: Iterable[object]) -> bytes:
    lines = b",\n  ".join(map(to_json, table))
    return b"[\n  " + lines + b"]" if lines else b"[]"


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    if isinstance(value, dict):
        return {_encodable(name): _encodable(item) for name, item in value.items()}
    return value


def _date(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)


def _dates(days: tuple[int | None, int | None]) -> rows.OpenDays:
    return _date(days[0]), _date(days[1])


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.stop)


def _evidence_row(evidence: Evidence) -> rows.EvidenceRow:
    start, end = _ends(evidence.span)
    return rows.EvidenceRow(evidence.article, start, end, evidence.quote, evidence.rule, evidence.note)


def _evidence_rows(evidence: Iterable[Evidence]) -> list[rows.EvidenceRow]:
    return [_evidence_row(one) for one in evidence]


def _clue_row(clue: Clue) -> rows.ClueRow:
    return rows.ClueRow(_dates(clue.bounds), clue.hard, _evidence_row(clue.evidence))


def _anchor_row(anchor: Anchor) -> rows.AnchorRow:
    start, end = _ends(anchor.span)
    return rows.AnchorRow(anchor.kind, None if anchor.days is None else anchor.days.days, start, end)


def _bounds_row(bounds: TimeBounds) -> rows.BoundsRow:
    es, ls, ee, le = map(_date, bounds.sides)
    return rows.BoundsRow((es, ls), (ee, le))


def _role_spans(mention: Mention) -> dict[str, list[rows.RoleSpanRow]]:
    found: dict[str, list[rows.RoleSpanRow]] = defaultdict(list)
    for one in sorted(mention.role_spans, key=lambda one: ROLE_NAMES.index(one.role)):
        found[one.role].append(rows.RoleSpanRow(one.name, one.span.start, one.span.stop))
    return dict(found)


def _claim_row(claim: Claim) -> rows.ClaimRow:
    return rows.ClaimRow(_statement_row(claim.statement), _evidence_rows(claim.evidence))


def _statement_row(statement: Statement) -> rows.StatementRow:
    calendar = statement.kind not in COUNTS
    low, high = (
        _date(day) if calendar and day is not None and FIRST_DAY <= day <= LAST_DAY else day for day in statement.days
    )
    return rows.StatementRow(
        kind=statement.kind,
        source=statement.source,
        target=statement.target,
        days=(low, high),
        strength=statement.strength,
        weight=statement.weight,
        evidence=_evidence_rows(statement.evidence),
    )
