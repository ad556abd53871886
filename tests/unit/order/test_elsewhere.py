"""What dated moves of other articles tell of the day on which an undated article was written."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.bounds import Interval, TimeBounds, ordinal
from ceasetimeline.lexicon import ActorEntry, Kin, Lexicon
from ceasetimeline.linking.syndication import sketch
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    Article,
    ArticleReading,
    Mention,
    Publication,
    Realis,
    Roles,
    Span,
)
from ceasetimeline.order.elsewhere import NARROW, SPREAD, Dated, hints_from, hints_from_copies
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times
from ceasetimeline.timex.clues import Hint

LEXICON = Lexicon(
    kins=(Kin(name="talks", types=("talks", "meeting")),),
    actors=(ActorEntry(name="Northland", kind="state", seats=("Northport",)),),
)
SIDES = ("North", "South")
SUNDAY = ordinal("2019-04-14")
APRIL = (ordinal("2019-04-01"), ordinal("2019-04-30"))

Days = tuple[int | None, int | None]


def told(
    name: str,
    text: str,
    published: Days,
    *,
    days: Days = (None, None),
    parties: tuple[str, ...] = SIDES,
    kind: str = "talks",
    venue: str = "",
    realis: Realis = "actual",
    timed: bool = True,
) -> ArticleReading:
    """An article of one move: it hangs on the first time of the text, or has days of its own."""
    article = Article(text=text, id=name, publication=Publication(bounds=published, basis="inferred"))
    sentences = split_sentences(text)
    times = read_times(article, sentences, LEXICON, DEFAULT_SETTINGS)
    within = TimeBounds() if days[0] is None or days[1] is None else TimeBounds.within(Interval(days[0], days[1] + 1))
    mention = Mention(
        id=f"m-{name}",
        article=name,
        span=Span(0, 4),
        quote=text[:4],
        type=kind,
        realis=realis,
        roles=Roles(parties=parties),
        venue=venue,
        time=times[0].id if times and timed else None,
        bounds=within,
    )
    return ArticleReading(article=article, sentences=sentences, times=times, mentions=(mention,))


def undated(text: str = "They talked on Sunday.", published: Days = APRIL, **more: object) -> ArticleReading:
    return told("a", text, published, **more)  # type: ignore[arg-type]


def dated(name: str = "b", first: int = SUNDAY, last: int | None = None, **more: object) -> ArticleReading:
    days = first, first if last is None else last
    return told(name, "They talked.", (SUNDAY, SUNDAY + 40), days=days, **more)  # type: ignore[arg-type]


def hints(own: ArticleReading, *others: ArticleReading) -> tuple[Hint, ...]:
    return hints_from(Dated.of([own, *others], LEXICON), own, DEFAULT_SETTINGS)


def clue(own: ArticleReading, *others: ArticleReading) -> Days | None:
    """The days that the one clue leaves open, None for no clue."""
    found = hints(own, *others)
    assert len(found) < 2
    return found[0].clue.bounds if found else None


def test_a_report_was_written_in_the_week_behind_the_day_that_it_tells_of() -> None:
    assert clue(undated(), dated()) == (SUNDAY, SUNDAY + 6)


def test_a_plan_was_written_in_the_week_before_its_day() -> None:
    for text in ("They meet on Sunday.", "Talks on Sunday."):
        assert clue(undated(text, realis="planned"), dated()) == (SUNDAY - 6, SUNDAY)
    assert clue(undated("Talks on Sunday."), dated()) == (SUNDAY, SUNDAY + 6)


@pytest.mark.parametrize(("width", "tells"), [(SPREAD - 1, True), (SPREAD, False), (3 * SPREAD, False)])
def test_only_a_move_dated_to_a_week_dates_others(width: int, tells: bool) -> None:
    assert (clue(undated(), dated(last=SUNDAY + width)) is not None) == tells


def test_an_article_does_not_date_itself() -> None:
    own = undated()
    own = attrs.evolve(
        own, mentions=(attrs.evolve(own.mentions[0], bounds=TimeBounds.within(Interval(SUNDAY, SUNDAY + 1))),)
    )
    assert clue(own) is None


@pytest.mark.parametrize("published", [(None, None), (SUNDAY, None), (None, SUNDAY)])
def test_an_article_of_open_date_dates_no_other(published: Days) -> None:
    other = told("b", "They talked.", published, days=(SUNDAY, SUNDAY))
    assert clue(undated(), other) is None


@pytest.mark.parametrize("realis", ["denied", "hypothetical", "demanded"])
def test_what_did_not_happen_dates_nothing(realis: Realis) -> None:
    assert clue(undated(), dated(realis=realis)) is None


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        (SIDES, SIDES, True),
        (("North",), ("North",), True),
        (("North", "South", "East"), ("North", "South", "West"), True),
        (("North", "South", "East"), SIDES, True),
        (("North", "East"), SIDES, False),
        (("North",), SIDES, False),
        ((), (), False),
        (("North",), (), False),
    ],
)
def test_moves_are_alike_with_two_actors_in_common_or_all(
    mine: tuple[str, ...], theirs: tuple[str, ...], same: bool
) -> None:
    assert (clue(undated(parties=mine), dated(parties=theirs)) is not None) == same


@pytest.mark.parametrize(
    ("mine", "theirs", "same"), [("", "Here", True), ("Here", "", True), ("Here", "There", False)]
)
def test_two_venues_part_what_one_venue_does_not(mine: str, theirs: str, same: bool) -> None:
    assert (clue(undated(venue=mine), dated(venue=theirs)) is not None) == same


def test_a_venue_stands_for_whom_it_belongs_to() -> None:
    there = dated(parties=("South",), venue="Northport")
    assert clue(undated(parties=("Northland", "South")), there) == (SUNDAY, SUNDAY + 6)
    assert clue(undated(parties=("South",), venue="Northport"), dated(parties=("Northland", "South"))) is not None
    assert clue(undated(parties=("Northland", "South")), dated(parties=("South",), venue="Elsewhere")) is None


def test_types_of_one_kin_may_be_one_move() -> None:
    assert clue(undated(kind="meeting"), dated()) is not None
    assert clue(undated(kind="truce"), dated(kind="truce")) is not None
    assert clue(undated(kind="truce"), dated()) is None


@pytest.mark.parametrize(("width", "tells"), [(NARROW, True), (NARROW + 1, False)])
def test_a_weekday_tells_only_within_two_months(width: int, tells: bool) -> None:
    own = undated(published=(SUNDAY - 5, SUNDAY - 5 + width))
    assert (clue(own, dated()) is not None) == tells


@pytest.mark.parametrize("published", [(None, None), (SUNDAY - 300, SUNDAY + 300), (SUNDAY - 300, None)])
@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("They talked in April.", True),
        ("They talked on 14 April.", True),
        ("They talked this spring.", True),
        ("They talked on Sunday.", False),
    ],
)
def test_a_time_of_the_year_tells_of_any_stretch(text: str, tells: bool, published: Days) -> None:
    assert (clue(undated(text, published), dated()) is not None) == tells


MONTH_OVER = (ordinal("2019-05-01"), ordinal("2020-03-31"))
"""When "they talked in April" is said of April 2019."""


def test_a_month_speaks_of_a_move_until_it_comes_again() -> None:
    assert clue(undated("They talked in April.", (None, None)), dated()) == MONTH_OVER


@given(st.integers(-12, 12), st.integers(0, NARROW))
def test_a_clue_is_given_if_it_touches_what_is_open(shift: int, width: int) -> None:
    low = SUNDAY + shift
    open_days = range(low, low + width + 1)
    touches = any(day in open_days for day in range(SUNDAY, SUNDAY + 7))
    assert (clue(undated(published=(low, low + width)), dated()) is not None) == touches


@pytest.mark.parametrize(
    ("published", "tells"),
    [
        ((None, MONTH_OVER[0]), True),
        ((None, MONTH_OVER[0] - 1), False),
        ((MONTH_OVER[1], None), True),
        ((MONTH_OVER[1] + 1, None), False),
    ],
)
def test_a_time_of_the_year_that_misses_what_is_open_tells_nothing(published: Days, tells: bool) -> None:
    assert (clue(undated("They talked in April.", published), dated()) is not None) == tells


def awaited(published: Days = APRIL, realis: Realis = "planned") -> ArticleReading:
    """An article that awaits a meeting and names no day for it."""
    return undated("They are to meet.", published, realis=realis, timed=False)


@given(st.integers(-3, 33))
def test_a_move_still_ahead_closes_the_stretch_behind_its_day(shift: int) -> None:
    day = APRIL[0] + shift
    fits = APRIL[0] <= day <= APRIL[1]
    assert clue(awaited(), dated(first=day, realis="planned")) == ((None, day + 1) if fits else None)


def test_a_plan_closes_nothing_where_the_stretch_is_wide_or_the_move_was_made() -> None:
    plan = dated(realis="planned")
    assert clue(awaited(), plan) is not None
    assert clue(awaited((None, SUNDAY + 5)), plan) is None
    assert clue(awaited((SUNDAY - 5, SUNDAY + 400)), plan) is None
    assert clue(awaited(realis="actual"), plan) is None
    assert clue(awaited(), dated()) is None


def test_several_like_moves_leave_open_what_any_of_them_would() -> None:
    (hint,) = hints(undated(), dated("c", SUNDAY + 7), dated("b"), dated("d", SUNDAY + 14))
    assert hint.clue.bounds == (SUNDAY, SUNDAY + 20)
    assert hint.clue.evidence.note.endswith("in article b and 2 more")
    (hint,) = hints(undated(), dated("b"))
    assert hint.clue.evidence.note.endswith("in article b")


def test_of_moves_that_leave_the_same_days_open_the_first_id_is_named() -> None:
    early, late = dated("c", SUNDAY), dated("b", SUNDAY, SUNDAY + 1)
    for others in ([early, late], [late, early]):
        (hint,) = hints(awaited(), *(attrs.evolve(one, mentions=(_planned(one),)) for one in others))
        assert hint.clue.evidence.note.endswith("in article c")


def _planned(reading: ArticleReading) -> Mention:
    return attrs.evolve(reading.mentions[0], realis="planned")


@pytest.mark.parametrize(("first", "last"), [(0, 3), (-3, 0), (-3, 3)])
def test_a_finer_date_of_the_same_move_counts_alone(first: int, last: int) -> None:
    coarse = dated("c", SUNDAY + first, SUNDAY + last, realis="planned")
    (hint,) = hints(awaited(), coarse, dated(realis="planned"))
    assert hint.clue.bounds == (None, SUNDAY + 1)
    assert hint.clue.evidence.note.endswith("in article b")
    assert clue(awaited(), coarse) == (None, SUNDAY + last + 1)


def test_dates_that_overlap_both_count() -> None:
    early, late = (dated(name, SUNDAY + k, SUNDAY + k + 2, realis="planned") for name, k in (("b", 0), ("c", 1)))
    (hint,) = hints(awaited(), early, late)
    assert hint.clue.bounds == (None, SUNDAY + 4)
    assert hint.clue.evidence.note.endswith("and 1 more")


STORY = (
    "Envoys of Northland and Southland spent nine hours in Lakeside without agreeing on the 14 border posts. "
    "The minister of roads said 230 prisoners could go home within a month if the guns stay silent. "
    "Southland asked for observers from the League of Harbours, and the mediator promised an answer."
)


def version(name: str, published: Days, more: str = "") -> ArticleReading:
    article = Article(text=STORY + more, id=name, publication=Publication(bounds=published))
    return ArticleReading(article=article, sketch=sketch(STORY + more))


def test_only_undated_versions_of_dated_texts_get_a_clue() -> None:
    other = attrs.evolve(version("d", (None, None)), sketch=sketch("Quite another story of harvests. " * 6))
    readings = [
        version("a", (None, None)),
        version("b", (SUNDAY, SUNDAY), " The road is open."),
        version("c", (SUNDAY + 3, SUNDAY + 3), " The road is shut."),
        other,
    ]
    found = hints_from_copies(readings)
    assert set(found) == {"a"}
    assert found["a"].clue.bounds == (SUNDAY - 2, SUNDAY + 5)
    assert "article b" in found["a"].clue.evidence.note
    assert hints_from_copies([version("a", (None, None)), version("e", (None, None))]) == {}
