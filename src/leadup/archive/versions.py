"""Which of two articles is kept: of two versions of a page the current one, of one text the better known source.

Both are decided by what the articles are and never by which came first, so that an archive is the same in whatever
order its articles came.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass, replace

import msgspec

from leadup.archive import codec, repeats, seals
from leadup.archive.history import said_published
from leadup.archive.rows import DAY_BITS
from leadup.model import Article

_SURE = {"sure": 2, "likely": 1}
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


def precedence(article: Article) -> tuple[object, ...]:
    """What the same text at the same outlet is kept as: the greatest of these.

    The surer date, then the earlier one (it was printed then), then what names more of its source; what is left is
    settled by the bytes.
    """
    known = said_published(article)
    bare = replace(article, language=None, previous=None, published=known)
    return (
        _SURE[known.certainty] if known else -1,
        -_seconds(known.at) if known else 0.0,
        sum(x is not None for x in (article.url, article.title, article.wire)) + bool(article.byline),
        msgspec.json.encode(bare),
    )


def relink(db: sqlite3.Connection, url: str, row: int) -> None:
    """Put the versions of the page at ``url`` in order around the day of ``row``, where one came or went.

    Each names the one before it, and all but the last are replaced. The last is the one of the latest day, there with
    the latest time, then the longest, then that with the greatest id.
    """
    day = row >> DAY_BITS
    today = _versions(db, url, day)
    (before,) = db.execute("SELECT max(row) FROM article WHERE url = ? AND row < ?", (url, day << DAY_BITS)).fetchone()
    (after,) = db.execute(
        "SELECT min(row) FROM article WHERE url = ? AND row >= ?", (url, (day + 1) << DAY_BITS)
    ).fetchone()
    earlier = [] if before is None else _versions(db, url, before >> DAY_BITS)[-1:]
    later = [] if after is None else _versions(db, url, after >> DAY_BITS)[:1]
    line = [*earlier, *today, *later]
    for place, version in enumerate(line):
        if place or not earlier:
            _name_previous(db, version, line[place - 1].article.id if place else None)
        if version not in later:
            _replace(db, version, place < len(line) - 1)


@dataclass(frozen=True, slots=True)
class _Version:
    article: Article
    row: int
    superseded: bool


def _versions(db: sqlite3.Connection, url: str, day: int) -> list[_Version]:
    held = [
        _Version(codec.unpack_article(record, text, title), row, bool(superseded))
        for row, record, text, title, superseded in db.execute(
            "SELECT row, record, text, title, superseded FROM article WHERE url = ? AND row >= ? AND row < ?",
            (url, day << DAY_BITS, (day + 1) << DAY_BITS),
        )
    ]
    return sorted(held, key=lambda v: (_at(v.article), len(v.article.text), v.article.id))


def _name_previous(db: sqlite3.Connection, version: _Version, previous: str | None) -> None:
    if version.article.previous == previous:
        return
    article = replace(version.article, previous=previous)
    record = codec.pack_article(article)
    sum = codec.checksum(record, article.text, article.title or "")
    db.execute("UPDATE article SET record = ?, checksum = ? WHERE row = ?", (record, sum, version.row))


def _replace(db: sqlite3.Connection, version: _Version, replaced: bool) -> None:
    if replaced == version.superseded:
        return
    db.execute("UPDATE article SET superseded = ? WHERE row = ?", (int(replaced), version.row))
    seals.note(db, version.row)
    change = repeats.forget if replaced else repeats.keep
    # Its lines, as they were counted when it was read.
    (packed,) = db.execute("SELECT reading FROM article WHERE row = ?", (version.row,)).fetchone()
    change(db, version.row, repeats.lines_of(version.article, codec.unpack_reading(packed)))


def _at(article: Article) -> dt.datetime:
    return article.published.at if article.published else _NEVER


def _seconds(at: dt.datetime) -> float:
    return (at - _NEVER).total_seconds()
