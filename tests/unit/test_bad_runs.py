"""Bad input that concerns whole runs: what stops them, what does not, and what is told."""

from __future__ import annotations

import json
import os
import sys
import types
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ceasetimeline.errors import ArticleError, InputError
from ceasetimeline.export import export
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article, ArticleReading
from ceasetimeline.pipeline import build_timeline
from ceasetimeline.reading import CHUNK, Reader, read_all, read_article
from ceasetimeline.timeline import Timeline
from ceasetimeline.timex.languages import FEWEST, language_issue

MOVE = "Hamas rejected the proposal on Sunday."
DAY = "2025-07-08"


def codes(*rows: Any, **options: Any) -> list[str]:
    return [issue.code for issue in build_timeline(list(rows), **options).issues]


class TestFaultsStopOrAreCollected:
    def rows(self, seen: list[int]) -> Iterator[object]:
        for number, row in enumerate([(MOVE, DAY), None, (MOVE, "2025-07-09")]):
            seen.append(number)
            yield row

    def test_a_run_that_is_to_raise_reads_no_further(self) -> None:
        seen: list[int] = []
        with pytest.raises(ArticleError, match="not-an-article"):
            build_timeline(self.rows(seen), on_error="raise")
        assert seen == [0, 1]

    def test_a_fault_found_while_reading_stops_the_reading(self) -> None:
        read: list[ArticleReading] = []

        def kept(readings: Iterable[ArticleReading]) -> Iterator[ArticleReading]:
            for reading in readings:
                read.append(reading)
                yield reading

        rows = [{"id": f"a{n}", "text": f"{MOVE} {n}.", "published": DAY if n else "2025-13-40"} for n in range(5)]
        with pytest.raises(ArticleError, match="bad-date"):
            build_timeline(rows, on_error="raise", progress=kept)
        assert len(read) == 1

    def test_a_run_that_collects_reads_all(self) -> None:
        timeline = build_timeline(self.rows([]))
        assert (len(timeline.articles), [issue.code for issue in timeline.issues]) == (2, ["not-an-article"])

    def test_a_sound_run_raises_nothing(self) -> None:
        assert build_timeline([(MOVE, DAY)], on_error="raise").events


class TestDatesInMetadata:
    @pytest.mark.parametrize(
        ("published", "code"),
        [
            ("2025-13-40", "bad-date"),
            ("0000-00-00", "bad-date"),
            ("10000-01-01", "bad-date"),
            ("9" * 5000, "bad-date"),
            (1736000000, "bad-date"),
            (1736000000.5, "bad-date"),
            ("03/04/2025", "ambiguous-date"),
            (None, "no-publication-date"),
            ("", "no-publication-date"),
            ("unknown", "no-publication-date"),
        ],
    )
    def test_a_date_that_says_nothing_sure_is_told(self, published: Any, code: str) -> None:
        timeline = build_timeline([(MOVE, published)])
        assert code in {issue.code for issue in timeline.issues}
        assert all(len(issue.message) < 400 for issue in timeline.issues)
        assert len(timeline.mentions) == 1

    def test_an_order_of_day_and_month_settles_it(self) -> None:
        assert codes((MOVE, "03/04/2025"), date_order="DMY") == []

    def test_the_ends_of_the_calendar_are_refused(self) -> None:
        assert codes(("Talks resume next year.", "9999-07-08")) == ["out-of-range"]
        assert codes((MOVE, "0001-01-01")) == ["out-of-range"]

    @pytest.mark.parametrize(
        ("published", "day"),
        [("2025-07-08T23:30:00+13:00", "2025-07-08"), ("2025-07-08T23:30:00", "2025-07-08"), ("2999-01-01", None)],
    )
    def test_the_local_day_counts_and_the_clock_does_not(self, published: str, day: str | None) -> None:
        [article] = build_timeline([(MOVE, published)]).articles
        assert json.loads(export(build_timeline([article]), "json").content)["articles"][0]["published"] == (
            day or published
        )

    def test_a_stamp_in_universal_time_is_the_day_of_the_dateline(self) -> None:
        text = "GAZA (Reuters) - Hamas rejected the plan today."
        [time] = read_article(Article(text=text, published="2025-07-08T23:30:00Z")).times
        assert time.days is not None
        assert time.days[0].isoformat() == "2025-07-09"

    @pytest.mark.parametrize(
        ("modified", "reported"),
        [
            ("2025-07-08", False),
            ("2025-07-10T23:00:00", False),
            ("2025-07-11", True),
            ("2025-07-01", True),
            ("soon", False),
            (None, False),
        ],
    )
    def test_a_late_change_is_told_and_dates_nothing(
        self, modified: str | None, reported: bool, tmp_path: Path
    ) -> None:
        row = {"id": "a", "text": MOVE, "published": DAY, "date_modify": modified}
        timeline = build_timeline([row])
        assert [issue.code for issue in timeline.issues] == (["modified-date"] if reported else [])
        [event] = timeline.events
        assert event.bounds.to_json()["start"] == ["2025-07-06", "2025-07-06"]
        timeline.save(tmp_path / "t.json")
        assert Timeline.load(tmp_path / "t.json").articles[0].modified == modified

    def test_a_change_alone_is_no_publication(self) -> None:
        [article] = build_timeline([{"text": MOVE, "modified": DAY}]).articles
        assert (article.publication.bounds, article.modified) == ((None, None), DAY)


class TestTextsAndLanguages:
    def test_a_headline_alone_is_read_and_told(self) -> None:
        timeline = build_timeline([{"title": "Hamas rejects proposal", "seendate": "20250708T101500Z"}])
        assert [issue.code for issue in timeline.issues] == ["title-only"]
        assert [event.type for event in timeline.events] == ["rejection"]

    @pytest.mark.parametrize(
        "text", ["no text", "No.", "Hamas no", "la", "de la que el", "El no", "Oui", "Les envoys"]
    )
    def test_short_texts_are_in_no_language(self, text: str) -> None:
        assert len(text.split()) < FEWEST
        assert language_issue(text, ("en",)) is None

    @pytest.mark.parametrize(
        ("text", "languages", "told"),
        [
            ("٧ أكتوبر ٢٠٢٣", ("en",), "'ar'"),
            ("٧ أكتوبر ٢٠٢٣", ("en", "ar"), ""),
            ("Переговори завтра.", ("en",), "'ru' or 'uk'"),
            ("Переговори завтра.", ("ru",), ""),
            ("שיחות", ("en", "ar"), "'he'"),
            ("The word for truce is هدنة in Arabic.", ("en",), ""),
            ("7", ("en",), ""),
        ],
    )
    def test_letters_of_another_script_are_told_even_in_short_texts(
        self, text: str, languages: tuple[str, ...], told: str
    ) -> None:
        issue = language_issue(text, languages)
        assert (issue.message if issue else "").count(told) >= bool(told)
        assert (issue is None) == (told == "")

    def test_a_french_text_gives_an_issue_and_no_date(self) -> None:
        text = "Les délégations se sont rencontrées dans la ville le mardi, selon le médiateur de la région."
        timeline = build_timeline([(text, DAY)])
        assert [issue.code for issue in timeline.issues] == ["language"]
        assert timeline.times == ()

    @pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029"])
    def test_line_ends_and_marks_change_no_event(self, end: str) -> None:
        text = f"\ufeff{MOVE}{end}{end}Israel accepted the proposal on Monday.{end}"
        timeline = build_timeline([(text, DAY)])
        assert [event.type for event in timeline.events] == ["rejection", "acceptance"]
        for mention in timeline.mentions:
            assert mention.span is not None
            assert text[mention.span.start : mention.span.stop] == mention.quote

    @pytest.mark.parametrize("lead", ["İstanbul: ", "ﬁre ", "e\u0301\u0301 ", "\U0001f54a ", "ß ", "\x00\x0b\x1b "])
    def test_letters_that_change_their_length_move_no_offset(self, lead: str) -> None:
        text = f"{lead}{MOVE}"
        reading = read_article(Article(text=text, published=DAY))
        assert [mention.quote for mention in reading.mentions] == ["rejected"]
        spans = [mention.span for mention in reading.mentions] + [time.span for time in reading.times]
        assert [text[span.start : span.stop] for span in spans if span] == ["rejected", "Sunday"]

    def test_an_actor_is_the_same_in_composed_and_decomposed_letters(self) -> None:
        said = ["T\u00fcrkiye", "Tu\u0308rkiye"]
        texts = [f"{name} mediated talks between Israel and Hamas on Sunday." for name in said]
        found = [read_article(Article(text=text, published=DAY)).mentions[0].roles.mediator for text in texts]
        assert found == [("Turkey",), ("Turkey",)]


class TestSavedTimelines:
    def test_texts_that_were_left_out_cannot_be_updated(self, tmp_path: Path) -> None:
        timeline = build_timeline([{"id": "a", "text": f"Nobody cites this.\n{MOVE}", "published": DAY}])
        timeline.save(tmp_path / "t.json", text=False)
        loaded = Timeline.load(tmp_path / "t.json")
        assert loaded.events == timeline.events
        with pytest.raises(InputError, match="saved without their texts"):
            loaded.update([(MOVE, "2025-07-09")])
        assert [issue.code for issue in build_timeline(loaded.articles).issues] == ["excerpt"]

    def test_texts_that_were_kept_can(self, tmp_path: Path) -> None:
        timeline = build_timeline([{"id": "a", "text": MOVE, "published": DAY}])
        timeline.save(tmp_path / "t.json")
        more = [{"id": "b", "text": "Hamas accepted the proposal on Monday.", "published": DAY}]
        assert len(Timeline.load(tmp_path / "t.json").update(more).events) == 2


class TestProgress:
    def test_true_is_the_bar_of_tqdm_with_a_total(self, monkeypatch: pytest.MonkeyPatch) -> None:
        totals: list[int] = []

        def tqdm(readings: Any, **_: object) -> Any:
            totals.append(len(readings))
            return readings

        module = types.ModuleType("tqdm.auto")
        module.tqdm = tqdm  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "tqdm", types.ModuleType("tqdm"))
        monkeypatch.setitem(sys.modules, "tqdm.auto", module)
        rows = [(MOVE, DAY), (MOVE, "2025-07-09")]
        assert build_timeline(rows, progress=True) == build_timeline(rows)
        assert totals == [2]

    def test_the_real_bar_counts_the_articles(self, capsys: pytest.CaptureFixture[str]) -> None:
        pytest.importorskip("tqdm")
        build_timeline([(MOVE, DAY), (MOVE, "2025-07-09"), (MOVE, "2025-07-10")], progress=True)
        shown = capsys.readouterr()
        assert "3/3" in shown.err
        assert shown.out == ""

    def test_true_without_tqdm_is_no_bar(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "tqdm.auto", None)
        assert build_timeline([(MOVE, DAY)], progress=True).events

    def test_false_is_no_bar(self) -> None:
        assert build_timeline([(MOVE, DAY)], progress=False).events


class Fatal(Reader):
    """A reader whose process is killed by one article, as by a machine that is out of memory."""

    def read(self, article: Article) -> ArticleReading:
        if "deadly" in article.text:
            os._exit(9)
        return super().read(article)


def test_an_article_that_kills_its_process_is_named_and_the_rest_is_kept() -> None:
    articles = [
        Article(id=f"a{n:03d}", text="deadly" if n in {3, 40} else MOVE, published=DAY) for n in range(CHUNK + 10)
    ]
    readings = read_all(articles, Fatal(lexicon=Lexicon.default()), workers=2)
    assert [reading.article.id for reading in readings] == [article.id for article in articles]
    dead = {reading.article.id: [issue.code for issue in reading.issues] for reading in readings if reading.issues}
    assert dead == {"a003": ["worker-died"], "a040": ["worker-died"]}
    assert all(reading.mentions for reading in readings if reading.article.id not in dead)
