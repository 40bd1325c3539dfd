"""Whether two sentences tell of one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from leadup.timeline.happenings.collection import Collection, Matrix, Passage, unit, words_of

# Weights of a logistic score, set on ECB+ topics 1-24 (``benchmarks/happenings.py``).
_BIAS = -3.0
_STORY = 2.0
_WORDS = 7.0


def same_happening(a: Passage, b: Passage, context: Collection) -> float:
    """How likely two sentences tell of one happening, in [0, 1]; 0.5 is the threshold.

    ``context`` holds at least the documents of both. For many pairs, :func:`scores` is the same at once.
    """
    return float(scores((a, b), context)[0, 1])


def scores(passages: Sequence[Passage], context: Collection) -> Matrix:
    """The score of every two of these passages, a symmetric matrix."""
    documents = list(dict.fromkeys(p.document for p in passages))
    row = {id: k for k, id in enumerate(documents)}
    at = np.array([row[p.document] for p in passages])
    story = context.story_likeness(documents)[np.ix_(at, at)]
    terms = [Counter(t for t, _ in words_of(p.text)) for p in passages]
    column = {t: k for k, t in enumerate(sorted({t for c in terms for t in c}))}
    weighted = np.zeros((len(passages), max(1, len(column))), dtype=np.float32)
    for k, counted in enumerate(terms):
        for term in counted:
            weighted[k, column[term]] = context.rarity(term)
    weighted = unit(weighted)
    alike = weighted @ weighted.T
    found: Matrix = 1 / (1 + np.exp(-(_BIAS + _STORY * story + _WORDS * alike)))
    return found
