"""Score the reading of single sentences against tests/corpus/sentences.toml, each sentence an article of its own.

A sentence alone does not say that it is about a negotiation; a title with the conflict's name does.

    python bench/score_sentences.py [--errors] [--conflict NAME]

A mention is found where a predicted one of a right type shares characters with the trigger. Realis, reported, actors
(agent, parties, and mediator of a mediation), addressees, mediators and dates are scored on found mentions.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from ceasetimeline.bounds import iso, ordinal
from ceasetimeline.events.mentions import find_mentions
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Mention, Publication
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "sentences.toml"
ROLES = {"actors": ("agent", "parties"), "addressees": ("addressee",), "mediators": ("mediator", "host", "conduit")}


def read(row: dict[str, Any], number: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    published = row.get("published")
    publication = Publication.on(ordinal(published)) if published else Publication()
    title = f"{row.get('conflict', '')}: ceasefire talks"
    article = Article(id=f"s{number}", text=row["text"], title=title, published=published, publication=publication)
    sentences = split_sentences(article.text)
    times = read_times(article, sentences, lexicon, DEFAULT_SETTINGS)
    return find_mentions(article, sentences, times, lexicon, DEFAULT_SETTINGS)


def places(text: str, trigger: str) -> list[tuple[int, int]]:
    found, at = [], text.find(trigger)
    while at >= 0:
        found.append((at, at + len(trigger)))
        at = text.find(trigger, at + 1)
    return found


def match(row: dict[str, Any], mentions: tuple[Mention, ...]) -> tuple[dict[int, Mention], list[Mention]]:
    left, pairs = list(mentions), {}
    for number, want in enumerate(row.get("mention", ())):
        spots = [spot for trigger in as_list(want["trigger"]) for spot in places(row["text"], trigger)]
        for mention in left:
            span = mention.span
            if span and mention.type in want["type"] and any(a < span.stop and span.start < b for a, b in spots):
                pairs[number] = mention
                left.remove(mention)
                break
    return pairs, left


def as_list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def names(want: dict[str, Any], roles: tuple[str, ...]) -> set[str]:
    return {name for role in roles for name in as_list(want.get(role))}


def judge(want: dict[str, Any], got: Mention, tally: Counter[str]) -> list[str]:
    faults = []
    if got.realis not in as_list(want.get("realis", "actual")):
        faults.append(f"realis {got.realis} for {want.get('realis')}")
    if "reported" in want and bool(got.reported_by) != want["reported"]:
        faults.append(f"reported {got.reported_by} for {want['reported']}")
    tally["realis"] += not any(fault.startswith("realis") for fault in faults)
    tally["reported"] += not any(fault.startswith("reported") for fault in faults)
    for label, roles in ROLES.items():
        mine = roles + (("mediator",) if label == "actors" and "mediation" in want["type"] else ())
        wanted = names(want, mine)
        given = {name for role in mine for name in got.roles.named(role)}
        if label == "addressees":
            given |= set(got.roles.parties) & wanted
        tally[f"{label} hit"] += len(wanted & given)
        tally[f"{label} want"] += len(wanted)
        tally[f"{label} given"] += len(given)
        if wanted != given:
            faults.append(f"{label} {sorted(given)} for {sorted(wanted)}")
    days = (got.bounds.earliest_start, got.bounds.latest_end)
    right = tuple(ordinal(want[side]) if side in want else None for side in ("start", "end"))
    if right != (None, None):
        tally["dated"] += 1
        exact = all(a == b for a, b in zip(right, days, strict=True) if a is not None)
        tally["exact"] += exact
        if not exact:
            faults.append(f"days {[iso(day) for day in days]} for {[iso(day) for day in right]}")
    else:
        tally["undated"] += 1
        tally["overclaimed"] += days[0] is not None
        if days[0] is not None:
            faults.append(f"days {[iso(day) for day in days]} for none")
    return faults


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--conflict", default="")
    chosen = options.parse_args()
    lexicon = Lexicon.default()
    tally: Counter[str] = Counter()
    rows = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["sentence"]
    for number, row in enumerate(rows):
        if chosen.conflict not in row.get("conflict", ""):
            continue
        mentions = read(row, number, lexicon)
        pairs, left = match(row, mentions)
        wants = row.get("mention", ())
        tally["want"] += len(wants)
        tally["found"] += len(pairs)
        tally["given"] += len(mentions)
        lines = [f"  MISSED {want['type']} [{want['trigger']}]" for n, want in enumerate(wants) if n not in pairs]
        lines += [f"  EXTRA {m.type} [{m.quote}] {m.realis} {m.rule}" for m in left]
        for n, got in sorted(pairs.items()):
            lines += [f"  {got.type} [{got.quote}] {fault}" for fault in judge(wants[n], got, tally)]
        if chosen.errors and lines:
            print(f"{number} {row['text']}", *lines, sep="\n")
    report(tally)
    return 0


def report(tally: Counter[str]) -> None:
    found = tally["found"] or 1
    print(f"mentions   P {100 * tally['found'] / tally['given']:.1f}  R {100 * found / tally['want']:.1f}")
    print(f"realis     {100 * tally['realis'] / found:.1f}   reported {100 * tally['reported'] / found:.1f}")
    for label in ROLES:
        hit, want, given = (tally[f"{label} {part}"] for part in ("hit", "want", "given"))
        precision, recall, f1 = hit / (given or 1), hit / (want or 1), 2 * hit / ((given + want) or 1)
        print(f"{label:10s} P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {100 * f1:.1f}")
    print(f"days       exact {100 * tally['exact'] / (tally['dated'] or 1):.1f} of {tally['dated']}", end="  ")
    print(f"overclaimed {100 * tally['overclaimed'] / (tally['undated'] or 1):.1f} of {tally['undated']}")


if __name__ == "__main__":
    sys.exit(main())
