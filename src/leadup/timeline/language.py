"""The language of an answer: that of its question, in which its articles are read too. Those in another stay out."""

from __future__ import annotations

from leadup.errors import BadQuestion
from leadup.lang import ENGLISH, languages_with
from leadup.model import Article, Question
from leadup.reading.language import DATES, read_as
from leadup.timeline.messages import Messages

ASKED_IN = ENGLISH
"""What a question is asked in that does not say its language."""

TREES = "syntax.toml"
"""The file of a pack that says by which weights its sentences are parsed: without trees nothing is answered."""

_MESSAGES = Messages("language")


def asked_in(question: Question) -> str:
    """The language (ISO 639-1) in which a question is asked, and answered from articles of the same.

    Raises BadQuestion where leadup cannot answer in it.
    """
    answered = [code for code in languages_with(DATES) if code in languages_with(TREES)]
    if question.language not in answered:
        unknown = _MESSAGES["unknown"].format(language=question.language)
        raise BadQuestion(unknown, _MESSAGES["ask in"].format(languages=", ".join(answered)))
    return question.language


def is_in(article: Article, language: str) -> bool:
    """Is an article read as this language? A pool is of one: what is in another stays out, read or not."""
    return read_as(article) == language
