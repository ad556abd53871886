"""The doors in: files, folders, frames and lists become articles; saved timelines open again."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ceasetimeline.bounds import iso
from ceasetimeline.codec import timeline_from_json
from ceasetimeline.errors import ArgumentError, CeasetimelineWarning, InputError
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Issue, Settings
from ceasetimeline.readers.accept import articles_of, identified
from ceasetimeline.readers.duplicates import settle_ids
from ceasetimeline.readers.files import read_bytes
from ceasetimeline.readers.records import Options
from ceasetimeline.readers.sources import records_of
from ceasetimeline.readers.stamps import Clock
from ceasetimeline.timex.publication import read_publication

if TYPE_CHECKING:
    from ceasetimeline.timeline import Timeline

__all__ = ["accept_articles", "identified", "read_articles", "read_timeline"]


def accept_articles(
    articles: object,
    settings: Settings = DEFAULT_SETTINGS,
    *,
    encoding: str | None = None,
    columns: Mapping[str, str] | None = None,
    unit: str | None = None,
    zone: str | None = None,
    now: str | dt.date | None = None,
    watch: Callable[[Issue], None] | None = None,
) -> tuple[tuple[Article, ...], tuple[Issue, ...]]:
    """The articles in whatever was given, each with an id of its own, and an issue for everything left out.

    ``articles``: a path to a file or folder, a data frame, an Article, or an iterable of Articles, dicts,
    ``(text, date)`` pairs and Paths. ``columns`` names the columns of fields that are not found by themselves;
    ``unit``, ``zone`` and ``now`` are those of `read_articles`; ``watch`` is shown each issue as it comes up, and may
    raise.

    >>> articles, issues = accept_articles([("Talks resumed on Sunday.", "2025-07-08"), None])
    >>> articles[0].published, issues[0].code, issues[0].place
    ('2025-07-08', 'not-an-article', 'item 1')

    Raises ArgumentError for what cannot hold articles, InputError for a file that cannot be read.
    """
    options = Options(encoding=encoding, columns=columns or {}, clock=Clock(unit=unit, zone=zone))
    latest = _latest_day(now)
    found: list[Article] = []
    issues: list[Issue] = []
    for one in articles_of(records_of(articles, options), settings, options):
        if isinstance(one, Article):
            found.append(one)
            told = _too_late(one, latest, settings)
        else:
            told = (one,)
        issues.extend(_shown(told, watch))
    settled, clashes = settle_ids(found)
    return settled, (*issues, *_shown(clashes, watch))


def _shown(issues: Iterable[Issue], watch: Callable[[Issue], None] | None) -> Iterator[Issue]:
    """The issues, each once it was shown."""
    for issue in issues:
        if watch is not None:
            watch(issue)
        yield issue


def _latest_day(now: str | dt.date | None) -> int | None:
    if now is None:
        return None
    publication, _ = read_publication(now)
    if publication.day is None:
        raise ArgumentError(f"now={now!r} is no day; write it as '2025-07-08'")
    return publication.day


def _too_late(article: Article, latest: int | None, settings: Settings) -> tuple[Issue, ...]:
    if latest is None:
        return ()
    publication, _ = read_publication(article.published, text=article.text, url=article.url, settings=settings)
    first = publication.bounds[0]
    if first is None or first <= latest:
        return ()
    message = f"published on {iso(first)}, after the day given as now={iso(latest)}; the date is kept"
    return (Issue(code="future-date", message=message, article=article.id),)


def read_articles(
    path_or_frame: object,
    *,
    encoding: str | None = None,
    columns: Mapping[str, str] | None = None,
    unit: str | None = None,
    zone: str | None = None,
    now: str | dt.date | None = None,
) -> list[Article]:
    """The articles of a file, a folder, a data frame or a list, each with an id.

    ``unit`` ("s", "ms", "us", "ns") says what bare numbers in a column of dates count since 1970; ``zone``
    ("Asia/Gaza") is the zone the outlets live in: stamps of another zone are brought to its civil day, those without
    one are told by it; ``now``, a day, has articles reported that claim to be later (no clock is ever read).

    >>> read_articles([{"text": "Talks resumed today.", "date": 1751927400}], unit="s", zone="Asia/Gaza")[0].published
    '2025-07-08T01:30:00+03:00'

    What had to be left out is told in a CeasetimelineWarning; `build_timeline` lists it in ``timeline.issues``.
    Raises ArgumentError for what cannot hold articles, InputError for a file that cannot be read, UnknownNameError
    for a zone that the zone database does not hold.
    """
    articles, issues = accept_articles(
        path_or_frame, encoding=encoding, columns=columns, unit=unit, zone=zone, now=now
    )
    if issues:
        shown = "; ".join(f"{issue.place}: {issue.message} [{issue.code}]" for issue in issues[:3])
        more = f"; and {len(issues) - 3} more" if len(issues) > 3 else ""
        warnings.warn(f"{len(issues)} things to know: {shown}{more}", CeasetimelineWarning, stacklevel=2)
    return list(articles)


def read_timeline(path: str | Path) -> Timeline:
    """The timeline saved at ``path``.

    Raises InputError for a file that cannot be read, FormatError with the place of the first fault in it.
    """
    from ceasetimeline.timeline import Timeline

    path = Path(path)
    if path.is_dir():
        raise InputError(f"{path}: is a folder; give the file of a saved timeline")
    return Timeline(**timeline_from_json(read_bytes(path)))
