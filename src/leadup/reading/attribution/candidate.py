"""What is found of a report: a clause of one sentence, in word indices, and the claim that is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from leadup.reading.attribution.quotations import Quotation
from leadup.reading.syntax import Parse

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


Extent = tuple[int, int]


@dataclass(slots=True)
class CandidateClaim:
    """A claim in the making. ``frame`` names the pattern that found it; ``sentence`` is its cue's, or its content's,
    index; ``quotes`` are the free quotations in its content.
    """

    source: list[Extent]
    cue: list[Extent]
    content: list[Extent]
    lemma: str
    kind: str
    frame: str
    sentence: int
    quotes: list[Quotation] = field(default_factory=list)
    parse: Parse | None = None
    clause: Clause | None = None
