"""Publication dates in all the shapes that sources give."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import iso
from ceasetimeline.model import Publication, Settings
from ceasetimeline.timex.datelines import _zones
from ceasetimeline.timex.publication import read_publication, url_days

SATURDAY = ("2025-01-04", "2025-01-04")


def bounds(publication: Publication) -> tuple[str | None, str | None]:
    first, last = publication.bounds
    return iso(first), iso(last)


@pytest.mark.parametrize(
    "published",
    [
        "2025-01-04",
        " 2025-01-04\n",
        "2025-1-4",
        "2025/01/04",
        "20250104",
        "20250104T183000Z",
        "2025-01-04T22:32:00+13:00",
        "2025-01-04T23:59:59Z",
        "2025-01-04 10:00 Asia/Gaza",
        "Sat, 04 Jan 2025 22:32:00 -0500",
        "Saturday, 04-Jan-25 22:32:00 GMT",
        "Sat Jan  4 22:32:00 2025",
        "Saturday 4 January 2025 18.30 GMT",
        "Jan 4, 2025 10:32 PM EST",
        "January 4th, 2025",
        "Published: Jan. 4, 2025",
        "4. Januar 2025",
        "4 janvier 2025",
        "4 de enero de 2025",
        "4 января 2025 г., 18:30",
        "4 січня 2025 року",
        "4 يناير 2025",
        "٤ يناير ٢٠٢٥",
        "4 בינואר 2025",
        "2025年1月4日",
        "1736030000 s",
        "1736030000000 ms",
        dt.date(2025, 1, 4),
        dt.datetime(2025, 1, 4, 23, 30),
        dt.datetime(2025, 1, 4, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=13))),
    ],
)
def test_every_usual_shape_gives_its_own_calendar_day(published: object) -> None:
    publication, issues = read_publication(published)
    assert (bounds(publication), publication.basis, issues) == (SATURDAY, "stated", ())


@pytest.mark.parametrize("published", [None, "", "  ", "unknown", "N/A", "None", "NaT", math.nan])
def test_a_missing_date_is_reported_as_missing(published: object) -> None:
    publication, issues = read_publication(published)
    assert (bounds(publication), publication.basis) == ((None, None), "unknown")
    assert [issue.code for issue in issues] == ["no-publication-date"]


@pytest.mark.parametrize(
    "published",
    [
        "2025-13-40",
        "0000-00-00",
        "10000-01-01",
        "9" * 5000,
        "31 June 2025",
        "Feb 30, 2024",
        "29/02/2023",
        "yesterday",
        "Tuesday",
        "three days ago",
        "soon",
        "1736030000",
        1736030000,
        1736030000.5,
        True,
    ],
)
def test_what_is_no_day_is_refused_with_its_words(published: object) -> None:
    publication, issues = read_publication(published)
    assert bounds(publication) == (None, None)
    assert [issue.code for issue in issues] == ["bad-date"]
    assert repr(str(published)[:79]).strip("'") in issues[0].message
    assert len(issues[0].message) < 200


def test_a_weekday_that_does_not_fit_is_reported() -> None:
    publication, issues = read_publication("Sunday 4 January 2025")
    assert bounds(publication) == SATURDAY
    assert [issue.code for issue in issues] == ["bad-date"]
    assert read_publication("Monaco, 4 January 2025")[1] == ()


@pytest.mark.parametrize(
    ("published", "order", "expected"),
    [
        ("03/04/2025", None, ("2025-03-04", "2025-04-03")),
        ("03/04/2025", "DMY", ("2025-04-03", "2025-04-03")),
        ("03/04/2025", "MDY", ("2025-03-04", "2025-03-04")),
        ("03-04-25", None, ("2025-03-04", "2025-04-03")),
        ("25/04/03", "YMD", ("2025-04-03", "2025-04-03")),
        ("13/04/2025", None, ("2025-04-13", "2025-04-13")),
        ("04/13/2025", None, ("2025-04-13", "2025-04-13")),
        ("04/04/2025", None, ("2025-04-04", "2025-04-04")),
        ("03.04.2025", None, ("2025-04-03", "2025-04-03")),
    ],
)
def test_numbers_that_read_two_ways_are_not_guessed(
    published: str, order: str | None, expected: tuple[str, str]
) -> None:
    publication, issues = read_publication(published, settings=Settings(date_order=order))  # type: ignore[arg-type]
    assert bounds(publication) == expected
    assert [issue.code for issue in issues] == (["ambiguous-date"] if expected[0] != expected[1] else [])


def test_the_url_may_decide_between_two_readings() -> None:
    publication, issues = read_publication("03/04/2025", url="https://news.example/2025/04/03/talks")
    assert (bounds(publication), issues) == (("2025-04-03", "2025-04-03"), ())


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("May 2025", ("2025-05-01", "2025-05-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025", ("2025-01-01", "2025-12-31")),
        ("9999-12", ("9999-12-01", "9999-12-31")),
    ],
)
def test_a_month_or_a_year_is_a_stretch(published: str, expected: tuple[str, str]) -> None:
    assert bounds(read_publication(published)[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        " date 2025-01-04 Both delegations came back",
        "Date: 2025-01-04\nBoth delegations came back",
        "Published: 4 January 2025\n\nBoth delegations came back",
        "Posted on January 4, 2025 by the desk",
        "4 January 2025\nBoth delegations came back",
        "Saturday, January 4, 2025 10:32 PM EST\nBoth delegations came back",
        "CAIRO, Jan. 4, 2025 (Newswire) -- Both delegations came back",
        "Port Sudan, 4 January 2025 — Both delegations came back",
    ],
)
def test_a_date_glued_to_the_head_of_the_text_counts(text: str) -> None:
    publication, issues = read_publication(None, text=text)
    assert (bounds(publication), publication.basis, issues) == (SATURDAY, "text", ())


@pytest.mark.parametrize(
    "text",
    [
        "4 January 2025 was the day on which the truce failed.",
        "The deal of 4 January 2025 (since broken) is dead.",
        "On Jan. 4, 2025, delegations met.",
        "date 2025-13-40 Both delegations came back",
    ],
)
def test_a_date_inside_the_story_is_no_publication_date(text: str) -> None:
    assert bounds(read_publication(None, text=text)[0]) == (None, None)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/world/2023/nov/21/hostage-deal", ["2023-11-21", "2023-11-21"]),
        ("https://news.example/2023/11/21/deal", ["2023-11-21", "2023-11-21"]),
        ("https://news.example/_posts/2025-07-02-talks-go-on.md", ["2025-07-02", "2025-07-02"]),
        ("https://news.example/20231121/deal", ["2023-11-21", "2023-11-21"]),
        ("https://news.example/2024/02/deal", ["2024-02-01", "2024-02-29"]),
        ("https://news.example/articleshow/105396012.cms", []),
        ("https://news.example/2023-11-ways-to-peace", []),
        ("https://news.example/2023/13/41/x", []),
        ("https://news.example/node/2413641/middle-east", []),
        ("", []),
    ],
)
def test_the_path_of_a_url_may_hold_the_date(url: str, expected: list[str]) -> None:
    days = url_days(url)
    assert ([iso(days[0]), iso(days[-1])] if days else []) == expected


def test_the_stated_day_wins_and_a_distant_url_is_reported() -> None:
    publication, issues = read_publication("2025-01-04", url="https://news.example/2024/11/21/deal")
    assert (bounds(publication), publication.basis) == (SATURDAY, "stated")
    assert [issue.code for issue in issues] == ["dates-disagree"]
    assert read_publication("2025-01-04", url="https://news.example/2025/01/05/deal")[1] == ()


def test_an_unreadable_date_falls_back_on_the_url_and_is_still_reported() -> None:
    publication, issues = read_publication("soon", url="https://news.example/2025/01/04/deal")
    assert (bounds(publication), publication.basis) == (SATURDAY, "text")
    assert [issue.code for issue in issues] == ["bad-date"]


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        ("2025-01-04T23:30:00Z", "GAZA: The talks resumed today.", "2025-01-05"),
        ("Sat, 04 Jan 2025 23:30:00 +0000", "CAIRO (Newswire) - The talks resumed.", "2025-01-05"),
        ("4 January 2025 11.30 pm GMT", "Khan Younis, Gaza — The talks resumed.", "2025-01-05"),
        ("2025-01-04T02:10:00Z", "BOGOTA, Colombia: The talks resumed.", "2025-01-03"),
        (dt.datetime(2025, 1, 4, 23, 30, tzinfo=dt.UTC), "DOHA/WASHINGTON: The talks resumed.", "2025-01-05"),
        ("2025-01-04T20:30:00Z", "GAZA: The talks resumed today.", "2025-01-04"),
        ("2025-01-04T23:30:00-05:00", "GAZA: The talks resumed today.", "2025-01-04"),
        ("2025-01-04T23:30:00", "GAZA: The talks resumed today.", "2025-01-04"),
        ("2025-01-04T23:30:00Z", "Gaza saw talks resume today.", "2025-01-04"),
        ("2025-01-04T23:30:00Z", "LONDON: The talks resumed today.", "2025-01-04"),
        ("2025-01-04", "GAZA: The talks resumed today.", "2025-01-04"),
    ],
)
def test_a_stamp_in_universal_time_is_read_where_the_story_was_written(
    published: object, text: str, day: str
) -> None:
    publication, issues = read_publication(published, text=text, article="a")
    assert (bounds(publication), issues) == ((day, day), ())
    moved = [clue for clue in publication.clues if clue.evidence.rule == "dateline"]
    assert bool(moved) == (day != "2025-01-04")
    for clue in moved:
        span = clue.evidence.span
        assert span is not None
        assert text[span.start : span.stop] == clue.evidence.quote
        assert (clue.evidence.article, clue.hard) == ("a", True)


def test_every_city_has_a_zone_that_exists() -> None:
    from zoneinfo import available_timezones

    assert set(_zones().values()) <= available_timezones()


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%A, %B %d, %Y", "%a, %d %b %Y 10:00:00 +0000"]))
def test_a_written_day_is_that_day(day: dt.date, form: str) -> None:
    written = day.strftime(form.replace("%Y", f"{day.year:04d}"))
    assert read_publication(written)[0].bounds == (day.toordinal(), day.toordinal())


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_no_text_makes_it_fail(published: str, text: str, url: str) -> None:
    publication, issues = read_publication(published, text=text, url=url)
    first, last = publication.bounds
    assert (first is None) == (last is None) == (publication.basis == "unknown")
    assert first is None or last is None or first <= last
    assert publication.basis != "unknown" or issues


@pytest.mark.parametrize(
    ("stamp", "zone"),
    [
        ("2025-01-04T18:30:00+00:00[Mars/Phobos]", "Mars/Phobos"),
        ("2025-01-04 18:30 Mars/Phobos", "Mars/Phobos"),
        ("4 January 2025, 6.30 p.m. (Mars/Phobos)", "Mars/Phobos"),
        ("2025-01-04T18:30:00+02:00[Asia/Gaza]", None),
        ("2025-01-04 18:30 America/Argentina/Buenos_Aires", None),
        ("Saturday 4 January 2025 18.30 GMT", None),
        ("Sat/4/Jan/2025 4 January 2025", None),
    ],
)
def test_a_zone_that_nobody_knows_is_reported_by_its_name(stamp: str, zone: str | None) -> None:
    publication, issues = read_publication(stamp)
    assert iso(publication.day) == "2025-01-04"
    assert [issue.code for issue in issues] == ([] if zone is None else ["unknown-zone"])
    assert zone is None or zone in issues[0].message


@pytest.mark.parametrize("published", ["8 ſept 2025", "\u017feptember 2025", "8 apr\u0131l 2025"])
def test_letters_that_match_others_without_case_are_read_or_told(published: str) -> None:
    publication, issues = read_publication(published)
    assert publication.day is not None or issues
