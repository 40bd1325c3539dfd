"""A text cut at what is marked in it."""

from __future__ import annotations

from collections.abc import Iterable


def pieces_of(text: str, marks: Iterable[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """``text`` in pieces, none of them empty, each with whether it is marked.

    ``marks`` are extents in order; one that overlaps the one before it is left out.
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in marks:
        if start >= at:
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    return tuple((piece, is_marked) for piece, is_marked in [*pieces, (text[at:], False)] if piece)
