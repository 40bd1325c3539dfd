"""What the parser sees of a word: its form where that is known, its ends, its shape.

A row of :data:`COLUMNS` integers a word. Column 0 is an index into the vocabulary (0 where the word is not in it);
the others are buckets of a CRC-32, so that no table of affixes needs shipping and every machine gets the same rows.
Hash embeddings as in Svenstrup et al. 2017 and spaCy's MultiHashEmbed, with one hash a feature.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt

BUCKETS = (2048, 1024, 4096, 6144, 512)
"""How many rows the tables of prefix, two-, three- and four-letter suffix, and shape have."""

COLUMNS = 1 + len(BUCKETS)

_QUOTES = {
    "``": '"', "''": '"', "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'",
    "–": "-", "—": "--", "…": "...", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{",
    "-RCB-": "}",
}  # fmt: skip


def plain(word: str) -> str:
    """The word with typographic and Penn Treebank marks written as on a keyboard: the form the parser was taught."""
    known = _QUOTES.get(word)
    if known is not None:
        return known
    return word.replace("’", "'").replace("‘", "'") if "’" in word or "‘" in word else word


def shape(word: str) -> str:
    """``Xxx-dd`` for a word: letters, capitals and digits, with runs cut at four."""
    out: list[str] = []
    last, run = "", 0
    for c in word:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        run = run + 1 if kind == last else 1
        last = kind
        if run <= 4:
            out.append(kind)
            if len(out) == 16:
                break
    return "".join(out)


class Features:
    """Rows of features for words, remembered word by word (up to a bound)."""

    _REMEMBERED = 200_000

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = vocabulary
        self._rows: dict[str, tuple[int, ...]] = {}

    def row(self, word: str) -> tuple[int, ...]:
        """The features of one word."""
        row = self._rows.get(word)
        if row is None:
            form = plain(word)
            low = form.lower()
            parts = ("p" + low[:3], "2" + low[-2:], "3" + low[-3:], "4" + low[-4:], "s" + shape(form))
            hashed = [crc32(p.encode()) % n for p, n in zip(parts, BUCKETS, strict=True)]
            row = (self.vocabulary.get(low, 0), *hashed)
            if len(self._rows) < self._REMEMBERED:
                self._rows[word] = row
        return row

    def rows(self, words: Sequence[str]) -> npt.NDArray[np.int32]:
        """An array of ``len(words)`` by :data:`COLUMNS`."""
        return np.array([self.row(w) for w in words], dtype=np.int32).reshape(-1, COLUMNS)
