"""What SQLite itself finds wrong with an archive's file, without holding anyone up who writes to it.

SQLite goes over a full-text index only for who may write to it, and holds the lock of writers meanwhile: a second for
10,000 articles, so that beside a reader of a large archive a writer would be told to come again. So the index is
copied, as it stands at one moment, to a temporary table of the connection, and gone over there against the articles'
texts. A file that may only be read is gone over in the same way.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from typing import Final

from leadup.archive.rows import TOKENIZER

_COPY: Final = "gone_over"
_TEXTS: Final = "gone_over_texts"
_PARTS: Final = ("data", "idx", "docsize", "config")
"""The tables that a full-text index lies in."""
_NO_ROOM: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)


@contextlib.contextmanager
def one_moment(db: sqlite3.Connection) -> Iterator[None]:
    """What is read within is of one moment, whatever another process writes meanwhile; others may write."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        # Where a disk is full, SQLite may have taken the transaction back by itself.
        if db.in_transaction:
            db.execute("ROLLBACK")


def structure_faults(db: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds wrong with the file and its plain indexes; needs no room for temporary files."""
    yield from (str(line) for (line,) in db.execute("PRAGMA main.integrity_check") if line != "ok")


def file_faults(db: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds wrong with the file, its indexes and the full-text index; nothing where all is well.

    Raises OperationalError where there is no room for temporary files.
    """
    with one_moment(db):
        try:
            yield from structure_faults(db)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            yield f"the file cannot be checked to its end ({error})"
        try:
            _go_over_index(db)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in _NO_ROOM:
                raise
            what = f"the full-text index does not fit the articles ({error})"
            yield f"{what}; `leadup archive compact` makes it anew"


def _go_over_index(db: sqlite3.Connection) -> None:
    """Raise DatabaseError where the full-text index is not one of the articles' texts."""
    _drop(db)
    try:
        db.execute(f"CREATE TEMP VIEW {_TEXTS} AS SELECT row, title, text FROM main.article")
        options = f"content='{_TEXTS}', content_rowid='row', {TOKENIZER}"
        db.execute(f"CREATE VIRTUAL TABLE temp.{_COPY} USING fts5 (title, text, {options})")
        for part in _PARTS:
            db.execute(f"DELETE FROM temp.{_COPY}_{part}")
            db.execute(f"INSERT INTO temp.{_COPY}_{part} SELECT * FROM main.words_{part}")
        db.execute(f"INSERT INTO temp.{_COPY} ({_COPY}, rank) VALUES ('integrity-check', 1)")
    finally:
        with contextlib.suppress(sqlite3.Error):
            _drop(db)


def _drop(db: sqlite3.Connection) -> None:
    db.execute(f"DROP TABLE IF EXISTS temp.{_COPY}")
    db.execute(f"DROP VIEW IF EXISTS temp.{_TEXTS}")
