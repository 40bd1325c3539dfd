"""Days that stand under the main clause are not its own."""

from __future__ import annotations

import datetime as dt

import pytest

from leadup.reading.subordinate import stands_under
from leadup.reading.telling import telling
from leadup.times import tag

THURSDAY = dt.date(2021, 3, 4)


@pytest.mark.parametrize(
    ("sentence", "day", "under"),
    [
        # relative clauses
        ("The mayor met the widow of a rigger who died Tuesday night.", "Tuesday night", True),
        ("They planned for the fair, which will fill the quay on Saturday.", "Saturday", True),
        ("The council blamed the wind that ravaged the quay on Monday.", "Monday", True),
        ("He spoke of the swell, which sank 1,400 skiffs on Feb. 21, as a warning.", "Feb. 21", True),
        ("The master said he was tired.", None, False),
        ("The council voted on Tuesday for a man who sails.", "Tuesday", False),
        # what was said or found is told of itself
        ("The master said that it sank on Monday.", "Monday", False),
        ("The court ruled that closed gates opened on Monday.", "Monday", False),
        # bounds with a clause of their own
        ("Ann Pell was silent since the gates reopened on Monday.", "Monday", True),
        # what is pointed at, what was brought out, one of several
        ("It was Ann Pell who resigned on Monday.", "Monday", False),
        ("He spoke in an interview that aired on Monday.", "Monday", False),
        ("Ann Pell was among the riggers who struck on Monday.", "Monday", False),
        # charges
        ("He was accused of helping to sink the skiff on Feb. 15.", "Feb. 15", True),
        ("He was charged on Feb. 15.", "Feb. 15", False),
        # the name of a thing
        ("Reporters asked about his Feb. 12 arrest.", "Feb. 12", True),
        ("An inquiry into the Feb. 12 fire was closed.", "Feb. 12", False),
        ("The council debated the plan on Feb. 12.", "Feb. 12", False),
        # not after the verb, not told as past
        ("On Tuesday the man who sails came home.", "Tuesday", False),
        ("The council will meet the man who sails on Friday.", "Friday", False),
    ],
)
def test_which_days_stand_under_the_main_clause(sentence: str, day: str | None, under: bool) -> None:
    told = telling(sentence, 0, len(sentence))
    found = {t.exact: stands_under(sentence, 0, t, told) for t in tag(sentence, THURSDAY)}
    assert found.get(day or "", False) is under
    assert day is None or day in found
