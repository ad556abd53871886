"""Letters that are equal to others only when case is ignored, in every place of a text, raise nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import ceasetimeline
from ceasetimeline import build_timeline, read_articles

SAMPLE = Path(ceasetimeline.__file__).parent / "data" / "samples" / "gaza.jsonl"
# Dotless i, dotted I, long s and the Kelvin sign match i, s and k where case is ignored; lower() gives other letters.
ODD = {"i": "ıİ", "I": "ıİ", "s": "ſ", "S": "ſ", "k": "\u212a", "K": "\u212a"}
TEXTS = [article.text for article in read_articles(SAMPLE)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(["8 July 2025", "8 sept 2025", "2025-07-08"]), st.randoms())
def test_a_text_with_odd_letters_is_read_and_cited(text: str, published: str, chance: object) -> None:
    def turned(letters: str) -> str:
        return "".join(
            chance.choice(ODD[letter]) if letter in ODD and chance.random() < 0.3 else letter  # type: ignore[attr-defined]
            for letter in letters
        )

    odd = turned(text)
    for mention in build_timeline([(odd, turned(published))]).mentions:
        assert mention.span is not None
        assert odd[mention.span.start : mention.span.stop] == mention.quote


def test_all_of_them_at_once() -> None:
    whole = str.maketrans({"i": "ı", "s": "ſ", "k": "\u212a"})
    assert build_timeline([(text.translate(whole), "8 ſept 2025") for text in TEXTS]).articles
