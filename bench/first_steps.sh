#!/bin/sh
# From an empty folder to a picture with nothing but Python: the wheel is built, installed into a fresh environment,
# and ten lines make talks.svg and talks.html. Run from the top of the repository: sh bench/first_steps.sh [FOLDER]
set -eu
repository=$(pwd)
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
python3 -m venv "$folder/make"
"$folder/make/bin/python" -m pip install --quiet --disable-pip-version-check build
"$folder/make/bin/python" -m build --wheel --outdir "$folder/wheel" "$repository" >"$folder/build.log"
cd "$folder"
python3 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check wheel/ceasetimeline-*.whl
cat >ten_lines.py <<'LINES'
from importlib.resources import files
from pathlib import Path

from ceasetimeline import build_timeline

samples = files("ceasetimeline") / "data" / "samples" / "gaza.jsonl"
timeline = build_timeline(str(samples))
Path("talks.svg").write_text(timeline.filter(realis="actual").to_svg(), encoding="utf-8")
Path("talks.html").write_text(timeline.to_html(title="Talks"), encoding="utf-8")
print(f"{len(timeline.events)} events from {len(timeline.articles)} articles")
LINES
.venv/bin/python ten_lines.py
ls -l talks.svg talks.html
echo "look at $folder/talks.html"
