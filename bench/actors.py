"""Speed of the actors' index: news in MB/s, and hostile text at one and four times its length.

python -m bench.actors [../shared]
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
import time
from pathlib import Path

from ceasetimeline import Lexicon
from ceasetimeline.events.actors import ActorIndex

HOSTILE = {
    "articles": "Al-",
    "first words": "United ",
    "apostrophes": "A'",
    "long names cut short": "Sheikh Mohammed bin ",
    "marks": "A\u0301",
    "one word": "A",
    "acronym": "U.S.",
    "neighbours": "Jordan Katz ",
}
CHARACTERS = 5_000_000


def seconds(index: ActorIndex, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        index.find(text)
    return time.process_time() - start


def news(shared: Path) -> list[str]:
    with gzip.open(shared / "data" / "scale" / "news_items.jsonl.gz", "rt", encoding="utf-8") as lines:
        items = (json.loads(line) for line in lines)
        texts = (f"{item.get('title', '')}\n{item.get('text', '')}" for item in items)
        sizes = itertools.accumulate(map(len, pair := list(itertools.islice(texts, 20_000))))
        return [text for text, size in zip(pair, sizes, strict=True) if size <= CHARACTERS]


def main() -> None:
    lexicon = Lexicon.default()
    start = time.process_time()
    index = ActorIndex(lexicon)
    print(f"index of {len(lexicon.actors)} actors: {time.process_time() - start:.2f} s")
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    if (shared / "data").is_dir():
        texts = news(shared)
        size = sum(map(len, texts))
        print(f"news: {size / 1e6 / seconds(index, texts):.1f} MB/s of {size / 1e6:.1f} MB")
    for name, piece in HOSTILE.items():
        text = piece * (100_000 // len(piece))
        once, four = seconds(index, [text]), seconds(index, [text * 4])
        print(f"{name}: {once:.3f} s for 0.1 MB, four times the text {four / max(once, 1e-6):.1f} times the time")


if __name__ == "__main__":
    main()
