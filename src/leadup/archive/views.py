"""The archive's own file, opened by others: views with plain columns and ISO days beside the tables made for answers.

``articles``, ``versions`` and ``current_articles`` are views of what is stored anyway, and stand in every archive that
is written to. What was read in the articles is packed; :func:`keep_tables` unpacks it into ``sentences``, ``dates``,
``figures`` and ``names``, which from then on are kept with every article that comes, changes or goes (triggers note
which; :func:`fill_tables` does the rest, in the same transaction), and what an article's record says of it with them.
The columns are those of :mod:`leadup.archive.tables`.
"""

from __future__ import annotations

import contextlib
import sqlite3

from leadup.archive import codec
from leadup.archive.plain import READ, VIEWS, insert, rows_of
from leadup.archive.rows import DAY_BITS

# SQLite counts days from noon of 24 November 4714 BC; day 1 of ``date.toordinal`` is day 1721425.5 there.
_EPOCH = 1721424.5
_DAY = f"CASE WHEN row >> {DAY_BITS} THEN date((row >> {DAY_BITS}) + {_EPOCH}) END"


def _of(path: str) -> str:
    """A part of an article's record, which is JSON."""
    return f"json_extract(CAST(record AS TEXT), '$.{path}')"


# What an article's record says of it, by the name of the column; in the order in which others see the columns.
_SAID = {
    "day": _DAY,
    "published": f"CASE WHEN {_of('published.precision')} != 'day'"
    f" THEN replace({_of('published.at')}, 'Z', '+00:00') END",
    "day_certainty": _of("published.certainty"),
    "day_known_from": _of("published.how"),
    "outlet": "outlet",
    "title": "nullif(title, '')",
    "byline": "(SELECT group_concat(value, '; ') FROM json_each(CAST(record AS TEXT), '$.byline'))",
    "wire": _of("wire"),
    "kind": f"coalesce({_of('kind')}, 'article')",
    "language": _of("language"),
    "url": "url",
    "source": _of("source"),
    "previous": _of("previous"),
    "replaced": "superseded",
}
_COLUMNS = ", ".join(f"{said} AS {name}" for name, said in _SAID.items())
_ARTICLES = f"CREATE VIEW articles AS SELECT id, {_COLUMNS}, text FROM article"
# The same where the tables are kept: nothing is worked out in the view, so that DuckDB, which reads a view's words with
# functions of its own (a record is bytes to it), reads it too.
_PLAIN = """CREATE VIEW articles AS SELECT
    s.*, a.text FROM article_said s JOIN article a ON a.id = s.id"""
_SAY = f"INSERT OR REPLACE INTO article_said SELECT id, {_COLUMNS} FROM article"
_TYPED = ", ".join(f"{name} INTEGER" if name == "replaced" else f"{name} TEXT" for name in _SAID)
_PLAINLY = (
    f"CREATE TABLE article_said (id TEXT PRIMARY KEY, {_TYPED}) WITHOUT ROWID",
    _SAY,
    f"CREATE TRIGGER article_is_said AFTER INSERT ON article BEGIN {_SAY} WHERE id = NEW.id; END",
    f"CREATE TRIGGER article_says_else AFTER UPDATE OF row, record, superseded, title, outlet, url ON article"
    f" BEGIN {_SAY} WHERE id = NEW.id; END",
    "CREATE TRIGGER article_is_unsaid AFTER DELETE ON article BEGIN DELETE FROM article_said WHERE id = OLD.id; END",
    "DROP VIEW articles",
    _PLAIN,
)
_SENTENCES = """CREATE VIEW sentences AS SELECT
    s.id, s.article, s.number, s.start, s."end", substr(a.text, s.start + 1, s."end" - s.start) AS exact, s.day,
    s.day_reason
FROM sentence_place s JOIN article a ON a.id = s.article"""
_PLACES = """CREATE TABLE sentence_place (
    id TEXT PRIMARY KEY, article TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    day TEXT, day_reason TEXT
) WITHOUT ROWID"""
_COLUMN = {"sentence_place": "id", "dates": "sentence", "figures": "sentence", "names": "sentence"}
_FORGET = "".join(
    f"DELETE FROM {table} WHERE {column} >= OLD.id || ':' AND {column} < OLD.id || ';'; "
    for table, column in _COLUMN.items()
)
_KEPT = (
    _PLACES,
    *READ,
    "CREATE INDEX sentence_place_day ON sentence_place (day)",
    "CREATE TABLE due (article TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TRIGGER article_comes AFTER INSERT ON article BEGIN INSERT OR IGNORE INTO due VALUES (NEW.id); END",
    f"CREATE TRIGGER article_goes AFTER DELETE ON article BEGIN {_FORGET} DELETE FROM due WHERE article = OLD.id; END",
    f"CREATE TRIGGER article_is_read AFTER UPDATE OF reading ON article BEGIN {_FORGET}"
    " INSERT OR IGNORE INTO due VALUES (NEW.id); END",
    "INSERT INTO due SELECT id FROM article",
    _SENTENCES,
)


def make_views(connection: sqlite3.Connection) -> None:
    """Set up the views of what is stored anyway, where they are missing. Another process that writes goes first."""
    if _has(connection, "articles"):
        return
    # Answers do without them: the next who writes sets them up.
    with contextlib.suppress(sqlite3.OperationalError), connection:
        connection.execute("BEGIN IMMEDIATE")
        _show(connection)


def _show(connection: sqlite3.Connection) -> None:
    if not _has(connection, "articles"):
        for statement in (_ARTICLES, *VIEWS):
            connection.execute(statement)


def keep_tables(connection: sqlite3.Connection) -> int:
    """Unpack what was read into tables of its own, now and with every later change; say how many articles were due.

    Within a transaction of the caller's.
    """
    _show(connection)
    for table, statements in (("due", _KEPT), ("article_said", _PLAINLY)):
        if not _has(connection, table):
            for statement in statements:
                connection.execute(statement)
    return fill_tables(connection)


def fill_tables(connection: sqlite3.Connection) -> int:
    """Unpack the readings that are due, where the tables are kept; say how many there were."""
    if not _has(connection, "due"):
        return 0
    due = [id for (id,) in connection.execute("SELECT article FROM due ORDER BY article")]
    for id in due:
        record, text, title, packed = connection.execute(
            "SELECT record, text, title, reading FROM article WHERE id = ?", (id,)
        ).fetchone()
        held = rows_of(codec.unpack_article(record, text, title), codec.unpack_reading(packed))
        # The words of a sentence are the article's own, and not kept twice.
        insert(connection, "sentence_place", [(*row[:5], *row[6:]) for row in held.pop("sentences")])
        for table, rows in held.items():
            insert(connection, table, rows)
    connection.execute("DELETE FROM due")
    return len(due)


def _has(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM main.sqlite_master WHERE name = ?", (name,)).fetchone() is not None
