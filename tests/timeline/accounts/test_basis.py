"""What a figure counts: the happening's own total, or something else's."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.timeline.accounts.basis import is_own_total


@pytest.mark.parametrize(
    ("sentence", "figure", "own"),
    [
        ("The jet crashed on Tuesday, killing 150 people.", "150 people", True),
        ("The crash is the deadliest since 1981, when 180 people died at Mount Tarn.", "180 people", False),
        ("In 2014 the line opened; on Tuesday 150 people died.", "150 people", True),
        ("It was in 2015, when 150 people died, that the line closed.", "150 people", True),
    ],
)
def test_a_figure_of_another_year_is_no_total_of_this_one(sentence: str, figure: str, own: bool) -> None:
    at = sentence.index(figure)
    assert is_own_total(sentence, at, at + len(figure), dt.date(2015, 3, 24)) is own
