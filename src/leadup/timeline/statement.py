"""Whole statements: a quotation of several sentences is kept whole, as half of it would pass for the outlet's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from leadup.lang import kept_table
from leadup.model import Extent, Sentence

LONGEST = 420
"""Code points of a statement that is shown whole; a longer one is too long for an entry."""

_CLOSED = re.compile(r"[!?…]['\"’”»]+\s*\Z")
_OPENS = re.compile(r"\s*['\"‘“«]")

_PAIRS = (("“", "”"), ("«", "»"), ("``", "''"))


def statement_at(text: str, sentences: Sequence[Sentence], at: int, language: str) -> Extent | None:
    """The whole statement that a sentence (an index) belongs to, in code points of ``text``.

    The sentence itself where no quotation runs into it or on from it; else from the sentence in which the quotation
    opened to the one in which it ends, in one paragraph, its marks balanced. A cry or a question is one
    statement with the sentence behind it that only says whose it is ("'Never!' Lund replied to Varo on Monday"). None
    where there is no such whole, or where it is longer than :data:`LONGEST`.
    """
    here = sentences[at]
    first, last = _spoken_before(text, sentences, at, language), at
    while sentences[first].opened is not None:
        if first == 0 or sentences[first - 1].paragraph != here.paragraph:
            return None
        first -= 1
    while sentences[last].runs_on:
        if last + 1 == len(sentences) or sentences[last + 1].paragraph != here.paragraph:
            return None
        last += 1
    start, end = sentences[first].start, sentences[last].end
    if last + 1 < len(sentences) and _spoken_before(text, sentences, last + 1, language) == last:
        with_speaker = sentences[last + 1].end
        end = with_speaker if with_speaker - start <= LONGEST else end
    if (first != last and end - start > LONGEST) or not balanced(text[start:end]):
        return None
    return start, end


def _spoken_before(text: str, sentences: Sequence[Sentence], at: int, language: str) -> int:
    """The first sentence of a statement: that before the one at ``at`` where this only says who spoke it, else this.

    Words that end in a full stop are closed with a comma where their speaker is named behind them, and so make one
    sentence with him; a cry or a question is split from him.
    """
    here = sentences[at]
    if at == 0 or here.opened is not None or sentences[at - 1].paragraph != here.paragraph:
        return at
    before = sentences[at - 1]
    said = text[before.start : before.end]
    if _CLOSED.search(said) is None or (before.opened is None and _OPENS.match(said) is None):
        return at
    return at if _speaks(language).match(text, here.start, here.end) is None else at - 1


@cache
def _speaks(language: str) -> re.Pattern[str]:
    """How a sentence opens that says who spoke, to whom, when or where, and nothing of what was said."""
    return re.compile(str(kept_table("sentences", language)["speaks"]))


def balanced(words: str) -> bool:
    """Whether every quotation mark in the words has its opposite one."""
    if words.count('"') % 2:
        return False
    return all(words.count(opening) == words.count(closing) for opening, closing in _PAIRS)
