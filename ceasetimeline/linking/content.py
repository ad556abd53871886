"""What a mention is about: the words and numbers by which two reports of one move are known for the same.

Mentions that were handed in carry none of this, so it is read from the sentence around the trigger.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.facets import Facets
from ceasetimeline.linking.reference import NOWHERE, Pointers, Pointing
from ceasetimeline.model import ArticleReading, Mention, Span
from ceasetimeline.text.sentences import split_sentences

_UNITS: Final = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
}
NEAR_TRIGGER: Final = 40
"""Characters on either side of a trigger within which a count is taken for the move's own."""
_SMALL: Final = {
    word: number
    for number, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ]
    )
}
_TENS: Final = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
        ],
        start=1,
    )
}
_COMPOUND: Final = {
    f"{ten}-{unit}": value + _SMALL[unit]
    for ten, value in {"twenty": 20, **_TENS}.items()
    for unit in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}
_COUNTS: Final = {**_SMALL, **_TENS, **_COMPOUND, "a": 1, "an": 1, "dozen": 12, "hundred": 100}
# ASCII alone, here and below: "ı" and "ſ" match "i" and "s" without case, but no table has such words.
_NUMBER: Final = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{0,3}}|[0-9]{{1,9}}|(?a:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}))"
)
_LOOSE: Final = (
    r"about|around|some|nearly|almost|roughly|approximately|over|up\sto|at\s(?:least|most)|(?:more|fewer|less)\sthan"
    r"|as\smany\sas"
)
_TIMES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000}
_DURATION: Final = re.compile(
    rf"\b(?P<count>{_NUMBER})[\s-](?P<unit>(?a:{'|'.join(_UNITS)}))s?\b(?![\s-](?:ago|earlier|later|before|after|old)\b)"
    rf"|\b(?P<whole>(?a:{'|'.join(_UNITS)}))-long\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    rf"\b(?P<loose>(?:{_LOOSE})\s)?(?P<count>{_NUMBER})(?:[\s-](?P<times>(?a:dozen|hundred|thousand))\b)?\s(?:(?:more|of|the|other|additional|remaining|living|dead|captured)\s){{0,3}}"
    r"(?P<thing>(?:[A-Za-z]{3,16}(?:ian|i|ese|ish|an)s?\s)?[a-z]{4,16}s|people|children|women|men)\b",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(
    rf"\b(?:(?P<word>(?a:{'|'.join(_ORDINALS)}))|(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th))(?=[\s-])", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"\A[\s-](?:(?:and\s\w{1,10}\s|\w{1,14}\s){0,2})"
    r"(?:round|session|phase|stage|batch|group|exchange|swap|release|extension|convoy|meeting|summit|cycle|tranche)s?\b",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those|such)\s(?:[\w-]{1,12}\s){0,1}\Z", re.IGNORECASE)
_ACT: Final = re.compile(
    r"\s(?:to\s(?!(?:the|a|an|any|all|this|that|these|its|their|his|her|both)\b)([a-z]{2,16})|([a-z]{3,12}ing))\b"
)
_OBJECT: Final = re.compile(r"\s(?:(?:the|a|an|its|their|his|her)\b|[\"“])", re.IGNORECASE)
"""An object within a trigger: what follows is said of it ("agreed to the terms to end the war")."""
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SUFFIXES: Final = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "edly", "ed", "es", "ly", "s")


@attrs.frozen(kw_only=True)
class Content:
    """The words, numbers and round by which a mention is known.

    ``durations`` are in days; ``counts`` pair a thing with how many of it ("hostag", 24); ``exact`` holds the things
    that are counted once and not about or at least; ``round`` is its number; ``place`` the number of the
    sentence in its article; ``definite``: whether the words speak of a move as known ("the proposal");
    ``act``: the verb that follows the trigger ("refused to withdraw", "ruled out ending"); ``points_to``: where an
    answer's words point; ``facets``: what it does that others of its kin do not ("an agreement to extend").
    """

    words: frozenset[str] = frozenset()
    durations: frozenset[float] = frozenset()
    counts: frozenset[tuple[str, int]] = frozenset()
    exact: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    round: int | None = None
    sentence: Span | None = None
    place: int = -1
    definite: bool = False
    act: str = ""
    points_to: Pointing = NOWHERE
    facets: frozenset[str] = frozenset()


@attrs.frozen
class Finders:
    """What looks for words that point back, and for those that tell moves of one kin apart."""

    pointers: Pointers
    facets: Facets


def read_contents(readings: Sequence[ArticleReading], lexicon: Lexicon) -> Mapping[str, Content]:
    """The content of every mention by its id."""
    common = lexicon.cues.get("common_words", frozenset())
    finders = Finders(Pointers.of(lexicon), Facets.of(lexicon))
    return {
        mention.id: content_of(mention, reading.article.text, sentences, common, finders)
        for reading in readings
        if reading.mentions
        for sentences in [reading.sentences or split_sentences(reading.article.text)]
        for mention in reading.mentions
    }


def content_of(
    mention: Mention,
    text: str,
    sentences: Sequence[Span],
    common: Set[str] = frozenset(),
    finders: Finders | None = None,
) -> Content:
    """The content of one mention, from its own fields and the sentence around its trigger.

    ``common`` words tell nothing apart and are passed over.
    """
    sentence = mention.sentence or _sentence_at(mention.span, sentences)
    words = text[sentence.start : sentence.stop] if sentence else f"{mention.quote} {mention.topic}"
    named = {part for name in mention.roles.actors for part in _WORD.findall(name.lower())}
    counted = counts(mention.quantity) or counts(words)
    lowered = (word.lower() for word in _WORD.findall(words))
    return Content(
        words=frozenset(stem(word) for word in lowered if word not in common and word not in named),
        durations=durations(mention.duration) or durations(words),
        counts=counted,
        exact=_exact(mention, _near(mention, text, sentence, words)),
        round=round_number(mention.round) or (_round_at(mention, text, sentence) if sentence else None),
        sentence=sentence,
        points_to=NOWHERE if finders is None else finders.pointers.read(mention, text, sentence),
        facets=frozenset() if finders is None else finders.facets.read(mention, text, sentence),
        act=_act_after(mention.span, text),
        definite=mention.span is not None
        and _DEFINITE.search(text[max(0, mention.span.start - 30) : mention.span.start]) is not None,
        place=-1 if sentence is None else bisect_right(sentences, sentence.start, key=lambda span: span.start) - 1,
    )


def _act_after(span: Span | None, text: str) -> str:
    if span is None or _OBJECT.search(text, span.start, span.stop):
        return ""
    match = _ACT.match(text, span.stop)
    return "" if match is None else match[1] or match[2]


def durations(text: str) -> frozenset[float]:
    """The durations a text names, in days: "a 48-hour truce" and "two-day" give ``{2.0}``."""
    return frozenset(
        _UNITS[(match["unit"] or match["whole"]).lower()] * (_count(match["count"]) if match["count"] else 1.0)
        for match in _DURATION.finditer(text)
    )


def _near(mention: Mention, text: str, sentence: Span | None, words: str) -> str:
    """The words close to a trigger, whose counts are the move's own; those of the whole sentence need not be."""
    if mention.span is None or sentence is None:
        return words
    start = max(sentence.start, mention.span.start - NEAR_TRIGGER)
    return text[start : min(sentence.stop, mention.span.stop + NEAR_TRIGGER)]


def _exact(mention: Mention, near: str) -> Mapping[str, int]:
    """The exact counts of a mention: its own quantity, unless the words around it say that it is about so many."""
    if not mention.quantity:
        return exact_counts(near)
    loose = {(thing, count) for thing, count, exact in _counted(near) if not exact}
    return {thing: count for thing, count in exact_counts(mention.quantity).items() if (thing, count) not in loose}


def counts(text: str) -> frozenset[tuple[str, int]]:
    """What a text counts: "24 hostages" gives ``{("hostag", 24)}``.

    Dates, durations and ages are no counts.
    """
    return frozenset((stem(thing), count) for thing, count, _ in _counted(text))


def exact_counts(text: str) -> Mapping[str, int]:
    """The things that a text counts once and exactly, with their number: "at least 24 hostages" is not exact."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for thing, count, exact in _counted(text):
        found.setdefault(thing, []).append((count, exact))
    return {thing: rows[0][0] for thing, rows in found.items() if len(rows) == 1 and rows[0][1]}


def _counted(text: str) -> Iterator[tuple[str, int, bool]]:
    """What is counted, how many, and whether the text says so exactly."""
    for match in _COUNTED.finditer(text):
        *adjectives, noun = match["thing"].lower().split()
        if noun.rstrip("s") not in _UNITS and match["count"].lower() not in {"a", "an"}:
            times = _TIMES[match["times"].lower()] if match["times"] else 1
            yield " ".join([*adjectives, noun]), int(_count(match["count"]) * times), not match["loose"]


def round_number(text: str) -> int | None:
    """The number in "sixth round", "2nd", "Round 3" or "6"; None where there is none."""
    match = _ORDINAL.search(f"{text} ")
    if match:
        return _ORDINALS[match["word"].lower()] if match["word"] else int(match["digits"])
    digits = re.search(r"\b[0-9]{1,2}\b", text)
    return int(digits[0]) if digits else None


def stem(word: str) -> str:
    """A word without its commonest endings, so that "releases" and "released" meet; crude and enough to compare."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word.removesuffix(suffix)
    return word


def _count(word: str) -> float:
    known = _COUNTS.get(word.lower())
    return float(word.replace(",", "")) if known is None else known


def _round_at(mention: Mention, text: str, sentence: Span) -> int | None:
    """The ordinal that numbers the trigger itself: "the fifth round of talks", "second release"."""
    if mention.span is None:
        return None
    start = max(sentence.start, mention.span.start - 40)
    for match in _ORDINAL.finditer(text, start, mention.span.stop):
        rest = text[match.end() : min(sentence.stop, match.end() + 50)]
        if _NUMBERED.match(rest):
            return _ORDINALS[match["word"].lower()] if match["word"] else int(match["digits"])
    return None


def _sentence_at(span: Span | None, sentences: Sequence[Span]) -> Span | None:
    if span is None:
        return None
    place = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return sentences[place] if place >= 0 and span in sentences[place] else None
