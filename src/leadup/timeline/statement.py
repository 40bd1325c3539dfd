"""Whole statements: a quotation of several sentences is kept whole, as half of it would pass for the outlet's words."""

from __future__ import annotations

from collections.abc import Sequence

from leadup.model import Extent, Sentence

LONGEST = 420
"""Code points of a statement that is shown whole; a longer one is too long for an entry."""

_PAIRS = (("“", "”"), ("«", "»"), ("``", "''"))


def statement_at(text: str, sentences: Sequence[Sentence], at: int) -> Extent | None:
    """The whole statement that a sentence (an index) belongs to, in code points of ``text``.

    The sentence itself where no quotation runs into it or on from it; else from the sentence in which the quotation
    opened to the one in which it ends, in one paragraph, its marks balanced. None where there is no such
    whole, or where it is longer than :data:`LONGEST`.
    """
    here = sentences[at]
    if here.opened is None and not here.runs_on:
        return (here.start, here.end) if balanced(text[here.start : here.end]) else None
    first = last = at
    while sentences[first].opened is not None:
        if first == 0 or sentences[first - 1].paragraph != here.paragraph:
            return None
        first -= 1
    while sentences[last].runs_on:
        if last + 1 == len(sentences) or sentences[last + 1].paragraph != here.paragraph:
            return None
        last += 1
    start, end = sentences[first].start, sentences[last].end
    if end - start > LONGEST or not balanced(text[start:end]):
        return None
    return start, end


def balanced(words: str) -> bool:
    """Whether every quotation mark in the words has its opposite one."""
    if words.count('"') % 2:
        return False
    return all(words.count(opening) == words.count(closing) for opening, closing in _PAIRS)
