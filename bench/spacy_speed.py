"""Reading with the shallow grammar, beside a pipeline of spaCy alone and as ``nlp=``; needs spaCy and a pipeline.

    python -m bench.spacy_speed

The texts are those of the sample. Seconds are those of the processor, the best of three; the ratio is what counts.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from importlib import resources
from typing import Any

from bench.timex_speed import best
from ceasetimeline import Article, read_article, read_articles

SAMPLE = resources.files("ceasetimeline") / "data" / "samples" / "gaza.jsonl"


def english() -> Any:
    """The first installed English pipeline of spaCy by name, None where there is none."""
    if importlib.util.find_spec("spacy") is None:
        return None
    import spacy

    found = sorted(name for name in spacy.util.get_installed_models() if name.startswith("en_"))
    return spacy.load(found[0], exclude=["ner"]) if found else None


def main() -> int:
    """Prints the speeds; nothing but a remark where spaCy or a pipeline is missing."""
    nlp = english()
    if nlp is None:
        print("no spaCy with an English pipeline here: the comparison is passed over")
        return 0
    texts = [article.text for article in read_articles(str(SAMPLE))]
    own = best(_reading(None), texts)
    print(f"read_article: {own:.3f} MB/s")
    for name, read in (
        (f"{nlp.meta['name']} {nlp.meta['version']} alone", nlp),
        ("read_article, nlp=", _reading(nlp)),
    ):
        other = best(read, texts)
        print(f"{name}: {other:.3f} MB/s, ratio {own / other:.1f}")
    return 0


def _reading(nlp: Any) -> Callable[[str], object]:
    return lambda text: read_article(Article(text=text, published="2025-07-08"), nlp=nlp)


if __name__ == "__main__":
    sys.exit(main())
