"""The README tells the truth: its code runs as written, and prints what stands below it."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

from ceasetimeline import build_timeline

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "images" / "gaza.svg"
CODE = re.compile(r"```python\n(?P<code>.*?)```\n(?:(?P<between>[^`]*?)```text\n(?P<output>.*?)```)?", re.DOTALL)


def printed(code: str, names: dict[str, Any]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, str(README), "exec"), names)
    return out.getvalue()


def test_the_code_of_the_readme_prints_what_it_says(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = README.read_text(encoding="utf-8")
    names: dict[str, Any] = {}

    def ran(block: re.Match[str]) -> str:
        output = printed(block["code"], names)
        if block["output"] is None:
            return block[0]
        return f"```python\n{block['code']}```\n{block['between']}```text\n{output}```"

    fresh = CODE.sub(ran, text)
    assert len(CODE.findall(text)) >= 2
    if request.config.getoption("--rewrite-golden"):
        README.write_text(fresh, encoding="utf-8")
    assert fresh == README.read_text(encoding="utf-8"), "run `make golden` and read the diff"


def test_the_picture_of_the_readme_is_the_real_result(request: pytest.FixtureRequest) -> None:
    timeline = build_timeline(str(ROOT / "ceasetimeline" / "data" / "samples" / "gaza.jsonl"))
    fresh = timeline.filter(realis="actual").to_svg() + "\n"
    if request.config.getoption("--rewrite-golden"):
        PICTURE.write_text(fresh, encoding="utf-8")
    assert fresh == PICTURE.read_text(encoding="utf-8"), "run `make golden` and look at the picture"


def test_every_link_of_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
