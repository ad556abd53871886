"""Settings that every test shares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples in every run: a test that fails by luck teaches nobody anything.
settings.register_profile(
    "ceasetimeline",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=int(os.environ.get("CEASETIMELINE_EXAMPLES", "60")),
)
settings.load_profile("ceasetimeline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden timelines anew")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with development data; tests that need it skip where it is absent."""
    default = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("CEASETIMELINE_SHARED", default))
    if not (folder / "data").is_dir():
        pytest.skip("the development data are not here (set CEASETIMELINE_SHARED to their folder)")
    return folder
