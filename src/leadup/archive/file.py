"""The file an archive is kept in: opened, held, and let go, with every fault said plainly."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import msgspec

from leadup.archive import schema, seals, views
from leadup.errors import BrokenArchive, LockedArchive, MissingArchive

FILE = "archive.sqlite"

PATIENCE = 10.0
"""Seconds to wait for another writer before saying so."""

DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What is met in a damaged file: SQLite's message may hold the damaged bytes, which Python cannot read as text."""


def _state(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns


class ArchiveFile:
    """The SQLite file of an archive in the folder ``path``: write-ahead log, flushed at every commit.

    A file that can only be read is read as it is. With ``as_of``, the archive as it would have been on that day: only
    what was published by then, and read only.
    """

    def __init__(self, path: str | Path, *, create: bool = False, as_of: dt.date | None = None) -> None:
        self.path = Path(path)
        self.as_of = as_of
        self._still: tuple[int, int] | None = None
        self._counted: tuple[tuple[int, int], int] | None = None
        """How many articles were counted last, and the state of the file then."""
        self.readings_renewed = 0
        """Articles that were read again for an answer, since an earlier leadup made the reading that is kept."""
        file = self.path / FILE
        if not file.exists() and not create:
            raise MissingArchive(str(self.path))
        with self._faults():
            if create:
                try:
                    self.path.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    raise BrokenArchive(f"{self.path}: {error.strerror}", "Name another with --archive") from error
            self._db = self._opened(file)
            try:
                seals.register(self._db)
                self._db.execute("PRAGMA synchronous = FULL")
                self._db.execute("PRAGMA cache_size = -65536")
                self._db.execute("PRAGMA mmap_size = 268435456")
                # What is deleted is overwritten: no word of a removed article stays in a free page.
                self._db.execute("PRAGMA secure_delete = ON")
                if create:
                    schema.make(self._db)
                schema.bring_up_to_date(self._db, str(self.path))
                if create:
                    views.make_views(self._db)
                if as_of is not None:
                    schema.look_back(self._db, as_of)
            except BaseException:
                self._db.close()
                raise

    def _opened(self, file: Path) -> sqlite3.Connection:
        """A connection; where nothing can be written beside the file (a folder or a disk for reading only), one that
        takes the file as it is, since the log of writes needs a file of its own.
        """
        db = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            db.close()
            log = file.with_name(file.name + "-wal")
            unwritable = "readonly" in str(error) or "unable to open" in str(error)
            if not unwritable or not file.exists() or (log.exists() and log.stat().st_size):
                raise
            self._still = _state(file)
            place = f"file:{quote(str(file.absolute()))}?mode=ro&immutable=1"
            return sqlite3.connect(place, uri=True, isolation_level=None)
        except BaseException:
            db.close()
            raise
        return db

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def unseen(self) -> int:
        """How many articles are not seen since they were published after ``as_of``, or nobody knows when."""
        if self.as_of is None:
            return 0
        with self._faults():
            held, seen = (
                self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("main.article", "article")
            )
        return int(held - seen)

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            with self._held_still():
                yield
        except sqlite3.OperationalError as error:
            text = str(error)
            if "locked" in text or "busy" in text:
                raise LockedArchive(str(self.path)) from error
            if "full" in text or "I/O" in text or "readonly" in text or "unable to open" in text:
                raise BrokenArchive(
                    f"{self.path}: {text}", "Make room or check permissions; what was stored before is whole"
                ) from error
            raise BrokenArchive(f"{self.path}: {text}", "`leadup archive check` says more") from error
        except (*DAMAGED, zlib.error, msgspec.MsgspecError) as error:
            raise BrokenArchive(
                f"{self.path}: the file is damaged or is no archive ({error})",
                "`leadup archive recover` takes out what is whole; or restore a copy",
            ) from error

    @contextlib.contextmanager
    def _held_still(self) -> Iterator[None]:
        """Nothing holds a file still that is only read: what was read while another wrote to it is not given out."""
        try:
            yield
        except (sqlite3.Error, *DAMAGED, zlib.error, msgspec.MsgspecError, BrokenArchive) as error:
            if self._has_moved():
                raise LockedArchive(str(self.path)) from error
            raise
        if self._has_moved():
            raise LockedArchive(str(self.path))

    def _has_moved(self) -> bool:
        return self._still is not None and self._still != _state(self.path / FILE)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            # Where the disk is full, SQLite has taken the transaction back by itself.
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
