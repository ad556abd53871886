"""Who mediates in an article: those whom its words call brokers, hosts or guarantors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ceasetimeline.events.actors import ActorName

JOINED: Final = re.compile(
    r"(?:’s|'s)?(?: (?:government|army|military|forces|troops|rebels|authorities|officials))?"
    r",? (?:and|or|alongside|together with) (?:the )?(?:(?:paramilitary|rebel|separatist|armed) )?|\s?[-–/]\s?|, "
)
"""What stands between two names of one row: "Kenya and the", "Kenya-"."""

MEDIATORS: Final = re.compile(
    r"\b(?:mediat|broker|facilitat|co-chair|sponsor)\w*\b|\bhosted\b|\bgo-between", re.IGNORECASE
)
_TALKS: Final = (
    r"(?:talks?|negotiations?|discussions?|dialogue|process|efforts?|meetings?|session|summit|ceremony"
    r"|initiative|rounds?)"
)
_BROKERS: Final = (
    r"(?:mediators?|brokers?|facilitators?|sponsors?|guarantors?|intermediar(?:y|ies)|hosts?|co-chairs?)"
)
MEDIATED_BY: Final = re.compile(
    rf"\b(?:{_BROKERS}(?:\s{{1,9}}of\s{{1,9}}the\s{{1,9}}\w{{1,20}},)?"
    r"|(?:mediat|broker|facilitat|host|co-chair|sponsor|guarante)ed(?:\s{1,9}in\s{1,9}turn)?"
    rf"|{_TALKS}\s{{1,9}}(?:led|chaired|convened|overseen|arranged|run)|chaired"
    r"|mediation(?:\s\w{1,12}){0,2}|auspices|in\s{1,9}the\s{1,9}presence)"
    r"\s{1,9}(?:\(?(?:by|from|such as|like|including|in|of)\s{1,9})?(?:the\s{1,9})?$",
    re.IGNORECASE,
)
_ROLE: Final = r"(?:mediator|facilitator|intermediary|go-between|broker|guarantor|middleman)"
_TALKS_OF: Final = rf"(?:[\w'’-]{{1,20}}\s{{1,9}}){{0,4}}?{_TALKS}"
_ALSO: Final = (
    r"(?:(?:,\s|\s)(?:which|who))?\s{1,9}(?:(?:will|has|have|had|is|are|was|were|also)\s{1,9}){0,2}(?:formally\s)?"
)
_MEDIATES: Final = re.compile(
    # "Qatari and Egyptian mediators", "Kenyan-brokered"
    r"(?:['’]s?)?[\s-]{1,9}(?:\w{1,30}\s{1,9}){0,2}?(?:and\s{1,9}\w{1,30}\s{1,9})?"
    r"(?:mediat|broker(?!age)|facilitat)(?!\w*\sby\b)\w*"
    # "Qatar, which has mediated"
    r"|,(?:\swhich|\swho|\sa|\san|\sthe|\sanother)\b(?:(?!\sby\s)[^.,;]){0,60}\b(?:mediat|broker|facilitat|sponsor)"
    r"(?!\w*\sby\b)"
    # "Norway's Foreign Ministry, hosting the talks", "Bashir convened this week's talks"
    rf"|(?:['’]s?\s[\w ]{{1,40}})?,?{_ALSO}"
    rf"(?:hosts?|hosted|hosting|chair(?:s|ed|ing)|co-chair(?:s|ed|ing)|convened|convenes|oversaw)\s{{1,9}}{_TALKS_OF}\b"
    rf"|{_ALSO}(?:suspended|adjourned|arranged|organised|organized)\s{{1,9}}{_TALKS_OF}\sbetween\b"
    # "acted as mediator", "is playing the role of intermediary", "a key mediator"
    rf"|,?{_ALSO}act(?:ed|ing|s) as (?:a )?{_ROLE}"
    rf"|,?{_ALSO}(?:play(?:s|ed|ing)?|ha[sd]|had)?\s?(?:\w{{1,12}}\s){{0,3}}?role\s(?:of|as)\s(?:an?\s|the\s)?(?:\w{{1,12}}\s)?{_ROLE}\b"
)


MEDIATING: Final = ("mediat", "broker", "facilitat", "co-chair", "sponsor", "hosted", "go-between")
_LEADING: Final = (
    *("media", "broker", "facilitat", "sponsor", "guarant", "host", "chair", "led", "convened"),
    *("overseen", "arranged", "run", "auspices", "presence"),
)
_FOLLOWING: Final = (
    *("media", "broker", "facilitat", "sponsor", "host", "chair", "conven", "oversaw", "suspended"),
    *("adjourned", "arranged", "organised", "organized", "act", "role"),
)
"""Letters of which some stand in all that says who mediates, anywhere, before a name and behind it."""


def find_brokers(text: str, named: Sequence[ActorName]) -> Iterator[int]:
    """The places in ``named`` of those who mediate by the words around them, and of those in one row with them."""
    row = -1
    for number, name in enumerate(named):
        goes_on = row >= 0 and row == number - 1 and JOINED.fullmatch(text, named[row].span.stop, name.span.start)
        before = text[max(0, name.span.start - 40) : name.span.start].rpartition("\n\n")[2]
        if goes_on or (has_any(_LEADING, before) and MEDIATED_BY.search(before)):
            yield number
            row = number
        elif has_any(_FOLLOWING, text[name.span.stop : name.span.stop + 90]) and _MEDIATES.match(
            text, name.span.stop, name.span.stop + 90
        ):
            yield from _row_up_to(text, named, number)


def has_any(stems: Sequence[str], words: str) -> bool:
    """Whether any letters of ``stems`` stand in some words, whatever their case."""
    folded = words.casefold()
    for stem in stems:  # noqa: SIM110 - twice as quick as a generator
        if stem in folded:
            return True
    return False


def _row_up_to(text: str, named: Sequence[ActorName], number: int) -> Iterator[int]:
    """A name and those in one row before it: both of "A and B host the talks"."""
    yield number
    while number and JOINED.fullmatch(text, named[number - 1].span.stop, named[number].span.start):
        number -= 1
        yield number
