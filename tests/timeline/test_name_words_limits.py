"""Which names of a country stand for it: its usual ones, and no older state's."""

from __future__ import annotations

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.target.name_words import of_one_country


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("Russia", "Russian", True),
        # the fourth name of a country is not its usual one, its third still is
        ("Russia", "USSR", False),
        ("USSR", "Russia", False),
        ("American", "U.S.", True),
        ("American", "US", False),
        # of its people's names the first alone
        ("Botswana", "Botswanan", True),
        ("Botswana", "Batswana", False),
    ],
)
def test_the_usual_names_of_a_country(word: str, other: str, same: bool) -> None:
    assert (other in of_one_country(word, ENGLISH)) is same
