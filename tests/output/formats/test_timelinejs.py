from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from leadup.output.formats.timelinejs import HEADER, to_timelinejs, to_timelinejs_csv
from tests.output.stories import crisis, hostile, story

EXAMPLES = Path("bench/articles/timeline-format-examples/timelinejs")


def test_a_slide_an_entry_with_its_day() -> None:
    timeline = crisis()
    made = json.loads(to_timelinejs(timeline))
    assert made["title"]["text"]["headline"] == "What led up to the closing of the Karsa Strait"
    assert len(made["events"]) == len(timeline.entries)
    first = made["events"][0]
    assert first["start_date"] == {"year": 2024, "month": 5, "day": 3}
    assert first["text"]["headline"] == timeline.entries[0].wording.exact
    assert len({event["unique_id"] for event in made["events"]}) == len(made["events"])


def test_keys_are_those_of_published_timelines(shared: Path) -> None:
    known: set[str] = set()
    for name in ("women_in_computing.json",):
        published = json.loads((shared / EXAMPLES / f"contrib_{name}").read_text("utf-8"))
        for event in published["events"]:
            known |= set(event)
    made = json.loads(to_timelinejs(crisis()))
    assert {key for event in made["events"] for key in event} - {"display_date", "group"} <= known | {"unique_id"}


def test_the_sheet_has_the_templates_columns(shared: Path) -> None:
    with (shared / EXAMPLES / "contrib_women_in_computing.csv").open(encoding="utf-8-sig", newline="") as file:
        assert tuple(next(csv.reader(file))) == HEADER


def test_the_sheet_is_the_json() -> None:
    timeline = crisis()
    rows = list(csv.DictReader(io.StringIO(to_timelinejs_csv(timeline), newline="")))
    assert rows[0]["Type"] == "title" and not rows[0]["Year"]
    assert len(rows) == len(timeline.entries) + 1
    for row, event in zip(rows[1:], json.loads(to_timelinejs(timeline))["events"], strict=True):
        assert {key: int(row[key.capitalize()]) for key in ("year", "month", "day")} == event["start_date"]
        assert (row["Headline"], row["Text"]) == (event["text"]["headline"], event["text"]["text"])


def test_words_from_outside_are_no_markup_and_no_formula() -> None:
    for text in (to_timelinejs(hostile()), to_timelinejs_csv(hostile())):
        assert "<script" not in text and "<img" not in text and "javascript:document" not in text.split("href=")
        assert "&lt;script&gt;" in text
    for row in csv.reader(io.StringIO(to_timelinejs_csv(hostile()), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("entries", [5, 60])
def test_the_sheet_opens_in_pandas_with_types(entries: int) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(io.StringIO(to_timelinejs_csv(story(entries))), dtype={"Year": "Int64"})
    assert table["Year"].dropna().eq(2024).all() and len(table) == entries + 1
