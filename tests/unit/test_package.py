"""The package as its users get it: one version, honest extras, types for others, a light import, no network."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tomllib
from importlib import resources
from pathlib import Path

import pytest

import ceasetimeline
from ceasetimeline.codec import timeline_to_json
from ceasetimeline.pipeline import build_timeline

PACKAGE = Path(ceasetimeline.__file__).parent
PROJECT = PACKAGE.parent / "pyproject.toml"
HEAVY = {"networkx", "dateparser", "pandas", "polars", "pyarrow", "trafilatura", "lxml", "hypothesis", "altair"}
USER = """
import datetime as dt

from ceasetimeline import Article, Timeline, build_timeline, find_times, order_events, read_articles, resolve

articles: list[Article] = read_articles("articles.jsonl")
timeline: Timeline = build_timeline(articles, date_order="DMY")
days: list[tuple[dt.date, dt.date] | None] = [time.days for time in find_times("last week", published="2025-07-07")]
value: str = resolve("last month", published="2025-07-07").value
who: list[tuple[str, ...]] = [event.roles.agent for event in timeline.events]
build_timeline(articles, date_order="sideways")
"""


@pytest.fixture(scope="module")
def project() -> dict[str, object]:
    if not PROJECT.exists():
        pytest.skip("the package is installed without its project file")
    found: dict[str, object] = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return found


def test_there_is_one_version(project: dict[str, object]) -> None:
    assert project["version"] == ceasetimeline.__version__
    assert f'"version": "{ceasetimeline.__version__}"'.encode() in timeline_to_json({})


def test_every_extra_that_a_message_names_exists(project: dict[str, object]) -> None:
    named = {
        name
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r"ceasetimeline\[(\w+)\]", path.read_text("utf-8"))
    }
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    assert {"frames", "html", "feeds"} <= named <= set(extras)


def test_data_and_types_are_in_the_package() -> None:
    folder = resources.files("ceasetimeline")
    for name in ("py.typed", "data/events.toml", "data/samples/gaza.jsonl", "readers/columns.toml"):
        assert folder.joinpath(*name.split("/")).is_file()


def test_types_serve_a_users_project(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    (tmp_path / "user.py").write_text(USER)
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(tmp_path), "user.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    faults = [line for line in done.stdout.splitlines() if "error" in line and line.startswith("user.py")]
    assert len(faults) == 1, done.stdout
    assert "date_order" in faults[0]


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, ceasetimeline; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


def test_nothing_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert build_timeline([("Hamas rejected the proposal on Sunday.", "2025-07-08")]).events
