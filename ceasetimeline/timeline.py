"""Timeline: the result of a run, and pure questions about it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from ceasetimeline.attention import best_sentence, key_dates, key_events
from ceasetimeline.bounds import ordinal
from ceasetimeline.difference import Difference, difference
from ceasetimeline.errors import UnknownNameError
from ceasetimeline.explanation import Archive, Explanation, Part, explain
from ceasetimeline.linking.rounds import Track, open_moves, tracks
from ceasetimeline.model import (
    DEFAULT_SETTINGS,
    Article,
    ArticleReading,
    Conflict,
    Event,
    Issue,
    Mention,
    Relation,
    Settings,
    TimeExpression,
)
from ceasetimeline.order.query import Answer, OrderIndex

if TYPE_CHECKING:
    from ceasetimeline.order.graph import EventGraph

Named = TypeVar("Named", Article, Mention, Event, TimeExpression, Relation, Conflict)


@attrs.frozen(kw_only=True, repr=False)
class Timeline:
    """Events of a negotiation in order, each with the words it rests on.

    All parts are tuples of frozen values, sorted: events by their earliest possible day. A Timeline is never
    changed: `filter` and `update` give a new one. ``readings``, ``input_issues`` and
    ``options`` are kept for `update` and are not saved.
    """

    articles: tuple[Article, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    issues: tuple[Issue, ...] = ()
    settings: Settings = DEFAULT_SETTINGS
    lexicon: str = ""
    readings: tuple[ArticleReading, ...] = attrs.field(default=(), eq=False)
    input_issues: tuple[Issue, ...] = attrs.field(default=(), eq=False)
    options: Any = attrs.field(default=None, eq=False)

    def __repr__(self) -> str:
        parts = ("articles", "events", "relations", "conflicts", "issues")
        return f"<Timeline: {', '.join(f'{len(getattr(self, part))} {part}' for part in parts)}>"

    def __str__(self) -> str:
        from ceasetimeline.view.text import render

        return render(self)

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    # -- questions ---------------------------------------------------------------------------------------------

    def __getitem__(self, name: str) -> Part:
        """The part with this id; raises UnknownNameError with the nearest ids."""
        parts: Iterable[Part] = chain(
            self.events, self.mentions, self.articles, self.times, self.relations, self.conflicts
        )
        for part in parts:
            if part.id == name:
                return part
        raise UnknownNameError("part of the timeline", name, (event.id for event in self.events))

    def order(self, a: str | Event, b: str | Event) -> Answer:
        """Which of two events came first, with the relations that prove it.

        ``.relation`` is "before" (``a`` came first), "after", "same", "unknown" or "contested"; `explain` tells the
        answer in words. Raises UnknownNameError for an id that is not in the timeline.
        """
        one, two = (event if isinstance(event, str) else event.id for event in (a, b))
        return self._order.order(one, two)

    def explain(self, subject: str | Part | Answer) -> Explanation:
        """Why something is as it is: phrase, rule, anchor, sentence and article, step by step.

        ``subject`` is a part of the timeline, its id, or an answer of `order`: where sources disagree, all sides are
        told. Raises UnknownNameError for an id that is not here.
        """
        part = self[subject] if isinstance(subject, str) else subject
        archive = Archive(
            articles=_by_id(self.articles),
            mentions=_by_id(self.mentions),
            times=_by_id(self.times),
            events=_by_id(self.events),
            relations=self.relations,
            conflicts=self.conflicts,
        )
        return explain(part, archive)

    def filter(
        self,
        *,
        actor: str | None = None,
        type: str | None = None,  # noqa: A002 - the name of the field
        realis: str | None = None,
        source: str | None = None,
        since: str | dt.date | None = None,
        until: str | dt.date | None = None,
    ) -> Timeline:
        """The timeline of the events that fit all that is asked, with the relations and conflicts among them.

        ``since`` and ``until`` keep every event that may touch those days: an undated event is never lost by them.
        """
        sources = {article.id: article.source for article in self.articles}
        mentions = _by_id(self.mentions)

        def fits(event: Event) -> bool:
            outlets = {sources.get(mentions[name].article) for name in event.mentions if name in mentions}
            return (
                (actor is None or actor in event.roles.actors)
                and (type is None or event.type == type)
                and (realis is None or event.realis == realis)
                and (source is None or source in outlets)
                and (since is None or event.bounds.latest_end is None or event.bounds.latest_end >= ordinal(since))
                and (
                    until is None
                    or event.bounds.earliest_start is None
                    or event.bounds.earliest_start <= ordinal(until)
                )
            )

        return self._keeping({event.id for event in self.events if fits(event)})

    def open_moves(self) -> tuple[Event, ...]:
        """Proposals, demands and other moves that wait for an answer which no article reports."""
        return open_moves(self.events, self.relations)

    def rounds(self) -> tuple[Track, ...]:
        """The talks that took place, grouped into tracks of the same parties, with the rounds that texts number."""
        return tracks(self.events)

    def key_dates(self, count: int = 10) -> tuple[tuple[dt.date, float], ...]:
        """The days that most independent articles speak of, heaviest first, with their weight."""
        return key_dates(self.articles, self.times, self.events, count)

    def summary(self, count: int = 10) -> tuple[tuple[Event, str], ...]:
        """The events that matter most, in order, each with one quoted sentence."""
        mentions, articles = _by_id(self.mentions), _by_id(self.articles)
        chosen = key_events(self.events, self.relations, count)
        return tuple((event, best_sentence(event, mentions, articles)) for event in chosen)

    @functools.cached_property
    def _order(self) -> OrderIndex:
        return OrderIndex(self.events, self.relations, self.conflicts)

    # -- the graph, and doors to higher rooms ------------------------------------------------------------------

    @property
    def graph(self) -> EventGraph:
        """The events as a `networkx.DiGraph`, acyclic: every edge runs from the earlier to the later event."""
        from ceasetimeline.order.graph import build_graph

        return build_graph(self.events, self.relations, self.conflicts)

    def update(self, more: object) -> Timeline:
        """The timeline with more articles: equal to building it from all of them, reading only the new ones.

        Raises InputError for a timeline that was saved without its texts.
        """
        from ceasetimeline.pipeline import extend_timeline

        return extend_timeline(self, more)

    def diff(self, other: Timeline) -> Difference:
        """What ``other`` has that this timeline has not, and the reverse: events added, removed, told otherwise."""
        return difference(self.events, other.events, old_conflicts=self.conflicts, new_conflicts=other.conflicts)

    def save(self, path: str | Path, *, text: bool = True) -> None:
        """Write the timeline as JSON, whole or not at all; ``text=False`` leaves out article texts, not quotes."""
        from ceasetimeline.export import write

        write(self, path, format="json", text=text)

    @classmethod
    def load(cls, path: str | Path) -> Timeline:
        """The timeline saved at ``path``; raises FormatError with the place of the first fault."""
        from ceasetimeline.readers import read_timeline

        return read_timeline(path)

    def to_frame(self) -> Any:
        """A pandas DataFrame with one row an event (needs the ``frames`` extra)."""
        from ceasetimeline.export import to_frame

        return to_frame(self)

    def to_html(self, *, title: str = "Timeline", script: bool = True) -> str:
        """One self-contained HTML page; all text from sources is escaped, nothing is loaded from elsewhere.

        It has a chart to zoom, filters and every quote; ``script=False`` gives a plain page without JavaScript.
        """
        from ceasetimeline.view.explore import explore
        from ceasetimeline.view.html import page

        return explore(self, title=title) if script else page(self, title=title)

    def to_svg(self, *, width: int = 900) -> str:
        """A picture as SVG: lanes by kind of move, uncertain dates as pale bars; empty if no event has a date."""
        from ceasetimeline.view.svg import timeline_svg

        return timeline_svg(self.events, width=width)

    def plot(self, path: str | Path | None = None) -> Any:
        """An Altair chart (extra ``plot``), written to ``path`` (.png, .svg, .pdf, .html) if one is given."""
        from ceasetimeline.view.plot import plot

        return plot(self, path)

    def show_times(self, article: str | Article) -> str:
        """The text of an article as HTML, each time expression and mention marked with what was read there.

        A notebook shows it as such. Raises UnknownNameError for an article that is not in the timeline.
        """
        from ceasetimeline.view.highlight import show_times

        return show_times(self, article)

    def _repr_html_(self) -> str:
        from ceasetimeline.view.html import timeline_html

        return timeline_html(self)

    # -- inside ------------------------------------------------------------------------------------------------

    def _keeping(self, names: set[str]) -> Timeline:
        events = tuple(event for event in self.events if event.id in names)
        kept = {mention for event in events for mention in event.mentions}
        return attrs.evolve(
            self,
            events=events,
            mentions=tuple(mention for mention in self.mentions if mention.id in kept),
            relations=tuple(r for r in self.relations if r.source in names and r.target in names),
            conflicts=tuple(c for c in self.conflicts if set(c.subjects) <= names | kept),
        )


def _by_id(parts: Iterable[Named]) -> dict[str, Named]:
    return {part.id: part for part in parts}
