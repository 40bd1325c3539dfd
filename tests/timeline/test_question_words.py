"""What an archive is asked for: the words of a question that say something."""

from __future__ import annotations

from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline.target.question_words import asked_words


def test_words_that_say_nothing_are_not_asked_for() -> None:
    assert asked_words(Question("the killing of Anna Lund and of her driver"), ENGLISH) == (
        "killing",
        "anna",
        "lund",
        "driver",
    )
    assert asked_words(Question("after it", keywords=("bridge",)), ENGLISH) == ("bridge",)


def test_a_question_of_function_words_alone_is_asked_as_it_is() -> None:
    assert asked_words(Question("what was it"), ENGLISH) == ("what was it",)
