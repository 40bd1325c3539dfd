"""Reading takes steps in proportion to the text, whatever the text: counted, not timed."""

from __future__ import annotations

import datetime as dt
import sys
from types import FrameType

import pytest

from leadup.times import tag

# how a hostile text begins, and what it repeats
HOSTILE = [
    ("", "today "),
    ("", "Monday "),
    ("", "May 3, "),
    ("", "3 and Monday 4 and "),
    ("", "twenty-"),
    ("", "1990-"),
    ("", "1990 "),
    ("", "an hour after "),
    ("", "in 480 BC "),
    ("", "Lunch was in May\n"),
    ("Profit fell in the third quarter of 2003 and in the nine months ", "a year earlier "),
    ("Profit fell in the third quarter of 2003 and in the nine months ", "the latest period "),
    ("Profit fell in the quarter ended May 3 ", "the year-ago period "),
    ("The war was in 1914. " * 20, "in in in 1990 "),
    ("The war was in 1914. " * 20, "He was in May "),
]  # fmt: skip


def steps(text: str) -> int:
    """How many calls, of Python and of built-in functions, reading the text takes."""
    count = 0

    def step(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        tag(text, dt.date(2024, 3, 13))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("head", "unit"), HOSTILE, ids=[head[:12] + unit[:24] for head, unit in HOSTILE])
def test_four_times_the_text_is_four_times_the_steps(head: str, unit: str) -> None:
    steps(head + unit * 10)
    assert steps(head + unit * 480) <= 4.6 * steps(head + unit * 120)


@pytest.mark.parametrize(
    ("unit", "most"), [("March 3 ", 150), ("Monday ", 170), ("March 3, 2014, ", 190), ("in 1990 ", 235)]
)
def test_what_stands_around_dates_is_looked_at_once(unit: str, most: int) -> None:
    """In a text of dates alone the words beside a date are the same again and again: without that, calls are half more.

    The numbers are a tenth over what was counted.
    """
    steps(unit * 10)
    assert (steps(unit * 480) - steps(unit * 120)) / 360 <= most


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("March 3 " * 1000, 1000, id="short: all"),
        pytest.param("March 3 " * 10000, 1000 + 80_000 // 50, id="nothing but dates: a thousand and one for each 50"),
        pytest.param(("On March 3 they met again, and spoke at some length. " * 2000), 2000, id="long prose: all"),
    ],
)
def test_a_text_of_nothing_but_dates_takes_no_longer_than_so_many(text: str, read: int) -> None:
    assert len(tag(text, dt.date(2024, 3, 13))) == read
