"""Expressions counted from an event."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.times import tag

DCT = dt.date(2020, 1, 5)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("A day after the Dec. 29 attack, militia vowed to retaliate.", "A day", "2019-12-30"),
        ("two days before Christmas", "two days", "2019-12-23"),
        ("Hours after the Dec. 29 attack", "Hours", "2019-12-29"),
        ("three weeks after the vote on Dec. 1", "three weeks", "2019-12-22"),
        ("the day after the Dec. 29 attack", "the day", "2019-12-30"),
        ("hours after the killing was announced", "hours", None),
        ("a day after the killing, on Friday", "a day", None),
        ("weeks after the Dec. 29 attack", "weeks", None),
        ("a century after the fire of 3 May 1820", "a century", "1920-05-03"),
        ("two decades after the fire of 3 May 1820", "two decades", "1840-05-03"),
        ("two quarters after the fire of 3 May 2010", "two quarters", "2010-11-03"),
        ("two months after the fire of 3 May 2010", "two months", "2010-07-03"),
        ("a year and a half after the fire of 3 May 2010", "a year and a half", "2011-11-03"),
        ("12 hours after the fire of 3 May 2010", "12 hours", "2010-05-03"),
        ("48 hours before the fire of 3 May 2010", "48 hours", "2010-05-01"),
        ("the day before the fire of 3 May 2010", "the day", "2010-05-02"),
        ("a fortnight before the fire of 3 May 2010", "a fortnight", "2010-04-19"),
        # of another clause, or too far on, or no day: not the day of the event
        ("two days after the fire, which he saw on 3 May 2010", "two days", None),
        ("two days after the great fire in the old hall of the lower town of Orsk on 3 May 2010", "two days", None),
        ("two days after the fire of May 2010", "two days", None),
    ],
)
def test_the_event_gives_the_day(text: str, words: str, day: str | None) -> None:
    found = next(t for t in tag(text, DCT) if t.exact == words)
    assert found.anchor_event
    assert (found.span.first.isoformat() if found.span and found.span.first else None) == day


def test_the_events_own_date_is_told_too() -> None:
    found = tag("A day after the Dec. 29 attack, militia vowed to retaliate.", DCT)
    assert [(t.exact, t.value) for t in found] == [("A day", "P1D"), ("Dec. 29", "2019-12-29")]
    assert str(found[0].reason) == "a day after 2019-12-29, the day of the event"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hours after the Dec. 29 attack, they met.", "hours after 2019-12-29, the day of the event"),
        ("An hour after the Dec. 29 attack, they met.", "an hour after 2019-12-29, the day of the event"),
        (
            "A year and a half after the Dec. 29 attack, they met.",
            "a year and a half after 2019-12-29, the day of the event",
        ),
        ("The day after the Dec. 29 attack, they met.", "one day after 2019-12-29, the day of the event"),
    ],
)
def test_the_reason_counts_as_the_text_does(text: str, reason: str) -> None:
    assert str(tag(text, DCT)[0].reason) == reason


def test_under_a_heading_it_is_the_headings_day() -> None:
    (found,) = tag("Hours after the killing was announced, he vowed revenge.", DCT, sections=[(0, dt.date(2020, 1, 3))])
    assert found.anchor_event
    assert found.span is not None and found.span.single == dt.date(2020, 1, 3)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        (
            "She left less than two weeks before the Dec. 20 vote.",
            "less than two weeks",
            "2019-12-06",
            "2019-12-20",
        ),
        ("Fewer than ten days after the Dec. 20 vote, she left.", "Fewer than ten days", "2019-12-20", "2019-12-30"),
        ("Nearly a week after the Dec. 20 vote, she left.", "Nearly a week", "2019-12-20", "2019-12-27"),
        ("At most two days before Christmas, she left.", "At most two days", "2019-12-23", "2019-12-25"),
        ("More than three days after the Dec. 20 vote, she left.", "More than three days", "2019-12-23", None),
        ("At least a week before the Dec. 20 vote, she left.", "At least a week", None, "2019-12-13"),
        ("She left about two weeks before the Dec. 20 vote.", "two weeks", "2019-12-02", "2019-12-10"),
        ("She left a couple of days after the Dec. 20 vote.", "a couple of days", "2019-12-21", "2019-12-23"),
        ("Less than 24 hours after the Dec. 20 vote, she left.", "Less than 24 hours", "2019-12-20", "2019-12-21"),
        ("Less than an hour after the Dec. 20 vote, she left.", "Less than an hour", "2019-12-20", "2019-12-20"),
        ("About 48 hours after the Dec. 20 vote, she left.", "48 hours", "2019-12-22", "2019-12-22"),
        ("Some 40 minutes after the Dec. 20 vote, she left.", "40 minutes", "2019-12-20", "2019-12-20"),
        ("Two weeks before the Dec. 20 vote, she left.", "Two weeks", "2019-12-06", "2019-12-06"),
    ],
)
def test_a_bound_makes_no_day(text: str, words: str, first: str | None, last: str | None) -> None:
    found = next(t for t in tag(text, DCT) if t.exact == words)
    assert found.type == "DURATION"
    assert found.span is not None
    assert (_iso(found.span.first), _iso(found.span.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("She left less than three days ago.", "2020-01-02", "2020-01-02", "2020-01-05"),
        ("She left more than three days ago.", "2020-01-02", None, "2020-01-02"),
        ("She left at least a week ago.", "2019-W52", None, "2019-12-29"),
        ("She left nearly two weeks ago.", "2019-W51", "2019-12-22", "2020-01-05"),
        ("She left about three days ago.", "2020-01-02", "2020-01-01", "2020-01-03"),
        ("She left about two weeks ago.", "2019-W51", "2019-12-16", "2019-12-22"),
        ("She left three days ago.", "2020-01-02", "2020-01-02", "2020-01-02"),
        ("She left more than two months ago.", "2019-11", "2019-11-01", "2019-11-30"),
    ],
)
def test_a_bound_before_now_makes_no_day(text: str, value: str, first: str | None, last: str | None) -> None:
    (found,) = tag(text, DCT)
    assert found.span is not None
    assert (found.value, _iso(found.span.first), _iso(found.span.last)) == (value, first, last)


def test_the_reason_says_the_bound() -> None:
    text = "She left less than two weeks before the Dec. 20 vote."
    assert str(tag(text, DCT)[0].reason) == "less than two weeks before 2019-12-20, the day of the event"
    (found,) = tag("She left over three days ago.", DCT)
    assert str(found.reason) == "over three days before 2020-01-05, the article's date"


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
