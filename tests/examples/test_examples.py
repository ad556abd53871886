"""The examples run as they stand: scripts as programs, notebooks cell by cell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPTS = sorted(path.name for path in EXAMPLES.glob("*.py") if path.stem != "property_tests")
NOTEBOOKS = sorted(path.name for path in EXAMPLES.glob("*.ipynb"))
NEEDS = {"pandas_workflow.py": "pandas"}


def run(arguments: list[str], folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_run(name: str, tmp_path: Path) -> None:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    assert run([str(EXAMPLES / name)], tmp_path)


def test_the_property_tests_for_users_pass(tmp_path: Path) -> None:
    out = run(["-m", "pytest", "-p", "no:cacheprovider", str(EXAMPLES / "property_tests.py")], tmp_path)
    assert "2 passed" in out


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebooks_run_from_top_to_bottom_and_hold_their_outputs(name: str) -> None:
    book = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert any(cell["outputs"] for cell in code)
    names: dict[str, Any] = {}
    for cell in code:
        exec(compile("".join(cell["source"]), name, "exec"), names)
