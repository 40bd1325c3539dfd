"""What a reading of a predicate is: its category and quadrant, its realis, and the words that decided it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from leadup.model import Category, Quad, Realis

COOPERATION: Final[frozenset[Category]] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
)
MATERIAL_CONFLICT: Final[frozenset[Category]] = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
QUADS: Final[dict[Category, Quad]] = {
    "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation", "SUPPORT": "verbal cooperation",
    "CONCEDE": "material cooperation", "COOPERATE": "material cooperation", "AID": "material cooperation",
    "RETREAT": "material cooperation", "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict", "THREATEN": "verbal conflict", "PROTEST": "material conflict",
    "SANCTION": "material conflict", "MOBILIZE": "material conflict", "COERCE": "material conflict",
    "ASSAULT": "material conflict", "NONE": "none",
}  # fmt: skip
"""PLOVER's four quadrants."""


@dataclass(frozen=True, slots=True)
class Coding:
    """A reading of one predicate.

    ``head`` is the predicate's word, ``last`` the last word of what decided it, ``pivot`` the innermost predicate,
    whose objects are the action's objects ("lift" in "refused to lift the ban"). ``kind`` is the operator, if any.
    """

    category: Category
    realis: Realis
    score: float
    head: int
    last: int
    pivot: int
    kind: str = ""
    top: int = -1
    """The predicate that the reading was made for: "said" of "said it would withdraw", whose ``head`` is "withdraw"."""


def intended(category: Category) -> Category:
    """The category of intending what has ``category``: AGREE for cooperation, THREATEN for material conflict."""
    if category in COOPERATION or category == "NONE":
        return "AGREE"
    return "THREATEN" if category in MATERIAL_CONFLICT else category


def of_noun(kind: str) -> str:
    """The ``kind`` of a reading whose operator governs a noun ("launched an attack"), not a verb."""
    return f"noun:{kind}"
