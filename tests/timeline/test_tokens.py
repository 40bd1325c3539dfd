"""Phrases among the words of a sentence: in order, and close to each other."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.tokens import follows, start_of, words_before

LETTERS = ("u", "n")


@pytest.mark.parametrize(
    ("words", "at", "phrase", "found"),
    [
        ("step down", 0, ("step", "down"), True),
        ("step slowly down", 0, ("step", "down"), True),
        ("step very slowly down", 0, ("step", "down"), True),
        ("step very very very slowly down", 0, ("step", "down"), False),
        ("step aside", 0, ("step", "down"), False),
        ("step", 0, ("step", "down"), False),
        # what stands before, or the word itself, is not what follows
        ("down they step", 2, ("step", "down"), False),
        ("they go down and step", 4, ("step", "down"), False),
        ("step step", 0, ("step", "step"), True),
        ("a step", 1, ("step", "step"), False),
        # each word from the one before it
        ("drop it out of a race", 0, ("drop", "out", "race"), True),
        ("drop out race of", 0, ("drop", "race", "out"), False),
        ("race they drop out of", 2, ("drop", "out", "race"), False),
        # letters stand side by side, or with a stop between
        ("u n envoy", 0, LETTERS, True),
        ("u . n . envoy", 0, LETTERS, True),
        ("u and n", 0, LETTERS, False),
        ("n . u", 2, LETTERS, False),
    ],
)
def test_words_of_a_phrase_follow_in_order(words: str, at: int, phrase: tuple[str, ...], found: bool) -> None:
    assert follows(words.split(), at, phrase) is found


def test_the_words_before_one() -> None:
    tokens = ["Lund", "and", "Tólm", "met"]
    assert words_before(tokens, 3, 2) == ["and", "tolm"]
    assert words_before(tokens, 3, 9) == ["lund", "and", "tolm"]
    assert words_before(tokens, 0, 2) == []


def test_where_a_token_begins() -> None:
    assert [start_of("Lund met Tolm.", n, ENGLISH) for n in range(3)] == [0, 5, 9]
