"""The deal and the talks that an article is about keep their day where they are told again without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline import build_timeline

WEDNESDAY = "2025-07-09"
LEAD = "Colombia and the ELN signed a ceasefire agreement on Monday in Quito."
DAY = ("2025-07-07", "2025-07-07")
UNKNOWN = (None, WEDNESDAY)


def days(text: str, type_: str, published: str | None = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    """The outer days of the mentions of a type, in the order of the text."""
    article = {"text": text, "title": "Colombia and the ELN talk", "published": published}
    bounds = [mention.bounds.to_json() for mention in build_timeline([article]).mentions if mention.type == type_]
    return [(row["start"][0], row["end"][1]) for row in bounds]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # before and after the sentence that tells the day
        (f"Colombia and the ELN have agreed to a ceasefire. {LEAD}", "agreement", DAY),
        (f"{LEAD} Norway welcomed it. Aid groups spoke of hope. The truce was agreed in Quito.", "agreement", DAY),
        (f"{LEAD} Norway hailed it. Cuba did too. The UN envoy also signed the deal.", "signing", DAY),
        # another deal, or one told as earlier, has its own day
        (f"{LEAD} Norway hailed it. Colombia and the ELN had agreed to an earlier truce.", "agreement", UNKNOWN),
        (f"{LEAD} Norway hailed it. Colombia and the ELN announced a separate agreement.", "agreement", UNKNOWN),
        # a date of its own stays
        (
            f"{LEAD} Norway hailed it. Cuba did too. Colombia and the ELN agreed to a truce in May 2024.",
            "agreement",
            ("2024-05-01", "2024-05-31"),
        ),
        # what is long past is not what the article is about
        (
            "Colombia and the ELN signed a truce agreement on 3 May 2023. Colombia and the ELN agreed to a truce.",
            "agreement",
            UNKNOWN,
        ),
        # talks: by name as known, or in the lead; of another round not
        (
            "Peace talks between Colombia and the ELN took place from 5 to 7 July. Norway hailed them. Cuba did too. "
            "Envoys of Colombia and the ELN attended the talks.",
            "talks",
            ("2025-07-05", "2025-07-07"),
        ),
        (
            "The sixth round of talks between Colombia and the ELN was held on Monday. Norway hailed it. "
            "Cuba did too. The fifth round of talks between Colombia and the ELN brought nothing.",
            "talks",
            UNKNOWN,
        ),
    ],
)
def test_a_deal_told_again_is_of_its_day(text: str, type_: str, expected: tuple[str | None, str | None]) -> None:
    assert (
        days(text, type_)[-1 if text.startswith(("Colombia and the ELN signed", "Peace", "The")) else 0] == expected
    )


def test_a_today_in_quoted_words_is_of_the_day_that_the_article_tells() -> None:
    """Quoted on Wednesday, a "today" may be Tuesday; the report of Monday's signing says which day it was."""
    text = f'{LEAD} "The agreement signed today will last," said Petro of Colombia to reporters.'
    assert days(text, "signing")[-1] == DAY
    assert days('"The agreement signed today by the ELN will last," said Petro of Colombia.', "signing") != [DAY]


def test_two_days_of_news_decide_nothing() -> None:
    text = (
        f"{LEAD} Colombia and the ELN signed a truce on Tuesday. Norway hailed it. Cuba did too. "
        "Colombia and the ELN have agreed to a truce."
    )
    assert days(text, "agreement")[-1] == UNKNOWN


@given(st.sampled_from(["Norway hailed it.", "Cuba spoke of hope.", "Rain fell in Quito."]), st.integers(0, 6))
def test_sentences_between_change_nothing(between: str, count: int) -> None:
    text = f"{LEAD} {' '.join([between] * count)} The truce was agreed in Quito."
    assert days(text, "agreement")[-1] == DAY


def test_without_publication_nothing_is_taken_over() -> None:
    assert days(f"{LEAD} The truce was agreed in Quito.", "agreement", None)[-1] == (None, None)


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # "it" is the deal of the sentence before; initialled and signed are two days
        (
            "Colombia and the ELN initialled a peace accord on Monday. Colombia and the ELN signed the accord on "
            "Tuesday. Norway hailed it. It was signed by Colombia and the ELN in Quito.",
            "signing",
            ("2025-07-08", "2025-07-08"),
        ),
        # a truce does not begin, and is not broken, before it is agreed
        (
            f"{LEAD} Norway hailed it. Colombia said the ELN had broken the truce.",
            "violation",
            ("2025-07-07", WEDNESDAY),
        ),
        (f"{LEAD} Norway hailed it. Three earlier truces were broken by the ELN.", "violation", UNKNOWN),
        # several deals are not the one deal
        (f"{LEAD} Norway hailed it. Colombia and the ELN have agreed to a series of truces.", "agreement", UNKNOWN),
    ],
)
def test_what_the_deal_of_the_news_tells_of_other_moves(
    text: str, type_: str, expected: tuple[str | None, str | None]
) -> None:
    assert days(text, type_)[-1] == expected
