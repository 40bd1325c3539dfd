"""Near copies of an article in the archive: worked out when asked for, from keys that are kept of every article."""

from __future__ import annotations

import sqlite3

from leadup.archive import seals
from leadup.archive.rows import DAY_BITS

KEYS = 8
"""An article's smallest shingle hashes, by which its copies are looked up."""
DAYS = 45
"""How far apart in days copies are printed."""
SHARE = 0.40
"""Of the shorter one's shingles, from which on two articles are near copies."""
LOOKED_AT = 16
"""Where copies are only counted: earlier articles with the same key, nearest first, that are compared."""
_REACH = DAYS << DAY_BITS


def keys_of(signed: bytes) -> tuple[int, ...]:
    """The keys that an article with this signature is found by."""
    from leadup.signatures import keys

    return keys(signed)[:KEYS]


def near(db: sqlite3.Connection, row: int) -> tuple[tuple[str, float], ...]:
    """The ids of the near copies of the article in this row, in order, with the share of the shorter text that both
    hold."""
    from leadup.signatures import similarity

    signed = _signature(db, row)
    others: set[int] = set()
    for key in keys_of(signed):
        held = db.execute(
            "SELECT article FROM copy_key WHERE key = ? AND article BETWEEN ? AND ?",
            (key, max(0, row - _REACH), row + _REACH),
        )
        others.update(r[0] for r in held)
    others.discard(row)
    copies = []
    for other in others:
        share = similarity(signed, _signature(db, other))
        if share >= SHARE:
            (id,) = db.execute("SELECT id FROM article WHERE row = ?", (other,)).fetchone()
            copies.append((str(id), round(share, 3)))
    return tuple(sorted(copies))


def count(db: sqlite3.Connection) -> int:
    """How many articles are near copies of an earlier one (compared with the :data:`LOOKED_AT` nearest of each key)."""
    from leadup.signatures import similarity

    copies: set[int] = set()
    run: list[int] = []
    last: int | None = None
    shared = (
        "SELECT key, article FROM copy_key WHERE key IN (SELECT key FROM copy_key GROUP BY key HAVING count(*) > 1)"
        " ORDER BY key, article"
    )
    for key, row in db.execute(shared):
        if key != last:
            run, last = [], key
        if row not in copies and run:
            signed = _signature(db, row)
            near = (other for other in reversed(run) if row - other <= _REACH)
            if any(similarity(signed, _signature(db, other)) >= SHARE for other in near):
                copies.add(row)
        run = [*run[-LOOKED_AT + 1 :], row]
    return len(copies)


def _signature(db: sqlite3.Connection, row: int) -> bytes:
    stored = db.execute(f"SELECT signature, {seals.AS_WRITTEN} FROM article WHERE row = ?", (row,)).fetchone()
    if seals.is_lost(db, row) if stored is None else not stored[1]:
        raise sqlite3.DatabaseError(f"the article in row {row} is not as it was written")
    return bytes(stored[0]) if stored else b""
