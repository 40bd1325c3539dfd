"""A draft's quotations beside the words that the sources have in theirs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.check.seeking import Bearing
from leadup.check.wording import stem_of

_QUOTED = re.compile(r"[\"“]([^\"“”]{4,400})[\"”]")
_INSIDE = re.compile(r"[\"“]([^\"“”]{4,400})(?:[\"”]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
PART = 4
"""Words of a quotation that a source may have alone of it."""
RUN = 3
"""Words in a row that tell of a quotation though each says little ("we don't have")."""
LEAST = 0.5
"""Share of a quotation's words that a source's must share, in order, to be the same one in other words."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The source's words nearest to a quotation, and on both sides the extents of the words that differ."""

    bearing: Bearing
    exact: bool
    share: float
    own: tuple[tuple[int, int], ...] = ()
    theirs: tuple[tuple[int, int], ...] = ()


def quotations_of(words: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where the quotations of two or more words stand in a statement, marks left out; no names ("El Chapo")."""
    return tuple(m.span(1) for m in _QUOTED.finditer(words) if _is_said(_WORD.findall(m.group(1)), language))


def _is_said(words: Sequence[str], language: str) -> bool:
    if len(words) > 1 and not all(w[:1].isupper() or w[:1].isdigit() for w in words if stem_of(w, language)):
        return True
    return len(words) >= PART and words[0].islower()


def nearest(words: str, at: tuple[int, int], bearing: Sequence[Bearing]) -> Likeness | None:
    """What comes nearest to the quotation among these sentences' words; None where nothing shares half of it."""
    said = [(m.group().lower().replace("’", "'"), m.span()) for m in _WORD.finditer(words, *at)]
    best: Likeness | None = None
    for one in bearing:
        theirs = [(m.group().lower().replace("’", "'"), m.span()) for m in _WORD.finditer(one.words)]
        found = _aligned(said, theirs, one)
        # A part that a source quotes word for word says less than the whole in other words.
        if found is not None and (best is None or (found.share, found.exact) > (best.share, best.exact)):
            best = found
            if best.exact and best.share == 1.0:
                break
    return best


def _is_cut(text: str, theirs: Sequence[tuple[str, tuple[int, int]]], block: difflib.Match) -> bool:
    """Whether a run of words is just what stands between a source's quotation marks."""
    first, last = theirs[block.b][1][0], theirs[block.b + block.size - 1][1][1]
    return any(s <= first <= s + 2 and e - 3 <= last <= e for s, e in (m.span(1) for m in _QUOTED.finditer(text)))


def _aligned(
    said: Sequence[tuple[str, tuple[int, int]]], theirs: Sequence[tuple[str, tuple[int, int]]], one: Bearing
) -> Likeness | None:
    a, b = [w for w, _ in said], [w for w, _ in theirs]
    blocks = [m for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size]
    if not blocks:
        return None
    anchor = max(blocks, key=lambda m: m.size)
    first = max(0, anchor.b - anchor.a - 1)
    last = min(len(b), anchor.b + len(a) - anchor.a + 1)
    kept = [m for m in blocks if m.b >= first and m.b + m.size <= last]
    size = sum(m.size for m in kept)
    if size == len(a) and len(kept) == 1:
        return Likeness(one, True, 1.0)
    if len(kept) == 1 and size >= PART and _is_cut(one.words, theirs, kept[0]):
        # The source quotes a part of it, word for word.
        return Likeness(one, True, size / len(a))
    telling = anchor.size >= RUN or any(
        stem_of(said[m.a + k][0], one.indexed.language) for m in kept for k in range(m.size)
    )
    if size < LEAST * len(a) or not telling:
        return None
    low, high = kept[0].b - kept[0].a, kept[-1].b + kept[-1].size + len(a) - kept[-1].a - kept[-1].size
    held_a = {m.a + k for m in kept for k in range(m.size)}
    held_b = {m.b + k for m in kept for k in range(m.size)}
    own = tuple(said[k][1] for k in range(len(a)) if k not in held_a)
    other = tuple(theirs[k][1] for k in range(max(0, low), min(len(b), high)) if k not in held_b)
    text = one.words
    inside = any(s <= theirs[kept[0].b][1][0] < e for s, e in (m.span() for m in _INSIDE.finditer(text)))
    inside = inside or one.indexed.reading.sentences[one.sentence].opened is not None
    return Likeness(one, False, size / len(a), own, other) if inside and own else None
