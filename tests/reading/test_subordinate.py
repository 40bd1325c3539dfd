"""Days that stand under the main clause are not its own."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.lang import ENGLISH
from leadup.reading.subordinate import Standing, standing
from leadup.reading.telling import telling
from leadup.times import tag

THURSDAY = dt.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("sentence", "day", "stands"),
    [
        # relative clauses
        ("The mayor met the widow of a rigger who died Tuesday night.", "Tuesday night", Standing.UNDER),
        ("They planned for the fair, which will fill the quay on Saturday.", "Saturday", Standing.ADDED),
        ("Anna Tolm said the harbour fire on April 15 should be a warning.", "April 15", Standing.UNDER),
        ("Anna Tolm said the fair on Saturday would be free.", "Saturday", Standing.UNDER),
        ("Anna Tolm said on Saturday the fair would be free.", "Saturday", Standing.MAIN),
        ("Jan Lund, who turned 60 on Wednesday, left the yard.", "Wednesday", Standing.ADDED),
        ("The council blamed the wind that ravaged the quay on Monday.", "Monday", Standing.UNDER),
        ("He spoke of the swell, which sank 1,400 skiffs on Feb. 21, as a warning.", "Feb. 21", Standing.ADDED),
        ("The council voted on Tuesday for a man who sails.", "Tuesday", Standing.MAIN),
        # what was said or found is told of itself
        ("The master said that it sank on Monday.", "Monday", Standing.MAIN),
        ("The court ruled that closed gates opened on Monday.", "Monday", Standing.MAIN),
        # bounds with a clause of their own
        ("Ann Pell was silent since the gates reopened on Monday.", "Monday", Standing.UNDER),
        # what is pointed at, what was brought out, one of several
        ("It was Ann Pell who resigned on Monday.", "Monday", Standing.MAIN),
        ("He spoke in an interview that aired on Monday.", "Monday", Standing.MAIN),
        ("Ann Pell was among the riggers who struck on Monday.", "Monday", Standing.MAIN),
        ("The owner hired one of the riggers who struck on Monday.", "Monday", Standing.UNDER),
        # charges
        ("He was accused of helping to sink the skiff on Feb. 15.", "Feb. 15", Standing.UNDER),
        ("He was charged on Feb. 15.", "Feb. 15", Standing.MAIN),
        # the name of a thing
        ("Reporters asked about his Feb. 12 arrest.", "Feb. 12", Standing.UNDER),
        ("Pell told it in papers about the three-hour, Feb. 12 hearing.", "Feb. 12", Standing.UNDER),
        ("An inquiry into the Feb. 12 fire was closed.", "Feb. 12", Standing.MAIN),
        ("The town blamed the guild for a raid on Feb. 12 that left a rigger dead.", "Feb. 12", Standing.MAIN),
        ("Pell spoke of a long night, Feb. 12.", "Feb. 12", Standing.MAIN),
        ("The council debated the plan on Feb. 12.", "Feb. 12", Standing.MAIN),
        # behind a perfect
        ("The mayor has cancelled a visit to the pier on Friday.", "Friday", Standing.UNDER),
        ("The council has voted twice, and the mayor left on Monday.", "Monday", Standing.MAIN),
        # what somebody is suspected in, or wanted for
        ("The two suspects in Monday's pier fire were brothers, it was reported Wednesday.", "Monday", Standing.UNDER),
        ("Pell knew a suspect in the Feb. 12 fire, the mayor said.", "Feb. 12", Standing.UNDER),
        ("A man wanted in connection with the fire at the pier on Monday was seen.", "Monday", Standing.UNDER),
        ("The suspects in the fire were arrested on Monday.", "Monday", Standing.MAIN),
        ("Two riggers died in Monday's pier fire.", "Monday", Standing.MAIN),
        # what is claimed or had been before, a thing of its day, a relative clause without its pronoun
        ("The owner denied reports that the pier fell on Monday.", "Monday", Standing.UNDER),
        ("The owner reported that the pier fell on Monday.", "Monday", Standing.MAIN),
        ("Divers proved that the pier had burned on Monday.", "Monday", Standing.UNDER),
        ("They met at the quay, keeping a promise Lund made on Monday.", "Monday", Standing.UNDER),
        ("They met at the quay, in a mood Lund made on Monday.", "Monday", Standing.MAIN),
        ("The council released a report on the Feb. 12 fire.", "Feb. 12", Standing.UNDER),
        ("The town mourned the events of Feb. 12.", "Feb. 12", Standing.UNDER),
        # not after the verb, not told as past
        ("On Tuesday the man who sails came home.", "Tuesday", Standing.MAIN),
        ("The council will meet the man who sails on Friday.", "Friday", Standing.MAIN),
    ],
)
def test_where_a_day_stands(sentence: str, day: str, stands: Standing) -> None:
    told = telling(sentence, 0, len(sentence), language=ENGLISH)
    assert {t.exact: standing(sentence, 0, t, told, language=ENGLISH) for t in tag(sentence, THURSDAY)}[day] is stands


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The case is about a fire on Feb. 12.", Standing.UNDER),
        ("The case is on top of the strike, which began Feb. 12.", Standing.MAIN),
        ("On Feb. 12, the court is in session.", Standing.MAIN),
    ],
)
def test_a_day_long_past_is_not_of_what_stands(sentence: str, stands: Standing) -> None:
    told = telling(sentence, 0, len(sentence), language=ENGLISH)
    (found,) = tag(sentence, THURSDAY)
    assert standing(sentence, 0, found, told, past=True, long_past=True, language=ENGLISH) is stands
