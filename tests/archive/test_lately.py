"""What an open archive keeps in mind of its file, and that it forgets it as soon as anybody writes to it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.durability.conftest import article, filled

from leadup.answering import _KeptDeepReader
from leadup.archive import articles, history
from leadup.errors import BrokenArchive
from leadup.ingest import Archive, prepare
from leadup.model import Article, DeepReading, Reading


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Two articles, of the second of which (number 1) the article number 2 is a later version."""
    with filled(tmp_path / "archive", 2) as kept:
        yield kept


@pytest.fixture
def unpacked(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that were read from the file, in their order."""
    rows: list[int] = []
    whole = archive._whole

    def counted(row: int) -> tuple[Article, bytes, bool]:
        rows.append(row)
        return whole(row)

    monkeypatch.setattr(archive, "_whole", counted)
    return rows


def rows_of(archive: Archive) -> list[int]:
    return sorted(row for (row,) in archive._db.execute("SELECT row FROM article"))


def loaded(archive: Archive, rows: list[int]) -> list[str]:
    return [one.id for _, one, _ in archive.load(rows)]


def test_an_article_is_read_once(archive: Archive, unpacked: list[int]) -> None:
    rows = rows_of(archive)
    assert archive.load(rows) == archive.load(rows)
    assert unpacked == rows


def test_no_more_are_kept_than_said(archive: Archive, unpacked: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "LATELY", 1)
    rows = rows_of(archive)
    assert loaded(archive, rows) == loaded(archive, rows)
    assert unpacked == rows * 2


def test_what_another_replaced_is_not_told_again(archive: Archive) -> None:
    rows = rows_of(archive)
    assert sorted(loaded(archive, rows)) == sorted((article(0).id, article(1).id))
    with Archive(archive.path) as other:
        other.add(article(2))
    assert loaded(archive, rows) == [article(0).id]


def test_what_another_replaced_while_it_was_read_is_not_told_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_of(archive)
    reading = archive._reading

    def beside_a_writer(row: int, one: Article, packed: bytes) -> Reading:
        if one.id == article(1).id:
            with Archive(archive.path) as other:
                other.add(article(2))
        return reading(row, one, packed)

    with monkeypatch.context() as during:
        during.setattr(archive, "_reading", beside_a_writer)
        loaded(archive, rows)
    assert loaded(archive, rows) == [article(0).id]


def test_what_was_taken_back_is_not_told(archive: Archive) -> None:
    with contextlib.suppress(ZeroDivisionError), archive._transaction():
        archive._store(prepare(article(30)), "2031-03-01T00:00:00+00:00")
        rows = rows_of(archive)
        assert article(30).id in loaded(archive, rows)
        _ = 1 / 0
    with pytest.raises(BrokenArchive):
        archive.load(rows)


def test_the_fingerprint_is_worked_out_once_for_what_nobody_changed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[object] = []
    work_out = history.fingerprint
    monkeypatch.setattr(history, "fingerprint", lambda db: times.append(db) or work_out(db))
    first = archive.fingerprint()
    assert archive.fingerprint() == first
    assert len(times) == 1
    with Archive(archive.path) as other:
        other.add(article(7))
        assert archive.fingerprint() == other.fingerprint() != first


def test_a_sentence_is_read_deeply_once_and_comes_in_the_order_asked(archive: Archive) -> None:
    anew: list[tuple[str, list[int]]] = []

    def read(one: Article, _reading: Reading, sentences: Sequence[int]) -> list[DeepReading]:
        anew.append((one.id, list(sentences)))
        return [DeepReading(sentence) for sentence in sentences]

    reader = _KeptDeepReader(archive, "reader 1", read)
    first, second = ((article(n), archive.reading(article(n).id)) for n in range(2))
    assert reader.each([(*first, [2, 0]), (*second, [])]) == [[DeepReading(2), DeepReading(0)], []]
    assert reader.each([(*first, [0, 1, 2]), (*second, [1])]) == [[*map(DeepReading, range(3))], [DeepReading(1)]]
    assert reader(*second, [1]) == [DeepReading(1)]
    assert [(id, read_now) for id, read_now in anew if read_now] == [
        (first[0].id, [2, 0]), (first[0].id, [1]), (second[0].id, [1]),
    ]  # fmt: skip
