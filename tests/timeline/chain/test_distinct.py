"""Days that a sentence names by a date or a weekday."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH
from leadup.timeline.chain import ChainNode, find_cues
from leadup.timeline.chain.distinct import (
    days_named,
    is_before_lately,
    may_be_one,
    names_day,
    names_some_day,
    told_by_cause,
)

TUESDAY = dt.date(2015, 3, 24)
THURSDAY = dt.date(2017, 1, 5)


@pytest.mark.parametrize(
    ("words", "its_day"),
    [
        ("It burst on March 24.", True),
        ("It burst on 24 March.", True),
        ("It burst on Mar. 24.", True),
        ("It burst on March 25.", False),
        ("It burst on Tuesday.", True),
        ("It burst on Wednesday.", False),
        # of both the date counts
        ("It burst on Tuesday, March 25.", False),
        ("It leaked on March 23 and burst on March 24.", True),
    ],
)
def test_whether_a_day_is_named(words: str, its_day: bool) -> None:
    assert names_day(words, TUESDAY, ENGLISH) is its_day
    assert names_some_day(words, ENGLISH)
    assert not names_day(words, None, ENGLISH)


def test_what_names_no_day() -> None:
    assert not names_some_day("It burst in the spring of the year.", ENGLISH)


@pytest.mark.parametrize(
    ("words", "reported", "days"),
    [
        ("on March 24", TUESDAY, ["2015-03-24"]),
        ("on March 25", TUESDAY, ["2014-03-25"]),
        ("on 24 December", TUESDAY, ["2014-12-24"]),
        ("on Feb. 29", THURSDAY, ["2016-02-29"]),
        ("on Feb. 29", TUESDAY, []),
        ("on Feb. 30", TUESDAY, []),
        ("on Tuesday", TUESDAY, ["2015-03-24"]),
        ("on Wednesday", TUESDAY, ["2015-03-18"]),
        ("on Friday and Tuesday", THURSDAY, ["2016-12-30", "2017-01-03"]),
        ("on Tuesday, March 23", TUESDAY, ["2015-03-23"]),
        ("in the spring", TUESDAY, []),
    ],
)
def test_a_named_day_is_the_last_up_to_the_report(words: str, reported: dt.date, days: list[str]) -> None:
    assert sorted(map(str, days_named(words, reported, ENGLISH))) == days


KILL = frozenset({"kill"})


@pytest.mark.parametrize(
    ("apart", "statement", "kinds", "names", "one"),
    [
        (0, False, KILL, 1, True),
        (1, False, KILL, 1, True),
        (-1, False, KILL, 2, True),
        (2, False, KILL, 1, False),
        (-2, False, KILL, 1, False),
        (None, False, KILL, 1, False),
        (0, True, KILL, 1, False),
        (0, False, frozenset(), 1, False),
        (0, False, KILL, 0, False),
    ],
)
def test_whether_two_may_be_one_happening_told_twice(
    apart: int | None, statement: bool, kinds: frozenset[str], names: int, one: bool
) -> None:
    told = ChainNode("told", "x", "a", 0, TUESDAY)
    day = None if apart is None else TUESDAY + dt.timedelta(apart)
    other = ChainNode("other", "x", "b", 0, day, statement)
    assert may_be_one(told, other, kinds, names) is may_be_one(other, told, kinds, names) is one


@pytest.mark.parametrize(
    ("text", "by_cause"),
    [
        # the day is that of what the cue names
        ("The raid came in response to the killing of the envoy in Hask on March 24.", True),
        ("In response to the killing of the envoy on March 24, troops raided Hask.", True),
        # or of what the sentence tells
        ("The raid on March 24 came in response to the killing of the envoy in Hask.", False),
        ("In response to the killing of the envoy, troops raided Hask on March 24.", False),
        ("The raid on March 24 came in response to the killing of the envoy on March 24.", False),
        ("The raid came in response to the killing of the envoy in Hask on March 23.", False),
        ("The raid came in response to the killing of the envoy in Hask.", False),
    ],
)
def test_what_stands_on_its_day_for_the_sake_of_its_cause(text: str, by_cause: bool) -> None:
    one = ChainNode("one", text, "a", 0, TUESDAY)
    (cue,) = (c for c in find_cues(text, ENGLISH) if c.name == "in response to")
    assert told_by_cause(one, cue, ENGLISH) is by_cause


@pytest.mark.parametrize(
    ("words", "day", "before"),
    [
        ("the raid last week", dt.date(2020, 1, 3), False),
        ("the raid last week", dt.date(2019, 12, 30), False),
        ("the raid last week", dt.date(2019, 12, 29), False),
        ("the raid last week", dt.date(2019, 12, 27), True),
        ("a raid over the weekend", dt.date(2019, 12, 27), True),
        ("Earlier this week's raid", dt.date(2019, 12, 20), True),
        ("the raid", dt.date(2019, 12, 27), False),
        ("the last weekly raid", dt.date(2019, 12, 27), False),
        ("the raid last month", dt.date(2019, 12, 27), False),
    ],
)
def test_what_took_place_lately(words: str, day: dt.date, before: bool) -> None:
    assert is_before_lately(words, day, dt.date(2020, 1, 8), ENGLISH) is before
