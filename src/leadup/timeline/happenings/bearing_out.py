"""Whether another sentence of the day bears a sentence out: what is counted as one more outlet that tells it.

Two sentences of one story and one day share its names, and often a kind of deed. What tells the same thing tells the
same deed as still to come or as done, and says it partly in the same words side by side ("extended background checks").
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterator

from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form, words_of
from leadup.timeline.happenings.day_deeds import (
    DayDeed,
    day_deeds,
    deed_at,
    every_deed,
    head_deeds,
    is_denied,
    is_planned,
)
from leadup.timeline.happenings.deeds import words as _words
from leadup.timeline.happenings.same_deed import by_another, is_one_word, same_deeds
from leadup.timeline.relations import relations
from leadup.timeline.terms import calendar_terms

LEAST_PAIRS = 2
"""Pairs of words that stand side by side in both sentences, or one word apart, to bear one out.

Of 188 pairs of sentences held to tell one thing (answers to 68 questions over the real archive, read by hand) 72 in 100
did. With two such pairs and the deed that the sentence turns on first, or told of one deed of the day, 97 in 100 did,
which are 55 in 100 of the right ones; with any deed that it turns on 59, but of the answers to forty fresh questions 3
in 20 counts were then untrue. With four pairs all did, two in five of the right ones."""


def bears_out(
    one: Parse, own: str, days: Collection[int], other: Parse, beside: str, its_days: Collection[int], language: str
) -> bool:
    """Whether the sentence ``other``, in the words ``beside``, bears out the sentence ``one``, in the words ``own``.

    ``days`` and ``its_days`` are the places at which each names the day, in code points of its article.
    """
    brought_up = every_deed(other, language)
    alike = [(a, b) for a in _told_first(one, language) for b in brought_up if is_one_word(a, b, language)]
    so = [(a, b) for a, b in alike if _how(one, a.at, language) == _how(other, b.at, language)]
    if alike and not so:
        return False
    if same_deeds(day_deeds(one, days, language), day_deeds(other, its_days, language)):
        return True
    if all(by_another(a, b, language) for a, b in so):
        return False
    return len(_side_by_side(own, language) & _side_by_side(beside, language)) >= LEAST_PAIRS


def _told_first(tree: Parse, language: str) -> Iterator[DayDeed]:
    """The deeds that a sentence turns on first, and of "began striking" the deed that is said to have begun."""
    for deed in head_deeds(tree, language):
        yield deed
        if deed.base in _begun(language):
            yield from (deed_at(tree, at, True, True, language) for at in tree.children(deed.at, *relations("said")))


@functools.cache
def _begun(language: str) -> frozenset[str]:
    return frozenset(base_form(each, language) for each in _words("begun", language))


def _how(tree: Parse, at: int, language: str) -> tuple[bool, bool]:
    """Whether a deed is still to come, and whether it is denied."""
    return is_planned(tree, at, language), is_denied(tree, at, language)


def _side_by_side(text: str, language: str) -> frozenset[tuple[str, str]]:
    """The pairs of words of a text, in their base forms, that stand beside each other or one word apart."""
    words = [term for term, _ in words_of(text, language) if term not in calendar_terms(language)]
    return frozenset((*itertools.pairwise(words), *zip(words, words[2:], strict=False)))
