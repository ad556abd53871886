"""Copies, updates and rewrites are found; templates and independent stories are not taken for copies."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.syndication import (
    credited_outlets,
    find_copies,
    known_outlets,
    outlet_key,
    sketch,
    witnesses,
)
from ceasetimeline.model import Article, ArticleReading, Publication

STORY = (
    "Envoys of the two armies ended a third day of talks in Muscat on Tuesday without a joint paper, two diplomats "
    "said. The mediators had asked both sides to free 40 captives before the feast and to open the road to the port "
    "for 12 lorries a day. General Osman's men want a written promise that the siege of Kadra is lifted first. "
    "A further session is planned for Thursday, the Omani foreign ministry said in a short note."
)
REWRITE = (
    "Two diplomats said that envoys of the two armies ended a third day of talks in Muscat on Tuesday without a "
    "joint paper. Both sides had been asked by the mediators to free 40 captives before the feast and open the road "
    "to the port for 12 lorries a day. The men of General Osman first want a written promise that the siege of "
    "Kadra is lifted. The Omani foreign ministry said in a short note that another session is planned for Thursday."
)
INDEPENDENT = (
    "No breakthrough in Muscat: after three days around the table, neither army moved on the captives or on the port "
    "road, according to a person in the room. Oman hopes to gather the delegations again later this week. The siege "
    "of Kadra remains the hardest point, and General Osman's camp has said that it will sign nothing while it lasts."
)
READOUT = (
    "The President spoke today with {who} of {land}. The two leaders discussed the situation in the region and the "
    "efforts under way to reach a lasting truce. The President thanked {who} for the part that {land} has played and "
    "stressed the need to protect civilians. The two leaders agreed to stay in close contact in the days ahead."
)


def reading(name: str, text: str, day: int = 739000, source: str = "") -> ArticleReading:
    article = Article(id=name, text=text, source=source, publication=Publication.on(day))
    return ArticleReading(article=article, sketch=sketch(text))


@pytest.mark.parametrize(
    "version",
    [
        STORY,
        STORY + " Markets in the port city opened higher on the news that the road may be cleared.",
        STORY.rsplit(".", 2)[0] + ".",
        STORY.replace("Tuesday", "Wednesday"),
        "MUSCAT (Wire) - " + STORY.replace("short note", "statement"),
        REWRITE,
    ],
    ids=["same text", "longer update", "cut at the end", "one word changed", "dateline added", "rewritten"],
)
def test_versions_of_one_text_are_found(version: str) -> None:
    assert find_copies([reading("a", STORY), reading("b", version, 739001)]) == {"b": "a"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (STORY, INDEPENDENT),
        (READOUT.format(who="Emir Rashid", land="Oman"), READOUT.format(who="Prime Minister Lund", land="Norway")),
        (
            "Both armies exchanged 103 prisoners each at the Tarn crossing, the ministry said on Saturday.",
            "Both armies exchanged 150 prisoners each at the Tarn crossing, the ministry said on Thursday.",
        ),
    ],
    ids=["two stories on one event", "readouts written to one template", "two bulletins with other numbers"],
)
def test_what_only_looks_alike_is_kept_apart(one: str, two: str) -> None:
    assert find_copies([reading("a", one), reading("b", two, 739003)]) == {}


def test_all_versions_lead_to_the_first() -> None:
    second = STORY + " A spokesman for the port authority said that the lorries were ready to leave at dawn."
    third = second.replace("Envoys of the two armies ended", "Envoys of the two rival armies have ended")
    found = find_copies([reading("z", STORY, 1), reading("y", second, 2), reading("x", third, 3)])
    assert found == {"y": "z", "x": "z"}


def test_many_copies_of_one_text_have_one_origin() -> None:
    copies = [reading(f"c{number:03}", f"{STORY} Photo {number}.", 739000 + number) for number in range(200)]
    assert set(find_copies(copies).values()) == {"c000"}


@given(st.permutations(range(4)))
def test_the_order_of_articles_does_not_matter(places: list[int]) -> None:
    texts = [STORY, REWRITE, INDEPENDENT, STORY + " More follows."]
    given_readings = [reading(f"a{place}", texts[place], 739000 + place) for place in places]
    assert find_copies(given_readings) == {"a1": "a0", "a3": "a0"}


@given(st.text())
def test_any_text_has_a_sketch_and_is_no_copy_of_nothing(text: str) -> None:
    assert find_copies([reading("a", text), reading("b", "")]) in ({}, {"b": "a"})


def test_copies_testify_for_the_outlet_of_the_first_version() -> None:
    readings = [
        reading("a", STORY, 1, "Gulf Wire"),
        reading("b", STORY, 2, "Daily Harbour"),
        reading("c", INDEPENDENT, 2, "Daily Harbour"),
        reading("d", "MUSCAT (Gulf Wire) - The delegations went home on Friday.", 3, "Evening Post"),
        reading("e", INDEPENDENT, 3),
    ]
    found = witnesses(readings, {"b": "a"}, known_outlets(readings, Lexicon.default()))
    assert found["a"] == found["b"] == found["d"] == "gulfwire"
    assert found["c"] == "dailyharbour"
    assert found["e"] == "e"


def test_an_agency_has_one_key_under_all_its_names_and_a_place_is_no_agency() -> None:
    readings = [
        reading("a", "KYIV (AFP) - Envoys met.", 1, "Daily Harbour"),
        reading("b", "Envoys met again in the town.", 2, "afp.com"),
        reading("c", "KYIV (Ukraine) - Envoys met once more.", 3, "Evening Post"),
    ]
    found = witnesses(readings, {}, known_outlets(readings, Lexicon.default()))
    assert found["a"] == found["b"] == outlet_key("Agence France-Presse")
    assert found["c"] == outlet_key("Evening Post")


@pytest.mark.parametrize(
    "spelling", ["The Guardian", "theguardian.com", "www.theguardian.com", "https://www.theguardian.com/world"]
)
def test_an_outlet_has_one_key_however_it_is_written(spelling: str) -> None:
    assert outlet_key(spelling) == "guardian"


@pytest.mark.parametrize(
    ("sentence", "credited"),
    [
        ("A diplomat told Reuters that the text was ready.", ("reuters",)),
        ("The text is ready, the Gulf Wire news agency reported.", ("gulfwire",)),
        ("The text is ready, according to the Guardian.", ("guardian",)),
        ("Reuters moved its office to the port.", ()),
        ("He told Parliament that the text was ready.", ()),
    ],
)
def test_a_credit_names_the_outlet(sentence: str, credited: tuple[str, ...]) -> None:
    assert credited_outlets(sentence, {name: name for name in ("reuters", "gulfwire", "guardian")}) == credited


def test_the_gaza_set_is_told_apart() -> None:
    shared = Path(os.environ.get("CEASETIMELINE_SHARED", Path(__file__).parents[4] / "shared")) / "data/gaza"
    if not shared.is_dir():
        pytest.skip("the development articles are not here")
    rows = [json.loads(line) for line in (shared / "articles.jsonl").read_text("utf-8").splitlines()]
    found = find_copies([reading(row["id"], row["text"]) for row in rows])
    for line in (shared / "duplicates.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        same = found.get(pair["a"], pair["a"]) == found.get(pair["b"], pair["b"])
        assert same or pair["duplicate"] != "lexical", pair
        assert not same or pair["duplicate"] != "no", pair
