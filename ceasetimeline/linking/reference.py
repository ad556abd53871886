"""What an answer's own words point to: its object ("agreed to a U.S. proposal"), or a move told before ("the offer").

A definite noun or a pronoun points to the last move of its kind in the article before any other (ONTOLOGY, "Which
types answer which"). Which noun may stand for which types is data (`Reference`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|be)\s(?:\w{1,14}ly\s)?[\"“']?\Z", re.IGNORECASE)
_AUXILIARY: Final = r"(?:(?:does|do|did|has|had|have|can|could|would|will)(?:\snot|n['’]t)?\s)?[\"“']?"
"""What may stand between a subject and what is said of it: "the offer falls short"."""
_OF_THAT: Final = re.compile(r",?\s(?:that|which)\s(?:[\w'’.-]{1,20}\s){1,5}\Z", re.IGNORECASE)
_ALONE: Final = r"(?:it|them|they|(?:this|these|both)(?!\s(?!(?:in|on|at|by|for|as|and|but|to|was|were|is|are)\b)\w))"
"""A pronoun; "this" and "both" before a noun are none ("this week", "both sides")."""
_PRONOUN: Final = re.compile(rf"\s(?:(?:to|with|of|on|by)\s)?{_ALONE}\b", re.IGNORECASE)
_SUBJECT: Final = re.compile(rf"\A\s{{0,2}}{_ALONE}\s", re.IGNORECASE)


_MANY: Final = re.compile(
    r"\b(?:series\sof|number\sof|several|many|numerous|repeated|various|multiple|successive|countless)"
    r"\s(?:[\w'’.-]{1,20}\s){0,2}\Z",
    re.IGNORECASE,
)
_ANY: Final = re.compile(r"\bany\s(?!such\b)(?:[\w'’.-]{1,20}\s){0,2}\Z", re.IGNORECASE)
"""Before a noun: that no one move is meant ("agreed to a series of truces", "would reject any demand")."""
_NEAR: Final = re.compile(r"\A(?:this|that|these|those|such)\b", re.IGNORECASE)
"""A demonstrative: what it points to was just told."""
_AUTHOR: Final = re.compile(r"\b(?:by|from)\s", re.IGNORECASE)
"""Behind a noun: whose it is ("a plan drawn up by Egypt")."""


@attrs.frozen
class Pointing:
    """Where the object of an answer stands in its sentence, and of which types a move spoken of as known may be.

    ``places`` are stretches of the text; ``types`` is empty where the words name nothing as known; ``authors`` are
    those named as whose it is ("the Egyptian plan"); ``noun`` is the word that names it, ``noun_at`` where it stands
    (-1 where there is none); ``elsewhere``: that word is of nothing that can be answered so ("denied the
    allegation"), or of no one move ("several offers"); ``near``: what it points to was just told ("that proposal").
    """

    places: tuple[Span, ...] = ()
    types: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    noun: str = ""
    noun_at: int = -1
    elsewhere: bool = False
    near: bool = False

    def holds(self, start: int) -> bool:
        """Whether a trigger that starts here stands in one of the places."""
        return any(place.start <= start < place.stop for place in self.places)

    def names(self, trigger: Span) -> bool:
        """Whether a trigger in one of the places is what they name, not told of it ("a truce brokered by")."""
        return self.holds(trigger.start) and (self.noun_at < 0 or trigger.start <= self.noun_at)


NOWHERE: Final = Pointing()


@attrs.frozen
class Pointers:
    """The words that point back, ready to be looked for; ``types`` maps a word to the types it may stand for."""

    known: re.Pattern[str]
    noun: re.Pattern[str]
    subject: re.Pattern[str]
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
        phrase = rf"{known}\s(?:[\w'’.-]{{1,20}}\s){{0,3}}(?P<word>(?a:{words}))"
        answered = {
            row.name: frozenset(name for link in row.links if link.kind == "answers" for name in link.to)
            for row in lexicon.event_types
        }
        return cls(
            known=re.compile(rf"{phrase}s?\b", re.IGNORECASE),
            noun=re.compile(rf"\b(?P<word>(?a:{words}))s?\b", re.IGNORECASE),
            subject=re.compile(rf"{phrase}s?\s{_AUXILIARY}\Z", re.IGNORECASE),
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
        before = text[max(sentence.start, mention.span.start - REACH) : mention.span.start]
        subject = self.subject.search(before)
        if subject is not None:
            word = subject["word"].lower()
            at = mention.span.start - len(before) + subject.start("word")
            return self._named(places, mention, word, at, types=self.types[word] & answered)
        pieces = [self._in(place, mention, text, before) for place in places]
        nouns = [piece for piece in pieces if piece.noun_at >= 0]
        last = next(reversed(nouns), pieces[-1])
        return Pointing(
            places,
            types=frozenset().union(*(piece.types for piece in pieces)) & answered,
            authors=frozenset().union(*(piece.authors for piece in pieces)),
            noun=last.noun or pieces[0].noun,
            noun_at=last.noun_at,
            elsewhere=bool(nouns) and all(piece.elsewhere for piece in nouns),
            near=any(piece.near for piece in pieces),
        )

    def _in(self, place: Span, mention: Mention, text: str, before: str) -> Pointing:
        """What the words of one place name, or a pronoun among them stands for."""
        words = text[place.start : place.stop]
        known, noun = self.known.search(words), self.noun.search(words)
        types = frozenset() if known is None else self.types[known["word"].lower()]
        stands_for = ""
        if known is None and mention.span is not None and _is_pronoun(words, mention.span, place):
            stands_for = self._antecedent(before)
            types = self.types.get(stands_for, self.answered[mention.type])
        if noun is None:
            return Pointing((place,), types, noun=stands_for)
        named = self._named((place,), mention, noun["word"].lower(), place.start + noun.start("word"), types)
        return attrs.evolve(
            named,
            authors=self._authors(words, noun),
            elsewhere=named.elsewhere or _is_vague(words[: noun.start("word")], mention),
            near=known is not None and _NEAR.match(known[0]) is not None,
        )

    def _named(
        self, places: tuple[Span, ...], mention: Mention, noun: str, at: int, types: frozenset[str]
    ) -> Pointing:
        elsewhere = self.types[noun].isdisjoint(self.answered[mention.type])
        return Pointing(places, types, noun=noun, noun_at=at, elsewhere=elsewhere)

    def _antecedent(self, before: str) -> str:
        """The noun that a pronoun stands for: the last before it in its sentence, if there is any."""
        return next((match["word"].lower() for match in reversed([*self.noun.finditer(before)])), "")

    def _authors(self, words: str, noun: re.Match[str]) -> frozenset[str]:
        """Whose a thing is: named before its noun, or behind "by" or "from"."""
        behind = _AUTHOR.search(words, noun.end())
        return self.names.found(words[: noun.start()]) | (
            self.names.found(words[behind.end() :]) if behind else NOBODY
        )


NOBODY: Final[frozenset[str]] = frozenset()


def _is_vague(before: str, mention: Mention) -> bool:
    """Whether the words before a noun leave open which move it means."""
    weak = mention.realis in {"hypothetical", "conditional"}
    return _MANY.search(before) is not None or (weak and _ANY.search(before) is not None)


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
    before = text[start : trigger.start]
    found = _PASSIVE.search(before) or _OF_THAT.search(before)
    if found is not None and found.start() > 0:
        end = start + found.start()
        first = max((m.end() for m in _EDGE.finditer(text, start, end)), default=start)
        places.append(Span(first, max(end, first) + 1))
    return tuple(places)
