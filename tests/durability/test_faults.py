"""Full disks, folders that cannot be written to, two writers, torn and changed bytes: said plainly, nothing lost."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path

import pytest

from leadup.archive import maintenance
from leadup.archive.file import FILE
from leadup.errors import ArchiveError, BrokenArchive, DamagedArticle, LockedArchive, NewerArchive, UnwritableOutput
from leadup.ingest import Archive, prepare, recovery
from tests.conftest import ROOT
from tests.durability.conftest import article, filled
from tests.ready import python


def ids(archive: Archive) -> set[str]:
    return {a.id for a, _ in archive.articles()}


def closed(archive: Archive) -> Path:
    """The archive's file, all of it in one place."""
    archive._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    archive.close()
    return archive.path / FILE


def test_a_full_disk_is_said_and_costs_nothing(archive: Archive) -> None:
    before = ids(archive)
    pages = archive._db.execute("PRAGMA page_count").fetchone()[0]
    archive._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(BrokenArchive, match=r"full.*Make room"):
        for number in range(100, 200):
            archive.write([prepare(article(number + k * 1000)) for k in range(10)])
    archive._db.execute("PRAGMA max_page_count = 1000000")
    assert before <= ids(archive)
    assert len(ids(archive)) % 10 == 0
    assert list(maintenance.check(archive)) == []
    assert archive.add(article(7000)) == "added"


def test_a_file_that_may_not_grow(archive: Archive) -> None:
    """The system itself refuses the bytes, in the middle of a write."""
    before = ids(archive)
    size = closed(archive).stat().st_size
    code = (
        "import resource, sys; from pathlib import Path; from leadup.ingest import Archive, prepare;"
        "from leadup.errors import ArchiveError; from tests.durability.conftest import article\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 65536}, resource.RLIM_INFINITY))\n"
        "try:\n  with Archive(Path(sys.argv[1])) as a:\n"
        "    for n in range(100, 4000): a.write([prepare(article(n))])\nexcept ArchiveError as e: print(e)"
    )
    command = [python(), "-c", code, str(archive.path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "Make room" in said
    with Archive(archive.path) as again:
        assert before < ids(again)
        assert list(maintenance.check(again)) == []


def test_nothing_here_limits_the_tests_themselves() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY


def test_a_place_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BrokenArchive):
        Archive(tmp_path / "file" / "archive", create=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    filled(tmp_path / "archive", 3).close()
    (tmp_path / "archive" / FILE).chmod(0o444)
    (tmp_path / "archive").chmod(0o555)
    try:
        with pytest.raises(ArchiveError), Archive(tmp_path / "archive") as archive:
            archive.add(article(100))
    finally:
        (tmp_path / "archive").chmod(0o755)


def test_names_with_blanks_and_other_letters(tmp_path: Path) -> None:
    folder = tmp_path / "Ärchive of Ñorhaven – 港 (1) 'x' %20 #"
    with filled(folder, 3) as archive:
        assert len(ids(archive)) == 3
        recovery.backup(archive, folder / "copy ü")
    assert recovery.recover(folder, tmp_path / "out ñ").whole == 3


def test_a_second_writer_waits_and_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leadup.archive.file.PATIENCE", 0.05)
    with Archive(archive.path) as other:
        archive._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedArchive):
            other.add(article(100))
        # Who only reads need not wait.
        assert len(ids(other)) == 60
        archive._db.execute("COMMIT")
        assert other.add(article(100)) == "added"


def test_two_writers_and_a_reader_at_once(archive: Archive) -> None:
    seen: list[int] = []
    faults: list[BaseException] = []

    def write(first: int) -> None:
        try:
            with Archive(archive.path) as mine:
                for number in range(first, first + 15):
                    mine.write([prepare(article(number))])
        except BaseException as error:
            faults.append(error)

    writers = [threading.Thread(target=write, args=(first,)) for first in (1000, 2000)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seen.append(len(ids(archive)))
    for writer in writers:
        writer.join()
    assert not faults
    assert seen == sorted(seen)
    assert len(ids(archive)) == 90
    assert list(maintenance.check(archive)) == []


def test_a_copy_while_it_is_written(archive: Archive, tmp_path: Path) -> None:
    done = threading.Event()

    def write() -> None:
        with Archive(archive.path) as mine:
            number = 1000
            while not done.is_set():
                mine.write([prepare(article(number)), prepare(article(number + 5000))])
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for copy in range(4):
            recovery.backup(archive, tmp_path / f"copy {copy}")
    finally:
        done.set()
        writer.join()
    for copy in range(4):
        with Archive(tmp_path / f"copy {copy}") as kept:
            assert list(maintenance.check(kept)) == []
            assert len(ids(kept)) % 2 == 0
    with pytest.raises(UnwritableOutput, match="already"):
        recovery.backup(archive, tmp_path / "copy 0")


def test_a_changed_byte_is_never_served(archive: Archive, tmp_path: Path) -> None:
    """What was changed on disk is named and not served; the rest comes out."""
    wanted = {a.id: a for a, _ in archive.articles()}
    file = closed(archive)
    data = file.read_bytes()
    needle = b"Crane 17 fell"
    assert data.count(needle) == 1
    file.write_bytes(data.replace(needle, b"Crane 71 fell"))
    changed = article(17).id
    with Archive(archive.path) as damaged:
        with pytest.raises(DamagedArticle):
            damaged.article(changed)
        faults = list(maintenance.check(damaged))
        assert [f.article for f in faults] == ["", changed]
        assert "full-text index" in faults[0].what
        assert "damaged on disk" in faults[1].what
        assert damaged.article(article(18).id) == wanted[article(18).id]
    found = recovery.recover(archive.path, tmp_path / "saved")
    assert (found.whole, len(found.lost)) == (59, 1)
    with Archive(tmp_path / "saved") as saved:
        assert ids(saved) == set(wanted) - {changed}
        assert list(maintenance.check(saved)) == []


SEEDS = sorted({*range(int(os.environ.get("LEADUP_FLIPS", "6"))), 26, 200})
"""Two of them always: one once ended in a traceback, one never ended."""


@pytest.mark.parametrize("seed", SEEDS)
def test_flipped_bits(tmp_path: Path, made: Path, seed: int) -> None:
    """Whatever bit of the file is turned over: an article comes out as it was, or not at all, and the loss is said."""
    chance = random.Random(seed)
    folder = tmp_path / "archive"
    shutil.copytree(made, folder)
    data = bytearray((folder / FILE).read_bytes())
    for _ in range(1 + seed % 3):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    (folder / FILE).write_bytes(data)
    wanted = {article(number).id: article(number).text for number in range(60)}
    try:
        with Archive(folder) as archive:
            found = list(archive.each())
            list(maintenance.check(archive))
            for id in sorted(wanted):
                with contextlib.suppress(ArchiveError):
                    assert archive.article(id).text == wanted[id]
            with contextlib.suppress(ArchiveError):
                archive.search("crane")
                archive.candidates(["crane"])
    except ArchiveError:
        found = []
    for item in found:
        if not isinstance(item, BrokenArchive):
            assert item[0].text == wanted[item[0].id]
    try:
        recovered = recovery.recover(folder, tmp_path / "saved")
    except ArchiveError:
        return
    with Archive(tmp_path / "saved") as saved:
        kept = list(saved.articles())
        assert all(a.text == wanted[a.id] for a, _ in kept)
        assert len(kept) == recovered.whole
        assert list(maintenance.check(saved)) == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "archive"
    closed(filled(folder, 60))
    return folder


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.7, 0.98])
def test_a_torn_file(tmp_path: Path, made: Path, share: float) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(made, folder)
    size = (folder / FILE).stat().st_size
    os.truncate(folder / FILE, int(size * share))
    faults: list[object] = []
    try:
        with Archive(folder) as archive:
            faults = list(maintenance.check(archive))
    except ArchiveError as error:
        faults = [error]
    assert faults
    try:
        recovered = recovery.recover(folder, tmp_path / "saved")
    except ArchiveError:
        return
    with Archive(tmp_path / "saved") as saved:
        assert len(ids(saved)) == recovered.whole


def test_a_zeroed_page(tmp_path: Path, made: Path) -> None:
    """Wherever a page is wiped, the articles of the other pages come out; but for the page that leads to them all."""
    spared = []
    wanted = {article(number).id for number in range(60)}
    size = (made / FILE).stat().st_size // 4096
    for page in range(1, size, max(1, size // 12)):
        folder = tmp_path / f"archive{page}"
        shutil.copytree(made, folder)
        with (folder / FILE).open("r+b") as file:
            file.seek(page * 4096)
            file.write(bytes(4096))
        try:
            recovered = recovery.recover(folder, tmp_path / f"saved{page}")
        except ArchiveError:
            continue
        with Archive(tmp_path / f"saved{page}") as saved:
            assert ids(saved) <= wanted
            assert len(ids(saved)) == recovered.whole
            spared.append(recovered.whole)
    assert sum(whole >= 30 for whole in spared) >= len(spared) - 1


def test_a_newer_archive_is_refused_unharmed(archive: Archive) -> None:
    file = closed(archive)
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = file.read_bytes()
    with pytest.raises(NewerArchive):
        Archive(archive.path)
    with pytest.raises(NewerArchive):
        recovery.recover(archive.path, archive.path.parent / "saved")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("UPDATE told SET day = day + 1 WHERE (day, article) IN (SELECT day, article FROM told LIMIT 1)", "days told"),
        ("DELETE FROM told WHERE article = (SELECT max(article) FROM told)", "days told"),
        ("INSERT INTO told VALUES (700000, 1)", "days told are kept"),
        ("DELETE FROM copy_key WHERE key = (SELECT max(key) FROM copy_key)", "keys of copies"),
        ("DELETE FROM line WHERE article = (SELECT max(article) FROM line)", "lines of it"),
        ("DELETE FROM repeated WHERE article = (SELECT max(article) FROM repeated)", "taken for repeated"),
        ("UPDATE article SET signature = zeroblob(32) WHERE row = (SELECT max(row) FROM article)", "on disk"),
        ("UPDATE article SET outlet = 'Hill Post' WHERE row = (SELECT max(row) FROM article)", "on disk"),
        ("UPDATE article SET unread = 'fr' WHERE row = (SELECT max(row) FROM article)", "on disk"),
    ],
)
def test_what_articles_are_found_by_is_held_against_them(archive: Archive, change: str, what: str) -> None:
    """A page of a table of keys can be damaged so that SQLite sees a sound one."""
    assert archive._db.execute(change).rowcount > 0
    assert any(what in fault.what for fault in maintenance.check(archive))


def test_each_page_once(tmp_path: Path, made: Path) -> None:
    """One byte of each page changed: either nothing an answer is made of is lost, or the check names it."""
    data = (made / FILE).read_bytes()
    chance = random.Random(1)
    with Archive(made) as whole:
        wanted = [(a.id, a.text, archive_words(whole, a.id)) for a, _ in whole.articles()]
    for page in range(0, len(data) // 4096, 1 if "LEADUP_FLIPS" in os.environ else 7):
        used = [at for at in range(page * 4096, (page + 1) * 4096) if data[at]]
        if not used:
            continue
        changed = bytearray(data)
        changed[chance.choice(used)] ^= 1 << chance.randrange(8)
        folder = tmp_path / f"page{page}"
        folder.mkdir()
        (folder / FILE).write_bytes(changed)
        try:
            with Archive(folder) as archive:
                named = list(maintenance.check(archive)) != []
                same = [(a.id, a.text, archive_words(archive, a.id)) for a, _ in archive.articles()] == wanted
        except ArchiveError:
            continue
        assert named or same, page


def archive_words(archive: Archive, id: str) -> object:
    """What an answer finds an article by and reads of it."""
    return archive.copies(id), archive.reading_for_answers(id), archive.versions(id)


def test_a_damaged_table_of_tables_is_said_though_its_message_is_no_text(tmp_path: Path, made: Path) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(made, folder)
    data = (folder / FILE).read_bytes()
    at = data.index(b"tabletold")
    (folder / FILE).write_bytes(data[: at + 5] + b"\xf0\xff" + data[at + 7 :])
    with pytest.raises(BrokenArchive), Archive(folder) as archive:
        list(maintenance.check(archive))
        archive.search("crane")
    with pytest.raises(BrokenArchive):
        recovery.recover(folder, tmp_path / "saved")
