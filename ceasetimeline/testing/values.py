"""Strategies for each value of the library, also for such as no article would lead to."""

from __future__ import annotations

import datetime as dt
from typing import Final, get_args

from hypothesis import strategies as st

from ceasetimeline.bounds import OPEN, Interval, TimeBounds
from ceasetimeline.codec import TimelineParts
from ceasetimeline.granularity import Granularity
from ceasetimeline.meaning import Between, Direction, Fixed, Meaning, Part, Portion, Shift, This, Weekday
from ceasetimeline.model import (
    ROLE_NAMES,
    Anchor,
    AnchorKind,
    Article,
    Claim,
    Clue,
    Conflict,
    Event,
    Evidence,
    Issue,
    Mention,
    Publication,
    PublicationBasis,
    Realis,
    Relation,
    Roles,
    RoleSpan,
    Settings,
    Span,
    Statement,
    Status,
    Strength,
    TimeExpression,
)
from ceasetimeline.timeline import Timeline

FIRST: Final = dt.date(1900, 1, 1).toordinal()
LAST: Final = dt.date(2100, 12, 31).toordinal()

names: Final = st.sampled_from(["Hamas", "Israel", "Qatar", "Egypt", "United States", "Colombia", "FARC-EP"])
kinds: Final = st.sampled_from(["talks", "proposal", "acceptance", "rejection", "ceasefire", "release"])
words: Final = st.text(max_size=12)
days: Final = st.integers(FIRST, LAST)
open_days: Final = st.one_of(st.tuples(days | st.none(), days | st.none()))
realis: Final = st.sampled_from(get_args(Realis))
strengths: Final = st.sampled_from(get_args(Strength))
probabilities: Final = st.floats(0, 1)


@st.composite
def spans(draw: st.DrawFn, within: int = 60) -> Span:
    """A stretch of a text of that length."""
    start, stop = sorted(draw(st.tuples(st.integers(0, within), st.integers(0, within))))
    return Span(start, stop)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """A stretch of one to 400 days in the years 1900 to 2100."""
    start = draw(days)
    return Interval(start, start + draw(st.integers(1, 400)))


@st.composite
def bounds(draw: st.DrawFn) -> TimeBounds:
    """Bounds that hold together, some of their sides open."""
    a, b, c, d = sorted(draw(st.tuples(days, days, days, days)))
    early, late = (b, c) if draw(st.booleans()) else (c, b)
    shut = draw(st.tuples(*[st.booleans()] * 4))
    sides = [side if kept else None for side, kept in zip((a, early, late, d), shut, strict=True)]
    found = (
        TimeBounds(earliest_start=sides[0], latest_end=sides[3])
        if early > late
        else TimeBounds(earliest_start=sides[0], latest_start=sides[1], earliest_end=sides[2], latest_end=sides[3])
    )
    return OPEN if found.is_open else found


def meanings() -> st.SearchStrategy[Meaning]:
    """Trees of time operators."""
    units = st.sampled_from(Granularity)
    leaves = st.one_of(
        st.builds(This, units),
        st.builds(Fixed, st.integers(1, 9999), st.none() | st.integers(1, 12)),
        st.builds(Weekday, st.integers(1, 7), st.sampled_from(Direction)),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Shift, inner, units, st.integers(-99, 99)),
            st.builds(Part, inner, st.sampled_from(Portion)),
            st.builds(Between, inner, inner),
        ),
        max_leaves=4,
    )


def evidence() -> st.SearchStrategy[Evidence]:
    """Words that something rests on, with or without a place."""
    return st.builds(
        Evidence, article=words, span=st.none() | spans(), quote=st.text(max_size=20), rule=words, note=words
    )


def several(one: st.SearchStrategy[Evidence]) -> st.SearchStrategy[tuple[Evidence, ...]]:
    """Up to two of them."""
    return st.lists(one, max_size=2).map(tuple)


def roles() -> st.SearchStrategy[Roles]:
    """Who takes part, in any role."""
    return st.builds(Roles, **{role: st.lists(names, max_size=2, unique=True).map(tuple) for role in ROLE_NAMES})


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    """A publication day, a stretch of days, or nothing known."""
    clues = st.builds(Clue, bounds=open_days, hard=st.booleans(), evidence=evidence())
    return Publication(
        bounds=draw(st.one_of(open_days, days.map(lambda day: (day, day)))),
        basis=draw(st.sampled_from(get_args(PublicationBasis))),
        clues=tuple(draw(st.lists(clues, max_size=1))),
    )


def articles(text: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Article]:
    """Articles with any text, dated or not."""
    return st.builds(
        Article,
        id=st.text(min_size=1, max_size=8),
        text=st.text(max_size=80) if text is None else text,
        published=st.one_of(st.none(), st.dates().map(dt.date.isoformat), words),
        modified=st.one_of(st.none(), st.dates().map(dt.date.isoformat), words),
        source=words,
        title=words,
        url=words,
        publication=publications(),
        copy_of=st.none() | words,
    )


def anchors() -> st.SearchStrategy[Anchor]:
    """What a relative time counts from."""
    return st.builds(
        Anchor, kind=st.sampled_from(get_args(AnchorKind)), days=st.none() | intervals(), span=st.none() | spans()
    )


def times(depth: int = 1) -> st.SearchStrategy[TimeExpression]:
    """Time expressions, placed or not, with further readings down to that depth."""
    others = st.lists(times(depth - 1), max_size=1).map(tuple) if depth else st.just(())
    return st.builds(
        TimeExpression,
        id=words,
        article=words,
        span=spans(),
        text=words,
        type=st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
        value=words,
        mod=words,
        interval=st.none() | intervals(),
        granularity=st.none() | st.sampled_from(Granularity),
        edtf=words,
        anchor=anchors(),
        rule=words,
        reason=words,
        meaning=st.none() | meanings(),
        others=others,
        trace=st.lists(words, max_size=2).map(tuple),
    )


@st.composite
def role_spans(draw: st.DrawFn) -> tuple[RoleSpan, ...]:
    """Words that put actors into roles, in the order of the roles."""
    found = draw(
        st.lists(st.builds(RoleSpan, role=st.sampled_from(ROLE_NAMES), name=names, span=spans()), max_size=2)
    )
    return tuple(sorted(found, key=lambda one: ROLE_NAMES.index(one.role)))


def mentions() -> st.SearchStrategy[Mention]:
    """Mentions of moves, with a place in a text or handed in without one."""
    return st.builds(
        Mention,
        id=words,
        article=words,
        span=st.none() | spans(),
        quote=words,
        sentence=st.none() | spans(),
        type=kinds,
        mode=words,
        realis=realis,
        reported_by=st.lists(names, max_size=2).map(tuple),
        roles=roles(),
        role_spans=role_spans(),
        venue=words,
        round=words,
        duration=words,
        deadline=words,
        quantity=words,
        topic=words,
        condition=words,
        time=st.none() | words,
        bounds=bounds(),
        bounds_because=several(evidence()),
        content=st.frozensets(words, max_size=3),
        confidence=probabilities,
        rule=words,
        why=several(evidence()),
    )


def events() -> st.SearchStrategy[Event]:
    """Events with any bounds."""
    return st.builds(
        Event,
        id=st.text(min_size=1, max_size=8),
        type=kinds,
        realis=realis,
        roles=roles(),
        venue=words,
        round=words,
        bounds=bounds(),
        bounds_because=several(evidence()),
        mentions=st.lists(words, max_size=3).map(tuple),
        independent_sources=st.integers(0, 99),
        confidence=probabilities,
        why=several(evidence()),
    )


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """What a source says about the time or the relation of events."""
    kind = draw(st.sampled_from(["date", "gap", "before", "answers"]))
    stretch = draw(
        {"date": open_days, "gap": st.tuples(st.integers(0, 9), st.integers(9, 99))}.get(kind, st.just((None, None)))
    )
    return Statement(
        kind=kind,
        source=draw(words),
        target=draw(words),
        days=stretch,
        strength=draw(strengths),
        weight=draw(st.floats(0, 9)),
        evidence=draw(several(evidence())),
    )


def relations() -> st.SearchStrategy[Relation]:
    """Links between two events."""
    return st.builds(
        Relation,
        id=words,
        source=words,
        target=words,
        kind=st.sampled_from(["before", "answers", "ends", "fulfils"]),
        strength=strengths,
        evidence=several(evidence()),
    )


def conflicts() -> st.SearchStrategy[Conflict]:
    """Conflicts with two claims."""
    claims = st.builds(Claim, statement=statements(), evidence=several(evidence()))
    return st.builds(
        Conflict,
        id=words,
        kind=st.sampled_from(["date", "order", "role", "realis", "quantity", "place", "round"]),
        subjects=st.lists(words, max_size=2).map(tuple),
        claims=st.lists(claims, min_size=2, max_size=2).map(tuple),
        status=st.sampled_from(get_args(Status)),
    )


def issues() -> st.SearchStrategy[Issue]:
    """Entries of ``timeline.issues``."""
    return st.builds(Issue, code=words, message=words, article=words, place=words)


def settings() -> st.SearchStrategy[Settings]:
    """What a user may choose."""
    return st.builds(
        Settings,
        languages=st.lists(st.sampled_from(["en", "ar", "fr"]), min_size=1, max_size=2, unique=True).map(tuple),
        week_start=st.sampled_from(["monday", "sunday"]),
        date_order=st.sampled_from(["DMY", "MDY", "YMD", None]),
    )


@st.composite
def timeline_parts(draw: st.DrawFn) -> TimelineParts:
    """The parts of a timeline, each on its own: nothing says that they fit together."""
    return {
        "articles": tuple(draw(st.lists(articles(), max_size=2))),
        "times": tuple(draw(st.lists(times(), max_size=2))),
        "mentions": tuple(draw(st.lists(mentions(), max_size=2))),
        "events": tuple(draw(st.lists(events(), max_size=2))),
        "relations": tuple(draw(st.lists(relations(), max_size=2))),
        "conflicts": tuple(draw(st.lists(conflicts(), max_size=2))),
        "issues": tuple(draw(st.lists(issues(), max_size=2))),
        "settings": draw(settings()),
        "lexicon": draw(words),
    }


def timelines() -> st.SearchStrategy[Timeline]:
    """Timelines of any parts, also such as no article would lead to."""
    return timeline_parts().map(lambda parts: Timeline(**parts))
