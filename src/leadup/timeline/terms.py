"""The terms of a text that ranking and search count: in small letters, without function words, stemmed lightly.

The same tokens come out of a real page ("It didn't") and of a tokenised benchmark ("`` It did n't"), so that nothing
downstream needs to know which it reads.
"""

from __future__ import annotations

import functools

from leadup.lang import calendar_names, kept_lines, kept_table
from leadup.lang.cuts import WORD_OR_NUMBER
from leadup.lang.wordforms import cut, word_endings

_STEM_AT_LEAST = 4
_SHORTEST_STEM = 3


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.search: dict[str, str] = kept_table("wordforms", language)["search"]
        self.vowels = frozenset(self.search["vowels"])
        endings = word_endings(language)
        self.verbal = (*endings.gerund, *endings.past)
        self.silent = endings.silent


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@functools.cache
def function_words(language: str) -> frozenset[str]:
    """Words that say nothing of what happened (``function_words.txt``)."""
    return frozenset(word for line in kept_lines("function_words.txt", language) for word in line.split())


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """A light stem of a lower-case word: number and regular verb endings fall away ("protesters", "protester")."""
    forms = _forms(language)
    if len(word) < _STEM_AT_LEAST or word[0].isdigit():
        return word
    word = next(iter(cut("search", word, language)), word)
    if word.endswith(forms.search["kept"]):
        word = word[:-1]
    for ending in forms.verbal:
        stem = word.removesuffix(ending)
        if len(word) > len(stem) >= _SHORTEST_STEM and not forms.vowels.isdisjoint(stem):
            word = stem
            if word[-1] == word[-2] and word[-1] not in forms.search["own_double"]:
                word = word[:-1]
            break
    if word.endswith(forms.silent) and len(word) >= _STEM_AT_LEAST:
        word = word[:-1]
    return word


@functools.cache
def calendar_terms(language: str) -> frozenset[str]:
    """The stems of the names of days and months, which two sentences of one day share whatever they tell."""
    return frozenset(stem(word, language) for word in calendar_names(language))


def is_of_calendar(word: str, language: str) -> bool:
    """Is a word that is written like a name that of a day or a month, in full or short ("Aug.")?"""
    return word.lower().rstrip(".") in calendar_names(language)


def words(text: str, language: str) -> list[str]:
    """The words of a text that say something, folded, in order."""
    function = function_words(language)
    return [w for w in WORD_OR_NUMBER.findall(text.lower()) if len(w) > 1 and w not in function]


def stems(text: str, language: str) -> set[str]:
    """The stems of the words of a text."""
    function = function_words(language)
    return {stem(w, language) for w in set(WORD_OR_NUMBER.findall(text.lower())) if len(w) > 1 and w not in function}


def length(text: str) -> int:
    """How many words a text has, function words and figures among them."""
    return len(WORD_OR_NUMBER.findall(text))


class Vocabulary:
    """Numbers the terms of a pool, in the order in which they are first met."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.number: dict[str, int] = {}
        self._of_word: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.number)

    def read(self, text: str) -> list[int]:
        """The numbers of the terms of a text, in order, repeated where they are; new terms get a number."""
        known = self._of_word
        out = []
        for word in WORD_OR_NUMBER.findall(text.lower()):
            at = known.get(word)
            if at is None:
                at = known[word] = self._enter(word)
            if at >= 0:
                out.append(at)
        return out

    def find(self, text: str) -> list[int]:
        """The numbers of those terms of a text that are known, in order, each once."""
        found = (self.number.get(stem(w, self.language)) for w in words(text, self.language))
        return list(dict.fromkeys(n for n in found if n is not None))

    def _enter(self, word: str) -> int:
        if _is_function(word, self.language):
            return -1
        return self.number.setdefault(stem(word, self.language), len(self.number))


def _is_function(word: str, language: str) -> bool:
    return len(word) < 2 or word in function_words(language)
