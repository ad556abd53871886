"""What an answer's own words point to: its object ("agreed to a U.S. proposal"), or a move told before ("the offer").

A definite noun or a pronoun points to the last move of its kind in the article before any other (ONTOLOGY, "Which
types answer which"). Which noun may stand for which types is data (`Reference`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.names import Names, names_of
from ceasetimeline.model import Mention, Span

REACH: Final = 90
"""Letters before and after a trigger within which its object begins."""

_EDGE: Final = re.compile(
    r"[,;:!?()\"“”]|\b(?:who|whom|after|before|while|but|when|because|until|since|saying|although|though|if)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"\bwhich\b|\bthat\b(?!\s[a-z]{2,20}(?:[.,;:!?)]|\s(?:of|by|from|for|in|on|and|but|or|as|with)\b|\Z))"
)
"""Where a relative clause begins; "that" before a noun alone points back ("rejected that proposal")."""
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|be)\s(?:\w{1,14}ly\s)?\Z", re.IGNORECASE)
_OF_THAT: Final = re.compile(r",?\s(?:that|which)\s(?:[\w'’.-]{1,20}\s){1,5}\Z", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\s(?:(?:to|with|of|on|by)\s)?(?:it|them|this|these|both)\b", re.IGNORECASE)
_SUBJECT: Final = re.compile(r"\A\s{0,2}(?:it|they|this|these|both)\s", re.IGNORECASE)


_AUTHOR: Final = re.compile(r"\b(?:by|from)\s", re.IGNORECASE)
"""Behind a noun: whose it is ("a plan drawn up by Egypt")."""


@attrs.frozen
class Pointing:
    """Where the object of an answer stands in its sentence, and of which types a move spoken of as known may be.

    ``places`` are stretches of the text; ``types`` is empty where the words name nothing as known; ``authors`` are
    those named as whose it is ("the Egyptian plan"); ``noun`` is the word that names it; ``elsewhere``: that word is
    of nothing that can be answered so ("denied the allegation").
    """

    places: tuple[Span, ...] = ()
    types: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    noun: str = ""
    elsewhere: bool = False

    def holds(self, start: int) -> bool:
        """Whether a trigger that starts here stands in one of the places."""
        return any(place.start <= start < place.stop for place in self.places)


NOWHERE: Final = Pointing()


@attrs.frozen
class Pointers:
    """The words that point back, ready to be looked for; ``types`` maps a word to the types it may stand for."""

    known: re.Pattern[str]
    noun: re.Pattern[str]
    types: Mapping[str, frozenset[str]]
    answered: Mapping[str, frozenset[str]]
    names: Names

    @classmethod
    def of(cls, lexicon: Lexicon) -> Pointers:
        """The pointers that the lexicon's rows state; only types that answer others point."""
        types = {word.lower(): frozenset(row.types) for row in lexicon.references for word in row.words}
        words = "|".join(sorted(map(re.escape, types), key=lambda word: (-len(word), word))) or r"(?!)"
        # ASCII alone: "ı" and "ſ" match "i" and "s" without case, but no row has such words.
        known = r"(?:\b(?:the|this|that|these|those|its|their|his|her|such)|['’]s?)"
        answered = {
            row.name: frozenset(name for link in row.links if link.kind == "answers" for name in link.to)
            for row in lexicon.event_types
        }
        return cls(
            known=re.compile(rf"{known}\s(?:[\w'’.-]{{1,20}}\s){{0,3}}(?P<word>(?a:{words}))s?\b", re.IGNORECASE),
            noun=re.compile(rf"\b(?P<word>(?a:{words}))s?\b", re.IGNORECASE),
            types=types,
            answered={name: to for name, to in answered.items() if to},
            names=names_of(lexicon),
        )

    def read(self, mention: Mention, text: str, sentence: Span | None) -> Pointing:
        """What the words of a mention point to; nothing for a mention that is no answer."""
        answered = self.answered.get(mention.type)
        if answered is None or sentence is None or mention.span is None:
            return NOWHERE
        places = objects_of(mention.span, sentence, text)
        types: frozenset[str] = frozenset()
        nouns: frozenset[str] = frozenset()
        authors: frozenset[str] = frozenset()
        noun = ""
        for place in places:
            words = text[place.start : place.stop]
            if match := self.known.search(words):
                types |= self.types[match["word"].lower()]
            elif _is_pronoun(words, mention.span, place):
                types |= answered
            if match := self.noun.search(words):
                nouns |= self.types[match["word"].lower()]
                authors |= self._authors(words, match)
                noun = match["word"].lower()
        return Pointing(places, types & answered, authors, noun, elsewhere=bool(nouns) and not nouns & answered)

    def _authors(self, words: str, noun: re.Match[str]) -> frozenset[str]:
        """Whose a thing is: named before its noun, or behind "by" or "from"."""
        behind = _AUTHOR.search(words, noun.end())
        return self.names.found(words[: noun.start()]) | (
            self.names.found(words[behind.end() :]) if behind else NOBODY
        )


NOBODY: Final[frozenset[str]] = frozenset()


def _is_pronoun(words: str, trigger: Span, place: Span) -> bool:
    if place.start == trigger.start:
        return _PRONOUN.match(words, trigger.stop - trigger.start) is not None
    return _SUBJECT.match(words) is not None


def objects_of(trigger: Span, sentence: Span, text: str) -> tuple[Span, ...]:
    """The object behind the trigger; before it, what a passive is said of or a relative clause belongs to."""
    stop = max(trigger.stop, min(sentence.stop, trigger.stop + REACH))
    edge = min((m.start() for p in (_EDGE, _RELATIVE) if (m := p.search(text, trigger.stop, stop))), default=stop)
    places = [Span(trigger.start, edge)]
    start = max(sentence.start, trigger.start - REACH)
    found = _PASSIVE.search(text[start : trigger.start]) or _OF_THAT.search(text[start : trigger.start])
    if found is not None and found.start() > 0:
        before = start + found.start()
        first = max((m.end() for m in _EDGE.finditer(text, start, before)), default=start)
        places.append(Span(first, max(before, first) + 1))
    return tuple(places)


def last_of(types: frozenset[str], before: int, posts: Sequence[tuple[int, str, str]]) -> str:
    """The name of the last move of some types that stands before a place; posts are start, type and name, in order.

    A proposal and a demand stand in an article; "the offer" comes later:

    >>> last_of(frozenset({"proposal"}), 90, [(0, "proposal", "e1"), (40, "demand", "e2")])
    'e1'
    """
    return next((name for start, kind, name in reversed(posts) if start < before and kind in types), "")
