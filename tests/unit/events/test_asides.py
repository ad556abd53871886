"""Words that only speak of a move: beside each sentence that tells one stands a sentence that does not."""

from __future__ import annotations

import pytest

from ceasetimeline import Article, read_article
from ceasetimeline.events.asides import ASIDES


def types_in(text: str) -> list[str]:
    return [mention.type for mention in read_article(Article(text=text, published="2025-07-09")).mentions]


@pytest.mark.parametrize(
    ("told", "aside", "type_"),
    [
        # hoped
        (
            "Kyiv said Russia had agreed to a truce at sea.",
            "Kyiv hopes Russia will agree to a truce at sea.",
            "acceptance",
        ),
        ("Russia and Ukraine will hold talks.", "Traders hope Russia and Ukraine will hold talks.", "talks"),
        # spoken about
        (
            "Turkey brought about talks between Russia and Ukraine.",
            "Turkey spoke of the prospect of talks between Russia and Ukraine.",
            "talks",
        ),
        (
            "Russia and Ukraine held talks on grain.",
            "Russia and Ukraine differ on the question of talks on grain.",
            "talks",
        ),
        # another plan
        (
            "Russia put forward a plan to end the war in Ukraine.",
            "Russia put forward a plan to teach history. The war in Ukraine goes on.",
            "proposal",
        ),
        ("The rebels in Sudan proposed a truce.", "The rebels in Sudan proposed a tax.", "proposal"),
        # another quarrel
        ("Ukraine accused Russia of breaking the truce.", "Ukraine accused Russia of forging records.", "accusation"),
        (
            "Russia threatened to end the truce in Ukraine.",
            "Russia threatened to end the sale of wheat in Ukraine.",
            "threat",
        ),
        # another fight
        (
            "The truce in Sudan was broken by the rebels.",
            "The rebels in Sudan broke the rules of the road.",
            "violation",
        ),
        # a gathering of allies, described, and asked for by nobody
        (
            "Russian and Ukrainian envoys met at a summit in Oslo.",
            "Russian envoys met at a summit in Oslo. The war in Ukraine goes on.",
            "talks",
        ),
        ("Russia and Ukraine negotiated a peace.", "A negotiated peace for Ukraine and Russia is far.", "talks"),
        (
            "Ukraine demanded guarantees from Russia.",
            "Guarantees are demanded in the war in Ukraine.",
            "demand",
        ),
        # rebels without arms
        ("The rebels agreed to a truce.", "Tory rebels agreed to a truce.", "acceptance"),
    ],
)
def test_what_is_told_and_what_is_only_spoken_of(told: str, aside: str, type_: str) -> None:
    assert type_ in types_in(told)
    assert type_ not in types_in(aside)


def test_a_text_plainly_about_talks_may_speak_of_hopes() -> None:
    text = (
        "Russia and Ukraine hold peace talks in Istanbul. A truce is on the table at the talks. "
        "Negotiators spoke of a ceasefire. The two sides will discuss the truce again. "
        "Kyiv hopes Russia will agree to a ceasefire."
    )
    assert "acceptance" in types_in(text) or "agreement" in types_in(text) or "ceasefire" in types_in(text)


def test_a_plan_told_before_is_no_other_plan() -> None:
    first = "The United States put a plan for a ceasefire in Gaza to Hamas."
    assert "proposal" in types_in(f"{first} The plan, in twenty points, was unveiled by Washington.")[1:]
    assert "proposal" not in types_in(f"{first} A plan for the museum was unveiled by Washington.")[1:]


def test_who_is_called_and_what_is_called_names() -> None:
    assert "talks" in types_in(
        "Zelensky called Putin on Monday, and they spoke of the war."
    ) or "meeting" in types_in("Zelensky called Putin on Monday, and they spoke of the war.")
    assert types_in("Zelensky called Putin's announcement on the war a mistake.") == []


def test_what_others_are_asked_to_do_is_told_by_the_asking() -> None:
    assert types_in("The pope urged Russia to hold talks with Ukraine.") == ["appeal"]


def test_every_aside_has_a_name_that_says_what_it_is() -> None:
    assert all(name and name == name.lower() for name in ASIDES)
