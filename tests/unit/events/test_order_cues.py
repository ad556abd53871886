"""What a sentence says of the order of its moves."""

from __future__ import annotations

import pytest

from ceasetimeline import Article, read_article


def order(text: str) -> set[tuple[str, str]]:
    """Pairs of types, the earlier first, that the cues of a text tell."""
    reading = read_article(Article(id="a", title="Truce talks in the war", text=text, published="2025-07-08"))
    types = {mention.id: mention.type for mention in reading.mentions}
    pairs = ((s.source, s.target) if s.kind == "before" else (s.target, s.source) for s in reading.statements)
    return {(types[one], types[two]) for one, two in pairs}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ukraine and Russia signed a truce after two weeks of peace talks.", ("talks", "signing")),
        ("Ukraine and Russia signed a truce in Istanbul, following two weeks of peace talks.", ("talks", "signing")),
        ("Colombia launched talks with the ELN in February and later signed a truce.", ("talks", "signing")),
        ("Ukraine and Russia signed a truce before the talks began.", ("signing", "talks")),
    ],
)
def test_cues_order_the_moves_of_a_sentence(text: str, pair: tuple[str, str]) -> None:
    assert pair in order(text)
    assert pair[::-1] not in order(text)


@pytest.mark.parametrize(
    "text",
    [
        "Colombia launched talks with the ELN in February and signed a truce.",
        "Ukraine and Russia held talks and signed a truce.",
    ],
)
def test_without_a_cue_nothing_is_ordered(text: str) -> None:
    assert not order(text)
