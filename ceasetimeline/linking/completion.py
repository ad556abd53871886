"""What a mention leaves open and another mention of the same event, in the same article, tells: its days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.events.retold import APART
from ceasetimeline.model import ArticleReading, Event, Evidence, Mention

BRIEF: Final = 10
"""Days up to which a stretch is worth taking over: "this month" tells little of another mention."""
_SURE: Final = frozenset({"actual", "planned"})
_SEVERAL: Final = re.compile(r"\b(?:conversations|calls|contacts|truces|ceasefires)$", re.IGNORECASE)
_AFTER: Final = re.compile(r"\b(?:after|following|before|ahead\sof|since|followed\sby)\b", re.IGNORECASE)
NEAR: Final = 60
"""Letters behind a trigger within which a date is likely its own, even where the grammar did not see it."""


def completed(
    readings: Sequence[ArticleReading], events: Iterable[Event], given: Collection[str] = ()
) -> tuple[ArticleReading, ...]:
    """The readings, with the days that their mentions take over from other mentions of one event.

    "The ELN has turned the offer down. ... It turned the offer down on Monday": the lead is of Monday too.
    Only what the same article tells counts; articles whose mentions were handed in (``given``) stay as they are.
    """
    by_event = {name: event.id for event in events for name in event.mentions}
    return tuple(r if r.article.id in given else _completed(r, by_event) for r in readings)


def _completed(reading: ArticleReading, by_event: Mapping[str, str]) -> ArticleReading:
    told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.id in by_event:
            told[by_event[mention.id], mention.type].append(mention)
    dated = {
        mention.id: found
        for row in told.values()
        for mention in row
        if not _has_time(reading, mention)
        and (found := _dated(mention, row, reading.article.text)) is not None
        and found != mention
    }
    if not dated:
        return reading
    return attrs.evolve(reading, mentions=tuple(dated.get(m.id, m) for m in reading.mentions))


def _dated(mention: Mention, row: Iterable[Mention], text: str) -> Mention | None:
    """The mention with the days that others of its event give; None where it has a first day, or none fits.

    "a separate truce" is not of the day of the truce that the article tells of.
    """
    if mention.bounds.earliest_start is not None or mention.realis not in _SURE or _is_apart(mention):
        return None
    for other in row:
        first, last = other.bounds.earliest_start, other.bounds.latest_end
        brief = first is not None and last is not None and last - first < BRIEF
        if not brief or other is mention or mention.realis != other.realis or _are_parted(text, mention, other):
            continue
        shared = mention.bounds.intersection(other.bounds)
        if shared is not None:
            return attrs.evolve(mention, bounds=shared, bounds_because=tuple(map(_told_again, other.bounds_because)))
    return None


def _is_apart(mention: Mention) -> bool:
    """Whether a mention tells of another move, or of several: "a separate truce", "phone conversations"."""
    return bool(APART.search(mention.quote) or _SEVERAL.search(mention.quote))


def _are_parted(text: str, one: Mention, two: Mention) -> bool:
    """Whether a sentence puts one mention after another: "talks on Monday, following an accord reached in talks"."""
    if one.sentence != two.sentence or one.span is None or two.span is None:
        return False
    first, second = sorted((one.span, two.span))
    return bool(_AFTER.search(text, first.stop, second.start))


def _has_time(reading: ArticleReading, mention: Mention) -> bool:
    """Whether a date stands so close behind a mention that it may be its own, whatever it says."""
    span, sentence = mention.span, mention.sentence
    if span is None or sentence is None:
        return False
    stop = min(span.stop + NEAR, sentence.stop)
    return any(time.interval is not None and span.stop <= time.span.start < stop for time in reading.times)


def _told_again(evidence: Evidence) -> Evidence:
    return attrs.evolve(evidence, rule="told-again", note=f"by another mention of the event: {evidence.rule}")
