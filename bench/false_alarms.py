"""False alarms on news of all kinds: how many moves come out, and how many of them are real.

    python -m bench.false_alarms [--items 0:20000]                    how many come out, by type, and how fast
    python -m bench.false_alarms --draw 200 --items 40000:60000       a sample to be judged, as a table
    python -m bench.false_alarms --read fresh                         a sample with its words, for whom it judges
    python -m bench.false_alarms --verdicts                           precision by type of the verdicts on file
    python -m bench.false_alarms --second FILE                        how far a second reader's table agrees

Verdicts stand in ``docs/measurements/false_alarms.csv`` by item and place, never with the text. A sample is judged
from the words alone (``--read`` leaves the verdicts on file out); what they mean is told on the page beside.
Needs the development data.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from bench.scale import ITEMS, ROOT, drawn, items, stretch
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article, Mention
from ceasetimeline.reading import Reader

TABLE: Final = ROOT / "docs" / "measurements" / "false_alarms.csv"
VERDICTS: Final = ("move", "type", "none")
"""A real move of that type, a real move of another type, no move of a negotiation."""

Key = tuple[str, int, int, str]


@attrs.frozen
class Judged:
    """A mention of a sample: item, span and type of what came out, and what a reader says of it."""

    sample: str
    item: str
    start: int
    end: int
    type: str
    verdict: str = ""
    reason: str = ""

    @property
    def key(self) -> Key:
        """What identifies the mention."""
        return self.item, self.start, self.end, self.type


def key_of(mention: Mention) -> Key:
    assert mention.span is not None
    return mention.article, mention.span.start, mention.span.stop, mention.type


def found(articles: Iterable[Article]) -> Iterator[Mention]:
    """Every mention of the articles, in their order."""
    reader = Reader(lexicon=Lexicon.default())
    for article in articles:
        yield from reader.read(article).mentions


def table(path: Path) -> list[Judged]:
    """The rows of a table of verdicts."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Judged(**{**row, "start": int(row["start"]), "end": int(row["end"])})  # type: ignore[arg-type]
            for row in csv.DictReader(lines)
        ]


def write(rows: Iterable[Judged]) -> None:
    """The rows as a table on standard output."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow([field.name for field in attrs.fields(Judged)])
    out.writerows(attrs.astuple(row) for row in rows)


def count(first: int, stop: int) -> None:
    """Says how many mentions come out of a stretch, by type, and how fast."""
    texts = list(items(first, stop))
    began = time.process_time()
    mentions = list(found(texts))
    seconds = time.process_time() - began
    size = sum(len(article.text.encode()) for article in texts)
    told = len({mention.article for mention in mentions})
    print(f"{len(texts)} items, {len(mentions)} mentions in {told} of them, {size / seconds / 1e6:.2f} MB/s")
    for name, n in sorted(Counter(mention.type for mention in mentions).items(), key=lambda row: (-row[1], row[0])):
        print(f"{n:6} {name}")


def read(rows: Sequence[Judged]) -> None:
    """Shows each mention of a sample in its text, without what anybody said of it."""
    wanted = {row.item for row in rows}
    texts = {article.id: article.text for article in items(0, sys.maxsize) if article.id in wanted}
    for row in rows:
        text = texts[row.item]
        marked = f"{text[: row.start]}[[{text[row.start : row.end]}]]{text[row.end :]}"
        print(f"\n{row.sample} {row.item} {row.start}-{row.end} {row.type}\n{marked}")


def report(rows: Sequence[Judged]) -> None:
    """Precision by type of every sample, and the commonest reasons."""
    samples: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        samples[row.sample].append(row)
    for sample, judged in samples.items():
        print(f"\n{sample}: {_line(judged)}\n")
        print("| type | judged | that move | another move | none |\n|---|---:|---:|---:|---:|")
        types = Counter(row.type for row in judged)
        for name in sorted(types, key=lambda name: (-types[name], name)):
            tally = Counter(row.verdict for row in judged if row.type == name)
            print(f"| {name} | {types[name]} | " + " | ".join(str(tally[verdict]) for verdict in VERDICTS) + " |")
        reasons = Counter(row.reason for row in judged if row.verdict != "move")
        print("\nwrong because: " + ", ".join(f"{name} {n}" for name, n in reasons.most_common()))


def _line(rows: Sequence[Judged]) -> str:
    tally = Counter(row.verdict for row in rows)
    right, real = (100 * n / len(rows) for n in (tally["move"], tally["move"] + tally["type"]))
    return f"{len(rows)} judged, {right:.1f} % such a move, {real:.1f} % a real move"


def compare(mine: Sequence[Judged], other: Sequence[Judged]) -> None:
    """How often two readers agree, and Cohen's kappa."""
    verdicts = {row.key: row.verdict for row in other}
    pairs = [(row.verdict, verdicts[row.key]) for row in mine if row.key in verdicts]
    same = sum(a == b for a, b in pairs) / len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[name] * second[name] for name in VERDICTS) / len(pairs) ** 2
    print(f"{len(pairs)} judged twice, {100 * same:.1f} % alike, kappa {(same - chance) / (1 - chance):.2f}")
    for one in VERDICTS:
        print(f"{one:5}", *(f"{name} {sum(pair == (one, name) for pair in pairs):4}" for name in VERDICTS))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--items", type=stretch, default=(0, 20_000), help="which items, as 0:20000")
    options.add_argument("--draw", type=int, help="draw so many mentions as a sample")
    options.add_argument("--sample", default="fresh", help="what a drawn sample is called")
    options.add_argument("--read", metavar="SAMPLE", help="show a sample with its words")
    options.add_argument("--verdicts", action="store_true", help="precision of the verdicts on file")
    options.add_argument("--second", type=Path, help="a table of the same columns by a second reader")
    options.add_argument("--table", type=Path, default=TABLE)
    chosen = options.parse_args()
    if chosen.verdicts:
        report(table(chosen.table))
    elif chosen.second:
        compare(table(chosen.table), table(chosen.second))
    elif not ITEMS.exists():
        print(f"no development data at {ITEMS}; set CEASETIMELINE_SHARED to their folder", file=sys.stderr)
    elif chosen.read:
        read([row for row in table(chosen.table) if row.sample == chosen.read])
    elif chosen.draw:
        keys = drawn(map(key_of, found(items(*chosen.items))), chosen.draw)
        write(Judged(chosen.sample, *key) for key in keys)
    else:
        count(*chosen.items)
    return 0


if __name__ == "__main__":
    sys.exit(main())
