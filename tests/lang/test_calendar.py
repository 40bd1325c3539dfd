"""The names of the calendar stand in one place, and patterns of other tables name them from there."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from babel.dates import get_day_names, get_month_names

from leadup.lang import ENGLISH, NOTHING, calendar_names, month_names, weekday_names, with_calendar
from leadup.timeline.chain.distinct import month_of
from leadup.times import LANGUAGES, tag


def test_the_week_opens_on_a_monday_and_the_year_in_january() -> None:
    assert (weekday_names()[0], weekday_names()[6], len(weekday_names())) == ("Monday", "Sunday", 7)
    assert (month_names()[0], month_names()[11], len(month_names())) == ("January", "December", 12)
    assert [month_names(short=True)[at] for at in (4, 8, 11)] == ["May", "Sept.", "Dec."]


def test_the_names_are_cldrs() -> None:
    days, months = get_day_names("wide", locale="en"), get_month_names("wide", locale="en")
    assert weekday_names() == tuple(days[at] for at in range(7))
    assert month_names() == tuple(months[at] for at in range(1, 13))
    short = {name.lower().rstrip(".") for name in get_month_names("abbreviated", locale="en").values()}
    assert short <= calendar_names()


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_read_by_all_names_of_cldr(language: str) -> None:
    names = (get_month_names("wide", locale=language), get_day_names("wide", locale=language))
    for name in (name for held in names for name in held.values()):
        written = (f"2 {name} 2020", f"2. {name} 2020", name)
        dated = [t.exact for text in written for t in tag(text, dt.date(2020, 7, 15), language=language)]
        assert any(name in exact for exact in dated), name


@pytest.mark.parametrize("name", ["monday", "may", "september", "sept", "sep", "jul"])
def test_names_are_known_in_full_and_short(name: str) -> None:
    assert name in calendar_names()


@pytest.mark.parametrize(("name", "number"), [("January", 1), ("Sept", 9), ("sep", 9), ("JUNE", 6), ("Jul", 7)])
def test_a_month_by_its_name(name: str, number: int) -> None:
    assert month_of(name, ENGLISH) == number


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"({weekdays}) night", "on Tuesday night", "Tuesday night"),
        (r"\b(?:{months}) \d+", "by August 3", "August 3"),
        (r"\b(?:{agency_months}) \d+", "by Aug. 3", "Aug. 3"),
        (r"\b(?:{agency_months}) \d+", "by Augx 3", None),
        (r"\b(?:{short_months})\b", "in Sept we", "Sept"),
        (r"\d{1,2} \w+", "on 12 May", "12 May"),
    ],
)
def test_a_pattern_that_names_the_calendar(pattern: str, text: str, found: str | None) -> None:
    match = re.search(with_calendar(pattern), text)
    assert (match[0] if match else None) == found


def test_a_pack_without_a_calendar_has_no_names_but_as_many_days() -> None:
    assert weekday_names("zc") == (NOTHING,) * 7 and month_names(language="zc") == (NOTHING,) * 12
    assert (
        calendar_names("zc") == frozenset() and re.search(with_calendar(r"\b(?:{weekdays})\b", "zc"), "Monday") is None
    )
