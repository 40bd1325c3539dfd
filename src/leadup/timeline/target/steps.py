"""What a body does on its way to a deed, and is not yet that deed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from leadup.timeline.target.words import asking

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Steps:
    """The words that tell of a step: who takes it, a part of the body ("a committee"), and what opens the way to a vote
    ("debate", "filibuster")."""

    by: frozenset[str]
    openings: frozenset[str]

    @classmethod
    def towards(cls, deeds: Collection[str], words: Collection[str], language: str) -> Steps:
        """The steps to deeds, by their rows; ``words`` are those of the question, lower case. None where one is what is
        asked for."""
        by = asking("steps", language) if asking("in_steps", language).intersection(deeds) else NONE
        openings = asking("opening", language) if asking("opened", language).intersection(deeds) else NONE
        return cls(by if by.isdisjoint(words) else NONE, openings if openings.isdisjoint(words) else NONE)

    def __bool__(self) -> bool:
        """Is there any?"""
        return bool(self.by or self.openings)

    def are_told(self, words: Sequence[str], deed: int) -> bool:
        """Is the deed at this place among a sentence's plain words one of a part of the body, or is only the way to it
        opened there?"""
        return not (self.by.isdisjoint(words[:deed]) and self.openings.isdisjoint(words))
