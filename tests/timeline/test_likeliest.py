"""Which of several days is the likeliest: each limit, and what lies just beyond it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.timeline.story import pool

from leadup.timeline.target.likeliest import first_told
from leadup.timeline.target.votes import Day

MAY = dt.date(2021, 4, 30).toordinal()
OF = pool(
    tuple((f"2021-05-{day:02}", f"Outlet {day}", f"It rained on day {day}.") for day in (2, 4, 19, 20, 21, 22, 23))
)
"""Articles of which those numbered 2 and more were printed after all days of the table."""

# Of each day of May its votes, then, as far as it is more than nothing: by n= how many late articles named it, soon=
# how many of the first two, whole= how much of the event a sentence that names it tells, foretold, reported. Before a
# second bar what is known of the event, behind it the likeliest day.
CASES = """
5 10 by=1; 9 9.4 by=3 | | 5
# of days with hardly fewer votes the one that more articles name, then the one with more votes, then the first
5 10 by=1; 9 9.5 by=3 | | 9
5 9.5 by=3; 9 10 by=1 | | 5
5 9.6 by=2; 9 10 by=2 | | 9
5 10 by=2; 9 10 by=2 | | 5
# a day that no sentence names with as much as half of the event gives way to one named with all of it
5 6 by=1 whole=.85; 9 10 by=1 whole=.4 | | 5
5 6 by=1 whole=.84; 9 10 by=1 whole=.4 | | 9
5 6 by=1 whole=.85; 9 10 by=1 whole=.5 | | 9
5 6 by=1 whole=.85; 9 10 by=1 whole=.6 | | 9
5 6 by=1 whole=.85; 9 10 by=1 whole=.4 reported | | 9
5 5.9 by=1 whole=.9; 9 10 by=1 whole=.4 | | 9
12 6 by=1 whole=.9; 9 10 by=1 whole=.4 | | 12
5 7 by=1 whole=.9; 4 7 by=1 whole=.9; 9 10 by=1 whole=.4 | | 4
4 6.5 by=1 whole=.9; 5 7 by=1 whole=.9; 9 10 by=1 whole=.4 | | 5
# the evening before, of a people's vote already with fewer votes, where four name it
8 6 by=4; 9 10 by=1 | poll | 8
8 7 by=5; 9 10 by=1 | poll | 8
8 6 by=4; 9 10 by=1 | | 9
8 5.9 by=4; 9 10 by=1 | poll | 9
8 6 by=3; 9 10 by=1 | poll | 9
7 6 by=4; 9 10 by=1 | poll | 9
8 8.5 by=2; 9 10 by=3 | | 8
8 8.4 by=2; 9 10 by=3 | | 9
8 8.5 by=1; 9 10 by=3 | | 9
7 9 by=2; 9 10 by=3 | | 9
# an earlier day that was named before the later one came, no more than ten days before it
8 6 soon=1; 12 10 by=1 | | 8
8 5.9 soon=1; 12 10 by=1 | | 12
8 6 by=2; 12 10 by=1 | | 12
2 6 soon=1; 12 10 by=1 | | 2
1 6 soon=1; 12 10 by=1 | | 12
14 9 soon=1; 12 10 by=1 | | 12
6 7 soon=1; 8 8 soon=1; 12 10 by=1 | | 6
6 5 soon=1; 8 8 soon=1; 12 10 by=1 | | 8
6 7 by=2; 8 8 soon=1; 12 10 by=1 | | 8
# not where a sentence names the later one with the whole event and none does the earlier one
8 6 soon=1 whole=.84; 12 10 by=1 whole=.85 | | 12
8 6 soon=1 whole=.85; 12 10 by=1 whole=.85 | | 8
8 6 soon=1 whole=.7; 12 10 by=1 whole=.84 | | 8
# a day known beforehand has none before it where it was foretold; else one further away only with nearly as many votes
8 9 soon=1; 12 10 by=1 foretold | set | 12
8 9 soon=1; 12 10 by=1 foretold | | 8
8 8.5 soon=1; 12 10 by=1 | set | 8
8 8.4 soon=1; 12 10 by=1 | set | 12
10 8.4 soon=1; 12 10 by=1 | set | 12
11 8.4 soon=1; 12 10 by=1 | set | 11
"""


def _day(told: str) -> tuple[int, Day]:
    number, votes, *more = told.split()
    said = dict(part.split("=") for part in more if "=" in part)
    naming = {*range(2, 2 + int(said.get("by", 0))), *range(int(said.get("soon", 0)))}
    return MAY + int(number), Day(
        votes=float(votes),
        naming=naming,
        whole=float(said.get("whole", 0)),
        foretold={0} if "foretold" in more else set(),
        reporting={0} if "reported" in more else set(),
    )


@pytest.mark.parametrize("row", [row for row in CASES.strip().splitlines() if not row.startswith("#")])
def test_the_likeliest_day(row: str) -> None:
    told, known, likeliest = (cell.strip() for cell in row.split("|"))
    days = dict(_day(each) for each in told.split(";"))
    assert first_told(days, OF, **({f"is_{known}": True} if known else {})) - MAY == int(likeliest)


def test_who_printed_on_the_day_itself_did_not_name_another_before_it() -> None:
    by_first = {MAY + 1: Day(votes=7, naming={0}), MAY + 2: Day(votes=10, naming={3})}
    assert first_told(by_first, OF) == MAY + 2
    assert first_told({MAY + 1: by_first[MAY + 1], MAY + 3: by_first[MAY + 2]}, OF) == MAY + 1
