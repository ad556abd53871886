"""Forms in -ed behind a noun: "hostages held in Gaza were freed" against "Hamas held them"."""

from __future__ import annotations

from typing import Final

from ceasetimeline.text.asides import noun_before_aside
from ceasetimeline.text.tokens import Tokens
from ceasetimeline.text.vocabulary import Vocabulary, noun_lemma

_REACH: Final = 14  # words; a finite verb further away is that of another clause
_OPENING: Final = 25  # words; a participle that opens a sentence ends at a comma before that
_DATED: Final = 6  # words of a time between a participle and its agent
_BEHIND: Final = frozenset({"PREP", "TO", "ADV", "TIME", "PART"})
_NOMINAL: Final = frozenset({"DET", "PRPS", "POSS", "ADJ", "NUM", "NOUN", "PROPN"})
_FINITE: Final = frozenset({"MODAL", "BE", "HAVE", "VBZ", "VBD", "VED", "VBP"})
_REPORTS: Final = frozenset({"say", "tell", "report", "announce", "add", "write"})
_CHOICES: Final = frozenset({"agree", "decide", "refuse", "pledge", "promise", "vow", "decline", "threaten"})
_PEOPLE: Final = frozenset(
    {"sides", "parties", "rebels", "negotiators", "delegations", "leaders", "presidents", "ministers", "commanders"}
    | {"government", "movement", "army", "opposition", "militia", "junta", "regime", "delegation", "leadership"}
    | {"faction", "alliance", "coalition", "council", "cabinet", "insurgents", "guerrillas", "fighters"}
    | {"governments", "armies", "factions", "rivals", "envoys", "officials", "mediators", "generals", "delegates"}
)  # who agrees, decides or refuses does so: no "sides agreed by"
_FOR: Final = frozenset({"aim", "design", "intend", "mean"})
_COMING: Final = frozenset({"arrive", "depart", "return", "travel", "erupt", "occur", "happen", "emerge", "die"})
_VERBAL: Final = frozenset({"VBG", "VED", "VBD", "VBZ", "VBP"})
_EDGES: Final = frozenset({"COMMA", "SUB", "THAT", "WH", "STOP", "COLON", "PRON", "DASH", "QUOTE"})
_CLAUSE_OPENERS: Final = frozenset({"after", "before", "since", "until", "as"})


def settle_participles(tokens: Tokens, vocabulary: Vocabulary) -> None:
    """Decide every form in -ed: the past tense of a verb, or a participle."""
    for i, tag in enumerate(tokens.tags):
        if tag == "VED":
            reduced = tokens.lemmas[i] not in _COMING and _is_reduced(tokens, i, vocabulary)
            tokens.tags[i] = "VBN" if reduced else "VBD"  # "the envoys arrived by air"


def _is_reduced(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    before, after = tokens.tag(i - 1), tokens.tag(i + 1)
    named = after == "TO" and i > 0 and tokens.words[i - 1][0].isupper()  # "Moscow agreed to withdraw"
    people = named or not _PEOPLE.isdisjoint(tokens.lowers[max(0, i - 1) : i])
    wanted = before == "NOUN" and _is_wanted(tokens, i)
    chosen = tokens.lemmas[i] in _CHOICES and (people or noun_before_aside(tokens, i) is not None)
    if wanted or chosen or _has_agent(tokens, i) or _in_relative(tokens, i):
        return wanted or _has_agent(tokens, i)
    if before in {"", "ADV"} and _opens_sentence(tokens, i):
        return after in _BEHIND and _main_follows(tokens, i + 1)
    aside = noun_before_aside(tokens, i) is not None and not _verb_later(tokens, i + 1)
    if aside or (before == "COMMA" and _is_only_verb(tokens, i)):
        return False
    if before in {"COMMA", "DASH", "PREP", "SUB"}:
        return after in _BEHIND and tokens.lemmas[i] not in {"say", "tell", "add"}
    bare = before in {"NOUN", "PROPN"} and after in {"PREP", "TIME", "TO"}
    made = before == "NOUN" and _is_made(tokens, i, vocabulary)
    if made or (bare and (_is_hearsay(tokens, i, vocabulary) or _needs_object(tokens, i, vocabulary))):
        return True
    joined = before in {"PRON", "WH", "CONJ"} or after not in _BEHIND
    return not joined and _finite_follows(tokens, i + 1)


def _needs_object(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a form without an object is no past tense: its verb needs one, or the clause has its verb already."""
    if tokens.lemmas[i] in vocabulary.cue("intransitive_verbs"):
        return False  # "talks on ending the war collapsed on Friday"
    return tokens.lemmas[i] in vocabulary.cue("transitive_verbs") or _has_verb_before(tokens, i, vocabulary)


def _has_verb_before(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether only nouns and their phrases part a form from a verb: "includes a version of the terms signed in"."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        tag = tokens.tags[k]
        aided = tag == "VBN" and tokens.tag(k - 1) in {"BE", "HAVE", "ADV"}
        if aided or tag in {"VBD", "VBZ", "VBP", "VB", "VBG"}:
            return not any(tokens.lemmas[k] in vocabulary.cue(name) for name in ("reporting", "makes_hypothetical"))
        clausal = tag == "PREP" and tokens.lowers[k] in _CLAUSE_OPENERS and tokens.lowers[k + 1] != "part"
        passed = tag in _NOMINAL or tag in {"PREP", "TIME"} or (tag == "TO" and tokens.tag(k + 1) in _NOMINAL)
        if not passed or clausal:
            return False
    return False


def _is_made(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a form says what is done with the deal before it: "a truce agreed in May"."""
    made = tokens.lemmas[i] in vocabulary.cue("deal_verbs") and tokens.tag(i + 1) in _BEHIND
    noun = noun_lemma(tokens.lowers[i - 1])
    return made and (noun in vocabulary.cue("deal_nouns") or noun in vocabulary.cue("plan_nouns"))


def _is_wanted(tokens: Tokens, i: int) -> bool:
    """Whether a form says what somebody wants done with the noun before it: "wants the siege lifted"."""
    k = i - 1
    while k >= max(0, i - _REACH) and tokens.tags[k] in _NOMINAL:
        k -= 1
    return tokens.lemmas[k] == "want" and tokens.tags[k].startswith("VB")


def _in_relative(tokens: Tokens, i: int) -> bool:
    """Whether a noun phrase and "that" or "which" stand before a form: "a truce that both camps declared"."""
    k = i - 1
    while k >= max(0, i - _REACH) and tokens.tags[k] in _NOMINAL:
        k -= 1
    if k < 1 or k == i - 1 or tokens.tags[k] not in {"THAT", "WH"}:
        return False
    return tokens.tags[k] == "WH" or (tokens.tags[k - 1] == "NOUN" and not _tells(tokens, k - 1))


def _tells(tokens: Tokens, i: int) -> bool:
    """Whether a noun stands behind a verb of saying: "told reporters that hostages freed on Monday had left"."""
    return any(tokens.lemmas[k] in _REPORTS for k in range(max(0, i - 4), i))


def _opens_sentence(tokens: Tokens, i: int) -> bool:
    return all(tag in {"ADV", "QUOTE"} for tag in tokens.tags[:i])


def _main_follows(tokens: Tokens, at: int) -> bool:
    """Whether a comma, a noun and a finite verb come behind: "agreed in April, the arrangement was renewed"."""
    comma = next((k for k in range(at, min(len(tokens), at + _OPENING)) if tokens.tags[k] == "COMMA"), None)
    if comma is None or tokens.tag(comma + 1) not in _NOMINAL | {"PRON"}:
        return False
    return any(_is_finite(tokens, k) for k in range(comma + 2, min(len(tokens), comma + 2 + _REACH)))


def _is_finite(tokens: Tokens, k: int) -> bool:
    return tokens.tags[k] in _FINITE and tokens.lowers[k] not in {"being", "having", "be", "been"}


def _is_hearsay(tokens: Tokens, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a headline leaves out "is": "Mali said to accept plan"."""
    follows = tokens.tag(i + 1) == "TO" and tokens.tag(i + 2) == "VB"
    return follows and tokens.lemmas[i] in vocabulary.cue("hearsay_verbs")


def _verb_later(tokens: Tokens, at: int) -> bool:
    """Whether another verb follows that the sentence may have for its main one; "officials said" is none."""
    for k in range(at, len(tokens)):
        tag = tokens.tags[k]
        joined = _is_finite(tokens, k) and tokens.tag(k - 1 - (tokens.tag(k - 1) == "ADV")) == "CONJ"
        if tag in {"SUB", "THAT", "WH", "STOP"} or _opens_clause(tokens, k) or joined:
            return False  # "arrived by air and were driven to the border"
        reports = tokens.lemmas[k] in _REPORTS and tokens.tag(k - 1) in {"NOUN", "PROPN", "PRON"}
        if _is_finite(tokens, k) and not reports and not _has_agent(tokens, k):
            return True
    return False


def _opens_clause(tokens: Tokens, k: int) -> bool:
    return tokens.lowers[k] in _CLAUSE_OPENERS and tokens.tags[k + 1 : k + 2] != ["TIME"]


def _is_only_verb(tokens: Tokens, i: int) -> bool:
    """Whether nothing else can be the main verb: "Talks between A and B, put off twice, resumed" is not so."""
    others = (tag for k, tag in enumerate(tokens.tags) if k != i)
    return _FINITE.isdisjoint(others) and "NOUN" in tokens.tags[:i]


def _has_agent(tokens: Tokens, i: int) -> bool:
    """Whether "by" and a noun follow, a time between or none: "proposed on Monday by Qatar", no "began by saying"."""
    at, stop = i + 1, min(len(tokens), i + 1 + _DATED)
    while at < stop and (tokens.tags[at] == "TIME" or (tokens.tags[at] == "PREP" and tokens.tag(at + 1) == "TIME")):
        at += 1
    dated = at > i + 1
    if tokens.lowers[at : at + 1] != ["by"] or tokens.tag(at + 1) in {"VBG", "TIME"}:
        return False
    return not dated or tokens.tag(at + 1) in {"DET", "PROPN", "PRPS"}


def _finite_follows(tokens: Tokens, at: int) -> bool:
    """Whether a finite verb comes before any fresh noun phrase: it takes the noun in front as its subject."""
    fresh = False
    for k in range(at, min(len(tokens), at + _REACH)):
        tag = tokens.tags[k]
        if _is_finite(tokens, k) and not _has_agent(tokens, k) and not _is_purposeful(tokens, k):
            return not fresh
        if tag in _EDGES or _opens_clause(tokens, k):
            return False
        fresh = fresh or (tag == "CONJ" and not _joins_nouns(tokens, k))
    return False


def _is_purposeful(tokens: Tokens, k: int) -> bool:
    """Whether a form only says what a noun is for: "talks aimed at", "a plan designed to"."""
    return tokens.tags[k] == "VED" and tokens.lemmas[k] in _FOR and tokens.lowers[k + 1 : k + 2] in (["at"], ["to"])


def _joins_nouns(tokens: Tokens, k: int) -> bool:
    return (
        0 < k < len(tokens) - 1
        and tokens.tags[k - 1] in {"NOUN", "PROPN", "ADJ"}
        and tokens.tags[k + 1] not in _VERBAL
    )
