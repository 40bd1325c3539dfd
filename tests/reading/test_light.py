"""The light reading of whole articles: what is news, and on which day it happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from leadup.intake import Options, article_from_text
from leadup.model import Article
from leadup.reading.light import read_light
from leadup.reading.publication import dated

HISTORY = """\
How the bridge came to be closed

March 2, 2021

The bridge was shut on Tuesday after a barge struck a pier. On Feb. 27, a first crack had been found.

Story continues below advertisement

March 4, 2021

A day after the March 3 inspection, engineers left the site. Officials said trains would stop at once.

Click to play video: 'The bridge from above'

March 5, 2021

The mayor resigned late Friday morning. Hours after the resignation was announced, protesters met.
"""


def read(text: str, published: dt.date | None = None) -> tuple[Article, list[tuple[str, str | None, str]]]:
    article = dated(article_from_text(text, source="test", options=Options(published=published)))
    reading = read_light(article)
    rows = [
        (article.text[s.start : s.end], str(s.day) if s.day else None, s.dates[0].by if s.dates else "")
        for s in reading.sentences
    ]
    return article, rows


def test_date_headings_govern_and_expressions_override_them() -> None:
    _, rows = read(HISTORY)
    assert [(day, by) for _, day, by in rows] == [
        ("2021-03-02", "timex"),
        ("2021-02-27", "timex"),
        ("2021-03-04", rows[2][2]),
        ("2021-03-04", "heading"),
        ("2021-03-05", "timex"),
        ("2021-03-05", rows[5][2]),
    ]


def test_furniture_headings_and_title_hold_no_sentences() -> None:
    _, rows = read(HISTORY)
    words = " ".join(text for text, _, _ in rows)
    for furniture in ("Story continues", "Click to play", "How the bridge came", "March 4, 2021"):
        assert furniture not in words


def test_a_date_is_worked_out_where_the_page_has_none() -> None:
    article, _ = read(HISTORY)
    assert article.published is not None
    assert (article.published.day, article.published.certainty) == (dt.date(2021, 3, 5), "inferred")
    assert "heading" in article.published.how


def test_where_nothing_tells_the_date_relative_days_stay_open() -> None:
    article, rows = read("The council met on Monday. It voted late.\n\nNobody spoke.")
    assert article.published is None
    assert [day for _, day, _ in rows] == [None, None, None]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Two soldiers were killed on Tuesday.", "2021-03-02"),
        ("Two soldiers were killed yesterday.", "2021-03-03"),
        ("The market reopened early Thursday.", "2021-03-04"),
        ("He was arrested on 27 February 2021.", "2021-02-27"),
        ("The talks are set to resume on Saturday.", "2021-03-06"),
        ("The council has met twice.", "2021-03-04"),
        ("On Monday the union condemned the raid that killed two men on Feb. 26.", "2021-03-01"),
        ("He was jailed on Tuesday, four days after he was seized on Feb. 26.", "2021-03-02"),
        ("Two men killed on Feb. 26 were buried on Monday.", "2021-03-01"),
    ],
)
def test_the_day_a_sentence_tells_of(sentence: str, day: str) -> None:
    _, rows = read(f"A heading about it all\n\n{sentence}", dt.date(2021, 3, 4))
    assert rows == [(sentence, day, rows[0][2])]


def test_a_happening_taken_up_again_keeps_its_day() -> None:
    text = "Rockets hit the base on Tuesday. Officials said 30 rockets were fired in that attack."
    _, rows = read(text, dt.date(2021, 3, 4))
    assert [(day, by) for _, day, by in rows] == [("2021-03-02", "timex"), ("2021-03-02", "narrative")]


def test_a_happening_taken_up_again_keeps_its_day_under_a_heading() -> None:
    text = "March 2, 2021\n\nThey blamed a barrage on Feb. 27. Officials said 30 rockets were fired in that barrage.\n"
    _, rows = read(text, dt.date(2021, 3, 4))
    assert [(day, by) for _, day, by in rows] == [("2021-02-27", "timex"), ("2021-02-27", "narrative")]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    _, rows = read("OSLO (Northern Agency) - The bridge fell on Tuesday.", dt.date(2021, 3, 4))
    assert [text for text, _, _ in rows] == ["The bridge fell on Tuesday."]


@settings(max_examples=60)
@given(st.text(max_size=400), st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))))
def test_any_text_is_read_and_everything_stands_where_it_is_said_to(text: str, published: dt.date | None) -> None:
    from leadup.errors import EmptyArticle

    try:
        article = article_from_text(text, source="test", options=Options(published=published))
    except EmptyArticle:
        return
    first, second = read_light(dated(article)), read_light(dated(article))
    assert first == second
    at = 0
    for sentence in first.sentences:
        assert at <= sentence.start < sentence.end <= len(article.text)
        at = sentence.end
        for held in (*sentence.timexes, *sentence.names, *sentence.figures):
            assert sentence.start <= held.start < held.end <= sentence.end
            assert article.text[held.start : held.end] == held.exact


@pytest.mark.parametrize("unit", ["today ", "May 3, ", "Monday, ", "next Monday ", "at 3 p.m. ", "two weeks ago "])
def test_many_dates_in_a_sentence_take_linear_time(unit: str) -> None:
    def made(size: int) -> Callable[[], object]:
        day = Options(published=dt.date(2020, 1, 3))
        article = article_from_text(unit * (size // len(unit)), source="x", options=day)
        return partial(read_light, article)

    assert_linear(made, 3_000)
