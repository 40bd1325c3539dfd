"""Page furniture in running text, known by its form: captions, players, link lines, credits, stamps, boxes, notes.

Text copied out of pages carries it between the paragraphs and run into them. It is never deleted from a text; the
reading passes it over, so that it reaches no entry, evidence, date, name or vote. What repeats across an outlet's
articles, and so needs no rule, is known by the archive (:mod:`leadup.archive.repeats`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from leadup.lang import any_of, kept_table

LONGEST = 1500
"""Code points of a paragraph that a pattern is looked for in, from either end: a link line is short, a gallery long."""

SHORT = 350
"""Code points of a paragraph that a piece of furniture spoils as a whole; in a longer one only its sentence is one."""

BULLETS, LONGEST_BULLET = 8, 180
"""Paragraphs after the label of a box of highlights that may be its lines, and the code points of one. By a reader's
judgement 45 of 45 that were drawn from 1,949 of 16,467 articles are."""

WRITERS_WITHIN = 3
"""Paragraphs from an article's head or foot in which a line says who its writer is."""


_LETTER = re.compile(r"[^\W_]")
_GLUED = re.compile(r"[A-Z](?<=[a-z].)")  # the rarer letter first: so the engine passes over most at once
_ENDS = re.compile(r"[.!?…][\s\"'”’»)\]]*$")
_BOX = re.compile(r"\b([A-Z][\w'’-]*[a-z]) (?:[A-Z(][\w.()'’-]* ){1,5}\1(?=[A-Z][a-z]|[A-Z]{2})")


class _Patterns:
    """Patterns of a group: those that open with ``^`` are matched once, the others where one of the hints stands."""

    def __init__(self, patterns: Sequence[str], hints: Sequence[str]) -> None:
        self._opening = re.compile(any_of(p for p in patterns if p.startswith("^")), re.I)
        self._inside = re.compile(any_of(p for p in patterns if not p.startswith("^")), re.I)
        self.hints = tuple(hints)

    def opens(self, text: str) -> bool:
        """Does the text open with one of them?"""
        return self._opening.match(text) is not None

    def inside(self, text: str, hints: Sequence[str] | None = None) -> bool:
        """Is one of the others found in the text? ``hints`` are those that its article holds, where that is known."""
        if hints is not None and not hints:
            return False
        lowered = text.lower()
        # A loop, not any(): every sentence of every article passes here, and most hold none of a hundred hints.
        for hint in self.hints if hints is None else hints:
            if hint in lowered:
                return self._inside.search(text) is not None
        return False


class Hints(NamedTuple):
    """The hints that an article holds anywhere: most hold few, and what is no hint of it is none of its sentences."""

    paragraph: tuple[str, ...]
    sentence: tuple[str, ...]
    highlights: bool
    """Whether there may be the label of a box of highlights."""


class _Rules(NamedTuple):
    highlights: re.Pattern[str]
    labels: tuple[str, ...]
    paragraph: _Patterns
    gallery: _Patterns
    worded: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    run_into: re.Pattern[str]
    writers: re.Pattern[str]
    sentence: _Patterns
    opening: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    data = kept_table("furniture", language)
    hints = data["paragraph"]["hints"]
    return _Rules(
        re.compile(data["highlights"]["label"]),
        tuple(data["highlights"]["hints"]),
        _Patterns(data["paragraph"]["patterns"], hints),
        _Patterns(data["paragraph"]["gallery"], hints),
        tuple((tuple(row["words"]), re.compile(row["pattern"], re.I)) for row in data["paragraph"]["worded"]),
        re.compile(data["run_into"]["pattern"], re.I),
        re.compile(data["paragraph"]["writers"], re.I),
        _Patterns(data["sentence"]["patterns"], data["sentence"]["hints"]),
        re.compile("(?:" + any_of(data["opening"]["patterns"]) + ")+", re.I),
    )


def hints_of(text: str, language: str) -> Hints:
    """The hints in an article's text: looked for once, not in each of its sentences."""
    rules, lowered = _rules(language), text.lower()
    return Hints(
        tuple(hint for hint in rules.paragraph.hints if hint in lowered),
        tuple(hint for hint in rules.sentence.hints if hint in lowered),
        any(hint in lowered for hint in rules.labels),
    )


def is_furniture(paragraph: str, hints: Hints | None = None, *, language: str) -> bool:
    """Is the whole paragraph furniture? ``hints`` are its article's, where they were looked for."""
    held = paragraph.strip()
    if len(held) > 2 * LONGEST:
        held = held[:LONGEST] + " " + held[-LONGEST:]
    if _LETTER.search(held, 0, LONGEST) is None:
        return True
    rules = _rules(language)
    near = None if hints is None else hints.paragraph
    if rules.paragraph.opens(held) or rules.gallery.opens(held) or rules.gallery.inside(held, near):
        return True
    if _is_worded(held, language):
        return True
    return len(held) <= SHORT and rules.paragraph.inside(held, near)


def _is_worded(paragraph: str, language: str) -> bool:
    """Is it furniture by a pattern that is looked for only where one of its words stands?"""
    lowered = paragraph.lower()
    for words, pattern in _rules(language).worded:
        for word in words:
            if word in lowered and pattern.match(paragraph) is not None:
                return True
    return False


def names_writer(paragraph: str, language: str) -> bool:
    """Does the paragraph say who its article's writer is? Asked only near the head and the foot of an article."""
    return _rules(language).writers.match(paragraph.strip()) is not None


def in_highlights(paragraphs: Sequence[str], language: str) -> frozenset[int]:
    """Which of an article's paragraphs, by index, are lines of a box of highlights: its label's, and those after it,
    as far as they end as no sentence does."""
    starts: set[int] = set()
    for at, words in enumerate(paragraphs):
        label = _rules(language).highlights.search(words[:LONGEST])
        if label is None or len(words) - label.end() > LONGEST_BULLET:
            continue
        if not _ENDS.search(words):
            starts.add(at)
        for after in range(at + 1, min(len(paragraphs), at + 1 + BULLETS)):
            if len(paragraphs[after]) > LONGEST_BULLET or _ENDS.search(paragraphs[after]):
                break
            starts.add(after)
    return frozenset(starts)


def is_furniture_sentence(sentence: str, hints: Hints | None = None, *, language: str) -> bool:
    """Is the sentence furniture, in a paragraph of news? ``hints`` are its article's, where they were looked for."""
    rules = _rules(language)
    in_paragraphs, in_sentences = (None, None) if hints is None else (hints.paragraph, hints.sentence)
    return (
        _LETTER.search(sentence) is None
        or boxed(sentence)
        or rules.sentence.opens(sentence)
        or rules.sentence.inside(sentence, in_sentences)
        or rules.paragraph.inside(sentence, in_paragraphs)
    )


def boxed(sentence: str) -> bool:
    """Has a box of links run into the sentence: a name said again in a fuller form, and glued to the next link's words?

    A site that links the persons it names writes "Ines Okoro Ines Maria OkoroMayor says pier is safe MORE said so".
    """
    # A search for the glued capital first: most sentences have none.
    return _GLUED.search(sentence) is not None and _BOX.search(sentence) is not None


def run_into(sentence: str, language: str) -> bool:
    """Has a piece of its page run into the sentence: a credit, a stamp, a reader's name? Only likely, never sure."""
    return _rules(language).run_into.search(sentence) is not None


def opening_of(text: str, start: int, end: int, language: str) -> int:
    """Where the words of ``text[start:end]`` begin, once what a page puts before them is passed over."""
    match = _rules(language).opening.match(text, start, end)
    return match.end() if match else start
