"""What matters in a corpus: the days and the events that independent articles speak of most."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ceasetimeline.model import Article, Event, Mention, Relation, TimeExpression

LONGEST_NAMED_STRETCH: Final = 31
"""Days; a stretch longer than a month says nothing about one of its days."""


def key_dates(
    articles: Sequence[Article], times: Sequence[TimeExpression], events: Sequence[Event], count: int
) -> tuple[tuple[dt.date, float], ...]:
    """The days with most independent attention and their weight, heaviest first.

    A day gets 1 from each article (copies of another apart) whose words name it, shared evenly over the days of a
    longer stretch ("last week": 1/7 each), and 1 from each independent source of an event that is known to that day.
    """
    copies = {article.id for article in articles if article.copy_of}
    named = {(t.article, t.interval) for t in times if t.interval is not None and t.article not in copies}
    weights: dict[int, float] = defaultdict(float)
    for _, stretch in sorted(named):
        if len(stretch) <= LONGEST_NAMED_STRETCH:
            for day in range(stretch.start, stretch.stop):
                weights[day] += 1 / len(stretch)
    for event in events:
        first, last = event.bounds.earliest_start, event.bounds.latest_end
        if event.realis == "actual" and first is not None and first == last:
            weights[first] += event.independent_sources
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:count]
    return tuple((dt.date.fromordinal(day), weight) for day, weight in best)


def key_events(events: Sequence[Event], relations: Sequence[Relation], count: int) -> tuple[Event, ...]:
    """The events that matter most, in the order they were given.

    What happened comes before what was planned; then the number of independent sources, of links to other events,
    and the confidence decide.
    """
    links = Counter(
        name for relation in relations if relation.kind != "before" for name in (relation.source, relation.target)
    )

    def weight(event: Event) -> tuple[bool, int, int, float, str]:
        actual = event.realis == "actual"
        return (not actual, -event.independent_sources, -links[event.id], -event.confidence, event.id)

    chosen = {event.id for event in sorted(events, key=weight)[:count]}
    return tuple(event for event in events if event.id in chosen)


def best_sentence(event: Event, mentions: Mapping[str, Mention], articles: Mapping[str, Article]) -> str:
    """The sentence that tells of an event most surely, on one line; the bare quote where no text is at hand."""
    told = sorted(
        (mentions[name] for name in event.mentions if name in mentions),
        key=lambda m: (m.realis != event.realis, -m.confidence, m.id),
    )
    for mention in told:
        if mention.sentence is not None and mention.article in articles:
            return " ".join(articles[mention.article].text[mention.sentence.start : mention.sentence.stop].split())
    return told[0].quote if told else ""
