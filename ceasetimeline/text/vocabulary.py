"""The words that the grammar knows: verb forms with their lemmas, closed classes, and the lexicon's word lists."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from ceasetimeline.lexicon import Lexicon

_VOWELS: Final = "aeiou"
_IRREGULAR_NOUNS: Final = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "bodies": "body", "remains": "remains",
    "troops": "troop", "us": "us", "bus": "bus", "crisis": "crisis", "series": "series", "headquarters": "headquarters",
    "terms": "term", "arms": "arm", "israelis": "israelis", "lives": "life", "servicemen": "serviceman",
    "spokesmen": "spokesman", "policemen": "policeman", "cease-fire": "ceasefire", "cease-fires": "ceasefire",
    "peace-keepers": "peacekeeper", "chaos": "chaos", "news": "news", "status": "status", "consensus": "consensus",
}  # fmt: skip

CLOSED: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ["the", "a", "an", "this", "these", "those", "some", "any", "each", "every", "no", "another", "both", "all", "either", "neither", "what"], "DET"
    ),
    **dict.fromkeys(["its", "their", "his", "our", "my", "your"], "PRPS"),
    **dict.fromkeys(
        ["he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "himself", "herself", "itself", "themselves", "ourselves", "everyone", "nobody", "everybody", "somebody", "someone", "anyone", "none"],
        "PRON",
    ),
    **dict.fromkeys(["will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "’ll", "ca", "wo", "ought"], "MODAL"),
    **dict.fromkeys(
        ["of", "in", "on", "at", "by", "for", "from", "with", "without", "into", "onto", "over", "under", "between", "among", "amid", "during", "against", "about", "towards", "toward", "through", "throughout", "within", "across", "behind", "beyond", "near", "inside", "outside", "via", "per", "despite", "following", "including", "regarding", "concerning", "besides", "except", "after", "before", "since", "until", "till", "upon", "around", "along", "off", "above", "below", "like", "unlike", "versus", "alongside", "pending"],
        "PREP",
    ),
    **dict.fromkeys(
        ["if", "whether", "unless", "because", "although", "though", "while", "whereas", "when", "once", "lest", "as", "than", "where", "how", "why"], "SUB"
    ),
    "that": "THAT",
    **dict.fromkeys(["who", "which", "whom", "whose"], "WH"),
    **dict.fromkeys(["and", "or", "but", "nor", "&"], "CONJ"),
    "to": "TO",
    **dict.fromkeys(["not", "n't", "n’t", "never"], "NEG"),
    "there": "EX",
    "up": "PART", "down": "PART", "out": "PART",
    "'s": "POSS", "’s": "POSS", "'": "POSS", "’": "POSS",
}  # fmt: skip
NUMBER_WORDS: Final = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "dozens",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "scores",
        "half",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)
BE: Final = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"])
HAVE: Final = frozenset(["have", "has", "had", "having", "'ve", "’ve", "'d", "’d"])
DO: Final = frozenset(["do", "does", "did"])


@attrs.frozen(eq=False)
class Vocabulary:
    """Verb forms (form -> lemma and kinds: base B, -s Z, past D, participle N, -ing G) and word lists."""

    forms: Mapping[str, tuple[str, str]]
    noun_verbs: frozenset[str]
    not_verbs: frozenset[str]
    adjectives: frozenset[str]
    adverbs: frozenset[str]
    cues: Mapping[str, frozenset[str]]

    def cue(self, name: str) -> frozenset[str]:
        """The words of a list of cues.toml; an empty set where there is no such list."""
        return self.cues.get(name, frozenset())


@functools.lru_cache(maxsize=8)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, made once."""
    cues = lexicon.cues
    doubling = cues.get("doubling_verbs", frozenset())
    forms: dict[str, tuple[str, str]] = {}
    irregular = {row.split()[0]: row.split() for row in sorted(cues.get("irregular_verbs", ()))}
    heads = {verb.split()[0] for row in lexicon.event_types for verb in _verbs_of(row)}
    plain = heads | cues.get("verbs", frozenset()) | cues.get("noun_verbs", frozenset()) | doubling
    for lemma in sorted(plain | irregular.keys()):
        for form, kind in inflections(lemma, irregular.get(lemma), lemma in doubling):
            known = forms.get(form)
            if known is None:
                forms[form] = (lemma, kind)
            elif known[0] == lemma or len(lemma) < len(known[0]):
                forms[form] = (lemma, known[1] + kind)
    return Vocabulary(
        forms=forms,
        noun_verbs=cues.get("noun_verbs", frozenset()),
        not_verbs=cues.get("not_verbs", frozenset()),
        adjectives=cues.get("adjectives", frozenset()),
        adverbs=cues.get("adverbs", frozenset()),
        cues=cues,
    )


def _verbs_of(row: object) -> Iterable[str]:
    yield from getattr(row, "verbs", ())
    yield from (verb for verb, _ in getattr(row, "light", ()))
    for frame in getattr(row, "frames", ()):
        yield from frame.verbs


def inflections(lemma: str, irregular: list[str] | None = None, doubled: bool = False) -> Iterator[tuple[str, str]]:
    """The forms of a verb with their kinds.

    >>> sorted(inflections("ratify"))
    [('ratified', 'DN'), ('ratifies', 'Z'), ('ratify', 'B'), ('ratifying', 'G')]
    """
    yield lemma, "B"
    yield _third_person(lemma), "Z"
    stem = lemma + lemma[-1] if doubled else lemma
    silent = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye"))
    if silent and not doubled:
        yield (lemma[:-2] + "ying" if lemma.endswith("ie") else lemma[:-1] + "ing"), "G"
    else:
        yield stem + "ing", "G"
    if irregular:
        yield irregular[1], "D"
        yield irregular[2], "N"
    elif lemma.endswith("e"):
        yield lemma + "d", "DN"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield lemma[:-1] + "ied", "DN"
    else:
        yield stem + "ed", "DN"


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


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
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
