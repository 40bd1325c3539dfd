"""An archive of every earlier version is brought up to date without loss."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.archive.test_order import every

from leadup.archive import codec, maintenance, seals
from leadup.archive.file import FILE
from leadup.archive.schema import VERSION, bring_up_to_date
from leadup.ingest import Archive

# What the tables were, as the versions that wrote them had them.
_ARTICLE = """
CREATE TABLE article (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL, outlet TEXT, url TEXT,
    superseded INTEGER NOT NULL DEFAULT 0, record BLOB NOT NULL, reading BLOB NOT NULL, signature BLOB NOT NULL{unread}
);
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content='article', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TABLE told (day INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (day, article)) WITHOUT ROWID;
CREATE TABLE copy_key (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;
CREATE TABLE copy (
    article INTEGER NOT NULL, original INTEGER NOT NULL, share REAL NOT NULL, PRIMARY KEY (article, original)
) WITHOUT ROWID;
CREATE TABLE deep (
    article INTEGER NOT NULL, sentence INTEGER NOT NULL, reader TEXT NOT NULL, reading BLOB NOT NULL,
    PRIMARY KEY (article, sentence)
) WITHOUT ROWID;
CREATE TABLE unit (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, articles INTEGER NOT NULL) WITHOUT ROWID;
"""
_LINES = """
CREATE TABLE line (
    key INTEGER NOT NULL, article INTEGER NOT NULL, sentence INTEGER NOT NULL, PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX article_unread ON article (row, unread) WHERE unread IS NOT NULL;
CREATE TABLE repeated (
    article INTEGER NOT NULL, sentence INTEGER NOT NULL, PRIMARY KEY (article, sentence)
) WITHOUT ROWID;
"""


def older(folder: Path, version: int) -> Path:
    """An archive as leadup of that version wrote it: rows numbered as they came, versions linked as they came."""
    with Archive(folder / "now", create=True) as now:
        for article in every():
            now.add(article)
        now._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (folder / "old").mkdir()
    if version == 3:
        # From then on only the sums of what articles are found by came.
        (folder / "old" / FILE).write_bytes((folder / "now" / FILE).read_bytes())
        with closing(sqlite3.connect(folder / "old" / FILE)) as db, db:
            for statement in ("DROP TABLE part_sum", "DROP TABLE row_sum", "PRAGMA user_version = 3"):
                db.execute(statement)
        return folder / "old"
    with closing(sqlite3.connect(folder / "old" / FILE)) as db, db:
        db.execute("ATTACH ? AS now", (str(folder / "now" / FILE),))
        db.executescript(
            _ARTICLE.format(unread=", unread TEXT" if version > 1 else "") + (_LINES if version > 1 else "")
        )
        rows: dict[int, int] = {}
        for row, record, text, title in db.execute(
            "SELECT row, record, text, title FROM now.article ORDER BY row >> 32, id DESC"
        ).fetchall():
            before = [r for r in rows.values() if r >> 32 == row >> 32]
            rows[row] = max(before) + 1 if before else row >> 32 << 32
            bare = codec.pack_article(codec.unpack_article(record, text, title))
            db.execute(
                "INSERT INTO article (row, id, title, text, outlet, url, superseded, record, reading, signature)"
                " SELECT ?, id, title, text, outlet, url, 0, ?, reading, signature FROM now.article WHERE row = ?",
                (rows[row], bare, row),
            )
        for table, key in (("told", "day"), ("copy_key", "key")):
            held = db.execute(f"SELECT {key}, article FROM now.{table}").fetchall()
            db.executemany(f"INSERT INTO {table} VALUES (?, ?)", ((k, rows[a]) for k, a in held))
        if version > 1:
            held = db.execute("SELECT key, article, sentence FROM now.line").fetchall()
            db.executemany("INSERT INTO line VALUES (?, ?, ?)", ((k, rows[a], s) for k, a, s in held))
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
        db.execute(f"PRAGMA application_id = {0x1EAD0B}")
        db.execute(f"PRAGMA user_version = {version}")
    db.close()
    return folder / "old"


@pytest.mark.parametrize("version", range(1, VERSION))
def test_every_version_comes_up_to_date(tmp_path: Path, version: int) -> None:
    folder = older(tmp_path, version)
    with Archive(folder) as old, Archive(tmp_path / "now") as now:
        # Version 1 kept no lines; with readings of its own time it would be told to be read again, not to lack them.
        unkept = [f for f in maintenance.check(old) if version > 1 or not f.what.startswith("lines of it")]
        assert unkept == []
        assert list(old.articles()) == list(now.articles())
        assert list(old.listed()) == list(now.listed())
        assert old.fingerprint().contents == now.fingerprint().contents
        assert old.search("crane") == now.search("crane")
        assert version == 3 or {c.kind for c in old.changes()} == {"migrated"}
        assert seals.is_sealed(old._db) and not list(seals.seal_faults(old._db))
        ids = [a.id for a, _ in now.articles()]
        assert [old.copies(id) for id in ids] == [now.copies(id) for id in ids]
        columns = [[c[1] for c in db._db.execute("PRAGMA table_info(article)")] for db in (old, now)]
        assert columns[0] == columns[1]


def test_what_an_earlier_version_left_in_free_pages_is_gone(tmp_path: Path) -> None:
    folder = older(tmp_path, 2)
    with closing(sqlite3.connect(folder / FILE)) as db, db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("CREATE TABLE left (words TEXT)")
        db.execute("INSERT INTO left VALUES (?)", ("Quillanne Brescott " * 400,))
        db.commit()
        db.execute("DROP TABLE left")
    db.close()
    assert b"Quillanne" in (folder / FILE).read_bytes()
    with Archive(folder) as archive:
        archive._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Quillanne" not in (folder / FILE).read_bytes()


class Late(sqlite3.Connection):
    """A connection that another process overtakes: it has brought the archive up to date before this one's turn."""

    overtaken: list[Path] = []  # noqa: RUF012

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        if sql == "BEGIN IMMEDIATE" and self.overtaken:
            Archive(self.overtaken.pop()).close()
        return super().execute(sql, *rest)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_what_another_brought_up_to_date_meanwhile_is_left_alone(tmp_path: Path, version: int) -> None:
    folder = older(tmp_path, version)
    with closing(sqlite3.connect(folder / FILE, isolation_level=None, factory=Late)) as db:
        seals.register(db)
        Late.overtaken.append(folder)
        bring_up_to_date(db, str(folder))
        assert not Late.overtaken
    with Archive(folder) as archive, Archive(tmp_path / "now") as now:
        assert not list(archive.damage())
        assert list(archive.articles()) == list(now.articles())
