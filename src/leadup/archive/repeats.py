"""Lines that an outlet prints again and again: furniture that needs no rule, known by the archive alone.

A line counts as repeated once an outlet's articles of enough different days hold it, whatever numbers stand in it. A
line that addresses its reader or is no finished sentence needs few days; a plain sentence many and over a long time,
since background is reprinted too; one that names a day is never one, since chronicles are reprinted word by word. What
is repeated depends on which articles are held and not on the order in which they came.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache

from leadup.archive.rows import DAY_BITS
from leadup.lang import DEFAULT, is_read, kept_table
from leadup.model import Article, Reading

Line = tuple[int, int]
"""The key of a line, and the index of the sentence in its article's reading."""

LONGEST = 300
"""Code points of a line."""
FEW_DAYS = 3
"""Of 98 lines on that many days in Timeline17 and 171 in 16,467 real articles that address a reader or are unfinished,
some 19 of 20 are furniture by a reader's judgement; of plain sentences on three days one in two is background news."""
MANY_DAYS = 6
LONG_TIME = 30
"""Days from the first to the last of a plain sentence: with MANY_DAYS, again some 19 of 20 are furniture."""
HEAD, FOOT = 3, 12
"""Sentences from an article's head and foot among which plain ones are counted; captions and boxes stand elsewhere
too, but have forms of their own."""

_DIGITS = re.compile(r"\d+")
_FINISHED = ".!?”\"'’)"
_QUOTED = re.compile(r"[\"“”`'](?:(?<=[\"“”])|(?<=`)`|(?<=')')")


def lines_of(article: Article, reading: Reading) -> tuple[Line, ...]:
    """The lines of an article that may turn out to be repeated, each once; none of one that is not read."""
    if not is_read(article.language):
        return ()
    language = article.language or DEFAULT
    outlet = (article.outlet or "").casefold()
    last = len(reading.sentences) - FOOT
    lines: dict[int, int] = {}
    for at, sentence in enumerate(reading.sentences):
        if sentence.end - sentence.start > LONGEST:
            continue
        told = [d for d in sentence.dates if d.by in ("timex", "heading")]
        if any(d.span.single for d in told):
            continue
        words = article.text[sentence.start : sentence.end]
        addressed = _addresses(words, language) and not _QUOTED.search(words)
        # "You have 3 stories left this month" names a month and no day.
        if told and not addressed:
            continue
        odd = words[-1] not in _FINISHED or addressed
        if odd or at < HEAD or at >= last:
            lines.setdefault(_key(outlet, words, odd), at)
    return tuple(lines.items())


def _addresses(line: str, language: str) -> bool:
    """Does a line speak to its reader, or give an address?"""
    words, marks = _reader(language)
    return words.search(" " + line) is not None or any(mark in line for mark in marks)


@cache
def _reader(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The words and the marks by which a page speaks to its reader."""
    data = kept_table("repeats", language)
    # What is no letter before the words: the engine passes over all others at once.
    return re.compile(rf"\W(?:{data['address']})\b"), tuple(data["marks"])


def keep(db: sqlite3.Connection, row: int, lines: Sequence[Line]) -> None:
    """Count the lines of the article with this row id, and mark those that are repeated by now, wherever they stand."""
    db.executemany("INSERT OR IGNORE INTO line VALUES (?, ?, ?)", ((key, row, sentence) for key, sentence in lines))
    for key, sentence in lines:
        if _marked(db, key, row):
            db.execute("INSERT OR IGNORE INTO repeated VALUES (?, ?)", (row, sentence))
            continue
        held = db.execute("SELECT article, sentence FROM line WHERE key = ?", (key,)).fetchall()
        if _enough(key, (article for article, _ in held)):
            db.executemany("INSERT OR IGNORE INTO repeated VALUES (?, ?)", held)


def forget(db: sqlite3.Connection, row: int, lines: Sequence[Line]) -> None:
    """Count the lines of this article no more; what is not repeated without them is unmarked."""
    db.execute("DELETE FROM repeated WHERE article = ?", (row,))
    db.executemany("DELETE FROM line WHERE key = ? AND article = ?", ((key, row) for key, _ in lines))
    for key, _ in lines:
        if not _marked(db, key, row):
            continue
        held = db.execute("SELECT article, sentence FROM line WHERE key = ?", (key,)).fetchall()
        if not _enough(key, (article for article, _ in held)):
            db.executemany("DELETE FROM repeated WHERE article = ? AND sentence = ?", held)


def repeated(db: sqlite3.Connection, row: int) -> frozenset[int]:
    """The sentences of the article with this row id that are repeated lines, by index."""
    return frozenset(r[0] for r in db.execute("SELECT sentence FROM repeated WHERE article = ?", (row,)))


def fits(db: sqlite3.Connection, row: int, key: int, sentence: int) -> bool:
    """Whether a line of the article with this row id is marked as repeated as it is in the other articles."""
    marked = "SELECT 1 FROM repeated WHERE article = ? AND sentence = ?"
    return (db.execute(marked, (row, sentence)).fetchone() is not None) == _marked(db, key, row)


def _marked(db: sqlite3.Connection, key: int, row: int) -> bool:
    """Do other articles hold the line as a repeated one? All of them do, or none."""
    other = db.execute(
        "SELECT article, sentence FROM line WHERE key = ? AND article != ? LIMIT 1", (key, row)
    ).fetchone()
    return other is not None and (
        db.execute("SELECT 1 FROM repeated WHERE article = ? AND sentence = ?", other).fetchone() is not None
    )


def _enough(key: int, articles: Iterable[int]) -> bool:
    days = {article >> DAY_BITS for article in articles}
    if key & 1:
        return len(days) >= FEW_DAYS
    dated = days - {0}
    return len(days) >= MANY_DAYS and dt.timedelta(max(dated) - min(dated)).days >= LONG_TIME


def _key(outlet: str, words: str, odd: bool) -> int:
    """47 bits of a hash, the lowest telling what the line must do to count as repeated."""
    folded = _DIGITS.sub("#", " ".join(words.casefold().split()))
    hashed = hashlib.blake2b(f"{outlet}\x00{folded}".encode(), digest_size=6).digest()
    return (int.from_bytes(hashed) & ~1) | odd
