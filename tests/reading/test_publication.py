"""The day of a text that has no date of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake import Options, article_from_text
from leadup.lang import ENGLISH
from leadup.reading.publication import dated, last_stamp

FRIDAY = dt.date(2021, 3, 5)
BODY = "Dock workers walked out on Thursday at the port of Clare, shutting the quays for a day and a night."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # not moved to the weekday of the lead
        (f"Published Friday 5th March 2021\n\n{BODY}", "2021-03-05"),
        (f"Strike at Port Clare, March 5, 2021\n\n{BODY}", "2021-03-05"),
        (f"By Ann Pell | March 5, 2021\n\n{BODY}", "2021-03-05"),
        (f"Clare Gazette\n\nMarch 5, 2021 5:15 PM EST\n\n{BODY}", "2021-03-05"),
        (f"CLARE, March 5, 2021 (Agency) - {BODY}", "2021-03-05"),
        (f"Updated March 9, 2021\n\nPublished March 5, 2021\n\n{BODY}", "2021-03-05"),
        (f"Updated March 9, 2021\n\n{BODY}", "2021-03-09"),
        (f"{BODY}\n\nPosted on 5 March 2021", "2021-03-05"),
        ("Dock workers walked out on Friday, March 5, 2021, at the port of Clare.", "2021-03-05"),
        # not taken from background, from a correction, a right, or figures that could be two days
        (f"{BODY} The last strike was on June 4, 2011.", None),
        (f"{BODY} The last strike was on June 9, 2011.", None),
        ("Dock workers walked out on March 5, 2021, a Friday, at the port of Clare.", "2021-03-05"),
        ("Dock workers walked out on Friday, March 5, 2021, at Clare. By March 5, 2021, nobody worked.", "2021-03-05"),
        (f"{BODY} It fell on Tuesday, Sept. 11, 2001. The last strike was on June 9, 2011.", None),
        (f"Posted: March 5, 2021 / 05:15 PM CST Updated: March 6, 2021 / 08:00 AM CST\n\n{BODY}", "2021-03-05"),
        (f"{BODY}\n\nThis article was amended on 9 March 2021 to correct a name.", None),
        (f"{BODY}\n\nCorrection: March 9, 2021", None),
        (f"{BODY}\n\n© 9 March 2021 Clare Gazette", None),
        (f"3/5/2021\n\n{BODY}", None),
        (f"3/25/2021\n\n{BODY}", "2021-03-25"),
        (f"{BODY} Nobody knew of 9/11 then.", None),
    ],
)
def test_the_day_worked_out(text: str, day: str | None) -> None:
    published = dated(article_from_text(text, source="test")).published
    assert (str(published.day) if published else None) == day
    # What a line before the article states, the intake reads itself; else it is marked as worked out.
    assert (
        published is None
        or published.certainty == "inferred"
        or published.how in ("the text's own line", "the dateline")
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("This post was updated Oct. 1 at 10:19 a.m.", "2021-10-01"),
        ("This story has been updated on March 6.", "2021-03-06"),
        ("Updated Jan. 4, 2:02 p.m. ET", "2022-01-04"),
        ("Updated March 9, 2021", "2021-03-09"),
        ("Updated 5:02 p.m. ET", None),
        ("The plan was updated Oct. 1 at 10:19 a.m.", None),
        ("This post was updated Oct. 1 with a correction.", None),
        ("Dock workers met at 10:19 a.m.", None),
    ],
)
def test_the_last_stamp_of_a_page(line: str, day: str | None) -> None:
    article = article_from_text(f"A strike\n\n{line}\n\n{BODY}", source="test", options=Options(published=FRIDAY))
    stamp = last_stamp(article, ENGLISH)
    assert (str(stamp) if stamp else None) == day


def test_the_last_of_a_chronicles_headings() -> None:
    text = "How it went\n\nMarch 2, 2021\n\nIt began.\n\nMarch 5\n\nIt ended.\n\nMarch 4\n\nIt went on."
    published = dated(article_from_text(text, source="test")).published
    assert published is not None
    assert published.day == dt.date(2021, 3, 5)


ITEM = "The pier was shut, and nobody was hurt."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # the year stands at a later heading, at days from one to another, or at the month of the first item
        (f"How it went\n\n20 Sept.\n\n{ITEM}\n\n24 Sept.\n\n{ITEM}\n\n28 Sept. 2021\n\n{ITEM}", "2021-09-28"),
        (f"How it went\n\n20 Sept.\n\n{ITEM}\n\n24 Sept.\n\n{ITEM}\n\n26-28 Sept. 2021\n\n{ITEM}", "2021-09-28"),
        (f"January 2021 {ITEM}\n\nApril 9 — {ITEM}\n\nMay 1 — {ITEM}\n\nMay 5 — {ITEM}", "2021-05-05"),
        (f"How it went\n\nDecember 20\n\n{ITEM}\n\nJanuary 3, 2021\n\n{ITEM}\n\nJanuary 4\n\n{ITEM}", "2021-01-04"),
        # a year that the text names in passing is not the headings'
        (f"The pier was built in 2020.\n\nMonday, March 1\n\n{ITEM}\n\nFriday, March 5\n\n{ITEM}", None),
        # a life, told long after; a calendar of what is to come, below what is told now
        (f"January 1950 {ITEM}\n\nJune 1972 {ITEM}\n\nMay 1999 {ITEM}\n\nA museum opens today.", None),
        (f"The council met on Monday.\n\nMay 3, 2021 — {ITEM}\n\nMay 20, 2021 — {ITEM}\n\nJune 7, 2021 — {ITEM}", None),
        # two sentences that open so are no chronicle
        (f"January 2021 was cold. {ITEM}\n\nMay 1 — {ITEM}\n\nIt was a long spring.", None),
        # a stroke behind the date is the page's
        (f"How\n\n2021-03-05 /\n\n{ITEM}\n\nFriday, March 5\n\n{ITEM}\n\nMonday, March 1\n\n{ITEM}", "2021-03-05"),
    ],
)  # fmt: skip
def test_the_day_of_a_chronicle_whose_headings_lack_their_year(text: str, day: str | None) -> None:
    published = dated(article_from_text(text, source="test")).published
    assert (str(published.day) if published else None) == day


def test_what_is_to_come_after_a_pages_own_day_is_no_chronicle() -> None:
    text = f"March 5, 2021\n\n{BODY}\n\nApril 9 — A hearing.\n\nMay 1 — A vote.\n\nMay 5 — A strike."
    published = dated(article_from_text(text, source="test")).published
    assert published is not None and published.day == FRIDAY
