"""What a collection of documents teaches about its sentences: how telling a word is, which documents tell one story."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadup.lang import kept_rows, kept_table
from leadup.timeline.terms import function_words, stem

Matrix = NDArray[np.float32]

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[.,:][0-9]+)*(?:['’-][^\W_]+)*")
_INFLATION = 1.5
_ALONE = 0.05
"""A document that no other is nearer to than this stands alone."""

_MOST_TERMS = 12_000


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("terms", language)
        self.contracted = re.compile(self.words["contracted"])


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to be compared: the id of the document it stands in, and its words."""

    document: str
    text: str


@functools.cache
def _irregular(language: str) -> dict[str, str]:
    compared = ((verb, forms) for verb, forms in kept_rows("irregular_verbs", language) if not verb.startswith("~"))
    return {form: verb for verb, forms in compared for form in forms.split()}


@functools.cache
def _inflected(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, base in _irregular(language).items():
        found.setdefault(stem(base, language), []).append(stem(form, language))
    return {base: tuple(forms) for base, forms in found.items()}


def base_form(word: str, language: str) -> str:
    """The stem of a lower-case word, of an irregular verb's form that of the verb."""
    return stem(_irregular(language).get(word, word), language)


def irregular_forms(base: str, language: str) -> tuple[str, ...]:
    """The stems of the irregular forms of a verb, given its own stem; none for other words."""
    return _inflected(language).get(base, ())


def words_of(text: str, language: str) -> list[tuple[str, bool]]:
    """The terms of a text in order, each a stem, and whether it was written like a name or a number."""
    return [term for word in _WORD.findall(text) if (term := _term(word, language)) is not None]


@functools.lru_cache(maxsize=1 << 16)
def _term(word: str, language: str) -> tuple[str, bool] | None:
    forms = _forms(language)
    word = forms.contracted.sub("", word)
    if not word:
        return None
    lower = word.lower()
    if "." in word or word in forms.words["initials"]:
        return forms.words["initials"].get(word, lower.rstrip(".")), True
    if (len(lower) > 1 or lower.isdigit()) and lower not in function_words(language):
        return base_form(lower, language), word[0].isupper() or word[0].isdigit()
    return None


class Collection:
    """The documents among which sentences are compared: rarity of words, and how near documents are to each other.

    ``documents`` are id to text. :meth:`pool` narrows to some of them, and keeps the rarity that all have taught.
    """

    def __init__(self, documents: Mapping[str, str], language: str) -> None:
        self.language = language
        self._terms = {id: words_of(text, language) for id, text in documents.items()}
        self._size = len(documents)
        self._held: Counter[str] = Counter()
        for terms in self._terms.values():
            self._held.update({term for term, _ in terms})
        self._row: dict[str, int] = {}
        self._stories: Matrix | None = None

    def pool(self, ids: Iterable[str]) -> Collection:
        """Only these documents, as a pool of their own (KeyError for one that is not held)."""
        narrowed = Collection({}, self.language)
        narrowed._terms = {id: self._terms[id] for id in ids}
        narrowed._size, narrowed._held = self._size, self._held
        return narrowed

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term in the collection, at least 0."""
        return max(0.0, math.log((self._size + 1) / (self._held[term] + 0.5)))

    def story_likeness(self, ids: Sequence[str]) -> Matrix:
        """How likely each two of these documents tell one story, in [0, 1], from the names and numbers in them.

        A pool about one kind of thing (two arrests, two earthquakes) is told apart by who, where and when, so terms
        are weighted by their rarity among the collection's documents. Two documents are alike when they are near to
        the same others (two rounds, after inflating the similarities as Markov clustering does; van Dongen 2000):
        follow-ups that share few names with each other are still of one story, and a pool of one story stays whole.
        """
        if self._stories is None:
            self._row = {id: k for k, id in enumerate(self._terms)}
            self._stories = self._told_apart()
        at = np.array([self._row[id] for id in ids], dtype=np.int64)
        found: Matrix = self._stories[np.ix_(at, at)]
        return found

    def _told_apart(self) -> Matrix:
        near = self._nearness()
        near **= _INFLATION
        np.fill_diagonal(near, 0)
        np.fill_diagonal(near, np.maximum(near.max(axis=1, initial=0), _ALONE**_INFLATION))
        near = unit(near)
        near = near @ near.T
        np.fill_diagonal(near, 1)
        near = unit(near)
        found: Matrix = near @ near.T
        return found

    def _nearness(self) -> Matrix:
        counts = [Counter(term for term, named in self._terms[id] if named) for id in self._terms]
        held = Counter(term for c in counts for term in c)
        # Of very many terms the rarer ones are left out: they join few documents, and memory must not grow with them.
        shared = sorted((t for t, n in held.items() if n > 1), key=lambda t: (-held[t], t))[:_MOST_TERMS]
        column = {term: k for k, term in enumerate(shared)}
        rows = np.zeros((len(self._terms), max(1, len(column))), dtype=np.float32)
        for at, counted in enumerate(counts):
            for term, n in counted.items():
                if term in column:
                    rows[at, column[term]] = (1 + math.log(n)) * math.log((len(self._terms) + 1) / (held[term] + 0.5))
        rows = unit(rows)
        found: Matrix = np.maximum(rows @ rows.T, 0)
        return found


def unit(rows: Matrix) -> Matrix:
    """Each row at length 1; a row of zeros stays as it is."""
    length = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    length[length == 0] = 1
    found: Matrix = rows / length
    return found
