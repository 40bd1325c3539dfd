"""What a collection of documents teaches about its sentences: how telling a word is, which documents tell one story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadup.timeline.terms import function_words, stem

Matrix = NDArray[np.float32]

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[.,:][0-9]+)*(?:['’-][^\W_]+)*")
_POSSESSIVE = ("'s", "’s")
_DIMENSIONS = 3
"""Directions in which the stories of a pool are told apart. On ECB+ 1–24, two to four do alike."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to be compared: the id of the document it stands in, and its words."""

    document: str
    text: str


def words_of(text: str) -> list[tuple[str, bool]]:
    """The terms of a text in order, each a stem, and whether it was written like a name or a number."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word.endswith(_POSSESSIVE):
            word = word[:-2]
        lower = word.lower()
        if "." in word or word == "US":
            found.append(("u.s" if word == "US" else lower.rstrip("."), True))
            continue
        if (len(lower) > 1 or lower.isdigit()) and lower not in function_words():
            found.append((stem(lower), word[0].isupper() or word[0].isdigit()))
    return found


class Collection:
    """The documents among which sentences are compared: rarity of words, and how near documents are to each other.

    Rarity is counted over all ``documents`` (id to text); ``background`` may give more of them, whose words count
    and which are not compared.
    """

    def __init__(self, documents: Mapping[str, str], background: Iterable[str] = ()) -> None:
        self._terms = {id: words_of(text) for id, text in documents.items()}
        self._held: Counter[str] = Counter()
        self._size = 0
        for terms in self._terms.values():
            self._count(terms)
        for text in background:
            self._count(words_of(text))

    def _count(self, terms: Sequence[tuple[str, bool]]) -> None:
        self._held.update({term for term, _ in terms})
        self._size += 1

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term in the collection, at least 0."""
        return max(0.0, math.log((self._size + 1) / (self._held[term] + 0.5)))

    def story_likeness(self, ids: Sequence[str]) -> Matrix:
        """How likely each two of these documents tell one story, in [-1, 1], from the names and numbers in them.

        A pool about one kind of thing (two arrests, two earthquakes) is told apart by who, where and when. Terms are
        weighted by their rarity among these documents, and the documents laid out in the few directions in which they
        differ most (latent semantic analysis of the centred matrix; Deerwester et al. 1990).
        """
        counts = [Counter(term for term, named in self._terms[id] if named) for id in ids]
        held = Counter(term for c in counts for term in c)
        column = {term: k for k, term in enumerate(sorted(t for t, n in held.items() if n > 1))}
        rows = np.zeros((len(ids), max(1, len(column))), dtype=np.float32)
        for at, counted in enumerate(counts):
            for term, n in counted.items():
                if term in column:
                    rows[at, column[term]] = (1 + math.log(n)) * math.log((len(ids) + 1) / (held[term] + 0.5))
        rows = unit(rows)
        if len(ids) <= _DIMENSIONS:
            return rows @ rows.T
        centred = rows - rows.mean(axis=0)
        left, strength, _ = np.linalg.svd(centred, full_matrices=False)
        laid = unit((left[:, :_DIMENSIONS] * strength[:_DIMENSIONS]).astype(np.float32))
        return laid @ laid.T


def unit(rows: Matrix) -> Matrix:
    """Each row at length 1; a row of zeros stays as it is."""
    length = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    length[length == 0] = 1
    found: Matrix = rows / length
    return found
