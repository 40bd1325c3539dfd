"""Date headings govern what stands under them."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.times import date_heading, tag

THURSDAY = dt.date(2020, 1, 2)


def under(text: str, heading: dt.date = THURSDAY) -> dict[str, str]:
    return {t.exact: t.value for t in tag(text, dt.date(2020, 3, 1), sections=[(0, heading)])}


def test_weekdays_are_the_sections() -> None:
    found = under("The ministry said late Thursday that he was killed near the airport early Friday local time.")
    assert found == {"late Thursday": "2020-01-02TEV", "early Friday": "2020-01-03TMO"}


def test_local_time_is_kept() -> None:
    (found,) = tag("He was killed early Friday local time.", None, sections=[(0, THURSDAY)])
    assert found.zone == "local"
    assert found.span is not None and found.span.single == dt.date(2020, 1, 3)
    assert str(found.reason) == "Friday in local time, the day after 2020-01-02, the section's date heading"


def test_the_day_after_in_local_time_without_a_heading() -> None:
    (found,) = tag("He was killed early Friday local time.", THURSDAY)
    assert found.value == "2020-01-03TMO"


def test_earlier_in_the_week_is_the_sections_week() -> None:
    (found,) = tag("the attack earlier in the week", None, sections=[(0, THURSDAY)])
    assert found.span is not None
    assert (str(found.span.first), str(found.span.last)) == ("2019-12-30", "2020-01-02")


def test_a_dated_expression_overrides_the_heading() -> None:
    assert under("The barrage on Dec. 27 killed one.") == {"Dec. 27": "2019-12-27"}


def test_each_section_has_its_own_day() -> None:
    text = "Dec. 31, 2019\nIt began on Tuesday.\nJan. 2, 2020\nIt ended on Thursday."
    sections = [(0, dt.date(2019, 12, 31)), (text.index("Jan. 2"), THURSDAY)]
    values = [t.value for t in tag(text, dt.date(2021, 6, 1), sections=sections)]
    assert values == ["2019-12-31", "2019-12-31", "2020-01-02", "2020-01-02"]


@pytest.mark.parametrize(
    ("line", "hint", "day"),
    [
        ("Dec. 29, 2019", None, "2019-12-29"),
        ("29 December 2019", None, "2019-12-29"),
        ("2019-12-29", None, "2019-12-29"),
        ("## **Sunday, Dec. 29, 2019**:", None, "2019-12-29"),
        ("DEC. 31", 2019, "2019-12-31"),
        ("Tuesday 31 December", 2019, "2019-12-31"),
        ("Tuesday 31 December", 2020, "2019-12-31"),
        ("December 27:", 2019, "2019-12-27"),
        ("DEC. 31", None, None),
        ("Friday", 2019, None),
        ("December 2019", None, None),
        ("On Dec. 29, 2019", None, None),
        ("Dec. 29, 2019: the attack", None, None),
        ("Feb. 30, 2019", None, None),
        ("", 2019, None),
        ("Dec. 27-31, 2019", None, None),
    ],
)
def test_date_heading(line: str, hint: int | None, day: str | None) -> None:
    found = date_heading(line, hint)
    assert (found.isoformat() if found else None) == day


def test_a_heading_does_not_come_after_the_article() -> None:
    assert date_heading("DEC. 31", before=dt.date(2020, 1, 5)) == dt.date(2019, 12, 31)


def test_weekdays_before_and_ahead_of_the_heading() -> None:
    assert under("The talks, set to resume Monday, broke off on Tuesday.") == {
        "Monday": "2020-01-06",
        "Tuesday": "2019-12-31",
    }


def test_nothing_is_told_before_it_happened() -> None:
    (found,) = tag("He said on Saturday that it was over.", THURSDAY, sections=[(0, THURSDAY)])
    assert found.value == "2019-12-28"


def test_a_chronicle_written_on_tells_of_its_own_days() -> None:
    """A weekday before the first of its days is that of the week to come; before its page's day it is not."""
    text = (
        "August 9, 2014\n\nA man was shot.\n\n"
        "August 10, 2014\n\nThe chief said on Wednesday that 32 people were held.\n\n"
        "August 14, 2014\n\nThe guard came."
    )
    places = [text.index(f"August {n}") for n in (9, 10, 14)]
    days = [dt.date(2014, 8, n) for n in (9, 10, 14)]
    found = tag(text, dt.date(2014, 8, 11), sections=list(zip(places, days, strict=True)))
    assert [t.value for t in found if t.exact == "Wednesday"] == ["2014-08-13"]
    alone = tag("The chief said on Wednesday that 32 people were held.", dt.date(2014, 8, 11))
    assert [t.value for t in alone] == ["2014-08-06"]
