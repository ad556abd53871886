"""The public names and their parameters stand: users and scripts rely on them."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import ceasetimeline

SIGNATURES = {
    "build_timeline": (
        "articles lexicon languages known_events mentions nlp overrides source_weights week_start date_order "
        "on_error workers progress"
    ),
    "find_times": "text published vague languages lexicon profile trace",
    "order_events": "events statements",
}
TIMELINE = (
    "articles conflicts diff events explain filter graph issues key_dates load mentions open_moves order relations "
    "rounds save summary times to_frame to_html update"
)


@pytest.mark.parametrize("name", ceasetimeline.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(ceasetimeline, name)
    assert value.__doc__
    assert name in dir(ceasetimeline)


@pytest.mark.parametrize(("name", "parameters"), SIGNATURES.items())
def test_parameters_stand(name: str, parameters: str) -> None:
    assert " ".join(inspect.signature(getattr(ceasetimeline, name)).parameters) == parameters


def test_a_timeline_answers_what_the_design_promises() -> None:
    timeline = ceasetimeline.build_timeline([])
    assert [name for name in TIMELINE.split() if not hasattr(timeline, name)] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bild_timeline'"):
        ceasetimeline.bild_timeline  # noqa: B018


def test_importing_the_package_loads_neither_dateparser_nor_networkx() -> None:
    code = (
        "import sys; from ceasetimeline import build_timeline; print({'dateparser', 'networkx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
