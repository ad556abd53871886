"""Score of ``tests/corpus/sentences.toml``: which moves are read in single sentences of many conflicts.

    python -m bench.sentences [--errors 20] [--alone] [--spacy]

A mention counts as found when its type is one of those named and its words overlap the trigger. Types that the
ontology keeps apart and annotators mix are named in the corpus row itself; nothing is forgiven here.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs

from ceasetimeline import Article, Lexicon, read_article
from ceasetimeline.bounds import ordinal
from ceasetimeline.model import Mention

CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "sentences.toml"
Row = dict[str, Any]
Reader = Callable[[Row], Sequence[Mention]]


@attrs.define
class Tally:
    """Counts behind the figures of one conflict, or of all."""

    counts: Counter[str] = attrs.field(factory=Counter)
    errors: list[str] = attrs.field(factory=list)

    def rate(self, hits: str, total: str) -> float:
        return self.counts[hits] / self.counts[total] if self.counts[total] else 0.0

    def f1(self, name: str) -> float:
        both = self.counts[f"{name} wanted"] + self.counts[f"{name} given"]
        return 2 * self.counts[f"{name} right"] / both if both else 0.0

    def figures(self) -> dict[str, float]:
        return {
            "sentences": self.counts["sentences"],
            "mentions": self.counts["wanted"],
            "recall": self.rate("found", "wanted"),
            "precision": self.rate("found", "given"),
            "acting": self.f1("acting"),
            "addressee": self.f1("addressee"),
            "mediator": self.f1("mediator"),
            "realis": self.rate("realis", "found"),
            "reported": self.rate("reported", "found"),
            "dates": self.rate("dates", "dated"),
            "overclaimed": self.rate("overclaimed", "undated"),
            "venue": self.rate("venue", "venues"),
        }


def sentences(*, alone: bool = False) -> list[Row]:
    """The rows of the corpus; ``alone`` without the sentence that opens the article."""
    with CORPUS.open("rb") as file:
        corpus = tomllib.load(file)
    rows: list[Row] = corpus["sentence"]
    for row in rows:
        row["before"] = "" if alone else row.get("before", corpus["background"].get(row["conflict"], ""))
    return rows


def whole(row: Row) -> tuple[str, int]:
    """The text of the article, and where the sentence itself starts in it."""
    before = row["before"]
    return (f"{before} {row['text']}", len(before) + 1) if before else (row["text"], 0)


def read(row: Row, nlp: Any = None) -> Sequence[Mention]:
    """The mentions of the sentence itself."""
    text, start = whole(row)
    mentions = read_article(Article(text=text, published=row["published"]), nlp=nlp).mentions
    return [mention for mention in mentions if mention.span is not None and mention.span.start >= start]


def score(rows: Iterable[Row], reader: Reader = read) -> dict[str, Tally]:
    """The tally of each conflict, and of all under "all"."""
    tallies: dict[str, Tally] = {"all": Tally()}
    same = _same_sides()
    for row in rows:
        given = list(reader(row))
        for tally in (tallies["all"], tallies.setdefault(row["conflict"], Tally())):
            _add(tally, row, given, same)
    return tallies


def _same_sides() -> dict[str, set[str]]:
    """Which names count as the same side: an army or government and its state."""
    same: dict[str, set[str]] = {}
    for actor in Lexicon.default().actors:
        for other in actor.akin:
            same.setdefault(actor.name, {actor.name}).add(other)
            same.setdefault(other, {other}).add(actor.name)
    return same


def _add(tally: Tally, row: Row, given: Sequence[Mention], same: dict[str, set[str]]) -> None:
    wanted = row.get("mention", [])
    text, low = whole(row)
    pairs = _pairs(text, low, wanted, given)
    used = {id(mention) for _, mention in pairs}
    matched = {id(gold) for gold, _ in pairs}
    tally.counts.update({"sentences": 1, "wanted": len(wanted), "given": len(given), "found": len(pairs)})
    for gold, mention in pairs:
        _compare(tally, row["text"], gold, mention, same)
    for gold in wanted:
        if id(gold) not in matched:
            tally.errors.append(f"MISSED   {gold['type'][0]:16} [{gold['trigger']}] {row['text']}")
    for mention in given:
        if id(mention) not in used:
            tally.errors.append(f"SPURIOUS {mention.type:16} [{mention.quote}] {row['text']}")


def _pairs(text: str, low: int, wanted: Sequence[Row], given: Sequence[Mention]) -> list[tuple[Row, Mention]]:
    """One-to-one, the meant type before the others, the nearest words first."""
    offers = []
    for number, gold in enumerate(wanted):
        for start, stop in places(text, low, gold["trigger"]):
            for mention in given:
                span = mention.span
                if span is not None and span.start < stop and start < span.stop and mention.type in gold["type"]:
                    offers.append((gold["type"].index(mention.type), abs(span.start - start), number, mention))
    offers.sort(key=lambda offer: offer[:3])
    pairs: dict[int, Mention] = {}
    for _, _, number, mention in offers:
        if number not in pairs and all(mention is not other for other in pairs.values()):
            pairs[number] = mention
    return [(wanted[number], mention) for number, mention in pairs.items()]


def places(text: str, low: int, triggers: str | list[str]) -> list[tuple[int, int]]:
    """Where the words stand that may be marked as the trigger."""
    found = []
    for trigger in [triggers] if isinstance(triggers, str) else triggers:
        match = re.compile(rf"(?<!\w){re.escape(trigger)}(?!\w)").search(text, low)
        if match is None:
            raise ValueError(f"no {trigger!r} in {text!r}")
        found.append(match.span())
    return found


def _compare(tally: Tally, text: str, gold: Row, mention: Mention, same: dict[str, set[str]]) -> None:
    counts = tally.counts
    counts["realis"] += mention.realis in gold["realis"]
    counts["reported"] += bool(mention.reported_by) == gold["reported"]
    roles = mention.roles
    mediating = (*roles.mediator, *roles.conduit, *roles.host)
    own_part = "mediator" in gold and "agent" not in gold and "parties" not in gold
    acting = (*roles.agent, *roles.parties, *(mediating if own_part else ()))
    actors = [*gold.get("agent", []), *gold.get("parties", []), *(gold["mediator"] if own_part else ())]
    _roles(tally, "acting", actors, acting, same)
    _roles(tally, "addressee", gold.get("addressee", []), roles.addressee, same)
    _roles(tally, "mediator", gold.get("mediator", []) + gold.get("host", []), mediating, same)
    wrong = [] if mention.realis in gold["realis"] else [f"realis {mention.realis}"]
    wrong += [] if bool(mention.reported_by) == gold["reported"] else [f"reported by {mention.reported_by}"]
    wrong += _date(counts, gold, mention)
    if "venue" in gold:
        counts["venues"] += 1
        counts["venue"] += gold["venue"] in mention.venue or mention.venue in gold["venue"] if mention.venue else 0
    if set(actors) != set(acting):
        wrong.append(f"acting {sorted(acting)}")
    if wrong:
        tally.errors.append(f"DIFFERS  {mention.type:16} [{gold['trigger']}] {'; '.join(wrong)} | {text}")


def _roles(tally: Tally, role: str, wanted: Sequence[str], given: Sequence[str], same: dict[str, set[str]]) -> None:
    right = sum(any(name in same.get(want, {want}) for name in given) for want in wanted)
    surplus = sum(all(name not in same.get(want, {want}) for want in wanted) for name in set(given))
    counts = tally.counts
    counts[f"{role} wanted"] += len(wanted)
    counts[f"{role} right"] += right
    counts[f"{role} given"] += right + surplus


def _date(counts: Counter[str], gold: Row, mention: Mention) -> list[str]:
    """What is wrong with the days: every given side must be met; without days no earliest one may be claimed."""
    bounds = mention.bounds
    first, last = bounds.earliest_start, bounds.latest_end
    if "start" not in gold and "end" not in gold:
        if mention.realis in ("actual", "denied"):
            counts["undated"] += 1
            counts["overclaimed"] += first is not None
            return [f"earliest {_iso(first)}"] if first is not None else []
        return []
    counts["dated"] += 1
    sides = ((gold.get("start"), first), (gold.get("end"), last))
    right = all(want is None or (got is not None and ordinal(want) == got) for want, got in sides)
    counts["dates"] += right
    return [] if right else [f"days {_iso(first)}..{_iso(last)} for {gold.get('start')}..{gold.get('end')}"]


def _iso(day: int | None) -> str:
    return "?" if day is None else dt.date.fromordinal(day).isoformat()


def table(tallies: dict[str, Tally]) -> str:
    """The figures of every conflict as a Markdown table, all of them in the last line."""
    names = [*(name for name in tallies if name != "all"), "all"]
    heads = list(tallies["all"].figures())
    lines = ["| conflict | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(heads)]
    for name in names:
        cells = [f"{value:d}" if isinstance(value, int) else f"{100 * value:.0f}" for value in
                 tallies[name].figures().values()]  # fmt: skip
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="print up to N errors")
    parser.add_argument("--alone", action="store_true", help="each sentence as an article of its own")
    parser.add_argument(
        "--spacy", action="store_true", help="clauses from the English pipeline of spaCy installed here"
    )
    options = parser.parse_args()
    nlp = None
    if options.spacy:
        from bench.spacy_speed import english

        nlp = english() or sys.exit("no spaCy with an English pipeline here")
    tallies = score(sentences(alone=options.alone), functools.partial(read, nlp=nlp))
    print(table(tallies))
    print("\n".join(tallies["all"].errors[: options.errors]))


if __name__ == "__main__":
    main()
