"""Items a second and peak memory of reading: ``python -m bench.readers ../shared/data/scale/news_items.jsonl.gz``.

The items are written as JSON Lines, CSV and Parquet first; each is read in a process of its own, best of three.
"""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

COLUMNS = ("id", "source", "published", "text")
# The high-water mark of the process itself: what getrusage says includes the one it was forked from.
READ = """
import pathlib, sys, time
from ceasetimeline.readers import accept_articles
start = time.perf_counter()
articles, issues = accept_articles(sys.argv[1])
seconds = time.perf_counter() - start
status = pathlib.Path("/proc/self/status").read_text()
print(len(articles) / seconds, int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


def write_all(source: Path, folder: Path) -> list[Path]:
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        rows = [{name: row.get(name) for name in COLUMNS} for row in map(json.loads, lines)]
    as_lines, as_table, as_parquet = (folder / f"items.{suffix}" for suffix in ("jsonl", "csv", "parquet"))
    as_lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with as_table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return [as_lines, as_table]
    pq.write_table(pa.Table.from_pylist(rows), as_parquet)
    return [as_lines, as_table, as_parquet]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for path in write_all(Path(sys.argv[1]), Path(folder)):
            runs = [
                subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=True)
                for _ in "123"
            ]
            figures = [tuple(map(float, run.stdout.split())) for run in runs]
            print(f"{path.suffix:<9} {max(f[0] for f in figures):8.0f} items/s {min(f[1] for f in figures):6.0f} MB")


if __name__ == "__main__":
    main()
