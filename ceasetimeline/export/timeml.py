"""TimeML: one document an article, with TIMEX3, EVENT and TLINK in its text, as one ZIP file of ``.tml`` files."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

import attrs

from ceasetimeline.bounds import iso
from ceasetimeline.codec.passages import excerpt, passages
from ceasetimeline.export.exporters import Exported, ExportOptions, parts_of
from ceasetimeline.export.plain import storable
from ceasetimeline.model import Article, Mention, Relation, Span, TimeExpression
from ceasetimeline.order.query import earlier_and_later
from ceasetimeline.timeline import Timeline

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The date of the files inside the ZIP: a fixed one, so that the same timeline gives the same bytes."""
_UNSAFE: Final = re.compile(r"[^\w.-]")
_MODALITY: Final[Mapping[str, str]] = {
    "planned": "will",
    "conditional": "if",
    "hypothetical": "could",
    "demanded": "must",
}


def timeml(timeline: Timeline, options: ExportOptions) -> Exported:
    """A ZIP of one TimeML document an article.

    Tags do not overlap in TimeML: of expressions that do the first is tagged, the others are told as left out, and so
    is a mention without a place in a text. Mentions of the same words are instances of one EVENT.
    With ``text=False`` a document keeps its quoted sentences, and blanks elsewhere.
    """
    articles = timeline.articles
    if not options.text:
        kept = passages(parts_of(timeline))
        articles = tuple(excerpt(article, kept[article.id]) for article in articles)
    times, mentions = _by_article(timeline.times), _by_article(timeline.mentions)
    events = {name: event.id for event in timeline.events for name in event.mentions}
    file, left_out = io.BytesIO(), [mention.id for mention in timeline.mentions if mention.span is None]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, article in enumerate(articles, start=1):
            found = _apart(article, times[article.id], mentions[article.id])
            left_out += found.left_out
            name = f"{number:06d}-{_UNSAFE.sub('_', article.id)[:60]}.tml"
            content = document(found, events, timeline.relations).encode("utf-8")
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return Exported(file.getvalue(), tuple(left_out), "they have no place in a text, or overlap one that is tagged")


@attrs.frozen
class _Document:
    """An article with the expressions that have a tag: those of one sort may share it, no two tags overlap."""

    article: Article
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    left_out: tuple[str, ...] = ()


def _apart(article: Article, times: Iterable[TimeExpression], mentions: Iterable[Mention]) -> _Document:
    """The expressions of an article that get a tag: of two that overlap the first, else the longer."""
    found = [(time.span, 0, time.id, time) for time in times]
    placed = [(mention.span, 1, mention.id, mention) for mention in mentions if mention.span is not None]
    kept: dict[str, list[Any]] = {"times": [], "mentions": []}
    left_out: list[str] = []
    last, stop = (Span(0, 0), -1), 0
    for span, kind, name, one in sorted([*found, *placed], key=lambda row: (row[0].start, -row[0].stop, *row[1:3])):
        shared = (span, kind) == last and kind == 1
        if span.stop > len(article.text) or (span.start < stop and not shared):
            left_out.append(name)
            continue
        kept["mentions" if kind else "times"].append(one)
        last, stop = (span, kind), span.stop
    return _Document(article, tuple(kept["times"]), tuple(kept["mentions"]), tuple(left_out))


def document(found: _Document, events: Mapping[str, str], relations: Iterable[Relation]) -> str:
    """One article as TimeML; ``events`` gives the event of each mention, ``relations`` become TLINKs."""
    article = found.article
    times = {time.id: f"t{number}" for number, time in enumerate(found.times, start=1)}
    instances = {mention.id: f"ei{number}" for number, mention in enumerate(found.mentions, start=1)}
    named: dict[Span | None, str] = {}
    for mention in found.mentions:
        named.setdefault(mention.span, instances[mention.id].replace("i", "", 1))
    day = article.publication.day
    dct = "" if day is None else _tag("TIMEX3", _dct(iso(day) or ""), iso(day) or "")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<TimeML>",
        f"<DOCID>{_text(article.id)}</DOCID>",
        f"<DCT>{dct}</DCT>",
        f"<TITLE>{_text(article.title)}</TITLE>",
        f"<TEXT>{_marked(found, times, named)}</TEXT>",
        *(_instance(mention, instances[mention.id], named[mention.span]) for mention in found.mentions),
        *_links(found.mentions, times, instances, events, relations),
        "</TimeML>",
    ]
    return "\n".join([*lines, ""])


def _dct(value: str) -> dict[str, str]:
    return {"tid": "t0", "type": "DATE", "value": value, "functionInDocument": "CREATION_TIME"}


def _marked(found: _Document, tids: Mapping[str, str], eids: Mapping[Span | None, str]) -> str:
    """The text with its tags."""
    text = found.article.text
    tags = {time.span: ("TIMEX3", _timex(time, tids[time.id])) for time in found.times}
    for mention in found.mentions:
        if mention.span is not None:
            kind = "REPORTING" if mention.reported_by else "OCCURRENCE"
            tags.setdefault(mention.span, ("EVENT", {"eid": eids[mention.span], "class": kind}))
    pieces, done = [], 0
    for span, (name, attributes) in sorted(tags.items()):
        pieces += [_text(text[done : span.start]), _tag(name, attributes, text[span.start : span.stop])]
        done = span.stop
    return "".join([*pieces, _text(text[done:])])


def _timex(time: TimeExpression, tid: str) -> dict[str, str]:
    found = {"tid": tid, "type": time.type, "value": time.value}
    if time.mod:
        found["mod"] = time.mod
    if time.anchor.kind == "publication":
        found["anchorTimeID"] = "t0"
    return found


def _instance(mention: Mention, instance: str, event: str) -> str:
    fields = {
        "eiid": instance,
        "eventID": event,
        "pos": "OTHER",
        "tense": "FUTURE" if mention.realis == "planned" else "NONE",
        "aspect": "NONE",
        "polarity": "NEG" if mention.realis == "denied" else "POS",
    }
    if mention.realis in _MODALITY:
        fields["modality"] = _MODALITY[mention.realis]
    return f"<MAKEINSTANCE{_attributes(fields)}/>"


def _links(
    mentions: Iterable[Mention],
    times: Mapping[str, str],
    instances: Mapping[str, str],
    events: Mapping[str, str],
    relations: Iterable[Relation],
) -> Iterator[str]:
    """TLINKs from each mention to its time, and between the mentions of events that the timeline orders."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    found: list[dict[str, str]] = []
    for mention in mentions:
        told[events.get(mention.id, "")].append(instances[mention.id])
        if mention.time is not None and mention.time in times:
            found.append(
                {
                    "eventInstanceID": instances[mention.id],
                    "relatedToTime": times[mention.time],
                    "relType": "IS_INCLUDED",
                }
            )
    for relation in relations:
        pair = earlier_and_later(relation)
        if pair is None:
            continue
        found += [
            {"eventInstanceID": one, "relatedToEventInstance": other, "relType": "BEFORE"}
            for one in told.get(pair[0], [])[:1]
            for other in told.get(pair[1], [])[:1]
        ]
    for number, link in enumerate(found, start=1):
        yield f"<TLINK{_attributes({'lid': f'l{number}', **link})}/>"


def _by_article(found: Iterable[TimeExpression | Mention]) -> defaultdict[str, list]:  # type: ignore[type-arg]
    groups: defaultdict[str, list] = defaultdict(list)  # type: ignore[type-arg]
    for one in found:
        groups[one.article].append(one)
    return groups


def _tag(name: str, attributes: Mapping[str, str], inside: str) -> str:
    return f"<{name}{_attributes(attributes)}>{_text(inside)}</{name}>"


def _attributes(found: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(storable(value))}" for name, value in found.items())


def _text(text: str) -> str:
    return escape(storable(text)).replace("\r", "&#13;")
