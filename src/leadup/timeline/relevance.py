"""How much an article, and a sentence of it, is about what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leadup.model import Question, Sentence
from leadup.timeline.terms import Vocabulary, stem, words

# An article none of whose sentences holds a word of the question keeps a little weight: it may still tell of it.
FLOOR = 0.02


class Topic:
    """The words of a question as stems, sought in a text by their beginnings, without tokenising all of it."""

    def __init__(self, stems: Iterable[str], language: str) -> None:
        self.language = language
        self.stems = tuple(dict.fromkeys(stems))
        self._wanted = frozenset(self.stems)
        # Of two that begin at one place the longer counts, so it comes last.
        self._starts = sorted(self.stems, key=lambda s: (len(s), s))

    @classmethod
    def of(cls, question: Question, language: str) -> Topic:
        """What a question is about: its keywords, or the target's own words where it has none."""
        return cls.of_words(" ".join(question.keywords) or question.target, language)

    @classmethod
    def of_words(cls, asked: str, language: str) -> Topic:
        """The topic of these words: their stems, each once."""
        return cls((stem(w, language) for w in words(asked, language)), language)

    def numbers(self, vocabulary: Vocabulary) -> frozenset[int]:
        """The vocabulary's numbers of the topic's words; words that it lacks are left out."""
        found = (vocabulary.number.get(s) for s in self.stems)
        return frozenset(n for n in found if n is not None)

    def held(self, text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, frozenset[str]]]:
        """The index of each sentence that holds words of the topic, with the stems of those words, in order."""
        for at, places in by_sentence(self.places(text), sentences):
            yield at, frozenset(found for _, found in places)

    def places(self, text: str) -> list[tuple[int, str]]:
        """``(offset, stem)`` of each word of the topic in a text, in code points and in order."""
        folded = text.lower()
        if len(folded) != len(text):
            folded = "".join(lower if len(lower := c.lower()) == 1 else c for c in text)
        places: dict[int, int] = {}
        for start in self._starts:
            at = folded.find(start)
            while at >= 0:
                if not at or not folded[at - 1].isalnum():
                    places[at] = at + len(start)
                at = folded.find(start, at + 1)
        found = []
        for at, end in sorted(places.items()):
            # A stem that begins a word need not be the word's own: "oily" is not "oil".
            while end < len(folded) and folded[end].isalnum():
                end += 1
            if (this := stem(folded[at:end], self.language)) in self._wanted:
                found.append((at, this))
        return found

    def share(self, text: str, sentences: Sequence[Sentence]) -> float:
        """The share of the sentences that hold a word of the topic, in [0, 1]."""
        return sum(1 for _ in self.held(text, sentences)) / len(sentences) if sentences else 0.0


def by_sentence(
    places: Sequence[tuple[int, str]], sentences: Sequence[Sentence]
) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The index of each sentence that holds any of the places, with those places, in order.

    ``places`` are ``(offset, word)`` in order of the text, as the sentences are; offsets are in code points of it.
    """
    at = 0
    held: list[tuple[int, str]] = []
    for place in places:
        while at < len(sentences) and sentences[at].end <= place[0]:
            if held:
                yield at, held
                held = []
            at += 1
        if at == len(sentences):
            return
        if sentences[at].start <= place[0]:
            held.append(place)
    if held:
        yield at, held
