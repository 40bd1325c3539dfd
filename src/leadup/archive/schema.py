"""The tables of an archive, its version, and how an older one is brought up to date.

Row ids are ordered by date: an article's is its day number (``date.toordinal``) in the bits above :data:`DAY_BITS` and
what its id begins with below (:func:`row_for`), so that "published between two days" is a range of row ids, also inside
the full-text index, and the order of a day's articles follows from what they are and not from when they came. Articles
without a date have day number 0.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Callable

from leadup.archive import codec, history, seals, versions
from leadup.archive.rows import DAY_BITS, TOKENIZER, row_for
from leadup.errors import BrokenArchive, NewerArchive

VERSION = 4
SECURE = 3
"""From this version on no word of a removed article was left in a free page."""
MAKING = 1.0
"""Seconds within which a file that was just made has its tables."""
APPLICATION = 0x1EAD0B

_TABLES = f"""
CREATE TABLE article (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    outlet TEXT,
    url TEXT,
    superseded INTEGER NOT NULL DEFAULT 0,
    record BLOB NOT NULL,
    reading BLOB NOT NULL,
    signature BLOB NOT NULL,
    unread TEXT,
    checksum INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content='article', content_rowid='row', {TOKENIZER}
);
CREATE TABLE told (day INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (day, article)) WITHOUT ROWID;
CREATE TABLE copy_key (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;
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
_HISTORY = """
CREATE TABLE change (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, article TEXT NOT NULL, content BLOB NOT NULL,
    head BLOB NOT NULL
);
CREATE INDEX change_article ON change (article, number);
CREATE TABLE timestamp (number INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, answer BLOB NOT NULL);
"""


def _add_lines(connection: sqlite3.Connection) -> None:
    """From version 1: the tables of repeated lines and the languages not read, which `leadup archive reread` fills."""
    connection.execute("ALTER TABLE article ADD COLUMN unread TEXT")
    _run(connection, _LINES)


def _add_history(connection: sqlite3.Connection) -> None:
    """From version 2: checksums, the history of changes, and row ids that follow from what an article is.

    The links between copies and the deep readings are dropped: the first are worked out when asked for, the second
    read again.
    """
    connection.execute("ALTER TABLE article ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0")
    _run(connection, _HISTORY + "DROP TABLE copy;\nDELETE FROM deep;\n")
    seals.tables(connection)
    moved: dict[int, int] = {}
    for row, id in connection.execute("SELECT row, id FROM article ORDER BY row").fetchall():
        moved[row] = row_for(connection, day_of(row), id)
        connection.execute("UPDATE article SET row = ? WHERE row = ?", (moved[row], row))
    for table, columns in (
        ("told", "article, day"), ("copy_key", "article, key"), ("line", "article, key, sentence"),
        ("repeated", "article, sentence"),
    ):  # fmt: skip
        held = connection.execute(f"SELECT {columns} FROM {table}").fetchall()
        connection.execute(f"DELETE FROM {table}")
        marks = ", ".join("?" * (columns.count(",") + 1))
        connection.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",
            ((moved[row], *rest) for row, *rest in held if row in moved),
        )
    connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    now = history.now()
    for row in sorted(moved.values()):
        record, text, title = connection.execute(
            "SELECT record, text, title FROM article WHERE row = ?", (row,)
        ).fetchone()
        sum = codec.checksum(record, text, title)
        connection.execute("UPDATE article SET checksum = ? WHERE row = ?", (sum, row))
        article = codec.unpack_article(record, text, title)
        history.note(connection, now, "migrated", article.id, history.content_of(article))
    for url, row in connection.execute(
        "SELECT url, min(row) FROM article WHERE url IN (SELECT url FROM article GROUP BY url HAVING count(*) > 1)"
        f" GROUP BY url, row >> {DAY_BITS}"
    ).fetchall():
        versions.relink(connection, url, row)


def _run(connection: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.execute(statement)


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _add_lines, 2: _add_history, 3: seals.make}
"""From a version to the next one: ``MIGRATIONS[n]`` brings an archive of version ``n`` to ``n + 1``."""


def first_row(day: dt.date | None) -> int:
    """The lowest row id that an article of this day can have."""
    return (day.toordinal() if day else 0) << DAY_BITS


def last_row(day: dt.date | None) -> int:
    """The highest row id that an article of this day can have."""
    return first_row(day) + (1 << DAY_BITS) - 1


def day_of(row: int) -> dt.date | None:
    """The day that a row id stands for."""
    ordinal = row >> DAY_BITS
    return dt.date.fromordinal(ordinal) if ordinal else None


def look_back(connection: sqlite3.Connection, day: dt.date) -> None:
    """Show this connection only what was published up to ``day``.

    Views of the same names stand before the tables, so that every question sees them and none has to know. Undated
    articles are left out: nobody can say that they were there. A page's version that was replaced later stands again.
    """
    low, high = last_row(None) + 1, last_row(day)
    connection.execute(
        "CREATE TEMP VIEW article AS SELECT row, id, title, text, outlet, url, record, reading, signature, unread,"
        " checksum,"
        " CASE WHEN superseded AND EXISTS (SELECT 1 FROM main.article v WHERE v.url = a.url AND v.row > a.row"
        f" AND v.row <= {high}) THEN 1 ELSE 0 END AS superseded"
        f" FROM main.article a WHERE row BETWEEN {low} AND {high}"
    )
    connection.execute(
        "CREATE TEMP VIEW words AS SELECT rowid AS rowid, words AS words, title, text FROM main.words"
        f" WHERE rowid BETWEEN {low} AND {high}"
    )
    connection.execute(
        f"CREATE TEMP VIEW told AS SELECT day, article FROM main.told WHERE article BETWEEN {low} AND {high}"
    )


def make(connection: sqlite3.Connection) -> None:
    """Write the tables of a new archive, at once or not at all; a file that holds any is left alone.

    A file may be there and empty: whoever made it was killed before the tables were written.
    """
    tables = "SELECT count(*) FROM sqlite_master"
    if connection.execute(tables).fetchone()[0]:
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute(tables).fetchone()[0]:
            return
        _run(connection, _TABLES + _LINES + _HISTORY)
        seals.make(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _has_tables(connection: sqlite3.Connection) -> bool:
    """Whether the file holds any; another process that has just made it is given the time to write them."""
    until = time.monotonic() + MAKING
    while not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def bring_up_to_date(connection: sqlite3.Connection, path: str) -> None:
    """Check what the file is and migrate an older archive, one version a transaction.

    Raises :class:`BrokenArchive` where it is no archive of leadup's, :class:`NewerArchive` where a later leadup wrote
    it.
    """
    if not connection.execute("PRAGMA application_id").fetchone()[0] and not _has_tables(connection):
        raise BrokenArchive(
            f"{path}: the archive's file is empty",
            "Restore a copy, or begin the archive anew with `leadup add PATH...`",
        )
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise BrokenArchive(f"{path}: this is a database, but not a leadup archive", "Name another with --archive")
    if version > VERSION:
        raise NewerArchive(path, version, VERSION)
    older = version < SECURE
    while version < VERSION:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            # Another process may have done it while this one waited for its turn.
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < VERSION:
                MIGRATIONS[version](connection)
                version += 1
                connection.execute(f"PRAGMA user_version = {version}")
    if older:
        # What an earlier version freed may still hold words of removed articles.
        connection.execute("VACUUM")
