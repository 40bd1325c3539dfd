"""A sentence that tells the deed asked for only below other news."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question, Target
from leadup.timeline.deed_below import is_told_below
from leadup.timeline.stating import match_of
from leadup.timeline.table import read_table
from leadup.timeline.target.asked import read_question

DAY = dt.date(2021, 5, 7)


def below(asked: str, sentence: str) -> bool:
    target = Target(asked, DAY, "given")
    told = pool((("2021-05-07", "Mail", sentence),))
    table = read_table(told, Question(asked, date=DAY), DAY.toordinal(), DAY.toordinal())
    row = next(n for n, _ in enumerate(table.rows) if table.text(n) == sentence)
    match = match_of(table, target, row)
    assert match is not None
    return is_told_below(
        table.tree(row), table.sentence(row), sentence, match, read_question(asked, ENGLISH).slots, ENGLISH
    )


@pytest.mark.parametrize(
    ("asked", "sentence", "is_below"),
    [
        # in a phrase beside what is told
        ("Orsk rocket launch", "Orsk showed new images of the harbour on May 7 after its rocket launch.", True),
        ("two guards shot in Orsk", "A suspect in the shooting of two guards in Orsk was freed on May 7.", True),
        ("Orsk rocket launch", "The rocket launch in Orsk was called off by nobody on May 7.", False),
        ("raid in Orsk", "A gunman was killed during a raid in Orsk on May 7.", False),
        ("two guards shot in Orsk", "A suspect shot two guards in Orsk on May 7.", False),
        ("two guards shot in Orsk", "Two guards were killed in a shooting in Orsk on May 7.", False),
        # only spoken of in what somebody says
        ("harbour deal between Orsk and Hask", "Envoys said on May 7 that Orsk and Hask praised the deal.", True),
        ("harbour deal between Orsk and Hask", "Envoys said on May 7 that Orsk and Hask reached a deal.", False),
        # as what somebody is
        (
            "Karl Tolm nominated as harbour master",
            "Mayor Ida Lund said on May 7 that Karl Tolm, her nominee, knows the harbour.",
            True,
        ),
        ("Karl Tolm nominated as harbour master", "Ida Lund nominated Karl Tolm as harbour master on May 7.", False),
        # as what is only meant
        ("nomination of Karl Tolm", "Ida Lund plans to announce the nomination of Karl Tolm on May 7.", True),
        ("nomination of Karl Tolm", "Ida Lund announced the nomination of Karl Tolm on May 7.", False),
        ("the inquiry into the Orsk dam", "Karl Tolm promised an inquiry into the Orsk dam on May 7.", False),
        ("Karl Tolm vows revenge", "Karl Tolm vowed revenge on May 7.", False),
        # behind "after" and one who is asked for
        (
            "Karl Tolm killed by guards",
            "A wave of marches erupted after Karl Tolm, a father of five, was shot and killed by guards on May 7.",
            True,
        ),
        ("Karl Tolm killed by guards", "Karl Tolm was shot and killed by guards on May 7 after a chase.", False),
        ("Karl Tolm killed by guards", "After a chase Karl Tolm was shot and killed by guards on May 7.", False),
        # to "it", whatever that is
        ("Karl Tolm vetoes the harbour bill", "On May 7, Mayor Karl Tolm vetoed it, saying he needed time.", True),
        ("Karl Tolm vetoes the harbour bill", "Karl Tolm took up the harbour bill and vetoed it on May 7.", False),
        ("Karl Tolm vetoes the harbour bill", "Karl Tolm vetoed the harbour bill on May 7.", False),
    ],
)
def test_what_is_told_below_other_news(asked: str, sentence: str, is_below: bool) -> None:
    assert below(asked, sentence) is is_below
