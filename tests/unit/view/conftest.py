"""A small timeline made by hand, with all that a view must be able to show."""

from __future__ import annotations

import pytest

from ceasetimeline.bounds import OPEN, Interval, TimeBounds, ordinal
from ceasetimeline.model import (
    Anchor,
    Article,
    Claim,
    Conflict,
    Event,
    Evidence,
    Issue,
    Mention,
    Publication,
    Relation,
    Roles,
    Span,
    Statement,
    TimeExpression,
)
from ceasetimeline.timeline import Timeline

FIRST = "Hamas rejected the plan on Sunday. Talks will resume."
SECOND = "On Monday Hamas <b>rejected</b> the offer \u202e & left."


def article(name: str, text: str, day: str, **more: str) -> Article:
    return Article(
        id=name,
        text=text,
        source=f"Source of {name}",
        publication=Publication.on(ordinal(day)),
        published=day,
        **more,
    )


def mention(name: str, of: Article, words: str, **more: object) -> Mention:
    start = of.text.index(words)
    return Mention(
        id=name,
        article=of.id,
        span=Span(start, start + len(words)),
        quote=words,
        sentence=Span(0, len(of.text)),
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def timeline() -> Timeline:
    one = article("a1", FIRST, "2025-07-07", url="https://example.org/?a=1&b=2", title="<i>No</i>")
    two = article("a2", SECOND, "2025-07-08", url="javascript:alert(1)", copy_of="a1")
    sunday = TimeBounds.within(Interval.of("2025-07-06"))
    told = FIRST.index("on Sunday")
    time = TimeExpression(
        id="t1",
        article="a1",
        span=Span(told, told + 9),
        text="on Sunday",
        type="DATE",
        value="2025-07-06",
        rule="weekday",
        interval=Interval.of("2025-07-06"),
        anchor=Anchor(kind="publication", days=Interval.of("2025-07-07")),
    )
    because = Evidence(article="a1", span=time.span, quote="on Sunday", rule="weekday", note="the day named")
    no = mention(
        "m1", one, "rejected", type="rejection", roles=Roles(agent=("Hamas",)), bounds=sunday, time="t1",
        bounds_because=(because,),
    )  # fmt: skip
    again = mention("m2", two, "rejected", type="rejection", roles=Roles(agent=("Hamas",)))
    talks = mention(
        "m3", one, "Talks", type="talks", realis="planned", bounds=TimeBounds.since(ordinal("2025-07-07"))
    )
    events = (
        Event(
            id="e1", type="rejection", roles=Roles(agent=("Hamas",), addressee=("Israel",), mediator=("Qatar",)),
            bounds=sunday, bounds_because=(because,), mentions=("m1", "m2"), independent_sources=1,
        ),
        Event(id="e2", type="talks", realis="planned", bounds=talks.bounds, mentions=("m3",), independent_sources=1),
        Event(id="e3", type="entry_into_force", bounds=OPEN),
    )  # fmt: skip
    says = (
        ("2025-07-06", because),
        ("2025-07-07", Evidence(article="a2", span=Span(0, 9), quote="On Monday", rule="w")),
    )
    conflict = Conflict(
        id="c1",
        kind="date",
        subjects=("e1",),
        claims=tuple(
            Claim(statement=Statement(kind="date", source="e1", days=(day, day)), evidence=(evidence,))
            for day, evidence in says
        ),
    )
    return Timeline(
        articles=(one, two),
        times=(time,),
        mentions=(no, again, talks),
        events=events,
        relations=(Relation(id="r1", source="e1", target="e2", kind="before", strength="entailed"),),
        conflicts=(conflict,),
        issues=(Issue(code="no-date", article="a9", message="no date was given; pass `published`"),),
    )
