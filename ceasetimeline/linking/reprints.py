"""Articles that repeat another to the letter: they add evidence to its events, and have no say of their own.

Setting them apart before mentions are compared is what makes a second copy of an article harmless: it can neither
change how rare a word is nor vouch for a merge that its original alone would not bear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ceasetimeline.linking.coreference import Pair
from ceasetimeline.model import ArticleReading, Event, Evidence, Mention


def set_apart(readings: Sequence[ArticleReading]) -> tuple[tuple[ArticleReading, ...], Mapping[str, tuple[str, ...]]]:
    """The readings without reprints, and for each mention of an original its twins in the reprints.

    A reprint has the text and the publication of an earlier reading and tells the same mentions in it; of equal
    articles the one with the lowest id is the original.
    """
    originals: dict[tuple[object, ...], ArticleReading] = {}
    twins: dict[str, list[str]] = defaultdict(list)
    kept = []
    for reading in sorted(readings, key=lambda reading: reading.article.id):
        places = _places(reading)
        first = originals.setdefault((reading.article.text, reading.article.publication.bounds, *places), reading)
        if first is reading or not places:
            kept.append(reading)
        else:
            for mention, twin in zip(first.mentions, reading.mentions, strict=True):
                twins[mention.id].append(twin.id)
    return tuple(kept), {name: tuple(sorted(found)) for name, found in twins.items()}


def of_originals(pairs: Iterable[Pair], twins: Mapping[str, tuple[str, ...]]) -> tuple[Pair, ...]:
    """Pairs of mentions with every twin replaced by the mention it repeats."""
    original = {twin: name for name, found in twins.items() for twin in found}
    return tuple((original.get(one, one), original.get(two, two)) for one, two in pairs)


def with_twins(event: Event, twins: Mapping[str, tuple[str, ...]]) -> Event:
    """The event with the mentions that reprints repeat."""
    more = [twin for name in event.mentions for twin in twins.get(name, ())]
    if not more:
        return event
    because = tuple(Evidence(article="", rule="reprint", note=f"{twin} repeats the same text") for twin in more)
    return attrs.evolve(event, mentions=(*event.mentions, *more), why=(*event.why, *because))


def _places(reading: ArticleReading) -> tuple[object, ...]:
    return tuple(map(_told, reading.mentions))


def _told(mention: Mention) -> object:
    """All that a mention says, apart from its id and its article."""
    return attrs.evolve(mention, id="", article="", time=None, role_spans=(), bounds_because=(), why=())
