"""Predict the time expressions of a TIMEX3 gold file and score them.

    python bench/score_timex.py [timebank aquaint ...] [--errors N] [--out FOLDER]

The gold stands in ``../shared`` beside the checkout, or where CEASETIMELINE_SHARED says.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ceasetimeline.timex import find_times

SHARED = Path(os.environ.get("CEASETIMELINE_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def predict(gold: Path, out: Path) -> tuple[int, float]:
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    find_times("They met on Monday.", published="2025-07-08", profile="timeml")  # compiles the grammar
    began = time.process_time()
    rows = [
        {
            "doc_id": document["doc_id"],
            "timexes": [
                {
                    "start": found.span.start,
                    "end": found.span.stop,
                    "text": found.text,
                    "type": found.type,
                    "value": found.value,
                    "rule": found.rule,
                }
                for found in find_times(document["text"], published=document["dct"], vague=True, profile="timeml")
            ],
        }
        for document in documents
    ]
    took = time.process_time() - began
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return sum(len(document["text"]) for document in documents), took


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("sets", nargs="*", default=["timebank", "aquaint"])
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()))
    options = parser.parse_args()
    for name in options.sets:
        gold = SHARED / "data" / "timex" / f"{name}.jsonl"
        out = options.out / f"{name}.predicted.jsonl"
        size, took = predict(gold, out)
        print(f"{name}: {size} characters in {took:.3f} s, {size / took / 1e6:.2f} MB/s", flush=True)
        scorer = [sys.executable, str(SHARED / "score" / "timex.py"), str(gold), str(out)]
        subprocess.run([*scorer, "--errors", str(options.errors)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
