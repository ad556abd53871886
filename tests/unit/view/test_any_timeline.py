"""Whatever a timeline holds, every view shows it."""

from __future__ import annotations

import attrs
from hypothesis import given

from ceasetimeline.testing import timelines
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.explore import explore
from ceasetimeline.view.highlight import show_times
from ceasetimeline.view.html import page, timeline_html
from ceasetimeline.view.sequence import reading_order
from ceasetimeline.view.text import render


def tied(timeline: Timeline) -> Timeline:
    """The timeline with its parts speaking of one another, whether their spans fit or not."""
    if not timeline.articles:
        return timeline
    home = timeline.articles[0].id
    told = tuple(attrs.evolve(mention, article=home) for mention in timeline.mentions)
    names = tuple(mention.id for mention in told)
    events = tuple(attrs.evolve(event, mentions=names) for event in timeline.events)
    conflicts = tuple(attrs.evolve(one, subjects=(*names, *one.subjects)) for one in timeline.conflicts)
    times = tuple(attrs.evolve(time, article=home) for time in timeline.times)
    return attrs.evolve(timeline, mentions=told, events=events, conflicts=conflicts, times=times)


@given(timelines().map(tied))
def test_every_view_shows_any_timeline(timeline: Timeline) -> None:
    assert set(reading_order(timeline.events, timeline.relations)) <= set(timeline.events)
    for shown in (render(timeline), page(timeline), explore(timeline), timeline_html(timeline), timeline.to_svg()):
        shown.encode("utf-8")
    for article in timeline.articles:
        show_times(timeline, article).encode("utf-8")
    for part in (*timeline.events, *timeline.articles, *timeline.times, *timeline.conflicts):
        part._repr_html_().encode("utf-8")
