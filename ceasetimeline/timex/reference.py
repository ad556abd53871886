"""The rules of the grammar as a page to read: made from the rules, so that it cannot differ from them."""

from __future__ import annotations

from collections.abc import Iterator

from ceasetimeline.timex.grammar import Example, Rule
from ceasetimeline.timex.rules import TOPICS


def rules_as_markdown() -> str:
    """Every rule with its pattern and its examples, by topic, as Markdown.

    >>> rules_as_markdown().splitlines()[0]
    '## Amounts'
    """
    return "\n".join(line for title, rules in TOPICS for line in _topic(title, rules))


def _topic(title: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield "| rule | reads | for example | but not |"
    yield "| --- | --- | --- | --- |"
    for rule in rules:
        patterns = "<br>".join(f"`{_cell(pattern)}`" for pattern in rule.patterns[:4])
        more = "<br>…" if len(rule.patterns) > 4 else ""
        yes = "<br>".join(_example(example) for example in rule.yes)
        yield f"| {rule.name} | {patterns}{more} | {yes} | {'<br>'.join(map(_cell, rule.no))} |"
    yield ""


def _example(example: Example) -> str:
    days = example.first if example.first == example.last else f"{example.first} to {example.last}"
    means = example.value or "no days" if example.first is None else f"{days}, published {example.published}"
    marked = _cell(example.sentence).replace(_cell(example.phrase), f"**{_cell(example.phrase)}**", 1)
    return f"{marked} ({means})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
