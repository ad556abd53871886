"""Across articles: witnesses, events out of mentions, answers, rounds and contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.answers import links_between, unless_told_otherwise
from ceasetimeline.linking.completion import completed as completed
from ceasetimeline.linking.coreference import Pair, events_of
from ceasetimeline.linking.differences import date_statements, denials, find_conflicts, telling_days
from ceasetimeline.linking.matching import Rarity
from ceasetimeline.linking.profiles import make_profiles
from ceasetimeline.linking.reporting import reporting_order
from ceasetimeline.linking.reprints import of_originals, set_apart, with_twins
from ceasetimeline.linking.syndication import find_copies, find_corrected, known_outlets, witnesses
from ceasetimeline.linking.told import tell
from ceasetimeline.model import ArticleReading, Conflict, Event, Statement

__all__ = ["Linking", "link"]


@attrs.frozen(kw_only=True)
class Linking:
    """What the reports tell together: events, links between them, contradictions, and which article copies which."""

    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    copies: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    witnesses: Mapping[str, str] = attrs.field(factory=dict, hash=False)


def link(
    readings: Sequence[ArticleReading], lexicon: Lexicon, *, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> Linking:
    """The events that the readings tell of, with the links and contradictions among them.

    ``together`` and ``apart``: pairs of mentions that an analyst joins or keeps apart.
    """
    corrections = lexicon.cues.get("correction_words", frozenset())
    copies = find_copies(readings, corrections)
    corrected = find_corrected(readings, copies, corrections)
    voices = witnesses(readings, copies, known_outlets(readings, lexicon))
    readings, twins = set_apart(readings)
    profiles = make_profiles(readings, voices, lexicon, copies, corrected)
    rarity = Rarity.of(profiles)
    events = events_of(profiles, rarity, of_originals(together, twins), of_originals(apart, twins))
    told = tell(events, profiles)
    cues = [statement for reading in readings for statement in reading.statements]
    return Linking(
        events=tuple(with_twins(event, twins) for event in events),
        statements=(
            *unless_told_otherwise(links_between(told, rarity, lexicon), events, cues),
            *denials(told, rarity, lexicon),
            *date_statements(told),
            *telling_days(told),
            *reporting_order(told),
        ),
        conflicts=find_conflicts(told, rarity, lexicon),
        copies=copies,
        witnesses=voices,
    )
