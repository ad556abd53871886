"""On which side of its anchor a bare "Friday" lies: read from the verb or the cue that the phrase hangs on.

Measured on gold news, a bare weekday is the last such day, publication day included, in nine cases of ten; it lies
ahead only under a future verb or cue ("will meet Tuesday", "by Friday", "is due Sunday").
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from ceasetimeline.meaning import Direction
from ceasetimeline.timex.rules.words import word_set

REACH: Final = 160
_EDGE: Final = re.compile(r"[.!?;:](?=[\s\"'”’])|[\n“”\"]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WORD_OR_EDGE: Final = re.compile(rf"{_WORD.pattern}|{_EDGE.pattern}")
_MODALS: Final = word_set("will won't shall shan't would 'll must should may might")
_AHEAD: Final = word_set(
    "due scheduled slated upcoming planned expected poised forthcoming tentatively going deadline"
)
_STARTS: Final = word_set(
    "begins starts opens resumes leaves arrives meets travels returns visits hosts ends expires votes reconvenes "
    "begin start resume leave arrive meet travel return visit expire reconvene convenes departs flies"
)
_PLANS: Final = word_set(
    "due set expect expects expected schedule scheduled agreement proposal intention decision prepare "
    "prepares preparing plan plans "
    "planned planning agreed agree agrees hope hopes hoping vowed vows want "
    "wants intend intends ready going about slated poised likely decide decided invited invites ordered urged asked "
    "called "
    "is are be back need needs promised pledged aims aim designed meant supposed unable able try trying"
)
_DEALS: Final = word_set("agreement proposal")
_ENDING: Final = word_set("end stop halt")
_STRIFE: Final = word_set("war fighting conflict violence bloodshed hostilities clashes")
"""What a deal is there to end, on no day of its own: "reached an agreement to end the war on Wednesday"."""
_PAST_WORDS: Final = word_set(
    "said was were had has have been did told met went came took made gave left began broke fell rose held sent saw "
    "found led lost won hit shot spoke wrote brought put struck became got ran fought kept paid read sat stood "
    "threw withdrew flew drove grew knew lay meant quit rang sank shook sold spent swore taught thought wore heard "
    "felt built bought caught chose cut dealt drew fed hid hurt let set shut split spread"
)
_TURNS: Final = word_set("after following wake despite because")
_POSTPONED: Final = word_set(
    "postponed extended delayed adjourned suspended deferred put moved recessed extends extend"
)
_DETERMINERS: Final = word_set("a an the its his her their our this")
_LIMITS: Final = word_set("by until till through before")
_POSSESSIVE: Final = re.compile(r"['’]s\b")
_PRESENT: Final = word_set("is are has have says say")
_BE: Final = word_set("is are be being am")
_TELLING: Final = _MODALS | _AHEAD | _STARTS | _PAST_WORDS | word_set("to takes comes goes")


@attrs.frozen
class Choice:
    """A direction with the words that decided it ("" where nothing did)."""

    direction: Direction | None
    cue: str = ""


UNDECIDED: Final = Choice(None)


def choose(text: str, start: int, stop: int) -> Choice:
    """The direction that the words around ``text[start:stop]`` ask for; None where they leave it open.

    >>> choose("The sides will meet Tuesday.", 20, 27).cue
    'sides will meet'
    """
    words = _WORD.findall(_left(text, start).replace("’", "'"))
    low = [word.lower() for word in words]
    if _POSSESSIVE.match(text, stop) or (low[-1:] and low[-1] in _DETERMINERS):
        return _of_noun(low)
    if low[-1:] == ["since"]:
        return Choice(Direction.PAST, "since")
    verb = _verb_before(low, words) or _verb_after(text, stop)
    limit = _limit(low)
    if limit is None:
        return verb or UNDECIDED
    past = verb is not None and verb.direction is Direction.PAST and not _POSTPONED & set(low[-8:])
    return Choice(Direction.NEAREST if past else Direction.FUTURE, limit)


def lies_ahead(text: str, start: int) -> bool:
    """Whether a verb before the place says that what follows lies ahead: "will be back in two weeks"."""
    words = _WORD.findall(_left(text, start).replace("’", "'"))
    verb = _verb_before([word.lower() for word in words], words)
    return verb is not None and verb.direction is Direction.FUTURE


def _left(text: str, start: int) -> str:
    piece = text[max(0, start - REACH) : start]
    cut = 0
    for found in _EDGE.finditer(piece):
        cut = found.end()
    return piece[cut:]


def _of_noun(low: list[str]) -> Choice:
    """The direction of "Friday's talks" and "the Friday talks": that of a future verb near before it, "
    "else the past."""
    ahead = [word for word in low[-4:] if word in _MODALS or word in _AHEAD]
    return Choice(Direction.FUTURE, ahead[-1]) if ahead else Choice(Direction.PAST, "said of a noun")


def _limit(low: list[str]) -> str | None:
    """The preposition that makes a limit of the phrase: "by Friday"."""
    tail = low[-2:]
    if not tail:
        return None
    if low[-3:] in (["as", "soon", "as"], ["as", "early", "as"], ["as", "late", "as"]):
        return " ".join(low[-3:])
    if tail[-1] in _LIMITS or tail in (["later", "than"], ["starting", "on"], ["from", "next"]):
        return tail[-1]
    return tail[0] if tail[0] in _LIMITS and tail[-1] in {"the", "at", "least", "early", "late", "mid"} else None


def _verb_before(low: list[str], words: list[str]) -> Choice | None:
    """The nearest verb group to the left that tells past from future."""
    for at in range(len(low) - 1, -1, -1):
        if low[at] in _TURNS and at < len(low) - 2:
            return UNDECIDED
        direction = _tense(low, words, at)
        if direction is not None:
            return Choice(direction, " ".join(low[max(0, at - 1) : at + 2]))
    return None


def _tense(low: list[str], words: list[str], at: int) -> Direction | None:  # noqa: PLR0911 - a table of words
    """What the word at a place says of the time of what follows."""
    word = low[at]
    if word not in _TELLING and not word.endswith(("ed", "ing", "'ll")):
        return None
    if at > 0 and words[at][0].isupper():
        return None
    before = low[max(0, at - 3) : at]
    led = _led(before)
    if word in _MODALS or word.endswith("'ll"):
        return Direction.FUTURE
    if word in _AHEAD or (word == "set" and low[at + 1 : at + 2] in (["for"], ["to"])):
        return Direction.PAST if {"had", "as", "previously", "than"} & set(before) else Direction.FUTURE
    if word == "to":
        return _of_infinitive(low, words, at)
    if word.endswith("ing"):
        planning = word in {"planning", "preparing"} and low[at + 1 : at + 2] == ["for"]
        return Direction.FUTURE if planning or _BE & set(before[-2:]) else None
    if word in _STARTS and at >= len(low) - 8:
        return None if led or before[-1:] == [] or before[-1] in _DETERMINERS else Direction.FUTURE
    if word in {"takes", "comes", "goes"} and {"effect", "force"} & set(low[at + 1 : at + 4]):
        return Direction.FUTURE
    if word in _PAST_WORDS or (len(word) > 3 and word.endswith("ed")):
        return None if led or before[-1:] in (["is"], ["are"]) else Direction.PAST
    return None


def _led(before: list[str]) -> bool:
    """Whether a modal or an infinitive governs the word after ``before``: "will be", "to"."""
    if not before:
        return False
    leading = _MODALS | {"to", "be"}
    between = before[-1] in {"be", "have", "also", "not", "then", "only", "now", "again"} or before[-1].endswith("ly")
    return before[-1] in leading or (between and before[-2:-1] != [] and before[-2] in leading)


def _of_infinitive(low: list[str], words: list[str], at: int) -> Direction | None:
    """The direction of "to leave" by what governs it: ahead under a plan, past under a plan given up."""
    if not _infinitive(words, at):
        return None
    governor = low[max(0, at - 5) : at]
    if "had" in governor and "been" in governor:
        return Direction.PAST
    if low[at + 1] == "have":
        return Direction.PAST
    plans = _PLANS & set(governor)
    if plans <= _DEALS and low[at + 1] in _ENDING and _STRIFE & set(low[at + 2 : at + 5]):
        return None
    return Direction.FUTURE if plans or low[at + 1] == "be" else None


def _infinitive(words: list[str], at: int) -> bool:
    """Whether a verb follows "to": not a name, not an article, not a plural noun."""
    follower = words[at + 1] if at + 1 < len(words) else ""
    plural = follower.endswith("s") and not follower.endswith(("ss", "us"))
    return follower[:1].islower() and follower not in {"the", "a", "an", "his", "her", "its"} and not plural


def _verb_after(text: str, stop: int) -> Choice | None:
    """The first verb to the right that tells past from future, within the sentence."""
    last = ""
    for found in _WORD_OR_EDGE.finditer(text, stop, min(len(text), stop + REACH)):
        word = found.group().lower()
        if not word[0].isalpha():
            return None
        if word in _MODALS or word.endswith(("'ll", "’ll")):
            return Choice(Direction.FUTURE, word)
        if last in _BE and (word in _AHEAD or word == "to"):
            return Choice(Direction.FUTURE, f"{last} {word}")
        if last in _PRESENT:
            return None
        if word in _PAST_WORDS or (len(word) > 3 and word.endswith("ed")):
            return Choice(Direction.PAST, word)
        last = word
    return None
