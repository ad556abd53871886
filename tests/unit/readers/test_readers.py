"""Articles as analysts have them: every file kind, every usual column name, and nothing lost."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import gzip
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasetimeline.errors import ArgumentError, CeasetimelineWarning, FormatError, InputError
from ceasetimeline.model import Article
from ceasetimeline.readers import accept_articles, read_articles, read_timeline
from ceasetimeline.readers.columns import columns_of

TEXT = "Mediators met both sides in Doha on Sunday."
ROW: dict[str, Any] = {
    "id": "a1",
    "text": TEXT,
    "published": "2025-07-08",
    "source": "Wire A",
    "title": "Doha",
    "url": "https://example.org/a",
}
ARTICLE = Article(**ROW)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def table(rows: list[dict[str, Any]], delimiter: str = ",") -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


class TestEveryKindOfFile:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.jsonl", json.dumps(ROW) + "\n\n"),
            ("a.ndjson", json.dumps(ROW) + "\r\n"),
            ("a.json", json.dumps([ROW])),
            ("a.json", json.dumps({"articles": [ROW]})),
            ("a.json", json.dumps(ROW, indent=1)),
            ("a.json", "\ufeff" + json.dumps([ROW])),
            ("a.jsonl", "\ufeff" + json.dumps(ROW)),
            ("a.csv", table([ROW])),
            ("a.csv", "\ufeff" + table([ROW])),
            ("a.tsv", table([ROW], "\t")),
            ("a.csv", table([ROW]).encode("utf-16")),
            ("a.jsonl", f"{json.dumps(ROW)}\n".encode("utf-16")),
        ],
    )
    def test_gives_the_article(self, tmp_path: Path, name: str, content: str | bytes) -> None:
        assert accept_articles(written(tmp_path, name, content)) == ((ARTICLE,), ())

    def test_json_lines_under_the_name_of_json(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.json", f"{json.dumps(ROW)}\n{json.dumps(ROW | {'id': 'a2'})}\n")
        assert [article.id for article in read_articles(path)] == ["a1", "a2"]

    def test_packed_json_lines(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.jsonl.gz", gzip.compress(json.dumps(ROW).encode()))
        assert read_articles(str(path)) == [ARTICLE]

    def test_text_files_with_the_day_in_their_name(self, tmp_path: Path) -> None:
        [article] = read_articles(written(tmp_path, "2025-07-08-doha.txt", TEXT))
        assert (article.id, article.published, article.text) == ("2025-07-08-doha.txt", "2025-07-08", TEXT)

    def test_front_matter(self, tmp_path: Path) -> None:
        content = f"---\nTitle: Doha\nDate: 2025-07-08\nSource: 'Wire A'\nnote\n---\n{TEXT}"
        [article] = read_articles(written(tmp_path, "a.md", content))
        assert (article.title, article.published, article.source, article.text) == (
            "Doha",
            "2025-07-08",
            "Wire A",
            TEXT,
        )

    def test_folders_in_the_order_of_names(self, tmp_path: Path) -> None:
        (tmp_path / "b").mkdir()
        written(tmp_path / "b", "two.txt", "Two.")
        written(tmp_path, "one.txt", "One.")
        written(tmp_path, ".hidden", "x")
        written(tmp_path, "photo.jpg", b"\xff\xd8")
        articles, issues = accept_articles(tmp_path)
        assert [article.id for article in articles] == ["b/two.txt", "one.txt"]
        assert [(issue.code, issue.place) for issue in issues] == [("unknown-file", "photo.jpg")]

    def test_parquet(self, tmp_path: Path) -> None:
        pa = pytest.importorskip("pyarrow")
        pq = pytest.importorskip("pyarrow.parquet")
        pq.write_table(pa.Table.from_pylist([ROW, ROW | {"id": "a2", "text": None}]), tmp_path / "a.parquet")
        articles, issues = accept_articles(tmp_path / "a.parquet")
        assert articles == (ARTICLE,)
        assert [(issue.code, issue.place) for issue in issues] == [("no-text", "a.parquet, row 2")]

    def test_parquet_that_is_none(self, tmp_path: Path) -> None:
        pytest.importorskip("pyarrow")
        with pytest.raises(InputError, match="Parquet"):
            accept_articles(written(tmp_path, "a.parquet", b"PAR1 not really"))

    def test_parquet_with_a_column_of_the_wrong_type(self, tmp_path: Path) -> None:
        pa = pytest.importorskip("pyarrow")
        pq = pytest.importorskip("pyarrow.parquet")
        pq.write_table(pa.Table.from_pylist([{"text": 7}]), tmp_path / "a.parquet")
        _, [issue] = accept_articles(tmp_path / "a.parquet")
        assert (issue.code, "text is a int" in issue.message) == ("not-an-article", True)

    @pytest.mark.parametrize("library", ["pandas", "polars"])
    def test_frames(self, library: str) -> None:
        frames = pytest.importorskip(library)
        day = dt.datetime(2025, 7, 8)
        frame = frames.DataFrame([ROW | {"published": day}, ROW | {"id": "a2", "published": day, "text": None}])
        articles, issues = accept_articles(frame)
        assert articles == (ARTICLE,)
        assert [(issue.code, issue.place) for issue in issues] == [("no-text", "row 1")]

    def test_pages_need_no_guess_about_their_text(self, tmp_path: Path) -> None:
        pytest.importorskip("trafilatura")
        words = " ".join(f"Sentence {n} tells how the delegations met in Doha." for n in range(30))
        content = (
            "<html><head><title>Doha</title><meta property='article:published_time' content='2025-07-08T10:00:00Z'>"
            "<meta property='article:modified_time' content='2025-08-01T10:00:00Z'></head>"
            f"<body><nav>Menu</nav><article><h1>Doha</h1><p>{words}</p></article></body></html>"
        )
        [article] = read_articles(written(tmp_path, "page.html", content))
        assert (article.published, article.modified) == ("2025-07-08", "2025-08-01")
        assert "delegations met" in article.text
        assert "Menu" not in article.text

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            ("<html><body></body></html>", "no-main-text"),
            ("<p>x</p>" * 300_000, "html-too-large"),
            ("<div>" * 20_000, "no-main-text"),
            ("", "no-main-text"),
        ],
    )
    def test_pages_without_an_article(self, tmp_path: Path, content: str, code: str) -> None:
        pytest.importorskip("trafilatura")
        articles, [issue] = accept_articles(written(tmp_path, "page.html", content))
        assert (articles, issue.code, issue.place) == ((), code, "page.html")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Wire A</title>
<item><title>Doha</title><link>https://example.org/a</link><guid>g1</guid>
<pubDate>Tue, 08 Jul 2025 10:00:00 GMT</pubDate><description>
&lt;p&gt;Talks &lt;b&gt;resumed&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>Headline only</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily B</title><entry><id>e1</id><title>Cairo</title>
<updated>2025-08-01T00:00:00Z</updated><content>Talks ended.</content></entry></feed>"""


def warc_record(url: str, page: str) -> bytes:
    http = f"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\n"
    return f"{head}Content-Length: {len(http)}\r\n\r\n{http}\r\n\r\n".encode()


class TestFeedsAndArchives:
    def test_rss(self, tmp_path: Path) -> None:
        pytest.importorskip("feedparser")
        (first, second), [issue] = accept_articles(written(tmp_path, "news.rss", FEED))
        assert (first.id, first.text, first.source) == ("g1", "Talks resumed.", "Wire A")
        assert (first.published, first.url) == ("Tue, 08 Jul 2025 10:00:00 GMT", "https://example.org/a")
        assert (second.text, second.published) == ("Headline only", None)
        assert (issue.code, issue.article) == ("title-only", second.id)

    def test_atom_does_not_take_a_change_for_the_publication(self, tmp_path: Path) -> None:
        pytest.importorskip("feedparser")
        [article] = read_articles(written(tmp_path, "news.atom", ATOM))
        assert (article.id, article.text, article.published) == ("e1", "Talks ended.", None)
        assert article.modified == "2025-08-01T00:00:00Z"

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (
                '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
                "unsafe-archive",
            ),
            ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss>&e;</rss>', "unsafe-archive"),
            ("<html></html>", "no RSS or Atom feed"),
            ("", "no RSS or Atom feed"),
        ],
    )
    def test_what_is_no_feed_or_attacks(self, tmp_path: Path, content: str, words: str) -> None:
        pytest.importorskip("feedparser")
        with pytest.raises(InputError, match=words):
            accept_articles(written(tmp_path, "news.xml", content))

    def test_warc(self, tmp_path: Path) -> None:
        pytest.importorskip("trafilatura")
        pytest.importorskip("warcio")
        words = " ".join(f"Sentence {n} tells how the delegations met in Doha." for n in range(30))
        archive = gzip.compress(
            warc_record("https://example.org/a", f"<html><body><article><p>{words}</p></article></body></html>")
        )
        archive += gzip.compress(warc_record("https://example.org/b", "<p></p>"))
        written(tmp_path, "a.warc.gz", archive)
        (article,), [issue] = accept_articles(tmp_path / "a.warc.gz")
        assert (article.id, article.text.startswith("Sentence 0")) == ("https://example.org/a", True)
        assert (issue.code, issue.place) == ("no-main-text", "a.warc.gz, record 2")
        with pytest.raises(InputError, match="WARC"):
            accept_articles(written(tmp_path, "b.warc", "nothing of the kind"))


class TestColumnsOfOtherTools:
    @pytest.mark.parametrize(
        "row",
        [
            {
                "maintext": TEXT,
                "date_publish": "2025-07-08",
                "date_modify": "2025-08-01",
                "source_domain": "Wire A",
                "title": "Doha",
            },
            {"text": TEXT, "publish_date": "2025-07-08", "source_url": "Wire A", "title": "Doha", "meta_lang": "en"},
            {
                "text": TEXT,
                "published": "2025-07-08",
                "thread": {"site": "Wire A"},
                "title": "Doha",
                "language": "english",
            },
            {"text": TEXT, "publish_date": "2025-07-08", "media_name": "Wire A", "title": "Doha", "language": "en"},
            {"Text": TEXT, "Publication Date": "2025-07-08", "Outlet": "Wire A", "Headline": "Doha"},
            {"text": "", "content": TEXT, "date": "2025-07-08", "source": "Wire A", "title": "Doha"},
        ],
        ids=["news-please", "newspaper4k", "webhose", "mediacloud", "spreadsheet", "an empty column gives way"],
    )
    def test_are_known(self, row: dict[str, Any]) -> None:
        (article,), issues = accept_articles([row])
        assert (article.text, article.published, article.source, article.title) == (
            TEXT,
            "2025-07-08",
            "Wire A",
            "Doha",
        )
        assert issues == ()

    def test_gdelt_has_titles_only(self) -> None:
        row = {
            "url": "https://example.org",
            "title": "Talks resume in Doha",
            "seendate": "20250708T101500Z",
            "domain": "example.org",
        }
        (article,), [issue] = accept_articles({"articles": [row]})
        assert (issue.code, issue.place) == ("title-only", "the object, item 1")
        assert (article.text, article.published, article.source) == (
            "Talks resume in Doha",
            "20250708T101500Z",
            "example.org",
        )

    def test_columns_can_be_named(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.csv", f'Volltext,Tag\n"{TEXT}",2025-07-08\n')
        with pytest.raises(InputError, match="Volltext, Tag"):
            accept_articles(path)
        (article,), _ = accept_articles(path, columns={"text": "Volltext", "published": "Tag"})
        assert (article.text, article.published) == (TEXT, "2025-07-08")

    def test_modified_dates_are_no_publication_dates(self) -> None:
        assert columns_of(["text", "updated", "modified"]) == {"text": "text", "modified": "modified"}
        (article,), _ = accept_articles([{"text": TEXT, "date_publish": "2025-07-08", "date_modify": "2025-08-01"}])
        assert (article.published, article.modified) == ("2025-07-08", "2025-08-01")


class TestTables:
    def test_the_delimiter_is_found_and_told(self, tmp_path: Path) -> None:
        (article,), [issue] = accept_articles(written(tmp_path, "a.csv", table([ROW], ";")))
        assert article == ARTICLE
        assert (issue.code, issue.place) == ("delimiter", "a.csv")

    def test_an_encoding_that_was_guessed_is_told(self, tmp_path: Path) -> None:
        content = table([ROW | {"text": "Türkiye’s envoy came."}]).encode("cp1252")
        (article,), [issue] = accept_articles(written(tmp_path, "a.csv", content))
        assert article.text == "Türkiye’s envoy came."
        assert (issue.code, "cp1256" in issue.message) == ("encoding", True)

    def test_an_encoding_can_be_given(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.csv", table([ROW | {"text": "هدنة"}]).encode("cp1256"))
        (article,), issues = accept_articles(path, encoding="cp1256")
        assert (article.text, issues) == ("هدنة", ())
        with pytest.raises(InputError, match="no encoding is called"):
            accept_articles(path, encoding="utf-9")
        with pytest.raises(InputError, match="is not utf-8"):
            accept_articles(path, encoding="utf-8")

    def test_ragged_rows_are_told_with_their_line(self, tmp_path: Path) -> None:
        content = 'id,text\na1,"Two\nlines."\na2,One,two,three\na3\na4,Fine.\n'
        articles, issues = accept_articles(written(tmp_path, "a.csv", content))
        assert [article.id for article in articles] == ["a1", "a4"]
        assert [(issue.code, issue.place) for issue in issues] == [
            ("ragged-row", "a.csv, line 4"),
            ("no-text", "a.csv, line 5"),
        ]

    def test_long_cells_are_read(self, tmp_path: Path) -> None:
        before = csv.field_size_limit()
        [article] = read_articles(written(tmp_path, "a.csv", f"id,text\na1,{'x' * 200_000}\n"))
        assert len(article.text) == 200_000
        assert csv.field_size_limit() == before

    def test_an_empty_file_holds_no_article(self, tmp_path: Path) -> None:
        assert accept_articles(written(tmp_path, "a.csv", "")) == ((), ())
        assert accept_articles(written(tmp_path, "a.jsonl", "")) == ((), ())


class TestFaults:
    def test_a_broken_line_costs_one_article(self, tmp_path: Path) -> None:
        lines = [json.dumps(ROW | {"id": f"a{n}"}) for n in range(1, 4)]
        lines.insert(1, '{"id": "broken", "text": "no end')
        articles, [issue] = accept_articles(written(tmp_path, "a.jsonl", "\n".join(lines)))
        assert len(articles) == 3
        assert (issue.code, issue.place) == ("broken-line", "a.jsonl, line 2")

    def test_lone_surrogates_and_deep_nesting_in_json_lines(self, tmp_path: Path) -> None:
        content = '{"text": "half \\ud800 a sign", "id": "a"}\n' + "[" * 100_000 + "\n"
        articles, issues = accept_articles(written(tmp_path, "a.jsonl", content))
        assert articles[0].text == "half \ud800 a sign"
        assert [issue.code for issue in issues] == ["lone-surrogate", "broken-line"]

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("a.json", "nonsense", "not JSON"),
            ("a.json", "[" * 100_000, "not JSON"),
            ("a.xlsx", "x", "not read"),
            ("a.jsonl.gz", "no gzip at all", "cannot be read"),
            ("a.jsonl.gz", gzip.compress(b"0" * 5_000_000), "unsafe-archive"),
        ],
    )
    def test_files_that_cannot_be_read(self, tmp_path: Path, name: str, content: str | bytes, words: str) -> None:
        with pytest.raises(InputError, match=words):
            accept_articles(written(tmp_path, name, content))

    def test_read_articles_warns_of_what_it_left_out(self) -> None:
        with pytest.warns(CeasetimelineWarning, match="item 1: .*no text"):
            assert len(read_articles([ROW, {"text": " "}])) == 1

    def test_a_timeline_is_opened_or_refused(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="no such file"):
            read_timeline(tmp_path / "none.json")
        with pytest.raises(InputError, match="folder"):
            read_timeline(tmp_path)
        with pytest.raises(FormatError, match="pickle"):
            read_timeline(written(tmp_path, "a.json", b"\x80\x04."))


items = st.one_of(
    st.none(),
    st.integers(),
    st.text(max_size=5),
    st.binary(max_size=5),
    st.lists(st.none(), max_size=3),
    st.dictionaries(st.sampled_from(["text", "id", "title", "date"]), st.none() | st.text(max_size=5) | st.floats()),
    st.builds(Article, text=st.text(max_size=5), id=st.sampled_from(["", "a", "b"])),
    st.tuples(st.text(max_size=5), st.none() | st.dates() | st.text(max_size=5)),
)


@given(st.lists(items, max_size=8))
def test_every_item_becomes_an_article_an_issue_or_one_of_the_same(given_items: list[Any]) -> None:
    articles, issues = accept_articles(given_items)
    refused = [issue for issue in issues if issue.code in {"no-text", "not-an-article", "encoding"}]
    accepted, _ = len(given_items) - len(refused), issues
    assert len({article.id for article in articles}) == len(articles) <= accepted
    again, _ = accept_articles([*given_items, *given_items])
    assert set(again) == set(articles)


@given(
    st.lists(
        st.builds(
            Article,
            text=st.sampled_from(["x", "y"]),
            id=st.sampled_from(["a", "b"]),
            source=st.sampled_from(["", "S", "T"]),
        ),
        max_size=6,
    ),
    st.randoms(),
)
def test_ids_do_not_depend_on_the_order(articles: list[Article], random: Any) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert set(accept_articles(articles)[0]) == set(accept_articles(shuffled)[0])


def test_arguments_that_cannot_hold_articles() -> None:
    for given_value in (None, 7, b"bytes", object()):
        with pytest.raises(ArgumentError, match="pass a list of articles, or a path"):
            accept_articles(given_value)


SUFFIXES = [
    ".jsonl",
    ".json",
    ".csv",
    ".tsv",
    ".txt",
    ".md",
    ".xml",
    ".html",
    ".parquet",
    ".warc",
    ".jsonl.gz",
    ".csv.gz",
]
pieces = st.sampled_from(
    [
        b"text",
        b"id,text\n",
        b'"',
        b"\n",
        b"\r",
        b";",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"\x00",
        b"\xff",
        b"\x80",
        b"---\n",
        b"<p>",
        b"x",
    ]
)


@given(st.sampled_from(SUFFIXES), st.binary(max_size=40) | st.lists(pieces, max_size=12).map(b"".join), st.booleans())
def test_any_bytes_are_read_or_refused(suffix: str, content: bytes, packed: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), f"a{suffix}", gzip.compress(content) if packed else content)
        with contextlib.suppress(InputError):
            articles, issues = accept_articles(path)
            assert all(issue.code for issue in issues)
            assert all(article.text.strip() for article in articles)
