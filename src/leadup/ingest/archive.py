"""The archive with its readers: articles are read as they come in, and what an earlier leadup read is read anew."""

from __future__ import annotations

from leadup.archive import codec, history, repeats, schema, seals, views
from leadup.archive.derived import Derived
from leadup.archive.store import ArticleStore, Outcome
from leadup.ingest.preparing import is_current, prepare, read
from leadup.model import Article, Reading

REREAD_BATCH = 500


class Archive(ArticleStore):
    """An archive in the folder ``path``. Use as a context manager, or call :meth:`close`.

    Raises :class:`MissingArchive` where there is none and ``create`` is false, :class:`BrokenArchive`,
    :class:`NewerArchive`; any method raises :class:`LockedArchive` where another process holds it for too long.
    """

    def add(self, article: Article) -> Outcome:
        """Read an article and store it. Adding the same article again changes nothing."""
        if self.is_stored(article):
            return "already there"
        return self.write([prepare(article)])[0]

    def reread(self) -> int:
        """Make anew the readings that an earlier leadup made, and say how many there were."""
        with self._sound():
            rows = [r[0] for r in self._db.execute("SELECT row FROM article ORDER BY row")]
            renewed = 0
            for at in range(0, len(rows), REREAD_BATCH):
                with self._transaction():
                    self._changing(REREAD_BATCH)
                    renewed += sum(self._reread(row) for row in rows[at : at + REREAD_BATCH])
                    views.fill_tables(self._db)
        return renewed

    def _reread(self, row: int) -> bool:
        article, packed, superseded = self._whole(row)
        kept = codec.unpack_reading(packed)
        if is_current(kept):
            return False
        prepared = prepare(article)
        if prepared.article.day != schema.day_of(row):
            self._erase(row)
            self._store(prepared, history.now())
            return True
        repeats.forget(self._db, row, repeats.lines_of(article, kept))
        sum = codec.checksum(prepared.record, article.text, article.title or "")
        self._db.execute(
            "UPDATE article SET reading = ?, record = ?, unread = ?, checksum = ? WHERE row = ?",
            (prepared.reading, prepared.record, codec.unread_language(prepared.article), sum, row),
        )
        seals.note(self._db, row)
        if not superseded:
            repeats.keep(self._db, row, prepared.lines or ())
        self._db.execute("DELETE FROM told WHERE article = ?", (row,))
        self._db.executemany("INSERT OR IGNORE INTO told VALUES (?, ?)", ((d, row) for d in prepared.told))
        self._db.execute("DELETE FROM deep WHERE article = ?", (row,))
        content = history.content_of(prepared.article)
        if content != history.content_of(article):
            history.note(self._db, history.now(), "renewed", article.id, content)
        return True

    def derived(self) -> Derived:
        return Derived(self._db, is_current)

    def _current(self, article: Article, kept: Reading) -> Reading:
        return kept if is_current(kept) else read(article)
