"""Words as the full-text index has them: without accents, in one case, and in any of their forms."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
import weakref
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Final

from leadup.archive.rows import TOKENIZER
from leadup.lang.cuts import LETTERS_AND_DIGITS


class Forms:
    """Which words the full-text index takes for forms of one another: "killed" and "killing".

    They are asked of the same tokenizer, on an empty index in memory, and remembered.
    """

    MOST: Final = 20_000

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}
        self._begin: dict[str, str] = {}

    @cached_property
    def _db(self) -> sqlite3.Connection:
        made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        # Python from 3.13 on complains of one that nobody closes.
        weakref.finalize(self, made.close)
        made.execute(f"CREATE VIRTUAL TABLE form USING fts5 (word, content='', {TOKENIZER})")
        made.execute("CREATE VIRTUAL TABLE stem USING fts5vocab (form, row)")
        return made

    def beginning(self, word: str) -> str:
        """The letters with which every form of ``word`` begins: all of its stem but the last, which forms may change
        ("happy", "happiness")."""
        begins = self._begin.get(word)
        if begins is None:
            if len(self._begin) > self.MOST:
                self._begin.clear()
            self._db.execute("INSERT INTO form (rowid, word) VALUES (1, ?)", (word,))
            (stem,) = self._db.execute("SELECT term FROM stem").fetchone() or (word,)
            self._db.execute("INSERT INTO form (form) VALUES ('delete-all')")
            begins = self._begin[word] = stem[:-1] or stem
        return begins

    def of(self, word: str, tokens: Iterable[str]) -> frozenset[str]:
        """Those of some words that are forms of ``word``."""
        asked = set(tokens)
        new = [token for token in asked if (word, token) not in self._known]
        if new:
            if len(self._known) > self.MOST:
                self._known.clear()
                new = list(asked)
            self._db.executemany("INSERT INTO form (rowid, word) VALUES (?, ?)", enumerate(new))
            same = {new[at] for (at,) in self._db.execute("SELECT rowid FROM form WHERE form MATCH ?", (f'"{word}"',))}
            self._db.execute("INSERT INTO form (form) VALUES ('delete-all')")
            self._known.update(((word, token), token in same) for token in new)
        return frozenset(token for token in asked if self._known[word, token])

    def close(self) -> None:
        """Let go of the index in memory."""
        if "_db" in self.__dict__:
            self._db.close()


def beginning_with(letters: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the words of a text that begin so."""
    at = text.find(letters)
    while at >= 0:
        end = at + len(letters)
        before = text[at - 1 : at]
        if not before.isalnum():
            token = LETTERS_AND_DIGITS.match(text, at)
            assert token is not None
            end = token.end()
            yield at, end
        at = text.find(letters, end)


def folded(text: str) -> str:
    """A text in lower case and without accents, as the index folds it, with every letter in its place."""
    return (text if text.isascii() else _ACCENTED.sub(lambda letter: _FOLDED[letter.group()], text)).lower()


def _plain_letters() -> Iterator[tuple[str, str]]:
    for code in chain(range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000)):
        letter = unicodedata.normalize("NFD", chr(code))[0]
        if letter != chr(code) or len(letter.lower()) != 1 or len(chr(code).lower()) != 1:
            yield chr(code), letter


_FOLDED: Final = dict(_plain_letters())
_ACCENTED: Final = re.compile("[" + "".join(_FOLDED) + "]")
