"""What an article is about decides whether its moves are read: peace talks, and no trade, sport or budget."""

from __future__ import annotations

import pytest

from ceasetimeline import Article, read_article


def types_in(text: str) -> list[str]:
    return [mention.type for mention in read_article(Article(text=text, published="2025-07-09")).mentions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Serbia and Kosovo signed a peace agreement on Tuesday.", "signing"),
        ("Armenia accepted the plan on Tuesday.", "acceptance"),
        ("Hezbollah denied that it had rejected the draft.", "rejection"),
        ("Russia rejected the terms earlier this week.", "rejection"),
        ("Talks between Sudan and Ethiopia, mediated by Qatar, resumed in Doha on Monday.", "resumption"),
    ],
)
def test_a_short_text_about_peace_is_read(text: str, wanted: str) -> None:
    assert wanted in types_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway signed a trade deal with Chile.",
        "The club rejected an offer for its striker.",
        "Japan unveiled a plan to spend more on schools.",
        "The union accepted the pay offer on Tuesday.",
    ],
)
def test_other_business_is_not(text: str) -> None:
    assert types_in(text) == []
