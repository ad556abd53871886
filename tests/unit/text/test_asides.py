"""An aside between commas does not part a subject from its verb."""

from __future__ import annotations

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span
from ceasetimeline.text.clauses import Clause, Parse
from ceasetimeline.text.parsing import shallow_parser
from ceasetimeline.text.vocabulary import vocabulary_of

PARSE = shallow_parser(vocabulary_of(Lexicon.default()))


def clause_of(text: str, lemma: str) -> tuple[Parse, Clause]:
    parse = PARSE(text, Span(0, len(text)), ())
    return parse, next(clause for clause in parse.clauses if clause.verb.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The junta, which holds the port, demands that monitors leave.", "demand", "junta"),
        ("Contacts between Serbia and Kosovo, mediated by the EU, resumed in Vienna.", "resume", "contact"),
        ("The militia, backed by Sudan, returned to the table.", "return", "militia"),
    ],
)
def test_the_verb_behind_an_aside_is_the_main_one(text: str, verb: str, subject: str) -> None:
    parse, clause = clause_of(text, verb)
    assert clause.relation == "main"
    assert [parse.chunks[k].word for k in clause.subject] == [subject]


def test_a_second_participle_before_the_main_verb_still_qualifies() -> None:
    text = "The truce, brokered by Egypt, announced on Monday, collapsed."
    assert clause_of(text, "announce")[1].relation == "reduced"
    assert clause_of(text, "collapse")[1].relation == "main"


@pytest.mark.parametrize("text", ["The accord was renewed twice.", "Both armies have renewed the accord."])
def test_an_adjective_behind_an_auxiliary_is_a_verb(text: str) -> None:
    assert clause_of(text, "renew")[1].relation == "main"


def test_an_adjective_elsewhere_stays_one() -> None:
    parse = PARSE("Renewed talks opened.", Span(0, 21), ())
    assert [clause.verb.lemma for clause in parse.clauses] == ["open"]
