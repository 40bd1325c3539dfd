"""Histories: told from news by their own verbs and years, and counted from the date mentioned last."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from leadup.times import tag

NOW = dt.date(2024, 3, 13)

WAR = (
    "The war of the two valleys began in 1861 and was over in 1865. In May 1861 the Oru army crossed the pass and was "
    "beaten. {} It was a hard year. In 1862 the towns were burnt, and in 1863 they had no bread. By 1864 there was "
    "peace in the west. The last fort fell in 1865."
)
"""A history of invented valleys; what is tested stands after "May 1861"."""

# what is told after May 1861, and its expressions
TOLD = [
    ("In August it came back.", [("August", "1861-08")]),
    ("In November it dug in. In January it came back.", [("November", "1861-11"), ("January", "1862-01")]),
    ("On 3 June it came back.", [("3 June", "1861-06-03")]),
    ("On June 4 it came back. On the 9th, it fled.", [("June 4", "1861-06-04"), ("the 9th", "1861-06-09")]),
    ("Its summer campaign was short.", [("summer", "1861-SU")]),
    ("In 1862 it came back, and in the winter it fled.", [("1862", "1862"), ("the winter", "1862-WI")]),
    ("In the autumn it came back.", [("the autumn", "1861-FA")]),
    ("Later that month it came back.", [("Later that month", "1861-05")]),
    ("By the end of the year it was back.", [("the end of the year", "1861")]),
    ("The following year it came back.", [("The following year", "1862")]),
    ("In the next month it came back.", [("the next month", "1861-06")]),
    ("On June 4 it came back. The following day it fled.",
     [("June 4", "1861-06-04"), ("The following day", "1861-06-05")]),
    ("On June 4 it struck at 5 a.m. in the rain.", [("June 4", "1861-06-04"), ("5 a.m.", "1861-06-04T05:00")]),
    ("On June 4 it came back. Two weeks later it fled.", [("June 4", "1861-06-04"), ("Two weeks later", "1861-W25")]),
    ("On June 4 it won at Oru. Three days after the battle it fled.",
     [("June 4", "1861-06-04"), ("Three days", "1861-06-07")]),
    ("On June 4 it won. On 5 July of the same year it fled.",
     [("June 4", "1861-06-04"), ("5 July of the same year", "1861-07-05")]),
    ("In December, as in all of 1861, it dug in. In January it came back.",
     [("December", "1861-12"), ("1861", "1861"), ("January", "1862-01")]),
    # asides do not carry the story away
    ("Letters found in 1899 bear it out. In August it came back.", [("1899", "1899"), ("August", "1861-08")]),
    ("They planned to sail in 1862. In August it came back.", [("1862", "1862"), ("August", "1861-08")]),
    ("The lull lasted until the flood of March 1862. In August it came back.",
     [("March 1862", "1862-03"), ("August", "1861-08")]),
    ("A year earlier it had been weak. In August it came back.",
     [("A year earlier", "1860-05"), ("August", "1861-08")]),
    ("The pact (1861-1863) was void. In August it came back.",
     [("1861", "1861"), ("1863", "1863"), ("August", "1861-08")]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), TOLD, ids=[told[:40] for told, _ in TOLD])
def test_a_history_goes_on_from_its_last_date(told: str, expected: list[tuple[str, str]]) -> None:
    text = WAR.format(told)
    start = text.index(told)
    found = [(t.exact, t.value) for t in tag(text, NOW) if start <= t.start < start + len(told)]
    assert found == expected


def test_a_running_year_never_tires() -> None:
    text = WAR.format("They dug, they prayed and they waited. " * 60 + "In August the siege was over.")
    assert ("August", "1861-08") in [(t.exact, t.value) for t in tag(text, NOW)]


def test_two_jumps_to_one_time_are_no_aside() -> None:
    told = "Letters found in 1999 bear it out. A book of 1999 was full of them. In August it was shown."
    assert ("August", "1999-08") in [(t.exact, t.value) for t in tag(WAR.format(told), NOW)]


@pytest.mark.parametrize(
    "news",
    [
        # verbs of now
        "The fund was old, has books of 2001, 2003, 2005, 2007 and 2009, is open, will stay. In August it is shut.",
        # years in no order
        "It was cut in 2009, 2001, 2008, 2002, 2007 and 2003, and was small. In August it was shut.",
        # counted from today
        "It was cut in 2001, 2003, 2005, 2007 and 2009. It was shut Monday, Tuesday and Friday. In August it was shut.",
        # what was said
        "It was cut in 2001, 2003, 2005, 2007 and 2009, he said, she said and they said. In August it was shut.",
        # few years
        "It was cut in 2001 and was small. In August it was shut.",
    ],
)
def test_news_is_no_history(news: str) -> None:
    long = news.replace(" In August", " Rain, rain, rain." * 60 + " In August")
    assert ("August", "2023-08") in [(t.exact, t.value) for t in tag(long, NOW)] or "is shut" in news
    assert ("August", "2009-08") not in [(t.exact, t.value) for t in tag(long, NOW)]


ANCIENT = (
    "The Oru revolt (499-493 BC) was long. In 492 BC the king sailed. The following year he was back. In 480 BC the "
    "fleet was lost. In mid-August the pass was taken, and in the autumn the town was burnt. In 479 BC he had peace. "
    "Through the 470s BC, and into the 4th century BC, there was trade."
)


def test_years_before_christ_run_on() -> None:
    found = [(t.exact, t.value, t.span) for t in tag(ANCIENT, NOW)]
    assert [(exact, value) for exact, value, _ in found] == [
        ("499", "BC0499"), ("493 BC", "BC0493"), ("492 BC", "BC0492"), ("The following year", "BC0491"),
        ("480 BC", "BC0480"), ("mid-August", "BC0480-08"), ("the autumn", "BC0480-FA"), ("479 BC", "BC0479"),
        ("the 470s BC", "BC047"), ("the 4th century BC", "BC03"),
    ]  # fmt: skip
    assert all(span is None for _, _, span in found)


def test_a_year_before_christ_is_no_anchor_of_news() -> None:
    text = "The vase is of 480 BC and will be sold in May. It was shown in January."
    found = {t.exact: t.value for t in tag(text, NOW)}
    assert found == {"480 BC": "BC0480", "May": "2024-05", "January": "2024-01"}


def test_reasons_do_not_show_how_years_before_christ_are_carried() -> None:
    for t in tag(ANCIENT, NOW):
        assert not re.search(r"\b9\d{3}\b", f"{t.anchor} {t.reason!r} {t.reason}")
