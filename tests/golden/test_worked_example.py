"""The graph in the worked example is what the shipped sample gives: ``make golden`` writes it anew."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import ceasetimeline
from ceasetimeline import Timeline, build_timeline
from ceasetimeline.bounds import iso, ordinal
from ceasetimeline.model import Event, Mention, Relation

PAGE: Final = Path(__file__).parents[2] / "docs" / "concepts" / "worked-example.md"
SAMPLE: Final = Path(ceasetimeline.__file__).parent / "data" / "samples" / "gaza.jsonl"
FIRST, LAST = ordinal("2024-05-01"), ordinal("2025-01-20")
OPENING, CLOSING = "<!-- graph: written by make golden -->\n", "<!-- end of graph -->"


def graph(timeline: Timeline) -> Iterator[str]:
    """The linked moves of the spell, each with a sentence and with the earlier moves that it is tied to."""
    events = {event.id: event for event in sorted(timeline.events, key=_place) if _is_in_spell(event)}
    mentions = {mention.id: mention for mention in timeline.mentions}
    texts = {article.id: article.text for article in timeline.articles}
    links: dict[str, list[Relation]] = defaultdict(list)
    for relation in timeline.relations:
        if relation.kind != "before" and relation.source in events and relation.target in events:
            links[relation.source].append(relation)
    linked = {name for rows in links.values() for row in rows for name in (row.source, row.target)}
    for event in events.values():
        if event.id in linked:
            yield f"{_line(event)} ({event.independent_sources})"
            told = next(mentions[name] for name in event.mentions if mentions[name].realis == event.realis)
            yield f"    “{_passage(told, texts[told.article])}”"
            for link in sorted(links[event.id], key=lambda link: (link.kind, link.target)):
                yield f"    {'..>' if link.strength == 'likely' else '-->'} {link.kind}: {_line(events[link.target])}"


def _place(event: Event) -> tuple[int, int, str]:
    """Moves stand where they are sure to be over."""
    return event.bounds.latest_end or LAST, event.bounds.earliest_start or 0, event.id


def _passage(mention: Mention, text: str) -> str:
    """The words around a mention, as many as fit in a line."""
    assert mention.span is not None
    assert mention.sentence is not None
    before = " ".join(text[mention.sentence.start : mention.span.start].split())
    after = " ".join(text[mention.span.start : mention.sentence.stop].split())
    if len(before) > 50:
        before = "… " + before[-48:].split(" ", 1)[1]
    return textwrap.shorten(f"{before} {after}".strip(), 104, placeholder=" …")


def _is_in_spell(event: Event) -> bool:
    last = event.bounds.latest_end
    return event.realis == "actual" and last is not None and FIRST <= last <= LAST


def _line(event: Event) -> str:
    first, last = event.bounds.earliest_start, event.bounds.latest_end
    when = f"by {iso(last)}" if first is None else iso(first) if first == last else f"{iso(first)} to {iso(last)}"
    who = " and ".join(event.roles.agent or event.roles.parties or event.roles.mediator) or "somebody"
    return f"{when}  {event.type.replace('_', ' ')} by {who}"


def test_the_worked_example_shows_what_the_sample_gives(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(OPENING)
    _, tail = rest.split(CLOSING)
    rows = "\n".join(graph(build_timeline(SAMPLE)))
    fresh = f"{head}{OPENING}\n```text\n{rows}\n```\n\n{CLOSING}{tail}"
    if request.config.getoption("--rewrite-golden"):
        PAGE.write_text(fresh, encoding="utf-8")
    assert fresh == PAGE.read_text(encoding="utf-8")
