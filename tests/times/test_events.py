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
        ("The day after the Dec. 29 attack, they met.", "one day after 2019-12-29, the day of the event"),
    ],
)
def test_the_reason_counts_as_the_text_does(text: str, reason: str) -> None:
    assert str(tag(text, DCT)[0].reason) == reason


def test_under_a_heading_it_is_the_headings_day() -> None:
    (found,) = tag("Hours after the killing was announced, he vowed revenge.", DCT, sections=[(0, dt.date(2020, 1, 3))])
    assert found.anchor_event
    assert found.span is not None and found.span.single == dt.date(2020, 1, 3)
