"""What the words around a deed say of it."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target import read_question
from leadup.timeline.target.said_of_deed import asks_for_judgement, is_of_run


@pytest.mark.parametrize(
    ("text", "of_run"),
    [
        ("Lund *announced* a bid", True),
        ("Lund *announced* a fair", False),
        ("the campaign *began*", True),
        ("the fair *began*", False),
        ("Lund *announced* " + "so " * 9 + "bid", True),
        ("Lund *announced* " + "so " * 10 + "bid", False),
        ("Lund *announced* " + "so " * 14 + "bid", False),
        ("bid " + "so " * 3 + "*began*", True),
        ("bid " + "so " * 4 + "*began*", False),
        # one may begin, and be, the run itself
        ("*running* Lund", True),
        ("*announced* Lund", False),
        # what stands before the deed is read by another list than what stands behind it
        ("the president *announced* a fair", False),
    ],
)
def test_what_begins_a_run(text: str, of_run: bool) -> None:
    tokens = text.replace("*", "").split()
    at = next(i for i, word in enumerate(text.split()) if word.startswith("*"))
    assert is_of_run(tokens, at, ENGLISH) is of_run


@pytest.mark.parametrize(
    ("question", "judged"),
    [
        ("the acquittal of Karl Tolm", True),
        ("Karl Tolm convicted", True),
        ("Karl Tolm resigns", False),
        ("Karl Tolm", False),
    ],
)
def test_an_event_of_a_court(question: str, judged: bool) -> None:
    assert asks_for_judgement(read_question(question, ENGLISH)) is judged
