"""What is said goes on: the day of sentences that are all quotation."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.intake import Options, article_from_text
from leadup.model import Sentence
from leadup.reading.light import read_light
from leadup.timeline.dating import event_days

THURSDAY = dt.date(2021, 3, 4)
# An essay, in which no saying is taken for one of the page's day.
SEA = " ".join(["The sea is wide.", "Ships are small.", "Nobody knows why.", "It is a matter of taste."] * 6)


def sentences(text: str) -> dict[str, Sentence]:
    """The sentences of a page of 4 March 2021 that is no report, by their first four words."""
    article = article_from_text(f"The sea\n\n{SEA}\n\n{text}", source="test", options=Options(published=THURSDAY))
    return {" ".join(article.text[s.start : s.end].split()[:4]): s for s in read_light(article).sentences}


def filed(sentence: Sentence) -> str | None:
    told = next(event_days(sentence), None)
    return None if told is None else str(dt.date.fromordinal(told[0]))


@pytest.mark.parametrize(
    ("text", "opening", "day"),
    [
        # After the saying, and on to the end of the quotation, over what has a time of its own.
        ("“The pier is lost,” Ann Pell said on Tuesday. “We need a new one.”", "“We need a new", "2021-03-02"),
        (
            "“The pier is lost,” Ann Pell said on Tuesday. “Nobody asked. It stood since 1950. We need a new one.”",
            "We need a new",
            "2021-03-02",
        ),
        # Before it, where the quotation runs on to it.
        ("“We need a new pier. It is all lost,” Ann Pell said on Tuesday.", "“We need a new", "2021-03-02"),
        # Into the next paragraph, where the quotation was left open.
        (
            "“The pier is lost,” Ann Pell said on Tuesday. “Nobody asked.\n\n“We need a new one.”",
            "“We need a new",
            "2021-03-02",
        ),
        # After what was said in other words, whole or in part.
        ("Ann Pell said on Tuesday that the pier is lost. “We need a new one.”", "“We need a new", "2021-03-02"),
        ("Ann Pell said on Tuesday it fell. The rest could be “a ruin for years to come.”", "The rest", "2021-03-02"),
        ("Ann Pell said on Tuesday it fell. The rest “will” be a ruin for years to come.", "The rest", None),
        ("Ann Pell said on Tuesday it fell. We need a new one.", "We need a new", None),
        # In the next paragraph, where a colon opens it.
        ("Ann Pell said on Tuesday:\n\n“We need a new one.”", "“We need a new", "2021-03-02"),
        # Or in one that does not say who speaks, where what it is was told of a day.
        ("The guild wrote this on Tuesday:\n\n“The pier is lost. We need a new one.”", "We need a new", "2021-03-02"),
        ("The guild issued it on Tuesday:\n\n“It is lost. We need a new one.”", "We need a new", "2021-03-02"),
        ("The guild holds this of Tuesday:\n\n“The pier is lost. We need a new one.”", "We need a new", None),
        # Who is quoted in a paragraph of its own may have spoken at any time.
        ("“The pier is lost,” Ann Pell said on Tuesday.\n\n“We need a new one.”", "“We need a new", None),
        # A saying of no day gives none, and neither does one of many.
        ("“The pier is lost,” Ann Pell said. “We need a new one.”", "“We need a new", None),
        ("“The pier is lost,” Ann Pell said in 2019. “We need a new one.”", "“We need a new", None),
    ],
)  # fmt: skip
def test_a_quotation_is_of_the_day_of_its_saying(text: str, opening: str, day: str | None) -> None:
    assert filed(next(s for first, s in sentences(text).items() if first.startswith(opening))) == day


def test_why_is_said() -> None:
    text = "“The pier is lost,” Ann Pell said on Tuesday. “Nobody asked.\n\n“We need a new one.”"
    date = sentences(text)["“We need a new"].dates[0]
    assert date.by == "narrative"
    assert str(date.reason) == "said with what stands beside it (Tuesday before 2021-03-04, the article's date)"


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("“We need a new one. It is lost.”", "2021-03-04"),
        # Somebody else says so, or nobody.
        ("“We need a new one. It is lost.” Bo Tolm is of another view.", None),
        ("We need a new one. It is lost.", None),
    ],
)
def test_in_a_report_a_speaker_speaks_on_in_the_next_paragraph(after: str, day: str | None) -> None:
    filler = " ".join(["The owner said it fell.", "The sea is wide.", "Ships are small."] * 6)
    text = f"The pier\n\n{filler}\n\n“The pier is lost,” Ann Pell said.\n\n{after}"
    article = article_from_text(text, source="test", options=Options(published=THURSDAY))
    sentence = next(s for s in read_light(article).sentences if "We need" in article.text[s.start : s.end])
    assert filed(sentence) == day
