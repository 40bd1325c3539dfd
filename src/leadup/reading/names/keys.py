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
from functools import cache, lru_cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.cuts import LETTERS_AND_DIGITS


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("names", language)["keys"]
        self.articles: frozenset[str] = frozenset(self.words["articles"])
        self.bodies: frozenset[str] = frozenset(self.words["bodies"])
        self.of: frozenset[str] = frozenset(self.words["of"])
        self.dropped: frozenset[str] = frozenset(self.words["dropped"])
        self.prefix = re.compile(self.words["prefix"], re.IGNORECASE)
        self.spellings: dict[str, str] = self.words["spellings"]
        self.steps: tuple[tuple[re.Pattern[str], str], ...] = tuple(
            (re.compile(pattern), by) for pattern, by in self.words["steps"]
        )
        # Spellings that no rule brings together.
        self.gaddafi: frozenset[str] = frozenset(self.words["gaddafi"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@lru_cache(maxsize=65536)
def name_key(name: str, language: str) -> str:
    """The key of a person's name: "Qassem Soleimani", "Qasem Suleimani" and "Qassim al-Soleimani" have the same."""
    forms = _forms(language)
    bare = forms.prefix.sub("", name.replace("’", "'").replace("'", ""))
    words = [_word_key(word, language) for word in LETTERS_AND_DIGITS.findall(_plain(bare))]
    kept = [key for word, key in words if word not in forms.dropped]
    return " ".join(kept or [key for _, key in words])


@lru_cache(maxsize=65536)
def plain_key(name: str, language: str) -> str:
    """The key of a name that is not a person's: case, diacritics, dots, articles and British and American spellings are
    folded, and "Department of Defence" and "Defense Department" have one key.
    """
    forms = _forms(language)
    words = [forms.spellings.get(word, word) for word in LETTERS_AND_DIGITS.findall(_plain(name.replace(".", "")))]
    words = [word for word in words if word not in forms.articles] or words
    for index, word in enumerate(words[:-2]):
        if word in forms.bodies and words[index + 1] in forms.of:
            words = [*words[:index], *words[index + 2 :], word]
            break
    return " ".join(words)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def _word_key(word: str, language: str) -> tuple[str, str]:
    forms = _forms(language)
    if word in forms.gaddafi:
        return word, forms.words["gaddafi_key"]
    key = word
    if len(word) > 3:
        for pattern, replacement in forms.steps:
            key = pattern.sub(replacement, key)
    return word, key or word
