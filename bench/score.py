"""Accuracy on the development data: ``make score``, or ``python -m bench.score ../shared build``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from ceasetimeline import build_timeline, find_times, read_articles


def run(shared: Path, scorer: str, *arguments: object) -> str:
    command = [sys.executable, str(shared / "score" / scorer), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def score_timelines(shared: Path, out: Path) -> None:
    gold = shared / "data" / "gaza"
    articles = read_articles(gold / "articles.jsonl")
    mentions = out / "gold_mentions.json"
    mentions.write_text(run(shared, "gold_mentions.py", gold), encoding="utf-8")
    for name, given in (("from text alone", None), ("gold mentions handed in", mentions)):
        path = out / "gaza.json"
        build_timeline(articles, mentions=given).save(path)
        print(f"gaza, {name}\n{run(shared, 'timeline.py', path, gold)}")


def score_times(shared: Path, out: Path) -> None:
    for corpus in ("timebank", "aquaint"):
        gold = shared / "data" / "timex" / f"{corpus}.jsonl"
        path = out / f"{corpus}.jsonl"
        with gold.open(encoding="utf-8") as rows, path.open("w", encoding="utf-8") as predictions:
            for row in map(json.loads, rows):
                times = find_times(row["text"], published=row["dct"], profile="timeml", vague=True)
                found = [
                    {
                        "start": t.span.start,
                        "end": t.span.stop,
                        "text": t.text,
                        "type": t.type,
                        "value": t.value,
                        "mod": t.mod,
                    }
                    for t in times
                ]
                predictions.write(json.dumps({"doc_id": row["doc_id"], "timexes": found}) + "\n")
        print(f"{corpus}\n{run(shared, 'timex.py', gold, path, '--no-categories')}")


def main() -> int:
    shared, out = Path(sys.argv[1]), Path(sys.argv[2])
    if not (shared / "data").is_dir():
        print(f"no development data at {shared}; pass their folder: make score SHARED=...", file=sys.stderr)
        return 0
    out.mkdir(parents=True, exist_ok=True)
    print(f"phrases\n{run(shared, 'phrases.py')}")
    score_times(shared, out)
    score_timelines(shared, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
