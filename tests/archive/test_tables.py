"""The plain tables: written whole, opened by sqlite-utils, and the document's own queries run on them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from leadup.archive.tables import write_tables
from leadup.errors import UnwritableOutput
from leadup.ingest import Archive
from leadup.intake import article_from_record

ROOT = Path(__file__).resolve().parents[2]
FIRST = {
    "text": "At least 3 miners were killed on May 2, 2019, Olle Brandt said. The pit was closed on May 3.",
    "title": "Pit closed",
    "outlet": "Alma Courier",
    "published": "2019-05-04",
    "url": "https://courier.example/pit",
}
SECOND = {**FIRST, "text": FIRST["text"].replace("3 miners", "4 miners"), "published": "2019-05-05"}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    with Archive(tmp_path / "archive", create=True) as archive:
        for record in (FIRST, SECOND):
            article = article_from_record(record, source="a.jsonl")
            assert not isinstance(article, Exception)
            archive.add(article)
        assert write_tables(archive, tmp_path / "plain.db") == 2
        first, second = archive.versions(next(archive.listed()).id)
        assert (first.superseded, second.superseded) == (True, False)
    return tmp_path / "plain.db"


def test_sqlite_utils_opens_them(tables: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils", reason="needs sqlite-utils (pip install 'leadup[dev]')")
    database = sqlite_utils.Database(tables)
    assert {"articles", "sentences", "dates", "figures", "names"} <= set(database.table_names())
    assert {"versions", "current_articles"} <= set(database.view_names())
    (current,) = database["current_articles"].rows
    assert (current["day"], current["outlet"], current["kind"], current["day_certainty"]) == (
        "2019-05-05",
        "Alma Courier",
        "article",
        "sure",
    )
    days = {row["day"] for row in database["sentences"].rows}
    assert "2019-05-02" in days
    database.close()


def test_every_sentence_stands_where_it_says(tables: Path) -> None:
    with closing(sqlite3.connect(tables)) as db, db:
        rows = db.execute(
            'SELECT text, start, "end", exact FROM sentences s JOIN articles a ON a.id = article'
        ).fetchall()
    db.close()
    assert rows and all(text[start:end] == exact for text, start, end, exact in rows)


def test_the_document_s_queries_run(tables: Path) -> None:
    text = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    assert len(queries) == 4
    sqlite_utils = pytest.importorskip("sqlite_utils", reason="needs sqlite-utils (pip install 'leadup[dev]')")
    database = sqlite_utils.Database(tables)
    found = [list(database.query(query)) for query in queries]
    database.close()
    assert found[0] and found[2] and len(found[3]) == 1


def test_the_document_names_every_column(tables: Path) -> None:
    text = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    with closing(sqlite3.connect(tables)) as db, db:
        for name in ("articles", "sentences", "dates", "figures", "names", "versions"):
            row = next(line for line in text.splitlines() if line.startswith(f"| `{name}`"))
            for _, column, *_ in db.execute(f"PRAGMA table_info({name})"):
                assert f"`{column}`" in row, (name, column)
    db.close()


def test_the_archive_s_own_views_follow_it_and_leave_nothing_to_work_out(tmp_path: Path) -> None:
    def articles(columns: str = "*") -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(tmp_path / "archive" / "archive.sqlite")) as db:
            return db.execute(f"SELECT {columns} FROM articles ORDER BY day").fetchall()

    with Archive(tmp_path / "archive", create=True) as archive:
        article = article_from_record(FIRST, source="a.jsonl")
        assert not isinstance(article, Exception)
        archive.add(article)
        before = articles()
        archive.open_to_others()
        assert articles() == before
        later = article_from_record({**SECOND, "authors": ["Olle Brandt", "Ida Roth"]}, source="a.jsonl")
        assert not isinstance(later, Exception)
        archive.add(later)
    assert articles("day, byline, replaced") == [
        ("2019-05-04", None, 1),
        ("2019-05-05", "Olle Brandt; Ida Roth", 0),
    ]
    with closing(sqlite3.connect(tmp_path / "archive" / "archive.sqlite")) as db:
        (view,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'articles'").fetchone()
    # DuckDB reads the words of a view with functions of its own, which differ from SQLite's.
    assert "(" not in view


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive, pytest.raises(UnwritableOutput):
        write_tables(archive, tmp_path / "missing" / "plain.db")
    assert not list(tmp_path.glob("*.part"))
