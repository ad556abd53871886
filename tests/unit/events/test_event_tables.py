"""The table of event types: complete, known names only, and every example reads as its row says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import ceasetimeline
from ceasetimeline.bounds import ordinal
from ceasetimeline.events.clues import NEEDS
from ceasetimeline.events.conditions import ACTING, COMPLEMENTS
from ceasetimeline.events.mentions import find_mentions
from ceasetimeline.lexicon import EventType, Lexicon
from ceasetimeline.model import DEFAULT_SETTINGS, ROLE_NAMES, Article, Publication
from ceasetimeline.text.sentences import split_sentences
from ceasetimeline.timex import read_times

DATA = Path(ceasetimeline.__file__).parent / "data"
LEXICON = Lexicon.default()
TYPES = LEXICON.event_types


def types_in(text: str, title: str = "") -> list[str]:
    article = Article(id="a", text=text, title=title, publication=Publication.on(ordinal("2025-07-08")))
    sentences = split_sentences(text)
    times = read_times(article, sentences, LEXICON, DEFAULT_SETTINGS)
    return [mention.type for mention in find_mentions(article, sentences, times, LEXICON, DEFAULT_SETTINGS)]


def test_all_types_of_the_ontology_have_a_row() -> None:
    assert len(TYPES) == 32


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row.name)
def test_yes(row: EventType) -> None:
    assert row.yes
    assert [text for text in row.yes if row.name not in types_in(text, "Ceasefire talks in the war")] == []


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row.name)
def test_no(row: EventType) -> None:
    assert row.no
    assert [text for text in row.no if row.name in types_in(text)] == []


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row.name)
def test_names_are_known(row: EventType) -> None:
    known = {other.name for other in TYPES}
    assert {row.doer, row.other, *row.roles} <= set(ROLE_NAMES)
    assert {name for link in row.links for name in link.to} | {row.by_party, row.among_parties} <= known | {""}
    assert {need for frame in row.frames for need in frame.needs} <= set(NEEDS)
    assert row.facing in {"", "rival", "opponent", "proposer", "asker", "sides"}
    assert row.absent in {"", "sides", "holders"}
    for frame in row.frames:
        assert all(name in {*ACTING, "there"} or "_" not in name or name in LEXICON.cues for name in frame.subject)
        named = frame.complement.startswith("to ") and f"{frame.complement[3:]}_verbs" in LEXICON.cues
        assert frame.complement in {"", "not to", *COMPLEMENTS} or named


def test_a_word_list_has_one_home() -> None:
    named = [
        name
        for path in sorted(DATA.glob("*.toml"))
        for name in tomllib.loads(path.read_text("utf-8")).get("cues", {})
    ]
    assert [name for name in sorted(set(named)) if named.count(name) > 1] == []
