"""Event data: each cell can be checked against its words."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from leadup.archive.codec import unpack_reading
from leadup.ingest import Archive, prepare
from leadup.model import Article, Paragraph, Published, Reading
from leadup.output.eventdata import COLUMNS, EventRow, archive_events, article_events, write_event_csv

BODY = (
    "GOMA (AP) -- Rebels attacked the airport in Goma on Monday. Norway condemned the attack on Tuesday and sent 20 "
    "doctors to Goma. The weather was mild on Sunday."
)


def article(body: str = BODY) -> Article:
    at = Published(dt.datetime(2020, 1, 8, tzinfo=dt.UTC), "day", "sure", "test")
    return Article("a" * 16, "test", body, (Paragraph(0, len(body)),), outlet="The =Daily", published=at)


def read(a: Article) -> tuple[Article, Reading]:
    prepared = prepare(a)
    return prepared.article, unpack_reading(prepared.reading)


@pytest.fixture
def rows() -> list[EventRow]:
    return list(article_events(*read(article())))


def test_one_row_a_dated_happening(rows: list[EventRow]) -> None:
    assert [(r.date.isoformat(), r.event, r.source, r.source_country) for r in rows] == [
        ("2020-01-06", "ASSAULT", "Rebels", ""),
        ("2020-01-07", "ACCUSE", "Norway", "NOR"),
    ]


def test_every_action_where_asked() -> None:
    found = [r.event for r in article_events(*read(article()), every=True)]
    assert {"ASSAULT", "ACCUSE", "AID"} <= set(found)


def test_every_cell_says_where_its_words_stand() -> None:
    a, reading = read(article())
    for r in article_events(a, reading, every=True):
        assert a.text[r.start : r.end] == r.text
        assert a.text[r.event_start : r.event_end] == r.event_text
        for start, end, text in (
            (r.source_start, r.source_end, r.source_text),
            (r.target_start, r.target_end, r.target_text),
            (r.place_start, r.place_end, r.place),
        ):
            assert (start is None) == (text == "")
            assert start is None or a.text[start:end] == text


def test_the_same_article_gives_the_same_rows(rows: list[EventRow]) -> None:
    assert rows == list(article_events(*read(article())))
    assert len({r.id for r in rows}) == len(rows)


def test_a_text_without_days_gives_no_rows() -> None:
    assert list(article_events(*read(article("Rebels attacked the airport.")))) == []


def test_csv(rows: list[EventRow]) -> None:
    file = io.StringIO()
    assert write_event_csv(rows, file) == 2
    header, first, _ = csv.reader(io.StringIO(file.getvalue()))
    assert tuple(header) == COLUMNS
    found = dict(zip(header, first, strict=True))
    assert found["date"] == "2020-01-06"
    assert found["intensity"] == "-9.0"
    assert found["outlet"] == "The =Daily"


def test_what_a_spreadsheet_would_run_is_disarmed(rows: list[EventRow]) -> None:
    from dataclasses import replace

    file = io.StringIO()
    write_event_csv([replace(rows[0], source="=1+1", text="\x1b[31m")], file)
    found = next(csv.DictReader(io.StringIO(file.getvalue())))
    assert found["source"] == "'=1+1"
    assert "\x1b" not in found["text"]


def test_a_whole_archive(tmp_path: Path, examples: Path) -> None:
    from leadup.intake import read_path

    with Archive(tmp_path / "archive", create=True) as kept:
        for found in read_path(examples):
            assert isinstance(found, Article)
            kept.add(found)
        rows = list(archive_events(kept))
        texts = {a.id: a.text for a, _ in kept.articles()}
    assert len(rows) >= 15
    assert all(texts[r.article][r.start : r.end] == r.text for r in rows)
    assert [r.date.isoformat() for r in rows if r.event == "THREATEN" and "vowed" in r.event_text] != []
