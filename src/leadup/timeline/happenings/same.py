"""Whether two sentences tell of one happening."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from leadup.timeline.happenings.collection import Collection, Matrix, Passage, unit, words_of
from leadup.timeline.happenings.deeds import event_types_of

# A logistic score of two parts. Tuned on ECB+ topics 1-24 (``benchmarks/happenings.py``), where either part alone
# gets an F1 of 0.66 and both 0.72.
_BIAS = -5.98
_STORY = 4.09
_WORDS = 5.78

_FAMILY_WEIGHT = 2.0
"""The weight of a shared kind of deed. A shared word weighs the square root of its rarity: 0 to about 2.6."""

_NAME = 0.8
"""A name weighs so much of what another word of its rarity does: names are shared by all of a story, deeds are not."""

_FEW_WORDS = 4.0
"""With ``strict``, a sentence whose weights have a norm near this or below (some five words) counts as less alike."""

_SHARED = 0.3
"""With ``strict``, the cosine of two sentences' own words below which their score is lowered in proportion."""

_NEIGHBOURS = 15
_OF_NEIGHBOURS = 0.6
"""The share of a widened row that comes from the nearest sentences of its story, other wordings of what it tells."""


def same_happening(a: Passage, b: Passage, context: Collection) -> float:
    """The likelihood that two sentences tell of one happening, in [0, 1]; from 0.5 on they are taken to.

    ``context`` holds at least the documents of both. For many sentences use :func:`scores`, which also compares them
    by other wordings of the same story.
    """
    return float(scores((a, b), context)[0, 1])


def scores(passages: Sequence[Passage], context: Collection, strict: bool = False) -> Matrix:
    """The likelihood that each two of these passages tell of one happening: a symmetric matrix of numbers in [0, 1].

    It counts whether their documents tell one story, and what words and kinds of deed the sentences share, weighted by
    rarity. Each sentence's words are widened by those of the nearest sentences of its story, so that two wordings are
    joined by a third. ``strict`` lowers the score of two that share few words of their own, or have few: what is shown
    side by side as one happening must look like one to a reader.
    """
    story = context.story_likeness([p.document for p in passages])
    words, deeds = _laid_out(passages, context)
    laid = np.concatenate((words, _FAMILY_WEIGHT * deeds), axis=1)
    length = np.sqrt((laid * laid).sum(axis=1, keepdims=True))
    rows = unit(laid)
    alike = _widened(rows, story)
    found: Matrix = (1 / (1 + np.exp(-(_BIAS + _STORY * story + _WORDS * alike)))).astype(np.float32)
    if strict:
        own: Matrix = (rows * (length / np.sqrt(length * length + _FEW_WORDS**2))).astype(np.float32)
        found = found * np.minimum(1, (own @ own.T) / np.float32(_SHARED))
    return found


def _laid_out(passages: Sequence[Passage], context: Collection) -> tuple[Matrix, Matrix]:
    """A row a passage: the weight of each word it holds, and a 1 for each kind of deed its common words tell of."""
    language = context.language
    told = [words_of(p.text, language) for p in passages]
    terms = sorted({t for terms in told for t, _ in terms})
    families = sorted({f for t in terms for f in event_types_of(language).get(t, ())})
    column = {t: k for k, t in enumerate(terms)}
    kind = {f: k for k, f in enumerate(families)}
    # The root, since the rarest words are what one outlet alone says of a thing.
    rarity = [math.sqrt(context.rarity(t)) for t in terms]
    words = np.zeros((len(passages), max(1, len(terms))), dtype=np.float32)
    deeds = np.zeros((len(passages), max(1, len(families))), dtype=np.float32)
    for at, held in enumerate(told):
        named = {t for t, name in held if name}
        for term, _ in held:
            words[at, column[term]] = rarity[column[term]] * (_NAME if term in named else 1)
            if term not in named:
                for family in event_types_of(language).get(term, ()):
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
