"""Linked data: events as JSON-LD (schema.org, PROV-O, OWL-Time) and quotes as W3C web annotations.

Both carry their context inside, so that nothing has to be fetched to read them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote as percent

from ceasetimeline.bounds import TimeBounds, iso
from ceasetimeline.codec import to_json
from ceasetimeline.export.calendars import headline
from ceasetimeline.export.exporters import Exported, ExportOptions
from ceasetimeline.model import ROLE_NAMES, Article, Event, Mention, Relation
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.quotes import Library, link_of

_AROUND: Final = 32
_CONTEXT: Final[dict[str, Any]] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ct": "urn:ceasetimeline:terms:",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "startDate": {"@id": "schema:startDate", "@type": "xsd:date"},
    "endDate": {"@id": "schema:endDate", "@type": "xsd:date"},
    "datePublished": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "location": "schema:location",
    "publisher": "schema:publisher",
    "url": {"@id": "schema:url", "@type": "@id"},
    "before": {"@id": "time:before", "@type": "@id"},
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "value": "prov:value",
    **{
        side: {"@id": f"ct:{side}", "@type": "xsd:date"}
        for side in ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
    },
    **{role: f"ct:{role}" for role in ROLE_NAMES},
    "realis": "ct:realis",
    "eventType": "ct:eventType",
}


def json_ld(timeline: Timeline, options: ExportOptions) -> Exported:
    """Events, quotes and articles as JSON-LD; a date is stated as such only where it is exactly known."""
    del options
    graph = [_event(event) for event in timeline.events]
    graph += [_quote(mention) for mention in timeline.mentions]
    graph += [_article(article) for article in timeline.articles]
    _link(graph, timeline.relations)
    return Exported(to_json({"@context": _CONTEXT, "@graph": graph}) + b"\n")


def web_annotations(timeline: Timeline, options: ExportOptions) -> Exported:
    """The quoted words as W3C web annotations: exact words with those around them, and their place in the text."""
    del options
    library = Library.of(timeline)
    events = {name: event for event in timeline.events for name in event.mentions}
    items = [
        _annotation(mention, events.get(mention.id), library.articles[mention.article])
        for mention in timeline.mentions
        if mention.span is not None and mention.article in library.articles
    ]
    placeless = tuple(mention.id for mention in timeline.mentions if mention.span is None)
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    table = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:ceasetimeline:annotations",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": page,
    }
    return Exported(to_json(table) + b"\n", placeless, "they have no place in a text")


def _event(event: Event) -> dict[str, Any]:
    bounds = event.bounds
    es, ls, ee, le = bounds.sides
    node: dict[str, Any] = {
        "id": _iri("event", event.id),
        "type": ["schema:Event", "prov:Entity", "time:TemporalEntity"],
        "name": headline(event),
        "eventType": event.type,
        "realis": event.realis,
        **_sides(bounds),
        **{role: list(event.roles.named(role)) for role in ROLE_NAMES if event.roles.named(role)},
        "derivedFrom": [_iri("mention", name) for name in event.mentions],
    }
    if es is not None and es == ls:
        node["startDate"] = iso(es)
    if ee is not None and ee == le:
        node["endDate"] = iso(ee)
    return node | ({"location": event.venue} if event.venue else {})


def _sides(bounds: TimeBounds) -> dict[str, str | None]:
    names = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
    return {name: iso(side) for name, side in zip(names, bounds.sides, strict=True) if side is not None}


def _quote(mention: Mention) -> dict[str, Any]:
    return {
        "id": _iri("mention", mention.id),
        "type": ["schema:Quotation", "prov:Entity"],
        "value": mention.quote,
        "quotedFrom": _iri("article", mention.article),
    }


def _article(article: Article) -> dict[str, Any]:
    node: dict[str, Any] = {"id": _iri("article", article.id), "type": ["schema:NewsArticle", "prov:Entity"]}
    fields = {
        "name": article.title,
        "publisher": article.source,
        "datePublished": iso(article.publication.day),
        "url": percent(link_of(article), safe=":/?#[]@!$&'()*+,;=%~"),
    }
    return node | {name: value for name, value in fields.items() if value}


def _link(graph: list[dict[str, Any]], relations: Iterable[Relation]) -> None:
    nodes = {node["id"]: node for node in graph}
    for relation in relations:
        node = nodes.get(_iri("event", relation.source))
        if node is not None:
            name = "before" if relation.kind == "before" else f"ct:{percent(relation.kind, safe='')}"
            target = _iri("event", relation.target)
            node.setdefault(name, []).append(target if name == "before" else {"@id": target})


def _annotation(mention: Mention, event: Event | None, article: Article) -> dict[str, Any]:
    span = mention.span
    assert span is not None
    text = article.text
    bodies: list[dict[str, str]] = [{"type": "TextualBody", "purpose": "tagging", "value": mention.type}]
    if event is not None:
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": headline(event)})
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": _iri("event", event.id)})
    return {
        "id": _iri("mention", mention.id),
        "type": "Annotation",
        "body": bodies,
        "target": {
            "source": link_of(article) or _iri("article", article.id),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[span.start : span.stop],
                    "prefix": text[max(0, span.start - _AROUND) : span.start],
                    "suffix": text[span.stop : span.stop + _AROUND],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.stop},
            ],
        },
    }


def _iri(kind: str, name: str) -> str:
    return f"urn:ceasetimeline:{kind}:{percent(name, safe='', errors='replace')}"
