"""Who is he, who is she, and of whom it is not known."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.reading.names.gender import gender_of_name, gender_of_pronoun, gender_of_words


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Anna Weiss", "f"),
        ("Paul Hart", "m"),
        ("PAUL HART", "m"),
        ("J. Paul Hart", "m"),
        ("Mrs. Hart", "f"),
        ("Hart", None),
        ("Paul", None),
        ("Robin Hart", None),
        ("Jean Hart", None),
        ("Xolotl Hart", None),
    ],
)
def test_names(name: str, gender: str | None) -> None:
    assert gender_of_name(name, ENGLISH) == gender


@pytest.mark.parametrize(
    ("phrase", "gender"), [("hospital spokeswoman", "f"), ("a man and a woman", None), ("the engineer", None)]
)
def test_descriptions(phrase: str, gender: str | None) -> None:
    assert gender_of_words(phrase, ENGLISH) == gender


def test_pronouns() -> None:
    assert [gender_of_pronoun(w, ENGLISH) for w in ("he", "her", "they", "it")] == ["m", "f", None, None]
