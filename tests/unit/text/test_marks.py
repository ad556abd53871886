"""Quotation marks and commas inside a phrase part nothing."""

from __future__ import annotations

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span
from ceasetimeline.text.parsing import shallow_parser
from ceasetimeline.text.vocabulary import vocabulary_of

PARSE = shallow_parser(vocabulary_of(Lexicon.default()))


def objects(text: str) -> list[str]:
    parse = PARSE(text, Span(0, len(text)))
    return [parse.chunks[k].word for clause in parse.clauses for k in clause.objects]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ('The envoy welcomed a "humanitarian pause" in the port.', "pause"),
        ("The rebels declared a full, unconditional truce.", "truce"),
        ("Both sides accepted the “necessary conditions” on Monday.", "condition"),
    ],
)
def test_a_phrase_goes_on_behind_a_mark(text: str, noun: str) -> None:
    assert noun in objects(text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Oslo said the truce would “begin” on Friday.", "begin"),
        ('The bishop urged the sides to "seize" the moment.', "seize"),
    ],
)
def test_a_verb_goes_on_behind_a_mark(text: str, verb: str) -> None:
    clause = next(clause for clause in PARSE(text, Span(0, len(text))).clauses if clause.verb.lemma == verb)
    assert clause.subject


@pytest.mark.parametrize(
    "text",
    ['He called the plan "unacceptable" and left.', "In Juba, northern leaders met.", 'The text is "dead", he said.'],
)
def test_other_marks_part(text: str) -> None:
    parse = PARSE(text, Span(0, len(text)))
    assert {"QUOTE", "COMMA"} & {chunk.kind for chunk in parse.chunks}
