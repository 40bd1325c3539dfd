"""A reporting clause of one sentence, in word indices of its parse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Pattern = Literal[
    "inverted quote", "passive inf", "passive that", "passive name", "passive by", "aside", "before", "seems", "rest",
    "on-to", "np-to", "quote", "that", "inf", "ing", "name", "np", "as", "according", "announced",
]  # fmt: skip
"""The patterns in which a clause is found, beside prepositions and what is built of them ("np+for", "noun that")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause: word indices of source, cue and content (content may be empty where a quotation is meant).

    ``lemma`` and ``kind`` are the cue's, ``frame`` the pattern that was found. ``head`` is the cue's main word.
    """

    head: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    lemma: str
    kind: str
    frame: str
