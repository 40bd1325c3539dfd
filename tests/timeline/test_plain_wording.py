"""What a sentence only brings up beside what it says is no news of the day that this is of."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.model import Question
from leadup.timeline.plain_wording import tells_aside
from leadup.timeline.table import read_table

DAY = dt.date(2021, 5, 11)


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        # how things stand, with a day in a clause on somebody in it
        ("Ilan Varo is still behind Ida Lund, who left the race on May 7.", True),
        ("Ilan Varo is the mayor of Hask, where a ferry sank on May 7.", True),
        # how things stood on the day itself, and what was done on it
        ("Ilan Varo was behind Ida Lund on May 7.", False),
        ("Ida Lund left the race on May 7.", False),
        ("Ida Lund, who is the mayor of Hask, left the race on May 7.", False),
        # a list of what was done on each of three days, and one of two
        ("Police shot Ilan Varo on May 7, Ida Lund on May 9 and Dora Lund on May 10.", True),
        ("Police shot Ilan Varo on May 7 and Ida Lund on May 9.", False),
    ],
)
def test_what_is_only_brought_up_beside_what_a_sentence_says(sentence: str, aside: bool) -> None:
    told = pool((("2021-05-12", "A", sentence),))
    table = read_table(told, Question("the race", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    day = dt.date(2021, 5, 7).toordinal()
    row = next(n for n, at in enumerate(table.rows) if at.day == day)
    assert tells_aside(table, row, day) is aside
