"""Calendar periods."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadup.times.period import Grain, Period, add_months, make_day

GRAINS: list[Grain] = ["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]


@pytest.mark.parametrize(
    ("day", "grain", "value", "first", "last"),
    [
        ("1998-03-04", "day", "1998-03-04", "1998-03-04", "1998-03-04"),
        ("2000-01-01", "week", "1999-W52", "1999-12-27", "2000-01-02"),
        ("1998-01-08", "week", "1998-W02", "1998-01-05", "1998-01-11"),
        ("1990-08-06", "weekend", "1990-W32-WE", "1990-08-11", "1990-08-12"),
        ("2024-02-10", "month", "2024-02", "2024-02-01", "2024-02-29"),
        ("1998-08-10", "quarter", "1998-Q3", "1998-07-01", "1998-09-30"),
        ("1998-08-10", "half", "1998-H2", "1998-07-01", "1998-12-31"),
        ("1999-01-10", "season", "1998-WI", "1998-12-01", "1999-02-28"),
        ("1998-10-10", "season", "1998-FA", "1998-09-01", "1998-11-30"),
        ("1998-10-10", "year", "1998", "1998-01-01", "1998-12-31"),
        ("1998-10-10", "decade", "199", "1990-01-01", "1999-12-31"),
        ("1998-10-10", "century", "19", "1900-01-01", "1999-12-31"),
        ("9999-12-31", "decade", "999", "9990-01-01", "9999-12-31"),
    ],
)
def test_values(day: str, grain: Grain, value: str, first: str, last: str) -> None:
    period = Period.containing(dt.date.fromisoformat(day), grain)
    assert (period.value, str(period.first), str(period.last)) == (value, first, last)


@given(st.dates(dt.date(5000, 1, 1), dt.date(5900, 1, 1)), st.sampled_from(GRAINS), st.integers(-40, 40))
def test_periods_tile_the_calendar(day: dt.date, grain: Grain, count: int) -> None:
    period = Period.containing(day, grain)
    assert period.first <= period.last
    assert period.shift(count).shift(-count) == period
    if grain != "weekend":
        assert period.first <= day <= period.last
    if grain not in ("weekend", "season"):
        assert period.shift(1).first == period.last + dt.timedelta(1)


@given(st.dates(), st.integers(-20000, 20000))
def test_months_are_added(day: dt.date, count: int) -> None:
    try:
        moved = add_months(day, count)
    except OverflowError:
        return
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day <= day.day


def test_days_that_are_none() -> None:
    assert make_day(2019, 2, 29) is None
    assert make_day(2020, 2, 29) == dt.date(2020, 2, 29)
