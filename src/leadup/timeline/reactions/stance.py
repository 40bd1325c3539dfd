"""How a statement stands to what it is about, by its words (``lang``: ``stance.tsv``)."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from leadup.lang import kept_rows, kept_table
from leadup.model import Stance

_STOP = re.compile(r"[.,;:!?](?=\s|$)")
_REACH = 20
"""Code points before a word for a stance in which it is denied."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.denied = re.compile(kept_table("reactions", language)["stance"]["denied"], re.IGNORECASE)


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@functools.cache
def _table(language: str) -> tuple[tuple[Stance, re.Pattern[str], bool], ...]:
    found: list[tuple[Stance, re.Pattern[str], bool]] = []
    for stance, words, *outright in kept_rows("stance", language):
        found.append((cast(Stance, stance), re.compile(words.replace(" ", r"\s+"), re.IGNORECASE), bool(outright)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance, the stretch between two marks, commas among them, in which the words that take it stand, and whether
    these are outright: a stance to what reactions are announced to, wherever they stand."""

    stance: Stance
    clause: str
    outright: bool


def stance_taken(words: str, language: str) -> Stance | None:
    """The stance that these words take; None where they say nothing of one, or that it is not taken.

    Who sends condolences takes no position, and reacts.
    """
    taken = taken_by(words, language)
    return taken.stance if taken else None


def taken_by(words: str, language: str) -> Taken | None:
    """As :func:`stance_taken`, with the words around those that take it."""
    for stance, pattern, outright in _table(language):
        found = pattern.search(words)
        if found is not None:
            if _forms(language).denied.search(words, max(0, found.start() - _REACH), found.start()):
                return None
            low = max((m.end() for m in _STOP.finditer(words, 0, found.start())), default=0)
            high = _STOP.search(words, found.end())
            return Taken(stance, words[low : high.start() if high else len(words)], outright)
    return None
