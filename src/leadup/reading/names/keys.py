"""Keys that join the spellings of a name across outlets without joining different people.

A key is made of folded words: diacritics go, then the spellings that romanisation of Arabic, Persian, Russian and
other scripts leaves open are brought to one ("Qassem", "Qasem", "Qassim", "Kassem" are one word; "Soleimani" and
"Suleimani" too). The idea is that of phonetic keys for Arabic names (Freeman, Condon and Ackerman 2006), narrowed to
doubled letters, a few digraphs and the vowels that romanisation wavers on, so that names told apart by a consonant or a
stressed "a" stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from leadup.lang import table

_WORDS: dict[str, Any] = table("names")["keys"]
_ARTICLES: frozenset[str] = frozenset(_WORDS["articles"])
_BODIES: frozenset[str] = frozenset(_WORDS["bodies"])
_OF: frozenset[str] = frozenset(_WORDS["of"])

_DROPPED: frozenset[str] = frozenset(_WORDS["dropped"])
_WORD_RUNS = re.compile(r"[^\W_]+")
_PREFIX = re.compile(_WORDS["prefix"], re.IGNORECASE)
_SPELLINGS: dict[str, str] = _WORDS["spellings"]
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple((re.compile(pattern), by) for pattern, by in _WORDS["steps"])
_GADDAFI: frozenset[str] = frozenset(_WORDS["gaddafi"])
"""Spellings that no rule brings together."""


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The key of a person's name: "Qassem Soleimani", "Qasem Suleimani" and "Qassim al-Soleimani" have the same."""
    bare = _PREFIX.sub("", name.replace("’", "'").replace("'", ""))
    words = [_word_key(word) for word in _WORD_RUNS.findall(_plain(bare))]
    kept = [key for word, key in words if word not in _DROPPED]
    return " ".join(kept or [key for _, key in words])


@lru_cache(maxsize=65536)
def plain_key(name: str) -> str:
    """The key of a name that is not a person's: case, diacritics, dots, articles and British and American spellings are
    folded, and "Department of Defence" and "Defense Department" have one key.
    """
    words = [_SPELLINGS.get(word, word) for word in _WORD_RUNS.findall(_plain(name.replace(".", "")))]
    words = [word for word in words if word not in _ARTICLES] or words
    for index, word in enumerate(words[:-2]):
        if word in _BODIES and words[index + 1] in _OF:
            words = [*words[:index], *words[index + 2 :], word]
            break
    return " ".join(words)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def _word_key(word: str) -> tuple[str, str]:
    if word in _GADDAFI:
        return word, _WORDS["gaddafi_key"]
    key = word
    if len(word) > 3:
        for pattern, replacement in _STEPS:
            key = pattern.sub(replacement, key)
    return word, key or word
