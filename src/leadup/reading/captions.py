"""Captions of photographs, known by their wording: something seen, in the present tense, on a past day."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import Any

from leadup.lang import kept_table, with_calendar
from leadup.reading.telling import telling


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("captions", language)
        weekday, day, month = (with_calendar(words[key], language) for key in ("weekday", "month_day", "month_year"))
        self.past: tuple[str, ...] = tuple(words["past"])
        self.sentence_end = re.compile(words["sentence_end"])
        self.a_picture = re.compile(words["a_picture"])
        self.seen: frozenset[str] = frozenset(words["seen"])
        self.planned_too: frozenset[str] = frozenset(words["planned_too"])
        self.before_nouns: frozenset[str] = frozenset(words["before_nouns"])
        self.in_subject: frozenset[str] = frozenset(words["in_subject"])
        self.no_caption: frozenset[str] = frozenset(words["no_caption"])
        self.marks = re.compile(words["marks"])
        self.hints: tuple[str, ...] = tuple(words["hints"])
        self.day = re.compile(rf"\b{day}")
        self.full_day = re.compile(rf"\b{weekday}, {day}|\b{day}, \d{{4}}\b")
        self.dated = re.compile(rf"(?:{words['on_a_day']})(?:{weekday}, )?(?:{day}|{month})")


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


LONGEST = 700
"""Code points of a paragraph that is a caption; a longer one that opens like one is a story told in the present."""
LONGEST_SUBJECT = 24
"""Words before the verb."""
GALLERY = 4
"""Captions that make a gallery: in one, up to GAP paragraphs between two captions are captions too."""
GAP = 2
ALIKE = 3
"""Captions and paragraphs that may be ones, from which on the latter are. Of 129 alone in their articles one in three
is news in an unknown past ("upheld", "swept"); nearly all of those that stand with others are captions."""
LATE = 15
"""Code points before the day of what may be a caption: what opens with a day is a chronicle's line."""

_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_DIGIT = re.compile(r"\d")
_SAID = ('"', "“", "”", "?")


def is_caption(paragraph: str, language: str) -> bool:
    """Is the paragraph a photograph's caption? Its first sentence says so."""
    forms = _forms(language)
    words = paragraph.strip()
    return 0 < len(words) <= LONGEST and _worded_so(words[: _first_end(words, forms)], forms)


def may_be_caption(paragraph: str, language: str) -> bool:
    """Is the paragraph worded as captions are, though by no verb known for it: something seen, on a day or in a month?

    "The mayor dances on the pier in May 2031." Sure only among others (:func:`in_galleries`).
    """
    forms = _forms(language)
    words = paragraph.strip()
    if len(words) > LONGEST or any(map(words.__contains__, _SAID)) or not _DIGIT.search(words, LATE):
        return False
    end = _first_end(words, forms)
    if forms.dated.search(words[:end], LATE) is None:
        return False
    return telling(words, 0, end, language=language).manner == "none"


def _first_end(words: str, forms: _Forms) -> int:
    """Where the first sentence of a paragraph ends."""
    match = forms.sentence_end.search(words, 1)
    return match.end() if match else len(words)


def in_galleries(captions: list[bool], maybe: list[bool]) -> list[bool]:
    """Which of an article's paragraphs are captions, once those among the captions of a gallery are counted in, and
    those that may be captions where there are several."""
    in_gallery = [a or b for a, b in zip(captions, maybe, strict=True)]
    if sum(in_gallery) < ALIKE:
        in_gallery = list(captions)
    at = [k for k, caption in enumerate(in_gallery) if caption]
    if len(at) >= GALLERY:
        for before, after in itertools.pairwise(at):
            if after - before <= GAP + 1:
                in_gallery[before:after] = [True] * (after - before)
    return in_gallery


def _worded_so(sentence: str, forms: _Forms) -> bool:
    # A loop, not any(): the first sentence of every paragraph passes here, and few hold one of the hints.
    marked = False
    for hint in forms.hints:
        if hint in sentence:
            marked = forms.marks.search(sentence) is not None
            break
    day = forms.day.search(sentence) if _DIGIT.search(sentence) else None
    if not marked and day is None:
        return False
    verb = _first_verb(sentence, forms)
    if verb is None:
        # "Jo Marr is seen in this photo": the mark is the verb itself.
        if not marked:
            return False
        if forms.a_picture.search(sentence):
            return True
        # "Jo Marr, right, with a friend on May 1": no verb at all.
        return day is not None and not any(_is_verb(w.group(), forms) for w in _WORD.finditer(sentence))
    if marked:
        return True
    if day is None or day.start() < verb.start():
        return False
    return verb.group().lower() in forms.seen or forms.full_day.search(sentence, verb.end()) is not None


def _is_verb(word: str, forms: _Forms) -> bool:
    return word in forms.no_caption or (word.islower() and word.endswith(forms.past) and word not in forms.in_subject)


def _first_verb(sentence: str, forms: _Forms) -> re.Match[str] | None:
    """The verb of what is seen, where no other finite verb stands before it."""
    before = ""
    for nth, word in enumerate(_WORD.finditer(sentence)):
        plain = word.group().lower()
        if nth > LONGEST_SUBJECT or plain in forms.no_caption:
            return None
        if nth == 0:
            before = plain
            continue
        if plain.endswith(forms.past) and plain not in forms.in_subject:
            return None
        if (
            word.group()[0].islower()
            and before not in forms.before_nouns
            and (plain in forms.seen or plain in forms.planned_too)
        ):
            return word
        before = plain
    return None
