"""Sets of words, written as running text."""

from __future__ import annotations


def vocabulary(words: str) -> frozenset[str]:
    """The words of a text, split at blanks."""
    return frozenset(words.split())
