"""Who only reads an archive: that no writer waits for it, and that it is not gone over more often than need be."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leadup import lead_up
from leadup.archive import integrity, seals
from leadup.archive.file import FILE
from leadup.ingest import Archive, prepare
from tests.archive.test_order import every
from tests.durability.conftest import article, filled

WRITTEN = "INSERT OR REPLACE INTO unit VALUES ('another', 'writes', 1)"


@pytest.fixture
def unsealed(tmp_path: Path) -> Path:
    """An archive whose writer was killed before it sealed it."""
    with filled(tmp_path / "archive", 20) as archive:
        archive._changed = 0
    return tmp_path / "archive"


@pytest.fixture
def gone_over(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One entry for each time that a sealed archive is gone over."""
    times: list[object] = []
    faults = seals.seal_faults

    def counted(db: sqlite3.Connection) -> Iterator[str]:
        times.append(db)
        return faults(db)

    monkeypatch.setattr(seals, "seal_faults", counted)
    monkeypatch.setattr(seals, "_seen", {})
    return times


def another(folder: Path) -> sqlite3.Connection:
    """A connection of another program, which waits for nobody."""
    return sqlite3.connect(folder / FILE, timeout=0, isolation_level=None)


def test_a_writer_does_not_wait_for_a_reader_who_checks(unsealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another wrote meanwhile was not checked: it is sealed by who asks next."""
    check = integrity._go_over_index

    def beside_a_writer(db: sqlite3.Connection) -> None:
        with closing(another(unsealed)) as writer:
            writer.execute(WRITTEN)
        check(db)

    with monkeypatch.context() as during:
        during.setattr(integrity, "_go_over_index", beside_a_writer)
        with Archive(unsealed) as archive:
            assert archive.search("crane")
            assert not seals.is_sealed(archive._db)
            assert archive._db.execute("SELECT count(*) FROM unit").fetchone() == (1,)
    monkeypatch.setattr(seals, "_seen", {})
    with Archive(unsealed) as archive:
        assert archive.search("crane")
        assert seals.is_sealed(archive._db)
        assert not list(seals.seal_faults(archive._db))


def test_a_reader_does_not_wait_for_a_writer_either(unsealed: Path) -> None:
    found: list[tuple[int, bool, int]] = []

    def search() -> None:
        with Archive(unsealed) as archive:
            hits, sealed = len(archive.search("crane")), seals.is_sealed(archive._db)
            found.append((hits, sealed, archive._db.execute("PRAGMA busy_timeout").fetchone()[0]))

    with closing(another(unsealed)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        reader = threading.Thread(target=search)
        reader.start()
        reader.join(6)
        waits = reader.is_alive()
        writer.execute("ROLLBACK")
        reader.join()
    assert not waits
    assert found == [(20, False, 10_000)]


@pytest.mark.parametrize("mode", ["rw", "ro"])
def test_the_full_text_index_is_gone_over_in_a_copy(unsealed: Path, mode: str) -> None:
    """Also where nothing may be written; what was copied is gone again."""
    for changed in (False, True):
        if changed:
            with closing(another(unsealed)) as db:
                db.execute("UPDATE article SET text = replace(text, 'Crane 7 ', 'Crain 7 ')")
        with closing(sqlite3.connect(f"file:{unsealed / FILE}?mode={mode}", uri=True, isolation_level=None)) as db:
            faults = list(integrity.file_faults(db))
            assert [fault.partition(" (")[0] for fault in faults] == changed * [
                "the full-text index does not fit the articles"
            ]
            assert db.execute("SELECT count(*) FROM temp.sqlite_master").fetchone() == (0,)
            assert not db.in_transaction


def test_no_room_for_the_copy_is_no_fault(unsealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(integrity, "_go_over_index", full)
    with Archive(unsealed) as archive:
        assert archive.search("crane")
        assert not seals.is_sealed(archive._db)


def test_answers_that_keep_readings_have_it_gone_over_once(tmp_path: Path, gone_over: list[object]) -> None:
    """The readings are put into the file, which is no change of what articles are found by."""
    with Archive(tmp_path / "archive", create=True) as archive:
        archive.write([prepare(found) for found in every()])
    stamps = set()
    for day in (dt.date(2031, 3, 12), dt.date(2031, 3, 15)):
        lead_up("the end of the Norhaven strike", tmp_path / "archive", date=day)
        stamps.add((tmp_path / "archive" / FILE).stat().st_mtime_ns)
    assert len(stamps) == 2
    assert len(gone_over) == 1


def test_what_another_put_into_the_file_is_gone_over_once_more(tmp_path: Path, gone_over: list[object]) -> None:
    """Not for what another wrote to its log; a file of another time may be another, which no sum tells but all of them.
    Once for the process, however many connections it has."""
    filled(tmp_path / "archive", 20).close()
    with Archive(tmp_path / "archive") as archive, closing(another(tmp_path / "archive")) as writer:
        for _ in range(3):
            archive.search("crane")
            writer.execute(WRITTEN)
        assert len(gone_over) == 1
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for _ in range(2):
            archive.search("crane")
            with Archive(tmp_path / "archive") as later:
                later.search("crane")
        assert len(gone_over) == 2


def test_a_file_put_in_its_place_is_gone_over(tmp_path: Path, gone_over: list[object]) -> None:
    """Also by who had just gone over the one before and written to it."""
    filled(tmp_path / "archive", 20).close()
    file = tmp_path / "archive" / FILE
    with Archive(tmp_path / "archive") as archive:
        archive.search("crane")
    data = file.read_bytes()
    file.write_bytes(data)
    with Archive(tmp_path / "archive") as archive:
        archive.search("crane")
    assert len(gone_over) == 2


def test_who_changes_articles_has_it_gone_over_by_the_next(tmp_path: Path, gone_over: list[object]) -> None:
    filled(tmp_path / "archive", 20).close()
    with Archive(tmp_path / "archive") as archive:
        archive.write([prepare(article(900))])
    with Archive(tmp_path / "archive") as archive:
        assert archive.search("crane")
    assert len(gone_over) == 2
