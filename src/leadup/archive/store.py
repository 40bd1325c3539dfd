"""The archive on disk: one SQLite file, written in whole batches.

What it is asked for stands in the classes below it: its articles (``articles``), its searches (``searchable``), its
history (``recorded``), its seals (``sealed``) and the file itself (``file``).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from leadup.archive import codec, copies, history, repeats, seals, versions, views
from leadup.archive.codec import IndexedArticle
from leadup.archive.derived import Derived
from leadup.archive.rows import row_for
from leadup.archive.searchable import SearchableArchive
from leadup.errors import BrokenArchive, LockedArchive
from leadup.model import Article, DeepReading

Outcome = Literal["added", "new version", "already there"]


class ArticleStore(SearchableArchive):
    """An archive in the folder ``path``. Use as a context manager, or call :meth:`close`.

    Raises :class:`MissingArchive` where there is none and ``create`` is false, :class:`BrokenArchive`,
    :class:`NewerArchive`; any method raises :class:`LockedArchive` where another process holds it for too long.
    """

    def write(self, batch: Iterable[IndexedArticle], unit: tuple[str, str] | None = None) -> tuple[Outcome, ...]:
        """Store a batch, all of it or nothing. ``unit`` (name, stamp) marks an input as read to its end."""
        given = list(batch)
        outcomes: dict[int, Outcome] = {}
        at = history.now()
        with self._sound(), self._transaction():
            # In the order of the full-text index, which begins a new segment for each step back.
            self._changing(len(given))
            for place in sorted(range(len(given)), key=lambda k: _order(given[k].article)):
                outcomes[place] = self._store(given[place], at)
            views.fill_tables(self._db)
            if unit is not None:
                self._db.execute("INSERT OR REPLACE INTO unit VALUES (?, ?, ?)", (*unit, len(outcomes)))
        return tuple(outcomes[place] for place in range(len(given)))

    def _store(self, prepared: IndexedArticle, at: str) -> Outcome:
        article = replace(prepared.article, previous=None)
        row = self._row(article.id)
        kind: history.ChangeKind = "added"
        if row is not None:
            if versions.precedence(article) <= versions.precedence(self._article_at(row)):
                return "already there"
            kind = "renewed"
            self._erase(row)
        elif (
            article.url is not None
            and self._db.execute("SELECT 1 FROM article WHERE url = ?", (article.url,)).fetchone()
        ):
            kind = "version"
        row = row_for(self._db, article.day, article.id)
        record, title = codec.pack_article(article), article.title or ""
        self._db.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
            (
                row, article.id, title, article.text, article.outlet, article.url, record, prepared.reading,
                prepared.signature, codec.unread_language(article),
                codec.checksum(record, article.text, title),
            ),
        )  # fmt: skip
        seals.note(self._db, row)
        self._db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (row, title, article.text))
        self._db.executemany("INSERT OR IGNORE INTO told VALUES (?, ?)", ((d, row) for d in prepared.told))
        self._db.executemany(
            "INSERT OR IGNORE INTO copy_key VALUES (?, ?)", ((k, row) for k in copies.keys_of(prepared.signature))
        )
        lines = prepared.lines
        if lines is None:
            lines = repeats.lines_of(article, codec.unpack_reading(prepared.reading))
        repeats.keep(self._db, row, lines)
        if article.url is not None:
            versions.relink(self._db, article.url, row)
        history.note(self._db, at, kind, article.id, history.content_of(article))
        return "already there" if kind == "renewed" else "new version" if kind == "version" else "added"

    def is_stored(self, article: Article) -> bool:
        """Is this text stored, with all that the article says of it or better?"""
        with self._faults():
            row = self._row(article.id)
            return row is not None and versions.precedence(article) <= versions.precedence(self._article_at(row))

    def _erase(self, row: int) -> Article:
        """Take a row out of every table, by the keys that its reading gives."""
        article, packed, _ = self._whole(row)
        (signed,) = self._db.execute("SELECT signature FROM article WHERE row = ?", (row,)).fetchone()
        reading = codec.unpack_reading(packed)
        repeats.forget(self._db, row, repeats.lines_of(article, reading))
        self._db.execute(
            "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            (row, article.title or "", article.text),
        )
        self._db.executemany(
            "DELETE FROM told WHERE day = ? AND article = ?", ((d, row) for d in codec.days_told(reading))
        )
        self._db.executemany(
            "DELETE FROM copy_key WHERE key = ? AND article = ?", ((k, row) for k in copies.keys_of(signed))
        )
        self._db.execute("DELETE FROM deep WHERE article = ?", (row,))
        self._db.execute("DELETE FROM article WHERE row = ?", (row,))
        seals.forget(self._db, row)
        if article.url is not None:
            versions.relink(self._db, article.url, row)
        return article

    def remove(self, id: str) -> Article:
        """Take an article out, with all that was read of it, and give it back. ``id`` may be its first characters.

        Afterwards no word of it is left in the file: freed pages are overwritten, the full-text index is written anew,
        the log of writes is emptied. Only the history keeps its id and a hash of its content.
        """
        with self._sound():
            row = self._row(self.full_id(id))
            assert row is not None
            with self._transaction():
                self._changing(1)
                article = self._erase(row)
                # Whatever an earlier leadup worked out otherwise than this one goes too.
                for table in ("told", "copy_key", "line", "repeated"):
                    self._db.execute(f"DELETE FROM {table} WHERE article = ?", (row,))
                # An input that was read to its end must be read again if the article is to come back.
                self._db.execute("DELETE FROM unit")
                history.note(self._db, history.now(), "removed", article.id, history.content_of(article))
                self._db.execute("INSERT INTO words (words) VALUES ('optimize')")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self._named(article)

    def keep_deep(self, found: Iterable[tuple[str, Sequence[DeepReading], str]]) -> None:
        """Keep deep readings of articles' sentences: for each the article's id, and who made them (name and version).

        They only save time: where the archive cannot be written to just now, they are let go.
        """
        given = [one for one in found if one[1]]
        if not given:
            return
        with contextlib.suppress(LockedArchive, BrokenArchive), self._faults(), self._transaction():
            for id, readings, reader in given:
                row = self._row(id)
                self._db.executemany(
                    "INSERT OR REPLACE INTO deep VALUES (?, ?, ?, ?)",
                    ((row, r.sentence, reader, codec.pack_deep(r)) for r in readings),
                )

    def derived(self) -> Derived:
        """The check of what is kept beside the articles so that they are found."""
        return Derived(self._db)

    def copy_to(self, file: Path) -> None:
        """Copy the file as it stands at this moment, whatever is written meanwhile."""
        with self._faults(), contextlib.closing(sqlite3.connect(file)) as target:
            self._db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")

    def open_to_others(self) -> int:
        """Keep what was read in plain tables inside the file, now and with each later change (docs/archive.md).

        Says how many articles were unpacked for it.
        """
        with self._faults(), self._transaction():
            return views.keep_tables(self._db)


def _order(article: Article) -> tuple[dt.date, str]:
    return article.day or dt.date.min, article.id
