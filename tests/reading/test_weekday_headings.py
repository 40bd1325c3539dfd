"""Chronicles whose headings are days of the week."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake import Options, article_from_text
from leadup.reading.light import read_light
from leadup.timeline.dating import event_days

WRITTEN = dt.date(2018, 6, 14)
"""A Thursday."""


def days(page: str, written: dt.date | None = WRITTEN) -> list[str | None]:
    """The day of each sentence of a page, month and day."""
    article = article_from_text(page, source="test", options=Options(published=written))
    told = [next(event_days(s), None) for s in read_light(article).sentences]
    return [f"{dt.date.fromordinal(day[0]):%m-%d}" if day else None for day in told]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Timeline of the standoff\n\nMonday\n\nFarmers block the road.\n\nTuesday night\n\nPolice clear it.\n\n"
         "On Wednesday\n\nThey talk.", ["06-11", "06-12", None]),
        # the last is the nearest that is not after the day of writing, and may be that day
        ("How the days unfolded\n\nWednesday:\n\nIt fell.\n\nThursday:\n\nIt rose.", ["06-13", "06-14"]),
        ("A chronology\n\nFriday\n\nIt fell.\n\nMonday\n\nIt rose.", ["06-08", "06-11"]),
        # newest first
        ("Timeline\n\nWednesday\n\nIt rose.\n\nTuesday\n\nIt fell.\n\nMonday\n\nIt set.", ["06-13", "06-12", "06-11"]),
        # by the clock, over midnight
        ("How the night unfolded\n\n8pm Tuesday: A crowd gathers.\n\n11.30pm: Shops are looted.\n\n"
         "1.15am: Police come.\n\n6am Wednesday: It is calm.", ["06-12", "06-12", "06-13", "06-13"]),
    ],
)  # fmt: skip
def test_the_days_of_a_week(page: str, found: list[str | None]) -> None:
    assert days(page)[: len(found) - 1] == found[:-1]
    assert found[-1] is None or days(page)[-1] == found[-1]


@pytest.mark.parametrize(
    "page",
    [
        # what is to come, and says so by nothing; one day alone; no day of writing
        "The week ahead\n\nMonday\n\nThe court meets.\n\nTuesday\n\nThe council votes.",
        "Timeline of the standoff\n\nMonday\n\nThe court meets.\n\nThe council votes.",
        "Key events this week\n\nMonday\n\nThe court meets.\n\nTuesday\n\nThe council votes.",
        "No timeline for repairs\n\nMonday\n\nThe court meets.\n\nTuesday\n\nThe council votes.",
        # one of the days is still to come, or the text tells of days long before
        "How the raid unfolded\n\nMonday\n\nIt fell.\n\nTuesday\n\nIt rose.\n\nSaturday\n\nA vigil is planned.",
        "How the siege unfolded\n\nIt began on April 2, 2018.\n\nMonday\n\nIt fell.\n\nTuesday\n\nIt rose.",
    ],
)
def test_what_is_not_read_so(page: str) -> None:
    assert "06-11" not in days(page)


def test_without_a_day_of_writing_a_day_of_the_week_is_none() -> None:
    assert set(days("A timeline\n\nMonday\n\nIt fell.\n\nTuesday\n\nIt rose.", None)) == {None}


@pytest.mark.parametrize("written", [dt.date.min, dt.date(1, 1, 3), dt.date.max])
def test_at_the_ends_of_the_calendar(written: dt.date) -> None:
    days("A timeline of it\n\nMonday\n\nIt fell.\n\nTuesday\n\nIt rose.", written)
