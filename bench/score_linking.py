"""Score linking apart from extraction: gold mentions in, events and links out.

    python bench/score_linking.py GOLD_FOLDER SCORE_FOLDER [--errors]

GOLD_FOLDER holds articles.jsonl and the gold rows; SCORE_FOLDER holds gold_mentions.py and timeline.py.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ceasetimeline.bounds import TimeBounds, ordinal
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import Linking, link
from ceasetimeline.linking.syndication import sketch
from ceasetimeline.model import UNKNOWN_PUBLICATION, Article, ArticleReading, Event, Mention, Publication, Roles, Span
from ceasetimeline.text.sentences import split_sentences


def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def mention_of(row: Mapping[str, Any]) -> Mention:
    low, high = (None if day is None else ordinal(day) for day in row["bounds"]["start"])
    roles = {role: tuple(names) for role, names in row["roles"].items()}
    return Mention(
        id=row["id"],
        article=row["article"],
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        type=row["type"],
        realis=row["realis"],
        reported_by=tuple(row["reported_by"]),
        roles=Roles(**roles),
        venue=row["venue"] or "",
        bounds=TimeBounds(earliest_start=low, latest_start=high, earliest_end=low, latest_end=high),
    )


def readings_of(gold: Path, mentions: Sequence[Mapping[str, Any]]) -> list[ArticleReading]:
    by_article = defaultdict(list)
    for row in mentions:
        by_article[row["article"]].append(mention_of(row))
    readings = []
    for row in read_rows(gold / "articles.jsonl"):
        day = row.get("published")
        publication = Publication.on(dt.date.fromisoformat(day[:10]).toordinal()) if day else UNKNOWN_PUBLICATION
        readings.append(
            ArticleReading(
                article=Article(id=row["id"], text=row["text"], source=row["source"] or "", publication=publication),
                sentences=split_sentences(row["text"]),
                mentions=tuple(by_article[row["id"]]),
                sketch=sketch(row["text"]),
            )
        )
    return readings


def timeline_of(linking: Linking, mentions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    relations = [
        {
            "id": f"r{place}",
            "source": s.source,
            "target": s.target,
            "kind": s.kind,
            "strength": s.strength,
            "evidence": [],
        }
        for place, s in enumerate(linking.statements)
        if s.target
    ]
    events = [
        {"id": e.id, "type": e.type, "realis": e.realis, "bounds": e.bounds.to_json(), "mentions": list(e.mentions)}
        for e in linking.events
    ]
    return {"mentions": list(mentions), "events": events, "relations": relations}


def show_errors(gold: Path, events: Sequence[Event], mentions: Sequence[Mapping[str, Any]]) -> None:
    rows = {row["event_id"]: row for row in read_rows(gold / "events.jsonl")}
    cluster = {name: row["cluster_id"] for row in read_rows(gold / "clusters.jsonl") for name in row["members"]}
    home = {name: event for event in events for name in event.mentions}

    def tell(name: str) -> str:
        row = rows[name]
        return (
            f"{name} {cluster.get(name, '-')} {row['type']}/{row['status']} {','.join(row['actors'])}>"
            f"{','.join(row['targets'])} {row['start']}..{row['end']} «{row['trigger']}»"
        )

    for event in events:
        if len(event.mentions) > 1 and len({cluster.get(name, name) for name in event.mentions}) > 1:
            print("MERGED", event.id)
            for name in event.mentions:
                why = next(
                    (
                        e.note
                        for e in event.why
                        if e.article == rows[name]["article_id"] and e.quote == rows[name]["trigger"]
                    ),
                    "",
                )
                print("   ", tell(name), "|", why)
    parts = defaultdict(list)
    for name, label in cluster.items():
        if name in home:
            parts[label].append(name)
    for label, names in sorted(parts.items()):
        if len({home[name].id for name in names}) > 1:
            print("SPLIT", label)
            for name in names:
                print("   ", home[name].id, tell(name))


def show_answers(gold: Path, linking: Linking) -> None:
    rows = {row["event_id"]: row for row in read_rows(gold / "events.jsonl")}
    home = {name: event.id for event in linking.events for name in event.mentions}
    wanted = {(home[row["rejection"]], home[row["proposal"]]) for row in read_rows(gold / "rejects.jsonl")}
    answering = {home[n] for n in home if rows[n]["type"] in {"acceptance", "rejection", "counterproposal"}}
    made = {(s.source, s.target): s for s in linking.statements if s.kind == "answers" and s.source in answering}
    events = {event.id: event for event in linking.events}
    for source, target in sorted(wanted | set(made)):
        mark = "ok  " if (source, target) in wanted & set(made) else "MISS" if (source, target) in wanted else "FALSE"
        note = made[source, target].evidence[0].note if (source, target) in made else ""
        print(mark, events[source].type, events[source].mentions, "->", events[target].mentions, note)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--lexicon", action="append", default=[])
    options = parser.parse_args()
    made = subprocess.run(
        [sys.executable, options.score / "gold_mentions.py", options.gold], check=True, capture_output=True, text=True
    )
    mentions = json.loads(made.stdout)
    lexicon = Lexicon.load(*options.lexicon)
    linking = link(readings_of(options.gold, mentions), lexicon)
    if options.errors:
        show_errors(options.gold, linking.events, mentions)
        show_answers(options.gold, linking)
    for conflict in linking.conflicts if options.errors else ():
        sides = [(c.statement.target, c.statement.weight, [e.article for e in c.evidence]) for c in conflict.claims]
        print("CONFLICT", conflict.kind, conflict.status, sides)
    print("conflicts", Counter(conflict.kind for conflict in linking.conflicts))
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(timeline_of(linking, mentions), file)
        file.flush()
        subprocess.run([sys.executable, options.score / "timeline.py", file.name, options.gold], check=True)


if __name__ == "__main__":
    main()
