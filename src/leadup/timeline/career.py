"""Whom a question about a step in somebody's career is of: who drops out, endorses somebody, is named to an office.

What all others in the race do in the same weeks is told in the same words and the same articles, so that neither tells
one story from the other. An entry that names whom the step is of nowhere is another's, more often than not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from leadup.reading.names.lexicon import given_names
from leadup.timeline.pool import Pool
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.slot import Slot, names_among
from leadup.timeline.target.words import asking
from leadup.timeline.terms import stem

MOSTLY = 0.9
"""The share of a word's mentions as a name, or as the last word of one, that must be a person's where the question
gives that word alone: "Orsk withdraws" is of no person, be there one of that name."""

NAMED = 3
"""So many of its mentions, at least, must name that person in full."""


def whose_career(words: str, asked: Mapping[str, float], pool: Pool | None = None, *, language: str) -> frozenset[str]:
    """The stems of the surname, in any spelling, of whom a question is of; none where it asks for no step in a career.

    Of several persons it is of the one who is told of least: ``asked`` gives the weight of each stem by its rarity.
    A surname alone is a person's where the articles of the ``pool`` name somebody by it in full.
    """
    slots = read_question(words, language).slots
    if not any(s.needed and s.rows and s.rows[0].name in asking("career", language) for s in slots):
        return frozenset()
    names = names_among(slots)
    in_full = any(part.asked.lower() in given_names() for parts in names.values() for part in parts[:-1])
    if not in_full and not (names and pool and all(_is_surname(parts[-1].asked, pool) for parts in names.values())):
        return frozenset()
    surnames = [_spellings(parts[-1], language) for parts in names.values()]
    rarity = [max(asked.get(key, 0.0) for key in spelt) for spelt in surnames]
    # Of persons who are told of alike it may be of either.
    return surnames[rarity.index(max(rarity))] if len(rarity) == 1 or rarity.count(max(rarity)) == 1 else frozenset()


def _is_surname(word: str, pool: Pool) -> bool:
    """Is a word, in the articles, the surname of persons, some of whom are named in full?"""
    called: Counter[str] = Counter()
    for article in pool.articles:
        for sentence in article.reading.sentences:
            for name in sentence.names:
                *first, last = name.exact.split()
                if last == word:
                    called["person" if name.is_person else "other"] += 1
                    called["full"] += bool(first) and name.is_person
    return called["full"] >= NAMED and called["person"] >= MOSTLY * (called["person"] + called["other"])


def _spellings(slot: Slot, language: str) -> frozenset[str]:
    return frozenset(stem(word.lower(), language) for word in (slot.asked, *slot.spelt))
