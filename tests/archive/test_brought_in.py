"""What comes back into an archive may have been changed by anybody: taken in as it was written, or refused in words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.archive.test_order import every

from leadup import lead_up
from leadup.archive import maintenance
from leadup.corrections import Corrections
from leadup.dossiers import Dossiers
from leadup.errors import BadCorrection, DossierError, IntakeError, UnreadableInput
from leadup.ingest import Archive
from leadup.ingest.exported import load
from leadup.output.jsonform import from_json, to_json

DEEP = b"[" * 100_000


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive", create=True) as kept:
        for article in every()[-4:]:
            kept.add(article)
        yield kept


def exported(archive: Archive, folder: Path) -> dict[str, Any]:
    maintenance.export(archive, folder / "all.jsonl")
    row: dict[str, Any] = json.loads((folder / "all.jsonl").read_text("utf-8").splitlines()[0])
    return row


CHANGES: list[Callable[[dict[str, Any]], object]] = [
    lambda a: a.update(id=""),
    lambda a: a.update(id="0" * 16),
    lambda a: a.update(text="x"),
    lambda a: a.update(text=a["text"] + " A word more."),
    lambda a: a["paragraphs"][0].update(end=10**30),
    lambda a: a["paragraphs"][0].update(start=-1),
    lambda a: a["paragraphs"][0].update(end=a["paragraphs"][0]["start"]),
    lambda a: a["published"].update(at="9999-12-31T00:00:00Z"),
    lambda a: a["published"].update(at="0001-01-01T00:00:00Z"),
    lambda a: a.update(outlet=["Norhaven Daily"]),
]


@pytest.mark.parametrize("change", CHANGES)
def test_an_article_that_was_changed_is_none(archive: Archive, tmp_path: Path, change: Any) -> None:
    row = exported(archive, tmp_path)
    change(row["article"])
    (tmp_path / "in.jsonl").write_text(json.dumps(row), "utf-8")
    (found,) = load(tmp_path / "in.jsonl")
    assert isinstance(found, UnreadableInput) and "no article" in found.what


@pytest.mark.parametrize("data", [b"{", b"null", b"\xff", DEEP, b'{"article":' + DEEP, b'{"x":' + DEEP, b"1" * 5000])
def test_a_line_that_is_none_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "in.jsonl").write_bytes(data)
    assert all(isinstance(found, IntakeError) for found in load(tmp_path / "in.jsonl"))


@pytest.mark.parametrize("cell", [None, 7, b"\xff", "x", ["a"]])
def test_a_table_of_something_else_is_said(tmp_path: Path, cell: object) -> None:
    pa = pytest.importorskip("pyarrow", reason="needs pyarrow (pip install 'leadup[formats]')")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"article": [cell]}), tmp_path / "in.parquet")
    assert all(isinstance(found, UnreadableInput) for found in load(tmp_path / "in.parquet"))
    pq.write_table(pa.table({"text": ["x"]}), tmp_path / "in.parquet")
    with pytest.raises(UnreadableInput, match="not a Parquet file of leadup"):
        list(load(tmp_path / "in.parquet"))


@pytest.mark.parametrize("name", ["in.jsonl", "in.parquet"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(UnreadableInput):
        list(load(tmp_path / name))


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-10:00", "0001-01-01T00:00:00+10:00", "2031-03-10T09:00:00"])
def test_a_correction_of_no_time_is_none(archive: Archive, at: str) -> None:
    line = {"kind": "note", "place": {"article": "a", "start": 0, "end": 1, "exact": "x"}, "by": "A", "at": at}
    with pytest.raises(BadCorrection, match="line 1"):
        Corrections(archive.path).bring_in(json.dumps(line).encode())


@pytest.mark.parametrize("data", [DEEP, b'{"x":' + DEEP, b"\xff", b"null"])
def test_a_file_that_holds_no_corrections(archive: Archive, data: bytes) -> None:
    kept = Corrections(archive.path)
    with pytest.raises(BadCorrection):
        kept.bring_in(data)
    kept.file.write_bytes(data)
    assert kept.all() == ()


def test_a_dossier_that_was_changed_is_said_and_strangers_are_passed_over(archive: Archive) -> None:
    kept = Dossiers(archive.path)
    kept.save("Strike", lead_up("the end of the Norhaven strike", archive, date=dt.date(2031, 3, 15)))
    (folder,) = kept.folder.iterdir()
    (folder / "².json").write_text("{}", "utf-8")
    assert [one.version for one in kept.all()] == [1]
    (folder / "0002.json").write_bytes(b'{"x":' + DEEP)
    with pytest.raises(DossierError, match="no dossier"):
        kept.all()


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.update(evidence=[]),
        lambda entry: entry["evidence"][0]["mention"]["span"].update(start=10**30),
        lambda entry: entry["wording"].update(end=-(10**30)),
    ],
)
def test_an_answer_that_was_changed_so_that_it_is_none(archive: Archive, change: Any) -> None:
    saved = json.loads(to_json(lead_up("the end of the Norhaven strike", archive, date=dt.date(2031, 3, 15))))
    change(saved["entries"][0])
    with pytest.raises(UnreadableInput, match="not a timeline"):
        from_json(json.dumps(saved).encode())


def test_volume_as_of_a_day(archive: Archive) -> None:
    """What is seen as of a day has rows of its own kind."""
    with Archive(archive.path, as_of=dt.date(2031, 12, 31)) as then:
        first, last = dt.date(2031, 1, 1), dt.date(2031, 12, 31)
        assert then.volume("", first, last) == archive.volume("", first, last) != {}
