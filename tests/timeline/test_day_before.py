"""What is of a day only by what came before what a sentence tells."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.making import tree
from tests.timeline.story import pool

from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline.day_before import _came_before, _is_said, _stops, is_of_day_before, says_before
from leadup.timeline.table import read_table

DAY = dt.date(2021, 5, 7)
SAID = "Ilan Varo said Norland was done with it after it fired at the mill on May 7."
CALLED = "Ida Lund called on May 8 for revenge after the raid on May 7."
LATER = "Ida Lund called on May 9 for revenge after the raid on May 7."


@pytest.mark.parametrize(
    ("sentence", "printed", "before"),
    [
        # what somebody said the same day names it as well
        (SAID, 7, False),
        (SAID, 8, True),
        (SAID, 12, True),
        # the next day, or a later one, is what it turns on
        (CALLED, 9, True),
        (LATER, 9, True),
        (LATER.replace("May 9", "May 6"), 9, False),
        (LATER.replace("on May 9 ", ""), 9, False),
        (LATER.replace("after", "in"), 9, False),
    ],
)
def test_what_is_of_the_day_before_its_news(sentence: str, printed: int, before: bool) -> None:
    told = pool(((f"2021-05-{printed:02}", "A", sentence),))
    table = read_table(told, Question("the mill", date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    row = next(n for n, at in enumerate(table.rows) if at.day == DAY.toordinal())
    assert bool(is_of_day_before(table, row, DAY.toordinal())) is before


FLED = "fled VERB root 0 flee"


@pytest.mark.parametrize(
    ("words", "at", "came"),
    [
        ([FLED, "after SCONJ mark 3", "raided VERB advcl 1 raid"], 2, True),
        ([FLED, "when SCONJ mark 3", "raided VERB advcl 1 raid"], 2, False),
        ([FLED, "after ADP case 3", "raids NOUN obl 1 raid"], 2, True),
        ([FLED, "after ADP case 3", "raids NOUN obj 1 raid"], 2, False),
        # below what came before
        ([FLED, "after SCONJ mark 3", "raided VERB advcl 1 raid", "mills NOUN obj 3 mill"], 3, True),
        # read as the main verb's, behind a phrase that came before, and nothing between
        ([FLED, "after ADP case 3", "death NOUN obl 1", "in ADP case 5", "raids NOUN obl 1 raid"], 4, True),
        ([FLED, "in ADP case 3", "death NOUN obl 1", "in ADP case 5", "raids NOUN obl 1 raid"], 4, False),
        ([FLED, "after ADP case 3", "death NOUN obl 1", ", PUNCT punct 6", "in ADP case 6", "raids NOUN obl 1 raid"], 5,
         False),
        ([FLED, "in ADP case 3", "raids NOUN obl 1 raid", "after ADP case 5", "death NOUN obl 1"], 2, False),
        ([FLED, "after ADP case 3", "death NOUN obl 1", "in ADP case 5", "raided VERB obl 1 raid"], 4, False),
    ],
)  # fmt: skip
def test_what_came_before_the_main_deed(words: list[str], at: int, came: bool) -> None:
    assert _came_before(tree(*words), at, ENGLISH) is came


@pytest.mark.parametrize(
    ("between", "stops"),
    [((), False), (("soon ADV dep 1",), False), ((", PUNCT dep 1",), True), (("— PUNCT dep 1",), True),
     (("ran VERB dep 1",), True), (("soon ADV dep 1", "; PUNCT dep 1"), True)],
)  # fmt: skip
def test_what_stops_between_two_words(between: tuple[str, ...], stops: bool) -> None:
    made = tree("ran VERB root 0", *between, "fled VERB dep 1")
    assert _stops(made, 0, len(made) - 1) is stops


def test_what_is_said_and_what_says_before() -> None:
    made = tree("said VERB root 0", "men NOUN nsubj 3", "fled VERB ccomp 1", "after SCONJ mark 5", "raid NOUN advcl 3")
    assert [_is_said(made, at) for at in range(5)] == [False, True, True, True, True]
    assert says_before(made, [4], ENGLISH)
    assert says_before(made, [0, 4], ENGLISH)
    assert not says_before(made, [0, 2], ENGLISH)
    assert not says_before(made, [], ENGLISH)
