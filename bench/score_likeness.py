"""Measure the likeness from which a difference is taken for a contradiction: ``python -m bench.score_likeness``.

Every pair of `tests/corpus/linking/likeness.toml` is linked by itself, and all of them as one corpus, under several
values of `ceasetimeline.linking.matching.LIKE`.
"""

from __future__ import annotations

import sys
from typing import Any
from unittest.mock import patch

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking import link, matching
from tests.corpus.linking.marked import cases, homes, linking_of, reading_of

VALUES = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def as_one_corpus(pairs: list[dict[str, Any]]) -> dict[str, str]:
    """All pairs linked together; the label of a mention is that of its case and its own."""
    readings = []
    for case in pairs:
        for number, report in enumerate(case["reports"]):
            row = {**report, "id": f"{case['name']}-{number}"}
            row["text"] = row["text"].replace("{a:", f"{{{case['name'].replace('-', '_')}_a:")
            row["text"] = row["text"].replace("{b:", f"{{{case['name'].replace('-', '_')}_b:")
            readings.append(reading_of(number, row))
    return homes(link(readings, Lexicon.default()))


def main() -> None:
    pairs = cases("likeness.toml")
    for value in VALUES:
        with patch.object(matching, "LIKE", value):
            apart = {case["name"]: homes(linking_of(case["reports"])) for case in pairs}
            whole = as_one_corpus(pairs)
        line = []
        for title, merged in (
            ("by itself", {name: home["a"] == home["b"] for name, home in apart.items()}),
            (
                "in one corpus",
                {n: whole[f"{n.replace('-', '_')}_a"] == whole[f"{n.replace('-', '_')}_b"] for n in apart},
            ),
        ):
            found = sum(merged[case["name"]] for case in pairs if case["same"])
            false = sum(merged[case["name"]] for case in pairs if not case["same"])
            line.append(
                f"{title}: {found} of {sum(case['same'] for case in pairs)} same found, {false} look-alikes merged"
            )
            if "-v" in sys.argv:
                print(value, title, [c["name"] for c in pairs if merged[c["name"]] != c["same"]])
        print(f"{value:.2f}  " + ";  ".join(line))


if __name__ == "__main__":
    main()
