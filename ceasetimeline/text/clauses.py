"""Clauses of a sentence: who does what to whom, under which verb, with which negation and tense.

`Clause` is the one shape that the event rules read. The shallow grammar of this module fills it from word classes
alone; another parser may fill the same shape (see `Parser`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

import attrs

from ceasetimeline.model import Span
from ceasetimeline.text.phrases import Chunk, VerbGroup, chunk
from ceasetimeline.text.tokens import Tokens, tokenize
from ceasetimeline.text.vocabulary import Vocabulary

_SKIPPED: Final = frozenset({"ADV", "TIME", "NEG"})
_CLAUSAL_PREPOSITIONS: Final = frozenset(
    ["after", "before", "since", "until", "till", "as", "once", "for", "than", "like", "except"]
)
_DUE: Final = frozenset("due set likely scheduled expected bound".split())
_HEARD: Final = frozenset("tell inform warn assure remind convince persuade notify promise brief advise show".split())
_SPAN_OF_SEARCH: Final = 14  # chunks; a subject further from its verb is not found


@attrs.frozen(eq=False)
class Phrase:
    """A prepositional phrase: the preposition and its noun phrases (chunk numbers), or a time phrase."""

    preposition: str
    nouns: tuple[int, ...]
    chunk: int


@attrs.frozen(eq=False)
class Clause:
    """One verb with its arguments; numbers are chunk numbers of the `Parse`.

    ``relation`` says how it hangs on its ``governor`` (a clause number) or on a noun (``noun``, a chunk number):
    main, complement, infinitive, purpose, gerund, relative, reduced, subordinate; ``marker`` is the conjunction or
    preposition in between ("that", "if", "after").
    """

    number: int
    chunk: int
    verb: VerbGroup
    subject: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    predicate: int | None = None
    governor: int | None = None
    noun: int | None = None
    relation: str = "main"
    marker: str = ""


@attrs.frozen(eq=False)
class Parse:
    """A sentence as words, chunks and clauses; ``groups`` are the members of each coordinated noun phrase."""

    tokens: Tokens
    chunks: list[Chunk]
    clauses: list[Clause]
    groups: dict[int, tuple[int, ...]]
    clause_at: dict[int, int]


class Parser(Protocol):
    """What turns a sentence of a text into a `Parse`."""

    def __call__(self, text: str, sentence: Span, times: Sequence[Span] = ()) -> Parse:
        """The parse of one sentence; ``times`` are its time expressions."""


def shallow_parser(vocabulary: Vocabulary) -> Parser:
    """A parser that needs nothing but word lists."""

    def parse(text: str, sentence: Span, times: Sequence[Span] = ()) -> Parse:
        tokens = tokenize(text, sentence, vocabulary, times)
        _settle_participles(tokens, vocabulary.cue("transitive_verbs"))
        chunks = chunk(tokens, vocabulary)
        return _Builder(tokens, chunks, vocabulary).build()

    return parse


def _settle_participles(tokens: Tokens, transitive: frozenset[str]) -> None:
    """Decide forms in -ed after a noun: "hostages held in Gaza were freed" against "Hamas held them"."""
    for i, tag in enumerate(tokens.tags):
        if tag == "VED":
            tokens.tags[i] = "VBN" if _is_reduced(tokens, i, transitive) else "VBD"


def _is_reduced(tokens: Tokens, i: int, transitive: frozenset[str]) -> bool:
    before = tokens.tags[i - 1] if i else ""
    after = tokens.tags[i + 1] if i + 1 < len(tokens) else ""
    if after == "PREP" and tokens.lowers[i + 1] == "by" and not (i + 2 < len(tokens) and tokens.tags[i + 2] == "VBG"):
        return True
    if before in {"COMMA", "DASH", "PREP", "SUB"}:
        return after in {"PREP", "TO", "ADV", "TIME"} and tokens.lemmas[i] not in {"say", "tell", "add"}
    if before in {"NOUN", "PROPN"} and after in {"PREP", "TIME", "TO"} and tokens.lemmas[i] in transitive:
        return True
    if before in {"PRON", "WH", "CONJ"} or after not in {"PREP", "ADV", "TIME", "TO"}:
        return False
    return _finite_follows(tokens, i + 1)


def _finite_follows(tokens: Tokens, at: int) -> bool:
    """Whether a finite verb comes before any fresh noun phrase: it takes the noun in front as its subject."""
    bare = False
    for k in range(at, min(len(tokens), at + 14)):
        tag = tokens.tags[k]
        if tag in {"MODAL", "BE", "HAVE", "VBZ", "VBD", "VED", "VBP"}:
            return not bare
        if tag in {"COMMA", "SUB", "THAT", "WH", "STOP", "COLON", "PRON", "DASH", "QUOTE"}:
            return False
        if tokens.lowers[k] in {"after", "before", "since", "until", "as"} and tokens.tags[k + 1 : k + 2] != ["TIME"]:
            return False
        if tag == "CONJ":
            bare = bare or not _same_kind_around(tokens, k)
    return False


def _same_kind_around(tokens: Tokens, k: int) -> bool:
    return 0 < k < len(tokens) - 1 and tokens.tags[k - 1] in {"NOUN", "PROPN", "ADJ"} and tokens.tags[k + 1] != "VBG"


@attrs.define(eq=False)
class _Builder:
    """Builds the clauses of one sentence from left to right."""

    tokens: Tokens
    chunks: list[Chunk]
    vocabulary: Vocabulary
    groups: dict[int, tuple[int, ...]] = attrs.field(factory=dict)
    clauses: list[Clause] = attrs.field(factory=list)
    clause_at: dict[int, int] = attrs.field(factory=dict)

    def build(self) -> Parse:
        self._coordinate()
        for k, found in enumerate(self.chunks):
            if found.verb is not None:
                self.clause_at[k] = len(self.clauses)
                self.clauses.append(self._clause(k, found.verb))
        return Parse(self.tokens, self.chunks, self.clauses, self.groups, self.clause_at)

    # --- coordination of noun phrases

    def _coordinate(self) -> None:
        k = 0
        while k < len(self.chunks):
            if self.chunks[k].kind != "NP":
                k += 1
                continue
            members = self._members(k)
            for member in members:
                self.groups[member] = tuple(members)
            k = members[-1] + 1

    def _members(self, k: int) -> list[int]:
        members = [k]
        pending: list[int] = []
        at = k + 1
        while at + 1 < len(self.chunks):
            kind = self.chunks[at].kind
            if kind == "COMMA" and self.chunks[at + 1].kind == "NP" and len(pending) < 12:
                pending.append(at + 1)
                at += 2
            elif kind == "CONJ" or (kind == "COMMA" and self.chunks[at + 1].kind == "CONJ"):
                joined = at + 1 if kind == "CONJ" else at + 2
                joined += joined < len(self.chunks) and self.chunks[joined].kind == "ADV"
                if (
                    joined < len(self.chunks)
                    and self.chunks[joined].kind == "NP"
                    and self._joins(k, joined, kind, pending)
                ):
                    members += [*pending, joined]
                return members
            elif kind == "PREP" and self.chunks[at].word == "as well as" and self.chunks[at + 1].kind == "NP":
                return [*members, at + 1]
            else:
                return members
        return members

    def _joins(self, first: int, last: int, kind: str, pending: list[int]) -> bool:
        """Whether a noun phrase after a conjunction belongs to the list, and does not open a clause of its own."""
        following = self._next(last + 1)
        opens = following is not None and self.chunks[following].verb is not None and self._is_finite(following)
        if not opens:
            return kind == "CONJ" or bool(pending) or not self._has_verb_before(first)
        before = self._before(first)
        if before is None or self.chunks[before].kind in {"THAT", "SUB", "COMMA", "QUOTE", "STOP", "COLON", "WH"}:
            return kind == "CONJ" or bool(pending)
        if self.chunks[before].kind == "PREP":
            return bool(pending) or (
                kind == "CONJ"
                and (self.chunks[before].word in _CLAUSAL_PREPOSITIONS or not self._has_finite_before(first))
            )
        verb = self.chunks[before].verb
        return kind == "CONJ" and verb is not None and verb.lemma in self.vocabulary.cue("reporting")

    def _has_finite_before(self, k: int) -> bool:
        return any(found.verb is not None and found.verb.form == "finite" for found in self.chunks[:k])

    def _has_verb_before(self, k: int) -> bool:
        return any(found.verb is not None for found in self.chunks[:k])

    # --- moving over chunks

    def _next(self, k: int) -> int | None:
        while k < len(self.chunks) and self.chunks[k].kind in _SKIPPED:
            k += 1
        return k if k < len(self.chunks) else None

    def _before(self, k: int) -> int | None:
        k -= 1
        while k >= 0 and self.chunks[k].kind in _SKIPPED:
            k -= 1
        if (
            k >= 0
            and self.chunks[k].kind == "PREP"
            and k + 1 < len(self.chunks)
            and self.chunks[k + 1].kind == "TIME"
        ):
            return self._before(k)
        return k if k >= 0 else None

    def _is_finite(self, k: int) -> bool:
        verb = self.chunks[k].verb
        return verb is not None and verb.form == "finite"

    # --- one clause

    def _clause(self, k: int, verb: VerbGroup) -> Clause:
        number = len(self.clauses)
        verb = self._sharing(k, verb)
        objects, phrases, predicate = self._arguments(k, verb)
        if verb.form in {"finite", "bare"}:
            subject, governor, noun, relation, marker = self._finite_context(k)
        elif verb.form == "infinitive":
            subject, governor, noun, relation, marker = self._infinitive_context(k)
        elif verb.form == "gerund":
            subject, governor, noun, relation, marker = self._gerund_context(k)
        else:
            subject, governor, noun, relation, marker = self._reduced_context(k)
        if relation == "relative" and noun is not None and not objects and subject and noun not in subject:
            objects = self.groups.get(noun, ()) if not verb.passive else ()  # "a plan that Hamas received"
        return Clause(number, k, verb, subject, objects, phrases, predicate, governor, noun, relation, marker)

    def _sharing(self, k: int, verb: VerbGroup) -> VerbGroup:
        """A verb after "and" with the auxiliaries of the one before: "will meet and discuss", "were held and attended"."""
        j = self._before(k)
        if j is None or self.chunks[j].kind != "CONJ" or verb.form not in {"bare", "participle", "finite"}:
            return verb
        for clause in reversed(self.clauses):
            first = clause.verb
            if verb.form == "bare" and (first.modal or first.form == "infinitive"):
                return attrs.evolve(verb, form=first.form, modal=first.modal, negated=first.negated or verb.negated)
            if verb.form == "participle" and first.passive and first.form == "finite":
                return attrs.evolve(verb, form="finite", modal=first.modal, past=first.past, perfect=first.perfect)
            if verb.form == "participle" and first.perfect and first.form == "finite":
                return attrs.evolve(verb, form="finite", passive=False, past=first.past, perfect=True)
            break
        return verb

    def _arguments(self, k: int, verb: VerbGroup) -> tuple[tuple[int, ...], tuple[Phrase, ...], int | None]:
        objects: list[int] = []
        phrases: list[Phrase] = []
        predicate = None
        at = k + 1
        while at < len(self.chunks):
            found = self.chunks[at]
            if found.kind == "NP" and not phrases and len(objects) < 3 and not self._opens_clause(at, verb):
                members = self.groups[at]
                objects.extend(members)
                at = members[-1] + 1
            elif found.kind == "PREP":
                step = self._phrase(at)
                if step is None:
                    break
                phrases.append(step[0])
                at = step[1]
            elif found.kind == "TIME":
                phrases.append(Phrase("", (), at))
                at += 1
            elif found.kind in {"ADV", "ADJ", "QUOTE", "OPEN"}:
                if found.kind == "ADJ" and predicate is None:
                    predicate = at
                at += 1
            elif found.kind == "COMMA" and at + 1 < len(self.chunks) and self._goes_on(at + 1):
                at += 1
            else:
                break
        return tuple(objects), tuple(phrases), predicate

    def _goes_on(self, at: int) -> bool:
        found = self.chunks[at]
        return found.kind == "TIME" or (
            found.kind == "PREP" and found.word not in _CLAUSAL_PREPOSITIONS and found.word != "according to"
        )

    def _opens_clause(self, at: int, verb: VerbGroup) -> bool:
        """Whether the noun phrase is the subject of a complement clause: "said Israel had agreed"."""
        if verb.lemma not in self.vocabulary.cue("reporting") and verb.lemma not in self.vocabulary.cue(
            "makes_hypothetical"
        ):
            return False
        last = self.groups[at][-1]
        following = self._next(last + 1)
        while following is not None and self.chunks[following].kind == "PREP" and following + 1 < len(self.chunks):
            if self.chunks[following + 1].kind not in {"NP", "TIME"}:
                break
            skip = self.groups.get(following + 1, (following + 1,))[-1]
            following = self._next(skip + 1)
        if following is not None and self.chunks[following].kind == "COMMA":
            return False
        return following is not None and self._is_finite(following)

    def _phrase(self, at: int) -> tuple[Phrase, int] | None:
        """The prepositional phrase that starts at a preposition, and where it stops; None where a clause follows."""
        nouns = at + 1
        while nouns < len(self.chunks) and self.chunks[nouns].kind in {"ADV", "QUOTE"}:
            nouns += 1
        if nouns >= len(self.chunks):
            return None
        found = self.chunks[nouns]
        if found.kind == "TIME":
            return Phrase(self.chunks[at].word, (), nouns), nouns + 1
        if found.kind == "PREP":
            return Phrase(self.chunks[at].word, (), nouns), nouns
        if found.kind != "NP":
            return None
        members = self.groups[nouns]
        stop = members[-1] + 1
        if self.chunks[at].word in _CLAUSAL_PREPOSITIONS:
            following = self._next(stop)
            if following is not None and self._is_finite(following):
                return None
        return Phrase(self.chunks[at].word, members, at), stop

    # --- subjects and governors

    def _finite_context(self, k: int) -> tuple[tuple[int, ...], int | None, int | None, str, str]:
        j = self._before(k)
        if j is None:
            return self._inverted(k), None, None, "main", ""
        kind = self.chunks[j].kind
        if kind == "CONJ" or (kind == "COMMA" and j and self.chunks[j - 1].verb is not None and False):
            shared = self._conjunct(k, j)
            if shared is not None:
                return shared.subject, shared.governor, shared.noun, shared.relation, shared.marker
        above = self.chunks[j].verb
        saying = self.vocabulary.cue("reporting") | self.vocabulary.cue("denying")
        if above is not None and self.chunks[k - 1].kind == "ADV" and above.lemma in saying:
            return (), self.clause_at.get(j), None, "complement", ""  # "said there would be"
        if kind in {"WH", "THAT"}:
            return self._relative(j)
        subject = self._subject_before(k)
        if subject is None:
            return self._inverted(k), None, None, "main", ""
        first = self._leftmost(subject)
        governor, noun, relation, marker = self._marked(first)
        return self.groups[subject], governor, noun, relation, marker

    def _inverted(self, k: int) -> tuple[int, ...]:
        """The subject after its verb: "say Hamas and Qatar"."""
        following = self._next(k + 1)
        verb = self.chunks[k].verb
        if following is None or verb is None or self.chunks[following].kind != "NP":
            return ()
        if verb.lemma in self.vocabulary.cue("reporting") and not self._opens_clause(following, verb):
            return self.groups[following]
        return ()

    def _conjunct(self, k: int, j: int) -> Clause | None:
        """The clause that a verb after a conjunction is coordinated with."""
        verb = self.chunks[k].verb
        assert verb is not None
        for clause in reversed(self.clauses):
            if clause.chunk < j and (
                clause.verb.form == verb.form or (verb.form == "bare" and clause.verb.form == "infinitive")
            ):
                return clause
        return None

    def _relative(self, j: int) -> tuple[tuple[int, ...], int | None, int | None, str, str]:
        antecedent = j - 1
        while antecedent >= 0 and self.chunks[antecedent].kind in {"COMMA", "DASH", "ADV", "QUOTE", "PREP", "TIME"}:
            antecedent -= 1
        if antecedent < 0 or self.chunks[antecedent].kind != "NP":
            if antecedent >= 0 and self.chunks[antecedent].verb is not None:
                return (), self.clause_at.get(antecedent), None, "complement", self.chunks[j].word or "that"
            return (), None, None, "relative", ""
        person = self.chunks[j].word == "who"
        nouns = self.groups[antecedent]
        if (
            person
            and antecedent >= 2
            and self.chunks[antecedent - 1].kind == "PREP"
            and self.chunks[antecedent - 2].kind == "NP"
            and self.chunks[antecedent - 1].word in {"of", "from"}
        ):
            nouns = (
                self.groups[antecedent - 2]
                if self.tokens.tags[self.chunks[antecedent].head] == "PROPN"
                and self.tokens.tags[self.chunks[antecedent - 2].head] == "NOUN"
                else nouns
            )
        governor = self._governor_over(antecedent)
        return nouns, governor, antecedent, "relative", self.chunks[j].word

    def _governor_over(self, k: int) -> int | None:
        """The clause in whose scope a noun phrase stands."""
        for clause in reversed(self.clauses):
            if clause.chunk < k:
                return clause.number
        return None

    def _subject_before(self, k: int) -> int | None:
        j = self._before(k)
        steps = 0
        while j is not None and j >= 0 and steps < _SPAN_OF_SEARCH:
            steps += 1
            kind = self.chunks[j].kind
            if kind == "NP":
                head = self._phrase_head(j)
                if head is not None:
                    return head
                return None
            if kind in {"COMMA", "DASH", "CLOSE"}:
                j = self._before_parenthesis(j)
                continue
            if kind in {"QUOTE", "OPEN"}:
                j = self._before(j)
                continue
            if kind == "VG" and self._leads_back(j):
                j = self._antecedent_of(j)
                continue
            return None
        return None

    def _leads_back(self, j: int) -> bool:
        number = self.clause_at.get(j)
        return number is not None and self.clauses[number].relation in {"reduced", "relative", "gerund"}

    def _antecedent_of(self, j: int) -> int | None:
        clause = self.clauses[self.clause_at[j]]
        return clause.noun if clause.noun is not None else self._before(j)

    def _phrase_head(self, j: int) -> int | None:
        """The noun phrase that a chain of phrases ending in chunk ``j`` hangs on: "the leaders of Sudan in Cairo"."""
        for _ in range(_SPAN_OF_SEARCH):
            first = self.groups[j][0]
            before = self._before(first)
            if before is None:
                return j
            found = self.chunks[before]
            if found.kind == "PREP" and found.word not in {
                "after",
                "before",
                "since",
                "until",
                "as",
                "once",
                "than",
                "like",
            }:
                onto = self._before(before)
                if onto is None:
                    return j
                if self.chunks[onto].kind == "NP":
                    j = onto
                    continue
                if self.chunks[onto].verb is not None and self._leads_back(onto):
                    noun = self._antecedent_of(onto)
                    if noun is None or self.chunks[noun].kind != "NP":
                        return None
                    j = noun
                    continue
                if self.chunks[onto].kind in {"COMMA", "STOP", "QUOTE", "CONJ", "SUB", "THAT", "COLON"}:
                    return None if self.chunks[onto].kind == "COMMA" else j
                return None
            if found.verb is not None and self._leads_back(before) and found.verb.form in {"participle", "gerund"}:
                noun = self._antecedent_of(before)
                if noun is not None and self.chunks[noun].kind == "NP":
                    j = noun
                    continue
            if (
                found.verb is not None
                and self._leads_back(before)
                and self.clauses[self.clause_at[before]].relation == "relative"
            ):
                noun = self._antecedent_of(before)
                if (
                    noun is not None
                    and self.chunks[noun].kind == "NP"
                    and found.verb.lemma not in self.vocabulary.cue("reporting")
                ):
                    j = noun
                    continue
            return j
        return j

    def _before_parenthesis(self, j: int) -> int | None:
        """What stands before a stretch between commas that ends at ``j``: "Hamas, which rules Gaza, said"."""
        opening = "OPEN" if self.chunks[j].kind == "CLOSE" else self.chunks[j].kind
        for m in range(j - 1, max(-1, j - _SPAN_OF_SEARCH), -1):
            if self.chunks[m].kind == opening and m >= 1:
                inner = self.chunks[m + 1] if m + 1 < j else None
                if inner is not None and self.chunks[m - 1].kind in {"NP", "TIME", "CLOSE"}:
                    return m - 1
                return None
        return None

    def _leftmost(self, subject: int) -> int:
        return self.groups[subject][0]

    def _marked(self, first: int) -> tuple[int | None, int | None, str, str]:
        """Governor and marker of a clause whose subject starts at chunk ``first``."""
        j = self._before(first)
        while j is not None and self.chunks[j].kind in {"QUOTE", "DET"}:
            j = self._before(j)
        if j is None:
            return None, None, "main", ""
        found = self.chunks[j]
        if found.kind == "THAT":
            return self._that(j)
        if found.kind == "SUB" or (found.kind == "PREP" and found.word in _CLAUSAL_PREPOSITIONS):
            return (
                self._main_clause_before(j),
                None,
                "complement" if found.word == "whether" else "subordinate",
                found.word,
            )
        if found.kind == "PREP" and found.word in {"with", "despite", "without"}:
            return self._main_clause_before(j), None, "subordinate", found.word
        if found.kind == "WH":
            antecedent = self._before(j)
            while antecedent is not None and self.chunks[antecedent].kind in {"COMMA", "DASH"}:
                antecedent = self._before(antecedent)
            noun = antecedent if antecedent is not None and self.chunks[antecedent].kind == "NP" else None
            return self._governor_over(j), noun, "relative", found.word
        if found.verb is not None and found.verb.lemma in self.vocabulary.cue("reporting"):
            return self.clause_at.get(j), None, "complement", ""
        if found.kind in {"NP", "TIME"}:
            return self._bare_complement(j)
        return None, None, "main", ""

    def _bare_complement(self, j: int) -> tuple[int | None, int | None, str, str]:
        """ "told reporters it would", "said on Tuesday it had": the saying verb before its own object or phrase."""
        for clause in reversed(self.clauses):
            if clause.chunk >= j:
                continue
            if any(self.chunks[m].kind in {"COMMA", "STOP", "COLON"} for m in range(clause.chunk, j)):
                break
            if clause.verb.lemma in self.vocabulary.cue("reporting"):
                return clause.number, None, "complement", ""
            break
        return None, None, "relative", ""

    def _that(self, j: int) -> tuple[int | None, int | None, str, str]:
        reporting = self.vocabulary.cue("reporting")
        nearest = None
        for clause in reversed(self.clauses):
            if clause.chunk < j:
                nearest = nearest or clause
                if clause.verb.lemma in reporting and not self._is_object_before(clause, j):
                    return clause.number, None, "complement", "that"
                if clause.verb.lemma in reporting:
                    break
        noun = self._before(j)
        if (
            noun is not None
            and self.chunks[noun].kind == "NP"
            and self.chunks[noun].word not in self.vocabulary.cue("reporting_nouns")
        ):
            return (nearest.number if nearest else None), noun, "relative", "that"
        if noun is not None and self.chunks[noun].kind == "NP":
            return (nearest.number if nearest else None), noun, "complement", "that"
        return (nearest.number if nearest else None), None, "complement", "that"

    def _is_object_before(self, clause: Clause, j: int) -> bool:
        """Whether "that" follows the thing reported, and no hearer: "reviewed a plan that", against "told them that"."""
        return bool(clause.objects) and clause.objects[-1] == j - 1 and clause.verb.lemma not in _HEARD

    def _main_clause_before(self, j: int) -> int | None:
        for clause in reversed(self.clauses):
            if clause.chunk < j and clause.verb.form in {"finite", "bare", "infinitive"}:
                return clause.number
        return None

    def _infinitive_context(self, k: int) -> tuple[tuple[int, ...], int | None, int | None, str, str]:
        j = self._before(k)
        if j is None:
            return (), None, None, "main", ""
        if self.chunks[j].kind == "CONJ":
            shared = self._conjunct(k, j)
            if shared is not None:
                return shared.subject, shared.governor, shared.noun, shared.relation, shared.marker
        governor = self._governor_over(k)
        if governor is None:
            headline = self._subject_before(k)  # "Hamas to send team to Cairo"
            return (self.groups[headline] if headline is not None else ()), None, None, "headline", "to"
        clause = self.clauses[governor]
        control = self.vocabulary.cue("object_control")
        if self.chunks[j].kind == "NP":
            addressed = self._addressed(clause, j)
            if clause.verb.lemma in control and addressed:
                return addressed, governor, None, "infinitive", "to"
            if not clause.objects and clause.chunk < j and self._takes_infinitive(clause.verb.lemma):
                return clause.subject, governor, None, "infinitive", "to"
            if self.chunks[j].word in self._schedulable() and not self._has_object(k):
                return self.groups[j], governor, j, "scheduled", "to"
            takes = self.chunks[self.groups[j][0]].word
            if self._takes_infinitive(takes):
                return self._owner(j) or clause.subject, governor, j, "infinitive", "to"
            return clause.subject, governor, None, "purpose", "to"
        if self.chunks[j].kind == "ADJ" and self.chunks[j].word in _DUE and j and self.chunks[j - 1].kind == "NP":
            noun = self._phrase_head(j - 1)
            if noun is not None and noun > clause.chunk and clause.verb.lemma != "be":
                return self.groups[j - 1], governor, j - 1, "scheduled", "to"
        adjacent = (
            j == clause.chunk
            or self.chunks[j].kind == "ADJ"
            or (not clause.objects and self._takes_infinitive(clause.verb.lemma))
        )
        if clause.verb.lemma in control and clause.verb.passive:
            return clause.subject, governor, None, "infinitive", "to"
        return clause.subject, governor, None, "infinitive" if adjacent else "purpose", "to"

    def _schedulable(self) -> frozenset[str]:
        cue = self.vocabulary.cue
        return cue("truce_nouns") | cue("talks_nouns") | cue("accord_nouns")

    def _has_object(self, k: int) -> bool:
        following = self._next(k + 1)
        return following is not None and self.chunks[following].kind == "NP"

    def _addressed(self, clause: Clause, j: int) -> tuple[int, ...]:
        """Whom an order or a request goes to: the object, or the phrase "on Israel", "for Hamas", "to both sides"."""
        if clause.objects and not clause.phrases:
            return clause.objects
        for phrase in clause.phrases:
            if phrase.preposition in {"on", "upon", "for", "to"} and phrase.nouns:
                return phrase.nouns
        return clause.objects

    def _takes_infinitive(self, word: str) -> bool:
        cues = self.vocabulary
        return any(word in cues.cue(name) for name in ("makes_planned", "makes_demanded", "makes_hypothetical", "makes_denied")) or word in {
            "deal", "agreement", "accord", "pressure", "proposal", "move", "refusal", "failure", "mandate", "invitation", "request",
        }  # fmt: skip

    def _owner(self, j: int) -> tuple[int, ...]:
        return (j,) if self.chunks[j].possessor is not None else ()

    def _gerund_context(self, k: int) -> tuple[tuple[int, ...], int | None, int | None, str, str]:
        j = self._before(k)
        governor = self._governor_over(k)
        subject = self.clauses[governor].subject if governor is not None else ()
        if j is None:
            return (), None, None, "gerund", ""
        found = self.chunks[j]
        if found.kind == "CONJ":
            shared = self._conjunct(k, j)
            if shared is not None:
                return shared.subject, shared.governor, shared.noun, shared.relation, shared.marker
        if found.kind in {"PREP", "SUB"}:
            target = self._addressed_of(governor) if found.word in {"of", "from", "for"} else ()
            noun = self._before(j)
            on_noun = noun if noun is not None and self.chunks[noun].kind == "NP" and not target else None
            return target or subject, governor, on_noun, "gerund", found.word
        if found.kind == "NP":
            with_marker = self._before(self.groups[j][0])
            if with_marker is not None and self.chunks[with_marker].word in {"with", "despite", "without"}:
                return self.groups[j], governor, None, "gerund", "with"
            return self.groups[j], governor, j, "reduced", ""
        return subject, governor, None, "gerund", ""

    def _addressed_of(self, governor: int | None) -> tuple[int, ...]:
        """ "accused Israel of violating": the one who is accused acts."""
        if governor is None:
            return ()
        clause = self.clauses[governor]
        return clause.subject if clause.verb.passive else clause.objects[:1]

    def _antecedent(self, j: int, apart: bool) -> int:
        """The noun that a participle qualifies: behind a comma the whole phrase, else the nearest that is no name."""
        nearest = j
        for _ in range(4):
            if not apart and self.tokens.tags[self.chunks[j].head] != "PROPN":
                return j
            first = self.groups[j][0]
            if first < 2 or self.chunks[first - 1].kind != "PREP" or self.chunks[first - 2].kind != "NP":
                break
            j = first - 2
        return j if apart or self.tokens.tags[self.chunks[j].head] != "PROPN" else nearest

    def _reduced_context(self, k: int) -> tuple[tuple[int, ...], int | None, int | None, str, str]:
        j = self._before(k)
        if j is None:
            return (), None, None, "reduced", ""
        if self.chunks[j].kind == "CONJ":
            shared = self._conjunct(k, j)
            if shared is not None:
                return shared.subject, shared.governor, shared.noun, shared.relation, shared.marker
        while j is not None and self.chunks[j].kind in {"COMMA", "DASH", "QUOTE", "OPEN", "TIME"}:
            j = self._before(j)
        governor = self._governor_over(k)
        if j is not None and self.chunks[j].kind == "NP":
            j = self._antecedent(j, self.chunks[k - 1].kind == "COMMA")
            return self.groups[j], governor, j, "reduced", ""
        return (), governor, None, "reduced", ""
