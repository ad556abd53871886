"""Whom a move is addressed to, and whose names a noun phrase with "of" holds."""

from __future__ import annotations

import pytest

from ceasetimeline import read_article
from ceasetimeline.model import Article, Roles


def roles(text: str, type_: str) -> Roles:
    article = Article(text=text, title="Truce talks in the war", published="2025-07-08")
    return next(mention.roles for mention in read_article(article).mentions if mention.type == type_)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # who is to do what is asked; what is said to have happened asks nobody
        (
            "Talks between the US and Russia on the truce went on. Russia demanded that Ukraine give up two towns.",
            "demand",
            {"Ukraine"},
        ),
        # two that both free captives do so to one another; one does to the other
        ("Russia and Ukraine exchanged 300 prisoners under the truce.", "release", {"Russia", "Ukraine"}),
        ("Russia freed 300 Ukrainian prisoners under the truce.", "release", {"Ukraine"}),
    ],
)
def test_addressees(text: str, type_: str, expected: set[str]) -> None:
    assert set(roles(text, type_).addressee) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The presidents of the Democratic Republic of Congo and Rwanda called for a truce with the M23 rebels.",
            {"DR Congo", "Rwanda"},
        ),
        ("The president of Rwanda called for a truce with the M23 rebels.", {"Rwanda"}),
    ],
)
def test_names_behind_an_office(text: str, expected: set[str]) -> None:
    found = [m.roles.agent for m in read_article(Article(text=text, published="2025-07-08")).mentions]
    assert expected in map(set, found)
