"""Strategies for what belongs together: short news with known dates, events with what is said of their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

from ceasetimeline.bounds import OPEN, Interval, TimeBounds
from ceasetimeline.model import (
    Article,
    Event,
    Evidence,
    Statement,
)

_TELLERS: Final = ("Hamas", "Israel", "Qatar", "Egypt", "Ukraine", "Russia", "The Colombian government", "The ELN")
_MOVES: Final = (
    "rejected the ceasefire proposal",
    "accepted the mediators' proposal",
    "proposed a truce of sixty days",
    "sent a delegation to Geneva",
    "released six prisoners",
    "announced a ceasefire",
)
DAY_PHRASES: Final = ("on Monday", "on Thursday", "late on Saturday", "yesterday", "last Friday", "three days ago")
"""Phrases that name one day: moving the publication by whole weeks moves their days by as many."""
WEEK_PHRASES: Final = ("last week", "earlier this week", "over the weekend", "two weeks ago")
"""Phrases that name a week or a part of one, with the same law."""


@st.composite
def news_articles(draw: st.DrawFn, phrases: Sequence[str] = DAY_PHRASES + WEEK_PHRASES) -> Article:
    """Short news stories about moves, each dated by one of ``phrases``: "Hamas released six prisoners on Monday."."""
    told = draw(st.lists(st.tuples(*map(st.sampled_from, (_TELLERS, _MOVES, phrases))), min_size=1, max_size=4))
    published = draw(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)))
    text = " ".join(f"{who} {did} {when}." for who, did, when in told)
    source = draw(st.sampled_from(("Wire A", "Daily B", "Broadcaster C")))
    return Article(text=text, published=published.isoformat(), source=source)


ORDER_DAYS: Final = range(dt.date(2025, 7, 1).toordinal(), dt.date(2025, 7, 21).toordinal())
_ORDER_KINDS: Final = (
    *("before", "after", "before", "answers", "continues", "same", "during", "gap", "gap", "date", "date", "lasts"),
    *("begins_before", "meets", "overlaps", "starts", "within", "finishes", "contains", "start_date", "end_date"),
)


def told(article: str, kind: str, source: str, target: str = "", **parts: Any) -> Statement:
    """A statement of an article that cites itself: ``told("a1", "before", "walk-out", "talks", weight=2)``."""
    words = f"{source} {kind} {target} {parts.get('days', '')}".strip()
    return Statement(
        kind=kind,
        source=source,
        target=target,
        evidence=(Evidence(article=article, rule="told", quote=words),),
        **parts,
    )


@st.composite
def ordering_problems(draw: st.DrawFn, most: int = 5) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """A few events of one July, dated or not, and what articles say of their order: much of it contradicts itself."""
    count = draw(st.integers(2, most))
    moves = tuple(Event(id=f"e{number}", type="talks", bounds=draw(_july()) or OPEN) for number in range(count))
    said = draw(st.lists(_ordering_statements(count), max_size=10))
    return moves, tuple(_cited(number % 7, statement) for number, statement in enumerate(said))


def _july() -> st.SearchStrategy[TimeBounds | None]:
    stretch = st.builds(
        lambda start, length: Interval(start, start + length), st.sampled_from(ORDER_DAYS), st.integers(1, 4)
    )
    return st.none() | st.builds(TimeBounds.within, stretch) | st.builds(TimeBounds.throughout, stretch)


@st.composite
def _ordering_statements(draw: st.DrawFn, count: int) -> Statement:
    kind = draw(st.sampled_from(_ORDER_KINDS))
    source, target = draw(st.permutations(range(count)))[:2]
    low = draw(
        st.sampled_from(ORDER_DAYS)
        if kind.endswith("date")
        else st.integers(1, 6)
        if kind == "lasts"
        else st.integers(-4, 6)
    )
    high = low + draw(st.integers(0, 4))
    sides = draw(st.sampled_from([(low, high), (low, high), (low, None), (None, high)]))
    counted = kind in {"gap", "lasts"} or kind.endswith("date")
    return Statement(
        kind=kind,
        source=f"e{source}",
        target="" if counted and kind != "gap" else f"e{target}",
        days=sides if counted else (None, None),
        strength=draw(st.sampled_from(["asserted", "asserted", "asserted", "entailed", "likely"])),
        weight=float(draw(st.sampled_from([1, 1, 1, 2, 3]))),
    )


def _cited(article: int, one: Statement) -> Statement:
    return told(
        f"a{article}", one.kind, one.source, one.target, days=one.days, strength=one.strength, weight=one.weight
    )


@st.composite
def true_stories(
    draw: st.DrawFn, most: int = 6
) -> tuple[tuple[Event, ...], tuple[Statement, ...], dict[str, tuple[int, int]]]:
    """Events, statements that are all true of them, and the first and last day of each: no two on one day."""
    count = draw(st.integers(2, most))
    days = sorted(draw(st.sets(st.sampled_from(ORDER_DAYS), min_size=count, max_size=count)))
    chance = draw(st.permutations(range(count)))
    truth = {f"e{name}": (day, day + draw(st.integers(0, 3))) for name, day in zip(chance, days, strict=True)}
    moves = []
    for name, (first, last) in sorted(truth.items()):
        early, late = draw(st.integers(0, 2)), draw(st.integers(0, 2))
        known = TimeBounds.within(Interval(first - early, last + late + 1)) if draw(st.booleans()) else OPEN
        moves.append(Event(id=name, type="talks", bounds=known))
    said = [
        statement
        for number, pair in enumerate(
            draw(st.lists(st.permutations(sorted(truth)).map(lambda names: names[:2]), max_size=8))
        )
        for statement in _true_of(draw, truth, *pair)[: 1 + number % 2]
    ]
    return tuple(moves), tuple(_cited(number % 5, statement) for number, statement in enumerate(said)), truth


def _true_of(draw: st.DrawFn, truth: dict[str, tuple[int, int]], a: str, b: str) -> list[Statement]:
    (first, last), (other_first, other_last) = truth[a], truth[b]
    slack = draw(st.integers(0, 2))
    said = [Statement(kind="gap", source=a, target=b, days=(other_first - last - slack, other_first - last + slack))]
    if last < other_first:
        said.append(Statement(kind="before", source=a, target=b))
    if first < other_first:
        said += [Statement(kind="begins_before", source=a, target=b), Statement(kind="answers", source=b, target=a)]
    if other_first <= first and last <= other_last:
        said.append(Statement(kind="during", source=a, target=b))
    said.append(Statement(kind="lasts", source=a, days=(last - first + 1, last - first + 1 + slack)))
    said.append(Statement(kind="start_date", source=a, days=(first - slack, first)))
    return draw(st.permutations(said))
