"""Words of a sentence, cut as the UD English treebanks cut them, with their places in the text.

"don't" is "do" and "n't", "Iran's" is "Iran" and "'s", "Iran-backed" three words, "U.S." and "Dec." one. Text that
is already cut with spaces as in the Penn Treebank (`` ''  -LRB-) comes out as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.abbreviations import kept_stops


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("syntax", language)["tokens"]
        # Longest first where one could begin another. Every alternative is linear: no nested repeats over the same
        # letters.
        self.token = re.compile(words["token"], re.VERBOSE | re.IGNORECASE)
        self.clitic = re.compile(words["clitic"], re.IGNORECASE)
        self.two: dict[str, int] = words["two"]
        self.prefixes: frozenset[str] = frozenset(words["prefixes"])
        self.lone = str(words["lone"])
        self.kept = kept_stops(language)
        self.abbreviations = self.kept.always | self.kept.within | self.kept.any_case


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def tokenise(text: str, start: int = 0, end: int | None = None, *, language: str) -> list[tuple[int, int]]:
    """The words of ``text[start:end]`` as ``(start, end)`` in code points of ``text``, in order.

    Every character that is not white space stands in exactly one of them.
    """
    forms = _forms(language)
    stop = len(text) if end is None else end
    out: list[tuple[int, int]] = []
    at = start
    while (m := forms.token.search(text, at, stop)) is not None:
        s, e = m.span()
        word = text[s:e]
        if e < stop and text[e] == "." and _keeps_dot(word, text, e, stop, forms):
            e += 1
            out.append((s, e))
        elif e < stop and text[e] == "-" and word.lower() in forms.prefixes and text[e + 1 : e + 2].isalpha():
            # "post-war", "anti-American": the prefix is no word of its own
            rest = forms.token.match(text, e + 1, stop)
            e = rest.end() if rest is not None else e
            _split(text, s, e, out, forms)
        else:
            _split(text, s, e, out, forms)
        at = e
    return out


def _keeps_dot(word: str, text: str, e: int, stop: int, forms: _Forms) -> bool:
    last = not text[e + 1 : stop].strip("\"'”’)] \n")
    low = word.lower()
    if low in forms.abbreviations and word[0].isupper():
        return not (last and low in forms.kept.within)
    if low in forms.kept.any_case:
        return True
    return len(word) == 1 and word.isupper() and not last and word != forms.lone


def _split(text: str, s: int, e: int, out: list[tuple[int, int]], forms: _Forms) -> None:
    word = text[s:e]
    cut = forms.two.get(word.lower(), 0)
    if not cut and ("'" in word or "’" in word):
        m = forms.clitic.search(word)
        cut = m.start() if m is not None else 0
    if cut:
        out.append((s, s + cut))
        out.append((s + cut, e))
    else:
        out.append((s, e))
