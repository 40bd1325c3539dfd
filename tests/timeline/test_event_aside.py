"""A sentence that only opens with the event, or tells what was so before it, does not state it plainly."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.model import Question, Target
from leadup.timeline import choose
from leadup.timeline.event_aside import tells_event_aside
from leadup.timeline.table import Table, read_table

DAY = dt.date(2021, 5, 7)
TARGET = Target("Karl Tolm resigns", DAY, "given")
GASPED = "When Karl Tolm resigned as mayor of Orsk on May 7, the whole harbour gasped."


def of_day(sentence: str) -> tuple[Table, int]:
    table = read_table(
        pool((("2021-05-07", "Mail", sentence),)), Question(TARGET.words, date=DAY), *[DAY.toordinal()] * 2
    )
    return table, next(n for n, at in enumerate(table.rows) if table.text(n) == sentence)


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        (GASPED, True),
        ("As Karl Tolm resigned as mayor of Orsk on May 7, Ida Lund called for calm.", True),
        ("Before Karl Tolm resigned on May 7, Ida Lund had been plotting for months.", True),
        ("Despite the resignation of Karl Tolm on May 7, dockers of Orsk stayed in the hall.", True),
        ("Following the resignation of Karl Tolm on May 7, Ida Lund is back in Orsk.", True),
        ("On the heels of the resignation of Karl Tolm on May 7, dockers of Orsk called for calm.", True),
        ("On the heels of a strike, Karl Tolm resigned as mayor of Orsk on May 7.", False),
        ("ORSK—When Karl Tolm resigned on May 7, the whole harbour gasped.", True),
        ("With Karl Tolm resigning as mayor of Orsk on May 7, dockers called off the strike.", True),
        ("Fresh off the resignation of Karl Tolm on May 7, dockers of Orsk called for calm.", True),
        ("In anticipation of the resignation of Karl Tolm on May 7, dockers filled the hall.", True),
        ("With tears in his eyes, Karl Tolm resigned as mayor of Orsk on May 7.", False),
        ("Fresh off a trip to Hask, Karl Tolm resigned as mayor of Orsk on May 7.", False),
        # what opens the sentence is of another thing, or of whose news it is
        ("When dockers stormed the hall, Karl Tolm resigned as mayor of Orsk on May 7.", False),
        ("After a week of strikes, Karl Tolm resigned as mayor of Orsk on May 7.", False),
        ("Following strikes at the harbour, Karl Tolm said on May 7 that he would resign.", False),
        ("Despite calls to stay, Mayor Karl Tolm resigned on May 7.", False),
        ("As mayor of Orsk, Karl Tolm resigned on May 7.", False),
        ("When dockers forced Karl Tolm out on May 7, he resigned as mayor and left Orsk.", False),
        # what stands behind the news, and the news itself
        ("Dockers danced in the streets of Orsk on May 7 when Karl Tolm resigned.", False),
        ("Karl Tolm resigned as mayor of Orsk on May 7.", False),
        ("On May 7 Karl Tolm resigned as mayor of Orsk.", False),
        ("Karl Tolm had resigned as mayor of Orsk by noon on May 7.", False),
    ],
)
def test_what_a_sentence_only_opens_with(sentence: str, aside: bool) -> None:
    table, row = of_day(sentence)
    assert tells_event_aside(table, TARGET, row) is aside


@pytest.mark.parametrize(("sentence", "less_sure"), [(GASPED, True), (GASPED.replace("When ", ""), False)])
def test_what_only_opens_with_the_event_stands_for_it_as_less_sure(sentence: str, less_sure: bool) -> None:
    (only,) = choose(
        Question(TARGET.words, date=DAY, first=DAY, last=DAY), TARGET, pool((("2021-05-07", "A", sentence),))
    )
    assert only.states_event and only.less_sure is less_sure
