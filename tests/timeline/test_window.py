from __future__ import annotations

import datetime as dt

import pytest

from leadup.errors import BadQuestion, EmptyWindow
from leadup.model import Question, Target
from leadup.timeline import window
from leadup.timeline.window import EARLIEST, LATEST, moved, tell_end_of_archive, with_end_of_archive

DAY = dt.date(2020, 1, 3)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question("x", date=DAY), ("2019-12-20", "2020-01-03")),
        (Question("x", date=DAY, days=3, after=2), ("2019-12-31", "2020-01-05")),
        (Question("x", date=DAY, first=dt.date(2019, 12, 30)), ("2019-12-30", "2020-01-03")),
        (Question("x", first=dt.date(2019, 1, 1), last=dt.date(2019, 2, 1)), ("2019-01-01", "2019-02-01")),
    ],
)
def test_the_window(question: Question, expected: tuple[str, str]) -> None:
    assert tuple(map(str, window(question, None))) == expected


def test_a_target_worked_out_dates_the_window() -> None:
    assert window(Question("x", days=1), Target("x", DAY, "worked out")) == (dt.date(2020, 1, 2), DAY)


def test_a_question_without_days_is_refused() -> None:
    with pytest.raises(BadQuestion, match="--date"):
        window(Question("x"), None)


def test_a_window_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(BadQuestion, match="ends before"):
        window(Question("x", date=DAY, first=dt.date(2020, 2, 1)), None)


def test_a_window_of_any_length_ends_within_what_an_answer_may_speak_of() -> None:
    assert window(Question("x", date=DAY, days=10**9, after=10**9), None) == (EARLIEST, LATEST)
    assert moved(DAY, 10**12) == LATEST
    assert moved(DAY, -(10**12)) == EARLIEST
    assert (dt.date(1000, 1, 1), dt.date(8999, 12, 31)) == (EARLIEST, LATEST)


@pytest.mark.parametrize("days", [-30, -1, 0, 1, 30])
def test_a_day_is_moved_by_so_many_days(days: int) -> None:
    assert (moved(DAY, days) - DAY).days == days
    assert moved(EARLIEST, days) == max(EARLIEST, EARLIEST + dt.timedelta(days))
    assert moved(LATEST, days) == min(LATEST, LATEST + dt.timedelta(days))


def test_the_first_and_the_last_day_of_all_may_be_asked_for() -> None:
    assert window(Question("x", first=EARLIEST, last=LATEST), None) == (EARLIEST, LATEST)
    assert window(Question("x", date=DAY, first=DAY), None) == (DAY, DAY)
    for beyond in (EARLIEST - dt.timedelta(1), LATEST + dt.timedelta(1)):
        with pytest.raises(BadQuestion, match="no day of news"):
            window(Question("x", date=beyond), None)


def test_a_window_with_one_end_is_refused() -> None:
    for question in (Question("x", first=DAY), Question("x", last=DAY)):
        with pytest.raises(BadQuestion):
            window(question, None)


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_a_day_at_the_end_of_the_calendar_is_refused(day: dt.date) -> None:
    with pytest.raises(BadQuestion, match="no day of news"):
        window(Question("x", date=day), None)
    with pytest.raises(BadQuestion, match="no day of news"):
        window(Question("x", first=min(day, DAY), last=max(day, DAY)), None)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (Question("the fire", date=dt.date(2020, 1, 13)), True),
        (Question("the fire", date=dt.date(2020, 1, 12)), False),
        (Question("the fire", date=dt.date(2019, 1, 12)), False),
        (Question("the fire", first=dt.date(2020, 2, 1), last=dt.date(2020, 3, 1)), True),
        (Question("the fire", first=dt.date(2020, 1, 1), last=dt.date(2020, 3, 1)), False),
        (Question("the fire of March 3, 2021"), True),
        (Question("the 2021 fire"), True),
        (Question("the fire of 2020"), False),
        (Question("the fire of March 3"), False),
        (Question("the May 2019 fire and the 2021 trial"), False),
        (Question("the fire"), False),
        (Question("the 2021 fire", date=dt.date(2020, 1, 3)), False),
    ],
)
def test_a_refusal_says_that_the_archive_ends_before_the_days_asked_for(question: Question, told: bool) -> None:
    error = EmptyWindow("nothing is told", "Look elsewhere")
    tell_end_of_archive(error, question, dt.date(2020, 1, 12))
    assert ("last article is of 2020-01-12" in str(error)) is told
    assert ("add articles of the days" in error.do) is told
    before = str(error)
    tell_end_of_archive(error, question, None)
    assert str(error) == before


def test_a_day_after_the_archives_end_is_said_to_be() -> None:
    target = Target("the fire", DAY, "given")
    told = with_end_of_archive(target, DAY - dt.timedelta(1)).how
    assert told == "given; the archive's last article is of 2020-01-02"
    assert with_end_of_archive(target, DAY) == with_end_of_archive(target, None) == target
