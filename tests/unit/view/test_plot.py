"""Charts by Altair."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ceasetimeline.errors import InputError
from ceasetimeline.timeline import Timeline
from ceasetimeline.view.plot import chart_rows


def test_rows_hold_what_is_sure_and_what_may_be(timeline: Timeline) -> None:
    rows = {row["move"]: row for row in chart_rows(timeline)}
    assert set(rows) == {"rejection", "talks (planned)"}
    assert (rows["rejection"]["sure_first"], rows["rejection"]["sure_last"]) == ("2025-07-06", "2025-07-07")
    assert rows["talks (planned)"]["sure_first"] is None


def test_pictures_are_written_without_a_browser(timeline: Timeline, tmp_path: Path) -> None:
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    timeline.plot(tmp_path / "talks.png")
    timeline.plot(tmp_path / "talks.svg")
    assert (tmp_path / "talks.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (tmp_path / "talks.svg").read_text(encoding="utf-8")


def test_what_cannot_be_drawn_is_an_error_that_helps(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("altair")
    with pytest.raises(InputError, match="no event"):
        Timeline().plot()
    with pytest.raises(InputError, match=r"\.png"):
        timeline.plot("talks.docx")
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(InputError, match="pip install"):
        timeline.plot()
