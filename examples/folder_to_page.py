"""A folder of text files becomes one page: python folder_to_page.py FOLDER OUT.html

Each file is one article; its date is taken from its first lines or its name where they have one. Without arguments
the sample articles of the package are used.
"""

import sys
from importlib.resources import files
from pathlib import Path

from ceasetimeline import build_timeline


def main(folder: str, out: str) -> None:
    """Write the page, and say what could not be used."""
    timeline = build_timeline(folder)
    Path(out).write_text(timeline.to_html(title=f"Timeline of {Path(folder).name}"), encoding="utf-8")
    print(f"{len(timeline)} events from {len(timeline.articles)} articles, written to {out}")
    for issue in timeline.issues:
        print(f"  {issue.code}: {issue.message} ({issue.article or issue.place})")


if __name__ == "__main__":
    samples = files("ceasetimeline") / "data" / "samples" / "tigray.jsonl"
    main(*(sys.argv[1:3] if len(sys.argv) > 2 else (str(samples), "timeline.html")))
