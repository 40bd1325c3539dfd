"""The articles of an archive and their readings, by id, in order, one version or all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from leadup.archive import codec, copies, history, repeats, schema, seals
from leadup.archive.file import FILE
from leadup.archive.passages import ArticleSummary
from leadup.archive.recorded import ArchiveWithHistory
from leadup.errors import BrokenArchive, DamagedArticle, UnknownArticle
from leadup.lang.outlets import OWN_TABLE, Outlets, outlets, own_outlets
from leadup.model import Article, DeepReading, Reading

LATELY = 600
"""Articles, with their readings, that are kept in memory at most: more than an answer mostly reads. It changes nothing
but the time that an answer takes."""

_LISTED = f"row, id, outlet, url, title, superseded, {seals.AS_WRITTEN}"


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


class ArchiveOfArticles(ArchiveWithHistory):
    """The file, asked for what it holds. Raises as :class:`leadup.archive.Archive` does."""

    _lately: tuple[tuple[int, int], dict[int, tuple[Article, Reading]]] | None = None

    def _article_at(self, row: int) -> Article:
        return self._whole(row)[0]

    def _whole(self, row: int) -> tuple[Article, bytes, bool]:
        """The article of a row, its packed reading, and whether it was replaced; raises BrokenArchive where its bytes
        are not those that were written."""
        kept = self._db.execute(
            f"SELECT record, text, title, reading, superseded, checksum, {seals.AS_WRITTEN} FROM article WHERE row = ?",
            (row,),
        ).fetchone()
        if kept is None:
            raise self._damaged(row)
        record, text, title, packed, superseded, sum, as_written = kept
        try:
            if not as_written or codec.checksum(record, text, title) != sum:
                raise self._damaged(row)
            return codec.unpack_article(record, text, title), packed, bool(superseded)
        except (TypeError, AttributeError, msgspec.MsgspecError) as error:
            raise self._damaged(row) from error

    def _damaged(self, row: int) -> DamagedArticle:
        stored = self._db.execute("SELECT id FROM article WHERE row = ?", (row,)).fetchone()
        return DamagedArticle(str(self.path), str(row if stored is None else stored[0]))

    def _row(self, id: str) -> int | None:
        row = self._db.execute("SELECT row FROM article WHERE id = ?", (id,)).fetchone()
        return None if row is None else int(row[0])

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
            unit = self._db.execute("SELECT stamp FROM unit WHERE name = ?", (name,)).fetchone()
        return unit is not None and unit[0] == stamp

    def full_id(self, id: str) -> str:
        """The one stored id that begins with ``id``; raises :class:`UnknownArticle` where there is none, or several."""
        with self._faults():
            ids = self._db.execute(
                "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (id, id + "\U0010ffff")
            ).fetchall()
        if id and not ids:
            # That an article is not there is said only where what it is looked up in is whole.
            with self._sound():
                pass
        if not id or not ids or (len(ids) > 1 and ids[0][0] != id):
            raise UnknownArticle(id)
        return str(ids[0][0])

    def article(self, id: str) -> Article:
        """The article with this id, or whose id alone begins so."""
        full = self.full_id(id)
        with self._faults():
            return self._named(self._article_at(self._row_of(full)))

    def _named(self, article: Article) -> Article:
        """The article under the outlet's name of a person's own ``outlets.toml`` beside the archive, where it says."""
        said = self._own_name(article.outlet, article.url, article.title)
        return replace(article, outlet=said) if said is not None and said != article.outlet else article

    def _own_name(self, outlet: str | None, url: str | None, title: str | None) -> str | None:
        """What a person's own table calls an outlet; None where it does not say."""
        own = self._own_outlets
        said = own.name(outlet, url, title) if own is not None else None
        return said if own is not None and said in own.by_name.values() else None

    def _outlet_shown(self, outlet: str | None, url: str | None, title: str | None) -> str | None:
        """The one name of an article's outlet, as an answer shows it, whatever its record says."""
        return outlets().name(self._own_name(outlet, url, title) or outlet, url, title)

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
            return self._current(article, codec.unpack_reading(packed))

    def reading_for_answers(self, id: str) -> Reading:
        """The same as an answer reads it: lines that the outlet repeats are emptied and marked."""
        full = self.full_id(id)
        with self._sound():
            row = self._row_of(full)
            article, packed, _ = self._whole(row)
            return self._reading(row, article, packed)

    def deep(self, id: str, sentences: Sequence[int], reader: str) -> dict[int, DeepReading]:
        """The kept deep readings of these sentences that this very reader made."""
        deep_readings: dict[int, DeepReading] = {}
        with self._faults():
            row = self._row(id)
            for sentence in sentences:
                held = self._db.execute(
                    "SELECT reading FROM deep WHERE article = ? AND sentence = ? AND reader = ?",
                    (row, sentence, reader),
                ).fetchone()
                reading = None if held is None else codec.unpack_deep(held[0])
                if reading is not None:
                    deep_readings[sentence] = reading
        return deep_readings

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
        self,
        row: int,
        id: str,
        outlet: str | None,
        url: str | None,
        title: str | None,
        superseded: int,
        as_written: int | None,
    ) -> ArticleSummary:
        if not as_written:
            raise self._damaged(row)
        return summary_of(row, id, self._outlet_shown(outlet, url, title), title, superseded)

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

    @property
    def size(self) -> int:
        """How many articles it holds that are read, replaced versions among them."""
        with self._faults():
            # What this connection has changed, and others have, since it was counted.
            state = (self._db.total_changes, self._db.execute("PRAGMA data_version").fetchone()[0])
            # What is counted within a change may be taken back with it.
            if self._counted is None or self._counted[0] != state or self._db.in_transaction:
                (count,) = self._db.execute("SELECT count(*) FROM article WHERE unread IS NULL").fetchone()
                if self._db.in_transaction:
                    return int(count)
                self._counted = state, int(count)
            return self._counted[1]

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
        with self._sound():
            return tuple(self._read(rows))

    def _read(self, rows: Iterable[int]) -> Iterator[tuple[int, Article, Reading]]:
        """The articles of these rows that nothing replaced, with their light readings, in order of day."""
        for row in sorted(rows):
            # Taken before the file is read: what another writes meanwhile is found in another one.
            lately = self._lately_read()
            if row not in lately:
                article, packed, superseded = self._whole(row)
                if superseded:
                    continue
                lately[row] = self._named(article), self._reading(row, article, packed)
            yield row, *lately[row]

    def _lately_read(self) -> dict[int, tuple[Article, Reading]]:
        """What was read of the file as it stands: half of a story's articles were looked into for its event's day."""
        if self._db.in_transaction:
            # What is written there may be taken back, which no count of changes tells.
            return {}
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        now = int(version), self._db.total_changes
        if self._lately is None or self._lately[0] != now or len(self._lately[1]) >= LATELY:
            self._lately = now, {}
        return self._lately[1]

    def _reading(self, row: int, article: Article, packed: bytes) -> Reading:
        """The light reading of an article without the lines that its outlet repeats."""
        reading = codec.unpack_reading(packed)
        current = self._current(article, reading)
        if current is not reading:
            self.readings_renewed += 1
            # The lines are counted by their place in the reading that is kept.
            return current
        return codec.without(reading, repeats.repeated(self._db, row))

    def _current(self, article: Article, kept: Reading) -> Reading:  # noqa: ARG002
        """The kept reading of an article, or another where that is out of date: the archive itself has no readers."""
        return kept

    def copies(self, id: str) -> tuple[tuple[str, float], ...]:
        """The ids of near copies of an article, with the share of the shorter text that they have in common."""
        with self._sound():
            row = self._row(self.full_id(id))
            assert row is not None
            return copies.near(self._db, row)

    def extent(self) -> Extent:
        """How much the archive holds, which is quickly told."""
        with self._sound():
            total, superseded, outlets = self._db.execute(
                "SELECT count(*), coalesce(sum(superseded), 0), count(DISTINCT outlet) FROM article"
            ).fetchone()
            first, last = self.reported_days()
        return Extent(total, superseded, outlets, first, last)

    def reported_days(self) -> tuple[dt.date | None, dt.date | None]:
        """The publication days of the first and the last article; None where none has a day."""
        with self._sound():
            # One at a time: SQLite goes over the whole table for both at once.
            low, high = (
                self._db.execute(f"SELECT {end}(row) FROM article WHERE row > ?", (schema.last_row(None),)).fetchone()[
                    0
                ]
                for end in ("min", "max")
            )
        return None if low is None else schema.day_of(low), None if high is None else schema.day_of(high)

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


def summary_of(row: int, id: str, outlet: str | None, title: str | None, superseded: int) -> ArticleSummary:
    """An article as a list shows it, from what its row says."""
    return ArticleSummary(id, schema.day_of(row), outlet, title or None, bool(superseded))
