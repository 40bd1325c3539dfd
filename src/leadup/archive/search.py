"""Finding articles by words and by day, at a cost that follows the window and not the archive.

Row ids are in order of date, so a word's articles in a window are one stretch of its list in the full-text index.
How rare a word is (inverse document frequency) is taken within the window asked for, too: SQLite's own ``bm25`` would
walk every word's list through the whole archive for that.
"""

from __future__ import annotations

import datetime as dt
import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from leadup.archive import schema
from leadup.archive.rows import DAY_BITS
from leadup.lang.cuts import RUN

# From the window's end on, reports of its days: most come within a month, later ones by the days their text names.
REPORTED_WITHIN = 31
# A word whose list in the window is longer than this says little and costs much; its first part stands for it.
_LONGEST_LIST = 60_000
# Words that stand no further apart than this are in one place; so many pairs are looked for.
_NEAR = 16
_MOST_PAIRS = 120
# What holding the words in the title, in one place, and on a day on which many articles do is worth, beside holding
# all of them anywhere.
_IN_TITLE, _IN_ONE_PLACE, _CROWD = 1.0, 0.5, 0.7
# Reports of one event come on its day and the next ones.
_CROWD_DAYS = 3
# Where no window is given, how many articles the rarest words may bring in.
_MOST_FOUND = 20_000
# Articles in a language that is not read are kept, and change no answer.
READ = "rowid NOT IN (SELECT row FROM article WHERE unread IS NOT NULL)"
_ANY = "TRUE"


class Hit(NamedTuple):
    """An article that holds words asked for: its row id, and how much of them by rarity."""

    row: int
    score: float


def query_words(words: Iterable[str]) -> tuple[str, ...]:
    """The distinct words of some phrases, as the index can be asked for them, in order."""
    return tuple(dict.fromkeys(w for phrase in words for w in RUN.findall(phrase.casefold()) if len(w) > 1))


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


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to find, in any of some words (or phrases), and how much it weighs beside the others."""

    weight: float
    words: tuple[str, ...]


def together(db: sqlite3.Connection, parts: Sequence[Part], limit: int, least: float = 0.6) -> list[Hit]:
    """The articles that hold at least the share ``least`` of the parts, best first, then earliest.

    Best are those that hold them in their title, the two weightiest in one place, and those of days on which many do:
    of an event that thousands of articles name in passing, its own reports are found.
    """
    whole = math.fsum(p.weight for p in parts)
    text = _shares(db, parts, "")
    held = {row: share for row, share in text.items() if share >= least * whole}
    if not held:
        return []
    title = _shares(db, parts, "title : ")
    near = _near(db, parts)
    rows = np.array(sorted(held), dtype=np.int64)
    in_title = np.array([title.get(int(r), 0.0) / whole for r in rows])
    in_one_place = np.array([int(r) in near for r in rows], dtype=np.float64)
    scores = np.array([held[int(r)] / whole for r in rows]) + _IN_TITLE * in_title + _IN_ONE_PLACE * in_one_place
    days = rows >> DAY_BITS
    telling = np.sort(days[(in_title >= least) | (in_one_place > 0)])
    if len(telling):
        reach = np.searchsorted(telling, days + _CROWD_DAYS) - np.searchsorted(telling, days - _CROWD_DAYS + 1)
        scores = scores + _CROWD * np.log1p(reach) / math.log1p(max(1, int(reach.max())))
    best = np.lexsort((rows, -scores))[:limit]
    return [Hit(int(rows[k]), float(scores[k])) for k in best]


def _shares(db: sqlite3.Connection, parts: Sequence[Part], column: str) -> dict[int, float]:
    held = [_matching(db, column + "(" + " OR ".join(map(_quoted, part.words)) + ")") for part in parts]
    distinct, at = np.unique(np.concatenate(held), return_inverse=True)
    shares = np.bincount(at, weights=np.repeat([part.weight for part in parts], [len(rows) for rows in held]))
    return dict(zip(distinct.tolist(), shares.tolist(), strict=True))


def _matching(db: sqlite3.Connection, query: str) -> NDArray[np.int64]:
    (joined,) = db.execute(
        "SELECT group_concat(rowid) FROM"
        f" (SELECT rowid FROM words WHERE words MATCH ? AND {_read(db)} ORDER BY rowid LIMIT ?)",
        (query, _LONGEST_LIST),
    ).fetchone()
    return _row_ids(joined)


def _near(db: sqlite3.Connection, parts: Sequence[Part]) -> frozenset[int]:
    """The articles in which words of the two weightiest parts stand in one place."""
    if len(parts) < 2:
        return frozenset()
    one, two = sorted(parts, key=lambda p: -p.weight)[:2]
    pairs = [f"NEAR({_quoted(a)} {_quoted(b)}, {_NEAR})" for a in one.words for b in two.words][:_MOST_PAIRS]
    return frozenset(_matching(db, " OR ".join(pairs)).tolist())


def vocabulary(db: sqlite3.Connection, letters: str) -> dict[str, int]:
    """The indexed words (stems) that begin with one of these letters, and how many articles hold each."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)")
    counts: dict[str, int] = {}
    for letter in letters:
        held = db.execute(
            "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ?", (letter, letter + "\U0010ffff")
        )
        counts.update(held)
    return counts


def count(db: sqlite3.Connection, phrase: str) -> int:
    """How many articles hold these words side by side."""
    query = _quoted(phrase)
    if query == '""':
        return 0
    return int(db.execute("SELECT count(*) FROM words WHERE words MATCH ?", (query,)).fetchone()[0])


def _quoted(words: str) -> str:
    return '"' + " ".join(RUN.findall(words)) + '"'


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
    wanted = np.array(rows, dtype=np.int64)
    lists = {}
    for word in words:
        held = _rows(db, word, rows[0], rows[-1], _LONGEST_LIST)
        lists[word] = held[np.isin(held, wanted)]
    return _ranked(lists, limit)


# A word that more articles than this hold is common enough; counting on tells nothing more.
_MOST_COUNTED = 200_000


def frequency(db: sqlite3.Connection, word: str, most: int | None = None) -> int:
    """How many articles hold a word, in any of its forms as the index joins them, counted no further than ``most``."""
    parts = query_words([word])
    if not parts:
        return 0
    query = " AND ".join(f'"{part}"' for part in parts)
    counting = f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? AND {_read(db)} LIMIT ?)"
    limit = _MOST_COUNTED if most is None else min(most, _MOST_COUNTED)
    return int(db.execute(counting, (query, limit)).fetchone()[0])


def weigh(
    db: sqlite3.Connection,
    weights: Mapping[str, float],
    first: dt.date,
    last: dt.date,
    told: tuple[dt.date, dt.date] | None,
    most: int | None = None,
) -> list[Hit]:
    """The articles published in ``[first, last]`` by the weights of the words they hold, best first, then earliest.

    With ``told`` also those published later, or undated, whose text names a day of that span. At most ``most``.
    """
    low, high = schema.first_row(first), schema.last_row(last)
    outside: NDArray[np.int64] = np.empty(0, dtype=np.int64)
    if told is not None:
        rows = db.execute(
            "SELECT DISTINCT article FROM told WHERE day BETWEEN ? AND ? AND (article > ? OR article <= ?)"
            " ORDER BY article LIMIT ?",
            (told[0].toordinal(), told[1].toordinal(), high, schema.last_row(None), _MOST_FOUND),
        )
        outside = np.array([r[0] for r in rows], dtype=np.int64)
    places: list[NDArray[np.int64]] = []
    values: list[float] = []
    for word, weight in sorted(weights.items()):
        for part in query_words([word]):
            held = _rows(db, part, low, high, _LONGEST_LIST)
            if len(outside):
                beyond = _rows(db, part, int(outside[0]), int(outside[-1]), _LONGEST_LIST)
                held = np.concatenate([held, beyond[np.isin(beyond, outside)]])
            if len(held):
                places.append(held)
                values.append(weight)
    if not places:
        return []
    distinct, at = np.unique(np.concatenate(places), return_inverse=True)
    scores = np.bincount(at, weights=np.repeat(values, [len(p) for p in places]))
    best = np.lexsort((distinct, -np.round(scores, 9)))[:most]
    return list(map(Hit, distinct[best].tolist(), scores[best].tolist()))


def volume(db: sqlite3.Connection, words: Sequence[str], first: dt.date, last: dt.date) -> dict[dt.date, int]:
    """How many articles of each day hold all of these words (without words: how many there are); no empty days."""
    low, high = schema.first_row(first), schema.last_row(last)
    if words:
        query = " AND ".join(f'"{word}"' for word in words)
        rows = db.execute(
            f"SELECT rowid >> {DAY_BITS}, count(*) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? AND {READ}"
            " GROUP BY 1",
            (query, low, high),
        )
    else:
        # What is seen as of a day is a view, and a view has no rowid.
        counting = f"SELECT row >> {DAY_BITS}, count(*) FROM article WHERE row BETWEEN ? AND ? GROUP BY 1"
        rows = db.execute(counting, (low, high))
    return {dt.date.fromordinal(day): articles for day, articles in rows}


def unread(db: sqlite3.Connection, words: Sequence[str], first: dt.date, last: dt.date) -> list[tuple[str, int]]:
    """The languages of the articles of these days that hold such a word and were not read, and how many each."""
    if not words:
        return []
    return db.execute(
        "SELECT unread, count(*) FROM article WHERE unread IS NOT NULL AND row BETWEEN ? AND ? AND superseded = 0"
        " AND row IN (SELECT rowid FROM words WHERE words MATCH ?) GROUP BY unread ORDER BY count(*) DESC, unread",
        (schema.first_row(first), schema.last_row(last), " OR ".join(f'"{w}"' for w in words)),
    ).fetchall()


def _read(db: sqlite3.Connection) -> str:
    """What keeps to articles that are read; where all are, row by row nothing is asked."""
    return READ if db.execute("SELECT 1 FROM article WHERE unread IS NOT NULL LIMIT 1").fetchone() else _ANY


def _rows(db: sqlite3.Connection, word: str, low: int, high: int, most: int) -> NDArray[np.int64]:
    # As one text: fetched one by one, rows cost more than finding them does.
    (rows,) = db.execute(
        "SELECT group_concat(rowid) FROM (SELECT rowid FROM words"
        f" WHERE words MATCH ? AND rowid BETWEEN ? AND ? AND {_read(db)} ORDER BY rowid LIMIT ?)",
        (f'"{word}"', low, high, most),
    ).fetchone()
    return _row_ids(rows)


def _row_ids(joined: str | None) -> NDArray[np.int64]:
    """The row ids that SQLite's ``group_concat`` gives."""
    return np.fromstring(joined or "", dtype=np.int64, sep=",")


def _ranked(lists: Mapping[str, NDArray[np.int64]], limit: int) -> list[Hit]:
    held = [rows for rows in lists.values() if len(rows)]
    if not held:
        return []
    distinct, place = np.unique(np.concatenate(held), return_inverse=True)
    weights = [math.log(1 + len(distinct) / len(rows)) for rows in held]
    scores = np.bincount(place, weights=np.repeat(weights, [len(rows) for rows in held]))
    best = np.lexsort((distinct, -scores))[:limit]
    return [Hit(int(distinct[k]), float(scores[k])) for k in best]


def _anywhere(db: sqlite3.Connection, words: Sequence[str], limit: int) -> list[Hit]:
    """Without a window: articles with all the words, then with all but one, and so on until enough are found."""
    scores: dict[int, float] = {}
    for left_out in range(min(len(words), 3)):
        for query in _queries(words, left_out):
            rows = db.execute(
                f"SELECT rowid FROM words WHERE words MATCH ? AND {READ} ORDER BY rowid DESC LIMIT ?", (query, limit)
            )
            for (row,) in rows:
                scores.setdefault(row, float(len(words) - left_out))
        if len(scores) >= limit // 4:
            break
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [Hit(row, score) for row, score in ranked]


def _queries(words: Sequence[str], left_out: int) -> list[str]:
    if left_out == 0:
        return [" AND ".join(f'"{w}"' for w in words)] if words else []
    if left_out == 1:
        kept = [[w for j, w in enumerate(words) if j != i] for i in range(len(words))]
        return [" AND ".join(f'"{w}"' for w in some) for some in kept if some]
    return [f'"{w}"' for w in words]
