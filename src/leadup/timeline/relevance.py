"""How much an article, and a sentence of it, is about what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from leadup.model import Question
from leadup.timeline.terms import Vocabulary, stem, words

# An article none of whose sentences holds a word of the question keeps a little weight: it may still tell of it.
FLOOR = 0.02


class Topic:
    """The words of a question that say what it is about: its keywords, or the target's own words where it has none."""

    def __init__(self, question: Question) -> None:
        asked = " ".join(question.keywords) if question.keywords else question.target
        self.stems = tuple(dict.fromkeys(stem(w) for w in words(asked)))
        # Each stem as the beginning of a word; what is found is stemmed again, so that "oily" is not "oil".
        starts = "|".join(re.escape(s) for s in sorted(self.stems, key=lambda s: (-len(s), s)))
        self._word = re.compile(rf"(?<![^\W_])(?:{starts})[^\W_]*", re.IGNORECASE) if self.stems else None

    def numbers(self, vocabulary: Vocabulary) -> frozenset[int]:
        """The numbers that the topic's words have in a vocabulary."""
        found = (vocabulary.number.get(s) for s in self.stems)
        return frozenset(n for n in found if n is not None)

    def share(self, text: str, sentences: Iterable[tuple[int, int]]) -> float:
        """The share of the sentences (their extents in the text, in order) that hold a word of the topic, in [0, 1]."""
        extents = list(sentences)
        if self._word is None or not extents:
            return 0.0
        wanted = frozenset(self.stems)
        held = 0
        at = 0
        last = -1
        for found in self._word.finditer(text):
            while at < len(extents) and extents[at][1] <= found.start():
                at += 1
            if at == len(extents):
                break
            if at != last and extents[at][0] <= found.start() and stem(found.group().lower()) in wanted:
                held += 1
                last = at
        return held / len(extents)
