"""Numbers that sources give in a rounder form, or in other company."""

from __future__ import annotations

import pytest

from leadup.check.figures import _has_as_written, numbers_of


@pytest.mark.parametrize(
    ("source", "said", "gives"),
    [
        ("More than 1,400 people were killed.", "1,429 people were killed.", True),
        ("More than 1,400 people were killed.", "1,600 people were killed.", False),
        ("At least 25 people were killed.", "28 people were killed.", False),
        ("At least 120 people were killed.", "125 people were killed.", True),
        ("At least 120 people were killed.", "140 people were killed.", False),
        ("It admits up to 200 people.", "It admits up to 700 people.", False),
        ("It admits up to 200 people.", "It admits up to 200 people.", True),
        ("It admits 200 people.", "It admits up to 700 people.", False),
        ("It admits 35 people.", "It admits fewer than 40 people.", True),
    ],
)
def test_a_round_number_is_said_of_all_up_to_the_next(source: str, said: str, gives: bool) -> None:
    theirs, (own, *_) = numbers_of(source), numbers_of(said)
    assert any(n.gives(own) for n in theirs) == gives


@pytest.mark.parametrize(
    ("source", "written", "has"),
    [
        ("She could not say how many of the 2.1 million who enrolled had paid.", "2.1 million people", True),
        ("Of 12.1 million who enrolled few had paid.", "2.1 million people", False),
        ("Of 2.1 billion crowns little was left.", "2.1 million crowns", False),
        ("They went by 68-31 roads.", "68", False),
        ("The guild sold 14,250, it said.", "14,250 herrings", True),
    ],
)
def test_a_long_number_is_the_same_in_any_company(source: str, written: str, has: bool) -> None:
    assert _has_as_written(source, written) == has
