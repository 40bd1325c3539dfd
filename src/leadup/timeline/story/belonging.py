"""Which sentences of a story's article are another matter: a round-up's other items, teasers, asides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")


def outside(profile: Profile, text: str, sentences: Sequence[Sentence], membership: float) -> frozenset[int]:
    """The sentences, by index, that do not belong to the story in an article of this membership."""
    written = [_WORD.findall(text[s.start : s.end].lower()) for s in sentences]
    known = {word: key for word in set().union(*written) if (key := stem(word)) in profile.by_stem}
    weights = [_weight(profile, {known[word] for word in known.keys() & words}) for words in written]
    wholly, barely = NEEDED
    needed = wholly + (barely - wholly) * max(0.0, 1 - membership / OWN_ARTICLE)
    found = set()
    for at, own in enumerate(weights):
        around = max(weights[at - 1] if at else 0.0, weights[at + 1] if at + 1 < len(weights) else 0.0)
        if own <= 0 or own + NEIGHBOUR * around < needed:
            found.add(at)
    return frozenset(found)


def spoken(profile: Profile, sentence: str) -> float:
    """The weight of the story's words in a sentence, in [0, 1]."""
    return _weight(profile, {key for word in _WORD.findall(sentence.lower()) if (key := stem(word)) in profile.by_stem})


def _weight(profile: Profile, held: Iterable[str]) -> float:
    return sum((profile.by_stem[key] for key in sorted(held)), 0.0)
