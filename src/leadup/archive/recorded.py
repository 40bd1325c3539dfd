"""An archive's file with what was done to it: each change, the fingerprint of all, and the timestamps asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from leadup.archive import history
from leadup.archive.sealed import SealedArchive
from leadup.model import Article


class ArchiveWithHistory(SealedArchive):
    """The file, asked for its history. Raises as :class:`leadup.archive.Archive` does."""

    _fingerprint: tuple[tuple[int, bytes], history.Fingerprint] | None = None

    def against_history(self, article: Article) -> str | None:
        """What the history says against an article that is kept; None where it fits."""
        with self._faults():
            last = history.last_of(self._db, article.id)
        if last is None or last.kind == "removed":
            return "the history does not know that it was added"
        if last.content != history.content_of(article):
            return "its content is not what the history says was added"
        return None

    def fingerprint(self) -> history.Fingerprint:
        """What it holds and how it came to, in two hashes."""
        with self._faults():
            # Worked out from every article: of what nobody changed since it was, it is the same.
            now = history.last(self._db)
            if self._fingerprint is None or self._fingerprint[0] != now:
                self._fingerprint = now, history.fingerprint(self._db)
            return self._fingerprint[1]

    def changes(self) -> Iterator[history.Change]:
        """What was done to it, first to last."""
        with self._faults():
            yield from history.changes(self._db)

    def last_change(self, id: str) -> history.Change | None:
        """What was last done to the article with this whole id, also where it was removed; None: it was never here."""
        with self._faults():
            return history.last_of(self._db, id)

    def replaced_by(self, id: str) -> str | None:
        """The id of the current version of an article's page, where that is another one."""
        with self._faults():
            newer = self._db.execute(
                "SELECT n.id FROM article a JOIN article n ON n.url = a.url AND n.superseded = 0"
                " WHERE a.id = ? AND a.superseded = 1",
                (id,),
            ).fetchone()
        return None if newer is None else str(newer[0])

    def keep_timestamp(self, changes: int, fingerprint: str, answer: bytes) -> None:
        """Keep an authority's answer (RFC 3161) for a fingerprint of so many changes; empty: it was asked for."""
        with self._faults(), self._transaction():
            self._db.execute("INSERT OR REPLACE INTO timestamp VALUES (?, ?, ?)", (changes, fingerprint, answer))

    def timestamps(self) -> tuple[tuple[int, str, bytes], ...]:
        """The kept answers: the number of the change that each was asked for at, the fingerprint's text, the answer."""
        with self._faults():
            return tuple(self._db.execute("SELECT number, fingerprint, answer FROM timestamp ORDER BY number"))
