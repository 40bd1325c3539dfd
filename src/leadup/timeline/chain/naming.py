"""The names and counts in words of a reference and of what it may mean."""

from __future__ import annotations

import re
from typing import Any

from leadup.lang import ENGLISH, table
from leadup.reading.names.countries import country_of_demonym, country_of_name
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.terms import calendar_terms, stem

_WORDS: dict[str, Any] = table("chain")["referred"]
_NAME = re.compile(r"\b[A-Z]\w+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMBER = re.compile(
    rf"\b(?<!\d[,.])(?:\d+(?:[,.]\d+)*(?![,.]?\d)|{'|'.join(_WORDS['counts'])})\b(?!-[^\W\d])", re.IGNORECASE
)
"""A count, whole; a part of one is none."""


def names_of(text: str) -> frozenset[str]:
    """The names in words, those of the calendar left out; a state and its people are one."""
    states = {
        stem(word.lower()): country_of_demonym(word, ENGLISH) or country_of_name(word, ENGLISH)
        for word in _NAME.findall(text)
    }
    names = (t for t, name in words_of(text) if name and t not in calendar_terms() and not t[0].isdigit())
    return frozenset(states.get(term) or term for term in names)


def numbers_of(text: str) -> frozenset[str]:
    """The counts in words, those of years left out, and lengths and ages ("a 16-day siege", "the 22-year-old")."""
    return frozenset(m[0].lower() for m in _NUMBER.finditer(text) if not _YEAR.fullmatch(m[0]))
