"""What is kept beside the articles so that they are found: columns, days told, keys of copies, lines that may repeat.

All of it follows from the article and its reading, so that what no longer fits them is a fault, also where SQLite's own
checks see a sound page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from leadup.archive import codec, copies, repeats
from leadup.archive.file import DAMAGED
from leadup.model import Article, Reading
from leadup.signatures import signature

_COUNTED = {"told": "days told", "copy_key": "keys of copies"}


class Derived:
    """The check of what is kept for the articles of an archive, one after another, and of what is kept for none."""

    def __init__(self, db: sqlite3.Connection, is_current: Callable[[Reading], bool] = lambda _: True) -> None:
        self._db = db
        self._is_current = is_current
        self._counts = dict.fromkeys(_COUNTED, 0)
        self._whole = True

    def passed_over(self) -> None:
        """An article cannot be read: what is kept for it is not known."""
        self._whole = False

    def faults(self, article: Article, reading: Reading) -> Iterator[str]:
        """What does not fit an article and the reading that is kept of it."""
        try:
            yield from self._faults(article, reading)
        except DAMAGED as error:
            self.passed_over()
            yield f"what it is found by cannot be read ({error})"

    def _faults(self, article: Article, reading: Reading) -> Iterator[str]:
        record = self._db.execute(
            "SELECT row, url, outlet, unread, superseded, signature FROM article WHERE id = ?", (article.id,)
        ).fetchone()
        if record is None:
            self.passed_over()
            yield "it is not found by its id"
            return
        row, url, outlet, unread, superseded, signed = record
        if (url, outlet) != (article.url, article.outlet):
            yield "its columns are not what its record says"
        own = signature(article.text)
        if signed != own:
            yield "its signature is not that of its text: copies of it may be missed"
        if not self._is_current(reading):
            # What an earlier leadup read is looked up as it filed it.
            self.passed_over()
            return
        if unread != codec.unread_language(article):
            yield "whether it was read is not what its language says"
        yield from self._keys(row, "told", "day", codec.days_told(reading))
        yield from self._keys(row, "copy_key", "key", copies.keys_of(own))
        if not superseded:
            lines = repeats.lines_of(article, reading)
            if not all(self._held("line", "key", key, row) for key, _ in lines):
                yield "lines of it are not kept: what its outlet repeats may be missed"
            elif not all(repeats.fits(self._db, row, key, sentence) for key, sentence in lines):
                yield "of its lines some are taken for repeated that are not, or the other way round"

    def surplus(self) -> Iterator[str]:
        """What is kept for no article; asked once all articles were gone through."""
        for table, name in _COUNTED.items() if self._whole else ():
            try:
                (held,) = self._db.execute(f"SELECT count(*) FROM {table}").fetchone()
            except DAMAGED as error:
                yield f"the {name} cannot be read ({error})"
                continue
            if held != self._counts[table]:
                yield f"{held} {name} are kept, and the articles have {self._counts[table]}"

    def _keys(self, row: int, table: str, column: str, keys: Iterable[int]) -> Iterator[str]:
        wanted = set(keys)
        self._counts[table] += len(wanted)
        missing = sum(not self._held(table, column, key, row) for key in wanted)
        if missing:
            yield f"{missing} of its {_COUNTED[table]} are not kept"

    def _held(self, table: str, column: str, key: int, row: int) -> bool:
        asked = f"SELECT 1 FROM {table} WHERE {column} = ? AND article = ?"
        return self._db.execute(asked, (key, row)).fetchone() is not None
