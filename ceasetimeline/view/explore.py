"""The page to explore a timeline with: zoom, lanes, filters, every quote a click away; one file that opens offline.

Source text reaches the page only as escaped markup (`markup.element`) or as JSON that the script shows as text. The
zooming is the work of vis-timeline, shipped in `view/vendor` with its licences.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import Any, Final

import attrs
import msgspec

from ceasetimeline.bounds import iso
from ceasetimeline.model import ROLE_NAMES, Event, Relation
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.bars import axis_days
from ceasetimeline.view.html import (
    article_html,
    conflict_html,
    issue_html,
    quote_html,
    reasons_html,
    section,
    stylesheet,
)
from ceasetimeline.view.markup import Markup, element, joined_markup
from ceasetimeline.view.quotes import Library, Quote, witnesses
from ceasetimeline.view.sequence import reading_order
from ceasetimeline.view.svg import groups_of, legend
from ceasetimeline.view.text import head_words
from ceasetimeline.view.wording import (
    between_words,
    count_words,
    joined,
    printable,
    type_words,
    when_words,
    who_words,
)

REALIS: Final = ("actual", "planned", "conditional", "hypothetical", "demanded", "denied")
LEGEND: Final = (
    ("pale", "some time in these days"),
    ("fading", "no known limit on this side"),
    ("dashed", "planned, demanded, denied …"),
)
# In JSON inside a script element these would end the element, or the line for an old parser.
_UNSAFE: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
_FIT_FOR_ID: Final = re.compile(r"[A-Za-z][\w.-]*")


@attrs.frozen(kw_only=True)
class Entry:
    """One event with all that its row, its details and its mark on the chart need."""

    event: Event
    key: str
    group: str
    quotes: tuple[Quote, ...]
    links: tuple[Relation, ...]
    conflicts: tuple[Markup, ...]
    reasons: Markup | None


def explore(timeline: Timeline, *, title: str = "Timeline") -> str:
    """The whole page: chart, filters, list of events, details, conflicts, articles and issues."""
    entries = entries_of(timeline)
    by_id = {entry.event.id: entry for entry in entries}
    script = f"{_vendored('vis-timeline.min.js')}\n{_asset('explore.js')}"
    main = element(
        "main",
        element("h1", title),
        element("p", head_words(timeline), class_="quiet"),
        _filters(entries),
        element("div", element("div", _chart(timeline), _list(entries)), _details_panel(), class_="desk"),
        section("Sources that disagree", timeline.conflicts, lambda c: conflict_html(c, timeline)),
        section("Articles", timeline.articles, article_html),
        section("What could not be used", timeline.issues, issue_html),
        class_="ceasetimeline explore",
    )
    body = element(
        "body",
        main,
        *(_template(entry, by_id) for entry in entries),
        element("script", Markup(_data(entries, by_id)), type="application/json", id="data"),
        element("script", Markup(script)),
    )
    return f"<!doctype html>\n{element('html', _head(timeline, title, script), body, lang='en')}\n"


def _head(timeline: Timeline, title: str, script: str) -> Markup:
    styles = (_vendored("vis-timeline.min.css"), stylesheet(), _asset("explore.css"), _colours(timeline))
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        *(element("style", Markup(css)) for css in styles),
    )


def entries_of(timeline: Timeline) -> tuple[Entry, ...]:
    """The events with their quotes, links and lanes; ``key`` is fit to be an id of an element."""
    library = Library.of(timeline)
    groups = {event.id: name for name, events in groups_of(timeline.events).items() for event in events}
    owners = {mention: event.id for event in timeline.events for mention in event.mentions}
    links: dict[str, list[Relation]] = defaultdict(list)
    for relation in timeline.relations:
        for name in (relation.source, relation.target) if relation.kind != "before" else ():
            links[name].append(relation)
    disputes: dict[str, list[Markup]] = defaultdict(list)
    for conflict in timeline.conflicts:
        shown = conflict_html(conflict, timeline)
        for name in dict.fromkeys(owners.get(name, name) for name in conflict.subjects):
            disputes[name].append(shown)
    return tuple(
        Entry(
            event=event,
            key=event.id if _FIT_FOR_ID.fullmatch(event.id) else f"event-{number}",
            group=groups[event.id],
            quotes=library.quotes(event),
            links=tuple(links[event.id]),
            conflicts=tuple(disputes[event.id]),
            reasons=reasons_html(event.bounds_because, library),
        )
        for number, event in enumerate(reading_order(timeline.events, timeline.relations))
    )


def _data(entries: Sequence[Entry], by_id: Mapping[str, Entry]) -> str:
    dated = [entry.event for entry in entries if not entry.event.bounds.is_open]
    content = {
        "axis": [iso(day) for day in axis_days(dated)] if dated else [],
        "groups": [[name, type_words(name)] for name in legend([entry.event for entry in entries])],
        "events": [_row_data(entry) for entry in entries],
        "links": sorted(
            {
                (by_id[link.source].key, by_id[link.target].key, type_words(link.kind))
                for entry in entries
                for link in entry.links
                if link.source in by_id and link.target in by_id
            }
        ),
    }
    return msgspec.json.encode(content).decode("utf-8").translate(_UNSAFE)


def _row_data(entry: Entry) -> dict[str, Any]:
    event = entry.event
    es, ls, ee, le = event.bounds.sides
    sure = [iso(ls), iso(ee)] if ls is not None and ee is not None and ls <= ee else None
    what = f"{type_words(event.type)}{'' if event.realis == 'actual' else f' ({event.realis})'}"
    return {
        "key": entry.key,
        "days": [iso(day) for day in (es, ls, ee, le)],
        "sure": sure,
        "group": entry.group,
        "label": " · ".join(filter(None, (what, who_words(event)))),
        "when": when_words(event.bounds),
        "actors": sorted(printable(name) for name in event.roles.actors),
        "first": next((printable(name) for name in event.roles.agent + event.roles.parties), ""),
        "type": printable(event.type),
        "realis": event.realis,
        "sources": sorted(map(printable, witnesses(entry.quotes))),
        "disputed": bool(entry.conflicts),
    }


def _colours(timeline: Timeline) -> str:
    colours = enumerate(legend(timeline.events).values())
    return "\n".join(f".explore .group-{number} {{ --mark: {colour}; }}" for number, colour in colours)


def _filters(entries: Sequence[Entry]) -> Markup:
    events = [entry.event for entry in entries]
    actors = sorted({printable(name) for event in events for name in event.roles.actors})
    types = sorted({printable(event.type) for event in events})
    sources = sorted({printable(name) for entry in entries for name in witnesses(entry.quotes)})
    realis = [name for name in REALIS if any(event.realis == name for event in events)]
    return element(
        "form",
        _choice("actor", "Actor", actors),
        _choice("type", "Move", types, words=type_words),
        _choice("realis", "Stance", realis),
        _choice("source", "Source", sources),
        element("label", "From ", element("input", type="date", name="since")),
        element("label", "To ", element("input", type="date", name="until")),
        element("label", "Find ", element("input", type="search", name="words", autocomplete="off")),
        element("label", element("input", type="checkbox", name="disputed"), " disputed only"),
        element("button", "Reset", type="reset"),
        element("output", count_words(len(entries), "event"), aria_live="polite"),
        class_="filters",
        aria_label="Filters",
    )


def _choice(name: str, label: str, values: Iterable[str], words: Callable[[str], str] = str) -> Markup:
    options = (element("option", words(value), value=value) for value in values)
    return element("label", f"{label} ", element("select", element("option", "all", value=""), *options, name=name))


def _chart(timeline: Timeline) -> Markup:
    buttons = (("in", "+", "zoom in"), ("out", "−", "zoom out"), ("left", "←", "earlier"), ("right", "→", "later"))
    colours = (
        element("li", element("span", class_=f"swatch group-{number}"), type_words(name))
        for number, name in enumerate(legend(timeline.events))
    )
    marks = (element("li", element("span", class_=f"swatch {look}"), words) for look, words in LEGEND)
    lanes = (
        element("option", words, value=value) for value, words in (("group", "kind of move"), ("first", "actor"))
    )
    return element(
        "section",
        element(
            "div",
            element("label", "Lanes ", element("select", *lanes, id="lanes")),
            *(element("button", sign, type="button", data_do=do, aria_label=words) for do, sign, words in buttons),
            element("button", "all", type="button", data_do="fit", aria_label="show all"),
            element("label", element("input", type="checkbox", id="links"), " links"),
            class_="tools",
        ),
        element(
            "div", id="chart", tabindex=0, role="group", aria_label="Chart; arrow keys move, plus and minus zoom"
        ),
        element("ul", *colours, *marks, class_="legend"),
        element("noscript", "The chart needs JavaScript; the list below does not."),
        aria_label="Chart",
    )


def _list(entries: Sequence[Entry]) -> Markup:
    return element("section", element("ol", *map(_row, entries), class_="events"), aria_label="Events", id="list")


def _row(entry: Entry) -> Markup:
    event = entry.event
    realis = element("span", event.realis, class_="realis") if event.realis != "actual" else None
    mark = element("span", "disputed", class_="disputed") if entry.conflicts else None
    counted = count_words(event.independent_sources, "independent source") if event.independent_sources else ""
    move = joined_markup(
        element("button", type_words(event.type), type="button", class_="move", aria_controls="details"),
        *(joined_markup(" ", part) for part in (realis, mark) if part),
        element("div", who_words(event)),
        element("div", counted, class_="quiet"),
    )
    words = quote_html(entry.quotes[0]) if entry.quotes else None
    cells = (when_words(event.bounds), move, words)
    return element("li", *(element("div", cell) for cell in cells), id=entry.key, data_id=event.id)


def _details_panel() -> Markup:
    return element(
        "aside",
        element("button", "×", type="button", class_="close", aria_label="close details"),
        element(
            "div",
            element("p", "Choose a move to see every quote and why it has its date.", class_="quiet"),
            id="details",
        ),
        aria_label="Details",
        aria_live="polite",
        tabindex=-1,
    )


def _template(entry: Entry, by_id: Mapping[str, Entry]) -> Markup:
    event = entry.event
    es, ls, ee, le = event.bounds.sides
    facts = [
        *((name, joined(event.roles.named(name))) for name in ROLE_NAMES if event.roles.named(name)),
        *((name, printable(value)) for name, value in (("venue", event.venue), ("round", event.round)) if value),
        ("stance", event.realis),
        ("first day", between_words(es, ls)),
        ("last day", between_words(ee, le)),
        ("sources", str(event.independent_sources)),
        ("id", printable(event.id)),
    ]
    listed = element("dl", *(joined_markup(element("dt", name), element("dd", value)) for name, value in facts))
    return element(
        "template",
        element("h2", type_words(event.type)),
        element("p", element("strong", when_words(event.bounds))),
        listed,
        element("ul", *_links(entry, by_id)) if entry.links else None,
        *entry.conflicts,
        entry.reasons,
        element("h3", count_words(len(entry.quotes), "article")),
        *map(quote_html, entry.quotes),
        id=f"{entry.key}-details",
    )


def _links(entry: Entry, by_id: Mapping[str, Entry]) -> Iterator[Markup]:
    for link in entry.links:
        own = link.source == entry.event.id
        other = by_id.get(link.target if own else link.source)
        if other is not None:
            event = other.event
            words = f"{type_words(event.type)}, {who_words(event)}, {when_words(event.bounds)}"
            phrase = type_words(link.kind) if own else f"{type_words(link.kind)} this:"
            goal = element("button", words, type="button", class_="goto", data_goto=other.key)
            yield element("li", f"{phrase} ", goal, element("span", f" ({link.strength})", class_="quiet"))


def _policy(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    # vis-timeline writes its own style elements while it loads, so inline styles are let through; scripts are not.
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@functools.cache
def _asset(name: str) -> str:
    return (resources.files("ceasetimeline") / "view" / name).read_text(encoding="utf-8")


@functools.cache
def _vendored(name: str) -> str:
    text = (resources.files("ceasetimeline") / "view" / "vendor" / name).read_text(encoding="utf-8")
    return re.sub(r"(//|/\*)# sourceMappingURL=[^\s*]+( \*/)?\s*$", "", text)
