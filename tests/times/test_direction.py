"""Back or ahead, by the words around."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.times.direction import direction
from leadup.times.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("He said Monday", "past"),
        ("It will open Monday", "future"),
        ("It is set to resume Monday", "future"),
        ("They set Monday as the day", "past"),
        ("The case is to be heard Monday", "future"),
        ("She is expected Monday", "future"),
        ("It had been scheduled for Monday", "past"),
        ("On Monday, police said", "past"),
        ("On Monday, police will", "future"),
        ("until Monday", "future"),
        ("Until Monday, they had not", "past"),
        ("as soon as Monday", "future"),
        ("They sat until noon Monday", "future"),
        ("Now they sat until noon Monday", "future"),
        ("They sat until noon EST Monday", "future"),
        ("They sat until 3 p.m. Monday", "future"),
        ("He could not be reached Monday", "past"),
        ("Monday's vote", "past"),
        ("the Monday market", "unknown"),
        ("It rained. Monday came", "past"),
        ("It will sail in Mrs. Lund's stead on Monday", "future"),
        ("It will sail after a closed-door talk on Monday", "future"),
        ("It will rain. Monday", "unknown"),
        ("On Monday, they’ll", "future"),
        ('He blamed them on "Meet the Harbour" on Monday', "past"),
        ('He blamed them. "Meet the master," she said, on Monday', "past"),
        ('"Meet the master on Monday', "future"),
        ("They won't move Monday", "future"),
        ("They won Monday", "past"),
        ("The court will question Mr. Tolm on Monday", "future"),
        ("It will hear Karl H. Tolm, D-Calif., on Monday", "future"),
        ("The report will be formally submitted on Monday", "future"),
        ("It was formally submitted on Monday", "past"),
        ("She is headed to Orsk on Monday", "future"),
        ("She headed to Orsk on Monday", "past"),
        ("People queued for seats Monday and Tuesday, when the court will sit", "future"),
        ("People queued for seats Monday, when the court heard him and will rule", "past"),
        ("The talks, which opened Saturday, and a march that continues Monday", "future"),
    ],
)
def test_direction(text: str, way: str) -> None:
    tokens = Tokens(text)
    i = tokens.words.index("Monday")
    assert direction(tokens, i, i + 1) == way


WORDS = ("Monday", "May", "the", "said", "will", "walked", "that", "by", ".", ";", ",", "“", "-", "set", "to", "3")


@settings(max_examples=100)
@given(st.lists(st.sampled_from(WORDS), max_size=80))
def test_what_was_looked_at_for_one_date_changes_nothing_for_the_next(words: list[str]) -> None:
    asked = Tokens(" ".join(words))
    places = range(len(asked.words))
    assert [direction(asked, i, i + 1) for i in places] == [direction(Tokens(asked.text), i, i + 1) for i in places]
