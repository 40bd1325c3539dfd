"""Whether two sentences tell of one happening."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from leadup.timeline.happenings.collection import Collection, Matrix, Passage, unit, words_of
from leadup.timeline.happenings.deeds import families_of

# A logistic score of three parts. Tuned on ECB+ topics 1-24 (``benchmarks/happenings.py``), where leaving out the
# story costs 0.05 of F1, the words 0.05, and the deeds 0.01.
_BIAS = -5.16
_STORY = 4.0
_WORDS = 4.4
_DEED = 0.86

_FAMILY_WEIGHT = 2.0
"""What a kind of deed weighs beside a word, whose rarity is from 0 to about 7."""

_NEIGHBOURS = 10
_OF_NEIGHBOURS = 0.6
"""How much of a sentence's words are taken from its neighbours: other wordings of what it tells."""


def same_happening(a: Passage, b: Passage, context: Collection) -> float:
    """How likely two sentences tell of one happening, in [0, 1]; 0.5 is the threshold.

    ``context`` holds at least the documents of both. For many sentences :func:`scores` is the way: it sees their
    other wordings too.
    """
    return float(scores((a, b), context)[0, 1])


def scores(passages: Sequence[Passage], context: Collection) -> Matrix:
    """The score of every two of these passages, a symmetric matrix.

    Three things count: that their documents tell one story, the words and kinds of deed that the sentences share
    (weighted by rarity, and widened by those of the nearest sentences of the same story, so that two wordings are
    joined by a third), and that they share a kind of deed at all.
    """
    story = context.story_likeness([p.document for p in passages])
    words, deeds = _laid_out(passages, context)
    rows = unit(np.concatenate((words, _FAMILY_WEIGHT * deeds), axis=1))
    alike = _widened(rows, story)
    shared = ((deeds @ deeds.T) > 0).astype(np.float32)
    found: Matrix = 1 / (1 + np.exp(-(_BIAS + _STORY * story + _WORDS * alike + _DEED * shared)))
    return found


def _laid_out(passages: Sequence[Passage], context: Collection) -> tuple[Matrix, Matrix]:
    """A row a passage: the rarity of each word it holds, and a 1 for each kind of deed its common words tell of."""
    told = [words_of(p.text) for p in passages]
    terms = sorted({t for terms in told for t, _ in terms})
    families = sorted({f for t in terms for f in families_of().get(t, ())})
    column = {t: k for k, t in enumerate(terms)}
    kind = {f: k for k, f in enumerate(families)}
    rarity = [context.rarity(t) for t in terms]
    words = np.zeros((len(passages), max(1, len(terms))), dtype=np.float32)
    deeds = np.zeros((len(passages), max(1, len(families))), dtype=np.float32)
    for at, held in enumerate(told):
        named = {t for t, name in held if name}
        for term, _ in held:
            words[at, column[term]] = rarity[column[term]]
            if term not in named:
                for family in families_of().get(term, ()):
                    deeds[at, kind[family]] = 1
    return words, deeds


def _widened(rows: Matrix, story: Matrix) -> Matrix:
    """The likeness of rows once each is mixed with its nearest ones of the same story."""
    near = np.maximum(rows @ rows.T, 0) * story
    np.fill_diagonal(near, 0)
    if len(near) > _NEIGHBOURS:
        least = np.partition(near, -_NEIGHBOURS, axis=1)[:, -_NEIGHBOURS][:, None]
        near[near < least] = 0
    total = near.sum(axis=1, keepdims=True)
    near /= np.maximum(total, 1e-9)
    mixed = unit(np.float32(1 - _OF_NEIGHBOURS) * rows + np.float32(_OF_NEIGHBOURS) * (near @ rows))
    found: Matrix = mixed @ mixed.T
    return found
