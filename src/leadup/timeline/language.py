"""The language of an answer: that of its question, in which its articles are read too. Those in another stay out."""

from __future__ import annotations

from collections.abc import Iterable

from leadup.lang import ENGLISH
from leadup.model import Article, Question, Reading
from leadup.reading.language import read_as

ASKED_IN = ENGLISH
"""What questions are asked in, until one says its language itself: the one place where that of an answer comes in."""


def asked_in(_question: Question) -> str:
    """The language (ISO 639-1) in which a question is asked, and answered from articles of the same."""
    return ASKED_IN


def only_in(language: str, found: Iterable[tuple[Article, Reading]]) -> tuple[tuple[Article, Reading], ...]:
    """The articles that are read as this language, with their readings: a pool is of one."""
    return tuple((article, reading) for article, reading in found if read_as(article) == language)
