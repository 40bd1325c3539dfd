"""The language of an answer: that of its question, in which its articles are read too. Those in another stay out."""

from __future__ import annotations

from leadup.lang import ENGLISH
from leadup.model import Article, Question
from leadup.reading.language import read_as

ASKED_IN = ENGLISH
"""What questions are asked in, until one says its language itself: the one place where that of an answer comes in."""


def asked_in(_question: Question) -> str:
    """The language (ISO 639-1) in which a question is asked, and answered from articles of the same."""
    return ASKED_IN


def is_in(article: Article, language: str) -> bool:
    """Is an article read as this language? A pool is of one: what is in another stays out, read or not."""
    return read_as(article) == language
