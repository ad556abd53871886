"""Which articles repeat which: copies, updates and rewrites of one text are one witness.

A text is reduced to a *sketch*: hashes of its three-word shingles (the smallest ones, after Broder 1997, so that two
sketches compare like the texts) and of its particulars, the names and numbers. Copies share shingles and
particulars; templates (readouts, bulletins, newsletter headers) share shingles but change the particulars.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.linking.frames import Framed, are_one_block, corrects
from ceasetimeline.model import ArticleReading

SHINGLES_KEPT: Final = 256
"""A sample of 256 estimates a containment of one half with a standard error of 0.03."""
PARTICULARS_KEPT: Final = 96
CROWD: Final = 20
"""A shingle that so many articles share is boilerplate: it no longer proposes pairs."""

SAMPLED: Final = 4
SHARED: Final = 2
"""Two of every fourth shingle: a rewrite of a 100-word story that keeps 40 % shares ten of them."""

COPY: Final = 0.6
"""Share of the shorter text's shingles that makes two texts versions of one: 85 % of the words kept leave 61 %."""
REWRITE: Final = 0.4
"""Share for a rewrite, which must also repeat the numbers: measured on wire stories and their paraphrases."""
NEAR: Final = 0.9
SAME_NAMES: Final = 0.9
SAME_NUMBERS: Final = 0.6
REWRITTEN_NUMBERS: Final = 0.8
NUMBERS_OF_A_STORY: Final = 2
LEAST_SHINGLES: Final = 8
BRIEF: Final = 30
COPY_OF_BRIEF: Final = 0.8
"""In a text of a sentence or two, half the words may be stock: only a repetition of nearly all counts."""

NO_OUTLETS: Final[Mapping[str, str]] = {}

_WORD: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_NUMBER_WORDS: Final = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"}
    | {"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty"}
    | {"sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "dozen", "dozens", "half"}
)
_SHINGLE, _NAME, _OPENER, _NUMBER = range(4)
_FACTOR, _TERM, _LOW = 0x9E3779B1, 0x7F4A7C15, 0xFFFFFFFFFFFF


def sketch(text: str) -> frozenset[int]:
    """The sketch of a text: hashes of its shingles, names and numbers, the same in every process.

    A text and its update share most of it, whatever was added at the end:

    >>> story = "Both sides agreed on Monday to extend the truce by two days, the mediators said."
    >>> update = story + " The first buses crossed an hour later."
    >>> sketch(story) <= sketch(update)
    True
    """
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    lowers = [word.lower() for word in words]
    hashes = list(map(_hash, lowers))
    codes: dict[int, set[int]] = {kind: set() for kind in (_SHINGLE, _NAME, _OPENER, _NUMBER)}
    codes[_SHINGLE] = _shingles(hashes)
    for match, word, lower, code in zip(found, words, lowers, hashes, strict=True):
        if lower in _NUMBER_WORDS or word[0].isdigit():
            codes[_NUMBER].add(_mix(code))
        elif word[0].isupper():
            codes[_OPENER if _opens_sentence(text, match.start()) else _NAME].add(_mix(code))
    return frozenset(
        code << 2 | kind
        for kind, found_codes in codes.items()
        for code in sorted(found_codes)[: SHINGLES_KEPT if kind == _SHINGLE else PARTICULARS_KEPT]
    )


def find_copies(readings: Sequence[ArticleReading], corrections: Iterable[str] = ()) -> Mapping[str, str]:
    """Which article repeats which: the id of each copy, update or rewrite with the id of the first version.

    The first version is the one published first (the lower id where that does not tell). Two readouts written to
    one template are no copies, since they name other people, places or numbers, unless the later says by one of the
    words of ``corrections`` that it corrects the earlier. Cost: near linear in the number of
    articles; pairs are proposed by shared shingles, never tried one by one.
    """
    ordered = sorted(readings, key=_publication_order)
    sheets = {reading.article.id: _Sheet.of(_sketch_of(reading)) for reading in ordered}
    marks = _any_of(corrections)
    texts = {reading.article.id: reading.article.text for reading in ordered}
    framed = functools.cache(lambda name: Framed.of(texts[name], marks))
    rank = {name: place for place, name in enumerate(sheets)}
    index: dict[int, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for name, sheet in sheets.items():
        versions = [
            other
            for other in _candidates(sheet, index)
            if sheet.repeats(sheets[other])
            or (sheet.may_frame(sheets[other]) and are_one_block(framed(name), framed(other)))
        ]
        if versions:
            first[name] = min((first.get(other, other) for other in versions), key=rank.__getitem__)
        if not any(sheet.adds_nothing_to(sheets[other]) for other in versions):
            _post(name, sheet, index, frozenset(versions))
    return first


def find_corrected(
    readings: Sequence[ArticleReading], copies: Mapping[str, str], corrections: Iterable[str]
) -> frozenset[str]:
    """The articles that a later version of their text says it corrects; they are kept, but what it says holds.

    ``copies`` are those of `find_copies`.
    """
    marks = _any_of(corrections)
    ordered = sorted(readings, key=_publication_order)
    found: set[str] = set()
    earlier: dict[str, list[str]] = defaultdict(list)
    for reading in ordered:
        name = reading.article.id
        text = copies.get(name, name)
        if name in copies and corrects(reading.article.text, marks):
            found.update(earlier[text])
        earlier[text].append(name)
    return frozenset(found)


def witnesses(
    readings: Sequence[ArticleReading], copies: Mapping[str, str], outlets: Mapping[str, str] = NO_OUTLETS
) -> Mapping[str, str]:
    """Whose testimony each article is: articles with one key count once among the independent sources.

    A copy testifies for the outlet of its first version, an article with a dateline credit "(Reuters)" for the
    agency, all others for the outlet they stand in; an article without a source stands for itself. ``outlets`` are
    those of `known_outlets`.
    """
    by_id = {reading.article.id: reading for reading in readings}
    return {name: _outlet(by_id[copies.get(name, name)], outlets) for name in by_id}


def known_outlets(readings: Sequence[ArticleReading], lexicon: Lexicon) -> Mapping[str, str]:
    """The outlets of the lexicon and of the articles: the key of every spelling with the outlet's own key."""
    sources = (outlet_key(reading.article.source) for reading in readings if reading.article.source)
    known = {key: key for key in sources}
    for row in lexicon.actors:
        if row.kind == "outlet":
            own = outlet_key(row.name)
            known |= {outlet_key(name): own for name in (row.name, *row.aliases, *row.short)}
    return known


def outlet_key(name: str) -> str:
    """The key of an outlet, however it is written: "The Guardian", "theguardian.com", "www.theguardian.com"."""
    bare = re.sub(r"\(.{0,80}?\)", "", name.lower()).strip()
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", bare).split("/")[0]
    bare = re.sub(r"(?:\.(?:com|org|net|co|gov|int|info|news|tv|[a-z]{2}))+$", "", bare)
    key = "".join(_WORD.findall(bare)).removeprefix("the")
    return key or name


def credited_outlets(sentence: str, outlets: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of the outlets that a sentence credits, among the known ones.

    "…, the Reuters news agency reported" credits Reuters; so does

    >>> credited_outlets("A diplomat told AFP that both had agreed.", {"afp": "agencefrancepresse"})
    ('agencefrancepresse',)
    """
    named = (outlet_key(match["told"] or match["by"]) for match in _CREDIT.finditer(sentence))
    return tuple(sorted({outlets[key] for key in named if key in outlets}))


@attrs.frozen
class _Sheet:
    """A sketch taken apart into its kinds of hashes.

    ``openers`` are words with a capital only because they open a sentence, or names that do: they confirm a name of
    the other text but need none there.
    """

    shingles: frozenset[int]
    names: frozenset[int]
    openers: frozenset[int]
    numbers: frozenset[int]

    @classmethod
    def of(cls, codes: frozenset[int]) -> _Sheet:
        kinds: list[set[int]] = [set(), set(), set(), set()]
        for code in codes:
            kinds[code & 3].add(code >> 2)
        return cls(*map(frozenset, kinds))

    @property
    def posted(self) -> Iterable[int]:
        """The shingles by which versions are looked for: a fixed sample, all of them in a brief text."""
        return (
            self.shingles if len(self.shingles) < BRIEF else [code for code in self.shingles if code % SAMPLED == 0]
        )

    def shares_names(self, other: _Sheet, spare: int = 0) -> bool:
        """Whether the text with fewer names has hardly a name (at most ``spare``) that the other has not."""
        fewer, more = sorted((self, other), key=lambda sheet: (len(sheet.names), sorted(sheet.names)))
        known = len(fewer.names & (more.names | more.openers))
        return known >= min(SAME_NAMES * len(fewer.names), len(fewer.names) - spare)

    def repeats(self, other: _Sheet) -> bool:
        """Whether both are versions of one text."""
        if min(len(self.shingles), len(other.shingles)) < LEAST_SHINGLES:
            return self == other
        shared = _containment(self.shingles, other.shingles, SHINGLES_KEPT)
        brief = min(len(self.shingles), len(other.shingles)) < BRIEF
        if shared < (COPY_OF_BRIEF if brief else REWRITE):
            return False
        numbers = _containment(self.numbers, other.numbers, PARTICULARS_KEPT)
        if numbers < SAME_NUMBERS or not self.shares_names(other, spare=int(shared >= NEAR)):
            return False
        rewritten = numbers >= REWRITTEN_NUMBERS and len(self.numbers & other.numbers) >= NUMBERS_OF_A_STORY
        return shared >= COPY or rewritten

    def may_frame(self, other: _Sheet) -> bool:
        """Whether both are short enough to be laid side by side, and share so much that this may show one block."""
        short = max(len(self.shingles), len(other.shingles)) < SHINGLES_KEPT
        return short and _containment(self.shingles, other.shingles, SHINGLES_KEPT) >= COPY

    def adds_nothing_to(self, other: _Sheet) -> bool:
        """Whether it is so close to the other that a further version would be found through that one."""
        return len(self.shingles & other.shingles) >= NEAR * max(len(self.shingles), len(other.shingles))


def _containment(a: frozenset[int], b: frozenset[int], kept: int) -> float:
    """How much of the smaller set the larger holds, judged on the range of hashes that both sketches cover."""
    limits = [max(codes) for codes in (a, b) if len(codes) >= kept]
    if limits:
        limit = min(limits)
        a, b = (frozenset(code for code in codes if code <= limit) for codes in (a, b))
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 1.0


def _post(name: str, sheet: _Sheet, index: dict[int, list[str]], versions: frozenset[str]) -> None:
    """Posts the shingles by which later versions are looked for.

    One that a version of the text already stands for is not posted again, so that many copies are no crowd.
    """
    for code in sheet.posted:
        post = index[code]
        if len(post) <= CROWD and (not versions or versions.isdisjoint(post)):
            post.append(name)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(longest_first) or r'(?!)'})\b", re.IGNORECASE)


def _candidates(sheet: _Sheet, index: Mapping[int, Sequence[str]]) -> Iterator[str]:
    """Earlier articles that share some shingles; one that a crowd of different texts shares is boilerplate."""
    posts = (index.get(code, ()) for code in sheet.posted)
    shared = Counter(chain.from_iterable(post for post in posts if len(post) <= CROWD))
    return (name for name, count in shared.items() if count >= SHARED)


def _publication_order(reading: ArticleReading) -> tuple[int, str]:
    first, _ = reading.article.publication.bounds
    return (10**9 if first is None else first, reading.article.id)


def _sketch_of(reading: ArticleReading) -> frozenset[int]:
    return reading.sketch or sketch(reading.article.text)


_DATELINE: Final = re.compile(r"\A.{0,80}?\((?P<agency>[A-Z][\w .]{1,24})\)\s?[-–—:]", re.DOTALL)


def _outlet(reading: ArticleReading, outlets: Mapping[str, str]) -> str:
    article = reading.article
    dateline = _DATELINE.match(article.text)
    agency = outlets.get(outlet_key(dateline["agency"])) if dateline else None
    if agency or not article.source:
        return agency or article.id
    own = outlet_key(article.source)
    return outlets.get(own, own)


_OUTLET_NAME: Final = r"[A-Z][\w.]{1,30}(?:\s[A-Z][\w.]{1,30}){0,3}"
_CREDIT: Final = re.compile(
    rf"\b(?:told|tells|by|to|citing|according\sto|reported\sin)\s(?:[Tt]he\s)?(?P<told>{_OUTLET_NAME})"
    rf"|(?P<by>{_OUTLET_NAME})(?:\snews\sagency|\snewspaper|\stelevision|\snews)?\s(?:has\s|had\s)?(?:reported|reports|quoted)\b"
)


def _opens_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 4) : place].rstrip(" \t\"'“‘«(")
    return not before or before[-1] in ".!?\n…”"


@functools.lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _shingles(codes: Sequence[int]) -> set[int]:
    """The hashes of every three words in a row; what opens a row is mixed once for each word."""
    opened = [(code * _FACTOR + _TERM) & _LOW for code in codes]
    return {
        ((((((first ^ b) * _FACTOR + _TERM) & _LOW) ^ c) * _FACTOR + _TERM) & _LOW) >> 12
        for first, b, c in zip(opened, codes[1:], codes[2:], strict=False)
    }


def _mix(code: int) -> int:
    """A 32-bit hash of a hash: multiplicative, so that low and high bits both vary (Knuth's golden ratio)."""
    return ((code * _FACTOR + _TERM) & _LOW) >> 12
