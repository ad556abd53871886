"""JSON to timelines: everything is checked, and a fault is named with its place (``$.events[3].start``)."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import attrs
import msgspec

from ceasetimeline.codec import rows
from ceasetimeline.codec.ids import content_id
from ceasetimeline.codec.parts import TimelineParts
from ceasetimeline.codec.typed import built, converted, decoded, each, json_only, typed_faults
from ceasetimeline.codec.values import (
    TABLES,
    article_from,
    conflict_from,
    event_from,
    issue_from,
    mention_from,
    relation_from,
    time_from,
)
from ceasetimeline.errors import FormatError
from ceasetimeline.model import Event, Evidence, Mention

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
    with _collector_paused():
        row = _timeline_row(json_only(content))
        return {
            "articles": each("articles", row.articles, article_from),
            "times": each("times", row.times, time_from),
            "mentions": each("mentions", row.mentions, mention_from),
            "events": each("events", row.events, event_from),
            "relations": each("relations", row.relations, relation_from),
            "conflicts": each("conflicts", row.conflicts, conflict_from),
            "issues": each("issues", row.issues, issue_from),
            "settings": row.settings,
            "lexicon": row.lexicon,
        }


def faults_of_json(content: bytes | str) -> tuple[FormatError, ...]:
    """Every fault of a saved timeline, row by row, each with its place; empty for one that can be opened."""
    try:
        with typed_faults():
            table = msgspec.json.decode(json_only(content))
        _check_schema(table)
        converted({**table, **{name: [] for name in TABLES}}, rows.TimelineRow)
    except FormatError as fault:
        return (fault,)
    return tuple(fault for name in TABLES for fault in _faults_of_table(name, table.get(name, [])))


def mentions_from_json(given: bytes | str | Iterable[object]) -> tuple[GivenMention, ...]:
    """Mentions that a user hands in: JSON (a list of rows, or an object with ``mentions``), or rows as dicts.

    Only ``article`` and ``type`` are needed; any type name will do. ``bounds`` that are given are hard (null is an
    open side); where they are left out, `GivenMention.dated` is False and the text is to date the mention.

    >>> [given] = mentions_from_json([{"article": "a1", "type": "talks", "roles": {"parties": ["Israel", "Hamas"]}}])
    >>> given.dated, given.mention.roles.parties
    (False, ('Israel', 'Hamas'))

    Raises FormatError with the place of the first fault.
    """
    table = decoded(json_only(given), Any) if isinstance(given, bytes | str) else list(given)
    if isinstance(table, Mapping):
        table = table.get("mentions")
    found = converted(table, list[rows.GivenMentionRow])
    mentions = each("", found, _given_mention)
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
        one if isinstance(one, Event) else built(f"[{number}]", event_from, converted(one, rows.EventRow))
        for number, one in enumerate(given)
    )


def _given_mention(row: rows.GivenMentionRow) -> GivenMention:
    dated = row.bounds is not None
    row.id = row.id or content_id("m", row.article, row.start, row.end, row.type, row.quote)
    row.bounds = row.bounds or rows.BoundsRow()
    row.rule = row.rule or GIVEN
    mention = mention_from(row)
    if dated and not mention.bounds_because:
        because = Evidence(article=mention.article, span=mention.span, quote=mention.quote, rule=GIVEN)
        mention = attrs.evolve(mention, bounds_because=(because,))
    return GivenMention(mention=mention, dated=dated)


def _timeline_row(content: bytes) -> rows.TimelineRow:
    try:
        row: rows.TimelineRow = decoded(content, rows.TimelineRow)
    except FormatError:
        # Another version's file may fail anywhere: that it is another version is what the user should hear.
        _check_schema(decoded(content, Any))
        raise
    _check_schema({"schema": row.schema})
    return row


def _faults_of_table(name: str, table: object) -> Iterator[FormatError]:
    kind, build = TABLES[name]
    if not isinstance(table, list):
        yield FormatError("a list is needed", path=f"$.{name}")
        return
    for number, row in enumerate(table):
        try:
            built(f".{name}[{number}]", lambda row: build(converted(row, kind)), row)
        except FormatError as fault:
            yield fault


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


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Values that are made here hold no cycles: walking them again and again would take two thirds of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
