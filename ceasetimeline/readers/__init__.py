"""The doors in: files, folders, frames and lists become articles; saved timelines open again."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ceasetimeline.codec import timeline_from_json
from ceasetimeline.errors import CeasetimelineWarning, InputError
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Issue, Settings
from ceasetimeline.readers.accept import articles_of, identified
from ceasetimeline.readers.duplicates import settle_ids
from ceasetimeline.readers.files import read_bytes
from ceasetimeline.readers.records import Options
from ceasetimeline.readers.sources import records_of

if TYPE_CHECKING:
    from ceasetimeline.timeline import Timeline

__all__ = ["accept_articles", "identified", "read_articles", "read_timeline"]


def accept_articles(
    articles: object,
    settings: Settings = DEFAULT_SETTINGS,
    *,
    encoding: str | None = None,
    columns: Mapping[str, str] | None = None,
    watch: Callable[[Issue], None] | None = None,
) -> tuple[tuple[Article, ...], tuple[Issue, ...]]:
    """The articles in whatever was given, each with an id of its own, and an issue for everything left out.

    ``articles``: a path to a file or folder, a data frame, an Article, or an iterable of Articles, dicts,
    ``(text, date)`` pairs and Paths. ``columns`` names the columns of fields that are not found by themselves;
    ``watch`` is shown each issue as it comes up, and may raise.

    >>> articles, issues = accept_articles([("Talks resumed on Sunday.", "2025-07-08"), None])
    >>> articles[0].published, issues[0].code, issues[0].place
    ('2025-07-08', 'not-an-article', 'item 1')

    Raises ArgumentError for what cannot hold articles, InputError for a file that cannot be read.
    """
    options = Options(encoding=encoding, columns=columns or {})
    found: list[Article] = []
    issues: list[Issue] = []
    for one in articles_of(records_of(articles, options), settings, options):
        if isinstance(one, Article):
            found.append(one)
        else:
            issues.append(one)
            _show(one, watch)
    settled, clashes = settle_ids(found)
    for clash in clashes:
        _show(clash, watch)
    return settled, (*issues, *clashes)


def _show(issue: Issue, watch: Callable[[Issue], None] | None) -> None:
    if watch is not None:
        watch(issue)


def read_articles(
    path_or_frame: object, *, encoding: str | None = None, columns: Mapping[str, str] | None = None
) -> list[Article]:
    """The articles of a file, a folder, a data frame or a list, each with an id.

    What had to be left out is told in a CeasetimelineWarning; `build_timeline` lists it in ``timeline.issues``.
    Raises ArgumentError for what cannot hold articles, InputError for a file that cannot be read.
    """
    articles, issues = accept_articles(path_or_frame, encoding=encoding, columns=columns)
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
