"""Finding articles by words and by day, at a cost that follows the window and not the archive.

Row ids are in order of date, so a word's articles in a window are one stretch of its list in the full-text index.
How rare a word is (inverse document frequency) is taken within the window asked for, too: SQLite's own ``bm25`` would
walk every word's list through the whole archive for that.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from leadup.archive import schema

_WORD = re.compile(r"\w+")
# From the window's end on, reports of its days: most come within a month, later ones by the days their text names.
REPORTED_WITHIN = 31
# A word whose list in the window is longer than this says little and costs much; its first part stands for it.
_LONGEST_LIST = 60_000
# Where no window is given, how many articles the rarest words may bring in.
_MOST_FOUND = 20_000
# Articles in a language that is not read are kept, and change no answer.
_READ = "rowid NOT IN (SELECT row FROM article WHERE unread IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds words asked for: its row id, and how much of them by rarity."""

    row: int
    score: float


def query_words(words: Iterable[str]) -> tuple[str, ...]:
    """The distinct words of some phrases, as the index can be asked for them, in order."""
    return tuple(dict.fromkeys(w for phrase in words for w in _WORD.findall(phrase.casefold()) if len(w) > 1))


def find(
    db: sqlite3.Connection, words: Sequence[str], first: dt.date | None, last: dt.date | None, limit: int
) -> list[Hit]:
    """The articles published in ``[first, last]`` that hold most of the words by rarity, best first, then earliest."""
    low = schema.first_row(first) if first else 0
    high = schema.last_row(last or dt.date.max)
    if first is None and last is None:
        return _anywhere(db, words, limit)
    lists = {word: _rows(db, word, low, high, _LONGEST_LIST) for word in words}
    return _ranked(lists, limit)


def told_of(
    db: sqlite3.Connection, words: Sequence[str], first: dt.date, last: dt.date, after: int, limit: int
) -> list[Hit]:
    """Articles outside the window's own stretch (row ids above ``after``, or undated) whose text names its days."""
    rows = [
        r[0]
        for r in db.execute(
            "SELECT DISTINCT article FROM told WHERE day BETWEEN ? AND ? AND (article > ? OR article <= ?)"
            " ORDER BY article LIMIT ?",
            (first.toordinal(), last.toordinal(), after, schema.last_row(None), _MOST_FOUND),
        )
    ]
    if not rows:
        return []
    wanted = set(rows)
    lists = {}
    for word in words:
        held = _rows(db, word, rows[0], rows[-1], _LONGEST_LIST)
        lists[word] = [row for row in held if row in wanted]
    return _ranked(lists, limit)


def unread(db: sqlite3.Connection, words: Sequence[str], first: dt.date, last: dt.date) -> list[tuple[str, int]]:
    """The languages of the articles of these days that hold such a word and were not read, and how many each."""
    if not words:
        return []
    return db.execute(
        "SELECT unread, count(*) FROM article WHERE unread IS NOT NULL AND row BETWEEN ? AND ? AND superseded = 0"
        " AND row IN (SELECT rowid FROM words WHERE words MATCH ?) GROUP BY unread ORDER BY count(*) DESC, unread",
        (schema.first_row(first), schema.last_row(last), " OR ".join(f'"{w}"' for w in words)),
    ).fetchall()


def _rows(db: sqlite3.Connection, word: str, low: int, high: int, most: int) -> list[int]:
    found = db.execute(
        f"SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? AND {_READ} ORDER BY rowid LIMIT ?",
        (f'"{word}"', low, high, most),
    )
    return [r[0] for r in found]


def _ranked(lists: dict[str, list[int]], limit: int) -> list[Hit]:
    held = [np.array(rows, dtype=np.int64) for rows in lists.values() if rows]
    if not held:
        return []
    distinct, place = np.unique(np.concatenate(held), return_inverse=True)
    weights = [math.log(1 + len(distinct) / len(rows)) for rows in held]
    scores = np.bincount(place, weights=np.repeat(weights, [len(rows) for rows in held]))
    best = np.lexsort((distinct, -scores))[:limit]
    return [Hit(int(distinct[k]), float(scores[k])) for k in best]


def _anywhere(db: sqlite3.Connection, words: Sequence[str], limit: int) -> list[Hit]:
    """Without a window: articles with all the words, then with all but one, and so on until enough are found."""
    found: dict[int, float] = {}
    for left_out in range(min(len(words), 3)):
        for query in _queries(words, left_out):
            rows = db.execute(
                f"SELECT rowid FROM words WHERE words MATCH ? AND {_READ} ORDER BY rowid DESC LIMIT ?", (query, limit)
            )
            for (row,) in rows:
                found.setdefault(row, float(len(words) - left_out))
        if len(found) >= limit // 4:
            break
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [Hit(row, score) for row, score in ranked]


def _queries(words: Sequence[str], left_out: int) -> list[str]:
    if left_out == 0:
        return [" AND ".join(f'"{w}"' for w in words)] if words else []
    if left_out == 1:
        kept = [[w for j, w in enumerate(words) if j != i] for i in range(len(words))]
        return [" AND ".join(f'"{w}"' for w in some) for some in kept if some]
    return [f'"{w}"' for w in words]
