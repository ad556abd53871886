"""Undated articles get a publication interval from clues, dated events and the other articles."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import Interval, TimeBounds, iso, ordinal
from ceasetimeline.errors import InputError
from ceasetimeline.lexicon import Kin, Lexicon
from ceasetimeline.linking.syndication import sketch
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    UNKNOWN_PUBLICATION,
    Article,
    ArticleReading,
    Clue,
    Evidence,
    Mention,
    Publication,
    Realis,
    Roles,
    Span,
)
from ceasetimeline.order.publication import WINDOW, date_undated, known_event, weigh
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times
from ceasetimeline.timex.clues import EVERY_DAY, Hint, clues_of

WAR = {"names": ["the nine-day war"], "start": "2019-03-04", "end": "2019-03-12"}
LEXICON = Lexicon(kins=(Kin(name="talks", types=("talks", "meeting")),))


def read(name: str, text: str, published: str | None = None) -> ArticleReading:
    publication = Publication.on(ordinal(published)) if published else UNKNOWN_PUBLICATION
    article = Article(text=text, id=name, publication=publication)
    sentences = split_sentences(text)
    times = read_times(article, sentences, LEXICON, DEFAULT_SETTINGS)
    return ArticleReading(article=article, sentences=sentences, times=times)


def with_mention(
    reading: ArticleReading,
    trigger: str,
    parties: tuple[str, ...],
    *,
    kind: str = "talks",
    realis: Realis = "actual",
    days: tuple[str, str] | None = None,
    venue: str = "",
) -> ArticleReading:
    """The reading with one more mention; it hangs on the first time of the text where it has no days."""
    start = reading.article.text.index(trigger)
    mention = Mention(
        id=f"{reading.article.id}-{trigger}",
        article=reading.article.id,
        span=Span(start, start + len(trigger)),
        quote=trigger,
        type=kind,
        realis=realis,
        roles=Roles(parties=parties),
        venue=venue,
        time=reading.times[0].id if reading.times else None,
        bounds=TimeBounds.within(Interval.of(*days)) if days else TimeBounds(),
    )
    return attrs.evolve(reading, mentions=(*reading.mentions, mention))


def bounds(reading: ArticleReading) -> tuple[str | None, str | None]:
    first, last = reading.article.publication.bounds
    return iso(first), iso(last)


def test_a_dated_article_is_left_as_it_is() -> None:
    reading = read("a", "The nine-day war ended.", "2019-04-02")
    assert date_undated([reading], [WAR], lexicon=LEXICON) == (reading,)


def test_no_clue_no_date() -> None:
    (reading,) = date_undated([read("a", "The envoys met on Sunday.")], lexicon=LEXICON)
    assert (bounds(reading), reading.article.publication.basis) == ((None, None), "unknown")


def test_clues_are_laid_over_one_another_and_listed() -> None:
    text = "The calm follows last month's nine-day war. The blockade dates from 2017."
    (reading,) = date_undated([read("a", text)], [WAR], lexicon=LEXICON)
    publication = reading.article.publication
    assert (bounds(reading), publication.basis) == (("2019-04-01", "2019-04-30"), "inferred")
    assert [clue.evidence.rule for clue in publication.clues] == ["dated-by-event", "named-event"]


def test_page_furniture_gives_no_clue() -> None:
    reading = read("a", "The calm follows last month's nine-day war. It was updated on 3 May 2024.")
    furnished = attrs.evolve(reading, boilerplate=(reading.sentences[-1],))
    assert bounds(date_undated([furnished], [WAR], lexicon=LEXICON)[0]) == ("2019-04-01", "2019-04-30")
    assert "past-date" in [hint.clue.evidence.rule for hint in clues_of(reading.article, (), reading.times)]


def test_relative_times_are_placed_again() -> None:
    text = "The calm follows last month's nine-day war. Both sides want a text this year."
    (reading,) = date_undated([read("a", text)], [WAR], lexicon=LEXICON)
    assert [time.days for time in reading.times if time.text == "this year"] == [
        (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    ]


def test_soft_never_overrules_hard_and_stays_listed() -> None:
    text = "The calm follows last month's nine-day war. The war, in its fifth year, began on 4 March 2010."
    (reading,) = date_undated([read("a", text)], [WAR], lexicon=LEXICON)
    assert bounds(reading) == ("2019-04-01", "2019-04-30")
    (aside,) = (clue for clue in reading.article.publication.clues if "set aside" in clue.evidence.note)
    assert (aside.hard, aside.evidence.rule) == (False, "age-of-conflict")


def test_hard_clues_that_disagree_are_both_shown() -> None:
    text = "The calm follows last month's nine-day war. The governor was removed on 9 May 2024."
    (reading,) = date_undated([read("a", text)], [WAR], lexicon=LEXICON)
    clues = reading.article.publication.clues
    assert bounds(reading) == ("2019-04-01", "2019-04-30")
    assert [clue.evidence.rule for clue in clues if "set aside" in clue.evidence.note] == ["past-date"]


STORY = (
    "Envoys of Northland and Southland spent nine hours in Lakeside without agreeing on the 14 border posts. "
    "The minister of roads said 230 prisoners could go home within a month if the guns stay silent. "
    "Southland asked for observers from the League of Harbours, and the mediator promised an answer."
)


def test_a_version_of_a_dated_text_was_published_within_days() -> None:
    copy, original = (
        attrs.evolve(read(name, STORY + more, published), sketch=sketch(STORY + more))
        for name, more, published in (("a", " The road is open.", None), ("b", "", "2019-04-13"))
    )
    found, _ = date_undated([copy, original], lexicon=LEXICON)
    assert bounds(found) == ("2019-04-11", "2019-04-15")
    (clue,) = found.article.publication.clues
    assert (clue.hard, clue.evidence.rule) == (False, "version-of")
    other = attrs.evolve(original, sketch=sketch("Something else. " * 9))
    assert bounds(date_undated([copy, other], lexicon=LEXICON)[0]) == (None, None)


def test_a_session_that_another_article_dates_narrows_the_day() -> None:
    sides = ("North", "South")
    undated = with_mention(
        read("a", "Both sides talked on Sunday. The calm follows last month's nine-day war."), "talked", sides
    )
    dated = with_mention(
        read("b", "Both sides will talk tomorrow.", "2019-04-13"),
        "talk",
        sides,
        realis="planned",
        days=("2019-04-14", "2019-04-14"),
    )
    for readings in ([undated, dated], [dated, undated]):
        found = {reading.article.id: reading for reading in date_undated(readings, [WAR], lexicon=LEXICON)}
        assert bounds(found["a"]) == ("2019-04-14", "2019-04-20")
        assert found["b"] == dated
        (clue,) = (one for one in found["a"].article.publication.clues if one.evidence.rule == "dated-elsewhere")
        assert not clue.hard
        assert "in article b" in clue.evidence.note


def test_a_visit_still_ahead_closes_the_stretch() -> None:
    undated = with_mention(
        read("a", "The calm follows last month's nine-day war. The president's visit is awaited."),
        "visit",
        ("North", "South"),
        realis="planned",
    )
    undated = attrs.evolve(undated, mentions=(attrs.evolve(undated.mentions[0], time=None),))
    dated = with_mention(
        read("b", "The two presidents meet on Monday.", "2019-04-05"),
        "meet",
        ("North", "South"),
        kind="meeting",
        realis="planned",
        days=("2019-04-08", "2019-04-08"),
    )
    found, _ = date_undated([undated, dated], [WAR], lexicon=LEXICON)
    assert bounds(found) == ("2019-04-01", "2019-04-09")


@pytest.mark.parametrize(
    ("parties", "kind", "venue"),
    [(("North", "East"), "talks", ""), (("North", "South"), "truce", ""), (("North", "South"), "talks", "Elsewhere")],
)
def test_other_actors_types_or_venues_are_no_clue(parties: tuple[str, ...], kind: str, venue: str) -> None:
    undated = with_mention(
        read("a", "Both sides talked on Sunday. The calm follows last month's nine-day war."),
        "talked",
        ("North", "South"),
        venue="Here",
    )
    dated = with_mention(
        read("b", "They talked.", "2019-04-15"), "talked", parties, kind=kind, days=("2019-04-14",) * 2, venue=venue
    )
    found, _ = date_undated([undated, dated], [WAR], lexicon=LEXICON)
    assert bounds(found) == ("2019-04-01", "2019-04-30")


def test_mentions_are_attached_again_where_the_interval_moved() -> None:
    seen: list[str] = []

    def reread(reading: ArticleReading) -> ArticleReading:
        seen.append(reading.article.id)
        return reading

    plain, dated = read("a", "It follows last month's nine-day war."), read("b", "They met.", "2019-04-02")
    date_undated([plain, dated], [WAR], lexicon=LEXICON, reread=reread)
    assert seen == ["a"]


@pytest.mark.parametrize(
    "row",
    [
        {"names": ["x"], "start": "2019-13-01", "end": "2019-03-12"},
        {"names": ["x"], "start": "2019-03-12", "end": "2019-03-04"},
        {"names": [], "start": "2019-03-04", "end": "2019-03-12"},
        {"names": [" "], "start": "2019-03-04", "end": "2019-03-12"},
        {"start": "2019-03-04"},
        "the nine-day war",
    ],
)
def test_a_known_event_that_cannot_be_read_is_refused(row: Any) -> None:
    with pytest.raises(InputError, match="known event"):
        known_event(row)


def test_a_known_event_of_one_day_needs_no_end() -> None:
    assert known_event({"names": ["the pact"], "start": "2019-03-04"}).end == dt.date(2019, 3, 4)


def hint(low: int | None, high: int | None, *, hard: bool, weekdays: frozenset[int] = EVERY_DAY) -> Hint:
    evidence = Evidence(article="a", rule="test", quote=f"{low} {high}")
    return Hint(clue=Clue(bounds=(low, high), hard=hard, evidence=evidence), weekdays=weekdays)


def sides(low: int | None, width: int | None) -> tuple[int | None, int | None]:
    return low, None if low is None or width is None else low + width


HINTS = st.builds(
    lambda pair, hard, weekdays: hint(*pair, hard=hard, weekdays=weekdays if pair == (None, None) else EVERY_DAY),
    st.builds(sides, st.none() | st.integers(730_000, 730_400), st.none() | st.integers(0, 200)),
    st.booleans(),
    st.frozensets(st.integers(1, 7), min_size=1),
)


@given(st.lists(HINTS, max_size=6), st.randoms(use_true_random=False))
def test_weighing_keeps_every_clue_and_does_not_depend_on_order(found: list[Hint], random: Any) -> None:
    publication = weigh(found, UNKNOWN_PUBLICATION)
    shuffled = list(found)
    random.shuffle(shuffled)
    assert weigh(shuffled, UNKNOWN_PUBLICATION) == publication
    assert len(publication.clues) == len(found)
    low, high = publication.bounds
    assert low is None or high is None or low <= high


@given(st.lists(HINTS, max_size=6), HINTS)
def test_a_soft_clue_never_moves_out_of_what_hard_ones_leave(found: list[Hint], soft: Hint) -> None:
    hard = [attrs.evolve(one, clue=attrs.evolve(one.clue, hard=True)) for one in found]
    soft = attrs.evolve(soft, clue=attrs.evolve(soft.clue, hard=False))
    wide, tight = (weigh(hints, UNKNOWN_PUBLICATION).bounds for hints in (hard, [*hard, soft]))
    assert wide[0] is None or (tight[0] is not None and tight[0] >= wide[0])
    assert wide[1] is None or (tight[1] is not None and tight[1] <= wide[1])


@given(
    st.integers(730_000, 730_400), st.lists(st.tuples(st.none() | st.integers(0, 90), st.none() | st.integers(0, 90)))
)
def test_clues_that_agree_leave_open_what_all_of_them_do(
    day: int, widths: list[tuple[int | None, int | None]]
) -> None:
    stretches = [
        (None if before is None else day - before, None if after is None else day + after) for before, after in widths
    ]
    publication = weigh([hint(low, high, hard=True) for low, high in stretches], UNKNOWN_PUBLICATION)
    lows = [low for low, _ in stretches if low is not None]
    highs = [high for _, high in stretches if high is not None]
    assert publication.bounds == (max(lows, default=None), min(highs, default=None))
    assert not any("set aside" in clue.evidence.note for clue in publication.clues)


DAY = ordinal("2019-04-14")


@pytest.mark.parametrize(
    ("surer", "other"),
    [
        ((DAY, DAY + 3), (DAY + 10, DAY + 10)),  # a hard clue before a narrower one
        ((DAY, DAY + 1), (DAY - 20, DAY - 2)),
        ((DAY, DAY + 9), (None, DAY - 1)),  # one with both sides before one with an open side
        ((DAY, DAY + 9), (DAY + 10, None)),
    ],
)
def test_the_surer_of_two_clues_that_disagree_is_kept(surer: Any, other: Any) -> None:
    hard = surer[1] - surer[0] == 3
    found = [hint(*surer, hard=hard), hint(*other, hard=False)]
    for hints in (found, found[::-1]):
        publication = weigh(hints, UNKNOWN_PUBLICATION)
        assert publication.bounds == surer
        (aside,) = (clue for clue in publication.clues if clue.evidence.note)
        assert aside.bounds == other
        days = " to ".join(iso(day) or "" for day in surer)
        assert aside.evidence.note == f"set aside: it disagrees with {days}, which other clues give"


def test_a_clue_set_aside_tells_which_side_others_leave_open() -> None:
    publication = weigh([hint(DAY, None, hard=True), hint(None, DAY - 1, hard=False)], UNKNOWN_PUBLICATION)
    notes = [clue.evidence.note for clue in publication.clues]
    assert "set aside: it disagrees with 2019-04-14 to open, which other clues give" in notes


def test_clues_are_listed_as_the_text_has_them_those_of_no_place_first() -> None:
    places = (None, Span(0, 2), Span(0, 9), Span(4, 6))
    found = [
        attrs.evolve(one, clue=attrs.evolve(one.clue, evidence=attrs.evolve(one.clue.evidence, span=span)))
        for one, span in ((hint(DAY, DAY + 9, hard=False), span) for span in places)
    ]
    for hints in (found, found[::-1]):
        assert tuple(clue.evidence.span for clue in weigh(hints, UNKNOWN_PUBLICATION).clues) == places


@given(st.integers(0, 30), st.frozensets(st.integers(1, 7), min_size=1, max_size=3))
def test_days_of_the_week_draw_a_stretch_in_to_the_first_and_last_of_them(
    width: int, weekdays: frozenset[int]
) -> None:
    around, weekly = hint(DAY, DAY + width, hard=True), hint(None, None, hard=False, weekdays=weekdays)
    publication = weigh([weekly, around], UNKNOWN_PUBLICATION)
    fitting = [day for day in range(DAY, DAY + width + 1) if dt.date.fromordinal(day).isoweekday() in weekdays]
    drawn = (fitting[0], fitting[-1]) if fitting else (DAY, DAY + width)
    assert publication.bounds == drawn
    (clue,) = (clue for clue in publication.clues if clue.evidence.quote == "None None")
    assert clue.bounds == (drawn if fitting else (None, None))
    assert ("set aside" in clue.evidence.note) == (not fitting)


@pytest.mark.parametrize(
    ("bounds", "serves"),
    [
        ((DAY, DAY + WINDOW), True),
        ((DAY, DAY + WINDOW + 1), False),
        ((DAY, None), False),
        ((None, DAY), False),
        ((None, None), False),
    ],
)
def test_days_of_the_week_serve_only_in_a_stretch_of_a_year_or_so(bounds: Any, serves: bool) -> None:
    weekly = hint(None, None, hard=False, weekdays=frozenset({3}))
    found = weigh([weekly, hint(*bounds, hard=True)] if bounds != (None, None) else [weekly], UNKNOWN_PUBLICATION)
    assert (found.bounds != bounds) == serves
    (clue,) = (clue for clue in found.clues if clue.evidence.quote == "None None")
    assert ("of no use without other bounds" in clue.evidence.note) != serves


def test_what_one_article_gains_serves_the_next() -> None:
    """C dates the talks of B and with them B, whose truce of the day before then dates A."""

    def reread(reading: ArticleReading) -> ArticleReading:
        day = reading.article.publication.day
        if day is None:
            return reading
        moved = (
            attrs.evolve(one, bounds=TimeBounds.within(Interval(day - 1, day))) if one.type == "truce" else one
            for one in reading.mentions
        )
        return attrs.evolve(reading, mentions=tuple(moved))

    sides, month = ("North", "South"), " The calm follows last month's nine-day war."
    first = with_mention(read("a", "The guns fell silent on Sunday." + month), "fell", sides, kind="truce")
    middle = with_mention(read("b", "Both sides talked yesterday. The guns are silent." + month), "talked", sides)
    middle = with_mention(middle, "silent", sides, kind="truce")
    last = with_mention(read("c", "They talked.", "2019-04-15"), "talked", sides, days=("2019-04-14",) * 2)
    for readings in ([first, middle, last], [last, middle, first]):
        dated = date_undated(readings, [WAR], lexicon=LEXICON, reread=reread)
        found = {reading.article.id: bounds(reading) for reading in dated}
        assert found["b"] == ("2019-04-15", "2019-04-15")
        assert found["a"] == ("2019-04-14", "2019-04-20")


def test_mentions_are_attached_again_where_only_the_interval_moved() -> None:
    seen: list[str] = []

    def reread(reading: ArticleReading) -> ArticleReading:
        seen.append(reading.article.id)
        return reading

    copy, original = (
        attrs.evolve(read(name, STORY, published), sketch=sketch(STORY))
        for name, published in (("a", None), ("b", "2019-04-13"))
    )
    copy = attrs.evolve(copy, times=())
    date_undated([copy, original], lexicon=LEXICON, reread=reread)
    assert seen == ["a"]


def test_without_a_lexicon_the_named_days_of_the_default_one_are_known() -> None:
    named = Lexicon.default().named_days[0]
    text = f"The calm follows {named.names[0]}."
    (found,) = date_undated([read("a", text)])
    (own,) = date_undated([read("a", text)], lexicon=Lexicon.default())
    assert found == own
    assert bounds(found)[0] is not None


def seeds(shared: Path) -> dict[str, ArticleReading]:
    with (shared / "data/gaza/articles.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["id"]: read(row["id"], row["text"]) for row in rows if row["id"].startswith("seed-00")}


def test_the_seed_articles_are_as_wide_as_their_text(shared: Path) -> None:
    readings = seeds(shared)
    known = [
        {"names": ["the 12-day war"], "start": "2025-06-13", "end": "2025-06-24"},
        {"names": ["the attack of 7 October 2023"], "start": "2023-10-07"},
    ]
    alone = [readings[f"seed-00{number}"] for number in range(3)]
    found = {reading.article.id: bounds(reading) for reading in date_undated(alone, known, lexicon=LEXICON)}
    assert found == {
        "seed-000": ("2007-01-01", None),
        "seed-001": (None, None),
        "seed-002": ("2025-07-01", "2025-07-31"),
    }
    truce = {"names": ["the November 2023 truce"], "start": "2023-11-24", "end": "2023-11-30"}
    (dated,) = date_undated([readings["seed-001"]], [truce], lexicon=LEXICON)
    assert bounds(dated) == ("2023-12-01", "2024-10-31")


def test_the_articles_beside_it_date_a_seed_article_to_three_days(shared: Path) -> None:
    from ceasetimeline.pipeline import build_timeline

    with (shared / "data/gaza/articles.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = [
        Article(id=row["id"], text=row["text"], published=row["published"], source=row["source"] or "")
        for row in rows
    ]
    known = [{"names": ["the 12-day war"], "start": "2025-06-13", "end": "2025-06-24"}]
    found = {article.id: article.publication for article in build_timeline(articles, known_events=known).articles}
    low, high = found["seed-002"].bounds
    assert ordinal("2025-07-06") <= (low or 0) <= (high or 0) <= ordinal("2025-07-08")
    assert found["seed-000"].bounds == (ordinal("2007-01-01"), None)
    low, high = found["seed-001"].bounds
    assert low is None or low <= ordinal("2023-12-01")
    assert high is None or high >= ordinal("2024-10-31")
