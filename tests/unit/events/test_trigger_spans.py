"""Which words a mention quotes: the noun where its verb says only that it is."""

from __future__ import annotations

import pytest

from ceasetimeline import build_timeline


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        (
            "Negotiations between the government and the ELN, the last rebel group that the state knows, have been "
            "under way since November, and the ceasefire holds.",
            "Negotiations",
        ),
        ("Another round of peace talks is due to take place in Mexico, the ELN rebels said.", "round of peace talks"),
        ("Peace talks took place in Mexico, the ELN rebels said.", "Peace talks took place"),
        ("Peace talks in Mexico broke down, the ELN rebels said.", "talks in Mexico broke down"),
    ],
)
def test_a_verb_that_says_only_that_it_is_leaves_the_quote_to_its_noun(sentence: str, quote: str) -> None:
    mentions = build_timeline([(sentence, "2022-11-03")]).mentions
    assert quote.removeprefix("Peace ") in {mention.quote.removeprefix("Peace ") for mention in mentions}
