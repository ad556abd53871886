"""The page in the hands of an analyst: keys, phone, dark, one file alone, and nothing serious for axe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import ceasetimeline
from ceasetimeline import Article, Timeline, build_timeline, read_articles

pytest.importorskip("playwright", reason="install the extra browser")
pytest.importorskip("axe_playwright_python", reason="install the extra browser")

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab
else:
    Tab = Any

SAMPLE = Path(ceasetimeline.__file__).parent / "data" / "samples" / "gaza.jsonl"
DISPUTED = (
    ("The Sudanese army and the Rapid Support Forces signed a seven-day truce agreement in Jeddah on Saturday.", "A"),
    ("In Jeddah, the Sudanese army and the Rapid Support Forces signed an agreement on a truce on Sunday.", "B"),
)
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def disputed_timeline() -> Timeline:
    more = [Article(text=text, source=source, published="2024-05-13") for text, source in DISPUTED]
    return build_timeline([*read_articles(SAMPLE), *more])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("page") / "talks.html"
    path.write_text(disputed_timeline().to_html(), encoding="utf-8")
    return path


def tab_of(browser: Any, page: Path, width: int = 1280, **options: Any) -> Tab:
    tab: Tab = browser.new_context(viewport={"width": width, "height": 850}, **options).new_page()
    tab.goto(page.as_uri())
    tab.wait_for_selector(".vis-item")
    return tab


def focused(tab: Tab) -> Any:
    return tab.evaluate("() => document.activeElement.id || document.activeElement.className")


def test_everything_can_be_done_by_keyboard(chromium: Any, page: Path) -> None:
    tab = tab_of(chromium, page)
    names = []
    for _ in range(40):
        tab.keyboard.press("Tab")
        names.append(focused(tab))
        if names[-1] == "move":
            break
    assert "chart" in names
    assert names[-1] == "move"
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert focused(tab) == "open"
    assert tab.locator("#details dt").count() > 3
    tab.keyboard.press("Escape")
    assert focused(tab) == "move"
    assert tab.locator("#list li.chosen").get_attribute("data-id") == tab.evaluate(
        "() => document.querySelectorAll('#list li')[1].dataset.id"
    )


def test_arrows_and_signs_move_and_zoom_the_chart(chromium: Any, page: Path) -> None:
    tab = tab_of(chromium, page)
    tab.focus("#chart")
    axis = tab.locator(".vis-panel.vis-top .vis-time-axis").first
    looks = [sorted(axis.inner_text().split())]
    for key in ("+", "ArrowRight", "0"):
        tab.keyboard.press(key)
        tab.wait_for_timeout(300)
        looks.append(sorted(axis.inner_text().split()))
    assert looks[1] not in (looks[0], looks[2])
    assert looks[3] == looks[0]


def test_a_click_in_the_chart_shows_every_quote_and_keeps_the_chart_in_sight(chromium: Any, page: Path) -> None:
    tab = tab_of(chromium, page)
    tab.locator(".vis-item").nth(5).click(force=True)
    assert tab.locator("#details blockquote").count() >= 1
    assert tab.evaluate("() => window.scrollY") == 0


def test_filters_leave_the_events_that_fit(chromium: Any, page: Path) -> None:
    tab = tab_of(chromium, page)
    every = tab.locator("#list li:visible").count()
    tab.check("input[name=disputed]")
    tab.wait_for_function("() => document.querySelector('output').textContent.includes(' of ')")
    shown = tab.locator("#list li:not([hidden])")
    assert 0 < shown.count() < every
    assert shown.count() == tab.locator("#list li:not([hidden]) .disputed").count()
    tab.click("button[type=reset]")
    tab.wait_for_function("() => !document.querySelector('output').textContent.includes(' of ')")
    assert tab.locator("#list li:not([hidden])").count() == every


def test_nothing_is_fetched_but_the_page(chromium: Any, page: Path) -> None:
    asked: list[str] = []
    tab = chromium.new_context().new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    tab.wait_for_selector(".vis-item")
    assert [url for url in asked if not url.startswith("data:")] == [page.as_uri()]


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")], ids=str
)
def test_axe_finds_nothing_serious_and_no_width_overflows(chromium: Any, page: Path, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # The policy of the page stops scripts of others, also that of the tool.
    tab = tab_of(chromium, page, width, color_scheme=scheme, bypass_csp=True)
    tab.locator("#list .move").first.click()
    found = Axe().run(tab).response["violations"]
    assert [
        (rule["id"], rule["nodes"][0]["html"]) for rule in found if rule["impact"] in ("serious", "critical")
    ] == []
    assert tab.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
