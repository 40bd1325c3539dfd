"""Days of what was still to come are not the sentence's own."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH
from leadup.reading.planned import planned
from leadup.reading.telling import telling
from leadup.times import tag

THURSDAY = dt.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("sentence", "day", "expected"),
    [
        # the words look ahead, the day lies behind
        ("On Tuesday, after a long quarrel over the quay, the mayor is widely expected to give in.", "Tuesday", True),
        ("The owners will meet on Friday.", "Friday", False),
        ("The owners met on Tuesday.", "Tuesday", False),
        ("The crew of the pier got new heads on Wednesday.", "Wednesday", False),
        # nothing told as past is of a day to come, if its year is not named
        ("The council set its vote on the pier for March 20.", "March 20", True),
        ("The council heard that a vote of all the owners was set for March 20, and rose.", "March 20", True),
        ("The owners had pledged to meet at talks set for March 9.", "March 9", True),
        ("The owners launched the ship on March 9.", "March 9", False),
        ("The owners left the pier on March 9, 2021.", "March 9, 2021", False),
        ("The owners left the pier on March 5.", "March 5", False),
        # a thing named by its weekday, past or to come
        ("She hoped for a good show in Sunday's race.", "Sunday", True),
        ("He said that Sunday's race is the last.", "that Sunday", True),
        ("She wept over Sunday's attack.", "Sunday", False),
        ("At Sunday's race she fell.", "Sunday", False),
        ("She won Wednesday's race.", "Wednesday", False),
        # it was to be, and was not, or not then
        ("Ann Pell had been scheduled to speak to the council on Tuesday.", "Tuesday", True),
        ("Ann Pell had originally planned to sail Tuesday.", "Tuesday", True),
        ("Ann Pell had planned the fair, and on Tuesday she sailed.", "Tuesday", False),
        # somebody is called to it
        ("Ann Pell was ordered to appear before the court on Tuesday.", "Tuesday", True),
        ("The mayor invited the riggers to speak on March 9.", "March 9", True),
        ("On Tuesday the mayor invited the riggers to speak.", "Tuesday", False),
        # what is striven for
        ("Ann Pell is seeking to win the race on Saturday.", "Saturday", True),
        ("Ann Pell, aiming to win on Tuesday, sailed on.", "Tuesday", True),
        ("Ann Pell was trying to sail on Tuesday, and fell.", "Tuesday", False),
        # what was called off, a deadline
        ("The crew has cancelled all its races in Port Clare on Sunday.", "Sunday", True),
        ("The crew sailed its races in Port Clare on Sunday.", "Sunday", False),
        ("On Wednesday the crew cancelled a race.", "Wednesday", False),
        ("The talks went past their deadline of Feb. 12.", "Feb. 12", True),
        ("The race was originally to begin on Feb. 12, but the sea was rough.", "Feb. 12", True),
        ("She spoke on a round of Sunday talk shows.", "Sunday", True),
        ("She spoke on a Sunday outing.", "Sunday", False),
        ("They left a day earlier than planned.", "a day earlier", True),
        ("They left a day earlier.", "a day earlier", False),
        ("The owners will not meet if the pier burns overnight.", "overnight", True),
        ("The owners met as the pier burned overnight.", "overnight", False),
        # what it is meant for
        ("The council announced a vote for Tuesday.", "Tuesday", True),
        ("The council announced a vote for Tuesday", "Tuesday", True),
        ("The mayor apologized for Tuesday's vote.", "Tuesday", False),
        # what was said of a day to come
        ("The owner said the council will vote next Wednesday.", "next Wednesday", True),
        ("The owner said on Tuesday that the council will vote.", "Tuesday", False),
        ("The pier fell, the paper reported on Friday.", "Friday", False),
        # what stands looks ahead, unless something past is told before the day
        ("There are nine seats at stake on Tuesday.", "Tuesday", True),
        ("The riggers are not registered to vote in the poll on Tuesday.", "Tuesday", True),
        ("It is the first vote since the pier fell on Tuesday.", "Tuesday", False),
        ("He is said to have left on Tuesday.", "Tuesday", False),
        # what goes on from a day, and what one gets ready for
        ("The mayor has talks on Tuesday and beyond.", "Tuesday", True),
        ("The team trained in preparation for its game on Tuesday.", "Tuesday", True),
        ("The team prepared, and played on Tuesday.", "Tuesday", False),
        ("The master was preparing for bed when the pier fell on Tuesday.", "Tuesday", False),
        ("The pier stood empty from Tuesday onward.", "Tuesday", False),
    ],
)
def test_a_day_of_a_plan(sentence: str, day: str, expected: bool) -> None:
    found = next(t for t in tag(sentence, THURSDAY) if t.exact == day)
    told = telling(sentence, 0, len(sentence), language=ENGLISH)
    assert planned(sentence, 0, len(sentence), found, told, THURSDAY, language=ENGLISH) is expected


def test_a_page_that_was_written_on_tells_of_later_days() -> None:
    sentence = "The owners left the pier for March 9."
    (found,) = tag(sentence, THURSDAY)
    told = telling(sentence, 0, len(sentence), language=ENGLISH)
    assert not planned(sentence, 0, len(sentence), found, told, THURSDAY, later=True, language=ENGLISH)


def test_without_a_day_of_its_own_an_article_plans_nothing() -> None:
    sentence = "The owner said the council will vote on March 9, 2021."
    (found,) = tag(sentence, None)
    assert not planned(
        sentence, 0, len(sentence), found, telling(sentence, 0, len(sentence), language=ENGLISH), None, language=ENGLISH
    )
