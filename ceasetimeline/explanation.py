"""Why a date, an order or a link is so: phrase, rule, anchor, sentence, article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch
from typing import Final

import attrs

from ceasetimeline.bounds import TimeBounds, iso
from ceasetimeline.model import (
    Article,
    Conflict,
    Event,
    Evidence,
    Mention,
    Relation,
    Span,
    Statement,
    TimeExpression,
)
from ceasetimeline.order.query import Answer


@attrs.frozen(kw_only=True)
class Step:
    """One step of an explanation: what is claimed, and the words it rests on.

    ``sentence`` is the whole sentence around the words, ``source`` the article in words ("Wire A, 2025-07-08").
    """

    claim: str
    quote: str = ""
    rule: str = ""
    sentence: str = ""
    source: str = ""
    depth: int = 0


@attrs.frozen(kw_only=True)
class Explanation:
    """Why a part of a timeline is as it is, from the claim down to the words."""

    subject: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join([self.subject, *(line for step in self.steps for line in _lines(step))])


@attrs.frozen(kw_only=True)
class Archive:
    """The parts of a timeline that an explanation looks things up in."""

    articles: Mapping[str, Article]
    mentions: Mapping[str, Mention]
    times: Mapping[str, TimeExpression]
    events: Mapping[str, Event]
    relations: Sequence[Relation]
    conflicts: Sequence[Conflict]


Part = Article | Mention | Event | TimeExpression | Relation | Conflict

_ANSWERED: Final = {
    "before": "{} came before {}",
    "after": "{} came after {}",
    "same": "{} happened at the time of {}",
    "unknown": "nothing orders {} and {}",
    "contested": "sources disagree whether {} came before or after {}",
}


def explain(part: Part | Answer, archive: Archive) -> Explanation:
    """Why ``part`` is as it is, told from the parts in ``archive``."""
    return Explanation(subject=describe(part, archive), steps=tuple(_steps(part, archive)))


def when(bounds: TimeBounds) -> str:
    """Bounds in words: "2025-07-06", "2025-07-06 to 2025-07-10", "by 2025-07-08", "from 2025-07-08", "date unknown".

    >>> when(TimeBounds.until(739440))
    'by 2025-07-08'
    """
    first, last = iso(bounds.earliest_start), iso(bounds.latest_end)
    if first is None and last is None:
        return "date unknown"
    if first is None:
        return f"by {last}"
    if last is None:
        return f"from {first}"
    return first if first == last else f"{first} to {last}"


def who(mention: Mention | Event) -> str:
    """The actors of a move by role: "Hamas -> Israel, mediator Qatar"."""
    roles = mention.roles
    acting = ", ".join(roles.agent + roles.parties or roles.mediator) or "somebody"
    toward = f" -> {', '.join(roles.addressee)}" if roles.addressee else ""
    rest = [(role, roles.named(role)) for role in ("mediator", "conduit", "host", "guarantor")]
    return acting + toward + "".join(f", {role} {' and '.join(names)}" for role, names in rest if names)


def describe(part: Part | Answer, archive: Archive) -> str:
    """One line that names a part, or that answers which of two events came first."""
    match part:
        case Answer():
            names = (_short(archive.events.get(name), name) for name in (part.source, part.target))
            strength = f" [{part.strength}]" if part.relation in {"before", "after"} else ""
            return _ANSWERED[part.relation].format(*names) + strength
        case Article():
            first, last = (iso(day) or "?" for day in part.publication.bounds)
            return f"{_source(part)}: published {first if first == last else f'{first} to {last}'}"
        case TimeExpression():
            days = " to ".join(sorted({day.isoformat() for day in part.days})) if part.days else "no date"
            return f"“{part.text}” is {days}"
        case Mention() | Event():
            return f"{part.type} ({part.realis}) by {who(part)}: {when(part.bounds)}"
        case Relation():
            names = (_short(archive.events.get(name), name) for name in (part.source, part.target))
            return f" {part.kind} ".join(names) + f" [{part.strength}]"
        case Conflict():
            return f"conflict about {part.kind}: {part.status}"


@singledispatch
def _steps(part: Part | Answer, archive: Archive) -> Iterator[Step]:
    raise TypeError(f"nothing to explain in {part!r}; pass a part of the timeline or its id")


@_steps.register
def _(part: Article, archive: Archive) -> Iterator[Step]:
    yield Step(claim=f"publication date: {part.publication.basis}", quote=str(part.published or ""))
    for clue in part.publication.clues:
        low, high = (iso(day) or "?" for day in clue.bounds)
        yield _step(f"{'hard' if clue.hard else 'soft'} clue: {low} to {high}", clue.evidence, archive)
        if clue.evidence.note:
            yield Step(claim=clue.evidence.note, depth=1)
    if part.copy_of:
        yield Step(claim=f"repeats {part.copy_of}: counted as one witness")


@_steps.register
def _(part: TimeExpression, archive: Archive) -> Iterator[Step]:
    evidence = Evidence(article=part.article, span=part.span, quote=part.text, rule=part.rule)
    yield _step(f"{part.type} {part.value}".strip(), evidence, archive)
    anchor = part.anchor
    if anchor.kind != "none":
        days = anchor.days.days[0].isoformat() if anchor.days else "unknown"
        words = archive.articles[part.article].text[anchor.span.start : anchor.span.stop] if anchor.span else ""
        yield Step(claim=f"counted from the {anchor.kind} {days}", quote=words, depth=1)
    if part.reason:
        yield Step(claim=part.reason, depth=1)
    for other in part.others:
        yield Step(claim=f"another reading: {describe(other, archive)}", rule=other.rule, depth=1)


@_steps.register
def _(part: Mention, archive: Archive) -> Iterator[Step]:
    quote = Evidence(article=part.article, span=part.span, quote=part.quote, rule=part.rule)
    yield _step(f"{part.type}, {part.realis}", quote, archive)
    if part.reported_by:
        yield Step(claim=f"reported by {', who cites '.join(part.reported_by)}", depth=1)
    for reason in part.why:
        yield _step(reason.note or reason.rule, reason, archive, depth=1, whole=False)
    yield Step(claim=f"date: {when(part.bounds)}")
    for reason in part.bounds_because:
        yield _step(reason.note or "bounded by", reason, archive, depth=1, whole=False)
    if part.time is not None and part.time in archive.times:
        for step in _steps(archive.times[part.time], archive):
            yield attrs.evolve(step, depth=step.depth + 1, sentence="", source="")


@_steps.register
def _(part: Event, archive: Archive) -> Iterator[Step]:
    yield Step(claim=f"date: {when(part.bounds)}")
    for reason in part.bounds_because:
        yield _step(reason.note or "bounded by", reason, archive, depth=1, whole=False)
    told, sources = _count(len(part.mentions), "mention"), _count(part.independent_sources, "independent source")
    yield Step(claim=f"told by {told} from {sources}")
    for name in part.mentions:
        if name in archive.mentions:
            for step in _steps(archive.mentions[name], archive):
                yield attrs.evolve(step, depth=step.depth + 1)
    for relation in archive.relations:
        if part.id in (relation.source, relation.target):
            yield Step(claim=describe(relation, archive))
            for evidence in relation.evidence:
                yield _step(evidence.note or "because", evidence, archive, depth=1)


@_steps.register
def _(part: Relation, archive: Archive) -> Iterator[Step]:
    for name in (part.source, part.target):
        if name in archive.events:
            yield Step(claim=describe(archive.events[name], archive))
    for evidence in part.evidence:
        yield _step(evidence.note or "because", evidence, archive, depth=1)


@_steps.register
def _(part: Answer, archive: Archive) -> Iterator[Step]:
    cited = {evidence for relation in part.path for evidence in relation.evidence}
    told: set[Evidence] = set()
    for conflict in archive.conflicts if part.relation == "contested" else ():
        sides = {evidence for claim in conflict.claims for evidence in claim.evidence}
        if conflict.status == "contested" and cited & sides:
            told |= sides
            yield Step(claim=describe(conflict, archive))
            yield from (attrs.evolve(step, depth=step.depth + 1) for step in _steps(conflict, archive))
    for relation in part.path:
        if not told.issuperset(relation.evidence):
            yield Step(claim=describe(relation, archive))
            for evidence in relation.evidence:
                yield _step(evidence.note or "because", evidence, archive, depth=1)


@_steps.register
def _(part: Conflict, archive: Archive) -> Iterator[Step]:
    for claim in part.claims:
        yield Step(claim=_statement(claim.statement, archive))
        for evidence in claim.evidence:
            yield _step(evidence.note or "as told in", evidence, archive, depth=1)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _statement(statement: Statement, archive: Archive) -> str:
    name = _short(archive.events.get(statement.source), statement.source)
    if statement.target:
        return f"{name} {statement.kind} {_short(archive.events.get(statement.target), statement.target)}"
    days = " to ".join(iso(day) or "?" for day in dict.fromkeys(statement.days))
    return f"{name}: {statement.kind} {days if statement.days != (None, None) else ''}".strip()


def _short(event: Event | None, name: str) -> str:
    return name if event is None else f"{event.type} by {who(event)} ({when(event.bounds)})"


def _source(article: Article) -> str:
    return article.source or article.title or article.id


def _step(claim: str, evidence: Evidence, archive: Archive, *, depth: int = 0, whole: bool = True) -> Step:
    article = archive.articles.get(evidence.article)
    source = "" if article is None else f"{_source(article)}, {iso(article.publication.day) or 'undated'}"
    sentence = _around(article.text, evidence.span) if whole and article and evidence.span else ""
    return Step(claim=claim, quote=evidence.quote, rule=evidence.rule, sentence=sentence, source=source, depth=depth)


def _around(text: str, span: Span) -> str:
    """The words around a span, up to a line's or a sentence's end on either side."""
    ends = [text.rfind(mark, 0, span.start) + len(mark) for mark in ("\n", ". ") if mark in text[: span.start]]
    stops = [at for mark in ("\n", ". ") if (at := text.find(mark, span.stop)) >= 0]
    return " ".join(text[max(ends, default=0) : min(stops, default=len(text)) + 1].split())


def _lines(step: Step) -> Iterator[str]:
    indent = "  " * (step.depth + 1)
    yield (
        indent + step.claim + (f": “{step.quote}”" if step.quote else "") + (f"  [{step.rule}]" if step.rule else "")
    )
    if step.sentence:
        yield f"{indent}  {step.sentence}  ({step.source})"
