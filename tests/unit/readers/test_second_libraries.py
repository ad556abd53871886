"""What other libraries write is read as they meant it: every field of every article compared."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from ceasetimeline.model import Article
from ceasetimeline.readers import read_articles

FIELDS: Final = ("id", "source", "url", "published", "title", "text")
ROWS: Final[list[dict[str, str]]] = [
    {
        "id": "one",
        "source": "northern-wire.example",
        "url": "https://northern-wire.example/a?b=1&c=2",
        "published": "2025-07-08",
        "title": 'A "pause", say both; details later',
        "text": 'Talks resumed on Sunday.\n\nBoth sides, a mediator said, "came close"; then they didn\'t.',
    },
    {
        "id": "two",
        "source": "harbour-post.example",
        "url": "https://harbour-post.example/2",
        "published": "2025-07-07T23:30:00+03:00",
        "title": "=1+1 is no formula here",
        "text": "In İstanbul the delegations met.\tA truce, they said, 'holds' – <b>for now</b> & later.",
    },
    {
        "id": "three",
        "source": "",
        "url": "",
        "published": "",
        "title": "",
        "text": "وقال متحدث إن المحادثات تستأنف. The rest is in English.",
    },
]


def fields(article: Article) -> dict[str, str]:
    """What an article holds, an absent value as an empty text."""
    return {name: str(attrs.asdict(article, recurse=False)[name] or "") for name in FIELDS}


def same(path: Path | Any) -> bool:
    return [fields(article) for article in read_articles(path)] == ROWS


class TestTables:
    @pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.filterwarnings("ignore::ceasetimeline.errors.CeasetimelineWarning")
    def test_csv_of_pandas(self, tmp_path: Path, separator: str, encoding: str) -> None:
        pandas = pytest.importorskip("pandas")
        path = tmp_path / ("a.tsv" if separator == "\t" else "a.csv")
        pandas.DataFrame(ROWS).to_csv(path, index=False, sep=separator, encoding=encoding)
        assert same(path)

    def test_parquet_of_polars(self, tmp_path: Path) -> None:
        polars = pytest.importorskip("polars")
        pytest.importorskip("pyarrow")
        polars.DataFrame(ROWS).write_parquet(tmp_path / "a.parquet")
        assert same(tmp_path / "a.parquet")

    def test_parquet_and_csv_of_duckdb(self, tmp_path: Path) -> None:
        duckdb = pytest.importorskip("duckdb")
        pytest.importorskip("pyarrow")
        (tmp_path / "a.json").write_text(json.dumps(ROWS), encoding="utf-8")
        columns = ", ".join(f"{name}: 'VARCHAR'" for name in FIELDS)
        source = f"read_json('{tmp_path / 'a.json'}', columns={{{columns}}})"
        for name, form in (("b.parquet", "parquet"), ("b.csv", "csv, header")):
            duckdb.sql(f"COPY (SELECT {', '.join(FIELDS)} FROM {source}) TO '{tmp_path / name}' (FORMAT {form})")
            assert same(tmp_path / name)

    @pytest.mark.parametrize("library", ["pandas", "polars"])
    def test_frames(self, library: str) -> None:
        assert same(pytest.importorskip(library).DataFrame(ROWS))

    @pytest.mark.parametrize("lines", [False, True])
    def test_json_of_pandas(self, tmp_path: Path, lines: bool) -> None:
        pandas = pytest.importorskip("pandas")
        path = tmp_path / ("a.jsonl" if lines else "a.json")
        pandas.DataFrame(ROWS).to_json(path, orient="records", lines=lines)
        assert same(path)


class TestMarkup:
    def test_rss_of_lxml(self, tmp_path: Path) -> None:
        etree = pytest.importorskip("lxml.etree")
        pytest.importorskip("feedparser")
        feed = etree.Element("rss", version="2.0")
        channel = etree.SubElement(feed, "channel")
        item = etree.SubElement(channel, "item")
        for name, value in (
            ("title", "Sides meet again"),
            ("link", "https://northern-wire.example/a"),
            ("pubDate", "Tue, 08 Jul 2025 09:00:00 +0300"),
            ("description", "Talks resumed on Sunday & went on."),
        ):
            etree.SubElement(item, name).text = value
        path = tmp_path / "a.rss"
        path.write_bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8"))
        [article] = read_articles(path)
        assert (article.title, article.text) == ("Sides meet again", "Talks resumed on Sunday & went on.")
        assert article.url == "https://northern-wire.example/a"
        assert "2025" in str(article.published)

    def test_page_of_lxml(self, tmp_path: Path) -> None:
        html = pytest.importorskip("lxml.html")
        pytest.importorskip("trafilatura")
        builder = pytest.importorskip("lxml.html.builder")
        words = (
            "Talks between both sides resumed in Doha on Sunday, a mediator told reporters who waited there.",
            "The delegations stayed for six hours and left without a word, and nobody could say when they return.",
        )
        page = builder.HTML(
            builder.HEAD(
                builder.TITLE("Sides meet again"),
                builder.META(property="article:published_time", content="2025-07-08T09:00:00Z"),
            ),
            builder.BODY(builder.E.article(*map(builder.P, words))),
        )
        path = tmp_path / "a.html"
        path.write_bytes(html.tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>"))
        [article] = read_articles(path)
        paragraphs = [p.text_content().split() for p in html.parse(str(path)).iter("p")]
        assert article.text.split() == [word for paragraph in paragraphs for word in paragraph]
        assert str(article.published).startswith("2025-07-08")

    @pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile")  # warcio's own spool, closed when it is collected
    def test_warc_of_warcio(self, tmp_path: Path) -> None:
        writer = pytest.importorskip("warcio.warcwriter")
        pytest.importorskip("trafilatura")
        headers = pytest.importorskip("warcio.statusandheaders")
        text = "Talks between both sides resumed in Doha on Sunday, a mediator told reporters there. " * 3
        page = f"<html><body><article><p>{text}</p></article></body></html>"
        with (tmp_path / "a.warc.gz").open("wb") as out:
            archive = writer.WARCWriter(out, gzip=True)
            answer = headers.StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
            address = "https://northern-wire.example/2025/07/08/a"
            archive.write_record(
                archive.create_warc_record(
                    address, "response", payload=io.BytesIO(page.encode()), http_headers=answer
                )
            )
        [article] = read_articles(tmp_path / "a.warc.gz")
        assert (article.text.split(), article.url) == (text.split(), address)
