"""From text to mentions, times included: megabytes a second of one core.

    python -m bench.mention_speed

On news of all kinds and on the articles on Gaza, both of the development data; seconds are those of the processor,
the best of three. Other work on the machine slows it down; compare figures of one run.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from typing import Final

from bench.scale import ITEMS, SHARED, items
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article
from ceasetimeline.reading import Reader

RUNS: Final = 3
STRETCH: Final = (20_000, 22_000)


def gaza() -> list[Article]:
    lines = (SHARED / "data" / "gaza" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows = map(json.loads, lines)
    return [
        Article(id=row["id"], title=row.get("title") or "", text=row["text"], published=row.get("published"))
        for row in rows
    ]


def speed(articles: Sequence[Article]) -> float:
    """Megabytes a second, the best of some runs."""
    reader = Reader(lexicon=Lexicon.default())
    seconds = []
    for _ in range(RUNS):
        began = time.process_time()
        for article in articles:
            reader.read(article)
        seconds.append(time.process_time() - began)
    return sum(len(article.text.encode()) for article in articles) / min(seconds) / 1e6


def main() -> int:
    if not ITEMS.exists():
        print("no development data here: the speed of reading is passed over")
        return 0
    print(f"news of all kinds: {speed(list(items(*STRETCH))):.2f} MB/s (asked 0.30)")
    print(f"articles on Gaza: {speed(gaza()):.2f} MB/s (asked 0.15)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
