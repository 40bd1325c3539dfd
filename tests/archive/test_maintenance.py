"""An archive can be checked, compacted, written out and read back without loss."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leadup.archive import maintenance
from leadup.archive.file import FILE
from leadup.errors import IntakeError, MissingInput, UnwritableOutput
from leadup.ingest import Archive, exported
from leadup.ingest.gathering import gather, store


@pytest.fixture
def kept(tmp_path: Path, examples: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [examples])
        yield archive


def test_the_examples_have_no_fault(kept: Archive) -> None:
    assert list(maintenance.check(kept)) == []


@pytest.mark.parametrize(
    ("tampering", "what"),
    [
        ("UPDATE article SET text = 'X' || text WHERE row = (SELECT max(row) FROM article)", "damaged on disk"),
        ("INSERT INTO words (words) VALUES ('delete-all')", "full-text index"),
    ],
)
def test_tampering_is_found(kept: Archive, tampering: str, what: str) -> None:
    with closing(sqlite3.connect(kept.path / FILE)) as db, db:
        db.execute(tampering)
    assert any(what in fault.what for fault in maintenance.check(kept))


def test_compacting_mends_the_index(kept: Archive) -> None:
    with closing(sqlite3.connect(kept.path / FILE)) as db, db:
        db.execute("INSERT INTO words (words) VALUES ('delete-all')")
    assert kept.search("embassy") == ()
    maintenance.compact(kept)
    assert kept.search("embassy")
    assert list(maintenance.check(kept)) == []


@pytest.mark.parametrize("name", ["all.jsonl", "all.parquet"])
def test_out_and_back_in_without_loss(kept: Archive, tmp_path: Path, name: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow (the extra 'formats')")
    assert maintenance.export(kept, tmp_path / name) == kept.stats().articles
    with Archive(tmp_path / "again", create=True) as again:
        summary = store(again, exported.load(tmp_path / name))
        assert summary.added == kept.stats().articles
        assert list(again.articles()) == list(kept.articles())


def test_a_broken_row_is_named_and_the_rest_goes_in(kept: Archive, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    maintenance.export(kept, file)
    lines = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([lines[0], b'{"article": {"id": 3}}', b"{", *lines[1:]]))
    found = list(exported.load(file))
    errors = [e for e in found if isinstance(e, IntakeError)]
    assert [e.line for e in errors] == [2, 3]
    assert len(found) - len(errors) == len(lines)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        next(exported.load(tmp_path / "none.jsonl"))


@pytest.mark.parametrize("name", ["all.jsonl", "all.parquet"])
def test_a_place_that_cannot_be_written_to_is_named(kept: Archive, tmp_path: Path, name: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow (the extra 'formats')")
    with pytest.raises(UnwritableOutput, match=name):
        maintenance.export(kept, tmp_path / "nowhere" / name)
