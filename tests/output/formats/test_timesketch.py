from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest

from leadup.output.formats.timesketch import FIELDS, to_timesketch_csv, to_timesketch_jsonl
from tests.output.stories import crisis, hostile

EXAMPLES = Path("bench/articles/timeline-format-examples/timesketch")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_mandatory_fields_are_those_of_the_examples(shared: Path) -> None:
    with (shared / EXAMPLES / "sigma_events.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert set(FIELDS[:4]) == set(header[:4])


def test_times_are_utc_and_agree() -> None:
    for row in rows(to_timesketch_csv(crisis())):
        moment = dt.datetime.fromisoformat(row["datetime"])
        assert moment.utcoffset() == dt.timedelta()
        assert int(row["timestamp"]) == moment.timestamp() * 1_000_000
        assert row["message"] and row["timestamp_desc"] in ("Event Day", "Published")


def test_a_row_for_each_day_and_each_publication() -> None:
    timeline = crisis()
    found = rows(to_timesketch_csv(timeline))
    assert sum(row["timestamp_desc"] == "Event Day" for row in found) == len(timeline.entries)
    assert sum(row["timestamp_desc"] == "Published" for row in found) == sum(len(e.evidence) for e in timeline.entries)


def test_lines_and_table_say_the_same() -> None:
    lines = [json.loads(line) for line in to_timesketch_jsonl(crisis()).splitlines()]
    table = rows(to_timesketch_csv(crisis()))
    assert [{key: str(value) for key, value in line.items()} for line in lines] == table


def test_hostile_words_stay_in_their_cell() -> None:
    found = rows(to_timesketch_csv(hostile()))
    assert all(set(row) == set(FIELDS) for row in found)
    lines = to_timesketch_jsonl(hostile()).split("\n")
    assert [json.loads(line)["message"] for line in lines if line]


def test_it_opens_in_pandas_with_types() -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(io.StringIO(to_timesketch_csv(crisis())), parse_dates=["datetime"])
    assert str(table["timestamp"].dtype) == "int64" and str(table["datetime"].dt.tz) == "UTC"
