"""What the terminal shows."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.model import Article, Claim, Event, Mention, Publication, Span, Statement
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.quotes import Library, link_of
from ceasetimeline.view.text import claim_words, render, render_explanation
from ceasetimeline.view.wording import printable

STEERING = {*map(chr, range(9)), *map(chr, range(0x0E, 0x20)), "\x7f", "\u202e", "\u2066", "\u200f", "\ud800"}


def test_every_event_stands_with_its_date_its_actors_and_its_words(timeline: Timeline) -> None:
    shown = render(timeline)
    assert "6 Jul 2025" in shown
    assert "rejection · Hamas to Israel, mediated by Qatar · 1 source" in shown
    assert "7 Jul 2025 or later" in shown
    assert "talks (planned)" in shown
    assert "date unknown" in shown
    assert "entry into force" in shown
    assert "Hamas rejected the plan on Sunday." in shown
    assert "Source of a1, 7 Jul 2025" in shown


def test_a_conflict_shows_both_sides_with_their_words(timeline: Timeline) -> None:
    shown = render(timeline).split("Sources that disagree")[1]
    assert "date, contested" in shown
    assert "it was 6 Jul 2025" in shown
    assert "it was 7 Jul 2025" in shown
    assert "Source of a1" in shown
    assert "Source of a2" in shown


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (Statement(kind="end_date", source="e1", days=("2025-07-06", "2025-07-08")), "it ended 6–8 Jul 2025"),
        (Statement(kind="lasts", source="e1", days=(12, 12)), "it lasted 12 days"),
        (
            Statement(kind="gap", source="e1", target="e2", days=(1, None)),
            "talks came at least 1 day after rejection",
        ),
        (Statement(kind="realis", source="e1", target="rejection denied"), "told as rejection denied"),
        (Statement(kind="place", source="e1", target="Doha"), "it was in Doha"),
        (
            Statement(kind="before", source="e1", target="e2"),
            "rejection by Hamas to Israel, mediated by Qatar before talks",
        ),
    ],
)
def test_each_kind_of_claim_has_its_words(timeline: Timeline, statement: Statement, words: str) -> None:
    events = {event.id: event for event in timeline.events}
    assert claim_words(Claim(statement=statement), events).startswith(words)


def test_issues_say_where_and_what_to_do(timeline: Timeline) -> None:
    assert "no-date: no date was given; pass `published` (a9)" in render(timeline)


def test_the_number_of_quotes_is_the_users_choice(timeline: Timeline) -> None:
    assert "… and 1 more article" in render(timeline, quotes=1)
    assert "“" not in render(attrs.evolve(timeline, conflicts=()), quotes=0)


def test_an_empty_timeline_is_told_in_one_line() -> None:
    assert render(Timeline()) == "0 events, from 0 articles, 0 conflicts\n"


def test_an_explanation_shows_phrase_rule_and_source(timeline: Timeline) -> None:
    shown = render_explanation(timeline.explain("e1"))
    assert "“on Sunday”" in shown
    assert "[weekday]" in shown
    assert "Source of a1, 2025-07-07" in shown


def test_originals_are_quoted_before_copies(timeline: Timeline) -> None:
    quotes = Library.of(timeline).quotes(timeline.events[0])
    assert [quote.article.id for quote in quotes if quote.article] == ["a1", "a2"]


def test_only_web_addresses_are_links(timeline: Timeline) -> None:
    assert [link_of(article) for article in timeline.articles] == ["https://example.org/?a=1&b=2", ""]
    assert link_of(Article(text="", url="http://[")) == ""
    assert link_of(Article(text="", url=" javascript:alert(1)")) == ""


@given(st.text())
def test_printable_text_is_one_line_without_steering_characters(text: str) -> None:
    shown = printable(text)
    assert not STEERING & set(shown)
    assert len(shown.splitlines()) <= 1


@given(st.text(min_size=1), st.integers(60, 200))
def test_no_text_breaks_out_of_the_width_or_steers_the_terminal(text: str, width: int) -> None:
    story = Article(id="a", text=text, source=text, title=text, publication=Publication.on(739440))
    told = Mention(id="m", article="a", type=text, span=Span(0, 1), sentence=Span(0, len(text)))
    shown = render(
        Timeline(articles=(story,), mentions=(told,), events=(Event(id="e", type=text, mentions=("m",)),)),
        width=width,
    )
    assert not (STEERING - {"\n"}) & set(shown)
    assert all(len(line) <= width for line in shown.split("\n"))


@given(st.integers(0, 3000))
def test_a_long_sentence_is_cut_around_the_telling_words(before: int) -> None:
    text = "x" * before + "rejected" + "y" * 3000
    story = Article(id="a", text=text)
    told = Mention(id="m", article="a", type="t", span=Span(before, before + 8), sentence=Span(0, len(text)))
    event = Event(id="e", type="t", mentions=("m",))
    (quote,) = Library.of(Timeline(articles=(story,), mentions=(told,), events=(event,))).quotes(event)
    assert quote.parts[1] == "rejected"
    assert len(quote.words) < 500
