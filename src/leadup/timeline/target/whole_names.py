"""The names a question asks for as they stand whole in a text: their words side by side, not each of them somewhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from leadup.lang.wordforms import word_endings
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.question_words import word_pattern
from leadup.timeline.target.slot import Slot, names_among
from leadup.timeline.target.spelling import plain, undecorated

STEM = 4
"""Letters from which on the base form of a word may have an ending behind it ("unit", "united")."""


def whole_names(
    slots: Iterable[Slot], texts: Sequence[str], language: str, *, question: str = ""
) -> tuple[list[str], list[str]]:
    """The names among the slots, as they are asked: those that any of the texts holds whole, and those that none does.

    ``question`` are the words that the places of the slots count: what stands between two of a name there is part of it
    ("Karl van Tolm").
    Other spellings than the one asked do not count: what holds those alone does not name whom the question names.
    """
    told: list[str] = []
    untold: list[str] = []
    undecorated_texts = [undecorated(text) for text in texts]
    for words in names_among(slots).values():
        between = _between(words, question, language)
        pattern = _pattern(words, between, language)
        found = any(pattern.search(text) for text in undecorated_texts)
        (told if found else untold).append(_as_asked(words, between))
    return told, untold


def names_as_asked(slots: Iterable[Slot], question: str, language: str) -> list[str]:
    """The names among the slots, each with all the words that the question has for it ("Karl van Tolm")."""
    return [_as_asked(words, _between(words, question, language)) for words in names_among(slots).values()]


def _between(name: Sequence[Slot], question: str, language: str) -> list[list[str]]:
    """The words that a question has between each two of a name's."""
    asked = word_pattern(language).findall(question)
    return [asked[one.place + 1 : two.place] for one, two in itertools.pairwise(name)]


def _as_asked(name: Sequence[Slot], between: Sequence[Sequence[str]]) -> str:
    further = (w for little, slot in zip(between, name[1:], strict=True) for w in (*little, slot.asked))
    return " ".join((name[0].asked, *further))


def holds_a_name(
    slots: Iterable[Slot], text: str, spelt: Iterable[str] = (), *, language: str, question: str = ""
) -> bool:
    """Does a text hold any of the names whole (of the ``question``), or one in one of these other spellings?"""
    if whole_names(slots, [text], language, question=question)[0]:
        return True
    low = plain(text)
    return any(re.search(rf"\b{re.escape(plain(other))}\b", low) for other in spelt)


def _pattern(name: Sequence[Slot], between: Sequence[Sequence[str]], language: str) -> re.Pattern[str]:
    """Finds the words of a name side by side, at most an initial ("Anna K. Lund") and the little words that it has
    ``between`` two of them, in its own cases."""
    first, *further = (rf"(?<!\w)(?:{'|'.join(_written(slot, language))})" for slot in name)
    found = first
    for little, word in zip(between, further, strict=True):
        apart = "".join(rf"(?i:{re.escape(undecorated(each))})\W+" for each in little)
        found += rf"(?!\w)\W+(?:\w\.?\W+)?{apart}{word}"
    return re.compile(found + r"(?!\w)")


def _written(slot: Slot, language: str) -> list[str]:
    """How the word of a name may be written, as patterns: as it is asked, or as what stands for it ("US", "U.S.")."""
    asked = re.escape(undecorated(slot.asked))
    several = f"{asked}(?:{'|'.join(word_endings(language).plural)})?"
    ways = [several if slot.capital else rf"(?i:{several})"]
    others = {(base_form(plain(other), language),) for other in slot.spelt}
    for phrase in slot.means:
        if phrase not in others and (len(phrase) > 1 or not slot.capital):
            ways.append(r"(?i:" + r"\W{1,2}".join(map(_inflected, phrase)) + ")")
    return ways


def _inflected(base: str) -> str:
    return re.escape(base) + (r"\w{0,3}" if len(base) >= STEM else "")
