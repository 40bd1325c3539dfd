"""Of several deeds in a question, which is the event's own; and which words beside each other are one name."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.main_deed import main_deed
from leadup.timeline.target.name_words import is_joined


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Orsk recall vote", "vote"),
        ("Lund announces her resignation", "resignation"),
        ("Lund announces she resigned", "resigned"),
        ("Lund fires aide over leak", "fires"),
        ("Lund decides not to run", "run"),
    ],
)
def test_of_several_deeds_one_is_the_events_own(question: str, deed: str) -> None:
    asked = read_question(question, ENGLISH)
    tokens = asked.words.split()
    found = main_deed([s for s in asked.slots if s.kind == "deed"], tokens, ENGLISH)
    assert found is not None
    assert found.asked == deed


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Anna Lund", True),
        ("Orsk Chairman Anna", False),  # "Chairman" is of Orsk
        ("Chairman Anna", True),  # a rank that opens the words is Anna's own
        ("Norway Lund", False),
    ],
)
def test_words_of_one_name(words: str, joined: bool) -> None:
    tokens, at = [], 0
    for word in words.split():
        tokens.append((word, at))
        at += len(word) + 1
    assert is_joined(words, tokens, len(tokens) - 2, len(tokens) - 1, ENGLISH) is joined
