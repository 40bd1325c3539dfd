"""What a report of the event's day or later only brings up is no news of the day that it names."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.model import Question, Target
from leadup.timeline.table import read_table
from leadup.timeline.told_later import brought_up_later

DAY = dt.date(2021, 5, 7)
TARGET = Target("Karl Tolm resigns", DAY, "given")


def brought_up(sentence: str, printed: str = "2021-05-07", of: int = 5) -> bool:
    """Is this sentence, which names a day of May, told as what only brings that day up?"""
    told = pool(
        (("2021-05-07", "Orsk Daily", "Mayor Karl Tolm of Orsk resigned on Friday."), (printed, "Mail", sentence))
    )
    table = read_table(told, Question(TARGET.words, date=DAY), DAY.toordinal() - 9, DAY.toordinal())
    rows = [int(r) for r in table.of_day[dt.date(2021, 5, of).toordinal()] if table.text(int(r)) == sentence]
    assert len(rows) == 1
    return bool(brought_up_later(table, TARGET, rows))


@pytest.mark.parametrize(
    ("sentence", "later"),
    [
        # in a clause on somebody
        ("Ida Lund, who met Karl Tolm on May 5, said she was honored to succeed him.", True),
        ("Ida Lund signed a law on the dockers who marched to the harbour on May 5.", True),
        # in an aside to what was done on the event's day, or to the event
        (
            "After Ida Lund asked for the papers on May 5, Ilan Varo wrote on May 7 that she would get them.",
            True,
        ),
        ("Despite a march of dockers for him on May 5, Karl Tolm resigned as mayor of Orsk.", True),
        # what was done on the day itself, whatever else is told
        ("Ida Lund met Karl Tolm on May 5.", False),
        ("Ida Lund, who is the mayor of Hask, met Karl Tolm on May 5.", False),
        ("Ida Lund said that she met Karl Tolm on May 5.", False),
        ("Ida Lund met Karl Tolm on May 5 and left for Hask on May 7.", False),
        # an aside to what was done then as well
        ("When she arrived in Orsk on May 5, Ida Lund called for the mayor to go.", False),
        ("After arriving in Orsk on May 5, Ida Lund stayed at the harbour.", False),
        ("After a march on May 5, dockers stormed the town hall of Orsk.", False),
        ("Police found a bomb at the harbour hours after a blast on May 5.", False),
        ("Ida Lund asked on May 5 for the papers that Ilan Varo got on May 7.", False),
    ],
)
def test_what_a_later_report_only_brings_up(sentence: str, later: bool) -> None:
    assert brought_up(sentence) is later


def test_what_was_printed_before_the_event_led_up_to_it() -> None:
    met = "Ida Lund, who met Karl Tolm on May 5, said she was honored to work with him."
    of_the_day = met.replace("May 5", "May 7")
    assert not brought_up(of_the_day, "2021-05-07", 7) and not brought_up(of_the_day, "2021-05-09", 7)
    assert brought_up(met, "2021-05-07") and brought_up(met, "2021-05-09") and not brought_up(met, "2021-05-06")
