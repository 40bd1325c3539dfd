"""Dates as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake.written import months, parse_written


@pytest.mark.parametrize(
    "text",
    [
        "Jan. 3, 2020",
        "January 3rd, 2020",
        "Friday, 3 January 2020 at 4 p.m.",
        "3. Januar 2020",
        "le 3 janvier 2020",
        "3 de enero de 2020",
        "3 gennaio 2020",
        "3 января 2020 г.",
        "3 Ocak 2020",
        "3 stycznia 2020",
        "2020年1月3日",
        "2020년 1월 3일",
        "03.01.2020",
    ],
)
def test_days(text: str) -> None:
    assert parse_written(text) == dt.date(2020, 1, 3)


@pytest.mark.parametrize(
    ("text", "day"), [("12/31/2019", dt.date(2019, 12, 31)), ("31/12/2019", dt.date(2019, 12, 31))]
)
def test_figures_that_leave_no_doubt(text: str, day: dt.date) -> None:
    assert parse_written(text) == day


@pytest.mark.parametrize(
    "text", ["03/04/2021", "February 30, 2020", "Friday", "", "2020", "version 1.2.2020.3", "x 3 2020"]
)
def test_what_is_no_day(text: str) -> None:
    assert parse_written(text) is None


def test_no_word_names_two_months() -> None:
    assert months()["mar"] == 3
    assert all(1 <= number <= 12 for number in months().values())
