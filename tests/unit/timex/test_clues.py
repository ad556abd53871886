"""Clues to the day on which an undated article was written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import iso
from ceasetimeline.lexicon import Lexicon, NamedDay
from ceasetimeline.model import DEFAULT_SETTINGS, Article
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times
from ceasetimeline.timex.clues import Hint, clues_of, read_count

SHORT_WAR = NamedDay(names=("the nine-day war", "the 9-day war"), start=dt.date(2019, 3, 4), end=dt.date(2019, 3, 12))
ACCORD = NamedDay(names=("the Lakeside accord",), start=dt.date(2021, 5, 20), end=dt.date(2021, 5, 20))
TRUCE = NamedDay(names=("the November 2022 truce",), start=dt.date(2022, 11, 3), end=dt.date(2022, 11, 30))


def hints(text: str, *events: NamedDay) -> tuple[Hint, ...]:
    article = Article(text=text, id="a")
    sentences = split_sentences(text)
    times = read_times(article, sentences, Lexicon(), DEFAULT_SETTINGS)
    return clues_of(article, sentences, times, events=events)


def plain(found: tuple[Hint, ...]) -> list[tuple[str, bool, str | None, str | None]]:
    clues = [hint.clue for hint in found]
    return [(clue.evidence.rule, clue.hard, iso(clue.bounds[0]), iso(clue.bounds[1])) for clue in clues]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The front has been quiet since 14 June 2022.", "2022-06-14"),
        ("The sides signed a protocol on March 3, 2021, and broke it.", "2021-03-03"),
        ("The province has been cut off since 2018.", "2018-01-01"),
        ("In May 2020 the monitors left the valley.", "2020-05-01"),
    ],
)
def test_a_date_told_as_past_is_a_hard_earliest_day(text: str, first: str) -> None:
    assert plain(hints(text)) == [("past-date", True, first, None)]


def test_a_bare_year_told_as_past_is_a_soft_earliest_day() -> None:
    assert plain(hints("The province was cut off in 2018.")) == [("past-date", False, "2018-01-01", None)]


def test_a_date_still_to_come_is_a_soft_latest_day() -> None:
    assert plain(hints("The assembly will meet on 12 April 2024.")) == [("planned-date", False, None, "2024-04-12")]


@pytest.mark.parametrize(
    "text",
    [
        "Both parties want the force out by 31 December 2026.",
        "The mandate runs until June 2027.",
        "The Vision of the two presidents is peace.",
        "They projected higher output in 2031.",
        "The pledged funds were budgeted for 2031.",
        "Talks went on.",
    ],
)
def test_a_limit_or_no_date_gives_no_clue(text: str) -> None:
    assert plain(hints(text)) == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The war, now in its third month, began on 10 January 2023.", ("2023-02-10", "2023-05-09")),
        ("The war began on 10 January 2023. It has entered its twenty-first week.", ("2023-05-23", "2023-06-12")),
        ("The siege started on 10 January 2023. The 20-month siege goes on.", ("2024-08-10", "2024-11-09")),
        ("The war broke out on 10 January 2023. After 6 months of war nothing moved.", ("2023-06-10", "2023-09-09")),
        ("The war began on 10 January 2023. It is day 49 of the war.", ("2023-02-26", "2023-02-28")),
    ],
)
def test_the_age_of_a_conflict_is_a_soft_clue_of_a_unit_more_or_less(text: str, bounds: tuple[str, str]) -> None:
    found = [hint for hint in plain(hints(text)) if hint[0] == "age-of-conflict"]
    assert found == [("age-of-conflict", False, *bounds)]


def test_an_age_without_a_first_day_gives_nothing() -> None:
    assert plain(hints("The war, now in its third month, goes on.")) == []


def test_a_relative_date_with_the_name_of_an_event_is_hard() -> None:
    found = plain(hints("The calm follows last month's nine-day war.", SHORT_WAR))
    assert ("dated-by-event", True, "2019-04-01", "2019-04-30") in found
    assert ("named-event", True, "2019-03-04", None) in found


def test_a_relative_date_with_words_like_an_event_is_soft() -> None:
    found = plain(hints("The calm follows last month's 9-day assault on the coast.", SHORT_WAR))
    assert found == [("dated-by-event", False, "2019-04-01", "2019-04-30")]


def test_a_month_without_its_year_takes_it_from_the_event() -> None:
    found = plain(hints("Envoys brought about a truce in November that freed many.", TRUCE))
    assert found == [("dated-by-event", False, "2022-12-01", "2023-10-31")]


@pytest.mark.parametrize(
    "text",
    [
        "The calm follows last month's 40-day assault on the coast.",
        "Last month the crops failed; the war goes on.",
        "The lull came a year after talks opened.",
    ],
)
def test_words_that_are_not_like_the_event_give_nothing(text: str) -> None:
    assert plain(hints(text, SHORT_WAR, TRUCE)) == []


def test_an_event_called_by_its_name_has_begun() -> None:
    found = plain(hints("The Lakeside  Accord holds no more.", ACCORD))
    assert found == [("named-event", True, "2021-05-20", None)]


def test_two_names_of_one_day_tell_the_day_of_writing() -> None:
    found = plain(hints("The guns fell silent yesterday, 4 January 2025."))
    assert ("same-day-twice", True, "2025-01-05", "2025-01-05") in found


def test_what_is_told_again_is_one_clue() -> None:
    (hint,) = hints("It began on 4 January 2025. Guns fell silent on 4 January 2025.")
    assert hint.clue.evidence.span is not None
    assert hint.clue.evidence.span.start == 12


def test_today_with_its_weekday_tells_the_weekday_of_writing() -> None:
    (hint,) = hints("The guns fell silent today, Friday.")
    assert (hint.clue.hard, hint.weekdays) == (True, frozenset({5}))


def test_weekdays_in_order_leave_out_the_days_between() -> None:
    (hint,) = hints("A first session was held on Sunday. Talks resumed on Monday.")
    assert (hint.clue.hard, hint.weekdays) == (False, frozenset({1, 2, 3, 4, 5, 6}))
    assert hints("The envoys met on Sunday. A storm hit the coast on Monday.") == ()


def test_numbers_in_words() -> None:
    assert [read_count(word) for word in ("21st", "twenty-first", "Third", "20", "eleven")] == [21, 21, 3, 20, 11]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2080, 1, 1)))
def test_the_day_of_writing_is_within_its_own_clue(day: dt.date) -> None:
    event = NamedDay(names=("the Harbour pact",), start=day, end=day)
    written = day + dt.timedelta(days=3)
    weekday = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]
    found = hints(f"The Harbour pact was signed on {weekday}.", event)
    (low, high) = next(hint.clue.bounds for hint in found if hint.clue.evidence.rule == "dated-by-event")
    assert low is not None
    assert high is not None
    assert low <= written.toordinal() <= high == low + 6


@given(st.text(alphabet="last month's war 2024 Sunday, Monday.\n", max_size=300))
def test_quotes_are_the_words_of_the_text(text: str) -> None:
    for hint in hints(text, SHORT_WAR):
        evidence = hint.clue.evidence
        assert evidence.span is not None
        assert text[evidence.span.start : evidence.span.stop] == evidence.quote
