"""Which texts are copies of which: whole, cut, re-ordered or with another heading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from leadup.signatures import keys, signature, similarity

COPY = 0.4
"""From this share of the shorter text's shingles on, two texts are copies. Set on copies made of T17 articles on Syria
(``benchmarks/copies.py``); at 0.45 a third of the copies with one word in six changed is lost, at 0.35 follow-ups
with a common background count as copies."""

_CROWDED = 400
"""A key held by more texts than this is boilerplate and finds nothing."""


@dataclass(frozen=True, slots=True)
class Copy:
    """``copy`` shares ``share`` of the shorter one's shingles with ``original``, which stands earlier in the order."""

    copy: str
    original: str
    share: float


def near_copies(texts: Mapping[str, str], threshold: float = COPY) -> tuple[Copy, ...]:
    """All pairs of copies among texts by id, in the order given (put the earliest published first).

    Candidates share a key of their signatures, so the work grows with the number of copies, not with all pairs.
    """
    return copies_of({id: signature(text) for id, text in texts.items()}, threshold)


def copies_of(signatures: Mapping[str, bytes], threshold: float = COPY) -> tuple[Copy, ...]:
    """As :func:`near_copies`, for signatures that were kept."""
    holders: dict[int, list[str]] = defaultdict(list)
    found: list[Copy] = []
    for id, signed in signatures.items():
        candidates: Counter[str] = Counter()
        for key in keys(signed):
            if len(holders[key]) <= _CROWDED:
                candidates.update(holders[key])
            holders[key].append(id)
        for other in sorted(candidates):
            share = similarity(signed, signatures[other])
            if share >= threshold:
                found.append(Copy(id, other, share))
    return tuple(found)
