"""What each command does; heavy rooms are imported when a command needs them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from ceasetimeline.codec import to_json
from ceasetimeline.commands.terminal import emphasis, note, say, say_bytes
from ceasetimeline.errors import InputError
from ceasetimeline.model import Settings

if TYPE_CHECKING:
    from ceasetimeline.export.exporters import Exporter
    from ceasetimeline.timeline import Timeline

OK, NOTHING, USAGE, PARTIAL, INTERRUPTED = 0, 1, 2, 3, 130
SHOWN_ISSUES: Final = 20
DEMO_EVENTS: Final = 25
FILTERS: Final[Mapping[str, str]] = {
    "since": "keep events that may have happened on or after this day",
    "until": "keep events that may have happened on or before this day",
    "actor": "keep events this actor takes part in",
    "type": "keep events of this type",
    "realis": "keep events told as actual, planned, ...",
    "source": "keep events this source reports",
}
"""Options that choose events, as in `Timeline.filter`."""


def demo(asked: argparse.Namespace) -> int:
    """Build a timeline of the sample articles, show it, and save it."""
    from ceasetimeline.pipeline import build_timeline

    _check_output(asked.output, force=False)
    with resources.as_file(resources.files("ceasetimeline") / "data" / "samples" / "gaza.jsonl") as path:
        timeline = build_timeline(path)
    timeline.save(asked.output)
    if asked.all or asked.json:
        _show(timeline, asked.json)
    else:
        shown = _key_events(timeline, DEMO_EVENTS)
        say(f"The {len(shown)} moves that matter most or are disputed, of {len(timeline)}; --all shows every one.\n")
        _show(shown, as_json=False)
    note(f"saved as {asked.output}; next: ceasetimeline explain {asked.output} {_an_id(timeline)}")
    return OK


def build(asked: argparse.Namespace) -> int:
    """Build a timeline of the articles in some files."""
    from ceasetimeline.pipeline import build_timeline

    if asked.output:
        _check_output(asked.output, asked.force, asked.format)
    timeline = build_timeline(
        _articles(asked),
        lexicon=asked.lexicon,
        languages=_languages(asked),
        known_events=_known_events(asked.known_events),
        mentions=asked.mentions,
        overrides=asked.overrides or (),
        week_start=asked.week_start,
        date_order=asked.date_order,
        workers=asked.workers,
        progress=sys.stderr.isatty(),
    )
    _tell_issues(timeline)
    if not timeline.articles:
        note("error: no article could be used")
        return NOTHING
    timeline = _filtered(timeline, asked)
    left_out = _write(timeline, asked) if asked.output else 0
    if not asked.output:
        _show(timeline, asked.json)
    return PARTIAL if asked.strict and (timeline.issues or left_out) else OK


def times(asked: argparse.Namespace) -> int:
    """Find the time expressions of a text."""
    from ceasetimeline.codec.encode import time_row
    from ceasetimeline.commands.words import highlighted, time_line
    from ceasetimeline.lexicon import Lexicon
    from ceasetimeline.timex import find_times

    text = sys.stdin.read() if asked.text == "-" else asked.text
    found = find_times(
        text,
        published=asked.published,
        vague=asked.vague,
        profile=asked.profile,
        languages=_languages(asked),
        lexicon=Lexicon.load(asked.lexicon) if asked.lexicon else None,
    )
    if asked.json:
        say_bytes(to_json([time_row(time) for time in found]))
    else:
        say(highlighted(text, found, emphasis()))
        say("\n".join(map(time_line, found)) if found else "no time expression")
    return OK


def explain(asked: argparse.Namespace) -> int:
    """Say why a part of a timeline is so."""
    from ceasetimeline.readers import read_timeline
    from ceasetimeline.view.text import render_explanation

    explanation = read_timeline(asked.timeline).explain(asked.id)
    if asked.json:
        say_bytes(to_json(explanation))
    else:
        say(render_explanation(explanation).rstrip("\n"))
    return OK


def export(asked: argparse.Namespace) -> int:
    """Write a saved timeline in another format."""
    from ceasetimeline.export import EXPORTERS
    from ceasetimeline.readers import read_timeline

    if asked.list and asked.json:
        say_bytes(to_json([_format_row(exporter) for exporter in EXPORTERS.values()]))
        return OK
    if asked.list:
        for exporter in EXPORTERS.values():
            lacks = f" (without {exporter.cannot_hold})" if exporter.cannot_hold else ""
            say(f"{exporter.name:<12} {' '.join(exporter.suffixes):<26} for {exporter.for_whom}{lacks}")
        return OK
    if not asked.timeline:
        raise InputError("which timeline? ceasetimeline export TIMELINE -o OUT, or --list for the formats")
    if not asked.output and not asked.format:
        raise InputError("say where to, with -o OUT, or print it with --format NAME")
    if asked.output:
        _check_output(asked.output, asked.force, asked.format)
    timeline = _filtered(read_timeline(asked.timeline), asked)
    if asked.output:
        _write(timeline, asked)
    else:
        _print(timeline, asked)
    return OK


def diff(asked: argparse.Namespace) -> int:
    """Say what changed between two saved timelines."""
    from ceasetimeline.commands.words import difference_lines, difference_rows
    from ceasetimeline.difference import difference
    from ceasetimeline.readers import read_timeline

    old, new = read_timeline(asked.old), read_timeline(asked.new)
    found = difference(old.events, new.events, old_conflicts=old.conflicts, new_conflicts=new.conflicts)
    if asked.json:
        say_bytes(to_json(difference_rows(found)))
    elif found:
        say("\n".join(difference_lines(found)))
    else:
        say("no difference")
    return OK


def validate(asked: argparse.Namespace) -> int:
    """List all faults of some files; 1 if there are any."""
    from ceasetimeline.readers.validation import Fault, faults_of

    faults: list[Fault] = []
    for name in asked.input:
        try:
            faults += faults_of(name)
        except InputError as reason:
            faults.append(Fault(name, "unreadable", str(reason)))
    if asked.json:
        say_bytes(to_json(faults))
    else:
        for fault in faults:
            say(str(fault))
        note(f"{len(faults)} faults in {len(asked.input)} files" if faults else "no faults")
    return NOTHING if faults else OK


def _format_row(exporter: Exporter) -> dict[str, Any]:
    return {
        "name": exporter.name,
        "suffixes": list(exporter.suffixes),
        "for": exporter.for_whom,
        "cannot_hold": exporter.cannot_hold,
    }


def _key_events(timeline: Timeline, count: int) -> Timeline:
    """The timeline of the events that matter most, and of what the sources disagree on."""
    disputed = {subject for conflict in timeline.conflicts for subject in conflict.subjects}
    chosen = {event.id for event, _ in timeline.summary(count)}
    events = tuple(e for e in timeline.events if e.id in chosen or not disputed.isdisjoint((e.id, *e.mentions)))
    return attrs.evolve(timeline, events=events)


def _articles(asked: argparse.Namespace) -> list[object]:
    """The articles of all files, and what was left out of them: `build_timeline` takes both."""
    from ceasetimeline.readers import accept_articles
    from ceasetimeline.readers.columns import FIELDS

    columns = dict(given.partition("=")[::2] for given in asked.column or ())
    for field, name in columns.items():
        if field not in FIELDS or not name:
            raise InputError(f"--column {field}={name}: give FIELD=NAME, FIELD one of {', '.join(FIELDS)}")
    paths = [Path(name) for name in asked.input]
    settings = Settings(languages=_languages(asked))
    articles, issues = accept_articles(
        paths, settings, encoding=asked.encoding, columns=columns, unit=asked.unit, zone=asked.zone, now=asked.now
    )
    return [*articles, *issues]


def _languages(asked: argparse.Namespace) -> tuple[str, ...]:
    return tuple(code.strip() for code in asked.languages.split(",") if code.strip())


def _show(timeline: Timeline, as_json: bool) -> None:
    from ceasetimeline.export import export as exported

    if as_json:
        say_bytes(exported(timeline, "json").content)
    else:
        say(str(timeline).rstrip("\n"))


def _print(timeline: Timeline, asked: argparse.Namespace) -> None:
    from ceasetimeline.export import export as exported
    from ceasetimeline.export import left_out_words

    made = exported(timeline, asked.format, text=not asked.no_text, rows=asked.rows, csv_safe=not asked.raw_csv)
    say_bytes(made.content)
    if made.left_out:
        note(left_out_words(made))


def _write(timeline: Timeline, asked: argparse.Namespace) -> int:
    from ceasetimeline.export import write

    made = write(
        timeline,
        asked.output,
        format=asked.format,
        text=not asked.no_text,
        rows=getattr(asked, "rows", "events"),
        csv_safe=not getattr(asked, "raw_csv", False),
    )
    note(f"{repr(timeline)[1:-1]} written to {asked.output}")
    return len(made.left_out)


def _check_output(name: str, force: bool, format_: str | None = None) -> None:
    """Refuse a goal that cannot be written before any work is done for it."""
    from ceasetimeline.export import check_goal

    check_goal(name, format=format_, force=force)


def _tell_issues(timeline: Timeline) -> None:
    for issue in timeline.issues[:SHOWN_ISSUES]:
        note(f"{issue.place or issue.article}: {issue.message} [{issue.code}]")
    if len(timeline.issues) > SHOWN_ISSUES:
        note(f"… and {len(timeline.issues) - SHOWN_ISSUES} more issues; all are in the timeline")


def _known_events(name: str | None) -> list[Any]:
    from ceasetimeline.readers.files import read_bytes
    from ceasetimeline.readers.json_files import parse

    if name is None:
        return []
    try:
        table = parse(read_bytes(Path(name)))
    except ValueError as fault:
        raise InputError(f"{name}: not JSON: {fault}") from None
    if not isinstance(table, list):
        raise InputError(
            f'{name}: a list of events is needed, such as [{{"names": ["the 12-day war"], "start": "…"}}]'
        )
    return table


def _filtered(timeline: Timeline, asked: argparse.Namespace) -> Timeline:
    given = {name: getattr(asked, name) for name in FILTERS if getattr(asked, name)}
    try:
        return timeline.filter(**given) if given else timeline
    except ValueError as fault:
        raise InputError(f"--since and --until are ISO days such as 2025-07-08: {fault}") from None


def _an_id(timeline: Timeline) -> str:
    return timeline.events[0].id if timeline.events else "ID"
