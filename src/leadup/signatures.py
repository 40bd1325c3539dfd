"""Signatures by which copies of a text are known, also cut, re-ordered and re-headed ones.

A signature is a sample of a text's word shingles: those whose hash is 0 in its low bits (Broder, "On the resemblance
and containment of documents", 1997). Unlike MinHash's fixed length it keeps *containment*: a four-paragraph brief cut
from a long wire story shares nearly all of its own shingles with it, though the two resemble each other little.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

SHINGLE = 4
"""Words in a shingle. Of five, one word changed in six hides a copy; of three, set phrases join strangers and crowd
whatever looks copies up by their keys."""

SAMPLED = 4
"""One shingle in this many is kept: some 75 for a 300-word article, 300 bytes."""

KEYS = 12
"""How many of the smallest hashes are an article's keys for finding candidates."""

FEW = 4
"""Fewer shared shingles than this prove nothing: a set phrase, a quotation."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_MIX, _SHIFT, _SAMPLED, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(29), np.uint64(SAMPLED), np.uint64(32)


class _Hashes(dict[str, bytes]):
    """The hashes (32 bits each, little endian) of the words in what stands between two spaces: texts use the same again
    and again, and no word reaches over a space."""

    MOST, LONGEST = 1 << 16, 24

    def __missing__(self, written: str) -> bytes:
        words = _WORD.findall(written.casefold())
        hashes = b"".join([zlib.crc32(w.encode("utf-8", "surrogatepass")).to_bytes(4, "little") for w in words])
        if len(self) < self.MOST and len(written) <= self.LONGEST:
            self[written] = hashes
        return hashes


_hashes: Callable[[str], bytes] = _Hashes().__getitem__


def signature(text: str) -> bytes:
    """The signature of a text: sorted 32-bit hashes, little endian; empty for a text of fewer than five words."""
    words = np.frombuffer(b"".join(map(_hashes, text.split())), dtype="<u4")
    if len(words) < SHINGLE:
        return b""
    row: NDArray[np.uint64] = words.astype(np.uint64)
    count = len(words) - SHINGLE + 1
    hashes: NDArray[np.uint64] = np.zeros(count, dtype=np.uint64)
    for k in range(SHINGLE):
        hashes ^= row[k : k + count]
        hashes *= _MIX
        hashes ^= hashes >> _SHIFT
    kept = np.sort(hashes[hashes % _SAMPLED == 0] >> _HALF)
    # np.unique makes a table of hashes for this, which takes longer on so few.
    first = np.ones(len(kept), dtype=bool)
    first[1:] = kept[1:] != kept[:-1]
    return kept[first].astype("<u4").tobytes()


def similarity(a: bytes, b: bytes) -> float:
    """How much of the shorter text's shingles the longer one holds, in [0, 1], worked out from two signatures."""
    one, two = np.frombuffer(a, dtype="<u4"), np.frombuffer(b, dtype="<u4")
    least = min(len(one), len(two))
    if not least:
        return 0.0
    shared = len(np.intersect1d(one, two, assume_unique=True))
    return shared / least if shared >= min(FEW, least) else 0.0


def keys(signed: bytes) -> tuple[int, ...]:
    """The smallest hashes of a signature: two copies share at least one, also where one is a cut of the other."""
    return tuple(np.frombuffer(signed, dtype="<u4")[:KEYS].tolist())
