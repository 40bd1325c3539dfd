"""Page furniture in running text, known by its form: captions, players, link lines, credits, stamps, boxes, notes.

Text copied out of pages carries it between the paragraphs and run into them. It is never deleted from a text; the
reading passes it over, so that it reaches no entry, evidence, date, name or vote. What repeats across an outlet's
articles, and so needs no rule, is known by the archive (:mod:`leadup.archive.repeats`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from leadup.lang import table

LONGEST = 1500
"""Code points of a paragraph that a pattern is looked for in, from either end: a link line is short, a gallery long."""

WRITERS_WITHIN = 3
"""Paragraphs from an article's head or foot in which a line says who its writer is."""


class _Patterns:
    """Patterns of a group: those that open with ``^`` are matched once, the others where one of the hints stands."""

    def __init__(self, group: dict[str, list[str]]) -> None:
        opening = [p for p in group["patterns"] if p.startswith("^")]
        inside = [p for p in group["patterns"] if not p.startswith("^")]
        self._opening = re.compile("|".join(opening), re.I)
        self._inside = re.compile("|".join(inside), re.I)
        self._hints = tuple(group["hints"])

    def found(self, text: str) -> bool:
        """Is one of them found in the text?"""
        if self._opening.match(text):
            return True
        lowered = text.lower()
        return any(hint in lowered for hint in self._hints) and self._inside.search(text) is not None


class _Rules(NamedTuple):
    paragraph: _Patterns
    run_into: re.Pattern[str]
    writers: re.Pattern[str]
    sentence: _Patterns
    opening: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = table("furniture")
    return _Rules(
        _Patterns(data["paragraph"]),
        re.compile(data["run_into"]["pattern"], re.I),
        re.compile(data["paragraph"]["writers"], re.I),
        _Patterns(data["sentence"]),
        re.compile("(?:" + "|".join(data["opening"]["patterns"]) + ")+", re.I),
    )


def is_furniture(paragraph: str) -> bool:
    """Is the whole paragraph furniture?"""
    held = paragraph.strip()
    if len(held) > 2 * LONGEST:
        held = held[:LONGEST] + " " + held[-LONGEST:]
    return not held or _rules().paragraph.found(held)


def names_writer(paragraph: str) -> bool:
    """Does the paragraph say who its article's writer is? Asked only near the head and the foot of an article."""
    return _rules().writers.match(paragraph.strip()) is not None


def is_furniture_sentence(sentence: str) -> bool:
    """Is the sentence furniture, in a paragraph of news?"""
    return _rules().sentence.found(sentence)


def run_into(sentence: str) -> bool:
    """Has a piece of its page run into the sentence: a credit, a stamp, a reader's name? Only likely, never sure."""
    return _rules().run_into.search(sentence) is not None


def opening_of(text: str, start: int, end: int) -> int:
    """Where the words of ``text[start:end]`` begin, once what a page puts before them is passed over."""
    found = _rules().opening.match(text, start, end)
    return found.end() if found else start
