"""Time expressions of texts in other languages: found by phrasebooks of ours, understood by the English grammar.

The same honesty holds as for English: a phrase gets a stretch of days with its granularity, or a reason why not;
what no phrasebook knows is left alone. The free-text search of dateparser is never used, nor its clock.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from ceasetimeline.meaning import Direction, Meaning, Named
from ceasetimeline.model import Issue
from ceasetimeline.timex.direction import Choice
from ceasetimeline.timex.grammar import Grammar, Node
from ceasetimeline.timex.phrasebooks import Phrasebook, phrasebook, read_table, tables
from ceasetimeline.timex.recognize import Found, directed, leaves, recognize

REACH: Final = 120
"""How many characters beside a bare weekday may hold the verb that says whether it lies ahead."""
SAMPLE: Final = 1500
"""Characters of a text by which its language is told."""
SURE: Final = 0.12
"""Share of words that a language's commonest words make up, from which a text is taken to be in it."""

FEWEST: Final = 8
"""Words below which a text in letters that many languages share is too short for a guess at its language."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_STOP: Final = re.compile(r"[.!?؟,،;؛:\n]")
_ENGLISH: Final = frozenset(
    {"the", "of", "to", "and", "in", "that", "for", "on", "with", "was", "were", "by", "from"}
) | {*("it", "have", "had", "will", "said", "is", "are", "after", "an", "its", "has", "at")}
_MARKS: Final = {"> ": Direction.FUTURE, "< ": Direction.PAST}
# Languages that share a script must be told apart; of another script nothing can be mistaken.
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_SCRIPTS: Final = {
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "ru": _CYRILLIC,
    "uk": _CYRILLIC,
}


def recognize_all(text: str, languages: Sequence[str], grammar: Grammar | None = None) -> Iterator[Found]:
    """The time expressions of a text in any of the languages, from left to right, none inside another.

    ``grammar`` is that of English, with the named days and rules of a lexicon; a day named there is found in a text
    of any language, so that "la cumbre de Sharm" can be a row of it.

    Raises UnknownNameError for a language that nobody knows the dates of.
    """
    if tuple(languages) == ("en",):
        yield from recognize(text, grammar)
        return
    spoken = languages_of(text, languages)
    found = [one for language in spoken if language != "en" for one in _foreign(text, phrasebook(language))]
    if "en" in spoken:
        found.extend(recognize(text, grammar))
    else:
        found.extend(one for one in recognize(text, grammar) if isinstance(one.meaning, Named))
    stop = 0
    for one in sorted(found, key=lambda one: (one.start, -one.stop, one.rule)):
        if one.start >= stop:
            yield one
            stop = one.stop


def languages_of(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Which of the languages a text may be written in, in the order of the user.

    Of the languages we have words of, the likeliest in each script; of the others, all.

    >>> languages_of("Las delegaciones se reunieron el lunes.", ("en", "es", "ru"))
    ('es',)
    """
    sample = text[:SAMPLE]
    known = [language for language in dict.fromkeys(languages) if language == "en" or read_table(language)]
    chosen = {language for language in languages if language not in known}
    for script in dict.fromkeys(_SCRIPTS.get(language, _LATIN) for language in known):
        if script.search(text):
            own = [language for language in known if _SCRIPTS.get(language, _LATIN) is script]
            chosen.add(max(own, key=lambda language: (_likeness(sample, language), -own.index(language))))
    chosen = chosen or set(languages[:1])
    return tuple(language for language in dict.fromkeys(languages) if language in chosen)


def language_issue(text: str, languages: Sequence[str]) -> Issue | None:
    """A report where a text is in a language whose dates are not read, with a guess which; None where all is well."""
    sample = text[:SAMPLE]
    if script := _foreign_script(sample, languages):
        message = f"the text is in letters of {script}, and only dates in {', '.join(languages)} are read; "
        return Issue(code="language", message=f"{message}pass languages=")
    words = _WORD.findall(sample.lower())
    if len(words) < FEWEST:
        return None
    read = max((_share(words, language) for language in languages), default=0.0)
    if read >= SURE:
        return None
    scores = {language: _share(words, language) for language in ("en", *tables())}
    best = max(scores, key=lambda language: (scores[language], language == "en", language))
    if best in languages or scores[best] < SURE or read >= scores[best] / 2:
        return None
    message = f"the text seems to be in {best!r}, and only dates in {', '.join(languages)} are read; pass languages="
    return Issue(code="language", message=message)


def _foreign_script(sample: str, languages: Sequence[str]) -> str:
    """The languages whose letters make up most of a text, where none of those that are read is written in them."""
    known = {"en", *tables()}
    if not known.issuperset(languages):
        return ""
    for script in dict.fromkeys(_SCRIPTS.values()):
        if script.search(sample) is None:
            continue
        own = [language for language, letters_of in _SCRIPTS.items() if letters_of is script]
        letters = sum(map(str.isalpha, sample))
        if not set(own) & set(languages) and len(script.findall(sample)) > letters / 2:
            return " or ".join(map(repr, own))
    return ""


def _share(words: Sequence[str], language: str) -> float:
    """How many of some words, in lower case, are among the commonest of a language."""
    common = _ENGLISH if language == "en" else frozenset(read_table(language).get("common", ()))
    return sum(map(common.__contains__, words)) / len(words) if words else 0.0


def _likeness(sample: str, language: str) -> float:
    letters, low = "" if language == "en" else read_table(language).get("letters", ""), sample.lower()
    return _share(_WORD.findall(low), language) + sum(map(low.count, letters)) / max(len(sample), 1)


def _foreign(text: str, book: Phrasebook) -> Iterator[Found]:
    for match in book.scan.finditer(text):
        start, stop = match.span("phrase")
        understood = _understood(book.language, text[start:stop])
        if understood is None:
            continue
        meaning, rule = understood
        choice = Choice(None)
        if any(getattr(leaf, "direction", None) is Direction.OPEN for leaf in leaves(meaning)):
            choice = _direction(text, start, stop, book)
            if choice.direction is not None:
                meaning = directed(meaning, choice.direction)
        node = Node("time", 0, meaning, f"{book.language}:{rule}")
        yield Found(start=start, stop=stop, meaning=meaning, node=node, choice=choice)


@functools.lru_cache(maxsize=4096)
def _understood(language: str, words: str) -> tuple[Meaning, str] | None:
    """The meaning of a phrase and the English rule that reads it; None where its English is not one phrase."""
    english = phrasebook(language).english(words)
    direction = _MARKS.get(english[:2])
    english = english[2:] if direction else english
    for found in recognize(english):
        if (found.start, found.stop) == (0, len(english)):
            return directed(found.meaning, direction) if direction else found.meaning, found.rule
    return None


def _direction(text: str, start: int, stop: int, book: Phrasebook) -> Choice:
    """Ahead where a verb of the sentence says so, by the words of the language; else as the grammar reads it."""
    before = _STOP.split(text[max(start - REACH, 0) : start])[-1]
    # "On Thursday, the sides will meet": the comma after a phrase that opens its clause does not end that clause.
    after = _STOP.split(text[stop : stop + REACH].lstrip(" ,،") if not before.strip() else text[stop : stop + REACH])[
        0
    ]
    cue = book.future and (book.future.search(before) or book.future.search(after))
    return Choice(Direction.FUTURE, cue[0]) if cue else Choice(None)
