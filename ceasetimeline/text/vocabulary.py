"""The words that the grammar knows: verb forms with their lemmas, closed classes, and the lexicon's word lists."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from ceasetimeline.lexicon import EventType, Lexicon

_VOWELS: Final = "aeiou"
_CLASSES: Final[Mapping[str, str]] = {
    "determiners": "DET",
    "possessive_pronouns": "PRPS",
    "pronouns": "PRON",
    "modals": "MODAL",
    "prepositions": "PREP",
    "subordinators": "SUB",
    "relatives": "WH",
    "conjunctions": "CONJ",
    "verb_negations": "NEG",
    "particles": "PART",
    "genitives": "POSS",
    "forms_of_be": "BE",
    "forms_of_have": "HAVE",
    "forms_of_do": "DO",
}
_BEFORE_INFINITIVES: Final = (
    "makes_planned",
    "makes_demanded",
    "makes_hypothetical",
    "makes_denied",
    "infinitive_nouns",
)
NAMED_ALSO: Final = frozenset({"may", "us", "it", "who"})
"""Words of closed classes that are names where they are written so: "May", "US"."""
_VERBS_ALSO: Final = frozenset({"like"})  # "would like to see"
_LEMMAS: Final[Mapping[str, str]] = {"BE": "be", "HAVE": "have", "DO": "do"}


class _Lists(dict[str, frozenset[str]]):
    """Word lists by name; one that is not there is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class _Unions(dict[tuple[str, ...], frozenset[str]]):
    """What several names stand for together, each a word list or a word itself; put together once."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self.lists = lists

    def __missing__(self, names: tuple[str, ...]) -> frozenset[str]:
        words = self[names] = frozenset(names).union(*(self.lists.get(name, ()) for name in names))
        return words


@attrs.frozen(eq=False)
class Vocabulary:
    """Verb forms (to lemma and kinds: base B, -s Z, past D, participle N, -ing G), closed classes, word lists.

    ``cue`` gives the words of a list of cues.toml, an empty set where there is no such list; ``listed`` the words
    that several names stand for, each a word list or a word itself. Both are asked hundreds of times in a sentence,
    and so are methods of their tables. ``plain`` are the words that have one class wherever they stand, and are their
    own lemma.
    """

    forms: Mapping[str, tuple[str, str]]
    closed: Mapping[str, str]
    cues: Mapping[str, frozenset[str]]
    plain: Mapping[str, str] = attrs.field(init=False, repr=False)
    cue: Callable[[str], frozenset[str]] = attrs.field(init=False, repr=False)
    listed: Callable[[tuple[str, ...]], frozenset[str]] = attrs.field(init=False, repr=False)

    @plain.default
    def _plain(self) -> Mapping[str, str]:
        words = {word: tag for word, tag in self.closed.items() if tag != "POSS" and tag not in _LEMMAS}
        return {".": "STOP"} | {word: tag for word, tag in words.items() if word not in NAMED_ALSO | _VERBS_ALSO}

    @cue.default
    def _lists(self) -> Callable[[str], frozenset[str]]:
        return _Lists(self.cues).__getitem__

    @listed.default
    def _unions(self) -> Callable[[tuple[str, ...]], frozenset[str]]:
        return _Unions(self.cues).__getitem__

    def takes_infinitive(self, word: str) -> bool:
        """Whether a verb or noun is completed by an infinitive: "agreed to", "refusal to"."""
        return any(word in self.cue(name) for name in _BEFORE_INFINITIVES)

    def auxiliary(self, tag: str) -> str:
        """The lemma of an auxiliary's class, "" for other classes."""
        return _LEMMAS.get(tag, "")


@functools.lru_cache(maxsize=8)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, made once."""
    cues = lexicon.cues
    closed = {word: tag for name, tag in _CLASSES.items() for word in sorted(cues.get(name, ()))}
    closed |= {"that": "THAT", "to": "TO", "there": "EX"}
    return Vocabulary(forms=_verb_forms(lexicon), closed=closed, cues=cues)


def _verb_forms(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    cues = lexicon.cues
    doubling = cues.get("doubling_verbs", frozenset())
    irregular = {row.split()[0]: row.split() for row in sorted(cues.get("irregular_verbs", ()))}
    heads = {verb.split()[0] for row in lexicon.event_types for verb in _verbs_of(row)}
    plain = heads | cues.get("verbs", frozenset()) | cues.get("noun_verbs", frozenset()) | doubling
    forms: dict[str, tuple[str, str]] = {}
    for lemma in sorted(plain | irregular.keys()):
        for form, kind in inflections(lemma, irregular.get(lemma), doubled=lemma in doubling):
            known = forms.get(form)
            if known is None:
                forms[form] = (lemma, kind)
            elif known[0] == lemma or len(lemma) < len(known[0]):
                forms[form] = (lemma, known[1] + kind)
    return forms


def _verbs_of(row: EventType) -> Iterable[str]:
    yield from row.verbs
    yield from (verb for verb, _ in row.light)
    for frame in row.frames:
        yield from frame.verbs


def inflections(
    lemma: str, irregular: list[str] | None = None, *, doubled: bool = False
) -> Iterator[tuple[str, str]]:
    """The forms of a verb with their kinds.

    >>> sorted(inflections("ratify"))
    [('ratified', 'DN'), ('ratifies', 'Z'), ('ratify', 'B'), ('ratifying', 'G')]
    """
    stem = lemma + lemma[-1] if doubled else lemma
    yield lemma, "B"
    yield _third_person(lemma), "Z"
    yield _gerund(lemma, stem), "G"
    if doubled and lemma.endswith("l"):  # American spelling: "canceled", "initialed"
        yield lemma + "ing", "G"
        yield lemma + "ed", "DN"
    if irregular:
        yield irregular[1], "D"
        yield irregular[2], "N"
    elif lemma.endswith("e"):
        yield lemma + "d", "DN"
    elif _ends_in_y(lemma):
        yield lemma[:-1] + "ied", "DN"
    else:
        yield stem + "ed", "DN"


def _gerund(lemma: str, stem: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    silent = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
    return lemma[:-1] + "ing" if silent else stem + "ing"


def _third_person(lemma: str) -> str:
    if _ends_in_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in _VOWELS


_IRREGULAR_NOUNS: Final[Mapping[str, str]] = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "servicemen": "serviceman",
    "spokesmen": "spokesman",
    "policemen": "policeman",
    "cease-fire": "ceasefire",
    "cease-fires": "ceasefire",
} | {word: word for word in ("remains", "series", "headquarters", "crisis", "chaos", "news", "status", "israelis")}


@functools.lru_cache(maxsize=65536)
def noun_lemma(word: str) -> str:
    """The singular of a noun in lower case: ``noun_lemma("hostilities")`` is "hostility"."""
    known = _IRREGULAR_NOUNS.get(word)
    if known is not None:
        return known
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    return word[:-1] if plural else word
