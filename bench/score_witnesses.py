"""Score the recognition of copies and versions on groups of texts: ``python -m bench.score_witnesses [-v]``."""

from __future__ import annotations

import sys
from itertools import combinations

from tests.corpus.linking.marked import cases, origins

REPRINTS = 40
FIRST = ("Ana", "Ben", "Cleo", "Dara", "Edo", "Fay", "Gus", "Hana")
LAST = ("Lund", "Moss", "Nery", "Orr", "Pike")
TOWNS = ("Juba", "Goma", "Doha", "Oslo", "Bern", "Rome", "Cairo", "Quito", "Accra", "Lima")
PAPERS = ("Herald", "Courier", "Mirror", "Gazette", "Beacon")


def reprint(number: int, text: str) -> str:
    """A text under the byline and above the closing line of one of forty papers."""
    who = f"{FIRST[number % 8]} {LAST[number // 8]}"
    return f"By {who} in {TOWNS[number % 10]}. {text} {PAPERS[number % 5]} newsroom, page {number + 1}"


def main() -> None:
    right = wrong = missed = 0
    for case in cases("witnesses.toml"):
        wanted = {frozenset(pair) for group in case["versions"] for pair in combinations(group, 2)}
        origin = origins(case["texts"])
        found = {frozenset(pair) for pair in combinations(case["texts"], 2) if origin[pair[0]] == origin[pair[1]]}
        right, wrong, missed = right + len(wanted & found), wrong + len(found - wanted), missed + len(wanted - found)
        if "-v" in sys.argv and wanted != found:
            print(
                case["name"],
                "missed",
                [sorted(p) for p in wanted - found],
                "false",
                [sorted(p) for p in found - wanted],
            )
    print(f"pairs of versions: {right} found, {missed} missed, {wrong} false")
    for case in cases("witnesses.toml")[:2]:
        origin = origins({f"r{n:02}": reprint(n, case["texts"]["a"]) for n in range(REPRINTS)})
        print(f"{REPRINTS} reprints, {case['name']}: {len(set(origin.values()))} witnesses")


if __name__ == "__main__":
    main()
