"""What the gate costs: real moves in news of all kinds that are passed over.

    python -m bench.passed_over --draw 150 --items 0:20000            silent items to be read, so many of each layer
    python -m bench.passed_over --read fresh                          a sample with its texts
    python -m bench.passed_over --verdicts --items 0:20000            the share of real moves that comes out

An item is silent if no move comes out of it. Two layers of such items are read: those with a word of peace talks, and
those without one that name two actors and a word of dealing. ``docs/measurements/passed_over.csv`` keeps how many
moves a reader found in each item of a sample, and of which types; never the text. Needs the development data.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from bench.false_alarms import TABLE as ALARMS
from bench.false_alarms import table as verdicts_on
from bench.scale import ITEMS, ROOT, drawn, items, stretch
from ceasetimeline.events.actors import actor_index
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article
from ceasetimeline.reading import Reader

TABLE: Final = ROOT / "docs" / "measurements" / "passed_over.csv"
PEACE: Final = re.compile(
    r"\b(?:cease-?fires?|truces?|armistice|hostages?|hostilities|peacekeep\w{1,8}|disarm\w{0,10}|de-?escalat\w{1,6}"
    r"|mediat\w{1,6}|negotiat\w{1,6}|pows?|prisoners of war|(?:prisoners?|captives?) (?:swaps?|exchanges?|releases?)"
    r"|peace (?:talks?|deals?|plans?|process|agreements?|accords?|treat(?:y|ies)|efforts?|proposals?|envoys?"
    r"|summit))\b",
    re.IGNORECASE,
)
DEALING: Final = re.compile(
    r"\b(?:talks?|summit|deals?|agreements?|accords?|pact|treaty|agree[sd]?|withdraw\w{0,5}|pull(?:s|ed|ing)? out"
    r"|proposals?|offer(?:s|ed)?|reject(?:s|ed)?|demand(?:s|ed)?|urge[sd]?|call(?:s|ed)? (?:on|for)|envoys?"
    r"|delegations?|dialogue|releases?|released|frees?|freed|swap(?:s|ped)?|exchange[sd]?|ultimatum|meets?|met|meeting)\b",
    re.IGNORECASE,
)


@attrs.frozen
class Silent:
    """A silent item of a sample: its layer, how many real moves a reader found in it, and their types."""

    sample: str
    layer: str
    item: str
    moves: int = 0
    types: str = ""


class Layers:
    """Which layer an item is of, and whether it is silent."""

    def __init__(self) -> None:
        lexicon = Lexicon.default()
        self._names, self._reader = actor_index(lexicon), Reader(lexicon=lexicon)

    def layer(self, article: Article) -> str | None:
        """ "peace", "dealing", or none."""
        if PEACE.search(article.text):
            return "peace"
        if not DEALING.search(article.text):
            return None
        named = {name.party for name in self._names.find(article.text, None) if name.party and name.how != "outlet"}
        return "dealing" if len(named) > 1 else None

    def sorted(self, first: int, stop: int) -> Iterator[tuple[str, str, int]]:
        """Layer, item and the number of its mentions, for every item of a layer."""
        for article in items(first, stop):
            layer = self.layer(article)
            if layer is not None:
                yield layer, article.id, len(self._reader.read(article).mentions)


def table(path: Path) -> list[Silent]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [Silent(**{**row, "moves": int(row["moves"])}) for row in csv.DictReader(lines)]  # type: ignore[arg-type]


def draw(sample: str, each: int, first: int, stop: int) -> None:
    """A sample of each layer as a table on standard output."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow([field.name for field in attrs.fields(Silent)])
    silent = [(layer, item) for layer, item, n in Layers().sorted(first, stop) if n == 0]
    for name in ("peace", "dealing"):
        for layer, item in drawn([row for row in silent if row[0] == name], each):
            out.writerow(attrs.astuple(Silent(sample, layer, item)))


def read(rows: Sequence[Silent]) -> None:
    wanted = {row.item: row for row in rows}
    for article in items(0, sys.maxsize):
        if article.id in wanted:
            print(f"\n{wanted[article.id].layer} {article.id} {article.published}\n{article.text}")


def report(rows: Sequence[Silent], sample: str, first: int, stop: int) -> None:
    """The share of real moves that comes out, from the moves found by reading in silent and in told items."""
    judged = [row for row in rows if row.sample == sample]
    told = list(Layers().sorted(first, stop))
    silent = Counter(layer for layer, _, n in told if n == 0)
    out = sum(n for _, _, n in told)
    alarms = [row for row in verdicts_on(ALARMS) if row.sample == sample]
    real = out * sum(row.verdict != "none" for row in alarms) / max(1, len(alarms))
    missed = 0.0
    for layer in ("peace", "dealing"):
        read_ = [row for row in judged if row.layer == layer]
        moves = sum(row.moves for row in read_)
        missed += silent[layer] * moves / max(1, len(read_))
        print(f"{layer}: {silent[layer]} silent items, {len(read_)} read, {moves} moves passed over in them")
    print(f"{out} mentions come out, {real:.0f} of them real; about {missed:.0f} more in silent items")
    print(
        f"so about {100 * real / (real + missed):.0f} % of the real moves come out (of items that name a move at all)"
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--items", type=stretch, default=(0, 20_000), help="which items, as 0:20000")
    options.add_argument("--draw", type=int, help="draw so many silent items of each layer")
    options.add_argument("--sample", default="fresh", help="what the sample is called")
    options.add_argument("--read", metavar="SAMPLE", help="show the texts of a sample")
    options.add_argument("--verdicts", action="store_true", help="recall by the verdicts on file")
    options.add_argument("--table", type=Path, default=TABLE)
    chosen = options.parse_args()
    if not ITEMS.exists():
        print(f"no development data at {ITEMS}; set CEASETIMELINE_SHARED to their folder", file=sys.stderr)
    elif chosen.draw:
        draw(chosen.sample, chosen.draw, *chosen.items)
    elif chosen.read:
        read([row for row in table(chosen.table) if row.sample == chosen.read])
    elif chosen.verdicts:
        report(table(chosen.table), chosen.sample, *chosen.items)
    return 0


if __name__ == "__main__":
    sys.exit(main())
