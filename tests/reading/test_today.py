"""Today is the day of a text where something is told of it, and these times elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH
from leadup.reading.telling import telling
from leadup.reading.today import REPORT, is_of_these_times
from leadup.times import tag

THURSDAY = dt.date(2021, 3, 4)
PAPER, ESSAY = 0.15, 0.05


@pytest.mark.parametrize(
    ("sentence", "news", "these_times"),
    [
        # told of the day
        ("The mayor resigned today.", PAPER, False),
        ("The mayor said today that the pier is safe.", PAPER, False),
        ("Today, the mayor sold the yard.", PAPER, False),
        ("Earlier today, the mayor spoke to the riggers.", PAPER, False),
        ("The guild today announced a strike.", PAPER, False),
        ("The mayor, speaking at a hearing today, said so.", PAPER, False),
        ("The rules published today are likely to be read.", PAPER, False),
        ("The mayor is set to name a new master of the harbour and its pilots today.", PAPER, False),
        ("We'll find out today.", PAPER, False),
        ("The owner reported that the papers would come out today.", PAPER, False),
        ("Two boats have collided off the pier today.", PAPER, False),
        ("Today's vote is about the pier.", PAPER, False),
        ("The guilds of the county are losing ground today.", REPORT, False),
        # these times
        ("Young people today are poor.", PAPER, True),
        ("Today, the port is a park.", PAPER, True),
        ("The guilds of the county are losing ground today.", PAPER, True),
        ("Today's vote is about the pier.", ESSAY, True),
        ("In today's yards, the oak is gone.", PAPER, True),
        ("They turned a gift into tomorrow's debts.", PAPER, True),
        ("The town is unlike that of the old days, compared to today.", PAPER, True),
        ("The mayor told the Today programme so.", PAPER, True),
        ("If the vote were held today, Pell won it.", PAPER, True),
        ("The mayor noted that the threat the port faces today has grown.", PAPER, True),
        ("There were 900 yards in 1950; today, there are nine.", PAPER, True),
        ("Nine years ago today, the pier fell.", PAPER, True),
        ("The town as it is known today is small.", PAPER, True),
        # no such word at all
        ("The mayor resigned on Thursday.", PAPER, False),
        ("The mayor resigned yesterday.", PAPER, False),
    ],
)
def test_the_day_or_these_times(sentence: str, news: float, these_times: bool) -> None:
    told = telling(sentence, 0, len(sentence), language=ENGLISH)
    found = [t for t in tag(sentence, THURSDAY) if t.type == "DATE"][-1]
    assert is_of_these_times(sentence, 0, found, told, news, ENGLISH) is these_times
