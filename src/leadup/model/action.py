"""Who did what to whom, in the categories of PLOVER (Halterman et al. 2023)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from leadup.model.claim import Extent
from leadup.model.name import Actor

Category = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "NONE",
]
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "none"]
Realis = Literal["happened", "planned", "threatened", "denied", "called for", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Action:
    """One action: the verb or noun that names it is ``text[start:end] == exact``.

    ``source`` did it, ``target`` bore it (None where the text names none); ``intensity`` is from -10 (most hostile)
    to +10 (most cooperative) by the documented table of :mod:`leadup.reading.actions`. ``source_at``, ``target_at``
    and ``place_at`` are where the words that name them stand, None where none do.
    """

    start: int
    end: int
    exact: str
    category: Category
    quad: Quad
    realis: Realis
    source: Actor | None = None
    target: Actor | None = None
    place: str | None = None
    intensity: float = 0.0
    certain: bool = True
    source_at: Extent | None = None
    target_at: Extent | None = None
    place_at: Extent | None = None
