from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from leadup.model import Figure
from leadup.output.formats.eventtable import COLUMNS, rows_of, to_event_csv, to_event_parquet
from tests.output.stories import crisis, hostile


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_says_who_did_what_to_whom_and_where_it_stands() -> None:
    timeline = crisis()
    row = table(to_event_csv(timeline))[-1]
    last = timeline.entries[-1]
    assert {key: row[key] for key in ("date", "event", "source", "target", "independent", "articles")} == {
        "date": "2024-05-17", "event": "COERCE", "source": "Maradia", "target": "the Tarn Federation",
        "independent": "3", "articles": "6",
    }  # fmt: skip
    assert row["text"] == last.wording.exact
    start, end = int(row["start"]), int(row["end"])
    assert int(row["event_start"]) >= start and int(row["event_end"]) <= end
    assert last.wording.exact[int(row["event_start"]) - start : int(row["event_end"]) - start] == row["event_text"]


def test_every_action_has_a_row_and_every_row_an_id() -> None:
    timeline = crisis(60)
    rows = list(rows_of(timeline))
    assert len(rows) == sum(len(entry.actions) for entry in timeline.entries)
    assert len({row["id"] for row in rows}) == len(rows) and all(set(row) == set(COLUMNS) for row in rows)
    norway = next(row for row in rows if row["source"] == "Norway")
    assert (norway["source_country"], norway["source_kind"]) == ("NOR", "state")


@pytest.mark.parametrize(
    ("low", "high", "cell"),
    [(24, 24, "killed 24 fighter"), (24, None, "killed 24+ fighter"), (20, 30, "killed 20-30 fighter")],
)
def test_figures(low: float, high: float | None, cell: str) -> None:
    timeline = crisis()
    entry = replace(timeline.entries[0], figures=(Figure(0, 2, "24", low, high, "fighter", "killed"),))
    entry = replace(entry, actions=timeline.entries[1].actions)
    (row, *_) = rows_of(replace(timeline, entries=(entry, *timeline.entries[1:])))
    assert row["figures"] == cell


def test_no_cell_is_a_formula() -> None:
    for row in table(to_event_csv(hostile())):
        assert not any(row[name].startswith(("=", "+", "@")) for name in ("source", "target", "outlet", "text"))


def test_the_csv_opens_in_pandas_with_types() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.StringIO(to_event_csv(crisis())), parse_dates=["date", "last_date", "reported"])
    assert pandas.api.types.is_datetime64_any_dtype(frame["date"])
    assert frame["start"].dtype == "int64" and frame["intensity"].dtype == "float64"


def test_parquet_keeps_the_types_and_the_rows() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    read = parquet.read_table(io.BytesIO(to_event_parquet(crisis())))
    assert read.schema.field("date").type == pyarrow.date32() and read.schema.field("start").type == pyarrow.int64()
    assert read.to_pylist() == list(rows_of(crisis()))
