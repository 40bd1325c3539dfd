"""Names spelt otherwise: a letter or two off, without diacritics, in another transliteration."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from leadup.lang import table
from leadup.timeline.terms import stem

SHORTEST = 4
"""Code points of the shortest name that another spelling is looked for of."""
NEAR = 1.0
"""How far apart, in letters, two spellings of one name may be; vowels, doubled letters and "h" are half a letter."""
NEAR_LONG, LONG = 1.5, 8
HALF = 0.5
MOST_APART = 3

_LETTERS: dict[str, Any] = table("spelling")
_FOLDS: tuple[tuple[str, str], ...] = tuple((written, sound) for written, sound in _LETTERS["folds"])
_DOUBLED = re.compile(r"(.)\1+")
_SOFT: frozenset[str] = frozenset(_LETTERS["soft"])
_ALIKE: tuple[frozenset[str], ...] = tuple(map(frozenset, _LETTERS["alike"]))


# Latin letters with diacritics, to those without: one code point for one, so that places stay.
_PLAIN = {
    chr(point): base
    for point in range(0xC0, 0x250)
    if (base := unicodedata.normalize("NFKD", chr(point))[0]).isascii() and base.isalpha()
}

_DECORATED = re.compile(f"[{''.join(_PLAIN)}]")


def undecorated(text: str) -> str:
    """The text without diacritics, in its own case and of its own length."""
    return text if text.isascii() else _DECORATED.sub(lambda m: _PLAIN[m.group()], text)


def plain(text: str) -> str:
    """The text in lower case, without diacritics, of its own length where lower case keeps it."""
    return undecorated(text).lower()


@functools.lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """The word as transliterations agree on it: doubled letters once, "ph" as "f", no silent ending."""
    word = plain(word)
    for written, sound in _FOLDS:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word)


def distance(one: str, two: str) -> float:
    """How many letters two folded words are apart (Damerau and Levenshtein, with cheaper vowels)."""
    rows = [[0.0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one, 1):
        rows[i][0] = rows[i - 1][0] + _letter(a)
    for j, b in enumerate(two, 1):
        rows[0][j] = rows[0][j - 1] + _letter(b)
    for i, a in enumerate(one, 1):
        for j, b in enumerate(two, 1):
            best = min(
                rows[i - 1][j] + _letter(a),
                rows[i][j - 1] + _letter(b),
                rows[i - 1][j - 1] + (0.0 if a == b else _swap(a, b)),
            )
            if i > 1 and j > 1 and a == two[j - 2] and b == one[i - 2]:
                best = min(best, rows[i - 2][j - 2] + NEAR)
            rows[i][j] = best
    return rows[-1][-1]


def spelt_alike(word: str, known: Iterable[str]) -> list[tuple[float, str]]:
    """Those of the known words that may be this name in another spelling, nearest first, with how far they are."""
    if len(word) < SHORTEST:
        return []
    # What an index holds are stems, without the endings of their words.
    forms = {folded(w) for w in (word, word.removesuffix("s"), word.removesuffix("e"), stem(plain(word)))}
    most = NEAR_LONG if len(word) >= LONG else NEAR if len(word) > SHORTEST else HALF
    found = []
    for other in known:
        that = folded(other)
        near = [distance(f, that) for f in forms if _may_be(f, that)]
        if near and min(near) <= most:
            found.append((min(near), other))
    return sorted(found)


def first_letters(word: str) -> str:
    """The letters that another spelling of this name may begin with."""
    first = plain(word)[:1]
    for one in map(str, _LETTERS["first"]):
        if first in one:
            return one
    return first


def _may_be(one: str, two: str) -> bool:
    """A quick look: like length, like opening, and few consonants that only one of them has."""
    if abs(len(two) - len(one)) > 2 or not _opens_alike(one, two):
        return False
    return len((set(one) ^ set(two)) - _SOFT) <= MOST_APART


def _opens_alike(one: str, two: str) -> bool:
    return bool(one and two) and (one[0] == two[0] or any(one[0] in a and two[0] in a for a in _ALIKE))


def _letter(letter: str) -> float:
    return HALF if letter in _SOFT else 1.0


def _swap(one: str, two: str) -> float:
    if one in _SOFT and two in _SOFT:
        return HALF
    return HALF if any(one in a and two in a for a in _ALIKE) else 1.0
