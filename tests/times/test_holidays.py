"""Holidays, against days known from calendars."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.times import tag
from leadup.times.holidays import Holiday, easter, holidays


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


@pytest.mark.parametrize(
    ("month", "weekday", "which", "day"),
    [
        (1, 4, -1, "2019-01-25"),
        (2, 3, -1, "2019-02-28"),
        (5, 4, -1, "2019-05-31"),
        (12, 4, -1, "2019-12-27"),
        (12, 1, -1, "2019-12-31"),
        (12, 6, 1, "2019-12-01"),
        (12, 5, 1, "2019-12-07"),
        (3, 4, 5, "2019-03-29"),
    ],
)
def test_a_weekday_of_a_month_is_counted_from_either_end(month: int, weekday: int, which: int, day: str) -> None:
    wanted = dt.date.fromisoformat(day)
    assert Holiday("Fair", {"nth": [month, weekday, which]}).days_in(2019) == (wanted,)


# the day of writing, what is written, and the value of its holiday
WRITTEN = [
    # the nearest, but of what is past or to come the one on that side, unless it is far further off
    ("2024-03-13", "It rained at Christmas.", "2023-12-25"),
    ("2024-03-13", "The fair will open at Christmas.", "2023-12-25"),
    ("2024-05-20", "The fair will open at Christmas.", "2024-12-25"),
    ("2024-05-20", "The fair opened at Christmas.", "2023-12-25"),
    ("2024-07-20", "There is a fair at Christmas.", "2024-12-25"),
    ("2024-07-20", "The fair opened at Christmas.", "2023-12-25"),
    ("2024-07-20", "The fair will open at Easter.", "2025-04-20"),
    ("2024-12-25", "The fair opened on Christmas Day.", "2024-12-25"),
    # the one that the words say
    ("2024-03-13", "The fair opened last Easter.", "2023-04-09"),
    ("2024-03-31", "The fair opened last Easter.", "2023-04-09"),
    ("2024-03-31", "The fair opens next Easter.", "2025-04-20"),
    ("2024-03-13", "The fair opened at Christmas of 2019.", "2019-12-25"),
    ("2024-03-13", "The fair opens every Christmas.", "XXXX-12-25"),
    ("2024-03-13", "The fair opens every Easter.", "P1Y"),
    # as long as they last
    ("2024-03-13", "The fair opens in Holy Week 2024.", "2024-W13"),
    ("2024-03-13", "Shops shut for Passover 2024.", "2024-04-23/2024-04-29"),
    # names of other things
    ("2024-03-13", "She went to the Christmas Market.", None),
    ("2024-03-13", "She bought a Christmas tree.", None),
]


@pytest.mark.parametrize(("written", "text", "value"), WRITTEN)
def test_the_holiday_that_is_meant(written: str, text: str, value: str | None) -> None:
    assert [t.value for t in tag(text, dt.date.fromisoformat(written))] == ([] if value is None else [value])


def test_jewish_years_keep_their_four_postponements() -> None:
    first = {
        1927: "09-27",
        1957: "09-26",
        1984: "09-27",
        2004: "09-16",
        2005: "10-04",
        2008: "09-30",
        2013: "09-05",
        2016: "10-03",
        2020: "09-19",
        2021: "09-07",
    }
    first |= {1926: "09-09", 1995: "09-25", 2024: "10-03", 2025: "09-23"}
    for year, day in first.items():
        assert holidays()["rosh hashanah"].days_in(year) == (dt.date.fromisoformat(f"{year}-{day}"),)
