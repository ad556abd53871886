"""Which words a mention quotes: the noun where its verb says only that it is."""

from __future__ import annotations

import pytest

from ceasetimeline import build_timeline


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        (
            "Consultations of the MILF with Manila, which the largest armed group of the south had long refused, "
            "are under way since March, and the ceasefire holds.",
            "Consultations",
        ),
        (
            "A further round of peace talks is meant to take place in Cuba, the ELN rebels said.",
            "round of peace talks",
        ),
        ("Peace talks took place in Cuba, the ELN rebels said.", "talks took place"),
        ("Peace talks in Cuba broke down, the ELN rebels said.", "talks in Cuba broke down"),
    ],
)
def test_a_verb_that_says_only_that_it_is_leaves_the_quote_to_its_noun(sentence: str, quote: str) -> None:
    mentions = build_timeline([(sentence, "2022-11-03")]).mentions
    assert quote in {mention.quote for mention in mentions}
