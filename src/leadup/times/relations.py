"""What the small words of an expression mean, whatever the language: "last", "dernier", "the previous".

A language's words for them stand in ``dates_words.toml`` under ``relations``; a word that is not there means none.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto


class Relation(StrEnum):
    """Which of several periods is meant, or on which side of what an expression is counted from."""

    THE = auto()
    A = auto()
    THIS = auto()
    THAT = auto()
    SAME = auto()
    CURRENT = auto()
    CORRESPONDING = auto()
    FULL = auto()
    FIRST = auto()
    LATEST = auto()
    LAST = auto()
    PAST = auto()
    PREVIOUS = auto()
    NEXT = auto()
    COMING = auto()
    FOLLOWING = auto()
    EACH = auto()
    EVERY = auto()
    AGO = auto()
    EARLIER = auto()
    BEFORE = auto()
    LATER = auto()
    AFTER = auto()
    HENCE = auto()


BACK = frozenset((Relation.LAST, Relation.PAST, Relation.PREVIOUS))
AHEAD = frozenset((Relation.NEXT, Relation.COMING, Relation.FOLLOWING))
EVERY = frozenset((Relation.EACH, Relation.EVERY))
ONWARDS = frozenset((Relation.LATER, Relation.HENCE, Relation.AFTER))
"""Counted forwards in time."""
FROM_TOLD = frozenset((Relation.EARLIER, Relation.LATER))
"""Counted from what was told before, where an event does not follow."""
EDGES = frozenset((Relation.EARLIER, Relation.LATER))
"""Of a day or week: the part before, or after, the day of writing."""
Shifts = Mapping[Relation | None, int]
"""How many periods on from one each relation is; one that is none of these, or no relation, is that one itself."""
NEXT_TO: Shifts = {Relation.LAST: -1, Relation.NEXT: 1}
"""How many years on from the day that is counted from."""
BESIDE: Shifts = {Relation.LAST: -1, Relation.PREVIOUS: -1, Relation.NEXT: 1, Relation.FOLLOWING: 1}
