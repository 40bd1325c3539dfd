"""A title or a sentence that tells of the event, and how it does."""

from __future__ import annotations

from dataclasses import dataclass

from leadup.timeline.target.asked import Asked
from leadup.timeline.target.words import OTHER_WORD

LEAD = 4
"""Sentences of an article that are its lead."""
TOLD = 0.9
"""A place that holds this share of the event tells of it."""


@dataclass(frozen=True, slots=True)
class Match:
    """A title (``sentence`` is -1) or a sentence of the pool that tells of the event.

    ``share`` is how much of the event it holds, in (0, 1]; ``held`` which slots, of them those of its title left out
    where ``own`` lists only the sentence's own; ``real`` whether it says that it happened; ``at`` is where the deed
    stands in the text, or -1; ``ground`` says that it is named as the ground for something else, ``ahead`` that it is
    still to come; ``actors`` are the places of those who did it or had it done to them, ``players`` those of the name
    before the deed; ``again`` are the places of further words for the deed; ``head`` is which slots the title and the
    lead of its article hold, where it stands there itself; ``carried`` says that who did it stands in another sentence
    of its article, which tells the event.
    """

    article: int
    sentence: int
    share: float
    held: frozenset[int]
    own: frozenset[int]
    real: bool
    deed: float
    at: int = -1
    ground: bool = False
    ahead: bool = False
    actors: tuple[int, ...] = ()
    players: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    head: frozenset[int] = frozenset()
    carried: bool = False

    @property
    def is_title(self) -> bool:
        """Is it a headline?"""
        return self.sentence < 0

    @property
    def is_lead(self) -> bool:
        """Does it stand at the head of its article?"""
        return self.sentence < LEAD

    @property
    def is_placed(self) -> bool:
        """Is it known which word tells the deed?"""
        return self.at >= 0

    @property
    def is_done(self) -> bool:
        """Does it tell the deed as done, and for its own sake?"""
        return self.real and not self.ground and not self.ahead

    @property
    def tells(self) -> bool:
        """Does it tell of the event, by a word for its deed, as having happened?"""
        return self.real and self.share >= TOLD and self.deed >= OTHER_WORD

    def names_itself(self, asked: Asked, share: float) -> bool:
        """Does it hold this share of the names asked for itself, those of its title left out?"""
        own = sum(asked.slots[i].weight for i in self.own if asked.slots[i].is_name)
        return own >= share * sum(slot.weight for slot in asked.slots if slot.is_name)
