"""What says itself that it came after the event is told of no day before it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.model import Question, Target
from leadup.timeline.following import follows_event
from leadup.timeline.stating import find_event
from leadup.timeline.table import read_table

DAY = dt.date(2021, 5, 7)
EVENT = "Gunmen stormed the harbour hall in Orsk on Friday, killing nine dockers in the massacre."
AFTER = "Marchers filled the streets of Hask on May 5, following the Orsk shootings."
RAID = "Gunmen killed four bakers in a shooting in Orsk on May 3."


def follows(sentence: str, *others: Telling, printed: str = "2021-05-11") -> bool:
    """Is this sentence, of May 5, told as what followed the massacre of May 7?"""
    told = (("2021-05-07", "Orsk Daily", EVENT), (printed, "Mail", sentence), *others)
    table = read_table(pool(told), Question("harbour massacre", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    target = Target("harbour massacre", DAY, "given")
    of_may_5 = table.of_day[dt.date(2021, 5, 5).toordinal()]
    (row,) = (int(r) for r in of_may_5 if table.text(int(r)) == sentence)
    return follows_event(table, target, row, find_event(table, target))


@pytest.mark.parametrize(
    ("sentence", "followed"),
    [
        (AFTER, True),
        ("Lund led a march in Hask on May 5 in the wake of the killings in Orsk.", True),
        # after another deed, or one of another place
        ("Marchers filled the streets of Hask on May 5, following the Orsk elections.", False),
        ("Marchers filled the streets of Hask on May 5, following the Lom shootings.", False),
        # a deed that names its own day, and what is said of an aside
        ("Marchers filled the streets of Hask on May 5, following the May 1 Orsk shootings.", False),
        ("Dockers carried a flag burned after the Orsk shootings in Hask on May 5.", False),
        # what came before
        ("Marchers filled the streets of Hask on May 5, before the Orsk shootings.", False),
    ],
)
def test_what_says_that_it_came_after_the_event(sentence: str, followed: bool) -> None:
    assert follows(sentence) is followed


def test_what_was_printed_before_the_event_followed_another() -> None:
    assert not follows(AFTER, printed="2021-05-06")


def test_after_an_earlier_deed_of_the_kind_there_may_be_a_march() -> None:
    assert not follows(AFTER, ("2021-05-04", "Lom Post", RAID))
