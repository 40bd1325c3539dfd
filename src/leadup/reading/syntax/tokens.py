"""Words of a sentence, cut as the UD English treebanks cut them, with their places in the text.

"don't" is "do" and "n't", "Iran's" is "Iran" and "'s", "Iran-backed" three words, "U.S." and "Dec." one. Text that
is already cut with spaces as in the Penn Treebank (`` ''  -LRB-) comes out as it is.
"""

from __future__ import annotations

import re
from typing import Any

from leadup.lang import table
from leadup.lang.abbreviations import kept_stops

_WORDS: dict[str, Any] = table("syntax")["tokens"]

# Longest first where one could begin another. Every alternative is linear: no nested repeats over the same letters.
_TOKEN = re.compile(_WORDS["token"], re.VERBOSE | re.IGNORECASE)
_CLITIC = re.compile(_WORDS["clitic"], re.IGNORECASE)
_TWO: dict[str, int] = _WORDS["two"]
_PREFIXES: frozenset[str] = frozenset(_WORDS["prefixes"])
_LONE = str(_WORDS["lone"])
_KEPT = kept_stops()
_ABBREVIATIONS = _KEPT.always | _KEPT.within | _KEPT.any_case


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of ``text[start:end]`` as ``(start, end)`` in code points of ``text``, in order.

    Every character that is not white space stands in exactly one of them.
    """
    stop = len(text) if end is None else end
    out: list[tuple[int, int]] = []
    at = start
    while (m := _TOKEN.search(text, at, stop)) is not None:
        s, e = m.span()
        word = text[s:e]
        if e < stop and text[e] == "." and _keeps_dot(word, text, e, stop):
            e += 1
            out.append((s, e))
        elif e < stop and text[e] == "-" and word.lower() in _PREFIXES and text[e + 1 : e + 2].isalpha():
            # "post-war", "anti-American": the prefix is no word of its own
            rest = _TOKEN.match(text, e + 1, stop)
            e = rest.end() if rest is not None else e
            _split(text, s, e, out)
        else:
            _split(text, s, e, out)
        at = e
    return out


def _keeps_dot(word: str, text: str, e: int, stop: int) -> bool:
    last = not text[e + 1 : stop].strip("\"'”’)] \n")
    low = word.lower()
    if low in _ABBREVIATIONS and word[0].isupper():
        return not (last and low in _KEPT.within)
    if low in _KEPT.any_case:
        return True
    return len(word) == 1 and word.isupper() and not last and word != _LONE


def _split(text: str, s: int, e: int, out: list[tuple[int, int]]) -> None:
    word = text[s:e]
    cut = _TWO.get(word.lower(), 0)
    if not cut and ("'" in word or "’" in word):
        m = _CLITIC.search(word)
        cut = m.start() if m is not None else 0
    if cut:
        out.append((s, s + cut))
        out.append((s + cut, e))
    else:
        out.append((s, e))
