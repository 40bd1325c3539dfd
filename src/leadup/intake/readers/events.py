"""GDELT's tables without headers (events, mentions, knowledge graph): lists of what was seen where, without texts.

The forms are those of GDELT 1.0 and 2.0: a row's first cells say which it is, and its number of cells agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from leadup.intake.format import Found
from leadup.intake.options import Options
from leadup.intake.readers.bookmarks import at_addresses

# The name of a table, its numbers of cells, the pattern of its first two cells (parted by a space), and the cell that
# holds the address, counted from the front or, below zero, from the end.
_TABLES = (
    ("GDELT events", (57, 58, 61), re.compile(r"\d{1,12} (?:19|20)\d{6}"), None),
    ("GDELT mentions", (14, 15, 16), re.compile(r"\d{1,12} (?:19|20)\d{12}"), 5),
    ("GDELT knowledge graph", (27,), re.compile(r"(?:19|20)\d{12}-T?\d+ (?:19|20)\d{12}"), 4),
    ("GDELT knowledge graph", (11,), re.compile(r"(?:19|20)\d{6} \d+"), 10),
)
_ADDRESS = re.compile(r"https?://[^\s;<]+")


def kind_of(cells: Sequence[str]) -> str | None:
    """Which of the tables a first row is of; None where it is of none."""
    first = " ".join(cells[:2])
    return next((name for name, counts, form, _ in _TABLES if len(cells) in counts and form.fullmatch(first)), None)


def articles_at(
    kind: str, first: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], source: str, options: Options
) -> Iterator[Found]:
    """The articles at the addresses of a table, where these are to be fetched; else a refusal: it holds none."""
    at = next(place for name, counts, _, place in _TABLES if name == kind and len(first) in counts)
    addresses: list[str] = []
    for cells in (first, *(cells for _, cells in rows)):
        # Events have theirs at the end, before or after cells that later versions added.
        looked = cells[-4:] if at is None else cells[at : at + 1]
        addresses += [found.group() for cell in looked if (found := _ADDRESS.search(cell))][:1]
    yield from at_addresses(addresses, source, options, f"a table of {kind}")
