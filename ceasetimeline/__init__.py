"""From news articles to a checkable timeline of a negotiation.

>>> from ceasetimeline import resolve
>>> resolve("last month", published="2025-07-07").days
(datetime.date(2025, 6, 1), datetime.date(2025, 6, 30))

The names below are the public ones; everything else may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ceasetimeline.lexicon import Lexicon
    from ceasetimeline.model import Article, Statement
    from ceasetimeline.pipeline import build_timeline, order_events
    from ceasetimeline.readers import read_articles
    from ceasetimeline.reading import read_article
    from ceasetimeline.timeline import Timeline
    from ceasetimeline.timex import find_times, resolve

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Lexicon",
    "Statement",
    "Timeline",
    "build_timeline",
    "find_times",
    "order_events",
    "read_article",
    "read_articles",
    "resolve",
]
# A name is imported when it is first used: a script that only resolves dates does not pay for the graph.
_HOMES = {
    "Article": "model",
    "Lexicon": "lexicon",
    "Statement": "model",
    "Timeline": "timeline",
    "build_timeline": "pipeline",
    "find_times": "timex",
    "order_events": "pipeline",
    "read_article": "reading",
    "read_articles": "readers",
    "resolve": "timex",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"ceasetimeline.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
