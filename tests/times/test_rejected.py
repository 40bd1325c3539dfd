"""What a rule of the grammar takes and the reader does not, and why (``leadup dates --trace``)."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.times import tag
from leadup.times.tagger import Rejected

DAY = dt.date(2020, 3, 5)
CASES = [
    ("She told USA TODAY.", "TODAY", "part of a name"),
    ("Christmas Carol Jones sang.", "Christmas", "no time as it stands here"),
    ("She played Black Friday Blues Jones.", "Friday", "within the one before"),
    ("She played Black Friday Blues Jones.", "Black Friday", "part of a name"),
    ("It was 9000 years ago.", "9000 years ago", "beyond the years 1 to 9999"),
    ("It was May 40.", "May", "no time as it stands here"),
    ("The 9th Circuit met.", "The 9th", "no time as it stands here"),
    ("It was the 45th.", "the 45th", "no such day of the calendar"),
    ("At the end of the day, it went.", "the end of the day", "too vague for a time"),
    ("A recent vote.", "recent", "too vague for a time"),
    ("She has 20/20 sight.", "20/20", "two numbers that are no date"),
    ("It stood 37:18 at half-time.", "37:18", "no such time of day"),
    ("JUST WATCHED 03:34", "03:34", "a length, or a score"),
    ("A 7-year-old spoke.", "7-year-old", "an age"),
    ("She is in her 50's.", "50's", "an age"),
    ("President Ama Boateng spoke.", "President", "no name of a holiday"),
    ("They sang at night.", "night", "a part of a day that is not named"),
    ("The morning of the vote was dull.", "The morning", "a part of a day that is not named"),
    ("He lives at 1600 Elm Avenue.", "1600", "no time as it stands here"),
    ("On 2020 Elm Street he stood.", "2020", "part of an address"),
    ("It rained year after year.", "year after", "no time as it stands here"),
    ("On 31/02/2020 she came.", "31/02/2020", "no such day of the calendar"),
    ("On the 31st of last month she came.", "the 31st of last month", "no such day of the calendar"),
    ("This day in history.", "This day", "no time in these words"),
]


@pytest.mark.parametrize(("text", "words", "why"), CASES)
def test_why(text: str, words: str, why: str) -> None:
    rejected: list[Rejected] = []
    tag(text, DAY, rejected=rejected)
    assert (words, why) in [(each.exact, each.why) for each in rejected]
    for each in rejected:
        assert text[each.start : each.end] == each.exact


def test_without_a_day_to_count_from() -> None:
    rejected: list[Rejected] = []
    assert not tag("It was the 9th.", rejected=rejected)
    assert [(each.exact, each.why) for each in rejected] == [("the 9th", "nothing to count from")]


def test_order() -> None:
    """What has no value is put where it stands among the others."""
    rejected: list[Rejected] = []
    tag("They sang at night for a 7-year-old.", DAY, rejected=rejected)
    assert [each.exact for each in rejected] == ["night", "7-year-old"]
