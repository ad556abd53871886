"""A timeline to read in the terminal: one line an event, then the words it rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ceasetimeline.explanation import Explanation
from ceasetimeline.model import Claim, Conflict, Event, Issue
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.quotes import Library, Quote
from ceasetimeline.view.sequence import reading_order
from ceasetimeline.view.wording import (
    between_words,
    count_words,
    printable,
    source_words,
    type_words,
    when_words,
    who_words,
)

DATE_COLUMN = 24
LEAST_WIDTH = 60
DATED: Final[Mapping[str, str]] = {"date": "it was", "start_date": "it began", "end_date": "it ended"}
SIDES: Final[Mapping[str, str]] = {
    "role": "it was the act of {}",
    "realis": "told as {}",
    "quantity": "it was {}",
    "place": "it was in {}",
    "round": "it was round {}",
}
"""How to word one side of a conflict that is about no date and no order, by its kind."""


def render(timeline: Timeline, *, width: int = 100, quotes: int = 2, issues: int = 10) -> str:
    """The timeline as text: events by date with up to so many quotes each, then conflicts and issues.

    ``width`` counts columns (at least 60); a number of quotes or issues that is left out is told.
    """
    width = max(width, LEAST_WIDTH)
    library = Library.of(timeline)
    blocks = [head_words(timeline)]
    blocks += [
        "\n".join(_event(event, library, width, quotes))
        for event in reading_order(timeline.events, timeline.relations)
    ]
    if timeline.conflicts:
        blocks.append(_title("Sources that disagree"))
        blocks += ["\n".join(_conflict(conflict, timeline, library, width)) for conflict in timeline.conflicts]
    if timeline.issues:
        blocks.append(_title("What could not be used"))
        blocks.append("\n".join(_issues(timeline.issues, width, issues)))
    return "\n\n".join(blocks) + "\n"


def render_explanation(explanation: Explanation, *, width: int = 100) -> str:
    """An explanation as text: each step with its words, its rule and the sentence they stand in."""
    width = max(width, LEAST_WIDTH)
    lines = [printable(explanation.subject)]
    for step in explanation.steps:
        indent = "  " * (step.depth + 1)
        quote = f": “{printable(step.quote)}”" if step.quote else ""
        rule = f" [{printable(step.rule)}]" if step.rule else ""
        lines += _wrapped(f"{printable(step.claim)}{quote}{rule}", indent, width)
        if step.sentence:
            lines += _wrapped(f"“{printable(step.sentence)}” — {printable(step.source)}", indent + "    ", width)
    return "\n".join(lines) + "\n"


def head_words(timeline: Timeline) -> str:
    """What the timeline holds, in one line."""
    sources = {article.source for article in timeline.articles if article.source}
    counts = (
        count_words(len(timeline.events), "event"),
        f"from {count_words(len(timeline.articles), 'article')}"
        + (f" of {count_words(len(sources), 'source')}" if sources else ""),
        count_words(len(timeline.conflicts), "conflict"),
    )
    return ", ".join(counts)


def _title(words: str) -> str:
    return f"{words}\n{'─' * len(words)}"


def _event(event: Event, library: Library, width: int, limit: int) -> Iterator[str]:
    realis = "" if event.realis == "actual" else f" ({event.realis})"
    facts = [f"{type_words(event.type)}{realis}", who_words(event), printable(event.venue)]
    if event.independent_sources:
        facts.append(count_words(event.independent_sources, "source"))
    date = when_words(event.bounds)
    lines = textwrap.wrap(" · ".join(filter(None, facts)), width - DATE_COLUMN) or [""]
    if len(date) < DATE_COLUMN:
        yield f"{date:<{DATE_COLUMN}}{lines[0]}"
    else:
        yield date
        yield f"{'':<{DATE_COLUMN}}{lines[0]}"
    yield from (f"{'':<{DATE_COLUMN}}{line}" for line in lines[1:])
    told = library.quotes(event)
    indent = " " * (DATE_COLUMN if width >= 80 else 4)
    for quote in told[:limit]:
        yield from _quoted(quote, indent, width)
    if len(told) > limit:
        yield f"{indent}… and {count_words(len(told) - limit, 'more article')}"


def _quoted(quote: Quote, indent: str, width: int) -> Iterator[str]:
    source = f" — {source_words(quote.article)}" if quote.article else ""
    copied = f" (repeats {printable(quote.article.copy_of)})" if quote.article and quote.article.copy_of else ""
    yield from _wrapped(f"“{printable(quote.words)}”{source}{copied}", indent, width)


def _conflict(conflict: Conflict, timeline: Timeline, library: Library, width: int) -> Iterator[str]:
    events = {event.id: event for event in timeline.events}
    about = subject_words(conflict, timeline)
    yield from _wrapped(f"{printable(conflict.kind)}, {conflict.status}: {about}", "", width)
    for claim in conflict.claims:
        yield from _wrapped(claim_words(claim, events), "  - ", width, rest="    ")
        for evidence in claim.evidence or claim.statement.evidence:
            if evidence.quote:
                yield from _quoted(library.evidence(evidence), "      ", width)


def subject_words(conflict: Conflict, timeline: Timeline) -> str:
    """The events that a conflict is about, in words; without dates where the dates are what is disputed."""
    owners = {mention: event for event in timeline.events for mention in event.mentions}
    events = owners | {event.id: event for event in timeline.events}
    named = (_named(events.get(name), name, dated=conflict.kind != "date") for name in conflict.subjects)
    return "; ".join(dict.fromkeys(named))


def claim_words(claim: Claim, events: Mapping[str, Event]) -> str:
    """One side of a conflict in words; what the rule noted where it noted something."""
    statement = claim.statement
    notes = dict.fromkeys(e.note for e in (*claim.evidence, *statement.evidence) if e.note and e.article)
    source, target = (
        _named(events.get(name), name, dated=False) if name else "" for name in (statement.source, statement.target)
    )
    if statement.kind in DATED:
        return f"{DATED[statement.kind]} {between_words(*statement.days)}"
    if statement.kind == "lasts":
        return f"it lasted {_gap_words(*statement.days)}"
    if statement.kind == "gap":
        words = f"{target} came {_gap_words(*statement.days)} after {source}"
    elif statement.kind in SIDES:
        words = SIDES[statement.kind].format(target)
    else:
        words = f"{source} {type_words(statement.kind)} {target}".strip()
    return f"{words} ({printable('; '.join(notes))})" if notes else words


def _gap_words(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"at {'most' if low is None else 'least'} {count_words((low if high is None else high) or 0, 'day')}"
    return count_words(low, "day") if low == high else f"{low} to {high} days"


def _named(event: Event | None, name: str, *, dated: bool = True) -> str:
    if event is None:
        return printable(name)
    return " ".join(
        filter(
            None,
            (
                type_words(event.type),
                f"by {who_words(event)}" if who_words(event) else "",
                f"({when_words(event.bounds)})" if dated else "",
            ),
        )
    )


def _issues(issues: tuple[Issue, ...], width: int, limit: int) -> Iterator[str]:
    for issue in issues[:limit]:
        where = ", ".join(filter(None, (issue.article, issue.place)))
        words = f"{issue.code}: {issue.message}" + (f" ({where})" if where else "")
        yield from _wrapped(printable(words), "- ", width, rest="  ")
    if len(issues) > limit:
        yield f"… and {len(issues) - limit} more"


def _wrapped(words: str, indent: str, width: int, *, rest: str | None = None) -> Iterable[str]:
    return textwrap.wrap(
        words,
        width,
        initial_indent=indent,
        subsequent_indent=indent if rest is None else rest,
        break_on_hyphens=False,
    )
