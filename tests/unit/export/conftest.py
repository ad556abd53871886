"""A small timeline of every kind of thing, and one whose every text is hostile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasetimeline.bounds import Interval, TimeBounds, ordinal
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

HOSTILE = (
    '<script>alert(1)</script> ]]> & "quoted" \'too\' `code` =HYPERLINK("http://x") | a\r\nATTENDEE:mailto:x; , \\ '
    "\u202eevil\u2066\u2069 NUL\x00 VT\x0b ESC\x1b[31m \ud800 \uffff {{7*7}} ${x} %s [link](javascript:alert(1)) "
    "-->|x| \u2028 end"
)


def timeline_of(say: Callable[[str], str], link: str) -> Timeline:
    """Two articles, four events: dated, ranged, open and planned, with a relation of each sort and a conflict."""
    day = ordinal("2025-07-08")
    lead = say("Mediators met both sides in Doha on Sunday.")
    second = say("The plan was rejected.")
    first = Article(
        id=say("a1"),
        source=say("Wire A"),
        title=say("Talks in Doha"),
        url=link,
        text=f"{lead}\n{second}",
        published="2025-07-08",
        publication=Publication.on(day),
    )
    other = Article(id=say("a2"), source=say("Daily B"), title=say("No date"), text=say("A truce was planned."))
    sunday = TimeExpression(
        id=say("t1"),
        article=first.id,
        span=Span(0, 9),
        text=first.text[:9],
        type="DATE",
        value="2025-07-06",
        interval=Interval.of("2025-07-06"),
        anchor=Anchor(kind="publication", days=Interval.of("2025-07-08")),
        rule="weekday",
    )
    met = Mention(
        id=say("m1"),
        article=first.id,
        span=Span(10, 13),
        quote=first.text[10:13],
        sentence=Span(0, len(lead)),
        type="talks",
        time=sunday.id,
        reported_by=(say("officials"),),
        roles=Roles(parties=("Israel", "Hamas"), mediator=("Qatar",)),
    )
    at = len(lead) + 1
    refused = Mention(
        id=say("m2"),
        article=first.id,
        span=Span(at, at + 8),
        quote=first.text[at : at + 8],
        sentence=Span(at, len(first.text)),
        type="rejection",
        roles=Roles(agent=("Hamas",), addressee=("Israel",)),
    )
    placeless = Mention(
        id=say("m3"), article=other.id, type="ceasefire", realis="planned", quote=say("given by hand")
    )
    events = (
        Event(
            id=say("e1"),
            type="talks",
            roles=met.roles,
            venue=say("Doha"),
            round=say("sixth"),
            bounds=TimeBounds.within(Interval.of("2025-07-06")),
            mentions=(met.id,),
            independent_sources=1,
        ),
        Event(
            id=say("e2"),
            type="rejection",
            roles=refused.roles,
            bounds=TimeBounds.within(Interval.of("2025-07-06", "2025-07-08")),
            mentions=(refused.id,),
            independent_sources=1,
            confidence=0.5,
        ),
        Event(id=say("e3"), type="proposal", roles=Roles(agent=(say("Qatar"),)), bounds=TimeBounds.until(day)),
        Event(id=say("e4"), type="ceasefire", realis="planned", mentions=(placeless.id,)),
    )
    words = Evidence(
        article=first.id, span=Span(at, at + 8), quote=first.text[at : at + 8], rule="cue", note=say("note")
    )
    relations = (
        Relation(
            id=say("r1"),
            source=events[0].id,
            target=events[1].id,
            kind="before",
            strength="asserted",
            evidence=(words,),
        ),
        Relation(id=say("r2"), source=events[1].id, target=events[2].id, kind="answers", strength="likely"),
        Relation(id=say("r3"), source=events[3].id, target=events[0].id, kind="comments", strength="likely"),
    )
    claims = tuple(
        Claim(statement=Statement(kind="date", source=events[0].id, days=(d, d)), evidence=(words,))
        for d in ("2025-07-05", "2025-07-06")
    )
    return Timeline(
        articles=(first, other),
        times=(sunday,),
        mentions=(met, refused, placeless),
        events=events,
        relations=relations,
        conflicts=(Conflict(id=say("c1"), kind="date", subjects=(events[0].id,), claims=claims),),
        issues=(Issue(code="no-text", message=say("the article has no text"), place=say("line 7")),),
    )


@pytest.fixture
def timeline() -> Timeline:
    return timeline_of(str, "https://example.org/a?b=1&c=2")


@pytest.fixture
def hostile() -> Timeline:
    return timeline_of(lambda text: f"{text} {HOSTILE}", "javascript:alert(1)")
