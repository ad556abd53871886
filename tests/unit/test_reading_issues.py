"""What `read_article` reports of an article's dates and language."""

from __future__ import annotations

import pytest

from ceasetimeline.model import Article, Settings
from ceasetimeline.reading import read_article


@pytest.mark.parametrize(
    ("text", "published", "codes"),
    [
        ("Both sides met on Sunday.", None, ["no-publication-date"]),
        ("Both sides met on Sunday.", "sometime", ["bad-date", "no-publication-date"]),
        ("Both sides met on Sunday.", "03/04/2025", ["ambiguous-date"]),
        ("Both sides met on Feb. 30.", "2025-07-08", ["impossible-date"]),
        ("Both sides met on Sunday.", "2025-07-08", []),
        ("Les délégations se sont rencontrées dans la ville, selon le médiateur.", "2025-07-08", ["language"]),
    ],
)
def test_each_fault_is_reported_once_with_the_article(text: str, published: str | None, codes: list[str]) -> None:
    issues = read_article(Article(id="a", text=text, published=published)).issues
    assert [issue.code for issue in issues] == codes
    assert all(issue.article == "a" and issue.message for issue in issues)


def test_a_language_that_is_read_is_no_fault() -> None:
    article = Article(text="Les délégations se sont rencontrées lundi dans la ville.", published="2025-07-08")
    reading = read_article(article, settings=Settings(languages=("fr",)))
    assert reading.issues == ()
    assert [str(time.days[0]) for time in reading.times if time.days] == ["2025-07-07"]
