"""The page to explore in a real browser: how fast it opens and zooms, what axe finds, and screenshots to look at.

    python -m bench.page [OUT]        # needs Chromium and the extra "browser"

Writes the page of the sample and one of 2,000 events to OUT (``build/page``) with their screenshots, and prints their
sizes, times and accessibility findings. Times are wall-clock milliseconds of this machine, the best of three.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import attrs
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import ceasetimeline
from ceasetimeline import Article, Timeline, build_timeline, read_articles

SAMPLE = Path(ceasetimeline.__file__).parent / "data" / "samples" / "gaza.jsonl"
DISPUTED = (
    ("The Sudanese army and the Rapid Support Forces signed a seven-day truce agreement in Jeddah on Saturday.", "A"),
    ("In Jeddah, the Sudanese army and the Rapid Support Forces signed an agreement on a truce on Sunday.", "B"),
)
MANY = 2000
WIDE, PHONE = (1440, 900), (390, 844)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def disputed_timeline() -> Timeline:
    """The sample with two articles more, which disagree."""
    more = [Article(text=text, source=source, published="2024-05-13") for text, source in DISPUTED]
    return build_timeline([*read_articles(SAMPLE), *more])


def many_events(timeline: Timeline, count: int = MANY) -> Timeline:
    """The events of a timeline again and again, each time eleven days later, with their links."""
    rounds = range(-(-count // len(timeline.events)))
    return attrs.evolve(
        timeline,
        events=tuple(
            attrs.evolve(event, id=f"{event.id}.{turn}", bounds=event.bounds.moved(11 * turn))
            for turn in rounds
            for event in timeline.events
        )[:count],
        relations=tuple(
            attrs.evolve(link, id=f"{link.id}.{turn}", source=f"{link.source}.{turn}", target=f"{link.target}.{turn}")
            for turn in rounds
            for link in timeline.relations
        ),
    )


def opened(browser: Browser, page: Path, size: tuple[int, int], *, dark: bool = False, fragment: str = "") -> Page:
    """The page with its chart drawn; rules of the page's own security policy do not bind the tool that checks it."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        bypass_csp=True,
    )
    tab = context.new_page()
    tab.goto(page.as_uri() + fragment)
    tab.wait_for_selector(".vis-item")
    tab.evaluate(FRAME)
    return tab


def best(act: Callable[[], object], runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        began = perf_counter()
        act()
        times.append(1000 * (perf_counter() - began))
    return min(times)


def speeds(browser: Browser, page: Path) -> Iterator[tuple[str, float]]:
    """Milliseconds from the request until the chart stands, and from a click until the picture has changed."""
    yield "open", min(_opening(browser, page) for _ in range(3))
    tab = opened(browser, page, WIDE)

    def act(what: str) -> Callable[[], object]:
        return lambda: (tab.evaluate(f"() => document.querySelector({what!r}).click()"), tab.evaluate(FRAME))

    for name, target in (("zoom in", "[data-do=in]"), ("move", "[data-do=right]"), ("all", "[data-do=fit]")):
        yield name, best(act(target))
    yield "choose an event", best(act("#list li:nth-child(40) button"))
    yield "filter", best(lambda: _filtered(tab), runs=1)
    tab.context.close()


def _opening(browser: Browser, page: Path) -> float:
    tab = opened(browser, page, WIDE)
    passed = float(tab.evaluate("() => performance.now()"))
    tab.context.close()
    return passed


def _filtered(tab: Page) -> None:
    tab.select_option("select[name=type]", index=3)
    tab.wait_for_function("() => document.querySelector('output').textContent.includes(' of ')")
    tab.evaluate(FRAME)


def findings(tab: Page) -> str:
    """What axe-core finds, by its weight: "none" or "serious: 2 color-contrast"."""
    found = Axe().run(tab).response["violations"]
    counts = Counter((rule["impact"], rule["id"], len(rule["nodes"])) for rule in found)
    return "; ".join(f"{impact}: {nodes} {rule}" for impact, rule, nodes in sorted(counts)) or "none"


def look(browser: Browser, sample: Path, many: Path, disputed: str, out: Path) -> None:
    """Screenshots of every sight, each with what axe finds there."""
    sights = {
        "wide": opened(browser, sample, WIDE),
        "dark": opened(browser, sample, WIDE, dark=True, fragment=f"#{disputed}"),
        "conflict": opened(browser, sample, WIDE, fragment=f"#{disputed}"),
        "phone": opened(browser, sample, PHONE),
        "phone-details": opened(browser, sample, PHONE, fragment=f"#{disputed}"),
        "phone-dark": opened(browser, sample, PHONE, dark=True),
        "many": opened(browser, many, WIDE),
    }
    for name, tab in sights.items():
        tab.screenshot(path=out / f"{name}.png")
        wide = tab.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
        checked = "not checked" if name == "many" else findings(tab)
        print(f"{name}: axe {checked}{'; WIDER THAN THE SCREEN' if wide else ''}")
        tab.context.close()


def main() -> int:
    """Prints the sizes, times and findings; 1 where there is no browser."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "build/page").resolve()
    out.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        print(f"no browser found: install one of {', '.join(BROWSERS)}", file=sys.stderr)
        return 1
    timeline = disputed_timeline()
    disputed = next((event.id for event in timeline.events if event.id in _disputed(timeline)), timeline.events[0].id)
    pages = {"sample": timeline, "many": many_events(timeline)}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, shown in pages.items():
            page = out / f"{name}.html"
            page.write_text(shown.to_html(title="Talks on a ceasefire"), encoding="utf-8")
            told = ", ".join(f"{what} {ms:.0f} ms" for what, ms in speeds(browser, page))
            print(f"{name}: {len(shown.events)} events, {page.stat().st_size / 1e6:.2f} MB, {told}")
        look(browser, out / "sample.html", out / "many.html", disputed, out)
        browser.close()
    return 0


def _disputed(timeline: Timeline) -> set[str]:
    owners = {mention: event.id for event in timeline.events for mention in event.mentions}
    return {owners.get(name, name) for conflict in timeline.conflicts for name in conflict.subjects}


if __name__ == "__main__":
    sys.exit(main())
