"""Actors that a text itself introduces: groups with their short form, and people by what they are called.

"The Ruritanian Liberation Front (RLF)" names a group that no table knows, and "RLF" is it from there on; "Rudolf
Rassendyll, the front's leader," speaks for it, and so does "Rassendyll" in the sentences behind.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasetimeline.events.actors import ActorName
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span

_CAPITAL: Final = r"[A-Z\u00c0-\u00de](?:[\w’'-]{1,30}|\.)"
_JOINING: Final = frozenset({"of", "for", "and", "the", "in", "to", "de", "la", "del", "against", "on", "du", "des"})
_SHORT: Final = re.compile(
    r"\((?:or\s)?[\"“”'‘]?([A-Z][A-Za-z0-9/-]{1,11})[\"“”'’]?\)"
    r"|,\s(?:or|known\sas|also\sknown\sas|known\sby\s(?:its|the)\s(?:acronym|initials))\s(?:the\s)?"
    r"[\"“]?([A-Z][A-Z0-9-]{1,8})[\"”]?(?=[,.\s])"
)
_BACK: Final = 110  # characters in which the long form before a short one starts
_WORD: Final = re.compile(r"\S+")
_FORMER: Final = 8  # characters in which "former" stands
_LEAST: Final = 2
_FAMILY: Final = 3  # letters; a shorter last name is too common
_NEAR: Final = 60  # characters around a name in which a word says that it bears arms
_PERSON: Final = rf"{_CAPITAL}(?:\s(?:(?:al|el|bin|ibn|de|da|dos|van|von|der|ul|ur)[\s-])?{_CAPITAL}){{1,3}}"
_REACH: Final = 120  # characters between a person and whom he has his title of
_LINKS: Final = tuple(f"{word} {the}" for word in ("of", "for", "to", "from") for the in ("", "the "))
_BESIDE: Final = tuple(f", {the}" for the in ("", "the ", "a ", "an "))
_BROKEN: Final = (
    "and|or|with|by|to|from|in|on|at|as|the|that|who|which|for|of|said|says|told|after|but|is|was|has|had"
)
_REBELS: Final = "?rebels"
_RULERS: Final = "?rulers"
_SIDES: Final = frozenset({_REBELS, _RULERS})


@attrs.frozen
class _Learnt:
    """What a spelling that the text explains stands for."""

    name: str
    kind: str
    how: str
    party: str


@attrs.frozen(eq=False)
class Introductions:
    """The patterns by which texts introduce actors, made from a lexicon's word lists."""

    armed_heads: frozenset[str]
    body_heads: frozenset[str]
    armed_words: re.Pattern[str]
    group: re.Pattern[str]
    titled: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    office: re.Pattern[str]
    sided: re.Pattern[str]
    bands: tuple[str, ...]
    rebels: frozenset[str]
    no_names: frozenset[str]
    no_longer: frozenset[str]

    def learnt(self, text: str, names: Sequence[ActorName]) -> tuple[ActorName, ...]:
        """The names of a text with those that it introduces itself, in reading order.

        A person of a side that is only described has the party "?rebels" or "?rulers": see `bound`.
        """
        known: dict[str, _Learnt] = {}
        self._learn_short_forms(text, names, known)
        self._learn_groups(text, names, known)
        names = _with_learnt(text, names, known)
        people: dict[str, set[_Learnt]] = {}
        for words, party in self._people(text, names):
            name = self._own_name(words)
            for spelling in dict.fromkeys((name, name.rpartition(" ")[2]) if name else ()):
                people.setdefault(spelling, set()).add(_Learnt(name, "person", "office-holder", party))
        taken = {text[name.span.start : name.span.stop] for name in names}
        sure = {
            spelling: min(meant, key=lambda one: one.name)
            for spelling, meant in people.items()
            if len({one.party for one in meant}) == 1 and len(spelling) > _FAMILY and spelling not in taken
        }
        return _with_learnt(text, names, sure)

    def _own_name(self, words: str) -> str:
        """A person's name without titles; "" where the words are none: "On Tuesday", "Prime Minister"."""
        parts = words.split()
        while parts and parts[0].rstrip(".") in self.no_names:
            parts.pop(0)
        return " ".join(parts) if len(parts) >= _LEAST and self.no_names.isdisjoint(parts) else ""

    # --- groups

    def _learn_short_forms(self, text: str, names: Sequence[ActorName], known: dict[str, _Learnt]) -> None:
        for match in _SHORT.finditer(text):
            number = 1 if match.group(1) else 2
            short, at = match.group(number), match.start()
            inside = _overlapping(names, Span(match.start(number), match.end(number)))
            before = next(
                (n for n in reversed(_overlapping(names, Span(max(0, at - 3), at))) if n.span.stop <= at), None
            )
            if before is not None and before.party and before.how not in {"adjective", "seat", "place"}:
                if not inside and before.kind not in {"state", "person"}:
                    known[short] = _Learnt(before.name, before.kind, before.how, before.party)
                continue
            start = _long_form(text, at, short)
            long = " ".join(text[start:at].split())
            if " " not in long:
                continue
            if inside:
                if inside[0].party and inside[0].how == "name":
                    known[long] = _Learnt(inside[0].name, inside[0].kind, inside[0].how, inside[0].party)
                continue
            kind = self._kind(text, long, Span(start, match.end()), short)
            if kind and not _is_taken(names, start, at):
                known[long] = known[short] = _Learnt(long, kind, "name", long)

    def _kind(self, text: str, long: str, span: Span, short: str) -> str:
        """What a long form names: "group" where it bears arms, "organisation", "" where its words tell neither."""
        words = set(re.findall(r"\w+", long.lower()))
        around = text[max(0, span.start - _NEAR) : span.start], text[span.stop : span.stop + _NEAR]
        if words & self.armed_heads or any(self.armed_words.search(near) for near in around):
            return "group"
        initials = "".join(word[0] for word in long.split() if word[:1].isupper())
        return "organisation" if words & self.body_heads and initials.startswith(short[:_LEAST]) else ""

    def _learn_groups(self, text: str, names: Sequence[ActorName], known: dict[str, _Learnt]) -> None:
        """Groups that are called so: "the rebel group X", "X, an armed movement", "the Y Liberation Army"."""
        for match in self.group.finditer(text) if any(band in text for band in self.bands) else ():
            number = match.lastindex or 0
            span = Span(match.start(number), match.end(number))
            name = " ".join(match.group(number).split()).removeprefix("The ").rstrip(".,'’")
            if name and name not in known and not _is_taken(names, span.start, span.stop):
                known[name] = _Learnt(name, "group", "name", name)

    # --- people

    def _people(self, text: str, names: Sequence[ActorName]) -> Iterator[tuple[str, str]]:
        for name in names:
            if not name.party or name.how in {"outlet", "place"}:
                continue
            yield from self._called(text, names, name)
        for match in self.sided.finditer(text):
            person = match.group("person")
            if not _overlapping(names, Span(match.start("person"), match.end("person"))):
                yield person, _REBELS if match.group("side").lower() in self.rebels else _RULERS

    def _called(self, text: str, names: Sequence[ActorName], name: ActorName) -> Iterator[tuple[str, str]]:
        """Those whom a title joins to a name: "the RLF's spokesman Rassendyll", "Rassendyll, head of the RLF"."""
        ahead = None
        if name.how != "office-holder":
            ahead = self.titled.match(text, name.span.stop, name.span.stop + _REACH)
        if ahead is not None:
            found, shift = ahead, 0
        else:
            shift = max(0, name.span.start - _REACH)
            back = self._back(text, name, shift)
            if back is None:
                return
            found = back
        span = Span(shift + found.start("person"), shift + found.end("person"))
        first, last = sorted((span, name.span))
        words = _WORD.findall(text[max(0, first.start - _FORMER) : last.start])
        former = not self.no_longer.isdisjoint(word.lower() for word in words)
        if not former and not _overlapping(names, span):
            yield text[span.start : span.stop], name.party

    def _back(self, text: str, name: ActorName, low: int) -> re.Match[str] | None:
        """A person before a name who has a title of it: "Black Michael, head of", "Black Michael, the ... leader"."""
        before = text[low : name.span.start]
        if before.endswith(_LINKS):
            return self.behind.search(before)
        if (
            before.endswith(_BESIDE)
            and name.how != "office-holder"
            and self.office.match(text, name.span.stop, name.span.stop + _REACH)
        ):
            return self.before.search(before)
        return None


def bound(names: Sequence[ActorName], rebels: Sequence[str], rulers: Sequence[str]) -> tuple[ActorName, ...]:
    """The names, with the side of those who speak for "the rebels" or "the government"; without whoever has none."""
    sides = {_REBELS: rebels, _RULERS: rulers}
    return tuple(
        attrs.evolve(name, party=sides[name.party][0]) if name.party in _SIDES else name
        for name in names
        if name.party not in _SIDES or len(sides[name.party]) == 1
    )


@functools.lru_cache(maxsize=8)
def introductions(lexicon: Lexicon) -> Introductions:
    """How texts introduce actors, by the word lists of a lexicon; built once."""
    cue = {name: lexicon.cues.get(name, frozenset()) for name in _LISTS}
    title, rank = _either(cue["offices"] | cue["spoken_offices"]), _either(cue["ranks"])
    rebel, bands = _either(cue["rebel_adjectives"] | cue["armed_adjectives"]), _either(cue["armed_bands"])
    person = rf"(?:(?:{rank})\.?\s){{0,2}}(?P<person>{_PERSON})"
    of = r"(?:\s(?:of|for|to)\s(?:the\s)?\w{1,20}){0,1}"
    office = rf"(?:['’]s?)?(?:\s(?!(?:{_BROKEN})\b)[\w-]{{1,20}}){{0,4}}?\s(?:{title}){of}"
    run = rf"{_CAPITAL}(?:[\s-](?:(?:of|for|and|the|de|la)\s){{0,2}}{_CAPITAL}){{0,6}}"
    several = rf"{_CAPITAL}(?:[\s-](?:(?:of|for|and|the|de|la)\s){{0,2}}{_CAPITAL}){{1,6}}"
    return Introductions(
        armed_heads=cue["armed_heads"],
        body_heads=cue["body_heads"],
        armed_words=re.compile(rf"\b(?:{rebel}|{_either(cue['rebel_words'])})\b"),
        group=re.compile(
            rf"\b(?:{rebel})\s(?:{bands}),?\s(?:(?:called|known\sas)\s)?(?:the\s)?[\"“‘]?({run})"
            rf"|\b({several}),?\s(?:is\s|was\s)?(?:an?|the|one\sof\sthe|another)\s(?:[\w-]{{1,20}}\s){{0,3}}?(?:{rebel})\s(?:{bands})\b"
        ),
        titled=re.compile(rf"{office},?\s{person}"),
        behind=re.compile(
            rf"(?P<person>{_PERSON}),\s(?:(?:an?|the|who\sis(?:\sthe)?)\s)?(?:[\w-]{{1,20}}\s){{0,4}}?(?:{title})\s"
            r"(?:of|for|to|from)\s(?:the\s)?$"
        ),
        before=re.compile(rf"(?P<person>{_PERSON}),\s(?:the\s|an?\s)?$"),
        office=re.compile(office),
        sided=re.compile(
            rf"\b(?P<side>{_either(cue['rebel_adjectives'])}|{_either(cue['ruling_adjectives'])})\s(?:[\w-]{{1,20}}\s){{0,2}}?(?:{title}){of},?\s{person}"
        ),
        bands=tuple(sorted(_forms(cue["armed_bands"]))),
        rebels=cue["rebel_adjectives"],
        no_names=cue["before_names"],
        no_longer=cue["no_longer"],
    )


_LISTS: Final = (
    "offices", "spoken_offices", "ranks", "rebel_adjectives", "armed_adjectives", "armed_bands", "armed_heads",
    "body_heads", "rebel_words", "ruling_adjectives", "before_names", "no_longer",
)  # fmt: skip


def _either(words: Collection[str]) -> str:
    """Any of some words, in small letters or with a capital, the longest first."""
    return "|".join(re.escape(form) for form in sorted(_forms(words), key=lambda form: (-len(form), form)))


def _forms(words: Collection[str]) -> set[str]:
    return {form for word in words for form in (word, word[:1].upper() + word[1:])}


def _long_form(text: str, at: int, short: str) -> int:
    """Where the name starts that a short form in brackets at ``at`` stands for; ``at`` where there is none.

    It is the fewest words whose capitals begin with the letters of the short form, else all capitalised words.
    """
    low = max(0, at - _BACK)
    begin, letters = at, ""
    wanted = "".join(letter for letter in short.upper() if letter.isalpha())
    for word in reversed([*_WORD.finditer(text, low, at)]):
        bare = word.group().strip("\"“”‘’'")
        if not bare[:1].isupper() and bare not in _JOINING:
            break
        if bare[-1:] in ",.;:)" and begin != at:
            break
        if bare[:1].isupper() and bare not in {"The", "A", "An"}:
            begin = word.start() + word.group().index(bare)
            letters = "".join(part[0] for part in bare.split("-") if part).upper() + letters
            if letters == wanted:
                return begin
    return begin


def _is_taken(names: Sequence[ActorName], start: int, stop: int) -> bool:
    """Whether the stretch of a name is, or ends with, one that a table knows as an actor of its own."""
    inside = _overlapping(names, Span(start, stop))
    return any(
        name.span.start <= start or (name.span.stop >= stop and name.how not in {"adjective", "place", "seat"})
        for name in inside
        if name.how not in {"adjective", "place", "seat"} or name.span.stop >= stop
    )


def _overlapping(names: Sequence[ActorName], span: Span) -> list[ActorName]:
    """The names that share characters with a stretch; ``names`` are in reading order and apart."""
    at = max(0, bisect_left(names, span.start, key=lambda name: name.span.start) - 1)
    found = []
    while at < len(names) and names[at].span.start < span.stop:
        if names[at].span.overlaps(span):
            found.append(names[at])
        at += 1
    return found


def _with_learnt(text: str, names: Sequence[ActorName], known: Mapping[str, _Learnt]) -> tuple[ActorName, ...]:
    """The names with every place of a learnt spelling; the longer of two that share words stays."""
    if not known:
        return tuple(names)
    spellings = sorted(known, key=lambda spelling: (-len(spelling), spelling))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_spelt, spellings))})(?![\w])")
    added = []
    for match in pattern.finditer(text):
        span = Span(match.start(), match.end())
        inside = _overlapping(names, span)
        if any(name.span.stop - name.span.start >= len(match.group()) for name in inside):
            continue
        meant = known[" ".join(match.group().split())]
        added.append(ActorName(span=span, name=meant.name, kind=meant.kind, how=meant.how, party=meant.party))  # type: ignore[arg-type]
    kept = (name for name in names if not _overlapping(added, name.span))
    return tuple(sorted((*kept, *added), key=lambda name: name.span))


def _spelt(spelling: str) -> str:
    return r"\s{1,3}".join(re.escape(word) for word in spelling.split())
