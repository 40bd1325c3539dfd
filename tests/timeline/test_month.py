"""The month that articles place an event in, where none places it on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import Telling, pool

from leadup.errors import UnknownTarget
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.matching import Matcher
from leadup.timeline.target.month import ToldMonth, told_month
from leadup.timeline.target.nearest import unknown_target

IN_MARCH = "Mayor Karl Lund resigned in March."
ITS_MARCH = "Orsk had no mayor after Karl Lund resigned in March 2021."


def _found(*texts: str) -> ToldMonth | None:
    of = pool([("2021-05-05", f"Outlet {n}", text) for n, text in enumerate(texts)])
    return told_month(Matcher(read_question("Karl Lund resigns", ENGLISH)).matches(of), of)


@pytest.mark.parametrize(
    ("texts", "articles"),
    [
        ((IN_MARCH, ITS_MARCH), 2),
        ((IN_MARCH, "Karl Lund, who resigned in March, bought a ship.", ITS_MARCH), 3),
        ((IN_MARCH,), None),  # one alone
        ((IN_MARCH, "Mayor Karl Lund resigned in April."), None),  # they do not agree
        ((IN_MARCH, "Mayor Karl Lund resigned in 2021."), None),  # a year is no month
        ((IN_MARCH, "Mayor Karl Lund resigned. It rained in March."), None),  # of something else
        # a time that begins in a month and ends in that of another year
        (("Mayor Karl Lund resigned in the past year.", "Karl Lund, the mayor, resigned in the past year."), None),
        # what is denied, feared or announced is not placed
        ((IN_MARCH, "Mayor Karl Lund never resigned in March."), None),
        (("Mayor Karl Lund did not resign in March.", "Karl Lund nearly resigned in March."), None),
        (("Mayor Karl Lund will resign in March.", "Karl Lund may resign in March."), None),
        ((IN_MARCH, "Karl Lund, who resigned, opened a school in March."), None),
    ],
)
def test_a_month_is_said_that_several_articles_give_the_deed_itself(
    texts: tuple[str, ...], articles: int | None
) -> None:
    found = _found(*texts)
    assert (found.articles if found else None) == articles
    if found:
        assert (found.first, found.last) == (dt.date(2021, 3, 1), dt.date(2021, 3, 31))
        assert found.name == "March 2021"


def test_the_refusal_names_the_month_and_how_to_ask_for_it() -> None:
    told: tuple[Telling, ...] = (("2021-05-05", "A", IN_MARCH), ("2021-05-06", "B", ITS_MARCH))
    of, asked = pool(told), read_question("Karl Lund resigns", ENGLISH)
    error: UnknownTarget = unknown_target(Question("Karl Lund resigns"), asked, of, Matcher(asked).matches(of))
    assert error.what.startswith("2 articles place 'Karl Lund resigns' in March 2021, and none surely on a day of it")
    assert "--from 2021-03-01 --until 2021-03-31" in error.do
    assert error.days == (dt.date(2021, 3, 1), dt.date(2021, 3, 31))
