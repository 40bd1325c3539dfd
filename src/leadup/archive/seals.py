"""Sums of all that articles are found by, kept in the archive itself, so that a damaged page of an index is seen before
anything is answered from it.

What is *shown* has checksums of its own (:func:`leadup.archive.codec.checksum`). What leads to it has none in SQLite: a
bit that is turned over in the full-text index, in the table of days told or in an index of addresses makes an article
missed and raises nothing. So each article has a hash of the columns that its checksum leaves out (:func:`note`), and
whoever has written to the archive *seals* it in the end (:func:`seal`): of each part (:data:`PARTS`) the number of rows
and the sum of their hashes, which does not depend on their order, are kept until the next change. Whoever is to find
something goes over the parts once and compares (:func:`require_sound`); where a writer was killed before it could seal,
SQLite's own checks stand in. ``leadup archive check`` says what was found wrong (:func:`seal_faults`).

The hashes are CRC-32 and products modulo a prime: they tell chance from what was written, not an attacker's hand.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leadup.archive import history
from leadup.archive.integrity import file_faults, one_moment, structure_faults
from leadup.errors import BrokenArchive

KEPT_HERE: Final = 3600.0
"""Seconds for which a process takes a file that it went over, and that nobody wrote to since, for sound."""
KEPT_ON_DISK: Final = 86_400.0
"""The same for any process, where going over it took longer than QUICK; then a note is kept beside the file."""
KEPT_UNSEALED: Final = 60.0
"""The same for a process that met the file unsealed, as while another adds to it."""
QUICK: Final = 1.0
LARGE: Final = 150_000
"""Articles from which on an archive is sealed only by who changed a good part of it (:data:`SHARE`), or by ``leadup
archive check``: going over it takes seconds (10 microseconds an article)."""
SHARE: Final = 0.02
NOTE: Final = "archive.sound"
_LOWER, _PRIME = 2_147_483_629, 2_147_483_647
_FULL_TEXT = "the full-text index"
_LISTS = "the list of tables"
_CANNOT: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)

Sums = dict[str, tuple[int, int]]
"""Of each part the number of its rows and the sum of their hashes."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that articles are found by: what it is called, the table and the index that it lies in, and the hash of
    a row of it."""

    said: str
    table: str
    hashed: str
    index: str = ""
    only: str = "1"

    @property
    def asked(self) -> str:
        """How many rows there are, and the sum of their hashes."""
        at = f"INDEXED BY {self.index}" if self.index else ""
        return f"SELECT count(*), coalesce(sum({self.hashed}), 0) FROM main.{self.table} {at} WHERE {self.only}"


def _mixed(one: str, other: str) -> str:
    return f"({one} % {_PRIME} + 1) * ({other} % {_PRIME} + 1) % {_LOWER}"


PARTS: Final = {
    "words": Part(_FULL_TEXT, "words_data", "leadup_sum(id, block)"),
    "terms": Part(_FULL_TEXT, "words_idx", "leadup_sum(segid, term, pgno)"),
    "told": Part("the table of days told", "told", _mixed("day", "article")),
    "copies": Part("the table of keys of copies", "copy_key", _mixed("key", "article")),
    "lines": Part("the table of lines", "line", f"{_mixed('key', 'article')} + sentence * 7919"),
    "repeated": Part("the table of repeated lines", "repeated", _mixed("article", "sentence")),
    "articles": Part("the table of articles", "article NOT INDEXED", f"row % {_PRIME}"),
    "sums": Part("the table of sums", "row_sum", f"row % {_PRIME}"),
    "ids": Part("the index of ids", "article", "leadup_sum(id, row)", "sqlite_autoindex_article_1"),
    "addresses": Part(
        "the index of addresses", "article", "leadup_sum(url, row)", "article_url", "url IS NOT NULL"
    ),
    "unread": Part(
        "the index of languages not read", "article", "leadup_sum(unread, row)", "article_unread", "unread IS NOT NULL"
    ),
    "changes": Part("the history", "change NOT INDEXED", "leadup_sum(head, content, number, at, kind, article)"),
    "changed": Part("the index of the history", "change", "leadup_sum(article, number)", "change_article"),
}  # fmt: skip
_FOUND_BY = ("row", "id", "title", "outlet", "url", "superseded", "unread", "signature")
AS_WRITTEN: Final = (
    f"(SELECT s.sum = leadup_sum({', '.join(f'm.{column}' for column in _FOUND_BY)}) FROM main.article m"
    " JOIN main.row_sum s ON s.row = m.row WHERE m.row = article.row)"
)
"""Whether the columns of an article that its checksum leaves out are as they were written, to be asked beside them."""
_NOTED = f"INSERT OR REPLACE INTO row_sum SELECT row, leadup_sum({', '.join(_FOUND_BY)}) FROM article"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS part_sum (part TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum INTEGER NOT NULL)"
    " WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS row_sum (row INTEGER PRIMARY KEY, sum INTEGER NOT NULL)",
)
_OWN = frozenset(
    "article article_url words words_data words_idx words_docsize words_config told copy_key deep unit line"
    " article_unread repeated change change_article timestamp part_sum row_sum".split()
)


def hash_of(*columns: object) -> int:
    """The CRC-32 of some values, one after another."""
    sum = 0
    for value in columns:
        sum = zlib.crc32(value if isinstance(value, bytes) else f"{value}\x00".encode("utf-8", "surrogatepass"), sum)
    return sum


def register(db: sqlite3.Connection) -> None:
    """Give a connection the function that the sums are made with."""
    db.create_function("leadup_sum", -1, hash_of, deterministic=True)


def make(db: sqlite3.Connection) -> None:
    """Set up the tables of sums, with those of the articles that are there; the whole is sealed later."""
    tables(db)
    db.execute(_NOTED)


def tables(db: sqlite3.Connection) -> None:
    """Set up the tables of sums, where they are missing."""
    for statement in _TABLES:
        db.execute(statement)


def note(db: sqlite3.Connection, row: int) -> None:
    """Keep the sum of an article whose columns were written."""
    db.execute(f"{_NOTED} WHERE row = ?", (row,))


def forget(db: sqlite3.Connection, row: int) -> None:
    """Drop the sum of an article that goes."""
    db.execute("DELETE FROM row_sum WHERE row = ?", (row,))


def is_lost(db: sqlite3.Connection, row: int) -> bool:
    """Whether an article that should be in a row is not found there: where it was removed meanwhile, its sum is gone
    too."""
    held = "SELECT EXISTS (SELECT 1 FROM main.row_sum WHERE row = :row), EXISTS (SELECT 1 FROM main.article WHERE"
    kept, present = db.execute(f"{held} row = :row)", {"row": row}).fetchone()
    return bool(kept and not present)


def unseal(db: sqlite3.Connection) -> None:
    """Say, within a transaction that changes what articles are found by, that the sums are no longer of it."""
    db.execute("DELETE FROM part_sum")


def seal(db: sqlite3.Connection, *parts: str) -> None:
    """Keep the sums of what is there, of all parts or of these, within a transaction of the caller's."""
    keep(db, sums_of(db, *parts))


def sums_of(db: sqlite3.Connection, *parts: str) -> Sums:
    """The rows of each part, or of these, and the sum of their hashes."""
    sums: Sums = {name: db.execute(PARTS[name].asked).fetchone() for name in parts or PARTS}
    return {**sums, _LISTS: _of_tables(db)}


def keep(db: sqlite3.Connection, sums: Sums) -> None:
    """Keep sums that were worked out of what is there, within a transaction of the caller's."""
    for name, sum in sums.items():
        db.execute("INSERT OR REPLACE INTO part_sum VALUES (?, ?, ?)", (name, *sum))


def is_sealed(db: sqlite3.Connection) -> bool:
    """Whether the sums are of what is there."""
    return db.execute("SELECT 1 FROM main.part_sum LIMIT 1").fetchone() is not None


def is_worth_it(db: sqlite3.Connection, changed: int) -> bool:
    """Whether who changed so many articles seals the archive."""
    held, _ = history.last(db)
    return held <= LARGE or changed >= SHARE * held


def seal_faults(db: sqlite3.Connection) -> Iterator[str]:
    """What is not as it was written of all that articles are found by, in a sealed archive."""
    kept: dict[str, tuple[int, int]] = {
        name: (rows, sum) for name, rows, sum in db.execute("SELECT part, rows, sum FROM main.part_sum")
    }
    if not kept:
        return
    said = {_LISTS} if kept.get(_LISTS) != _of_tables(db) else set[str]()
    for name, part in PARTS.items():
        try:
            sound = db.execute(part.asked).fetchone() == kept.get(name)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            sound = False
        if not sound:
            said.add(part.said)
    for what in sorted(said):
        anew = "; `leadup archive compact` makes it anew" if what == _FULL_TEXT else ""
        yield f"{what} is not as it was written{anew}"


def _of_tables(db: sqlite3.Connection) -> tuple[int, int]:
    """How many tables and indexes of leadup's own there are, and the sum of what makes them; what a person or a program
    added to the file is not counted."""
    held = [
        hash_of(type, name, sql)
        for type, name, sql in db.execute("SELECT type, name, sql FROM main.sqlite_master")
        if name in _OWN
    ]
    return len(held), sum(held)


_seen: dict[str, tuple[tuple[object, ...], float]] = {}
"""Of each file that was gone over its state then, and when that was."""
_going_over = threading.Lock()


def require_sound(db: sqlite3.Connection, file: Path) -> None:
    """See to it that all that articles are found by is as it was written; raises :class:`BrokenArchive` where it is
    not.

    A file that this process went over within the hour, and that nobody wrote to since, is not gone over again; nor,
    within a day, one that this takes long for (leadup's own changes are not what damages it).
    """
    with _going_over:
        name, now = str(file.absolute()), time.time()
        sealed = is_sealed(db)
        state = (*_place(file), history.last(db) if sealed else None)
        seen = _seen.get(name)
        kept = KEPT_HERE if sealed else KEPT_UNSEALED
        if (seen is not None and seen[0] == state and 0 <= now - seen[1] < kept) or _is_noted(file, now):
            return
        began = time.perf_counter()
        if sealed:
            with one_moment(db):
                faults = list(seal_faults(db))
        elif is_worth_it(db, 0):
            faults = _unsealed(db)
        else:
            return
        if faults:
            raise BrokenArchive(
                f"{file.parent}: the archive is damaged, and articles may be missed: {faults[0]}",
                "`leadup archive check` names every fault, `leadup archive recover NEW` takes out what is whole",
            )
        _seen[name] = (state, now)
        if time.perf_counter() - began > QUICK and sealed:
            _note(file, now)


@contextlib.contextmanager
def as_sound(file: Path) -> Iterator[None]:
    """A file is as sound after what this process itself does to it within as it was before.

    Its size and time are others then, also where nothing was changed that articles are found by, as when an answer
    keeps readings or the log of writes is put into the file; a sealed one is not gone over again for that.
    """
    before = _place(file)
    yield
    after = _place(file)
    with _going_over:
        name = str(file.absolute())
        seen = _seen.get(name)
        if seen is not None and after and seen[0][:-1] == before and seen[0][-1] is not None:
            _seen[name] = ((*after, seen[0][-1]), seen[1])


def _place(file: Path) -> tuple[object, ...]:
    """Which file it is, its size and when it was written to last; empty where it is gone."""
    try:
        status = file.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _unsealed(db: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong in an archive that was left unsealed; where it finds nothing, it is sealed.

    A writer is never held up for more than the moment in which the sums are written: they are worked out before, and
    dropped where another has written meanwhile or writes at this moment.
    """
    try:
        with one_moment(db):
            (version,) = db.execute("PRAGMA data_version").fetchone()
            faults = list(file_faults(db))
            sums = {} if faults else sums_of(db)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _CANNOT:
            raise
        return list(structure_faults(db))
    try:
        if sums and not db.in_transaction:
            _keep_unwaited(db, sums, version)
    except sqlite3.OperationalError as error:
        # Where nothing can be written, or another writes, it stays unsealed.
        if error.sqlite_errorcode & 0xFF not in _CANNOT:
            raise
    return faults


def _keep_unwaited(db: sqlite3.Connection, sums: Sums, version: int) -> None:
    """Keep sums that were worked out when the file was at a version, where it still is and nobody else writes."""
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    try:
        db.execute("PRAGMA busy_timeout = 0")
        db.execute("BEGIN IMMEDIATE")
        if db.execute("PRAGMA data_version").fetchone() == (version,):
            keep(db, sums)
        db.execute("COMMIT")
    finally:
        # Where the disk is full, SQLite may have taken the transaction back by itself, or not.
        if db.in_transaction:
            db.execute("ROLLBACK")
        db.execute(f"PRAGMA busy_timeout = {patience}")


def _is_noted(file: Path, now: float) -> bool:
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        held = json.loads((file.parent / NOTE).read_text())
        return bool(held["file"] == file.stat().st_ino and 0 <= now - held["at"] < KEPT_ON_DISK)
    return False


def _note(file: Path, now: float) -> None:
    with contextlib.suppress(OSError):
        (file.parent / NOTE).write_text(json.dumps({"file": file.stat().st_ino, "at": now}))
