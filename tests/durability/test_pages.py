"""Whatever page of an archive is damaged: what is asked of it comes out as from the whole one, or fails in words."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from leadup import lead_up
from leadup.archive import maintenance, seals
from leadup.archive.file import FILE
from leadup.errors import ArchiveError, BrokenArchive
from leadup.ingest import Archive, prepare
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.output.jsonform import to_json
from tests.archive.test_order import every
from tests.durability.conftest import article

ROUNDS = int(os.environ.get("LEADUP_PAGES", "1"))
"""Times that each page is damaged, each time otherwise."""
PAGE = 4096


def answered(archive: Archive) -> bytes:
    return to_json(lead_up("the end of the Norhaven strike", archive, date=dt.date(2031, 3, 15)))


def sought(archive: Archive) -> object:
    return [
        (archive.search(words), archive.find(words), archive.complete(words), archive.holding(words))
        for words in ("crane", "dockers walked", "harbourmaster okoro")
    ]


def shown(archive: Archive) -> object:
    return [
        (found, archive.reading_for_answers(found.id), archive.versions(found.id), archive.copies(found.id))
        for found in map(archive.article, IDS)
    ]


def listed(archive: Archive) -> object:
    return list(archive.listed()), archive.latest(20), archive.extent(), archive.volume("", FIRST, LAST)


FIRST, LAST = dt.date(2031, 1, 1), dt.date(2031, 12, 31)
ASKED: dict[str, Callable[[Archive], object]] = {
    "to": answered, "search": sought, "show": shown, "list": listed,
}  # fmt: skip
IDS = [article(number).id for number in range(0, 60, 7)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    folder = tmp_path_factory.mktemp("made") / "archive"
    foreign = article_from_text(
        "Les dockers de Norhaven ont cessé le travail lundi, a dit le port. La grève dure depuis trois jours.",
        source="fr", known=ArticleMetadata(outlet="Le Quai", published=None),
    )  # fmt: skip
    with Archive(folder, create=True) as archive:
        archive.write([prepare(found) for found in (*(article(n) for n in range(60)), *every(), foreign)])
        answered(archive)
        wanted = {name: ask(archive) for name, ask in ASKED.items()}
        archive._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / FILE, wanted


def damages(data: bytes, page: int, chance: random.Random) -> Iterator[bytes]:
    """The file with one bit of a page turned over, in each of a few places, with the page wiped, and overwritten."""
    at = page * PAGE
    used = [place for place in range(at, at + PAGE) if data[place]] or [at]
    for place in (chance.choice(used), chance.choice(used), chance.randrange(at, at + PAGE)):
        yield data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
    if ROUNDS > 1:
        yield data[:at] + bytes(PAGE) + data[at + PAGE :]
        yield data[:at] + data[PAGE : 2 * PAGE] + data[at + PAGE :]


def test_every_page(tmp_path: Path, made: tuple[Path, dict[str, object]]) -> None:
    """Each page of the file, damaged in several ways."""
    file, wanted = made
    data = file.read_bytes()
    chance = random.Random(int(os.environ.get("LEADUP_SEED", "1")))
    other, refused, asked = [], 0, 0
    for page in range(len(data) // PAGE):
        for _ in range(ROUNDS):
            for kind, changed in enumerate(damages(data, page, chance)):
                for name in ASKED if ROUNDS > 1 else [chance.choice(sorted(ASKED))]:
                    folder = tmp_path / "archive"
                    shutil.rmtree(folder, ignore_errors=True)
                    folder.mkdir()
                    (folder / FILE).write_bytes(changed)
                    asked += 1
                    try:
                        with Archive(folder) as archive:
                            same = ASKED[name](archive) == wanted[name]
                    except ArchiveError:
                        refused += 1
                        continue
                    except Exception as error:
                        other.append((page, kind, name, repr(error)))
                        continue
                    if not same:
                        other.append((page, kind, name, "another answer"))
    print(f"{asked} asked, {refused} refused, {len(other)} other in silence")
    assert not other
    assert refused > asked // 10


@pytest.mark.parametrize("part", seals.PARTS)
def test_each_part_is_seen_to(tmp_path: Path, made: tuple[Path, dict[str, object]], part: str) -> None:
    """A sum that is another names the part, to who asks and to who checks."""
    shutil.copy(made[0], tmp_path / FILE)
    with closing(sqlite3.connect(tmp_path / FILE)) as db, db:
        db.execute("UPDATE part_sum SET sum = sum + 1 WHERE part = ?", (part,))
    with Archive(tmp_path) as archive:
        with pytest.raises(BrokenArchive, match=f"{seals.PARTS[part].said} is not as it was written.*archive recover"):
            archive.search("crane")
        assert any(seals.PARTS[part].said in fault.what for fault in maintenance.check(archive))
        with pytest.raises(BrokenArchive):
            archive.write([prepare(article(1000))])
    with Archive(tmp_path) as archive:
        if seals.PARTS[part].said == "the full-text index":
            maintenance.compact(archive)
            assert ASKED["search"](archive) == made[1]["search"]
        else:
            maintenance.compact(archive)
            with pytest.raises(BrokenArchive):
                archive.search("crane")


def test_an_archive_is_sealed_by_who_changes_it(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive:
        archive.write([prepare(article(number)) for number in range(4)])
        assert not seals.is_sealed(archive._db)
    with Archive(tmp_path / "archive") as archive:
        assert seals.is_sealed(archive._db)
        archive.remove(article(1).id)
        assert not seals.is_sealed(archive._db)
    with Archive(tmp_path / "archive") as archive:
        assert seals.is_sealed(archive._db)
        assert len(archive.search("crane")) == 3


def test_what_a_killed_writer_left_unsealed_is_checked_and_sealed(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive:
        archive.write([prepare(article(number)) for number in range(40)])
        archive._changed = 0
    shutil.copytree(tmp_path / "archive", tmp_path / "whole")
    with Archive(tmp_path / "whole") as archive:
        assert not seals.is_sealed(archive._db)
        assert archive.search("crane")
        assert seals.is_sealed(archive._db)
    file = tmp_path / "archive" / FILE
    data = bytearray(file.read_bytes())
    assert data.count(b"harbourmast") > 0
    data[data.index(b"harbourmast") + 2] ^= 1
    file.write_bytes(data)
    with Archive(tmp_path / "archive") as archive, pytest.raises(BrokenArchive, match="full-text index"):
        archive.search("crane")


def test_a_large_archive_is_gone_over_once_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where going over it takes long, a note is kept; it is of this very file, and of no use to a copy."""
    monkeypatch.setattr(seals, "QUICK", -1.0)
    with Archive(tmp_path / "archive", create=True) as archive:
        archive.write([prepare(article(number)) for number in range(4)])
    times: list[object] = []
    monkeypatch.setattr(seals, "seal_faults", lambda db: times.append(db) or iter(()))
    for _ in range(2):
        monkeypatch.setattr(seals, "_seen", {})
        with Archive(tmp_path / "archive") as archive:
            archive.search("crane")
    assert len(times) == 1
    shutil.copytree(tmp_path / "archive", tmp_path / "copy")
    with Archive(tmp_path / "copy") as archive:
        archive.search("crane")
    assert len(times) == 2
    monkeypatch.setattr(seals, "KEPT_ON_DISK", 0.0)
    monkeypatch.setattr(seals, "_seen", {})
    with Archive(tmp_path / "archive") as archive:
        archive.search("crane")
    assert len(times) == 3


@pytest.mark.parametrize(
    ("table", "what"), [("part_sum", "the sums of what articles are found by"), ("change", "the history")]
)
def test_a_check_goes_on_to_its_end(
    tmp_path: Path, made: tuple[Path, dict[str, object]], table: str, what: str
) -> None:
    """Also where what it holds the archive against cannot be read."""
    shutil.copy(made[0], tmp_path / FILE)
    with closing(sqlite3.connect(tmp_path / FILE)) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    data = bytearray((tmp_path / FILE).read_bytes())
    data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    (tmp_path / FILE).write_bytes(data)
    with Archive(tmp_path) as archive:
        found = list(maintenance.check(archive))
    assert any(fault.what.startswith(what) and "cannot be read to the end" in fault.what for fault in found)


def test_a_check_beside_a_writer_finds_no_fault_in_the_index(
    tmp_path: Path, made: tuple[Path, dict[str, object]]
) -> None:
    shutil.copy(made[0], tmp_path / FILE)
    with Archive(tmp_path) as archive, closing(sqlite3.connect(tmp_path / FILE)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert not list(archive.damage())


@pytest.mark.parametrize("taken_back", [True, False])
def test_a_reader_who_cannot_seal_lets_it_be(
    tmp_path: Path, made: tuple[Path, dict[str, object]], taken_back: bool
) -> None:
    """On a full disk SQLite takes a transaction back by itself, or leaves that to who began it."""

    class Full(sqlite3.Connection):
        def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
            if sql.startswith("INSERT OR REPLACE INTO part_sum" if taken_back else "COMMIT"):
                if taken_back:
                    super().execute("ROLLBACK")
                error = sqlite3.OperationalError("database or disk is full")
                error.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise error
            return super().execute(sql, *given)

    shutil.copy(made[0], tmp_path / FILE)
    with closing(sqlite3.connect(tmp_path / FILE, factory=Full, isolation_level=None)) as db:
        seals.register(db)
        seals.unseal(db)
        seals.require_sound(db, tmp_path / FILE)
        assert not db.in_transaction
        assert not seals.is_sealed(db)
