"""Word classes: a first guess by lists, forms and endings, then by the neighbours.

The classes are few, those that the chunks need: DET PRPS PRON ADJ NUM NOUN PROPN, BE HAVE DO MODAL TO NEG, VB (base)
VBP VBZ VBD VBN VBG, PREP SUB WH THAT CONJ, ADV PART EX POSS TIME, and marks. VED is a form in -ed that may be past or
participle; `ceasetimeline.text.participles` decides it.
"""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.ambiguity import settle_word
from ceasetimeline.text.marks import pass_over_marks
from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import NAMED_ALSO, Vocabulary

MARKS: Final = {",": "COMMA", ":": "COLON", "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE"} | {
    **dict.fromkeys('"“”„«»‘', "QUOTE"),
    **dict.fromkeys("-–—", "DASH"),
}
_SUBJECTS_OF_BE: Final = frozenset({"it", "he", "she", "that", "there", "what", "who", "here"})
_ADJECTIVE: Final = ("al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ary", "ish")
_BEFORE_VERBS: Final = frozenset({"TO", "MODAL", "DO", "HAVE"})
_BEHIND_NAMES: Final = frozenset({"POSS", "HAVE", "BE", "MODAL", "DO"})
_ORDER: Final = frozenset({"first", "last"})
_BEFORE_ADJECTIVES: Final = frozenset({"DET", "PRPS", "POSS", "NUM", "ADJ", "PREP", "TIME"})
_OPENS_OBJECT: Final = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_INSIDE: Final = frozenset({"far", "first", "last", "long", "late"})
_COUNTING: Final = frozenset({"up to", "at least", "at most", "more than", "less than", "fewer than", "as many as"})
_MANY: Final = frozenset({"several", "many", "numerous", "countless", "multiple"})
_NEARLY: Final = frozenset({"about", "around", "over"})
_STRETCHES: Final = frozenset({"hours", "days", "weeks", "months", "years", "decades", "generations"})
_LASTING: Final = frozenset({"last", "take", "free", "release", "hold", "include", "send", "deploy", "kill", "see"})
_UNFINISHED: Final = frozenset({"QUOTE", "COLON", "STOP", "DASH"})  # a capital behind these says nothing


def tag(tokens: Tokens, vocabulary: Vocabulary) -> None:
    """Give every word its class, and verbs their lemma."""
    tags, plain = tokens.tags, vocabulary.plain
    for i, lower in enumerate(tokens.lowers):
        if not tags[i]:
            tags[i] = plain.get(lower) or MARKS.get(lower) or _first_guess(tokens, i, vocabulary)
    _name_openers(tokens, vocabulary)
    pass_over_marks(tokens)
    _join_counts(tokens)
    _measure_stretches(tokens)
    for i, mark in enumerate(tags):
        if mark.startswith("V?"):
            if _is_adverb(tokens, i - 1):
                tags[i - 1] = "ADV"
            tags[i] = settle_word(tokens, i, vocabulary)
        elif mark == "NOUN" and _is_unknown_verb(tokens, i):
            tags[i] = "VB"


def _name_openers(tokens: Tokens, vocabulary: Vocabulary) -> None:
    """Take a name that ends like an adjective for a name where no noun follows: "Nepal's army", "Senegal said"."""
    for i, mark in enumerate(tokens.tags):
        if mark == "ADJ" and tokens.words[i][0].isupper() and tokens.lowers[i] not in vocabulary.cue("adjectives"):
            following = tokens.tag(i + 1)
            if following in _BEHIND_NAMES or (following.startswith("V?") and "-" not in tokens.words[i]):
                tokens.tags[i] = "PROPN"


def _is_adverb(tokens: Tokens, i: int) -> bool:
    """Whether "first" before a verb form says when: "was first agreed", "that the army first withdraw"."""
    return i >= 0 and tokens.lowers[i] in _ORDER and tokens.tag(i - 1) not in _BEFORE_ADJECTIVES


def _is_unknown_verb(tokens: Tokens, i: int) -> bool:
    """Whether a word that no list knows stands where only a verb can: "will parley", "to parley their way"."""
    before = tokens.tag(i - 1)
    return before == "MODAL" or (before == "TO" and tokens.tag(i + 1) in {"DET", "PRPS", "PRON", "THAT"})


def _join_counts(tokens: Tokens) -> None:
    """ "up to 5,000", "as many as 20": words that belong to the number behind them."""
    for i, mark in enumerate(tokens.tags):
        if tokens.lowers[i] in {"a", "an"} and i > 1 and " ".join(tokens.lowers[i - 2 : i]) in _COUNTING:
            tokens.tags[i - 2 : i] = ["DET", "DET"]  # "more than a year of war"
        if tokens.lowers[i] in _MANY and tokens.lowers[i + 1 : i + 2] == ["times"]:
            tokens.tags[i : i + 2] = ["ADV", "ADV"]  # "broke the truce several times"
        if mark != "NUM" or i < 2:
            continue
        if tokens.lowers[i + 1 : i + 2] == ["times"]:
            tokens.tags[i : i + 2] = ["ADV", "ADV"]  # "broke the truce 12 times"
            continue
        for words in (tokens.lowers[i - 2 : i], tokens.lowers[max(0, i - 3) : i]):
            if " ".join(words) in _COUNTING:
                tokens.tags[i - len(words) : i] = ["NUM"] * len(words)
        if tokens.lowers[i - 1] in _NEARLY and tokens.tags[i - 1] == "PREP" and _is_counting(tokens, i - 2):
            tokens.tags[i - 1] = "NUM"


def _measure_stretches(tokens: Tokens) -> None:
    """Take "for years" between an auxiliary and its verb for an adverb: "had for years refused"."""
    for i, mark in enumerate(tokens.tags[:-2]):
        if mark == "HAVE" and tokens.lowers[i + 1] == "for" and tokens.lowers[i + 2] in _STRETCHES:
            tokens.tags[i + 1 : i + 3] = ["ADV", "ADV"]


def _is_counting(tokens: Tokens, i: int) -> bool:
    """Whether "about" behind a word belongs to its number: "of about 50 men", "lasted about two hours"."""
    kind = tokens.tag(i)
    return kind in {"PREP", "BE"} or (kind.startswith("V?") and tokens.lemmas[i] in _LASTING)


def _first_guess(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    lower = tokens.lowers[i]
    closed = vocabulary.closed.get(lower)
    if closed == "POSS" and not _is_name(tokens, i):
        return _genitive(tokens, i)
    if lower == "near" and tokens.tag(i - 1) == "DET":
        return "ADJ"  # "in the near future"
    if lower == "like" and tokens.tag(i - 1) == "MODAL":
        tokens.lemmas[i] = lower
        return "VB"  # "would like to see"
    if closed is not None and not _is_name(tokens, i):
        tokens.lemmas[i] = vocabulary.auxiliary(closed) or lower
        return closed
    return _guess_by_shape(tokens, i, vocabulary)


def _guess_by_shape(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    lower, word = tokens.lowers[i], tokens.words[i]
    first = word[0]
    if not first.isalnum():
        return "STOP"
    if first.isdigit() or lower in vocabulary.cue("number_words"):
        return "ADJ" if "-" in word or word.endswith(("st", "nd", "rd", "th")) else "NUM"
    return (_guess_capital if first.isupper() else _open_class)(tokens, i, vocabulary)


def _guess_capital(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    lower = tokens.lowers[i]
    if lower[-1].isdigit():
        return "PROPN"
    if lower in {"jr.", "sr."}:
        return _name_suffix(tokens, i)
    if i and tokens.tags[i - 1] not in _UNFINISHED:
        return "ADJ" if lower.rpartition("-")[2] in vocabulary.cue("adjective_tails") and "-" in lower else "PROPN"
    return _open_class(tokens, i, vocabulary)


def _is_name(tokens: Tokens, i: int) -> bool:
    """Whether a closed-class word is written as a name: "US", "May 4"."""
    word, lower = tokens.words[i], tokens.lowers[i]
    if lower not in NAMED_ALSO:
        return False
    if lower == "may":
        return i > 0 and word[0].isupper()
    if not word.isupper():
        return False
    shouted = i > 0 and tokens.words[i - 1].isupper() and len(tokens.words[i - 1]) > 3
    return not shouted


def _genitive(tokens: Tokens, i: int) -> str:
    """An apostrophe: of a genitive, of "it's", or a quotation mark."""
    attached = tokens.is_attached(i)
    if attached and tokens.lowers[i - 1] in _SUBJECTS_OF_BE:
        tokens.lemmas[i] = "be"
        return "BE"
    bare = tokens.lowers[i] in {"'", "’"}
    if not attached or (bare and not tokens.lowers[i - 1].endswith("s")):
        return "QUOTE"
    return "POSS"


def _name_suffix(tokens: Tokens, i: int) -> str:
    """ "Jr." belongs to the name before it, with its comma."""
    if tokens.tag(i - 1) == "COMMA":
        tokens.tags[i - 1] = "ADV"
    return "ADV"


def _open_class(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    lower, cue = tokens.lowers[i], vocabulary.cue
    known = vocabulary.forms.get(lower) or (vocabulary.forms.get("re" + lower[3:]) if lower[:3] == "re-" else None)
    if lower in {"earlier", "later"} and tokens.tag(i - 1) in {"NOUN", "PROPN", "PRON", "BE", "HAVE"}:
        return "ADV"
    if lower == "later" and tokens.tag(i - 1) in {"CONJ", "WH"} and _is_form(tokens, i + 1, vocabulary):
        return "ADV"
    if lower == "back" and tokens.lowers[i + 1 : i + 2] == ["to"]:
        return "ADV"
    after_auxiliary = known is not None and (
        tokens.tag(i - 1) in _auxiliaries_of(lower)
        or _acts(tokens, i, vocabulary)
        or (lower.endswith("ed") and _takes_object(tokens, i))
    )
    if lower in cue("adjectives") and not after_auxiliary:
        return "ADV" if lower in _INSIDE and _is_inside_verb(tokens, i, vocabulary) else "ADJ"
    if known is not None and (after_auxiliary or lower not in cue("not_verbs")):
        tokens.lemmas[i] = known[0]
        return "V?" + known[1]
    return _by_ending(tokens, i, vocabulary)


def _is_form(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a word may be a form of a verb."""
    return any(word in vocabulary.forms for word in tokens.lowers[i : i + 1])


def _takes_object(tokens: Tokens, i: int) -> bool:
    """Whether an article or possessive follows: "renewed its call", no "renewed talks"."""
    return i > 0 and tokens.lowers[i + 1 : i + 2] != [] and tokens.lowers[i + 1] in _OPENS_OBJECT


def _is_inside_verb(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a word stands between an auxiliary and its participle: "has long demanded", "was first agreed"."""
    before = i - 1
    while before >= 0 and tokens.tags[before] == "ADV":
        before -= 1
    behind = vocabulary.forms.get(tokens.lowers[i + 1]) if i + 1 < len(tokens) else None
    verbal = behind is not None and not {"D", "N"}.isdisjoint(behind[1])
    return verbal and tokens.tag(before) in {"HAVE", "BE"}


def _acts(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a form that is else an adjective is a verb: "they open on Monday", "Mali renewed its demand"."""
    before = tokens.tag(i - 1)
    if before in {"PRON", "WH"}:
        return True
    following = tokens.lowers[i + 1] if i + 1 < len(tokens) else ""
    opens = vocabulary.closed.get(following) in {"DET", "PRPS", "PRON"}
    return before in {"NOUN", "PROPN"} and tokens.lowers[i].endswith("ed") and opens


def _auxiliaries_of(lower: str) -> frozenset[str]:
    """What stands before a form that is else an adjective for it to be a verb: "was renewed", "have renewed"."""
    return _BEFORE_VERBS | {"BE"} if lower.endswith("ed") else _BEFORE_VERBS


def _by_ending(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    lower, cue = tokens.lowers[i], vocabulary.cue
    if lower in cue("adverbs") or (
        lower.endswith("ly") and len(lower) > 4 and lower not in cue("nouns_like_adverbs")
    ):
        return "ADV"
    if lower not in cue("not_verbs") and len(lower) > 5 and "-" not in lower and lower.endswith(("ed", "ing")):
        return "V?DN" if lower.endswith("ed") else "V?G"
    compound = "-" in lower and lower.rsplit("-", 1)[1] in cue("adjective_tails")
    if compound or (lower.endswith(_ADJECTIVE) and lower not in cue("nouns_like_adjectives")):
        return "ADJ"
    opens = i == 0 and len(tokens) > 1 and tokens.words[1][0].islower()
    return "PROPN" if tokens.words[i][0].isupper() and not opens else "NOUN"
