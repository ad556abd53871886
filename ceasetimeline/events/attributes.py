"""What else a move carries: venue, round, duration, deadline, quantity, topic, condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ceasetimeline.events.candidates import Candidate
from ceasetimeline.events.scene import Scene
from ceasetimeline.text.clauses import Phrase

_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_COUNTS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", *_TENS,
)  # fmt: skip
_NUMBER: Final = rf"(?:\d+|(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}))"
_UNITS: Final = ("hour", "day", "week", "month", "year")
_DURATION: Final = re.compile(rf"\b{_NUMBER}[- ](?:hour|day|week|month|year)s?(?:-long)?\b", re.IGNORECASE)
_DEADLINE: Final = re.compile(
    rf"\b(?:within|by|in)\s{{1,9}}(?:the\s{{1,9}}next\s{{1,9}})?{_NUMBER}[- ](?:hour|day|week)s?\b"
    rf"|\b{_NUMBER}[- ](?:hour|day|week)s?(?=\s{{1,9}}(?:deadline|ultimatum|to\b))",
    re.IGNORECASE,
)
_ORDINALS: Final = {
    word: str(number)
    for number, word in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ),
        start=1,
    )
}
_MEETINGS: Final = ("round", "session", "phase", "stage", "cycle", "summit")
_ROUND: Final = re.compile(
    rf"\b({'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|latest|new|next|final|last|previous)"
    rf"(?:\s{{1,9}}\w+){{0,2}}\s{{1,9}}(?:{'|'.join(_MEETINGS)})\b",
    re.IGNORECASE,
)
_COUNTED: Final = (
    *("hostages", "prisoners", "captives", "detainees", "soldiers", "bodies", "people", "women", "children"),
    *("civilians", "fighters", "inmates", "nationals", "trucks", "troops"),
)
_QUANTITY: Final = re.compile(
    r"\b((?:(?:at least|up to|more than|over|about|around|some|nearly|dozens of|hundreds of|all|half of the)\s{1,9})?"
    rf"(?:(?i:{_NUMBER})|\d[\d,]*|dozens|hundreds|all)?)\s{{1,9}}"
    r"(?:(?:of the|of|the|living|dead|remaining|female|male|jailed|[A-Z]\w+)\s{1,9}){0,4}"
    rf"({'|'.join(_COUNTED)})\b"
)
_TOPICS: Final = ("captive_core", "truce_nouns", "force_nouns", "aid_nouns")


def read_venue(scene: Scene, candidate: Candidate) -> str:
    """The place of a move: "in Doha", "at talks in the Qatari capital", "left for Doha", no "signed for Tigray"."""
    towards = {"to", "into", "for"} if candidate.row.group == "talk" else set[str]()
    for phrase in _phrases(scene, candidate):
        if phrase.preposition in {"in", "at"} | towards:
            for n in phrase.nouns:
                for name in scene.names_at(n):
                    if name.place and (phrase.preposition in {"in", "at"} or name.how in {"seat", "place"}):
                        return name.place
    return ""


def _phrases(scene: Scene, candidate: Candidate) -> list[Phrase]:
    found: list[Phrase] = []
    if candidate.clause is not None:
        found.extend(candidate.clause.phrases)
    nouns = list(candidate.themes) + ([candidate.noun] if candidate.noun is not None else [])
    for k in nouns:
        found.extend(Phrase(preposition, inner, k) for preposition, inner in scene.after_noun(k))
    return found


def _surroundings(scene: Scene, candidate: Candidate) -> str:
    """The words of a move's own noun phrases and of what follows them."""
    chunks = set(candidate.themes)
    if candidate.noun is not None:
        chunks.add(candidate.noun)
    if candidate.clause is not None:
        chunks |= set(candidate.clause.objects)
    for phrase in _phrases(scene, candidate):
        chunks |= set(phrase.nouns)
    words = [scene.words(k) for k in sorted(chunks)]
    span = scene.parse.tokens.span(candidate.first, candidate.stop)
    return " | ".join([scene.text[span.start : span.stop], *words])


def read_attributes(scene: Scene, candidate: Candidate) -> dict[str, str]:
    """Round, duration, deadline, quantity, topic and condition, each "" where the text gives none."""
    near = _surroundings(scene, candidate)
    return {
        "venue": read_venue(scene, candidate),
        "round": _round(near),
        "duration": _first(_DURATION, near, _UNITS),
        "deadline": _first(_DEADLINE, near, _UNITS) if candidate.row.group in {"initiate", "stance"} else "",
        "quantity": " ".join(_first(_QUANTITY, near, _COUNTED).split()),
        "topic": _topic(scene, candidate, near),
        "condition": _condition(scene),
        "mode": candidate.frame.mode,
    }


def _first(pattern: re.Pattern[str], text: str, needed: Sequence[str]) -> str:
    """The first match, "" for none; without any of the words ``needed`` there is none, and nothing is looked for."""
    folded = text.casefold()
    match = pattern.search(text) if any(word in folded for word in needed) else None
    return match.group().strip() if match else ""


def _round(near: str) -> str:
    folded = near.casefold()
    match = _ROUND.search(near) if any(word in folded for word in _MEETINGS) else None
    if match is None:
        return ""
    word = match.group(1).lower()
    return _ORDINALS.get(word, word[:-2] if word[0].isdigit() else word)


def _topic(scene: Scene, candidate: Candidate, near: str) -> str:
    words = [word.strip(".,;:'’\"“”").lower() for word in near.split()]
    for name in _TOPICS:
        listed = scene.vocabulary.cue(name)
        for word in words:
            if word in listed or word.rstrip("s") in listed:
                return name.removesuffix("_nouns").removesuffix("_core")
    return ""


def _condition(scene: Scene) -> str:
    """The if-clause of the sentence, as written."""
    for clause in scene.parse.clauses:
        if clause.marker in scene.vocabulary.cue("conditionals"):
            tokens = scene.parse.tokens
            first = scene.chunk(clause.subject[0]).first if clause.subject else scene.chunk(clause.chunk).first
            last = first
            while last + 1 < len(tokens) and tokens.tags[last + 1] not in {"COMMA", "STOP", "QUOTE"}:
                last += 1
            span = tokens.span(first, last + 1)
            return scene.text[span.start : span.stop]
    return ""
