"""Lines that a date heads."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadup.times import dated_line, names_no_day, ranged_line


@pytest.mark.parametrize(
    ("line", "how", "month", "day", "year"),
    [
        ("March 4, 2021", "whole", 3, 4, 2021),
        ("FRIDAY, MARCH 5, 2 P.M.", "whole", 3, 5, None),
        ("**4 March:**", "whole", 3, 4, None),
        ("Friday, March 5: Barge strikes pier", "opens", 3, 5, None),
        ("March 5, 2021 - The pier is hit", "opens", 3, 5, 2021),
        ("— March 5 — First debate of the mayors, town hall.", "opens", 3, 5, None),
        ("Friday, March 5, 2:27 p.m.: A first draft is sent.", "opens", 3, 5, None),
        ("Calm returns on Tuesday, March 9", "holds", 3, 9, None),
    ],
)
def test_dated_lines(line: str, how: str, month: int, day: int, year: int | None) -> None:
    found = dated_line(line)
    assert found is not None
    assert (found.how, found.month, found.day, found.year) == (how, month, day, year)


@pytest.mark.parametrize(
    "line",
    [
        "Calm returned on Tuesday, March 9.",
        "On March 9 the harbour opened again, said the master.",
        "From March 5 to March 9",
        "“We left on March 9”",
        "The bridge from above",
        "Early March 9: Fog",
        "2021",
        "12 injured in fire - latest",
        "",
    ],
)
def test_ordinary_lines(line: str) -> None:
    assert dated_line(line) is None


@pytest.mark.parametrize(
    ("line", "near", "trend", "day"),
    [
        ("March 5", "2021-03-09", None, "2021-03-05"),
        ("Dec. 30", "2021-01-09", None, "2020-12-30"),
        ("Jan. 2", "2020-12-30", 0, "2021-01-02"),
        ("October 1", "2021-04-02", 1, "2021-10-01"),
        ("October 1", "2021-04-02", -1, "2020-10-01"),
        ("Friday, March 6", "2021-03-09", None, "2020-03-06"),
        ("Friday, March 6", "2020-03-09", None, "2020-03-06"),
        ("Sunday, March 8", "2018-03-09", None, "2015-03-08"),
        ("March 5", "2024-03-09", None, "2024-03-05"),
        # A weekday that no year from the six before to the next one has says nothing.
        ("Monday, Feb. 29", "2024-03-09", None, "2024-02-29"),
        ("Friday, March 6", "2021-03-09", -1, "2020-03-06"),
        ("March 5, 2009", "2021-03-09", 1, "2009-03-05"),
    ],
)
def test_the_year_of_a_heading(line: str, near: str, trend: int | None, day: str) -> None:
    found = dated_line(line)
    assert found is not None
    assert str(found.place(dt.date.fromisoformat(near), trend=trend)) == day


@settings(max_examples=100)
@given(st.text(max_size=160), st.dates(dt.date(2, 1, 1), dt.date(9998, 12, 31)))
def test_any_line_is_headed_by_a_date_or_not(line: str, near: dt.date) -> None:
    found = dated_line(line)
    if found is not None:
        made = found.place(near)
        assert made is None or (made.month, made.day) == (found.month, found.day)


@pytest.mark.parametrize(
    "line",
    [
        "Sometime last week", "Later in May:", "Summer 2016", "May 2017", "Late 2015", "Early October", "Mid-June",
        "28-30 September 2014", "Sept. 28–30", "Aug. 1-3, 2016", "Dec. 31 - Jan. 2", "Between May 3 and May 5",
        "From 3 May to 5 May", "Weekend of Jan. 4", "## The following week", "The week of August 6",
    ],
)  # fmt: skip
def test_lines_that_name_a_time_and_no_single_day(line: str) -> None:
    assert names_no_day(line)


@pytest.mark.parametrize(
    ("line", "year", "first", "days"),
    [
        ("March 1-3, 2019", 2019, (3, 1), 3),
        ("March 9 – 11", None, (3, 9), 3),
        ("April 2 to April 4, 2019", 2019, (4, 2), 3),
        ("Aug. 28–Sept. 2", None, (8, 28), 6),
        ("28-30 September 2014", 2014, (9, 28), 3),
        ("From May 3 to May 5", None, (5, 3), 3),
        ("Dec. 31 - Jan. 2", None, (12, 31), 3),
        ("December 30, 2019 - January 2, 2020", 2019, (12, 30), 4),
        ("Thursday 17 - Friday 18 March", None, (3, 17), 2),
        ("December 30 - January 2, 2020", 2019, (12, 30), 4),
        ("Feb. 27–29, 2020", 2020, (2, 27), 3),
        ("Feb. 27 - March 1, 2020", 2020, (2, 27), 4),
        ("Feb. 27 - March 1, 2019", 2019, (2, 27), 3),
    ],
)
def test_a_line_of_some_days(line: str, year: int | None, first: tuple[int, int], days: int) -> None:
    found = ranged_line(line)
    assert found is not None
    assert (found.first.year, (found.first.month, found.first.day)) == (year, first)
    span = found.span(dt.date(year or 2021, *first))
    assert span is not None
    assert span.first is not None
    assert span.last == span.first + dt.timedelta(days - 1)


def test_days_of_leap_years_are_days_of_no_other() -> None:
    found = ranged_line("Feb. 27–29")
    assert found is not None
    assert found.span(dt.date(2020, 2, 27)) is not None
    assert found.span(dt.date(2021, 2, 27)) is None


@pytest.mark.parametrize(
    "line",
    ["May 2", "May 2017", "Late May", "May 3 - May 2", "March 3 to June 5", "Weekend of Jan. 4", "May 3, 4 and 9"],
)
def test_lines_of_one_day_or_of_a_longer_time_are_none_of_some_days(line: str) -> None:
    assert ranged_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "May 2", "On May 2", "Tuesday, May 2, 2017", "2020-01-03 /", "Night of Aug. 24", "Aug. 24, 2 p.m.", "2016",
        "1. May 3, 2014", "2. Monday, May 5", "May 9, 2014, around 10", "May 3, 10 a.m.",
        "That evening", "The next day", "Friday", "Friday, Dec. 27: The barge sinks", "May it please the court",
        "Spring cleaning", "What we know of last week", "",
    ],
)  # fmt: skip
def test_lines_that_name_a_day_or_more_than_a_time(line: str) -> None:
    assert not names_no_day(line)


def test_a_stroke_behind_a_date_is_no_word() -> None:
    found = dated_line("2020-01-03 /")
    assert found is not None and found.how == "whole"
