"""Forms that may be verb or noun, past or participle, decided by their neighbours: "talks", "release", "put"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.asides import noun_before_aside
from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import Vocabulary

_REACH: Final = 6  # words; "help" and its bare infinitive stand close together
_AUXILIARIES: Final = frozenset({"BE", "HAVE", "MODAL", "DO"})
_NOMINAL: Final = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "V?"})
_BEFORE_NOUNS: Final = frozenset({"DET", "PRPS", "POSS", "ADJ", "NUM"})
_IN_PHRASES: Final = frozenset({"DET", "PRPS", "POSS", "ADJ", "NUM", "NOUN", "PROPN"})
_BEFORE_TO: Final = frozenset(
    {"according", "prior", "response", "addition", "owing", "thanks", "contrary", "respect"}
)
_OPENS_OBJECT: Final = frozenset({"DET", "PRPS", "PRON", "TO", "THAT", "NUM", "SUB", "PROPN"})
_OPENS_ASIDE: Final = frozenset({"WH", "VED", "VBN", "VBG"})
_ATTACHES_BARE: Final = frozenset({"help", "let", "make", "see", "have", "watch"})
_DEALS: Final = frozenset({"deals", "accords", "pacts"})  # "short-term ceasefire deals that", no "office deals with"
_TALKED_TO: Final = (["to"], ["with"], ["about"], ["of"], ["again"])
_TALKED: Final = frozenset({"peace", "truce", "ceasefire", "hostage", "prisoner", "border", "security", "unity"})
_BODIES: Final = frozenset({"military", "opposition", "presidency", "leadership"})
_PLURALS: Final = frozenset({"people", "police", "troops", "military", "children", "women", "men"})


def settle_word(tokens: Tokens, i: int, vocabulary: Vocabulary) -> str:
    """The class of an ambiguous form, whose kinds of verb form stand behind "V?" in its first guess."""
    kinds = tokens.tags[i][2:]
    before, after = _before(tokens, i), _after(tokens, i)
    if "G" in kinds:
        return _gerund(tokens, i, before, after, vocabulary)
    if "B" not in kinds and "Z" not in kinds:
        return _participle(tokens, i, kinds, before, after)
    if before in {"TO", "MODAL", "DO"}:
        noun = i > 1 and tokens.lowers[i - 2] in _BEFORE_TO  # "according to state media"
        noun = noun or (tokens.lowers[i] == "rebel" and after in {"NOUN", "PROPN"})  # "rushed to rebel headquarters"
        return "VB" if not noun and ("B" in kinds or before != "TO") else "NOUN"  # "host to talks"
    counted = before == "NUM" and "Z" in kinds and tokens.lowers[i - 1] != "one"  # "four annexes"
    determined = before in {"DET", "PRPS", "PREP", "POSS"} or (before == "ADJ" and tokens.tag(i - 1) == "ADJ")
    if determined or counted or _opens_noun(tokens, i, kinds, before):
        return "NOUN"
    if "B" in kinds and "N" in kinds and before != "ADJ":
        return _unchanging(tokens, i, before)
    return _present(tokens, i, "VBZ" if "Z" in kinds else "VBP", vocabulary)


def _opens_noun(tokens: Tokens, i: int, kinds: str, before: str) -> bool:
    """Whether a form can only be a noun: "Buses arrived", "a deal under which rebel fighters leave"."""
    talks = tokens.lowers[i] == "talks" and before in {"NOUN", "PROPN"}
    if talks and tokens.lowers[i + 1 : i + 2] not in _TALKED_TO:
        return True  # "Geneva talks on Monday"
    return ("Z" in kinds and i == 0) or (before == "WH" and tokens.tag(i - 2) == "PREP")


def _present(tokens: Tokens, i: int, verb: str, vocabulary: Vocabulary) -> str:
    """A base form or a form in -s: verb or noun."""
    before, after = _before(tokens, i), _after(tokens, i)
    joined = _goes_on(tokens, i) if verb == "VBP" and before == "CONJ" else ""
    if joined == "VB" and tokens.lemmas[i] == "say" and tokens.tag(i - 2) == "COMMA":
        joined = "VBP"  # "have refused to disarm, but say they"
    if joined == "VB" or (joined == "VBP" and after in _OPENS_OBJECT | {"PREP", "PRON"}):
        return joined
    behind_verb = before.startswith("VB") or before == "VED"
    if behind_verb and verb == "VBP" and not _is_bare(tokens, i):
        return "ADJ" if after in {"NOUN", "ADJ", "V?"} else "NOUN"
    form = "VB" if verb == "VBP" and _is_bare(tokens, i) else verb
    if tokens.lemmas[i] not in vocabulary.cue("noun_verbs") or before in {"PRON", "WH"}:
        return form
    if before in {"NOUN", "PROPN"}:
        named = tokens.lowers[i] in _DEALS and tokens.lowers[i + 1 : i + 2] != ["with"]
        named = named or (tokens.lowers[i] == "talks" and tokens.lowers[i - 1] in _TALKED)
        named = named or (
            (verb == "VBZ" or tokens.lowers[i] == "broker")
            and tokens.lowers[i - 1] in vocabulary.cue("compounding_nouns")
        )
        asked = verb == "VBP" and after in _OPENS_OBJECT and _is_asked(tokens, i, vocabulary)
        return form if not named and (asked or _is_predicate(tokens, i, verb)) else "NOUN"
    goes_on = before == "CONJ" and after in _OPENS_OBJECT - {"PROPN"} and verb == "VBZ"
    if goes_on or _follows_aside(tokens, i, verb):
        return verb
    starts = before in {"", "COMMA", "CONJ"} and after in {"DET", "PRPS", "PRON"}
    return "VB" if starts and verb == "VBP" else "NOUN"


def _is_predicate(tokens: Tokens, i: int, verb: str) -> bool:
    """Whether a form behind a noun is its verb: "both sides demand guarantees", no "the prisoner release"."""
    after = _after(tokens, i)
    if not _agrees(tokens, i, verb):
        return after in _OPENS_OBJECT and _agrees(tokens, _past_phrase(tokens, i), verb)
    if after in _OPENS_OBJECT or after == "PART":
        return True
    if verb == "VBZ" and after == "V?" and "B" in tokens.tag(i + 1):
        return False  # "Tigray forces reach": the form behind is the verb
    if _verb_later(tokens, i):
        return False
    if after in {"ADJ", "NOUN", "V?", "VBG"}:
        listed = bool({"COMMA", "CONJ"} & set(tokens.tags[max(0, i - 3) : i]))
        return verb == "VBZ" or listed or not _verb_earlier(tokens, i)
    return after in {"PREP", "ADV", "TIME"} and not _verb_earlier(tokens, i)


def _is_asked(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a base form is a subjunctive: "insists that the army change its plan", "demanded that Mali halt it"."""
    for k in range(i - 1, max(0, i - _REACH), -1):
        if tokens.tags[k] == "THAT":
            return tokens.lemmas[k - 1] in vocabulary.cue("makes_demanded")
        if tokens.tags[k] not in _IN_PHRASES | {"ADV"}:
            break
    return False


def _past_phrase(tokens: Tokens, i: int) -> int:
    """The word behind the noun that a phrase ending before ``i`` hangs on: "negotiations on a peace deal start"."""
    for k in range(i - 1, max(0, i - _REACH), -1):
        if tokens.tags[k] == "PREP":
            return k
        if tokens.tags[k] not in _IN_PHRASES:
            break
    return i


def _follows_aside(tokens: Tokens, i: int, verb: str) -> bool:
    """Whether a form is the verb of a noun before an aside: "the group, which holds the port, demands that"."""
    subject = noun_before_aside(tokens, i)
    if subject is None or not _agrees(tokens, subject + 1, verb):
        return False
    opener = subject + 2 + (tokens.tag(subject + 2) == "ADV")
    clausal = tokens.tag(opener) in _OPENS_ASIDE  # "the truce, reached in May, calls for"
    return _after(tokens, i) in _OPENS_OBJECT or (clausal and verb == "VBZ" and _after(tokens, i) == "PREP")


def _agrees(tokens: Tokens, i: int, verb: str) -> bool:
    """Whether the noun before can be the subject: "sides agree", "the army agrees", no "pause agree"."""
    noun, name = tokens.lowers[i - 1], tokens.tags[i - 1] == "PROPN"
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    if verb == "VBZ":
        return name or not plural
    joined = name and bool({"CONJ", "COMMA"} & set(tokens.tags[max(0, i - 4) : i]))
    return plural or joined or noun in _PLURALS


def _unchanging(tokens: Tokens, i: int, before: str) -> str:
    """ "put", "set", "cut": one form for all tenses."""
    due = tokens.lowers[i] == "set" and tokens.tag(i + 1) == "TO" and before in {"NOUN", "PROPN"}
    if due or before in {"BE", "HAVE"} or "by" in tokens.lowers[i + 1 : i + 3]:
        return "VBN"  # "a truce set to expire"
    return "VBD" if before in {"NOUN", "PROPN", "PRON", "WH", "CONJ", "TIME"} else "VB"


def _goes_on(tokens: Tokens, i: int) -> str:
    """The class of the verb that a base form after "and" may go on from: "to stop firing and return"."""
    for k in range(i - 1, -1, -1):
        if tokens.tags[k] in {"VB", "VBZ", "VBD", "VBP", "VBN", "STOP", "SUB", "THAT"}:
            return tokens.tags[k]
    return ""


def _is_bare(tokens: Tokens, i: int) -> bool:
    """Whether a base form has no subject before it, or follows "help", "let", "see" and their object."""
    if _before(tokens, i) in {"", "COMMA", "QUOTE", "STOP", "COLON"}:
        return True
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if tokens.tags[k].startswith("VB"):
            return tokens.lemmas[k] in _ATTACHES_BARE
    return False


def _verb_earlier(tokens: Tokens, i: int) -> bool:
    return any(tag in _AUXILIARIES or tag.startswith("VB") or tag == "VED" for tag in tokens.tags[:i])


def _verb_later(tokens: Tokens, i: int) -> bool:
    return any(tag in _AUXILIARIES or tag.startswith("V?D") for tag in tokens.tags[i + 1 : i + 8])


def _gerund(tokens: Tokens, i: int, before: str, after: str, vocabulary: Vocabulary) -> str:
    """A form in -ing: verb, noun ("the fighting", "a stern warning") or adjective ("the warring sides")."""
    if (
        before in {"NOUN", "ADJ", "PROPN", "DET"}
        and tokens.lowers[i + 1 : i + 2]
        and _is_team(tokens, i + 1, vocabulary)
    ):
        return "ADJ"  # "the ceasefire monitoring team"
    nominal = tokens.lemmas[i] in vocabulary.cue("nominal_gerunds")
    if nominal and (after in _AUXILIARIES or tokens.tag(i + 1)[:3] == "V?D"):
        return "NOUN"  # "since fighting restarted"
    if before == "TIME" and after == "PREP" and "DET" in tokens.tags[max(0, i - 4) : i]:
        return "NOUN"  # "a March 10 opening of talks"
    named = nominal and before in {"NOUN", "PROPN"}
    if tokens.lowers[i - 1] in {"both", "all", "each"} and tokens.tag(i - 2)[:2] not in {"VB", "PR"}:
        return "VBG"  # "Sudan and Chad, both preparing for elections", but "stop all shelling"
    if before in _BEFORE_NOUNS or (named and after not in {"DET", "PRPS", "PRON"}):
        return "ADJ" if after in {"NOUN", "ADJ"} and before != "POSS" else "NOUN"
    return "VBG"


def _is_team(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a word names a body of people that a form in -ing may qualify, and nothing stands between."""
    return tokens.lowers[i] in vocabulary.cue("team_words")


def _participle(tokens: Tokens, i: int, kinds: str, before: str, after: str) -> str:
    if before == "ADJ" and tokens.lowers[i - 1] in _BODIES and after in {"PROPN", "DET", "PRON", "PRPS", "NUM"}:
        tokens.tags[i - 1] = "NOUN"  # "the Armenian military accused Baku"
        return "VED"
    if before in _BEFORE_NOUNS | {"PREP", "TO"} and after in _NOMINAL and "N" in kinds:
        return "ADJ"
    if before == "CONJ" and tokens.tag(i - 2) == "ADJ" and after == "NOUN" and "N" in kinds:
        return "ADJ"  # "smooth and coordinated disarmament"
    if before in {"BE", "HAVE"} or "D" not in kinds:
        return "VBN"
    return "VED" if "N" in kinds else "VBD"


def _before(tokens: Tokens, i: int) -> str:
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens.tags[k] not in {"ADV", "NEG"}:
            return tokens.tags[k]
    return ""


def _after(tokens: Tokens, i: int) -> str:
    for k in range(i + 1, min(len(tokens), i + 4)):
        if tokens.tags[k] != "ADV":
            return "V?" if tokens.tags[k].startswith("V?") else tokens.tags[k]
    return ""
