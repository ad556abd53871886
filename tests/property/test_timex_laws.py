"""Laws of time expressions: exact spans, no overlaps, days that follow publication, nothing invented."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as st

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY
from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import (
    Between,
    Clock,
    Inside,
    Meaning,
    Part,
    PartOfDay,
    Rest,
    Shift,
    SoFar,
    This,
    Weekday,
    Weekend,
)
from ceasetimeline.model import Publication, Settings
from ceasetimeline.timex import find_times, place_again
from ceasetimeline.timex.recognize import leaves
from ceasetimeline.timex.rules import RULES

VOCABULARY = """
the a of in on at by last next this past week weeks month year years day days ago later before after early late mid
end Monday Friday Sunday January May March Oct. 7 15 31 2023 2025 1990s 60-day two half quarter third spring fall
weekend today yesterday tomorrow overnight 10:30 6 p.m. and to - , ' 's Ramadan Easter said will met Hamas “ ” "
03/04/2025 2025-02-30 İstanbul ﬁre attack
"""
WORDS = (*VOCABULARY.split(), "\n", "\n\n")
sentences = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
days = st.dates()
phrases = st.sampled_from([example.sentence for rule in RULES for example in rule.yes])
WEEKLY = (This, Shift, Weekday, Weekend, Inside, SoFar, Rest, Part, PartOfDay, Clock, Between)
FINE = {Granularity.DAY, Granularity.WEEK, Granularity.WEEKEND}


@given(sentences | st.text(max_size=80), days | st.none())
@example("İİİ Monday", dt.date(2025, 7, 8))
@example("ﬁre on Friday", None)
def test_spans_are_exact_ordered_and_apart(text: str, published: dt.date | None) -> None:
    stop = 0
    for time in find_times(text, published=published, vague=True):
        assert text[time.span.start : time.span.stop] == time.text
        assert time.span.start >= stop
        stop = time.span.stop


@given(sentences, days)
def test_a_day_of_the_value_is_a_day_of_the_interval(text: str, published: dt.date) -> None:
    for time in find_times(text, published=published):
        if time.granularity is Granularity.DAY and time.days and len(time.value) == 10 and time.value[:4].isdigit():
            assert time.days[0] <= dt.date.fromisoformat(time.value) <= time.days[1]


@given(sentences, days)
def test_what_has_no_days_says_why_or_is_a_length(text: str, published: dt.date) -> None:
    for time in find_times(text, published=published):
        assert time.days or time.reason or time.type in {"DURATION", "SET"}
        assert (time.days is None) == (time.edtf == "")


@given(sentences)
def test_without_publication_only_dates_of_their_own_have_days(text: str) -> None:
    for time in find_times(text):
        if time.days:
            assert time.anchor.kind in {"none", "date", "quotation"}


@given(phrases, st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)), st.integers(-60, 60))
def test_moving_publication_by_weeks_moves_days_and_weeks_by_as_much(
    text: str, published: dt.date, weeks: int
) -> None:
    step = 7 * weeks
    before = find_times(text, published=published)
    after = find_times(text, published=published + dt.timedelta(days=step))
    for one, two in zip(before, after, strict=True):
        counted = one.anchor.kind == "publication" and one.meaning is not None and of_weeks_and_days(one.meaning)
        if counted and one.interval is not None:
            assert two.interval == one.interval.moved(step)


def of_weeks_and_days(meaning: Meaning) -> bool:
    parts = list(leaves(meaning))
    units = {part.unit for part in parts if isinstance(part, This | Shift)}
    return all(isinstance(part, WEEKLY) for part in parts) and units <= FINE


@given(sentences, st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_the_first_and_the_last_years_raise_nothing(text: str, published: dt.date) -> None:
    for time in find_times(text, published=published):
        if time.interval is not None:
            assert FIRST_DAY <= time.interval.start < time.interval.stop <= LAST_DAY + 1


@given(sentences, days)
def test_placing_again_from_the_same_day_changes_nothing(text: str, published: dt.date) -> None:
    times = find_times(text, published=published)
    assert place_again(times, Publication.on(published.toordinal()), Settings()) == times


@given(sentences, days, st.integers(0, 30))
def test_a_wider_publication_holds_what_its_days_give(text: str, published: dt.date, width: int) -> None:
    first = published.toordinal()
    if first + width > LAST_DAY:
        return
    times = find_times(text, published=published)
    wide = place_again(times, Publication(bounds=(first, first + width), basis="inferred"), Settings())
    for one, two in zip(times, wide, strict=True):
        if one.interval is not None and two.interval is not None and one.anchor.kind == "publication":
            assert two.interval.start <= one.interval.start
            assert one.interval.stop <= two.interval.stop
