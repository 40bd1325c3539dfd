"""Which sentences of a story's article are another matter: a round-up's other items, teasers, asides."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from leadup.lang.cuts import WORD_OR_NUMBER
from leadup.model import Sentence
from leadup.timeline.story.profile import Profile
from leadup.timeline.terms import stem

NEIGHBOUR = 0.5
"""What the words of the sentence before or after count beside its own: a story is told over sentences."""

OWN_ARTICLE = 1.0
"""An article of this membership tells the story throughout; what it tells otherwise still names none of it."""

NEEDED = (0.065, 0.25)
"""Weight of the story's words that a sentence needs: in an article that is wholly the story's, and in one that is
barely so."""

NAMES_IT = 0.7
"""The share of what was asked for from which on a sentence names the event, and so is of its story in any words."""


class Belonging:
    """What of a story's articles belongs to it, by its words and by those asked for, ``asked``: their stems with their
    weights.

    What names the event belongs to its story: in a handful of articles on one event its words are common to all, and so
    tell nothing by themselves.
    """

    def __init__(self, profile: Profile, asked: Mapping[str, float] = MappingProxyType({}), *, language: str) -> None:
        self.language = language
        self._profile, self._asked = profile, asked
        self._enough = NAMES_IT * math.fsum(asked.values())
        # Of all words met in the story's articles, those that tell of it, with their stems: few of very many.
        self._met: set[str] = set()
        self._known: dict[str, str] = {}
        self._named: dict[str, str] = {}

    def outside(
        self, text: str, sentences: Sequence[Sentence], membership: float, title: str | None = None
    ) -> frozenset[int]:
        """The sentences of an article of this membership, in (0, 1], by index, that do not belong to the story. The
        ``title`` stands before the first of them."""
        written = [set(WORD_OR_NUMBER.findall(text[s.start : s.end].lower())) for s in sentences]
        headline = set(WORD_OR_NUMBER.findall((title or "").lower()))
        self._meet(headline.union(*written))
        known, named = self._known, self._named
        weights = [_weight(self._profile, {known[word] for word in words & known.keys()}) for words in written]
        titled = _weight(self._profile, {known[word] for word in headline & known.keys()})
        wholly, barely = NEEDED
        needed = wholly + (barely - wholly) * max(0.0, 1 - membership / OWN_ARTICLE)
        found = set()
        for at, own in enumerate(weights):
            around = max(weights[at - 1] if at else titled, weights[at + 1] if at + 1 < len(weights) else 0.0)
            if own > 0 and own + NEIGHBOUR * around >= needed:
                continue
            held = {named[word] for word in written[at] & named.keys()}
            if not held or math.fsum(self._asked[key] for key in held) < self._enough:
                found.add(at)
        return frozenset(found)

    def _meet(self, words: set[str]) -> None:
        for word in words - self._met:
            key = stem(word, self.language)
            if key in self._profile.by_stem:
                self._known[word] = key
            if key in self._asked:
                self._named[word] = key
        self._met |= words


def story_weight(profile: Profile, sentence: str, language: str) -> float:
    """The weight of the story's words in a sentence, in [0, 1]."""
    return _weight(
        profile,
        {key for word in WORD_OR_NUMBER.findall(sentence.lower()) if (key := stem(word, language)) in profile.by_stem},
    )


def _weight(profile: Profile, held: Iterable[str]) -> float:
    return sum((profile.by_stem[key] for key in sorted(held)), 0.0)
