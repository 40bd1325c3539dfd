"""How much an article, and a sentence of it, is about what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leadup.model import Question, Sentence
from leadup.timeline.terms import Vocabulary, stem, words

# An article none of whose sentences holds a word of the question keeps a little weight: it may still tell of it.
FLOOR = 0.02


class Topic:
    """Words that are looked for: in stems, found in running text without taking all of it apart."""

    def __init__(self, asked: str) -> None:
        self.stems = tuple(dict.fromkeys(stem(w) for w in words(asked)))
        self._wanted = frozenset(self.stems)
        # Each stem as the beginning of a word; what is found is stemmed again, so that "oily" is not "oil".
        starts = "|".join(re.escape(s) for s in sorted(self.stems, key=lambda s: (-len(s), s)))
        self._word = re.compile(rf"(?<![^\W_])(?:{starts})[^\W_]*", re.IGNORECASE) if self.stems else None

    @classmethod
    def of(cls, question: Question) -> Topic:
        """What a question is about: its keywords, or the target's own words where it has none."""
        return cls(" ".join(question.keywords) or question.target)

    def numbers(self, vocabulary: Vocabulary) -> frozenset[int]:
        """The numbers that the topic's words have in a vocabulary."""
        found = (vocabulary.number.get(s) for s in self.stems)
        return frozenset(n for n in found if n is not None)

    def held(self, text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, frozenset[str]]]:
        """The sentences of the text, by index and in order, that hold words of the topic, and the stems of those."""
        if self._word is None:
            return
        at = 0
        stems: set[str] = set()
        for found in self._word.finditer(text):
            begins = found.start()
            while at < len(sentences) and sentences[at].end <= begins:
                if stems:
                    yield at, frozenset(stems)
                    stems.clear()
                at += 1
            if at == len(sentences):
                return
            if sentences[at].start <= begins and (this := stem(found.group().lower())) in self._wanted:
                stems.add(this)
        if stems:
            yield at, frozenset(stems)

    def share(self, text: str, sentences: Sequence[Sentence]) -> float:
        """The share of the sentences that hold a word of the topic, in [0, 1]."""
        return sum(1 for _ in self.held(text, sentences)) / len(sentences) if sentences else 0.0
