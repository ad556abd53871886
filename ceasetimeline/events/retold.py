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
    r"\b(?:at\sthe\stime|in\sturn|another|separate(?!\s(?:meeting|talk))|previous(?:ly)?|earlier|former|already|repeated(?:ly)?|initial(?:ly)?|preliminary|final"
    r"|past|last|next|new|several|other|different|since|so\sfar|ever|never|ago|once"
    r"|again|later|then|series|ongoing|continuing|current)\b",
    re.IGNORECASE,
)
"""Words that set a deal or talks off from those that an article is about."""
_DEFINITE: Final = frozenset({"the", "this", "these", "those", "its", "their"})
_DEALS: Final = ("truce_nouns", "accord_nouns")
_NEWS: Final = frozenset({"main", "complement"})
_UNDER: Final = frozenset({"entry_into_force", "violation", "termination"})
_SURE: Final = frozenset({"actual", "denied"})
_SHORT: Final = 4  # letters
_TWICE: Final = 2
_JUST: Final = 2
"""Days; what was agreed longer ago says little of when it was broken."""
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
    under: bool = False
    spoken: bool = False


def report(scene: Scene, candidate: Candidate, mention: Mention) -> Report:
    """What is to be known of a mention for taking over days."""
    row = candidate.row
    group = row.group if row.group == "settle" else _OF_GROUP.get(row.name, "")
    if not group or mention.span is None:
        return Report(
            mention,
            scene.memory.number,
            "",
            under=row.name in _UNDER and _is_of_the_truce(scene, candidate),
            spoken=_is_plainly_said(scene, candidate),
        )
    clause = home_of(scene, candidate)
    own = next((time for time in scene.times if time.id and time.id == mention.time), None)
    quoted = own is not None and own.anchor.kind == "quotation" and own.interval is not None and len(own.interval) > 1
    nouns = [*candidate.themes, *((candidate.noun,) if candidate.noun is not None else ())]
    modal = clause is not None and bool(clause.verb.modal)
    points = not modal and (any(scene.lowers(k)[0] in _DEFINITE for k in nouns) or _is_it(scene, clause, candidate))
    news = clause is not None and clause.relation in _NEWS and not modal
    if row.name == "acceptance" and not any(scene.is_in(word, _DEALS) for k in nouns for word in scene.themes(k)):
        return Report(mention, scene.memory.number, "")
    spans = [mention.span, *(scene.chunk_span(k) for k in nouns)]
    several = any(scene.is_in(scene.head(k), _DEALS) and scene.lowers(k)[-1].endswith("s") for k in nouns)
    words = scene.text[min(span.start for span in spans) : max(span.stop for span in spans)]
    told = {e.rule.partition(":")[0] for e in mention.bounds_because}
    timed = "report-phrase" not in told and any(time.interval is not None for time in scene.times if not quoted)
    return Report(
        mention,
        scene.memory.number,
        group,
        points,
        news,
        several or _is_earlier(scene, clause) or bool(APART.search(words)),
        quoted,
        timed,
    )


def _is_plainly_said(scene: Scene, candidate: Candidate) -> bool:
    """Whether somebody makes a move by words, told as news: in the plain past, in a sentence without another time."""
    clause = candidate.clause
    if clause is None or not candidate.row.spoken or candidate.noun is not None or clause.relation != "main":
        return False
    plain = clause.verb.past and not (clause.verb.perfect or clause.verb.modal or clause.verb.passive)
    timed = scene.times or APART.search(scene.text, scene.span.start, scene.span.stop)
    return plain and bool(clause.subject) and not timed


def _is_it(scene: Scene, clause: Clause | None, candidate: Candidate) -> bool:
    """Whether "it" is what a clause tells of: "It was signed by both sides", "It was the first meeting since May"."""
    if clause is None or not clause.subject or scene.lowers(clause.subject[0]) not in (["it"], ["this"]):
        return False
    return clause.verb.passive or (clause.verb.lemma == "be" and candidate.noun is not None)


def _is_of_the_truce(scene: Scene, candidate: Candidate) -> bool:
    """Whether what is done to a truce is done to the one just told of: "broke the truce", "the ceasefire began"."""
    nouns = [*candidate.themes, *((candidate.noun,) if candidate.noun is not None else ())]
    if candidate.clause is not None:
        nouns += [*candidate.clause.subject, *candidate.clause.objects]
    known = [k for k in nouns if any(scene.is_in(word, _DEALS) for word in scene.themes(k))]
    plain = not APART.search(scene.text, scene.span.start, scene.span.stop)
    return plain and any(scene.lowers(k)[0] in _DEFINITE and not scene.lowers(k)[-1].endswith("s") for k in known)


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
    dated = [_dated(m, r, news.get(r.group, ())) for m, r in zip(mentions, reports, strict=True)]
    day = _day_of_the_news(reports, latest)
    if day is not None:
        dated = [_on_the_day(m, r, day) for m, r in zip(dated, reports, strict=True)]
    happened = [r for r in news["settle"] if r.mention.realis == "actual"]
    return tuple(_not_before(m, r, happened, latest) for m, r in zip(dated, reports, strict=True))


def _news(reports: Iterable[Report], group: str, published: int) -> tuple[Report, ...]:
    """The dated reports of a group that are of the days before publication."""
    found = [r for r in reports if r.group == group and r.mention.realis in _SURE and not r.apart and not r.quoted]
    return tuple(r for r in found if (days := _stretch(r)) is not None and days.last >= published - FRESH)


def _stretch(told: Report) -> Interval | None:
    first, last = told.mention.bounds.earliest_start, told.mention.bounds.latest_end
    brief = first is not None and last is not None and last - first < _DAYS[told.group]
    return Interval(first, last + 1) if brief and first is not None and last is not None else None


def _common(news: Iterable[Report]) -> Interval | None:
    """The days on which all reports agree, where one of them tells these very days: "overnight" and "on Monday"."""
    stretches = [found for other in news if (found := _stretch(other)) is not None]
    shortest = min(stretches, key=len, default=None)
    if shortest is None or any(one.start > shortest.start or one.stop < shortest.stop for one in stretches):
        return None
    return shortest


def _dated(mention: Mention, told: Report, news: Sequence[Report]) -> Mention:
    if not news or mention.realis not in _SURE or told.apart or not _lacks(told):
        return mention
    fit = [other for other in news if other.mention.realis == mention.realis and _fits(told, other)]
    days = _common(fit) or _common([other for other in fit if _is_same_word(told, other)])
    if days is None:
        return mention
    bounds = TimeBounds.within(days)
    if not told.quoted and mention.bounds.intersection(bounds) is None:
        return mention
    because = tuple(attrs.evolve(e, rule="told-again") for e in fit[0].mention.bounds_because)
    return attrs.evolve(mention, bounds=bounds, bounds_because=because)


def _is_same_word(told: Report, other: Report) -> bool:
    """Whether two reports tell it by one word: a deal is initialled on one day, and signed on another."""
    one, two = set(told.mention.quote.lower().split()), set(other.mention.quote.lower().split())
    return told.mention.type == other.mention.type and bool({w for w in one & two if len(w) > _SHORT})


def _day_of_the_news(reports: Sequence[Report], published: int) -> Report | None:
    """A report of the one day that all fresh dates of an article name, where at least two do."""
    fresh = [r for r in reports if r.mention.realis == "actual" and _is_fresh(r.mention, published)]
    days = {r.mention.bounds.latest_end for r in fresh}
    return fresh[0] if len(days) == 1 and len(fresh) >= _TWICE else None


def _is_fresh(mention: Mention, published: int) -> bool:
    first, last = mention.bounds.earliest_start, mention.bounds.latest_end
    return first is not None and first == last and first >= published - 1


def _on_the_day(mention: Mention, told: Report, news: Report) -> Mention:
    """What somebody says in the plain past is of the day of the news: "Monday's talks failed. Kyiv demanded"."""
    if not told.spoken or mention.realis != "actual" or mention.bounds.earliest_start is not None:
        return mention
    bounds = mention.bounds.intersection(news.mention.bounds)
    because = tuple(attrs.evolve(e, rule="day-of-news") for e in news.mention.bounds_because)
    return attrs.evolve(mention, bounds=bounds, bounds_because=because) if bounds is not None else mention


def _not_before(mention: Mention, told: Report, news: Sequence[Report], published: int) -> Mention:
    """What is done under the truce of the news, or to it, is not before it was agreed."""
    if not told.under or mention.realis != "actual" or mention.bounds.earliest_start is not None:
        return mention
    days = _common(news)
    if days is None or days.start < published - _JUST:
        return mention
    bounds = mention.bounds.intersection(TimeBounds.since(days.start))
    because = tuple(attrs.evolve(e, rule="under-the-truce") for e in news[0].mention.bounds_because)
    return attrs.evolve(mention, bounds=bounds, bounds_because=because) if bounds is not None else mention


def _lacks(told: Report) -> bool:
    happened = told.mention.realis == "actual" and told.mention.bounds.earliest_start is None
    return told.quoted or (happened and not told.timed)


def _fits(told: Report, other: Report) -> bool:
    """Whether a dated report may be of the same deal or talks."""
    one, two = told.mention, other.mention
    if one.round and two.round and one.round != two.round:
        return False
    shared = told.news and (not one.roles.acting or bool(one.roles.acting & two.roles.acting))
    if told.group == "talk":
        return shared and (told.points or told.number < _LEAD)
    return told.points or told.quoted or shared
