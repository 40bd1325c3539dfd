"""What to ask an archive for: the target's words, and the names that its story is told with.

What led up to an event was mostly reported before anyone spoke of the event: the rockets and the embassy belong to a
general's death that no article about them names. The articles that do speak of the target name the actors and places
of its story, and those names find the rest (pseudo-relevance feedback; Lavrenko and Croft, SIGIR 2001).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from leadup.model import Article, Question, Reading
from leadup.timeline.target.asked import event_words
from leadup.timeline.terms import words

FEEDBACK = 40
"""Articles, best first by the target's words, whose names are taken."""

NAMES = 12
"""Names added to the target's words. From 8 to 20 the examples' answer is the same."""

LEAST_SHARE = 0.08
"""A name that fewer of the feedback articles hold belongs to one report, not to the story."""

_STORY = frozenset({"person", "organisation", "place", "nationality", "facility"})


def asked_words(question: Question) -> tuple[str, ...]:
    """The words of a question that say something, each once; all of them where none does."""
    said = tuple(dict.fromkeys(words(" ".join((event_words(question.target), *question.keywords)))))
    return said or (question.target, *question.keywords)


def story_names(found: Sequence[tuple[Article, Reading]], known: Sequence[str]) -> tuple[str, ...]:
    """The names that most of these articles hold, most widely held first, without words that are ``known``."""
    holders: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for _, reading in found:
        keys = set()
        for sentence in reading.sentences:
            for name in sentence.names:
                if name.kind in _STORY:
                    keys.add(name.key)
                    spelt.setdefault(name.key, Counter())[name.exact] += 1
        holders.update(sorted(keys))
    least = max(2.0, LEAST_SHARE * len(found)) if len(found) > 3 else 1.0
    asked = {word.casefold() for word in known}
    chosen: list[str] = []
    for key, count in sorted(holders.items(), key=lambda item: (-item[1], item[0])):
        spelling = min(spelt[key].items(), key=lambda item: (-item[1], item[0]))[0]
        new = [w for w in words(spelling) if w not in asked]
        if count >= least and new:
            asked.update(new)
            chosen.append(" ".join(new))
        if len(chosen) == NAMES:
            break
    return tuple(chosen)
