"""The names and counts in words of a reference and of what it may mean."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.names.countries import country_of_demonym, country_of_name
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.terms import calendar_terms, stem

_NAME = re.compile(r"\b[A-Z]\w+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["referred"]
        self.number = re.compile(
            rf"\b(?<!\d[,.])(?:\d+(?:[,.]\d+)*(?![,.]?\d)|{'|'.join(words['counts'])})\b(?!-[^\W\d])", re.IGNORECASE
        )
        """A count, whole; a part of one is none."""


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def names_of(text: str, language: str) -> frozenset[str]:
    """The names in words, those of the calendar left out; a state and its people are one."""
    states = {
        stem(word.lower(), language): country_of_demonym(word, language) or country_of_name(word, language)
        for word in _NAME.findall(text)
    }
    names = (
        t for t, name in words_of(text, language) if name and t not in calendar_terms(language) and not t[0].isdigit()
    )
    return frozenset(states.get(term) or term for term in names)


def numbers_of(text: str, language: str) -> frozenset[str]:
    """The counts in words, those of years left out, and lengths and ages ("a 16-day siege", "the 22-year-old")."""
    return frozenset(m[0].lower() for m in _forms(language).number.finditer(text) if not _YEAR.fullmatch(m[0]))
