"""An archive's file, sealed: nothing is found in it before what things are found by was seen to be whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from leadup.archive import history, seals
from leadup.archive.file import DAMAGED, FILE, ArchiveFile
from leadup.archive.integrity import file_faults
from leadup.errors import BrokenArchive, LockedArchive


class SealedArchive(ArchiveFile):
    """The file, gone over before it is asked or changed, and sealed by who changed it. Raises as
    :class:`leadup.archive.Archive` does."""

    _sound_at: int | None = None
    _changed = 0

    @contextlib.contextmanager
    def _sound(self) -> Iterator[None]:
        """As :meth:`_faults`, for what finds articles: all that it finds them by is seen to be as it was written, once
        for this connection and again where another wrote."""
        with self._faults():
            (version,) = self._db.execute("PRAGMA data_version").fetchone()
            if version != self._sound_at:
                seals.require_sound(self._db, self.path / FILE)
                self._sound_at = version
            yield

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with seals.as_sound(self.path / FILE), super()._transaction():
            yield

    def _changing(self, articles: int) -> None:
        """Say, within a transaction, that it changes what so many articles are found by."""
        seals.unseal(self._db)
        self._changed += articles

    def _seal(self) -> None:
        """Keep the sums of what articles are found by, where this connection changed it. Who does not come to it, since
        it is killed, the disk is full or another writes, leaves it to the next reader."""
        if not self._changed:
            return
        with contextlib.suppress(LockedArchive, BrokenArchive), self._faults(), self._transaction():
            if seals.is_worth_it(self._db, self._changed):
                seals.seal(self._db)
        self._changed = 0

    def close(self) -> None:
        """Let go of the file."""
        self._seal()
        with seals.as_sound(self.path / FILE):
            super().close()

    def damage(self) -> Iterator[str]:
        """What SQLite finds wrong with the file, its indexes and the full-text index; nothing where all is well."""
        with self._faults():
            yield from file_faults(self._db)
            for what, faults in (
                ("the sums of what articles are found by", seals.seal_faults(self._db)),
                ("the history", history.history_faults(self._db)),
                ("the history", self._gone()),
            ):
                try:
                    yield from faults
                except DAMAGED as error:
                    yield f"{what} cannot be read to the end ({error})"

    def _gone(self) -> Iterator[str]:
        """The articles that are in the history and not in the archive."""
        held = "SELECT article FROM change c WHERE kind != 'removed' AND number = (SELECT max(number) FROM change d"
        held += " WHERE d.article = c.article) AND article NOT IN (SELECT id FROM article) ORDER BY number"
        for (id,) in self._db.execute(held):
            yield f"article {id} is in the history and not in the archive"

    def seal(self) -> None:
        """Keep the sums of what articles are found by, where a writer left that to others; for who found no fault."""
        with contextlib.suppress(LockedArchive, BrokenArchive), self._faults(), self._transaction():
            if not seals.is_sealed(self._db):
                seals.seal(self._db)

    def vacuum(self) -> None:
        """Make the full-text index anew and give free pages back to the disk."""
        with self._faults():
            with self._transaction():
                self._db.execute("INSERT INTO words (words) VALUES ('rebuild')")
                self._db.execute("INSERT INTO words (words) VALUES ('optimize')")
                if seals.is_sealed(self._db):
                    seals.seal(self._db, "words", "terms")
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
