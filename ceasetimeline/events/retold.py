"""The deal and the talks that an article is about, told again without their day: "The truce was agreed in Cairo"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ceasetimeline.bounds import Interval, TimeBounds
from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.events.timing import home_of
from ceasetimeline.model import Mention, Publication
from ceasetimeline.text.clauses import Clause

FRESH: Final = 10
"""Days before publication from which on a move is what the article is about, and not its background."""
_DAYS: Final = {"settle": 2, "talk": 7}
"""The longest stretch of days of what is told again: a deal is struck on a day or overnight, talks go on."""
_OF_GROUP: Final = {"acceptance": "settle", "talks": "talk", "meeting": "talk"}
APART: Final = re.compile(
    r"\b(?:another|separate(?!\s(?:meeting|talk))|previous(?:ly)?|earlier|former|already|repeated(?:ly)?|initial(?:ly)?|preliminary|final"
    r"|past|last|next|new|several|other|different|since|so\sfar|ever|never|ago|once"
    r"|again|later|then|ongoing|continuing|current)\b",
    re.IGNORECASE,
)
"""Words that set a deal or talks off from those that an article is about."""
_DEFINITE: Final = frozenset({"the", "this", "these", "those", "its", "their"})
_DEALS: Final = ("truce_nouns", "accord_nouns")
_NEWS: Final = frozenset({"main", "complement"})
_LEAD: Final = 2  # sentences


@attrs.frozen
class Report:
    """A mention in its sentence: what kind of thing it tells, and whether it may be what the article is about.

    ``group``: "settle" for what makes a deal, "talk" for talks, else ""; ``points``: it names a known thing ("the
    truce"); ``news``: its clause tells it for itself, not as what something else came after; ``apart``: its words
    set it off ("a separate truce", "had earlier agreed"); ``quoted``: its day is a "today" of which only the speaker
    knows the day; ``timed``: a date stands in its sentence.
    """

    mention: Mention
    number: int
    group: str
    points: bool = False
    news: bool = False
    apart: bool = False
    quoted: bool = False
    timed: bool = False


def report(scene: Scene, candidate: Candidate, mention: Mention) -> Report:
    """What is to be known of a mention for taking over days."""
    row = candidate.row
    group = row.group if row.group == "settle" else _OF_GROUP.get(row.name, "")
    if not group or mention.span is None:
        return Report(mention, scene.memory.number, "")
    clause = home_of(scene, candidate)
    own = next((time for time in scene.times if time.id and time.id == mention.time), None)
    quoted = own is not None and own.anchor.kind == "quotation" and own.interval is not None and len(own.interval) > 1
    nouns = [*candidate.themes, *((candidate.noun,) if candidate.noun is not None else ())]
    points = any(scene.lowers(k)[0] in _DEFINITE for k in nouns) and not (clause is not None and clause.verb.modal)
    news = clause is not None and clause.relation in _NEWS and not clause.verb.modal
    if row.name == "acceptance" and not any(scene.is_in(word, _DEALS) for k in nouns for word in scene.themes(k)):
        return Report(mention, scene.memory.number, "")
    start = min((scene.chunk_span(k).start for k in nouns), default=mention.span.start)
    words = scene.text[min(start, mention.span.start) : mention.span.stop]
    timed = any(time.interval is not None for time in scene.times if not quoted)
    return Report(
        mention,
        scene.memory.number,
        group,
        points,
        news,
        _is_earlier(scene, clause) or bool(APART.search(words)),
        quoted,
        timed,
    )


def _is_earlier(scene: Scene, clause: Clause | None) -> bool:
    """Whether a past perfect puts a move before what is told: "had agreed", unless that is what is announced."""
    if clause is None or not (clause.verb.perfect and clause.verb.past):
        return False
    above = scene.parse.clauses[clause.governor] if clause.governor is not None else None
    announcing = scene.vocabulary.cue("announcing")
    return clause.relation != "complement" or above is None or above.verb.lemma not in announcing


def retold(mentions: Sequence[Mention], reports: Sequence[Report], publication: Publication) -> tuple[Mention, ...]:
    """The mentions, with the day of the deal or talks that the article is about where they tell no day."""
    latest = publication.bounds[1]
    if latest is None:
        return tuple(mentions)
    news = {group: _news(reports, group, latest) for group in _DAYS}
    return tuple(_dated(m, r, news.get(r.group, ())) for m, r in zip(mentions, reports, strict=True))


def _news(reports: Iterable[Report], group: str, published: int) -> tuple[Report, ...]:
    """The dated reports of a group that are of the days before publication."""
    found = [r for r in reports if r.group == group and r.mention.realis == "actual" and not r.apart and not r.quoted]
    return tuple(r for r in found if (days := _stretch(r)) is not None and days.last >= published - FRESH)


def _stretch(told: Report) -> Interval | None:
    first, last = told.mention.bounds.earliest_start, told.mention.bounds.latest_end
    brief = first is not None and last is not None and last - first < _DAYS[told.group]
    return Interval(first, last + 1) if brief and first is not None and last is not None else None


def _dated(mention: Mention, told: Report, news: Sequence[Report]) -> Mention:
    if not news or mention.realis != "actual" or told.apart or not _lacks(told):
        return mention
    fit = [other for other in news if _fits(told, other)]
    days = {(found.start, found.stop) for other in fit if (found := _stretch(other)) is not None}
    if len(days) != 1:
        return mention
    bounds = TimeBounds.within(Interval(*days.pop()))
    if not told.quoted and mention.bounds.intersection(bounds) is None:
        return mention
    because = tuple(attrs.evolve(e, rule="told-again") for e in fit[0].mention.bounds_because)
    return attrs.evolve(mention, bounds=bounds, bounds_because=because)


def _lacks(told: Report) -> bool:
    return told.quoted or (told.mention.bounds.earliest_start is None and not told.timed)


def _fits(told: Report, other: Report) -> bool:
    """Whether a dated report may be of the same deal or talks."""
    one, two = told.mention, other.mention
    if one.round and two.round and one.round != two.round:
        return False
    shared = told.news and (not one.roles.acting or bool(one.roles.acting & two.roles.acting))
    if told.group == "talk":
        return shared and (told.points or told.number < _LEAD)
    return told.points or told.quoted or shared
