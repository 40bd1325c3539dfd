"""Days that a sentence names by a date or a weekday."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.timeline.chain.distinct import days_named, names_day, names_some_day

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
    assert names_day(words, TUESDAY) is its_day
    assert names_some_day(words)
    assert not names_day(words, None)


def test_what_names_no_day() -> None:
    assert not names_some_day("It burst in the spring of the year.")


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
    assert sorted(map(str, days_named(words, reported))) == days
