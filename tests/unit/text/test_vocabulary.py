"""The words that the grammar knows: lists by name, words of one class, forms of verbs, phrases of several words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span
from ceasetimeline.text.phrases import FIXED_OPENERS, Chunk, Kinds, fixed_phrase
from ceasetimeline.text.tagging import _first_guess, tag
from ceasetimeline.text.tokens import Tokens, tokenize
from ceasetimeline.text.vocabulary import Vocabulary, inflections, noun_lemma, vocabulary_of

VOCABULARY = vocabulary_of(Lexicon.default())
WORDS = st.sampled_from([*sorted(VOCABULARY.plain), "Envoys", "truce", "agreed", "5", "'s", "May", ",", "“", "first"])


def tokens_of(words: list[str]) -> Tokens:
    text = " ".join(words)
    return tokenize(text, Span(0, len(text)))


def test_a_list_that_is_not_there_is_empty() -> None:
    assert VOCABULARY.cue("no such list") == frozenset()
    assert "say" in VOCABULARY.cue("reporting")


@given(st.lists(st.sampled_from([*sorted(VOCABULARY.cues), "truce", "talks"]), max_size=4))
def test_names_stand_for_themselves_and_for_the_words_of_their_lists(names: list[str]) -> None:
    expected = set(names).union(*(VOCABULARY.cues.get(name, ()) for name in names))
    assert VOCABULARY.listed(tuple(names)) == expected
    assert VOCABULARY.listed(tuple(names)) is VOCABULARY.listed(tuple(names))


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_a_word_of_one_class_has_it_wherever_it_stands(words: list[str]) -> None:
    tokens = tokens_of(words)
    for i, lower in enumerate(tokens.lowers):
        guess = _first_guess(tokens, i, VOCABULARY)
        if lower in VOCABULARY.plain:
            assert guess == VOCABULARY.plain[lower]
            assert tokens.lemmas[i] == lower
        tokens.tags[i] = guess


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_every_word_gets_a_class_and_time_keeps_its_own(words: list[str]) -> None:
    text = " ".join(words)
    tokens = tokenize(text, Span(0, len(text)), [Span(0, len(words[0]))])
    timed = [i for i, mark in enumerate(tokens.tags) if mark]
    tag(tokens, VOCABULARY)
    assert all(tokens.tags)
    assert not any(mark.startswith("V?") for mark in tokens.tags)
    assert [i for i, mark in enumerate(tokens.tags) if mark == "TIME"] == timed


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_phrases_of_several_words_open_with_few_words(words: list[str]) -> None:
    tokens = tokens_of(words)
    tag(tokens, VOCABULARY)
    opening = [at for at in range(len(tokens)) if fixed_phrase(tokens, at) is not None]
    assert all(tokens.lowers[at] in FIXED_OPENERS for at in opening)


@given(st.lists(st.sampled_from(["NP", "VG", "PREP"]), max_size=5), st.none() | st.integers(-9, 9))
def test_what_is_no_chunk_has_no_kind(kinds: list[str], k: int | None) -> None:
    found = Kinds.of(Chunk(kind, at, at + 1, at) for at, kind in enumerate(kinds))
    assert found[k] == (kinds[k] if k is not None and 0 <= k < len(kinds) else "")
    assert len(found) == len(kinds)


@pytest.mark.parametrize(
    ("lemma", "irregular", "doubled", "forms"),
    [
        ("agree", None, False, {"agree", "agrees", "agreed", "agreeing"}),
        ("ratify", None, False, {"ratify", "ratifies", "ratified", "ratifying"}),
        ("delay", None, False, {"delay", "delays", "delayed", "delaying"}),
        ("reach", None, False, {"reach", "reaches", "reached", "reaching"}),
        ("die", None, False, {"die", "dies", "died", "dying"}),
        ("cancel", None, True, {"cancel", "cancels", "cancelled", "cancelling", "canceled", "canceling"}),
        ("halt", None, False, {"halt", "halts", "halted", "halting"}),
        ("break", ["break", "broke", "broken"], False, {"break", "breaks", "broke", "broken", "breaking"}),
    ],
)
def test_the_forms_of_a_verb(lemma: str, irregular: list[str] | None, doubled: bool, forms: set[str]) -> None:
    found = list(inflections(lemma, irregular, doubled=doubled))
    assert {form for form, _ in found} == forms
    assert found[0] == (lemma, "B")


@given(st.sampled_from(sorted(VOCABULARY.forms)))
def test_every_form_leads_to_a_verb_that_is_its_own_base(form: str) -> None:
    lemma, kinds = VOCABULARY.forms[form]
    assert set(kinds) <= set("BZDNG")
    assert "B" in VOCABULARY.forms[lemma][1]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("hostilities", "hostility"),
        ("crossings", "crossing"),
        ("truces", "truce"),
        ("witnesses", "witness"),
        ("clashes", "clash"),
        ("children", "child"),
        ("cease-fires", "ceasefire"),
        ("crisis", "crisis"),
        ("status", "status"),
        ("headquarters", "headquarters"),
        ("loss", "loss"),
        ("gas", "gas"),
        ("ties", "tie"),
    ],
)
def test_the_singular_of_a_noun(word: str, lemma: str) -> None:
    assert noun_lemma(word) == lemma


def test_an_auxiliary_has_its_lemma() -> None:
    tokens = tokens_of(["They", "were", "not", "told", "what", "it", "had", "done"])
    tag(tokens, VOCABULARY)
    assert (tokens.lemmas[1], tokens.lemmas[6]) == ("be", "have")
    assert isinstance(VOCABULARY, Vocabulary)
    assert VOCABULARY.auxiliary("NOUN") == ""
