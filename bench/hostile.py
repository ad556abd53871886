"""Linear time: every regular expression and every reading stage on hostile strings, at n and at 4n characters.

``python -m bench.hostile`` exits with 1 where four times the text costs more than six times the time (best of five).
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping

import ceasetimeline
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Article
from ceasetimeline.reading import Reader

HOSTILE: Mapping[str, str] = {
    "stops": ".",
    "question and exclamation": "?!",
    "quotes and brackets": '"(',
    "spaces": " ",
    "newlines": "\n",
    "digits": "1",
    "dates": "12/",
    "commas": "a, ",
    "no spaces": "x",
    "weekdays": "Monday ",
    "days of months": "July 6 ",
    "lists of days": "May 3, 5 and ",
    "since": "since since ",
    "capitals": "A B-",
    "and": "Israel and Hamas and ",
}
LENGTH = 10_000
RUNS = 5
MOST_GROWTH = 6.0
LEAST_SECONDS = 0.004
"""Below this the clock and the caches of the machine decide, not the pattern."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the package holds, also inside tables, and those built on first use."""
    Reader(lexicon=Lexicon.default()).read(Article(text="Talks resumed on Sunday.", published="2025-07-08"))
    for module in pkgutil.walk_packages(ceasetimeline.__path__, "ceasetimeline."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    seen: dict[str, re.Pattern[str]] = {}
    for thing in gc.get_objects():
        for value in _inside(thing):
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                seen.setdefault(value.pattern, value)
    own = _own_sources()
    yield from ((_short(text), pattern) for text, pattern in sorted(seen.items()) if own(pattern))


def _inside(thing: object) -> Iterator[object]:
    if isinstance(thing, dict):
        yield from list(thing.values())
    elif isinstance(thing, list | tuple):
        yield from thing


def _own_sources() -> Callable[[re.Pattern[str]], bool]:
    """Whether a pattern belongs to the package: it is reachable from the globals of one of its modules."""
    reachable: set[int] = set()
    front: list[object] = [vars(module) for name, module in sys.modules.items() if name.startswith("ceasetimeline.")]
    seen: set[int] = set()
    while front:
        thing = front.pop()
        if id(thing) in seen or isinstance(thing, str | bytes | int | float | type(sys)):
            continue
        seen.add(id(thing))
        if isinstance(thing, re.Pattern):
            reachable.add(id(thing))
        elif isinstance(thing, dict):
            front += [value for key, value in thing.items() if key not in {"__builtins__", "sys", "re"}]
        elif isinstance(thing, list | tuple | set | frozenset):
            front += thing
        elif type(thing).__module__.startswith("ceasetimeline"):
            front += [getattr(thing, name, None) for name in getattr(type(thing), "__slots__", ())]
            front += list(getattr(thing, "__dict__", {}).values())
        elif hasattr(thing, "cache_parameters"):
            front += list(gc.get_referents(thing))
    return lambda pattern: id(pattern) in reachable


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57] + "..."


def growth(task: Callable[[str], object], short: str, long: str) -> tuple[float, float]:
    """How many times longer the long text takes, and its seconds: processor time, best of several runs in turn."""
    best = {short: float("inf"), long: float("inf")}
    for _ in range(RUNS):
        for text in (short, long):
            start = time.process_time()
            task(text)
            best[text] = min(best[text], time.process_time() - start)
    return best[long] / max(best[short], 1e-9), best[long]


def tasks() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Everything that is run: each pattern alone, then the whole reading of an article."""
    for name, pattern in patterns():
        yield name, lambda text, find=pattern.finditer: sum(1 for _ in find(text))
    reader = Reader(lexicon=Lexicon.default())
    yield "read_article", lambda text: reader.read(Article(text=text, published="2025-07-08"))


def main() -> int:
    slow = count = 0
    worst = 0.0
    for name, task in tasks():
        count += 1
        for kind, unit in HOSTILE.items():
            short, long = (unit * (LENGTH * times // len(unit)) for times in (1, 4))
            ratio, seconds = growth(task, short, long)
            if seconds < LEAST_SECONDS:
                continue
            worst = max(worst, ratio)
            if ratio > MOST_GROWTH:
                slow += 1
                print(f"SLOW {ratio:5.1f}x  {seconds:7.3f} s  {kind:24} {name}", flush=True)
    print(
        f"{count} patterns and stages on {len(HOSTILE)} hostile strings: {slow} grow faster than {MOST_GROWTH}x, "
        f"worst {worst:.1f}x for 4x the text"
    )
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
