"""How much of what two sentences say is the same, by what their words are worth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from leadup.timeline.ranking import term_worth, weights
from leadup.timeline.story import Profile
from leadup.timeline.table import Floats, Ints, Table

TELLS_SAME = 0.35
"""Share of the shorter sentence's words from which on another of its day tells the same."""


class SharedWords:
    """The words of a table's rows by what they are worth, to say how much two rows share."""

    def __init__(self, table: Table, story: Profile | None) -> None:
        w = weights()
        self.table, self.story = table, story
        self.own = frozenset(story.by_stem) if story else frozenset()
        """The stems of the story's own words, which all its sentences share: each counts in part."""
        self.worth = np.array([term_worth(table.pool, key, self.own, w) for key in table.names], dtype=np.float64)
        self._flat: dict[tuple[int, ...], tuple[Ints, Ints, Floats]] = {}

    def shared(self, row: int, others: Sequence[int]) -> Floats:
        """How much of the shorter of two the other says too, in [0, 1], for a row and each of these."""
        terms, owner, whole = self._spread(tuple(others))
        said = np.zeros(len(self.worth))
        mine = list(self.table.terms[row])
        said[mine] = self.worth[mine]
        shorter = np.minimum(whole, said.sum())
        found: Floats = _summed(owner, said[terms], len(others)) / np.where(shorter > 0, shorter, 1.0)
        return found

    def between(self, row: int, other: int) -> float:
        """The same for two rows."""
        return float(self.shared(row, [other])[0])

    def _spread(self, rows: tuple[int, ...]) -> tuple[Ints, Ints, Floats]:
        """The terms of these rows one after another, the place of the row that each is of, and what a row is worth."""
        if rows not in self._flat:
            terms = np.array([t for r in rows for t in self.table.terms[r]], dtype=np.int64)
            owner = np.repeat(np.arange(len(rows)), [len(self.table.terms[r]) for r in rows])
            self._flat[rows] = terms, owner, _summed(owner, self.worth[terms], len(rows))
        return self._flat[rows]


def _summed(owner: Ints, values: Floats, owners: int) -> Floats:
    """The sum of the values of each owner."""
    found = np.zeros(owners)
    np.add.at(found, owner, values)
    return found
