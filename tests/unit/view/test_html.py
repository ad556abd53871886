"""Pages and notebook pieces: whole, escaped, without script."""

from __future__ import annotations

from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import TimeBounds
from ceasetimeline.model import Article, Event, Mention, Publication, Span
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.bars import MOST_ROWS
from ceasetimeline.view.html import (
    article_piece,
    conflict_html,
    event_html,
    page,
    part_html,
    time_html,
    timeline_html,
)
from ceasetimeline.view.markup import Markup, element
from ceasetimeline.view.svg import ticks, timeline_svg

VOID = {"meta", "br", "img"}
OURS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "svg", "defs", "lineargradient",
    "stop", "g", "text", "line", "rect", "table", "thead", "tbody", "tr", "th", "td", "strong", "span", "div",
    "blockquote", "bdi", "mark", "a", "details", "summary", "ul", "li", "section", "img",
}  # fmt: skip
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'`</style></title> & \u202e\x00\ud800=A1 ]]>"


class Reader(HTMLParser):
    """Notes every element and link, and whether all that opens is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    assert not reader.open
    assert reader.names <= OURS
    assert not {name for name in reader.attributes if name.startswith("on")}
    assert all(link.startswith(("https://", "http://", "data:image/svg+xml;base64,")) for link in reader.links)
    return reader


def hostile(text: str) -> Timeline:
    day = Publication.on(739440)
    story = Article(id=text, text=text, source=text, title=text, url=text, publication=day, copy_of=text)
    told = Mention(id="m", article=text, type=text, span=Span(0, 1), sentence=Span(0, len(text)))
    event = Event(id=text, type=text, venue=text, mentions=("m",), bounds=TimeBounds.until(739440))
    return Timeline(articles=(story,), mentions=(told,), events=(event,))


def test_the_page_holds_everything_once(timeline: Timeline) -> None:
    shown = page(timeline, title="Talks & truces")
    words = " ".join(read(shown).words)
    for part in (
        "6 Jul 2025",
        "Hamas to Israel",
        "date unknown",
        "Sources that disagree",
        "no-date",
        "Talks & truces",
    ):
        assert part in words
    assert shown.startswith("<!doctype html>")
    assert shown.count("<mark>rejected</mark>") == 2
    assert "default-src 'none'" in shown.replace("&#x27;", "'")


def test_only_web_addresses_become_links(timeline: Timeline) -> None:
    links = set(read(page(timeline)).links)
    assert links == {"https://example.org/?a=1&b=2"}


@pytest.mark.parametrize("text", [HOSTILE, "javascript:alert(1)", "</main></body></html>", "\u2066\u2028"])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    bad = hostile(text)
    for shown in (
        page(bad, title=text),
        timeline_html(bad),
        event_html(bad.events[0], bad),
        article_piece(bad.articles[0]),
    ):
        read(shown)
        shown.encode("utf-8")


@given(st.text(min_size=1))
def test_any_text_leaves_the_page_whole(text: str) -> None:
    read(page(hostile(text), title=text))


def test_pieces_for_notebooks(timeline: Timeline) -> None:
    assert "data:image/svg+xml;base64," in timeline_html(timeline)
    assert "“Hamas rejected the plan" in "".join(read(event_html(timeline.events[0], timeline)).words)
    assert "6 Jul 2025" in event_html(timeline.events[0])
    assert "on Sunday" in time_html(timeline.times[0])
    assert "counted from the publication 7 Jul 2025" in time_html(timeline.times[0])
    assert "it was 7 Jul 2025" in conflict_html(timeline.conflicts[0], timeline)
    assert "published 7 Jul 2025 (stated)" in article_piece(timeline.articles[0])


def test_every_part_shows_itself_in_a_notebook(timeline: Timeline) -> None:
    parts = (timeline, timeline.events[0], timeline.articles[0], timeline.times[0], timeline.conflicts[0])
    for part in parts:
        assert read(part._repr_html_()).names >= {"div", "style"}
    with pytest.raises(TypeError, match="nothing to show"):
        part_html(3)


def test_an_empty_timeline_has_a_page() -> None:
    read(page(Timeline()))
    read(timeline_html(Timeline()))


def test_markup_is_not_escaped_twice() -> None:
    assert element("p", Markup("<b>x</b>"), "<") == "<p><b>x</b>&lt;</p>"


def test_a_notebook_says_how_many_events_it_leaves_out(timeline: Timeline) -> None:
    many = tuple(attrs.evolve(timeline.events[0], id=f"e{n}", mentions=()) for n in range(70))
    assert "… and 10 events more" in timeline_html(attrs.evolve(timeline, events=many, conflicts=()))


def test_the_picture_says_what_it_leaves_out(timeline: Timeline) -> None:
    assert "1 event without any date not drawn" in timeline_svg(timeline.events)
    assert timeline_svg((Event(id="e", type="t"),)) == ""
    crowd = [Event(id=f"e{n}", type="t", bounds=TimeBounds.until(739440)) for n in range(MOST_ROWS + 3)]
    assert "(+3)" in timeline_svg(crowd)


@given(st.integers(700000, 760000), st.integers(0, 300000))
def test_ticks_are_few_and_within(first: int, length: int) -> None:
    found = ticks(first, first + length)
    assert len(found) <= 10
    assert all(first <= day <= first + length for day, _ in found)


def test_the_timeline_hands_out_both_pages_and_marked_articles(timeline: Timeline) -> None:
    assert "<script" in timeline.to_html(title="Talks")
    assert "<script" not in timeline.to_html(title="Talks", script=False)
    assert "<mark" in timeline.show_times("a1")
