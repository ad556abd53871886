"""Times of tables: units, zones, and what is left as it stands."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline import build_timeline, read_articles
from ceasetimeline.errors import ArgumentError, CeasetimelineWarning, UnknownNameError
from ceasetimeline.model import Article
from ceasetimeline.readers import accept_articles
from ceasetimeline.readers.stamps import UNITS, Clock, stamp

MOVE = "Hamas rejected the plan on Sunday."
MOMENTS = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2060, 1, 1), timezones=st.just(dt.UTC))
ZONES = st.sampled_from(["Asia/Gaza", "America/Bogota", "Pacific/Kiritimati", "Asia/Kathmandu", "UTC"])


class TestZones:
    @given(MOMENTS, ZONES)
    def test_a_moment_stays_the_same_moment(self, moment: dt.datetime, zone: str) -> None:
        moved = stamp(moment.isoformat(), Clock(zone=zone))
        assert moved is not None
        there = dt.datetime.fromisoformat(moved)
        assert there == moment
        assert there.utcoffset() == moment.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset()

    @given(MOMENTS, ZONES)
    def test_bringing_it_there_twice_changes_nothing(self, moment: dt.datetime, zone: str) -> None:
        clock = Clock(zone=zone)
        once = stamp(moment, clock)
        assert stamp(once, clock) == once

    def test_a_line_of_a_mail_header_is_brought_there_too(self) -> None:
        assert stamp("Mon, 07 Jul 2025 22:30:00 GMT", Clock(zone="Asia/Gaza")) == "2025-07-08T01:30:00+03:00"

    @pytest.mark.parametrize("text", ["2025-07-08", "8 July 2025", "July 2025", "unknown", "07/08/2025", "n.d."])
    def test_a_day_is_no_moment_and_stays(self, text: str) -> None:
        assert stamp(text, Clock(zone="Pacific/Kiritimati", unit="s")) == text

    @pytest.mark.parametrize(
        ("local", "told"),
        [
            # Clocks in Gaza went from 2 to 3 on 12 April 2025, and from 2 back to 1 on 25 October 2025.
            (dt.datetime(2025, 4, 12, 2, 30), "2025-04-12"),
            (dt.datetime(2025, 10, 25, 1, 30, fold=0), "2025-10-25T01:30:00+03:00"),
            (dt.datetime(2025, 10, 25, 1, 30, fold=1), "2025-10-25T01:30:00+02:00"),
        ],
    )
    def test_hours_that_are_skipped_or_come_twice(self, local: dt.datetime, told: str) -> None:
        moved = stamp(local, Clock(zone="Asia/Gaza"))
        assert moved is not None
        assert moved.startswith(told)

    def test_a_zone_that_nobody_knows_is_named_with_the_nearest(self) -> None:
        with pytest.raises(UnknownNameError, match=r"no time zone is called 'Asia/Gazza'; did you mean Asia/Gaza"):
            read_articles([(MOVE, "2025-07-08")], zone="Asia/Gazza")
        with pytest.raises(UnknownNameError, match="Mars/Phobos"):
            read_articles([(MOVE, "2025-07-08")], zone="Mars/Phobos")


class TestUnits:
    @given(MOMENTS, st.sampled_from(sorted(UNITS)))
    def test_a_number_is_the_moment_it_counts(self, moment: dt.datetime, unit: str) -> None:
        moment = moment.replace(microsecond=0)
        count = int(moment.timestamp()) * UNITS[unit]
        assert stamp(count, Clock(unit=unit)) == stamp(str(count), Clock(unit=unit)) == moment.isoformat()

    def test_parts_of_a_second(self) -> None:
        assert stamp(1751927400.5, Clock(unit="s")) == "2025-07-07T22:30:00.500000+00:00"

    def test_without_a_unit_a_number_is_reported(self) -> None:
        timeline = build_timeline([(MOVE, 1751927400)])
        assert "bad-date" in {issue.code for issue in timeline.issues}

    @pytest.mark.parametrize("huge", [10**18, -(10**18), "9" * 300, float("inf")])
    def test_a_number_beyond_the_calendar_stays(self, huge: object) -> None:
        assert stamp(huge, Clock(unit="s")) == str(huge)

    @pytest.mark.parametrize("number", [1612010412345, "1612010412345", "1612010412345.5"])
    def test_digits_that_look_like_a_day_and_an_hour_stay_a_number(self, number: object) -> None:
        assert stamp(number, Clock(zone="Asia/Gaza")) == str(number)

    def test_another_unit_is_refused(self) -> None:
        with pytest.raises(ArgumentError, match="unit='days': give one of 's', 'ms', 'us', 'ns'"):
            read_articles([], unit="days")

    def test_a_column_of_a_table(self, tmp_path: Path) -> None:
        table = tmp_path / "a.csv"
        table.write_text(f"text,date\n{MOVE},1751927400000\n", encoding="utf-8")
        [article] = read_articles(table, unit="ms", zone="Asia/Gaza")
        [event] = build_timeline([article]).events
        assert article.published == "2025-07-08T01:30:00+03:00"
        assert event.bounds.to_json()["start"] == ["2025-07-06", "2025-07-06"]


class TestNow:
    def test_what_claims_to_be_later_is_told_and_kept(self) -> None:
        with pytest.warns(CeasetimelineWarning, match="future-date"):
            articles = read_articles([(MOVE, "2025-07-09"), (MOVE, "2025-07-08"), (MOVE, None)], now="2025-07-08")
        assert [article.published for article in articles] == ["2025-07-09", "2025-07-08", None]

    def test_a_month_that_may_lie_behind_is_not_told(self) -> None:
        assert accept_articles([(MOVE, "July 2025")], now=dt.date(2025, 7, 8))[1] == ()

    def test_what_is_no_day_is_refused(self) -> None:
        with pytest.raises(ArgumentError, match="now='soon' is no day"):
            read_articles([], now="soon")


class TestTimesWithoutZone:
    @pytest.mark.parametrize(
        ("published", "told"),
        [
            ("2025-07-08T23:30:00", True),
            ("2025-07-08 23:30", True),
            ("Jul 8, 2025 10:32 PM", True),
            (dt.datetime(2025, 7, 8, 23, 30), True),
            ("2025-07-08T23:30:00+03:00", False),
            ("2025-07-08T23:30:00Z", False),
            ("Tue, 08 Jul 2025 23:30:00 GMT", False),
            ("2025-07-08T23:30:00-05:00", False),
            ("2025-07-08 00:00:00", False),
            ("2025-07-08", False),
        ],
    )
    def test_its_day_is_flagged_where_the_date_is_explained(self, published: object, told: bool) -> None:
        timeline = build_timeline([(MOVE, published)])
        [article] = timeline.articles
        assert [clue.evidence.rule for clue in article.publication.clues] == (["naive-time"] if told else [])
        assert article.publication.day == dt.date(2025, 7, 8).toordinal()
        assert timeline.issues == ()
        assert ("names no zone" in str(timeline.explain(article.id))) == told

    def test_the_zone_of_the_outlet_settles_it(self) -> None:
        [article] = read_articles([(MOVE, "2025-07-08 23:30")], zone="Asia/Gaza")
        assert article.published == "2025-07-08T23:30:00+03:00"


def test_an_article_keeps_what_it_was_given() -> None:
    [article] = read_articles([Article(text=MOVE, published="2025-07-08", id="a")], zone="Asia/Gaza")
    assert (article.id, article.published) == ("a", "2025-07-08")
