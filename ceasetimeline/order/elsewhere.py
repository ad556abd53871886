"""What other articles tell of the day on which an undated one was written.

Another version of its text was published within days; moves of its may be dated, or planned for a day, elsewhere. All
such clues are soft: that two reports are of one move is a judgement. It is made only where the types are of one kin,
the actors agree and no venue differs, and only within a stretch in which such a move is not likely to recur.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import FIRST_DAY, LAST_DAY, Interval, iso
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.syndication import find_copies
from ceasetimeline.meaning import Direction, Month, MonthDay, Season
from ceasetimeline.model import ArticleReading, Clue, Evidence, Mention, Settings, TimeExpression
from ceasetimeline.timex.clues import Hint, allowed_days, is_relative
from ceasetimeline.timex.recognize import directed

NARROW: Final = 62
"""Days within which two reports of like moves by the same actors are taken to be of one: moves recur beyond that."""
SPREAD: Final = 7
"""Days over which the date of a move may be spread to still date another article."""
REPRINTED: Final = 2
"""Days between versions of one text: measured, copies and updates of wire stories came out at most a day apart."""
YEARS: Final = 3 * 366
"""Days after a move in which a month without its year may still speak of it."""

Move = tuple[str, str, frozenset[str], str, int, int]


@attrs.frozen
class Dated:
    """The dated moves of a corpus, by type, each with one mention that tells of it.

    ``kins``: the types that are akin to a type; ``hosts``: the actors whose seat or place a venue is.
    """

    moves: Mapping[str, Mapping[Move, Mention]]
    kins: Mapping[str, frozenset[str]]
    hosts: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, readings: Iterable[ArticleReading], lexicon: Lexicon) -> Dated:
        """The moves of all articles that have a closed publication interval."""
        moves: dict[str, dict[Move, Mention]] = {}
        hosts = _hosts(lexicon)
        for mention in sorted(_dated_mentions(readings), key=lambda mention: mention.id):
            first, _, _, last = mention.bounds.sides
            if first is not None and last is not None and last - first < SPREAD:
                present = mention.roles.actors | hosts.get(mention.venue, frozenset())
                move = (mention.article, mention.type, present, mention.venue, first, last)
                moves.setdefault(mention.type, {}).setdefault(move, mention)
        return cls(moves, _kins(lexicon), hosts)

    def like(self, mention: Mention) -> Iterator[tuple[Move, Mention]]:
        """The moves told by other articles that may be the one a mention tells of."""
        present = mention.roles.actors | self.hosts.get(mention.venue, frozenset())
        for kind in sorted(self.kins.get(mention.type, frozenset()) | {mention.type}):
            for move, other in self.moves.get(kind, {}).items():
                if move[0] != mention.article and _may_be_one(present, mention.venue, move):
                    yield move, other


def _dated_mentions(readings: Iterable[ArticleReading]) -> Iterator[Mention]:
    for reading in readings:
        if None not in reading.article.publication.bounds:
            yield from (mention for mention in reading.mentions if mention.realis in {"actual", "planned"})


def _kins(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    kins: dict[str, set[str]] = {}
    for kin in lexicon.kins:
        for name in kin.types:
            kins.setdefault(name, set()).update(kin.types)
    return {name: frozenset(types) for name, types in kins.items()}


def _hosts(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Who is at home in a place: a visit to Washington is one to the United States."""
    hosts: dict[str, set[str]] = {}
    for actor in lexicon.actors:
        for place in (*actor.seats, *actor.places):
            hosts.setdefault(place, set()).add(actor.name)
    return {place: frozenset(names) for place, names in hosts.items()}


def _may_be_one(present: frozenset[str], venue: str, move: Move) -> bool:
    """Whether two moves share those who matter, with no other venue."""
    _, _, theirs, other_venue, _, _ = move
    if venue and other_venue and venue != other_venue:
        return False
    return len(present & theirs) >= 2 or (bool(present) and present == theirs)


def hints_from_copies(readings: Sequence[ArticleReading]) -> Mapping[str, Hint]:
    """For each undated article that is a version of dated ones, the clue that these give, by its id."""
    first = find_copies(readings)
    versions: dict[str, list[ArticleReading]] = {}
    for reading in readings:
        name = reading.article.id
        versions.setdefault(first.get(name, name), []).append(reading)
    hints = {}
    for own in versions.values():
        days = {day: other.article.id for other in own if (day := other.article.publication.day) is not None}
        for reading in own if days else ():
            if reading.article.publication.day is None:
                hints[reading.article.id] = _reprint(reading, days)
    return hints


def _reprint(reading: ArticleReading, days: Mapping[int, str]) -> Hint:
    note = f"a version of article {days[min(days)]}, published {iso(min(days))}"
    evidence = Evidence(article=reading.article.id, rule="version-of", note=note)
    bounds = (max(min(days) - REPRINTED, FIRST_DAY), min(max(days) + REPRINTED, LAST_DAY))
    return Hint(clue=Clue(bounds=bounds, hard=False, evidence=evidence), rank=1)


def hints_from(dated: Dated, reading: ArticleReading, settings: Settings) -> tuple[Hint, ...]:
    """The soft clues that the dated moves of other articles give to one article."""
    low, high = reading.article.publication.bounds
    near = (low, high) if low is not None and high is not None and high - low <= NARROW else None
    times = {time.id: time for time in reading.times}
    hints = []
    for mention in reading.mentions:
        time = times.get(mention.time or "")
        if time is not None and is_relative(time):
            if near or isinstance(time.meaning, Month | MonthDay | Season):
                hints.append(_same_day(dated, reading, mention, time, settings))
        elif near and mention.realis == "planned":
            hints.append(_still_ahead(dated, near, mention))
    return tuple(hint for hint in hints if hint is not None)


def _same_day(
    dated: Dated, reading: ArticleReading, mention: Mention, time: TimeExpression, settings: Settings
) -> Hint | None:
    """ "held on Sunday", of talks that another article dates: written when that day was the Sunday meant."""
    if time.meaning is None:
        return None
    # "to meet on Thursday": the plan settles what the grammar of the phrase leaves open.
    meaning = directed(time.meaning, Direction.FUTURE) if mention.realis == "planned" else time.meaning
    yearly = isinstance(time.meaning, Month | MonthDay | Season)
    found = []
    for days, other in _finest(dated.like(mention)):
        first, last = days.start - NARROW, days.last + (YEARS if yearly else NARROW)
        allowed = allowed_days(meaning, days, settings.calendar, first=first, last=last)
        if allowed and _reaches(allowed, reading.article.publication.bounds):
            found.append((*allowed, other))
    return _hint(mention, found, "dated-elsewhere")


def _reaches(days: tuple[int, int], bounds: tuple[int | None, int | None]) -> bool:
    low, high = bounds
    return (low is None or days[1] >= low) and (high is None or days[0] <= high)


def _still_ahead(dated: Dated, near: tuple[int, int], mention: Mention) -> Hint | None:
    """A move that this article and another plan, and the other for a day: written no later than the day after."""
    low, high = near
    plans = ((move, other) for move, other in dated.like(mention) if other.realis == "planned")
    moves = [(days, other) for days, other in _finest(plans) if low <= days.last <= high]
    return _hint(mention, [(None, days.last + 1, other) for days, other in moves], "planned-elsewhere")


def _finest(moves: Iterable[tuple[Move, Mention]]) -> list[tuple[Interval, Mention]]:
    """The days of the moves, without those that hold the days of another: they date the same move less finely."""
    days: dict[Interval, Mention] = {}
    for (*_, first, last), mention in moves:
        days.setdefault(Interval(first, last + 1), mention)
    return [
        (stretch, mention)
        for stretch, mention in days.items()
        if not any(other != stretch and other.start >= stretch.start and other.stop <= stretch.stop for other in days)
    ]


def _hint(mention: Mention, stretches: Sequence[tuple[int | None, int, Mention]], rule: str) -> Hint | None:
    """The hull of what each like move would allow: one of them is meant, and which one is not known."""
    if not stretches:
        return None
    lows = [low for low, _, _ in stretches if low is not None]
    bounds = (min(lows, default=None), max(high for _, high, _ in stretches))
    other = min(stretches, key=lambda stretch: (stretch[0] or 0, stretch[1], stretch[2].id))[2]
    more = f" and {len(stretches) - 1} more" if len(stretches) > 1 else ""
    note = f"taken for the same move as {other.quote!r} in article {other.article}{more}"
    evidence = Evidence(article=mention.article, span=mention.span, quote=mention.quote, rule=rule, note=note)
    return Hint(clue=Clue(bounds=bounds, hard=False, evidence=evidence), rank=1)
