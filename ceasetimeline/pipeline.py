"""The table of contents of the whole: readings, events, links, order, timeline."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from ceasetimeline.codec import GivenMention, mentions_from_json
from ceasetimeline.errors import ArgumentError, ArticleError, CeasetimelineWarning, InputError
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import Linking, completed, link
from ceasetimeline.model import Article, ArticleReading, Conflict, Event, Issue, Settings, Statement
from ceasetimeline.order import Solution, solve
from ceasetimeline.order.coded import Triple, coded_events, coded_statements
from ceasetimeline.order.publication import date_undated, known_event
from ceasetimeline.overrides import Override, correct, read_overrides
from ceasetimeline.readers import accept_articles
from ceasetimeline.readers.files import read_bytes
from ceasetimeline.reading import Progress, Reader, Watch, progress_bar, read_all
from ceasetimeline.timeline import Timeline

OnError = Literal["collect", "raise", "warn"]
CHOICES: Final[Mapping[str, tuple[str | None, ...]]] = {
    "week_start": ("monday", "sunday"),
    "date_order": (None, "DMY", "MDY", "YMD"),
    "on_error": ("collect", "raise", "warn"),
}


@attrs.frozen(kw_only=True)
class Options:
    """What a user asked for, apart from the articles; a Timeline keeps it for `Timeline.update`."""

    reader: Reader
    known_events: tuple[Any, ...] = ()
    overrides: tuple[Override, ...] = ()
    source_weights: Mapping[str, float] = attrs.field(factory=dict)
    on_error: OnError = "collect"
    workers: int = 1
    progress: Progress | None = None


def build_timeline(
    articles: object,
    *,
    lexicon: Lexicon | str | Path | None = None,
    languages: Sequence[str] = ("en",),
    known_events: Iterable[Any] = (),
    mentions: Iterable[object] | str | Path | None = None,
    nlp: Any = None,
    overrides: str | Path | Iterable[Override | Mapping[str, Any]] = (),
    source_weights: Mapping[str, float] | None = None,
    week_start: Literal["monday", "sunday"] = "monday",
    date_order: Literal["DMY", "MDY", "YMD"] | None = None,
    on_error: OnError = "collect",
    workers: int = 1,
    progress: Progress | bool | None = None,
) -> Timeline:
    """The timeline that the articles tell: events in order, with dates, links, conflicts, and the words for each.

    ``articles``: Articles, dicts, ``(text, date)`` pairs, a data frame, or a path that exists. ``known_events`` are
    dated events that undated articles may be dated by (``{"names": ["the 12-day war"], "start": "2025-06-13", "end":
    "2025-06-24"}``). ``mentions``: rows of the interchange format, or a file of them, that replace extraction in
    their articles. ``nlp``: a spaCy pipeline or another parser that gives the clauses. ``overrides``: an analyst's
    corrections (see `ceasetimeline.overrides`). ``source_weights``: how much a source counts where sources disagree
    (1.0 if not named). ``on_error``: what could not be used becomes an entry of ``timeline.issues`` ("collect"), a
    warning besides ("warn"), or an `ArticleError` at once ("raise"). ``workers``: articles are read in so many
    processes; ``progress`` wraps the readings as they come (``tqdm`` will do; True is ``tqdm.auto`` where it is
    installed).

    Hamas's answer of Sunday 6 July 2025, told on the Tuesday after:

    >>> timeline = build_timeline([("Hamas rejected the proposal on Sunday.", "2025-07-08")])
    >>> [(event.type, event.roles.agent, event.bounds.to_json()["start"]) for event in timeline.events]
    [('rejection', ('Hamas',), ['2025-07-06', '2025-07-06'])]

    Raises ArgumentError or InputError for arguments that cannot be used; each says what to pass instead.
    """
    _check(week_start=week_start, date_order=date_order, on_error=on_error)
    options = Options(
        reader=Reader(
            lexicon=_lexicon(lexicon),
            settings=Settings(languages=tuple(languages), week_start=week_start, date_order=date_order),
            mentions=_given(mentions),
            nlp=nlp,
        ),
        known_events=tuple(map(known_event, known_events)),
        overrides=read_overrides(overrides),
        source_weights=dict(source_weights or {}),
        on_error=on_error,
        workers=workers,
        progress=progress_bar() if progress is True else progress or None,
    )
    return _timeline(*accept_articles(articles, options.reader.settings, watch=_watch(on_error)), options)


def extend_timeline(timeline: Timeline, more: object) -> Timeline:
    """The timeline of a timeline's own articles and ``more``, reading only what is new.

    Raises InputError for a timeline whose texts are not there.
    """
    if excerpts := [article.id for article in timeline.articles if article.excerpt_of]:
        raise InputError(
            f"{len(excerpts)} articles of this timeline (the first is {excerpts[0]!r}) were saved without their "
            "texts and cannot be read again: build it anew from the articles, or update one saved with text=True"
        )
    options = timeline.options or Options(reader=Reader(lexicon=Lexicon.default(), settings=timeline.settings))
    settings = options.reader.settings
    added, issues = accept_articles(more, settings, watch=_watch(options.on_error))
    articles, clashes = accept_articles([*timeline.articles, *added], settings)
    return _timeline(articles, (*timeline.input_issues, *issues, *clashes), options, timeline.readings)


def order_events(
    events: Iterable[Event | Mapping[str, Any]], statements: Iterable[Statement | Mapping[str, Any] | Triple] = ()
) -> Timeline:
    """A timeline without articles: events that a person or a model coded, ordered by what is said of them.

    Events are values or rows (``id``, ``type``, and ``date``, ``start``/``end`` or ``bounds`` if known), statements
    values, rows, triples or TimeML links; see `ceasetimeline.order.coded`.

    A visit that came after the walk-out of 5 July 2025 and before the talks of the 8th:

    >>> coded = order_events(
    ...     [
    ...         {"id": "walk-out", "type": "breakdown", "date": "2025-07-05"},
    ...         {"id": "visit", "type": "delegation"},
    ...         {"id": "talks", "type": "talks", "date": "2025-07-08"},
    ...     ],
    ...     [("visit", "after", "walk-out"), ("visit", "before", "talks")],
    ... )
    >>> [(event.id, event.bounds.to_json()["start"]) for event in coded.events][1]
    ('visit', ['2025-07-05', '2025-07-08'])

    Raises InputError where two events share an id, FormatError for a row that cannot be used; statements about events
    that are not there become issues.
    """
    solution = solve(coded_events(events), coded_statements(statements))
    return Timeline(
        events=_in_sequence(solution),
        relations=solution.relations,
        conflicts=solution.conflicts,
        issues=solution.issues,
    )


def _timeline(
    articles: Sequence[Article], issues: Sequence[Issue], options: Options, known: Sequence[ArticleReading] = ()
) -> Timeline:
    reader = options.reader
    watch = _watch(options.on_error)
    read = read_all(articles, reader, known=known, workers=options.workers, progress=options.progress, watch=watch)
    dated = date_undated(read, options.known_events, reader.settings, reader.lexicon, reread=reader.read_mentions)
    corrected = correct(dated, options.overrides)
    readings = corrected.readings
    linked = link(readings, reader.lexicon, together=corrected.together, apart=corrected.apart)
    readings = completed(readings, linked.events, given=reader.mentions)
    solution = solve(
        linked.events,
        chain(linked.statements, *(reading.statements for reading in readings)),
        publications={reading.article.id: reading.article.publication for reading in readings},
        source_weights=_weights(readings, options.source_weights),
        witnesses=linked.witnesses,
    )
    timeline = Timeline(
        articles=tuple(attrs.evolve(r.article, copy_of=linked.copies.get(r.article.id)) for r in readings),
        times=tuple(time for reading in readings for time in reading.times),
        mentions=tuple(mention for reading in readings for mention in reading.mentions),
        events=_in_sequence(solution),
        relations=solution.relations,
        conflicts=_conflicts(linked, solution),
        issues=(*issues, *(i for r in readings for i in r.issues), *corrected.issues, *solution.issues),
        settings=reader.settings,
        lexicon=reader.lexicon.digest,
        readings=read,
        input_issues=tuple(issues),
        options=options,
    )
    _report(timeline.issues, options.on_error)
    return timeline


def _check(**chosen: str | None) -> None:
    for name, value in chosen.items():
        if value not in CHOICES[name]:
            raise ArgumentError(f"{name} is one of {', '.join(map(repr, CHOICES[name]))}, not {value!r}")


def _lexicon(given: Lexicon | str | Path | None) -> Lexicon:
    if given is None:
        return Lexicon.default()
    return given if isinstance(given, Lexicon) else Lexicon.load(given)


def _given(mentions: Iterable[object] | str | Path | None) -> Mapping[str, tuple[GivenMention, ...]]:
    if mentions is None:
        return {}
    rows = mentions_from_json(read_bytes(Path(mentions)) if isinstance(mentions, str | Path) else mentions)
    by_article: dict[str, list[GivenMention]] = defaultdict(list)
    for row in rows:
        by_article[row.mention.article].append(row)
    return {article: tuple(found) for article, found in by_article.items()}


def _weights(readings: Sequence[ArticleReading], weights: Mapping[str, float]) -> Mapping[str, float]:
    return {r.article.id: weights[r.article.source] for r in readings if r.article.source in weights}


def _in_sequence(solution: Solution) -> tuple[Event, ...]:
    events = {event.id: event for event in solution.events}
    return tuple(events[name] for name in solution.sequence)


def _conflicts(linked: Linking, solution: Solution) -> tuple[Conflict, ...]:
    return tuple(sorted({*linked.conflicts, *solution.conflicts}, key=lambda conflict: conflict.id))


def _watch(on_error: OnError) -> Watch | None:
    """What sees each issue as it comes up: under "raise" it stops the run there."""
    return _refuse if on_error == "raise" else None


def _refuse(issue: Issue) -> None:
    raise ArticleError(issue.code, issue.message, article=issue.article or issue.place)


def _report(issues: Sequence[Issue], on_error: OnError) -> None:
    if (watch := _watch(on_error)) is not None:
        for issue in issues:
            watch(issue)
    for issue in issues if on_error == "warn" else ():
        warnings.warn(f"{issue.article or issue.place}: {issue.message} [{issue.code}]", CeasetimelineWarning, 4)
