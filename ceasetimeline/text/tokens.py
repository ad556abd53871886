"""Words of a sentence with their offsets and word classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from ceasetimeline.model import Span
from ceasetimeline.text.vocabulary import BE, CLOSED, DO, HAVE, NUMBER_WORDS, Vocabulary

_WORD: Final = re.compile(
    r"""(?:[^\W\d_]\.){2,6}(?:[-‑–][^\W\d_]+)?                                                       # U.S.
      | (?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Jr|Sr|St|Gov|Maj|Capt|Adm|Prof|Brig)\.(?=\s)
      | [A-Z]\.(?=\s[A-Z])                                                        # Joseph R. Biden
      | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[ap]m|km|m|%)?(?:[-‑–][^\W\d_]+){0,3}     # 60-day, 1,200, 21st
      | n['’]t\b | ['’](?:s|re|ve|ll|d|m)\b
      | [^\W\d_]+?(?=n['’]t\b)
      | [^\W\d_]+(?:[-‑–](?:[^\W\d_]\.){2,4}|[-‑–'’](?!s\b|re\b|ve\b|ll\b|d\b|m\b)[^\W_]+){0,5}
      | \.{2,4}
      | \S""",
    re.VERBOSE,
)
_QUOTES: Final = frozenset('"“”„«»‘')
_DASHES: Final = frozenset("-–—")
_ADJECTIVE: Final = (
    "al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ary", "ish", "-backed", "-led", "-based", "-term", "-level",
    "-wide", "-day", "-week", "-month", "-year", "-hour", "-phase", "-stage", "-brokered", "-mediated", "-run", "-held", "-controlled", "-long",
    "-old", "-style", "-made", "-wing", "-sponsored", "-scale", "-ranging", "-party",
)  # fmt: skip
_NOMINAL_GERUNDS: Final = frozenset(
    "meet warn understand hear brief fight shell bomb offer rule kill sign begin build cross gather open".split()
)
_CONTENT: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "TIME"})


@attrs.frozen(eq=False)
class Tokens:
    """The words of one sentence: parallel lists, offsets counted in the article's text."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    stops: list[int]
    tags: list[str]
    lemmas: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, stop: int) -> Span:
        """The characters of the words from ``first`` up to, not including, ``stop``."""
        return Span(self.starts[first], self.stops[stop - 1])


def tokenize(text: str, sentence: Span, vocabulary: Vocabulary, times: Sequence[Span] = ()) -> Tokens:
    """The words of ``sentence`` with word classes; words of a time expression get the class TIME."""
    words, starts, stops = [], [], []
    for match in _WORD.finditer(text, sentence.start, sentence.stop):
        words.append(match.group())
        starts.append(match.start())
        stops.append(match.end())
    lowers = [_plain(word) for word in words]
    tokens = Tokens(words, lowers, starts, stops, [""] * len(words), list(lowers))
    _mark_times(tokens, times)
    _tag(tokens, vocabulary)
    return tokens


def _plain(word: str) -> str:
    lower = word.lower()
    return lower.replace("cease-fire", "ceasefire") if "-" in lower else lower


def _mark_times(tokens: Tokens, times: Iterable[Span]) -> None:
    at = 0
    for span in times:
        while at < len(tokens) and tokens.stops[at] <= span.start:
            at += 1
        for i in range(at, len(tokens)):
            if tokens.starts[i] >= span.stop:
                break
            if tokens.lowers[i] not in {"'s", "’s", "'", "’"}:
                tokens.tags[i] = "TIME"


def _tag(tokens: Tokens, vocabulary: Vocabulary) -> None:
    for i in range(len(tokens)):
        if not tokens.tags[i]:
            tokens.tags[i] = _first_guess(tokens, i, vocabulary)
    for i in range(len(tokens)):
        if tokens.tags[i].startswith("V?"):
            tokens.tags[i] = _verb_or_noun(tokens, i, vocabulary)


def _first_guess(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    lower, word = tokens.lowers[i], tokens.words[i]
    if lower in {"'", "’"} and not (i and tokens.stops[i - 1] == tokens.starts[i]):
        return "QUOTE"
    closed = CLOSED.get(lower)
    if closed is not None and not _is_name(tokens, i, lower):
        return _is_or_possessive(tokens, i) if closed == "POSS" else closed
    for auxiliaries, tag, lemma in ((BE, "BE", "be"), (HAVE, "HAVE", "have"), (DO, "DO", "do")):
        if lower in auxiliaries:
            tokens.lemmas[i] = lemma
            return tag
    if not word[0].isalnum():
        return _punctuation(word)
    if word[0].isdigit() or lower in NUMBER_WORDS:
        return "ADJ" if "-" in word or word.endswith(("st", "nd", "rd", "th")) else "NUM"
    if lower in {"jr.", "sr."}:
        if tokens.tags[i - 1] == "COMMA":
            tokens.tags[i - 1] = "ADV"
        return "ADV"
    if word[0].isupper() and i and tokens.tags[i - 1] not in {"QUOTE", "COLON", "STOP", "DASH"}:
        return "PROPN"
    return _open_class(tokens, i, lower, vocabulary)


def _is_name(tokens: Tokens, i: int, lower: str) -> bool:
    """A closed-class word written as a name: "US", "May 4", "IT"."""
    word = tokens.words[i]
    if lower in {"us", "it", "who"}:
        return (
            word.isupper()
            and len(word) > 1
            and not (i and tokens.words[i - 1].isupper() and len(tokens.words[i - 1]) > 3)
        )
    return lower == "may" and i > 0 and word[0].isupper()


def _is_or_possessive(tokens: Tokens, i: int) -> str:
    if i and tokens.lowers[i - 1] in {"it", "he", "she", "that", "there", "what", "who", "here"}:
        tokens.lemmas[i] = "be"
        return "BE"
    attached = i and tokens.stops[i - 1] == tokens.starts[i]
    if tokens.lowers[i] in {"'", "’"} and not (attached and tokens.lowers[i - 1].endswith("s")):
        return "QUOTE"
    return "POSS"


def _punctuation(word: str) -> str:
    if word in _QUOTES:
        return "QUOTE"
    if word in _DASHES:
        return "DASH"
    return {",": "COMMA", ";": "STOP", ":": "COLON", "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE"}.get(
        word, "STOP"
    )


def _open_class(tokens: Tokens, i: int, lower: str, vocabulary: Vocabulary) -> str:
    known = vocabulary.forms.get(lower)
    if lower in vocabulary.adjectives and not (known and i and tokens.tags[i - 1] in {"TO", "MODAL", "DO", "HAVE"}):
        return "ADJ"
    if known is not None and lower not in vocabulary.not_verbs:
        tokens.lemmas[i] = known[0]
        return "V?" + known[1]
    if lower in vocabulary.adverbs or (
        lower.endswith("ly") and len(lower) > 4 and lower not in {"family", "ally", "assembly", "italy", "july"}
    ):
        return "ADV"
    if lower.endswith("ed") and lower not in vocabulary.not_verbs and len(lower) > 4 and "-" not in lower:
        return "V?DN"
    if lower.endswith("ing") and lower not in vocabulary.not_verbs and len(lower) > 5:
        return "V?G"
    if lower.endswith(_ADJECTIVE) and not lower.endswith(
        (
            "proposal",
            "withdrawal",
            "refusal",
            "approval",
            "rival",
            "official",
            "arrival",
            "denial",
            "rebuttal",
            "initiative",
            "appeal",
            "public",
            "critic",
            "deal",
            "renewal",
            "general",
            "capital",
            "representative",
            "executive",
            "festival",
            "hospital",
            "trial",
            "principal",
            "critical-",
            "radical",
            "criminal",
            "table",
            "secretary",
            "military",
            "boundary",
            "january",
            "february",
            "music",
            "traffic",
            "topic",
            "republic",
            "demonstrative-",
            "narrative",
            "perspective",
            "objective",
            "offensive",
            "directive",
            "relative",
            "intermediary",
            "missionary",
            "mercenary",
            "adversary",
            "cable",
            "academic",
            "pandemic",
            "epidemic",
            "diplomatic-",
        )
    ):
        return "ADJ"
    if tokens.words[i][0].isupper() and not (i == 0 and len(tokens) > 1 and tokens.words[1][0].islower()):
        return "PROPN"
    return "NOUN"


def _verb_or_noun(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    kinds = tokens.tags[i][2:]
    previous = _previous(tokens, i)
    following = _following(tokens, i)
    if "G" in kinds:
        return _gerund(tokens, i, previous, following)
    if "B" not in kinds and "Z" not in kinds:
        return _participle(kinds, previous, following)
    if "B" in kinds and "N" in kinds and previous not in {"TO", "MODAL", "DO", "DET", "PRPS", "ADJ"}:
        return _unchanging(tokens, i, previous)
    if previous in {"TO", "MODAL", "DO"}:
        return "VB"
    verb = "VBZ" if "Z" in kinds else "VBD" if "D" in kinds and "B" not in kinds else "VBP"
    if previous in {"DET", "PRPS"} or (previous == "ADJ" and tokens.tags[i - 1] == "ADJ"):
        return "NOUN"
    if verb == "VBP" and _is_coordinated_base(tokens, i, previous):
        return "VB"
    if previous.startswith("VB") or previous == "VED":
        if verb == "VBP" and not _is_bare(tokens, i, previous):
            return "ADJ" if following in {"NOUN", "ADJ", "V?"} else "NOUN"
    if tokens.lemmas[i] not in vocabulary.noun_verbs:
        return "VB" if verb == "VBP" and _is_bare(tokens, i, previous) else verb
    return _noun_or(verb, tokens, i, previous, following)


def _unchanging(tokens: Tokens, i: int, previous: str) -> str:
    """ "put", "set", "cut": one form for all tenses."""
    if previous in {"BE", "HAVE"} or "by" in tokens.lowers[i + 1 : i + 3]:
        return "VBN"
    return "VBD" if previous in {"NOUN", "PROPN", "PRON", "WH", "CONJ", "TIME"} else "VB"


def _is_coordinated_base(tokens: Tokens, i: int, previous: str) -> bool:
    """Whether a base form after "and" goes on from an infinitive or a modal: "to stop firing and return"."""
    if previous != "CONJ":
        return False
    for k in range(i - 1, -1, -1):
        if tokens.tags[k] == "VB":
            return True
        if tokens.tags[k] in {"VBZ", "VBD", "VBP", "VBN", "STOP", "SUB", "THAT"}:
            return False
    return False


def _is_bare(tokens: Tokens, i: int, previous: str) -> bool:
    """Whether a base form has no subject before it, or follows "help", "let", "see" and their object."""
    if previous in {"", "COMMA", "QUOTE", "STOP", "COLON"}:
        return True
    for k in range(i - 1, max(-1, i - 6), -1):
        if tokens.tags[k].startswith("VB"):
            return tokens.lemmas[k] in {"help", "let", "make", "see", "have", "watch"}
    return False


def _noun_or(verb: str, tokens: Tokens, i: int, previous: str, following: str) -> str:
    """A form that may be a noun as well, decided by its neighbours."""
    opens = following in {"DET", "PRPS", "PRON", "TO", "THAT", "NUM", "SUB"}
    if previous in {"PRON", "WH"}:
        return "VB" if _is_bare(tokens, i, previous) and verb == "VBP" else verb
    if previous in {"NOUN", "PROPN"}:
        if not _agrees(tokens, i, verb):
            return "NOUN"
        if opens or following == "PROPN":
            return "VB" if verb == "VBP" and _is_bare(tokens, i, previous) else verb
        if following == "V?" and "B" in tokens.tags[i + 1] and verb == "VBZ":
            return "NOUN"
        if following == "PART":
            return verb
        if (
            following in {"ADJ", "NOUN", "V?", "VBG"}
            and (verb == "VBZ" or _is_headline_list(tokens, i))
            and not _verb_later(tokens, i)
        ):
            return verb
        if following in {"PREP", "ADV", "TIME"} and not _verb_later(tokens, i) and not _verb_earlier(tokens, i):
            return verb
        return "NOUN"
    if previous == "CONJ" and opens and verb == "VBZ":
        return verb
    if previous in {"", "COMMA", "CONJ"} and following in {"DET", "PRPS", "PRON"} and verb == "VBP":
        return "VB"
    return "NOUN"


def _agrees(tokens: Tokens, i: int, verb: str) -> bool:
    """Whether the noun before can be the subject: "sides agree", "the army agrees", no "pause agree"."""
    before = tokens.lowers[i - 1]
    plural = before.endswith("s") and not before.endswith(("ss", "us", "is"))
    joined = "CONJ" in tokens.tags[max(0, i - 4) : i] or "COMMA" in tokens.tags[max(0, i - 3) : i]
    collective = before in {"people", "police", "troops", "military", "children", "women", "men"}
    if verb == "VBP":
        return plural or (joined and tokens.tags[i - 1] == "PROPN") or collective
    if verb == "VBZ":
        return not plural or tokens.tags[i - 1] == "PROPN"
    return True


def _is_headline_list(tokens: Tokens, i: int) -> bool:
    return "COMMA" in tokens.tags[max(0, i - 3) : i] or "CONJ" in tokens.tags[max(0, i - 3) : i]


def _verb_earlier(tokens: Tokens, i: int) -> bool:
    return any(tag in {"BE", "HAVE", "MODAL", "DO", "VED"} or tag.startswith("VB") for tag in tokens.tags[:i])


def _verb_later(tokens: Tokens, i: int) -> bool:
    return any(
        tokens.tags[k] in {"BE", "HAVE", "MODAL", "DO"} or tokens.tags[k].startswith("V?D")
        for k in range(i + 1, min(len(tokens), i + 8))
    )


def _gerund(tokens: Tokens, i: int, previous: str, following: str) -> str:
    if previous == "BE" and not (following in {"NOUN", "ADJ"} and tokens.lemmas[i] == "warn"):
        return "VBG"
    if previous in {"DET", "PRPS", "POSS", "ADJ", "NUM"} or (
        tokens.lemmas[i] in _NOMINAL_GERUNDS
        and (previous in {"NOUN", "PROPN"} and following not in {"DET", "PRPS", "PRON"})
    ):
        return "ADJ" if following in {"NOUN", "ADJ"} and previous != "POSS" else "NOUN"
    return "VBG"


def _participle(kinds: str, previous: str, following: str) -> str:
    if previous in {"DET", "PRPS", "POSS", "ADJ", "NUM", "PREP", "ADV-"} and following in {
        "NOUN",
        "ADJ",
        "PROPN",
        "NUM",
        "V?",
    }:
        return "ADJ"
    if previous in {"BE", "HAVE"}:
        return "VBN"
    if "D" not in kinds:
        return "VBN"
    return "VBD" if "N" not in kinds else "VED"


def _previous(tokens: Tokens, i: int) -> str:
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens.tags[k] not in {"ADV", "NEG"}:
            return tokens.tags[k]
    return ""


def _following(tokens: Tokens, i: int) -> str:
    for k in range(i + 1, min(len(tokens), i + 4)):
        tag = tokens.tags[k]
        if tag != "ADV":
            return "V?" if tag.startswith("V?") else tag
    return ""
