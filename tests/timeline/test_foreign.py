"""Questions in another language: how many words, and what share of them, must be none of English."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.foreign import is_foreign


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("la mort de Anna Lund", True),
        ("the death of Anna Lund", False),
        # two unknown words at least, and more than half of those in small letters
        ("zorvan Lund", False),
        ("zorvan velnat Lund", True),
        ("zorvan velnat the Lund", True),
        ("zorvan velnat the death Lund", False),
        ("zorvan velnat the death of Lund", False),
        ("zorvan velnat mirtak the death of Lund", False),
        ("zorvan velnat mirtak the death Lund", True),
        # names written small are none
        ("zorvan velnat karl", False),
        ("Zorvan Velnat Karl", False),
        ("zorvan 12 Lund", False),
    ],
)
def test_what_is_asked_in_another_language(question: str, foreign: bool) -> None:
    assert is_foreign(question, ENGLISH) is foreign
