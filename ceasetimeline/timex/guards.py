"""Words that only look like a time: "may accept", "Resolution 2014", "2,000 people", "Theresa May"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from ceasetimeline.timex.direction import lies_ahead
from ceasetimeline.timex.grammar import Node, Token

_BEFORE: Final = 40
_NUMBERED: Final = re.compile(
    r"(?:\b(?:no|nos|number|numbers|resolution|resolutions|flight|unsc|unscr|article|section|chapter|page|room|route"
    r"|highway|model|vision|agenda|expo|euro|windows|summit|case|bill|act|law|order|file|version|boeing|airbus|formula|apollo|channel|vol|volume|issue"
    r"|line|unit|block|zone|area|grade|size|rule|item|lot|series|class|type|protocol|about|nearly|almost|some|over"
    r"|around|approximately|roughly|exactly|another|more than|less than|fewer than|at least|up to|only|than|total of)"
    r"\.?|[$€£¥#№=+<>*/\\:]|(?-i:[A-Z])-|\b[0-9.,]+ ?[x×-])\s{0,2}$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\s?%|\s?(?:percent|per ?cent|points?|people|persons|men|women|children|soldiers|troops|prisoners|detainees"
    r"|hostages|civilians|palestinians|israelis|residents|homes|houses|families|tons?|tonnes|kilomet\w+|km"
    r"|miles?|met(?:er|re)s?"
    r"|feet|foot|yards?|acres|hectares|pounds|dollars|euros|shekels|barrels|shares|votes|seats|cases|deaths|dead"
    r"|wounded|injured|killed|jobs|workers|employees|students|police|officers|members|delegates|cars|trucks"
    r"|aircraft"
    r"|missiles|rockets|drones|tanks|units|copies|times|words|rpm|hp|mph|kg|lbs?|grams|calories|degrees|and a half"
    r"|million|billion|trillion|thousand|hundred)\b|\s?[–-]\s?(?:strong|member|seat|page|pound|ton"
    r"|mile|foot|vote|point|man)\b"
    r"|[-/][0-9]|\.[0-9]|,[0-9]|[A-Za-z]",
    re.IGNORECASE,
)
_SEASON: Final = re.compile(r"[-\s](?:season|seasons)\b", re.IGNORECASE)
_YEAR_CUE: Final = re.compile(
    r"\b(?:in|since|of|by|until|till|from|to|through|during|before|after|between|and|early|late|mid|circa|around|about"
    r"|the|for|or|year)\W{0,2}$",
    re.IGNORECASE,
)
_MONTH_CUE: Final = re.compile(
    r"\b(?:in|since|of|by|until|till|from|to|through|during|before|after|between|and|early|late|mid|last|next|this|the"
    r"|past|coming|for|every|each"
    r"|about|around|or|on|or|end|beginning|start|middle|[0-9]{1,2}(?:st|nd|rd|th)?)[-\s,]{1,3}$",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"\b(?:[A-Z][a-z]+|Mrs?\.|Ms\.|Dr\.)\s{1,2}$")
_NOT_BEFORE_NAME: Final = frozenset(
    [
        "In",
        "Since",
        "By",
        "Until",
        "Till",
        "From",
        "Through",
        "During",
        "Before",
        "After",
        "Between",
        "And",
        "Early",
        "Late",
        "Mid",
        "Last",
        "Next",
        "This",
        "The",
        "On",
        "For",
        "Of",
        "Every",
        "Each",
        "Or",
        "About",
        "At",
        "As",
        "But",
        "Around",
    ]
)
_AFTER_NAME: Final = re.compile(r"\s[A-Z][a-z]+|\s(?:for|of)\s(?:the\s)?[A-Z]")
_ALSO_NAMES: Final = frozenset({"may", "march", "august", "april", "june"})
_SHOPPING: Final = re.compile(r"\b(?:Black|Cyber|Ruby|Super|Casual|Bloody|Shrove|Fat|Man|Girl)\s{1,2}$")
_GOOD: Final = re.compile(r"\bGood\s{1,2}$")
_PAPER: Final = re.compile(r"\b(?:The|This)\s{1,2}$")


def allowed(text: str, tokens: list[Token], node: Node) -> bool:
    """Whether the words may be a time where they stand."""
    guard = _GUARDS.get(node.rule)
    return guard is None or guard(text, tokens)


def _year(text: str, tokens: list[Token]) -> bool:
    token = tokens[-1]
    if len(tokens) > 1 or not token.low.isdecimal():
        return True
    year = int(token.low)
    left = text[max(0, token.start - _BEFORE) : token.start]
    if _NUMBERED.search(left) or _COUNTED.match(text, token.stop) or _SEASON.match(text, token.stop):
        return False
    if 1900 <= year <= 2100:
        return True
    return year >= 1400 and _YEAR_CUE.search(left) is not None


def _month(text: str, tokens: list[Token]) -> bool:
    token = tokens[-1]
    left = text[max(0, token.start - _BEFORE) : token.start]
    if not token.text[0].isupper():
        return token.low not in {"may", "march", "august"} and len(token.low) > 4
    if len(token.low.rstrip(".")) == 3 and token.low != "may" and not token.low.endswith("."):
        return _MONTH_CUE.search(left) is not None and text[token.stop : token.stop + 1] != "-"
    return token.low not in _ALSO_NAMES or _no_name(text, token, left)


def _no_name(text: str, token: Token, left: str) -> bool:
    """Whether a month whose name is also a person's or another word is meant as a month."""
    named = _NAMED.search(left)
    if named and named.group().split()[0] not in _NOT_BEFORE_NAME:
        return False
    if _MONTH_CUE.search(left):
        return not (_JOINED.search(left) and _AFTER_NAME.match(text, token.stop))
    return token.low != "may" and not _PERSON.match(text, token.stop) and not _AFTER_NAME.match(text, token.stop)


def _weekday(text: str, tokens: list[Token]) -> bool:
    token = tokens[-1]
    left = text[max(0, token.start - _BEFORE) : token.start]
    if not token.text[0].isupper():
        return len(token.low) > 4
    if _SHOPPING.search(left) or (_GOOD.search(left) and _ACCORD.match(text, token.stop)):
        return False
    if len(token.low.rstrip(".")) <= 4:
        return not (_PAPER.search(left) or (token.low in {"sun", "sat"}))
    return True


_AGE: Final = re.compile(r"[-\s]{1,2}old(?:er|s)?\b|[-\s]{1,2}(?:aged|of age)\b", re.IGNORECASE)
_LASTING: Final = re.compile(
    r"\b(?:for|after|in|within|over|of|these|those|many|by|take|takes|took|last|lasts|lasted|several|about|the|through"
    r"|during|until|spent|spend)\s{1,2}$",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r"\b(?:in|over|during|within|of|for|his|her|its|their|our|my)\s{1,2}$", re.IGNORECASE)
_ALONE: Final = re.compile(
    r"\s{0,20}(?:[,.;)]|$)"
    r"|(?!\s{1,20}and\s{1,20}(?:the\s{1,20})?[0-9])\s{1,20}(?:the|a|an|he|she|they|it|in|at|and|but|when|after|[A-Z][a-z]+)\b"
)
_JOINED: Final = re.compile(r"\b(?:and|or|for|about|as|the)\s{1,2}$", re.IGNORECASE)
_THEN_MONTH: Final = re.compile(r"\s{1,2}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_PERSON: Final = re.compile(
    r",\s(?:an?|the|who|whose|aged|[0-9]{2},)\s|\s(?:officials|persons|members|body|company|gathering)\b"
)
_ENDED: Final = re.compile(r"\s{1,2}(?:ended|ending|to|through)\b", re.IGNORECASE)
_OF_THING: Final = re.compile(r"\s{1,20}(?:of|from|in)\b", re.IGNORECASE)
_LIST_END: Final = re.compile(
    r"\s{0,20}(?:[.;:!?)\n]|,(?! ?[0-9])|$)"
    r"|\s{1,20}(?:in|at|on|with|to|for|by|between|during|the|when|where|after|before|but"
    r"|as|he|she|it|they|we|and|while|that|which|ended|failed|brought|led|left|killed|saw)\b",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\s{1,2}(?:[A-Z][a-z]+\s{1,2})?(?:Movement|Agreement|Accords?|Times|Post|Mail|Express|Mirror|Telegraph|Herald|Star"
    r"|Tribune|Independent|Brigades?|Committee|Group|Party|Coalition|Forces|Prayers?|Programme|Program|Foundation|Club"
    r"|Prison|Square|Street|Bridge|University|Hospital|Massacre Museum|World Report)\b"
)
_ACCORD: Final = re.compile(r"\s{1,2}(?:peace\s)?(?:agreement|accord|pact|treaty|process)s?\b", re.IGNORECASE)
_OF: Final = re.compile(r"\s(?:of|ago|later|earlier|before|after|to come|ahead|on end)\b", re.IGNORECASE)


def _length(text: str, tokens: list[Token]) -> bool:
    return not _AGE.match(text, tokens[-1].stop)


def _in_units(text: str, tokens: list[Token]) -> bool:
    """ "in two weeks" lies ahead only under a future verb; else it tells how long something took."""
    start, stop = tokens[0].start, tokens[-1].stop
    return "-" not in text[start:stop] and not _OF.match(text, stop) and lies_ahead(text, start)


def _season(text: str, tokens: list[Token]) -> bool:
    if tokens[-1].text[0].isupper() and _AFTER_NAME.match(text, tokens[-1].stop):
        return False
    return not (tokens[0].low == "the" and _OF_THING.match(text, tokens[-1].stop))


def _name(text: str, tokens: list[Token]) -> bool:
    """Not part of the name of a movement, a paper or a treaty: "the March 23 Movement"."""
    return _TITLE.match(text, tokens[-1].stop) is None


def _on_the_ordinal(text: str, tokens: list[Token]) -> bool:
    return tokens[-1].low[0].isdecimal() and _ALONE.match(text, tokens[-1].stop) is not None


def _decade(text: str, tokens: list[Token]) -> bool:
    """ "the 30s" is a decade, "in his 30s" an age."""
    return len(tokens) > 1 or len(tokens[0].low) > 3 or tokens[0].low[0] in "'’‘"


def _two_days(text: str, tokens: list[Token]) -> bool:
    """Not "May 3 and 31 June", where the second number has a month of its own, nor "May 3 and 4 people"."""
    last = tokens[-1]
    return not (last.low.isdecimal() and (_THEN_MONTH.match(text, last.stop) or _COUNTED.match(text, last.stop)))


def _year_ended(text: str, tokens: list[Token]) -> bool:
    return _ENDED.match(text, tokens[-1].stop) is not None


def _to_now(text: str, tokens: list[Token]) -> bool:
    """ "last 60 days" is a stretch, but in "would last 60 days" it is a verb."""
    if tokens[0].low != "last":
        return True
    return _INSIDE.search(text[max(0, tokens[0].start - _BEFORE) : tokens[0].start]) is not None


def _feast(text: str, tokens: list[Token]) -> bool:
    """Not part of a longer name: "Holocaust Remembrance Day", "the Good Friday Agreement"."""
    if _ACCORD.match(text, tokens[-1].stop) and not text.startswith(("'", "’"), tokens[-1].stop):
        return False
    if tokens[0].low in {"last", "this", "next", "past", "coming", "the"}:
        return True
    named = _NAMED.search(text[max(0, tokens[0].start - _BEFORE) : tokens[0].start])
    return named is None or named.group().split()[0] in _NOT_BEFORE_NAME


def part_of_name(text: str, tokens: list[Token], node: Node) -> bool:
    """Whether a date stands in the name of a movement, a paper or a treaty: "the March 23 Movement"."""
    sport = node.rule == "short-year-range" and _SEASON.match(text, tokens[-1].stop) is not None
    return sport or (node.kind == "day" and not _name(text, tokens))


def _bare_units(text: str, tokens: list[Token]) -> bool:
    token = tokens[0]
    left = text[max(0, token.start - _BEFORE) : token.start]
    if text[tokens[-1].stop : tokens[-1].stop + 1] == "-" and len(tokens) > 1:
        return False
    if token.low == "quarters":
        return False
    cued = len(tokens) > 1 or bool(_LASTING.search(left)) or bool(_OF.match(text, tokens[-1].stop))
    return cued and _length(text, tokens)


def _years(text: str, tokens: list[Token]) -> bool:
    """Not "Flight 1993-95" nor "some 1992-95 people": two numbers, but no years."""
    left = text[max(0, tokens[0].start - _BEFORE) : tokens[0].start]
    return not (_NUMBERED.search(left) or _COUNTED.match(text, tokens[-1].stop))


def _listed(text: str, tokens: list[Token]) -> bool:
    """Not "on May 3 and 5 envoys came": a list of days ends where its sentence goes on."""
    return not tokens[-1].low.isdecimal() or _LIST_END.match(text, tokens[-1].stop) is not None


_GUARDS: Final[Mapping[str, Callable[[str, list[Token]], bool]]] = {
    "year": _year,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "two-days-of-month": _two_days,
    "three-days-of-month": _two_days,
    "short-year-range": _years,
    "listed-days": _listed,
    "timeml-listed-days": _listed,
    "feast": _feast,
    "decade": _decade,
    "on-the-ordinal": _on_the_ordinal,
    "timeml-the-year-ended": _year_ended,
    "units-to-now": _to_now,
    "in-units": _in_units,
    "units": _length,
    "a-unit": _length,
    "hedged-length": _length,
    "bare-units": _bare_units,
    "long-lasting": _length,
}
