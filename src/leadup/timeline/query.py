"""The words of a question by which an archive is searched: those that say something."""

from __future__ import annotations

from leadup.model import Question
from leadup.timeline.target.question_words import event_words
from leadup.timeline.terms import words


def asked_words(question: Question, language: str) -> tuple[str, ...]:
    """The words of a question that say something, each once; all of them where none does."""
    said = tuple(dict.fromkeys(words(" ".join((event_words(question.target, language), *question.keywords)), language)))
    return said or (question.target, *question.keywords)
