"""Pages that were written on after their stated day: what may be of either week is of neither."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake import Options, article_from_text
from leadup.reading.light import read_light
from leadup.reading.publication import dated
from leadup.timeline.dating import event_days

SATURDAY = dt.date(2021, 3, 6)
REPORT = "The pier fell on Saturday. “It is lost,” the owner said on Saturday. The mayor came. The riggers wept. "


def days(text: str, published: dt.date = SATURDAY) -> list[str | None]:
    """The day of each sentence, None where it has none, not even in an aside."""
    article = article_from_text(text, source="test", options=Options(published=published))
    told = (next(event_days(s, asides=True), None) for s in read_light(dated(article)).sentences)
    return [None if each is None else str(dt.date.fromordinal(each[0])) for each in told]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Sunday, told as past in a page of Saturday, is the next day; Monday may be either week's.
        (REPORT + "Divers went down on Sunday. A man was seized on Monday.", None),
        # Nothing shows that it was written on.
        (REPORT + "A man was seized on Monday.", "2021-03-01"),
        (REPORT + "Divers will go down on Sunday. A man was seized on Monday.", "2021-03-01"),
        # Wednesday is of two days before in any case.
        (REPORT + "Divers went down on Sunday. A man was seized on Thursday.", "2021-03-04"),
        # "Last Tuesday" is not said in the same week.
        (REPORT + "It was built last Tuesday. A man was seized on Monday.", None),
        (REPORT + "It was built last Tuesday. A man was seized on Thursday.", "2021-03-04"),
    ],
)
def test_a_weekday_of_a_page_that_was_written_on(text: str, day: str | None) -> None:
    assert days(text)[-1] == day


def test_a_page_whose_news_is_of_such_a_day_tells_nothing_of_its_own() -> None:
    seized = "A man was seized on Monday after the pier fell. The mayor came."
    text = f"{seized} Divers went down on Sunday. He spoke on Saturday."
    assert days(text) == [None, None, "2021-03-07", None]
    assert days(text.replace(" on Sunday", "")) == ["2021-03-01", "2021-03-06", "2021-03-06", "2021-03-06"]


def test_the_reason_says_both() -> None:
    text = REPORT + "Divers went down on Sunday. A man was seized on Monday."
    article = article_from_text(text, source="test", options=Options(published=SATURDAY))
    date = read_light(dated(article)).sentences[-1].dates[0]
    assert "or the week after, in which the page was written on" in str(date.reason)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The owners launched the ship on March 19.", None),
        ("The owners launched the ship on March 19, 2021.", "2021-03-19"),
        ("The owners launched the ship on March 2.", "2021-03-02"),
        ("The owners will launch the ship on March 19.", "2021-03-19"),
    ],
)
def test_no_past_is_of_a_day_to_come(sentence: str, day: str | None) -> None:
    assert days(REPORT + sentence)[-1] == day


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("This post was updated Oct. 1 at 10:19 a.m.", None),
        ("This post was updated March 13 at 10:19 a.m.", None),
        ("This post was updated March 12 at 10:19 a.m.", "2021-03-01"),
        ("It rained.", "2021-03-01"),
    ],
)
def test_a_weekday_of_a_page_that_was_changed_a_week_later(stamp: str, day: str | None) -> None:
    page = f"A pier fell\n\n{stamp}\n\n{REPORT}\n\nA man was seized on Monday."
    assert days(page)[-1] == day
    assert days(page.replace("Monday", "March 2"))[-1] == "2021-03-02"


def test_a_page_that_names_later_days_tells_of_them() -> None:
    later = "Divers went down on March 8. A crane fell on March 9. The owners launched the ship on March 19."
    assert days(REPORT + later)[-1] == "2021-03-19"
