"""Verbs that go on from another, nouns that look like verbs, and what stands between a verb and its words."""

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
        ("Mali will lift the siege and end its raids.", "end", "mali"),
        ("The envoys arrived by air and were driven to the border.", "arrive", "envoy"),
        ("The envoys, including two ministers, arrived in trucks and were searched.", "arrive", "envoy"),
        ("Sudan asked for time to read the text signed by Chad.", "ask", "sudan"),
        ("The rebels, meanwhile, struck a convoy.", "strike", "rebel"),
        ("The accord, reached in May, calls for elections.", "call", "accord"),
        ("The text, formally adopted in May, calls for elections.", "call", "text"),
        ("The accord, hammered out over months, calls for elections.", "call", "accord"),
        ("Oman brokered a truce that was agreed on Monday and which began on Friday.", "begin", "truce"),
        ("They signed truces, all of which collapsed.", "collapse", "truce"),
        ("The rebels signed the pact and later freed soldiers.", "free", "rebel"),
        ("The rebels signed the pact, then freed soldiers.", "free", "rebel"),
        ("The rebels signed the pact, freed soldiers and left.", "free", "rebel"),
        ("The rebels, who hold the town, signed the pact and left.", "sign", "rebel"),
        ("She warned that an accord between Mali and the rebels may fail.", "fail", "accord"),
        ("They have refused to leave, but say they are willing to talk.", "say", "they"),
        ("It was earlier agreed that both would leave.", "agree", "it"),
        ("More than a year of war was ended by the pact.", "end", "year"),
    ],
)
def test_the_subject_of_a_finite_verb(text: str, verb: str, subject: str) -> None:
    parse, clause = clause_of(text, verb)
    assert clause.verb.form == "finite"
    assert [parse.chunks[k].word for k in clause.subject] == [subject]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Buses arrived at noon.", "bus"),
        ("At Geneva talks on Monday both spoke.", "talk"),
        ("Envoys rushed to rebel headquarters.", "rebel"),
        ("The exiled leaders met in the near future.", "exile"),
        ("They signed a truce under which rebel units leave.", "rebel"),
        ("Three rounds of bargaining held in May failed.", "bargain"),
        ("They were to stop all shelling of the town.", "shell"),
    ],
)
def test_a_noun_is_no_verb(text: str, verb: str) -> None:
    parse = PARSE(text, Span(0, len(text)), ())
    assert verb not in {clause.verb.lemma for clause in parse.clauses}


@pytest.mark.parametrize(
    ("text", "counted"),
    [("The army freed about 50 men.", True), ("They spoke about two villages.", False)],
)
def test_about_may_belong_to_a_number(text: str, counted: bool) -> None:
    parse = PARSE(text, Span(0, len(text)), ())
    assert any(chunk.kind == "NP" and chunk.stop - chunk.first == 3 for chunk in parse.chunks[1:]) == counted


def test_a_count_of_times_is_no_object() -> None:
    parse, clause = clause_of("Chad broke the truce several times.", "break")
    assert [parse.chunks[k].word for k in clause.objects] == ["truce"]


def test_a_stretch_of_time_is_no_object() -> None:
    assert clause_of("The talks adjourned a few hours after they began.", "adjourn")[1].objects == ()


def test_a_prefix_with_a_hyphen_leaves_the_verb_what_it_is() -> None:
    assert clause_of("The airport will be re-opened.", "reopen")[1].verb.passive


def test_a_participle_behind_as_part_of_qualifies_its_noun() -> None:
    text = "The fighters left the town as part of a deal negotiated in Homs."
    assert clause_of(text, "negotiate")[1].relation == "reduced"


@pytest.mark.parametrize("text", ["Mali announced over the weekend a truce.", "Mali announced on Monday a truce."])
def test_an_object_may_stand_behind_a_time(text: str) -> None:
    at = text.find("over the weekend") if "over" in text else text.find("Monday")
    span = Span(at, text.find(" a truce"))
    parse = PARSE(text, Span(0, len(text)), (span,))
    assert [parse.chunks[k].word for k in parse.clauses[0].objects] == ["truce"]


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        (
            "Officials of both states left Juba as part of a truce negotiated between the rebels and Chad.",
            "negotiate",
            "truce",
        ),
        ("The pact follows an accord hammered out in Juba.", "hammer", "accord"),
        ("The pact echoes a ceasefire agreed in May.", "agree", "ceasefire"),
    ],
)
def test_what_is_done_with_a_deal_qualifies_it(text: str, verb: str, noun: str) -> None:
    parse, clause = clause_of(text, verb)
    assert clause.relation == "reduced"
    assert clause.noun is not None
    assert parse.chunks[clause.noun].word == noun


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("They reached a deal for a truce to take effect on Monday.", "take", "truce"),
        ("The rebel army and the government agreed to a truce during talks aimed at peace.", "agree", "army"),
        (
            "The front, which was helped by the troops of the king when it took control of much of the north, "
            "has asked for help.",
            "ask",
            "front",
        ),
    ],
)
def test_the_subject_of_a_verb_far_from_it(text: str, verb: str, subject: str) -> None:
    parse, clause = clause_of(text, verb)
    assert parse.chunks[clause.subject[0]].word == subject
