"""Chronicles as pages have them: which day governs which line."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake import Options, article_from_text
from leadup.reading.light import read_light
from leadup.timeline.dating import event_days

# The day of writing, the page, and the day of each of its sentences.
PAGES = [
    (
        "2021-03-10",
        "Saturday, February 27: Crack in the pier\n\nDivers found it by chance.\n\nMonday, March 1: Road shut\n\n"
        "Barriers went up at noon.",
        ["2021-02-27", "2021-03-01"],
    ),
    ("2021-03-10", "July 5, 2016 - The master's odd speech\n\nHe said no one was to blame.", ["2016-07-05"]),
    (
        "2021-03-10",
        "2018\n\nOctober 2:\n\nHe enters the office.\n\nOctober 20:\n\nThe owner admits it.\n\n2019\n\nJanuary 3:\n\n"
        "The trial opens.",
        ["2018-10-02", "2018-10-20", "2019-01-03"],
    ),
    (
        "2021-03-10",
        "Friday, Jan. 15, 2:27 p.m.: A first draft is sent to the owner of the pier by the clerk of the council.\n\n"
        "6:21 p.m.: A word is added to the draft by the owner, who sends it back with a note.",
        ["2021-01-15", "2021-01-15"],
    ),
    (
        "2021-03-10",
        "Sunday, February 28\n\nShops were looted.\n\nMore unrest on Monday, March 1\n\nIt began again at dusk.\n\n"
        "On Tuesday, March 2, a curfew\n\nPolice fired shots.",
        ["2021-02-28", "2021-03-01", "2021-03-02"],
    ),
    ("2021-03-10", "FRIDAY, MARCH 5, 2 P.M.\n\nThe storm gathers strength.", ["2021-03-05"]),
    # Newest first; and a page of the year's end, whose headings are all of its own year.
    ("2021-03-10", "Jan. 2\n\nIt ends.\n\nDec. 30\n\nIt begins.", ["2021-01-02", "2020-12-30"]),
    ("2020-12-21", "January 3\n\nIt fell.\n\nMay 2\n\nIt rose.\n\nDecember 20\n\nIt fell.",
     ["2020-01-03", "2020-05-02", "2020-12-20"]),
    # A calendar of what is to come.
    ("2021-07-21", "Aug. 7 — Regatta in Port Clare.\n\nSept. 4 — Feast of the harbour.", ["2021-08-07", "2021-09-04"]),
    # What is said of a day far from the heading's was said on the heading's.
    ("2021-06-10", "May 2\n\nShe said on Jan. 28 the letter had cost her.\n\nMay 3\n\nShe left.",
     ["2021-05-02", "2021-05-03"]),
    # The first heading stands where a page's own day does; a day, a full stop and what happened; the next day.
    ("2021-03-10", "How it went\n\nPublished: March 10, 2021\n\nMarch 2, 2021\n\nIt fell.\n\nMarch 4, 2021\n\nIt rose.",
     ["2021-03-02", "2021-03-04"]),
    ("2021-03-10", "How it went\n\nMarch 10, 2021\n\nIt fell on March 2.\n\nIt rose on March 4.",
     ["2021-03-02", "2021-03-04"]),
    ("2021-03-10", "March 2\n\nIt fell.\n\n7th March, 2021. Police came. They left.\n\nMarch 8 (Day 5)\n\nIt rose.",
     ["2021-03-02", "2021-03-07", "2021-03-07", "2021-03-08"]),
    ("2021-03-10", "March 2\n\nIt fell.\n\nThe next day\n\nIt rose.\n\nSame day\n\nIt set.\n\nThat night:\n\nIt hung.",
     ["2021-03-02", "2021-03-03", "2021-03-03", "2021-03-03"]),
    ("2021-03-10", "March 2\n\nIt fell.\n\nMarch 4-5\n\nIt shook.\n\nThe next day\n\nIt rose.",
     ["2021-03-02", None, "2021-03-06"]),
    # Figures that may be a month or a day are what fits the headings beside.
    ("2021-03-10", "Feb. 9\n\nIt fell.\n\n10/2/2021\n\nIt rose.\n\nFeb. 12\n\nIt set.",
     ["2021-02-09", "2021-02-10", "2021-02-12"]),
    # What was said some time after is not of the heading's day; what was done later that day is.
    ("2021-03-10", "March 2\n\nHe quits. The clinic later said it was a slip. Police later came. He left later.",
     ["2021-03-02", None, "2021-03-02", "2021-03-02"]),
    # A heading that is no single day ends what stood above it, and what stands below is of no day, not of printing's.
    ("2021-03-10", "March 2\n\nHe quits.\n\nSometime last week\n\nShe asks for help.\n\nMarch 9\n\nShe quits.",
     ["2021-03-02", None, "2021-03-09"]),
    ("2021-03-10", "Feb. 2\n\nHe quits.\n\nLate February\n\nShe asks for help.\n\nMarch 9\n\nShe quits.",
     ["2021-02-02", None, "2021-03-09"]),
    ("2021-03-10", "March 2\n\nHe quits.\n\nMarch 5-7\n\nThe crews strike.\n\nMarch 9\n\nShe quits.",
     ["2021-03-02", None, "2021-03-09"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "page", "days"), PAGES, ids=[page[:30] for _, page, _ in PAGES])
def test_the_lines_of_a_chronicle(written: str, page: str, days: list[str]) -> None:
    article = article_from_text(page, source="test", options=Options(published=dt.date.fromisoformat(written)))
    found = []
    for sentence in read_light(article).sentences:
        told = next(event_days(sentence), None)
        found.append(str(dt.date.fromordinal(told[0])) if told else None)
    assert found == days


def test_a_paragraph_of_its_own_day_governs_itself_alone() -> None:
    page = (
        "The pier has a long story.\n\nApril 30, 2009: A barge strikes the pier. It sinks within the hour.\n\n"
        "Masters said on Tuesday that they want a new one. The council met."
    )
    article = article_from_text(page, source="test", options=Options(published=dt.date(2021, 3, 4)))
    days = [str(s.day) if s.day else None for s in read_light(article).sentences]
    assert days[-4:-1] == ["2009-04-30", "2009-04-30", "2021-03-02"]


def test_a_number_that_is_a_year_heads_nothing_far_below() -> None:
    page = "2008\n\n" + "The pier stood.\n\n" * 5 + "Aug. 7 — Regatta in Port Clare.\n\nAug. 9 — Feast."
    article = article_from_text(page, source="test", options=Options(published=dt.date(2021, 7, 21)))
    assert str(read_light(article).sentences[-1].day) == "2021-08-09"
