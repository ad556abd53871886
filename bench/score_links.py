"""Score answers and chains across short marked reports: ``python -m bench.score_links [-v]``."""

from __future__ import annotations

import sys
from collections import Counter

from tests.corpus.linking.marked import cases, homes, linking_of, links


def main() -> None:
    tally: Counter[str] = Counter()
    for case in cases("answers.toml"):
        linking = linking_of(case["reports"])
        home, made = homes(linking), links(linking)
        wanted = {("answers", home[a], home[b]) for a, b in case.get("answers", ())}
        answering = {event for kind, event, _ in wanted} | {home[name] for name in case.get("silent", ())}
        found = {row for row in made if row[0] == "answers" and row[1] in answering}
        chain = {(kind, home[a], home[b]) for kind, a, b in case.get("chain", ())}
        tally["answers wanted"] += len(wanted)
        tally["answers found"] += len(found)
        tally["answers right"] += len(wanted & found)
        tally["chain wanted"] += len(chain)
        tally["chain right"] += len(chain & made)
        if "-v" in sys.argv and (wanted != found or not chain <= made):
            label = {event.id: "+".join(event.mentions) for event in linking.events}
            shown = [(kind, label[a], label[b]) for kind, a, b in sorted(made)]
            print(case["name"], "wants", case.get("answers", []), case.get("chain", []), "has", shown)
    print(dict(tally))


if __name__ == "__main__":
    main()
