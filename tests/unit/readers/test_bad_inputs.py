"""Bad input that concerns articles, row by row: what the user sees."""

from __future__ import annotations

import datetime as dt
import math
from pathlib import Path
from typing import Any

import pytest

from ceasetimeline.errors import ArgumentError
from ceasetimeline.model import DEFAULT_SETTINGS, Article, Settings
from ceasetimeline.readers import accept_articles

TEXT = "Talks resumed in Cairo."


def codes(given: object, settings: Settings = DEFAULT_SETTINGS) -> list[str]:
    return [issue.code for issue in accept_articles(given, settings)[1]]


def one(given: object) -> Article:
    (article,), _ = accept_articles([given])
    return article


def test_nothing_and_generators_and_single_articles() -> None:
    assert accept_articles([]) == ((), ())
    once = iter([(TEXT, "2025-07-08")])
    assert len(accept_articles(once)[0]) == 1
    assert next(once, None) is None
    assert len(accept_articles(Article(text=TEXT))[0]) == 1
    assert len(accept_articles({"text": TEXT})[0]) == 1


@pytest.mark.parametrize("given", ["no such file", "x" * 10_000, "with\x00nul", ""])
def test_a_str_is_a_path_that_exists(given: str) -> None:
    with pytest.raises(TypeError, match="pass a list of articles, or a path"):
        accept_articles(given)
    with pytest.raises(ArgumentError):
        accept_articles(given)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (None, "not-an-article"),
        (7, "not-an-article"),
        (TEXT, "not-an-article"),
        (b"bytes alone", "not-an-article"),
        ({"published": "2025-07-08"}, "no-text"),
        ({"text": ""}, "no-text"),
        ({"text": " \n\t\u00a0"}, "no-text"),
        ({"text": math.nan}, "no-text"),
        ({"text": 7}, "not-an-article"),
        ({"text": ["a", "b"]}, "not-an-article"),
        ((None, "2025-07-08"), "no-text"),
        (Article(text=None), "no-text"),  # type: ignore[arg-type]
        (Article(text=7), "not-an-article"),  # type: ignore[arg-type]
        ({"text": "هدنة".encode("cp1256")}, "encoding"),
        ({"text": b"\xff\xfe\xd8"}, "encoding"),
        ({"text": "x" * 2_000_001}, "too-long"),
        ({"text": TEXT, "language": "fr"}, "language"),
        ({"text": TEXT, "language": "French"}, "language"),
    ],
)
def test_what_is_no_article_is_an_issue_with_its_place(item: Any, code: str) -> None:
    articles, [issue] = accept_articles([(TEXT, "2025-07-08"), item])
    assert len(articles) == 1
    assert (issue.code, issue.place) == (code, "item 1")


@pytest.mark.parametrize("text", [TEXT.encode(), TEXT.encode("utf-16"), b"\xef\xbb\xbf" + TEXT.encode()])
def test_bytes_that_say_what_they_are_are_read(text: bytes) -> None:
    assert one({"text": text}).text == TEXT


def test_bytes_in_a_known_encoding() -> None:
    article = Article.from_bytes("هدنة".encode("cp1256"), encoding="cp1256", published="2025-07-08")
    assert accept_articles([article])[0][0].text == "هدنة"


def test_missing_values_of_pandas() -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(
        {"text": [TEXT, None, pd.NA, math.nan], "date": [pd.NaT, pd.NaT, pd.NaT, pd.NaT], "id": [1, 2, 3, 4]}
    )
    (article,), issues = accept_articles(frame)
    assert (article.published, article.id) == (None, "1")
    assert [issue.code for issue in issues] == ["no-text"] * 3


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        (None, None),
        ("", None),
        ("unknown", "unknown"),
        ("2025-13-40", "2025-13-40"),
        ("9" * 5000, "9" * 5000),
        (dt.date(2025, 7, 8), "2025-07-08"),
        (dt.datetime(2025, 7, 8), "2025-07-08"),
        (dt.datetime(2025, 7, 8, 23, 30), "2025-07-08T23:30:00"),
        (dt.datetime(2025, 7, 8, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=13))), "2025-07-08T23:30:00+13:00"),
        (1736000000, "1736000000"),
        (math.nan, None),
    ],
)
def test_publication_dates_are_kept_as_text(published: Any, kept: str | None) -> None:
    assert one((TEXT, published)).published == kept


def test_dates_of_pandas_and_numpy() -> None:
    pd = pytest.importorskip("pandas")
    np = pytest.importorskip("numpy")
    for published in (
        pd.Timestamp("2025-07-08"),
        np.datetime64("2025-07-08"),
        pd.Timestamp("2025-07-08").to_period("D"),
    ):
        assert one((TEXT, published)).published == "2025-07-08"
    assert one((TEXT, pd.Timestamp("2025-07-08 10:00:00.000000001"))).published == "2025-07-08T10:00:00"


def test_characters_are_kept_as_they_are() -> None:
    text = "\ufeffİstanbul \ud800 \x00\x0b\x1b \u202eevil\u2066 Ha\u200bmas ﬁre e\u0301\r\nend\u2028"
    (article,), issues = accept_articles([{"text": text, "id": "a"}])
    assert article.text == text
    assert [(issue.code, issue.article) for issue in issues] == [("lone-surrogate", "a"), ("invisible-chars", "a")]


def test_one_id_for_one_text() -> None:
    assert len(accept_articles([{"id": "x", "text": TEXT}] * 2)[0]) == 1
    assert codes([{"id": "x", "text": TEXT}] * 2) == []


def test_the_same_text_with_more_fields_is_one_article() -> None:
    rows = [{"id": "x", "text": TEXT, "source": "Wire A"}, {"id": "x", "text": TEXT, "published": "2025-07-08"}]
    (article,), issues = accept_articles(rows)
    assert (article.source, article.published, issues) == ("Wire A", "2025-07-08", ())


def test_one_id_for_two_texts() -> None:
    rows = [{"id": "x", "text": TEXT}, {"id": "x", "text": "Another text."}]
    articles, [issue] = accept_articles(rows)
    assert len({article.id for article in articles}) == 2
    assert "x" in {article.id for article in articles}
    assert issue.code == "duplicate-id"
    assert set(accept_articles(rows[::-1])[0]) == set(articles)


def test_articles_without_an_id_get_one_from_their_content() -> None:
    first, second = one((TEXT, "2025-07-08")), one({"text": TEXT, "published": "2025-07-08"})
    assert first.id == second.id != one((TEXT, "2025-07-09")).id


def test_paths_in_a_list_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert [article.text for article in accept_articles([tmp_path / "a.txt"])[0]] == [TEXT]


def test_languages_that_are_asked_for_are_read() -> None:
    rows = [{"text": TEXT, "language": "en-GB"}, {"text": TEXT, "language": "Arabic", "id": "b"}]
    assert codes(rows, Settings(languages=("en", "ar"))) == []
    assert codes(rows) == ["language"]
