"""What a move does that others of its kin do not: an agreement to extend a truce is not the truce's own.

Which types and words show a facet is data (`ceasetimeline.lexicon.Facet`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from ceasetimeline.lexicon import Facet, Lexicon
from ceasetimeline.linking.reference import objects_of
from ceasetimeline.model import Mention, Span


@attrs.frozen
class Facets:
    """The facets of the lexicon, ready to be looked for."""

    rows: Sequence[Facet]
    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Facets:
        """The facets that the lexicon's rows state."""
        return cls(lexicon.facets, {row.name: _pattern(row.words) for row in lexicon.facets})

    def read(self, mention: Mention, text: str, sentence: Span | None) -> frozenset[str]:
        """The facets of a mention, by its type, its trigger and its object (of a passive, its subject)."""
        at = () if mention.span is None or sentence is None else objects_of(mention.span, sentence, text)
        words = [text[place.start : place.stop] for place in at] or [mention.quote]
        return frozenset(
            row.name
            for row in self.rows
            if mention.type in row.types
            or (mention.type in row.among and any(map(self.patterns[row.name].search, words)))
        )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(longest_first) or r'(?!)'})\b", re.IGNORECASE)
