"""Every rule matches its own yes examples, with the days they name, and none of its no examples."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ceasetimeline.lexicon import Lexicon
from ceasetimeline.timex import find_times
from ceasetimeline.timex.grammar import Example, Node, Rule
from ceasetimeline.timex.recognize import Found, english, recognize
from ceasetimeline.timex.rules import RULES

PROFILES = {"": "news", "news": "news", "timeml": "timeml"}
YES = [(rule, example) for rule in RULES for example in rule.yes]
NO = [(rule, sentence) for rule in RULES for sentence in rule.no]


def used(node: Node) -> Iterator[str]:
    yield node.rule
    for part in node.parts:
        yield from used(part)


def read(rule: Rule, sentence: str) -> list[Found]:
    return list(recognize(sentence, english(PROFILES[rule.profile], Lexicon.default().named_days)))


@pytest.mark.parametrize(("rule", "example"), YES, ids=[f"{rule.name}: {case.phrase}" for rule, case in YES])
def test_a_rule_reads_its_examples(rule: Rule, example: Example) -> None:
    start = example.sentence.index(example.phrase)
    matching = [found for found in read(rule, example.sentence) if found.start <= start < found.stop]
    assert [rule.name in used(found.node) for found in matching] == [True]
    times = find_times(
        example.sentence,
        published=example.published,
        vague=True,
        profile="timeml" if rule.profile == "timeml" else "news",
    )
    time = next(time for time in times if time.span.start <= start < time.span.stop)
    assert example.phrase in time.text
    wanted = None if example.first is None else (example.first, example.last)
    assert (None if time.days is None else tuple(day.isoformat() for day in time.days)) == wanted
    if example.value:
        assert time.value == example.value


@pytest.mark.parametrize(("rule", "sentence"), NO, ids=[f"{rule.name}: {sentence}" for rule, sentence in NO])
def test_a_rule_leaves_other_words_alone(rule: Rule, sentence: str) -> None:
    days = find_times(sentence, published="2025-07-08", profile="timeml" if rule.profile == "timeml" else "news")
    dated = {time.span.start for time in days if time.days is not None}
    reading = [found for found in read(rule, sentence) if rule.name in used(found.node)]
    assert not [
        found.meaning for found in reading if found.start in dated or found.node.kind not in {"day", "period", "time"}
    ]


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert rule.yes
    assert rule.no


def test_rule_names_differ() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
