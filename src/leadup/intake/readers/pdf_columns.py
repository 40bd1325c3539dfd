"""Columns of a page whose program wrote them row by row: the left column's lines, then the right one's.

Where a page is written column by column, as most are, nothing is changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

FEWEST_ROWS = 6
"""Rows that begin a second time at the same place, from which on that place is a column's edge."""
SHORTEST = 12
"""Characters that each side of such a row holds at least: a table's cells hold fewer."""
NEAR = 2.0
"""Points by which the edge of a column may be off."""
INDENT = 4.0
"""How far behind a column's edge a paragraph's first line begins at most, in sizes of type."""
LETTER = 0.45
"""The width of a letter, on average, in sizes of type."""


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at one height of a page: each run's place from the left, and its text."""

    at: float
    size: float
    runs: tuple[tuple[float, str], ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(text for _, text in self.runs)

    @property
    def left(self) -> float:
        """Where its first letter stands."""
        return next((x for x, text in self.runs if text.strip()), 0.0)


def in_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a page in the order in which they are read."""
    edge = _edge(rows)
    if edge is None:
        yield from rows
        return
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        at = _cut(row, edge)
        if at:
            left.append(Row(row.at, row.size, row.runs[:at]))
            right.append(Row(row.at, row.size, row.runs[at:]))
        elif right and row.left >= edge - NEAR:
            right.append(row)
        elif left and row.left + len(row.text.strip()) * row.size * LETTER <= edge:
            left.append(row)
        else:
            # A row over both: what stood above it was read before it.
            yield from left
            yield from right
            left, right = [], []
            yield row
    yield from left
    yield from right


def _edge(rows: Sequence[Row]) -> float | None:
    """Where a second column begins, in rows that hold both; None where none does."""
    found = Counter(round(row.runs[number][0]) for row in rows for number in _parting(row, SHORTEST))
    if not found:
        return None
    place, count = max(found.items(), key=lambda item: (item[1], -item[0]))
    return float(place) if count >= FEWEST_ROWS else None


def _cut(row: Row, edge: float) -> int:
    """At which of a row's runs the second column begins; 0 where it does not."""
    at = next((n for n, (x, _) in enumerate(row.runs) if x >= edge - NEAR), 0)
    return at if at and row.runs[at][0] <= edge + row.size * INDENT and at in _parting(row, 1) else 0


def _parting(row: Row, shortest: int) -> range:
    """The runs of a row each of which may begin another column: enough stands before it, and from it on."""
    held = [0, *accumulate(len(text.strip()) for _, text in row.runs)]
    return range(bisect_left(held, shortest), bisect_right(held, held[-1] - shortest))
