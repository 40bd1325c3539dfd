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

from leadup.archive.plain import READ, VIEWS, insert, rows_of
from leadup.archive.store import ArticleStore
from leadup.errors import UnwritableOutput
from leadup.model import Article, Reading

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
"""
_INDEXES = """
CREATE INDEX articles_day ON articles (day);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX sentences_article ON sentences (article);
CREATE INDEX sentences_day ON sentences (day);
"""
BATCH = 500


def write_tables(archive: ArticleStore, path: str | Path) -> int:
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
            for statement in (*READ, *VIEWS):
                db.execute(statement)
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
        insert(db, "articles", [_article(article, article.id in replaced)])
        for table, rows in rows_of(article, reading).items():
            insert(db, table, rows)
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
