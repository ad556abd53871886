"""What users meet at the door of `find_times`: anchors, quotations, named days, refusals, hostile input."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ceasetimeline.errors import InputError, LexiconErrors
from ceasetimeline.lexicon import Lexicon, TimeRule
from ceasetimeline.meaning import Clock
from ceasetimeline.model import UNKNOWN_PUBLICATION, Article, Publication, Settings, TimeExpression
from ceasetimeline.timex import find_times, place_again, read_times, resolve, time_issues

TUESDAY = "2025-07-08"


def days(text: str, published: str | None = TUESDAY) -> list[tuple[str, str, str] | tuple[str, None, str]]:
    return [
        (time.text, time.days[0].isoformat(), time.days[1].isoformat())
        if time.days
        else (time.text, None, time.reason)
        for time in find_times(text, published=published)
    ]


def one(text: str, published: str | None = TUESDAY) -> TimeExpression:
    (time,) = find_times(text, published=published)
    return time


def test_a_bare_sentence_counts_from_publication() -> None:
    assert one("The indirect negotiations resume today.").anchor.kind == "publication"


def test_today_in_a_quotation_is_the_day_of_the_statement_or_of_print() -> None:
    time = one("“The indirect talks resume today in the capital,” the movement stated in a release.", "2025-01-04")
    assert time.anchor.kind == "quotation"
    assert time.days == (dt.date(2025, 1, 3), dt.date(2025, 1, 4))
    assert [other.days for other in time.others] == [(dt.date(2025, 1, 4), dt.date(2025, 1, 4))]


def test_a_dated_statement_carries_its_quotation() -> None:
    text = 'Late on Saturday the office said: "Our team will leave tomorrow for the talks in the Gulf."'
    assert days(text)[1] == ("tomorrow", "2025-07-06", "2025-07-06")


def test_the_date_of_saying_may_follow_the_quotation() -> None:
    text = '"Our team will leave tomorrow for the talks in the Gulf," a spokesman said on Saturday.'
    assert days(text)[0] == ("tomorrow", "2025-07-06", "2025-07-06")


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        (
            "On Monday morning an official spoke of a text received the previous day.",
            "the previous day",
            "2025-07-06",
        ),
        ("It was signed on Jan. 15. Four days later it took effect.", "Four days later", "2025-01-19"),
        ("They met on June 3. That night a strike came.", "That night", "2025-06-03"),
    ],
)
def test_discourse_anchors(text: str, phrase: str, day: str) -> None:
    assert (phrase, day, day) in days(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two days later, the group refused the draft.",
        "The plan was refused the previous day.",
        "The army struck the day after the talks collapsed.",
        "A second round was set for the following week.",
    ],
)
def test_without_an_anchor_nothing_is_invented(text: str) -> None:
    time = one(text)
    assert time.days is None
    assert time.reason in {"no-anchor", "event-anchored"}


def test_a_past_date_carries_the_months_told_after_it() -> None:
    text = "In 2014 war broke out. A truce was signed in July and collapsed in August."
    assert days(text)[1:] == [("July", "2014-07-01", "2014-07-31"), ("August", "2014-08-01", "2014-08-31")]


def test_a_mere_limit_carries_nothing() -> None:
    assert days("The blockade has lasted since 2007. They met in May.")[1] == ("May", "2025-05-01", "2025-05-31")


def test_named_days_need_an_article_from_after_them() -> None:
    text = "It recalled the October 7 attack."
    assert days(text, "2025-10-03") == [("the October 7 attack", "2023-10-07", "2023-10-07")]
    assert days(text, "2022-11-01") == []


@pytest.mark.parametrize("text", ["29 February 2023", "Feb 30", "31 June"])
def test_impossible_days_are_refused(text: str) -> None:
    time = one(f"They met on {text}.")
    assert (time.days, time.reason) == (None, "impossible-date")
    assert [issue.code for issue in time_issues([time])] == ["impossible-date"]


def test_ambiguous_numeric_dates_are_reported() -> None:
    time = one("Signed on 03/04/2025.")
    assert (time.days, time.reason) == (None, "ambiguous-date")
    assert [other.value for other in time.others] == ["2025-04-03", "2025-03-04"]
    article = Article(text="Signed on 03/04/2025.")
    (read,) = read_times(article, (), Lexicon.default(), Settings(date_order="DMY"))
    assert read.value == "2025-04-03"
    assert one("Signed on 13/04/2025.").value == "2025-04-13"
    assert one("Signed on 03.04.2025.").value == "2025-04-03"


@pytest.mark.parametrize(
    "text",
    [
        "It was the 2024/25 season.",
        "It cost 1000000000 dollars.",
        "Resolution 2735 was adopted.",
        "UNSC 1701 stands.",
        "They may accept.",
        "They march on.",
        "Theresa May and April Ryan spoke.",
        "The sun rose and they sat down.",
        "Some 2,000 people, 1994 soldiers and flight 1994 came.",
        "A 35-year-old man, aged 40, voted 60-40.",
        "The second man stood by in the Black Friday sales.",
        "The 9/11 hearings went on.",
        "The March 23 Movement withdrew.",
        "The Sunday Times wrote so.",
    ],
)
def test_traps(text: str) -> None:
    assert [
        time for time in find_times(text, published=TUESDAY) if time.days or time.type in {"DURATION", "SET"}
    ] == []


@pytest.mark.parametrize("text", ["48 hours to answer", "a 60-day truce", "its 21st month", "for six weeks"])
def test_lengths_are_no_dates(text: str) -> None:
    assert [time.days for time in find_times(text, published=TUESDAY) if time.days] == []


def test_relative_times_wait_for_a_publication_date() -> None:
    time = one("They met last week.", None)
    assert (time.days, time.reason, time.value) == (None, "no-publication-date", "XXXX-WXX")
    (placed,) = place_again([time], Publication.on(dt.date(2025, 7, 8).toordinal()), Settings())
    assert placed.value == "2025-W27"
    assert place_again([placed], UNKNOWN_PUBLICATION, Settings()) == (time,)


def test_what_counts_from_another_day_follows_it_once_publication_is_known() -> None:
    times = find_times("On Monday they spoke of a text received the previous day.")
    assert [(time.days, time.reason) for time in times] == [(None, "no-publication-date")] * 2
    placed = place_again(times, Publication.on(dt.date(2025, 8, 18).toordinal()), Settings())
    assert [time.value for time in placed] == ["2025-08-18", "2025-08-17"]


def test_a_publication_interval_gives_the_hull() -> None:
    (time,) = find_times("They met on Sunday.")
    first = dt.date(2025, 7, 7).toordinal()
    (placed,) = place_again([time], Publication(bounds=(first, first + 7), basis="inferred"), Settings())
    assert placed.days == (dt.date(2025, 7, 6), dt.date(2025, 7, 13))


def test_an_article_fills_in_its_id() -> None:
    article = Article(
        text="They met on Sunday.", id="a1", publication=Publication.on(dt.date(2025, 7, 8).toordinal())
    )
    (time,) = read_times(article, (), Lexicon.default(), Settings())
    assert (time.article, time.value) == ("a1", "2025-07-06")
    assert time.id.startswith("t-")


def test_weeks_may_start_on_sunday() -> None:
    article = Article(text="They met earlier this week.", publication=Publication.on(dt.date(2025, 1, 4).toordinal()))
    (time,) = read_times(article, (), Lexicon.default(), Settings(week_start="sunday"))
    assert time.days == (dt.date(2024, 12, 29), dt.date(2025, 1, 4))


def test_a_trace_tells_rule_tree_direction_and_anchor() -> None:
    (time,) = find_times("The sides will meet Thursday.", published=TUESDAY, trace=True)
    assert [step.split(":")[0] for step in time.trace] == ["rule", "meaning", "direction", "anchor", "placed"]
    assert "will meet" in time.trace[2]


def test_next_friday_keeps_its_other_reading() -> None:
    time = one("They meet next Friday.")
    assert time.value == "2025-07-11"
    assert [other.value for other in time.others] == ["2025-07-18"]


def test_users_add_named_days_and_rules(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[named_day]]\nnames = ["the Sharm meeting"]\nstart = 2025-10-13\nend = 2025-10-13\n'
        '[[time_rule]]\nname = "sleeps"\npattern = "<number> sleeps ago"\nmeans = "<number> days ago"\n',
        encoding="utf-8",
    )
    times = find_times(
        "At the Sharm meeting and two sleeps ago they spoke.", published="2025-11-08", lexicon=Lexicon.load(own)
    )
    assert [(time.value, time.rule) for time in times] == [("2025-10-13", "named-day"), ("2025-11-06", "sleeps")]


@pytest.mark.parametrize(
    ("text", "value", "zone"),
    [
        ("It began at 0600 GMT on Friday.", "2025-07-04T06:00Z", "GMT"),
        ("It began at 6 p.m. EST on Friday.", "2025-07-04T18:00-05:00", "EST"),
        ("It began at 22:00 IDT on Friday.", "2025-07-04T22:00+03:00", "IDT"),
        ("It began at 22:00 IST on Friday.", "2025-07-04T22:00", "IST"),
        ("It began at 10:00 Kyiv time on Friday.", "2025-07-04T10:00", "kyiv time"),
        ("It began at 10:00 (0700 GMT) on Friday.", "2025-07-04T10:00+03:00", "+03:00"),
        ("It began at 01:30 (2130 GMT) on Friday.", "2025-07-04T01:30+04:00", "+04:00"),
        ("It began at 7:30 p.m. (0030 GMT) on Friday.", "2025-07-04T19:30-05:00", "-05:00"),
        ("It began at 2025-07-04T06:00:00+0300 sharp.", "2025-07-04T06:00+03:00", "+03:00"),
        ("It began at 2025-07-04T06:00Z sharp.", "2025-07-04T06:00Z", "Z"),
    ],
)
def test_a_zone_stays_with_its_clock_time(text: str, value: str, zone: str) -> None:
    (time,) = find_times(text, published="2025-07-08")
    assert (time.type, time.value) == ("TIME", value)
    assert isinstance(time.meaning, Clock)
    assert time.meaning.zone == zone


def test_clock_times_are_written_without_offset_in_the_way_of_timebank() -> None:
    (time,) = find_times("It began at 6 p.m. EST on Friday.", published="2025-07-08", profile="timeml")
    assert time.value == "2025-07-04T18:00"


def test_the_days_of_a_list_stand_alone() -> None:
    text = "Strikes on May 3, 5 and 9, 2024, and on June 24 and 27 killed many; those of 4 or 6 July did not."
    found = find_times(text, published="2024-07-20")
    assert [(time.text, time.value) for time in found] == [
        ("May 3", "2024-05-03"),
        ("5", "2024-05-05"),
        ("9, 2024", "2024-05-09"),
        ("June 24", "2024-06-24"),
        ("27", "2024-06-27"),
        ("4", "2024-07-04"),
        ("6 July", "2024-07-06"),
    ]
    assert all(text[time.span.start : time.span.stop] == time.text for time in found)


@pytest.mark.parametrize("published", ["2025-02-10", "2025-07-08", "2025-11-30", "2025-12-20"])
def test_parts_of_months_over_the_turn_of_a_year_stay_in_order(published: str) -> None:
    (time,) = find_times("Talks ran from late November to early January.", published=published)
    assert time.days is not None
    first, last = time.days
    assert (first.month, first.day, last.month, last.day) == (11, 21, 1, 10)
    assert last.year == first.year + 1


@pytest.mark.parametrize(
    "text",
    [
        "On May 3 and 5 others died.",
        "On March 3 and 12 ships sailed.",
        "On March 3 and 4 people left.",
        "On July 6, 7 and 8 people left.",
        "On June 3, 4 soldiers and 5 civilians were killed.",
    ],
)
def test_a_count_after_a_day_is_no_day(text: str) -> None:
    assert len(find_times(text, published="2025-07-08")) == 1


def test_a_rule_with_an_unknown_slot_is_a_fault() -> None:
    lexicon = Lexicon(time_rules=(TimeRule(name="odd", pattern="<moon> ago", means="today"),))
    with pytest.raises(LexiconErrors) as raised:
        find_times("x", lexicon=lexicon)
    assert "known slots" in str(raised.value)


def test_resolve_takes_the_longest_phrase() -> None:
    assert resolve("last month", published="2025-07-07").value == "2025-06"
    with pytest.raises(InputError, match="no time expression"):
        resolve("hello")


def test_dates_beyond_the_calendar_are_refused() -> None:
    assert one("next year", "9999-06-01").reason == "out-of-range"
    assert one("last year", "0001-06-01").reason == "out-of-range"


@pytest.mark.parametrize(
    "text", ["", " ", ".", "\x00", "\ud800 Monday", "9" * 5000, "Monday\u200b", "1" * 30 + " days"]
)
def test_odd_texts_raise_nothing(text: str) -> None:
    find_times(text, published=TUESDAY, vague=True)


def test_a_text_full_of_dates_is_capped_and_reported() -> None:
    times = find_times("Monday " * 6000, published=TUESDAY)
    assert [issue.code for issue in time_issues(times)] == ["too-many-dates"]


def test_a_zone_of_the_text_stays_in_the_value() -> None:
    assert one("It began at 0600 GMT on Friday.").value == "2025-07-04T06:00Z"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on 7 October 2023.", "2023-10-07"),
        ("They met in July 2024.", "2024-07"),
        ("They met in 2014.", "2014"),
        ("They met in the 1990s.", "199X"),
        ("They met in the 19th century.", "18XX"),
        ("They met in the third quarter of 2024.", "2024-35"),
        ("They met in the spring of 2024.", "2024-21"),
        ("They met in the first half of 2024.", "2024-40"),
        ("They met last week.", "2025-06-30/2025-07-06"),
        ("They met in early May 2024.", "2024-05-01/2024-05-10"),
        ("They met about a year ago.", "2024~"),
    ],
)
def test_edtf(text: str, edtf: str) -> None:
    assert one(text).edtf == edtf
