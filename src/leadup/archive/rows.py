"""The rows of an archive: an article's number, from its day and its id alone, and what its words are cut by."""

from __future__ import annotations

import datetime as dt
import sqlite3

DAY_BITS = 32
_SLOTS = 1 << DAY_BITS
TOKENIZER = "tokenize='porter unicode61 remove_diacritics 2'"
"""How SQLite's full-text index cuts and reduces words, as an option of its table."""


def row_for(connection: sqlite3.Connection, day: dt.date | None, id: str) -> int:
    """The row of a new article: its day above, the first 32 bits of its id below.

    Where another article of the day has that number already, the next free one: of two such articles, the one that
    came first stands first. With a thousand articles a day that is one pair in some ten thousand days.
    """
    low = (day.toordinal() if day else 0) << DAY_BITS
    slot = int(id[:8], 16)
    while connection.execute("SELECT 1 FROM article WHERE row = ?", (low + slot,)).fetchone() is not None:
        slot = (slot + 1) % _SLOTS
    return low + slot
