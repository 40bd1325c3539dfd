"""Holidays, against days known from calendars."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.times.holidays import easter, holidays


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", "1998-04-12"),
        ("easter", "2019-04-21"),
        ("easter", "2024-03-31"),
        ("good friday", "2020-04-10"),
        ("thanksgiving", "1999-11-25"),
        ("black friday", "2020-11-27"),
        ("labor day", "2019-09-02"),
        ("memorial day", "2020-05-25"),
        ("election day", "1998-11-03"),
        ("martin luther king jr. day", "2020-01-20"),
        ("rosh hashanah", "2019-09-30"),
        ("rosh hashanah", "2023-09-16"),
        ("yom kippur", "2023-09-25"),
        ("passover", "2020-04-09"),
        ("chinese new year", "2020-01-25"),
        ("diwali", "2019-10-27"),
        ("new year's eve", "2019-12-31"),
        ("boxing day", "2019-12-26"),
    ],
)
def test_day(name: str, day: str) -> None:
    wanted = dt.date.fromisoformat(day)
    assert holidays()[name].days_in(wanted.year) == (wanted,)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ramadan", "2019-05-06"),
        ("ramadan", "2024-03-11"),
        ("eid al-fitr", "2024-04-10"),
        ("eid al-adha", "2023-06-28"),
        ("ashura", "2019-09-10"),
        ("arbaeen", "2019-10-19"),
    ],
)
def test_islamic_days_are_right_within_a_day(name: str, day: str) -> None:
    wanted = dt.date.fromisoformat(day)
    assert min(abs((d - wanted).days) for d in holidays()[name].days_in(wanted.year)) <= 1


def test_a_lunar_year_can_begin_twice_in_a_year() -> None:
    assert len(holidays()["ashura"].days_in(2008)) == 2 or len(holidays()["muharram"].days_in(2008)) == 2


def test_easter_is_a_sunday() -> None:
    assert {easter(year).weekday() for year in range(1800, 2200)} == {6}
