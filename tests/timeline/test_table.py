"""What is known of each mention of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from tests.timeline.story import Telling, pool

from leadup.lang import ENGLISH
from leadup.model import DateSpan, EventDate, Piece, Question
from leadup.timeline.pool import Pool
from leadup.timeline.table import COMMON, HEAD, Table, read_table

FIRST, LAST = dt.date(2021, 5, 3), dt.date(2021, 5, 5)
TOLD: tuple[Telling, ...] = (
    ("2021-05-06", "A", "The dam shook on May 3, as it had on May 2. Sailors sang on May 4. Rain fell."),
    ("2021-05-02", "B", "The council will meet on May 5. Sailors will sing."),
    ("2021-05-08", "C", "The dam shook on May 7. It was shut on May 6. It shook twice on May 5."),
)


def table(*, first: dt.date = FIRST, last: dt.date = LAST, told: tuple[Telling, ...] = TOLD) -> Table:
    return read_table(pool(told), Question("the Tarrow dam", keywords=("dam",)), first.toordinal(), last.toordinal())


def rows(of: Table) -> list[tuple[str, int]]:
    return [(of.text(row)[:9], dt.date.fromordinal(int(of.day[row])).day) for row in range(len(of))]


def test_the_rows_are_of_the_days_and_of_the_morning_after() -> None:
    of = table()
    assert rows(of) == [
        ("The counc", 5), ("The dam s", 3), ("Sailors s", 4), ("Rain fell", 4), ("It was sh", 6), ("It shook ", 5),
    ]  # fmt: skip
    assert of.lag.tolist() == [-3, 3, 2, 2, 2, 3]
    assert of.explicit.all()
    assert of.on_topic.tolist() == [False, True, False, False, False, False]
    assert of.length.tolist() == [7, 12, 5, 2, 6, 6]
    # of an article's sentences the share that is on the topic, and how many are dated by the text itself
    assert of.share.tolist() == pytest.approx([0, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3])
    assert of.dated.tolist() == [1, 3, 3, 3, 3, 3]
    assert of.is_main_day.tolist() == [True] * 6
    assert (of.first, of.last) == (FIRST.toordinal(), LAST.toordinal())


def test_the_rows_of_each_day_and_how_many_hold_a_word() -> None:
    of = table()
    assert {day - FIRST.toordinal(): found.tolist() for day, found in of.of_day.items()} == {
        0: [1], 1: [2, 3], 2: [0, 5], 3: [4],
    }  # fmt: skip
    shook = of.vocabulary.number["shook"]
    days = range(FIRST.toordinal(), FIRST.toordinal() + 4)
    assert [of.held(day, day)[shook] for day in days] == [1, 0, 1, 0]
    assert of.held(days[0], days[2])[shook] == 2
    assert of.held(days[1], days[3])[shook] == 1
    assert of.held(days[3], days[0]).sum() == 0
    assert [of.stems(row) for row in (2, 3)] == [("sailor", "sang"), ("rain", "fell")]


def test_a_word_counts_by_its_rarity() -> None:
    of = table()
    rarity = {name: float(value) for name, value in zip(of.names, of.rarity, strict=True)}
    assert COMMON == 2
    assert rarity["rain"] == pytest.approx(of.pool.rarity["rain"] + 2)
    assert rarity["sailor"] < rarity["rain"]
    # Of a word that the sample does not hold it is taken that no article of it does.
    rare = replace(of)
    rare.pool.__dict__["rarity"] = {}
    assert np.unique(rare.rarity).tolist() == pytest.approx([of.pool.rarest + 2])


def test_what_names_no_day_counts_near_the_head_of_its_article() -> None:
    (article,) = pool((("2021-05-04", "A", "Rain fell. " * (HEAD + 2)),)).articles
    printed = EventDate(DateSpan.day(dt.date(2021, 5, 4)), "published", "the article's date", 0.45)
    undated = tuple(replace(sentence, dates=(printed,)) for sentence in article.reading.sentences)
    of = Pool.of([replace(article, reading=replace(article.reading, sentences=undated))], ENGLISH)
    found = read_table(of, Question("rain"), FIRST.toordinal(), LAST.toordinal())
    assert [at.sentence for at in found.rows] == [0, 1, 2, 3, 4]
    assert not found.explicit.any()
    assert not found.dated.any()
    assert found.date_weight.tolist() == [0.45] * HEAD


def test_of_nothing_told_there_are_no_rows() -> None:
    assert len(table(told=())) == 0
    assert table(told=()).of_day == {}


def test_the_piece_that_a_row_is_of() -> None:
    of = table()
    articles = tuple(
        replace(
            a,
            reading=replace(a.reading, piece=Piece("opinion", "so it is") if a.outlet == "A" else Piece("report", "")),
        )
        for a in of.pool.articles
    )
    told = replace(of, pool=replace(of.pool, articles=articles))
    assert [told.is_opinion(row) for row in range(3)] == [False, True, True]
    assert [told.piece(row) for row in range(2)] == ["report", "opinion"]
