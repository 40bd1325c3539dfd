"""The archive on disk: one SQLite file, written in whole batches, read by day, by words and by id."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from leadup.archive import codec, completing, copies, history, passages, repeats, schema, seals, search, versions, views
from leadup.archive.codec import IndexedArticle, prepare
from leadup.archive.completing import Completions
from leadup.archive.derived import Derived
from leadup.archive.file import FILE
from leadup.archive.forms import Forms
from leadup.archive.passages import ArticleSummary, Found, Passage, Row, Sought
from leadup.archive.recorded import ArchiveWithHistory
from leadup.archive.rows import row_for
from leadup.archive.search import Hit
from leadup.errors import BrokenArchive, DamagedArticle, LockedArchive, UnknownArticle
from leadup.lang.outlets import OWN_TABLE, Outlets, own_outlets
from leadup.model import Article, DeepReading, Reading, Span
from leadup.reading.language import is_read

Outcome = Literal["added", "new version", "already there"]

REREAD_BATCH = 500
_LISTED = f"row, id, outlet, title, superseded, {seals.AS_WRITTEN}"
COMMON = 3
"""A word of more than one in so many articles says nothing of what is asked."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many articles an archive holds, replaced versions among them, of how many outlets, and the days of its
    earliest and latest dated one."""

    articles: int
    superseded: int
    outlets: int
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Stats:
    """What an archive holds. ``first`` and ``last`` are the days of its earliest and latest dated article; ``unread``
    the languages of the articles that were not read, and how many each."""

    articles: int
    undated: int
    superseded: int
    copies: int
    outlets: int
    first: dt.date | None
    last: dt.date | None
    bytes: int
    unread: tuple[tuple[str, int], ...] = ()


class Archive(ArchiveWithHistory):
    """An archive in the folder ``path``. Use as a context manager, or call :meth:`close`.

    Raises :class:`MissingArchive` where there is none and ``create`` is false, :class:`BrokenArchive`,
    :class:`NewerArchive`; any method raises :class:`LockedArchive` where another process holds it for too long.
    """

    # -- writing ---------------------------------------------------------------------------------------------------

    def add(self, article: Article) -> Outcome:
        """Read an article and store it. Adding the same article again changes nothing."""
        if self.settled(article):
            return "already there"
        return self.write([prepare(article)])[0]

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
            views.fill(self._db)
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
                prepared.signature, None if is_read(article) else article.language,
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

    def settled(self, article: Article) -> bool:
        """Is this text stored, with all that the article says of it or better?"""
        with self._faults():
            row = self._row(article.id)
            return row is not None and versions.precedence(article) <= versions.precedence(self._article_at(row))

    def _article_at(self, row: int) -> Article:
        return self._whole(row)[0]

    def _whole(self, row: int) -> tuple[Article, bytes, bool]:
        """The article of a row, its packed reading, and whether it was replaced; raises BrokenArchive where its bytes
        are not those that were written."""
        found = self._db.execute(
            f"SELECT record, text, title, reading, superseded, checksum, {seals.AS_WRITTEN} FROM article WHERE row = ?",
            (row,),
        ).fetchone()
        if found is None:
            raise self._damaged(row)
        record, text, title, packed, superseded, sum, as_written = found
        try:
            if not as_written or codec.checksum(record, text, title) != sum:
                raise self._damaged(row)
            return codec.unpack_article(record, text, title), packed, bool(superseded)
        except (TypeError, AttributeError, msgspec.MsgspecError) as error:
            raise self._damaged(row) from error

    def _damaged(self, row: int) -> DamagedArticle:
        found = self._db.execute("SELECT id FROM article WHERE row = ?", (row,)).fetchone()
        return DamagedArticle(str(self.path), str(row if found is None else found[0]))

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

    def keep_deep(self, id: str, readings: Sequence[DeepReading], reader: str) -> None:
        """Keep deep readings of an article's sentences, made by ``reader`` (name and version).

        They only save time: where the archive cannot be written to just now, they are let go.
        """
        if not readings:
            return
        with contextlib.suppress(LockedArchive, BrokenArchive), self._faults(), self._transaction():
            row = self._row(id)
            self._db.executemany(
                "INSERT OR REPLACE INTO deep VALUES (?, ?, ?, ?)",
                ((row, r.sentence, reader, codec.pack_deep(r)) for r in readings),
            )

    # -- reading ---------------------------------------------------------------------------------------------------

    def _row(self, id: str) -> int | None:
        found = self._db.execute("SELECT row FROM article WHERE id = ?", (id,)).fetchone()
        return None if found is None else int(found[0])

    def _row_of(self, id: str) -> int:
        row = self._row(id)
        if row is None:
            raise UnknownArticle(id)
        return row

    def holds(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of these article ids that are stored."""
        with self._faults():
            return frozenset(id for id in ids if self._row(id) is not None)

    def finished(self, name: str, stamp: str) -> bool:
        """Was this input, as it stands now, read to its end before?"""
        with self._faults():
            found = self._db.execute("SELECT stamp FROM unit WHERE name = ?", (name,)).fetchone()
        return found is not None and found[0] == stamp

    def full_id(self, id: str) -> str:
        """The one stored id that begins with ``id``; raises :class:`UnknownArticle` where there is none, or several."""
        with self._faults():
            found = self._db.execute(
                "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (id, id + "\U0010ffff")
            ).fetchall()
        if id and not found:
            # That an article is not there is said only where what it is looked up in is whole.
            with self._sound():
                pass
        if not id or not found or (len(found) > 1 and found[0][0] != id):
            raise UnknownArticle(id)
        return str(found[0][0])

    def article(self, id: str) -> Article:
        """The article with this id, or whose id alone begins so."""
        full = self.full_id(id)
        with self._faults():
            return self._named(self._article_at(self._row_of(full)))

    def _named(self, article: Article) -> Article:
        """The article under the outlet's name of a person's own ``outlets.toml`` beside the archive, where it says."""
        own = self._own_outlets
        said = own.name(article.outlet, article.url, article.title) if own is not None else None
        known = said is not None and own is not None and said in own.by_name.values()
        return replace(article, outlet=said) if known and said != article.outlet else article

    @cached_property
    def _own_outlets(self) -> Outlets | None:
        try:
            return own_outlets(self.path)
        except (OSError, ValueError) as error:
            raise BrokenArchive(f"{self.path / OWN_TABLE}: {error}", "Mend the table or move it away") from error

    def reading(self, id: str) -> Reading:
        """The light reading of the article with this id."""
        full = self.full_id(id)
        with self._faults():
            article, packed, _ = self._whole(self._row_of(full))
            return codec.current_reading(article, packed)

    def reading_for_answers(self, id: str) -> Reading:
        """The same as an answer reads it: lines that the outlet repeats are emptied and marked."""
        full = self.full_id(id)
        with self._sound():
            row = self._row_of(full)
            article, packed, _ = self._whole(row)
            return self._reading(row, article, packed)

    def deep(self, id: str, sentences: Sequence[int], reader: str) -> dict[int, DeepReading]:
        """The kept deep readings of these sentences that this very reader made."""
        found: dict[int, DeepReading] = {}
        with self._faults():
            row = self._row(id)
            for sentence in sentences:
                held = self._db.execute(
                    "SELECT reading FROM deep WHERE article = ? AND sentence = ? AND reader = ?",
                    (row, sentence, reader),
                ).fetchone()
                reading = None if held is None else codec.unpack_deep(held[0])
                if reading is not None:
                    found[sentence] = reading
        return found

    def listed(
        self,
        *,
        first: dt.date | None = None,
        last: dt.date | None = None,
        outlet: str | None = None,
        limit: int | None = None,
    ) -> Iterator[ArticleSummary]:
        """The articles in order of day (undated ones first), as a list shows them."""
        low = schema.first_row(first) if first else 0
        high = schema.last_row(last) if last else schema.last_row(dt.date.max)
        with self._faults():
            rows = self._db.execute(
                f"SELECT {_LISTED} FROM article WHERE row BETWEEN ? AND ?"
                " AND (? IS NULL OR outlet = ?) ORDER BY row LIMIT ?",
                (low, high, outlet, outlet, -1 if limit is None else limit),
            )
            for row in rows:
                yield self._listed(*row)

    def versions(self, id: str) -> tuple[ArticleSummary, ...]:
        """All versions of an article's page that are kept (one address), in order of day; itself where alone."""
        full = self.full_id(id)
        with self._sound():
            rows = self._db.execute(
                f"SELECT {_LISTED} FROM article"
                " WHERE id = ? OR url = (SELECT url FROM article WHERE id = ?) ORDER BY row",
                (full, full),
            ).fetchall()
        return tuple(self._listed(*row) for row in rows)

    def _listed(
        self, row: int, id: str, outlet: str | None, title: str | None, superseded: int, as_written: int | None
    ) -> ArticleSummary:
        if not as_written:
            raise self._damaged(row)
        return _summary(row, id, outlet, title, superseded)

    def articles(self) -> Iterator[tuple[Article, Reading]]:
        """Every article with its light reading, in order of day, one at a time."""
        with self._faults():
            for (row,) in self._db.execute("SELECT row FROM article ORDER BY row"):
                article, packed, _ = self._whole(row)
                yield article, codec.unpack_reading(packed)

    def each(self) -> Iterator[tuple[Article, Reading] | BrokenArchive]:
        """As :meth:`articles`, with the fault in the place of each article that cannot be read."""
        with self._faults():
            rows = [r[0] for r in self._db.execute("SELECT row FROM article ORDER BY row")]
        for row in rows:
            try:
                with self._faults():
                    article, packed, _ = self._whole(row)
                    yield article, codec.unpack_reading(packed)
            except BrokenArchive as error:
                yield error

    def search(
        self, words: str, first: dt.date | None = None, last: dt.date | None = None, limit: int = 20
    ) -> tuple[ArticleSummary, ...]:
        """The articles published in the window that hold these words, best first."""
        with self._sound():
            hits = search.find(self._db, search.query_words([words]), first, last, limit)
            found = []
            for hit in hits:
                article, _, superseded = self._whole(hit.row)
                found.append(_summary(hit.row, article.id, article.outlet, article.title, superseded))
        return tuple(found)

    def passages(
        self, asked: str, first: dt.date | None = None, last: dt.date | None = None, limit: int = 20
    ) -> tuple[Passage, ...]:
        """The articles published in the window that hold these words, and the phrases in quotes, best first."""
        return self.find(asked, first, last, limit=limit).passages

    def find(
        self,
        asked: str,
        first: dt.date | None = None,
        last: dt.date | None = None,
        *,
        outlet: str = "",
        limit: int = 20,
        skip: int = 0,
        latest: bool = False,
    ) -> Found:
        """The same, of the outlets whose name holds ``outlet``, from the one numbered ``skip`` on, and how many there
        are; latest first where asked so."""
        sought, wanted = Sought.of(asked), outlet.casefold()
        found: list[Passage] = []
        with self._sound():
            rows, whole = passages.rows(self._db, sought, first, last, latest)
            passed = 0
            for row in rows:
                if wanted and wanted not in (self._outlet_at(row.row) or "").casefold():
                    continue
                passed += 1
                if passed > skip + limit:
                    return Found(tuple(found), whole, whole >= passages.MOST_RANKED or bool(wanted), True)
                if passed > skip:
                    found += self._passage(row, sought)
        return Found(tuple(found), passed if wanted else whole, whole >= passages.MOST_RANKED, False)

    def complete(self, typed: str, most: int = 8) -> Completions:
        """Names and titles that begin with, or hold, the words typed so far."""
        with self._sound():
            return completing.complete(self._db, typed, most)

    def volume(self, words: str, first: dt.date, last: dt.date) -> dict[dt.date, int]:
        """How many articles published on each day of ``[first, last]`` hold all of these words but those that more than
        a third of all do; days without any are left out."""
        asked = search.query_words([words])
        with self._sound():
            most = self.size / COMMON
            rare = [word for word in asked if search.frequency(self._db, word) <= most]
            return search.volume(self._db, rare or asked, first, last)

    def _passage(self, at: Row, sought: Sought) -> Iterator[Passage]:
        """The article of a row as a search shows it; none where it was taken out meanwhile."""
        held = self._db.execute(
            "SELECT id, title, text, outlet, record, reading, superseded, checksum, "
            f"{seals.AS_WRITTEN} FROM article WHERE row = ?",
            (at.row,),
        ).fetchone()
        if held is None:
            if seals.is_lost(self._db, at.row):
                raise self._damaged(at.row)
            return
        id, title, text, outlet, record, packed, superseded, sum, as_written = held
        if not as_written or codec.checksum(record, text, title) != sum:
            raise self._damaged(at.row)
        listed = _summary(at.row, id, outlet, title, superseded)
        place = passages.place_of(text, packed, sought, self._forms)
        if place is None:
            yield Passage(listed, None, None, (), at.lacks)
        else:
            yield Passage(listed, Span.of(id, text, place.start, place.end), place.day, place.marks, at.lacks)

    def _outlet_at(self, row: int) -> str | None:
        held = self._db.execute("SELECT outlet FROM article WHERE row = ?", (row,)).fetchone()
        return None if held is None or held[0] is None else str(held[0])

    @cached_property
    def _forms(self) -> Forms:
        return Forms()

    def close(self) -> None:
        """Let go of the file, and of what was made beside it in memory."""
        super().close()
        if "_forms" in self.__dict__:
            self._forms.close()

    def candidates(
        self, words: Sequence[str], first: dt.date | None = None, last: dt.date | None = None, limit: int = 2_000
    ) -> tuple[tuple[Article, Reading], ...]:
        """The articles that may tell of ``[first, last]`` in these words, with their light readings, in order of day.

        They were published in the window or soon after it, or later with a day of the window named in their text.
        Replaced versions are left out. Without a window, those that hold the words best.
        """
        asked = search.query_words(words)
        with self._sound():
            if first is None or last is None:
                hits = search.find(self._db, asked, first, last, limit)
            else:
                # What is printed on the eve may announce a day; what is printed after tells of it.
                until = min(last, dt.date.max - dt.timedelta(search.REPORTED_WITHIN))
                until += dt.timedelta(search.REPORTED_WITHIN)
                hits = search.find(self._db, asked, first, until, limit)
                hits += search.told_of(self._db, asked, first, last, schema.last_row(until), limit)
                hits = sorted(hits, key=lambda h: (-h.score, h.row))[:limit]
            return tuple(self._read(h.row for h in hits))

    def _read(self, rows: Iterable[int]) -> Iterator[tuple[Article, Reading]]:
        """The articles of these rows that nothing replaced, with their light readings, in order of day."""
        for row in sorted(rows):
            article, packed, superseded = self._whole(row)
            if not superseded:
                yield self._named(article), self._reading(row, article, packed)

    def telling(
        self, parts: Sequence[tuple[float, tuple[str, ...]]], limit: int = 200
    ) -> tuple[tuple[Article, Reading], ...]:
        """The articles that best tell of something, with their light readings, in order of day.

        ``parts`` are the things that it consists of, each with its weight and the words (or phrases) that may stand for
        it. Replaced versions are left out.
        """
        wanted = [search.Part(weight, words) for weight, words in parts if words]
        with self._sound():
            hits = search.together(self._db, wanted, limit) if wanted else []
            return tuple(self._read(h.row for h in hits))

    def spellings(self, letters: str) -> dict[str, int]:
        """The indexed words (stems) that begin with one of these letters, and how many articles hold each."""
        with self._sound():
            return search.vocabulary(self._db, letters)

    def holding(self, phrase: str) -> int:
        """How many articles hold these words side by side."""
        with self._sound():
            return search.count(self._db, phrase)

    @property
    def size(self) -> int:
        """How many articles it holds that are read, replaced versions among them."""
        with self._faults():
            return int(self._db.execute("SELECT count(*) FROM article WHERE unread IS NULL").fetchone()[0])

    @property
    def mark(self) -> tuple[int, bytes]:
        """What changes when an article comes, goes or is renewed, and with nothing else: the end of its history."""
        with self._faults():
            return history.last(self._db)

    def latest(self, most: int) -> tuple[ArticleSummary, ...]:
        """The articles published last that nothing replaced, latest first."""
        with self._sound():
            rows = self._db.execute(
                f"SELECT {_LISTED} FROM article WHERE superseded = 0 ORDER BY row DESC LIMIT ?",
                (most,),
            ).fetchall()
        return tuple(self._listed(*row) for row in rows)

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of these words, in any of its forms."""
        with self._sound():
            return {word: search.frequency(self._db, word) for word in words}

    def weigh(
        self,
        weights: Mapping[str, float],
        first: dt.date,
        last: dt.date,
        told: tuple[dt.date, dt.date] | None = None,
        most: int | None = None,
    ) -> tuple[Hit, ...]:
        """The articles published in ``[first, last]`` by the weights of the words they hold, best first.

        With ``told`` also those published later, or undated, whose text names a day of that span. At most ``most``.
        """
        with self._sound():
            return tuple(search.weigh(self._db, weights, first, last, told, most))

    def day_of(self, row: int) -> dt.date | None:
        """The day on which the article with this row id was published; None where it is not known."""
        return schema.day_of(row)

    def texts(self, rows: Sequence[int]) -> tuple[tuple[str, str], ...]:
        """Title and text of the articles with these row ids, in the order given."""
        with self._faults():
            articles = (self._article_at(row) for row in rows)
            return tuple((article.title or "", article.text) for article in articles)

    def load(self, rows: Sequence[int]) -> tuple[tuple[int, Article, Reading], ...]:
        """The articles with these row ids and their light readings, in order of day; replaced versions are left out."""
        found = []
        with self._sound():
            for row in sorted(rows):
                article, packed, superseded = self._whole(row)
                if not superseded:
                    found.append((row, self._named(article), self._reading(row, article, packed)))
        return tuple(found)

    def _reading(self, row: int, article: Article, packed: bytes) -> Reading:
        """The light reading of an article without the lines that its outlet repeats."""
        reading = codec.unpack_reading(packed)
        if not codec.is_current(reading):
            self.read_anew += 1
            # The lines are counted by their place in the reading that is kept.
            return codec.current_reading(article, packed)
        return codec.without(reading, repeats.repeated(self._db, row))

    def unread(self, words: Sequence[str], first: dt.date, last: dt.date) -> tuple[tuple[str, int], ...]:
        """The languages, most articles first, of what the window holds of these words and was not read."""
        with self._sound():
            return tuple(search.unread(self._db, search.query_words(words), first, last))

    def copies(self, id: str) -> tuple[tuple[str, float], ...]:
        """The ids of near copies of an article, with the share of the shorter text that they have in common."""
        with self._sound():
            row = self._row(self.full_id(id))
            assert row is not None
            return copies.near(self._db, row)

    def reread(self) -> int:
        """Make anew the readings that an earlier leadup made, and say how many there were."""
        with self._sound():
            rows = [r[0] for r in self._db.execute("SELECT row FROM article ORDER BY row")]
            renewed = 0
            for at in range(0, len(rows), REREAD_BATCH):
                with self._transaction():
                    self._changing(REREAD_BATCH)
                    renewed += sum(self._reread(row) for row in rows[at : at + REREAD_BATCH])
                    views.fill(self._db)
        return renewed

    def _reread(self, row: int) -> bool:
        article, packed, superseded = self._whole(row)
        kept = codec.unpack_reading(packed)
        if codec.is_current(kept):
            return False
        prepared = prepare(article)
        if prepared.article.day != schema.day_of(row):
            self._erase(row)
            self._store(prepared, history.now())
            return True
        repeats.forget(self._db, row, repeats.lines_of(article, kept))
        sum = codec.checksum(prepared.record, article.text, article.title or "")
        unread = None if is_read(prepared.article) else prepared.article.language
        self._db.execute(
            "UPDATE article SET reading = ?, record = ?, unread = ?, checksum = ? WHERE row = ?",
            (prepared.reading, prepared.record, unread, sum, row),
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
            return views.keep(self._db)

    def extent(self) -> Extent:
        """How much the archive holds, which is quickly told."""
        with self._sound():
            total, superseded, outlets = self._db.execute(
                "SELECT count(*), coalesce(sum(superseded), 0), count(DISTINCT outlet) FROM article"
            ).fetchone()
            low, high = self._db.execute(
                "SELECT min(row), max(row) FROM article WHERE row > ?", (schema.last_row(None),)
            ).fetchone()
        return Extent(
            total, superseded, outlets,
            None if low is None else schema.day_of(low), None if high is None else schema.day_of(high),
        )  # fmt: skip

    def stats(self) -> Stats:
        """What the archive holds. Near copies are counted for it, which takes longer the more there are."""
        with self._sound():
            held = self.extent()
            (undated,) = self._db.execute(
                "SELECT count(*) FROM article WHERE row <= ?", (schema.last_row(None),)
            ).fetchone()
            copied = copies.count(self._db)
            unread = self._db.execute(
                "SELECT unread, count(*) FROM article WHERE unread IS NOT NULL"
                " GROUP BY unread ORDER BY count(*) DESC, unread"
            ).fetchall()
        return Stats(
            held.articles, undated, held.superseded, copied, held.outlets, held.first, held.last,
            (self.path / FILE).stat().st_size, tuple(unread),
        )  # fmt: skip


def _order(article: Article) -> tuple[dt.date, str]:
    return article.day or dt.date.min, article.id


def _summary(row: int, id: str, outlet: str | None, title: str | None, superseded: int) -> ArticleSummary:
    return ArticleSummary(id, schema.day_of(row), outlet, title or None, bool(superseded))
