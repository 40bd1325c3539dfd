"""An archive as plain tables for others (Datasette, sqlite-utils, DuckDB, a notebook): names and ISO days, no blobs.

The archive itself packs its readings, and keeps an article's day in the row's number. This writes what it holds into an
SQLite file of its own, with the tables ``articles``, ``sentences``, ``dates``, ``figures``, ``names`` and the views
``versions`` and ``current_articles``; ``docs/archive.md`` describes every column.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leadup.archive.store import Archive
from leadup.errors import UnwritableOutput
from leadup.model import Article, DateSpan, Reading

_TABLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, day TEXT, published TEXT, day_certainty TEXT, day_known_from TEXT, outlet TEXT, title TEXT,
    byline TEXT, wire TEXT, kind TEXT NOT NULL, language TEXT, url TEXT, source TEXT NOT NULL, previous TEXT,
    replaced INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE sentences (
    id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles (id), number INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL, day TEXT, day_reason TEXT
);
CREATE TABLE dates (
    sentence TEXT NOT NULL REFERENCES sentences (id), first TEXT, last TEXT, granularity TEXT NOT NULL,
    known_by TEXT NOT NULL, reason TEXT NOT NULL, weight REAL NOT NULL, rank INTEGER NOT NULL
);
CREATE TABLE figures (
    sentence TEXT NOT NULL REFERENCES sentences (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    exact TEXT NOT NULL, low REAL NOT NULL, high REAL, unit TEXT NOT NULL, role TEXT NOT NULL
);
CREATE TABLE names (
    sentence TEXT NOT NULL REFERENCES sentences (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    exact TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL
);
CREATE VIEW versions AS
    SELECT a.id, a.url, a.day, a.outlet, a.title, a.previous, n.id AS replaced_by
    FROM articles a LEFT JOIN articles n ON n.previous = a.id
    WHERE a.previous IS NOT NULL OR n.id IS NOT NULL;
CREATE VIEW current_articles AS SELECT * FROM articles WHERE NOT replaced;
"""
_INDEXES = """
CREATE INDEX articles_day ON articles (day);
CREATE INDEX sentences_article ON sentences (article);
CREATE INDEX sentences_day ON sentences (day);
CREATE INDEX dates_sentence ON dates (sentence);
CREATE INDEX figures_sentence ON figures (sentence);
CREATE INDEX names_sentence ON names (sentence);
CREATE INDEX names_key ON names (key);
"""
BATCH = 500


def write_tables(archive: Archive, path: str | Path) -> int:
    """Write the tables to a new file at ``path`` and say how many articles they hold.

    The file appears whole or not at all; one that is there is replaced. Raises :class:`UnwritableOutput` where it
    cannot be written.
    """
    target = Path(path)
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        replaced = frozenset(row.id for row in archive.listed() if row.superseded)
        with contextlib.closing(sqlite3.connect(part)) as db:
            db.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
            count = _fill(db, archive.articles(), replaced)
            db.executescript(_INDEXES)
            db.commit()
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise UnwritableOutput(f"{target}: {error}", "Name another file, or make room") from error
    return count


def _fill(db: sqlite3.Connection, articles: Iterator[tuple[Article, Reading]], replaced: frozenset[str]) -> int:
    count = 0
    for count, (article, reading) in enumerate(articles, 1):
        _insert(db, "articles", [_article(article, article.id in replaced)])
        rows: dict[str, list[tuple[Any, ...]]] = {"sentences": [], "dates": [], "figures": [], "names": []}
        for number, s in enumerate(reading.sentences):
            id = f"{article.id}:{number}"
            day, reason = (s.day.isoformat() if s.day else None), (str(s.dates[0].reason) if s.dates else None)
            rows["sentences"].append(
                (id, article.id, number, s.start, s.end, article.text[s.start : s.end], day, reason)
            )
            rows["dates"] += [
                (id, *_days(d.span), d.span.granularity, d.by, str(d.reason), d.weight, n)
                for n, d in enumerate(s.dates)
            ]
            rows["figures"] += [(id, f.start, f.end, f.exact, f.low, f.high, f.unit, f.role) for f in s.figures]
            rows["names"] += [(id, n.start, n.end, n.exact, n.kind, n.key) for n in s.names]
        for table, values in rows.items():
            _insert(db, table, values)
        if count % BATCH == 0:
            db.commit()
    return count


def _article(article: Article, replaced: bool) -> tuple[Any, ...]:
    published = article.published
    known = (None, None, None, None)
    if published is not None:
        at = published.at.isoformat() if published.precision != "day" else None
        known = (published.day.isoformat(), at, published.certainty, published.how)  # type: ignore[assignment]
    return (
        article.id, *known, article.outlet, article.title, "; ".join(article.byline) or None, article.wire,
        article.kind, article.language, article.url, article.source, article.previous, int(replaced), article.text,
    )  # fmt: skip


def _days(span: DateSpan) -> tuple[str | None, str | None]:
    return (span.first.isoformat() if span.first else None, span.last.isoformat() if span.last else None)


def _insert(db: sqlite3.Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
