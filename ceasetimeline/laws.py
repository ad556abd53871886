"""Laws that hold for every timeline, as checks for users' own tests; `ceasetimeline.testing` hands them out.

Each takes a pipeline: any function from articles to a `Timeline`, such as `build_timeline` with your own lexicon,
coder or corrections. A broken law raises AssertionError with the event, quote or link that broke it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from ceasetimeline.bounds import ordinal
from ceasetimeline.model import Article, Event, Evidence
from ceasetimeline.timeline import Timeline

Pipeline = Callable[[Sequence[Article]], Timeline]
"""From articles to a timeline."""


def assert_cited(timeline: Timeline) -> None:
    """Nothing if every quote stands in its article where it says, and every event and link rests on something.

    >>> from ceasetimeline import build_timeline
    >>> assert_cited(build_timeline([("Hamas rejected the proposal on Sunday.", "2025-07-08")]))
    """
    texts = {article.id: article.text for article in timeline.articles}
    for owner, article, span, quote in _quotes(timeline):
        if span is not None and article in texts:
            stands = texts[article][span.start : span.stop]
            assert stands == quote, f"{owner} quotes {quote!r} where {article} has {stands!r}"
    for event in timeline.events:
        assert event.mentions, f"event {event.id} rests on no mention"
        assert event.bounds.is_open or event.bounds_because, f"event {event.id} has days without a reason"
    for link in timeline.relations:
        assert link.evidence, f"link {link.id} ({link.source} {link.kind} {link.target}) rests on nothing"


def assert_acyclic(timeline: Timeline) -> None:
    """Nothing if no chain of "before" leads from an event back to itself."""
    after: dict[str, list[str]] = {}
    for link in timeline.relations:
        if link.kind == "before":
            after.setdefault(link.source, []).append(link.target)
    done: set[str] = set()
    for start in sorted(after):
        path: dict[str, Iterator[str]] = {} if start in done else {start: iter(after[start])}
        while path:
            at = next(reversed(path))
            goal = next(path[at], None)
            assert goal not in path, f"a circle of before: {' → '.join([*path, str(goal)])}"
            if goal is None:
                path.popitem()
                done.add(at)
            elif goal not in done:
                path[goal] = iter(after.get(goal, ()))


def assert_order_does_not_matter(articles: Sequence[Article], pipeline: Pipeline) -> None:
    """Nothing if the articles, last first, give the same timeline."""
    one, other = pipeline(articles), pipeline(articles[::-1])
    assert one == other, _differing("the articles last first", one, other)


def assert_copies_add_nothing(articles: Sequence[Article], pipeline: Pipeline) -> None:
    """Nothing if a second copy of every article adds evidence but no event and no independent source."""
    named = [attrs.evolve(article, id=f"a{number}") for number, article in enumerate(articles)]
    copies = [attrs.evolve(article, id=f"z{number}") for number, article in enumerate(articles)]
    once, twice = pipeline(named), pipeline([*named, *copies])
    assert _shapes(once) == _shapes(twice), _differing("copies of the articles", once, twice)


def assert_weeks_move_days(articles: Sequence[Article], pipeline: Pipeline, weeks: int = 5) -> None:
    """Nothing if articles published whole weeks later tell events that are as many weeks later.

    It holds for articles that name no calendar day ("on Monday", "last week"), such as `news_articles` makes, dated
    by ISO days.
    """
    named = [attrs.evolve(article, id=f"a{number}") for number, article in enumerate(articles)]
    moved = [attrs.evolve(article, published=_later(article.published, 7 * weeks)) for article in named]
    before, after = pipeline(named), pipeline(moved)
    wanted = Counter(repr(event.bounds.moved(7 * weeks).sides) for event in before.events)
    found = Counter(repr(event.bounds.sides) for event in after.events)
    assert wanted == found, _differing(f"publication {weeks} weeks later", before, after)


def assert_laws(articles: Sequence[Article], pipeline: Pipeline) -> None:
    """Nothing if the timeline of these articles is cited and acyclic, and order and copies change nothing."""
    timeline = pipeline(articles)
    assert_cited(timeline)
    assert_acyclic(timeline)
    assert_order_does_not_matter(articles, pipeline)
    assert_copies_add_nothing(articles, pipeline)


def _quotes(timeline: Timeline) -> Iterator[tuple[str, str, Any, str]]:
    for mention in timeline.mentions:
        yield f"mention {mention.id}", mention.article, mention.span, mention.quote
    for time in timeline.times:
        yield f"time {time.id}", time.article, time.span, time.text
    cited: list[tuple[str, tuple[Evidence, ...]]] = [
        *((f"event {event.id}", (*event.bounds_because, *event.why)) for event in timeline.events),
        *((f"link {link.id}", link.evidence) for link in timeline.relations),
    ]
    for owner, pieces in cited:
        for piece in pieces:
            if piece.quote:
                yield owner, piece.article, piece.span, piece.quote


def _shape(event: Event) -> str:
    return repr((event.type, event.realis, event.roles, event.bounds.sides, event.independent_sources))


def _shapes(timeline: Timeline) -> Counter[str]:
    return Counter(map(_shape, timeline.events))


def _later(published: object, days: int) -> str:
    return dt.date.fromordinal(ordinal(str(published)) + days).isoformat()


def _differing(what: str, one: Timeline, other: Timeline) -> str:
    ours, theirs = _shapes(one), _shapes(other)
    gone, new = sorted(ours - theirs), sorted(theirs - ours)
    return f"{what} change the timeline; without: {gone[:3]}, with: {new[:3]}"
