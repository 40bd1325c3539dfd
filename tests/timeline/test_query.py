"""What an archive is asked for: the target's words and the names of its story."""

from __future__ import annotations

import datetime as dt

from leadup.intake import Options, article_from_text
from leadup.model import Article, Question, Reading
from leadup.reading.light import read_light
from leadup.timeline.query import asked_words, story_names

DAY = dt.date(2021, 3, 4)


def read(text: str) -> tuple[Article, Reading]:
    article = article_from_text(f"A heading\n\n{text}", source="test", options=Options(published=DAY))
    return article, read_light(article)


def test_words_that_say_nothing_are_not_asked_for() -> None:
    assert asked_words(Question("the killing of Anna Lund and of her driver")) == ("killing", "anna", "lund", "driver")
    assert asked_words(Question("after it", keywords=("bridge",))) == ("bridge",)


def test_a_question_of_function_words_alone_is_asked_as_it_is() -> None:
    assert asked_words(Question("what was it")) == ("what was it",)


def test_the_names_that_most_articles_share_are_the_storys() -> None:
    found = [
        read("Anna Lund was killed in Oslo on Monday. Police in Oslo blamed the Northern Front."),
        read("The Northern Front denied on Tuesday that it had killed Anna Lund in Oslo."),
        read("The killing of Anna Lund in Oslo shook Norway. A meeting in Geneva was put off."),
        read("Oslo mourned Anna Lund."),
    ]
    names = story_names(found, ("killing", "anna", "lund"))
    assert names[0] == "oslo"
    assert "northern front" in names
    assert "geneva" not in names
    assert not any("lund" in name for name in names)


def test_nothing_found_gives_no_names() -> None:
    assert story_names([], ("anything",)) == ()
