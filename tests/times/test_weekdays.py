"""Weekdays on pages that go on being written after their day, and days that are planned or past."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.model import DateReason
from leadup.times import tag

# The day of writing, what is written, and the day of its first expression. 2 March 2021 is a Tuesday.
CASES = [
    # the day after the page's own is that day, not six days ago
    ("2021-03-02", "The dam broke early Wednesday.", "2021-03-03"),
    ("2021-03-02", "Wednesday night's rally passed off quietly.", "2021-03-03"),
    ("2021-03-02", "UPDATE 3 (Wednesday, 7:10 a.m.): The mayor has answered.", "2021-03-03"),
    ("2021-03-02", "He was released last Wednesday.", "2021-02-24"),
    # yesterday is yesterday, whatever is planned around it
    ("2021-03-02", "The deadline for bids passed Monday, though more may come.", "2021-03-01"),
    ("2021-03-02", "They had expected the debate Monday to end in a draw.", "2021-03-01"),
    ("2021-03-02", "She put off a planned hearing from Monday to Thursday.", "2021-03-01"),
    ("2021-03-02", "The board will meet Monday.", "2021-03-08"),
    ("2021-03-02", "Monday's vote will count.", "2021-03-08"),
    ("2021-03-02", "Monday's vote on the dam will count.", "2021-03-01"),
    ("2021-03-02", "She will meet the new mayor of Orsk Monday.", "2021-03-01"),
    # both days of two that may be the first are to come, wherever they stand
    ("2021-03-06", "So it may be as early as Tuesday or Wednesday.", "2021-03-09"),
    ("2021-03-06", "Nine men say it may be as early as Tuesday or Wednesday.", "2021-03-09"),
    # what is called for, or led up to, is to come
    ("2021-03-05", "Ahead of the mayoral runoff on Tuesday, crowds gathered.", "2021-03-09"),
    ("2021-03-05", "Unions called for a walkout on Tuesday.", "2021-03-09"),
    ("2021-03-05", "Police called the man on Tuesday.", "2021-03-02"),
    ("2021-03-05", "Crowds gathered ahead of the mayoral runoff on Tuesday.", "2021-03-09"),
    ("2021-03-05", "The assembly votes Tuesday.", "2021-03-09"),
    ("2021-03-05", "Pools will remain closed on Tuesday.", "2021-03-09"),
    ("2021-03-05", "Shops closed on Tuesday.", "2021-03-02"),
    ("2021-03-02", "The rules released on Friday will give towns a year.", "2021-02-26"),
    (
        "2021-03-02",
        "The mayor will answer the board about the dam, sitting before all of it in a hearing Sunday.",
        "2021-03-07",
    ),
    # what is known before it comes, where words lead up to it and either week may be meant; 5 March 2021 is a Friday
    ("2021-03-05", "It was the last debate before Tuesday's primary.", "2021-03-09"),
    ("2021-03-05", "They sought a deal before Monday's debt ceiling deadline.", "2021-03-08"),
    ("2021-03-05", "Lund went into Tuesday's mayoral debate with a mission.", "2021-03-09"),
    ("2021-03-05", "The poll was taken before Tuesday's attack on the port.", "2021-03-02"),
    ("2021-03-05", "The poll was taken before Tuesday's report on jobs.", "2021-03-02"),
    ("2021-03-05", "The vote was put off after Tuesday's debate.", "2021-03-02"),
    ("2021-03-05", "Lund seemed adrift before Wednesday's debate.", "2021-03-03"),
    # this week's day, said late in the week, is past unless the words look ahead
    ("2021-03-06", "The film will open in Orsk this Thursday.", "2021-03-11"),
    ("2021-03-06", "Polls differ before this Tuesday's primary.", "2021-03-09"),
    ("2021-03-06", "The film opened in Orsk this Thursday.", "2021-03-04"),
    ("2021-03-02", "The film will open in Orsk this Thursday.", "2021-03-04"),
    # what may be on a day, at the earliest or the latest, is to come: on that day and on the other one named with it
    ("2021-03-07", "The plan could be adopted as early as Tuesday or Wednesday.", "2021-03-09"),
    ("2021-03-07", "Wardens say the lock could be mended by Wednesday.", "2021-03-10"),
    ("2021-03-07", "The ruling may come as soon as Saturday.", "2021-03-13"),
    ("2021-03-07", "The fee must be paid no later than Saturday.", "2021-03-13"),
    ("2021-03-07", "Smoke could be sighted from the lock Wednesday.", "2021-03-03"),
    ("2021-03-07", "The board had met as early as Saturday.", "2021-03-06"),
    # last Monday, on a Tuesday, is the week before's
    ("2021-03-02", "Last Monday the paper ran a story.", "2021-02-22"),
    ("2021-03-04", "Last Monday the paper ran a story.", "2021-03-01"),
]


@pytest.mark.parametrize(("written", "text", "day"), CASES)
def test_the_day_of_a_weekday(written: str, text: str, day: str) -> None:
    first = tag(text, dt.date.fromisoformat(written))[0]
    assert first.span is not None
    assert str(first.span.single) == day


def test_that_weekday_is_the_one_told_of() -> None:
    text = "On Sept. 14, 2015, the bank fell. Few slept in May. But that Monday morning was the end of it."
    assert [t.value for t in tag(text, dt.date(2021, 3, 2))][-1] == "2015-09-14TMO"
    (open_,) = [t for t in tag("It was that Monday in autumn.", dt.date(2021, 3, 2)) if "Monday" in t.exact]
    assert open_.span is None


def test_a_section_can_end() -> None:
    text = "Feb. 2, 2020\nIt fell on Monday.\nToday it stands."
    sections = [(0, dt.date(2020, 2, 2)), (text.index("Today"), None)]
    assert [t.value for t in tag(text, dt.date(2021, 3, 2), sections=sections)] == [
        "2020-02-02", "2020-02-03", "2021-03-02",
    ]  # fmt: skip


def test_the_month_just_past_is_not_the_next_years() -> None:
    first = tag("The January figures of ferries in the harbour are expected to be better.", dt.date(2021, 3, 2))[0]
    assert first.value == "2021-01"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("On Tuesday, after a long and bitter quarrel, she is expected to give in.", "weekday-doubtful"),
        ("It is said that Monday's race is the last.", "weekday-doubtful"),
        ("They wept over Monday's attack.", "weekday-before"),
        ("They wept after Monday's race.", "weekday-before"),
        ("They fell at Monday's race.", "weekday-before"),
    ],
)
def test_a_weekday_that_may_be_past_or_to_come_says_so(text: str, rule: str) -> None:
    (found,) = tag(text, dt.date(2021, 3, 4))
    assert isinstance(found.reason, DateReason)
    assert found.reason.rule == rule


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        ("It opened on Monday of last week.", "2024-03-04", "Monday of the last week"),
        ("It opened on Tuesday of the previous week.", "2024-03-05", "Tuesday of the previous week"),
        ("It opens Wednesday of next week.", "2024-03-20", "Wednesday of the next week"),
        ("It opens Thursday of the following week.", "2024-03-21", "Thursday of the following week"),
        ("It opens on Saturday of this week.", "2024-03-16", "Saturday of this week"),
    ],
)
def test_a_weekday_of_a_week_says_of_which(text: str, day: str, reason: str) -> None:
    (found,) = tag(text, dt.date(2024, 3, 13))
    assert found.value == day
    assert str(found.reason) == f"{reason}, from 2024-03-13, the article's date"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The plan could be adopted as early as Tuesday or Wednesday.", "2021-03-10"),
        ("The lock will be mended Monday or Thursday.", "2021-03-11"),
        ("The lock was mended Tuesday or Wednesday.", "2021-03-03"),
    ],
)
def test_the_second_of_two_days_looks_as_the_first_does(text: str, day: str) -> None:
    _, second = tag(text, dt.date(2021, 3, 7))
    assert second.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The court refused to wait, allowing pilots to sail starting on February 9.", "2022-02-09"),
        ("The port allowed pilots to sail starting on September 21.", "2021-09-21"),
        ("The court refused to wait, and pilots sailed on February 9.", "2021-02-09"),
    ],
)
def test_a_day_from_which_on_something_is_allowed_may_be_to_come(text: str, day: str) -> None:
    (found,) = tag(text, dt.date(2021, 10, 6))
    assert found.value == day
