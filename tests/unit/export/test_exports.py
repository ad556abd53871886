"""Every format is read again by a reader that is not ours, and tells the same events, dates and links."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given

from ceasetimeline.codec import TimelineParts, timeline_from_json
from ceasetimeline.errors import UnknownNameError
from ceasetimeline.export import EXPORTERS, export, format_of, to_frame
from ceasetimeline.export.coded import plover_type
from ceasetimeline.export.plain import formula_safe, storable
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.model import Span
from ceasetimeline.testing import timeline_parts
from ceasetimeline.timeline import Timeline

EDGES = {("e1", "e2", "before"), ("e3", "e2", "answers")}
OPTIONAL = {"parquet": "pyarrow"}


def made(timeline: Timeline, name: str, **options: Any) -> bytes:
    if name in OPTIONAL:
        pytest.importorskip(OPTIONAL[name])
    return export(timeline, name, **options).content


def quietly(read: Callable[[], Any]) -> Any:
    """What another library reads; its own deprecation warnings are not ours to fix."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return read()


def unpacked(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist()]


@pytest.mark.parametrize("name", EXPORTERS)
class TestEveryFormat:
    def test_the_same_timeline_gives_the_same_bytes(self, name: str, timeline: Timeline) -> None:
        assert made(timeline, name) == made(timeline, name)

    def test_an_empty_timeline_can_be_written(self, name: str) -> None:
        assert made(Timeline(), name)

    def test_hostile_text_can_be_written_and_is_utf8(self, name: str, hostile: Timeline) -> None:
        content = made(hostile, name)
        if name not in {"parquet", "timeml"}:
            content.decode("utf-8")

    def test_texts_can_be_left_out(self, name: str, timeline: Timeline) -> None:
        content = made(timeline, name, text=False)
        for part in unpacked(content) if name == "timeml" else [content]:
            assert b"A truce was planned" not in part


@given(timeline_parts())
def test_any_timeline_can_be_written_in_any_format(parts: TimelineParts) -> None:
    timeline = Timeline(**parts)
    for name in EXPORTERS:
        if name not in OPTIONAL:
            export(timeline, name)


def test_what_a_format_leaves_out_is_told(timeline: Timeline) -> None:
    assert export(timeline, "ical").left_out == ("e3", "e4")
    assert export(timeline, "timelinejs").left_out == ("e3", "e4")
    assert export(timeline, "annotations").left_out == ("m3",)
    assert export(timeline, "cameo").left_out == ("e4",)
    assert export(timeline, "csv").left_out == ()


def test_names_that_do_not_exist_get_a_hint(timeline: Timeline) -> None:
    with pytest.raises(UnknownNameError, match="graphml"):
        export(timeline, "graphlm")
    with pytest.raises(UnknownNameError, match="text"):
        export(timeline, "json", txt=True)


@pytest.mark.parametrize(
    ("name", "format_"), [("a.csl.json", "csl-json"), ("a.json", "json"), ("a.cameo.csv", "cameo")]
)
def test_the_longest_suffix_says_the_format(name: str, format_: str) -> None:
    assert format_of(name) == format_


# -- graphs ---------------------------------------------------------------------------------------------------------


def check_graph(graph: Any, kinds: str = "kinds") -> None:
    assert set(graph.nodes) == {"e1", "e2", "e3", "e4"}
    assert {(one, other, data[kinds]) for one, other, data in graph.edges(data=True)} == EDGES
    assert graph.nodes["e2"]["earliest_start"] == "2025-07-06"
    assert graph.nodes["e2"]["latest_end"] == "2025-07-08"
    assert "earliest_start" not in graph.nodes["e3"]
    assert graph.nodes["e3"]["latest_start"] == "2025-07-08"
    assert graph.nodes["e1"]["parties"] == "Israel; Hamas"
    assert graph.nodes["e4"]["comments"] == "e1"


def test_graphml_is_read_by_networkx(timeline: Timeline) -> None:
    import networkx as nx

    check_graph(nx.parse_graphml(made(timeline, "graphml").decode()))


def test_gexf_is_read_by_networkx_and_carries_no_date(timeline: Timeline) -> None:
    import networkx as nx

    content = made(timeline, "gexf")
    check_graph(nx.read_gexf(io.BytesIO(content)))
    assert b"lastmodified" not in content


def test_node_link_is_read_by_networkx(timeline: Timeline) -> None:
    import networkx as nx

    check_graph(quietly(lambda: nx.node_link_graph(json.loads(made(timeline, "node-link")), edges="edges")))


def test_cytoscape_is_read_by_networkx(timeline: Timeline) -> None:
    import networkx as nx

    check_graph(nx.cytoscape_graph(json.loads(made(timeline, "cytoscape"))))


def test_hostile_graphs_are_read_by_networkx(hostile: Timeline) -> None:
    import networkx as nx

    for graph in (
        nx.parse_graphml(made(hostile, "graphml").decode()),
        nx.read_gexf(io.BytesIO(made(hostile, "gexf"))),
        quietly(lambda: nx.node_link_graph(json.loads(made(hostile, "node-link")), edges="edges")),
        nx.cytoscape_graph(json.loads(made(hostile, "cytoscape"))),
    ):
        assert (graph.number_of_nodes(), graph.number_of_edges()) == (4, 2)


def test_dot_is_read_by_pydot(timeline: Timeline, hostile: Timeline) -> None:
    pydot = pytest.importorskip("pydot")
    [graph] = quietly(lambda: pydot.graph_from_dot_data(made(timeline, "dot").decode()))
    edges = {
        (e.get_source().strip('"'), e.get_destination().strip('"'), e.get_label().strip('"'))
        for e in graph.get_edges()
    }
    assert edges == EDGES
    [node] = graph.get_node('"e1"')
    assert node.get("earliest_start") == '"2025-07-06"'
    [graph] = quietly(lambda: pydot.graph_from_dot_data(made(hostile, "dot").decode()))
    assert len(graph.get_edges()) == 2


MERMAID_LINE = re.compile(r'  e\d+(\["[\w .,()–/#;<>-]*"\]| -->\|"[\w .,()–/#;-]*"\| e\d+)')


def test_mermaid_has_no_character_that_acts(timeline: Timeline, hostile: Timeline) -> None:
    for one in (timeline, hostile):
        head, *lines = made(one, "mermaid").decode().splitlines()
        assert head == "flowchart TD"
        assert all(MERMAID_LINE.fullmatch(line) for line in lines), lines
        assert len(lines) == 6
        assert "<" not in made(one, "mermaid").decode().replace("<br/>", "")


# -- tables ---------------------------------------------------------------------------------------------------------


def test_csv_is_read_by_csv_and_duckdb(timeline: Timeline, tmp_path: Any) -> None:
    content = made(timeline, "csv")
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert [row["id"] for row in rows] == ["e1", "e2", "e3", "e4"]
    assert rows[1]["earliest_start"] == "2025-07-06"
    assert rows[3]["earliest_start"] == ""
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "events.csv"
    path.write_bytes(content)
    found = duckdb.sql(f"select id, earliest_start, confidence from read_csv('{path}') order by id").fetchall()
    assert found[0] == ("e1", date(2025, 7, 6), 1.0)
    assert found[2][1] is None


def test_csv_runs_nothing_in_a_spreadsheet(hostile: Timeline) -> None:
    for cell in (cell for row in csv.reader(io.StringIO(made(hostile, "csv").decode(), newline="")) for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert "\x00" not in cell


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_formulas_get_a_mark_in_front(cell: str) -> None:
    assert formula_safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["talks", "2025-07-08", "", "'=1", "a=b"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert formula_safe(cell) == cell


def test_raw_csv_keeps_the_cells(hostile: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO(made(hostile, "csv", csv_safe=False).decode(), newline="")))
    assert "\u202eevil" in rows[0]["venue"]


def test_rows_of_mentions_name_their_event(timeline: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO(made(timeline, "csv", rows="mentions").decode(), newline="")))
    assert [(row["event"], row["id"], row["start"]) for row in rows] == [
        ("e1", "m1", "10"),
        ("e2", "m2", "44"),
        ("e4", "m3", ""),
    ]


def test_parquet_is_read_by_duckdb_and_polars(timeline: Timeline, hostile: Timeline, tmp_path: Any) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(made(timeline, "parquet"))
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(f"select id, earliest_start, latest_end from '{path}' order by id").fetchall()
    assert found[1] == ("e2", date(2025, 7, 6), date(2025, 7, 8))
    assert found[3] == ("e4", None, None)
    polars = pytest.importorskip("polars")
    assert polars.read_parquet(io.BytesIO(made(hostile, "parquet", rows="mentions"))).height == 3


def test_a_frame_has_days_and_no_made_up_ones(timeline: Timeline) -> None:
    pytest.importorskip("pandas")
    frame = to_frame(timeline)
    assert list(frame["id"]) == ["e1", "e2", "e3", "e4"]
    assert frame["earliest_start"].isna().tolist() == [False, False, True, True]
    assert frame["latest_end"].iloc[1].date() == date(2025, 7, 8)
    assert len(to_frame(timeline, rows="mentions")) == 3
    assert list(to_frame(Timeline()).columns) == list(frame.columns)


def test_cameo_rows_name_each_pair_of_parties_once(timeline: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO(made(timeline, "cameo").decode(), newline="")))
    pairs = {(row["event"], row["source_actor"], row["target_actor"]) for row in rows}
    assert {("e1", "Israel", "Hamas"), ("e2", "Hamas", "Israel")} <= pairs
    assert all(re.fullmatch(r"\d{2,4}", row["cameo"]) for row in rows)
    assert {(row["cameo"], row["plover"]) for row in rows} >= {("120", "REJECT")}


def test_every_code_of_the_lexicon_has_a_plover_type_or_is_a_statement() -> None:
    types = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"]
    types += ["THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
    for event_type in Lexicon.default().event_types:
        if event_type.cameo and not event_type.cameo.startswith("01"):
            assert plover_type(event_type.cameo) in types


# -- calendars and the web -----------------------------------------------------------------------------------------


def test_ical_is_read_by_icalendar(timeline: Timeline, hostile: Timeline) -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(made(timeline, "ical"))
    found = {str(e["UID"]): (e["DTSTART"].dt, e["DTEND"].dt, str(e["SUMMARY"])) for e in calendar.walk("VEVENT")}
    assert found == {
        "e1@ceasetimeline": (date(2025, 7, 6), date(2025, 7, 7), "talks: Israel and Hamas, mediated by Qatar"),
        "e2@ceasetimeline": (date(2025, 7, 6), date(2025, 7, 9), "rejection: Hamas to Israel"),
    }
    content = made(hostile, "ical")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(content)
    for event in calendar.walk("VEVENT"):
        assert not event.get("ATTENDEE")
        assert "URL" not in event


def test_timelinejs_has_what_the_format_asks_for(timeline: Timeline, hostile: Timeline) -> None:
    table = json.loads(made(timeline, "timelinejs"))
    assert {e["unique_id"]: (e["start_date"], e["end_date"]) for e in table["events"]} == {
        "e1": ({"year": 2025, "month": 7, "day": 6}, {"year": 2025, "month": 7, "day": 6}),
        "e2": ({"year": 2025, "month": 7, "day": 6}, {"year": 2025, "month": 7, "day": 8}),
    }
    for event in json.loads(made(hostile, "timelinejs"))["events"]:
        shown = event["text"]["headline"] + event["text"]["text"] + event["group"]
        assert "<script" not in shown
        assert "javascript:" not in re.sub(r"[^<>]*(?=<|$)", "", shown)


# -- linguistics and linked data -----------------------------------------------------------------------------------


def documents(content: bytes) -> list[Any]:
    etree = pytest.importorskip("lxml.etree")
    return [etree.fromstring(part) for part in unpacked(content)]


def test_timeml_is_read_by_lxml(timeline: Timeline) -> None:
    first, second = documents(made(timeline, "timeml"))
    assert "".join(first.find("TEXT").itertext()) == timeline.articles[0].text
    assert [(t.get("tid"), t.get("value")) for t in first.iter("TIMEX3")] == [
        ("t0", "2025-07-08"),
        ("t1", "2025-07-06"),
    ]
    assert [e.text for e in first.iter("EVENT")] == ["met", "The plan"]
    links = {
        (t.get("eventInstanceID"), t.get("relatedToTime") or t.get("relatedToEventInstance"), t.get("relType"))
        for t in first.iter("TLINK")
    }
    assert links == {("ei1", "t1", "IS_INCLUDED"), ("ei1", "ei2", "BEFORE")}
    assert second.find("DCT").find("TIMEX3") is None


def test_overlapping_timeml_is_left_out_and_told_and_nothing_points_at_it(timeline: Timeline) -> None:
    [sunday] = timeline.times
    inside = attrs.evolve(sunday, id="t2", span=Span(5, 9), text=sunday.text[5:9])
    met = next(mention for mention in timeline.mentions if mention.id == "m1")
    twin = attrs.evolve(met, id="m1b", type="meeting", time="t2")
    made_of = export(attrs.evolve(timeline, times=(sunday, inside), mentions=(*timeline.mentions, twin)), "timeml")
    assert made_of.left_out == ("m3", "t2")
    assert "overlap" in made_of.reason
    first, _ = documents(made_of.content)
    tags = {tag.get("eid") or tag.get("tid") for tag in first.iter("EVENT", "TIMEX3")}
    instances = {tag.get("eiid"): tag.get("eventID") for tag in first.iter("MAKEINSTANCE")}
    assert sorted(instances.values()) == ["e1", "e1", "e3"]
    assert set(instances.values()) < tags
    for link in first.iter("TLINK"):
        assert link.get("eventInstanceID") in instances
        assert (link.get("relatedToTime") or "t0") in tags
        assert (link.get("relatedToEventInstance") or "ei1") in instances


def test_hostile_timeml_keeps_the_length_of_the_text(hostile: Timeline) -> None:
    first, _ = documents(made(hostile, "timeml"))
    assert "".join(first.find("TEXT").itertext()) == storable(hostile.articles[0].text)
    assert first.find("TEXT").find("script") is None


def test_json_ld_is_read_by_rdflib(timeline: Timeline, hostile: Timeline) -> None:
    rdflib = pytest.importorskip("rdflib")
    schema, prov, time = (
        rdflib.Namespace(name)
        for name in ("https://schema.org/", "http://www.w3.org/ns/prov#", "http://www.w3.org/2006/time#")
    )
    graph = quietly(lambda: rdflib.Graph().parse(data=made(timeline, "json-ld"), format="json-ld"))
    event = rdflib.URIRef("urn:ceasetimeline:event:e1")
    assert set(graph.subjects(rdflib.RDF.type, schema.Event)) == {
        rdflib.URIRef(f"urn:ceasetimeline:event:e{number}") for number in range(1, 5)
    }
    assert [str(day) for day in graph.objects(event, schema.startDate)] == ["2025-07-06"]
    assert not list(graph.objects(rdflib.URIRef("urn:ceasetimeline:event:e2"), schema.startDate))
    assert list(graph.objects(event, time.before)) == [rdflib.URIRef("urn:ceasetimeline:event:e2")]
    assert list(graph.objects(event, prov.wasDerivedFrom)) == [rdflib.URIRef("urn:ceasetimeline:mention:m1")]
    graph = quietly(lambda: rdflib.Graph().parse(data=made(hostile, "json-ld"), format="json-ld"))
    assert len(set(graph.subjects(rdflib.RDF.type, schema.Event))) == 4


def test_annotations_point_at_the_words(timeline: Timeline) -> None:
    table = json.loads(made(timeline, "annotations"))
    assert table["total"] == len(table["first"]["items"]) == 2
    for item in table["first"]["items"]:
        quote, position = item["target"]["selector"]
        text = timeline.articles[0].text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.startswith(quote["prefix"] + quote["exact"] + quote["suffix"], max(0, position["start"] - 32))
        assert item["target"]["source"] == "https://example.org/a?b=1&c=2"


ANNOTATION_TERMS = {
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextualBody": "oa:TextualBody",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "first": {"@id": "as:first", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "purpose": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "exact": {"@id": "oa:exact"},
    "prefix": {"@id": "oa:prefix"},
    "suffix": {"@id": "oa:suffix"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": {"@id": "rdf:value"},
}
"""The terms of the Web Annotation vocabulary that we use, written out, since no test asks the network for them."""


def test_annotations_are_read_by_rdflib_with_the_terms_of_the_vocabulary(timeline: Timeline) -> None:
    rdflib = pytest.importorskip("rdflib")
    table = json.loads(made(timeline, "annotations"))
    assert table["@context"] == "http://www.w3.org/ns/anno.jsonld"
    terms = json.dumps(table | {"@context": ANNOTATION_TERMS})
    graph = quietly(lambda: rdflib.Graph().parse(data=terms, format="json-ld"))
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    found = {}
    for annotation in graph.subjects(rdflib.RDF.type, oa.Annotation):
        [target] = graph.objects(annotation, oa.hasTarget)
        [source] = graph.objects(target, oa.hasSource)
        assert str(source) == "https://example.org/a?b=1&c=2"
        selectors = list(graph.objects(target, oa.hasSelector))
        [quote] = [str(words) for selector in selectors for words in graph.objects(selector, oa.exact)]
        [start] = [int(at) for selector in selectors for at in graph.objects(selector, oa.start)]
        found[str(annotation).rpartition(":")[2]] = (start, quote)
    placed = [mention for mention in timeline.mentions if mention.span is not None]
    assert found == {mention.id: (mention.span.start, mention.quote) for mention in placed if mention.span}


def test_csl_json_is_read_by_citeproc(timeline: Timeline, hostile: Timeline) -> None:
    citeproc = pytest.importorskip("citeproc.source.json")
    sources = quietly(lambda: citeproc.CiteProcJSON(json.loads(made(timeline, "csl-json"))))
    assert set(sources) == {"a1", "a2"}
    issued = sources["a1"]["issued"]
    assert (issued["year"], issued["month"], issued["day"]) == (2025, 7, 8)
    assert (str(sources["a1"]["title"]), "issued" in sources["a2"]) == ("Talks in Doha", False)
    assert len(quietly(lambda: citeproc.CiteProcJSON(json.loads(made(hostile, "csl-json"))))) == 2


def test_hostile_links_are_dropped(hostile: Timeline) -> None:
    for item in json.loads(made(hostile, "annotations"))["first"]["items"]:
        assert item["target"]["source"].startswith("urn:")
    assert all("URL" not in reference for reference in json.loads(made(hostile, "csl-json")))


# -- for people ----------------------------------------------------------------------------------------------------


def test_markdown_is_read_by_markdown_it(timeline: Timeline, hostile: Timeline) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark")
    page = reader.render(made(timeline, "markdown").decode())
    assert [h.split("</h2>")[0] for h in page.split("<h2>")[1:]] == [
        "6 Jul 2025: talks: Israel and Hamas, mediated by Qatar",
        "6–8 Jul 2025: rejection: Hamas to Israel",
        "by 8 Jul 2025: proposal: Qatar",
        "date unknown: ceasefire (planned)",
        "Sources that disagree",
        "What could not be used",
    ]
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in page
    hostile_page = reader.render(made(hostile, "markdown").decode())
    assert "<script" not in hostile_page
    assert "<a " not in hostile_page
    assert "<code>" not in hostile_page


def test_csl_json_dates_only_what_is_known(timeline: Timeline) -> None:
    first, second = json.loads(made(timeline, "csl-json"))
    assert first["issued"] == {"date-parts": [[2025, 7, 8]]}
    assert first["container-title"] == "Wire A"
    assert "issued" not in second


def test_html_is_read_by_lxml(timeline: Timeline, hostile: Timeline) -> None:
    html = pytest.importorskip("lxml.html")
    plain, page = (html.fromstring(made(one, "html")) for one in (timeline, hostile))
    assert len(page.findall(".//script")) == len(plain.findall(".//script"))
    assert not page.xpath("//*[starts-with(translate(name(@*), 'ON', 'on'), 'on')]")
    assert all(link.get("href", "").startswith(("#", "http:", "https:")) for link in page.iter("a"))


def test_json_is_the_saved_timeline(timeline: Timeline) -> None:
    assert Timeline(**timeline_from_json(made(timeline, "json"))) == timeline


def test_xml_escapes_are_those_of_the_standard_library(hostile: Timeline) -> None:
    ET.fromstring(made(hostile, "graphml"))
    ET.fromstring(made(hostile, "gexf"))
