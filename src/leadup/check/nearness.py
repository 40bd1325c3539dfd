"""How near a sentence comes to a statement in whatever words: by other words for a deed, and by deeds of its class."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.check.seeking import CLOSE, Bearing, Term
from leadup.check.wording import classes_by_word, contraries_of, opposites_of

SAME, KIN, CLASS = 1.0, 0.9, 0.75
"""What a word counts that stands in a sentence itself, by another for the same deed, and by one for a deed or thing of
its class. (Synonyms of WordNet beside these found 7 more of 938 changed lines, and are left out.)"""
BESIDE = 0.6
"""What is found only in the title or the two sentences before or after counts this share of it."""
NAME_BESIDE = 0.9


@dataclass(frozen=True, slots=True)
class Nearness:
    """The shares of a statement's weight that a sentence holds: of all of it, of its names, of its other words."""

    whole: float
    names: float
    content: float

    @property
    def least(self) -> float:
        """The lesser of its shares of names and of other words."""
        return min(self.names, self.content)


class Nearby:
    """A statement's words with all that may stand for them; asks how near sentences come."""

    def __init__(self, words: str, terms: Sequence[Term], language: str, *, or_contrary: bool = False) -> None:
        """``or_contrary``: a word that excludes one of the statement's counts as one of its class."""
        classes = classes_by_word(words, language)
        self._terms = [(t, classes.get(t.start, frozenset())) for t in terms]
        self._contrary = {
            t.start: (contraries_of(own, language), opposites_of(t.families, language))
            for t, own in self._terms
            if or_contrary and not t.is_name
        }
        self._names = math.fsum(t.weight for t in terms if t.is_name)
        self._content = math.fsum(t.weight for t in terms if not t.is_name)
        self._found: dict[tuple[str, int], Nearness] = {}

    def of(self, bearing: Bearing) -> Nearness:
        """How near a sentence comes."""
        at = bearing.indexed.article.id, bearing.sentence
        if at not in self._found:
            self._found[at] = self._of(bearing)
        return self._found[at]

    def alike(self, bearing: Bearing) -> frozenset[str]:
        """The statement's words for which one of the same kind or class stands in a sentence."""
        classes, kinds = bearing.indexed.classes(bearing.sentence), bearing.indexed.kinds(bearing.sentence)
        return frozenset(t.key for t, own in self._terms if t.families & kinds or own & classes)

    def _of(self, bearing: Bearing) -> Nearness:
        stems, at = bearing.indexed.stems, bearing.sentence
        held = stems[at]
        around = bearing.indexed.title.union(*stems[max(0, at - CLOSE) : at + CLOSE + 1])
        classes, kinds = bearing.indexed.classes(at), bearing.indexed.kinds(at)
        names = content = 0.0
        for t, own in self._terms:
            level = (
                SAME if t.key in held
                else KIN if t.families & kinds
                else CLASS if own & classes or self._is_excluded(t, classes, kinds)
                else NAME_BESIDE if t.is_name and t.key in around
                else BESIDE if t.key in around
                else 0.0
            )  # fmt: skip
            if t.is_name:
                names += level * t.weight
            else:
                content += level * t.weight
        return Nearness(
            (names + content) / (self._names + self._content or 1.0),
            names / self._names if self._names else 1.0,
            content / self._content if self._content else 1.0,
        )

    def _is_excluded(self, term: Term, classes: frozenset[str], kinds: frozenset[str]) -> bool:
        """Whether a sentence has a word that excludes this one, where such count."""
        by_class, by_kind = self._contrary.get(term.start, (frozenset(), frozenset()))
        return bool(by_class & classes or by_kind & kinds)
