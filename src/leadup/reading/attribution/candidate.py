"""A claim in the making, in code points of the article."""

from __future__ import annotations

from dataclasses import dataclass, field

from leadup.reading.attribution.clause import Clause
from leadup.reading.attribution.quotations import Quotation
from leadup.reading.syntax import Parse

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
