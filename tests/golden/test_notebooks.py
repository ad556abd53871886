"""The notebooks hold what they show today: ``make golden`` runs them anew and keeps their outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

nbformat: Any = pytest.importorskip("nbformat", reason="install the extra docs")
nbclient: Any = pytest.importorskip("nbclient", reason="install the extra docs")
pytest.importorskip("ipykernel", reason="install the extra docs")

NOTEBOOKS = sorted((Path(__file__).parents[2] / "examples").glob("*.ipynb"))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_its_outputs(path: Path, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    kept = outputs(book)
    where = {"metadata": {"path": str(tmp_path)}}
    nbclient.NotebookClient(book, timeout=300, record_timing=False, resources=where).execute()
    if request.config.getoption("--rewrite-golden"):
        book.metadata["language_info"] = {"name": "python"}
        path.write_text(nbformat.writes(book).rstrip() + "\n", encoding="utf-8")
        kept = outputs(book)
    assert outputs(book) == kept


def outputs(book: Any) -> list[list[Any]]:
    """What the cells show as text and HTML; pictures in other forms differ from one machine to the next."""
    return [
        [
            (output.get("text", ""), *(output.get("data", {}).get(kind, "") for kind in ("text/plain", "text/html")))
            for output in cell.get("outputs", [])
        ]
        for cell in book["cells"]
    ]
