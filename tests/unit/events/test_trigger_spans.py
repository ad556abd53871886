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


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Norway tried on Monday to revive the truce, the ELN rebels said.", {"tried on Monday to revive"}),
        ("The ELN rebels failed to agree with Colombia on a truce.", {"failed to agree"}),
        ("Colombia and the ELN rebels began UN-led talks in Quito on Monday.", {"began", "UN-led"}),
        ("Colombia and the ELN rebels agreed on Friday to a Cuban-brokered truce.", {"Cuban-brokered"}),
        ("A delegation of the ELN rebels flew to Quito for a fifth round of talks.", {"round of talks"}),
        ("The ELN rebels vowed to abide by the truce, Colombia said.", {"abide"}),
    ],
)
def test_two_moves_part_and_an_infinitive_joins_its_verb(sentence: str, quotes: set[str]) -> None:
    text = f"Colombia and the ELN rebels signed a ceasefire. {sentence}"
    found = [mention.quote for mention in build_timeline([(text, "2022-11-03")]).mentions]
    assert {quote for quote in quotes if not any(quote in words for words in found)} == set()
