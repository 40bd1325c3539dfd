"""Numbers that sources give in a rounder form, or in other company."""

from __future__ import annotations

import pytest

from leadup.check.figures import differing, numbers_of
from leadup.check.unconfirmed import _gives, _has_as_written
from leadup.lang import ENGLISH


@pytest.mark.parametrize(
    ("source", "said", "gives"),
    [
        ("More than 1,400 people were killed.", "1,429 people were killed.", True),
        ("More than 1,400 people were killed.", "1,600 people were killed.", False),
        ("At least 25 people were killed.", "28 people were killed.", False),
        ("At least 120 people were killed.", "123 people were killed.", True),
        ("At least 120 people were killed.", "125 people were killed.", False),
        ("More than 100 people were killed.", "102 people were killed.", True),
        ("More than 100 people were killed.", "109 people were killed.", False),
        ("More than 1,000 people were killed.", "1,020 people were killed.", True),
        ("More than 1,000 people were killed.", "1,099 people were killed.", False),
        ("At least 120 people were killed.", "140 people were killed.", False),
        ("It admits up to 200 people.", "It admits up to 700 people.", False),
        ("It admits up to 200 people.", "It admits up to 200 people.", True),
        ("It admits 200 people.", "It admits up to 700 people.", False),
        ("It admits 35 people.", "It admits fewer than 40 people.", True),
    ],
)
def test_more_than_a_round_number_is_said_of_what_is_little_over_it(source: str, said: str, gives: bool) -> None:
    theirs, (own, *_) = numbers_of(source, ENGLISH), numbers_of(said, ENGLISH)
    assert any(n.gives(own) for n in theirs) == gives


@pytest.mark.parametrize(
    ("draft", "source", "differs"),
    [
        ("The quake killed no more than 20 people.", "The quake killed 8 people.", False),
        ("The quake killed no more than 20 people.", "The quake killed 40 people.", True),
        ("At most 20 people were hurt.", "3 people were hurt.", False),
        ("Turnout was less than 50 percent.", "Turnout was 22 percent.", False),
        ("Turnout was less than 50 percent.", "Turnout was 61 percent.", True),
        ("Up to 60 percent voted.", "22 percent voted.", False),
        ("Fewer than 500 people voted.", "200 people voted.", False),
        ("Fewer than 500 people voted.", "700 people voted.", True),
        ("Under 1,000 houses burned down.", "450 houses burned down.", False),
        ("The siege lasted less than 50 days.", "The siege lasted 22 days.", False),
        ("The siege lasted less than 20 days.", "The siege lasted 60 days.", True),
        # these are said of about as many
        ("Up to 500 people voted.", "200 people voted.", True),
        ("As many as 500 people voted.", "200 people voted.", True),
        ("As many as 500 people voted.", "400 people voted.", False),
    ],
)
def test_a_bound_is_not_contradicted_by_what_it_covers(draft: str, source: str, differs: bool) -> None:
    (own, *_) = numbers_of(draft, ENGLISH)
    agree, differ = differing(own, numbers_of(source, ENGLISH))
    assert (bool(agree), bool(differ)) == (not differs, differs)


@pytest.mark.parametrize(
    ("source", "draft", "has"),
    [
        (
            "She could not say how many of the 2.1 million who enrolled had paid.",
            "Some 2.1 million people enrolled.",
            True,
        ),
        ("Of 12.1 million who enrolled few had paid.", "Some 2.1 million people enrolled.", False),
        ("Of 2.1 billion crowns little was left.", "The guild lost 2.1 million crowns.", False),
        ("The guild sold 14,250, it said.", "The guild sold 14,250 herrings.", True),
        # too short to be no other one
        ("Of 4,25 it said nothing.", "The guild sold 4,25 herrings.", False),
        ("Of the 640 few were left.", "The guild sold 640 herrings.", False),
        # within a longer one
        ("They went by 68,310-31 roads.", "The guild sold 68,310 herrings.", True),
        ("They sang of 1.68,310 roads.", "The guild sold 68,310 herrings.", False),
        # of something else
        ("Some 2,000 dollars were found.", "It fired 2,000 miners.", False),
        ("He won 2,000 votes.", "It fired 2,000 miners.", False),
        ("It fell by 20.25 percent.", "It sold 20.25 acres.", False),
    ],
)
def test_a_long_number_is_the_same_in_any_company(source: str, draft: str, has: bool) -> None:
    (own, *_) = numbers_of(draft, ENGLISH)
    assert _has_as_written(source, own, draft) == has


@pytest.mark.parametrize(
    ("source", "draft", "gives"),
    [
        ("The raiders took 171 guests.", "The raiders took 171 hostages.", True),
        ("The raiders took 171 dollars.", "The raiders took 171 hostages.", False),
        ("The raiders burned 2,000 tents.", "The raiders took 2,000 hostages.", False),
        ("The raiders took 2,000 soldiers.", "The raiders took 2,000 hostages.", True),
    ],
)
def test_a_number_of_another_noun_must_fit(source: str, draft: str, gives: bool) -> None:
    (own, *_) = numbers_of(draft, ENGLISH)
    assert _gives(numbers_of(source, ENGLISH), own) == gives
