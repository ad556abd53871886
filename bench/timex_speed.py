"""Speed of `find_times`, side by side with the free-text search of dateparser on the same texts.

    python bench/timex_speed.py [DOCUMENTS]

The texts are the first documents of ``../shared/data/timex/timebank.jsonl``; the search of dateparser sees a tenth of
them. Seconds are those of the processor, the best of three; the ratio is what counts.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from ceasetimeline.timex import find_times

SHARED = Path(os.environ.get("CEASETIMELINE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
RUNS = 3


def best(read: Callable[[str], object], texts: list[str]) -> float:
    """Megabytes a second, the best of some runs."""
    seconds = []
    for _ in range(RUNS):
        began = time.process_time()
        for text in texts:
            read(text)
        seconds.append(time.process_time() - began)
    return sum(len(text.encode()) for text in texts) / min(seconds) / 1e6


def main() -> int:
    """Prints both speeds, their ratio, and the peak of memory before dateparser is loaded."""
    path = SHARED / "data" / "timex" / "timebank.jsonl"
    documents = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    documents = documents[: int(sys.argv[1])] if len(sys.argv) > 1 else documents
    own = best(lambda text: find_times(text, published="1998-03-01"), documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"find_times: {own:.2f} MB/s, peak {memory:.0f} MB")
    from dateparser.search import search_dates

    warnings.simplefilter("ignore")
    other = best(lambda text: search_dates(text, languages=["en"]), documents[::10])
    print(f"dateparser search: {other:.3f} MB/s\nratio: {own / other:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
