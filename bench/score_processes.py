"""Score the whole pipeline on the held-out articles of other peace processes.

    python -m bench.score_processes [--shared ../shared] [--errors N]

The timeline is kept as ``build/processes.json``; the scorer is the one beside the development data.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from ceasetimeline import build_timeline

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "corpus" / "processes"
SHARED = Path(os.environ.get("CEASETIMELINE_SHARED", ROOT.parent / "shared"))


def build(target: Path) -> None:
    lines = (GOLD / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    target.parent.mkdir(exist_ok=True)
    build_timeline([json.loads(line) for line in lines]).save(target)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    options.add_argument("--errors", type=int, default=0, help="print up to N missed, spurious and misdated mentions")
    chosen = options.parse_args()
    target = ROOT / "build" / "processes.json"
    build(target)
    scorer = chosen.shared / "score" / "timeline.py"
    command = [sys.executable, str(scorer), str(target), str(GOLD), "--errors", str(chosen.errors)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
