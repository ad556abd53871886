"""Whether a file can be used: every fault at once, each with its place, in article files and saved timelines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from ceasetimeline.codec import TimelineParts, faults_of_json, timeline_from_json
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Evidence, Mention, Settings, Span
from ceasetimeline.readers import accept_articles
from ceasetimeline.readers.files import read_bytes
from ceasetimeline.timex.publication import read_publication

SCHEMA_KEY: Final = b'"schema"'


@attrs.frozen
class Fault:
    """What is wrong, where it stands, and its stable name."""

    place: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.code}]"


def faults_of(path: str | Path, settings: Settings = DEFAULT_SETTINGS) -> tuple[Fault, ...]:
    """All faults of a file of articles or of a saved timeline; empty for one that can be used whole.

    Raises InputError for a file that cannot be read at all.
    """
    path = Path(path)
    if path.suffix.lower() == ".json":
        content = read_bytes(path)
        if SCHEMA_KEY in content[:4096] and _is_timeline(content):
            return tuple(timeline_faults(content, path.name))
    return tuple(article_faults(path, settings))


def article_faults(path: Path, settings: Settings) -> Iterator[Fault]:
    """What of a file of articles cannot be used, and publication dates that cannot be read."""
    articles, issues = accept_articles(path, settings)
    for issue in issues:
        yield Fault(issue.place or issue.article, issue.code, issue.message)
    for article in articles:
        _, found = read_publication(article.published, text=article.text, url=article.url, settings=settings)
        for issue in found:
            yield Fault(f"{path.name}, article {article.id}", issue.code, issue.message)
    if not articles:
        yield Fault(path.name, "no-articles", "holds no article that can be used")


def timeline_faults(content: bytes, name: str) -> Iterator[Fault]:
    """Every row that does not fit, and then every reference and quote that leads nowhere."""
    faults = faults_of_json(content)
    yield from (Fault(f"{name}: {fault.path}", "format", fault.message) for fault in faults)
    if not faults:
        parts = timeline_from_json(content)
        yield from (Fault(f"{name}: {place}", code, message) for place, code, message in _loose_ends(parts))


def _is_timeline(content: bytes) -> bool:
    try:
        table = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(table, dict) and str(table.get("schema", "")).startswith("ceasetimeline/")


def _loose_ends(parts: TimelineParts) -> Iterator[tuple[str, str, str]]:
    articles = {article.id: article for article in parts["articles"]}
    mentions = {mention.id for mention in parts["mentions"]}
    events = {event.id for event in parts["events"]}
    for table in ("articles", "times", "mentions", "events", "relations", "conflicts"):
        yield from _repeated(table, [part.id for part in parts[table]])
    for number, mention in enumerate(parts["mentions"]):
        yield from _of_mention(f"$.mentions[{number}]", mention, articles)
    for number, time in enumerate(parts["times"]):
        yield from _quoted(f"$.times[{number}]", time.article, time.span, time.text, articles)
    for number, event in enumerate(parts["events"]):
        for name in event.mentions:
            if name not in mentions:
                yield f"$.events[{number}].mentions", "unknown-id", f"no mention is called {name!r}"
    for number, relation in enumerate(parts["relations"]):
        for end in ("source", "target"):
            if getattr(relation, end) not in events:
                yield f"$.relations[{number}].{end}", "unknown-id", f"no event is called {getattr(relation, end)!r}"
        yield from _cited(f"$.relations[{number}].evidence", relation.evidence, articles)


def _of_mention(place: str, mention: Mention, articles: dict[str, Article]) -> Iterator[tuple[str, str, str]]:
    if mention.article not in articles:
        yield f"{place}.article", "unknown-id", f"no article is called {mention.article!r}"
    if mention.span is not None:
        yield from _quoted(place, mention.article, mention.span, mention.quote, articles)
    yield from _cited(f"{place}.bounds_because", mention.bounds_because, articles)


def _cited(place: str, cited: Iterable[Evidence], articles: dict[str, Article]) -> Iterator[tuple[str, str, str]]:
    for number, evidence in enumerate(cited):
        if evidence.span is not None and evidence.quote:
            yield from _quoted(f"{place}[{number}]", evidence.article, evidence.span, evidence.quote, articles)


def _quoted(
    place: str, name: str, span: Span, quote: str, articles: dict[str, Article]
) -> Iterator[tuple[str, str, str]]:
    article = articles.get(name)
    if article is not None and article.text[span.start : span.stop] != quote:
        found = article.text[span.start : span.stop][:40]
        yield place, "quote", f"the text has {found!r} at {span.start}–{span.stop}, not {quote[:40]!r}"


def _repeated(table: str, ids: list[str]) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for number, name in enumerate(ids):
        if name in seen:
            yield f"$.{table}[{number}].id", "duplicate-id", f"the id {name!r} is used twice"
        seen.add(name)
