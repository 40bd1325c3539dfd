"""Names spelt otherwise: a letter or two off, without diacritics, in another transliteration."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import without_plural, word_endings
from leadup.timeline.terms import stem

SHORTEST = 4
"""Code points of the shortest name that another spelling is looked for of."""
NEAR = 1.0
"""How far apart, in letters, two spellings of one name may be; vowels, doubled letters and "h" are half a letter."""
NEAR_LONG, LONG = 1.5, 8
HALF = 0.5
MOST_APART = 3
MOST_SHORTER = 2
"""Letters by which a long name that is offered for another may be longer or shorter."""

_DOUBLED = re.compile(r"(.)\1+")

# Latin letters with diacritics, to those without: one code point for one, so that places stay.
_PLAIN = {
    chr(point): base
    for point in range(0xC0, 0x250)
    if (base := unicodedata.normalize("NFKD", chr(point))[0]).isascii() and base.isalpha()
}

_DECORATED = re.compile(f"[{''.join(_PLAIN)}]")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.letters: dict[str, Any] = kept_table("spelling", language)
        self.folds: tuple[tuple[str, str], ...] = tuple((written, sound) for written, sound in self.letters["folds"])
        self.soft: frozenset[str] = frozenset(self.letters["soft"])
        self.alike: tuple[frozenset[str], ...] = tuple(map(frozenset, self.letters["alike"]))


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def undecorated(text: str) -> str:
    """The text without diacritics, in its own case and of its own length."""
    return text if text.isascii() else _DECORATED.sub(lambda m: _PLAIN[m.group()], text)


def plain(text: str) -> str:
    """The text in lower case, without diacritics, of its own length where lower case keeps it."""
    return undecorated(text).lower()


@functools.lru_cache(maxsize=1 << 14)
def folded(word: str, language: str) -> str:
    """The word as transliterations agree on it: doubled letters once, "ph" as "f", no silent ending."""
    word = plain(word)
    for written, sound in _forms(language).folds:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word)


@functools.lru_cache(maxsize=1 << 14)
def distance(one: str, two: str, most: float = math.inf, *, language: str) -> float:
    """How many letters two folded words are apart (Damerau and Levenshtein, with cheaper vowels); infinity may be given
    where it is more than ``most``."""
    second, last = [0.0], [0.0]
    for b in two:
        last.append(last[-1] + _letter(b, language))
    for i, a in enumerate(one):
        gone = _letter(a, language)
        row = [last[0] + gone]
        for j, b in enumerate(two):
            best = min(
                last[j + 1] + gone,
                row[j] + _letter(b, language),
                last[j] + (0.0 if a == b else _swap(a, b, language)),
            )
            if i and j and a == two[j - 1] and b == one[i - 1]:
                best = min(best, second[j - 1] + NEAR)
            row.append(best)
        # No later row has less than the least of two in a row.
        if min(row) > most and min(last) > most:
            return math.inf
        second, last = last, row
    return last[-1]


def spelt_alike(word: str, known: Iterable[str], language: str) -> list[tuple[float, str]]:
    """Those of the known words that may be this name in another spelling, nearest first, with how far they are."""
    if len(word) < SHORTEST:
        return []
    # What an index holds are stems, without the endings of their words.
    forms = {
        folded(w, language)
        for w in (
            word,
            without_plural(word, language),
            word.removesuffix(word_endings(language).silent),
            stem(plain(word), language),
        )
    }
    most = NEAR_LONG if len(word) >= LONG else NEAR if len(word) > SHORTEST else HALF
    found = []
    for other in known:
        that = folded(other, language)
        near = [distance(f, that, most, language=language) for f in forms if _may_be(f, that, language)]
        if near and min(near) <= most:
            found.append((min(near), other))
    return sorted(found)


def is_likely_slip(asked: str, held: str, language: str) -> bool:
    """May a name that is held be offered for one that is asked: is it of about its length, as transliterations agree on
    both? Short names are near to much ("Fla" is no slip for "Philae"): of those one that is as long but for a letter.
    """
    one, two = folded(asked, language), folded(held, language)
    apart = MOST_SHORTER if min(len(one), len(two)) >= LONG else 1
    return abs(len(one) - len(two)) <= apart


def first_letters(word: str, language: str) -> str:
    """The letters that another spelling of this name may begin with."""
    first = plain(word)[:1]
    for one in map(str, _forms(language).letters["first"]):
        if first in one:
            return one
    return first


def _may_be(one: str, two: str, language: str) -> bool:
    """A quick look: like length, like opening, and few consonants that only one of them has."""
    if abs(len(two) - len(one)) > 2 or not _opens_alike(one, two, language):
        return False
    return len((set(one) ^ set(two)) - _forms(language).soft) <= MOST_APART


def _opens_alike(one: str, two: str, language: str) -> bool:
    return bool(one and two) and (one[0] == two[0] or any(one[0] in a and two[0] in a for a in _forms(language).alike))


def _letter(letter: str, language: str) -> float:
    return HALF if letter in _forms(language).soft else 1.0


def _swap(one: str, two: str, language: str) -> float:
    forms = _forms(language)
    if one in forms.soft and two in forms.soft:
        return HALF
    return HALF if any(one in a and two in a for a in forms.alike) else 1.0
