"""Precision, recall and commonest errors of every type of move, written to ``docs/measurements/moves.md``.

    python -m bench.moves [--shared ../shared]

Measured on the development articles on Gaza and on ``tests/corpus/processes``; the rules by which a mention counts as
found are those of the scorer beside the development data.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import attrs

from bench.score_processes import GOLD, ROOT, SHARED
from ceasetimeline import build_timeline

PAGE: Final = ROOT / "docs" / "measurements" / "moves.md"
ROLES: Final = (
    ("actors", ("agent", "parties")),
    ("targets", ("addressee",)),
    ("mediators", ("mediator", "conduit", "host")),
)
COMMONEST: Final = 3

Row = Mapping[str, Any]


@attrs.define
class Tally:
    """What was found, missed and found too much of one type of move, and what was wrong with what was found."""

    found: int = 0
    sure: int = 0  # found in an article that was read twice
    missed: int = 0
    extra: int = 0
    faults: Counter[str] = attrs.field(factory=Counter)

    def row(self, name: str) -> str:
        """The line of the table."""
        told = self.found + self.missed
        faults = "; ".join(f"{what} {n}" for what, n in self.faults.most_common(COMMONEST))
        precision, recall = _percent(self.sure, self.sure + self.extra), _percent(self.found, told)
        return f"| {name} | {told} | {precision} | {recall} | {faults} |"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "–"


def scorer_of(shared: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("timeline_scorer", shared / "score" / "timeline.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(scorer: ModuleType, folder: Path) -> dict[str, Tally]:
    """The tally of each type of the gold in a folder."""
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as place:
        built = Path(place) / "timeline.json"
        build_timeline([json.loads(line) for line in lines]).save(built)
        timeline = scorer.load(str(built))
    gold = scorer.Gold(str(folder))
    annotated = {event["article_id"] for event in gold.events}
    mentions = [m for m in timeline["mentions"] if m["article"] in annotated]
    matched = scorer.match(gold, mentions)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for number, event in enumerate(gold.events):
        if event["span"] is None:
            continue
        if number in matched:
            tallies[event["type"]].found += 1
            tallies[event["type"]].sure += event["article_id"] in gold.read_twice
            tallies[event["type"]].faults.update(_faults(scorer, event, matched[number]))
        else:
            tallies[event["type"]].missed += 1
            tallies[event["type"]].faults[_missed(scorer, event, mentions)] += 1
    used = {mention["id"] for mention in matched.values()}
    for mention in mentions:
        if mention["id"] not in used and mention["article"] in gold.read_twice and not _free(scorer, gold, mention):
            tallies[_gold_type(scorer, tallies, mention["type"])].extra += 1
    return tallies


def _gold_type(scorer: ModuleType, tallies: Mapping[str, Tally], type_: str) -> str:
    """The type of the gold that a type of ours is counted for."""
    fitting = [name for name, ours in scorer.COMPATIBLE.items() if type_ in ours]
    if type_ in fitting or not fitting:
        return type_
    return max(map(str, fitting), key=lambda name: (tallies[name].found + tallies[name].missed, name))


def _free(scorer: ModuleType, gold: Any, mention: Row) -> bool:
    """Whether the gold leaves a type out, and says nothing of the sentence."""
    span = (mention["start"], mention["end"])
    marked = [e["sentence_span"] for e in gold.events if e["article_id"] == mention["article"] and e["span"]]
    return mention["type"] in scorer.UNANNOTATED and not any(scorer.overlap(span, other) for other in marked)


def _missed(scorer: ModuleType, event: Row, mentions: Sequence[Row]) -> str:
    there = [
        m["type"]
        for m in mentions
        if m["article"] == event["article_id"] and scorer.overlap((m["start"], m["end"]), event["span"])
    ]
    return f"read as {min(there)}" if there else "not found"


def _faults(scorer: ModuleType, event: Row, mention: Row) -> Iterator[str]:
    """What is wrong with a move that was found."""
    alias = scorer.aliases()
    status, told = scorer.coarse(event["status"]), scorer.coarse(scorer.status_of(mention))
    if status != told:
        yield f"{status} read as {told}"
    for label, roles in ROLES:
        mine = (*roles, "mediator") if label == "actors" and event["type"] == "mediation" else roles
        want = {alias.get(scorer.fold(n), scorer.fold(n)) for n in event[label]}
        named = [n for role in mine for n in mention["roles"].get(role) or []]
        got = {alias.get(scorer.fold(n), scorer.fold(n)) for n in named}
        if label == "targets":
            parties = mention["roles"].get("parties") or []
            got |= {alias.get(scorer.fold(n), scorer.fold(n)) for n in parties} & want
        if want - got:
            yield f"{label} missing"
        elif got - want:
            yield f"{label} too many"
    want_days = (scorer.day(event["start"]), scorer.day(event["end"]))
    got_days = scorer.hull(mention.get("bounds"))
    if want_days == (None, None):
        if got_days[0] is not None:
            yield "day where none is told"
    elif any(w and w != g for w, g in zip(want_days, got_days, strict=True)):
        yield "other days" if got_days[0] is not None else "no first day"


def page(tables: Mapping[str, Mapping[str, Tally]]) -> str:
    """The page: one table a set."""
    parts = [HEAD]
    for title, tallies in tables.items():
        parts.append(f"## {title}\n\n{COLUMNS}")
        ranked = sorted(tallies, key=lambda name: (-tallies[name].found - tallies[name].missed, name))
        parts.append("\n".join(tallies[name].row(name) for name in ranked) + "\n")
    return "\n".join(parts)


COLUMNS: Final = "| type of the gold | rows | precision | recall | commonest errors |\n|---|---:|---:|---:|---|"
HEAD: Final = """# Moves: measured type by type

Written by `python -m bench.moves`. A move counts as found where a mention of a type that fits overlaps the words
of the gold. Precision is taken on the articles read twice; a mention that fits no row is counted for the type of
that name, or else for the most frequent that fits. Errors are those of the rows of the gold: moves not found or
read as another type, and what is wrong with those found (stance, actors, addressees, mediators, days). The articles
on Gaza were used for development, so their figures flatter; those of other peace processes were written apart from
the rules, and their errors read afterwards.
"""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    shared = options.parse_args().shared
    scorer = scorer_of(shared)
    tables = {
        "Israel and Hamas, 2023 to 2025": measure(scorer, shared / "data" / "gaza"),
        "Eighteen other peace processes": measure(scorer, GOLD),
    }
    PAGE.write_text(page(tables), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
