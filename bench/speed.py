"""Speed and memory, each beside a peer in the same run: ``make bench``.

Times of day are avoided where a ratio will do; what needs the development data says so and is passed over without it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from importlib import resources

from bench.timex_speed import SHARED
from ceasetimeline import build_timeline, read_articles

PARTS = (
    ("from text to mentions", ["bench.mention_speed"]),
    ("linear time on hostile text", ["bench.hostile"]),
    ("ordering, beside networkx", ["bench.order"]),
    ("time expressions, beside the search of dateparser", ["bench.timex_speed"]),
    ("mentions, beside a pipeline of spaCy", ["bench.spacy_speed"]),
)


def whole() -> None:
    """The sample through the whole of `build_timeline`, best of five."""
    articles = read_articles(str(resources.files("ceasetimeline") / "data" / "samples" / "gaza.jsonl"))
    size = sum(len(article.text) for article in articles)
    seconds = []
    for _ in range(5):
        start = time.process_time()
        timeline = build_timeline(articles)
        seconds.append(time.process_time() - start)
    best = min(seconds)
    print(f"{len(articles)} articles, {len(timeline.events)} events: {best:.2f} s, {size / best / 1e6:.2f} MB/s")


def main() -> int:
    print("the sample, from text to timeline")
    whole()
    failed = 0
    for title, module in PARTS:
        if module == ["bench.timex_speed"] and not SHARED.is_dir():
            print("\nno development data here: the comparison of time taggers is passed over")
            continue
        print(f"\n{title}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", *module], check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
