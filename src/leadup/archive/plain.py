"""The tables of an archive that other programs read: their columns, and the rows of an article and its reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from leadup.model import Article, DateSpan, Reading

# One statement a table of what was read in a sentence, its columns in the order of :func:`rows_of`.
READ = (
    "CREATE TABLE dates (sentence TEXT NOT NULL, first TEXT, last TEXT, granularity TEXT NOT NULL,"
    " known_by TEXT NOT NULL, reason TEXT NOT NULL, weight REAL NOT NULL, rank INTEGER NOT NULL)",
    'CREATE TABLE figures (sentence TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,'
    " low REAL NOT NULL, high REAL, unit TEXT NOT NULL, role TEXT NOT NULL)",
    'CREATE TABLE names (sentence TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,'
    " kind TEXT NOT NULL, key TEXT NOT NULL)",
    "CREATE INDEX dates_sentence ON dates (sentence)",
    "CREATE INDEX figures_sentence ON figures (sentence)",
    "CREATE INDEX names_sentence ON names (sentence)",
    "CREATE INDEX names_key ON names (key)",
)
# The views over the articles, which are a table in a copy and a view in the archive itself.
VIEWS = (
    # By the address, which has an index: all versions of a page have the same.
    "CREATE VIEW versions AS SELECT a.id, a.url, a.day, a.outlet, a.title, a.previous,"
    " (SELECT n.id FROM articles n WHERE n.url = a.url AND n.previous = a.id) AS replaced_by"
    " FROM articles a WHERE a.replaced OR a.previous IS NOT NULL",
    "CREATE VIEW current_articles AS SELECT * FROM articles WHERE NOT replaced",
)
Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(article: Article, reading: Reading) -> Rows:
    """The rows of ``sentences``, ``dates``, ``figures`` and ``names`` that an article makes."""
    rows: Rows = {"sentences": [], "dates": [], "figures": [], "names": []}
    for number, s in enumerate(reading.sentences):
        id = f"{article.id}:{number}"
        day, reason = (s.day.isoformat() if s.day else None), (str(s.dates[0].reason) if s.dates else None)
        rows["sentences"].append((id, article.id, number, s.start, s.end, article.text[s.start : s.end], day, reason))
        rows["dates"] += [
            (id, *_days(d.span), d.span.granularity, d.by, str(d.reason), d.weight, n) for n, d in enumerate(s.dates)
        ]
        rows["figures"] += [(id, f.start, f.end, f.exact, f.low, f.high, f.unit, f.role) for f in s.figures]
        rows["names"] += [(id, n.start, n.end, n.exact, n.kind, n.key) for n in s.names]
    return rows


def insert(db: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows to a table, all of its columns in order."""
    if rows:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _days(span: DateSpan) -> tuple[str | None, str | None]:
    return (span.first.isoformat() if span.first else None, span.last.isoformat() if span.last else None)
